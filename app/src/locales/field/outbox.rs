//! 发件箱

/// What waits, what failed, what arrived.
pub struct OutboxWords {
    /// Under the title.
    pub summary: fn(usize, &str) -> String,
    /// Under the title, nothing waits.
    pub summary_none: &'static str,
    /// Section.
    pub waiting: &'static str,
    /// Count.
    pub count: fn(usize) -> String,
    /// When it was put here, with photos.
    pub put: fn(&str, usize) -> String,
    /// Step: stored.
    pub step_stored: &'static str,
    /// Step: sending.
    pub step_sending: &'static str,
    /// Step: photos.
    pub step_photos: fn(usize, usize) -> String,
    /// Step: stopped.
    pub step_stopped: &'static str,
    /// Step: received.
    pub step_received: &'static str,
    /// Banner: sending now.
    pub sending: &'static str,
    /// What is safe.
    pub sending_help: &'static str,
    /// Banner: without network.
    pub offline: &'static str,
    /// What is safe.
    pub offline_help: &'static str,
    /// Banner: all went through.
    pub empty: &'static str,
    /// What is next.
    pub empty_help: &'static str,
    /// Banner: signed out.
    pub paused: &'static str,
    /// What is safe, what to do.
    pub paused_help: &'static str,
    /// Link there.
    pub sign_in: &'static str,
    /// Banner: it waits for its turn.
    pub waiting_turn: &'static str,
    /// It tries by itself.
    pub next_try: fn(&str) -> String,
    /// Nothing breaks.
    pub waiting_help: &'static str,
    /// Button.
    pub try_now: &'static str,
    /// What happened: the network.
    pub failed_network: &'static str,
    /// What happened: the server is busy.
    pub failed_busy: &'static str,
    /// What happened: the server failed.
    pub failed_server: &'static str,
    /// What happened, in the server's words.
    pub failed_said: fn(&str) -> String,
    /// What is safe.
    pub safe: &'static str,
    /// Section.
    pub sent: &'static str,
    /// Received when.
    pub received_at: fn(&str) -> String,
    /// Before the number.
    pub receipt: &'static str,
    /// Photos have not all arrived.
    pub photos_missing: fn(usize, usize) -> String,
    /// Section: needs a person.
    pub attention: &'static str,
    /// A conflict: who did what when.
    pub conflict: fn(&str, &str, &str) -> String,
    /// Somebody.
    pub somebody: &'static str,
    /// What to do about a conflict.
    pub conflict_help: &'static str,
    /// Refused.
    pub refused: &'static str,
    /// What to do.
    pub refused_help: &'static str,
    /// Held.
    pub held_unknown: &'static str,
    /// Held.
    pub held_revoked: &'static str,
    /// Held.
    pub held_rulebook: &'static str,
    /// Two different items with one number.
    pub forked: &'static str,
    /// Button.
    pub see_case: &'static str,
    /// Button.
    pub understood: &'static str,
    /// At the foot.
    pub foot: &'static str,
    /// Nothing sent yet.
    pub sent_none: &'static str,
}

pub(super) const ZH: OutboxWords = OutboxWords {
    summary: |n, size| format!("{n} 件待传 · 共 {size}"),
    summary_none: "没有等着上传的",
    waiting: "还在手机里",
    count: |n| format!("{n} 件"),
    put: |at, photos| if photos == 0 { format!("{at} 放进发件箱") } else { format!("{at} 放进发件箱 · {photos} 张照片") },
    step_stored: "已存手机",
    step_sending: "上传",
    step_photos: |done, all| format!("照片 {done}/{all}"),
    step_stopped: "没传完",
    step_received: "回执",
    sending: "正在上传",
    sending_help: "中断了会从断开的地方接着传，不会重来。",
    offline: "现在没有网络",
    offline_help: "内容都存在这部手机里，有网后自动上传，不用守着。",
    empty: "都传完了",
    empty_help: "手机里没有等着上传的。",
    paused: "登录过期了，上传先停下",
    paused_help: "内容都在手机里，没有丢。重新登录后接着传。",
    sign_in: "重新登录",
    waiting_turn: "在等下一次上传",
    next_try: |at| format!("或等 {at} 自动再试"),
    waiting_help: "内容都存在这部手机里，没有丢。",
    try_now: "现在再试",
    failed_network: "没连上服务器：网络断了。",
    failed_busy: "没传上去：服务器正忙。",
    failed_server: "没传上去：服务器出了错。",
    failed_said: |said| format!("没传上去：{said}"),
    safe: "内容和照片都还在手机里，没有丢。",
    sent: "县里已收到",
    received_at: |at| format!("{at} 收到"),
    receipt: "回执",
    photos_missing: |done, all| format!("照片 {done} / {all} 已传到，其余还在传"),
    attention: "要您看看",
    conflict: |who, what, at| format!("{at}，{who}先做了“{what}”，所以您的这一步没有生效。"),
    somebody: "别人",
    conflict_help: "您写的和拍的都留着，县里也看得到。看看案件现在的情况，要做就再做一次。",
    refused: "县里收到了，但规则没有通过，没有生效：",
    refused_help: "内容和照片都留着。按上面说的补好，再做一次。",
    held_unknown: "县里收到了，但还看不懂这个版本的内容，先留着，升级后再处理。",
    held_revoked: "县里收到了，但这部手机或您的账号已停用，先留着。请找单位管理员。",
    held_rulebook: "县里收到了，但它用的规则太旧，先留着，由人来看。",
    forked: "这一件和县里已有的对不上，已单独留存。请找单位管理员。",
    see_case: "看案件",
    understood: "知道了",
    foot: "看到回执号，才表示县里的服务器真的收到了。手机里的照片至少保留 30 天。",
    sent_none: "还没有送达的。",
};

pub(super) const EN: OutboxWords = OutboxWords {
    summary: |n, size| format!("{n} waiting · {size} in all"),
    summary_none: "Nothing waits",
    waiting: "Still on this phone",
    count: |n| format!("{n}"),
    put: |at, photos| match photos {
        0 => format!("Put in the outbox {at}"),
        1 => format!("Put in the outbox {at} · 1 photo"),
        n => format!("Put in the outbox {at} · {n} photos"),
    },
    step_stored: "On this phone",
    step_sending: "Sending",
    step_photos: |done, all| format!("Photo {done}/{all}"),
    step_stopped: "Stopped",
    step_received: "Receipt",
    sending: "Sending",
    sending_help: "If it breaks off, it carries on from there; nothing starts again.",
    offline: "There is no network now",
    offline_help: "Everything is stored on this phone and is sent by itself later. You need not wait.",
    empty: "All sent",
    empty_help: "Nothing waits on this phone.",
    paused: "Your sign-in has run out, so sending rests",
    paused_help: "Everything is on this phone; nothing is lost. Sign in and it goes on.",
    sign_in: "Sign in again",
    waiting_turn: "Waiting for the next try",
    next_try: |at| format!("or wait: it tries by itself at {at}"),
    waiting_help: "Everything is stored on this phone; nothing is lost.",
    try_now: "Try again now",
    failed_network: "The server was not reached: the network broke off.",
    failed_busy: "It did not go through: the server is busy.",
    failed_server: "It did not go through: the server failed.",
    failed_said: |said| format!("It did not go through: {said}"),
    safe: "Words and photos are safe on this phone.",
    sent: "Received by the county",
    received_at: |at| format!("received {at}"),
    receipt: "Receipt",
    photos_missing: |done, all| format!("{done} of {all} photos have arrived, the rest is on the way"),
    attention: "Needs you",
    conflict: |who, what, at| format!("{who} did “{what}” first ({at}), so your step had no effect."),
    somebody: "Somebody else",
    conflict_help: "What you wrote and photographed is kept, and the county can see it. Look at the case and do it again if it is still needed.",
    refused: "Received, but the rules said no; it had no effect:",
    refused_help: "Words and photos are kept. Add what is missing and do it again.",
    held_unknown: "Received, but the county cannot read this version yet. It is kept and handled after an update.",
    held_revoked: "Received, but this phone or your account was closed. It is kept. Ask your unit’s administrator.",
    held_rulebook: "Received, but made under rules that are too old. It is kept for a person to look at.",
    forked: "This one differs from what the county holds; both are kept. Ask your unit’s administrator.",
    see_case: "See the case",
    understood: "Understood",
    foot: "Only a receipt number means that the county’s server really has it. Photos stay on this phone for at least 30 days.",
    sent_none: "Nothing has been received yet.",
};
