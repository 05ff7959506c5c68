//! Judging one command: hold it, notice a conflict, ask the rules. Pure: what the rules may know was fetched before.

use super::{
    patrols::Patrols,
    submission::{Sealed, Sender},
};
use crate::core::County;
use huiyin_domain::{
    case::{Ask, Case, Draw, Event, World, beside, conflict, decide, is_kept_from},
    hash::Hash,
    ids::CaseId,
    moment::Moment,
    patrol::PatrolEvent,
    people::Actor,
    rulebook::Rulebook,
    sync::message::{HeldReason, Verdict},
};
use std::{
    collections::{HashMap, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
};

/// How long a command written under an older edition of the rulebook is judged by that edition.
const OLD_EDITION_DAYS: i64 = 30;

/// What the rules may know.
pub(super) struct Bench<'a> {
    pub(super) county: &'a County,
    pub(super) cases: &'a HashMap<CaseId, Case>,
    pub(super) patrols: &'a Patrols,
    pub(super) photos_here: &'a HashSet<Hash>,
}

/// One command on the bench.
pub(super) struct Brief<'a> {
    pub(super) sealed: &'a Sealed,
    pub(super) sender: Sender,
    pub(super) revoked: bool,
    pub(super) now: Moment,
    pub(super) number: Option<String>,
    pub(super) similar: &'a [CaseId],
    pub(super) draw: Draw,
}

/// What became of it, and what follows for each case.
pub(super) struct Ruling {
    pub(super) verdict: Verdict,
    pub(super) rulebook: u32,
    pub(super) events: Vec<(CaseId, Followed)>,
}

/// What followed for a case, or for a patrol, whose id stands in the case's place.
pub(super) enum Followed {
    Case(Vec<Event>),
    Patrol(Vec<PatrolEvent>),
}

impl Followed {
    /// As the ledger keeps it.
    pub(super) fn to_json(&self) -> serde_json::Result<String> {
        match self {
            Followed::Case(events) => serde_json::to_string(events),
            Followed::Patrol(events) => serde_json::to_string(events),
        }
    }
}

pub(super) fn judge(bench: &Bench<'_>, brief: &Brief<'_>) -> Ruling {
    // A bug in the rules must not take the ledger down: then the command is kept and held.
    catch_unwind(AssertUnwindSafe(|| rule(bench, brief))).unwrap_or_else(|_| {
        tracing::error!(command = %brief.sealed.head.id, "the rules panicked; the command is held");
        held(bench, HeldReason::UnknownKind)
    })
}

fn rule(bench: &Bench<'_>, brief: &Brief<'_>) -> Ruling {
    let Some(command) = &brief.sealed.command else { return held(bench, HeldReason::UnknownKind) };
    if brief.revoked {
        return held(bench, HeldReason::Revoked);
    }
    let Some(rulebook) = edition(bench.county, command.rulebook, brief.now) else {
        return held(bench, HeldReason::RulebookTooOld);
    };
    let actor = match brief.sender {
        Sender::Person(id) => match bench.county.people.get(id) {
            Some(card) => Actor::Person(card.clone()),
            None => return held(bench, HeldReason::Revoked),
        },
        Sender::Reporter(report) => Actor::Reporter(report),
        Sender::Clock => Actor::Clock,
    };
    if let Ask::Patrol(ask) = &command.ask {
        return bench.patrols.rule(bench.county, rulebook, &actor, command, ask, brief);
    }
    let case = bench.cases.get(&command.case);
    // Whoever may not know of it does not learn from a conflict who else was there.
    let kept = case.zip(actor.person()).is_some_and(|(case, person)| is_kept_from(case, person, rulebook));
    if let Some(touch) = case.filter(|_| !kept).and_then(|case| conflict(case, command.base, actor.person_id(), &command.ask)) {
        let verdict = Verdict::Conflict { theirs: touch.verb, by: touch.by, at: touch.at };
        return Ruling { verdict, rulebook: rulebook.version, events: Vec::new() };
    }
    let world = World {
        rulebook,
        now: brief.now,
        number: brief.number.clone(),
        person: &|id| bench.county.people.get(id).cloned(),
        other: &|id| bench.cases.get(&id).cloned(),
        photo_here: &|hash| bench.photos_here.contains(hash),
        similar: brief.similar,
        draw: brief.draw,
    };
    match decide(case, &actor, command, &world) {
        Ok(events) => {
            let beside = case.and_then(|case| beside(case, &command.ask, &world));
            let mut all = vec![(command.case, Followed::Case(events))];
            all.extend(beside.map(|(case, events)| (case, Followed::Case(events))));
            all.extend(bench.patrols.beside(&actor, command));
            Ruling { verdict: Verdict::Applied, rulebook: rulebook.version, events: all }
        }
        Err(refusal) => Ruling { verdict: Verdict::Refused { refusal }, rulebook: rulebook.version, events: Vec::new() },
    }
}

/// The edition to judge by: the one the person saw, as long as it is not too old. A later one than ours is judged by ours.
fn edition(county: &County, version: u32, now: Moment) -> Option<&Rulebook> {
    if version >= county.rulebook.version {
        return Some(&county.rulebook);
    }
    let seen = county.editions.get(&version)?;
    let (_, next) = county.editions.range(version + 1..).next()?;
    (now - next.in_force_from <= time::Duration::days(OLD_EDITION_DAYS)).then_some(&*seen.rulebook)
}

fn held(bench: &Bench<'_>, reason: HeldReason) -> Ruling {
    Ruling { verdict: Verdict::Held { reason }, rulebook: bench.county.rulebook.version, events: Vec::new() }
}
