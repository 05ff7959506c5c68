//! After filing: the truth about where the report is, and its receipt number once the county has it.

use super::{
    frame::{Back, Frame},
    item,
    outbox::Path,
    states::Nothing,
    words,
};
use crate::{
    components::{Hui, Icon},
    field::{
        network::Network,
        phone::{OutboxItem, Phone, Step},
    },
    locales::{rules, use_language},
};
use huiyin_domain::{case::VerbName, ids::CaseId};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_params_map;
use wasm_bindgen_futures::JsFuture;

/// The confirmation page; it follows the report until it is received.
#[component]
pub(crate) fn Filed() -> impl IntoView {
    let report = &words().report;
    let phone = Phone::here();
    let params = use_params_map();
    let mine = Memo::new(move |_| {
        let case: CaseId = params.read().get("case")?.parse().ok()?;
        let find = |items: Vec<OutboxItem>| items.into_iter().find(|item| item.case == case && item.verb == VerbName::Submit);
        find(phone.outbox().get()).or_else(|| find(phone.sent().get()))
    });
    view! {
        <Frame title=report.filed_title.to_owned() back=Back::today()>
            {move || match mine.get() {
                None => view! { <Nothing title=words().shell.not_found help=words().shell.not_found_help /> }.into_any(),
                Some(item) => view! { <Truth item=item /> }.into_any(),
            }}
            <div class="acts">
                <a class="btn" data-kind="main" data-size="l" href="/field/new">
                    <Icon name="plus" />
                    {report.another}
                </a>
                <a class="btn" href="/field/outbox">
                    {report.to_outbox}
                </a>
                <a class="btn" href="/field">
                    {words().shell.to_today}
                </a>
            </div>
        </Frame>
    }
}

#[component]
fn Truth(item: OutboxItem) -> impl IntoView {
    let report = &words().report;
    let network = Network::here();
    let received = matches!(item.step, Step::Received) || item.receipt.is_some();
    let photos = (received && item.photos_sent < item.photos_total).then(|| (report.photos_on_way)(item.photos_sent, item.photos_total));
    let (tone, icon, head) = match &item.step {
        Step::Refused(_) => ("late", "alert", report.refused),
        _ if received => ("done", "check-c", report.received),
        _ => ("info", "phone", report.stored),
    };
    let help = move || {
        if received {
            report.received_help
        } else if network.reachable() {
            report.stored_online
        } else if network.there() {
            report.stored_waiting
        } else {
            report.stored_offline
        }
    };
    let said = match &item.step {
        Step::Refused(refusal) => {
            let language = use_language();
            refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect()
        }
        _ => String::new(),
    };
    view! {
        <div class="banner" data-tone=tone role="status">
            <Icon name=icon />
            <strong>{head}</strong>
            {if said.is_empty() { view! { <span>{help}</span> }.into_any() } else { view! { <span>{said}</span> }.into_any() }}
        </div>
        <div class="card">
            <div class="pad stack g-3">
                <p class="row">
                    <Hui step=0 />
                    <strong>{item::title(&item)}</strong>
                </p>
                <p class="meta">{item.words.clone()}</p>
                <Path item=item.clone() />
                {item.receipt.clone().map(|number| view! { <ReceiptNumber number=number /> })}
                {photos.map(|photos| view! { <p class="meta">{photos}</p> })}
            </div>
        </div>
    }
}

/// A receipt number with a button that copies it.
#[component]
pub(crate) fn ReceiptNumber(number: String) -> impl IntoView {
    let report = &words().report;
    let copied = RwSignal::new(None::<bool>);
    let text = number.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let done = JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
            let _ = copied.try_set(Some(done));
        });
    };
    let said = move || match copied.get() {
        None => report.key_hint,
        Some(true) => report.copied,
        Some(false) => report.copy_failed,
    };
    view! {
        <div class="stack g-2">
            <p class="label">{report.receipt}</p>
            <p class="row">
                <strong class="code">{number.clone()}</strong>
                <button class="btn" type="button" aria-label=(report.copy_number)(&number) on:click=copy>
                    <Icon name="copy" />
                    {report.copy}
                </button>
            </p>
            <p class="fine" role="status">
                {said}
            </p>
        </div>
    }
}
