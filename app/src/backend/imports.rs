//! Taking over what is kept elsewhere: a file is uploaded, its columns are named, every row is tried without effect, and
//! only then taken in.

use super::{Invitation, Problem};
use async_trait::async_trait;
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    people::{PersonCard, Role, manages},
    refusal::Code,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the desk asks about imports. The file itself comes to `POST /api/v1/imports`.
#[async_trait]
pub trait ImportsDesk: Send + Sync {
    /// The newest files, and what I may take over.
    async fn imports(&self) -> Result<ImportsPage, Problem>;
    /// One file.
    async fn import(&self, id: Uuid) -> Result<ImportView, Problem>;
    /// Tries every row with these columns; nothing is taken in.
    async fn check_import(&self, columns: ImportColumns) -> Result<ImportView, Problem>;
    /// Takes in every row without a fault.
    async fn start_import(&self, id: Uuid) -> Result<ImportView, Problem>;
    /// Stops after what is under way, or throws a file away that has not begun. What was taken in stays.
    async fn stop_import(&self, id: Uuid) -> Result<ImportView, Problem>;
    /// Makes the link of everybody whom this file brought in and who has no password yet. Links made before stop working.
    async fn invite_imported(&self, id: Uuid) -> Result<Vec<RowInvitation>, Problem>;
}

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// 12345 热线工单
    Hotline,
    /// 旧台账: matters that are still open.
    Ledger,
    /// 污染源
    Sites,
    /// 人员: accounts to be.
    People,
}

impl ImportKind {
    /// All of them.
    pub const ALL: [ImportKind; 4] = [ImportKind::Hotline, ImportKind::Ledger, ImportKind::Sites, ImportKind::People];

    /// Whether this person takes them over: accounts are for those who may make any.
    #[must_use]
    pub fn is_for(self, person: &PersonCard) -> bool {
        match self {
            ImportKind::Hotline | ImportKind::Ledger => person.has(Role::Dispatcher),
            ImportKind::Sites => person.has(Role::Admin),
            ImportKind::People => manages(person),
        }
    }

    /// Whether only who brought such a file sees it: two who make accounts do not look after the same people, and a list of
    /// matters may hold a complaint about another dispatcher's unit. The same file brought again is known row by row.
    #[must_use]
    pub fn is_own(self) -> bool {
        self != ImportKind::Sites
    }

    /// What its rows may tell, in the order of the form.
    #[must_use]
    pub fn fields(self) -> &'static [ImportField] {
        use ImportField as F;
        match self {
            ImportKind::Hotline => {
                &[F::Number, F::Words, F::Title, F::MadeAt, F::Category, F::Division, F::Address, F::Longitude, F::Latitude, F::AboutUnit]
            }
            ImportKind::Ledger => &[
                F::Number,
                F::Words,
                F::Title,
                F::MadeAt,
                F::Category,
                F::Division,
                F::Address,
                F::Longitude,
                F::Latitude,
                F::Status,
                F::AboutUnit,
            ],
            ImportKind::Sites => &[F::Name, F::SiteKind, F::Division, F::Longitude, F::Latitude],
            ImportKind::People => &[F::PersonName, F::SignInName, F::Role, F::Scope, F::Unit, F::Certificate],
        }
    }

    /// Whether a file must have a column of it.
    #[must_use]
    pub fn needs(self, field: ImportField) -> bool {
        use ImportField as F;
        match self {
            ImportKind::Hotline | ImportKind::Ledger => matches!(field, F::Number | F::Words),
            ImportKind::Sites => matches!(field, F::Name | F::SiteKind | F::Longitude | F::Latitude),
            ImportKind::People => matches!(field, F::PersonName | F::SignInName | F::Role | F::Scope),
        }
    }
}

/// What a column tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// Its number where it comes from.
    Number,
    /// What was told.
    Words,
    /// A line above it.
    Title,
    /// When it was told.
    MadeAt,
    /// What kind of matter.
    Category,
    /// Township or village.
    Division,
    /// Where, in words.
    Address,
    /// Degrees east.
    Longitude,
    /// Degrees north.
    Latitude,
    /// Where it stands there.
    Status,
    /// A place's name.
    Name,
    /// What sort of place.
    SiteKind,
    /// The name that colleagues know.
    PersonName,
    /// The name that is typed to sign in.
    SignInName,
    /// What somebody is trusted with.
    Role,
    /// Where that holds: townships, villages, units or grids.
    Scope,
    /// For whom somebody works.
    Unit,
    /// Number of the law-enforcement certificate.
    Certificate,
    /// Which unit of the county it is a complaint about: that unit never sees it.
    AboutUnit,
}

/// How far a file has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportStage {
    /// Its columns wait to be named.
    Columns,
    /// Every row was tried.
    Checked,
    /// Rows are being taken in.
    Running,
    /// All rows are.
    Done,
    /// Somebody stopped it.
    Stopped,
}

/// The list of files.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ImportsPage {
    /// What I may take over; none if it is not my work.
    pub kinds: Vec<ImportKind>,
    /// My newest files, newest first.
    pub imports: Vec<ImportLine>,
    /// Most bytes of a file.
    pub max_bytes: u64,
    /// Most rows of a file.
    pub max_rows: u32,
}

/// One file in the list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ImportLine {
    /// Its id.
    pub id: Uuid,
    /// What it holds.
    pub kind: ImportKind,
    /// What it was called.
    pub file: String,
    /// When it came.
    pub at: Moment,
    /// How far it is.
    pub stage: ImportStage,
    /// Its rows, without the head.
    pub rows: u32,
}

/// A column of a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ImportColumn {
    /// What stands above it.
    pub head: String,
    /// The first things in it.
    pub samples: Vec<String>,
    /// What it tells; none is left out.
    pub field: Option<ImportField>,
}

/// What the columns of a file tell, from the first one on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ImportColumns {
    /// Which file.
    pub id: Uuid,
    /// For each column; none is left out.
    pub fields: Vec<Option<ImportField>>,
}

/// One file with all that its page shows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ImportView {
    /// The file.
    pub line: ImportLine,
    /// Its columns, until it is taken in.
    pub columns: Vec<ImportColumn>,
    /// How many rows have which end, or would have.
    pub counts: ImportCounts,
    /// Rows that cannot be taken in, the first ones; all of them are in the file to take away.
    pub faults: Vec<RowFault>,
    /// What became of rows, the first ones.
    pub taken: Vec<RowTaken>,
}

/// How many rows have which end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ImportCounts {
    /// To be taken in.
    pub good: u32,
    /// Left out for a fault.
    pub bad: u32,
    /// Here already, from an earlier file.
    pub known: u32,
    /// Taken in.
    pub taken: u32,
    /// Not taken in: something changed since they were tried.
    pub refused: u32,
}

impl ImportCounts {
    /// How many of the good rows are through.
    #[must_use]
    pub fn through(self) -> u32 {
        self.taken.saturating_add(self.refused)
    }
}

/// What is wrong with a row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RowFault {
    /// Which row, as spreadsheets count: the head is 1.
    pub row: u32,
    /// Above which column; none if it is about the row or a column that is not there.
    pub column: Option<String>,
    /// What the column tells.
    pub field: Option<ImportField>,
    /// What stands there, its first characters.
    pub text: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing stands there.
    Missing,
    /// Too few characters.
    TooShort {
        /// At least so many.
        min: u32,
    },
    /// Too many characters.
    TooLong {
        /// At most so many.
        max: u32,
    },
    /// No date, or one that can be read in two ways.
    NotADate,
    /// A date that is still to come, or before there was such a system.
    ImpossibleDate,
    /// No number of degrees.
    NotDegrees,
    /// One of two degrees is missing.
    HalfAPlace,
    /// A place outside the county.
    OutsideCounty,
    /// No such category.
    UnknownCategory,
    /// No such township or village, or several.
    UnknownDivision,
    /// No such sort of place.
    UnknownSiteKind,
    /// It is over there: here a case is closed by its own evidence only.
    Closed,
    /// The same number, or the same place, stands in another row.
    Twice {
        /// Which.
        row: u32,
    },
    /// The number was taken over before, with other content.
    Changed,
    /// It cannot be a sign-in name.
    BadSignInName,
    /// Another account has this sign-in name, or one that says something else.
    SignInNameTaken,
    /// The same sign-in name stands in an earlier row.
    SignInNameTwice {
        /// Which.
        row: u32,
    },
    /// No such role.
    UnknownRole,
    /// Who brings the file may not give this role there.
    RoleNotYours,
    /// It is not said where the role holds.
    NoScope,
    /// No such township, village, unit or grid, or several.
    UnknownScope,
    /// The role cannot hold there.
    WrongScope,
    /// No such unit, or several.
    UnknownUnit,
    /// It is not said for whom the person works, and the scope does not tell.
    NoUnit,
    /// Who brings the file does not look after this unit.
    UnitNotYours,
    /// Another rule of the county says no.
    Rule {
        /// Which.
        code: Code,
    },
}

/// What became of a row that was taken in, or was here already.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RowTaken {
    /// Which row.
    pub row: u32,
    /// Its number or name there.
    pub there: String,
    /// The case's number here, if it is a case.
    pub number: Option<String>,
    /// Whose account, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// How it ended.
    pub end: RowEnd,
}

/// The way into an account that a file brought.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RowInvitation {
    /// Which row.
    pub row: u32,
    /// Whose account.
    pub person: PersonId,
    /// The name that colleagues know.
    pub name: String,
    /// The name that is typed to sign in.
    pub sign_in_name: String,
    /// Shown now and never again.
    pub invitation: Invitation,
}

/// How a row ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowEnd {
    /// Taken in.
    Taken,
    /// Here already: nothing was changed.
    Known,
    /// Not taken in.
    Refused,
}
