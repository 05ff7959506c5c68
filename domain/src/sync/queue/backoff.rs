//! When to try again: full jitter, so that a county's phones do not come back all at once.

/// The longest wait after a failure.
pub const LONGEST_WAIT_MS: u64 = 5 * 60 * 1000;
const FIRST_WAIT_MS: u64 = 1000;

/// The wait after so many failures in a row, drawn evenly between nothing and an exponentially growing limit.
#[must_use]
pub fn delay_ms(failures: u32, dice: u64) -> u64 {
    let limit = FIRST_WAIT_MS.saturating_mul(1 << failures.saturating_sub(1).min(20)).min(LONGEST_WAIT_MS);
    dice % (limit + 1)
}

/// The time between looking for news when nothing happens: five minutes, give or take a minute.
#[must_use]
pub(super) fn pull_interval_ms(dice: u64) -> u64 {
    4 * 60 * 1000 + dice % (2 * 60 * 1000)
}
