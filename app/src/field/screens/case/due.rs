//! By when a case must move on.

use crate::{
    components::{DueTag, Timeliness},
    field::phone::Phone,
};
use huiyin_domain::case::{Case, deadline};
use leptos::prelude::*;

/// The next due date, if a clock runs, judged by the rules.
#[component]
pub(crate) fn DueWords<'a>(case: &'a Case) -> impl IntoView + use<> {
    let phone = Phone::here();
    let now = phone.now()?;
    let due = deadline::next_due(case)?.at;
    let judged = phone.book().with(|book| book.as_ref().map(|book| deadline::timeliness(case, &book.rulebook, now)));
    let timeliness = judged.map(|judged| match judged {
        deadline::Timeliness::OnTime => Timeliness::OnTime,
        deadline::Timeliness::DueSoon => Timeliness::DueSoon,
        deadline::Timeliness::Overdue => Timeliness::Overdue,
        deadline::Timeliness::Paused => Timeliness::Paused,
    });
    Some(view! { <DueTag due=due now=now timeliness=timeliness /> })
}
