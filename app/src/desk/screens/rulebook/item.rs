//! One item of a section: its name, and its fields when it is opened.

use super::{
    bench::{Bench, Item},
    fields::{Field, Kind, choices, fields, in_words, part, put, to_text, to_value},
};
use crate::{
    backend::SectionChoices,
    components::{FieldError, Icon, Tag, Tone, described_by},
    desk::use_words,
    locales::{Language, Words, rules, use_language},
};
use huiyin_domain::{
    document::{DocumentKind, FieldName},
    rulebook::{file::Section, name},
};
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// What names an item on the page.
fn called(bench: Bench, value: &Value) -> String {
    let title = value.get(use_language().pick("name", "name_en")).or_else(|| value.get("name")).and_then(Value::as_str);
    let code = name(bench.section, value);
    if let Some(kind) = DocumentKind::of_code(&code).filter(|_| bench.section == Section::Papers) {
        return kind.words(use_language()).to_owned();
    }
    match title.filter(|title| !title.is_empty() && *title != code) {
        Some(title) => format!("{code} {title}").trim().to_owned(),
        None if code.is_empty() => use_words().rulebook.new_item.to_owned(),
        None => code,
    }
}

/// An item that may be changed.
pub(super) fn edited(item: Item, bench: Bench, from: Arc<SectionChoices>) -> AnyView {
    let words = &use_words().rulebook;
    let path = Memo::new(move |_| bench.path(item.key));
    let lines = fields(bench.section).iter().map(|field| control(*field, item, bench, path, &from)).collect_view();
    if !bench.is_list() {
        return view! { <div class="grid" style="--min:18rem;align-items:start">{lines}</div> }.into_any();
    }
    let flawed = Memo::new(move |_| {
        let path = path.get();
        bench.flaws.with(|flaws| flaws.iter().any(|flaw| lies_in(&flaw.path, &path)))
    });
    let own = move || {
        let path = path.get();
        bench.flaws.with(|flaws| {
            let own = flaws.iter().filter(|flaw| flaw.path == path);
            own.map(|flaw| view! { <p class="error"><Icon name="alert" /> <span>{rules::flaw(flaw, use_language())}</span></p> })
                .collect_view()
        })
    };
    let new = item.value.with_untracked(|value| name(bench.section, value).is_empty());
    view! {
        <li>
            <details class="fold pad" open=new>
                <summary>
                    <span class="row">
                        {move || item.value.with(|value| called(bench, value))}
                        {move || flawed.get().then(|| view! { <Tag tone=Tone::Late icon="alert">{words.flaws}</Tag> })}
                    </span>
                    <Icon name="down" size="s" />
                </summary>
                <div class="stack g-3">
                    {own}
                    <div class="grid" style="--min:18rem;align-items:start">{lines}</div>
                    <p class="row">
                        <button class="btn" data-kind="quiet" type="button" on:click=move |_| bench.remove(item.key)>
                            <Icon name="trash" size="s" />
                            {words.remove}
                        </button>
                    </p>
                </div>
            </details>
        </li>
    }
    .into_any()
}

fn lies_in(path: &str, item: &str) -> bool {
    path.strip_prefix(item).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// An item that is only read.
pub(super) fn shown(value: &Value, bench: Bench, from: &SectionChoices) -> AnyView {
    let language = use_language();
    let lines = fields(bench.section)
        .iter()
        .filter_map(|field| {
            let value = part(value, field.name)?;
            let label = rules::rule_field(field.name, language).unwrap_or(field.name);
            let text = in_words(Some(*field), Some(value), from, language);
            Some(view! { <div><dt>{label}</dt><dd style="white-space:pre-line">{text}</dd></div> })
        })
        .collect_view();
    if !bench.is_list() {
        return view! { <dl class="facts" style="grid-template-columns:minmax(4em,50%) minmax(0,1fr)">{lines}</dl> }.into_any();
    }
    view! {
        <li>
            <details class="fold pad">
                <summary>
                    <span>{called(bench, value)}</span>
                    <Icon name="down" size="s" />
                </summary>
                <dl class="facts" style="grid-template-columns:minmax(4em,50%) minmax(0,1fr)">{lines}</dl>
            </details>
        </li>
    }
    .into_any()
}

/// A field's parts that every sort of control needs.
#[derive(Clone)]
struct Wired {
    field: Field,
    id: String,
    start: String,
    hint: Option<String>,
    error: Signal<Option<String>>,
    item: Item,
    bench: Bench,
}

impl Wired {
    fn set(&self) -> impl Fn(String) + Clone + use<> {
        let (field, item) = (self.field, self.item);
        move |text| item.value.update(|value| put(value, field.name, to_value(field, &text)))
    }

    fn described(&self) -> impl Fn() -> Option<String> + Clone + Send + use<> {
        let Wired { id, hint, error, .. } = self.clone();
        move || described_by(&id, hint.is_some(), error.get().is_some())
    }
}

fn control(field: Field, item: Item, bench: Bench, path: Memo<String>, from: &SectionChoices) -> AnyView {
    let language = use_language();
    let words = &use_words().rulebook;
    let error = Signal::derive(move || {
        let own = format!("{}.{}", path.get(), field.name);
        bench.flaws.with(|flaws| {
            let own: Vec<String> = flaws.iter().filter(|flaw| lies_in(&flaw.path, &own)).map(|flaw| rules::flaw(flaw, language)).collect();
            (!own.is_empty()).then(|| own.join(" "))
        })
    });
    let hint = match field.kind {
        Kind::Runs => Some(words.days_hint.to_owned()),
        Kind::Points => Some(words.points_hint.to_owned()),
        Kind::Lines => Some(words.lines_hint.to_owned()),
        Kind::Area if bench.section == Section::Papers => Some(format!("{}{}", words.paper_text_hint, paper_fields(language))),
        Kind::Area => Some(words.text_hint.to_owned()),
        _ => None,
    };
    let id = format!("r{}-{}", item.key, field.name.replace('.', "-"));
    let start = item.value.with_untracked(|value| to_text(field.kind, part(value, field.name)));
    let wired = Wired { field, id, start, hint, error, item, bench };
    let known = choices(field.kind, from, language);
    let label = rules::rule_field(field.name, language).unwrap_or(field.name);
    match field.kind {
        Kind::Tick => tick(&wired, label),
        Kind::Categories | Kind::Divisions | Kind::Several(_) => several(&wired, label, known),
        Kind::One(_) | Kind::Unit | Kind::Category | Kind::Division => labelled(&wired, label, one(&wired, known)),
        Kind::Area | Kind::Lines | Kind::Points | Kind::Runs => labelled(&wired, label, area(&wired)),
        Kind::Number => labelled(&wired, label, line(&wired, "text", Some("numeric"))),
        Kind::Day => labelled(&wired, label, line(&wired, "date", None)),
        Kind::Line => labelled(&wired, label, line(&wired, "text", None)),
    }
}

/// What a paper may ask of a case, each with what people call it.
fn paper_fields(language: Language) -> String {
    let each = FieldName::ALL.map(|field| format!("{{{}}} {}", field.code(), field.words(language)));
    each.join(language.pick("、", ", ")) + language.pick("。", ".")
}

fn labelled(wired: &Wired, label: &'static str, control: AnyView) -> AnyView {
    let (id, error) = (wired.id.clone(), wired.error);
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let optional = wired.field.optional.then(|| view! { <span class="opt">" " {use_words().outcome.optional}</span> });
    view! {
        <div class="field" aria-invalid=move || error.get().map(|_| "true")>
            <label for=id>{label} {optional}</label>
            {wired.hint.clone().map(|words| view! { <p class="hint" id=hint_id>{words}</p> })}
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            {control}
        </div>
    }
    .into_any()
}

fn line(wired: &Wired, kind: &'static str, mode: Option<&'static str>) -> AnyView {
    let (set, bench, error) = (wired.set(), wired.bench, wired.error);
    view! {
        <input
            class="input"
            type=kind
            inputmode=mode
            id=wired.id.clone()
            autocomplete="off"
            value=wired.start.clone()
            aria-describedby=wired.described()
            aria-invalid=move || error.get().map(|_| "true")
            on:input=move |event| set(event_target_value(&event))
            on:change=move |_| bench.save()
        />
    }
    .into_any()
}

fn area(wired: &Wired) -> AnyView {
    let (set, bench, error) = (wired.set(), wired.bench, wired.error);
    view! {
        <textarea
            class="input"
            id=wired.id.clone()
            style="max-block-size:20rem"
            aria-describedby=wired.described()
            aria-invalid=move || error.get().map(|_| "true")
            on:input=move |event| set(event_target_value(&event))
            on:change=move |_| bench.save()
        >
            {wired.start.clone()}
        </textarea>
    }
    .into_any()
}

fn one(wired: &Wired, known: Vec<(String, String)>) -> AnyView {
    let (set, bench, error) = (wired.set(), wired.bench, wired.error);
    let words = &use_words().rulebook;
    let empty = match wired.field.name {
        "lead_unit" => words.no_unit,
        _ => words.none,
    };
    let start = wired.start.clone();
    // What the list does not know is shown as it is, or it would look like something else.
    let strange = (!start.is_empty() && !known.iter().any(|(code, _)| *code == start)).then(|| (start.clone(), start.clone()));
    let options = known
        .into_iter()
        .chain(strange)
        .map(|(code, label)| {
            let selected = code == start;
            view! { <option value=code selected=selected>{label}</option> }
        })
        .collect_view();
    let blank = (wired.field.optional || start.is_empty()).then(|| view! { <option value="" selected=start.is_empty()>{empty}</option> });
    view! {
        <select
            class="input"
            id=wired.id.clone()
            aria-describedby=wired.described()
            aria-invalid=move || error.get().map(|_| "true")
            on:change=move |event| {
                set(event_target_value(&event));
                bench.save();
            }
        >
            {blank}
            {options}
        </select>
    }
    .into_any()
}

fn tick(wired: &Wired, label: &'static str) -> AnyView {
    let (set, bench) = (wired.set(), wired.bench);
    let start = wired.start == "on";
    view! {
        <div class="field">
            <label class="check">
                <input
                    type="checkbox"
                    id=wired.id.clone()
                    checked=start
                    on:change=move |event| {
                        set(if event_target_checked(&event) { "on".to_owned() } else { String::new() });
                        bench.save();
                    }
                />
                <span>{label}</span>
            </label>
        </div>
    }
    .into_any()
}

/// Several of a list: a box for each.
fn several(wired: &Wired, label: &'static str, known: Vec<(String, String)>) -> AnyView {
    let (error, field, item, bench) = (wired.error, wired.field, wired.item, wired.bench);
    let error_id = format!("{}-e", wired.id);
    let chosen: Vec<String> = wired.start.lines().map(str::to_owned).collect();
    let strange = chosen.iter().filter(|code| !known.iter().any(|(known, _)| known == *code)).map(|code| (code.clone(), code.clone()));
    let boxes = known
        .iter()
        .cloned()
        .chain(strange)
        .map(|(code, label)| {
            let on = chosen.contains(&code);
            let change = move |event| {
                item.value.update(|value| {
                    let text = to_text(field.kind, part(value, field.name));
                    let others = text.lines().filter(|line| *line != code).map(str::to_owned);
                    let now: Vec<String> = others.chain(event_target_checked(&event).then(|| code.clone())).collect();
                    put(value, field.name, to_value(field, &now.join("\n")));
                });
                bench.save();
            };
            view! {
                <label class="check">
                    <input type="checkbox" checked=on on:change=change />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" id=wired.id.clone() aria-describedby=wired.described() style="grid-column:1/-1">
            <legend>{label}</legend>
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            <div class="grid" style="--min:14rem;gap:0 var(--s-4)">{boxes}</div>
        </fieldset>
    }
    .into_any()
}
