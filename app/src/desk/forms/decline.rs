//! 不予受理: why, and where to go instead.

use super::{Field, Ground, Kind, Reader, Sheet, template::words_to_reporter};
use huiyin_domain::{
    case::{Ask, Decline, DeclineReason, VerbName},
    rulebook::Ending,
};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let reasons = ground.codes(&[
        DeclineReason::NotOurMatter,
        DeclineReason::OtherProcedure,
        DeclineReason::TooVague,
        DeclineReason::OutsideCounty,
        DeclineReason::AlreadyAnswered,
    ]);
    let text = Field::area("words", words.words_for_reporter).hint(words.reporter_reads);
    let mut fields = vec![Field::new("reason", words.decline_reason, Kind::Radio(reasons))];
    fields.extend(words_to_reporter(ground, Some(Ending::Declined), text));
    fields.push(Field::line("where_to_go", words.where_to_go).hint(words.reporter_reads));
    Sheet::new(VerbName::Decline, fields, |answers| {
        let mut read = Reader::new(answers);
        let (reason, words, where_to_go) = (read.code("reason"), read.text("words"), read.text("where_to_go"));
        read.build(|| Some(Ask::Decline(Decline { reason: reason?, words: words?, where_to_go: where_to_go? })))
    })
}
