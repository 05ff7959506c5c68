//! 设置

/// Settings of this phone and this person.
pub struct SettingsWords {
    /// Section.
    pub see: &'static str,
    /// Legend, in both languages.
    pub language: &'static str,
    /// Legend.
    pub text: &'static str,
    /// Choice.
    pub text_normal: &'static str,
    /// Choice.
    pub text_large: &'static str,
    /// Choice.
    pub text_xlarge: &'static str,
    /// Legend.
    pub theme: &'static str,
    /// Choice.
    pub theme_system: &'static str,
    /// Choice.
    pub theme_light: &'static str,
    /// Choice.
    pub theme_dark: &'static str,
    /// Choice.
    pub theme_sun: &'static str,
    /// Hint.
    pub theme_hint: &'static str,
    /// Section.
    pub storage: &'static str,
    /// Used.
    pub used: fn(&str) -> String,
    /// Free.
    pub free: fn(&str) -> String,
    /// Not known.
    pub unknown: &'static str,
    /// Row.
    pub unsent: &'static str,
    /// Count and size.
    pub unsent_is: fn(usize, &str) -> String,
    /// Row.
    pub drafts: &'static str,
    /// Count.
    pub drafts_are: fn(usize) -> String,
    /// Row.
    pub kept: &'static str,
    /// It is kept for good.
    pub persisted: &'static str,
    /// It may be thrown away.
    pub not_persisted: &'static str,
    /// Button.
    pub persist: &'static str,
    /// The system said no.
    pub persist_refused: &'static str,
    /// Nearly full.
    pub nearly_full: &'static str,
    /// Section.
    pub phone: &'static str,
    /// Row.
    pub person: &'static str,
    /// Row.
    pub unit: &'static str,
    /// Row.
    pub version: &'static str,
    /// A newer version is on the phone and waits.
    pub new_version: &'static str,
    /// What taking it does.
    pub new_version_help: &'static str,
    /// Button.
    pub new_version_take: &'static str,
    /// Row.
    pub rulebook: &'static str,
    /// Rulebook edition.
    pub edition: fn(u32) -> String,
    /// Row.
    pub last_sync: &'static str,
    /// Never.
    pub never: &'static str,
    /// Button.
    pub sync_now: &'static str,
    /// Button: another person's turn.
    pub step_aside: &'static str,
    /// What it does.
    pub step_aside_help: &'static str,
    /// Button.
    pub sign_out: &'static str,
    /// Refused, why.
    pub sign_out_refused: fn(usize) -> String,
    /// Refused: drafts.
    pub sign_out_drafts: fn(usize) -> String,
    /// What it does.
    pub sign_out_help: &'static str,
    /// Failed.
    pub sign_out_failed: &'static str,
}

pub(super) const ZH: SettingsWords = SettingsWords {
    see: "看得清",
    language: "语言 Language",
    text: "字大小",
    text_normal: "标准",
    text_large: "大",
    text_xlarge: "特大",
    theme: "显示",
    theme_system: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    theme_sun: "阳光",
    theme_hint: "“阳光”用纯黑白和粗线条，太阳底下最清楚。",
    storage: "手机里的内容",
    used: |size| format!("已用 {size}"),
    free: |size| format!("还可用约 {size}"),
    unknown: "手机没有告诉我们",
    unsent: "没传的",
    unsent_is: |n, size| format!("{n} 件 · {size}"),
    drafts: "草稿",
    drafts_are: |n| format!("{n} 份"),
    kept: "长期保存",
    persisted: "系统已同意，不会自动清掉",
    not_persisted: "系统还没同意。空间不足时，系统可能清掉内容",
    persist: "请系统长期保存",
    persist_refused: "系统这次没有同意。把回音装到桌面、多用几次，再试一次。没传的内容请尽快联网上传。",
    nearly_full: "手机空间快满了。先联网把发件箱传完，再腾出一些空间。",
    phone: "这部手机",
    person: "使用人",
    unit: "单位",
    version: "版本",
    new_version: "新版本已经下载好了。",
    new_version_help: "下次打开就会换上，也可以现在换。草稿和发件箱都存在手机里，不会丢。",
    new_version_take: "现在换上新版本",
    rulebook: "规则库",
    edition: |n| format!("第 {n} 版"),
    last_sync: "上次同步",
    never: "还没有",
    sync_now: "现在同步",
    step_aside: "换一个人用",
    step_aside_help: "您的内容留在这部手机里，别人看不到；您再登录就接着用、接着传。",
    sign_out: "退出登录",
    sign_out_refused: |n| format!("发件箱还有 {n} 件没传完，现在退出可能丢失，所以先不能退出。"),
    sign_out_drafts: |n| format!("还有 {n} 份草稿没有提交，先提交或删掉，再退出。"),
    sign_out_help: "都传完了，可以退出。退出会清掉手机里的案件，再登录要联网。",
    sign_out_failed: "没能退出：没连上服务器。内容没有变，过会儿再试。",
};

pub(super) const EN: SettingsWords = SettingsWords {
    see: "Easy to read",
    language: "Language 语言",
    text: "Text size",
    text_normal: "Normal",
    text_large: "Large",
    text_xlarge: "Very large",
    theme: "Display",
    theme_system: "As system",
    theme_light: "Light",
    theme_dark: "Dark",
    theme_sun: "Sunlight",
    theme_hint: "“Sunlight” uses pure black and white and thick lines, the clearest in the sun.",
    storage: "On this phone",
    used: |size| format!("{size} used"),
    free: |size| format!("about {size} free"),
    unknown: "this phone does not say",
    unsent: "Not sent",
    unsent_is: |n, size| format!("{n} · {size}"),
    drafts: "Drafts",
    drafts_are: |n| format!("{n}"),
    kept: "Kept for good",
    persisted: "agreed: nothing is cleared by itself",
    not_persisted: "not agreed yet: the system may clear it when space runs out",
    persist: "Ask to keep it for good",
    persist_refused: "The system did not agree this time. Install Huiyin on the home screen, use it a few times and ask again. Send what waits soon.",
    nearly_full: "This phone is nearly full. Send the outbox first, then free some space.",
    phone: "This phone",
    person: "In use by",
    unit: "Unit",
    version: "Version",
    new_version: "A new version has been downloaded.",
    new_version_help: "The next start takes it, or take it now. Drafts and outbox are stored on this phone and stay.",
    new_version_take: "Take the new version now",
    rulebook: "Rulebook",
    edition: |n| format!("edition {n}"),
    last_sync: "Last sync",
    never: "not yet",
    sync_now: "Sync now",
    step_aside: "Let somebody else use it",
    step_aside_help: "What is yours stays on this phone unseen; sign in again and it goes on.",
    sign_out: "Sign out",
    sign_out_refused: |n| {
        if n == 1 {
            "1 item in the outbox has not been sent and could be lost, so you cannot sign out yet.".to_owned()
        } else {
            format!("{n} items in the outbox have not been sent and could be lost, so you cannot sign out yet.")
        }
    },
    sign_out_drafts: |n| {
        if n == 1 {
            "There is 1 draft. File or delete it, then sign out.".to_owned()
        } else {
            format!("There are {n} drafts. File or delete them, then sign out.")
        }
    },
    sign_out_help: "All is sent, so you may sign out. It clears the cases from this phone; signing in again needs a network.",
    sign_out_failed: "You are still signed in: the server did not answer. Nothing changed; try again later.",
};
