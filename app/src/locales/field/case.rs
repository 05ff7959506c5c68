//! A case on the phone.

/// The case page.
pub struct CaseWords {
    /// Before the number, in the bar.
    pub case: &'static str,
    /// Number not given yet.
    pub no_number: &'static str,
    /// Section.
    pub facts: &'static str,
    /// Row.
    pub category: &'static str,
    /// Row.
    pub place: &'static str,
    /// Row.
    pub site: &'static str,
    /// Row.
    pub lead_unit: &'static str,
    /// Row.
    pub handler: &'static str,
    /// Row.
    pub rechecker: &'static str,
    /// Row.
    pub severity: &'static str,
    /// Row.
    pub finding: &'static str,
    /// Row.
    pub result: &'static str,
    /// Row.
    pub due: &'static str,
    /// Row: the order.
    pub measures: &'static str,
    /// Row: who must rectify.
    pub responsible_party: &'static str,
    /// Nothing in a row.
    pub none: &'static str,
    /// Yourself.
    pub me: &'static str,
    /// How far I am.
    pub away: fn(&str) -> String,
    /// You stand there.
    pub on_site: fn(&str) -> String,
    /// Link that opens another app.
    pub navigate: &'static str,
    /// Section.
    pub told: &'static str,
    /// Section.
    pub photos: &'static str,
    /// Photos are not on the phone.
    pub photo_not_here: &'static str,
    /// Section.
    pub timeline: &'static str,
    /// Timeline: reported.
    pub reported: &'static str,
    /// Timeline: accepted.
    pub accepted: &'static str,
    /// Timeline: dispatched, to whom.
    pub dispatched: &'static str,
    /// Timeline: rectified.
    pub rectified: &'static str,
    /// Timeline: rechecked.
    pub recheck_passed: &'static str,
    /// Timeline: rechecked.
    pub recheck_failed: &'static str,
    /// Timeline: closed.
    pub closed: &'static str,
    /// Timeline: still on the phone.
    pub own_waiting: &'static str,
    /// Section.
    pub next: &'static str,
    /// Nothing to do.
    pub nothing_to_do: &'static str,
    /// An action that only waits.
    pub waits_for: &'static str,
    /// This is how the phone last heard of it.
    pub as_of: fn(&str) -> String,
    /// Section.
    pub reply: &'static str,
    /// Case not on the phone.
    pub not_here: &'static str,
    /// What that may mean.
    pub not_here_help: &'static str,
    /// Why is it here.
    pub why_reported: &'static str,
    /// Why is it here.
    pub why_handling: &'static str,
    /// Why is it here.
    pub why_rechecking: &'static str,
}

pub(super) const ZH: CaseWords = CaseWords {
    case: "案件",
    no_number: "编号待县里给出",
    facts: "情况",
    category: "类别",
    place: "位置",
    site: "场所",
    lead_unit: "牵头单位",
    handler: "承办人",
    rechecker: "复查人",
    severity: "严重程度",
    finding: "核实结论",
    result: "办理结果",
    due: "期限",
    measures: "整改要求",
    responsible_party: "责任主体",
    none: "还没有",
    me: "您",
    away: |d| format!("离您 {d}"),
    on_site: |d| format!("您在现场，相距 {d}"),
    navigate: "导航过去",
    told: "上报内容",
    photos: "照片",
    photo_not_here: "照片没下载到手机，联网后可以看",
    timeline: "经过",
    reported: "上报",
    accepted: "受理",
    dispatched: "交办",
    rectified: "申报整改完成",
    recheck_passed: "复查通过",
    recheck_failed: "复查没有通过",
    closed: "办结",
    own_waiting: "已存在这部手机，县里还没收到",
    next: "下一步",
    nothing_to_do: "现在不用您做什么。",
    waits_for: "还不能做：",
    as_of: |at| format!("这是手机在 {at} 收到的情况。"),
    reply: "回复",
    not_here: "这件案件不在手机里",
    not_here_help: "它可能已经不归您办，或者还没下载。连上网再看看。",
    why_reported: "您上报的",
    why_handling: "由您办理",
    why_rechecking: "由您复查",
};

pub(super) const EN: CaseWords = CaseWords {
    case: "Case",
    no_number: "number comes from the county",
    facts: "Facts",
    category: "Category",
    place: "Place",
    site: "Site",
    lead_unit: "Leading unit",
    handler: "Handler",
    rechecker: "Re-inspector",
    severity: "How bad",
    finding: "Finding",
    result: "Result",
    due: "Due",
    measures: "What must be done",
    responsible_party: "Who must do it",
    none: "not yet",
    me: "you",
    away: |d| format!("{d} from you"),
    on_site: |d| format!("You are there, {d} away"),
    navigate: "Navigate there",
    told: "What was reported",
    photos: "Photos",
    photo_not_here: "Not on this phone; it shows with a network",
    timeline: "What happened",
    reported: "Reported",
    accepted: "Accepted",
    dispatched: "Assigned",
    rectified: "Reported as rectified",
    recheck_passed: "Re-inspection passed",
    recheck_failed: "Re-inspection failed",
    closed: "Closed",
    own_waiting: "Stored on this phone, not yet received by the county",
    next: "Next steps",
    nothing_to_do: "Nothing for you to do now.",
    waits_for: "Not yet possible:",
    as_of: |at| format!("As this phone heard it at {at}."),
    reply: "Reply",
    not_here: "This case is not on this phone",
    not_here_help: "It may not be yours any more, or it has not come yet. Look again with a network.",
    why_reported: "you reported it",
    why_handling: "yours to handle",
    why_rechecking: "yours to re-inspect",
};
