//! What kind of matter: tiles by theme, from the rulebook on this phone.

use super::{
    super::{draft::Drafting, form::FieldError, naming, words},
    ReportContent,
};
use crate::{
    components::Icon,
    field::phone::Phone,
    locales::{Words, use_language},
};
use huiyin_domain::rulebook::{Category, Rulebook, Theme};
use leptos::prelude::*;

/// The tiles.
#[component]
pub(super) fn CategoryField(drafting: Drafting<ReportContent>) -> impl IntoView {
    let report = &words().report;
    let phone = Phone::here();
    let unmet = drafting.unmet_of("category");
    let bad = move || (!unmet.read().is_empty()).then_some("true");
    view! {
        <fieldset class="field" id="category" aria-invalid=bad>
            <legend>
                <h2>{report.what}</h2>
            </legend>
            <FieldError id="category" unmet=unmet />
            {move || match phone.book().get() {
                Some(book) => tiles(drafting, &book.rulebook).into_any(),
                None => {
                    view! {
                        <div class="banner" data-tone="soon">
                            <Icon name="info" />
                            <strong>{report.no_rulebook}</strong>
                            <span>{report.no_rulebook_help}</span>
                        </div>
                    }
                        .into_any()
                }
            }}
            <Leads drafting=drafting />
        </fieldset>
    }
}

fn tiles(drafting: Drafting<ReportContent>, rules: &Rulebook) -> impl IntoView + use<> {
    let language = use_language();
    let groups = [Some(Theme::Sky), Some(Theme::Water), Some(Theme::Land), None];
    groups
        .into_iter()
        .map(|theme| {
            let name = theme.map_or(words().report.no_theme, |theme| theme.words(language));
            let group = theme.map(naming::group);
            let inside =
                rules.categories.iter().filter(|category| category.theme == theme).map(|category| tile(drafting, category)).collect_view();
            view! {
                <div class="stack g-2" role="group" aria-label=name>
                    <p class="grp" data-g=group aria-hidden="true">
                        {group.map(|group| view! { <Icon name=format!("g-{group}") size="s" /> })}
                        {name}
                    </p>
                    <div class="tiles">{inside}</div>
                </div>
            }
        })
        .collect_view()
}

fn tile(drafting: Drafting<ReportContent>, category: &Category) -> impl IntoView + use<> {
    let code = category.code.clone();
    let chosen = code.clone();
    let checked = move || drafting.form.with(|content| content.category.as_ref() == Some(&code));
    view! {
        <label class="tile" data-g=category.theme.map(naming::group)>
            <input
                type="radio"
                name="category"
                prop:checked=checked
                on:change=move |_| drafting.change("category", |content| content.category = Some(chosen.clone()))
            />
            <Icon name=category.icon.clone() />
            {naming::of_category(category)}
            <Tick />
        </label>
    }
}

/// The tick that says "chosen" without colour.
#[component]
fn Tick() -> impl IntoView {
    let icons = expect_context::<crate::shell::Assets>().icons;
    view! {
        <svg class="i tick" aria-hidden="true">
            <use href=format!("{icons}#i-check")></use>
        </svg>
    }
}

/// Who leads, and what to look at on the spot.
#[component]
fn Leads(drafting: Drafting<ReportContent>) -> impl IntoView {
    let report = &words().report;
    let phone = Phone::here();
    let code = drafting.part(|content| content.category.clone());
    view! {
        <div aria-live="polite" class="stack g-2">
            {move || {
                let book = phone.book().get()?;
                let category = book.rulebook.category(code.get().as_ref()?)?.clone();
                let name = naming::of_category(&category);
                let leads = match &category.lead_unit {
                    Some(unit) => (report.led_by)(&name, &naming::unit(unit)),
                    None => (report.led_by_township)(&name),
                };
                Some(
                    view! {
                        <p class="meta">{leads}</p>
                        {(!category.checklist.is_empty())
                            .then(|| {
                                view! {
                                    <details class="card fold">
                                        <summary class="pad">{report.checklist} <Icon name="down" /></summary>
                                        <ul class="pad">{category.checklist.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()}</ul>
                                    </details>
                                }
                            })}
                    },
                )
            }}
        </div>
    }
}
