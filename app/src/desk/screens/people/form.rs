//! The form of an account: name, unit, certificate, roles with their places. What was typed stays when it is refused.

use super::posts::{PostLine, choose, grants, lines, options, places, post_code, post_name, roles};
use crate::{
    backend::{AccountForm, NewAccount, Problem},
    components::{Field, FieldError, Icon, described_by},
    desk::{
        codes::{code_of, from_code},
        naming,
        screens::failed::said,
        use_words,
    },
    locales::{Words, use_language},
};
use huiyin_domain::{
    people::{PersonCard, SignInName, manages_unit},
    rulebook::Rulebook,
};
use leptos::prelude::*;
use std::sync::Arc;

/// What is being typed.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    sign_in_name: RwSignal<String>,
    name: RwSignal<String>,
    unit: RwSignal<String>,
    certificate: RwSignal<String>,
    posts: RwSignal<Vec<PostLine>>,
}

impl Draft {
    /// Of a new account.
    pub(super) fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        let posts = RwSignal::new(vec![PostLine::default()]);
        Draft { sign_in_name: text(), name: text(), unit: text(), certificate: text(), posts }
    }

    /// Of an account as it is.
    pub(super) fn of(person: &PersonCard) -> Self {
        Draft {
            name: RwSignal::new(person.name.clone()),
            unit: RwSignal::new(person.unit.to_string()),
            certificate: RwSignal::new(person.certificate.clone().unwrap_or_default()),
            posts: RwSignal::new(lines(&person.grants)),
            ..Draft::empty()
        }
    }

    /// As it is sent.
    pub(super) fn form(self) -> AccountForm {
        AccountForm {
            name: self.name.get_untracked(),
            unit: self.unit.get_untracked(),
            certificate: self.certificate.get_untracked(),
            grants: self.posts.with_untracked(|posts| grants(posts)),
        }
    }

    /// As a new account is sent.
    pub(super) fn new_account(self) -> NewAccount {
        NewAccount { sign_in_name: self.sign_in_name.get_untracked(), form: self.form() }
    }
}

/// Names of the fields as errors have them, and ids of their inputs.
const FIELDS: [(&str, &str); 5] = [
    ("sign_in_name", "account-sign-in-name"),
    ("name", "account-name"),
    ("unit", "account-unit"),
    ("certificate", "account-certificate"),
    ("grants", "account-role-0"),
];

/// The input that a problem is about.
pub(super) fn input_of(problem: &Problem) -> Option<&'static str> {
    let field = problem.field.as_deref()?;
    FIELDS.iter().find(|(name, _)| field == *name || field.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))).map(|(_, id)| *id)
}

/// The fields.
#[component]
pub(super) fn AccountFields(
    /// What is being typed.
    draft: Draft,
    /// Who fills it in.
    manager: PersonCard,
    /// Units and places.
    rulebook: Rulebook,
    /// Whether there is no such account yet: only then the sign-in name is asked for.
    new: bool,
    /// Whether it is one's own account: its roles stay.
    own: bool,
    /// What was wrong the last time.
    problem: Signal<Option<Problem>>,
) -> impl IntoView {
    let words = &use_words().people;
    let language = use_language();
    let error = move |id: &'static str| {
        Signal::derive(move || {
            problem.get().filter(|problem| input_of(problem) == Some(id)).map(|problem| {
                let (title, detail) = said(&problem);
                format!("{title}{}{detail}", language.pick("。", ". "))
            })
        })
    };
    Effect::new(move |_| {
        if let Some(id) = problem.get().as_ref().and_then(input_of) {
            focus(id);
        }
    });
    let text = move |id: &'static str, value: RwSignal<String>, hint: bool, most: usize| {
        let error = error(id);
        view! {
            <input
                class="input"
                id=id
                type="text"
                autocomplete="off"
                maxlength=most.to_string()
                aria-describedby=move || described_by(id, hint, error.get().is_some())
                aria-invalid=move || error.get().map(|_| "true")
                value=value.get_untracked()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
    };
    let present = draft.unit.get_untracked();
    let units: Vec<(String, String)> = rulebook
        .units
        .iter()
        .filter(|unit| manages_unit(&manager, &unit.code, &rulebook) || unit.code.0 == present)
        .map(|unit| (unit.code.to_string(), naming::unit(&rulebook, &unit.code, language)))
        .collect();
    let unit_error = error("account-unit");
    view! {
        <Field id="account-name" label=words.name hint=words.name_hint error=error("account-name")>
            {text("account-name", draft.name, true, 60)}
        </Field>
        {new.then(|| view! {
            <Field id="account-sign-in-name" label=words.sign_in_name hint=words.sign_in_name_hint error=error("account-sign-in-name")>
                {text("account-sign-in-name", draft.sign_in_name, true, SignInName::MOST)}
            </Field>
        })}
        <Field id="account-unit" label=words.works_for error=unit_error>
            <select
                class="input"
                id="account-unit"
                aria-describedby=move || described_by("account-unit", false, unit_error.get().is_some())
                aria-invalid=move || unit_error.get().map(|_| "true")
                on:change=move |event| draft.unit.set(event_target_value(&event))
            >
                {options(choose(), units, &present)}
            </select>
        </Field>
        <Field id="account-certificate" label=words.certificate optional=words.optional error=error("account-certificate")>
            {text("account-certificate", draft.certificate, false, 60)}
        </Field>
        {if own {
            view! { <p class="meta">{words.own_roles}</p> }.into_any()
        } else {
            view! { <Roles draft=draft manager=manager rulebook=rulebook error=error("account-role-0") /> }.into_any()
        }}
    }
}

/// A line for each role and place.
#[component]
fn Roles(draft: Draft, manager: PersonCard, rulebook: Rulebook, error: Signal<Option<String>>) -> impl IntoView {
    let words = &use_words().people;
    let known = Arc::new((manager, rulebook));
    let count = Memo::new(move |_| draft.posts.with(Vec::len));
    let add = move |_| draft.posts.update(|posts| posts.push(PostLine::default()));
    view! {
        <fieldset class="field" aria-describedby="account-roles-h">
            <legend>{words.roles}</legend>
            <p class="hint" id="account-roles-h">{words.roles_hint}</p>
            {move || error.get().map(|words| view! { <FieldError id="account-roles-e" words=words /> })}
            <div class="stack g-3">
                {move || (0..count.get()).map(|n| role_line(n, draft, known.clone(), error)).collect_view()}
            </div>
            <p class="row">
                <button class="btn" data-kind="quiet" type="button" on:click=add>
                    <Icon name="plus" size="s" />
                    {words.add_role}
                </button>
            </p>
        </fieldset>
    }
}

fn role_line(n: usize, draft: Draft, known: Arc<(PersonCard, Rulebook)>, error: Signal<Option<String>>) -> impl IntoView {
    let words = &use_words().people;
    let language = use_language();
    let line = Memo::new(move |_| draft.posts.with(|posts| posts.get(n).cloned().unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut PostLine)| {
        draft.posts.update(|posts| {
            if let Some(line) = posts.get_mut(n) {
                change(line);
            }
        });
    };
    let all_roles: Vec<(String, String)> =
        roles(&known.0, &known.1).iter().map(|role| (code_of(role), role.words(language).to_owned())).collect();
    let role = Memo::new(move |_| line.with(|line| line.role));
    let role_options = move || options(choose(), all_roles.clone(), &role.get().as_ref().map(code_of).unwrap_or_default());
    let place_options = move || {
        let (manager, rulebook) = &*known;
        let all = role.get().map(|role| places(manager, role, rulebook)).unwrap_or_default();
        let all = all.iter().map(|post| (post_code(post), post_name(post, rulebook, language))).collect();
        options(choose(), all, &line.with(|line| line.place.clone()))
    };
    view! {
        <div class="join">
            <label class="vh" for=format!("account-role-{n}")>
                {words.role}
                {format!(" {}", n + 1)}
            </label>
            <select
                class="input"
                style="min-inline-size:0;max-inline-size:100%"
                id=format!("account-role-{n}")
                aria-invalid=move || (n == 0 && error.get().is_some()).then_some("true")
                on:change=move |event| {
                    let role = from_code(&event_target_value(&event));
                    change(&|line| *line = PostLine { role, place: String::new() });
                }
            >
                {role_options}
            </select>
            <label class="vh" for=format!("account-place-{n}")>
                {words.place}
                {format!(" {}", n + 1)}
            </label>
            <select
                class="input"
                style="min-inline-size:0;max-inline-size:100%"
                id=format!("account-place-{n}")
                on:change=move |event| {
                    let place = event_target_value(&event);
                    change(&|line| line.place.clone_from(&place));
                }
            >
                {place_options}
            </select>
            <button
                class="btn"
                data-kind="quiet"
                data-icon=""
                type="button"
                aria-label=words.remove_role
                on:click=move |_| draft.posts.update(|posts| {
                    posts.remove(n);
                })
            >
                <Icon name="x" />
            </button>
        </div>
    }
}

/// The keyboard goes there: to what has to be mended, or to what has just come.
pub(super) fn focus(id: &str) {
    #[cfg(feature = "browser")]
    {
        use wasm_bindgen::JsCast;
        if let Some(input) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = input.focus();
        }
    }
    #[cfg(not(feature = "browser"))]
    let _ = id;
}
