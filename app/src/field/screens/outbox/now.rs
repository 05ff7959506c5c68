//! What the phone is doing about the outbox, in one banner.

use super::super::{when, words};
use crate::{
    components::Icon,
    field::{
        network::Network,
        phone::{Activity, Phone, SessionState},
    },
};
use leptos::prelude::*;

/// The banner: the one place that says what happens now.
#[component]
pub(super) fn Now() -> impl IntoView {
    let outbox = &words().outbox;
    let phone = Phone::here();
    let network = Network::here();
    let face = Memo::new(move |_| {
        let status = phone.status().get();
        if phone.session().get() == SessionState::Expired || status.activity == Activity::SignInNeeded {
            ("soon", "lock", outbox.paused, outbox.paused_help)
        } else if status.is_clear() {
            ("done", "cloud-ok", outbox.empty, outbox.empty_help)
        } else {
            match status.activity {
                Activity::Talking => ("info", "sync", outbox.sending, outbox.sending_help),
                Activity::OtherTab => ("info", "sync", outbox.sending, words().shell.other_tab),
                _ if !network.there() => ("soon", "offline", outbox.offline, outbox.offline_help),
                Activity::Waiting { .. } => ("soon", "alert", outbox.unreachable, outbox.waiting_help),
                _ => ("soon", "outbox", outbox.waiting_turn, outbox.waiting_help),
            }
        }
    });
    let next = move || match phone.status().read().activity {
        Activity::Waiting { until } => Some((outbox.next_try)(&when::stamp(until))),
        _ => None,
    };
    let rests = move || face.get().1 == "lock";
    let can_try = move || !rests() && !phone.status().read().is_clear() && phone.status().read().activity != Activity::Talking;
    view! {
        <div class="banner" data-tone=move || face.get().0 role="status">
            {move || view! { <Icon name=face.get().1 /> }}
            <strong>{move || face.get().2}</strong>
            <span>{move || face.get().3}</span>
        </div>
        {move || {
            rests()
                .then(|| {
                    view! {
                        <a class="btn" data-kind="main" data-wide="" href="/field/sign-in">
                            {outbox.sign_in}
                        </a>
                    }
                })
        }}
        {move || {
            can_try()
                .then(|| {
                    view! {
                        <div class="row">
                            <button class="btn" data-kind="main" type="button" on:click=move |_| phone.sync_now()>
                                <Icon name="retry" />
                                {outbox.try_now}
                            </button>
                            {move || next().map(|next| view! { <span class="meta">{next}</span> })}
                        </div>
                    }
                })
        }}
    }
}
