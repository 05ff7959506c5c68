//! Draws: which closings are looked at again. Nobody knows the number before the entry before it is written, and anybody
//! who has the ledger can draw it again.

use super::{Event, State};
use crate::{hash::Hash, ids::CaseId};

/// What was drawn for one command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Draw {
    /// The number, 0–99.
    pub number: u8,
    /// What it was made from: the hash of the ledger's entry before. A phone has none and draws nothing.
    pub seed: Option<Hash>,
}

impl Draw {
    /// Where nothing is drawn: on a phone, and where buttons are only looked at.
    pub const NONE: Draw = Draw { number: 99, seed: None };

    /// The draw for a command: `sha256(seed + "\n" + command + "\ndraw\n")`, both in hexadecimal, its first eight bytes as
    /// one number, the remainder by a hundred.
    #[must_use]
    pub fn of(seed: Hash, command: Hash) -> Draw {
        let drawn = Hash::of(format!("{seed}\n{command}\ndraw\n").as_bytes());
        let head = drawn.0.first_chunk::<8>().copied().unwrap_or_default();
        Draw { number: u8::try_from(u64::from_be_bytes(head) % 100).unwrap_or(0), seed: Some(seed) }
    }

    /// What follows for a case that waits for approval: the draw as a fact, and the way to a recheck if it was drawn.
    pub(super) fn events(self, case: CaseId, share_percent: u8) -> Vec<Event> {
        let Some(seed) = self.seed else { return Vec::new() };
        let population = Some(population(case));
        let mut events = vec![Event::RecheckDrawn { drawn: self.number, share_percent, seed: Some(seed), population }];
        if self.number < share_percent {
            events.push(Event::Moved { from: State::AwaitingApproval, to: State::AwaitingRecheck });
        }
        events
    }
}

/// The hash of what is in a draw: ids of cases, one a line. Each closing is drawn by itself, so that none can be chosen
/// together with others: its population is the one case.
#[must_use]
pub fn population(case: CaseId) -> Hash {
    Hash::of(format!("{case}\n").as_bytes())
}
