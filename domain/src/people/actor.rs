//! The actor: who asks, as far as the rules must know.

use super::{Grant, Role, Scope, UnitCode};
use crate::{
    division::DivisionCode,
    ids::{PersonId, ReportId},
};
use serde::{Deserialize, Serialize};

/// What the rules know of a person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PersonCard {
    /// Who.
    pub id: PersonId,
    /// The name colleagues know.
    pub name: String,
    /// The roles held now.
    pub grants: Vec<Grant>,
    /// The unit the person works for.
    pub unit: UnitCode,
    /// Number of the law-enforcement certificate (行政执法证), if held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

/// Who asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Actor {
    /// A person with an account.
    Person(PersonCard),
    /// Whoever holds the receipt of this report.
    Reporter(ReportId),
    /// The clock: reminders, time-outs and the supervision ladder.
    Clock,
}

impl Actor {
    /// The person behind it, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<&PersonCard> {
        match self {
            Actor::Person(card) => Some(card),
            Actor::Reporter(_) | Actor::Clock => None,
        }
    }

    /// The id of the person behind it.
    #[must_use]
    pub fn person_id(&self) -> Option<PersonId> {
        self.person().map(|card| card.id)
    }
}

impl PersonCard {
    /// Whether this role is held anywhere.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether this role is held over that division. A unit's scope says nothing about divisions.
    #[must_use]
    pub fn has_in_division(&self, role: Role, division: &DivisionCode) -> bool {
        self.grants.iter().filter(|grant| grant.role == role).any(|grant| match &grant.scope {
            Scope::Division(code) => code.contains(division),
            Scope::Grid(codes) => codes.iter().any(|code| code.contains(division)),
            Scope::Unit(_) => false,
        })
    }

    /// Whether this role is held for that unit.
    #[must_use]
    pub fn has_in_unit(&self, role: Role, unit: &UnitCode) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.scope == Scope::Unit(unit.clone()))
    }
}
