//! Texts that replies to reporters start from, and which of them fits a matter as it stands.

use super::{CategoryCode, Rulebook};
use crate::case::{Case, ResultCode, State};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, IntoDeserializer as _},
};
use std::cmp::Reverse;

/// A text that replies to reporters start from. `{…}` names what is filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReplyTemplate {
    /// Its code.
    pub code: String,
    /// What staff call it.
    pub name: String,
    /// For these categories; for all if empty.
    #[serde(default)]
    pub categories: Vec<CategoryCode>,
    /// For matters that ended so; however they stand if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Ending>,
    /// The text.
    pub text: String,
}

/// How a matter ended, as its reporter is told: by leaving the county's hands, or by a result.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Ending {
    /// With a result; written as its name alone.
    With(ResultCode),
    /// 不予受理
    Declined,
    /// 已移送
    Transferred,
}

const DECLINED: &str = "declined";
const TRANSFERRED: &str = "transferred";

impl Serialize for Ending {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Ending::With(result) => result.serialize(to),
            Ending::Declined => to.serialize_str(DECLINED),
            Ending::Transferred => to.serialize_str(TRANSFERRED),
        }
    }
}

/// A wrong name is answered with every right one: whoever writes a rulebook's file reads it.
impl<'de> Deserialize<'de> for Ending {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match String::deserialize(from)?.as_str() {
            DECLINED => Ok(Ending::Declined),
            TRANSFERRED => Ok(Ending::Transferred),
            name => ResultCode::deserialize(name.into_deserializer())
                .map(Ending::With)
                .map_err(|error: de::value::Error| de::Error::custom(format!("{error}, `{DECLINED}`, `{TRANSFERRED}`"))),
        }
    }
}

impl Ending {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Ending> {
        ResultCode::ALL.into_iter().map(Ending::With).chain([Ending::Declined, Ending::Transferred])
    }

    /// How this case ended, or is proposed to end; none while nothing says so.
    #[must_use]
    pub fn of(case: &Case) -> Option<Ending> {
        match case.state {
            State::Declined => Some(Ending::Declined),
            State::Transferred => Some(Ending::Transferred),
            _ => case.result.map(Ending::With),
        }
    }
}

/// What may be filled in to a reply.
pub const TEMPLATE_FIELDS: [&str; 5] = ["number", "category", "place", "unit", "due"];

impl ReplyTemplate {
    /// How closely it fits a matter of this category that ended so; none if it does not. Naming the ending counts before
    /// naming the category. What names an ending does not fit a matter that has none yet.
    #[must_use]
    pub fn fit(&self, category: &CategoryCode, ending: Option<Ending>) -> Option<(bool, bool)> {
        let of_kind = self.categories.is_empty() || self.categories.contains(category);
        let so = self.results.is_empty() || ending.is_some_and(|ending| self.results.contains(&ending));
        (of_kind && so).then_some((!self.results.is_empty(), !self.categories.is_empty()))
    }

    /// What it asks to be filled in, in order. A brace that is never closed names all that follows it.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name))
    }

    /// The text, filled in.
    #[must_use]
    pub fn filled(&self, with: impl Fn(&str) -> String) -> String {
        let mut parts = self.text.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            out.push_str(&with(name));
            out.push_str(rest);
        }
        out
    }
}

impl Rulebook {
    /// The texts that fit a reply about a matter of this category that ended so, the closest first.
    #[must_use]
    pub fn reply_templates(&self, category: &CategoryCode, ending: Option<Ending>) -> Vec<&ReplyTemplate> {
        let mut fitting: Vec<_> = self.templates.iter().filter_map(|one| Some((one.fit(category, ending)?, one))).collect();
        fitting.sort_by_key(|(fit, _)| Reverse(*fit));
        fitting.into_iter().map(|(_, one)| one).collect()
    }
}
