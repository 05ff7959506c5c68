//! A complaint about a unit is invisible to that unit (`rules.md` section 4): who belongs to a unit, and whom a case is
//! kept from. Every way of seeing a case asks here, the lists by [`units_of`].

use super::Case;
use crate::{
    people::{PersonCard, Role, Scope, UnitCode},
    rulebook::{Rulebook, UnitKind},
};
use std::collections::BTreeSet;

/// Every unit that this person belongs to: the one they work for, those they hold a role in, and the township whose matters
/// are theirs.
#[must_use]
pub fn units_of(person: &PersonCard, book: &Rulebook) -> BTreeSet<UnitCode> {
    own(person, book).cloned().collect()
}

/// Whether this person belongs to that unit.
#[must_use]
pub fn belongs_to(person: &PersonCard, unit: &UnitCode, book: &Rulebook) -> bool {
    own(person, book).any(|own| own == unit)
}

fn own<'a>(person: &'a PersonCard, book: &'a Rulebook) -> impl Iterator<Item = &'a UnitCode> {
    let by_role = person.grants.iter().flat_map(|grant| {
        let (unit, division) = match &grant.scope {
            Scope::Unit(unit) => (Some(unit), None),
            // A patroller walks a township and does not govern it.
            Scope::Division(code) if grant.role != Role::Patroller => (None, Some(code)),
            Scope::Division(_) | Scope::Grid(_) => (None, None),
        };
        let townships = book.units.iter().filter(|unit| unit.kind == UnitKind::Township);
        let governed = townships.filter(move |unit| Some(&unit.division) == division).map(|unit| &unit.code);
        unit.into_iter().chain(governed)
    });
    std::iter::once(&person.unit).chain(by_role)
}

/// Whether the case is about a unit that this person belongs to: then they may not even know that it exists.
#[must_use]
pub fn is_kept_from(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    case.about_unit.as_ref().is_some_and(|unit| belongs_to(person, unit, book))
}
