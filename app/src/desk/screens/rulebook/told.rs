//! Changes in words: what an item was and what it becomes.

use super::fields::{Kind, fields, in_words};
use crate::{
    backend::SectionChoices,
    components::{Tag, Tone},
    desk::use_words,
    locales::{Language, Words, rules, use_language},
};
use huiyin_domain::{
    document::DocumentKind,
    rulebook::{Change, ChangeKind, FieldChange, file::Section},
};
use leptos::prelude::*;

/// Longest text of a value; corners of a zone would fill the page.
const LONGEST: usize = 160;

/// Changes, by section.
pub(super) fn told(changes: &[Change], from: &SectionChoices) -> impl IntoView + use<> {
    let language = use_language();
    Section::ALL
        .into_iter()
        .filter_map(|section| {
            let lines: Vec<_> = changes.iter().filter(|change| change.section == section).map(|change| one(change, from)).collect();
            let id = format!("changed-{}", section.code());
            (!lines.is_empty()).then(|| {
                let labelled = id.clone();
                view! {
                    <section class="stack g-2" aria-labelledby=labelled>
                        <h3 id=id style="font-size:var(--t-3)">{section.words(language)}</h3>
                        <ul role="list" class="stack g-2">{lines}</ul>
                    </section>
                }
            })
        })
        .collect_view()
}

/// A code and the name that belongs to it.
fn called(change: &Change, from: &SectionChoices, language: Language) -> String {
    let list = match change.section {
        Section::Categories => &from.categories,
        Section::Units => &from.units,
        Section::Divisions => &from.divisions,
        Section::Papers => {
            return DocumentKind::of_code(&change.item).map_or_else(|| change.item.clone(), |kind| kind.words(language).to_owned());
        }
        _ => return change.item.clone(),
    };
    match list.iter().find(|(code, ..)| *code == change.item) {
        Some((code, zh, en)) => format!("{code} {}", language.pick(zh, en)),
        None => change.item.clone(),
    }
}

fn one(change: &Change, from: &SectionChoices) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let item = called(change, from, language);
    let (tag, lines) = match &change.kind {
        ChangeKind::Added => (Some((Tone::Done, words.added)), Vec::new()),
        ChangeKind::Removed => (Some((Tone::Late, words.gone)), Vec::new()),
        ChangeKind::Changed { fields } => (None, fields.iter().map(|field| line(change.section, field, from)).collect()),
    };
    view! {
        <li class="stack g-1">
            <p class="row">
                {(!item.is_empty()).then(|| view! { <b>{item}</b> })}
                {tag.map(|(tone, words)| view! { <Tag tone=tone>{words}</Tag> })}
            </p>
            {lines}
        </li>
    }
}

/// A field: what it was, and what it becomes.
fn line(section: Section, change: &FieldChange, from: &SectionChoices) -> AnyView {
    let language = use_language();
    let words = &use_words().rulebook;
    let field = fields(section).iter().find(|field| field.name == change.field).copied();
    let label = rules::rule_field(&change.field, language).map_or_else(|| change.field.clone(), str::to_owned);
    let said = |value: Option<&serde_json::Value>| in_words(field, value, from, language);
    let (before, after) = (said(change.before.as_ref()), said(change.after.as_ref()));
    // Of a long text only what differs is read, but all of that.
    let is_text = field.is_some_and(|field| field.kind == Kind::Area);
    let (before, after) = if is_text { differing(&before, &after) } else { (shortened(before), shortened(after)) };
    let said = |text: String| if text.is_empty() { words.none.to_owned() } else { text };
    view! {
        <p class="meta">
            {label} ": " <span class="vh">{words.before} " "</span> <del style="white-space:pre-line">{said(before)}</del> " "
            <span aria-hidden="true">"→ "</span> <span class="vh">{words.after} " "</span> <ins style="white-space:pre-line">{said(after)}</ins>
        </p>
    }
    .into_any()
}

fn shortened(text: String) -> String {
    if text.chars().count() > LONGEST { text.chars().take(LONGEST).chain(['…']).collect() } else { text }
}

/// The lines of two texts between the first and the last that differ.
fn differing(before: &str, after: &str) -> (String, String) {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let rest = (before.len().min(after.len())) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    let between = |lines: &[&str]| lines[head..lines.len() - tail].join("\n");
    (between(&before), between(&after))
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn of_a_long_text_what_differs_is_told_whole() {
        let told = |one, other| differing(one, other);
        assert_eq!(told("a\nb\nc", "a\nx\ny\nc"), ("b".to_owned(), "x\ny".to_owned()));
        assert_eq!(told("a\na", "a"), ("a".to_owned(), String::new()));
        assert_eq!(told("", "a"), (String::new(), "a".to_owned()));
        assert_eq!(told("a", "a"), (String::new(), String::new()));
    }
}
