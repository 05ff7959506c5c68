//! The desk's list at 100,000 cases on PostgreSQL: no page reads all cases.

use crate::support::House;
use huiyin_domain::{
    ids::PersonId,
    people::{Grant, PersonCard, Role, Scope, UnitCode},
};
use huiyin_server::{
    cases::reader,
    storage::{
        inbox::{Filter, Segment, Word, plan},
        seen::Seen,
    },
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

/// The same cases as on SQLite.
const FILL: &str = "
INSERT INTO case_file (id, number, state, open, paused, category, division, township, lat_deg, lon_deg, lead_unit, handler, rechecker,
    severity, supervision_level, reports, words, publication, opened_at, due_at, soon_at, closed_at, seq, body)
SELECT CAST(lpad(to_hex(i), 32, '0') AS UUID), 'CX26-' || lpad(CAST(i AS TEXT), 6, '0'),
    CASE WHEN i % 20 = 0 THEN (CASE i % 3 WHEN 0 THEN 'accepted' WHEN 1 THEN 'in_progress' ELSE 'awaiting_recheck' END) ELSE 'closed' END,
    i % 20 = 0, i % 400 = 0, 'C' || lpad(CAST(1 + i % 18 AS TEXT), 2, '0'), '35992110' || i % 6, '35992110' || i % 6, 26.06, 117.9,
    CASE i % 3 WHEN 0 THEN 'ecology' WHEN 1 THEN 'housing' ELSE 't-35992110' || i % 6 END,
    CAST(lpad(to_hex(i % 40), 32, '0') AS UUID), NULL, 0, 0, 1, '河边有人倒垃圾，味道很大',
    CASE WHEN i % 20 = 0 THEN 'undecided' WHEN i % 1000 = 1 THEN 'redacting' ELSE 'published' END, 1700000000000 + CAST(i AS BIGINT) * 60000,
    CASE WHEN i % 20 = 0 THEN 1795000000000 + (i % 977) * CAST(1000000 AS BIGINT) END,
    CASE WHEN i % 20 = 0 THEN 1794700000000 + (i % 977) * CAST(1000000 AS BIGINT) END,
    CASE WHEN i % 20 > 0 THEN 1700000000000 + CAST(i AS BIGINT) * 61000 END, i, '{}'
FROM generate_series(1, 100000) AS n(i);
INSERT INTO case_search (case_id, site, words)
SELECT id, NULL, lower(number || ' ' || words || CASE WHEN seq % 5000 = 0 THEN '采砂' ELSE '' END) FROM case_file;
ANALYZE";

#[tokio::test]
async fn no_page_reads_a_hundred_thousand_cases() {
    let house = House::new().await;
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(FILL).await.unwrap();
    db.commit().await.unwrap();
    let county = house.core.county().await.unwrap();
    let read = house.core.db.read();
    let people = [
        (Role::Dispatcher, Scope::Division("359921".parse().unwrap())),
        (Role::Coordinator, Scope::Division("359921100".parse().unwrap())),
        (Role::Liaison, Scope::Unit(UnitCode("ecology".into()))),
    ];
    let word = |text: &str| Filter { search: vec![Word { text: text.to_owned(), ..Word::default() }], ..Filter::default() };
    let rare = word("采砂").looked_up(read).await.unwrap();
    assert_eq!(rare.search[0].cases.as_ref().map(Vec::len), Some(20));
    for (role, scope) in people {
        let grants = vec![Grant { role, scope }];
        let id = PersonId(Uuid::from_u128(7));
        let person = PersonCard { id, name: "x".into(), grants, unit: UnitCode("ecology".into()), certificate: None };
        let reader = reader(&person, &county.rulebook, house.core.now());
        let unseen = Filter { unseen_by: Some(Seen { person: id, up_to: 50_000 }), ..Filter::default() };
        for segment in Segment::ALL {
            for filter in [&Filter::default(), &rare, &unseen] {
                let steps = plan(read, &reader, filter, segment, None).await.unwrap();
                let walks = steps.iter().any(|step| step.contains("Seq Scan on case_file") || step.contains("Seq Scan on case_search"));
                assert!(!steps.is_empty() && !walks, "{role:?}, {segment:?}: {steps:#?}");
            }
        }
    }
}
