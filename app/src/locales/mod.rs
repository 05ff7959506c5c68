//! Words. Each language fills the same structs, so a missing message does not compile.

pub mod common;
pub mod dates;
pub mod desk;
pub mod field;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod rules;

use serde::{Deserialize, Serialize};

/// The languages people may read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    /// 简体中文, the default.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// British English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Both, the default first.
    pub const ALL: [Language; 2] = [Language::Zh, Language::En];

    /// The tag of BCP 47, as `<html lang>` has it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// What stands before a path of the public door.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        self.pick("", "/en")
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        self.pick(Language::En, Language::Zh)
    }

    /// The language of a tag (`en-GB`, `zh-Hans-CN`), if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") {
            Some(Language::En)
        } else if primary.eq_ignore_ascii_case("zh") {
            Some(Language::Zh)
        } else {
            None
        }
    }

    /// The best of ours for an `Accept-Language` header; 中文 if it names none of them.
    #[must_use]
    pub fn from_accept(header: &str) -> Self {
        let wanted = header.split(',').filter_map(|part| {
            let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
            let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse::<f32>().ok())?;
            Some((Language::from_tag(tag)?, weight))
        });
        wanted
            .fold(None, |best: Option<(Language, f32)>, next| match best {
                Some(best) if best.1 >= next.1 => Some(best),
                _ if next.1 > 0.0 => Some(next),
                best => best,
            })
            .map_or(Language::Zh, |(language, _)| language)
    }

    /// One of two things, by language: whoever says it in one must say it in the other.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

/// The language of the page, from its context; 中文 if nobody has said.
#[must_use]
pub fn use_language() -> Language {
    leptos::prelude::use_context::<Language>().unwrap_or_default()
}

/// What people read for a thing that the rules know.
pub trait Words: Copy {
    /// In this language.
    fn words(self, language: Language) -> &'static str;
}
