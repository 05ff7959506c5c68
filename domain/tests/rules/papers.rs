//! What papers are told of a case: the law of the day, the order and the visit; of a reporter nothing.

use crate::{
    bench::{BOOK, Bench, COORDINATOR, TOWN_HANDLER, at, card},
    samples,
};
use huiyin_domain::{
    case::{Ask, Finding, VerbName},
    document::{DocumentKind, FieldName, Sources, Value, facts, fill, read},
    ids::CaseId,
};

fn told(bench: &Bench, id: CaseId) -> huiyin_domain::document::Facts {
    let verify = samples::verify(Finding::Substantiated, bench.now);
    facts(&Sources { case: bench.case(id), verified: Some(&verify), site: None, book: &BOOK, person: &card })
}

fn words(text: &str) -> Vec<Value> {
    vec![Value::Words(text.to_owned())]
}

#[test]
fn the_law_is_the_one_of_the_day_on_which_it_was_seen() {
    for (seen, law) in
        [("2026-08-14T15:59:59Z", "《中华人民共和国固体废物污染环境防治法》"), ("2026-08-14T16:00:00Z", "《中华人民共和国生态环境法典》")]
    {
        let mut bench = Bench::new();
        bench.now = at(seen);
        let id = bench.verified();
        // A year later it is still the law of that day.
        bench.days(365);
        assert_eq!(told(&bench, id)[&FieldName::LegalBasis], words(law), "{seen}");
    }
}

#[test]
fn an_order_names_party_measures_days_and_who_ordered_it() {
    let mut bench = Bench::new();
    let id = bench.verified();
    assert!(!told(&bench, id).contains_key(&FieldName::Issuer) && !told(&bench, id).contains_key(&FieldName::Measures));
    bench.good(COORDINATOR, id, VerbName::OrderRectification);
    let known = told(&bench, id);
    assert_eq!(known[&FieldName::ResponsibleParty], words("某物业公司"));
    assert_eq!(known[&FieldName::Measures], words("三日内清运"));
    assert_eq!(known[&FieldName::OrderedOn], [Value::Day(bench.now.day())]);
    assert_eq!(known[&FieldName::Issuer], words(&card(COORDINATOR).unwrap().name));
    assert_eq!(known[&FieldName::Inspector], words(&card(TOWN_HANDLER).unwrap().name));
    // Neither officer holds a certificate, and the order has no number: the pen has to say so.
    for field in [FieldName::IssuerCertificate, FieldName::InspectorCertificate, FieldName::DocumentNumber] {
        assert!(!known.contains_key(&field), "{field:?}");
    }
}

#[test]
fn no_word_of_a_reporter_comes_near_a_paper() {
    let mut bench = Bench::new();
    let id = bench.verified();
    bench.good(COORDINATOR, id, VerbName::OrderRectification);
    let Ask::Submit(submit) = bench.sample(VerbName::Submit) else { unreachable!() };
    let known = told(&bench, id);
    for kind in DocumentKind::ALL {
        let filled = fill(&read(&BOOK.paper(kind).text).0, &known, &|values| format!("{values:?}"));
        assert!(!format!("{filled:?}").contains(&submit.report.words), "{kind:?}");
    }
}
