//! What somebody filled in, read and held against the rules. The error names the field.

use crate::error::{Error, Kind};
use huiyin_app::backend::AccountForm;
use huiyin_domain::{
    ids::PersonId,
    people::{Objection, PersonCard, UnitCode, objections},
    rulebook::Rulebook,
};

/// Most characters of a name or certificate.
pub(crate) const MOST: usize = 60;
/// Most roles of one person.
const ROLES: usize = 20;

/// The account as it would be.
///
/// # Errors
/// If a field is empty, too long, or not for the asker to fill in like this.
pub(super) fn read(
    form: AccountForm,
    id: PersonId,
    manager: &PersonCard,
    before: Option<&PersonCard>,
    book: &Rulebook,
) -> Result<PersonCard, Error> {
    let name = text(&form.name, "name")?.ok_or_else(|| Error::new(Kind::EmptyField).field("name"))?;
    let certificate = text(&form.certificate, "certificate")?;
    if form.grants.len() > ROLES {
        return Err(Error::new(Kind::TooLong).field("grants"));
    }
    let card = PersonCard { id, name, grants: form.grants, unit: UnitCode(form.unit.trim().to_owned()), certificate };
    match objections(manager, before, &card, book).first() {
        None => Ok(card),
        Some(objection) => Err(said(*objection)),
    }
}

/// One line of text; none if there is nothing in it.
fn text(typed: &str, field: &'static str) -> Result<Option<String>, Error> {
    let plain: String = typed.trim().chars().filter(|c| !c.is_control()).collect();
    if plain.chars().count() > MOST {
        return Err(Error::new(Kind::TooLong).field(field));
    }
    Ok(Some(plain).filter(|plain| !plain.is_empty()))
}

fn said(objection: Objection) -> Error {
    match objection {
        Objection::UnknownUnit => Error::new(Kind::UnknownUnit).field("unit"),
        Objection::UnitNotYours => Error::new(Kind::UnitNotYours).field("unit"),
        Objection::NoRole => Error::new(Kind::NoRole).field("grants"),
        Objection::WrongPlace { at } => Error::new(Kind::WrongScope).field(format!("grants.{at}.scope")),
        Objection::RoleNotYours { at: Some(at) } => Error::new(Kind::RoleNotYours).field(format!("grants.{at}.role")),
        Objection::RoleNotYours { at: None } => Error::new(Kind::RoleNotYours).field("grants"),
        Objection::OwnRoles => Error::new(Kind::OwnRoles).field("grants"),
    }
}
