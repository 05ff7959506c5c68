//! Making the accounts of a file, as whoever brought it may when they are made, and handing over the ways into them.

use super::{person::Known, take::TOGETHER};
use crate::{
    cases::Desk,
    core::Core,
    error::{Error, Kind},
    people,
    storage::{
        self, Transaction,
        imports::{Job, JobRow, Stand},
    },
};
use huiyin_app::backend::{ImportKind, ImportStage, NewAccount, RowInvitation};
use huiyin_domain::{ids::PersonId, people::SignInName, rulebook::Rulebook};
use uuid::Uuid;

/// Makes these accounts; how each row ended, with whose account it is. It is noted in the same transaction: whatever
/// happens, a row makes one account and no second one.
pub(super) async fn make(
    core: &Core,
    db: &Transaction,
    job: &Job,
    book: &Rulebook,
    rows: Vec<(u32, NewAccount)>,
) -> Result<Vec<(u32, Stand, Option<String>)>, Error> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    // Whoever changes people waits here: the one who brought the file may what they may now.
    storage::people::changed(db).await?;
    let by = storage::people::row(db, job.person).await?.filter(|account| account.closed_at.is_none());
    // Another server may have taken the same rows in meanwhile; what it noted stays.
    let waiting = storage::imports::rows(db, job.line.id, &[Stand::Good], TOGETHER).await?;
    let mut ends = Vec::with_capacity(rows.len());
    for (n, new) in rows.into_iter().filter(|(n, _)| waiting.iter().any(|row| row.n == *n)) {
        let (stand, person) = match &by {
            Some(by) => one(core, db, by, book, new).await?,
            None => (Stand::Refused, None),
        };
        ends.push((n, stand, person.map(|person| person.to_string())));
    }
    Ok(ends)
}

async fn one(
    core: &Core,
    db: &Transaction,
    by: &storage::people::AccountRow,
    book: &Rulebook,
    new: NewAccount,
) -> Result<(Stand, Option<PersonId>), Error> {
    match people::make(core, db, &by.card, book, new.clone()).await {
        Ok(made) => Ok((Stand::Taken, Some(made.person))),
        Err(error) if error.kind() == Kind::SignInNameTaken => Ok(match known(db, &new).await? {
            Some(person) => (Stand::Known, Some(person)),
            None => (Stand::Refused, None),
        }),
        // Something changed since the row was tried: the rulebook, or what the one who brought it may.
        Err(error) if error.kind().status() < 500 => Ok((Stand::Refused, None)),
        Err(error) => Err(error),
    }
}

/// Whose account of this name says the same, if one does.
async fn known(db: &Transaction, new: &NewAccount) -> Result<Option<PersonId>, Error> {
    let Ok(name) = SignInName::read(&new.sign_in_name) else { return Ok(None) };
    let Some(account) = storage::people::account(db, name.as_str()).await? else { return Ok(None) };
    let row = storage::people::row(db, account.person).await?;
    let same = row.filter(|row| Known { card: row.card.clone(), open: row.closed_at.is_none() }.is(&new.form));
    Ok(same.map(|row| row.card.id))
}

/// Whose account a row of such a file is.
pub(super) fn person_of(row: &JobRow) -> Option<PersonId> {
    row.number.as_deref().and_then(|id| id.parse::<Uuid>().ok()).map(PersonId)
}

impl Desk {
    /// A new link for everybody whom this file brought in, in the order of its rows, as long as they have no password.
    /// Only a link's hash is kept, so those made with the accounts cannot be shown any more.
    pub(super) async fn handed_over(&self, id: Uuid) -> Result<Vec<RowInvitation>, Error> {
        let (asking, job) = self.job(id).await?;
        if job.line.kind != ImportKind::People || !matches!(job.line.stage, ImportStage::Done | ImportStage::Stopped) {
            return Err(Error::new(Kind::ImportUnderWay));
        }
        let rows = storage::imports::rows(self.core.db.read(), id, &[Stand::Taken], super::MAX_PEOPLE as u64).await?;
        let people: Vec<(u32, PersonId)> = rows.iter().filter_map(|row| Some((row.n, person_of(row)?))).collect();
        let ids: Vec<PersonId> = people.iter().map(|(_, person)| *person).collect();
        let made = people::invite_all(&self.core, &asking, &ids).await?;
        let line = |(account, invitation): (storage::people::AccountRow, _)| {
            let person = account.card.id;
            let row = people.iter().find(|(_, one)| *one == person).map_or(0, |(row, _)| *row);
            RowInvitation { row, person, name: account.card.name, sign_in_name: account.sign_in_name, invitation }
        };
        Ok(made.into_iter().map(line).collect())
    }
}
