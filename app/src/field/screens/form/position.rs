//! One's own position: find it, find it again, and how far it can be trusted.

use super::super::words;
use crate::{
    components::Icon,
    field::phone::{Locating, Phone, Trouble},
    locales::dates,
};
use huiyin_domain::place::Fix;
use leptos::prelude::*;

/// Within this it is called good, metres.
const GOOD_M: f64 = 20.0;
/// Beyond this it is called poor, metres.
const POOR_M: f64 = 100.0;

/// Finds the own position and keeps the best of it in the form while the search runs.
#[component]
pub(crate) fn PositionFinder(
    /// What the form holds.
    #[prop(into)]
    fix: Signal<Option<Fix>>,
    /// Takes a better one.
    set: Callback<Fix>,
) -> impl IntoView {
    let form = &words().form;
    let phone = Phone::here();
    // Only a search begun on this screen may speak for this form.
    let mine = RwSignal::new(false);
    let start = move || {
        phone.start_locating();
        mine.set(true);
    };
    if fix.get_untracked().is_none() {
        start();
    }
    on_cleanup(move || phone.stop_locating());
    Effect::new(move |_| {
        let found = phone.locating().read().fix();
        if let Some(found) = found.filter(|_| mine.get()) {
            set.run(found);
        }
    });
    let searching = move || mine.get() && matches!(*phone.locating().read(), Locating::Searching | Locating::Improving(_));
    let failed = move || match &*phone.locating().read() {
        Locating::Failed(_) if !mine.get() => None,
        Locating::Failed(Trouble::PositionForbidden) => Some(form.locate_denied),
        Locating::Failed(Trouble::PositionUnavailable) => Some(form.locate_unavailable),
        Locating::Failed(_) => Some(form.locate_failed),
        _ => None,
    };
    view! {
        <div class="stack g-2">
            {move || fix.get().map(|fix| view! { <Accuracy fix=fix /> })}
            {move || {
                failed()
                    .filter(|_| fix.read().is_none())
                    .map(|said| {
                        view! {
                            <p class="error">
                                <Icon name="alert" />
                                <span>{said}</span>
                            </p>
                        }
                    })
            }}
            <div class="row">
                <button class="btn" type="button" aria-busy=move || searching().then_some("true") on:click=move |_| start()>
                    <Icon name="gps" />
                    {move || {
                        if searching() {
                            form.locating
                        } else if fix.read().is_some() {
                            form.locate_again
                        } else {
                            form.locate
                        }
                    }}
                </button>
            </div>
        </div>
    }
}

/// How far a position can be trusted, in words and shape, with its coordinates.
#[component]
fn Accuracy(
    /// The position.
    fix: Fix,
) -> impl IntoView {
    let form = &words().form;
    let m = fix.accuracy_m;
    let (tone, said) = if m <= GOOD_M {
        ("done", (form.accuracy_good)(m))
    } else if m <= POOR_M {
        ("info", (form.accuracy_fair)(m))
    } else {
        ("soon", (form.accuracy_poor)(m))
    };
    view! {
        <p class="row">
            <span class="tag" data-tone=tone>
                <Icon name="gps" size="s" />
                {said}
            </span>
            <span class="meta num">{format!("{:.5}, {:.5}", fix.point.lat_deg, fix.point.lon_deg)}</span>
            <span class="meta">{(form.measured_at)(&dates::clock(fix.at))}</span>
        </p>
    }
}
