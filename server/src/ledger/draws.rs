//! Draws, done again: from the entry itself and the edition of the rulebook that judged it comes the same number, and what
//! followed is what the number says.

use crate::storage::ledger::EntryRow;
use huiyin_domain::{
    case::{Draw, Event, State, draw::population},
    ids::CaseId,
    rulebook::RulebookVersion,
};
use std::collections::BTreeMap;

/// What draws are compared with.
pub(super) struct Draws {
    /// The share of every edition, percent.
    shares: BTreeMap<RulebookVersion, u8>,
    /// Whether an entry before this one kept its draw whatever came of it: since then none may lack it.
    always_kept: bool,
}

impl Draws {
    pub(super) fn of(shares: BTreeMap<RulebookVersion, u8>) -> Draws {
        Draws { shares, always_kept: false }
    }

    /// Whether the draw among these events, or that there is none, is what comes of doing it again.
    pub(super) fn fit(&mut self, entry: &EntryRow, case: CaseId, events: &[Event]) -> bool {
        let to_recheck = events.contains(&Event::Moved { from: State::AwaitingApproval, to: State::AwaitingRecheck });
        let mut draws = events.iter().filter_map(|event| match event {
            Event::RecheckDrawn { drawn, share_percent, seed, population } => Some((*drawn, *share_percent, *seed, *population)),
            _ => None,
        });
        let Some((drawn, share, seed, drawn_among)) = draws.next() else {
            let to_approval = events.iter().any(|event| matches!(event, Event::Moved { to: State::AwaitingApproval, .. }));
            let is_drawn_for = matches!(entry.kind.as_str(), "submit" | "propose_closure") && to_approval && !to_recheck;
            return !(self.always_kept && is_drawn_for);
        };
        let again = Draw::of(entry.prev_hash, entry.command_hash);
        let sources_fit = match seed {
            Some(seed) => {
                self.always_kept = true;
                Some(seed) == again.seed && drawn_among == Some(population(case))
            }
            // Written before the seed was kept.
            None => drawn_among.is_none() && !self.always_kept,
        };
        sources_fit
            && drawn == again.number
            && self.shares.get(&entry.rulebook) == Some(&share)
            && to_recheck == (drawn < share)
            && draws.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::Draws;
    use crate::storage::ledger::EntryRow;
    use huiyin_domain::{
        case::{Draw, Event, State, draw::population},
        hash::Hash,
        ids::{CaseId, CommandId, DeviceId},
        moment::Moment,
        sync::message::Verdict,
    };
    use uuid::Uuid;

    const CASE: CaseId = CaseId(Uuid::from_u128(7));
    const OTHER: CaseId = CaseId(Uuid::from_u128(8));

    fn entry(command: u8) -> EntryRow {
        let at = Moment::from_unix_ms(0).unwrap();
        EntryRow {
            seq: 9,
            epoch: 1,
            command: CommandId(Uuid::from_u128(1)),
            command_hash: Hash([command; 32]),
            device: DeviceId(Uuid::from_u128(2)),
            number: 1,
            person: None,
            kind: "propose_closure".to_owned(),
            case: Some(CASE),
            verdict: Verdict::Applied,
            verdict_text: String::new(),
            rulebook: 1,
            received_at: at,
            made_at: at,
            events_hash: Hash::ZERO,
            content_hash: Hash::ZERO,
            prev_hash: Hash([3; 32]),
            hash: Hash::ZERO,
        }
    }

    fn drawn(number: u8, share_percent: u8, seed: Hash, among: CaseId) -> Vec<Event> {
        let mut events = vec![
            Event::Moved { from: State::InProgress, to: State::AwaitingApproval },
            Event::RecheckDrawn { drawn: number, share_percent, seed: Some(seed), population: Some(population(among)) },
        ];
        if number < share_percent {
            events.push(Event::Moved { from: State::AwaitingApproval, to: State::AwaitingRecheck });
        }
        events
    }

    fn fit(entry: &EntryRow, events: &[Event]) -> bool {
        Draws::of([(1, 20), (2, 60)].into()).fit(entry, CASE, events)
    }

    #[test]
    fn every_part_of_a_draw_is_done_again() {
        for command in 100..200 {
            let entry = entry(command);
            let number = Draw::of(entry.prev_hash, entry.command_hash).number;
            let right = drawn(number, 20, entry.prev_hash, CASE);
            assert!(fit(&entry, &right));
            assert!(!fit(&entry, &drawn((number + 1) % 100, 20, entry.prev_hash, CASE)), "another number");
            assert!(!fit(&entry, &drawn(number, 60, entry.prev_hash, CASE)), "another edition's share");
            assert!(!fit(&entry, &drawn(number, 20, entry.command_hash, CASE)), "another seed");
            assert!(!fit(&entry, &drawn(number, 20, entry.prev_hash, OTHER)), "another population");
            let last = if number < 20 { &right[..2] } else { &[right.clone(), drawn(0, 20, Hash::ZERO, CASE)[2..].to_vec()].concat()[..] };
            assert!(!fit(&entry, last), "another outcome");
        }
    }

    #[test]
    fn once_draws_are_kept_none_may_lack() {
        let mut draws = Draws::of([(1, 20)].into());
        let none = [Event::Moved { from: State::InProgress, to: State::AwaitingApproval }];
        assert!(draws.fit(&entry(1), CASE, &none), "written before draws were kept");
        let number = Draw::of(Hash([3; 32]), Hash([1; 32])).number;
        assert!(draws.fit(&entry(1), CASE, &drawn(number, 20, Hash([3; 32]), CASE)));
        assert!(!draws.fit(&entry(1), CASE, &none));
        let other = EntryRow { kind: "recheck".to_owned(), ..entry(1) };
        assert!(draws.fit(&other, CASE, &none), "nothing is drawn for a recheck that passed");
    }
}
