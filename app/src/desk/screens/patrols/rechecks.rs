//! Cases that wait for re-inspection, beside the patrols: the same people walk.

use crate::{
    backend::{AwaitedRecheck, PatrolsPage},
    components::{DueTag, Empty, Hui, Icon, hui_step},
    desk::{naming, screens::inbox::rows::timeliness, use_words},
    locales::use_language,
};
use huiyin_domain::moment::Moment;
use leptos::prelude::*;

/// How many are named.
const SHOWN: usize = 8;

/// The first few, and the way to all of them.
pub(super) fn rechecks(page: &PatrolsPage) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let body = if page.rechecks.is_empty() {
        view! { <Empty title=words.rechecks_none>{words.rechecks_none_text}</Empty> }.into_any()
    } else {
        let rows = page.rechecks.iter().take(SHOWN).map(|one| line(one, page.now)).collect_view();
        view! {
            <ul class="rows" role="list" style="padding-block-start:.5rem">
                {rows}
            </ul>
        }
        .into_any()
    };
    let all = (page.rechecks.len() > SHOWN).then(|| {
        view! {
            <a class="btn" data-kind="quiet" href="/desk?state=awaiting_recheck" aria-label=format!("{}: {}", words.all_rechecks, words.rechecks)>
                {words.all_rechecks}
            </a>
        }
    });
    view! {
        <section class="card" aria-labelledby="rechecks">
            <header>
                <h2 id="rechecks">{words.rechecks}</h2>
                {all}
            </header>
            {body}
        </section>
    }
}

fn line(one: &AwaitedRecheck, now: Moment) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let case = &one.case;
    let who = naming::pair(words.rechecker, one.rechecker.as_deref().unwrap_or(words.nobody_yet), language);
    let due = case.due_at.map(|due| view! { <DueTag due=due now=now timeliness=timeliness(case.group) /> });
    view! {
        <li>
            <a class="item" href=format!("/desk/cases/{}", case.number)>
                <Hui step=hui_step(case.state, None, false) size="l" />
                <span>
                    <span class="title" lang="zh-CN">
                        {case.words.clone()}
                    </span>
                    <span class="under">{who} " " {due}</span>
                </span>
                <Icon name="right" />
            </a>
        </li>
    }
}
