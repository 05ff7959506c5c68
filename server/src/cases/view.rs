//! One case with all that its page shows.

use super::{Asking, inbox, nearby::nearby, open::opened, timeline::timeline, world::Facts};
use crate::{core::Core, error::Error, papers, storage, vault};
use huiyin_app::backend::{CaseView, InZone, InboxRow};
use huiyin_domain::{
    case::{
        Ask, Case, Clock, Due, Event, Offer, Publication, Reporter, State, VerbName, closing_unmet,
        deadline::due_by_rule,
        may_see, offers,
        permission::{Sight, may_take_file, may_take_originals},
        public_draft,
    },
    hash::Hash,
    ids::PersonId,
    people::Actor,
    publication::PublicRecord,
    sync::message::PersonName,
};
use std::collections::BTreeSet;

/// The case with this number as this person may see it.
pub(crate) async fn view(core: &Core, asking: &Asking, number: &str) -> Result<CaseView, Error> {
    let db = core.db.snapshot().await?;
    let whole = storage::cases::by_number(&db, number).await?;
    let (case, sight) = opened(asking, whole.clone())?;
    let whole = whole.unwrap_or_else(|| case.clone());
    let facts = Facts::fetch(&db, asking, &whole, core.now()).await?;
    let actor = Actor::Person(asking.person.clone());
    let offers = facts.with_world(|world| offers(&whole, &actor, world));
    let closing = if sight == Sight::Whole { facts.with_world(|world| closing_unmet(&whole, world)) } else { Vec::new() };
    let timeline = timeline(&db, asking, &case, sight).await?;
    let similar = if sight == Sight::Whole { similar(core, &db, asking, &facts).await? } else { Vec::new() };
    let nearby = if sight == Sight::Whole { nearby(core, &db, asking, &case).await? } else { Vec::new() };
    let site = match case.site {
        Some(id) if sight == Sight::Whole => storage::county::site(&db, id).await?,
        _ => None,
    };
    let papers = if sight == Sight::Whole { papers::states(asking, &case, &timeline, site.as_ref()) } else { Vec::new() };
    let looks = if sight == Sight::Whole { vault::looks(&db, &asking.county.people, &case).await? } else { Vec::new() };
    let book = &asking.county.rulebook;
    // A reviewer's case has no place.
    let zones =
        case.place.into_iter().flat_map(|at| book.zones_at(at)).map(|zone| InZone { kind: zone.kind, name: zone.name.clone() }).collect();
    let (may_take_file, may_take_originals) = match sight {
        Sight::Whole => (may_take_file(&case, &asking.person, book), may_take_originals(&case, &asking.person, book)),
        _ => (false, false),
    };
    let may_unmask = vault::is_masked_for(&case, sight, &asking.person, book);
    let unit_by_rule = case
        .division
        .as_ref()
        .and_then(|division| book.lead_unit_at(book.category(&case.category)?, division, case.severity))
        .map(|unit| unit.code.clone())
        .filter(|unit| case.about_unit.as_ref() != Some(unit));
    let summary_draft = summary(&db, asking, &whole, &offers).await?;
    let photos = shown(&case);
    let view = CaseView {
        people: names(asking, &case, &timeline),
        due_if_dispatched: due_if_dispatched(&facts, &case),
        photos_here: facts.photos_here.into_iter().filter(|hash| photos.contains(hash)).collect(),
        now: facts.now,
        offers,
        closing,
        timeline,
        similar,
        nearby,
        zones,
        papers,
        looks,
        may_unmask,
        may_take_file,
        may_take_originals,
        unit_by_rule,
        summary_draft,
        case,
    };
    db.commit().await?;
    Ok(view)
}

/// Photos that this view speaks of.
fn shown(case: &Case) -> BTreeSet<Hash> {
    case.photos().map(|photo| photo.hash).collect()
}

/// Cases like it that must be judged. One that lies beyond this person's scope is there without its words.
async fn similar(core: &Core, db: &impl storage::Connection, asking: &Asking, facts: &Facts) -> Result<Vec<InboxRow>, Error> {
    let ids: Vec<_> = facts.similar.iter().map(|case| case.id).collect();
    let mut rows = inbox::rows_of(db, &asking.county, &asking.person, core.now(), &ids).await?;
    for row in &mut rows {
        let mine = facts.similar.iter().any(|case| case.id == row.id && may_see(case, &asking.person, &asking.county.rulebook));
        if !mine {
            row.words.clear();
            row.handler = None;
            row.place = None;
        }
    }
    // The nearest first, then the one that came at nearly the same time.
    let (here, came) = facts.case_at;
    let away = |row: &InboxRow| row.place.zip(here).map_or(f64::INFINITY, |(there, here)| there.distance_m(here));
    let apart = |row: &InboxRow| (row.opened_at - came).abs();
    rows.sort_by(|one, other| away(one).total_cmp(&away(other)).then_with(|| (apart(one), one.id).cmp(&(apart(other), other.id))));
    Ok(rows)
}

/// The promise that assigning it would carry: the clock that runs, else the one the rulebook starts.
fn due_if_dispatched(facts: &Facts, case: &Case) -> Option<Due> {
    if !matches!(case.state, State::PendingAcceptance | State::Accepted | State::InProgress | State::ReopenRequested) {
        return None;
    }
    let running = case.dues.iter().find(|due| due.clock == Clock::Handling).cloned();
    running.or_else(|| due_by_rule(&facts.county.rulebook, Clock::Handling, facts.now, case.clock))
}

/// What would be published, for whoever is about to write it.
async fn summary(db: &impl storage::Connection, asking: &Asking, case: &Case, offers: &[Offer]) -> Result<Option<PublicRecord>, Error> {
    let writes = offers.iter().any(|offer| offer.verb == VerbName::Redact);
    let waits =
        matches!(case.publication, Publication::Redacting { .. } | Publication::Withdrawn { .. } | Publication::AwaitingReview { .. });
    if !writes || !waits {
        return Ok(None);
    }
    let site = match case.site {
        Some(id) => storage::county::site(db, id).await?,
        None => None,
    };
    Ok(public_draft(case, &asking.county.rulebook, site.map(|site| site.kind)))
}

/// Colleagues named in the case.
fn names(asking: &Asking, case: &Case, timeline: &[huiyin_app::backend::TimelineEntry]) -> Vec<PersonName> {
    let mut ids: BTreeSet<PersonId> = BTreeSet::new();
    ids.extend(case.handler);
    ids.extend(&case.handlers);
    ids.extend(case.rechecker);
    ids.extend(case.verified_by);
    ids.extend(case.closed_by);
    ids.extend(case.rechecks.iter().map(|recheck| recheck.by));
    ids.extend(case.extension_asked.as_ref().map(|asked| asked.by));
    ids.extend(case.awaits.as_ref().map(|awaited| awaited.by));
    ids.extend(case.reports.iter().filter_map(|filed| match filed.reporter {
        Reporter::Staff { person } => Some(person),
        _ => None,
    }));
    match &case.publication {
        Publication::Redacting { by } => ids.extend([*by]),
        Publication::AwaitingReview { redactor, .. } => ids.extend([*redactor]),
        Publication::Published { redactor, reviewer, .. } => ids.extend([*redactor, *reviewer]),
        _ => {}
    }
    for event in timeline.iter().flat_map(|entry| &entry.events) {
        if let Event::Did { ask } = event {
            ids.extend(named_in(ask));
        }
    }
    let name = |id| asking.county.people.name(id).map(|name| PersonName { id, name: name.to_owned() });
    ids.into_iter().filter_map(name).collect()
}

/// Colleagues that an ask names.
fn named_in(ask: &Ask) -> Option<PersonId> {
    match ask {
        Ask::Dispatch(dispatch) | Ask::Reopen(dispatch) => Some(dispatch.handler),
        Ask::SignFor(sign) => Some(sign.handler),
        Ask::Reassign(reassign) => Some(reassign.handler),
        Ask::AssignRecheck(assign) => Some(assign.rechecker),
        Ask::Recheck(recheck) => recheck.second_officer,
        _ => None,
    }
}
