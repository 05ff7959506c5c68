//! The table and the types agree.

use huiyin_domain::case::{Ask, State, VerbName, lifecycle::TRANSITIONS};

#[test]
fn rows_stand_in_the_order_of_the_verbs() {
    for (row, verb) in TRANSITIONS.iter().zip(VerbName::ALL) {
        assert_eq!(row.verb, verb);
        assert!(!row.who.is_empty(), "nobody may {verb:?}");
        assert!(verb == VerbName::Submit || !row.from.is_empty());
    }
}

#[test]
fn every_state_can_be_reached_and_every_open_one_left() {
    for state in State::ALL {
        assert!(TRANSITIONS.iter().any(|row| row.to.contains(&state)), "{state:?} is never reached");
        if state.is_open() {
            assert!(TRANSITIONS.iter().any(|row| row.from.contains(&state) && row.to.iter().any(|to| *to != state)), "{state:?} is a trap");
        }
    }
}

#[test]
fn names_of_verbs_are_the_tags_of_asks() {
    let now = crate::bench::at("2026-11-02T01:00:00Z");
    for verb in VerbName::ALL {
        let ask: Ask = crate::samples::ask(verb, now);
        assert_eq!(ask.name(), verb);
        let json = serde_json::to_value(&ask).unwrap();
        assert_eq!(crate::bench::variant(&json), serde_json::to_value(verb).unwrap());
    }
}

#[test]
fn what_works_offline_is_what_a_phone_may_do() {
    let offline: Vec<VerbName> = VerbName::ALL.into_iter().filter(|verb| verb.works_offline()).collect();
    assert_eq!(
        offline,
        [
            VerbName::Submit,
            VerbName::SignFor,
            VerbName::Verify,
            VerbName::ReportRectified,
            VerbName::Recheck,
            VerbName::Note,
            VerbName::AddEvidence
        ]
    );
}
