//! 并案: into a case that looks like it.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, Merge, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let masters: Vec<_> =
        ground.view.similar.iter().map(|row| Choice::new(row.id.to_string(), format!("{} · {}", row.number, row.words))).collect();
    let nothing = masters.is_empty();
    let fields =
        vec![Field::new("master", words.master, Kind::Radio(masters)), Field::area("words", words.reason).hint(words.kept_in_timeline)];
    let sheet = Sheet::new(VerbName::Merge, fields, |answers| {
        let mut read = Reader::new(answers);
        let (master, words) = (read.parsed("master"), read.text("words"));
        read.build(|| Some(Ask::Merge(Merge { master: master?, words: words? })))
    });
    if nothing { sheet.intro(words.master_none) } else { sheet }
}
