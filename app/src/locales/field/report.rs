//! 上报

/// The report form and what comes after it.
pub struct ReportWords {
    /// Title.
    pub title: &'static str,
    /// Under the photos heading.
    pub photos_hint: fn(u8, usize) -> String,
    /// Heading.
    pub what: &'static str,
    /// Who leads in this category.
    pub led_by: fn(&str, &str) -> String,
    /// The township leads.
    pub led_by_township: fn(&str) -> String,
    /// Group without a theme.
    pub no_theme: &'static str,
    /// Things to look at.
    pub checklist: &'static str,
    /// Heading.
    pub place: &'static str,
    /// Heading.
    pub site: &'static str,
    /// Hint.
    pub site_hint: &'static str,
    /// None of these.
    pub site_none: &'static str,
    /// Heading.
    pub words: &'static str,
    /// Hint.
    pub words_hint: &'static str,
    /// Phrases that one press adds.
    pub phrases: &'static [&'static str],
    /// Heading.
    pub severity: &'static str,
    /// Choice and its meaning.
    pub ordinary: (&'static str, &'static str),
    /// Choice and its meaning.
    pub serious: (&'static str, &'static str),
    /// Choice and its meaning.
    pub urgent: (&'static str, &'static str),
    /// Switch.
    pub on_spot: &'static str,
    /// Its hint.
    pub on_spot_hint: &'static str,
    /// Label.
    pub on_spot_done: &'static str,
    /// Hint.
    pub on_spot_done_hint: &'static str,
    /// Heading of its photos.
    pub on_spot_photos: &'static str,
    /// Hint.
    pub on_spot_photos_hint: &'static str,
    /// Folded: a complaint about a unit.
    pub about: &'static str,
    /// Label.
    pub about_unit: &'static str,
    /// Hint.
    pub about_hint: &'static str,
    /// No unit.
    pub about_none: &'static str,
    /// Delete the draft.
    pub discard: &'static str,
    /// Confirmation page: title.
    pub filed_title: &'static str,
    /// Stored here, not received.
    pub stored: &'static str,
    /// What that means without network.
    pub stored_offline: &'static str,
    /// What that means when the server does not answer.
    pub stored_waiting: &'static str,
    /// What that means with a network.
    pub stored_online: &'static str,
    /// Received.
    pub received: &'static str,
    /// What that means.
    pub received_help: &'static str,
    /// Label of the number.
    pub receipt: &'static str,
    /// Button.
    pub copy: &'static str,
    /// Button's name with the number.
    pub copy_number: fn(&str) -> String,
    /// Done.
    pub copied: &'static str,
    /// Could not copy.
    pub copy_failed: &'static str,
    /// Keep it safe.
    pub key_hint: &'static str,
    /// Photos still on the way.
    pub photos_on_way: fn(usize, usize) -> String,
    /// Refused by the server's rules.
    pub refused: &'static str,
    /// Buttons.
    pub to_outbox: &'static str,
    /// Another one.
    pub another: &'static str,
    /// The rulebook has not come yet.
    pub no_rulebook: &'static str,
    /// What to do.
    pub no_rulebook_help: &'static str,
    /// The draft is gone.
    pub draft_gone: &'static str,
    /// What that may mean.
    pub draft_gone_help: &'static str,
}

pub(super) const ZH: ReportWords = ReportWords {
    title: "上报问题",
    photos_hint: |min, max| {
        if min == 0 {
            format!("最多 {max} 张。拍照时间和位置会一起记下。")
        } else {
            format!("这一类至少 {min} 张，最多 {max} 张。拍照时间和位置会一起记下。")
        }
    },
    what: "什么问题？",
    led_by: |category, unit| format!("{category}由{unit}牵头处理。"),
    led_by_township: |category| format!("{category}由所在乡镇处理。"),
    no_theme: "其他",
    checklist: "到现场看什么",
    place: "在哪里？",
    site: "是哪个场所？",
    site_hint: "名录里离您最近的：",
    site_none: "都不是，只记位置",
    words: "看到了什么？",
    words_hint: "写清谁、在做什么、多大范围。不写也能存草稿。",
    phrases: &["现场有人", "现场没人", "正在发生", "以前报过"],
    severity: "有多严重？",
    ordinary: ("一般", "按类别期限处理"),
    serious: ("较重", "优先处理"),
    urgent: ("紧急", "按紧急时限受理和办理"),
    on_spot: "当场整改好了",
    on_spot_hint: "问题已经当面解决，有整改前、整改后的照片。",
    on_spot_done: "怎么整改的？",
    on_spot_done_hint: "写清谁、做了什么。",
    on_spot_photos: "整改后的照片",
    on_spot_photos_hint: "从同一个位置再拍一张。",
    about: "反映的是单位或工作人员？",
    about_unit: "哪个单位",
    about_hint: "选了以后，这个单位的人看不到这件，也不能承办。如果是您自己的单位，县里收到后您也看不到，凭回执号查回音。",
    about_none: "不是反映单位的",
    discard: "删掉这份草稿",
    filed_title: "上报",
    stored: "已存在这部手机，县里还没收到",
    stored_offline: "现在没有网络。有网后会自动上传，收到后这里会显示回执号。关掉页面、关机都不会丢。",
    stored_waiting: "暂时连不上县里的服务器。连上后会自动上传，收到后这里会显示回执号。关掉页面、关机都不会丢。",
    stored_online: "正在上传。收到后这里会显示回执号。关掉页面也不会丢。",
    received: "县里已收到",
    received_help: "有了回执号，才表示县里的服务器真的收到了。",
    receipt: "回执号",
    copy: "复制",
    copy_number: |number| format!("复制回执号 {number}"),
    copied: "已复制",
    copy_failed: "没能复制。长按号码可以自己选中。",
    key_hint: "后两组是您查回音的钥匙，别公开。",
    photos_on_way: |done, all| format!("照片 {done} / {all} 已传到。"),
    refused: "县里收到了，但规则没有通过",
    to_outbox: "看发件箱",
    another: "再报一件",
    no_rulebook: "类别还没有下载到手机",
    no_rulebook_help: "连上网打开一次，就会自动下载，以后没网也能用。照片和文字可以先存草稿。",
    draft_gone: "这份草稿不在了",
    draft_gone_help: "它可能已经放进发件箱，或被删掉了。",
};

pub(super) const EN: ReportWords = ReportWords {
    title: "Report a problem",
    photos_hint: |min, max| {
        if min == 0 {
            format!("{max} at most. Time and position are kept with each photo.")
        } else {
            format!("This category needs at least {min}, {max} at most. Time and position are kept with each photo.")
        }
    },
    what: "What is it?",
    led_by: |category, unit| format!("{category}: {unit} leads."),
    led_by_township: |category| format!("{category}: the township leads."),
    no_theme: "Other",
    checklist: "What to look at",
    place: "Where is it?",
    site: "Which site is it?",
    site_hint: "Nearest known sites:",
    site_none: "None of these; only the position",
    words: "What did you see?",
    words_hint: "Who, doing what, how large. You can save a draft without it.",
    phrases: &["People on site.", "Nobody on site.", "Happening now.", "Reported before."],
    severity: "How bad is it?",
    ordinary: ("Ordinary", "handled within the category’s limit"),
    serious: ("Serious", "handled first"),
    urgent: ("Urgent", "the emergency limits apply"),
    on_spot: "Put right on the spot",
    on_spot_hint: "It was solved while you were there, with photos before and after.",
    on_spot_done: "How was it put right?",
    on_spot_done_hint: "Who did what.",
    on_spot_photos: "Photos afterwards",
    on_spot_photos_hint: "Take one more from the same spot.",
    about: "Is it about a unit or its staff?",
    about_unit: "Which unit",
    about_hint: "Nobody of that unit sees it or handles it. If it is your own unit, you will not see it either once the county has it: look up the reply by the receipt number.",
    about_none: "It is about no unit",
    discard: "Delete this draft",
    filed_title: "Report",
    stored: "Stored on this phone, not yet received by the county",
    stored_offline: "There is no network now. It is sent by itself once there is one, and the receipt number then appears here. You may close this page or switch off.",
    stored_waiting: "The county’s server does not answer just now. It is sent by itself later, and the receipt number then appears here. You may close this page or switch off.",
    stored_online: "It is being sent. The receipt number appears here once it is received. You may close this page.",
    received: "Received by the county",
    received_help: "Only a receipt number means that the county’s server really has your report.",
    receipt: "Receipt number",
    copy: "Copy",
    copy_number: |number| format!("Copy receipt number {number}"),
    copied: "Copied",
    copy_failed: "It could not be copied. Press and hold the number to select it.",
    key_hint: "The last two groups are your key to the reply. Keep them to yourself.",
    photos_on_way: |done, all| format!("{done} of {all} photos have arrived."),
    refused: "Received, but the rules said no",
    to_outbox: "See the outbox",
    another: "Report another",
    no_rulebook: "The categories are not on this phone yet",
    no_rulebook_help: "Open this once with a network and they come by themselves; later you need none. Photos and words can wait in a draft.",
    draft_gone: "This draft is not here any more",
    draft_gone_help: "It may be in the outbox already, or it was deleted.",
};
