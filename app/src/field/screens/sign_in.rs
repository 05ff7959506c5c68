//! 登录: the first time, or again when the county no longer knows the sign-in.

use super::{
    frame::{Back, Frame},
    trouble, words,
};
use crate::{
    components::{Icon, Logo},
    field::{
        network::Network,
        phone::{Phone, Trouble},
    },
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// The form. `again` when somebody works here already.
#[component]
pub(crate) fn SignIn(again: bool) -> impl IntoView {
    let sign_in = &words().sign_in;
    let phone = Phone::here();
    let network = Network::here();
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (busy, shown) = (RwSignal::new(false), RwSignal::new(false));
    let said = RwSignal::new(None::<String>);
    let (name_bad, password_bad) = (RwSignal::new(false), RwSignal::new(false));
    let navigate = use_navigate();
    let owner = Owner::current();
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        said.set(None);
        name_bad.set(name.with_untracked(|name| name.trim().is_empty()));
        password_bad.set(password.with_untracked(String::is_empty));
        if name_bad.get_untracked() || password_bad.get_untracked() {
            super::form::focus(if name_bad.get_untracked() { "name" } else { "password" });
            return;
        }
        busy.set(true);
        let (navigate, owner) = (navigate.clone(), owner.clone());
        spawn_local(async move {
            let answer = phone.sign_in(name.get_untracked().trim().to_owned(), password.get_untracked()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) if again => navigate("/field", NavigateOptions { replace: true, ..Default::default() }),
                Ok(_) => {}
                Err(trouble) => {
                    let _ = said.try_set(owner.map(|owner| owner.with(|| why(&trouble))));
                }
            }
        });
    };
    let missing = move |bad: RwSignal<bool>, id: &'static str, words: &'static str| {
        move || {
            bad.get().then(|| {
                view! {
                    <p class="error" id=id>
                        <Icon name="alert" />
                        <span>{words}</span>
                    </p>
                }
            })
        }
    };
    let title = if again { sign_in.again_title } else { sign_in.title };
    let lead = if again { sign_in.again_help } else { sign_in.lead };
    view! {
        <Frame title=title.to_owned() bare=!again back=again.then(Back::today)>
            {(!again)
                .then(|| {
                    view! {
                        <p class="logo">
                            <Logo />
                            <span>{words().shell.product}</span>
                        </p>
                    }
                })}
            <p class="quiet">{lead}</p>
            {move || {
                (!network.there())
                    .then(|| {
                        view! {
                            <div class="banner" data-tone="soon" role="status">
                                <Icon name="offline" />
                                <strong>{sign_in.offline}</strong>
                                <span>{sign_in.offline_help}</span>
                            </div>
                        }
                    })
            }}
            {move || {
                said.get()
                    .map(|said| {
                        view! {
                            <div class="banner" data-tone="late" role="alert">
                                <Icon name="alert" />
                                <strong>{said}</strong>
                            </div>
                        }
                    })
            }}
            <form class="stack" novalidate=true on:submit=enter>
                <div class="field">
                    <label for="name">{sign_in.name}</label>
                    {missing(name_bad, "name-error", sign_in.name_missing)}
                    <input
                        class="input"
                        data-size="l"
                        id="name"
                        name="username"
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-describedby="name-error"
                        aria-invalid=move || name_bad.get().then_some("true")
                        prop:value=name
                        on:input:target=move |event| name.set(event.target().value())
                    />
                </div>
                <div class="field">
                    <label for="password">{sign_in.password}</label>
                    {missing(password_bad, "password-error", sign_in.password_missing)}
                    <input
                        class="input"
                        data-size="l"
                        id="password"
                        name="password"
                        type=move || if shown.get() { "text" } else { "password" }
                        autocomplete="current-password"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-describedby="password-error"
                        aria-invalid=move || password_bad.get().then_some("true")
                        prop:value=password
                        on:input:target=move |event| password.set(event.target().value())
                    />
                    <button
                        class="btn"
                        data-kind="quiet"
                        type="button"
                        aria-pressed=move || shown.get().to_string()
                        on:click=move |_| shown.update(|shown| *shown = !*shown)
                    >
                        <Icon name="eye" />
                        {move || if shown.get() { sign_in.hide } else { sign_in.show }}
                    </button>
                </div>
                <button class="btn" data-kind="main" data-size="l" data-wide="" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {move || busy.get().then(|| view! { <Icon name="sync" /> })}
                    {move || if busy.get() { sign_in.busy } else { sign_in.enter }}
                </button>
            </form>
            {(!again).then(|| view! { <OtherLanguage /> })}
        </Frame>
    }
}

/// Why it did not work, in words.
fn why(trouble: &Trouble) -> String {
    let sign_in = &words().sign_in;
    match trouble {
        Trouble::Unreachable => sign_in.no_answer.to_owned(),
        Trouble::Problem(problem) if problem.status == 401 => sign_in.wrong.to_owned(),
        Trouble::Problem(problem) if problem.status == 429 => sign_in.too_often.to_owned(),
        Trouble::Problem(problem) => (sign_in.other)(&problem.detail),
        Trouble::Full | Trouble::Storage(_) => sign_in.not_stored.to_owned(),
        other => trouble::said(other),
    }
}

/// Settings are behind the door, but a reader must be able to read the door.
#[component]
fn OtherLanguage() -> impl IntoView {
    let chosen = expect_context::<crate::field::look::Chosen>();
    let other = chosen.language.get_untracked().other();
    view! {
        <button class="btn" data-kind="quiet" type="button" lang=other.tag() on:click=move |_| chosen.language.set(other)>
            <Icon name="globe" />
            {other.pick("中文", "English")}
        </button>
    }
}
