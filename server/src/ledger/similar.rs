//! Cases that look like another one: the coordinator sees and judges them before accepting it.

use crate::{error::Error, storage};
use huiyin_domain::{
    case::{Case, State, is_kept_from},
    moment::Moment,
    people::PersonCard,
    rulebook::Rulebook,
};

/// Cases of the same category near it and around its time, oldest first. What is about a unit of whoever judges them is
/// not theirs to know, so not theirs to judge.
///
/// # Errors
/// If the database fails.
pub async fn similar(
    db: &impl storage::Connection,
    case: &Case,
    judge: Option<&PersonCard>,
    rulebook: &Rulebook,
    now: Moment,
) -> Result<Vec<Case>, Error> {
    let Some(point) = case.place else { return Ok(Vec::new()) };
    let radius_m = f64::from(rulebook.numbers.similar_radius_m);
    let since = case.opened_at - time::Duration::days(i64::from(rulebook.numbers.similar_days));
    let near = storage::cases::near(db, &case.category, point, radius_m, (since, now)).await?;
    Ok(near
        .into_iter()
        .filter(|other| other.id != case.id && !matches!(other.state, State::Merged | State::Void | State::Declined))
        .filter(|other| !judge.is_some_and(|person| is_kept_from(other, person, rulebook)))
        .filter(|other| other.place.is_some_and(|place| place.distance_m(point) <= radius_m))
        .collect())
}
