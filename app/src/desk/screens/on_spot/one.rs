//! One matter that was put right on the spot: both photos, the reply, and three commands at one press.

use super::Waiting;
use crate::{
    backend::{CaseView, Deed, Me, Outcome, Problem},
    components::{BeforeAfter, Icon, within_textarea},
    desk::{
        calls, naming,
        photos::{Shown, shown},
        screens::{
            case::{minted, photos::shot},
            failed::said,
            use_ready,
        },
        use_words,
    },
    locales::{Language, Words, dates, rules, use_language},
};
use huiyin_domain::{
    case::{Ask, Close, DecidePublication, Disposal, Event, Publication, Reply, ReplyOutcome, ResultCode, VerbName},
    ids::{CaseId, CommandId},
};
use leptos::{ev, prelude::*, task::spawn_local};

/// What became of a step; none is not done yet.
type Told = Option<Result<Outcome, Problem>>;

/// What was asked, under which id, and what became of it.
#[derive(Clone, PartialEq)]
struct Step {
    command: CommandId,
    ask: Ask,
    told: Told,
}

/// The card's own memory.
#[derive(Clone, Copy)]
struct Bench {
    case: CaseId,
    base: u64,
    owes_reply: bool,
    undecided: bool,
    reply: RwSignal<String>,
    publish: RwSignal<bool>,
    ground: RwSignal<String>,
    steps: RwSignal<Vec<Step>>,
    busy: RwSignal<bool>,
    waiting: Waiting,
}

impl Bench {
    /// What is asked, in order; what the case has already is left out.
    fn asks(self) -> Vec<Ask> {
        let mut asks = Vec::new();
        if self.owes_reply {
            let words = self.reply.get_untracked().trim().to_owned();
            asks.push(Ask::Reply(Reply { report: None, words, outcome: ReplyOutcome::ReadableByReceipt }));
        }
        if self.undecided {
            let ground = self.ground.get_untracked().trim().to_owned();
            let publish = self.publish.get_untracked();
            asks.push(Ask::DecidePublication(if publish { DecidePublication::Publish } else { DecidePublication::Withhold { ground } }));
        }
        let disposal = Some(Disposal::EducateAndCorrect);
        asks.push(Ask::Close(Close { result: ResultCode::RectifiedOnSpot, disposal, words: String::new() }));
        asks
    }

    /// One after the other; the first that is not done stops the rest. What is done is not asked again.
    fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        let known = self.steps.get_untracked();
        let step = |ask: Ask| {
            let same = known.iter().find(|step| step.ask.name() == ask.name()).filter(|step| is_done(&step.told) || step.ask == ask);
            match same {
                Some(step) if is_done(&step.told) || !matches!(step.told, Some(Ok(_))) => Some(step.clone()),
                // The ledger has judged the last one; another try is another command.
                _ => Some(Step { command: minted::command_id()?, ask, told: None }),
            }
        };
        let steps: Option<Vec<Step>> = self.asks().into_iter().map(step).collect();
        let Some(steps) = steps else { return };
        self.steps.set(steps.clone());
        self.busy.set(true);
        spawn_local(async move {
            for (n, step) in steps.into_iter().enumerate() {
                if is_done(&step.told) {
                    continue;
                }
                let answer = calls::act(Deed { command: step.command, case: self.case, base: self.base, ask: step.ask }).await;
                let told = Some(answer);
                let done = is_done(&told);
                if self.steps.try_update(|steps| steps[n].told = told).is_none() {
                    return;
                }
                if !done {
                    let _ = self.busy.try_set(false);
                    return;
                }
            }
            if self.busy.try_set(false).is_none() {
                self.waiting.refetch();
            }
        });
    }
}

fn is_done(told: &Told) -> bool {
    matches!(told, Some(Ok(Outcome::Applied { .. })))
}

/// What the patroller wrote of it.
fn done_words(view: &CaseView) -> String {
    let asks = view.timeline.iter().flat_map(|entry| &entry.events).filter_map(|event| match event {
        Event::Did { ask } => Some(ask.as_ref()),
        _ => None,
    });
    let solved = asks.filter_map(|ask| match ask {
        Ask::Submit(submit) => submit.solved.as_ref(),
        _ => None,
    });
    solved.map(|solved| solved.done.clone()).next().unwrap_or_default()
}

/// A start for the reply: in Chinese, as those who report read it.
fn draft(me: &Me, view: &CaseView, done: &str) -> String {
    let category = naming::category(&me.rulebook, &view.case.category, Language::Zh);
    let place = view.case.division.as_ref().map(|code| naming::division(&me.rulebook, code, Language::Zh)).unwrap_or_default();
    let done = done.trim().trim_end_matches(['。', '.', '！']);
    format!("您反映的{place}{category}问题，巡查员到现场后已当场督促整改：{done}。整改前后的照片已核对。谢谢您的反映。")
}

/// The card.
#[component]
pub(super) fn One<'a>(
    /// Who confirms.
    me: &'a Me,
    /// The case.
    view: &'a CaseView,
    /// Where the list comes from.
    waiting: Waiting,
) -> impl IntoView + use<> {
    let language = use_language();
    let all = use_words();
    let (words, fields) = (&all.on_spot, &all.fields);
    let case = &view.case;
    let number = case.number.clone().unwrap_or_default();
    let done = done_words(view);
    let ready = use_ready();
    let bench = Bench {
        case: case.id,
        base: case.seq,
        owes_reply: case.reports.iter().any(|filed| filed.reply.is_none()),
        undecided: matches!(case.publication, Publication::Undecided),
        reply: RwSignal::new(draft(me, view, &done)),
        publish: RwSignal::new(true),
        ground: RwSignal::new(String::new()),
        steps: RwSignal::new(Vec::new()),
        busy: RwSignal::new(false),
        waiting,
    };
    let category = naming::category(&me.rulebook, &case.category, language);
    let place = case.division.as_ref().map_or(all.case.unknown_place.to_owned(), |code| naming::division(&me.rulebook, code, language));
    let told = case.reports.first().map(|filed| filed.report.words.clone()).unwrap_or_default();
    let id = format!("on-spot-{number}");
    let reply_id = format!("reply-{number}");
    let ground_id = format!("ground-{number}");
    let group = format!("publish-{number}");
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        bench.send();
    };
    let choice = move |publish: bool, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group.clone()
                    checked=publish
                    prop:checked=move || bench.publish.get() == publish
                    on:change=move |_| bench.publish.set(publish)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <header>
                <h2 id=id.clone()>{naming::pair(&place, &category, language)}</h2>
                <a class="code" href=format!("/desk/cases/{number}")>
                    {number.clone()}
                </a>
            </header>
            <div class="pad stack">
                {photos(view, &category)}
                <p lang="zh-CN">{told}</p>
                <p>
                    <span class="meta">{naming::pair(words.done_by, "", language)}</span>
                    <span lang="zh-CN">{done}</span>
                    <span class="meta">{format!(" · {}", dates::moment(case.opened_at, language))}</span>
                </p>
                <form method="post" novalidate on:submit=submit>
                    <fieldset class="stack" disabled=move || !ready.get()>
                    {bench.owes_reply.then(|| view! {
                        <div class="field">
                            <label for=reply_id.clone()>{words.reply}</label>
                            <p class="hint" id=format!("{reply_id}-h")>{fields.reply_hint}</p>
                            <textarea
                                class="input"
                                id=reply_id.clone()
                                rows="3"
                                lang="zh-CN"
                                aria-describedby=format!("{reply_id}-h")
                                prop:value=move || bench.reply.get()
                                on:input=move |event| bench.reply.set(event_target_value(&event))
                            >
                                {within_textarea(&bench.reply.get_untracked())}
                            </textarea>
                        </div>
                    })}
                    {bench.undecided.then(|| view! {
                        <fieldset class="field">
                            <legend>{fields.publish_or_not}</legend>
                            {choice(true, fields.publish)}
                            {choice(false, fields.withhold)}
                            <div class="field" hidden=move || bench.publish.get()>
                                <label for=ground_id.clone()>{fields.ground}</label>
                                <input class="input" id=ground_id.clone() prop:value=move || bench.ground.get() on:input=move |event| bench.ground.set(event_target_value(&event)) />
                            </div>
                        </fieldset>
                    })}
                    <p class="meta">
                        {naming::pair(fields.result, ResultCode::RectifiedOnSpot.words(language), language)}
                        " · "
                        {naming::pair(fields.disposal, &rules::disposal(&Disposal::EducateAndCorrect, language), language)}
                    </p>
                    {move || outcomes(bench, language)}
                    <div class="row">
                        <button
                            class="btn"
                            data-kind="main"
                            type="submit"
                            aria-busy=move || bench.busy.get().to_string()
                            aria-disabled=move || bench.busy.get().then_some("true")
                        >
                            {words.confirm}
                        </button>
                        <a class="btn" data-kind="quiet" href=format!("/desk/cases/{number}")>
                            {words.open}
                        </a>
                    </div>
                    </fieldset>
                </form>
            </div>
        </section>
    }
}

/// Before and after beside each other, or that they are still on their way.
fn photos(view: &CaseView, category: &str) -> AnyView {
    let words = &use_words().on_spot;
    let here: Vec<Shown> = shown(&view.case).into_iter().filter(|photo| view.photos_here.contains(&photo.hash)).collect();
    let before = here.iter().find(|photo| !photo.after);
    let after = here.iter().rev().find(|photo| photo.after);
    match (before, after) {
        (Some(before), Some(after)) => view! { <BeforeAfter before=shot(before, category) after=shot(after, category) /> }.into_any(),
        _ => view! { <p class="meta">{words.photos_coming}</p> }.into_any(),
    }
}

/// What became of each step, once something was asked.
fn outcomes(bench: Bench, language: Language) -> Option<impl IntoView> {
    let steps = bench.steps.get();
    if steps.is_empty() {
        return None;
    }
    let all = use_words();
    let (words, outcome) = (&all.on_spot, &all.outcome);
    let lines = steps
        .into_iter()
        .map(|step| {
            let name = match step.ask.name() {
                VerbName::Reply => words.replied,
                VerbName::DecidePublication => words.decided,
                _ => words.closed,
            };
            let (icon, what) = match &step.told {
                Some(Ok(Outcome::Applied { .. })) => ("check-c", vec![outcome.applied.to_owned()]),
                Some(Ok(Outcome::Refused { refusal })) => {
                    ("x", refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect())
                }
                Some(Ok(Outcome::Conflict { theirs, by, at })) => {
                    let who = by.clone().unwrap_or_else(|| outcome.a_colleague.to_owned());
                    let what = format!("{who} · {} · {}", rules::done(*theirs, language), dates::moment(*at, language));
                    ("alert", vec![naming::pair(outcome.conflict, &what, language)])
                }
                Some(Err(problem)) => {
                    let (title, detail) = said(problem);
                    ("alert", vec![title, detail])
                }
                None => ("clock", vec![words.waits.to_owned()]),
            };
            view! {
                <li class="row" style="flex-wrap:nowrap;align-items:start">
                    <Icon name=icon size="s" />
                    <strong>{name}</strong>
                    <span>{what.join(" ")}</span>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <ul role="status" class="stack g-2">
            {lines}
        </ul>
    })
}
