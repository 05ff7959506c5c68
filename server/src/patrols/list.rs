//! Patrols of a period as a person may see them, and how well the places in their areas are covered.

use crate::{
    cases::{Asking, inbox},
    core::Core,
    error::{Error, Kind},
    storage,
};
use huiyin_app::backend::{AwaitedRecheck, InboxQuery, PatrolRow, PatrolsPage, PatrolsQuery};
use huiyin_domain::{
    case::State,
    figures::coverage,
    ids::{CaseId, SiteId},
    moment::Moment,
    patrol::{Found, Patrol, is_hidden, may_plan, may_see},
    people::{PersonCard, Role, Scope},
    site::{Site, SiteKind},
};
use time::{Date, Duration};

/// Days before and after today that are listed unless others are asked for.
const DAYS_AROUND: i64 = 31;
/// The longest period, days.
const DAYS_AT_MOST: i64 = 400;
/// Most patrols that are looked at for one list.
const LOOKED_AT: u64 = 500;

/// The list.
///
/// # Errors
/// `BadAddress` if the days are no period.
pub(super) async fn list(core: &Core, asking: &Asking, query: &PatrolsQuery) -> Result<PatrolsPage, Error> {
    let now = core.now();
    let (from, to) = days(query, now)?;
    let person = &asking.person;
    let db = core.db.snapshot().await?;
    let found = storage::patrols::between(&db, from, to, LOOKED_AT).await?;
    let sites = storage::county::sites_in(&db, std::slice::from_ref(&asking.county.rulebook.county.code)).await?;
    let last = storage::patrols::last_visits(&db).await?;
    db.commit().await?;
    let more = found.len() as u64 == LOOKED_AT;
    let wanted = |patrol: &Patrol| query.state.is_none_or(|state| patrol.state == state);
    let rows = found.iter().filter(|patrol| may_see(patrol, person) && wanted(patrol)).map(|patrol| row(patrol, &sites)).collect();
    let mine: Vec<(SiteId, SiteKind)> = sites.iter().filter(|site| looks_after(person, site)).map(|site| (site.id, site.kind)).collect();
    Ok(PatrolsPage {
        from,
        to,
        rows,
        more,
        coverage: coverage(&mine, &last, &asking.county.rulebook.visit_intervals, now),
        rechecks: rechecks(core, asking).await?,
        may_plan: may_plan(person),
        now,
    })
}

/// The most urgent cases that wait for re-inspection, in the person's own list.
async fn rechecks(core: &Core, asking: &Asking) -> Result<Vec<AwaitedRecheck>, Error> {
    let query = InboxQuery { state: Some(State::AwaitingRecheck), ..InboxQuery::default() };
    let rows = inbox(core, &asking.county, &asking.person, query).await?.rows;
    let ids: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
    let cases = storage::cases::load(core.db.read(), &ids).await?;
    let name = |id: &CaseId| asking.county.people.name(cases.get(id)?.rechecker?).map(str::to_owned);
    Ok(rows.into_iter().map(|row| AwaitedRecheck { rechecker: name(&row.id), case: row }).collect())
}

fn row(patrol: &Patrol, sites: &[Site]) -> PatrolRow {
    let sites: Vec<Site> = sites.iter().filter(|site| patrol.holds(site)).cloned().collect();
    let problems = patrol.visits.iter().filter(|visit| visit.found != Found::Nothing).count();
    PatrolRow {
        id: patrol.id,
        kind: patrol.plan.kind,
        title: patrol.plan.title.clone(),
        state: patrol.state,
        from: patrol.plan.from,
        to: patrol.plan.to,
        hidden: is_hidden(patrol),
        sites: count(sites.len()),
        visited: count(patrol.visited_of(&sites)),
        problems: count(problems),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Whether a place lies where this person works: by area, or anywhere for people of a unit.
pub(super) fn looks_after(person: &PersonCard, site: &Site) -> bool {
    let works = |role: Role| !matches!(role, Role::Admin | Role::Auditor | Role::Reviewer);
    person.grants.iter().filter(|grant| works(grant.role)).any(|grant| match &grant.scope {
        Scope::Division(code) => code.contains(&site.division),
        Scope::Grid(codes) => codes.iter().any(|code| code.contains(&site.division)),
        Scope::Unit(_) => true,
    })
}

/// First and last day.
fn days(query: &PatrolsQuery, now: Moment) -> Result<(Date, Date), Error> {
    let today = now.day();
    let from = query.from.unwrap_or_else(|| query.to.unwrap_or(today).min(today).saturating_sub(Duration::days(DAYS_AROUND)));
    let to = query.to.unwrap_or_else(|| from.max(today).saturating_add(Duration::days(DAYS_AROUND)));
    if from > to || (to - from).whole_days() > DAYS_AT_MOST {
        return Err(Error::new(Kind::BadAddress).field("from"));
    }
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::days;
    use huiyin_app::backend::PatrolsQuery;
    use huiyin_domain::moment::Moment;
    use time::macros::{date, datetime};

    #[test]
    fn a_period_lies_around_today() {
        let now = Moment::new(datetime!(2026-11-23 10:00 +8));
        let asked = |from, to| days(&PatrolsQuery { from, to, state: None }, now).ok();
        assert_eq!(asked(None, None), Some((date!(2026 - 10 - 23), date!(2026 - 12 - 24))));
        assert_eq!(asked(Some(date!(2026 - 11 - 01)), None), Some((date!(2026 - 11 - 01), date!(2026 - 12 - 24))));
        assert_eq!(asked(Some(date!(2027 - 02 - 01)), None), Some((date!(2027 - 02 - 01), date!(2027 - 03 - 04))));
        assert_eq!(asked(None, Some(date!(2026 - 02 - 01))), Some((date!(2026 - 01 - 01), date!(2026 - 02 - 01))));
        assert_eq!(asked(Some(date!(2026 - 12 - 01)), Some(date!(2026 - 11 - 01))), None);
        assert_eq!(asked(Some(date!(2025 - 01 - 01)), Some(date!(2026 - 11 - 01))), None);
    }
}
