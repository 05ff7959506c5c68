//! The whole demonstration: as large as it promises, and in the shares of an ordinary county.

use crate::seed_demo::made;
use huiyin_domain::{
    case::{Case, State},
    ids::CaseId,
};
use huiyin_server::{demo::CASES, storage};
use std::collections::BTreeMap;

/// Whether so many of `of` are about so many percent.
#[track_caller]
fn about(what: &str, count: usize, of: usize, percent: (f64, f64)) {
    let share = count as f64 * 100.0 / of as f64;
    assert!((percent.0..=percent.1).contains(&share), "{what}: {count} of {of} are {share:.1} %, not {percent:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_demonstration_has_its_shares() {
    let (_folder, core, _, made) = made(CASES).await;
    assert!((2300..=2500).contains(&made.cases) && made.pictures <= 60, "{made:?}");
    let (mut cases, mut after): (Vec<Case>, Option<CaseId>) = (Vec::new(), None);
    loop {
        let batch = storage::cases::batch(core.db.read(), after, 500).await.unwrap();
        let Some(last) = batch.last() else { break };
        after = Some(last.id);
        cases.extend(batch);
    }
    let all = cases.len();
    assert_eq!(all, made.cases);
    let count = |holds: &dyn Fn(&Case) -> bool| cases.iter().filter(|case| holds(case)).count();
    let now = core.now();
    let late = |case: &Case| case.last_promise.is_some_and(|due| due < case.closed_at.unwrap_or(now));
    about("reopened", count(&|case| case.reopened > 0 || case.state == State::ReopenRequested), all, (5.0, 7.0));
    about("late", count(&|case| late(case) && (case.closed_at.is_some() || case.state.is_open())), all, (7.0, 11.0));
    about("declined", count(&|case| case.state == State::Declined), all, (3.5, 4.5));
    about("merged", count(&|case| case.state == State::Merged), all, (4.5, 5.5));
    about("extended", count(&|case| case.extended_days > 0), all, (2.0, 7.0));
    about("open", count(&|case| case.state.is_open()), all, (6.0, 12.0));
    assert!(count(&|case| case.state == State::StageClosed) >= 10 && count(&|case| case.state == State::Suspended) >= 10);

    // Eighteen months, each with its own amount: more in early summer than around the Spring Festival.
    let mut months: BTreeMap<String, usize> = BTreeMap::new();
    for case in &cases {
        let day = case.opened_at.day();
        *months.entry(format!("{}-{:02}", day.year(), u8::from(day.month()))).or_default() += 1;
    }
    assert!((18..=20).contains(&months.len()), "{months:?}");
    assert!(months["2026-06"] > months["2026-02"] * 3 / 2, "{months:?}");

    // The same happens again at the same place.
    let again = cases.iter().filter(|case| {
        let like = |other: &&Case| {
            let near = case.place.zip(other.place).is_some_and(|(one, other)| one.distance_m(other) <= 100.0);
            let before = case.opened_at - other.opened_at;
            near && case.category == other.category && before.is_positive() && before <= time::Duration::days(180)
        };
        case.state != State::Merged && cases.iter().any(|other| like(&other))
    });
    about("at the same place", again.count(), all, (10.0, 30.0));
}
