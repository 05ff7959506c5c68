//! A new invitation, closing an account and opening it again: each says first what it does.

use super::account::Doing;
use crate::{
    backend::{AccountAsk, AccountView, Standing},
    components::Icon,
    desk::use_words,
};
use leptos::prelude::*;

/// What may be done with the account as a whole.
#[component]
pub(super) fn Closing(
    /// As it stands.
    account: AccountView,
    /// What is done.
    doing: Doing,
) -> impl IntoView {
    let words = &use_words().people;
    let person = account.person.id;
    let step = move |title: &'static str, lead: &'static str, kind: Option<&'static str>, button: &'static str, ask: AccountAsk| {
        view! {
            <details class="fold">
                <summary>
                    {title}
                    <Icon name="down" />
                </summary>
                <div class="stack g-3">
                    <p>{lead}</p>
                    <p class="row">
                        <button
                            class="btn"
                            data-kind=kind
                            type="button"
                            aria-disabled=move || doing.act.pending().get().to_string()
                            on:click=move |_| doing.ask(person, ask.clone())
                        >
                            {button}
                        </button>
                    </p>
                </div>
            </details>
        }
    };
    match account.standing {
        Standing::Closed => step(words.reopen, words.reopen_lead, None, words.reopen, AccountAsk::Open).into_any(),
        _ if account.last_admin => view! { <p class="meta">{words.close_last}</p> }.into_any(),
        _ if account.own => view! { <p class="meta">{words.close_own}</p> }.into_any(),
        Standing::Open | Standing::Invited => view! {
            {step(words.invite, words.invite_lead, None, words.invite_button, AccountAsk::Invite)}
            {step(words.close, words.close_lead, Some("stop"), words.close_button, AccountAsk::Close)}
        }
        .into_any(),
    }
}
