//! 发件箱: what waits, what needs a look, what the county has.

mod failure;
mod item;
mod now;
mod path;

pub(crate) use path::Path;

use super::{filed::ReceiptNumber, frame::Frame, item as items, when, words};
use crate::{
    components::Icon,
    field::phone::{OutboxItem, Phone},
};
use huiyin_domain::case::VerbName;
use item::Waiting;
use leptos::prelude::*;
use now::Now;

/// The outbox.
#[component]
pub(crate) fn Outbox() -> impl IntoView {
    let outbox = &words().outbox;
    let phone = Phone::here();
    let needs_me = items::attention::list(phone);
    let waiting = Memo::new(move |_| {
        let looks: Vec<_> = needs_me.read().iter().map(|item| item.command).collect();
        phone.outbox().get().into_iter().filter(|item| !looks.contains(&item.command)).collect::<Vec<_>>()
    });
    let summary = Signal::derive(move || {
        let n = phone.outbox().with(Vec::len);
        if n == 0 { outbox.summary_none.to_owned() } else { (outbox.summary)(n, &(words().shell.bytes)(phone.status().get().bytes)) }
    });
    view! {
        <Frame title=words().shell.outbox.to_owned() context=summary>
            <Now />
            <Section id="attention" title=outbox.attention items=needs_me />
            <Section id="waiting" title=outbox.waiting items=waiting />
            <Sent />
        </Frame>
    }
}

/// Items under a heading, or nothing at all.
#[component]
fn Section(id: &'static str, title: &'static str, items: Memo<Vec<OutboxItem>>) -> impl IntoView {
    let outbox = &words().outbox;
    let some = Memo::new(move |_| !items.read().is_empty());
    move || {
        some.get().then(|| {
            view! {
                <section aria-labelledby=id>
                    <div class="sect">
                        <h2 id=id>{title} " " <span class="count">{move || (outbox.count)(items.read().len())}</span></h2>
                    </div>
                    <ul class="stack g-3" role="list">
                        <For each=move || items.get() key=|item| format!("{item:?}") let(item)>
                            <Waiting item=item />
                        </For>
                    </ul>
                </section>
            }
        })
    }
}

/// What the county has, with receipt numbers.
#[component]
fn Sent() -> impl IntoView {
    let outbox = &words().outbox;
    let phone = Phone::here();
    let sent = phone.sent();
    view! {
        <section class="stack g-2" aria-labelledby="done">
            <div class="sect">
                <h2 id="done">{outbox.sent} " " <span class="count">{move || (outbox.count)(sent.read().len())}</span></h2>
            </div>
            {move || {
                let sent = sent.get();
                if sent.is_empty() {
                    view! { <p class="meta">{outbox.sent_none}</p> }.into_any()
                } else {
                    view! {
                        <div class="card">
                            <ul class="rows" role="list">
                                {sent.into_iter().map(|item| view! { <li><Arrived item=item /></li> }).collect_view()}
                            </ul>
                        </div>
                    }
                        .into_any()
                }
            }}
            <p class="fine">{outbox.foot}</p>
        </section>
    }
}

#[component]
fn Arrived(item: OutboxItem) -> impl IntoView {
    let outbox = &words().outbox;
    let received = item.received_at.map(|at| (outbox.received_at)(&when::stamp(at)));
    let href = if item.verb == VerbName::Submit { format!("/field/filed/{}", item.case) } else { format!("/field/case/{}", item.case) };
    let icon = if items::attention::needs_me(&item) { "info" } else { "check-c" };
    view! {
        <a class="item" href=href>
            <span class="glyph" data-g="done">
                <Icon name=icon />
            </span>
            <span>
                <span class="title">{items::title(&item)}</span>
                <span class="under">
                    {(!item.words.is_empty()).then(|| view! { <span>{item.words.clone()}</span> })}
                    {received.map(|received| view! { <span>{received}</span> })}
                </span>
            </span>
            <Icon name="right" />
        </a>
        {item
            .receipt
            .clone()
            .map(|number| {
                view! {
                    <div class="pad">
                        <ReceiptNumber number=number />
                    </div>
                }
            })}
    }
}
