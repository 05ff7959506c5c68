//! What is known of every request before it is looked at: its id for the support line, and the reader's language.

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use huiyin_app::locales::Language;
use std::convert::Infallible;

/// Id and language of a request.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// For the support line and the log.
    pub request_id: String,
    /// The language the reader wants.
    pub language: Language,
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Asked>().cloned().unwrap_or_default())
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Asked>().cloned())
    }
}

/// The first language of `Accept-Language` that we speak, by weight; Chinese if there is none.
#[must_use]
pub fn language(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = (0.0, Language::default());
    for part in wanted.split(',') {
        let mut pieces = part.trim().split(';');
        let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok()).unwrap_or(1.0);
        let language = match tag.split('-').next() {
            Some("zh") => Language::Zh,
            Some("en") => Language::En,
            _ => continue,
        };
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::language;
    use axum::http::{HeaderMap, HeaderValue, header};
    use huiyin_app::locales::Language;

    #[test]
    fn the_heaviest_known_language_wins() {
        let of = |text: &'static str| language(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(text))]));
        assert_eq!(of("en-GB,en;q=0.9,zh;q=0.8"), Language::En);
        assert_eq!(of("fr, zh-CN;q=0.5, en;q=0.4"), Language::Zh);
        assert_eq!(of("fr"), Language::Zh);
    }
}
