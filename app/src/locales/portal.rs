//! Words of the public door.

use super::Language;

/// Everything the public pages say.
pub struct PortalWords {
    /// Around every page.
    pub around: AroundWords,
    /// `/`
    pub home: HomeWords,
    /// `/cases/{number}`
    pub case: CaseWords,
    /// `/receipt`
    pub receipt: ReceiptWords,
    /// What is not there.
    pub missing: MissingWords,
}

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

/// The home page.
pub struct HomeWords {
    /// Title of the page.
    pub title: fn(&str) -> String,
    /// Under the slogan.
    pub lead: &'static str,
    /// Button to the receipt.
    pub look_up: &'static str,
    /// Button to the list.
    pub see_cases: &'static str,
    /// Headline of the figures.
    pub figures: &'static str,
    /// Name of a count.
    pub received: &'static str,
    /// Beneath it.
    pub received_of: &'static str,
    /// Name of a rate.
    pub answered: &'static str,
    /// The count of the rate.
    pub answered_of: fn(u32, u32) -> String,
    /// While nothing was due.
    pub answered_none: &'static str,
    /// Name of a median.
    pub median: &'static str,
    /// Beneath it.
    pub median_of: &'static str,
    /// While nothing was closed.
    pub median_none: &'static str,
    /// Name of a count.
    pub open: &'static str,
    /// Beneath it, nothing late.
    pub open_on_time: &'static str,
    /// Beneath it, some late.
    pub open_late: fn(u32) -> String,
    /// Unit of a count of matters.
    pub matters: &'static str,
    /// Unit of a count of days.
    pub days: fn(u32) -> &'static str,
    /// Headline of the list.
    pub list: &'static str,
    /// How many match.
    pub total: fn(u32) -> String,
    /// Label of a filter.
    pub category: &'static str,
    /// Label of a filter.
    pub township: &'static str,
    /// No filter.
    pub all: &'static str,
    /// Button of the filters.
    pub filter: &'static str,
    /// Link that drops the filters.
    pub clear: &'static str,
    /// One line of the list: township, day closed, days taken.
    pub line: fn(&str, &str, Option<i64>) -> String,
    /// Nothing published yet.
    pub empty: &'static str,
    /// More about it.
    pub empty_more: &'static str,
    /// Nothing matches.
    pub no_match: &'static str,
    /// More about it.
    pub no_match_more: &'static str,
    /// Headline of the map, for those who hear the page.
    pub map: &'static str,
    /// A point of the map, in words.
    pub spot: fn(&str, u32) -> String,
    /// Label of the page links.
    pub paging: &'static str,
    /// Link to newer cases.
    pub newer: &'static str,
    /// Link to older cases.
    pub older: &'static str,
    /// Which page.
    pub page_of: fn(u32, u32) -> String,
}

/// A case page.
pub struct CaseWords {
    /// Label of the way back.
    pub crumb: &'static str,
    /// Headline of the state.
    pub state: &'static str,
    /// How long it took, and whether that was on time: days taken, days early (or late if negative).
    pub took: fn(Option<i64>, Option<i64>) -> String,
    /// Labels of facts.
    pub category: &'static str,
    /// …
    pub place: &'static str,
    /// …
    pub unit: &'static str,
    /// …
    pub closed: &'static str,
    /// How exact the place is.
    pub place_cell: &'static str,
    /// Only the township is told.
    pub place_township: &'static str,
    /// The map, for those who hear the page.
    pub map: fn(&str) -> String,
    /// Before and after.
    pub before: &'static str,
    /// …
    pub after: &'static str,
    /// Under the photos.
    pub photos_note: &'static str,
    /// Headlines.
    pub found: &'static str,
    /// …
    pub done: &'static str,
    /// …
    pub reply: &'static str,
    /// …
    pub timeline: &'static str,
    /// Verify this record: headline.
    pub verify: &'static str,
    /// What it is.
    pub verify_what: fn(u64) -> String,
    /// Fold.
    pub verify_how: &'static str,
    /// Steps to check it oneself: the day of its file, as ISO.
    pub verify_steps: fn(&str) -> [String; 3],
    /// Name of a hash.
    pub hash_command: &'static str,
    /// Name of a hash.
    pub hash_entry: &'static str,
    /// When it was published.
    pub published: fn(&str) -> String,
    /// Which language is the official one; empty on the official page itself.
    pub official: Option<&'static str>,
    /// Link to the official text.
    pub official_link: &'static str,
    /// Back to the list.
    pub back: &'static str,
}

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

/// What is not there.
pub struct MissingWords {
    /// Headline.
    pub title: &'static str,
    /// What may be the reason.
    pub why: &'static str,
    /// To the list.
    pub to_cases: &'static str,
    /// To the receipt.
    pub to_receipt: &'static str,
    /// Something of ours failed: headline.
    pub failed: &'static str,
    /// What is safe, what to do; with the number for the support line.
    pub failed_more: fn(&str) -> String,
}

impl PortalWords {
    /// In this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&Self::ZH, &Self::EN)
    }

    /// 简体中文
    pub const ZH: Self = PortalWords {
        around: AroundWords {
            main_nav: "主导航",
            cases: "公开案件",
            receipt: "查回执",
            desk: "工作人员登录",
            field: "巡查员入口",
            about: |county| format!("{county}生态环境保护工作 · 件件有回音。紧急情况请直接拨打 12345 或 110。"),
            contact: |contact| format!("网站用不了？联系：{contact}"),
            title: |page| format!("{page} · 回音"),
        },
        home: HomeWords {
            title: |county| format!("回音 · {county}环境问题公开办理"),
            lead: "河边的垃圾、冒烟的锅炉、偷挖的河砂——说一声，县里就要查、要改、要回答。每一件都在这里公开。",
            look_up: "查我的回执",
            see_cases: "看已办结的案件",
            figures: "最近十二个月",
            received: "收到",
            received_of: "上报和反映的问题",
            answered: "按时答复",
            answered_of: |answered, due| format!("到期该答复的 {due} 件里，按时答复 {answered} 件"),
            answered_none: "还没有到期该答复的",
            median: "办结用时",
            median_of: "一半的案件在这个时间内办结",
            median_none: "还没有办结的",
            open: "还没办完",
            open_on_time: "都在期限内",
            open_late: |n| format!("{n} 件超过期限，我们办慢了"),
            matters: "件",
            days: |_| "天",
            list: "已办结的案件",
            total: |n| format!("{n} 件，新的在前"),
            category: "类别",
            township: "乡镇",
            all: "全部",
            filter: "筛选",
            clear: "看全部案件",
            line: |place, day, days| match days {
                Some(days) => format!("{place} · {day}办结 · 用时 {days} 天"),
                None => format!("{place} · {day}办结"),
            },
            empty: "还没有公开的案件",
            empty_more: "案件办结、回复并审核以后，会公开在这里。",
            no_match: "没有符合条件的案件",
            no_match_more: "换一个类别或乡镇再看。",
            map: "各乡镇已公开的案件数",
            spot: |place, n| format!("{place}，已公开 {n} 件"),
            paging: "翻页",
            newer: "更新的案件",
            older: "更早的案件",
            page_of: |page, pages| format!("第 {page} 页，共 {pages} 页"),
        },
        case: CaseWords {
            crumb: "位置",
            state: "已回复，已办结",
            took: |days, early| {
                let took = days.map_or_else(String::new, |days| format!("用时 {days} 天"));
                let early = match early {
                    None => String::new(),
                    Some(0) => "，按期办结".to_owned(),
                    Some(n) if n > 0 => format!("，比期限早 {n} 天"),
                    Some(n) => format!("，比期限晚 {} 天", -n),
                };
                format!("{took}{early}").trim_start_matches('，').to_owned()
            },
            category: "类别",
            place: "地点",
            unit: "办理",
            closed: "办结",
            place_cell: "（约 500 米范围内，不公开准确位置）",
            place_township: "（按规则公开到乡镇）",
            map: |place| format!("地图：{place}在县里的位置"),
            before: "整改前",
            after: "整改后",
            photos_note: "照片已去掉拍摄信息，可能认出人的地方已遮挡。",
            found: "查到了什么",
            done: "做了什么",
            reply: "回复",
            timeline: "经过",
            verify: "这份记录可以核对",
            verify_what: |seq| format!("公开的内容就是县台账第 {seq} 条。台账每一条都和前一条首尾相扣，改动任何一条都会被发现。"),
            verify_how: "自己核对",
            verify_steps: |day| {
                [
                    format!("下载当天的台账摘要：/api/v1/ledger/days/{day}。"),
                    "在里面找到下面的序号，比对两个散列值（SHA-256）。".to_owned(),
                    "散列值对得上，就是公布时的原样；对不上，请告诉我们。".to_owned(),
                ]
            },
            hash_command: "公开稿的散列值",
            hash_entry: "这一条台账的散列值",
            published: |at| format!("公布于 {at}"),
            official: None,
            official_link: "",
            back: "看其他案件",
        },
        receipt: ReceiptWords {
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
        },
        missing: MissingWords {
            title: "没有这个页面",
            why: "地址可能写错了；也可能这件案件还没有公开，或者已经按规定撤下。",
            to_cases: "看公开案件",
            to_receipt: "查回执",
            failed: "页面没有打开",
            failed_more: |id| format!("是我们的系统出了问题，您的内容没有丢。请过几分钟再试；仍然不行，请告诉我们这个编号：{id}"),
        },
    };

    /// British English
    pub const EN: Self = PortalWords {
        around: AroundWords {
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
        },
        home: HomeWords {
            title: |county| format!("Huiyin · environmental matters of {county}, handled in public"),
            lead: "Rubbish by the river, a smoking boiler, sand dug out at night: say it once, and the county must look, \
                   put it right and answer. Every matter is shown here.",
            look_up: "Look up my receipt",
            see_cases: "See closed cases",
            figures: "The last twelve months",
            received: "Received",
            received_of: "matters reported",
            answered: "Answered in time",
            answered_of: |answered, due| format!("{answered} of {due} answers that were due"),
            answered_none: "no answer was due yet",
            median: "Time to close",
            median_of: "half of the cases took no longer",
            median_none: "none closed yet",
            open: "Still open",
            open_on_time: "all within their time",
            open_late: |n| if n == 1 { "1 is overdue: we were slow".to_owned() } else { format!("{n} are overdue: we were slow") },
            matters: "",
            days: |n| if n == 1 { "\u{a0}day" } else { "\u{a0}days" },
            list: "Closed cases",
            total: |n| if n == 1 { "1 case".to_owned() } else { format!("{n} cases, newest first") },
            category: "Category",
            township: "Township",
            all: "All",
            filter: "Filter",
            clear: "See all cases",
            line: |place, day, days| match days {
                Some(1) => format!("{place} · closed {day} · took 1 day"),
                Some(days) => format!("{place} · closed {day} · took {days} days"),
                None => format!("{place} · closed {day}"),
            },
            empty: "No case has been published yet",
            empty_more: "Cases appear here once they are closed, answered and reviewed.",
            no_match: "No case matches",
            no_match_more: "Try another category or township.",
            map: "Published cases by township",
            spot: |place, n| if n == 1 { format!("{place}, 1 case published") } else { format!("{place}, {n} cases published") },
            paging: "Pages",
            newer: "Newer cases",
            older: "Older cases",
            page_of: |page, pages| format!("Page {page} of {pages}"),
        },
        case: CaseWords {
            crumb: "Breadcrumb",
            state: "Answered and closed",
            took: |days, early| {
                let plural = |n: i64| if n == 1 { "1 day".to_owned() } else { format!("{n} days") };
                let took = days.map(|days| format!("Took {}", plural(days)));
                let early = early.map(|n| match n {
                    0 => "on the day it was due".to_owned(),
                    n if n > 0 => format!("{} before the deadline", plural(n)),
                    n => format!("{} after the deadline", plural(-n)),
                });
                match (took, early) {
                    (Some(took), Some(early)) => format!("{took}, {early}"),
                    (one, other) => one.or(other).unwrap_or_default(),
                }
            },
            category: "Category",
            place: "Place",
            unit: "Handled by",
            closed: "Closed",
            place_cell: "(within about 500 m; the exact place is not public)",
            place_township: "(only the township is public)",
            map: |place| format!("Map: where {place} lies in the county"),
            before: "Before",
            after: "After",
            photos_note: "Photos carry no data about where and how they were taken; whatever might identify a person is covered.",
            found: "What was found",
            done: "What was done",
            reply: "Reply",
            timeline: "Timeline",
            verify: "This record can be verified",
            verify_what: |seq| {
                format!(
                    "What you read is entry {seq} of the county’s ledger. Each entry is chained to the one before; \
                     a change to any of them would show."
                )
            },
            verify_how: "Check it yourself",
            verify_steps: |day| {
                [
                    format!("Download the ledger’s digest of that day: /api/v1/ledger/days/{day}."),
                    "Find the entry’s number in it and compare both hashes (SHA-256).".to_owned(),
                    "If they match, this is what was published; if not, please tell us.".to_owned(),
                ]
            },
            hash_command: "Hash of the published text",
            hash_entry: "Hash of the ledger entry",
            published: |at| format!("Published {at}"),
            official: Some("This page’s frame is translated; the record itself is in Chinese, and that text is the official one:"),
            official_link: "中文",
            back: "See other cases",
        },
        receipt: ReceiptWords {
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
        },
        missing: MissingWords {
            title: "There is no such page",
            why: "The address may be mistyped; or the case is not public yet, or was withdrawn according to the rules.",
            to_cases: "See public cases",
            to_receipt: "Look up a receipt",
            failed: "The page could not be opened",
            failed_more: |id| {
                format!(
                    "Something of ours failed; nothing of yours is lost. Try again in a few minutes. If it still fails, tell us this number: {id}"
                )
            },
        },
    };
}
