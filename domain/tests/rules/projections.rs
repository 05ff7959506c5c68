//! What of a case may be on a phone.

use crate::{
    bench::{Bench, COORDINATOR, DISPATCHER, PATROLLER, PATROLLER2, TOWN_HANDLER},
    samples,
};
use huiyin_domain::{
    case::{self, Ask, OnBehalf, Reporter, VerbName},
    sync::message::Why,
};

#[test]
fn a_phone_holds_a_case_for_a_reason() {
    let mut bench = Bench::new();
    let id = bench.reported_done();
    bench.good(COORDINATOR, id, VerbName::AssignRecheck);
    let case = bench.case(id);
    assert_eq!(case.why(PATROLLER), [Why::Reported]);
    assert_eq!(case.why(TOWN_HANDLER), [Why::Handling]);
    assert_eq!(case.why(PATROLLER2), [Why::Rechecking]);
    assert_eq!(case.why(COORDINATOR), []);
    bench.good(PATROLLER2, id, VerbName::Recheck);
    assert_eq!(bench.case(id).why(PATROLLER2), [], "done: it leaves the phone");
}

#[test]
fn nobody_elses_reporter_is_on_a_phone() {
    let mut bench = Bench::new();
    let master = bench.accepted();
    let ask = Ask::Submit(case::Submit { on_behalf: Some(OnBehalf::Named), ..samples::submit("C06", bench.now) });
    let second = bench.open(DISPATCHER, ask);
    bench.ok(COORDINATOR, second, Ask::Merge(case::Merge { master, words: "同一处".to_owned() }));
    bench.good(COORDINATOR, master, VerbName::Dispatch);
    let case = bench.case(master);

    let handlers = case.for_phone(TOWN_HANDLER);
    assert_eq!(handlers.reports.len(), 2);
    assert!(handlers.reports.iter().all(|filed| filed.reporter == Reporter::Hidden));
    let mine = case.for_phone(PATROLLER);
    assert_eq!(mine.reports.len(), 1, "what others told is not for who only reported");
    assert_eq!(mine.reports[0].reporter, Reporter::Staff { person: PATROLLER });
    let text = serde_json::to_string(&handlers.reports).unwrap();
    assert!(!text.contains(&PATROLLER.to_string()) && !text.contains("named"), "{text}");
}

#[test]
fn a_reviewer_reads_no_reporters_words() {
    let mut bench = Bench::new();
    let id = bench.closed();
    let text = serde_json::to_string(&bench.case(id).for_reviewer().reports).unwrap();
    assert!(!text.contains("河边") && !text.contains(&PATROLLER.to_string()), "{text}");
}

#[test]
fn a_place_reads_back_as_it_was_written() {
    for n in 0..2_000u32 {
        let point =
            huiyin_domain::place::Point { lat_deg: 25.8 + f64::from(n) * 0.000_212_345_678_9, lon_deg: 117.7 + f64::from(n) / 3_000.7 };
        for point in [point, point.public_cell()] {
            let once: huiyin_domain::place::Point = serde_json::from_str(&serde_json::to_string(&point).unwrap()).unwrap();
            let twice: huiyin_domain::place::Point = serde_json::from_str(&serde_json::to_string(&once).unwrap()).unwrap();
            assert_eq!(once, twice);
            assert!(once.distance_m(point) < 0.02);
        }
        let cell = point.public_cell();
        let read: huiyin_domain::place::Point = serde_json::from_str(&serde_json::to_string(&cell).unwrap()).unwrap();
        assert_eq!(read, cell);
    }
}
