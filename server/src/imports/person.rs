//! A row that is a colleague: what it says becomes an account, judged by the rules like one that somebody types in.

use super::{matter::Bench, posts, row::Told};
use crate::people::{MOST, says_the_same};
use huiyin_app::backend::{AccountForm, Fault, ImportField as F, NewAccount, RowFault};
use huiyin_domain::{
    ids::PersonId,
    people::{Objection, PersonCard, Post, Role, SignInName, UnitCode, grants_at, objections, unit_of, whole_county_only},
};
use std::collections::HashMap;
use uuid::Uuid;

/// An account that is there.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Name, unit and roles.
    pub(super) card: PersonCard,
    /// Whether it is in use.
    pub(super) open: bool,
}

/// The accounts that are there, by sign-in name.
pub(super) type Accounts = HashMap<String, Known>;

impl Known {
    /// Whether it is the one that this row asks for.
    pub(super) fn is(&self, form: &AccountForm) -> bool {
        self.open && says_the_same(form, &self.card)
    }
}

/// The sign-in name in a row, if it can be one.
pub(super) fn sign_in_name(told: Told<'_>) -> Option<SignInName> {
    SignInName::read(told.text(F::SignInName)).ok()
}

/// The account in a row, or all that is wrong with it.
pub(super) fn account(told: Told<'_>, bench: Bench<'_>, accounts: &Accounts) -> Result<NewAccount, Vec<RowFault>> {
    let mut faults = Vec::new();
    let name = short(told, F::PersonName, &mut faults);
    if name.is_empty() {
        faults.push(told.fault(F::PersonName, Fault::Missing));
    }
    let sign_in_name = sign_in_name(told);
    if sign_in_name.is_none() {
        let missing = told.text(F::SignInName).is_empty();
        faults.push(told.fault(F::SignInName, if missing { Fault::Missing } else { Fault::BadSignInName }));
    }
    let certificate = short(told, F::Certificate, &mut faults);
    let role = role(told).map_err(|fault| faults.push(fault)).ok();
    let places = role.and_then(|role| places(told, bench, role).map_err(|fault| faults.push(fault)).ok());
    // Where the scope cannot be read, it cannot tell the unit either; that is no second fault.
    let unit = if told.text(F::Unit).is_empty() && places.is_none() {
        None
    } else {
        unit(told, bench, places.as_deref().unwrap_or_default()).map_err(|fault| faults.push(fault)).ok()
    };
    let grants = role.zip(places.as_deref()).map(|(role, places)| grants_at(role, places));
    let card = PersonCard {
        id: PersonId(Uuid::nil()),
        name: name.clone(),
        grants: grants.clone().unwrap_or_default(),
        unit: unit.clone().unwrap_or_else(|| UnitCode(String::new())),
        certificate: Some(certificate.clone()).filter(|certificate| !certificate.is_empty()),
    };
    let objected = objections(bench.person, None, &card, bench.book).into_iter();
    faults.extend(objected.filter_map(|objection| objected_to(told, objection, unit.is_some(), grants.is_some())));
    let form = AccountForm { name, unit: card.unit.0, certificate, grants: card.grants };
    let taken = sign_in_name.as_ref().and_then(|name| accounts.get(name.as_str()));
    if taken.is_some_and(|known| !(faults.is_empty() && known.is(&form))) {
        faults.push(told.fault(F::SignInName, Fault::SignInNameTaken));
    }
    match sign_in_name {
        Some(name) if faults.is_empty() => Ok(NewAccount { sign_in_name: name.to_string(), form }),
        _ => Err(faults),
    }
}

/// One line of text, not longer than an account's page takes it.
fn short(told: Told<'_>, field: F, faults: &mut Vec<RowFault>) -> String {
    let plain: String = told.text(field).chars().filter(|character| !character.is_control()).collect();
    if plain.chars().count() > MOST {
        faults.push(told.fault(field, Fault::TooLong { max: u32::try_from(MOST).unwrap_or(u32::MAX) }));
    }
    plain
}

fn role(told: Told<'_>) -> Result<Role, RowFault> {
    let text = told.text(F::Role);
    let fault = if text.is_empty() { Fault::Missing } else { Fault::UnknownRole };
    posts::role(text).ok_or_else(|| told.fault(F::Role, fault))
}

fn places(told: Told<'_>, bench: Bench<'_>, role: Role) -> Result<Vec<Post>, RowFault> {
    let text = told.text(F::Scope);
    if text.is_empty() {
        let county = whole_county_only(role, bench.book).ok_or_else(|| told.fault(F::Scope, Fault::NoScope))?;
        return Ok(vec![county]);
    }
    posts::places(bench.book, role, text).ok_or_else(|| told.fault(F::Scope, Fault::UnknownScope))
}

/// The unit that is named; if none is, the one that the places tell.
fn unit(told: Told<'_>, bench: Bench<'_>, places: &[Post]) -> Result<UnitCode, RowFault> {
    match told.text(F::Unit) {
        "" => unit_of(places, bench.book).ok_or_else(|| told.fault(F::Unit, Fault::NoUnit)),
        text => posts::unit(bench.book, text).ok_or_else(|| told.fault(F::Unit, Fault::UnknownUnit)),
    }
}

/// What the rules object to, as something wrong with a column. What was found already is not said again in their words.
fn objected_to(told: Told<'_>, objection: Objection, unit: bool, grants: bool) -> Option<RowFault> {
    let (field, fault, new) = match objection {
        Objection::UnknownUnit => (F::Unit, Fault::UnknownUnit, unit),
        Objection::UnitNotYours => (F::Unit, Fault::UnitNotYours, unit),
        Objection::NoRole => (F::Role, Fault::Missing, grants),
        Objection::WrongPlace { .. } => (F::Scope, Fault::WrongScope, true),
        Objection::RoleNotYours { .. } | Objection::OwnRoles => (F::Role, Fault::RoleNotYours, true),
    };
    new.then(|| told.fault(field, fault))
}
