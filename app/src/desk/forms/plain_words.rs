//! Verbs that ask for words and nothing else.

use super::{Field, Ground, Reader, Sheet};
use huiyin_domain::case::{Ask, VerbName, Words};

pub(super) fn sheet(verb: VerbName, ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let (label, hint) = match verb {
        VerbName::AskReporter => (words.question, words.clock_rests),
        VerbName::Note => (words.note, words.internal),
        VerbName::RefuseReopen => (words.words_for_reporter, words.reporter_reads),
        VerbName::Withdraw => (words.withdraw_words, words.kept_in_timeline),
        VerbName::Void => (words.void_words, words.kept_in_timeline),
        _ => (words.reason, words.kept_in_timeline),
    };
    let longest = ground.rulebook().numbers.ask_reporter_max_days;
    Sheet::new(verb, vec![Field::area("words", label).hint(hint.replace("{n}", &longest.to_string()))], move |answers| {
        let mut read = Reader::new(answers);
        let words = read.text("words");
        read.build(|| ask(verb, Words { words: words? }))
    })
}

fn ask(verb: VerbName, words: Words) -> Option<Ask> {
    Some(match verb {
        VerbName::AskReporter => Ask::AskReporter(words),
        VerbName::Unmerge => Ask::Unmerge(words),
        VerbName::Return => Ask::Return(words),
        VerbName::OrderRecheck => Ask::OrderRecheck(words),
        VerbName::SendBack => Ask::SendBack(words),
        VerbName::Resume => Ask::Resume(words),
        VerbName::RequestReopen => Ask::RequestReopen(words),
        VerbName::RefuseReopen => Ask::RefuseReopen(words),
        VerbName::Note => Ask::Note(words),
        VerbName::Withdraw => Ask::Withdraw(words),
        VerbName::Void => Ask::Void(words),
        _ => return None,
    })
}
