//! The sync pill: green only when nothing is left on this phone.

use super::{item::attention, words};
use crate::{
    components::Icon,
    field::{
        network::Network,
        phone::{Activity, Phone, SessionState},
    },
};
use leptos::prelude::*;

/// The pill, in the bar of every screen.
#[component]
pub(crate) fn SyncPill() -> impl IntoView {
    let shell = &words().shell;
    let phone = Phone::here();
    let network = Network::here();
    let unfinished = attention::count_unfinished(phone);
    let needs_me = attention::list(phone);
    let face = Memo::new(move |_| {
        let status = phone.status().get();
        let (n, bad) = (unfinished.get(), needs_me.get().len());
        let expired = phone.session().get() == SessionState::Expired || status.activity == Activity::SignInNeeded;
        if expired {
            ("off", "lock", shell.sign_in_again.to_owned())
        } else if bad > 0 {
            ("off", "alert", (shell.failed)(bad))
        } else if n > 0 && !network.there() {
            ("off", "offline", (shell.offline_waiting)(n))
        } else if n > 0 && status.activity == Activity::Talking {
            ("busy", "sync", (shell.sending)(n))
        } else if n > 0 {
            ("off", "outbox", (shell.waiting)(n))
        } else if !network.there() {
            ("off", "offline", shell.offline.to_owned())
        } else {
            ("ok", "cloud-ok", shell.all_sent.to_owned())
        }
    });
    let to = move || if face.read().1 == "lock" { "/field/sign-in" } else { "/field/outbox" };
    view! {
        <a class="sync" data-net=move || face.read().0 href=to>
            {move || view! { <Icon name=face.read().1 /> }}
            <span role="status">{move || face.get().2}</span>
        </a>
    }
}
