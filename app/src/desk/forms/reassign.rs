//! 换人: another handler, and why.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, Reassign, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let fields = vec![
        Field::new("handler", words.new_handler, Kind::Person { unit_in: None }),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::Reassign, fields, |answers| {
        let mut read = Reader::new(answers);
        let (handler, words) = (read.parsed("handler"), read.text("words"));
        read.build(|| Some(Ask::Reassign(Reassign { handler: handler?, words: words? })))
    })
}
