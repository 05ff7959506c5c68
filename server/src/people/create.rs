//! A new account, and the invitation to it.

use super::{form, link::invitation};
use crate::{
    auth,
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage::{self, access_log::LogRow},
};
use huiyin_app::backend::{Changed, Created, NewAccount};
use huiyin_domain::{
    ids::PersonId,
    people::{PersonCard, SignInName},
};

/// Makes an account.
pub(super) async fn create(core: &Core, asking: &Asking, new: NewAccount) -> Result<Created, Error> {
    if new.sign_in_name.trim().is_empty() {
        return Err(Error::new(Kind::EmptyField).field("sign_in_name"));
    }
    let name = SignInName::read(&new.sign_in_name).map_err(|_| Error::new(Kind::BadSignInName).field("sign_in_name"))?;
    let card = form::read(new.form, PersonId(core.ids.uuid()), &asking.person, None, &asking.county.rulebook)?;
    let db = core.db.begin().await?;
    // Whoever makes another account waits here: the name is free until this is done, or taken now.
    storage::people::changed(&db).await?;
    if storage::people::account(&db, name.as_str()).await?.is_some() {
        return Err(Error::new(Kind::SignInNameTaken).field("sign_in_name"));
    }
    storage::people::add(&db, &card, name.as_str(), "", core.now()).await?;
    let (token, expires_at) = auth::invite(core, &db, card.id, asking.person.id).await?;
    let detail = serde_json::to_string(&facts(&card, &name))?;
    let line = LogRow::of(core, asking.person.id, "account_created").about(card.id).with(Some(detail));
    storage::access_log::put(&db, &line).await?;
    db.commit().await?;
    Ok(Created { person: card.id, invitation: invitation(core, &token, expires_at)? })
}

fn facts(card: &PersonCard, name: &SignInName) -> Vec<Changed> {
    vec![Changed::SignInName(name.to_string()), Changed::Roles { from: Vec::new(), to: card.grants.clone() }]
}
