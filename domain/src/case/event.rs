//! What happened. Events are facts: `apply` never refuses one.

use super::{Ask, Due, Reporter, State};
use crate::{
    division::DivisionCode,
    hash::Hash,
    ids::{CaseId, PersonId, ReportId, SiteId},
    moment::Moment,
    place::Point,
    rulebook::{CategoryCode, ClockClass, Risk},
};
use serde::{Deserialize, Serialize};

/// One thing that happened to a case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A case was opened by its first report.
    Opened {
        /// Its public number; given by the server.
        number: Option<String>,
        /// Who told.
        reporter: Reporter,
        /// Where, as the rules see it.
        division: Option<DivisionCode>,
        /// The point.
        place: Option<Point>,
        /// The inspected place.
        site: Option<SiteId>,
        /// How long it may take.
        clock: ClockClass,
        /// How much depends on it.
        risk: Risk,
    },
    /// A person asked and the rules allowed it: the content of the ask is now a fact.
    /// Erasing a payload erases these words too; what follows from them is in the events beside it.
    Did {
        /// What.
        ask: Box<Ask>,
    },
    /// The state changed.
    Moved {
        /// From.
        from: State,
        /// To.
        to: State,
    },
    /// What kind of matter it is was set: with what the rulebook says of that kind.
    Classified {
        /// The category.
        category: CategoryCode,
        /// How long it may take.
        clock: ClockClass,
        /// How much depends on it.
        risk: Risk,
    },
    /// The reporter was asked something: the clocks rest until an answer, at most until then.
    ReporterAsked {
        /// When they run again by themselves.
        until: Moment,
    },
    /// The reporter answered or the time for it is over: the clocks run again.
    ReporterWaitOver,
    /// A clock started, or its due date changed.
    DueSet {
        /// Which and until when.
        due: Due,
    },
    /// A clock stopped.
    DueMet {
        /// Which.
        clock: super::Clock,
    },
    /// It was drawn whether this closing is rechecked. Until draws were kept whatever their outcome, only those that asked
    /// for a recheck stand here, without what they were made from.
    RecheckDrawn {
        /// The number drawn, 0–99.
        drawn: u8,
        /// Below this it is drawn, percent.
        share_percent: u8,
        /// What the number was made from: the hash of the entry before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seed: Option<Hash>,
        /// The hash of what was in the draw.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        population: Option<Hash>,
    },
    /// Reports came in from a merged case.
    TookIn {
        /// The merged case.
        from: CaseId,
        /// Its reports.
        reports: Vec<super::Filed>,
    },
    /// Reports went back to a case whose merge was undone.
    GaveBack {
        /// The case.
        to: CaseId,
        /// Its reports.
        reports: Vec<ReportId>,
    },
    /// A clock crossed a line: told once.
    Crossed {
        /// Which line, as `handling:overdue`.
        line: String,
    },
    /// The ladder or a person raised the supervision level.
    Supervised {
        /// To which level, 1–3.
        level: u8,
    },
    /// A second person is asked to confirm.
    AwaitsConfirmation {
        /// Who asked.
        by: PersonId,
        /// What waits.
        ask: Box<Ask>,
    },
    /// A second recheck came after the first was applied; kept as a record.
    RecheckKept {
        /// Its verdict.
        passed: bool,
        /// Whether it differs from the first.
        differs: bool,
    },
    /// It was taken out of the hands of a unit that it is about.
    TakenAway {
        /// Its people, who no longer handle or recheck it.
        people: Vec<PersonId>,
        /// Whether that unit led.
        lead: bool,
    },
    /// It became public.
    Published {
        /// When.
        at: Moment,
    },
}
