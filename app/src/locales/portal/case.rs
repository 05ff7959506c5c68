//! `/cases/{number}`: a case that is public.

/// A case page.
pub struct CaseWords {
    /// Label of the way back.
    pub crumb: &'static str,
    /// Headline of the state.
    pub state: &'static str,
    /// How long it took, and whether that was on time: days taken, days early (or late if negative).
    pub took: fn(Option<i64>, Option<i64>) -> String,
    /// Labels of facts.
    pub category: &'static str,
    /// …
    pub place: &'static str,
    /// …
    pub unit: &'static str,
    /// …
    pub closed: &'static str,
    /// How exact the place is.
    pub place_cell: &'static str,
    /// Only the township is told.
    pub place_township: &'static str,
    /// The map, for those who hear the page.
    pub map: fn(&str) -> String,
    /// Before and after.
    pub before: &'static str,
    /// …
    pub after: &'static str,
    /// Under the photos.
    pub photos_note: &'static str,
    /// Headlines.
    pub found: &'static str,
    /// …
    pub done: &'static str,
    /// …
    pub reply: &'static str,
    /// …
    pub timeline: &'static str,
    /// Verify this record: headline.
    pub verify: &'static str,
    /// What it is.
    pub verify_what: fn(u64) -> String,
    /// Fold.
    pub verify_how: &'static str,
    /// Steps to check it oneself: the day of its file, as ISO.
    pub verify_steps: fn(&str) -> [String; 3],
    /// Name of a hash.
    pub hash_command: &'static str,
    /// Name of a hash.
    pub hash_entry: &'static str,
    /// When it was published.
    pub published: fn(&str) -> String,
    /// Which language is the official one; empty on the official page itself.
    pub official: Option<&'static str>,
    /// Link to the official text.
    pub official_link: &'static str,
    /// Back to the list.
    pub back: &'static str,
}

pub(super) const ZH: CaseWords = CaseWords {
    crumb: "位置",
    state: "已回复，已办结",
    took: |days, early| {
        let took = days.map_or_else(String::new, |days| format!("用时 {days} 天"));
        let early = match early {
            None => String::new(),
            Some(0) => "，按期办结".to_owned(),
            Some(n) if n > 0 => format!("，比期限早 {n} 天"),
            Some(n) => format!("，比期限晚 {} 天", -n),
        };
        format!("{took}{early}").trim_start_matches('，').to_owned()
    },
    category: "类别",
    place: "地点",
    unit: "办理",
    closed: "办结",
    place_cell: "（约 500 米范围内，不公开准确位置）",
    place_township: "（按规则公开到乡镇）",
    map: |place| format!("地图：{place}在县里的位置"),
    before: "整改前",
    after: "整改后",
    photos_note: "照片已去掉拍摄信息，可能认出人的地方已遮挡。",
    found: "查到了什么",
    done: "做了什么",
    reply: "回复",
    timeline: "经过",
    verify: "这份记录可以核对",
    verify_what: |seq| format!("公开的内容就是县台账第 {seq} 条。台账每一条都和前一条首尾相扣，改动任何一条都会被发现。"),
    verify_how: "自己核对",
    verify_steps: |day| {
        [
            format!("下载当天的台账摘要：/api/v1/ledger/days/{day}。"),
            "在里面找到下面的序号，比对两个散列值（SHA-256）。".to_owned(),
            "散列值对得上，就是公布时的原样；对不上，请告诉我们。".to_owned(),
        ]
    },
    hash_command: "公开稿的散列值",
    hash_entry: "这一条台账的散列值",
    published: |at| format!("公布于 {at}"),
    official: None,
    official_link: "",
    back: "看其他案件",
};

pub(super) const EN: CaseWords = CaseWords {
    crumb: "Breadcrumb",
    state: "Answered and closed",
    took: |days, early| {
        let plural = |n: i64| if n == 1 { "1 day".to_owned() } else { format!("{n} days") };
        let took = days.map(|days| format!("Took {}", plural(days)));
        let early = early.map(|n| match n {
            0 => "on the day it was due".to_owned(),
            n if n > 0 => format!("{} before the deadline", plural(n)),
            n => format!("{} after the deadline", plural(-n)),
        });
        match (took, early) {
            (Some(took), Some(early)) => format!("{took}, {early}"),
            (one, other) => one.or(other).unwrap_or_default(),
        }
    },
    category: "Category",
    place: "Place",
    unit: "Handled by",
    closed: "Closed",
    place_cell: "(within about 500 m; the exact place is not public)",
    place_township: "(only the township is public)",
    map: |place| format!("Map: where {place} lies in the county"),
    before: "Before",
    after: "After",
    photos_note: "Photos carry no data about where and how they were taken; whatever might identify a person is covered.",
    found: "What was found",
    done: "What was done",
    reply: "Reply",
    timeline: "Timeline",
    verify: "This record can be verified",
    verify_what: |seq| {
        format!(
            "What you read is entry {seq} of the county’s ledger. Each entry is chained to the one before; \
             a change to any of them would show."
        )
    },
    verify_how: "Check it yourself",
    verify_steps: |day| {
        [
            format!("Download the ledger’s digest of that day: /api/v1/ledger/days/{day}."),
            "Find the entry’s number in it and compare both hashes (SHA-256).".to_owned(),
            "If they match, this is what was published; if not, please tell us.".to_owned(),
        ]
    },
    hash_command: "Hash of the published text",
    hash_entry: "Hash of the ledger entry",
    published: |at| format!("Published {at}"),
    official: Some("This page’s frame is translated; the record itself is in Chinese, and that text is the official one:"),
    official_link: "中文",
    back: "See other cases",
};
