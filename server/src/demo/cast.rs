//! Who plays which part in a matter.

use super::{
    dice::Dice,
    people::{Member, serves},
};
use huiyin_domain::{
    division::DivisionCode,
    ids::PersonId,
    people::{Role, UnitCode},
};

/// The people of the demonstration with the ids they got.
pub(super) struct Cast {
    people: Vec<(PersonId, Member)>,
}

impl Cast {
    /// These people.
    #[must_use]
    pub(super) fn new(people: Vec<(PersonId, Member)>) -> Self {
        Cast { people }
    }

    /// Everybody.
    #[must_use]
    pub(super) fn people(&self) -> &[(PersonId, Member)] {
        &self.people
    }

    fn of(&self, role: Role, fits: impl Fn(&Member) -> bool) -> Vec<PersonId> {
        let holds = |member: &Member| member.grants.iter().any(|grant| grant.role == role);
        self.people.iter().filter(|(_, member)| holds(member) && fits(member)).map(|(id, _)| *id).collect()
    }

    /// Somebody who walks that township, but none of these.
    pub(super) fn patroller(&self, township: &DivisionCode, not: &[PersonId], dice: &mut Dice) -> Option<PersonId> {
        let mut fit = self.of(Role::Patroller, |member| serves(member, Role::Patroller, township));
        fit.retain(|id| !not.contains(id));
        (!fit.is_empty()).then(|| *dice.pick(&fit))
    }

    /// The coordinator of that township.
    #[must_use]
    pub(super) fn coordinator(&self, township: &DivisionCode) -> Option<PersonId> {
        self.of(Role::Coordinator, |member| serves(member, Role::Coordinator, township)).first().copied()
    }

    /// A handler of that unit.
    #[must_use]
    pub(super) fn handler(&self, unit: &UnitCode) -> Option<PersonId> {
        self.of(Role::Handler, |member| member.unit == *unit).first().copied()
    }

    /// Another handler of that unit, where there are two.
    #[must_use]
    pub(super) fn second_handler(&self, unit: &UnitCode) -> Option<PersonId> {
        self.of(Role::Handler, |member| member.unit == *unit).get(1).copied()
    }

    /// The first holder of a county-wide role.
    #[must_use]
    pub(super) fn county(&self, role: Role) -> Option<PersonId> {
        self.of(role, |_| true).first().copied()
    }

    /// The second holder of a county-wide role.
    #[must_use]
    pub(super) fn second(&self, role: Role) -> Option<PersonId> {
        self.of(role, |_| true).get(1).copied()
    }
}
