//! What is not there, and what did not open.

/// What is not there.
pub struct MissingWords {
    /// Headline.
    pub title: &'static str,
    /// What may be the reason.
    pub why: &'static str,
    /// To the list.
    pub to_cases: &'static str,
    /// To the receipt.
    pub to_receipt: &'static str,
    /// Something of ours failed: headline.
    pub failed: &'static str,
    /// What is safe, what to do; with the number for the support line.
    pub failed_more: fn(&str) -> String,
}

pub(super) const ZH: MissingWords = MissingWords {
    title: "没有这个页面",
    why: "地址可能写错了；也可能这件案件还没有公开，或者已经按规定撤下。",
    to_cases: "看公开案件",
    to_receipt: "查回执",
    failed: "页面没有打开",
    failed_more: |id| format!("是我们的系统出了问题，您的内容没有丢。请过几分钟再试；仍然不行，请告诉我们这个编号：{id}"),
};

pub(super) const EN: MissingWords = MissingWords {
    title: "There is no such page",
    why: "The address may be mistyped; or the case is not public yet, or was withdrawn according to the rules.",
    to_cases: "See public cases",
    to_receipt: "Look up a receipt",
    failed: "The page could not be opened",
    failed_more: |id| {
        format!(
            "Something of ours failed; nothing of yours is lost. Try again in a few minutes. If it still fails, tell us this number: {id}"
        )
    },
};
