//! The county's texts that a reply starts from, filled in. Reporters are written to in Chinese, whatever the page's language.

use super::{Choice, Field, Ground, Kind};
use crate::{
    desk::naming,
    locales::{Language, dates},
};
use huiyin_domain::rulebook::{Ending, ReplyTemplate};

/// The field with words to the reporter, starting from the text that fits best a matter that ends so; before it the choice
/// among all that fit, if there are several.
pub(super) fn words_to_reporter(ground: &Ground<'_>, ending: Option<Ending>, words: Field) -> Vec<Field> {
    let fitting = ground.rulebook().reply_templates(&ground.view.case.category, ending);
    let texts: Vec<(Choice, String)> =
        fitting.iter().map(|one| (Choice::new(one.code.clone(), one.name.clone()), filled(ground, one))).collect();
    let Some((first, text)) = texts.first().cloned() else { return vec![words] };
    let words = words.start(text);
    if texts.len() == 1 {
        return vec![words];
    }
    let label = ground.words();
    let choice = Field::new("template", label.reply_template, Kind::Texts { into: "words", texts });
    vec![choice.hint(label.reply_template_hint).start(first.value).optional(), words]
}

/// What stands in the field once a text is chosen: the text, after whatever somebody has typed there themselves.
pub(crate) fn placed(now: &str, text: &str, texts: &[String]) -> String {
    if now.trim().is_empty() || texts.iter().any(|known| known == now) { text.to_owned() } else { format!("{now}\n{text}") }
}

fn filled(ground: &Ground<'_>, template: &ReplyTemplate) -> String {
    let (case, book) = (&ground.view.case, ground.rulebook());
    template.filled(|field| match field {
        "number" => case.number.clone().unwrap_or_default(),
        "category" => naming::category(book, &case.category, Language::Zh),
        "place" => case.division.as_ref().map(|code| naming::division(book, code, Language::Zh)).unwrap_or_default(),
        "unit" => case.lead_unit.as_ref().map(|code| naming::unit(book, code, Language::Zh)).unwrap_or_default(),
        "due" => case.last_promise.map(|at| dates::deadline(at, Language::Zh)).unwrap_or_default(),
        _ => String::new(),
    })
}
