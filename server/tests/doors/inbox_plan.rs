//! The desk's list at 100,000 cases: every page is read along an index, and turning pages shows every case once.

use crate::{desk_user::DeskUser, figures::CASES, support::House};
use huiyin_app::backend::{Inbox, InboxGroup};
use huiyin_domain::{
    ids::PersonId,
    people::{Grant, PersonCard, Role, Scope, UnitCode},
};
use huiyin_server::{
    cases::reader,
    storage::{
        inbox::{Filter, Mark, Segment, Word, page, plan},
        seen::Seen,
    },
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::collections::{BTreeMap, HashSet};
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
    CAST(printf('%016d', i % 40) AS BLOB), NULL, 0, 0, 1, '河边有人倒垃圾，味道很大', CASE WHEN i % 20 = 0 THEN 'undecided' WHEN i % 1000 = 1 THEN 'redacting' ELSE 'published' END,
    1700000000000 + i * 60000, CASE WHEN i % 20 = 0 THEN 1795000000000 + (i % 977) * 1000000 END,
    CASE WHEN i % 20 = 0 THEN 1794700000000 + (i % 977) * 1000000 END, CASE WHEN i % 20 > 0 THEN 1700000000000 + i * 61000 END, i, '{}'
FROM n";

/// What those cases are found by; one in five thousand is about sand.
const FOUND_BY: &str = "
INSERT INTO case_search (case_id, site, words)
SELECT id, NULL, lower(number || ' ' || words || CASE WHEN seq % 5000 = 0 THEN '采砂' ELSE '' END) FROM case_file";

fn holder(role: Role, scope: Scope) -> PersonCard {
    let grants = vec![Grant { role, scope }];
    PersonCard { id: PersonId(Uuid::from_u128(7)), name: "x".into(), grants, unit: UnitCode("ecology".into()), certificate: None }
}

#[tokio::test]
async fn a_hundred_thousand_cases_are_read_along_indexes() {
    let house = House::new().await;
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(FILL).await.unwrap();
    db.execute_unprepared(FOUND_BY).await.unwrap();
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
    let word = |text: &str| Filter { search: vec![Word { text: text.to_owned(), ..Word::default() }], ..Filter::default() };
    let (rare, common) = (word("采砂").looked_up(read).await.unwrap(), word("垃圾").looked_up(read).await.unwrap());
    assert_eq!(rare.search[0].cases.as_ref().map(Vec::len), Some(20));
    assert_eq!(common.search[0].cases, None);
    for (name, person) in people {
        let reader = reader(&person, &county.rulebook, house.core.now());
        for segment in Segment::ALL {
            let lines = page(read, &reader, &Filter::default(), segment, None, 40).await.unwrap();
            let next = lines.last().map(|line| Mark::after(line, segment));
            let unseen = Filter { unseen_by: Some(Seen { person: person.id, up_to: 50_000 }), ..Filter::default() };
            for (after, filter) in [(None, &Filter::default()), (next, &Filter::default()), (None, &unseen), (next, &unseen)] {
                let steps = plan(read, &reader, filter, segment, after).await.unwrap();
                let is_told = segment == Segment::MinePublication;
                assert_eq!(steps.is_empty(), is_told && !tells(name), "{name}, {segment:?}");
                for step in &steps {
                    assert!(!walks(step) && !step.contains("TEMP B-TREE"), "{name}, {segment:?}, after {after:?}: {steps:#?}");
                    // What waits to be published is a hundred among 95,000 that are closed.
                    let reads_cases = step.starts_with("SEARCH case_file ") && !step.contains("case_file_about_unit");
                    assert!(!(is_told && reads_cases) || step.contains("case_file_stage"), "{name}, after {after:?}: {steps:#?}");
                }
            }
            // A search has read its narrow table once before; no page reads it again from end to end.
            for filter in [&rare, &common] {
                let steps = plan(read, &reader, filter, segment, None).await.unwrap();
                assert!(!steps.iter().any(|step| walks(step)), "{name}, {segment:?}: {steps:#?}");
            }
        }
    }
}

/// Whether cases wait for this person to be published.
fn tells(name: &str) -> bool {
    ["dispatcher", "coordinator", "liaison", "reviewer"].contains(&name)
}

/// Whether a step reads a table from end to end.
fn walks(step: &str) -> bool {
    ["case_file", "case_search", "case_seen"].iter().any(|table| step.starts_with(&format!("SCAN {table}")))
        && !step.contains("USING INDEX")
        && !step.contains("USING COVERING INDEX")
}

/// A case as the slow reference reads it.
struct Plain {
    number: String,
    state: String,
    open: bool,
    paused: bool,
    category: String,
    township: Option<String>,
    publication: String,
    due_at: Option<i64>,
    soon_at: Option<i64>,
}

async fn every_case(house: &House) -> Vec<Plain> {
    let asked = "SELECT number, state, open, paused, category, township, publication, due_at, soon_at FROM case_file";
    let rows = house.core.db.read().query_all_raw(Statement::from_string(DbBackend::Sqlite, asked)).await.unwrap();
    let plain = |row: &sea_orm::QueryResult| Plain {
        number: row.try_get("", "number").unwrap(),
        state: row.try_get("", "state").unwrap(),
        open: row.try_get("", "open").unwrap(),
        paused: row.try_get("", "paused").unwrap(),
        category: row.try_get("", "category").unwrap(),
        township: row.try_get("", "township").unwrap(),
        publication: row.try_get("", "publication").unwrap(),
        due_at: row.try_get("", "due_at").unwrap(),
        soon_at: row.try_get("", "soon_at").unwrap(),
    };
    rows.iter().map(plain).collect()
}

/// Where a case belongs. Whether an open one waits for the reader is another question; what is to be made fit for publication
/// waits for both who ask here.
fn group(case: &Plain, now: i64) -> &'static str {
    match (case.open, case.paused, case.due_at, case.soon_at) {
        (false, ..) if case.publication == "redacting" => "running",
        (false, ..) => "closed",
        (true, true, ..) => "paused",
        (true, false, Some(due), _) if due < now => "overdue",
        (true, false, Some(_), Some(soon)) if soon <= now => "due_soon",
        _ => "running",
    }
}

fn counted(inbox: &Inbox) -> BTreeMap<&'static str, u32> {
    let mut counts = BTreeMap::new();
    for (group, count) in &inbox.counts {
        let name = match group {
            InboxGroup::Overdue => "overdue",
            InboxGroup::DueSoon => "due_soon",
            InboxGroup::Mine | InboxGroup::OnTime => "running",
            InboxGroup::Paused => "paused",
            InboxGroup::Closed => "closed",
        };
        *counts.entry(name).or_default() += count;
    }
    counts.retain(|_, count| *count > 0);
    counts
}

#[tokio::test]
async fn counts_are_those_of_a_slow_reference() {
    let house = House::new().await;
    let now = house.core.now().unix_ms();
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(&CASES.replace("NOW", &now.to_string()).replace("700", "1500")).await.unwrap();
    db.execute_unprepared(FOUND_BY).await.unwrap();
    // The coordinator handles some of the township's cases: seen for two reasons, counted once.
    let handled = "UPDATE case_file SET handler = x'0000000000000000000000000000A004' WHERE township = '359921100' AND seq % 3 = 0";
    db.execute_unprepared(handled).await.unwrap();
    db.commit().await.unwrap();
    let cases = every_case(&house).await;
    assert_eq!(cases.len(), 1500);
    type Fits = fn(&Plain) -> bool;
    let queries: [(&str, Fits); 8] = [
        ("", |_| true),
        ("?state=closed", |case| case.state == "closed"),
        ("?category=C05", |case| case.category == "C05"),
        ("?division=359921101", |case| case.township.as_deref() == Some("359921101")),
        // Few cases have it in their number, and every one in its words.
        ("?search=26-0001", |case| case.number.contains("26-0001")),
        ("?search=%E5%9E%83%E5%9C%BE", |_| true),
        ("?search=%E5%9E%83%E5%9C%BE&state=rectifying", |case| case.state == "rectifying"),
        ("?unread=true&state=suspended", |case| case.state == "suspended"),
    ];
    for (name, township) in [("dispatcher", None), ("coordinator", Some("359921100"))] {
        let user = DeskUser::signed_in(&house, name).await;
        for (query, fits) in queries {
            let mut expected: BTreeMap<&str, u32> = BTreeMap::new();
            let mine = cases.iter().filter(|case| township.is_none() || case.township.as_deref() == township);
            for case in mine.filter(|case| fits(case)) {
                *expected.entry(group(case, now)).or_default() += 1;
            }
            assert_eq!(counted(&user.inbox(&house, query).await), expected, "{name} {query}");
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
