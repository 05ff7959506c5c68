//! The county as last read: rulebook and people, remembered until a version in the database says they changed.

use crate::{
    error::{Error, Kind},
    storage::{self, Connection, county::CountyRow},
};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    people::PersonCard,
    rulebook::{Rulebook, RulebookVersion},
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

/// One edition of the rulebook.
#[derive(Clone)]
pub struct Edition {
    /// Its content.
    pub rulebook: Arc<Rulebook>,
    /// Since when it holds.
    pub in_force_from: Moment,
}

/// Everybody with an account.
#[derive(Clone, Default)]
pub struct People {
    cards: HashMap<PersonId, PersonCard>,
    closed: HashMap<PersonId, PersonCard>,
}

impl People {
    /// From cards, with whether each account is open.
    pub fn new(cards: impl IntoIterator<Item = (PersonCard, bool)>) -> Self {
        let mut people = People::default();
        for (card, open) in cards {
            let map = if open { &mut people.cards } else { &mut people.closed };
            map.insert(card.id, card);
        }
        people
    }

    /// A person whose account is open.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<&PersonCard> {
        self.cards.get(&id)
    }

    /// A person's name, also when the account is closed.
    #[must_use]
    pub fn name(&self, id: PersonId) -> Option<&str> {
        self.cards.get(&id).or_else(|| self.closed.get(&id)).map(|card| card.name.as_str())
    }

    /// Everybody who ever had an account, by name, in no order.
    pub fn names(&self) -> impl Iterator<Item = (PersonId, &str)> {
        self.cards.values().chain(self.closed.values()).map(|card| (card.id, card.name.as_str()))
    }

    /// Everybody whose account is open, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &PersonCard> + Clone {
        self.cards.values()
    }
}

/// The county at one moment.
pub struct County {
    /// Its code.
    pub code: String,
    /// Whether it is a demonstration, which every page says.
    pub demo: bool,
    /// Entries up to here are in a backup.
    pub backup_seq: u64,
    /// The rulebook in force.
    pub rulebook: Arc<Rulebook>,
    /// Every edition, by version.
    pub editions: Arc<BTreeMap<RulebookVersion, Edition>>,
    /// Everybody.
    pub people: Arc<People>,
    people_version: i64,
}

/// Remembers the county between reads.
#[derive(Default)]
pub struct CountyShelf(RwLock<Option<Arc<County>>>);

impl CountyShelf {
    /// The county as it is now in this connection's eyes.
    ///
    /// # Errors
    /// If the county has not been set up, or the database fails.
    pub async fn current(&self, db: &impl Connection) -> Result<Arc<County>, Error> {
        let row = storage::county::row(db).await?.ok_or_else(|| Error::new(Kind::NotSetUp))?;
        self.at(row, db).await
    }

    /// The county as this row says that it is; the connection is asked only for what changed.
    ///
    /// # Errors
    /// If the county has not been set up, or the database fails.
    pub async fn at(&self, row: CountyRow, db: &impl Connection) -> Result<Arc<County>, Error> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = &known
            && known.code == row.code
            && known.people_version == row.people_version
            && known.rulebook.version == row.rulebook_version
            && known.backup_seq == row.backup_seq
            && known.demo == row.demo
        {
            return Ok(Arc::clone(known));
        }
        let editions = match known {
            Some(known) if known.rulebook.version == row.rulebook_version => Arc::clone(&known.editions),
            _ => Arc::new(storage::county::editions(db).await?),
        };
        let rulebook = editions.get(&row.rulebook_version).map(|edition| Arc::clone(&edition.rulebook));
        let county = Arc::new(County {
            code: row.code,
            demo: row.demo,
            backup_seq: row.backup_seq,
            rulebook: rulebook.ok_or_else(|| Error::new(Kind::NotSetUp))?,
            editions,
            people: Arc::new(storage::people::all(db).await?),
            people_version: row.people_version,
        });
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&county));
        Ok(county)
    }
}
