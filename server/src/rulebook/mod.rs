//! The rulebook on the desk: one draft, checked by the rules' own room, put in force by a second person.

mod awaits;
mod draft;
mod force;
mod page;

use crate::{
    cases::{Asking, Desk},
    error::{Error, Kind},
};
use async_trait::async_trait;
use huiyin_app::backend::{
    DraftOutcome, DraftPreview, DraftRevision, Problem, RulebookDesk, RulebookImport, RulebookPage, SectionOutcome, SectionPage,
    SectionSave,
};
use huiyin_domain::{people::edits_rulebook, rulebook::file::Section};
use serde_json::Value;

pub use page::calendar_missing;

/// Largest section or file, bytes: a county with the edges of all its villages fits many times.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Who asks, if they may change it.
async fn editor(desk: &Desk) -> Result<Asking, Error> {
    let asking = desk.asking().await?;
    if edits_rulebook(&asking.person) { Ok(asking) } else { Err(Error::new(Kind::NotAllowed)) }
}

impl Desk {
    /// The file as a text that people can read.
    ///
    /// # Errors
    /// If nobody is signed in, or the database fails.
    pub async fn rulebook_text(&self) -> Result<String, Error> {
        Ok(serde_json::to_string_pretty(&page::file(self).await?)?)
    }
}

#[async_trait]
impl RulebookDesk for Desk {
    async fn rulebook(&self) -> Result<RulebookPage, Problem> {
        self.told(page::page(self).await)
    }

    async fn rulebook_section(&self, section: Section) -> Result<SectionPage, Problem> {
        self.told(page::section(self, section).await)
    }

    async fn open_draft(&self) -> Result<RulebookPage, Problem> {
        self.told(draft::open(self).await)
    }

    async fn drop_draft(&self, draft: DraftRevision) -> Result<DraftOutcome, Problem> {
        self.told(draft::throw_away(self, draft).await)
    }

    async fn save_section(&self, save: SectionSave) -> Result<SectionOutcome, Problem> {
        self.told(draft::save(self, save).await)
    }

    async fn import_rulebook(&self, import: RulebookImport) -> Result<DraftOutcome, Problem> {
        self.told(draft::import(self, import).await)
    }

    async fn rulebook_file(&self) -> Result<Value, Problem> {
        self.told(page::file(self).await)
    }

    async fn preview_draft(&self) -> Result<DraftPreview, Problem> {
        self.told(force::preview(self).await)
    }

    async fn put_in_force(&self, draft: DraftRevision) -> Result<DraftOutcome, Problem> {
        self.told(force::put_in_force(self, draft).await)
    }
}
