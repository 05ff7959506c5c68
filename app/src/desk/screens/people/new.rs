//! A new account.

use super::{
    form::{AccountFields, Draft, input_of},
    invitation::InvitationCard,
};
use crate::{
    backend::{self, Me, PeopleQuery},
    components::{Banner, Icon, Tone},
    desk::{
        Asking, calls,
        screens::{Bones, DemoNote, Failed, failed::said},
        use_words,
    },
};
use leptos::{ev, prelude::*};
use leptos_meta::Title;

/// The form, and then the invitation.
#[component]
pub fn NewAccount() -> impl IntoView {
    let words = &use_words().people;
    let Asking(me) = expect_context::<Asking>();
    // Whoever looks after nobody is told so by the same words as on the list.
    let allowed = Resource::new_blocking(|| (), |()| calls::people(PeopleQuery::default()));
    view! {
        <Title text=words.new_title />
        <div class="top">
            <h1>{words.new}</h1>
        </div>
        <Suspense fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, allowed.await) {
                    (Ok(me), Ok(_)) => view! { <Making me=me /> }.into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Making(me: Me) -> impl IntoView {
    let words = &use_words().people;
    let draft = RwSignal::new(Draft::empty());
    let create = Action::new(|form: &backend::NewAccount| calls::create_account(form.clone()));
    let problem = Signal::derive(move || create.value().get().and_then(Result::err).filter(|_| !create.pending().get()));
    let created = Signal::derive(move || create.value().get().and_then(Result::ok));
    let ready = RwSignal::new(false);
    Effect::new(move || ready.set(true));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !create.pending().get_untracked() {
            create.dispatch(draft.get_untracked().new_account());
        }
    };
    let another = move |_| {
        draft.set(Draft::empty());
        create.clear();
    };
    let fields = {
        let (person, rulebook) = (me.person.clone(), me.rulebook.clone());
        move || {
            let (person, rulebook) = (person.clone(), rulebook.clone());
            view! { <AccountFields draft=draft.get() manager=person rulebook=rulebook new=true own=false problem=problem /> }
        }
    };
    view! {
        <div class="stack prose">
            <DemoNote demo=me.demo />
            <p>
                <a href="/desk/people">{words.back}</a>
            </p>
            <form class="stack" method="post" novalidate hidden=move || created.get().is_some() on:submit=submit>
                <p class="meta">{words.new_lead}</p>
                {move || problem.get().map(|problem| view! {
                    <div role="alert">
                        <Banner tone=Tone::Late title=words.not_saved>
                            {match input_of(&problem) {
                                Some(_) => said(&problem).0,
                                None => said(&problem).1,
                            }}
                        </Banner>
                    </div>
                })}
                <fieldset class="stack" disabled=move || !ready.get()>
                    {fields}
                    <p class="row">
                        <button class="btn" data-kind="main" type="submit" aria-disabled=move || create.pending().get().to_string()>
                            {move || if create.pending().get() { words.working } else { words.create }}
                        </button>
                    </p>
                </fieldset>
            </form>
            <div role="status" class="stack">
                {move || created.get().map(|created| view! {
                    <Banner tone=Tone::Done title=words.created />
                    <InvitationCard invitation=created.invitation />
                    <p class="row">
                        <a class="btn" href=format!("/desk/people/{}", created.person)>
                            {words.to_account}
                        </a>
                        <button class="btn" data-kind="quiet" type="button" on:click=another>
                            <Icon name="plus" size="s" />
                            {words.another}
                        </button>
                    </p>
                })}
            </div>
        </div>
    }
}
