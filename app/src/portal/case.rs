//! `/cases/{number}`: found → done → reply → before and after → timeline → verify this record.

use super::{
    Setting,
    around::{Frame, Here, page},
    naming::{category_name, days_early, days_taken, photo_address, place_name, theme_tag, unit_name, written},
    views::CasePage,
};
use crate::{
    components::{BeforeAfter, CountyMap, Hui, Icon, Mark, Photo, ReplyBubble, Shot, Spot, Step, Tag, Timeline, Tone},
    locales::{
        Language, Words, dates,
        portal::{CaseWords, PortalWords},
    },
};
use huiyin_domain::publication::{PublicPlace, PublicRecord, PublicStepKind};
use leptos::prelude::*;

mod verify;

/// A public case page.
#[must_use]
pub fn case(case: &CasePage, setting: Setting<'_>) -> String {
    let language = setting.language;
    let all = PortalWords::of(language);
    let (words, record) = (&all.case, &case.record);
    let frame = Frame {
        title: (all.around.title)(&record.title),
        description: Some(record.found.chars().take(120).collect()),
        path: format!("/cases/{}", record.number),
        here: Here::Elsewhere,
    };
    page(setting, frame, || {
        let list = format!("{}/", language.prefix());
        view! {
            <main id="main" tabindex="-1" class="wrap case-pad">
                <nav aria-label=words.crumb>
                    <ol class="crumb" role="list">
                        <li><a href=list.clone()>{all.around.cases}</a></li>
                        <li aria-hidden="true">"/"</li>
                        <li class="code">{record.number.clone()}</li>
                    </ol>
                </nav>
                <h1 class="case-title" lang=written(language)>{record.title.clone()}</h1>
                <div class="case-grid">
                    {state(case, setting)}
                    <article class="stack g-6">
                        {official(record, words)}
                        {told("found", words.found, &record.found, language)}
                        {told("done", words.done, &record.done, language)}
                        {reply(case, words, language)}
                        {photos(record, words)}
                        {timeline(record, words, language)}
                        <p class="row">
                            <a class="btn" href=format!("{list}#cases")><Icon name="left" size="s" />{words.back}</a>
                        </p>
                    </article>
                    {verify::verify(case, setting)}
                </div>
            </main>
        }
    })
}

/// Where it stands, how long it took, and the facts.
fn state(case: &CasePage, setting: Setting<'_>) -> impl IntoView + use<> {
    let (language, record) = (setting.language, &case.record);
    let words = &PortalWords::of(language).case;
    let early = days_early(record);
    let late = early.is_some_and(|days| days < 0);
    let took = (words.took)(days_taken(record), early);
    let place = place_name(&case.rulebook, &record.division, language);
    let exactness = match record.place {
        Some(PublicPlace::Exact { .. }) => None,
        Some(PublicPlace::Cell { .. }) => Some(words.place_cell),
        None => Some(words.place_township),
    };
    let map_label = (words.map)(&place);
    let category = category_name(&case.rulebook, &record.category, language);
    let closed = dates::day_and_year(record.closed_at.day(), language);
    let took = if late { view! { <Tag tone=Tone::Late icon="alert">{took}</Tag> }.into_any() } else { took.into_any() };
    view! {
        <section class="card" data-tone=if late { "late" } else { "done" } aria-labelledby="state">
            <div class="pad stack g-3">
                <div class="row whole">
                    <Hui step=4 size="l" />
                    <div>
                        <h2 id="state" class="done-head">{words.state}</h2>
                        <p class="meta">{took}</p>
                    </div>
                </div>
                <dl class="facts meta">
                    <div>
                        <dt>{words.category}</dt>
                        <dd>{theme_tag(&case.rulebook, &record.category)}" "{category}</dd>
                    </div>
                    <div>
                        <dt>{words.place}</dt>
                        <dd>{place.clone()}" "{exactness.map(|note| view! { <span class="fine">{note}</span> })}</dd>
                    </div>
                    <div>
                        <dt>{words.unit}</dt>
                        <dd>{unit_name(&case.rulebook, &record.unit, language)}</dd>
                    </div>
                    <div>
                        <dt>{words.closed}</dt>
                        <dd>{closed}</dd>
                    </div>
                </dl>
                <div class="where" role="img" aria-label=map_label>{map(case, setting, place)}</div>
            </div>
        </section>
    }
}

fn map(case: &CasePage, setting: Setting<'_>, place: String) -> impl IntoView + use<> {
    let at = case.record.place.map(|place| match place {
        PublicPlace::Exact { point } => point,
        PublicPlace::Cell { centre } => centre,
    });
    let spots: Vec<Spot> =
        at.into_iter().map(|at| Spot { at, href: None, label: place.clone(), text: String::new(), due: None, done: true }).collect();
    let on = case.record.division.township();
    view! { <CountyMap rulebook=&case.rulebook spots=spots on=on names=false approval=setting.around.map_approval.clone() /> }
}

/// On a page that is not in the record's language: which text is the official one.
fn official(record: &PublicRecord, words: &'static CaseWords) -> impl IntoView + use<> {
    let href = format!("/cases/{}", record.number);
    words.official.map(|note| {
        view! {
            <p class="banner">
                <Icon name="globe" />
                <span>{note}" "<a href=href lang="zh-CN" hreflang="zh-CN">{words.official_link}</a></span>
            </p>
        }
    })
}

/// A headline with what was written under it, a paragraph a line.
fn told(id: &'static str, headline: &'static str, text: &str, language: Language) -> impl IntoView + use<> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = lines.map(|line| view! { <p class="prose">{line.to_owned()}</p> }).collect_view();
    view! {
        <section class="stack g-2" aria-labelledby=id>
            <h2 id=id>{headline}</h2>
            <div class="stack g-2" lang=written(language)>{paragraphs}</div>
        </section>
    }
}

fn reply(case: &CasePage, words: &'static CaseWords, language: Language) -> impl IntoView + use<> {
    let record = &case.record;
    let given = record.timeline.iter().rfind(|step| step.what == PublicStepKind::Replied).map_or(record.closed_at, |step| step.at);
    let unit = unit_name(&case.rulebook, &record.unit, language);
    view! {
        <section class="stack g-3" aria-labelledby="reply">
            <h2 id="reply">{words.reply}</h2>
            <div lang=written(language)>
                <ReplyBubble from=unit when=dates::moment(given, language) at=given.to_string() words=record.reply.clone() />
            </div>
        </section>
    }
}

/// Before and after in pairs; what has no partner stands alone.
fn photos(record: &PublicRecord, words: &'static CaseWords) -> impl IntoView + use<> {
    let shots = |after: bool| {
        let tag = if after { words.after } else { words.before };
        let number = record.number.clone();
        record.photos.iter().enumerate().filter(move |(_, photo)| photo.after == after).map(move |(n, photo)| Shot {
            src: photo_address(&number, n),
            alt: format!("{tag}：{}", photo.caption),
            tag: Some(tag.to_owned()),
            after,
            caption: None,
        })
    };
    let (mut before, mut after) = (shots(false), shots(true));
    let (mut pairs, mut alone) = (Vec::new(), Vec::new());
    loop {
        match (before.next(), after.next()) {
            (Some(before), Some(after)) => pairs.push(view! { <BeforeAfter before=before after=after /> }),
            (Some(shot), None) | (None, Some(shot)) => alone.push(view! { <Photo shot=shot /> }),
            (None, None) => break,
        }
    }
    (!pairs.is_empty() || !alone.is_empty()).then(|| {
        view! {
            <section class="stack g-2" aria-label=format!("{} / {}", words.before, words.after)>
                {pairs}
                {(!alone.is_empty()).then(|| view! { <div class="grid">{alone}</div> })}
                <p class="fine">{words.photos_note}</p>
            </section>
        }
    })
}

/// Newest first: the answer stands on top.
fn timeline(record: &PublicRecord, words: &'static CaseWords, language: Language) -> impl IntoView + use<> {
    let steps: Vec<Step> = record
        .timeline
        .iter()
        .rev()
        .map(|step| Step {
            mark: Mark::of_step(step.what),
            what: step.what.words(language).to_owned(),
            more: None,
            by: dates::moment(step.at, language),
            at: Some(step.at.to_string()),
            body: None,
        })
        .collect();
    view! {
        <section class="stack g-4" aria-labelledby="timeline">
            <h2 id="timeline">{words.timeline}</h2>
            <Timeline steps=steps />
        </section>
    }
}
