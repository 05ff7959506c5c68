//! The desk's list at 100,000 cases: every page is read along an index, and turning pages shows every case once.

use crate::{desk_user::DeskUser, support::House};
use huiyin_app::backend::InboxGroup;
use huiyin_domain::{
    ids::PersonId,
    people::{Grant, PersonCard, Role, Scope, UnitCode},
};
use huiyin_server::{
    cases::reader,
    storage::inbox::{Filter, Mark, Segment, page, plan},
};
use sea_orm::ConnectionTrait;
use std::collections::HashSet;
use uuid::Uuid;

/// One open case in twenty, all townships and units, forty handlers, due dates on both sides of now.
const FILL: &str = "
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
INSERT INTO case_file (id, number, state, open, paused, category, division, township, lat_deg, lon_deg, lead_unit, handler, rechecker,
    severity, supervision_level, reports, words, publication, opened_at, due_at, soon_at, closed_at, seq, body)
SELECT CAST(printf('%016d', i) AS BLOB), printf('CX26-%06d', i),
    CASE WHEN i % 20 = 0 THEN (CASE i % 3 WHEN 0 THEN 'accepted' WHEN 1 THEN 'in_progress' ELSE 'awaiting_recheck' END) ELSE 'closed' END,
    i % 20 = 0, i % 400 = 0, printf('C%02d', 1 + i % 18), printf('3599211%02d', i % 6), printf('3599211%02d', i % 6), 26.06, 117.9,
    CASE i % 3 WHEN 0 THEN 'ecology' WHEN 1 THEN 'housing' ELSE printf('t-3599211%02d', i % 6) END,
    CAST(printf('%016d', i % 40) AS BLOB), NULL, 0, 0, 1, '河边有人倒垃圾，味道很大', CASE WHEN i % 20 = 0 THEN 'undecided' ELSE 'published' END,
    1700000000000 + i * 60000, CASE WHEN i % 20 = 0 THEN 1795000000000 + (i % 977) * 1000000 END,
    CASE WHEN i % 20 = 0 THEN 1794700000000 + (i % 977) * 1000000 END, CASE WHEN i % 20 > 0 THEN 1700000000000 + i * 61000 END, i, '{}'
FROM n";

fn holder(role: Role, scope: Scope) -> PersonCard {
    let grants = vec![Grant { role, scope }];
    PersonCard { id: PersonId(Uuid::from_u128(7)), name: "x".into(), grants, unit: UnitCode("ecology".into()), certificate: None }
}

#[tokio::test]
async fn a_hundred_thousand_cases_are_read_along_indexes() {
    let house = House::new().await;
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(FILL).await.unwrap();
    db.commit().await.unwrap();
    let county = house.core.county().await.unwrap();
    let read = house.core.db.read();
    let people = [
        ("dispatcher", holder(Role::Dispatcher, Scope::Division("359921".parse().unwrap()))),
        ("coordinator", holder(Role::Coordinator, Scope::Division("359921100".parse().unwrap()))),
        ("liaison", holder(Role::Liaison, Scope::Unit(UnitCode("ecology".into())))),
        ("handler", holder(Role::Handler, Scope::Unit(UnitCode("ecology".into())))),
        ("patroller", holder(Role::Patroller, Scope::Grid(vec!["359921101".parse().unwrap(), "359921102".parse().unwrap()]))),
        ("reviewer", holder(Role::Reviewer, Scope::Division("359921".parse().unwrap()))),
    ];
    for (name, person) in people {
        let reader = reader(&person, &county.rulebook, house.core.now());
        for segment in Segment::ALL {
            let lines = page(read, &reader, &Filter::default(), segment, None, 40).await.unwrap();
            let next = lines.last().map(|line| Mark::after(line, segment));
            for after in [None, next] {
                let steps = plan(read, &reader, &Filter::default(), segment, after).await.unwrap();
                assert!(!steps.is_empty());
                for step in &steps {
                    let walks = step.starts_with("SCAN case_file") && !step.contains("USING INDEX");
                    assert!(!walks && !step.contains("TEMP B-TREE"), "{name}, {segment:?}, after {after:?}: {steps:#?}");
                }
            }
        }
    }
}

#[tokio::test]
async fn turning_pages_shows_every_case_once_and_as_many_as_were_counted() {
    let house = House::new().await;
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(&FILL.replace("100000", "3000")).await.unwrap();
    db.commit().await.unwrap();
    let user = DeskUser::signed_in(&house, "coordinator").await;
    let first = user.inbox(&house, "").await;
    let counted: u32 = first.counts.iter().map(|(_, count)| count).sum();
    let (mut seen, mut order) = (HashSet::new(), Vec::new());
    let mut next = first.next.clone();
    let mut rows = first.rows;
    loop {
        for row in rows {
            order.push(row.group);
            assert!(seen.insert(row.number.clone()), "{} is listed twice", row.number);
        }
        let Some(after) = next else { break };
        let page = user.inbox(&house, &format!("?after={after}")).await;
        (rows, next) = (page.rows, page.next);
    }
    assert_eq!(u32::try_from(seen.len()).unwrap(), counted);
    assert_eq!(counted, 500);
    let place = |group: &InboxGroup| {
        [InboxGroup::Overdue, InboxGroup::DueSoon, InboxGroup::Mine, InboxGroup::OnTime, InboxGroup::Paused, InboxGroup::Closed]
            .iter()
            .position(|one| one == group)
    };
    assert!(order.is_sorted_by_key(place), "groups come in their order");
}
