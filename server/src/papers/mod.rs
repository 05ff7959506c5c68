//! Papers of a case: the rulebook's templates filled in with what the case knows, for people who may read all of it.

mod docx;

use crate::{
    cases::{Asking, Desk, Opened},
    error::{Error, Kind},
    storage::{self, Connection},
};
use huiyin_app::{
    backend::{Paper, PaperState, TimelineEntry},
    locales::{Language, rules},
};
use huiyin_domain::{
    case::{Ask, Case, Event, Verify, permission::Sight},
    document::{self, DocumentKind, Facts, Sources, fill, read},
    rulebook::Rulebook,
    site::Site,
};

pub(crate) use docx::docx;

/// Which papers could be printed, and what the pen would have to add.
pub(crate) fn states(asking: &Asking, case: &Case, timeline: &[TimelineEntry], site: Option<&Site>) -> Vec<PaperState> {
    let effective = timeline.iter().filter(|entry| entry.ineffective.is_none()).flat_map(|entry| &entry.events);
    let facts = known(asking, case, last_verified(effective), site);
    let state = |kind| {
        let template = asking.county.rulebook.paper(kind);
        let missing = fill(&read(&template.text).0, &facts, &|values| rules::facts(values, &asking.county.rulebook, Language::Zh)).missing;
        PaperState { kind, missing, flaws: template.check() }
    };
    DocumentKind::ALL.map(state).to_vec()
}

impl Desk {
    /// A paper of this case in this language.
    ///
    /// # Errors
    /// If there is no such case for this person, this person may not read all of it, or the template has mistakes.
    pub(crate) async fn written(&self, number: &str, kind: DocumentKind, language: Language) -> Result<Paper, Error> {
        let Opened { asking, case, sight } = self.opened(number).await?;
        if sight != Sight::Whole {
            return Err(Error::new(Kind::NotAllowed));
        }
        let facts = gathered(self.core.db.read(), &asking, &case).await?;
        write(&asking.county.rulebook, &case, &facts, kind, language, self.language)
    }
}

impl Desk {
    /// A paper as a file for a word processor.
    ///
    /// # Errors
    /// If it cannot be packed.
    pub(crate) fn word_file(&self, paper: &Paper) -> Result<Vec<u8>, Error> {
        docx(paper, self.core.now())
    }
}

/// What the case knows, read from where it is kept.
pub(crate) async fn gathered(db: &impl Connection, asking: &Asking, case: &Case) -> Result<Facts, Error> {
    let mut events: Vec<Event> = Vec::new();
    for row in storage::ledger::events_of_case(db, case.id).await? {
        events.extend(row.body.as_deref().map(serde_json::from_str::<Vec<Event>>).transpose()?.unwrap_or_default());
    }
    let site = match case.site {
        Some(id) => storage::county::site(db, id).await?,
        None => None,
    };
    Ok(known(asking, case, last_verified(&events), site.as_ref()))
}

/// Fills one paper in. Mistakes of a template are told in the reader's language.
pub(crate) fn write(
    book: &Rulebook,
    case: &Case,
    facts: &Facts,
    kind: DocumentKind,
    language: Language,
    reader: Language,
) -> Result<Paper, Error> {
    let template = book.paper(kind);
    let flaws = template.check();
    if !flaws.is_empty() {
        let places: Vec<String> = flaws.iter().map(|flaw| rules::paper_flaw(flaw, reader)).collect();
        return Err(Error::new(Kind::TemplateBroken).field(places.join(reader.pick("；", "; "))));
    }
    let lines = read(language.pick(&template.text, &template.text_en)).0;
    let filled = fill(&lines, facts, &|values| rules::facts(values, book, language));
    Ok(Paper { kind, number: case.number.clone().unwrap_or_default(), language, filled })
}

fn known(asking: &Asking, case: &Case, verified: Option<&Verify>, site: Option<&Site>) -> Facts {
    let person = |id| asking.county.people.get(id).cloned();
    document::facts(&Sources { case, verified, site, book: &asking.county.rulebook, person: &person })
}

fn last_verified<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<&'a Verify> {
    let told = events.into_iter().filter_map(|event| match event {
        Event::Did { ask } => match ask.as_ref() {
            Ask::Verify(verify) => Some(verify),
            _ => None,
        },
        _ => None,
    });
    told.last()
}
