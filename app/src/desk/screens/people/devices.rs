//! Devices and sessions: of an account, and one's own.

use super::account::{Doing, Outcome};
use crate::{
    backend::{AccountAsk, DeviceView},
    components::{Banner, Icon, Tag, Tone},
    desk::{
        Asking, calls, naming,
        screens::{Bones, failed::said},
        use_words,
    },
    locales::{dates, use_language},
};
use huiyin_domain::ids::PersonId;
use leptos::prelude::*;

/// The own ones, in the settings.
#[component]
pub fn OwnDevices() -> impl IntoView {
    let words = &use_words().people;
    let Asking(me) = expect_context::<Asking>();
    let doing = Doing::new();
    let devices = Resource::new_blocking(move || doing.times.get(), |_| calls::own_devices());
    view! {
        <section class="stack g-3" aria-labelledby="own-devices">
            <h2 id="own-devices" style="font-size:var(--t-3)">{words.own_devices}</h2>
            <p class="meta">{words.own_devices_hint}</p>
            <Outcome doing=doing />
            <Transition fallback=Bones>
                {move || Suspend::new(async move {
                    match (me.await, devices.await) {
                        (Ok(me), Ok(devices)) => view! { <Devices person=me.person.id devices=devices doing=doing /> }.into_any(),
                        (Err(problem), _) | (_, Err(problem)) => {
                            let (title, detail) = said(&problem);
                            view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }.into_any()
                        }
                    }
                })}
            </Transition>
        </section>
    }
}

/// The list.
#[component]
pub(super) fn Devices(
    /// Whose.
    person: PersonId,
    /// The newest first.
    devices: Vec<DeviceView>,
    /// What is done.
    doing: Doing,
) -> impl IntoView {
    let words = &use_words().people;
    if devices.is_empty() {
        return view! { <p class="meta">{words.no_devices}</p> }.into_any();
    }
    let items = devices.into_iter().map(|device| item(person, device, doing)).collect_view();
    view! {
        <ul role="list" class="stack">
            {items}
        </ul>
    }
    .into_any()
}

fn item(person: PersonId, device: DeviceView, doing: Doing) -> impl IntoView {
    let words = &use_words().people;
    let language = use_language();
    let label = match device.phone {
        true if device.label.is_empty() => words.phone.to_owned(),
        true => naming::pair(words.phone, &device.label, language),
        false => words.desk.to_owned(),
    };
    let seen = match device.seen_at {
        Some(at) => naming::pair(words.last_sync, &dates::moment(at, language), language),
        None => words.never_sync.to_owned(),
    };
    let (id, is_phone, revoked) = (device.id, device.phone, device.revoked);
    let signed_in = !device.sessions.is_empty();
    let sessions = device
        .sessions
        .into_iter()
        .map(|session| {
            let from = naming::pair(words.session_from, &dates::moment_and_year(session.began_at, language), language);
            let until = naming::pair(words.session_until, &dates::day(session.ends_at.day(), language), language);
            let id = session.id;
            view! {
                <li class="row">
                    <span class="meta">{from} " · " {until}</span>
                    <button class="btn" data-kind="quiet" type="button" on:click=move |_| doing.ask(person, AccountAsk::EndSession(id.clone()))>
                        {words.end_session}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <li class="card">
            <div class="pad stack g-2">
                <p class="row">
                    <Icon name=if is_phone { "phone" } else { "inbox" } />
                    <strong>{label}</strong>
                    {revoked.then(|| view! {
                        <Tag tone=Tone::Late icon="lock">
                            {words.revoked}
                        </Tag>
                    })}
                </p>
                {is_phone.then(|| view! { <p class="meta">{seen} " · " {words.unsent_unknown}</p> })}
                {revoked.then(|| view! { <p class="meta">{words.revoked_text}</p> })}
                {if signed_in {
                    view! { <ul role="list" class="stack g-1">{sessions}</ul> }.into_any()
                } else {
                    view! { <p class="meta">{words.no_session}</p> }.into_any()
                }}
                {(is_phone && !revoked).then(|| view! {
                    <p class="row">
                        <button class="btn" data-kind="stop" type="button" on:click=move |_| doing.ask(person, AccountAsk::RevokeDevice(id))>
                            {words.revoke}
                        </button>
                    </p>
                })}
            </div>
        </li>
    }
}
