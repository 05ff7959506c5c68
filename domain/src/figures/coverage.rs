//! Coverage of inspected places: those seen within their interval, of those that have one. Places, never persons.

use super::Rate;
use crate::{ids::SiteId, moment::Moment, rulebook::VisitIntervals, site::SiteKind};
use std::collections::HashMap;

/// Of these places, how many are due for visits and how many of those were visited within their interval before `now`.
/// `last` knows each place's last visit. A visit still to come by a wrong clock is one.
#[must_use]
pub fn coverage<'a>(
    sites: impl IntoIterator<Item = &'a (SiteId, SiteKind)>,
    last: &HashMap<SiteId, Moment>,
    intervals: &VisitIntervals,
    now: Moment,
) -> Rate {
    sites.into_iter().fold(Rate::default(), |rate, (id, kind)| match intervals.days(*kind) {
        None => rate,
        Some(days) => {
            let since = now - time::Duration::days(i64::from(days));
            let met = last.get(id).is_some_and(|visit| *visit >= since);
            Rate { of: rate.of + 1, met: rate.met + u32::from(met) }
        }
    })
}
