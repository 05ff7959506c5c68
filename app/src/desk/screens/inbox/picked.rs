//! Which lines are picked. They stay picked while pages are turned and filters changed.

use crate::{
    backend::{Done, InboxRow, MANY, Outcome},
    desk::screens::use_ready,
};
use huiyin_domain::ids::CaseId;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The picked lines, and what became of those something was done with.
#[derive(Clone, Copy)]
pub struct Picked {
    /// By case.
    pub(super) rows: RwSignal<BTreeMap<CaseId, InboxRow>>,
    /// What became of each of the last round, with its number.
    pub(super) done: RwSignal<Vec<(String, Done)>>,
    /// Whether more were picked than fit.
    pub(super) full: RwSignal<bool>,
    /// Whether picking reaches the program.
    pub(super) ready: RwSignal<bool>,
}

impl Picked {
    pub(super) fn new() -> Self {
        Picked { rows: RwSignal::new(BTreeMap::new()), done: RwSignal::new(Vec::new()), full: RwSignal::new(false), ready: use_ready() }
    }

    pub(super) fn holds(self, id: CaseId) -> bool {
        self.rows.with(|rows| rows.contains_key(&id))
    }

    /// Picks a line, or no longer.
    pub(super) fn set(self, row: &InboxRow, on: bool) {
        let full = on && self.rows.with_untracked(BTreeMap::len) >= MANY;
        self.full.set(full);
        self.rows.update(|rows| {
            if on && !full {
                rows.insert(row.id, row.clone());
            } else {
                rows.remove(&row.id);
            }
        });
    }

    /// What is picked stands as the newest page has it.
    pub(super) fn refresh(self, page: &[InboxRow]) {
        let stale = |rows: &BTreeMap<CaseId, InboxRow>| page.iter().any(|row| rows.get(&row.id).is_some_and(|known| known != row));
        if self.rows.with_untracked(stale) {
            self.rows.update(|rows| {
                for row in page {
                    if let Some(known) = rows.get_mut(&row.id) {
                        known.clone_from(row);
                    }
                }
            });
        }
    }

    /// Takes in what became of some; what is done is no longer picked.
    pub(super) fn settle(self, done: Vec<Done>) {
        let numbers = self.rows.get_untracked();
        let applied = |one: &Done| matches!(one.outcome, Some(Outcome::Applied { .. }));
        self.rows.update(|rows| rows.retain(|id, _| !done.iter().any(|one| one.case == *id && applied(one))));
        let number = |one: &Done| numbers.get(&one.case).map(|row| row.number.clone()).unwrap_or_default();
        self.done.update(|all| all.extend(done.into_iter().map(|one| (number(&one), one))));
    }
}
