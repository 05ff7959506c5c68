//! What the public pages show. Made by the server from published records only.

use huiyin_domain::{
    case::State,
    hash::Hash,
    moment::Moment,
    publication::PublicRecord,
    receipt::NotAReceipt,
    rulebook::{CategoryCode, Rulebook},
};

/// `/`
pub struct Home {
    /// Names of categories and townships.
    pub rulebook: std::sync::Arc<Rulebook>,
    /// Lean figures.
    pub figures: HomeFigures,
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
    /// Whether this is a demonstration.
    pub demo: bool,
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
    /// Whether this is a demonstration.
    pub demo: bool,
}

/// `/receipt`
pub struct ReceiptPage {
    /// What was typed, to show again.
    pub typed: String,
    /// What we know.
    pub answer: Option<ReceiptAnswer>,
    /// Whether this is a demonstration.
    pub demo: bool,
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
    /// By when it should be done.
    pub due_at: Option<Moment>,
    /// What the reporter is told, if there is a reply.
    pub reply: Option<String>,
    /// When the reply was given.
    pub replied_at: Option<Moment>,
    /// Whether there is a public page.
    pub published: bool,
}
