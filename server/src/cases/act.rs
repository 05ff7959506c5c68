//! A deed becomes a command of the person's desk.

use super::Asking;
use crate::{
    core::Core,
    error::{Error, Kind},
    ledger::{Papers, Sender, Submission},
    storage::{self, devices::DeviceKind},
};
use huiyin_app::backend::{Deed, Outcome};
use huiyin_domain::{
    case::{Ask, may_see},
    ids::{CaseId, CommandId, DeviceId, PersonId},
    refusal::{Code, Refusal},
    sync::message::Verdict,
};

/// Asks it of the ledger. Sending the same deed twice has one effect and one answer.
pub(super) async fn act(core: &Core, asking: &Asking, deed: Deed) -> Result<Outcome, Error> {
    let book = &asking.county.rulebook;
    if !matches!(deed.ask, Ask::Submit(_)) {
        let case = storage::cases::load(core.db.read(), &[deed.case]).await?.remove(&deed.case);
        if !case.is_some_and(|case| may_see(&case, &asking.person, book)) {
            return Err(Error::new(Kind::NoSuchCase));
        }
    }
    perform(core, asking, deed.command, deed.case, deed.base, deed.ask).await
}

/// Makes a command of it and waits for what becomes of it.
pub(crate) async fn perform(core: &Core, asking: &Asking, id: CommandId, case: CaseId, base: u64, ask: Ask) -> Result<Outcome, Error> {
    let device = desk_of(core, asking.person.id).await?;
    let command = core.draft(id, device, asking.county.rulebook.version, case, base, ask);
    let papers = Papers::Drafted(Box::new(command));
    let committed = core.ledger.submit(Submission { sender: Sender::Person(asking.person.id), device, papers, received_at: None }).await?;
    let line = committed.lines.into_iter().next().ok_or_else(|| Error::internal("a command without an answer"))?;
    Ok(match line.verdict {
        Verdict::Applied => Outcome::Applied { seq: line.seq },
        Verdict::Conflict { theirs, by, at } => {
            Outcome::Conflict { theirs, by: by.and_then(|id| asking.county.people.name(id)).map(str::to_owned), at }
        }
        Verdict::Refused { refusal } => Outcome::Refused { refusal },
        // The account was closed, or the device withdrawn, between the click and the ledger.
        Verdict::Held { .. } => Outcome::Refused { refusal: Refusal::one(Code::NotAllowed) },
    })
}

/// The person's desk; made when it is first used.
pub(crate) async fn desk_of(core: &Core, person: PersonId) -> Result<DeviceId, Error> {
    if let Some(desk) = storage::devices::desk_of(core.db.read(), person).await? {
        return Ok(desk.id);
    }
    let db = core.db.begin().await?;
    // Somebody may have made it since: two tabs of one person are one desk.
    let desk = match storage::devices::desk_of(&db, person).await? {
        Some(desk) => desk,
        None => storage::devices::add(&db, DeviceId(core.ids.uuid()), Some(person), DeviceKind::Desk, "desk", core.now()).await?,
    };
    db.commit().await?;
    Ok(desk.id)
}
