//! Putting short lists in order. The sorting itself is compiled once, for places and their keys, whatever the list holds.

use huiyin_domain::moment::Moment;
use std::cmp::Ordering;

/// The items, smallest key first; equal keys keep their order.
pub(crate) fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let keys: Vec<f64> = items.iter().map(key).collect();
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places(&keys).into_iter().filter_map(|place| slots.get_mut(place).and_then(Option::take)).collect()
}

/// Places in the order of their keys.
fn places(keys: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    let key = |place: &usize| keys.get(*place).copied().unwrap_or(f64::INFINITY);
    places.sort_by(|a, b| key(a).partial_cmp(&key(b)).unwrap_or(Ordering::Equal));
    places
}

/// A moment as a key.
pub(crate) fn moment(at: Moment) -> f64 {
    at.unix_ms() as f64
}
