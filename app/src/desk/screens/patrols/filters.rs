//! Which days and which state: an ordinary form with an address, which works before the program arrives.

use crate::{
    backend::PatrolsPage,
    desk::{codes::code_of, use_words},
    locales::{Words, use_language},
};
use huiyin_domain::patrol::PatrolState;
use leptos::prelude::*;
use leptos_router::components::Form;

/// Days and state.
pub(super) fn filters(page: &PatrolsPage, state: Option<PatrolState>) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let options = PatrolState::ALL
        .into_iter()
        .map(|one| {
            let chosen = state == Some(one);
            view! {
                <option value=code_of(&one) selected=chosen prop:selected=chosen>
                    {one.words(language)}
                </option>
            }
        })
        .collect_view();
    let (from, to) = (page.from.to_string(), page.to.to_string());
    view! {
        <Form method="GET" action="/desk/patrols" attr:class="row" attr:aria-label=words.choose>
            <label class="row g-1" for="patrols-from">
                {words.from}
                <input class="input" id="patrols-from" name="from" type="date" required value=from.clone() prop:value=from style="inline-size:auto" />
            </label>
            <label class="row g-1" for="patrols-to">
                {words.to}
                <input class="input" id="patrols-to" name="to" type="date" required value=to.clone() prop:value=to style="inline-size:auto" />
            </label>
            <label class="row g-1" for="patrols-state">
                {words.state}
                <select class="input" id="patrols-state" name="state" style="inline-size:auto">
                    <option value="" prop:selected=state.is_none()>
                        {words.every_state}
                    </option>
                    {options}
                </select>
            </label>
            <button class="btn" type="submit">
                {words.show}
            </button>
        </Form>
    }
}
