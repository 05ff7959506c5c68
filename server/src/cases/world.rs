//! What the rules may know when they are asked which buttons a person gets.

use super::Asking;
use crate::{core::County, error::Error, storage};
use huiyin_domain::{
    case::{Case, Draw, World},
    hash::Hash,
    ids::{CaseId, PersonId},
    moment::Moment,
    people::PersonCard,
    place::Point,
};
use std::{collections::HashSet, sync::Arc};

/// Facts fetched once, so that the rules can look at them.
pub(super) struct Facts {
    pub(super) county: Arc<County>,
    pub(super) now: Moment,
    pub(super) photos_here: HashSet<Hash>,
    pub(super) similar: Vec<Case>,
    /// Where the case is, and when it came in.
    pub(super) case_at: (Option<Point>, Moment),
    similar_ids: Vec<CaseId>,
}

impl Facts {
    /// Fetches what concerns this case.
    pub(super) async fn fetch(db: &impl storage::Connection, asking: &Asking, case: &Case, now: Moment) -> Result<Facts, Error> {
        let county = &asking.county;
        let photos_here = storage::photos::complete(db, &[case.id], &[]).await?;
        let similar = crate::ledger::similar(db, case, Some(&asking.person), &county.rulebook, now).await?;
        let similar_ids = similar.iter().map(|case| case.id).collect();
        Ok(Facts { county: Arc::clone(county), now, photos_here, similar, case_at: (case.place, case.opened_at), similar_ids })
    }

    /// Asks something of the rules with these facts.
    pub(super) fn with_world<T>(&self, ask: impl FnOnce(&World<'_>) -> T) -> T {
        let person = |id: PersonId| -> Option<PersonCard> { self.county.people.get(id).cloned() };
        let other = |id: CaseId| self.similar.iter().find(|case| case.id == id).cloned();
        let photo_here = |hash: &Hash| self.photos_here.contains(hash);
        ask(&World {
            rulebook: &self.county.rulebook,
            now: self.now,
            number: None,
            person: &person,
            other: &other,
            photo_here: &photo_here,
            similar: &self.similar_ids,
            draw: Draw::NONE,
        })
    }
}
