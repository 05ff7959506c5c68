//! `decide`: the one function that says yes or no.
//!
//! Right first (who may not is told nothing else), then the state, then every rule of the verb at once. What follows is
//! one `Did` with the content of the ask and beside it what the rules make of it.

mod about;
mod acceptance;
mod beside;
pub(super) mod checks;
mod clocks;
mod closing;
mod confirmation;
mod conflict;
mod dispatching;
mod handling;
mod publication;
mod recheck;
mod reopening;
mod replying;
mod submit;

pub use beside::beside;
pub use conflict::conflict;
pub use reopening::reporter_until;

use super::{Ask, Case, Clock, Draw, Due, Event, State, VerbName, deadline, permission};
use crate::{
    command::Command,
    hash::Hash,
    ids::{CaseId, PersonId},
    moment::Moment,
    people::{Actor, PersonCard},
    refusal::{Code, Refusal, Unmet},
    rulebook::Rulebook,
};
use checks::Checks;

/// What the rules may know of the world besides the case. Phone and server each bring their own.
pub struct World<'a> {
    /// The rulebook the command is judged by.
    pub rulebook: &'a Rulebook,
    /// When the server received it (on a phone: now). Duties count from here.
    pub now: Moment,
    /// The public number a new case gets; none on a phone.
    pub number: Option<String>,
    /// A colleague, if there is one with this id.
    pub person: &'a dyn Fn(PersonId) -> Option<PersonCard>,
    /// Another case (the master of a merge), if there is one.
    pub other: &'a dyn Fn(CaseId) -> Option<Case>,
    /// Whether the bytes of this photo are durable and fit their hash. A phone says yes for its own.
    pub photo_here: &'a dyn Fn(&Hash) -> bool,
    /// Cases like this one that must be judged before it is accepted.
    pub similar: &'a [CaseId],
    /// What was drawn for this command, reproducible from the ledger.
    pub draw: Draw,
}

/// What follows from a command: events in order, or every rule that was not met. No events at all means that a
/// repetition was harmless.
///
/// # Errors
/// A [`Refusal`] naming all unmet rules at once.
pub fn decide(case: Option<&Case>, actor: &Actor, command: &Command, world: &World<'_>) -> Result<Vec<Event>, Refusal> {
    if let Ask::Submit(submit) = &command.ask {
        return submit::decide(case, actor, command, submit, world);
    }
    let case = case.ok_or_else(|| Refusal::field(Code::NoSuchCase, "case"))?;
    Scene { case, actor, command, world }.judge(&command.ask)
}

/// Everything a verb's rules look at.
#[derive(Clone, Copy)]
struct Scene<'a> {
    case: &'a Case,
    actor: &'a Actor,
    command: &'a Command,
    world: &'a World<'a>,
}

/// Events that follow, or a refusal.
type Decision = Result<Vec<Event>, Refusal>;

impl Scene<'_> {
    fn judge(&self, ask: &Ask) -> Decision {
        if let Ask::Recheck(recheck) = ask
            && let Some(kept) = recheck::kept(self, recheck)
        {
            return kept;
        }
        self.right_to(ask.name())?;
        if self.repeats(ask) {
            return Ok(Vec::new());
        }
        let Ask::Confirm(words) = ask else {
            let consequences = self.consequences(ask)?;
            if confirmation::is_needed(self.case, ask) {
                let by = self.me().ok_or_else(|| Refusal::one(Code::NotAllowed))?;
                return Ok(vec![Event::AwaitsConfirmation { by, ask: Box::new(ask.clone()) }]);
            }
            return Ok(did(ask, consequences));
        };
        confirmation::confirm(self, words)
    }

    /// Whether this actor may use this verb here at all; who may not even see the case hears that there is none.
    fn right_to(&self, verb: VerbName) -> Result<(), Refusal> {
        let book = self.world.rulebook;
        if permission::permits(self.case, self.actor, verb, book) {
            return Ok(());
        }
        let visible = match self.actor {
            Actor::Person(person) => permission::may_see(self.case, person, book),
            Actor::Reporter(report) => self.case.reports.iter().any(|filed| filed.id == *report),
            Actor::Clock => true,
        };
        let reporter_only = matches!(verb, VerbName::Answer | VerbName::Rate);
        Err(match (visible, reporter_only) {
            (false, _) => Refusal::field(Code::NoSuchCase, "case"),
            (true, true) => Refusal::one(Code::ReporterOnly),
            (true, false) => Refusal::one(Code::NotAllowed),
        })
    }

    /// Whether a monotonic ask has happened already.
    fn repeats(&self, ask: &Ask) -> bool {
        match ask {
            Ask::SignFor(sign) => self.case.state == State::InProgress && self.case.handler == Some(sign.handler),
            Ask::Supervise(supervise) => (1..=self.case.supervision_level).contains(&supervise.level) && self.case.state.is_open(),
            Ask::Confirm(_) => {
                self.case.awaits.is_none()
                    && self
                        .case
                        .touches
                        .iter()
                        .any(|touch| touch.verb == VerbName::Confirm && touch.by == self.me() && touch.seq > self.command.base)
            }
            _ => false,
        }
    }

    /// What the rules make of an ask by somebody with the right to it.
    fn consequences(&self, ask: &Ask) -> Decision {
        let mut checks = Checks::default();
        let from = ask.name().transition().from;
        checks.need(from.contains(&self.case.state), Code::WrongState { state: self.case.state }, "");
        checks.moment(self.command.made_at_corrected(), self.world.now, "made_at");
        if from.contains(&self.case.state) {
            checks.extend(standing(self, ask.name()));
        }
        self.verb(ask, checks)
    }

    fn verb(&self, ask: &Ask, checks: Checks) -> Decision {
        match ask {
            Ask::Submit(_) => Err(Refusal::one(Code::AlreadyExists)),
            Ask::Accept(ask) => acceptance::accept(self, ask, checks),
            Ask::Decline(ask) => acceptance::decline(self, ask, checks),
            Ask::AskReporter(ask) => acceptance::ask_reporter(self, ask, checks),
            Ask::Answer(ask) => acceptance::answer(self, ask, checks),
            Ask::Merge(ask) => acceptance::merge(self, ask, checks),
            Ask::Unmerge(ask) => acceptance::unmerge(self, ask, checks),
            Ask::Void(ask) => acceptance::void(self, ask, checks),
            Ask::Dispatch(ask) => dispatching::dispatch(self, ask, checks),
            Ask::SignFor(ask) => dispatching::sign_for(self, ask, checks),
            Ask::Return(ask) => dispatching::give_back(self, ask, checks),
            Ask::Reassign(ask) => dispatching::reassign(self, ask, checks),
            Ask::AddCoUnit(ask) => dispatching::add_co_unit(self, ask, checks),
            Ask::CoUnitDone(ask) => dispatching::co_unit_done(self, ask, checks),
            Ask::ReleaseCoUnit(ask) => dispatching::release_co_unit(self, ask, checks),
            Ask::Verify(ask) => handling::verify(self, ask, checks),
            Ask::OrderRectification(ask) => handling::order(self, ask, checks),
            Ask::ReportRectified(ask) => handling::report_rectified(self, ask, checks),
            Ask::ProposeClosure(ask) => handling::propose_closure(self, ask, checks),
            Ask::MilestoneDone(ask) => handling::milestone_done(self, ask, checks),
            Ask::AssignRecheck(ask) => recheck::assign(self, ask, checks),
            Ask::Recheck(ask) => recheck::recheck(self, ask, checks),
            Ask::OrderRecheck(ask) => recheck::order(self, ask, checks),
            Ask::Close(ask) => closing::close(self, ask, checks),
            Ask::SendBack(ask) => closing::send_back(self, ask, checks),
            Ask::StageClose(ask) => closing::stage_close(self, ask, checks),
            Ask::TransferOut(ask) => closing::transfer_out(self, ask, checks),
            Ask::Suspend(ask) => clocks::suspend(self, ask, checks),
            Ask::Resume(ask) => clocks::resume(self, ask, checks),
            Ask::AskExtension(ask) => clocks::ask_extension(self, ask, checks),
            Ask::GrantExtension(ask) => clocks::grant_extension(self, ask, checks),
            Ask::Recategorise(ask) => clocks::recategorise(self, ask, checks),
            Ask::Relocate(ask) => clocks::relocate(self, ask, checks),
            Ask::AboutUnit(ask) => about::about_unit(self, ask, checks),
            Ask::Supervise(ask) => clocks::supervise(self, ask, checks),
            Ask::RequestReopen(ask) => reopening::request(self, ask, checks),
            Ask::Reopen(ask) => reopening::reopen(self, ask, checks),
            Ask::RefuseReopen(ask) => reopening::refuse(self, ask, checks),
            Ask::Reply(ask) => replying::reply(self, ask, checks),
            Ask::Note(ask) => replying::note(ask, checks),
            Ask::AddEvidence(ask) => replying::add_evidence(self, ask, checks),
            Ask::Callback(ask) => replying::callback(ask, checks),
            Ask::Rate(ask) => replying::rate(ask, checks),
            Ask::DecidePublication(ask) => publication::decide(ask, checks),
            Ask::Redact(ask) => publication::redact(self, ask, checks),
            Ask::Publish(ask) => publication::publish(self, ask, checks),
            Ask::Withhold(ask) => publication::withhold(ask, checks),
            Ask::Withdraw(ask) => publication::withdraw(ask, checks),
            Ask::Confirm(_) => Err(Refusal::one(Code::NothingWaiting)),
            Ask::Patrol(_) => Err(Refusal::one(Code::NotAllowed)),
            Ask::Tick => Ok(deadline::clockwork(self.case, self.world.rulebook, self.world.now)),
        }
    }

    /// The person who asks.
    fn me(&self) -> Option<PersonId> {
        self.actor.person_id()
    }

    fn moved(&self, to: State) -> Event {
        Event::Moved { from: self.case.state, to }
    }

    /// A clock of the rulebook, started now.
    fn start(&self, clock: Clock) -> Vec<Event> {
        deadline::due_by_rule(self.world.rulebook, clock, self.world.now, self.case.clock)
            .map(|due| Event::DueSet { due })
            .into_iter()
            .collect()
    }

    /// Stops these clocks, as far as they run.
    fn stop(&self, clocks: &[Clock]) -> Vec<Event> {
        let running = self.case.dues.iter().map(|due| due.clock);
        running.filter(|clock| clocks.contains(clock)).map(|clock| Event::DueMet { clock }).collect()
    }

    /// Stops every clock: nobody has anything left to do.
    fn stop_all(&self) -> Vec<Event> {
        self.case.dues.iter().map(|due| Event::DueMet { clock: due.clock }).collect()
    }

    /// A clock that runs.
    fn running(&self, clock: Clock) -> Option<&Due> {
        self.case.dues.iter().find(|due| due.clock == clock)
    }
}

/// Rules of a verb that look at case and person only, which no input of a form could mend.
fn standing(scene: &Scene<'_>, verb: VerbName) -> Vec<Unmet> {
    let mut checks = Checks::default();
    match verb {
        VerbName::AskReporter | VerbName::Answer | VerbName::Merge | VerbName::Unmerge | VerbName::Void => {
            acceptance::standing(scene, verb, &mut checks);
        }
        VerbName::Return | VerbName::CoUnitDone | VerbName::ReleaseCoUnit => dispatching::standing(scene, verb, &mut checks),
        VerbName::OrderRectification | VerbName::ReportRectified | VerbName::ProposeClosure => handling::standing(scene, verb, &mut checks),
        VerbName::AssignRecheck | VerbName::Recheck => recheck::standing(scene, verb, &mut checks),
        VerbName::Close | VerbName::StageClose => closing::standing(scene, verb, &mut checks),
        VerbName::AskExtension | VerbName::GrantExtension => clocks::standing(scene, verb, &mut checks),
        VerbName::Dispatch | VerbName::RequestReopen | VerbName::Reopen | VerbName::RefuseReopen => {
            reopening::standing(scene, verb, &mut checks);
        }
        VerbName::DecidePublication | VerbName::Redact | VerbName::Publish | VerbName::Withhold | VerbName::Withdraw => {
            publication::standing(scene, verb, &mut checks);
        }
        VerbName::Confirm => confirmation::standing(scene, &mut checks),
        _ => {}
    }
    checks.into_unmet()
}

/// What no input could mend when this actor wants to use this verb on this case now.
pub(super) fn in_the_way(case: &Case, actor: &Actor, verb: VerbName, world: &World<'_>, probe: &Command) -> Vec<Unmet> {
    standing(&Scene { case, actor, command: probe, world }, verb)
}

/// The fact that it was asked and allowed, and what follows from it. That the clock looked is no fact of the case.
fn did(ask: &Ask, consequences: Vec<Event>) -> Vec<Event> {
    if *ask == Ask::Tick {
        return consequences;
    }
    let mut events = vec![Event::Did { ask: Box::new(ask.clone()) }];
    events.extend(consequences);
    events
}
