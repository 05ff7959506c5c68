//! 今日

/// The first screen: what waits for me.
pub struct TodayWords {
    /// Banner without network.
    pub offline: &'static str,
    /// What that means; with the time of the last sync.
    pub offline_help: &'static str,
    /// Said after it.
    pub last_sync: fn(&str) -> String,
    /// Section: to handle.
    pub to_handle: &'static str,
    /// Section: to recheck.
    pub to_recheck: &'static str,
    /// Section: my reports with news.
    pub news: &'static str,
    /// Section: drafts.
    pub drafts: &'static str,
    /// Count of matters.
    pub count: fn(usize) -> String,
    /// Count of drafts.
    pub draft_count: fn(usize) -> String,
    /// Task title: sign for.
    pub sign_for: fn(&str) -> String,
    /// Task title: handle.
    pub handle: fn(&str) -> String,
    /// Task title: recheck.
    pub recheck: fn(&str) -> String,
    /// A draft without category yet.
    pub draft_untitled: &'static str,
    /// Under a draft: photos.
    pub draft_photos: fn(usize) -> String,
    /// Under a draft: when saved.
    pub draft_saved: fn(&str) -> String,
    /// A draft was thrown away.
    pub discarded: &'static str,
    /// Bring it back.
    pub undo: &'static str,
    /// Nothing to do.
    pub nothing: &'static str,
    /// What to do then.
    pub nothing_help: &'static str,
    /// Nothing pulled yet.
    pub never_synced: &'static str,
    /// What that means.
    pub never_synced_help: &'static str,
    /// Button.
    pub new_report: &'static str,
    /// News: replied.
    pub replied: &'static str,
    /// News: only moved on.
    pub moved_on: &'static str,
    /// My own act on this case has not been received yet.
    pub own_waiting: &'static str,
}

pub(super) const ZH: TodayWords = TodayWords {
    offline: "现在没有网络",
    offline_help: "照常巡查、照常上报。内容都存在这部手机里，有网后自动上传。",
    last_sync: |at| format!("上次同步 {at}。"),
    to_handle: "等我办理",
    to_recheck: "等我复查",
    news: "我上报的有新回音",
    drafts: "没写完的",
    count: |n| format!("{n} 件"),
    draft_count: |n| format!("{n} 份草稿"),
    sign_for: |what| format!("签收：{what}"),
    handle: |what| format!("办理：{what}"),
    recheck: |what| format!("复查：{what}"),
    draft_untitled: "还没选类别的上报",
    draft_photos: |n| format!("{n} 张照片"),
    draft_saved: |at| format!("{at} 自动保存"),
    discarded: "删掉了一份草稿",
    undo: "恢复",
    nothing: "现在没有等您做的事",
    nothing_help: "看到问题，点下面的“上报”。",
    never_synced: "还没有收到县里的任务",
    never_synced_help: "连上网就会自动收取。没有网也能先上报。",
    new_report: "上报问题",
    replied: "有回复了",
    moved_on: "有进展",
    own_waiting: "您办的还在手机里，没传",
};

pub(super) const EN: TodayWords = TodayWords {
    offline: "There is no network now",
    offline_help: "Carry on. Everything is stored on this phone and is sent by itself once there is a network.",
    last_sync: |at| format!("Last sync {at}."),
    to_handle: "For me to handle",
    to_recheck: "For me to re-inspect",
    news: "News on my reports",
    drafts: "Not finished",
    count: |n| format!("{n}"),
    draft_count: |n| if n == 1 { "1 draft".to_owned() } else { format!("{n} drafts") },
    sign_for: |what| format!("Sign for: {what}"),
    handle: |what| format!("Handle: {what}"),
    recheck: |what| format!("Re-inspect: {what}"),
    draft_untitled: "Report without a category yet",
    draft_photos: |n| if n == 1 { "1 photo".to_owned() } else { format!("{n} photos") },
    draft_saved: |at| format!("saved {at}"),
    discarded: "A draft was deleted",
    undo: "Bring it back",
    nothing: "Nothing waits for you now",
    nothing_help: "If you see a problem, press “Report” below.",
    never_synced: "No tasks have come in yet",
    never_synced_help: "They come by themselves once there is a network. You can report without one.",
    new_report: "Report a problem",
    replied: "answered",
    moved_on: "moved on",
    own_waiting: "what you did is still on this phone",
};
