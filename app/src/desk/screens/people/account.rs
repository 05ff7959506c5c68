//! One account: how it stands, what may be done with it, where it is signed in.

use super::{
    closing::Closing,
    devices::Devices,
    form::{AccountFields, Draft, input_of},
    invitation::InvitationCard,
    rows::{StandingTag, roles},
};
use crate::{
    backend::{AccountAsk, AccountDeed, AccountView, Invitation, Me, Problem, Standing},
    components::{Banner, Icon, StateBadge, Tone},
    desk::{
        Asking, calls, naming,
        screens::{Bones, DemoNote, Failed, failed::said},
        use_words,
    },
    locales::{dates, use_language},
};
use huiyin_domain::ids::PersonId;
use leptos::{ev, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// What is done with an account, and what became of it. It outlives each reading of the page.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    pub(super) act: Action<AccountDeed, Result<Option<Invitation>, Problem>>,
    /// What was asked last.
    asked: RwSignal<Option<AccountAsk>>,
    /// How often something was done: then the page is read anew. What was refused leaves everything as it was typed.
    pub(super) times: RwSignal<u32>,
}

impl Doing {
    pub(super) fn new() -> Self {
        let times = RwSignal::new(0);
        let act = Action::new(move |deed: &AccountDeed| {
            let deed = deed.clone();
            async move {
                let answer = calls::change_account(deed).await;
                if answer.is_ok() {
                    times.update(|times| *times += 1);
                }
                answer
            }
        });
        Doing { act, asked: RwSignal::new(None), times }
    }

    /// Asks for it, unless something is still under way.
    pub(super) fn ask(self, person: PersonId, ask: AccountAsk) {
        if !self.act.pending().get_untracked() {
            self.asked.set(Some(ask.clone()));
            self.act.dispatch(AccountDeed { person, ask });
        }
    }

    /// What went wrong the last time.
    pub(super) fn problem(self) -> Signal<Option<Problem>> {
        Signal::derive(move || self.act.value().get().and_then(Result::err).filter(|_| !self.act.pending().get()))
    }

    /// What was done the last time, in words.
    pub(super) fn done(self) -> Signal<Option<&'static str>> {
        let words = &use_words().people;
        Signal::derive(move || {
            let is_done = matches!(self.act.value().get(), Some(Ok(_))) && !self.act.pending().get();
            self.asked.get().filter(|_| is_done).map(|ask| match ask {
                AccountAsk::Change(_) => words.changed,
                AccountAsk::Invite => words.invitation,
                AccountAsk::Close => words.now_closed,
                AccountAsk::Open => words.now_open,
                AccountAsk::ForgetFailures => words.forgotten,
                AccountAsk::EndSession(_) => words.session_ended,
                AccountAsk::RevokeDevice(_) => words.device_revoked,
            })
        })
    }
}

/// The page.
#[component]
pub fn Account() -> impl IntoView {
    let words = &use_words().people;
    let Asking(me) = expect_context::<Asking>();
    let params = use_params_map();
    let person = Memo::new(move |_| params.with(|params| params.get("person").and_then(|id| id.parse::<PersonId>().ok())));
    let doing = Doing::new();
    let account = Resource::new_blocking(
        move || (person.get(), doing.times.get()),
        // An address that is no id is nobody's.
        |(person, _)| calls::account(person.unwrap_or(PersonId(uuid::Uuid::nil()))),
    );
    view! {
        <Title text=words.tab_title />
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, account.await) {
                    (Ok(me), Ok(account)) => shown(&me, account, doing).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem heads=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn shown(me: &Me, account: AccountView, doing: Doing) -> impl IntoView + use<> {
    let words = &use_words().people;
    let language = use_language();
    let rulebook = me.rulebook.clone();
    let since = naming::pair(words.since, &dates::day_and_year(account.created_at.day(), language), language);
    let closed_since = account.closed_at.map(|at| naming::pair(words.closed_since, &dates::moment_and_year(at, language), language));
    let invited = (account.standing == Standing::Invited).then(|| match account.invited_until {
        Some(until) => naming::pair(words.invited_until, &dates::moment(until, language), language),
        None => words.invitation_over.to_owned(),
    });
    let certificate = account.person.certificate.clone().map(|number| naming::pair(words.certificate, &number, language));
    view! {
        <div class="top">
            <h1 lang="zh-CN">{account.person.name.clone()}</h1>
        </div>
        <div class="stack g-6 prose">
            <DemoNote demo=me.demo />
            <p>
                <a href="/desk/people">{words.back}</a>
            </p>
            <Outcome doing=doing />
            <section class="stack g-2" aria-label=words.accounts>
                <p class="row">
                    <StandingTag standing=account.standing />
                    <span>{words.in_use_by} " " <span class="code">{account.sign_in_name.clone()}</span></span>
                </p>
                <p>{naming::unit(&rulebook, &account.person.unit, language)}</p>
                <p>{roles(&account.person.grants, &rulebook, language)}</p>
                <p class="meta">{[certificate, Some(since), closed_since, invited].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            </section>
            <SlowedNote account=account.clone() doing=doing />
            <OpenCases account=account.clone() />
            <Change me=me.clone() account=account.clone() doing=doing />
            <Closing account=account.clone() doing=doing />
            <section class="stack g-3" aria-labelledby="devices">
                <h2 id="devices" style="font-size:var(--t-3)">{words.devices}</h2>
                <Devices person=account.person.id devices=account.devices doing=doing />
            </section>
        </div>
    }
}

/// What became of the last thing asked, and the invitation if one was made.
#[component]
pub(super) fn Outcome(
    /// What is done.
    doing: Doing,
) -> impl IntoView {
    let words = &use_words().people;
    let (problem, done) = (doing.problem(), doing.done());
    let invitation = move || doing.act.value().get().and_then(Result::ok).flatten();
    view! {
        {move || problem.get().map(|problem| {
            let (title, detail) = said(&problem);
            let title = if input_of(&problem).is_some() { words.not_saved.to_owned() } else { title };
            view! {
                <div role="alert">
                    <Banner tone=Tone::Late title=title>{detail}</Banner>
                </div>
            }
        })}
        <div role="status" class="stack" hidden=move || done.get().is_none()>
            {move || done.get().filter(|_| invitation().is_none()).map(|done| view! { <Banner tone=Tone::Done title=done /> })}
            {move || invitation().map(|invitation| view! { <InvitationCard invitation=invitation /> })}
        </div>
    }
}

/// That and why sign-in waits, and the way to let it be tried now.
#[component]
fn SlowedNote(account: AccountView, doing: Doing) -> impl IntoView {
    let words = &use_words().people;
    let language = use_language();
    let person = account.person.id;
    account.slowed.map(|slowed| {
        let until = dates::clock(slowed.until);
        let facts = language.pick(
            format!("{}{}{}{} {until}。", slowed.failures, words.failures, slowed.places, words.places),
            format!("{} {} {} {} {until}.", slowed.failures, words.failures, slowed.places, words.places),
        );
        view! {
            <div class="stack g-2">
                <Banner tone=Tone::Soon title=words.slowed>
                    {words.slowed_text}
                    <br />
                    {facts}
                </Banner>
                <p class="row">
                    <button class="btn" type="button" on:click=move |_| doing.ask(person, AccountAsk::ForgetFailures)>
                        {words.forget_failures}
                    </button>
                </p>
            </div>
        }
    })
}

/// What somebody else must take over. Numbers and states, never content.
#[component]
fn OpenCases(account: AccountView) -> impl IntoView {
    let words = &use_words().people;
    let cases = account.open_cases;
    (account.standing == Standing::Closed || !cases.is_empty()).then(|| {
        let lines = cases
            .iter()
            .map(|case| {
                let part = if case.rechecking { words.rechecking } else { words.handling };
                view! {
                    <li class="row">
                        <a class="code" href=format!("/desk/cases/{}", case.number)>
                            {case.number.clone()}
                        </a>
                        <StateBadge state=case.state />
                        <span class="meta">{part}</span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="stack g-3" aria-labelledby="open-cases">
                <h2 id="open-cases" style="font-size:var(--t-3)">{words.open_cases}</h2>
                {if cases.is_empty() {
                    view! { <p class="meta">{words.no_open_cases}</p> }.into_any()
                } else {
                    view! {
                        <p class="meta">{words.open_cases_text}</p>
                        <ul role="list" class="stack g-2">
                            {lines}
                        </ul>
                    }
                    .into_any()
                }}
            </section>
        }
    })
}

/// Name, unit, certificate and roles.
#[component]
fn Change(me: Me, account: AccountView, doing: Doing) -> impl IntoView {
    let words = &use_words().people;
    let draft = Draft::of(&account.person);
    let person = account.person.id;
    let problem = doing.problem();
    let of_form = Signal::derive(move || problem.get().filter(|problem| input_of(problem).is_some()));
    let ready = RwSignal::new(false);
    Effect::new(move || ready.set(true));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        doing.ask(person, AccountAsk::Change(draft.form()));
    };
    view! {
        <details class="fold">
            <summary>
                {words.change}
                <Icon name="down" />
            </summary>
            <form class="stack" method="post" novalidate on:submit=submit>
                <fieldset class="stack" disabled=move || !ready.get()>
                    <AccountFields draft=draft manager=me.person rulebook=me.rulebook new=false own=account.own problem=of_form />
                    <p class="row">
                        <button class="btn" data-kind="main" type="submit" aria-disabled=move || doing.act.pending().get().to_string()>
                            {move || if doing.act.pending().get() { words.working } else { words.save }}
                        </button>
                    </p>
                </fieldset>
            </form>
        </details>
    }
}
