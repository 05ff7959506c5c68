//! 回音

/// My reports and what was answered.
pub struct RepliesWords {
    /// Under the title.
    pub summary: fn(usize, usize) -> String,
    /// Section.
    pub news: &'static str,
    /// Section.
    pub open: &'static str,
    /// Section.
    pub done: &'static str,
    /// Count.
    pub count: fn(usize) -> String,
    /// Tag.
    pub new: &'static str,
    /// Line under a title: when reported, number.
    pub reported: fn(&str) -> String,
    /// How long it took.
    pub took: fn(i64) -> String,
    /// Head of the reply.
    pub reply_of: fn(&str) -> String,
    /// No reply yet.
    pub no_reply: &'static str,
    /// Nothing yet.
    pub empty: &'static str,
    /// What to do.
    pub empty_help: &'static str,
    /// Reports still on the phone.
    pub on_phone: fn(usize) -> String,
    /// Link.
    pub see_outbox: &'static str,
}

pub(super) const ZH: RepliesWords = RepliesWords {
    summary: |all, replied| format!("上报 {all} 件，{replied} 件有回音"),
    news: "新回音",
    open: "办理中",
    done: "已办结",
    count: |n| format!("{n} 件"),
    new: "新",
    reported: |at| format!("您 {at} 上报"),
    took: |days| if days <= 0 { "当天办结".to_owned() } else { format!("用时 {days} 天") },
    reply_of: |unit| format!("{unit} 回复"),
    no_reply: "还没有回复",
    empty: "还没有上报过",
    empty_help: "您上报的每一件，办到哪一步、怎么回复，都会在这里。",
    on_phone: |n| format!("还有 {n} 件在手机里，县里还没收到。"),
    see_outbox: "看发件箱",
};

pub(super) const EN: RepliesWords = RepliesWords {
    summary: |all, replied| format!("{all} reported, {replied} answered"),
    news: "New replies",
    open: "In progress",
    done: "Closed",
    count: |n| format!("{n}"),
    new: "New",
    reported: |at| format!("You reported it {at}"),
    took: |days| match days {
        i64::MIN..=0 => "closed the same day".to_owned(),
        1 => "took 1 day".to_owned(),
        n => format!("took {n} days"),
    },
    reply_of: |unit| format!("Reply of {unit}"),
    no_reply: "no reply yet",
    empty: "You have not reported anything yet",
    empty_help: "For everything you report, its progress and its reply appear here.",
    on_phone: |n| {
        if n == 1 {
            "1 is still on this phone, not received by the county.".to_owned()
        } else {
            format!("{n} are still on this phone, not received by the county.")
        }
    },
    see_outbox: "See the outbox",
};
