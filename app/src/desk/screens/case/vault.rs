//! Who reported it: masked until somebody says why they must know, and then on this page only. Who looked is listed.

use super::workbench::Workbench;
use crate::{
    backend::{CaseView, Identity, Known, Look, Problem, Unmask, Unmasked},
    components::{Banner, Field, Icon, Tone, described_by},
    desk::{calls, naming, screens::failed::said, use_words},
    locales::{Language, dates, desk::CasePageWords, use_language},
};
use huiyin_domain::case::Reporter;
use leptos::{ev, prelude::*, task::spawn_local};

/// Id of the input.
const REASON: &str = "unmask-reason";

/// What a look at reporters has come to. It outlives every refresh of the case and ends with the page.
#[derive(Clone, Copy)]
pub(super) struct Vault {
    reason: RwSignal<String>,
    busy: RwSignal<bool>,
    found: RwSignal<Option<Result<Unmasked, Problem>>>,
}

impl Vault {
    /// Nothing asked yet.
    pub(super) fn new() -> Self {
        Vault { reason: RwSignal::new(String::new()), busy: RwSignal::new(false), found: RwSignal::new(None) }
    }

    /// Forgets what was shown: another case, or enough of it.
    pub(super) fn clear(self) {
        self.reason.set(String::new());
        self.found.set(None);
    }

    fn ask(self, bench: Workbench) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let number = bench.number.get_untracked();
        let asked = Unmask { reason: self.reason.get_untracked() };
        spawn_local(async move {
            let found = calls::unmask(number.clone(), asked).await;
            // The page may have been left meanwhile, or shows another case; then nobody is told.
            if self.busy.try_set(false).is_some() || bench.number.try_get_untracked() != Some(number) {
                return;
            }
            let shown = found.is_ok();
            self.found.set(Some(found));
            if shown {
                self.reason.set(String::new());
                bench.refresh();
            }
            super::minted::focus("reporters-found");
        });
    }
}

/// The card; none where every report is a colleague's.
pub(super) fn vault(view: &CaseView, bench: Workbench) -> Option<impl IntoView + use<>> {
    let words = &use_words().page;
    let language = use_language();
    if view.case.reports.iter().all(|filed| matches!(filed.reporter, Reporter::Staff { .. } | Reporter::Hidden)) {
        return None;
    }
    let may = view.may_unmask;
    let nobody = view.looks.is_empty();
    let looks = view.looks.iter().map(|look| line(look, language)).collect_view();
    Some(view! {
        <section class="card no-print" aria-labelledby="reporters">
            <header>
                <h2 id="reporters">{words.reporters}</h2>
                <Icon name="lock" size="s" />
            </header>
            <div class="pad stack g-3">
                <p class="meta">{if may { words.protected } else { words.protected_for_others }}</p>
                {may.then(|| form(bench))}
                <h3 style="font-size:var(--t-3)">{words.looks}</h3>
                {nobody.then(|| view! { <p class="meta">{words.nobody_looked}</p> })}
                {(!nobody).then(|| view! {
                    <ul role="list" class="stack g-2">
                        {looks}
                    </ul>
                })}
            </div>
        </section>
    })
}

fn line(look: &Look, language: Language) -> impl IntoView + use<> {
    view! {
        <li>
            <p>{look.reason.clone()}</p>
            <p class="meta">
                <time datetime=look.at.to_string()>{format!("{} · {}", look.by, dates::moment_and_year(look.at, language))}</time>
            </p>
        </li>
    }
}

fn form(bench: Workbench) -> impl IntoView {
    let language = use_language();
    let words = &use_words().page;
    let vault = bench.vault;
    let problem = Signal::derive(move || vault.found.get().and_then(Result::err));
    let error = Signal::derive(move || {
        problem
            .get()
            .filter(|problem| problem.field.as_deref() == Some("reason"))
            .map(|problem| naming::sentences(&said(&problem), language))
    });
    let general = move || problem.get().filter(|problem| problem.field.as_deref() != Some("reason"));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        vault.ask(bench);
    };
    view! {
        <div id="reporters-found" tabindex="-1" role="status">
            {move || vault.found.get().and_then(Result::ok).map(|found| shown(&found, vault))}
        </div>
        <form class="stack g-3" method="post" novalidate on:submit=submit hidden=move || matches!(vault.found.get(), Some(Ok(_)))>
            // Typing reaches the program only once it has arrived; until then the field waits.
            <fieldset class="stack g-3" disabled=move || !bench.ready.get()>
                {move || general().map(|problem| {
                    let (title, detail) = said(&problem);
                    view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }
                })}
                <Field id=REASON label=words.reason hint=words.reason_hint error=error>
                    <textarea
                        class="input"
                        id=REASON
                        rows="2"
                        maxlength="500"
                        required=true
                        style="min-block-size:4rem"
                        aria-describedby=move || described_by(REASON, true, error.get().is_some())
                        aria-invalid=move || error.get().map(|_| "true")
                        prop:value=move || vault.reason.get()
                        on:input=move |event| vault.reason.set(event_target_value(&event))
                    ></textarea>
                </Field>
                <p>
                    <button class="btn" type="submit" aria-disabled=move || vault.busy.get().then_some("true")>
                        <Icon name="eye" />
                        {move || if vault.busy.get() { words.showing } else { words.show }}
                    </button>
                </p>
            </fieldset>
        </form>
    }
}

fn shown(found: &Unmasked, vault: Vault) -> impl IntoView + use<> {
    let words = &use_words().page;
    let reporters = found.reporters.iter().map(|known| reporter(known, words)).collect_view();
    view! {
        <div class="stack g-3">
            <p class="meta">{words.shown}</p>
            <ul role="list" class="stack g-3">
                {reporters}
            </ul>
            <p>
                <button class="btn" type="button" on:click=move |_| vault.clear()>
                    <Icon name="lock" />
                    {words.hide}
                </button>
            </p>
        </div>
    }
}

fn reporter(known: &Known, words: &'static CasePageWords) -> impl IntoView + use<> {
    let facts = known.identity.as_ref().map(|identity| facts(identity, words)).unwrap_or_default();
    if facts.is_empty() {
        return view! { <li class="meta">{words.nothing_left}</li> }.into_any();
    }
    let facts = facts.into_iter().map(|(name, what)| view! { <div><dt>{name}</dt><dd>{what}</dd></div> }).collect_view();
    view! { <li><dl class="facts">{facts}</dl></li> }.into_any()
}

fn facts(identity: &Identity, words: &'static CasePageWords) -> Vec<(&'static str, String)> {
    let all = [(words.name, &identity.name), (words.phone, &identity.phone), (words.contact, &identity.contact)];
    all.into_iter().filter_map(|(name, what)| what.clone().filter(|what| !what.is_empty()).map(|what| (name, what))).collect()
}
