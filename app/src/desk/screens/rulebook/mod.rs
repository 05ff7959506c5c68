//! 规则库: what is in force, the draft, and who did what.

mod bench;
mod draft;
mod fields;
mod item;
mod log;
mod preview;
pub mod section;
mod told;
mod transfer;

pub use preview::RulebookPreview;
pub use section::RulebookSection;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{DraftOutcome, Me, Problem, RulebookPage, WhyNot},
    components::{Banner, Icon, Tag, Tone},
    desk::{Asking, calls, use_words},
    locales::{Language, Words, dates, rules, use_language},
};
use huiyin_domain::rulebook::Flaw;
use leptos::prelude::*;
use leptos_meta::Title;

/// The page's data, for the parts that change it.
type Page = Resource<Result<RulebookPage, Problem>>;

/// The rulebook.
#[component]
pub fn RulebookScreen() -> impl IntoView {
    let words = &use_words().rulebook;
    let Asking(me) = expect_context::<Asking>();
    let page: Page = Resource::new_blocking(|| (), |()| calls::rulebook());
    // It outlives the page being fetched anew.
    let imported = RwSignal::new(None);
    view! {
        <Title text=words.tab_title />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(content)) => shown(&me, &content, page, imported).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// 第 3 版 · Edition 3
fn edition(version: u32, language: Language) -> String {
    language.pick(format!("第 {version} 版"), format!("Edition {version}"))
}

fn shown(me: &Me, content: &RulebookPage, page: Page, imported: RwSignal<Option<transfer::Said>>) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    view! {
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            <section class="card" aria-labelledby="in-force">
                <div class="pad stack g-2">
                    <h2 id="in-force" style="font-size:var(--t-4)">
                        {words.in_force} " · " {edition(content.version, language)}
                    </h2>
                    <p class="meta">{words.since} " " {dates::moment_and_year(content.in_force_from, language)}</p>
                    <p class="meta">{words.for_all}</p>
                    {flaws(words.warnings, &content.warnings)}
                </div>
            </section>
            {draft::draft(content, page)}
            {sections(content)}
            {transfer::transfer(content, page, imported)}
            {log::log(content)}
        </div>
    }
}

fn sections(content: &RulebookPage) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let lines = content
        .sections
        .iter()
        .map(|count| {
            view! {
                <li>
                    <a class="item" href=section::address(count.section)>
                        <Icon name="doc" />
                        <span>
                            <span class="title">{count.section.words(language)}</span>
                            <span class="under">
                                {count.items} " " {words.items}
                                {count.changed.then(|| view! { <Tag tone=Tone::Soon icon="edit">{words.changed}</Tag> })}
                            </span>
                        </span>
                        <Icon name="right" />
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack g-2" aria-labelledby="sections">
            <h2 id="sections" style="font-size:var(--t-4)">{words.sections}</h2>
            <ul role="list" class="card rows">{lines}</ul>
        </section>
    }
}

/// Flaws in words, each with its place; nothing if there are none.
fn flaws(title: &'static str, flaws: &[Flaw]) -> Option<impl IntoView + use<>> {
    let language = use_language();
    let warning = flaws.iter().all(Flaw::is_warning);
    let lines = flaws
        .iter()
        .map(|flaw| {
            let place = rules::flaw_place(&flaw.path, language);
            view! { <li><b>{place}</b> " " <span class="code">{flaw.path.clone()}</span> <br /> {rules::flaw(flaw, language)}</li> }
        })
        .collect_view();
    (!flaws.is_empty()).then(|| {
        view! {
            <div class="banner" data-tone=if warning { "soon" } else { "late" }>
                <Icon name="alert" />
                <strong>{title}</strong>
                <ul class="stack g-2">{lines}</ul>
            </div>
        }
    })
}

/// Why nothing was done, or that it did not get through.
fn refusal(outcome: &Result<DraftOutcome, Problem>) -> AnyView {
    let words = &use_words().rulebook;
    match outcome {
        Ok(DraftOutcome::Done { .. }) => ().into_any(),
        Ok(DraftOutcome::Refused { why: WhyNot::Flaws, flaws: found }) => flaws(words.why_flaws, found).into_any(),
        Ok(DraftOutcome::Refused { why, .. }) => view! { <Banner tone=Tone::Late title=why_not(*why) /> }.into_any(),
        Err(problem) => {
            let (title, detail) = super::failed::said(problem);
            view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }.into_any()
        }
    }
}

/// Why a draft is not put in force, in words.
fn why_not(why: WhyNot) -> &'static str {
    let words = &use_words().rulebook;
    match why {
        WhyNot::SamePerson => words.same_person,
        WhyNot::Flaws => words.why_flaws,
        WhyNot::NothingChanged => words.nothing_changed,
        WhyNot::Moved => words.why_moved,
        WhyNot::NotAllowed => words.why_not_allowed,
    }
}
