//! The session's cookie: `__Host-huiyin` on https, `huiyin` on loopback http.

use crate::config::Settings;
use axum::http::{HeaderMap, HeaderValue, header};

fn name(settings: &Settings) -> &'static str {
    if settings.is_https() { "__Host-huiyin" } else { "huiyin" }
}

/// The session's token, if the request carries one.
#[must_use]
pub fn token(headers: &HeaderMap, settings: &Settings) -> Option<String> {
    let name = name(settings);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name && !value.is_empty()).then(|| value.to_owned()))
}

/// Sets the session's token, for so many seconds.
#[must_use]
pub fn set(settings: &Settings, token: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", name(settings))).ok()
}

/// Takes it away.
#[must_use]
pub fn clear(settings: &Settings) -> Option<HeaderValue> {
    set(settings, "", 0)
}
