//! When to try again: full jitter, so that a county's phones do not come back all at once.

/// The longest wait after a failure.
pub const LONGEST_WAIT_MS: u64 = 5 * 60 * 1000;
const FIRST_WAIT_MS: u64 = 1000;
/// The longest wait that an answer can ask for. A network's own sign-in page may say anything; our server never asks for more.
pub const LONGEST_ASKED_S: u32 = 60 * 60;

/// The wait after so many failures in a row, drawn evenly between nothing and an exponentially growing limit.
#[must_use]
pub fn delay_ms(failures: u32, dice: u64) -> u64 {
    let limit = FIRST_WAIT_MS.saturating_mul(1 << failures.saturating_sub(1).min(20)).min(LONGEST_WAIT_MS);
    dice % (limit + 1)
}

/// The wait that an answer asked for, within reason.
#[must_use]
pub(super) fn asked_ms(retry_after_s: u32) -> u64 {
    u64::from(retry_after_s.min(LONGEST_ASKED_S)) * 1000
}

/// The time between looking for news when nothing happens: five minutes, give or take a minute.
#[must_use]
pub(super) fn pull_interval_ms(dice: u64) -> u64 {
    4 * 60 * 1000 + dice % (2 * 60 * 1000)
}
