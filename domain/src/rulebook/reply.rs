//! Texts that replies to reporters start from, and which of them fits a matter as it stands.

use super::{CategoryCode, Rulebook};
use crate::case::{Case, ResultCode, State};
use serde::{Deserialize, Serialize};
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

/// How a matter ended, as its reporter is told: by a result, or by leaving the county's hands without one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 整改完成
    Rectified,
    /// 当场整改
    RectifiedOnSpot,
    /// 处罚并整改
    PunishedAndRectified,
    /// 关停取缔
    ShutDownOrDemolished,
    /// 不属实
    Unsubstantiated,
    /// 部分属实，已处理
    PartlyTrueHandled,
    /// 解释说明
    Explained,
    /// 暂时无法解决
    CannotSolveNow,
    /// 反映人撤回
    WithdrawnByReporter,
    /// 不予受理
    Declined,
    /// 已移送
    Transferred,
}

impl Ending {
    /// All of them.
    pub const ALL: [Ending; 11] = [
        Ending::Rectified,
        Ending::RectifiedOnSpot,
        Ending::PunishedAndRectified,
        Ending::ShutDownOrDemolished,
        Ending::Unsubstantiated,
        Ending::PartlyTrueHandled,
        Ending::Explained,
        Ending::CannotSolveNow,
        Ending::WithdrawnByReporter,
        Ending::Declined,
        Ending::Transferred,
    ];

    /// How this case ended, or is proposed to end; none while nothing says so.
    #[must_use]
    pub fn of(case: &Case) -> Option<Ending> {
        match case.state {
            State::Declined => Some(Ending::Declined),
            State::Transferred => Some(Ending::Transferred),
            _ => case.result.map(Ending::from),
        }
    }
}

impl From<ResultCode> for Ending {
    fn from(result: ResultCode) -> Self {
        match result {
            ResultCode::Rectified => Ending::Rectified,
            ResultCode::RectifiedOnSpot => Ending::RectifiedOnSpot,
            ResultCode::PunishedAndRectified => Ending::PunishedAndRectified,
            ResultCode::ShutDownOrDemolished => Ending::ShutDownOrDemolished,
            ResultCode::Unsubstantiated => Ending::Unsubstantiated,
            ResultCode::PartlyTrueHandled => Ending::PartlyTrueHandled,
            ResultCode::Explained => Ending::Explained,
            ResultCode::CannotSolveNow => Ending::CannotSolveNow,
            ResultCode::WithdrawnByReporter => Ending::WithdrawnByReporter,
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
