//! 签收: the handler takes it.

use super::{
    super::{draft::Drafting, words},
    frame::ActFrame,
};
use crate::field::phone::{Draft, Phone};
use huiyin_domain::case::{Ask, SignFor, VerbName};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Nothing to fill in.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
struct Nothing {}

/// The form.
pub(super) fn form(draft: Draft) -> AnyView {
    let acts = &words().acts;
    let phone = Phone::here();
    let drafting = Drafting::<Nothing>::take_up(phone, &draft);
    let me = phone.person().with_untracked(|person| person.as_ref().map(|signed_in| signed_in.person.id));
    let ask = Callback::new(move |()| me.map(|handler| Ask::SignFor(SignFor { handler })).ok_or_else(|| super::frame::missing("handler")));
    view! {
        <ActFrame sheet=drafting.sheet verb=VerbName::SignFor file_words=acts.sign_for_do fields=&[] ask=ask>
            <p>{acts.sign_for_help}</p>
        </ActFrame>
    }
    .into_any()
}
