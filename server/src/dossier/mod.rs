//! The whole file of a case (一案一档) as one ZIP: what is known, what happened, the exact commands and their hashes, photos,
//! papers, and how anybody can check all of it. Only whoever answers for the case may take it away, and it is logged.

mod index;
mod ledger;
mod packing;
mod parts;

use crate::{
    cases::{Desk, Opened, view},
    core::Core,
    error::{Error, Kind},
    storage,
};
use bytes::Bytes;
use futures::Stream;
use huiyin_app::{
    backend::{CaseView, Me},
    locales::Language,
};
use huiyin_domain::{
    case::permission::{Sight, may_take_file, may_take_originals},
    moment::Moment,
};
use parts::Part;
use std::{io, sync::Arc};

/// What the log calls it when a file is taken away.
const TAKEN: &str = "file";
const TAKEN_WITH_ORIGINALS: &str = "file_with_originals";

/// A file, gathered and ready to be packed.
pub struct Dossier {
    /// What it is called, without an ending.
    pub name: String,
    parts: Vec<Part>,
    language: Language,
    at: Moment,
    number: String,
}

impl Dossier {
    /// The bytes of the ZIP, one part after the other: never more than one photo is in memory.
    pub fn stream(self, core: Arc<Core>) -> impl Stream<Item = io::Result<Bytes>> + Send {
        packing::packed(core, self)
    }
}

/// What the parts are made of.
struct Gathered<'a> {
    core: &'a Core,
    me: &'a Me,
    view: &'a CaseView,
    language: Language,
    originals: bool,
}

impl Desk {
    /// The whole file of the case with this number. It is logged before anything leaves.
    ///
    /// # Errors
    /// If there is no such case for this person, or this person may not take its file or the original photos away.
    pub async fn dossier(&self, number: &str, originals: bool) -> Result<Dossier, Error> {
        let Opened { asking, case, sight } = self.opened(number).await?;
        let book = &asking.county.rulebook;
        let may = sight == Sight::Whole && may_take_file(&case, &asking.person, book);
        if !may || (originals && !may_take_originals(&case, &asking.person, book)) {
            return Err(Error::new(Kind::NotAllowed));
        }
        let view = view::view(&self.core, &asking, number).await?;
        let facts = crate::papers::gathered(self.core.db.read(), &asking, &case).await?;
        let me = Me { rulebook: (**book).clone(), ..self.who().await? };
        let gathered = Gathered { core: &self.core, me: &me, view: &view, language: self.language, originals };
        let parts = parts::of(&gathered, &asking, &facts).await?;
        let at = self.core.now();
        let what = if originals { TAKEN_WITH_ORIGINALS } else { TAKEN };
        let db = self.core.db.begin().await?;
        storage::vault::log(&db, self.core.ids.uuid(), at, self.person, what, Some(case.id), None).await?;
        db.commit().await?;
        Ok(Dossier { name: format!("{number}-{}", at.day()), parts, language: self.language, at, number: number.to_owned() })
    }
}
