//! Header and footer, around every page.

/// Header and footer.
pub struct AroundWords {
    /// Label of the main navigation.
    pub main_nav: &'static str,
    /// Link to the list.
    pub cases: &'static str,
    /// Link to the receipt.
    pub receipt: &'static str,
    /// Link for staff.
    pub desk: &'static str,
    /// Link for staff outdoors.
    pub field: &'static str,
    /// What the site is, and what to do in an emergency.
    pub about: fn(&str) -> String,
    /// Whom to call.
    pub contact: fn(&str) -> String,
    /// Title of a page: its own, then the product's.
    pub title: fn(&str) -> String,
}

pub(super) const ZH: AroundWords = AroundWords {
    main_nav: "主导航",
    cases: "公开案件",
    receipt: "查回执",
    desk: "工作人员登录",
    field: "巡查员入口",
    about: |county| format!("{county}生态环境保护工作 · 件件有回音。紧急情况请直接拨打 12345 或 110。"),
    contact: |contact| format!("网站用不了？联系：{contact}"),
    title: |page| format!("{page} · 回音"),
};

pub(super) const EN: AroundWords = AroundWords {
    main_nav: "Main",
    cases: "Cases",
    receipt: "Look up",
    desk: "Staff sign-in",
    field: "Patrol officers",
    about: |county| {
        format!("{county}, ecological and environmental protection. Every matter gets a reply. In an emergency, call 12345 or 110.")
    },
    contact: |contact| format!("Something does not work? Contact: {contact}"),
    title: |page| format!("{page} · Huiyin"),
};
