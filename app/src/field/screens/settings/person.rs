//! Who works here, with which version, and leaving.

use super::super::{naming, new_report, trouble, when, words};
use crate::{
    components::Icon,
    field::phone::{Phone, Trouble},
    locales::{Words, use_language},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;

/// The person, the phone, and the two ways of leaving.
#[component]
pub(super) fn PersonSettings() -> impl IntoView {
    let settings = &words().settings;
    let language = use_language();
    let phone = Phone::here();
    let card = move || phone.person().with(|person| person.as_ref().map(|signed_in| signed_in.person.clone()));
    let name = move || card().map(|card| card.name).unwrap_or_default();
    let roles = move || {
        let mut roles: Vec<&str> =
            card().map(|card| card.grants.iter().map(|grant| grant.role.words(language)).collect()).unwrap_or_default();
        roles.dedup();
        roles.join(" · ")
    };
    let unit = move || card().map(|card| naming::unit(&card.unit)).unwrap_or_default();
    let edition = move || {
        phone.book().with(|book| book.as_ref().map_or_else(|| settings.never.to_owned(), |book| (settings.edition)(book.rulebook.version)))
    };
    let last = move || phone.status().read().last_answer.map_or_else(|| settings.never.to_owned(), when::stamp);
    view! {
        <section class="stack g-3" aria-labelledby="dev">
            <h2 id="dev">{settings.phone}</h2>
            <div class="card">
                <div class="pad stack">
                    <dl class="facts">
                        <div>
                            <dt>{settings.person}</dt>
                            <dd>{name} <br /> <span class="meta">{roles}</span></dd>
                        </div>
                        <div>
                            <dt>{settings.unit}</dt>
                            <dd>{unit}</dd>
                        </div>
                        <div>
                            <dt>{settings.last_sync}</dt>
                            <dd>{last}</dd>
                        </div>
                        <div>
                            <dt>{settings.rulebook}</dt>
                            <dd>{edition}</dd>
                        </div>
                        <div>
                            <dt>{settings.version}</dt>
                            <dd>{env!("CARGO_PKG_VERSION")}</dd>
                        </div>
                    </dl>
                    <NewVersion />
                    <button class="btn" data-wide="" type="button" on:click=move |_| phone.sync_now()>
                        <Icon name="sync" />
                        {settings.sync_now}
                    </button>
                </div>
            </div>
            <Leave />
        </section>
    }
}

/// A version that waits is taken at a cold start, which a person may ask for here. Never inside a form.
#[component]
fn NewVersion() -> impl IntoView {
    let settings = &words().settings;
    let phone = Phone::here();
    let waits = RwSignal::new(false);
    spawn_local(async move {
        let _ = waits.try_set(phone.new_version_waits().await);
    });
    let take = move |_| {
        let _ = window().location().reload();
    };
    move || {
        waits.get().then(|| {
            view! {
                <div class="stack g-2" role="status">
                    <strong>{settings.new_version}</strong>
                    <span class="hint">{settings.new_version_help}</span>
                </div>
                <button class="btn" data-wide="" type="button" on:click=take>
                    <Icon name="retry" />
                    {settings.new_version_take}
                </button>
            }
        })
    }
}

/// Signing out, refused with unsent work; stepping aside, which keeps it.
#[component]
fn Leave() -> impl IntoView {
    let settings = &words().settings;
    let phone = Phone::here();
    let said = RwSignal::new(None::<String>);
    let owner = StoredValue::new(Owner::current());
    let navigate = use_navigate();
    let taken_away = move || {
        let exported = phone.exported().get();
        phone.outbox().with(|items| items.iter().filter(|item| exported.contains(&item.command)).count())
    };
    let why_not = Memo::new(move |_| {
        let unsent = phone.outbox().with(Vec::len).saturating_sub(taken_away());
        let drafts = phone.drafts().with(|drafts| drafts.iter().filter(|draft| !draft.discarded && new_report::is_begun(draft)).count());
        if unsent > 0 {
            Some((settings.sign_out_refused)(unsent))
        } else if drafts > 0 {
            Some((settings.sign_out_drafts)(drafts))
        } else {
            None
        }
    });
    let tell = move |trouble: Trouble| {
        let words = match trouble {
            Trouble::Unreachable => settings.sign_out_failed.to_owned(),
            other => owner.try_get_value().flatten().map_or_else(String::new, |owner| owner.with(|| trouble::said(&other))),
        };
        let _ = said.try_set(Some(words));
    };
    let home = navigate.clone();
    let sign_out = move |_| {
        if why_not.read_untracked().is_some() {
            return;
        }
        let home = home.clone();
        spawn_local(async move {
            match phone.sign_out().await {
                Ok(()) => home("/field", Default::default()),
                Err(trouble) => tell(trouble),
            }
        });
    };
    let step_aside = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match phone.step_aside().await {
                Ok(()) => navigate("/field", Default::default()),
                Err(trouble) => tell(trouble),
            }
        });
    };
    view! {
        <button class="btn" data-wide="" type="button" on:click=step_aside>
            <Icon name="users" />
            {settings.step_aside}
        </button>
        <p class="hint">{settings.step_aside_help}</p>
        <button
            class="btn"
            data-wide=""
            type="button"
            aria-disabled=move || why_not.read().is_some().then_some("true")
            aria-describedby="out-why"
            on:click=sign_out
        >
            {settings.sign_out}
        </button>
        <p class="hint" id="out-why">
            {move || why_not
                .get()
                .unwrap_or_else(|| match taken_away() {
                    0 => settings.sign_out_help.to_owned(),
                    n => (words().pack.may_leave)(n),
                })}
        </p>
        {move || {
            said.get()
                .map(|said| {
                    view! {
                        <p class="error" role="alert">
                            <Icon name="alert" />
                            <span>{said}</span>
                        </p>
                    }
                })
        }}
    }
}
