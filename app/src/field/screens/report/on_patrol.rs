//! On which patrol it was seen, and at which place, if a patrol's button opened the form.

use super::{
    super::{draft::Drafting, words},
    ReportContent,
};
use crate::{components::Icon, field::phone::Phone};
use leptos::prelude::*;

/// Says what was filled in.
#[component]
pub(super) fn OnPatrol(drafting: Drafting<ReportContent>) -> impl IntoView {
    let patrol = &words().patrol;
    let phone = Phone::here();
    let filled = drafting.part(|content| (content.patrol, content.site));
    move || {
        let (id, site) = filled.get();
        let patrols = phone.patrols().get();
        let known = patrols.iter().find(|known| Some(known.patrol.id) == id)?;
        let site = site.and_then(|id| known.sites.iter().find(|site| site.id == id)).map(|site| site.name.clone());
        Some(view! {
            <div class="banner" role="note">
                <Icon name="route" />
                <strong>{(patrol.on_patrol)(&known.patrol.plan.title)}</strong>
                {site.map(|site| view! { <span>{site}</span> })}
            </div>
        })
    }
}
