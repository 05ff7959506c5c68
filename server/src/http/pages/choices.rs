//! What a reader chose for this device: language and look, kept in cookies that say nothing about anybody.

use axum::http::{HeaderMap, header};
use huiyin_app::{locales::Language, shell::Look};

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The language that was chosen, else the one the browser asks for.
pub(super) fn language(headers: &HeaderMap, asked: Language) -> Language {
    cookie(headers, "huiyin-lang").and_then(Language::from_tag).unwrap_or(asked)
}

/// The look that was chosen.
pub(super) fn look(headers: &HeaderMap) -> Look {
    Look::read(cookie(headers, "huiyin-theme").unwrap_or_default(), cookie(headers, "huiyin-text").unwrap_or_default())
}
