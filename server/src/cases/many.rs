//! The same asked of many cases: each by a command of its own, by the way every deed goes.

use super::{Desk, act};
use crate::{
    error::{Error, Kind},
    storage,
};
use futures::{StreamExt, stream};
use huiyin_app::backend::{Deed, Deeds, Done, MANY, Outcome};
use huiyin_domain::ids::PersonId;
use std::collections::BTreeSet;

/// How many wait for the ledger at once: what is asked together shares a commit.
const AT_ONCE: usize = 16;

/// Asks each in turn; answers in the same order.
pub(super) async fn act(desk: &Desk, asked: Deeds) -> Result<Vec<Done>, Error> {
    if asked.deeds.len() > MANY {
        return Err(Error::new(Kind::TooManyDeeds).field("deeds"));
    }
    let cases: BTreeSet<_> = asked.deeds.iter().map(|deed| deed.case).collect();
    if cases.len() != asked.deeds.len() {
        return Err(Error::new(Kind::WrongShape).field("deeds"));
    }
    let asking = desk.asking().await?;
    // The desk's own queue is made by the first command that needs it; two at once would both make it.
    act::desk_of(&desk.core, asking.person.id).await?;
    let asking = &asking;
    let one = |deed: Deed| async move {
        let case = deed.case;
        match desk.told(act::act(&desk.core, asking, deed).await) {
            Ok(outcome) => Done { case, outcome: Some(outcome), problem: None },
            Err(problem) => Done { case, outcome: None, problem: Some(problem) },
        }
    };
    let done: Vec<Done> = stream::iter(asked.deeds).map(one).buffered(AT_ONCE).collect().await;
    seen(desk, asking.person.id, &done).await?;
    Ok(done)
}

/// What one has done oneself is no news. Had anybody else acted in between, it would have been a conflict.
async fn seen(desk: &Desk, person: PersonId, done: &[Done]) -> Result<(), Error> {
    let applied = done.iter().filter_map(|one| match one.outcome {
        Some(Outcome::Applied { seq }) => Some((one.case, seq)),
        _ => None,
    });
    let db = desk.core.db.begin().await?;
    for (case, seq) in applied {
        storage::seen::note(&db, person, case, seq).await?;
    }
    Ok(db.commit().await?)
}
