//! The same done to all picked cases: one command for each, and what became of each.

use super::{Pages, picked::Picked};
use crate::{
    backend::{Candidate, Deed, Deeds, Done, InboxRow, Me, Outcome, Problem},
    components::{Banner, Icon, Tone},
    desk::{
        calls, naming,
        screens::{case::minted, failed::said},
        use_words,
    },
    locales::{Language, Words, dates, rules, use_language},
};
use huiyin_domain::{
    case::{Accept, Ask, Dispatch, GrantExtension, VerbName, lifecycle::Who},
    ids::{CaseId, CommandId},
    people::{PersonCard, UnitCode},
    refusal::{Code, Refusal, Unmet},
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// How many go in one call: between two of them the page says how far it is.
const A_CALL: usize = 20;

/// What can be done to many at once.
const VERBS: [VerbName; 3] = [VerbName::Accept, VerbName::Dispatch, VerbName::GrantExtension];

/// Those of them that this person may use somewhere.
pub(super) fn verbs(person: &PersonCard) -> impl Iterator<Item = VerbName> + use<'_> {
    VERBS.into_iter().filter(|verb| verb.transition().who.iter().any(|who| matches!(who, Who::Role(role) if person.has(*role))))
}

/// What is typed once for all.
#[derive(Clone, Copy)]
struct Form {
    unit: RwSignal<String>,
    handler: RwSignal<String>,
    days: RwSignal<String>,
    words: RwSignal<String>,
}

/// The ids that were minted, with what was asked under each.
type Minted = BTreeMap<CaseId, (CommandId, Option<Ask>)>;

/// The bar's own memory. It outlives every refresh of the list, so no typed word is lost.
#[derive(Clone, Copy)]
pub(super) struct Bench {
    pub(super) picked: Picked,
    pub(super) pages: Pages,
    open: RwSignal<Option<VerbName>>,
    form: Form,
    people: RwSignal<Option<Result<Vec<Candidate>, Problem>>>,
    minted: StoredValue<Minted>,
    /// How many of how many, while it goes on.
    progress: RwSignal<Option<(usize, usize)>>,
    trouble: RwSignal<Option<Problem>>,
}

impl Bench {
    pub(super) fn new(picked: Picked, pages: Pages) -> Self {
        let text = || RwSignal::new(String::new());
        Bench {
            picked,
            pages,
            open: RwSignal::new(None),
            form: Form { unit: text(), handler: text(), days: text(), words: text() },
            people: RwSignal::new(None),
            minted: StoredValue::new(Minted::new()),
            progress: RwSignal::new(None),
            trouble: RwSignal::new(None),
        }
    }

    /// Opens a form: the ids of what will be asked are minted here, so that sending twice has one effect.
    fn show(self, verb: VerbName) {
        self.trouble.set(None);
        if self.open.get_untracked() == Some(verb) {
            return self.open.set(None);
        }
        let ids = self.picked.rows.with_untracked(|rows| rows.keys().copied().collect::<Vec<_>>());
        self.minted.set_value(ids.iter().filter_map(|id| Some((*id, (minted::command_id()?, None)))).collect());
        self.open.set(Some(verb));
        minted::focus("bulk-title");
        if let (VerbName::Dispatch, Some(case)) = (verb, ids.first().copied()) {
            self.people.set(None);
            spawn_local(async move {
                let found = calls::candidates(case, VerbName::Dispatch).await;
                let _ = self.people.try_set(Some(found));
            });
        }
    }

    /// The id for exactly this ask: the one that was minted, or another one if it has been judged or was changed.
    fn command_for(self, case: CaseId, ask: &Ask) -> Option<CommandId> {
        let known = self.minted.with_value(|minted| minted.get(&case).cloned());
        let id = match known {
            Some((id, None)) => id,
            Some((id, Some(sent))) if sent == *ask => id,
            _ => minted::command_id()?,
        };
        self.minted.update_value(|minted| drop(minted.insert(case, (id, Some(ask.clone())))));
        Some(id)
    }

    fn ask(self, verb: VerbName, row: &InboxRow) -> Result<Ask, Vec<Unmet>> {
        let missing = |field: &str| Unmet { code: Code::Missing, field: Some(field.to_owned()) };
        let words = self.form.words.get_untracked().trim().to_owned();
        match verb {
            VerbName::Accept => {
                let division = row.division.clone().ok_or_else(|| vec![missing("division")])?;
                Ok(Ask::Accept(Accept { category: row.category.clone(), division, not_the_same: Vec::new() }))
            }
            VerbName::Dispatch => {
                let unit = self.form.unit.get_untracked();
                let handler = self.form.handler.get_untracked().parse().map_err(|_| vec![missing("handler")])?;
                let words = (!words.is_empty()).then_some(words);
                Ok(Ask::Dispatch(Dispatch { lead_unit: UnitCode(unit), handler, co_units: Vec::new(), words }))
            }
            _ => {
                let days = self.form.days.get_untracked().trim().parse().map_err(|_| vec![missing("days")])?;
                Ok(Ask::GrantExtension(GrantExtension { days, words }))
            }
        }
    }

    /// Asks for every picked case, some at a time.
    fn send(self, verb: VerbName) {
        if self.progress.get_untracked().is_some() {
            return;
        }
        let rows: Vec<InboxRow> = self.picked.rows.with_untracked(|rows| rows.values().cloned().collect());
        let (mut deeds, mut slips) = (Vec::new(), Vec::new());
        for row in &rows {
            match self.ask(verb, row) {
                Ok(ask) => deeds.extend(self.command_for(row.id, &ask).map(|command| Deed { command, case: row.id, base: row.seq, ask })),
                Err(unmet) => {
                    slips.push(Done { case: row.id, outcome: Some(Outcome::Refused { refusal: Refusal { unmet } }), problem: None });
                }
            }
        }
        self.trouble.set(None);
        self.picked.done.set(Vec::new());
        self.picked.settle(slips);
        self.progress.set(Some((0, deeds.len())));
        spawn_local(self.go(deeds));
    }

    async fn go(self, deeds: Vec<Deed>) {
        let all = deeds.len();
        let mut trouble = None;
        for (n, some) in deeds.chunks(A_CALL).enumerate() {
            match calls::act_on_many(Deeds { deeds: some.to_vec() }).await {
                Ok(done) => {
                    // What the ledger has judged is asked anew only under another id.
                    let judged: Vec<CaseId> = done.iter().filter(|one| one.outcome.is_some()).map(|one| one.case).collect();
                    let _ = self.minted.try_update_value(|minted| minted.retain(|case, _| !judged.contains(case)));
                    // The page may have been left meanwhile; then there is nobody to tell.
                    if self.progress.try_set(Some(((n + 1) * A_CALL, all))).is_some() {
                        return;
                    }
                    self.picked.settle(done);
                }
                Err(problem) => {
                    trouble = Some(problem);
                    break;
                }
            }
        }
        if self.progress.try_set(None).is_some() {
            return;
        }
        // The form stays for those that are left.
        if self.picked.rows.with_untracked(BTreeMap::is_empty) {
            self.open.set(None);
        }
        self.trouble.set(trouble);
        self.pages.refetch();
        minted::focus("bulk-results");
    }
}

/// The bar with what can be done, and the form of it.
#[component]
pub(super) fn Bulk<'a>(
    /// Who does it.
    me: &'a Me,
    /// What it remembers.
    bench: Bench,
) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let language = use_language();
    let picked = bench.picked;
    let count = move || picked.rows.with(BTreeMap::len);
    let buttons = verbs(&me.person)
        .map(|verb| {
            view! {
                <button class="btn" type="button" aria-expanded=move || (bench.open.get() == Some(verb)).to_string() on:click=move |_| bench.show(verb)>
                    {verb.words(language)}
                </button>
            }
        })
        .collect_view();
    let units: Vec<(String, String)> =
        me.rulebook.units.iter().map(|unit| (unit.code.0.clone(), language.pick(&unit.name, &unit.name_en).clone())).collect();
    let units = StoredValue::new(units);
    let drawn = move || bench.open.get().map(|verb| form(verb, bench, units));
    view! {
        <div class="bulk" role="region" aria-label=words.bulk hidden=move || count() == 0>
            <strong role="status">{move || format!("{} {} {}", words.picked_count, count(), words.items)}</strong>
            {move || picked.full.get().then(|| view! { <span class="meta">{words.too_many}</span> })}
            {buttons}
            <button class="btn" data-kind="quiet" type="button" on:click=move |_| picked.rows.set(BTreeMap::new())>
                {words.unpick}
            </button>
            <div style="flex-basis:100%" hidden=move || bench.open.get().is_none()>
                {drawn}
            </div>
        </div>
    }
}

fn form(verb: VerbName, bench: Bench, units: StoredValue<Vec<(String, String)>>) -> impl IntoView {
    let language = use_language();
    let all = use_words();
    let (words, fields) = (&all.inbox, &all.fields);
    let intro = match verb {
        VerbName::Accept => words.bulk_accept_intro,
        VerbName::Dispatch => words.bulk_dispatch_intro,
        _ => words.bulk_extend_intro,
    };
    let asked = match verb {
        VerbName::Accept => ().into_any(),
        VerbName::Dispatch => view! {
            {whom(bench, units)}
            {text("bulk-words", fields.unit_reason, bench.form.words)}
        }
        .into_any(),
        _ => view! {
            <div class="field">
                <label for="bulk-days">{fields.days}</label>
                <p class="hint" id="bulk-days-h">{fields.days_hint}</p>
                <input
                    class="input"
                    type="number"
                    min="0"
                    max="365"
                    id="bulk-days"
                    aria-describedby="bulk-days-h"
                    prop:value=move || bench.form.days.get()
                    on:input=move |event| bench.form.days.set(event_target_value(&event))
                />
            </div>
            {text("bulk-words", fields.reason, bench.form.words)}
        }
        .into_any(),
    };
    let busy = move || bench.progress.get().is_some();
    let far = move || {
        bench.progress.get().map(|(done, all)| {
            let done = done.min(all);
            view! {
                <span class="row" role="status">
                    <progress max=all.to_string() value=done.to_string()></progress>
                    {format!("{} {done} / {all}", words.bulk_progress)}
                </span>
            }
        })
    };
    view! {
        <form
            class="stack g-3"
            method="post"
            novalidate
            aria-labelledby="bulk-title"
            on:submit=move |event| {
                event.prevent_default();
                bench.send(verb);
            }
        >
            <h2 id="bulk-title" tabindex="-1" style="font-size:var(--t-4)">
                {verb.words(language)}
            </h2>
            <p class="meta">{intro}</p>
            {asked}
            {move || bench.trouble.get().map(|problem| {
                let (title, detail) = said(&problem);
                view! {
                    <div role="alert">
                        <Banner tone=Tone::Late title=title>
                            {detail}
                            <br />
                            {words.bulk_again}
                        </Banner>
                    </div>
                }
            })}
            <div class="row">
                <button class="btn" data-kind="main" type="submit" aria-busy=move || busy().to_string() aria-disabled=move || busy().then_some("true")>
                    {words.bulk_send}
                </button>
                <button class="btn" data-kind="quiet" type="button" on:click=move |_| bench.open.set(None)>
                    {all.outcome.cancel}
                </button>
                {far}
            </div>
        </form>
    }
}

/// Unit and person.
fn whom(bench: Bench, units: StoredValue<Vec<(String, String)>>) -> impl IntoView {
    let all = use_words();
    let (fields, outcome) = (&all.fields, &all.outcome);
    let unit = bench.form.unit;
    let units = units
        .get_value()
        .into_iter()
        .map(|(code, name)| {
            let own = code.clone();
            view! { <option value=code prop:selected=move || unit.get() == own>{name}</option> }
        })
        .collect_view();
    let people = move || {
        let found = bench.people.get().and_then(Result::ok).unwrap_or_default();
        found.into_iter().filter(|person| person.unit.0 == unit.get()).collect::<Vec<_>>()
    };
    let first = move || match bench.people.get() {
        None => outcome.looking_for_people,
        Some(_) if unit.get().is_empty() || !people().is_empty() => outcome.choose,
        Some(_) => outcome.no_people,
    };
    let options = move || {
        let option = |person: Candidate| {
            let (id, label) = (person.id.to_string(), format!("{} · {} {}", person.name, outcome.open_matters, person.open));
            let chosen = bench.form.handler.get_untracked() == id;
            view! { <option value=id selected=chosen>{label}</option> }
        };
        people().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label for="bulk-unit">{fields.lead_unit}</label>
            <select class="input" id="bulk-unit" on:change=move |event| unit.set(event_target_value(&event))>
                <option value="" prop:selected=move || unit.get().is_empty()>
                    {outcome.choose}
                </option>
                {units}
            </select>
        </div>
        <div class="field">
            <label for="bulk-handler">{fields.handler}</label>
            <select class="input" id="bulk-handler" on:change=move |event| bench.form.handler.set(event_target_value(&event))>
                <option value="">{first}</option>
                {options}
            </select>
        </div>
    }
}

fn text(id: &'static str, label: &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <textarea class="input" id=id rows="2" prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))></textarea>
        </div>
    }
}

/// What became of each of the last round.
#[component]
pub(super) fn Outcomes(
    /// What was picked, and what became of it.
    picked: Picked,
) -> impl IntoView {
    let words = &use_words().inbox;
    let language = use_language();
    let applied = |one: &Done| matches!(one.outcome, Some(Outcome::Applied { .. }));
    let shown = move || {
        let done = picked.done.get();
        let met = done.iter().filter(|(_, one)| applied(one)).count();
        let left = done.len() - met;
        let lines = done.into_iter().map(|(number, one)| line(&number, &one, language)).collect_view();
        view! {
            <header>
                <h2>{words.bulk_results}</h2>
                <button class="btn" data-kind="quiet" type="button" on:click=move |_| picked.done.set(Vec::new())>
                    {words.bulk_dismiss}
                </button>
            </header>
            <div class="pad stack g-3">
                <p role="status">
                    <strong>{format!("{met} {}", words.bulk_applied)}</strong>
                    {(left > 0).then(|| format!(" · {left} {}", words.bulk_failed))}
                </p>
                <ul role="list" class="stack g-2">
                    {lines}
                </ul>
            </div>
        }
    };
    view! {
        <section class="card" id="bulk-results" tabindex="-1" aria-label=words.bulk_results hidden=move || picked.done.with(Vec::is_empty)>
            {shown}
        </section>
    }
}

fn line(number: &str, one: &Done, language: Language) -> impl IntoView + use<> {
    let words = &use_words().outcome;
    let (icon, what) = match (&one.outcome, &one.problem) {
        (Some(Outcome::Applied { .. }), _) => ("check-c", vec![words.applied.to_owned()]),
        (Some(Outcome::Refused { refusal }), _) => {
            ("x", refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect())
        }
        (Some(Outcome::Conflict { theirs, by, at }), _) => {
            let who = by.clone().unwrap_or_else(|| words.a_colleague.to_owned());
            let when = dates::moment(*at, language);
            ("alert", vec![naming::pair(words.conflict, &format!("{who} · {} · {when}", rules::done(*theirs, language)), language)])
        }
        (None, Some(problem)) => {
            let (title, detail) = said(problem);
            ("alert", vec![title, detail])
        }
        (None, None) => ("alert", Vec::new()),
    };
    let what = what.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    view! {
        <li class="row" style="flex-wrap:nowrap;align-items:start">
            <Icon name=icon size="s" />
            <a class="code" href=format!("/desk/cases/{number}")>
                {number.to_owned()}
            </a>
            <div>{what}</div>
        </li>
    }
}
