//! Taking over what is kept elsewhere: a file is uploaded, its columns are named, every row is tried without effect, and
//! only then taken in.

use super::Problem;
use async_trait::async_trait;
use huiyin_domain::{moment::Moment, people::Role, refusal::Code};
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
}

impl ImportKind {
    /// All of them.
    pub const ALL: [ImportKind; 3] = [ImportKind::Hotline, ImportKind::Ledger, ImportKind::Sites];

    /// Who takes them over.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            ImportKind::Hotline | ImportKind::Ledger => Role::Dispatcher,
            ImportKind::Sites => Role::Admin,
        }
    }

    /// What its rows may tell, in the order of the form.
    #[must_use]
    pub fn fields(self) -> &'static [ImportField] {
        use ImportField as F;
        match self {
            ImportKind::Hotline => {
                &[F::Number, F::Words, F::Title, F::MadeAt, F::Category, F::Division, F::Address, F::Longitude, F::Latitude]
            }
            ImportKind::Ledger => {
                &[F::Number, F::Words, F::Title, F::MadeAt, F::Category, F::Division, F::Address, F::Longitude, F::Latitude, F::Status]
            }
            ImportKind::Sites => &[F::Name, F::SiteKind, F::Division, F::Longitude, F::Latitude],
        }
    }

    /// Whether every row must have it.
    #[must_use]
    pub fn needs(self, field: ImportField) -> bool {
        use ImportField as F;
        match self {
            ImportKind::Hotline | ImportKind::Ledger => matches!(field, F::Number | F::Words),
            ImportKind::Sites => matches!(field, F::Name | F::SiteKind | F::Longitude | F::Latitude),
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
    /// How it ended.
    pub end: RowEnd,
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
