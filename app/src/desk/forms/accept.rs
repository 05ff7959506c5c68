//! 受理: category and division confirmed, similar cases judged.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Accept, Ask, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let case = &ground.view.case;
    let division = case.division.as_ref().map_or("", |code| code.as_str());
    let mut fields = vec![
        Field::new("category", words.category, Kind::Pick(ground.categories())).hint(words.category_hint).start(case.category.0.clone()),
        Field::new("division", words.division, Kind::Pick(ground.divisions())).start(division),
    ];
    let similar: Vec<_> = ground.view.similar.iter().map(|row| row.id).collect();
    for row in &ground.view.similar {
        let label = format!("{} · {}", row.number, words.not_the_same);
        fields.push(Field::new(format!("not_the_same.{}", row.id), label, Kind::Tick).hint(row.words.clone()).optional());
    }
    let sheet = Sheet::new(VerbName::Accept, fields, move |answers| {
        let mut read = Reader::new(answers);
        let category = read.text("category").map(huiyin_domain::rulebook::CategoryCode);
        let division = read.parsed("division");
        let not_the_same = similar.iter().copied().filter(|id| answers.ticked(&format!("not_the_same.{id}"))).collect();
        read.build(|| Some(Ask::Accept(Accept { category: category?, division: division?, not_the_same })))
    });
    if ground.view.similar.is_empty() { sheet } else { sheet.intro(words.similar_intro) }
}
