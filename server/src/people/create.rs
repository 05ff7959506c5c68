//! A new account, and the invitation to it.

use super::{form, link::invitation};
use crate::{
    auth,
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage::{self, Transaction, access_log::LogRow},
};
use huiyin_app::backend::{AccountForm, Changed, Created, NewAccount};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    people::{PersonCard, SignInName, same_roles},
    rulebook::Rulebook,
};

/// An account that has been made, with the way into it.
pub(crate) struct Made {
    /// Whose.
    pub(crate) person: PersonId,
    token: String,
    expires_at: Moment,
}

/// Makes an account.
pub(super) async fn create(core: &Core, asking: &Asking, new: NewAccount) -> Result<Created, Error> {
    let db = core.db.begin().await?;
    let made = make(core, &db, &asking.person, &asking.county.rulebook, new).await?;
    db.commit().await?;
    Ok(Created { person: made.person, invitation: invitation(core, &made.token, made.expires_at)? })
}

/// Makes an account as this person may, within what else is done. The one way to make any, wherever its words come from.
///
/// # Errors
/// What the form or the rules object to, with the field; `SignInNameTaken`; or if the database fails. Nothing is written then.
pub(crate) async fn make(core: &Core, db: &Transaction, by: &PersonCard, book: &Rulebook, new: NewAccount) -> Result<Made, Error> {
    if new.sign_in_name.trim().is_empty() {
        return Err(Error::new(Kind::EmptyField).field("sign_in_name"));
    }
    let name = SignInName::read(&new.sign_in_name).map_err(|_| Error::new(Kind::BadSignInName).field("sign_in_name"))?;
    let card = form::read(new.form, PersonId(core.ids.uuid()), by, None, book)?;
    // Whoever makes another account waits here: the name is free until this is done, or taken now.
    storage::people::changed(db).await?;
    if storage::people::account(db, name.as_str()).await?.is_some() {
        return Err(Error::new(Kind::SignInNameTaken).field("sign_in_name"));
    }
    storage::people::add(db, &card, name.as_str(), "", core.now()).await?;
    let (token, expires_at) = auth::invite(core, db, card.id, by.id).await?;
    let detail = serde_json::to_string(&facts(&card, &name))?;
    let line = LogRow::of(core, by.id, "account_created").about(card.id).with(Some(detail));
    storage::access_log::put(db, &line).await?;
    Ok(Made { person: card.id, token, expires_at })
}

/// Whether an account already says what this form does. A form without a certificate says nothing of it.
pub(crate) fn says_the_same(form: &AccountForm, card: &PersonCard) -> bool {
    let certificate = form.certificate.is_empty() || card.certificate.as_ref() == Some(&form.certificate);
    form.name == card.name && form.unit == card.unit.0 && certificate && same_roles(&form.grants, &card.grants)
}

fn facts(card: &PersonCard, name: &SignInName) -> Vec<Changed> {
    vec![Changed::SignInName(name.to_string()), Changed::Roles { from: Vec::new(), to: card.grants.clone() }]
}
