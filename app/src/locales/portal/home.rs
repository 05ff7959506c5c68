//! `/`: the figures, the list and the map.

/// The home page.
pub struct HomeWords {
    /// Title of the page.
    pub title: fn(&str) -> String,
    /// Under the slogan.
    pub lead: &'static str,
    /// Button to the receipt.
    pub look_up: &'static str,
    /// Button to the list.
    pub see_cases: &'static str,
    /// Headline of the figures.
    pub figures: &'static str,
    /// Name of a count.
    pub received: &'static str,
    /// Beneath it.
    pub received_of: &'static str,
    /// Name of a rate.
    pub answered: &'static str,
    /// The count of the rate.
    pub answered_of: fn(u32, u32) -> String,
    /// While nothing was due.
    pub answered_none: &'static str,
    /// Name of a median.
    pub median: &'static str,
    /// Beneath it.
    pub median_of: &'static str,
    /// While nothing was closed.
    pub median_none: &'static str,
    /// Name of a count.
    pub open: &'static str,
    /// Beneath it, nothing late.
    pub open_on_time: &'static str,
    /// Beneath it, some late.
    pub open_late: fn(u32) -> String,
    /// Unit of a count of matters.
    pub matters: &'static str,
    /// Unit of a count of days.
    pub days: fn(u32) -> &'static str,
    /// Headline of the list.
    pub list: &'static str,
    /// How many match.
    pub total: fn(u32) -> String,
    /// Label of a filter.
    pub category: &'static str,
    /// Label of a filter.
    pub township: &'static str,
    /// No filter.
    pub all: &'static str,
    /// Button of the filters.
    pub filter: &'static str,
    /// Link that drops the filters.
    pub clear: &'static str,
    /// One line of the list: township, day closed, days taken.
    pub line: fn(&str, &str, Option<i64>) -> String,
    /// Nothing published yet.
    pub empty: &'static str,
    /// More about it.
    pub empty_more: &'static str,
    /// Nothing matches.
    pub no_match: &'static str,
    /// More about it.
    pub no_match_more: &'static str,
    /// Headline of the map, for those who hear the page.
    pub map: &'static str,
    /// A point of the map, in words.
    pub spot: fn(&str, u32) -> String,
    /// Label of the page links.
    pub paging: &'static str,
    /// Link to newer cases.
    pub newer: &'static str,
    /// Link to older cases.
    pub older: &'static str,
    /// Which page.
    pub page_of: fn(u32, u32) -> String,
}

pub(super) const ZH: HomeWords = HomeWords {
    title: |county| format!("回音 · {county}环境问题公开办理"),
    lead: "河边的垃圾、冒烟的锅炉、偷挖的河砂——说一声，县里就要查、要改、要回答。每一件都在这里公开。",
    look_up: "查我的回执",
    see_cases: "看已办结的案件",
    figures: "最近十二个月",
    received: "收到",
    received_of: "上报和反映的问题",
    answered: "按时答复",
    answered_of: |answered, due| format!("到期该答复的 {due} 件里，按时答复 {answered} 件"),
    answered_none: "还没有到期该答复的",
    median: "办结用时",
    median_of: "一半的案件在这个时间内办结",
    median_none: "还没有办结的",
    open: "还没办完",
    open_on_time: "都在期限内",
    open_late: |n| format!("{n} 件超过期限，我们办慢了"),
    matters: "件",
    days: |_| "天",
    list: "已办结的案件",
    total: |n| format!("{n} 件，新的在前"),
    category: "类别",
    township: "乡镇",
    all: "全部",
    filter: "筛选",
    clear: "看全部案件",
    line: |place, day, days| match days {
        Some(days) => format!("{place} · {day}办结 · 用时 {days} 天"),
        None => format!("{place} · {day}办结"),
    },
    empty: "还没有公开的案件",
    empty_more: "案件办结、回复并审核以后，会公开在这里。",
    no_match: "没有符合条件的案件",
    no_match_more: "换一个类别或乡镇再看。",
    map: "各乡镇已公开的案件数",
    spot: |place, n| format!("{place}，已公开 {n} 件"),
    paging: "翻页",
    newer: "更新的案件",
    older: "更早的案件",
    page_of: |page, pages| format!("第 {page} 页，共 {pages} 页"),
};

pub(super) const EN: HomeWords = HomeWords {
    title: |county| format!("Huiyin · environmental matters of {county}, handled in public"),
    lead: "Rubbish by the river, a smoking boiler, sand dug out at night: say it once, and the county must look, \
           put it right and answer. Every matter is shown here.",
    look_up: "Look up my receipt",
    see_cases: "See closed cases",
    figures: "The last twelve months",
    received: "Received",
    received_of: "matters reported",
    answered: "Answered in time",
    answered_of: |answered, due| format!("{answered} of {due} answers that were due"),
    answered_none: "no answer was due yet",
    median: "Time to close",
    median_of: "half of the cases took no longer",
    median_none: "none closed yet",
    open: "Still open",
    open_on_time: "all within their time",
    open_late: |n| if n == 1 { "1 is overdue: we were slow".to_owned() } else { format!("{n} are overdue: we were slow") },
    matters: "",
    days: |n| if n == 1 { "\u{a0}day" } else { "\u{a0}days" },
    list: "Closed cases",
    total: |n| if n == 1 { "1 case".to_owned() } else { format!("{n} cases, newest first") },
    category: "Category",
    township: "Township",
    all: "All",
    filter: "Filter",
    clear: "See all cases",
    line: |place, day, days| match days {
        Some(1) => format!("{place} · closed {day} · took 1 day"),
        Some(days) => format!("{place} · closed {day} · took {days} days"),
        None => format!("{place} · closed {day}"),
    },
    empty: "No case has been published yet",
    empty_more: "Cases appear here once they are closed, answered and reviewed.",
    no_match: "No case matches",
    no_match_more: "Try another category or township.",
    map: "Published cases by township",
    spot: |place, n| if n == 1 { format!("{place}, 1 case published") } else { format!("{place}, {n} cases published") },
    paging: "Pages",
    newer: "Newer cases",
    older: "Older cases",
    page_of: |page, pages| format!("Page {page} of {pages}"),
};
