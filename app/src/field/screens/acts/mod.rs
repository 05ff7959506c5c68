//! What may be done with a case on the phone: one form a verb, all of the same pieces, all without network.

mod evidence;
mod frame;
mod note;
mod recheck;
mod rectified;
mod sign_for;
mod verify;

pub(crate) use recheck::is_begun as recheck_is_begun;

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

/// A verb of the phone.
struct Act {
    verb: VerbName,
    /// The last part of its address.
    address: &'static str,
    icon: &'static str,
    form: fn(Draft) -> AnyView,
}

/// All of them.
const ACTS: [Act; 6] = [
    Act { verb: VerbName::SignFor, address: "sign-for", icon: "check", form: sign_for::form },
    Act { verb: VerbName::Verify, address: "verify", icon: "eye", form: verify::form },
    Act { verb: VerbName::ReportRectified, address: "rectified", icon: "check-c", form: rectified::form },
    Act { verb: VerbName::Recheck, address: "recheck", icon: "compare", form: recheck::form },
    Act { verb: VerbName::Note, address: "note", icon: "edit", form: note::form },
    Act { verb: VerbName::AddEvidence, address: "evidence", icon: "camera", form: evidence::form },
];

fn of_verb(verb: VerbName) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.verb == verb)
}

/// The last part of a verb's address, if it has a form on the phone.
pub(crate) fn address(verb: VerbName) -> Option<&'static str> {
    of_verb(verb).map(|act| act.address)
}

/// A verb's icon.
pub(crate) fn icon(verb: VerbName) -> &'static str {
    of_verb(verb).map_or("edit", |act| act.icon)
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
        let address = params.get("act")?;
        let verb = ACTS.iter().find(|act| act.address == address)?.verb;
        Some((case, verb))
    });
    let here = move |case: &CaseId| phone.cases().with_untracked(|cases| cases.iter().any(|known| known.case.id == *case));
    let form_of = move |(case, verb): (CaseId, VerbName)| of_verb(verb).filter(|_| here(&case)).map(|act| (case, act));
    move || match chosen.get().and_then(form_of) {
        Some((case, act)) => view! { <WithDraft verb=act.verb case=case form=act.form /> }.into_any(),
        None => view! {
            <Frame title=words().case.case.to_owned() back=Back::today()>
                <Nothing title=words().case.not_here help=words().case.not_here_help />
            </Frame>
        }
        .into_any(),
    }
}
