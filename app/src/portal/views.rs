//! What the public pages show. Made by the server from published records only.

use huiyin_domain::{
    case::{Due, State},
    division::DivisionCode,
    hash::Hash,
    moment::Moment,
    publication::{PublicRecord, PublicStep},
    receipt::NotAReceipt,
    rulebook::{CategoryCode, Rulebook},
};

/// What stands around every public page, from settings and the rulebook.
#[derive(Clone, Debug)]
pub struct Around {
    /// The county's 中文 name.
    pub county: String,
    /// The county's English name.
    pub county_en: String,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// Lines of the footer by setting: ICP and 公安备案 number, filing number.
    pub lines: Vec<String>,
    /// Whom to call when something does not work, by setting.
    pub contact: Option<String>,
    /// 审图号 of the map, by setting.
    pub map_approval: Option<String>,
}

/// `/`
pub struct Home {
    /// Names of categories and townships.
    pub rulebook: std::sync::Arc<Rulebook>,
    /// Lean figures.
    pub figures: HomeFigures,
    /// How many published cases each township has, whatever the filters.
    pub townships: Vec<(DivisionCode, u32)>,
    /// Newest first.
    pub cases: Vec<PublicRecord>,
    /// Filters as asked for.
    pub filter: Filter,
    /// How many match the filters.
    pub total: u32,
    /// Page, from 1.
    pub page: u32,
    /// How many pages.
    pub pages: u32,
}

/// Figures over the last twelve months. Every rate shows its count.
pub struct HomeFigures {
    /// Matters received.
    pub received: u32,
    /// Of those whose answer was due, how many…
    pub due: u32,
    /// …were answered by their due date.
    pub answered_in_time: u32,
    /// Days from receipt to closure, median.
    pub median_days: Option<u32>,
    /// Matters that are still open, whenever they came in.
    pub open: u32,
    /// Of those, how many are past their due date: late is called late.
    pub overdue: u32,
}

/// Filters of the list.
#[derive(Clone, Default)]
pub struct Filter {
    /// A category.
    pub category: Option<CategoryCode>,
    /// A township's code.
    pub division: Option<String>,
}

/// `/cases/{number}`
pub struct CasePage {
    /// Names of categories and townships.
    pub rulebook: std::sync::Arc<Rulebook>,
    /// What is public.
    pub record: PublicRecord,
    /// Where its publish command stands in the ledger.
    pub seq: u64,
    /// The hash of that command's bytes.
    pub command_hash: Hash,
    /// The entry's hash.
    pub entry_hash: Hash,
    /// When it was published.
    pub published_at: Moment,
}

/// `/receipt`
pub struct ReceiptPage {
    /// What was typed, to show again.
    pub typed: String,
    /// What we know.
    pub answer: Option<ReceiptAnswer>,
    /// What the reporter has just said.
    pub said: Option<Said>,
}

/// What a reporter may say by their receipt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Saying {
    /// 评价
    Rate,
    /// 申请重办
    Reopen,
    /// 补充
    Answer,
}

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heard {
    /// It is in the ledger.
    Done,
    /// Too few words to know what is meant.
    TooShort,
    /// More words than are taken.
    TooLong,
    /// Too often today.
    TooMany,
    /// The rules do not allow it now.
    NotNow,
}

/// What a reporter has just said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// Which form.
    pub saying: Saying,
    /// The words, to show again if they were not taken.
    pub words: String,
    /// What became of it.
    pub heard: Heard,
}

/// What a receipt number finds.
pub enum ReceiptAnswer {
    /// Mistyped.
    NotANumber(NotAReceipt),
    /// No such matter, or the key does not fit; never said which.
    NotFound,
    /// Too many wrong tries for this matter just now.
    TooMany {
        /// Try again after this many seconds.
        retry_after_s: u32,
    },
    /// Here it is.
    Found(Box<ReceiptFound>),
}

/// What the holder of a receipt may read.
pub struct ReceiptFound {
    /// The matter's number.
    pub number: String,
    /// Category's code.
    pub category: CategoryCode,
    /// Names of categories.
    pub rulebook: std::sync::Arc<Rulebook>,
    /// Where it stands.
    pub state: State,
    /// When it was received.
    pub received_at: Moment,
    /// What happened so far, oldest first, as the public is told: units, never persons.
    pub steps: Vec<PublicStep>,
    /// The server's clock.
    pub now: Moment,
    /// By when it should be done.
    pub due_at: Option<Moment>,
    /// The clock that the reporter waits for, so that it can explain itself.
    pub due: Option<Due>,
    /// Whether the clocks rest now.
    pub resting: bool,
    /// What the reporter was asked and has not answered.
    pub question: Option<String>,
    /// How the reporter rated the last reply; none while they have not.
    pub rated: Option<bool>,
    /// Until when the reporter may ask to have it done again.
    pub reopen_until: Option<Moment>,
    /// What the reporter is told, if there is a reply.
    pub reply: Option<String>,
    /// Which unit handles it, by name.
    pub unit: Option<String>,
    /// When the reply was given.
    pub replied_at: Option<Moment>,
    /// Whether there is a public page.
    pub published: bool,
}
