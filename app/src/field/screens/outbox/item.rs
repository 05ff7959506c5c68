//! One card of the outbox.

use super::{
    super::{item as items, photo::Picture, when, words},
    Path,
    failure::Failure,
};
use crate::{components::Icon, field::phone::OutboxItem};
use leptos::prelude::*;

/// A command that waits or needs a look.
#[component]
pub(super) fn Waiting(item: OutboxItem) -> impl IntoView {
    let outbox = &words().outbox;
    let tone = items::attention::needs_me(&item).then_some("late");
    let put = (outbox.put)(&when::stamp(item.made_at), item.photos_total);
    let face = match item.first_photo {
        Some(hash) => view! { <Picture hash=hash alt="" class="thumb" /> }.into_any(),
        None => view! {
            <span class="glyph">
                <Icon name="doc" />
            </span>
        }
        .into_any(),
    };
    view! {
        <li class="card" data-tone=tone>
            <div class="pad stack g-3">
                <div class="head">
                    {face}
                    <div>
                        <h3>{items::title(&item)}</h3>
                        <p class="meta">{put}</p>
                        {(!item.words.is_empty()).then(|| view! { <p class="meta">{item.words.clone()}</p> })}
                    </div>
                </div>
                <Path item=item.clone() />
                <Failure item=item />
            </div>
        </li>
    }
}
