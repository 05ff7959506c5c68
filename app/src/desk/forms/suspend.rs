//! 中止: why, and until when.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, Suspend, SuspendReason, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let reasons =
        ground.codes(&[SuspendReason::Appraisal, SuspendReason::OtherProcedure, SuspendReason::ForceMajeure, SuspendReason::Season]);
    let longest = ground.rulebook().numbers.suspend_max_days;
    let fields = vec![
        Field::new("reason", words.suspend_reason, Kind::Radio(reasons)),
        Field::area("words", words.words_for_reporter).hint(words.reporter_reads),
        Field::day("until", words.until).hint(words.until_hint.replace("{n}", &longest.to_string())),
    ];
    Sheet::new(VerbName::Suspend, fields, |answers| {
        let mut read = Reader::new(answers);
        let (reason, words, until) = (read.code("reason"), read.text("words"), read.day("until"));
        read.build(|| Some(Ask::Suspend(Suspend { reason: reason?, words: words?, until: until? })))
    })
}
