//! Notices as the desk asks for them and gets them: one's own list, one's own contact, and the log of what was sent.

use super::Problem;
use async_trait::async_trait;
use huiyin_domain::{
    moment::Moment,
    notice::{About, Kind, Topic},
};
use serde::{Deserialize, Serialize};

/// What the desk may ask about notices. Everybody reads their own; the log is for administrators.
#[async_trait]
pub trait NoticesDesk: Send + Sync {
    /// A page of the asker's notices, newest first.
    async fn notices(&self, query: NoticesQuery) -> Result<NoticesPage, Problem>;
    /// How many the asker has not read.
    async fn unread(&self) -> Result<Unread, Problem>;
    /// Marks one or all as read; answers how many are left.
    async fn mark_notices(&self, mark: MarkRead) -> Result<Unread, Problem>;
    /// Where the asker can be reached.
    async fn contact(&self) -> Result<ContactPage, Problem>;
    /// Changes where the asker can be reached.
    async fn set_contact(&self, contact: Contact) -> Result<ContactPage, Problem>;
    /// A page of what was sent, newest first.
    async fn deliveries(&self, query: DeliveriesQuery) -> Result<DeliveriesPage, Problem>;
    /// Sends something again that was given up.
    async fn redeliver(&self, which: Redeliver) -> Result<(), Problem>;
}

/// Which notices.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct NoticesQuery {
    /// Keyset cursor of the next page, as the last page gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of one's own notices.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoticesPage {
    /// Newest first.
    pub rows: Vec<NoticeLine>,
    /// Where the next page starts, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many are not read, on all pages.
    pub unread: u32,
    /// The server's clock: what came later was not seen here.
    pub now: Moment,
}

/// One notice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoticeLine {
    /// The entry that caused it; of a draft of the rulebook, which draft it is.
    pub seq: u64,
    /// What it says.
    pub about: About,
    /// When it happened.
    pub at: Moment,
    /// Whether it was read.
    pub read: bool,
}

/// How many are not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unread {
    /// How many.
    pub unread: u32,
}

/// What is read now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkRead {
    /// This one.
    One {
        /// The entry that caused it; of a draft of the rulebook, which draft it is.
        seq: u64,
        /// What about.
        kind: Kind,
    },
    /// All that were there at this moment.
    All {
        /// The clock of the page that was read.
        until: Moment,
    },
}

/// Where a colleague can be reached, and of what by which channel.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// Telephone for short messages; empty is none.
    #[serde(default)]
    pub phone: String,
    /// Mailbox; empty is none.
    #[serde(default)]
    pub email: String,
    /// What is sent to the telephone.
    #[serde(default)]
    pub by_sms: Vec<Topic>,
    /// What is sent to the mailbox.
    #[serde(default)]
    pub by_mail: Vec<Topic>,
}

/// Telephone and mailbox are never printed.
impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Contact").field("by_sms", &self.by_sms).field("by_mail", &self.by_mail).finish_non_exhaustive()
    }
}

/// One's own contact, and what the county has set up.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ContactPage {
    /// The contact.
    pub contact: Contact,
    /// Whether short messages can be sent.
    pub sms: bool,
    /// Whether mail goes out, and is not only kept in a folder.
    pub mail: bool,
}

/// By what a notice is sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Short message.
    Sms,
    /// E-mail.
    Mail,
    /// To a program or the bot of a group.
    Webhook,
}

impl Channel {
    /// All of them.
    pub const ALL: [Channel; 3] = [Channel::Sms, Channel::Mail, Channel::Webhook];
}

/// How a sending stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// It will be tried, or tried again.
    Waiting,
    /// The other side took it.
    Sent,
    /// Given up.
    Failed,
    /// Not needed any more: read before, or the contact was taken back.
    Skipped,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [DeliveryState; 4] = [DeliveryState::Failed, DeliveryState::Waiting, DeliveryState::Sent, DeliveryState::Skipped];
}

/// Which sendings.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DeliveriesQuery {
    /// Only those that stand so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<DeliveryState>,
    /// Keyset cursor of the next page, as the last page gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of the log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeliveriesPage {
    /// Newest first.
    pub rows: Vec<DeliveryLine>,
    /// Where the next page starts, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Which channels the operator has set up.
    pub channels: Vec<Channel>,
}

/// One sending. It says to whom, never where.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeliveryLine {
    /// Its name, for sending it again.
    pub id: String,
    /// What it says.
    pub about: About,
    /// To whom, by name; none is a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// By what.
    pub channel: Channel,
    /// How it stands.
    pub state: DeliveryState,
    /// How often it was tried.
    pub tries: u32,
    /// When it was planned.
    pub made_at: Moment,
    /// When it is tried next, while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_try_at: Option<Moment>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Moment>,
    /// Why the last try did not work: a stable code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// Something that is to be sent again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Redeliver {
    /// Its name in the log.
    pub id: String,
}
