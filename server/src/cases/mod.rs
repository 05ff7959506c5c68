//! What stands behind the desk: lists, one case, and deeds, for a person who is signed in. Scope and permission are
//! checked here, for every call; the rules themselves are in `domain`.

mod act;
mod candidates;
mod cursor;
mod export;
mod figures;
mod filter;
mod inbox;
mod many;
mod map;
pub(crate) mod map_svg;
mod nearby;
mod on_spot;
mod open;
mod page;
mod reader;
mod timeline;
pub(crate) mod view;
mod views;
mod world;

use crate::{
    auth,
    core::{Core, County},
    error::{Error, Kind},
    rulebook,
};
use async_trait::async_trait;
use huiyin_app::{
    backend::{Backend, Candidate, CaseView, Deed, FiguresPage, FiguresQuery, Inbox, InboxQuery, Me, Outcome, PasswordChange, Problem},
    locales::Language,
};
use huiyin_domain::{
    case::{Case, VerbName, permission::Sight},
    ids::{CaseId, PersonId},
    people::PersonCard,
    rulebook::Rulebook,
};
use std::sync::Arc;

pub(crate) use act::desk_of;
pub(crate) use act::perform;
pub(crate) use inbox::inbox;
pub use reader::reader;

/// The desk of one person who is signed in.
#[derive(Clone)]
pub struct Desk {
    /// The server's parts.
    pub core: Arc<Core>,
    /// Who is asking.
    pub person: PersonId,
    /// In which language problems are told.
    pub language: Language,
    /// For the support line.
    pub request_id: String,
}

/// Who is asking, with the county as it is now.
pub(crate) struct Asking {
    pub(crate) county: Arc<County>,
    pub(crate) person: PersonCard,
}

/// A case that somebody may see.
pub(crate) struct Opened {
    pub(crate) asking: Asking,
    /// Members of the public are masked in it.
    pub(crate) case: Case,
    pub(crate) sight: Sight,
}

impl Desk {
    pub(crate) async fn asking(&self) -> Result<Asking, Error> {
        let county = self.core.county().await?;
        let person = county.people.get(self.person).cloned().ok_or_else(|| Error::new(Kind::NotSignedIn))?;
        Ok(Asking { county, person })
    }

    /// An error as this reader is told it; what is ours is logged once.
    pub(crate) fn told<T>(&self, answer: Result<T, Error>) -> Result<T, Problem> {
        answer.map_err(|error| {
            error.log(&self.request_id);
            error.to_problem(self.language, &self.request_id)
        })
    }

    /// The case with this number, if this person may see it.
    ///
    /// # Errors
    /// `NoSuchCase` otherwise.
    pub async fn by_number(&self, number: &str) -> Result<CaseId, Error> {
        let asking = self.asking().await?;
        let case = crate::storage::cases::by_number(self.core.db.read(), number).await?;
        open::opened(&asking, case).map(|(case, _)| case.id)
    }

    /// The change that a case stands at.
    ///
    /// # Errors
    /// If the database fails, or the case is gone.
    pub async fn standing(&self, case: CaseId) -> Result<u64, Error> {
        let standing = crate::storage::seen::standing(self.core.db.read(), case).await?;
        standing.ok_or_else(|| Error::new(Kind::NoSuchCase))
    }

    /// Whether a case's number and its id name the same one.
    ///
    /// # Errors
    /// `NoSuchCase` if they do not, or this person may not see it.
    pub async fn names(&self, number: &str, id: CaseId) -> Result<(), Error> {
        if self.by_number(number).await? == id { Ok(()) } else { Err(Error::new(Kind::NoSuchCase).field("case")) }
    }

    /// The case with this number as this person may see it, and how much of it that is.
    ///
    /// # Errors
    /// `NoSuchCase` if it is nothing.
    pub(crate) async fn opened(&self, number: &str) -> Result<Opened, Error> {
        let asking = self.asking().await?;
        let case = crate::storage::cases::by_number(self.core.db.read(), number).await?;
        let (case, sight) = open::opened(&asking, case)?;
        Ok(Opened { asking, case, sight })
    }

    pub(crate) async fn who(&self) -> Result<Me, Error> {
        let Asking { county, person } = self.asking().await?;
        let waiting = inbox::waiting(&self.core, &county, &person).await?;
        let calendar_missing = rulebook::calendar_missing(&person, &county.rulebook, self.core.now());
        Ok(Me { rulebook: without_boundaries(&county.rulebook), waiting, demo: county.demo, calendar_missing, person })
    }
}

/// Boundaries and papers are large, and no page of the desk takes them from here.
fn without_boundaries(book: &Rulebook) -> Rulebook {
    let mut book = book.clone();
    book.county.boundary = None;
    for division in &mut book.divisions {
        division.boundary = None;
    }
    book.zones.clear();
    book.rivers.clear();
    book.papers.clear();
    book
}

#[async_trait]
impl Backend for Desk {
    async fn me(&self) -> Result<Me, Problem> {
        self.told(self.who().await)
    }

    async fn inbox(&self, query: InboxQuery) -> Result<Inbox, Problem> {
        let answer = async {
            let Asking { county, person } = self.asking().await?;
            inbox(&self.core, &county, &person, query).await
        };
        self.told(answer.await)
    }

    async fn figures(&self, query: FiguresQuery) -> Result<FiguresPage, Problem> {
        let answer = async {
            let Asking { county, person } = self.asking().await?;
            figures::figures(&self.core, &county, &person, query).await
        };
        self.told(answer.await)
    }

    async fn case(&self, number: String) -> Result<CaseView, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            let view = view::view(&self.core, &asking, &number).await?;
            views::opened(&self.core, &asking, view.case.id, view.case.seq).await?;
            Ok(view)
        };
        self.told(answer.await)
    }

    async fn act(&self, deed: Deed) -> Result<Outcome, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            act::act(&self.core, &asking, deed).await
        };
        self.told(answer.await)
    }

    async fn candidates(&self, case: CaseId, verb: VerbName) -> Result<Vec<Candidate>, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            candidates::candidates(&self.core, &asking, case, verb).await
        };
        self.told(answer.await)
    }

    async fn change_password(&self, change: PasswordChange) -> Result<(), Problem> {
        self.told(auth::change_password(&self.core, self.person, &change).await)
    }
}
