//! What is asked of a patrol becomes a command of the person's desk.

use crate::{
    cases::{Asking, perform},
    core::Core,
    error::{Error, Kind},
    storage,
};
use huiyin_app::backend::{Outcome, PatrolDeed};
use huiyin_domain::{
    case::Ask,
    patrol::{PatrolAsk, may_see},
};

/// Asks it of the ledger. Sending the same deed twice has one effect and one answer.
pub(super) async fn act(core: &Core, asking: &Asking, deed: PatrolDeed) -> Result<Outcome, Error> {
    if !matches!(deed.ask, PatrolAsk::Plan(_)) {
        let patrol = storage::patrols::load(core.db.read(), &[deed.patrol]).await?.remove(&deed.patrol);
        if !patrol.is_some_and(|patrol| may_see(&patrol, &asking.person)) {
            return Err(Error::new(Kind::NoSuchPatrol));
        }
    }
    perform(core, asking, deed.command, deed.patrol.into(), 0, Ask::Patrol(deed.ask)).await
}
