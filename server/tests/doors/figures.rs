//! Figures: every number is the size of the list that it leads to, nobody's hold what is not theirs, and what is taken
//! away as a file is what the screen shows.

use crate::{
    desk_user::{DeskUser, reported},
    support::House,
};
use huiyin_app::backend::{FiguresPage, Inbox};
use huiyin_domain::figures::{Figures, Group, Grouping, Tally};
use sea_orm::ConnectionTrait;

/// Cases in every state, with and without township, unit and handler, promises and answers on both sides of every line.
pub(crate) const CASES: &str = "
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700),
drawn AS (SELECT i, NOW - (i * 37 % 400) * 86400000 AS opened, CASE i * 7 % 15
    WHEN 0 THEN 'pending_acceptance' WHEN 1 THEN 'accepted' WHEN 2 THEN 'dispatched' WHEN 3 THEN 'in_progress' WHEN 4 THEN 'rectifying'
    WHEN 5 THEN 'awaiting_recheck' WHEN 6 THEN 'stage_closed' WHEN 7 THEN 'suspended' WHEN 8 THEN 'declined' WHEN 9 THEN 'transferred'
    WHEN 10 THEN 'merged' WHEN 11 THEN 'void' ELSE 'closed' END AS state FROM n),
known AS (SELECT *, state NOT IN ('closed', 'declined', 'transferred', 'merged', 'void') AS open FROM drawn)
INSERT INTO case_file (id, number, state, open, paused, category, division, township, lat_deg, lon_deg, lead_unit, handler, rechecker,
    severity, supervision_level, reports, words, publication, opened_at, due_at, soon_at, closed_at, seq, body,
    promised_at, first_promised_at, finding, disposed, passed_first, extended, suspended, satisfied)
SELECT CAST(printf('%016d', i) AS BLOB), printf('CX26-%06d', i), state, open, open AND (state = 'suspended' OR i % 11 = 0),
    CASE i % 20 WHEN 0 THEN 'C99' WHEN 19 THEN 'C01' ELSE printf('C%02d', i % 20) END,
    CASE i % 4 WHEN 0 THEN '359921100' WHEN 1 THEN '359921101' WHEN 2 THEN '359921201' END,
    CASE i % 4 WHEN 0 THEN '359921100' WHEN 1 THEN '359921101' WHEN 2 THEN '359921201' END, 26.06, 117.9,
    CASE i % 3 WHEN 0 THEN 'ecology' WHEN 1 THEN 'housing' END, CASE WHEN i % 5 > 0 THEN CAST(printf('%016d', i % 40) AS BLOB) END, NULL,
    0, 0, 1, '河边有人倒垃圾', CASE WHEN open THEN 'undecided' WHEN i % 13 = 0 THEN 'redacting' ELSE 'published' END, opened,
    CASE WHEN open AND i % 4 > 0 THEN NOW + ((i * 29) % 80 - 40) * 86400000 END,
    CASE WHEN open AND i % 4 > 0 THEN NOW + ((i * 29) % 80 - 43) * 86400000 END,
    CASE WHEN NOT open THEN opened + (i * 13 % 60) * 86400000 END, i, '{}',
    CASE WHEN i % 6 > 0 THEN opened + (i * 11 % 50) * 86400000 END, CASE WHEN i % 6 > 0 THEN opened + (i * 5 % 40) * 86400000 END,
    CASE i % 5 WHEN 0 THEN 'substantiated' WHEN 1 THEN 'partly' WHEN 2 THEN 'unsubstantiated' WHEN 3 THEN 'not_applicable' END,
    i % 3 = 0, CASE i % 4 WHEN 1 THEN 1 WHEN 2 THEN 0 END, i % 7 = 0, i % 9 = 0, CASE i % 3 WHEN 1 THEN 1 WHEN 2 THEN i % 2 END
FROM known";

/// One answer owed for each case with a promise, two for every fifth.
const REPORTS: &str = "
INSERT INTO report (id, case_id, reporter_kind, reporter, received_at, made_at, due_at, answered_at)
SELECT CAST(printf('%016d', seq + FIRST) AS BLOB), id, 'anonymous', NULL, opened_at, opened_at, promised_at,
    CASE WHEN seq % 4 > 0 THEN promised_at + (seq * 3 % 7 - 4) * 3600000 END
FROM case_file WHERE seq % EVERY = 0";

async fn filled() -> House {
    let house = House::new().await;
    let now = house.core.now().unix_ms().to_string();
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(&CASES.replace("NOW", &now)).await.unwrap();
    db.execute_unprepared(&REPORTS.replace("FIRST", "10000").replace("EVERY", "1")).await.unwrap();
    db.execute_unprepared(&REPORTS.replace("FIRST", "20000").replace("EVERY", "5")).await.unwrap();
    db.commit().await.unwrap();
    house
}

const DAYS: &str = "from=2026-03-10&to=2026-11-20";

async fn figures(user: &DeskUser, house: &House, query: &str) -> FiguresPage {
    user.get(house, &format!("/api/v1/figures?{query}")).await.json()
}

async fn listed(user: &DeskUser, house: &House, query: &str) -> u32 {
    let page: Inbox = user.inbox(house, &format!("?{query}")).await;
    page.counts.iter().map(|(_, count)| count).sum()
}

fn name(tally: Tally) -> String {
    serde_json::to_value(tally).unwrap().as_str().unwrap().to_owned()
}

/// The address of a group's cases, as its numbers link to it.
fn group_query(by: Grouping, group: &Group) -> String {
    let days = format!("from={}&to={}", group.from, group.to);
    match (by, group.key.as_deref()) {
        (Grouping::Township, Some(code)) => format!("{days}&division={code}"),
        (Grouping::Unit, Some(code)) => format!("{days}&unit={code}"),
        (Grouping::Theme, Some(code)) => format!("{days}&theme={code}"),
        (Grouping::Category, Some(code)) => format!("{days}&category={code}"),
        (Grouping::Month, _) => days,
        (Grouping::Township, None) => format!("{days}&without=township"),
        (Grouping::Unit, None) => format!("{days}&without=unit"),
        (Grouping::Theme | Grouping::Category, None) => format!("{days}&without=theme"),
    }
}

async fn agree(user: &DeskUser, house: &House, figures: &Figures, query: &str) {
    for (tally, count) in &figures.cases {
        let listed = listed(user, house, &format!("tally={}&{query}", name(*tally))).await;
        assert_eq!(*count, listed, "{tally:?} in {query}");
    }
}

#[tokio::test]
async fn every_number_is_as_many_cases_as_its_link_lists() {
    let house = filled().await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    for by in [Grouping::Township, Grouping::Unit, Grouping::Theme, Grouping::Category, Grouping::Month] {
        let by_name = serde_json::to_value(by).unwrap();
        let page = figures(&dispatcher, &house, &format!("{DAYS}&by={}", by_name.as_str().unwrap())).await;
        if by == Grouping::Township {
            agree(&dispatcher, &house, &page.all, DAYS).await;
            assert!(page.all.cases.values().all(|count| *count > 0), "a set without a case shows nothing: {:?}", page.all);
        }
        for tally in Tally::ALL.into_iter().filter(|tally| by != Grouping::Month || !tally.is_of_now()) {
            let parts: u32 = page.groups.iter().map(|group| group.figures.count(tally)).sum();
            // Of a group in which hardly anybody said, nobody reads how many were satisfied.
            if tally == Tally::Satisfied {
                continue;
            }
            // A case may owe answers in one month only; every other set lies in one group whole.
            assert_eq!(parts, page.all.count(tally), "{tally:?} by {by:?}");
        }
        // Two groups and the one without a key show that the filters fit; each costs nineteen lists.
        let some = page.groups.iter().filter(|group| group.key.is_none()).chain(page.groups.iter().rev().take(1));
        for group in some {
            agree(&dispatcher, &house, &group.figures, &group_query(by, group)).await;
        }
    }
    for name in ["coordinator", "liaison"] {
        let user = DeskUser::signed_in(&house, name).await;
        let page = figures(&user, &house, DAYS).await;
        assert!(page.all.count(Tally::Received) > 0, "{name}");
        agree(&user, &house, &page.all, DAYS).await;
    }
}

#[tokio::test]
async fn figures_hold_what_lies_in_ones_area_and_no_more() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "=HYPERLINK(\"http://x\")夜里音响太吵了", &[]).await;
    for (name, received) in [("coordinator", 1), ("dispatcher", 1), ("coordinator-far", 0), ("liaison", 0), ("admin", 0), ("auditor", 0)] {
        let user = DeskUser::signed_in(&house, name).await;
        let page = figures(&user, &house, "").await;
        assert_eq!(page.all.count(Tally::Received), received, "{name}");
        assert_eq!(page.groups.len() as u32, received, "{name}");
        for (path, ending) in [("/desk/cases", "csv"), ("/desk/figures", "csv")] {
            let file = user.get(&house, &format!("{path}.{ending}")).await;
            let text = String::from_utf8(file.body.clone()).unwrap();
            assert!(file.status.is_success() && text.starts_with('\u{feff}'), "{path} for {name}");
            assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
            assert!(file.header("content-disposition").contains("-2026-11-23.csv"));
            let here = text.contains(if path == "/desk/cases" { number.as_str() } else { "359921100" }) || text.contains("城关");
            assert!(path != "/desk/cases" || here == (received > 0), "{name}: {text}");
            assert!(!text.contains("patroller"), "whoever reported is in no file");
            assert!(!text.contains("\"=HYPERLINK"), "a formula is in the file");
        }
        let book = user.get(&house, "/desk/cases.xlsx?group=mine").await;
        assert!(book.status.is_success() && book.body.starts_with(b"PK"));
    }
    house.get("/api/v1/figures", None).await.is_problem(401, "not_signed_in", None);
    assert_eq!(house.get("/desk/cases.csv", None).await.header("location"), "/desk/sign-in");
}

#[tokio::test]
async fn days_that_are_no_period_and_figures_without_days_are_told_by_field() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    user.get(&house, "/api/v1/figures?from=2026-12-24").await.is_problem(400, "bad_address", Some("from"));
    user.get(&house, "/api/v1/figures?from=2020-01-01").await.is_problem(400, "bad_address", Some("from"));
    user.get(&house, "/api/v1/figures?from=yesterday").await.is_problem(400, "bad_address", Some("query"));
    user.get(&house, "/api/v1/cases?tally=due&to=2026-11-01").await.is_problem(400, "bad_address", Some("from"));
    user.get(&house, "/api/v1/cases?tally=due&from=2026-11-01").await.is_problem(400, "bad_address", Some("to"));
    user.get(&house, "/api/v1/cases?without=month").await.is_problem(400, "bad_address", Some("without"));
    user.get(&house, "/api/v1/cases?unit=nobody").await.is_problem(400, "bad_address", Some("unit"));
    assert!(user.get(&house, "/api/v1/cases?tally=overdue").await.status.is_success());
    user.get(&house, "/desk/cases.csv?category=C77").await.is_problem(400, "bad_address", Some("category"));
}

#[tokio::test]
async fn a_file_of_the_list_has_every_line_of_it() {
    let house = filled().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    for query in ["", "?group=overdue", "?tally=due&from=2026-03-10&to=2026-11-20&without=unit"] {
        let page: Inbox = user.inbox(&house, query).await;
        let group = query.contains("group=");
        let counted: u32 =
            page.counts.iter().filter(|(one, _)| !group || *one == huiyin_app::backend::InboxGroup::Overdue).map(|(_, count)| count).sum();
        let text = String::from_utf8(user.get(&house, &format!("/desk/cases.csv{query}")).await.body).unwrap();
        assert_eq!(text.lines().count() - 1, counted as usize, "{query}");
        assert!(counted > 0 && text.contains("CX26-"));
    }
}
