//! What the phone holds and how safe it is there.

use super::super::{new_report, words};
use crate::{components::Icon, field::phone::Phone};
use leptos::{prelude::*, task::spawn_local};

/// How full it is, what is not sent, whether the browser promised to keep it.
#[component]
pub(super) fn StorageSettings() -> impl IntoView {
    let settings = &words().settings;
    let bytes = words().shell.bytes;
    let phone = Phone::here();
    let refused = RwSignal::new(false);
    let ask = move |_| {
        spawn_local(async move {
            let kept = phone.keep_for_good().await;
            let _ = refused.try_set(!kept);
        });
    };
    let used = move || phone.storage().read().used.map_or_else(|| settings.unknown.to_owned(), |used| (settings.used)(&bytes(used)));
    let free = move || {
        let state = phone.storage().get();
        state.quota.zip(state.used).map(|(quota, used)| (settings.free)(&bytes(quota.saturating_sub(used))))
    };
    let percent = move || {
        let state = phone.storage().get();
        let share = state.quota.zip(state.used).and_then(|(quota, used)| (used * 100).checked_div(quota)).unwrap_or(0);
        format!("{}%", share.clamp(1, 100))
    };
    let unsent = move || (settings.unsent_is)(phone.outbox().with(Vec::len), &bytes(phone.status().read().bytes));
    let drafts = move || {
        phone
            .drafts()
            .with(|drafts| (settings.drafts_are)(drafts.iter().filter(|draft| !draft.discarded && new_report::is_begun(draft)).count()))
    };
    let persisted = move || phone.storage().read().persisted;
    view! {
        <section class="stack g-3" aria-labelledby="data">
            <h2 id="data">{settings.storage}</h2>
            {move || {
                phone
                    .storage()
                    .get()
                    .is_low()
                    .then(|| {
                        view! {
                            <div class="banner" data-tone="late">
                                <Icon name="disk" />
                                <span>{settings.nearly_full}</span>
                            </div>
                        }
                    })
            }}
            <div class="card">
                <div class="pad stack">
                    <p class="row">
                        <Icon name="disk" />
                        <strong>{used}</strong>
                        <span class="meta push">{free}</span>
                    </p>
                    <span class="meter" style:--v=percent>
                        <span></span>
                    </span>
                    <dl class="facts meta">
                        <div>
                            <dt>{settings.unsent}</dt>
                            <dd>{unsent}</dd>
                        </div>
                        <div>
                            <dt>{settings.drafts}</dt>
                            <dd>{drafts}</dd>
                        </div>
                        <div>
                            <dt>{settings.kept}</dt>
                            <dd>
                                {move || match persisted() {
                                    Some(true) => settings.persisted,
                                    Some(false) => settings.not_persisted,
                                    None => settings.unknown,
                                }}
                            </dd>
                        </div>
                    </dl>
                    {move || {
                        (persisted() != Some(true))
                            .then(|| {
                                view! {
                                    <button class="btn" data-wide="" type="button" on:click=ask>
                                        <Icon name="lock" />
                                        {settings.persist}
                                    </button>
                                }
                            })
                    }}
                    {move || (refused.get() && persisted() != Some(true)).then(|| view! { <p class="hint" role="status">{settings.persist_refused}</p> })}
                </div>
            </div>
        </section>
    }
}
