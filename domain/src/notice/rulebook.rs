//! The rule for a draft of the rulebook: whoever could be its second person is told that it waits.

use super::{About, Kind, Notice};
use crate::{
    ids::PersonId,
    people::{PersonCard, edits_rulebook},
};
use std::collections::BTreeSet;

/// Who is asked to read a draft that could be put in force: everybody who may change the rulebook and wrote nothing in it.
#[must_use]
pub fn rulebook_awaits<'p>(authors: &BTreeSet<PersonId>, people: impl Iterator<Item = &'p PersonCard>) -> Vec<Notice> {
    let about = About { kind: Kind::RulebookAwaits, number: None, clock: None, due_at: None, level: None };
    let asked: BTreeSet<PersonId> = people.filter(|card| edits_rulebook(card) && !authors.contains(&card.id)).map(|card| card.id).collect();
    asked.into_iter().map(|person| Notice { person, about: about.clone() }).collect()
}
