//! The text that replies start from until the county writes its own: true as it stands, and to be gone on with.

use crate::rulebook::ReplyTemplate;

/// All of them.
pub(super) fn all() -> Vec<ReplyTemplate> {
    vec![ReplyTemplate {
        code: "general".to_owned(),
        name: "通用回复".to_owned(),
        categories: Vec::new(),
        text: "您反映的{place}{category}问题（{number}）由{unit}承办。".to_owned(),
    }]
}
