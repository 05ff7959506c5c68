//! What this person has looked at already: replies read, failures understood. Kept on the phone, per person; losing it
//! only shows something as new once more.

use super::phone::Phone;
use huiyin_domain::ids::PersonId;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What has been seen, by id, with the ledger entry it was seen at.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    marks: RwSignal<BTreeMap<String, u64>>,
    phone: Phone,
}

impl Seen {
    /// Follows the person who works here.
    pub(crate) fn follow(phone: Phone) -> Seen {
        let marks = RwSignal::new(BTreeMap::new());
        Effect::new(move |_| marks.set(person(phone).and_then(read).unwrap_or_default()));
        let seen = Seen { marks, phone };
        provide_context(seen);
        seen
    }

    /// Whether this was seen as it stands at `seq`.
    pub(crate) fn has(self, id: &str, seq: u64) -> bool {
        self.marks.with(|marks| marks.get(id).is_some_and(|at| *at >= seq))
    }

    /// It is seen now.
    pub(crate) fn mark(self, id: &str, seq: u64) {
        if self.marks.with_untracked(|marks| marks.get(id).is_some_and(|at| *at >= seq)) {
            return;
        }
        self.marks.update(|marks| {
            marks.insert(id.to_owned(), seq);
        });
        let json = self.marks.with_untracked(serde_json::to_string);
        if let (Some(person), Ok(json), Ok(Some(storage))) = (person(self.phone), json, window().local_storage()) {
            let _ = storage.set_item(&key(person), &json);
        }
    }
}

fn person(phone: Phone) -> Option<PersonId> {
    phone.person().with(|person| person.as_ref().map(|signed_in| signed_in.person.id))
}

fn read(person: PersonId) -> Option<BTreeMap<String, u64>> {
    let json = window().local_storage().ok()??.get_item(&key(person)).ok()??;
    serde_json::from_str(&json).ok()
}

fn key(person: PersonId) -> String {
    format!("huiyin.seen.{person}")
}
