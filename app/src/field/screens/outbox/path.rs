//! The way of a command: stored, sending, photos, received.

use super::super::words;
use crate::field::phone::{OutboxItem, Step};
use leptos::prelude::*;

/// The steps; the one it stands at is marked.
#[component]
pub(crate) fn Path(item: OutboxItem) -> impl IntoView {
    let outbox = &words().outbox;
    let stopped = matches!(item.step, Step::SetAside { .. }) || !item.photo_problems.is_empty();
    let at_county = !matches!(item.step, Step::OnPhone | Step::Sending | Step::SetAside { .. });
    let (sent, total) = (item.photos_sent, item.photos_total);
    let photos_done = sent == total;
    // Which of the four it stands at: 0 stored, 1 command, 2 photos, 3 received.
    let at = match (&item.step, at_county, photos_done) {
        (Step::OnPhone, ..) => 0,
        (_, false, _) => 1,
        (_, true, false) => 2,
        (_, true, true) => 4,
    };
    let percent = if at == 0 {
        100
    } else if at == 2 {
        (sent * 100).checked_div(total).unwrap_or(0).max(8)
    } else {
        50
    };
    let step = move |n: usize, name: String| {
        let here = n == at;
        view! {
            <li
                data-done=(n < at).then_some("")
                aria-current=here.then_some("step")
                data-fail=(here && stopped).then_some("")
                style:--v=format!("{percent}%")
            >
                {if here && stopped { outbox.step_stopped.to_owned() } else { name }}
            </li>
        }
    };
    view! {
        <ol class="path" role="list">
            {step(0, outbox.step_stored.to_owned())}
            {step(1, outbox.step_sending.to_owned())}
            {(total > 0).then(|| step(2, (outbox.step_photos)(sent, total)))}
            {step(3, outbox.step_received.to_owned())}
        </ol>
    }
}
