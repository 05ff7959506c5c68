//! Saved lists of a person, and what they have seen.

use super::{Asking, Desk, filter::filter, inbox, many, on_spot};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{
        self,
        views::{self, ViewRow},
    },
};
use async_trait::async_trait;
use huiyin_app::backend::{CaseView, Deeds, Done, InboxDesk, InboxQuery, Land, Problem, SavedView, ViewChange};
use huiyin_domain::ids::CaseId;
use uuid::Uuid;

/// Most characters of a name.
const NAME_CHARS: usize = 40;
/// Most lists of one person: more than that nobody finds again.
const VIEWS: usize = 30;

#[async_trait]
impl InboxDesk for Desk {
    async fn saved_views(&self) -> Result<Vec<SavedView>, Problem> {
        let answer = async {
            let Asking { person, .. } = self.asking().await?;
            saved(views::of(self.core.db.read(), person.id).await?)
        };
        self.told(answer.await)
    }

    async fn change_views(&self, change: ViewChange) -> Result<Vec<SavedView>, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            changed(&self.core, &asking, change).await
        };
        self.told(answer.await)
    }

    async fn mark_all_read(&self) -> Result<(), Problem> {
        let answer = async {
            let Asking { person, .. } = self.asking().await?;
            let db = self.core.db.begin().await?;
            let newest = storage::ledger::head(&db, false).await?.map_or(0, |head| head.seq);
            storage::seen::note_all(&db, person.id, newest).await?;
            Ok(db.commit().await?)
        };
        self.told(answer.await)
    }

    async fn land(&self) -> Result<Land, Problem> {
        self.told(self.asking().await.map(|asking| inbox::land(&asking.county.rulebook)))
    }

    async fn on_spot(&self) -> Result<Vec<CaseView>, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            on_spot::on_spot(&self.core, &asking).await
        };
        self.told(answer.await)
    }

    async fn act_on_many(&self, deeds: Deeds) -> Result<Vec<Done>, Problem> {
        self.told(many::act(self, deeds).await)
    }
}

/// Notes that a person has this case open as it stands at this change.
pub(super) async fn opened(core: &Core, asking: &Asking, case: CaseId, seq: u64) -> Result<(), Error> {
    let person = asking.person.id;
    let seen = storage::seen::of(core.db.read(), person).await?;
    let looked = storage::seen::cases(core.db.read(), person, &[case.0]).await?;
    if seen.up_to >= seq || looked.get(&case.0).is_some_and(|known| *known >= seq) {
        return Ok(());
    }
    let db = core.db.begin().await?;
    storage::seen::note(&db, person, case, seq).await?;
    Ok(db.commit().await?)
}

async fn changed(core: &Core, asking: &Asking, change: ViewChange) -> Result<Vec<SavedView>, Error> {
    let person = asking.person.id;
    let db = core.db.begin().await?;
    let known = views::of(&db, person).await?;
    let own = |id: Uuid| known.iter().find(|view| view.id == id).ok_or_else(|| Error::new(Kind::NoSuchView).field("id"));
    match change {
        ViewChange::Add { name, query } => {
            let name = named(&name, &known, None)?;
            if known.len() >= VIEWS {
                return Err(Error::new(Kind::TooManyViews));
            }
            let query = InboxQuery { after: None, ..query };
            filter(&asking.county, &query, core.now())?;
            let view = ViewRow { id: core.ids.uuid(), name, filters: serde_json::to_string(&query)?, is_default: false };
            views::add(&db, person, &view, core.now()).await?;
        }
        ViewChange::Rename { id, name } => {
            own(id)?;
            views::rename(&db, person, id, &named(&name, &known, Some(id))?).await?;
        }
        ViewChange::Default { id } => {
            id.map(own).transpose()?;
            views::set_default(&db, person, id).await?;
        }
        ViewChange::Delete { id } => {
            own(id)?;
            views::remove(&db, person, id).await?;
        }
    }
    let now = views::of(&db, person).await?;
    db.commit().await?;
    saved(now)
}

/// A name that says something and that the person has not given to another list.
fn named(name: &str, known: &[ViewRow], own: Option<Uuid>) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS || name.chars().any(char::is_control) {
        return Err(Error::new(Kind::ViewName).field("name"));
    }
    if known.iter().any(|view| view.name == name && Some(view.id) != own) {
        return Err(Error::new(Kind::ViewNameTaken).field("name"));
    }
    Ok(name.to_owned())
}

fn saved(rows: Vec<ViewRow>) -> Result<Vec<SavedView>, Error> {
    let view =
        |row: ViewRow| Ok(SavedView { id: row.id, name: row.name, query: serde_json::from_str(&row.filters)?, is_default: row.is_default });
    rows.into_iter().map(view).collect()
}
