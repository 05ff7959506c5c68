//! Who could handle or recheck a case.

use super::{Asking, open::opened};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage,
};
use huiyin_app::backend::Candidate;
use huiyin_domain::{
    case::{Case, VerbName, is_kept_from, permission::Sight},
    ids::CaseId,
    people::{PersonCard, Role},
};

/// People for this verb, the least burdened of each unit first.
pub(super) async fn candidates(core: &Core, asking: &Asking, id: CaseId, verb: VerbName) -> Result<Vec<Candidate>, Error> {
    let case = storage::cases::load(core.db.read(), &[id]).await?.remove(&id);
    let (case, sight) = opened(asking, case)?;
    if sight != Sight::Whole {
        return Err(Error::new(Kind::NotAllowed));
    }
    let fits = |person: &&PersonCard| match verb {
        VerbName::Dispatch | VerbName::Reopen => handles(person),
        VerbName::Reassign | VerbName::SignFor => handles(person) && case.lead_unit.as_ref() == Some(&person.unit),
        VerbName::AssignRecheck => may_recheck(&case, person),
        _ => false,
    };
    let free = |person: &&PersonCard| !is_kept_from(&case, person, &asking.county.rulebook);
    let people: Vec<&PersonCard> = asking.county.people.iter().filter(fits).filter(free).collect();
    let open = storage::cases::open_by_person(core.db.read(), verb == VerbName::AssignRecheck).await?;
    let mut candidates: Vec<Candidate> = people
        .into_iter()
        .map(|person| Candidate {
            id: person.id,
            name: person.name.clone(),
            unit: person.unit.clone(),
            open: open.get(&person.id).copied().unwrap_or(0),
        })
        .collect();
    candidates.sort_by(|one, other| (&one.unit, one.open, &one.name).cmp(&(&other.unit, other.open, &other.name)));
    Ok(candidates)
}

/// Who does the work: officers, and contractors within their facilities.
fn handles(person: &PersonCard) -> bool {
    person.has(Role::Handler) || person.has(Role::Contractor)
}

/// Who walks there, and did none of the work.
fn may_recheck(case: &Case, person: &PersonCard) -> bool {
    let there = case.division.as_ref().is_some_and(|division| person.has_in_division(Role::Patroller, division));
    there && case.handler != Some(person.id) && !case.handlers.contains(&person.id) && case.verified_by != Some(person.id)
}
