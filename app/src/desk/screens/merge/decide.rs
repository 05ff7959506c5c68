//! Which of the two stays, and why they are one matter.

use crate::{
    backend::{CaseView, Deed, Outcome, Problem},
    components::{Banner, Tone},
    desk::{
        calls,
        screens::{case::minted, failed::said, use_ready},
        use_words,
    },
    locales::{dates, rules, use_language},
};
use huiyin_domain::{
    case::{Ask, Case, Event, Merge},
    ids::{CaseId, CommandId},
};
use leptos::{ev, prelude::*, task::spawn_local};

/// What the form knows of each case.
#[derive(Clone, PartialEq)]
struct Side {
    id: CaseId,
    number: String,
    seq: u64,
}

impl Side {
    fn of(case: &Case) -> Side {
        Side { id: case.id, number: case.number.clone().unwrap_or_default(), seq: case.seq }
    }
}

/// Whether somebody has said of one of them, when accepting it, that it is not the other one.
fn judged_apart(one: &CaseView, other: &CaseView) -> bool {
    let says = |view: &CaseView, id: CaseId| {
        view.timeline.iter().flat_map(|entry| &entry.events).any(|event| match event {
            Event::Did { ask } => matches!(ask.as_ref(), Ask::Accept(accept) if accept.not_the_same.contains(&id)),
            _ => false,
        })
    };
    says(one, other.case.id) || says(other, one.case.id)
}

/// The form. What was typed stays whatever becomes of it.
#[component]
pub(super) fn Decide<'a>(
    /// The case whose page this is.
    one: &'a CaseView,
    /// The other one.
    other: &'a CaseView,
) -> impl IntoView + use<> {
    let all = use_words();
    let (words, outcome) = (&all.merge, &all.outcome);
    let language = use_language();
    let ready = use_ready();
    let apart = judged_apart(one, other);
    let sides = [Side::of(&one.case), Side::of(&other.case)];
    // The older one stays unless somebody chooses otherwise.
    let older = if one.case.opened_at <= other.case.opened_at { one.case.id } else { other.case.id };
    let (master, why) = (RwSignal::new(older), RwSignal::new(String::new()));
    let (busy, said_back) = (RwSignal::new(false), RwSignal::new(None::<Result<Outcome, Problem>>));
    let sent = StoredValue::new(None::<(CommandId, Deed)>);
    let number = sides[0].number.clone();
    let choices = sides
        .clone()
        .into_iter()
        .zip([words.first, words.second])
        .map(|(side, name)| {
            let label = format!("{} {name} · {}", words.keep, side.number);
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="master"
                        value=side.id.to_string()
                        checked=side.id == older
                        prop:checked=move || master.get() == side.id
                        on:change=move |_| master.set(side.id)
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    let submit = {
        let sides = sides.clone();
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            let stays = master.get_untracked();
            let Some(goes) = sides.iter().find(|side| side.id != stays).cloned() else { return };
            let ask = Ask::Merge(Merge { master: stays, words: why.get_untracked().trim().to_owned() });
            // The id of exactly this deed: pressed twice, it is one merge.
            let known = sent.get_value().filter(|(_, deed)| deed.case == goes.id && deed.ask == ask).map(|(id, _)| id);
            let Some(command) = known.or_else(minted::command_id).filter(|_| !busy.get_untracked()) else { return };
            let deed = Deed { command, case: goes.id, base: goes.seq, ask };
            sent.set_value(Some((command, deed.clone())));
            busy.set(true);
            spawn_local(async move {
                let answer = calls::act(deed).await;
                if busy.try_set(false).is_none() {
                    if answer.is_ok() {
                        sent.set_value(None);
                    }
                    said_back.set(Some(answer));
                    minted::focus("merge-outcome");
                }
            });
        }
    };
    let done = move || matches!(said_back.get(), Some(Ok(Outcome::Applied { .. })));
    let told = {
        let sides = sides.clone();
        move || {
            said_back.get().map(|answer| match answer {
                Ok(Outcome::Applied { .. }) => {
                    let stays = master.get_untracked();
                    let number = |is_it: bool| {
                        sides.iter().find(|side| (side.id == stays) == is_it).map(|side| side.number.clone()).unwrap_or_default()
                    };
                    let (master, gone) = (format!("/desk/cases/{}", number(true)), format!("/desk/cases/{}?do=unmerge", number(false)));
                    view! {
                        <div role="status">
                            <Banner tone=Tone::Done title=words.done>
                                {words.done_text}
                                <br />
                                <a href=master>{words.to_master}</a>
                                " · "
                                <a href=gone>{words.undo}</a>
                            </Banner>
                        </div>
                    }
                    .into_any()
                }
                Ok(Outcome::Refused { refusal }) => {
                    let lines = refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect::<Vec<_>>();
                    view! {
                        <div role="alert">
                            <Banner tone=Tone::Late title=outcome.refused>
                                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                            </Banner>
                        </div>
                    }
                    .into_any()
                }
                Ok(Outcome::Conflict { theirs, by, at }) => {
                    let who = by.unwrap_or_else(|| outcome.a_colleague.to_owned());
                    view! {
                        <div role="alert">
                            <Banner tone=Tone::Soon title=outcome.conflict>
                                {format!("{who} · {} · {}", rules::done(theirs, language), dates::moment(at, language))}
                                <br />
                                <a href="" rel="external">{outcome.show_newest}</a>
                            </Banner>
                        </div>
                    }
                    .into_any()
                }
                Err(problem) => {
                    let (title, detail) = said(&problem);
                    view! {
                        <div role="alert">
                            <Banner tone=Tone::Late title=title>
                                {detail}
                            </Banner>
                        </div>
                    }
                    .into_any()
                }
            })
        }
    };
    view! {
        <section class="card" aria-labelledby="decide">
            <form class="pad stack" method="post" novalidate on:submit=submit>
                <h2 id="decide" style="font-size:var(--t-4)">
                    {words.decide}
                </h2>
                {apart.then(|| view! { <Banner tone=Tone::Soon title=words.judged /> })}
                <div id="merge-outcome" tabindex="-1">
                    {told}
                </div>
                <fieldset class="stack" hidden=done disabled=move || !ready.get()>
                    <fieldset class="field">
                        <legend>{words.master}</legend>
                        {choices}
                    </fieldset>
                    <p>{words.reporters}</p>
                    <div class="field">
                        <label for="why">{words.why}</label>
                        <textarea class="input" id="why" rows="3" prop:value=move || why.get() on:input=move |event| why.set(event_target_value(&event))></textarea>
                    </div>
                    <div class="row">
                        <button
                            class="btn"
                            data-kind="main"
                            type="submit"
                            aria-busy=move || busy.get().to_string()
                            aria-disabled=move || busy.get().then_some("true")
                        >
                            {rules::button(huiyin_domain::case::VerbName::Merge, language)}
                        </button>
                        <a class="btn" data-kind="quiet" href=format!("/desk/cases/{number}?do=accept")>
                            {words.not_the_same}
                        </a>
                    </div>
                </fieldset>
            </form>
        </section>
    }
}
