//! Who looks after whose account, and who may give which role where (`rules.md` section 4).

use super::{Grant, PersonCard, Role, Scope, UnitCode};
use crate::{
    division::DivisionCode,
    ids::PersonId,
    rulebook::{Rulebook, UnitKind},
};

/// One place where a role may hold: a part of a scope.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Post {
    /// A division and all that lies in it.
    Division(DivisionCode),
    /// The matters of one unit.
    Unit(UnitCode),
}

/// Why an account may not become what was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Objection {
    /// The unit is not in the rulebook.
    UnknownUnit,
    /// The unit is not one that the asker looks after.
    UnitNotYours,
    /// No role was given.
    NoRole,
    /// The place is not in this county, or not one that the role can hold.
    WrongPlace {
        /// Which of the roles, counted from 0.
        at: usize,
    },
    /// The asker may not give or take this role there.
    RoleNotYours {
        /// Which of the roles, counted from 0; none if it is one that would be taken.
        at: Option<usize>,
    },
    /// Nobody changes their own roles.
    OwnRoles,
}

/// Whether this person looks after any accounts at all.
#[must_use]
pub fn manages(person: &PersonCard) -> bool {
    [Role::Admin, Role::Dispatcher, Role::Coordinator].iter().any(|&role| person.has(role))
}

/// Whether this person may change the rulebook, and be the second person of somebody else's draft.
#[must_use]
pub fn edits_rulebook(person: &PersonCard) -> bool {
    [Role::Admin, Role::Dispatcher].iter().any(|&role| person.has(role))
}

/// Whether this person reads the ledger and the log of who did what with accounts and names.
#[must_use]
pub fn audits(person: &PersonCard) -> bool {
    person.has(Role::Auditor)
}

/// Whether any case may ever be this person's to read. Administrators and auditors see none.
#[must_use]
pub fn reads_cases(person: &PersonCard) -> bool {
    person.grants.iter().any(|grant| !matches!(grant.role, Role::Admin | Role::Auditor))
}

/// Whether this role can hold at this place.
#[must_use]
pub fn holds_at(role: Role, post: &Post, book: &Rulebook) -> bool {
    match post {
        Post::Division(code) => {
            let known = book.county.code.contains(code) && (book.division(code).is_some() || code.as_str().len() == 12);
            let whole_county = *code == book.county.code;
            known
                && match role {
                    Role::Patroller | Role::Coordinator => !whole_county,
                    Role::Handler | Role::Leader => true,
                    Role::Dispatcher | Role::Reviewer | Role::Admin | Role::Auditor => whole_county,
                    Role::Liaison | Role::Contractor => false,
                }
        }
        Post::Unit(code) => book.unit(code).is_some_and(|unit| match role {
            Role::Handler | Role::Leader => true,
            Role::Liaison => unit.kind != UnitKind::Contractor,
            Role::Contractor => unit.kind == UnitKind::Contractor,
            _ => false,
        }),
    }
}

/// Whether this person may give or take that role there: administrators every one; dispatchers those of townships and
/// units within their county; coordinators patrollers and handlers of their own township.
#[must_use]
pub fn may_grant(manager: &PersonCard, role: Role, post: &Post, book: &Rulebook) -> bool {
    manager.grants.iter().any(|grant| match (grant.role, &grant.scope) {
        (Role::Admin, _) => true,
        (Role::Dispatcher, Scope::Division(own)) => {
            let below = matches!(role, Role::Patroller | Role::Handler | Role::Coordinator | Role::Liaison | Role::Contractor);
            below && lies_in(own, post, book) && *post != Post::Division(own.clone())
        }
        (Role::Coordinator, Scope::Division(own)) => {
            let township = match post {
                Post::Division(_) => true,
                Post::Unit(code) => book.unit(code).is_some_and(|unit| unit.kind == UnitKind::Township),
            };
            matches!(role, Role::Patroller | Role::Handler) && township && lies_in(own, post, book)
        }
        _ => false,
    })
}

/// Whether this person may let somebody work for that unit.
#[must_use]
pub fn manages_unit(manager: &PersonCard, unit: &UnitCode, book: &Rulebook) -> bool {
    manager.grants.iter().any(|grant| match (grant.role, &grant.scope) {
        (Role::Admin, _) => true,
        (Role::Dispatcher, Scope::Division(own)) => lies_in(own, &Post::Unit(unit.clone()), book),
        (Role::Coordinator, Scope::Division(own)) => {
            book.unit(unit).is_some_and(|known| known.kind == UnitKind::Township && own.contains(&known.division))
        }
        _ => false,
    })
}

/// Whether this person looks after that account: every role it holds is one that they may give and take, and it works for
/// a unit of theirs.
#[must_use]
pub fn looks_after(manager: &PersonCard, person: &PersonCard, book: &Rulebook) -> bool {
    manager.has(Role::Admin)
        || (manages_unit(manager, &person.unit, book)
            && posts(&person.grants).iter().all(|(role, post)| may_grant(manager, *role, post, book)))
}

/// Roles with the places they hold at, one by one, each once.
#[must_use]
pub fn posts(grants: &[Grant]) -> Vec<(Role, Post)> {
    let mut all = Vec::new();
    for grant in grants {
        let places = match &grant.scope {
            Scope::Division(code) => vec![Post::Division(code.clone())],
            Scope::Grid(codes) => codes.iter().cloned().map(Post::Division).collect(),
            Scope::Unit(unit) => vec![Post::Unit(unit.clone())],
        };
        for place in places {
            if !all.contains(&(grant.role, place.clone())) {
                all.push((grant.role, place));
            }
        }
    }
    all
}

/// What an account would be asked to become, looked at whole; every objection is named.
#[must_use]
pub fn objections(manager: &PersonCard, before: Option<&PersonCard>, after: &PersonCard, book: &Rulebook) -> Vec<Objection> {
    let mut found = Vec::new();
    let same_unit = before.is_some_and(|before| before.unit == after.unit);
    if book.unit(&after.unit).is_none() && !same_unit {
        found.push(Objection::UnknownUnit);
    } else if !same_unit && !manages_unit(manager, &after.unit, book) {
        found.push(Objection::UnitNotYours);
    }
    let had = before.map(|before| posts(&before.grants)).unwrap_or_default();
    let has = posts(&after.grants);
    if has.is_empty() {
        found.push(Objection::NoRole);
    }
    for (at, grant) in after.grants.iter().enumerate() {
        // What was given before and stays is not given anew.
        let new: Vec<_> = posts(std::slice::from_ref(grant)).into_iter().filter(|post| !had.contains(post)).collect();
        let empty = matches!(&grant.scope, Scope::Grid(codes) if codes.is_empty());
        if empty || new.iter().any(|(role, post)| !holds_at(*role, post, book)) {
            found.push(Objection::WrongPlace { at });
        } else if new.iter().any(|(role, post)| !may_grant(manager, *role, post, book)) {
            found.push(Objection::RoleNotYours { at: Some(at) });
        }
    }
    let mut taken = had.iter().filter(|post| !has.contains(post));
    if taken.any(|(role, post)| !may_grant(manager, *role, post, book)) {
        found.push(Objection::RoleNotYours { at: None });
    }
    if before.is_some_and(|before| before.id == manager.id) && !same(&had, &has) {
        found.push(Objection::OwnRoles);
    }
    found
}

/// Whether the same roles are held at the same places, however they are written.
#[must_use]
pub fn same_roles(one: &[Grant], other: &[Grant]) -> bool {
    same(&posts(one), &posts(other))
}

fn same(one: &[(Role, Post)], other: &[(Role, Post)]) -> bool {
    one.len() == other.len() && one.iter().all(|post| other.contains(post))
}

/// Whether nobody but this person administers the county: such an account is never closed.
pub fn is_last_admin<'a>(person: PersonId, open: impl IntoIterator<Item = &'a PersonCard>) -> bool {
    let mut others = false;
    let mut is_one = false;
    for card in open.into_iter().filter(|card| card.has(Role::Admin)) {
        is_one |= card.id == person;
        others |= card.id != person;
    }
    is_one && !others
}

/// Whether a place lies in a division: by its code, or by where its unit is responsible.
fn lies_in(own: &DivisionCode, post: &Post, book: &Rulebook) -> bool {
    match post {
        Post::Division(code) => own.contains(code),
        Post::Unit(code) => book.unit(code).is_some_and(|unit| own.contains(&unit.division)),
    }
}
