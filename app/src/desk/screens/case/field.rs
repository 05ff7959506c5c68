//! One field of a form, whatever its sort: label, hint, error, control.

use super::workbench::Workbench;
use crate::{
    backend::Candidate,
    components::{FieldError, described_by, within_textarea},
    desk::{
        forms::{Answers, Choice, Field, Kind, placed},
        naming,
        photos::small,
        use_words,
    },
    locales::{Language, rules, use_language},
};
use huiyin_domain::{
    case::{VerbName, personal},
    refusal::{Code, Unmet},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The id of a field's control.
pub(super) fn field_id(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("f-{plain}")
}

/// The field that a refusal's path speaks of: exactly, or the one it lies in, or the one of the same last name.
pub(super) fn of_path<'a>(path: &str, names: &'a [String]) -> Option<&'a str> {
    let last = |text: &str| text.rsplit('.').next().map(str::to_owned);
    let exact = names.iter().find(|name| *name == path);
    let inside = || names.iter().find(|name| path.starts_with(&format!("{name}.")) || name.starts_with(&format!("{path}.")));
    let same_end = || names.iter().find(|name| last(name) == last(path));
    exact.or_else(inside).or_else(same_end).map(String::as_str)
}

/// What is wrong, under the field's own label: the rules' name for it would say it twice.
pub(super) fn sentence(unmet: &Unmet, language: Language) -> String {
    let bare = Unmet { code: unmet.code.clone(), field: None };
    rules::unmet(&bare, language).sentence(language)
}

/// Brings the keyboard to the control that a line of the summary names.
pub(super) fn go_to_input(event: leptos::ev::MouseEvent) {
    #[cfg(feature = "browser")]
    {
        use wasm_bindgen::JsCast;
        let link = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlAnchorElement>().ok());
        let input = link.and_then(|link| document().get_element_by_id(link.hash().trim_start_matches('#')));
        if let Some(input) = input.and_then(|input| input.dyn_into::<web_sys::HtmlElement>().ok()) {
            event.prevent_default();
            let _ = input.focus();
        }
    }
    #[cfg(not(feature = "browser"))]
    drop(event);
}

/// A field's parts that every sort of control needs.
#[derive(Clone)]
struct Wired {
    verb: VerbName,
    name: String,
    id: String,
    starts: Arc<Answers>,
    hint: bool,
    error: Signal<Option<String>>,
    bench: Workbench,
}

impl Wired {
    fn value(&self) -> Signal<String> {
        let Wired { verb, name, starts, bench, .. } = self.clone();
        Signal::derive(move || bench.answer(verb, &name, &starts))
    }

    fn set(&self) -> impl Fn(String) + Clone + use<> {
        let Wired { verb, name, bench, .. } = self.clone();
        move |text| bench.note(verb, &name, text)
    }

    fn described(&self) -> impl Fn() -> Option<String> + Clone + Send + use<> {
        let Wired { id, hint, error, .. } = self.clone();
        move || described_by(&id, hint, error.get().is_some())
    }

    fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + use<> {
        let error = self.error;
        move || error.get().map(|_| "true")
    }
}

/// Draws a field; one that depends on another comes and goes with it.
pub(super) fn draw(field: Field, verb: VerbName, names: &[String], starts: &Arc<Answers>, bench: Workbench) -> impl IntoView + use<> {
    let shown = {
        let (only, starts) = (field.only.clone(), starts.clone());
        Memo::new(move |_| only.as_ref().is_none_or(|(other, values)| values.contains(&bench.answer(verb, other, &starts))))
    };
    let (names, starts) = (names.to_vec(), starts.clone());
    move || shown.get().then(|| one(field.clone(), verb, names.clone(), starts.clone(), bench))
}

fn one(field: Field, verb: VerbName, names: Vec<String>, starts: Arc<Answers>, bench: Workbench) -> AnyView {
    let language = use_language();
    let (name, typed) = (field.name.clone(), starts.clone());
    let error = Signal::derive(move || {
        let told = bench.said.with(|said| {
            let unmet = said
                .as_ref()?
                .unmet()
                .iter()
                .find(|unmet| unmet.field.as_deref().and_then(|path| of_path(path, &names)) == Some(name.as_str()))?;
            Some(sentence(unmet, language))
        });
        told.or_else(|| too_personal(verb, &name, &typed, bench, language))
    });
    let wired = Wired { verb, id: field_id(&field.name), name: field.name.clone(), starts, hint: field.hint.is_some(), error, bench };
    match field.kind.clone() {
        Kind::Line => labelled(&field, &wired, input(&wired, "text", None).into_any()),
        Kind::Day => labelled(&field, &wired, input(&wired, "date", None).into_any()),
        Kind::Moment => labelled(&field, &wired, input(&wired, "datetime-local", None).into_any()),
        Kind::Number { min, max, step } => labelled(&field, &wired, input(&wired, "number", Some((min, max, step))).into_any()),
        Kind::Area => labelled(&field, &wired, area(&wired).into_any()),
        Kind::Pick(choices) => labelled(&field, &wired, pick(&wired, choices, |_| ()).into_any()),
        Kind::Person { unit_in } => labelled(&field, &wired, person(&wired, unit_in).into_any()),
        Kind::Texts { into, texts } => labelled(&field, &wired, texts_to_start_from(&wired, into, texts)),
        Kind::Radio(choices) => radios(&field, &wired, choices),
        Kind::Tick => tick(&field, &wired, None),
        Kind::Photo { hash, tag } => tick(&field, &wired, Some((small(&hash), tag))),
    }
}

/// A reply is checked while it is typed: a telephone number in it is seen before it is sent, by the rule that would refuse it.
fn too_personal(verb: VerbName, name: &str, starts: &Answers, bench: Workbench, language: Language) -> Option<String> {
    let is_reply = verb == VerbName::Reply && name == "words";
    let words = is_reply.then(|| bench.answer(verb, name, starts))?;
    personal::find(&words)?;
    Some(sentence(&Unmet { code: Code::PersonalData, field: None }, language))
}

fn labelled(field: &Field, wired: &Wired, control: AnyView) -> AnyView {
    let optional = field.optional.then(|| view! { <span class="opt">" " {use_words().outcome.optional}</span> });
    let (id, error) = (wired.id.clone(), wired.error);
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    view! {
        <div class="field">
            <label for=id>{field.label.clone()} {optional}</label>
            {field.hint.clone().map(|words| view! { <p class="hint" id=hint_id>{words}</p> })}
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            {control}
        </div>
    }
    .into_any()
}

fn input(wired: &Wired, kind: &'static str, bounds: Option<(i64, i64, &'static str)>) -> impl IntoView + use<> {
    let (value, set) = (wired.value(), wired.set());
    view! {
        <input
            class="input"
            type=kind
            id=wired.id.clone()
            name=wired.name.clone()
            min=bounds.map(|(min, ..)| min)
            max=bounds.map(|(_, max, _)| max)
            step=bounds.map(|(.., step)| step)
            autocomplete="off"
            value=value.get_untracked()
            prop:value=move || value.get()
            aria-describedby=wired.described()
            aria-invalid=wired.invalid()
            on:input=move |event| set(event_target_value(&event))
        />
    }
}

fn area(wired: &Wired) -> impl IntoView + use<> {
    let (value, set) = (wired.value(), wired.set());
    view! {
        <textarea
            class="input"
            id=wired.id.clone()
            name=wired.name.clone()
            rows="4"
            prop:value=move || value.get()
            aria-describedby=wired.described()
            aria-invalid=wired.invalid()
            on:input=move |event| set(event_target_value(&event))
        >
            {within_textarea(&value.get_untracked())}
        </textarea>
    }
}

/// A list that folds; `then` hears of each choice.
fn pick<T: Fn(&str) + Send + 'static>(wired: &Wired, choices: Vec<Choice>, then: T) -> impl IntoView + use<T> {
    let (value, set) = (wired.value(), wired.set());
    let options = choices
        .into_iter()
        .map(|choice| {
            let own = choice.value.clone();
            let start = value.get_untracked() == own;
            view! {
                <option value=choice.value selected=start prop:selected=move || value.get() == own>
                    {choice.label}
                </option>
            }
        })
        .collect_view();
    view! {
        <select
            class="input"
            id=wired.id.clone()
            name=wired.name.clone()
            aria-describedby=wired.described()
            aria-invalid=wired.invalid()
            on:change=move |event| {
                let chosen = event_target_value(&event);
                then(&chosen);
                set(chosen);
            }
        >
            <option value="" prop:selected=move || value.get().is_empty()>
                {use_words().outcome.choose}
            </option>
            {options}
        </select>
    }
}

/// Texts to start from: the one that is chosen is put where it belongs.
fn texts_to_start_from(wired: &Wired, into: &'static str, texts: Vec<(Choice, String)>) -> AnyView {
    let (choices, texts): (Vec<Choice>, Vec<String>) = texts.into_iter().unzip();
    let codes: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
    let Wired { verb, bench, starts, .. } = wired.clone();
    let put = move |code: &str| {
        let Some(text) = codes.iter().position(|known| known == code).and_then(|n| texts.get(n)) else { return };
        let now = untrack(|| bench.answer(verb, into, &starts));
        bench.note(verb, into, placed(&now, text, &texts));
    };
    pick(wired, choices, put).into_any()
}

fn person(wired: &Wired, unit_in: Option<&'static str>) -> impl IntoView + use<> {
    let words = &use_words().outcome;
    let (bench, verb) = (wired.bench, wired.verb);
    let (value, set) = (wired.value(), wired.set());
    let starts = wired.starts.clone();
    let unit = Memo::new(move |_| unit_in.map(|field| bench.answer(verb, field, &starts)).filter(|unit| !unit.is_empty()));
    let fits = move |person: &Candidate| unit.get().is_none_or(|unit| person.unit.0 == unit);
    let options = move || {
        let people = bench.people.get();
        let people: Vec<Candidate> = people.and_then(Result::ok).unwrap_or_default().into_iter().filter(|person| fits(person)).collect();
        people
            .into_iter()
            .map(|person| {
                let id = person.id.to_string();
                let selected = value.get() == id;
                view! {
                    <option value=id selected=selected>
                        {format!("{} · {} {}", person.name, words.open_matters, person.open)}
                    </option>
                }
            })
            .collect_view()
    };
    let first = move || match bench.people.get() {
        None => words.looking_for_people,
        Some(Ok(people)) if people.iter().any(fits) => words.choose,
        Some(_) => words.no_people,
    };
    view! {
        <select
            class="input"
            id=wired.id.clone()
            name=wired.name.clone()
            aria-describedby=wired.described()
            aria-invalid=wired.invalid()
            on:change=move |event| set(event_target_value(&event))
        >
            <option value="">{first}</option>
            {options}
        </select>
    }
}

fn radios(field: &Field, wired: &Wired, choices: Vec<Choice>) -> AnyView {
    let (value, error, id) = (wired.value(), wired.error, wired.id.clone());
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let optional = field.optional.then(|| view! { <span class="opt">" " {use_words().outcome.optional}</span> });
    let choices = choices
        .into_iter()
        .map(|choice| {
            let set = wired.set();
            let (own, sent) = (choice.value.clone(), choice.value.clone());
            let start = value.get_untracked() == choice.value;
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=wired.name.clone()
                        value=choice.value
                        checked=start
                        prop:checked=move || value.get() == own
                        on:change=move |_| set(sent.clone())
                    />
                    <span>{choice.label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" id=id tabindex="-1" aria-invalid=wired.invalid() aria-describedby=wired.described()>
            <legend>{field.label.clone()} {optional}</legend>
            {field.hint.clone().map(|words| view! { <p class="hint" id=hint_id>{words}</p> })}
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            {choices}
        </fieldset>
    }
    .into_any()
}

fn tick(field: &Field, wired: &Wired, photo: Option<(String, String)>) -> AnyView {
    let (value, set, error, id) = (wired.value(), wired.set(), wired.error, wired.id.clone());
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let start = value.get_untracked() == "on";
    let label = match &photo {
        Some((_, tag)) => format!("{}{}", field.label, naming::aside(tag, use_language())),
        None => field.label.clone(),
    };
    view! {
        <div class="field">
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            <label class="check">
                <input
                    type="checkbox"
                    id=id
                    name=wired.name.clone()
                    checked=start
                    prop:checked=move || value.get() == "on"
                    aria-describedby=wired.described()
                    on:change=move |event| set(if event_target_checked(&event) { "on".to_owned() } else { String::new() })
                />
                <span>{label}</span>
                {photo.map(|(src, tag)| view! { <img class="thumb" src=src alt=tag width="72" height="72" loading="lazy" /> })}
                {field.hint.clone().map(|words| view! { <span class="hint" id=hint_id>{words}</span> })}
            </label>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{field_id, of_path};

    #[test]
    fn a_refusals_path_finds_its_field() {
        let names: Vec<String> = ["lead_unit", "record.title", "outcome.tries.0", "words"].map(str::to_owned).to_vec();
        assert_eq!(of_path("lead_unit", &names), Some("lead_unit"));
        assert_eq!(of_path("dispatch.lead_unit", &names), Some("lead_unit"));
        assert_eq!(of_path("record", &names), Some("record.title"));
        assert_eq!(of_path("outcome.tries.0", &names), Some("outcome.tries.0"));
        assert_eq!(of_path("reply.words", &names), Some("words"));
        assert_eq!(of_path("photos", &names), None);
    }

    #[test]
    fn ids_are_plain() {
        assert_eq!(field_id("record.photos.ab12.caption"), "f-record-photos-ab12-caption");
    }
}
