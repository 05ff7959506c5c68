//! 改类别.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::{
    case::{Ask, Recategorise, VerbName},
    rulebook::CategoryCode,
};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let fields = vec![
        Field::new("category", words.category, Kind::Pick(ground.categories()))
            .hint(words.category_hint)
            .start(ground.view.case.category.0.clone()),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::Recategorise, fields, |answers| {
        let mut read = Reader::new(answers);
        let (category, words) = (read.text("category"), read.text("words"));
        read.build(|| Some(Ask::Recategorise(Recategorise { category: CategoryCode(category?), words: words? })))
    })
}
