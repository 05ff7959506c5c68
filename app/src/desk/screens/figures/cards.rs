//! The main figures: a share always stands with its numbers, and each number leads to its cases.

use super::links::{Way, percent};
use crate::{
    backend::FiguresPage,
    components::{Tag, Tone},
    desk::use_words,
    locales::{Words, use_language},
};
use huiyin_domain::figures::{Figures, Measure, Rate, Tally};
use leptos::prelude::*;

/// Closure, promises, replies, days, what was found, what is open.
#[component]
pub fn Cards<'a>(
    /// What is shown.
    page: &'a FiguresPage,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let way = Way::of((page.from, page.to));
    let all = &page.all;
    let language = use_language();
    let shares = [Measure::OnTime, Measure::OnFirst, Measure::Disposal, Measure::FirstPass].map(|measure| {
        view! {
            <div class="stat">
                <dt>{measure.words(language)}</dt>
                <Share rate=all.rate(measure) />
                <dd class="of">{parts(&way, all, measure)}</dd>
            </div>
        }
    });
    let overdue = (all.count(Tally::Overdue) > 0).then(|| {
        view! {
            <dd>
                <a href=way.list(Tally::Overdue)>
                    <Tag tone=Tone::Late icon="alert">
                        {format!("{} {}", Tally::Overdue.words(language), all.count(Tally::Overdue))}
                    </Tag>
                </a>
            </dd>
        }
    });
    view! {
        <section class="card" aria-labelledby="main-figures">
            <h2 class="vh" id="main-figures">
                {words.main}
            </h2>
            <div class="pad row" style="gap:1.5rem 2.5rem">
                <Gauge figures=all way=&way />
                <dl class="stats" style="flex:1 1 19rem;--min:9.5rem">
                    {shares}
                    <div class="stat">
                        <dt>{words.answers}</dt>
                        <Share rate=all.answers />
                        <dd class="of">{format!("{} / {} {}", all.answers.met, all.answers.of, words.of_reporters)}</dd>
                        <dd class="of">
                            {format!("{} ", words.answers_cases)} {way.number(all, Tally::AnswersDue)}
                            {format!(" · {} ", Tally::AnswersLate.words(language))} {way.number(all, Tally::AnswersLate)}
                        </dd>
                    </div>
                    {satisfaction(all, &way)}
                    {days(all, &way)}
                    <div class="stat">
                        <dt>{Tally::Received.words(language)}</dt>
                        <dd class="big">{way.number(all, Tally::Received)} <small>{words.cases}</small></dd>
                    </div>
                    <div class="stat">
                        <dt>{Tally::Open.words(language)}</dt>
                        <dd class="big">{way.number(all, Tally::Open)} <small>{words.cases}</small></dd>
                        {overdue}
                    </div>
                    <div class="stat">
                        <dt>{Tally::Ownerless.words(language)}</dt>
                        <dd class="big">{way.number(all, Tally::Ownerless)} <small>{words.cases}</small></dd>
                    </div>
                </dl>
            </div>
        </section>
    }
}

/// How many of how many, each a link.
pub(super) fn parts(way: &Way, figures: &Figures, measure: Measure) -> impl IntoView + use<> {
    let (met, of) = measure.parts();
    view! {
        {way.number(figures, met)}
        " / "
        {way.number(figures, of)}
        " "
        {use_words().figures.cases}
    }
}

#[component]
fn Share(
    /// Of what.
    rate: Rate,
) -> impl IntoView {
    let words = &use_words().figures;
    match percent(rate) {
        Some(percent) => view! { <dd class="big">{percent} <small>"%"</small></dd> }.into_any(),
        None => view! { <dd class="meta">{if rate.of == 0 { words.nothing_due } else { words.too_few }}</dd> }.into_any(),
    }
}

#[component]
fn Gauge<'a>(figures: &'a Figures, way: &'a Way) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let rate = figures.rate(Measure::Closure);
    let arc = percent(rate).map(|percent| {
        view! {
            <path
                class="arc"
                pathLength="100"
                style=format!("--v:{percent}")
                d="M18 2H22.500A11.500 11.500 0 0 1 34 13.500V22.500A11.500 11.500 0 0 1 22.500 34H13.500A11.500 11.500 0 0 1 2 22.500V13.500A11.500 11.500 0 0 1 13.500 2z"
            ></path>
        }
    });
    let big = match percent(rate) {
        Some(percent) => view! { <span class="big">{percent} <small>"%"</small></span> }.into_any(),
        None => view! { <span class="of">{if rate.of == 0 { words.nothing_due } else { words.too_few }}</span> }.into_any(),
    };
    view! {
        <div class="gauge">
            <svg viewBox="0 0 36 36" aria-hidden="true">
                <rect class="rest" x="2" y="2" width="32" height="32" rx="11.5"></rect>
                {arc}
            </svg>
            <div class="stat" style="position:relative;justify-items:center;text-align:center;max-inline-size:7rem">
                <span class="name">{Measure::Closure.words(use_language())}</span>
                {big}
                <span class="of">{parts(way, figures, Measure::Closure)}</span>
            </div>
        </div>
    }
}

/// How many of those who said are satisfied, and how many of all said anything. Of a few nothing is told.
fn satisfaction(all: &Figures, way: &Way) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let told = all.cases.contains_key(&Tally::Satisfied);
    let result = if told {
        view! {
            <Share rate=all.rate(Measure::Satisfaction) />
            <dd class="of">{parts(way, all, Measure::Satisfaction)}</dd>
        }
        .into_any()
    } else {
        view! { <dd class="meta">{words.few_ratings}</dd> }.into_any()
    };
    view! {
        <div class="stat">
            <dt>{Measure::Satisfaction.words(language)}</dt>
            {result}
            <dd class="of">{format!("{} ", Measure::Rating.words(language))} {parts(way, all, Measure::Rating)}</dd>
        </div>
    }
}

fn days(all: &Figures, way: &Way) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let number = |days: Option<u32>| days.map_or_else(|| "–".to_owned(), |days| format!("{days} {}", words.day_unit));
    view! {
        <div class="stat">
            <dt>{words.days}</dt>
            <dd class="big">
                {all.median_days.map_or_else(|| "–".to_owned(), |days| days.to_string())} <small>{words.day_unit}</small>
            </dd>
            <dd class="of">{format!("{} · {} {}", words.median, words.ninetieth, number(all.ninetieth_days))}</dd>
            <dd class="of">{format!("{} ", Tally::Closed.words(language))} {way.number(all, Tally::Closed)}</dd>
        </div>
    }
}
