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
    /// Banner: the server does not answer.
    pub unreachable: &'static str,
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
    /// What happened: the server failed.
    pub failed_server: &'static str,
    /// What happened: it cannot be taken.
    pub not_taken: &'static str,
    /// What happened: too large.
    pub too_large: &'static str,
    /// What happened: bytes lost.
    pub photo_lost: &'static str,
    /// What happened: no picture.
    pub photo_not_taken: &'static str,
    /// What is safe.
    pub safe: &'static str,
    /// Section.
    pub sent: &'static str,
    /// Received when.
    pub received_at: fn(&str) -> String,
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
    unreachable: "暂时连不上县里的服务器",
    empty: "都传完了",
    empty_help: "手机里没有等着上传的。",
    paused: "登录过期了，上传先停下",
    paused_help: "内容都在手机里，没有丢。重新登录后接着传。",
    sign_in: "重新登录",
    waiting_turn: "在等下一次上传",
    next_try: |at| format!("或等 {at} 自动再试"),
    waiting_help: "内容都存在这部手机里，没有丢。",
    try_now: "现在再试",
    failed_server: "没传上去：服务器出了错。",
    not_taken: "县里的服务器没能收下这一件，其余的照常上传。",
    too_large: "这一件太大，县里的服务器没能收下，其余的照常上传。",
    photo_lost: "有一张照片在这部手机里找不到了，别的都还在。能回到现场就用“补证据”再拍一张。",
    photo_not_taken: "有一张照片县里的服务器看不懂，没有收下。用“补证据”再拍一张。",
    safe: "内容和照片都还在手机里，没有丢。",
    sent: "县里已收到",
    received_at: |at| format!("{at} 收到"),
    attention: "要您看看",
    conflict: |who, what, at| format!("{at}，{who}先做了“{what}”，所以您的这一步没有生效。"),
    somebody: "别人",
    conflict_help: "您写的和拍的都留着，县里也看得到。看看案件现在的情况，要做就再做一次。",
    refused: "县里收到了，但规则没有通过，没有生效：",
    refused_help: "内容和照片都留着。按上面说的补好，再做一次。",
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
    unreachable: "The county’s server does not answer just now",
    empty: "All sent",
    empty_help: "Nothing waits on this phone.",
    paused: "Your sign-in has run out, so sending rests",
    paused_help: "Everything is on this phone; nothing is lost. Sign in and it goes on.",
    sign_in: "Sign in again",
    waiting_turn: "Waiting for the next try",
    next_try: |at| format!("or wait: it tries by itself at {at}"),
    waiting_help: "Everything is stored on this phone; nothing is lost.",
    try_now: "Try again now",
    failed_server: "It did not go through: the server failed.",
    not_taken: "The county’s server could not take this one; the rest goes on.",
    too_large: "This one is too large for the county’s server; the rest goes on.",
    photo_lost: "One photo cannot be found on this phone any more; everything else is there. If you can return, take it again with “Add evidence”.",
    photo_not_taken: "The county’s server could not read one photo and did not take it. Take it again with “Add evidence”.",
    safe: "Words and photos are safe on this phone.",
    sent: "Received by the county",
    received_at: |at| format!("received {at}"),
    attention: "Needs you",
    conflict: |who, what, at| format!("{who} did “{what}” first ({at}), so your step had no effect."),
    somebody: "Somebody else",
    conflict_help: "What you wrote and photographed is kept, and the county can see it. Look at the case and do it again if it is still needed.",
    refused: "Received, but the rules said no; it had no effect:",
    refused_help: "Words and photos are kept. Add what is missing and do it again.",
    forked: "This one differs from what the county holds; both are kept. Ask your unit’s administrator.",
    see_case: "See the case",
    understood: "Understood",
    foot: "Only a receipt number means that the county’s server really has it. Photos stay on this phone for at least 30 days.",
    sent_none: "Nothing has been received yet.",
};
