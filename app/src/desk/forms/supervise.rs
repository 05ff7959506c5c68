//! 督办: to which level, and by when an answer is due.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, Supervise, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let levels = vec![Choice::new("1", words.level_1), Choice::new("2", words.level_2), Choice::new("3", words.level_3)];
    let next = (ground.view.case.supervision_level + 1).clamp(1, 3);
    let fields = vec![
        Field::new("level", words.level, Kind::Radio(levels)).start(next.to_string()),
        Field::day("answer_by", words.answer_by),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::Supervise, fields, |answers| {
        let mut read = Reader::new(answers);
        let (level, answer_by, words) = (read.number("level", 1, 3), read.day("answer_by"), read.text("words"));
        read.build(|| Some(Ask::Supervise(Supervise { level: level?, answer_by: answer_by?, words: words? })))
    })
}
