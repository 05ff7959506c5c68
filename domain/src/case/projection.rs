//! What of a case leaves the server: for a phone, for a reviewer.

use super::{Case, Publication, Reporter, State, about::is_kept_from, permission};
use crate::{ids::PersonId, people::PersonCard, photo::Photo, rulebook::Rulebook, sync::message::Why};

impl Case {
    /// Every photo that its reports, its work and its rechecks speak of, in order.
    pub fn photos(&self) -> impl Iterator<Item = &Photo> {
        let told = self.reports.iter().flat_map(|filed| &filed.photos);
        told.chain(&self.evidence).chain(self.rechecks.iter().flat_map(|done| &done.photos))
    }

    /// Why this person's phone holds it; empty: it does not.
    #[must_use]
    pub fn why(&self, person: PersonId) -> Vec<Why> {
        let mut why = Vec::new();
        if permission::is_reporter(self, person) {
            why.push(Why::Reported);
        }
        if self.handler == Some(person) && permission::is_handlers_work(self.state) {
            why.push(Why::Handling);
        }
        if self.rechecker == Some(person) && self.state == State::AwaitingRecheck {
            why.push(Why::Rechecking);
        }
        why
    }

    /// What of it may go to this person's phone at all: of a matter about their own unit only what they told themselves.
    #[must_use]
    pub fn reaching(mut self, person: &PersonCard, book: &Rulebook) -> Option<Case> {
        if !is_kept_from(&self, person, book) {
            return Some(self);
        }
        if !permission::is_reporter(&self, person.id) {
            return None;
        }
        self.handler = None;
        self.rechecker = None;
        self.co_units.clear();
        self.evidence.clear();
        self.rechecks.clear();
        self.order = None;
        self.milestones.clear();
        Some(self)
    }

    /// As this person's phone may hold it: other reporters hidden, nothing of the desk's own dealings.
    #[must_use]
    pub fn for_phone(&self, person: PersonId) -> Case {
        let mut case = self.clone();
        for filed in &mut case.reports {
            if filed.reporter != (Reporter::Staff { person }) {
                filed.reporter = Reporter::Hidden;
            }
        }
        // Somebody who only reported it learns how it stands, not what others told or found.
        if case.why(person) == [Why::Reported] {
            case.reports.retain(|filed| filed.reporter != Reporter::Hidden);
        }
        case.awaits = None;
        case.told.clear();
        if let Publication::AwaitingReview { redactor, .. } = case.publication {
            case.publication = Publication::Redacting { by: redactor };
        }
        case
    }

    /// As a reviewer of publications sees it: no reporter and none of their words.
    #[must_use]
    pub fn for_reviewer(&self) -> Case {
        let mut case = self.clone();
        for filed in &mut case.reports {
            filed.reporter = Reporter::Hidden;
            filed.report.words.clear();
            filed.origin = None;
        }
        case.awaits = None;
        case
    }
}
