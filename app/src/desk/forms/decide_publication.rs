//! 决定公开: public, or not and on which legal ground.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, DecidePublication, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let decisions = vec![Choice::new("publish", words.publish), Choice::new("withhold", words.withhold)];
    let fields = vec![
        Field::new("decision", words.publish_or_not, Kind::Radio(decisions)),
        Field::line("ground", words.ground).only("decision", &["withhold"]),
    ];
    Sheet::new(VerbName::DecidePublication, fields, |answers| {
        let mut read = Reader::new(answers);
        let decision = match read.text("decision").as_deref() {
            Some("publish") => Some(DecidePublication::Publish),
            Some(_) => read.text("ground").map(|ground| DecidePublication::Withhold { ground }),
            None => None,
        };
        read.build(|| Some(Ask::DecidePublication(decision?)))
    })
}
