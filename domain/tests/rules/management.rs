//! Who looks after whose account, and who may give which role where.

use crate::bench::{
    ADMIN, AUDITOR, BOOK, CONTRACTOR, COORDINATOR, DISPATCHER, DISPATCHER2, EVERYBODY, HANDLER, LEADER, LIAISON, MANY_HATS, PATROLLER,
    PATROLLER2, REVIEWER, STRANGER, TOWN, TOWN_HANDLER, TOWN_UNIT, card, code, person, unit,
};
use huiyin_domain::{
    division::DivisionCode,
    ids::PersonId,
    people::{
        Grant, Objection, PersonCard, Post, Role, Scope, grants_at, holds_at, is_last_admin, looks_after, manages, may_grant, objections,
        posts, reads_cases, unit_of, whole_county_only,
    },
    rulebook::seed,
};
use uuid::Uuid;

fn somebody(id: PersonId) -> PersonCard {
    card(id).unwrap()
}

fn everybody() -> Vec<PersonCard> {
    (1..=EVERYBODY).map(|n| somebody(person(n))).collect()
}

/// A new account.
fn new(works_for: &str, grants: &[(Role, Scope)]) -> PersonCard {
    PersonCard {
        id: PersonId(Uuid::from_u128(0xFFFF)),
        name: "新来的".to_owned(),
        grants: grants.iter().map(|(role, scope)| Grant { role: *role, scope: scope.clone() }).collect(),
        unit: unit(works_for),
        certificate: None,
    }
}

fn division(text: &str) -> Scope {
    Scope::Division(code(text))
}

/// Every place that any role could hold at.
fn places() -> Vec<Post> {
    let divisions = std::iter::once(&BOOK.county.code).chain(BOOK.divisions.iter().map(|one| &one.code)).cloned().map(Post::Division);
    divisions.chain(BOOK.units.iter().map(|one| Post::Unit(one.code.clone()))).collect()
}

#[test]
fn places_in_a_list_become_grants_that_hold_at_just_these_places() {
    let towns: Vec<Post> = BOOK.divisions.iter().take(2).map(|one| Post::Division(one.code.clone())).collect();
    let department = Post::Unit(unit("ecology"));
    for role in Role::ALL {
        for places in [&towns[..1], &towns[..], &[towns[0].clone(), department.clone()]] {
            let expected: Vec<(Role, Post)> = places.iter().cloned().map(|place| (role, place)).collect();
            assert_eq!(posts(&grants_at(role, places)), expected, "{role:?}");
        }
    }
    assert!(matches!(grants_at(Role::Patroller, &towns)[..], [Grant { scope: Scope::Grid(_), .. }]), "one grid, not two lines");
}

#[test]
fn only_a_role_of_the_whole_county_needs_no_place() {
    let county = Post::Division(BOOK.county.code.clone());
    for role in Role::ALL {
        let known = whole_county_only(role, &BOOK);
        let everywhere = places().into_iter().filter(|place| holds_at(role, place, &BOOK)).collect::<Vec<_>>();
        assert_eq!(known, Some(county.clone()).filter(|county| everywhere == [county.clone()]), "{role:?}");
    }
    assert!(whole_county_only(Role::Auditor, &BOOK).is_some() && whole_county_only(Role::Leader, &BOOK).is_none());
}

#[test]
fn places_tell_the_unit_as_long_as_they_are_of_one() {
    let town = Post::Division(code(TOWN));
    let own = Post::Unit(unit(TOWN_UNIT));
    assert_eq!(unit_of(std::slice::from_ref(&town), &BOOK), Some(unit(TOWN_UNIT)));
    assert_eq!(unit_of(&[town.clone(), own], &BOOK), Some(unit(TOWN_UNIT)));
    assert_eq!(unit_of(&[Post::Unit(unit("ecology"))], &BOOK), Some(unit("ecology")));
    assert_eq!(unit_of(&[town, Post::Unit(unit("ecology"))], &BOOK), None, "two units: somebody has to say");
    assert_eq!(unit_of(&[Post::Division(BOOK.county.code.clone())], &BOOK), None);
    assert_eq!(unit_of(&[], &BOOK), None);
}

#[test]
fn everybody_is_looked_after_by_those_above_and_nobody_else() {
    let after = |manager: PersonId| -> Vec<PersonId> {
        everybody().iter().filter(|one| looks_after(&somebody(manager), one, &BOOK)).map(|one| one.id).collect()
    };
    assert_eq!(after(ADMIN), (1..=EVERYBODY).map(person).collect::<Vec<_>>());
    assert_eq!(
        after(DISPATCHER),
        [PATROLLER, PATROLLER2, HANDLER, person(4), TOWN_HANDLER, COORDINATOR, LIAISON, CONTRACTOR, STRANGER],
        "no other dispatcher, and none of the county's offices"
    );
    assert_eq!(after(COORDINATOR), [PATROLLER, PATROLLER2, TOWN_HANDLER], "their own township's staff");
    assert_eq!(after(STRANGER), [], "another township's are not theirs");
    for who in [PATROLLER, HANDLER, LIAISON, REVIEWER, LEADER, CONTRACTOR, AUDITOR] {
        assert_eq!(after(who), [], "{who}");
        assert!(!manages(&somebody(who)));
    }
}

#[test]
fn nobody_but_an_administrator_gives_what_would_give_more_of_it() {
    let managing = [Role::Admin, Role::Dispatcher, Role::Coordinator];
    for manager in everybody().iter().filter(|one| !one.has(Role::Admin)) {
        for post in places() {
            for role in Role::ALL.into_iter().filter(|role| may_grant(manager, *role, &post, &BOOK)) {
                assert!(
                    !matches!(role, Role::Admin | Role::Auditor | Role::Reviewer | Role::Leader | Role::Dispatcher),
                    "{}",
                    manager.name
                );
                assert_ne!(post, Post::Division(BOOK.county.code.clone()), "{} gives {role:?} the whole county", manager.name);
                let is_dispatcher = manager.has(Role::Dispatcher);
                assert!(is_dispatcher || !managing.contains(&role), "{} gives {role:?}", manager.name);
                if let (false, Post::Division(place)) = (is_dispatcher, &post) {
                    assert!(manager.has_in_division(Role::Coordinator, place));
                }
            }
        }
    }
}

#[test]
fn a_role_holds_only_where_it_means_something() {
    let holds = |role, post: Post| holds_at(role, &post, &BOOK);
    let (county, town) = (Post::Division(code("359921")), Post::Division(code(TOWN)));
    let (bureau, firm) = (Post::Unit(unit("ecology")), Post::Unit(unit(seed::CONTRACTOR)));
    for role in Role::ALL {
        assert!(places().into_iter().any(|post| holds(role, post)), "{role:?} can hold nowhere");
        assert!(!holds(role, Post::Division(code("110101"))) && !holds(role, Post::Unit(unit("nobody"))), "{role:?} outside the county");
    }
    assert!(!holds(Role::Coordinator, county.clone()) && holds(Role::Coordinator, town.clone()));
    assert!(holds(Role::Dispatcher, county.clone()) && !holds(Role::Dispatcher, town.clone()));
    assert!(holds(Role::Liaison, bureau.clone()) && !holds(Role::Liaison, town));
    assert!(holds(Role::Contractor, firm.clone()) && !holds(Role::Contractor, bureau) && !holds(Role::Liaison, firm));
}

#[test]
fn every_objection_is_named() {
    let object = |who: PersonId, after: &PersonCard| objections(&somebody(who), None, after, &BOOK);
    assert_eq!(object(COORDINATOR, &new(TOWN_UNIT, &[(Role::Patroller, division(TOWN))])), []);
    assert_eq!(object(DISPATCHER, &new("ecology", &[(Role::Liaison, Scope::Unit(unit("ecology")))])), []);
    assert_eq!(object(ADMIN, &new(seed::OFFICE, &[(Role::Admin, division("359921"))])), []);
    assert_eq!(object(ADMIN, &new("nowhere", &[])), [Objection::UnknownUnit, Objection::NoRole]);
    assert_eq!(object(ADMIN, &new(TOWN_UNIT, &[(Role::Patroller, division("110101"))])), [Objection::WrongPlace { at: 0 }]);
    let nowhere = new(TOWN_UNIT, &[(Role::Patroller, Scope::Grid(vec![]))]);
    assert_eq!(object(ADMIN, &nowhere), [Objection::NoRole, Objection::WrongPlace { at: 0 }], "a grid of nothing is no role either");
    let much = new("ecology", &[(Role::Patroller, division(TOWN)), (Role::Reviewer, division("359921"))]);
    assert_eq!(object(COORDINATOR, &much), [Objection::UnitNotYours, Objection::RoleNotYours { at: Some(1) }]);
    assert_eq!(object(PATROLLER, &new(TOWN_UNIT, &[(Role::Patroller, division(TOWN))])).len(), 2, "who looks after nobody makes nobody");
}

#[test]
fn what_was_given_stays_and_what_is_not_mine_is_not_taken() {
    let hats = somebody(MANY_HATS);
    let fewer = PersonCard { grants: hats.grants[..1].to_vec(), ..hats.clone() };
    assert!(objections(&somebody(DISPATCHER), Some(&hats), &fewer, &BOOK).contains(&Objection::RoleNotYours { at: None }));
    assert_eq!(objections(&somebody(ADMIN), Some(&hats), &fewer, &BOOK), []);
    let renamed = PersonCard { name: "改了名".to_owned(), ..hats.clone() };
    assert_eq!(objections(&somebody(DISPATCHER), Some(&hats), &renamed, &BOOK), []);
}

#[test]
fn nobody_changes_their_own_roles() {
    for who in [ADMIN, DISPATCHER2, COORDINATOR, MANY_HATS] {
        let own = somebody(who);
        let mut more = own.clone();
        more.grants.push(Grant { role: Role::Patroller, scope: Scope::Division(DivisionCode::clone(&code("359921100"))) });
        assert!(objections(&own, Some(&own), &more, &BOOK).contains(&Objection::OwnRoles), "{who}");
        let less = PersonCard { grants: Vec::new(), ..own.clone() };
        assert!(objections(&own, Some(&own), &less, &BOOK).contains(&Objection::OwnRoles), "{who}");
        assert_eq!(objections(&own, Some(&own), &PersonCard { name: "改名".to_owned(), ..own.clone() }, &BOOK), [], "{who}");
    }
}

#[test]
fn the_last_administrator_is_known() {
    let (admin, everybody) = (somebody(ADMIN), everybody());
    assert!(is_last_admin(ADMIN, &everybody));
    assert!(!is_last_admin(DISPATCHER, &everybody), "who administers nothing is not the last who does");
    let second = PersonCard { id: person(77), ..admin };
    assert!(!is_last_admin(ADMIN, everybody.iter().chain([&second])));
}

#[test]
fn administrators_and_auditors_read_no_cases() {
    let readers = everybody().into_iter().filter(reads_cases).map(|one| one.id).collect::<Vec<_>>();
    assert!(!readers.contains(&ADMIN) && !readers.contains(&AUDITOR) && readers.len() == everybody().len() - 2);
}
