//! 回访.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, Callback, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let reached = vec![Choice::new("yes", words.yes), Choice::new("no", words.no)];
    let fields =
        vec![Field::new("reached", words.reached, Kind::Radio(reached)), Field::area("words", words.callback_words).hint(words.internal)];
    Sheet::new(VerbName::Callback, fields, |answers| {
        let mut read = Reader::new(answers);
        let (reached, words) = (read.text("reached"), read.text("words"));
        read.build(|| Some(Ask::Callback(Callback { reached: reached? == "yes", words: words? })))
    })
}
