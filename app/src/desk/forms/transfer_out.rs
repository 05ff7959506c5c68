//! 移送: to whom, by which letter, and when we ask again.

use super::{Field, Ground, Reader, Sheet, template::words_to_reporter};
use huiyin_domain::{
    case::{Ask, TransferOut, VerbName},
    rulebook::Ending,
};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let text = Field::area("words", words.words_for_reporter).hint(words.reporter_reads);
    let mut fields =
        vec![Field::line("to", words.transfer_to), Field::line("letter", words.letter), Field::day("follow_up", words.follow_up)];
    fields.extend(words_to_reporter(ground, Some(Ending::Transferred), text));
    Sheet::new(VerbName::TransferOut, fields, |answers| {
        let mut read = Reader::new(answers);
        let (to, letter, words) = (read.text("to"), read.text("letter"), read.text("words"));
        let follow_up = read.day("follow_up");
        read.build(|| Some(Ask::TransferOut(TransferOut { to: to?, letter: letter?, follow_up: follow_up?, words: words? })))
    })
}
