//! The texts that replies start from until the county writes its own: true as they stand, and to be gone on with.

use crate::{
    case::ResultCode,
    rulebook::{Ending, ReplyTemplate},
};

/// All of them.
pub(super) fn all() -> Vec<ReplyTemplate> {
    let one = |code: &str, name: &str, results: &[Ending], text: &str| ReplyTemplate {
        code: code.to_owned(),
        name: name.to_owned(),
        categories: Vec::new(),
        results: results.to_vec(),
        text: text.to_owned(),
    };
    vec![
        one("general", "通用回复", &[], "您反映的{place}{category}问题（{number}）由{unit}承办。"),
        one(
            "rectified",
            "已整改",
            &[ResultCode::Rectified, ResultCode::RectifiedOnSpot, ResultCode::PunishedAndRectified].map(Ending::With),
            "您反映的{place}{category}问题（{number}），经现场核实，已经整改完成。",
        ),
        one(
            "unsubstantiated",
            "不属实",
            &[Ending::With(ResultCode::Unsubstantiated)],
            "您反映的{place}{category}问题（{number}），经现场核实，未发现所反映的情况。",
        ),
        one("declined", "不予受理", &[Ending::Declined], "您反映的{place}{category}问题（{number}），经审查不予受理。"),
        one("transferred", "已移送", &[Ending::Transferred], "您反映的{place}{category}问题（{number}），已移送有权处理的单位。"),
    ]
}
