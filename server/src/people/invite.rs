//! New links: for one account that is looked after, or for several that nobody has opened yet.

use super::{link::invitation, looked_after};
use crate::{
    auth,
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage::{self, Transaction, access_log::LogRow, people::AccountRow},
};
use huiyin_app::backend::Invitation;
use huiyin_domain::{ids::PersonId, moment::Moment};

/// Makes a link; the password and the links before it no longer work. Its token, and until when it works.
pub(super) async fn invite(core: &Core, db: &Transaction, asking: &Asking, account: &AccountRow) -> Result<(String, Moment), Error> {
    let person = account.card.id;
    if account.closed_at.is_some() {
        return Err(Error::new(Kind::AccountClosed).field("person"));
    }
    if person == asking.person.id {
        // Whoever knows the own password changes it in the settings; a desk that was left open is no way around it.
        return Err(Error::new(Kind::OwnAccount).field("person"));
    }
    let made = auth::invite(core, db, person, asking.person.id).await?;
    storage::access_log::put(db, &LogRow::of(core, asking.person.id, "invitation_made").about(person)).await?;
    Ok(made)
}

/// Makes a link for each of these people who has no password yet and whose account the asker looks after; the others are
/// left out, so that nobody loses a password by it.
///
/// # Errors
/// `NotAllowed` if the asker's own account has changed meanwhile; or if the database fails.
pub(crate) async fn invite_all(core: &Core, asking: &Asking, people: &[PersonId]) -> Result<Vec<(AccountRow, Invitation)>, Error> {
    let db = core.db.begin().await?;
    still(&db, asking).await?;
    let mut made = Vec::with_capacity(people.len());
    for person in people {
        let account = match looked_after(&db, asking, *person).await {
            Ok(account) => account,
            Err(error) if error.kind() == Kind::NoSuchPerson => continue,
            Err(error) => return Err(error),
        };
        if account.has_password || account.closed_at.is_some() {
            continue;
        }
        let (token, expires_at) = invite(core, &db, asking, &account).await?;
        made.push((account, invitation(core, &token, expires_at)?));
    }
    db.commit().await?;
    Ok(made)
}

/// Whoever changes people waits for the others, so that two administrators cannot close each other; and whoever waited is
/// still who they were.
pub(super) async fn still(db: &Transaction, asking: &Asking) -> Result<(), Error> {
    storage::people::changed(db).await?;
    let now = storage::people::row(db, asking.person.id).await?.filter(|one| one.closed_at.is_none());
    if now.is_none_or(|one| one.card != asking.person) {
        return Err(Error::new(Kind::NotAllowed));
    }
    Ok(())
}
