//! Bars, tabs, sync pill, loading, failures.

/// What every screen of the field door may say.
pub struct ShellWords {
    /// The product's name after a page's title.
    pub product: &'static str,
    /// The skip link.
    pub skip: &'static str,
    /// Name of the tabs, for those who hear them.
    pub tabs: &'static str,
    /// Tab and title.
    pub today: &'static str,
    /// Tab and title.
    pub outbox: &'static str,
    /// Tab.
    pub report: &'static str,
    /// Tab and title.
    pub replies: &'static str,
    /// Tab and title.
    pub settings: &'static str,
    /// Said after the number on the outbox tab.
    pub waiting_dot: &'static str,
    /// Said after the number on the replies tab.
    pub news_dot: &'static str,
    /// Arrow back, and where to.
    pub back_today: &'static str,
    /// Arrow back to a case.
    pub back_case: &'static str,
    /// Arrow back to the outbox.
    pub back_outbox: &'static str,
    /// Pill: nothing left here.
    pub all_sent: &'static str,
    /// Pill: no network, nothing waits.
    pub offline: &'static str,
    /// Pill: no network, n wait.
    pub offline_waiting: fn(usize) -> String,
    /// Pill: sending, n wait.
    pub sending: fn(usize) -> String,
    /// Pill: online, n wait.
    pub waiting: fn(usize) -> String,
    /// Pill: n need attention.
    pub failed: fn(usize) -> String,
    /// Pill: signed out by the server; sending rests.
    pub sign_in_again: &'static str,
    /// Loading, for those who hear it.
    pub loading: &'static str,
    /// The phone's store did not open.
    pub store_failed: &'static str,
    /// What is safe and what to do.
    pub store_failed_help: &'static str,
    /// Button: open it again.
    pub reload: &'static str,
    /// Title of a page that is not there.
    pub not_found: &'static str,
    /// What to do about it.
    pub not_found_help: &'static str,
    /// Button to the start.
    pub to_today: &'static str,
    /// Another tab is sending.
    pub other_tab: &'static str,
    /// Metres.
    pub metres: fn(f64) -> String,
    /// Kilobytes or megabytes.
    pub bytes: fn(u64) -> String,
    /// An item of which the server said something that this version has no words for.
    pub unknown_category: &'static str,
}

pub(super) const ZH: ShellWords = ShellWords {
    product: "回音",
    skip: "跳到正文",
    tabs: "主导航",
    today: "今日",
    outbox: "发件箱",
    report: "上报",
    replies: "回音",
    settings: "设置",
    waiting_dot: "件待传",
    news_dot: "条新回音",
    back_today: "返回今日",
    back_case: "返回案件",
    back_outbox: "返回发件箱",
    all_sent: "都已送达",
    offline: "离线",
    offline_waiting: |n| format!("离线 · {n} 件待传"),
    sending: |n| format!("正在传 · {n} 件"),
    waiting: |n| format!("{n} 件待传"),
    failed: |n| format!("{n} 件要您看看"),
    sign_in_again: "要重新登录",
    loading: "正在打开…",
    store_failed: "打不开手机里的存储",
    store_failed_help: "已经存下的内容还在手机里，没有丢。关掉其他页面，或把手机空间腾出一些，再打开一次。",
    reload: "再打开一次",
    not_found: "没有这一页",
    not_found_help: "地址可能写错了，或者这件案件已经不归您。手机里的内容都还在。",
    to_today: "回到今日",
    other_tab: "另一个页面正在上传，这里会跟着更新。",
    metres: |m| if m < 1000.0 { format!("{m:.0} 米") } else { format!("{:.1} 公里", m / 1000.0) },
    bytes: |n| size(n, "KB"),
    unknown_category: "其他问题",
};

pub(super) const EN: ShellWords = ShellWords {
    product: "Huiyin",
    skip: "Skip to content",
    tabs: "Main",
    today: "Today",
    outbox: "Outbox",
    report: "Report",
    replies: "Replies",
    settings: "Settings",
    waiting_dot: " waiting",
    news_dot: " unread",
    back_today: "Back to today",
    back_case: "Back to the case",
    back_outbox: "Back to the outbox",
    all_sent: "All sent",
    offline: "Offline",
    offline_waiting: |n| format!("Offline · {n} waiting"),
    sending: |n| format!("Sending · {n}"),
    waiting: |n| format!("{n} waiting"),
    failed: |n| if n == 1 { "1 needs you".to_owned() } else { format!("{n} need you") },
    sign_in_again: "Sign in again",
    loading: "Opening…",
    store_failed: "This phone’s storage does not open",
    store_failed_help: "What you stored is still on this phone; nothing is lost. Close other pages or free some space, then open it again.",
    reload: "Open it again",
    not_found: "There is no such page",
    not_found_help: "The address may be mistyped, or this case is no longer yours. Everything on this phone is still there.",
    to_today: "Back to today",
    other_tab: "Another page is sending; this one follows.",
    metres: |m| if m < 1000.0 { format!("{m:.0} m") } else { format!("{:.1} km", m / 1000.0) },
    bytes: |n| size(n, "kB"),
    unknown_category: "Another matter",
};

/// A size in the largest unit that fits.
fn size(bytes: u64, small: &str) -> String {
    if bytes < 1_000_000 {
        format!("{} {small}", bytes.div_ceil(1000))
    } else if bytes < 1_000_000_000 {
        format!("{:.1} MB", bytes as f64 / 1e6)
    } else {
        format!("{:.1} GB", bytes as f64 / 1e9)
    }
}
