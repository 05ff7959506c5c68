//! 巡查

/// Patrols: tasks on the first screen, and the page of one.
pub struct PatrolWords {
    /// What it is called.
    pub patrol: &'static str,
    /// Section: those of today.
    pub today: &'static str,
    /// Section: those of a later day.
    pub on_day: fn(&str) -> String,
    /// How many.
    pub count: fn(usize) -> String,
    /// How many places somebody was at.
    pub visited: fn(usize, usize) -> String,
    /// Its last day.
    pub until: fn(&str) -> String,
    /// Its last day is over.
    pub late: &'static str,
    /// A surprise that must not be told.
    pub hidden: &'static str,
    /// What that means.
    pub hidden_help: &'static str,
    /// Not on this phone.
    pub not_here: &'static str,
    /// Why.
    pub not_here_help: &'static str,
    /// What to look at.
    pub notes: &'static str,
    /// Who goes.
    pub people: &'static str,
    /// Section: places.
    pub sites: &'static str,
    /// Order by distance.
    pub nearest: &'static str,
    /// Looking for the own position.
    pub locating: &'static str,
    /// The position cannot be had.
    pub no_position: &'static str,
    /// Nobody was there yet.
    pub not_yet: &'static str,
    /// Somebody was there and found nothing.
    pub nothing_found: &'static str,
    /// Somebody found a problem.
    pub problem: &'static str,
    /// Said of what no receipt covers.
    pub only_here: &'static str,
    /// Button: nothing found; first tap.
    pub nothing: &'static str,
    /// The same for a screen reader, with the place.
    pub nothing_at: fn(&str) -> String,
    /// Button: second tap.
    pub nothing_sure: &'static str,
    /// Button: not yet.
    pub not_sure: &'static str,
    /// Button: report a problem here.
    pub report: &'static str,
    /// The same for a screen reader, with the place.
    pub report_at: fn(&str) -> String,
    /// Button: report something seen on the way.
    pub report_on_way: &'static str,
    /// Button: begin; others may know from now on.
    pub start: &'static str,
    /// Button: done; first tap.
    pub finish: &'static str,
    /// Button: second tap.
    pub finish_sure: &'static str,
    /// Said when places are left.
    pub left: fn(usize) -> String,
    /// Said once it is done.
    pub done: &'static str,
    /// What happens then.
    pub done_help: &'static str,
    /// On a report's form.
    pub on_patrol: fn(&str) -> String,
    /// Nothing was stored.
    pub not_stored: &'static str,
    /// No registered place in the area.
    pub no_sites: &'static str,
    /// What to do then.
    pub no_sites_help: &'static str,
}

pub(super) const ZH: PatrolWords = PatrolWords {
    patrol: "巡查",
    today: "今天的巡查",
    on_day: |day| format!("{day}的巡查"),
    count: |n| format!("{n} 次"),
    visited: |there, all| format!("到过 {there} / {all} 个点位"),
    until: |day| format!("{day}前"),
    late: "已过期",
    hidden: "还没公开",
    hidden_help: "开始以前别人看不到，请不要说出去。",
    not_here: "这部手机里没有这次巡查",
    not_here_help: "它可能已经结束、取消，或者换了人。",
    notes: "注意什么",
    people: "一起去的人",
    sites: "点位",
    nearest: "按远近排",
    locating: "正在定位",
    no_position: "定不到位，先按安排的顺序列出。",
    not_yet: "还没去",
    nothing_found: "没有发现问题",
    problem: "发现问题，已上报",
    only_here: "存在这部手机里，还没传",
    nothing: "没有发现问题",
    nothing_at: |site| format!("{site}：没有发现问题"),
    nothing_sure: "到过这里，没有发现问题",
    not_sure: "还没看完",
    report: "上报问题",
    report_at: |site| format!("{site}：上报问题"),
    report_on_way: "上报路上看到的问题",
    start: "开始巡查",
    finish: "结束巡查",
    finish_sure: "确实结束了",
    left: |n| format!("还有 {n} 个点位没去。也可以现在结束。"),
    done: "这次巡查已完成",
    done_help: "传到县里以后，它会从这部手机上消失。",
    on_patrol: |title| format!("巡查：{title}"),
    not_stored: "没有存下来",
    no_sites: "这个片区还没有登记的点位",
    no_sites_help: "看到问题照常上报，看完点“结束巡查”。",
};

pub(super) const EN: PatrolWords = PatrolWords {
    patrol: "Patrol",
    today: "Patrols today",
    on_day: |day| format!("Patrols from {day}"),
    count: |n| format!("{n}"),
    visited: |there, all| format!("{there} of {all} places visited"),
    until: |day| format!("by {day}"),
    late: "past its days",
    hidden: "still a secret",
    hidden_help: "Nobody else can see it until it starts. Do not tell.",
    not_here: "This patrol is not on this phone",
    not_here_help: "It may be done or cancelled, or somebody else goes.",
    notes: "What to look at",
    people: "Who goes",
    sites: "Places",
    nearest: "Nearest first",
    locating: "Finding your position",
    no_position: "Your position cannot be found; the places stand as planned.",
    not_yet: "not yet",
    nothing_found: "nothing found",
    problem: "problem found and reported",
    only_here: "stored on this phone, not sent yet",
    nothing: "Nothing found",
    nothing_at: |site| format!("{site}: nothing found"),
    nothing_sure: "I was here and found nothing",
    not_sure: "Not yet",
    report: "Report a problem",
    report_at: |site| format!("{site}: report a problem"),
    report_on_way: "Report something seen on the way",
    start: "Start the patrol",
    finish: "End the patrol",
    finish_sure: "Yes, it is done",
    left: |n| {
        if n == 1 {
            "1 place is left. You can end it all the same.".to_owned()
        } else {
            format!("{n} places are left. You can end it all the same.")
        }
    },
    done: "This patrol is done",
    done_help: "Once the county has it, it leaves this phone.",
    on_patrol: |title| format!("Patrol: {title}"),
    not_stored: "It was not stored",
    no_sites: "No places are registered in this area yet",
    no_sites_help: "Report what you see as usual, and end the patrol when you are through.",
};
