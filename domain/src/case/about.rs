//! A complaint about a unit is invisible to that unit (`rules.md` section 4): who belongs to a unit, and whom a case is
//! kept from. Every way of seeing a case asks here, the lists by [`units_of`].

use super::Case;
use crate::{
    people::{PersonCard, Scope, UnitCode},
    rulebook::{Rulebook, UnitKind},
};
use std::collections::BTreeSet;

/// Every unit that this person belongs to: the one they work for, those they hold a role in, and the township whose matters
/// are theirs.
#[must_use]
pub fn units_of(person: &PersonCard, book: &Rulebook) -> BTreeSet<UnitCode> {
    let mut units = BTreeSet::from([person.unit.clone()]);
    for grant in &person.grants {
        match &grant.scope {
            Scope::Unit(unit) => {
                units.insert(unit.clone());
            }
            Scope::Division(code) => {
                let own = book.units.iter().filter(|unit| unit.kind == UnitKind::Township && unit.division == *code);
                units.extend(own.map(|unit| unit.code.clone()));
            }
            // A grid is walked, not governed.
            Scope::Grid(_) => {}
        }
    }
    units
}

/// Whether this person belongs to that unit.
#[must_use]
pub fn belongs_to(person: &PersonCard, unit: &UnitCode, book: &Rulebook) -> bool {
    units_of(person, book).contains(unit)
}

/// Whether the case is about a unit that this person belongs to: then they may not even know that it exists.
#[must_use]
pub fn is_kept_from(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    case.about_unit.as_ref().is_some_and(|unit| belongs_to(person, unit, book))
}
