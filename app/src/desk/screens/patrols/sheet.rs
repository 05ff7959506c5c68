//! What a person fills in to plan a patrol. It lives as long as the page, so nothing typed is lost when it is refused.

use crate::{
    backend::PatrolChoices,
    desk::codes::{code_of, from_code},
};
use huiyin_domain::{
    iso::read_day,
    patrol::{Patrol, PatrolKind, Plan},
    people::UnitCode,
    refusal::{Code, Unmet},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The answers. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    /// A code of [`PatrolKind`].
    pub(super) kind: RwSignal<String>,
    pub(super) title: RwSignal<String>,
    pub(super) from: RwSignal<String>,
    pub(super) to: RwSignal<String>,
    pub(super) notes: RwSignal<String>,
    pub(super) unannounced: RwSignal<bool>,
    pub(super) sites: RwSignal<BTreeSet<String>>,
    pub(super) areas: RwSignal<BTreeSet<String>>,
    pub(super) people: RwSignal<BTreeSet<String>>,
    pub(super) co_units: RwSignal<BTreeSet<String>>,
}

impl Sheet {
    /// Empty, for today; or like another patrol, from today for as many days.
    pub(super) fn new(choices: &PatrolChoices, like: Option<&Patrol>) -> Self {
        let today = choices.now.day();
        let keys = |all: Vec<String>| RwSignal::new(all.into_iter().collect::<BTreeSet<_>>());
        let plan = like.map(|patrol| &patrol.plan);
        let until = plan.map_or(today, |plan| today.saturating_add(plan.to - plan.from));
        let text = |take: fn(&Plan) -> String| RwSignal::new(plan.map(take).unwrap_or_default());
        // Who has left, or works elsewhere by now, cannot be chosen again.
        let still = |id: &String| choices.people.iter().any(|person| person.id.to_string() == *id);
        Sheet {
            kind: RwSignal::new(code_of(&plan.map_or(PatrolKind::RoutinePatrol, |plan| plan.kind))),
            title: text(|plan| plan.title.clone()),
            from: RwSignal::new(today.to_string()),
            to: RwSignal::new(until.to_string()),
            notes: text(|plan| plan.notes.clone()),
            unannounced: RwSignal::new(plan.is_some_and(|plan| plan.unannounced)),
            sites: keys(plan.map(|plan| plan.sites.iter().map(ToString::to_string).collect()).unwrap_or_default()),
            areas: keys(plan.map(|plan| plan.areas.iter().map(ToString::to_string).collect()).unwrap_or_default()),
            people: keys(plan.map(|plan| plan.people.iter().map(ToString::to_string).filter(still).collect()).unwrap_or_default()),
            co_units: keys(plan.map(|plan| plan.co_units.iter().map(ToString::to_string).collect()).unwrap_or_default()),
        }
    }

    /// The kind that is chosen.
    pub(super) fn kind(self) -> Option<PatrolKind> {
        from_code(&self.kind.read())
    }

    /// The plan, as far as it can be read; every rule is the domain's.
    ///
    /// # Errors
    /// Every field that cannot be read.
    pub(super) fn plan(self) -> Result<Plan, Vec<Unmet>> {
        let (kind, from, to) = (from_code(&self.kind.get_untracked()), day(self.from), day(self.to));
        let joint = kind == Some(PatrolKind::JointEnforcement);
        let (Some(kind), Some(from), Some(to)) = (kind, from, to) else {
            let slips = [("kind", kind.is_none()), ("from", from.is_none()), ("to", to.is_none())];
            let slip = |field: &str| Unmet { code: Code::Missing, field: Some(field.to_owned()) };
            return Err(slips.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| slip(field)).collect());
        };
        let units = self.co_units.get_untracked().into_iter().map(UnitCode);
        Ok(Plan {
            kind,
            title: self.title.get_untracked(),
            sites: parsed(self.sites),
            areas: parsed(self.areas),
            people: parsed(self.people),
            co_units: if joint { units.collect() } else { Vec::new() },
            from,
            to,
            notes: self.notes.get_untracked(),
            unannounced: kind == PatrolKind::RandomCheck && self.unannounced.get_untracked(),
        })
    }
}

fn day(text: RwSignal<String>) -> Option<time::Date> {
    read_day(text.get_untracked().trim())
}

/// What was chosen, as what it stands for.
pub(super) fn parsed<T: std::str::FromStr>(chosen: RwSignal<BTreeSet<String>>) -> Vec<T> {
    chosen.with_untracked(|chosen| chosen.iter().filter_map(|key| key.parse().ok()).collect())
}
