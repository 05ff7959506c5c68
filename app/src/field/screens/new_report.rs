//! A new report: the draft is stored before the form is shown, then the form's own address takes over.

use super::{
    acts,
    frame::{Back, Frame},
    report::ReportContent,
    states::Bones,
    trouble, words,
};
use crate::field::phone::{Draft, Phone};
use huiyin_domain::case::VerbName;
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

/// Mints the draft and goes to it.
#[component]
pub(crate) fn NewReport() -> impl IntoView {
    let phone = Phone::here();
    let navigate = use_navigate();
    let failed = RwSignal::new(None);
    let content = begun_with();
    let untouched = phone.drafts().with_untracked(|drafts| drafts.iter().find(|draft| is_untouched(draft)).cloned());
    spawn_local(async move {
        let draft = match untouched {
            // A position measured long ago must not slip into a new report.
            Some(draft) => match phone.save_draft(draft.id, content).await {
                Ok(()) => phone.open_draft(VerbName::Submit, Some(draft.case)).await,
                Err(trouble) => Err(trouble),
            },
            None => match phone.open_draft(VerbName::Submit, None).await {
                Ok(draft) if !content.is_empty() => phone.save_draft(draft.id, content).await.map(|()| draft),
                opened => opened,
            },
        };
        match draft {
            Ok(draft) => navigate(&format!("/field/report/{}", draft.case), NavigateOptions { replace: true, ..Default::default() }),
            Err(trouble) => {
                let _ = failed.try_set(Some(trouble));
            }
        }
    });
    view! {
        <Frame title=words().report.title.to_owned() back=Back::today()>
            {move || match failed.get() {
                None => view! { <Bones /> }.into_any(),
                Some(trouble) => {
                    view! {
                        <div class="banner" data-tone="late" role="alert">
                            <span>{trouble::said(&trouble)}</span>
                        </div>
                    }
                        .into_any()
                }
            }}
        </Frame>
    }
}

/// What a patrol's button fills in: place and patrol, from the address. Empty for a report that comes from nowhere.
fn begun_with() -> String {
    let query = use_query_map().read_untracked();
    let site = query.get("site").and_then(|id| id.parse().ok());
    let patrol = query.get("patrol").and_then(|id| id.parse().ok());
    if patrol.is_none() {
        return String::new();
    }
    serde_json::to_string(&ReportContent { site, patrol, ..ReportContent::default() }).unwrap_or_default()
}

/// Opened and left again without a word or a photo: it is used again, and no list shows it.
fn is_untouched(draft: &Draft) -> bool {
    draft.verb == VerbName::Submit && !draft.discarded && !is_begun(draft)
}

/// A form that holds something the person did. A position that the phone found by itself is nothing yet.
pub(crate) fn is_begun(draft: &Draft) -> bool {
    let form = match draft.verb {
        VerbName::Submit => draft.form::<ReportContent>().is_begun(),
        VerbName::Recheck => acts::recheck_is_begun(draft),
        _ => !draft.form.is_empty(),
    };
    form || !draft.photos.is_empty()
}
