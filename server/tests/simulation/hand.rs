//! Somebody with a phone in the hand: the phone's real queue and store, and what news it holds.

use crate::{dice::Dice, phone::Phone as Store, support::PASSWORD};
use huiyin_domain::{
    ids::{CaseId, CommandId, DeviceId, PatrolId, PersonId},
    sync::message::{CaseForPhone, PatrolForPhone, Pulled, SignedIn},
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) struct Hand {
    pub(crate) name: &'static str,
    pub(crate) person: PersonId,
    pub(crate) device: DeviceId,
    pub(crate) cookie: String,
    pub(crate) store: Store,
    pub(crate) replica: Replica,
    /// Commands that were ever written here, told or not.
    pub(crate) written: BTreeSet<CommandId>,
    /// Own cases, to say more about.
    pub(crate) cases: Vec<CaseId>,
    /// How wrong the phone's clock is.
    pub(crate) skew_ms: i64,
}

/// What came down: disposable.
#[derive(Default)]
pub(crate) struct Replica {
    pub(crate) cursor: Option<String>,
    pub(crate) cases: BTreeMap<CaseId, CaseForPhone>,
    pub(crate) patrols: BTreeMap<PatrolId, PatrolForPhone>,
}

impl Replica {
    /// Takes a page in, as the phone does.
    pub(crate) fn take_in(&mut self, page: &Pulled) {
        if self.cursor.is_none() {
            self.cases.clear();
            self.patrols.clear();
        }
        for known in &page.put {
            self.cases.insert(known.case.id, known.clone());
        }
        for known in &page.patrols {
            self.patrols.insert(known.patrol.id, known.clone());
        }
        for gone in &page.drop {
            self.cases.remove(gone);
            self.patrols.remove(&PatrolId(gone.0));
        }
        self.cursor = Some(page.cursor.clone());
    }
}

impl Hand {
    pub(crate) fn new(name: &'static str, signed_in: &SignedIn, cookie: String) -> Hand {
        Hand {
            name,
            person: signed_in.person.id,
            device: signed_in.device,
            cookie,
            store: Store::new(signed_in.device),
            replica: Replica::default(),
            written: BTreeSet::new(),
            cases: Vec::new(),
            skew_ms: 0,
        }
    }

    /// What is sent to sign in to this queue again.
    pub(crate) fn sign_in(&self) -> String {
        serde_json::json!({ "name": self.name, "password": PASSWORD, "label": "a phone", "device": self.device }).to_string()
    }

    /// The phone's clock jumps, mostly by an hour, sometimes by years.
    pub(crate) fn jump(&mut self, dice: &mut Dice) {
        let most_ms = if dice.percent(15) { 4 * 365 * 86_400_000 } else { 3_600_000 };
        self.skew_ms = i64::try_from(dice.below(2 * most_ms)).unwrap() - i64::try_from(most_ms).unwrap();
    }
}
