//! Planning a patrol, from nothing or like another one.

use super::{
    choose::{Choose, Item},
    people::goers,
    sending::{Said, Sending, field_id, outcome},
    sheet::Sheet,
};
use crate::{
    backend::{Me, PatrolChoices, Problem},
    components::{Field, Icon, described_by, within_textarea},
    desk::{
        Asking, calls,
        codes::code_of,
        naming,
        screens::{Bones, DemoNote, Failed},
        use_words,
    },
    locales::{Words, use_language},
};
use huiyin_domain::{
    ids::PatrolId,
    patrol::{Patrol, PatrolAsk, PatrolKind},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_navigate, use_query_map};

/// The page.
#[component]
pub fn PatrolPlan() -> impl IntoView {
    let all = use_words();
    let words = &all.patrols;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let copy = Memo::new(move |_| params.with(|params| params.get("copy")).and_then(|id| id.parse::<PatrolId>().ok()));
    let ground = Resource::new_blocking(move || copy.get(), ground);
    view! {
        <Title text=words.plan_tab />
        <nav aria-label=all.case.breadcrumb>
            <ol class="crumb" role="list">
                <li>
                    <a href="/desk/patrols">{words.title}</a>
                </li>
                <li aria-hidden="true">"/"</li>
                <li>{words.plan_title}</li>
            </ol>
        </nav>
        <div class="top">
            <h1>{words.plan_title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, ground.await) {
                    (Ok(me), Ok((choices, like))) => form(&me, &choices, like.as_ref()).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// What can be chosen, and the patrol that this one is to be like.
async fn ground(copy: Option<PatrolId>) -> Result<(PatrolChoices, Option<Patrol>), Problem> {
    let choices = calls::patrol_choices().await?;
    let like = match copy {
        Some(id) => Some(calls::patrol(id).await?.patrol),
        None => None,
    };
    Ok((choices, like))
}

fn form(me: &Me, choices: &PatrolChoices, like: Option<&Patrol>) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let sheet = Sheet::new(choices, like);
    let sending = Sending::new();
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let navigate = navigate.clone();
        match sheet.plan() {
            Ok(plan) => sending.send(None, PatrolAsk::Plan(Box::new(plan)), move |id| {
                navigate(&format!("/desk/patrols/{id}"), leptos_router::NavigateOptions::default());
            }),
            Err(slips) => sending.tell(Said::Refused(slips)),
        }
    };
    let labels = vec![
        ("kind", words.kind),
        ("title", words.name),
        ("from", words.first_day),
        ("to", words.last_day),
        ("sites", words.sites),
        ("areas", words.areas),
        ("people", words.people),
        ("co_units", words.co_units),
        ("notes", words.notes),
    ];
    view! {
        <div class="stack g-5">
            <DemoNote demo=me.demo />
            {outcome(sending, words.refused, labels)}
            <form class="card" method="post" novalidate on:submit=submit aria-busy=move || sending.busy.get().to_string()>
                <fieldset class="pad stack g-5" disabled=move || !sending.ready.get()>
                    {move || (!sending.ready.get()).then(|| view! { <p class="meta">{use_words().outcome.starting}</p> })}
                    {what(sheet, sending)}
                    {places(me, choices, sheet, sending)}
                    <Choose
                        name="people"
                        label=words.people
                        hint=words.people_hint
                        items=goers(me, choices)
                        chosen=sheet.people
                        error=sending.error("people")
                    />
                    {joint(me, sheet, sending)}
                    {notes(sheet, sending)}
                    <p class="row">
                        <button class="btn" data-kind="main" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>
                            {move || sending.busy.get().then(|| view! { <Icon name="sync" /> })}
                            {move || if sending.busy.get() { words.sending } else { words.save }}
                        </button>
                    </p>
                </fieldset>
            </form>
        </div>
    }
}

/// Kind, secrecy, title, days.
fn what(sheet: Sheet, sending: Sending) -> impl IntoView {
    let words = &use_words().patrols;
    let language = use_language();
    let options = PatrolKind::ALL
        .into_iter()
        .map(|kind| {
            let code = code_of(&kind);
            let own = code.clone();
            let start = sheet.kind.with_untracked(|chosen| *chosen == code);
            view! {
                <option value=code selected=start prop:selected=move || *sheet.kind.read() == own>
                    {kind.words(language)}
                </option>
            }
        })
        .collect_view();
    let secret = move || sheet.kind().is_some_and(|kind| kind.is_surprise(sheet.unannounced.get()));
    let asks = move || sheet.kind() == Some(PatrolKind::RandomCheck);
    view! {
        <Field id=field_id("kind") label=words.kind error=sending.error("kind")>
            <select class="input" id=field_id("kind") name="kind" on:change=move |event| sheet.kind.set(event_target_value(&event))>
                {options}
            </select>
        </Field>
        {move || asks().then(|| view! {
            <label class="check">
                <input
                    type="checkbox"
                    name="unannounced"
                    prop:checked=move || sheet.unannounced.get()
                    on:change=move |event| sheet.unannounced.set(event_target_checked(&event))
                />
                <span>{words.unannounced} <span class="hint">{words.unannounced_hint}</span></span>
            </label>
        })}
        {move || secret().then(|| view! {
            <p class="row" role="status">
                <Icon name="lock" size="s" />
                {words.hidden_text}
            </p>
        })}
        {line(Line { name: "title", label: words.name, hint: Some(words.name_hint), kind: "text" }, sheet.title, sending)}
        <div class="grid" style="--min:12rem">
            {line(Line { name: "from", label: words.first_day, hint: None, kind: "date" }, sheet.from, sending)}
            {line(Line { name: "to", label: words.last_day, hint: None, kind: "date" }, sheet.to, sending)}
        </div>
    }
}

/// What a field of one line needs.
struct Line {
    name: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    kind: &'static str,
}

fn line(line: Line, value: RwSignal<String>, sending: Sending) -> impl IntoView {
    let Line { name, label, hint, kind } = line;
    let error = sending.error(name);
    let input = view! {
        <input
            class="input"
            id=field_id(name)
            name=name
            type=kind
            autocomplete="off"
            aria-describedby=move || described_by(&field_id(name), hint.is_some(), error.get().is_some())
            aria-invalid=move || error.get().map(|_| "true")
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    match hint {
        Some(hint) => view! { <Field id=field_id(name) label=label hint=hint error=error>{input}</Field> }.into_any(),
        None => view! { <Field id=field_id(name) label=label error=error>{input}</Field> }.into_any(),
    }
}

/// Places and areas.
fn places(me: &Me, choices: &PatrolChoices, sheet: Sheet, sending: Sending) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let sites = choices.sites.iter().map(|site| Item {
        key: site.id.to_string(),
        name: site.name.clone(),
        under: format!("{} · {}", site.kind.words(language), naming::division(&me.rulebook, &site.division, language)),
    });
    let areas = me.rulebook.divisions.iter().map(|division| Item {
        key: division.code.to_string(),
        name: naming::division(&me.rulebook, &division.code, language),
        under: String::new(),
    });
    let (sites, areas): (Vec<Item>, Vec<Item>) = (sites.collect(), areas.collect());
    view! {
        <Choose name="sites" label=words.sites hint=words.sites_hint items=sites chosen=sheet.sites error=sending.error("sites") />
        <Choose name="areas" label=words.areas hint=words.areas_hint items=areas chosen=sheet.areas error=sending.error("areas") />
    }
}

/// Units that take part, for a joint enforcement only.
fn joint(me: &Me, sheet: Sheet, sending: Sending) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let units: Vec<Item> = me
        .rulebook
        .units
        .iter()
        .map(|unit| Item { key: unit.code.to_string(), name: naming::unit(&me.rulebook, &unit.code, language), under: String::new() })
        .collect();
    move || {
        (sheet.kind() == Some(PatrolKind::JointEnforcement)).then(|| {
            view! {
                <Choose
                    name="co_units"
                    label=words.co_units
                    hint=words.co_units_hint
                    items=units.clone()
                    chosen=sheet.co_units
                    error=sending.error("co_units")
                />
            }
        })
    }
}

fn notes(sheet: Sheet, sending: Sending) -> impl IntoView {
    let words = &use_words().patrols;
    let error = sending.error("notes");
    view! {
        <Field id=field_id("notes") label=words.notes optional=words.optional error=error>
            <textarea
                class="input"
                id=field_id("notes")
                name="notes"
                rows="3"
                aria-describedby=move || described_by(&field_id("notes"), false, error.get().is_some())
                prop:value=move || sheet.notes.get()
                on:input=move |event| sheet.notes.set(event_target_value(&event))
            >
                {within_textarea(&sheet.notes.get_untracked())}
            </textarea>
        </Field>
    }
}
