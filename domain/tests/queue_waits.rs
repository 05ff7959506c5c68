//! How long the queue waits after a failure: spread evenly up to a growing limit, never shorter than the server asks, and
//! never for longer than is sane, whoever answered.

#![expect(clippy::unwrap_used, reason = "samples are right or the test is wrong")]

use huiyin_domain::{
    ids::DeviceId,
    moment::Moment,
    sync::queue::{DeviceRecord, Input, LONGEST_ASKED_S, LONGEST_WAIT_MS, Now, Queue, Reply, Request, delay_ms},
};

fn at(steady_ms: u64, dice: u64) -> Now {
    Now { steady_ms, wall: Moment::from_unix_ms(1_790_000_000_000 + i64::try_from(steady_ms).unwrap()).unwrap(), dice }
}

/// A queue that has asked for news and is waiting for the answer.
fn asking() -> Queue {
    let device: DeviceId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let mut queue = Queue::restore(DeviceRecord::new(device, 0), Vec::new(), Vec::new());
    assert_eq!(queue.step(at(0, 0), Input::Nudge).request, Some(Request::Pull));
    queue
}

fn failed(retry_after_s: Option<u32>) -> Input {
    Input::Reply(Reply::Failed { retry_after_s })
}

#[test]
fn a_wait_is_anything_from_nothing_to_a_limit_that_doubles_up_to_five_minutes() {
    for failures in 1..40_u32 {
        let limit = (1000_u64 << (failures - 1).min(20)).min(LONGEST_WAIT_MS);
        assert_eq!(delay_ms(failures, 0), 0);
        assert_eq!(delay_ms(failures, limit), limit);
        assert_eq!(delay_ms(failures, limit + 1), 0, "{failures}");
        assert!((0..5000).map(|n| delay_ms(failures, n * 7919)).all(|wait| wait <= limit));
    }
    assert_eq!(LONGEST_WAIT_MS, 300_000);
}

#[test]
fn the_servers_wish_is_honoured_by_every_reason_to_try_sooner() {
    let mut queue = asking();
    let turn = queue.step(at(1_000, 0), failed(Some(30)));
    assert_eq!((turn.request, turn.wake_at_ms), (None, Some(31_000)));
    assert_eq!(queue.step(at(2_000, 0), Input::Nudge).request, None);
    assert_eq!(queue.step(at(30_999, 0), Input::Tick).request, None);
    assert_eq!(queue.step(at(31_000, 0), Input::Tick).request, Some(Request::Pull));
}

#[test]
fn nobody_can_send_a_phone_away_for_longer_than_an_hour() {
    let mut queue = asking();
    let longest_ms = u64::from(LONGEST_ASKED_S) * 1000;
    let turn = queue.step(at(1_000, 0), failed(Some(u32::MAX)));
    assert_eq!((turn.request, turn.wake_at_ms), (None, Some(1_000 + longest_ms)));
    assert_eq!(queue.step(at(1_000 + longest_ms, 0), Input::Tick).request, Some(Request::Pull));
}

#[test]
fn without_a_wish_of_the_server_a_nudge_ends_the_wait() {
    let mut queue = asking();
    let turn = queue.step(at(1_000, 1_000), failed(None));
    assert_eq!((turn.request, turn.wake_at_ms), (None, Some(2_000)));
    assert_eq!(queue.step(at(1_001, 0), Input::Nudge).request, Some(Request::Pull));
}
