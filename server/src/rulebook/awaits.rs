//! The notice that a draft waits for a second person: once a draft and person, as soon as it could be put in force. It
//! counts as read when there is nothing left to decide.

use super::{force::waits, page::Draft};
use crate::{
    cases::Desk,
    core::County,
    error::Error,
    storage::{self, Connection, notices::NoticeRow},
};
use huiyin_domain::{
    ids::PersonId,
    notice::{Kind, rulebook_awaits, shown_from},
};

/// Tells whoever may confirm this draft and has not been told of it, after somebody wrote in it; answers who was told.
pub(super) async fn tell(desk: &Desk, db: &impl Connection, county: &County, draft: &Draft) -> Result<Vec<PersonId>, Error> {
    let (kind, now) = (Kind::RulebookAwaits, desk.core.now());
    // A draft is no entry of the ledger: its notices are named by which draft of the county it is.
    let seq = storage::rulebook::drafts(db).await?;
    // Whoever writes in it is no second person any more.
    storage::notices::read(db, desk.person, seq, kind, now).await?;
    if !waits(county, draft) {
        return Ok(Vec::new());
    }
    let authors = storage::rulebook::authors(db, draft.row.id).await?;
    let told = storage::notices::told(db, seq, kind).await?;
    let asked = rulebook_awaits(&authors, county.people.iter()).into_iter().filter(|notice| !told.contains(&notice.person));
    let shown_at = shown_from(kind, now, &county.rulebook);
    let rows: Vec<NoticeRow> = asked
        .map(|notice| NoticeRow { person: notice.person, seq, case: None, about: notice.about, at: now, shown_at, read_at: None })
        .collect();
    storage::notices::put(db, &rows).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// The draft is decided: nobody has to look any more. Answers whom it had been told.
pub(super) async fn settle(desk: &Desk, db: &impl Connection) -> Result<Vec<PersonId>, Error> {
    let seq = storage::rulebook::drafts(db).await?;
    storage::notices::read_by_all(db, seq, Kind::RulebookAwaits, desk.core.now()).await?;
    storage::notices::told(db, seq, Kind::RulebookAwaits).await
}

/// The number on the bar of these people is asked for anew.
pub(super) fn poke(desk: &Desk, people: Vec<PersonId>) {
    if !people.is_empty() {
        let told = desk.core.pokes.told();
        desk.core.pokes.tell(told, told, people);
    }
}
