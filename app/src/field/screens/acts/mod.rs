//! What may be done with a case on the phone: one form a verb, all of the same pieces, all without network.

mod evidence;
mod frame;
mod note;
mod recheck;
mod rectified;
mod sign_for;
mod verify;

use super::{
    draft::WithDraft,
    frame::{Back, Frame},
    naming,
    states::Nothing,
    words,
};
use crate::{
    field::phone::{Draft, Phone},
    locales::{Words, use_language},
};
use huiyin_domain::{case::VerbName, ids::CaseId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The verbs of the phone with the last part of their address, their icon and their form.
const ACTS: [(VerbName, &str, &str, fn(Draft) -> AnyView); 6] = [
    (VerbName::SignFor, "sign-for", "check", sign_for::form),
    (VerbName::Verify, "verify", "eye", verify::form),
    (VerbName::ReportRectified, "rectified", "check-c", rectified::form),
    (VerbName::Recheck, "recheck", "compare", recheck::form),
    (VerbName::Note, "note", "edit", note::form),
    (VerbName::AddEvidence, "evidence", "camera", evidence::form),
];

/// The last part of a verb's address, if it has a form on the phone.
pub(crate) fn address(verb: VerbName) -> Option<&'static str> {
    ACTS.iter().find(|(known, ..)| *known == verb).map(|(_, address, ..)| *address)
}

pub(crate) use recheck::is_begun as recheck_is_begun;

/// A verb's icon.
pub(crate) fn icon(verb: VerbName) -> &'static str {
    ACTS.iter().find(|(known, ..)| *known == verb).map_or("edit", |(_, _, icon, _)| icon)
}

/// Where a draft is written on, and what it is called.
pub(crate) fn address_and_title(draft: &Draft) -> (String, String) {
    match address(draft.verb) {
        Some(act) => {
            let what = Phone::here().cases().with_untracked(|cases| {
                cases.iter().find(|case| case.case.id == draft.case).map(|case| naming::case_title(&case.case)).unwrap_or_default()
            });
            let verb = draft.verb.words(use_language());
            (format!("/field/case/{}/{act}", draft.case), format!("{verb} {what}"))
        }
        None => {
            let content: super::report::ReportContent = draft.form();
            let title = content.category.as_ref().map_or_else(|| words().today.draft_untitled.to_owned(), naming::category);
            (format!("/field/report/{}", draft.case), title)
        }
    }
}

/// The form behind a case's button.
#[component]
pub(crate) fn Acting() -> impl IntoView {
    let phone = Phone::here();
    let params = use_params_map();
    let chosen = Memo::new(move |_| {
        let params = params.read();
        let case: CaseId = params.get("case")?.parse().ok()?;
        let act = params.get("act")?;
        let verb = ACTS.iter().find(|(_, address, ..)| *address == act).map(|(verb, ..)| *verb)?;
        Some((case, verb))
    });
    move || match chosen.get() {
        Some((case, verb)) if phone.case(case).with_untracked(Option::is_some) => {
            let form = ACTS.iter().find(|(known, ..)| *known == verb).map_or(note::form as fn(Draft) -> AnyView, |(.., form)| *form);
            view! { <WithDraft verb=verb case=case form=form /> }.into_any()
        }
        _ => view! {
            <Frame title=words().case.case.to_owned() back=Back::today()>
                <Nothing title=words().case.not_here help=words().case.not_here_help />
            </Frame>
        }
        .into_any(),
    }
}
