//! The rulebook on the desk: what is in force, the one draft, and how a second person puts it in force.

use super::Problem;
use async_trait::async_trait;
use huiyin_domain::{
    moment::Moment,
    rulebook::{CategoryCode, Change, Flaw, RulebookVersion, file::Section},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// What the desk may ask of the rulebook. Everybody at the desk may read it; administrators and dispatchers may change it.
#[async_trait]
pub trait RulebookDesk: Send + Sync {
    /// What is in force, the draft, and what was done.
    async fn rulebook(&self) -> Result<RulebookPage, Problem>;
    /// One section: of the draft if one is open, else of what is in force.
    async fn rulebook_section(&self, section: Section) -> Result<SectionPage, Problem>;
    /// Opens a draft of what is in force; the one that is open already, if there is one.
    async fn open_draft(&self) -> Result<RulebookPage, Problem>;
    /// Throws the draft away.
    async fn drop_draft(&self, draft: DraftRevision) -> Result<DraftOutcome, Problem>;
    /// Saves a section of the draft, also with flaws in it.
    async fn save_section(&self, save: SectionSave) -> Result<SectionOutcome, Problem>;
    /// Takes a whole file into the draft, or names everything that is wrong with it.
    async fn import_rulebook(&self, import: RulebookImport) -> Result<DraftOutcome, Problem>;
    /// The draft, or without one what is in force, as one file.
    async fn rulebook_file(&self) -> Result<Value, Problem>;
    /// What the draft would change.
    async fn preview_draft(&self) -> Result<DraftPreview, Problem>;
    /// Puts the draft in force as a new edition.
    async fn put_in_force(&self, draft: DraftRevision) -> Result<DraftOutcome, Problem>;
}

/// What is in force, and what is being done.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RulebookPage {
    /// The edition in force.
    pub version: RulebookVersion,
    /// Since when.
    pub in_force_from: Moment,
    /// Whether I may change it.
    pub may_edit: bool,
    /// How many items each section holds: of the draft if one is open.
    pub sections: Vec<SectionCount>,
    /// The draft, if one is open.
    pub draft: Option<DraftHead>,
    /// Units without people and the like, of what is in force.
    pub warnings: Vec<Flaw>,
    /// What was done, newest first.
    pub log: Vec<RulebookLogLine>,
}

/// A section, and how many items it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SectionCount {
    /// Which.
    pub section: Section,
    /// How many.
    pub items: u32,
    /// Whether the draft changes it.
    pub changed: bool,
}

/// The draft that is open.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DraftHead {
    /// Which draft, at which revision.
    pub at: DraftRevision,
    /// Who opened it, by name.
    pub opened_by: String,
    /// When.
    pub opened_at: Moment,
    /// Who wrote in it, by name.
    pub authors: Vec<String>,
    /// Whether I am one of them.
    pub mine: bool,
}

/// A draft as somebody saw it: what is put in force is what was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DraftRevision {
    /// Which draft.
    pub draft: Uuid,
    /// At which revision.
    pub revision: u64,
}

/// One line of the log.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RulebookLogLine {
    /// When.
    pub at: Moment,
    /// Who, by name.
    pub by: String,
    /// What.
    pub deed: RulebookDeed,
    /// In which section.
    pub section: Option<Section>,
    /// As which edition.
    pub version: Option<RulebookVersion>,
}

/// What may be done with a draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulebookDeed {
    /// It was opened.
    Opened,
    /// A section was saved.
    Saved,
    /// A file was taken in.
    Imported,
    /// It was thrown away.
    Dropped,
    /// It was put in force.
    InForce,
}

/// One section.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SectionPage {
    /// Which.
    pub section: Section,
    /// Its content, as in the file.
    pub body: Value,
    /// Whether I may change it now: a draft is open and I may edit.
    pub draft: Option<Uuid>,
    /// The revision that was read; what is saved names it.
    pub revision: u64,
    /// Who saved it last, by name.
    pub saved_by: Option<String>,
    /// When.
    pub saved_at: Option<Moment>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
    /// Units, categories and divisions to choose from: code, 中文, English.
    pub choices: SectionChoices,
}

/// What may be chosen in a section's fields.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SectionChoices {
    /// Units.
    pub units: Vec<(String, String, String)>,
    /// Categories.
    pub categories: Vec<(String, String, String)>,
    /// Townships and villages.
    pub divisions: Vec<(String, String, String)>,
}

/// A section to be saved.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SectionSave {
    /// In which draft.
    pub draft: Uuid,
    /// Which.
    pub section: Section,
    /// The revision that was changed.
    pub base: u64,
    /// Its content, as in the file.
    pub body: Value,
}

/// What became of a section.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum SectionOutcome {
    /// It is saved.
    Saved {
        /// Its revision now.
        revision: u64,
        /// What is still wrong with it.
        flaws: Vec<Flaw>,
    },
    /// Somebody else saved it meanwhile; nothing was changed.
    Conflict {
        /// The section as it is now.
        now: Box<SectionPage>,
    },
}

/// A file to be taken in.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RulebookImport {
    /// The draft it is for.
    pub at: DraftRevision,
    /// The file's text.
    pub text: String,
}

/// What became of a draft.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum DraftOutcome {
    /// Done.
    Done {
        /// The edition in force now.
        version: RulebookVersion,
    },
    /// Nothing was changed, and why.
    Refused {
        /// Why.
        why: WhyNot,
        /// Everything that must be mended.
        flaws: Vec<Flaw>,
    },
}

/// Why a draft is not put in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// Whoever wrote in it may not be the second person.
    SamePerson,
    /// It has flaws.
    Flaws,
    /// It changes nothing.
    NothingChanged,
    /// It has been changed since it was read.
    Moved,
    /// I may only read it.
    NotAllowed,
}

/// What a draft would change.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DraftPreview {
    /// The edition in force.
    pub version: RulebookVersion,
    /// The draft as it was read.
    pub draft: DraftHead,
    /// Item by item.
    pub changes: Vec<Change>,
    /// Everything that is wrong or worth a look.
    pub flaws: Vec<Flaw>,
    /// Open cases of each category that changes, or all if times change. They keep the promise they were given.
    pub open_cases: Vec<OpenCases>,
    /// Why I may not put it in force, if I may not.
    pub why_not: Option<WhyNot>,
    /// Units, categories and divisions by name.
    pub choices: SectionChoices,
}

/// Open cases of a category.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OpenCases {
    /// Which category.
    pub category: CategoryCode,
    /// How many.
    pub cases: u64,
}
