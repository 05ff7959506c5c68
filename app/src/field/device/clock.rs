//! Clock and dice of the browser: the one place on the phone where time and chance come from.

use huiyin_domain::{moment::Moment, sync::queue::Now};
use js_sys::Date;
use uuid::{Builder, Uuid};

use crate::field::phone::Trouble;

/// Random bytes fit for secrets.
fn random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok())
        .map(|_| bytes)
        .ok_or_else(|| Trouble::Storage("this browser has no random numbers".to_owned()))
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds of a browser's clock fit")]
fn wall_ms() -> i64 {
    Date::now() as i64
}

/// The device's own clock.
fn wall() -> Moment {
    Moment::from_unix_ms(wall_ms()).unwrap_or_else(|| Moment::start_of(time::macros::date!(1970 - 01 - 01)))
}

/// Time and a fresh random number, for the queue.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since the page opened are small and positive")]
pub(in crate::field) fn now() -> Now {
    let steady = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    // Spreading retries is no secret: without random numbers all waits are merely the same.
    let dice = random::<8>().map_or(0, u64::from_le_bytes);
    Now { steady_ms: steady as u64, wall: wall(), dice }
}

/// A fresh id, version 7: ids sort by the time they were minted.
pub(in crate::field) fn mint_id() -> Result<Uuid, Trouble> {
    let chance = random::<10>()?;
    Ok(Builder::from_unix_timestamp_millis(u64::try_from(wall_ms()).unwrap_or(0), &chance).into_uuid())
}

/// Salt of a command: 16 random bytes in hexadecimal.
pub(in crate::field) fn salt() -> Result<String, Trouble> {
    Ok(random::<16>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Minutes east of UTC.
#[expect(clippy::cast_possible_truncation, reason = "a day has 1440 minutes")]
pub(in crate::field) fn zone_min() -> i16 {
    -(Date::new_0().get_timezone_offset() as i16)
}
