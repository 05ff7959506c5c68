//! Why a form was not filed: a summary above that leads down, and the same words beside each field.

use super::super::{sheet::Sheet, words};
use crate::{
    components::Icon,
    locales::{rules, use_language},
};
use huiyin_domain::refusal::Unmet;
use leptos::prelude::*;

/// The summary. Its links move the focus to the field.
#[component]
pub(crate) fn ErrorSummary(
    /// The form.
    sheet: Sheet,
    /// Ids of the form's fields, which are also the last parts of their paths.
    fields: &'static [&'static str],
) -> impl IntoView {
    let form = &words().form;
    let language = use_language();
    let line = move |unmet: &Unmet| {
        let said = rules::unmet(unmet, language).sentence(language);
        let target =
            unmet.field.as_deref().and_then(|path| path.split(['.', '[']).rev().find_map(|part| fields.iter().find(|id| **id == part)));
        match target {
            Some(id) => {
                let go = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    super::focus(id);
                };
                view! {
                    <li>
                        <a href=format!("#{id}") on:click=go>
                            {said}
                        </a>
                    </li>
                }
                .into_any()
            }
            None => view! { <li>{said}</li> }.into_any(),
        }
    };
    move || {
        let unmet = sheet.unmet.get();
        let trouble = sheet.trouble.get();
        if unmet.is_empty() && trouble.is_none() {
            return ().into_any();
        }
        view! {
            <div class="banner" data-tone="late" role="alert" tabindex="-1" id="errors">
                <Icon name="alert" />
                {match trouble {
                    Some(said) => view! { <strong>{said}</strong> }.into_any(),
                    None => {
                        view! {
                            <strong>{(form.errors)(unmet.len())}</strong>
                            <ul>{unmet.iter().map(line).collect_view()}</ul>
                            <span>{form.errors_safe}</span>
                        }
                            .into_any()
                    }
                }}
            </div>
        }
        .into_any()
    }
}

/// The words beside a field. Its id is `{id}-error`, for `aria-describedby`.
#[component]
pub(crate) fn FieldError(
    /// The field's id.
    id: &'static str,
    /// What is unmet.
    #[prop(into)]
    unmet: Signal<Vec<Unmet>>,
) -> impl IntoView {
    let language = use_language();
    move || {
        let said: Vec<String> = unmet
            .read()
            .iter()
            .map(|one| rules::unmet(&Unmet { code: one.code.clone(), field: None }, language).sentence(language))
            .collect();
        (!said.is_empty()).then(|| {
            view! {
                <p class="error" id=format!("{id}-error")>
                    <Icon name="alert" />
                    <span>{said.join(" ")}</span>
                </p>
            }
        })
    }
}
