//! One patrol as its page shows it.

use crate::{
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage,
    sync::sites_of,
};
use huiyin_app::backend::{PatrolCase, PatrolView};
use huiyin_domain::{
    case,
    ids::{CaseId, PatrolId, PersonId},
    patrol::{Found, is_hidden, may_change, may_plan, may_see},
    sync::message::PersonName,
};
use std::collections::BTreeSet;

/// Most characters of a report's words.
const WORDS_CHARS: usize = 80;

/// The patrol, if this person may know of it.
///
/// # Errors
/// `NoSuchPatrol` otherwise: nobody learns that a secret exists.
pub(super) async fn view(core: &Core, asking: &Asking, id: PatrolId) -> Result<PatrolView, Error> {
    let patrol = storage::patrols::load(core.db.read(), &[id]).await?.remove(&id);
    let patrol = patrol.filter(|patrol| may_see(patrol, &asking.person)).ok_or_else(|| Error::new(Kind::NoSuchPatrol))?;
    let sites = sites_of(core.db.read(), &patrol).await?;
    let came_of_it: Vec<CaseId> = patrol
        .visits
        .iter()
        .filter_map(|visit| match visit.found {
            Found::Problem { case } => Some(case),
            Found::Nothing => None,
        })
        .collect();
    let mut known = storage::cases::load(core.db.read(), &came_of_it).await?;
    let cases = came_of_it.iter().filter_map(|id| known.remove(id));
    let cases = cases.filter(|one| case::may_see(one, &asking.person, &asking.county.rulebook)).map(|one| PatrolCase {
        id: one.id,
        words: one.reports.first().map(|filed| filed.report.words.chars().take(WORDS_CHARS).collect()).unwrap_or_default(),
        number: one.number.unwrap_or_else(|| one.id.to_string()),
        state: one.state,
        category: one.category,
    });
    let cases = cases.collect();
    let named: BTreeSet<PersonId> =
        patrol.plan.people.iter().copied().chain(patrol.visits.iter().map(|visit| visit.by)).chain([patrol.planned_by]).collect();
    let people = named.into_iter().filter_map(|id| Some(PersonName { id, name: asking.county.people.name(id)?.to_owned() })).collect();
    Ok(PatrolView {
        hidden: is_hidden(&patrol),
        may_change: may_change(&patrol, &asking.person) && patrol.state.is_open(),
        may_plan: may_plan(&asking.person),
        now: core.now(),
        patrol,
        sites,
        people,
        cases,
    })
}
