//! A value in words, for whoever only reads it.

use super::{
    Field, Kind,
    choices::choices,
    shown::{plain, to_text},
};
use crate::{backend::SectionChoices, desk::use_words, locales::Language};
use serde_json::Value;

/// A value in words, for readers.
pub(in crate::desk::screens::rulebook) fn in_words(
    field: Option<Field>,
    value: Option<&Value>,
    from: &SectionChoices,
    language: Language,
) -> String {
    let words = &use_words().rulebook;
    let (Some(field), Some(value)) = (field, value) else { return value.map(plain).unwrap_or_default() };
    if field.kind == Kind::Tick {
        return if value == &Value::Bool(true) { words.yes } else { words.no }.to_owned();
    }
    let text = to_text(field.kind, Some(value));
    let known = choices(field.kind, from, language);
    if known.is_empty() {
        return text;
    }
    let name = |code: &str| known.iter().find(|(known, _)| known == code).map_or_else(|| code.to_owned(), |(_, words)| words.clone());
    text.lines().map(name).collect::<Vec<_>>().join(language.pick("、", ", "))
}
