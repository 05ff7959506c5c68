//! The rule: from what happened to a case to whom is told what. Nobody is told of what they did themselves, and nobody
//! of a case that they may not see.

use super::{About, Kind, Notice};
use crate::{
    case::{Ask, Case, Clock, Event, Reporter, State, VerbName, deadline::next_due, may_see, permission::covers, permission::permits},
    ids::{PersonId, ReportId},
    moment::Moment,
    people::{Actor, PersonCard, Role, UnitCode},
    rulebook::{ClockClass, Rulebook},
};
use std::collections::{BTreeMap, BTreeSet};

/// One entry of the ledger as far as one case is concerned.
#[derive(Clone, Copy, Debug)]
pub struct Happened<'a> {
    /// The case before; none if it was opened by this.
    pub before: Option<&'a Case>,
    /// The case after.
    pub after: &'a Case,
    /// Who did it; none for reporters and the clock.
    pub by: Option<PersonId>,
    /// What happened.
    pub events: &'a [Event],
}

/// Who of these people is told what; in the order of their ids, each kind once a person.
#[must_use]
pub fn notices<'p>(happened: &Happened<'_>, people: impl Iterator<Item = &'p PersonCard> + Clone, book: &Rulebook) -> Vec<Notice> {
    let mut hall = Hall { happened, people, book, told: BTreeMap::new() };
    for event in happened.events {
        hall.hears(event);
    }
    hall.seated()
}

/// From the nearest to the farthest: the first that finds somebody is told, and nobody beyond.
const FROM_NEAR_TO_FAR: [Role; 3] = [Role::Coordinator, Role::Liaison, Role::Dispatcher];

struct Hall<'a, I> {
    happened: &'a Happened<'a>,
    people: I,
    book: &'a Rulebook,
    told: BTreeMap<(PersonId, Kind), About>,
}

impl<'p, I: Iterator<Item = &'p PersonCard> + Clone> Hall<'_, I> {
    fn hears(&mut self, event: &Event) {
        let after = self.happened.after;
        match event {
            Event::Opened { clock: ClockClass::Emergency, .. } => self.emergency(),
            Event::Classified { clock: ClockClass::Emergency, .. } if !self.was(|case| case.clock == ClockClass::Emergency) => {
                self.emergency();
            }
            Event::Did { ask } => self.hears_of(ask),
            Event::Moved { from, to } => self.moved(*from, *to),
            Event::Crossed { line } => self.crossed(line),
            Event::Supervised { level } if !self.was(|case| case.supervision_level >= *level) => {
                let mut whom = self.covering(&[Role::Coordinator, Role::Liaison]);
                whom.extend(after.handler);
                if *level > 1 {
                    whom.extend(self.covering(&[Role::Dispatcher, Role::Leader]));
                }
                self.tell_about(whom, About { level: Some(*level), ..self.about(Kind::Supervised) });
            }
            Event::AwaitsConfirmation { by, .. } => {
                let whom = self.nearest(VerbName::Confirm, &[*by]);
                self.tell(whom, Kind::ConfirmationAwaits);
            }
            _ => {}
        }
    }

    fn hears_of(&mut self, ask: &Ask) {
        let after = self.happened.after;
        match ask {
            Ask::Dispatch(dispatch) | Ask::Reopen(dispatch) => {
                let again = matches!(ask, Ask::Reopen(_)) || self.was(|case| case.state == State::ReopenRequested);
                self.tell([dispatch.handler], if again { Kind::Reopened } else { Kind::Assigned });
                for co in &dispatch.co_units {
                    self.helpers(&co.unit);
                }
            }
            Ask::Reassign(reassign) => self.tell([reassign.handler], Kind::Assigned),
            Ask::SignFor(sign) if !self.was(|case| case.handler == Some(sign.handler)) => self.tell([sign.handler], Kind::Assigned),
            Ask::Return(_) => {
                let gave = after.touches.iter().rev().find(|touch| matches!(touch.verb, VerbName::Dispatch | VerbName::Reopen));
                let whom = gave.and_then(|touch| touch.by).map_or_else(|| self.nearest(VerbName::Dispatch, &[]), |by| vec![by]);
                self.tell(whom, Kind::Returned);
            }
            Ask::SendBack(_) => self.tell(after.handler, Kind::SentBack),
            Ask::AssignRecheck(assign) => self.tell([assign.rechecker], Kind::RecheckAssigned),
            Ask::AddCoUnit(co) => self.helpers(&co.unit),
            Ask::AskExtension(_) => {
                let whom = self.nearest(VerbName::GrantExtension, &[]);
                self.tell(whom, Kind::ExtensionAsked);
            }
            Ask::Answer(_) => {
                let whom = after.handler.map_or_else(|| self.nearest(VerbName::Accept, &[]), |handler| vec![handler]);
                self.tell(whom, Kind::ReporterAnswered);
            }
            Ask::Rate(rate) if !rate.satisfied => {
                let whom = self.nearest(VerbName::Callback, &[]);
                self.tell(whom, Kind::NotSatisfied);
            }
            Ask::Redact(_) => {
                let whom = self.covering(&[Role::Reviewer]);
                self.tell(whom, Kind::ReviewAwaits);
            }
            Ask::Reply(reply) => self.tell(self.colleagues(reply.report), Kind::Replied),
            Ask::Decline(_) => self.tell(self.colleagues(None), Kind::Replied),
            _ => {}
        }
    }

    fn moved(&mut self, from: State, to: State) {
        let after = self.happened.after;
        if from == State::Suspended {
            self.tell(after.handler, Kind::Resumed);
        }
        // What waited before a rest waits again after it.
        match (from, to) {
            (_, State::AwaitingRecheck) => match after.rechecker {
                Some(rechecker) => self.tell([rechecker], Kind::RecheckAssigned),
                None => {
                    let whom = self.nearest(VerbName::AssignRecheck, &[]);
                    self.tell(whom, Kind::RecheckToAssign);
                }
            },
            (State::AwaitingRecheck, State::Rectifying) => self.tell(after.handler, Kind::SentBack),
            (_, State::AwaitingApproval) => self.awaits_approval(),
            (_, State::ReopenRequested) => {
                let closer: Vec<PersonId> = after.closed_by.into_iter().collect();
                let whom = self.nearest(VerbName::Reopen, &closer);
                self.tell(whom, Kind::ReopenAsked);
            }
            _ => {}
        }
    }

    /// Closer, handler and rechecker are different persons: whoever worked on it is not asked to close it.
    fn awaits_approval(&mut self) {
        let after = self.happened.after;
        let mut worked: Vec<PersonId> = after.handlers.iter().copied().chain(after.handler).chain(after.verified_by).collect();
        worked.extend(after.rechecks.iter().map(|done| done.by));
        let whom = self.nearest(VerbName::Close, &worked);
        self.tell(whom, Kind::ApprovalAwaits);
        if after.reports.iter().any(|filed| filed.reply.is_none()) {
            let whom = self.nearest(VerbName::Reply, &[]);
            self.tell(whom, Kind::ReplyDue);
        }
    }

    /// A clock crossed a line. The steps of the supervision ladder are told by the level that they lead to.
    fn crossed(&mut self, line: &str) {
        let Some((clock, what)) = line.split_once(':') else { return };
        let Some(clock) = Clock::named(clock) else { return };
        let kind = match what {
            "due_soon" => Kind::DueSoon,
            "overdue" => Kind::Overdue,
            _ => return,
        };
        let mut whom = self.on_duty(clock);
        if kind == Kind::Overdue {
            whom.extend(self.covering(&[Role::Coordinator, Role::Liaison]));
        }
        let due_at = self.happened.after.dues.iter().find(|due| due.clock == clock).map(|due| due.at);
        self.tell_about(whom, About { clock: Some(clock), due_at, ..self.about(kind) });
    }

    /// Whose work a clock measures.
    fn on_duty(&self, clock: Clock) -> Vec<PersonId> {
        let after = self.happened.after;
        let or = |person: Option<PersonId>, verb: VerbName| person.map_or_else(|| self.nearest(verb, &[]), |person| vec![person]);
        match clock {
            Clock::Acceptance => self.nearest(VerbName::Accept, &[]),
            Clock::Dispatch => self.nearest(VerbName::Dispatch, &[]),
            Clock::SignFor | Clock::OnSite | Clock::Handling | Clock::Rectification => or(after.handler, VerbName::Dispatch),
            Clock::Recheck => or(after.rechecker, VerbName::AssignRecheck),
            Clock::Publication => self.nearest(VerbName::Redact, &[]),
        }
    }

    fn emergency(&mut self) {
        let whom = self.covering(&[Role::Coordinator, Role::Dispatcher]);
        self.tell(whom, Kind::Emergency);
    }

    /// Who speaks for a unit that is asked to help: its liaison, or its handlers if it has none.
    fn helpers(&mut self, unit: &UnitCode) {
        let of = |role: Role| self.people.clone().filter(move |card| card.has_in_unit(role, unit)).map(|card| card.id).collect::<Vec<_>>();
        let liaisons = of(Role::Liaison);
        let whom = if liaisons.is_empty() { of(Role::Handler) } else { liaisons };
        self.tell(whom, Kind::CoUnitTask);
    }

    /// Colleagues who filed this report, or any of them.
    fn colleagues(&self, only: Option<ReportId>) -> Vec<PersonId> {
        let filed = self.happened.after.reports.iter().filter(|filed| only.is_none_or(|id| filed.id == id));
        filed
            .filter_map(|filed| match filed.reporter {
                Reporter::Staff { person } => Some(person),
                Reporter::Named | Reporter::Anonymous | Reporter::Hidden => None,
            })
            .collect()
    }

    /// Everybody whose role covers the case.
    fn covering(&self, roles: &[Role]) -> Vec<PersonId> {
        let covered = |card: &&PersonCard| roles.iter().any(|&role| covers(self.happened.after, card, role, self.book));
        self.people.clone().filter(covered).map(|card| card.id).collect()
    }

    /// Those who may use the verb, of the nearest role that has any.
    fn nearest(&self, verb: VerbName, except: &[PersonId]) -> Vec<PersonId> {
        let after = self.happened.after;
        for role in FROM_NEAR_TO_FAR {
            let able = |card: &&PersonCard| {
                !except.contains(&card.id)
                    && covers(after, card, role, self.book)
                    && permits(after, &Actor::Person((*card).clone()), verb, self.book)
            };
            let found: Vec<PersonId> = self.people.clone().filter(able).map(|card| card.id).collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn was(&self, what: impl Fn(&Case) -> bool) -> bool {
        self.happened.before.is_some_and(what)
    }

    fn about(&self, kind: Kind) -> About {
        let after = self.happened.after;
        About { kind, number: after.number.clone(), clock: None, due_at: self.due(kind), level: None }
    }

    /// The date that matters to whoever is told: the one of the step that is asked for.
    fn due(&self, kind: Kind) -> Option<Moment> {
        let after = self.happened.after;
        let of = |clock: Clock| after.dues.iter().find(|due| due.clock == clock).map(|due| due.at);
        match kind {
            Kind::Replied | Kind::NotSatisfied | Kind::ReviewAwaits => None,
            Kind::RecheckAssigned | Kind::RecheckToAssign => of(Clock::Recheck).or_else(|| of(Clock::Handling)),
            Kind::ReplyDue | Kind::ApprovalAwaits => of(Clock::Handling),
            _ => next_due(after).map(|due| due.at),
        }
    }

    fn tell(&mut self, whom: impl IntoIterator<Item = PersonId>, kind: Kind) {
        let about = self.about(kind);
        self.tell_about(whom, about);
    }

    fn tell_about(&mut self, whom: impl IntoIterator<Item = PersonId>, about: About) {
        for person in whom {
            // Two clocks may cross a line at once: the one that ended first is the one to speak of.
            let earlier = self.told.get(&(person, about.kind)).is_some_and(|known| known.due_at <= about.due_at);
            if !earlier {
                self.told.insert((person, about.kind), about.clone());
            }
        }
    }

    /// Those who are told, as far as they are there, may see the case and did not do it themselves.
    fn seated(self) -> Vec<Notice> {
        if self.told.is_empty() {
            return Vec::new();
        }
        let wanted: BTreeSet<PersonId> =
            self.told.keys().map(|(person, _)| *person).filter(|person| Some(*person) != self.happened.by).collect();
        let seeing = |card: &&PersonCard| wanted.contains(&card.id) && may_see(self.happened.after, card, self.book);
        let seated: BTreeSet<PersonId> = self.people.filter(seeing).map(|card| card.id).collect();
        let told = self.told.into_iter().filter(|((person, _), _)| seated.contains(person));
        told.map(|((person, _), about)| Notice { person, about }).collect()
    }
}
