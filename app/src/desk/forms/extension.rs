//! 延期: asked for, and granted or not.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, AskExtension, GrantExtension, VerbName};

pub(super) fn ask(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let most = i64::from(ground.rulebook().numbers.extension_sum_days);
    let fields = vec![
        Field::new("days", words.days_asked, Kind::Number { min: 1, max: most, step: "1" }),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::AskExtension, fields, move |answers| {
        let mut read = Reader::new(answers);
        let (days, words) = (read.number("days", 1, most), read.text("words"));
        read.build(|| Some(Ask::AskExtension(AskExtension { days: days?, words: words? })))
    })
}

pub(super) fn grant(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let most = i64::from(ground.rulebook().numbers.extension_sum_days);
    let asked = ground.view.case.extension_asked.as_ref().map_or_else(String::new, |asked| asked.days.to_string());
    let fields = vec![
        Field::new("days", words.days, Kind::Number { min: 0, max: most, step: "1" }).hint(words.days_hint).start(asked),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::GrantExtension, fields, move |answers| {
        let mut read = Reader::new(answers);
        let (days, words) = (read.number("days", 0, most), read.text("words"));
        read.build(|| Some(Ask::GrantExtension(GrantExtension { days: days?, words: words? })))
    })
}
