//! Which cases a number counts. Every number is the size of a set, so that its link can list exactly that set.

use super::{Duty, Period};
use crate::{
    case::{Case, Finding, State, VerbName},
    division::DivisionCode,
    moment::Moment,
    people::UnitCode,
    rulebook::CategoryCode,
};
use serde::{Deserialize, Serialize};

/// What figures must know of a case, and no more: no words, no place, no reporter.
#[derive(Clone, PartialEq, Debug)]
pub struct CaseFacts {
    /// Where it stands.
    pub state: State,
    /// Whether its clocks rest.
    pub paused: bool,
    /// Whether a person is named to handle it.
    pub owned: bool,
    /// What kind.
    pub category: CategoryCode,
    /// In which township.
    pub township: Option<DivisionCode>,
    /// Who leads.
    pub unit: Option<UnitCode>,
    /// When it came in.
    pub opened_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When the clock that runs out next does so.
    pub due_at: Option<Moment>,
    /// The promise for handling that is or was last in force.
    pub promised_at: Option<Moment>,
    /// The first promise for handling.
    pub first_promised_at: Option<Moment>,
    /// What verification found.
    pub finding: Option<Finding>,
    /// Whether something was done about who did it.
    pub disposed: bool,
    /// Whether its first recheck passed; none if it had no recheck.
    pub passed_first: Option<bool>,
    /// Whether its time was ever extended.
    pub extended: bool,
    /// Whether it was ever suspended.
    pub suspended: bool,
    /// Whether the reporter was satisfied, if they said.
    pub satisfied: Option<bool>,
    /// Whether the same had come up before at the same place; only who knows the others can say ([`super::Occurrence`]).
    pub again: bool,
    /// Answers owed to its reporters.
    pub answers: Vec<Duty>,
}

impl CaseFacts {
    /// The facts of a case as it stands.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let due = super::answer_due(case);
        let own = case.reports.iter().filter(|filed| filed.merged_from.is_none());
        CaseFacts {
            state: case.state,
            paused: case.suspended.is_some() || case.asked_reporter.is_some(),
            owned: case.handler.is_some(),
            category: case.category.clone(),
            township: case.division.as_ref().and_then(DivisionCode::township),
            unit: case.lead_unit.clone(),
            opened_at: case.opened_at,
            closed_at: case.closed_at.filter(|_| case.state == State::Closed),
            due_at: case.dues.iter().filter(|due| due.clock != crate::case::Clock::Publication).map(|due| due.at).min(),
            promised_at: case.last_promise,
            first_promised_at: case.first_promise,
            finding: case.finding,
            disposed: case.disposal.is_some(),
            passed_first: case.rechecks.first().map(|done| done.passed),
            extended: case.extended_days > 0,
            suspended: case.touches.iter().any(|touch| touch.verb == VerbName::Suspend),
            satisfied: case.satisfied,
            again: false,
            answers: due.map_or_else(Vec::new, |due_at| own.map(|filed| Duty { due_at, met_at: filed.replied_at }).collect()),
        }
    }

    /// Whether its promise fell due in the period. What rests owes nothing yet; what was merged, transferred or void is
    /// answered for elsewhere. Their shares stand beside the closure rate, so that nobody can improve it with them unseen.
    fn fell_due(&self, period: Period) -> bool {
        let counts = self.state == State::Closed || (self.state.is_open() && !self.paused);
        counts && self.promised_at.is_some_and(|at| period.holds(at))
    }

    fn closed_by(&self, limit: Option<Moment>) -> bool {
        self.closed_at.zip(limit).is_some_and(|(closed, limit)| closed <= limit)
    }

    fn closed_in(&self, period: Period) -> bool {
        self.closed_at.is_some_and(|at| period.holds(at))
    }

    fn opened_in(&self, period: Period) -> bool {
        self.state != State::Void && period.holds(self.opened_at)
    }

    /// Whether it was found to be so, wholly or in part.
    fn substantiated(&self) -> bool {
        matches!(self.finding, Some(Finding::Substantiated | Finding::Partly))
    }

    /// Answers that fell due in the period. What was void never owed one.
    pub fn answers_due(&self, period: Period) -> impl Iterator<Item = Duty> {
        let owes = self.state != State::Void;
        self.answers.iter().copied().filter(move |duty| owes && period.holds(duty.due_at))
    }
}

/// A named set of cases.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tally {
    /// 收到: came in in the period.
    Received,
    /// 在办: open now.
    Open,
    /// 超期: open now and past the limit of a running clock.
    Overdue,
    /// 无人负责: under way, and nobody is named. Must be none.
    Ownerless,
    /// 应办结: promised for a day in the period.
    Due,
    /// Of those, closed by now.
    DueClosed,
    /// Of those, closed no later than promised.
    DueOnTime,
    /// Of those, closed no later than promised first.
    DueOnFirst,
    /// 办结: closed in the period.
    Closed,
    /// 属实: closed in the period and found to be so, wholly or in part.
    Substantiated,
    /// 查处: of those, with something done about who did it.
    Disposed,
    /// 复查: closed in the period after a recheck.
    Rechecked,
    /// Of those, the first recheck passed.
    PassedFirst,
    /// 延期: of what came in, extended.
    Extended,
    /// 中止: of what came in, suspended at any time.
    Suspended,
    /// 并案: of what came in, merged into another.
    Merged,
    /// 不予受理: of what came in, declined.
    Declined,
    /// 复发: of what came in and was taken up, the same had come up before at the same place.
    Again,
    /// 评价: closed in the period, and the reporter said whether they are satisfied.
    Rated,
    /// 满意: of those, satisfied.
    Satisfied,
    /// 应回复: an answer to a reporter fell due in the period.
    AnswersDue,
    /// Of those, an answer that was not given in time.
    AnswersLate,
}

impl Tally {
    /// All of them.
    pub const ALL: [Tally; 22] = [
        Tally::Received,
        Tally::Open,
        Tally::Overdue,
        Tally::Ownerless,
        Tally::Due,
        Tally::DueClosed,
        Tally::DueOnTime,
        Tally::DueOnFirst,
        Tally::Closed,
        Tally::Substantiated,
        Tally::Disposed,
        Tally::Rechecked,
        Tally::PassedFirst,
        Tally::Extended,
        Tally::Suspended,
        Tally::Merged,
        Tally::Declined,
        Tally::Again,
        Tally::Rated,
        Tally::Satisfied,
        Tally::AnswersDue,
        Tally::AnswersLate,
    ];

    /// States in which work is under way and somebody must be named.
    pub const UNDER_WAY: [State; 6] =
        [State::Dispatched, State::InProgress, State::Rectifying, State::AwaitingRecheck, State::AwaitingApproval, State::StageClosed];

    /// States of what turned out to be no matter of its own: it neither comes up again nor has come up before.
    pub const NO_MATTER: [State; 3] = [State::Merged, State::Declined, State::Void];

    /// Whether it is about now, whatever the period.
    #[must_use]
    pub fn is_of_now(self) -> bool {
        matches!(self, Tally::Open | Tally::Overdue | Tally::Ownerless)
    }

    /// Whether this case is one of them.
    #[must_use]
    pub fn holds(self, facts: &CaseFacts, period: Period, now: Moment) -> bool {
        match self {
            Tally::Received => facts.opened_in(period),
            Tally::Open => facts.state.is_open(),
            Tally::Overdue => facts.state.is_open() && !facts.paused && facts.due_at.is_some_and(|due| due < now),
            Tally::Ownerless => !facts.owned && Tally::UNDER_WAY.contains(&facts.state),
            Tally::Due => facts.fell_due(period),
            Tally::DueClosed => facts.fell_due(period) && facts.state == State::Closed,
            Tally::DueOnTime => facts.fell_due(period) && facts.closed_by(facts.promised_at),
            Tally::DueOnFirst => facts.fell_due(period) && facts.closed_by(facts.first_promised_at),
            Tally::Closed => facts.closed_in(period),
            Tally::Substantiated => facts.closed_in(period) && facts.substantiated(),
            Tally::Disposed => facts.closed_in(period) && facts.substantiated() && facts.disposed,
            Tally::Rechecked => facts.closed_in(period) && facts.passed_first.is_some(),
            Tally::PassedFirst => facts.closed_in(period) && facts.passed_first == Some(true),
            Tally::Extended => facts.opened_in(period) && facts.extended,
            Tally::Suspended => facts.opened_in(period) && facts.suspended,
            Tally::Merged => facts.opened_in(period) && facts.state == State::Merged,
            Tally::Declined => facts.opened_in(period) && facts.state == State::Declined,
            Tally::Again => facts.opened_in(period) && facts.again && !Tally::NO_MATTER.contains(&facts.state),
            Tally::Rated => facts.closed_in(period) && facts.satisfied.is_some(),
            Tally::Satisfied => facts.closed_in(period) && facts.satisfied == Some(true),
            Tally::AnswersDue => facts.answers_due(period).next().is_some(),
            Tally::AnswersLate => facts.answers_due(period).any(|duty| duty.met_at.is_none_or(|met| met > duty.due_at)),
        }
    }
}

/// A share of cases: one set out of another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Measure {
    /// 办结率
    Closure,
    /// 按期办结率
    OnTime,
    /// 按首次承诺办结率
    OnFirst,
    /// 查处率
    Disposal,
    /// 复查一次通过率
    FirstPass,
    /// 延期占比
    Extension,
    /// 中止占比
    Suspension,
    /// 并案占比
    Merging,
    /// 不予受理占比
    Declining,
    /// 复发占比
    Recurrence,
    /// 满意率
    Satisfaction,
    /// 评价率
    Rating,
}

impl Measure {
    /// Which set out of which.
    #[must_use]
    pub fn parts(self) -> (Tally, Tally) {
        match self {
            Measure::Closure => (Tally::DueClosed, Tally::Due),
            Measure::OnTime => (Tally::DueOnTime, Tally::Due),
            Measure::OnFirst => (Tally::DueOnFirst, Tally::Due),
            Measure::Disposal => (Tally::Disposed, Tally::Substantiated),
            Measure::FirstPass => (Tally::PassedFirst, Tally::Rechecked),
            Measure::Extension => (Tally::Extended, Tally::Received),
            Measure::Suspension => (Tally::Suspended, Tally::Received),
            Measure::Merging => (Tally::Merged, Tally::Received),
            Measure::Declining => (Tally::Declined, Tally::Received),
            Measure::Recurrence => (Tally::Again, Tally::Received),
            Measure::Satisfaction => (Tally::Satisfied, Tally::Rated),
            Measure::Rating => (Tally::Rated, Tally::Closed),
        }
    }
}
