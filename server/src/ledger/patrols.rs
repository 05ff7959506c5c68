//! Patrols within a group: they are judged, folded and written beside the cases, in the same entries of the same ledger.

use super::judge::{Brief, Followed, Ruling};
use crate::{core::County, error::Error, storage};
use huiyin_domain::{
    case::{Ask, Entry},
    command::Command,
    ids::{CaseId, PatrolId, PersonId, SiteId},
    patrol::{self, MAX_PLACES, Patrol, PatrolAsk, PatrolEvent, PatrolWorld},
    people::Actor,
    rulebook::Rulebook,
    site::Site,
    sync::message::Verdict,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The patrols that a group's commands speak of, as they are within it.
#[derive(Default)]
pub(super) struct Patrols {
    known: HashMap<PatrolId, Patrol>,
    sites: HashMap<SiteId, Site>,
    changed: BTreeSet<PatrolId>,
}

impl Patrols {
    /// Fetches at once what the rules may want to know of these commands.
    pub(super) async fn load(&mut self, db: &impl storage::Connection, commands: &[&Command]) -> Result<(), Error> {
        let mut wanted = BTreeSet::new();
        let mut sites = BTreeSet::new();
        for command in commands {
            match &command.ask {
                Ask::Patrol(ask) => {
                    wanted.insert(PatrolId::from(command.case));
                    match ask {
                        PatrolAsk::Plan(plan) => sites.extend(plan.sites.iter().take(MAX_PLACES).copied()),
                        PatrolAsk::Visit(visit) => {
                            sites.insert(visit.site);
                        }
                        _ => {}
                    }
                }
                Ask::Submit(submit) => wanted.extend(submit.report.patrol),
                _ => {}
            }
        }
        self.known = storage::patrols::load(db, &wanted.into_iter().collect::<Vec<_>>()).await?;
        let sites = storage::county::sites(db, &sites.into_iter().collect::<Vec<_>>()).await?;
        self.sites = sites.into_iter().map(|site| (site.id, site)).collect();
        Ok(())
    }

    /// What the rules say to something asked of a patrol.
    pub(super) fn rule(
        &self,
        county: &County,
        book: &Rulebook,
        actor: &Actor,
        command: &Command,
        ask: &PatrolAsk,
        brief: &Brief<'_>,
    ) -> Ruling {
        let world = PatrolWorld {
            rulebook: book,
            now: brief.now,
            person: &|id| county.people.get(id).cloned(),
            site: &|id| self.sites.get(&id).cloned(),
        };
        let patrol = self.known.get(&command.case.into());
        let (verdict, events) = match patrol::decide(patrol, actor, command, ask, &world) {
            Ok(events) => (Verdict::Applied, vec![(command.case, Followed::Patrol(events))]),
            Err(refusal) => (Verdict::Refused { refusal }, Vec::new()),
        };
        Ruling { verdict, rulebook: book.version, events }
    }

    /// What a report that was taken means for the patrol it names.
    pub(super) fn beside(&self, actor: &Actor, command: &Command) -> Option<(CaseId, Followed)> {
        let Ask::Submit(submit) = &command.ask else { return None };
        let patrol = self.known.get(&submit.report.patrol?)?;
        let events = patrol::reported(patrol, actor, command.case, submit);
        (!events.is_empty()).then(|| (patrol.id.into(), Followed::Patrol(events)))
    }

    /// Folds events in, and notes on whose phones the patrol is now.
    pub(super) fn fold(
        &mut self,
        place: &Entry,
        events: &[PatrolEvent],
        changes: &mut BTreeMap<(PersonId, CaseId), (u64, bool)>,
    ) -> Result<(), Error> {
        if events.is_empty() {
            return Ok(());
        }
        let before = self.known.remove(&place.case.into());
        let held: BTreeSet<PersonId> = before.iter().flat_map(patrol::holders).collect();
        let after = patrol::fold(before, place, events).ok_or_else(|| Error::internal("events folded to no patrol"))?;
        let holds: BTreeSet<PersonId> = patrol::holders(&after).into_iter().collect();
        for person in held.union(&holds) {
            changes.insert((*person, place.case), (place.seq, holds.contains(person)));
        }
        self.changed.insert(after.id);
        self.known.insert(after.id, after);
        Ok(())
    }

    /// Those that changed, as they are at the end.
    pub(super) fn changed(&self) -> Vec<&Patrol> {
        self.changed.iter().filter_map(|id| self.known.get(id)).collect()
    }
}
