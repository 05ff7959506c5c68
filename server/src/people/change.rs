//! Changes of an account. Everybody ends their own sessions and gives up their own phones; all else is for those who look
//! after the account.

use super::{
    devices::session_name,
    form,
    invite::{invite, still},
    link::invitation,
    looked_after,
};
use crate::{
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage::{self, Transaction, access_log::LogRow, people::AccountRow},
};
use huiyin_app::backend::{AccountAsk, AccountDeed, AccountForm, Changed, Invitation};
use huiyin_domain::{
    ids::{DeviceId, PersonId},
    people::{PersonCard, Role, is_last_admin, manages, same_roles},
};

/// Does what is asked; a new invitation is shown now and never again.
pub(super) async fn change(core: &Core, asking: &Asking, deed: AccountDeed) -> Result<Option<Invitation>, Error> {
    let person = deed.person;
    let own = person == asking.person.id;
    let is_about_devices = matches!(deed.ask, AccountAsk::EndSession(_) | AccountAsk::RevokeDevice(_));
    if !(manages(&asking.person) || own && is_about_devices) {
        return Err(Error::new(Kind::NotAllowed));
    }
    let db = core.db.begin().await?;
    if !is_about_devices {
        still(&db, asking).await?;
    }
    let account = match own && is_about_devices {
        true => storage::people::row(&db, person).await?.ok_or_else(|| Error::new(Kind::NoSuchPerson).field("person"))?,
        false => looked_after(&db, asking, person).await?,
    };
    let made = match deed.ask {
        AccountAsk::Change(form) => changed(&db, asking, &account, form).await?,
        AccountAsk::Invite => return invited(core, db, asking, &account).await.map(Some),
        AccountAsk::Close => closed(core, &db, asking, &account).await?,
        AccountAsk::Open => opened(&db, &account).await?,
        AccountAsk::ForgetFailures => forgotten(&db, person).await?,
        AccountAsk::EndSession(session) => ended(core, &db, person, &session).await?,
        AccountAsk::RevokeDevice(device) => revoked(core, &db, person, device).await?,
    };
    if let Some((what, changes)) = made {
        log(core, &db, asking, person, what, &changes).await?;
    }
    db.commit().await?;
    Ok(None)
}

/// What was done, and what became different by it; none if nothing did.
type Made = Option<(&'static str, Vec<Changed>)>;

async fn log(core: &Core, db: &Transaction, asking: &Asking, person: PersonId, what: &str, changes: &[Changed]) -> Result<(), Error> {
    let detail = if changes.is_empty() { None } else { Some(serde_json::to_string(changes)?) };
    storage::access_log::put(db, &LogRow::of(core, asking.person.id, what).about(person).with(detail)).await
}

async fn changed(db: &Transaction, asking: &Asking, account: &AccountRow, form: AccountForm) -> Result<Made, Error> {
    let before = &account.card;
    let mut after = form::read(form, before.id, &asking.person, Some(before), &asking.county.rulebook)?;
    if same_roles(&before.grants, &after.grants) {
        after.grants.clone_from(&before.grants);
    }
    let open = storage::people::all(db).await?;
    if !after.has(Role::Admin) && is_last_admin(after.id, open.iter()) {
        return Err(Error::new(Kind::LastAdmin).field("grants"));
    }
    let changes = differences(before, &after);
    if changes.is_empty() {
        return Ok(None);
    }
    storage::people::change(db, &after).await?;
    Ok(Some(("account_changed", changes)))
}

fn differences(before: &PersonCard, after: &PersonCard) -> Vec<Changed> {
    let mut changes = Vec::new();
    if before.name != after.name {
        changes.push(Changed::Name { from: before.name.clone(), to: after.name.clone() });
    }
    if before.unit != after.unit {
        changes.push(Changed::Unit { from: before.unit.clone(), to: after.unit.clone() });
    }
    if before.certificate != after.certificate {
        changes.push(Changed::Certificate { from: before.certificate.clone(), to: after.certificate.clone() });
    }
    if before.grants != after.grants {
        changes.push(Changed::Roles { from: before.grants.clone(), to: after.grants.clone() });
    }
    changes
}

async fn invited(core: &Core, db: Transaction, asking: &Asking, account: &AccountRow) -> Result<Invitation, Error> {
    let (token, expires_at) = invite(core, &db, asking, account).await?;
    db.commit().await?;
    invitation(core, &token, expires_at)
}

async fn closed(core: &Core, db: &Transaction, asking: &Asking, account: &AccountRow) -> Result<Made, Error> {
    let person = account.card.id;
    if is_last_admin(person, storage::people::all(db).await?.iter()) {
        return Err(Error::new(Kind::LastAdmin).field("person"));
    }
    if person == asking.person.id {
        return Err(Error::new(Kind::OwnAccount).field("person"));
    }
    if account.closed_at.is_some() {
        return Ok(None);
    }
    storage::people::close_account(db, person, core.now()).await?;
    storage::invitations::revoke(db, person).await?;
    Ok(Some(("account_closed", Vec::new())))
}

async fn opened(db: &Transaction, account: &AccountRow) -> Result<Made, Error> {
    if account.closed_at.is_none() {
        return Ok(None);
    }
    storage::people::open_account(db, account.card.id).await?;
    Ok(Some(("account_opened", Vec::new())))
}

async fn forgotten(db: &Transaction, person: PersonId) -> Result<Made, Error> {
    if storage::sessions::attempts_about(db, person).await?.is_empty() {
        return Ok(None);
    }
    storage::sessions::clear_attempts_about(db, person).await?;
    Ok(Some(("failures_forgotten", Vec::new())))
}

/// A session that has ended meanwhile has ended.
async fn ended(core: &Core, db: &Transaction, person: PersonId, session: &str) -> Result<Made, Error> {
    let sessions = storage::sessions::of_person(db, person, core.now()).await?;
    let Some((hash, _)) = sessions.iter().find(|(hash, _)| session_name(hash) == session) else { return Ok(None) };
    storage::sessions::end(db, hash).await?;
    Ok(Some(("session_ended", Vec::new())))
}

async fn revoked(core: &Core, db: &Transaction, person: PersonId, device: DeviceId) -> Result<Made, Error> {
    let known = storage::devices::of_person(db, person).await?;
    let phone = known.into_iter().find(|one| one.id == device && one.phone);
    let phone = phone.ok_or_else(|| Error::new(Kind::NotFound).field("device"))?;
    if phone.revoked {
        return Ok(None);
    }
    storage::devices::revoke(db, device, core.now()).await?;
    storage::sessions::end_all_on(db, device).await?;
    Ok(Some(("device_revoked", vec![Changed::Device(phone.label)])))
}
