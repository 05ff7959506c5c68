//! Accounts as the desk asks for them and changes them.

use super::Problem;
use async_trait::async_trait;
use huiyin_domain::{
    case::State,
    division::DivisionCode,
    ids::{DeviceId, PersonId},
    moment::Moment,
    people::{Grant, PersonCard, Role, UnitCode},
};
use serde::{Deserialize, Serialize};

/// Looking after accounts. Who may see and change which is checked inside, for every call.
#[async_trait]
pub trait PeopleDesk: Send + Sync {
    /// A page of the accounts that the asker looks after.
    async fn people(&self, query: PeopleQuery) -> Result<PeoplePage, Problem>;
    /// One of them.
    async fn account(&self, person: PersonId) -> Result<AccountView, Problem>;
    /// Makes an account; the person is invited to set a password.
    async fn create_account(&self, form: NewAccount) -> Result<Created, Problem>;
    /// Changes an account.
    async fn change_account(&self, deed: AccountDeed) -> Result<Option<Invitation>, Problem>;
    /// The asker's own devices and sessions.
    async fn own_devices(&self) -> Result<Vec<DeviceView>, Problem>;
}

/// Which accounts.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PeopleQuery {
    /// Only with this text in name or sign-in name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Only with this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Only of this unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Only with a role in this township.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub township: Option<DivisionCode>,
    /// The closed accounts instead of the open ones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
    /// The last line of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<PersonId>,
}

/// A page of accounts.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct PeoplePage {
    /// The page, by unit and name.
    pub rows: Vec<PersonRow>,
    /// How many there are in all.
    pub total: u32,
    /// After whom the next page starts, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<PersonId>,
}

/// One line of the list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PersonRow {
    /// Name, unit and roles.
    pub person: PersonCard,
    /// The name that is typed to sign in.
    pub sign_in_name: String,
    /// How the account stands.
    pub standing: Standing,
}

/// How an account stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The person can sign in.
    Open,
    /// The person has not set a password yet.
    Invited,
    /// Nobody can sign in with it.
    Closed,
}

/// One account with all that its page shows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AccountView {
    /// Name, unit and roles.
    pub person: PersonCard,
    /// The name that is typed to sign in.
    pub sign_in_name: String,
    /// How it stands.
    pub standing: Standing,
    /// Since when there is this account.
    pub created_at: Moment,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Moment>,
    /// Until when an invitation waits to be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_until: Option<Moment>,
    /// Failed sign-ins that make the next one wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slowed: Option<Slowed>,
    /// Devices and sessions, the newest first.
    pub devices: Vec<DeviceView>,
    /// Open cases that name this person: somebody must take them over when the account is closed. Numbers only.
    pub open_cases: Vec<OpenCase>,
    /// Whether it is the asker's own: nobody changes their own roles or closes their own account.
    pub own: bool,
    /// Whether nobody else administers the county.
    pub last_admin: bool,
    /// The server's clock.
    pub now: Moment,
}

/// Failed sign-ins under an account's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Slowed {
    /// How many in all.
    pub failures: u32,
    /// From how many places. Only these wait: from elsewhere the person signs in as always.
    pub places: u32,
    /// When the last one was.
    pub last_at: Moment,
    /// Until when a try from there waits.
    pub until: Moment,
}

/// An open case that names somebody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OpenCase {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// As the one who re-inspects; otherwise as the one who handles it.
    pub rechecking: bool,
}

/// A device and what is signed in on it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DeviceView {
    /// Which.
    pub id: DeviceId,
    /// Whether it is a queue on a phone; otherwise it is the person's desk, in whatever browser.
    pub phone: bool,
    /// What it calls itself.
    pub label: String,
    /// Since when it is known.
    pub created_at: Moment,
    /// When it last sent something. What it still holds is not known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Moment>,
    /// Whether it was taken out of use: what it still sends is kept aside.
    pub revoked: bool,
    /// What is signed in on it.
    pub sessions: Vec<SessionView>,
}

/// Somebody who is signed in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SessionView {
    /// Names it; no key to it.
    pub id: String,
    /// When it began.
    pub began_at: Moment,
    /// When it ends if it is not used before.
    pub ends_at: Moment,
}

/// What an account says of a person.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct AccountForm {
    /// The name colleagues know.
    pub name: String,
    /// For whom the person works.
    pub unit: String,
    /// Number of the law-enforcement certificate, if held.
    #[serde(default)]
    pub certificate: String,
    /// Roles, each where it holds.
    pub grants: Vec<Grant>,
}

/// A new account.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct NewAccount {
    /// The name that will be typed to sign in.
    pub sign_in_name: String,
    /// The rest.
    #[serde(flatten)]
    pub form: AccountForm,
}

/// A new account and the way into it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Created {
    /// Whose.
    pub person: PersonId,
    /// Shown now and never again.
    pub invitation: Invitation,
}

/// A link with which a person sets a password, once. Only its hash is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The address.
    pub link: String,
    /// The same as a QR code: how many squares a side…
    pub qr_side: u32,
    /// …and the dark ones, as a path of SVG.
    pub qr_path: String,
    /// Until when it works.
    pub expires_at: Moment,
}

/// A link that opens an account is never printed.
impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Invitation")
    }
}

/// One change of an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountDeed {
    /// Whose account.
    pub person: PersonId,
    /// What.
    pub ask: AccountAsk,
}

/// What may be asked of an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountAsk {
    /// Name, unit, certificate and roles become these.
    Change(AccountForm),
    /// The password is forgotten and all sessions end; a new invitation is made.
    Invite,
    /// Nobody signs in with it any more; all sessions end. Nothing in the ledger changes.
    Close,
    /// It is in use again.
    Open,
    /// Failed sign-ins are forgotten: the next try does not wait.
    ForgetFailures,
    /// One session ends.
    EndSession(String),
    /// A phone is taken out of use: its sessions end, and what it still sends is kept aside.
    RevokeDevice(DeviceId),
}
