//! 二人确认: the second person reads what waits.

use super::{Field, Ground, Reader, Sheet};
use crate::{desk::asked::details, locales::Words as _};
use huiyin_domain::case::{Ask, VerbName, Words};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let sheet = Sheet::new(VerbName::Confirm, vec![Field::area("words", words.confirm_words).hint(words.kept_in_timeline)], |answers| {
        let mut read = Reader::new(answers);
        let words = read.text("words");
        read.build(|| Some(Ask::Confirm(Words { words: words? })))
    });
    let Some(waiting) = &ground.view.case.awaits else { return sheet };
    let what = waiting.ask.name().words(ground.language);
    let details = details(&waiting.ask, ground.rulebook(), &ground.view.people, ground.language).join(" · ");
    sheet.intro(format!("{} {what} · {details}", words.confirm_intro))
}
