//! Who goes: to choose from, and to change.

use super::{
    choose::{Choose, Item},
    sending::{Sending, outcome},
    sheet::parsed,
};
use crate::{
    backend::{Me, PatrolChoices, PatrolView, Problem},
    desk::{calls, naming, screens::Bones, screens::Failed, use_words},
    locales::use_language,
};
use huiyin_domain::patrol::PatrolAsk;
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// People as they can be chosen.
pub(super) fn goers(me: &Me, choices: &PatrolChoices) -> Vec<Item> {
    let language = use_language();
    let item = |goer: &crate::backend::Goer| Item {
        key: goer.id.to_string(),
        name: goer.name.clone(),
        under: naming::unit(&me.rulebook, &goer.unit, language),
    };
    choices.people.iter().map(item).collect()
}

/// The form that changes who goes.
#[component]
pub(super) fn ChangePeople(
    /// Names of units.
    me: Arc<Me>,
    /// The patrol.
    view: Arc<PatrolView>,
    /// What the page shows, to be fetched anew.
    patrol: Resource<Result<PatrolView, Problem>>,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let choices = LocalResource::new(calls::patrol_choices);
    let chosen: BTreeSet<String> = view.patrol.plan.people.iter().map(ToString::to_string).collect();
    let chosen = RwSignal::new(chosen);
    let sending = Sending::new();
    let id = view.patrol.id;
    let words = &use_words().patrols;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sending.send(Some(id), PatrolAsk::Assign { people: parsed(chosen) }, move |_| {
            open.set(false);
            patrol.refetch();
        });
    };
    view! {
        <section class="card" aria-labelledby="change-people">
            <header>
                <h2 id="change-people" tabindex="-1">
                    {words.change_people}
                </h2>
            </header>
            <form class="pad stack" method="post" novalidate on:submit=submit>
                {outcome(sending, words.refused_change, vec![("people", words.people)])}
                {move || match choices.get() {
                    None => view! { <Bones /> }.into_any(),
                    Some(Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                    Some(Ok(choices)) => view! {
                        <Choose
                            name="people"
                            label=words.people
                            hint=words.people_hint
                            items=goers(&me, &choices)
                            chosen=chosen
                            error=sending.error("people")
                        />
                    }
                    .into_any(),
                }}
                <p class="row">
                    <button class="btn" data-kind="main" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>
                        {move || if sending.busy.get() { words.sending } else { words.change_people }}
                    </button>
                    <button class="btn" data-kind="quiet" type="button" on:click=move |_| open.set(false)>
                        {words.close}
                    </button>
                </p>
            </form>
        </section>
    }
}
