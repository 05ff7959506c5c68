//! `/receipt`: what became of one's own report, and what may be said to it.

/// The receipt page.
pub struct ReceiptWords {
    /// Title and headline.
    pub title: &'static str,
    /// Label of the field.
    pub label: &'static str,
    /// Hint of the field.
    pub hint: &'static str,
    /// Button.
    pub look: &'static str,
    /// Fold.
    pub lost: &'static str,
    /// What to do then.
    pub lost_more: &'static str,
    /// Error: not of the form.
    pub not_a_number: &'static str,
    /// Error: a character is mistyped.
    pub mistyped: &'static str,
    /// No such matter, or the key does not fit.
    pub not_found: &'static str,
    /// What to do then.
    pub not_found_more: &'static str,
    /// Too many tries.
    pub too_many: &'static str,
    /// When to try again, in words.
    pub too_many_more: fn(&str) -> String,
    /// Category and number of the matter.
    pub matter: fn(&str) -> String,
    /// When it came in.
    pub received: fn(&str) -> String,
    /// By when it should be done.
    pub due: fn(&str) -> String,
    /// It is late: length of it.
    pub late: fn(&str) -> String,
    /// What that means: the last moment, the unit.
    pub late_more: fn(&str, Option<&str>) -> String,
    /// Headline of the reply.
    pub reply: &'static str,
    /// There is none yet.
    pub no_reply: &'static str,
    /// Who replies when no unit is named.
    pub county: &'static str,
    /// Link to the public page.
    pub public_page: &'static str,
    /// Keep the number secret.
    pub keep: &'static str,
    /// Headline of the steps.
    pub steps: &'static str,
    /// Opens the reckoning of the due date.
    pub why_due: &'static str,
    /// The clocks rest.
    pub resting: &'static str,
    /// Headline of a question to the reporter.
    pub question: &'static str,
    /// Label of the answer.
    pub answer: &'static str,
    /// Under it.
    pub answer_hint: &'static str,
    /// Its button.
    pub send_answer: &'static str,
    /// Headline of the rating.
    pub rate: &'static str,
    /// Label of what may be said beside it.
    pub rate_words: &'static str,
    /// Beside a label.
    pub optional: &'static str,
    /// Button of a good rating.
    pub solved: &'static str,
    /// Button of a bad one.
    pub not_solved: &'static str,
    /// They rated it well.
    pub rated_solved: &'static str,
    /// They rated it badly.
    pub rated_not: &'static str,
    /// Headline of asking to reopen.
    pub reopen: &'static str,
    /// Until when.
    pub reopen_until: fn(&str) -> String,
    /// Label of the words.
    pub reopen_words: &'static str,
    /// Its button.
    pub ask_reopen: &'static str,
    /// What was said is in the ledger, by form: rating, reopening, answer.
    pub heard: [&'static str; 3],
    /// Too few words.
    pub too_short: &'static str,
    /// Too many words.
    pub too_long: &'static str,
    /// Too often today.
    pub said_often: &'static str,
    /// More about it.
    pub said_often_more: &'static str,
    /// Not allowed now.
    pub not_now: &'static str,
    /// More about it.
    pub not_now_more: &'static str,
}

pub(super) const ZH: ReceiptWords = ReceiptWords {
    title: "查我的回执",
    label: "回执号",
    hint: "上报成功时给您的号码，像 CX26-0379-W6TK-9QXH。大小写、横线都不要紧。",
    look: "查询",
    lost: "找不到回执号？",
    lost_more: "请拨 12345，说明反映的时间和地点。我们不用姓名查案件，这是为了保护反映人。",
    not_a_number: "这不像回执号。完整的回执号有四段，像 CX26-0379-W6TK-9QXH，请对照再输一遍。",
    mistyped: "有一个字符输错了。容易混的是 0 和 D、8 和 B、5 和 S，请对照再输一遍。",
    not_found: "没有查到",
    not_found_more: "没有这个回执号。请核对每一段；刚刚在手机上提交的，等手机显示“县里收到了”再查。",
    too_many: "这件案件试错的次数太多",
    too_many_more: |wait| format!("为了防止有人猜号码，请 {wait}后再试。您的案件不受影响。"),
    matter: |category| format!("{category} · 案件"),
    received: |at| format!("{at} 收到"),
    due: |at| format!("应在 {at} 前办结"),
    late: |length| format!("超过期限 {length}，对不起"),
    late_more: |at, unit| match unit {
        Some(unit) => format!("原定 {at} 前办结。{unit}还在办，办完会在这里回复您。"),
        None => format!("原定 {at} 前办结。还在办，办完会在这里回复您。"),
    },
    reply: "给您的回复",
    no_reply: "还没有回复。办理完以后，回复会写在这里。",
    county: "县里",
    public_page: "看公开的案件页",
    keep: "回执号后两段是您的钥匙，不要发给别人，也不要发到网上。",
    steps: "经过",
    why_due: "这个期限是怎么算的",
    resting: "现在暂停计时，恢复以后期限会顺延。",
    question: "想请您补充",
    answer: "您的补充",
    answer_hint: "补充以后继续办理。请不要写姓名、电话和证件号。",
    send_answer: "提交补充",
    rate: "问题真的解决了吗？",
    rate_words: "想说的话",
    optional: "（可以不写）",
    solved: "解决了",
    not_solved: "没解决",
    rated_solved: "您评价过：解决了。谢谢您。",
    rated_not: "您评价过：没解决。会有人看到。",
    reopen: "没有办好？申请重办",
    reopen_until: |at| format!("{at} 前可以申请。申请后由县调度员决定，会在这里答复您。"),
    reopen_words: "哪里没有办好",
    ask_reopen: "提交申请",
    heard: ["收到您的评价了，谢谢", "收到您的重办申请了", "收到您的补充了，继续办理"],
    too_short: "请至少写 5 个字，说清楚是什么情况。已写的还在。",
    too_long: "最多 1000 个字，请写短一些。已写的还在。",
    said_often: "今天提交的次数太多",
    said_often_more: "这一次没有提交，请明天再来。之前提交的都在。",
    not_now: "现在不能提交",
    not_now_more: "可能已经提交过，或者过了期限。您之前提交的都在，案件不受影响。",
};

pub(super) const EN: ReceiptWords = ReceiptWords {
    title: "Look up my receipt",
    label: "Receipt number",
    hint: "The number you were given when you reported, like CX26-0379-W6TK-9QXH. Capitals and hyphens do not matter.",
    look: "Look up",
    lost: "Lost the number?",
    lost_more: "Call 12345 and say when and where you reported it. We never search by name; that protects reporters.",
    not_a_number: "This is not a receipt number. It has four groups, like CX26-0379-W6TK-9QXH. Compare and type it again.",
    mistyped: "One character is mistyped. Easily mixed up are 0 and D, 8 and B, 5 and S. Compare and type it again.",
    not_found: "Nothing found",
    not_found_more: "There is no such receipt number. Check every group; if you have only just sent the report, \
                     wait until the phone says the county has received it.",
    too_many: "Too many wrong tries for this case",
    too_many_more: |wait| format!("So that nobody can guess numbers, try again in {wait}. Your case is not affected."),
    matter: |category| format!("{category} · case"),
    received: |at| format!("received {at}"),
    due: |at| format!("to be closed by {at}"),
    late: |length| format!("Overdue by {length}. We are sorry"),
    late_more: |at, unit| match unit {
        Some(unit) => format!("It should have been closed by {at}. {unit} is still working on it and will answer you here."),
        None => format!("It should have been closed by {at}. It is still being worked on; you will be answered here."),
    },
    reply: "Our reply to you",
    no_reply: "There is no reply yet. It will be written here once the matter has been handled.",
    county: "The county",
    public_page: "See the public page",
    keep: "The last two groups of the number are your key: do not send them to anyone or post them.",
    steps: "Timeline",
    why_due: "How this date was reckoned",
    resting: "The clock rests now; the date moves on when it runs again.",
    question: "We need to know more",
    answer: "Your answer",
    answer_hint: "We go on when we have it. Leave out names, telephone and ID numbers.",
    send_answer: "Send the answer",
    rate: "Is the problem really solved?",
    rate_words: "Anything to add",
    optional: " (optional)",
    solved: "Solved",
    not_solved: "Not solved",
    rated_solved: "You said: solved. Thank you.",
    rated_not: "You said: not solved. Somebody will see it.",
    reopen: "Not done well? Ask to reopen it",
    reopen_until: |at| format!("You may ask until {at}. The county’s dispatcher decides, and you are answered here."),
    reopen_words: "What is not done",
    ask_reopen: "Ask to reopen",
    heard: ["We have your rating, thank you", "We have your request to reopen it", "We have your answer and go on with it"],
    too_short: "Write at least 5 characters, so that we know what is meant. What you wrote is still here.",
    too_long: "At most 1,000 characters. What you wrote is still here; make it shorter.",
    said_often: "Too much was sent today",
    said_often_more: "This was not sent; come again tomorrow. What you sent before is safe.",
    not_now: "This cannot be sent now",
    not_now_more: "It may have been sent before, or the time for it is over. What you sent before is safe, and your case is not affected.",
};
