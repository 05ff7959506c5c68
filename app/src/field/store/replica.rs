//! The replica: what the server said last, per person. It may be thrown away at any time; the server gives it again.

use huiyin_domain::{
    ids::{CaseId, DeviceId, PatrolId},
    photo::PhotoHash,
    sync::message::{Book, CaseForPhone, PatrolForPhone, Pulled},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{
    database::{Database, Mode},
    sealed::{open, open_json, seal, seal_json},
};
use crate::field::phone::Trouble;

const BOOK: &str = "book";
const CASES: &str = "cases";
const CURSOR: &str = "cursor";
const PATROLS: &str = "patrols";
const PICTURES: &str = "pictures";
const ALL: &[&str] = &[BOOK, CASES, CURSOR, PATROLS, PICTURES];
/// What the replica was called before it held patrols. A new name, not a new version: it begins at the beginning, so that
/// nothing is skipped, and a shell that was rolled back still opens its own.
const BEFORE_PATROLS: &str = "huiyin-replica";

/// How far this phone has read.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
struct Position {
    cursor: Option<String>,
    seq: u64,
}

/// What the server said last, in memory.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::field) struct Replica {
    /// Where to go on.
    pub cursor: Option<String>,
    /// The newest entry of the ledger this phone has seen: the base of new commands.
    pub seq: u64,
    /// My cases.
    pub cases: BTreeMap<CaseId, CaseForPhone>,
    /// Patrols I am to go on.
    pub patrols: BTreeMap<PatrolId, PatrolForPhone>,
    /// Rulebook, sites and names.
    pub book: Option<Book>,
}

impl Replica {
    /// Takes in what a pull brought.
    pub(in crate::field) fn take_in(&mut self, pulled: &Pulled) {
        self.cursor = Some(pulled.cursor.clone());
        self.seq = self.seq.max(pulled.seq);
        for id in &pulled.drop {
            self.cases.remove(id);
            self.patrols.remove(&PatrolId::from(*id));
        }
        for case in &pulled.put {
            self.cases.insert(case.case.id, case.clone());
        }
        for patrol in &pulled.patrols {
            self.patrols.insert(patrol.patrol.id, patrol.clone());
        }
    }
}

/// The database that may be thrown away.
pub(in crate::field) struct ReplicaStore {
    database: Database,
}

impl ReplicaStore {
    pub(in crate::field) const fn new() -> Self {
        ReplicaStore { database: Database::new("huiyin-replica-2", 1, ALL) }
    }

    /// Throws away what an older version of this program kept. Whether it worked is no matter.
    pub(in crate::field) fn forget_older(&self) {
        Database::forget(BEFORE_PATROLS);
    }

    /// What is stored. What cannot be read any more is left out and will come again.
    pub(in crate::field) async fn read(&self, device: DeviceId) -> Result<Replica, Trouble> {
        let tx = self.database.begin(ALL, Mode::Read).await?;
        let position = tx.get(CURSOR, &device.to_string()).await?;
        let cases = tx.all(CASES, &format!("{device}/")).await?;
        let patrols = tx.all(PATROLS, &format!("{device}/")).await?;
        let book = tx.get(BOOK, &device.to_string()).await?;
        let cases: Result<Vec<CaseForPhone>, Trouble> = cases.iter().map(|(_, row)| open_json(row)).collect();
        let patrols: Result<Vec<PatrolForPhone>, Trouble> = patrols.iter().map(|(_, row)| open_json(row)).collect();
        let position: Option<Position> = position.and_then(|row| open_json(&row).ok());
        // A case or patrol that this version cannot read means: start again from the beginning.
        let (position, cases, patrols) = match (cases, patrols) {
            (Ok(cases), Ok(patrols)) => (position.unwrap_or_default(), cases, patrols),
            _ => (Position::default(), Vec::new(), Vec::new()),
        };
        Ok(Replica {
            cursor: position.cursor,
            seq: position.seq,
            cases: cases.into_iter().map(|case| (case.case.id, case)).collect(),
            patrols: patrols.into_iter().map(|patrol| (patrol.patrol.id, patrol)).collect(),
            book: book.and_then(|row| open_json(&row).ok()),
        })
    }

    /// Stores what a pull brought; `from_start` replaces all that was known.
    pub(in crate::field) async fn pulled(&self, device: DeviceId, pulled: &Pulled, from_start: bool) -> Result<(), Trouble> {
        let rows: Vec<_> = pulled.put.iter().map(|case| Ok((case.case.id, seal_json(case)?))).collect::<Result<_, Trouble>>()?;
        let patrols: Vec<_> = pulled.patrols.iter().map(|one| Ok((one.patrol.id, seal_json(one)?))).collect::<Result<_, Trouble>>()?;
        let position = seal_json(&Position { cursor: Some(pulled.cursor.clone()), seq: pulled.seq })?;
        let tx = self.database.begin(&[CASES, CURSOR, PATROLS], Mode::Strict).await?;
        if from_start {
            tx.delete_all(CASES, &format!("{device}/"))?;
            tx.delete_all(PATROLS, &format!("{device}/"))?;
        }
        for id in &pulled.drop {
            tx.delete(CASES, &format!("{device}/{id}"))?;
            tx.delete(PATROLS, &format!("{device}/{id}"))?;
        }
        for (id, row) in rows {
            tx.put(CASES, &format!("{device}/{id}"), &row)?;
        }
        for (id, row) in patrols {
            tx.put(PATROLS, &format!("{device}/{id}"), &row)?;
        }
        tx.put(CURSOR, &device.to_string(), &position)?;
        tx.complete().await
    }

    /// Stores all news anew as they are in memory.
    pub(in crate::field) async fn keep_all(&self, device: DeviceId, replica: &Replica) -> Result<(), Trouble> {
        let rows: Vec<_> = replica.cases.iter().map(|(id, case)| Ok((id, seal_json(case)?))).collect::<Result<_, Trouble>>()?;
        let patrols: Vec<_> = replica.patrols.iter().map(|(id, one)| Ok((id, seal_json(one)?))).collect::<Result<_, Trouble>>()?;
        let position = seal_json(&Position { cursor: replica.cursor.clone(), seq: replica.seq })?;
        let tx = self.database.begin(&[CASES, CURSOR, PATROLS], Mode::Strict).await?;
        tx.delete_all(CASES, &format!("{device}/"))?;
        tx.delete_all(PATROLS, &format!("{device}/"))?;
        for (id, row) in rows {
            tx.put(CASES, &format!("{device}/{id}"), &row)?;
        }
        for (id, row) in patrols {
            tx.put(PATROLS, &format!("{device}/{id}"), &row)?;
        }
        tx.put(CURSOR, &device.to_string(), &position)?;
        tx.complete().await
    }

    /// Stores the book.
    pub(in crate::field) async fn keep_book(&self, device: DeviceId, book: &Book) -> Result<(), Trouble> {
        let row = seal_json(book)?;
        let tx = self.database.begin(&[BOOK], Mode::Strict).await?;
        tx.put(BOOK, &device.to_string(), &row)?;
        tx.complete().await
    }

    /// Forgets everything of one person.
    pub(in crate::field) async fn forget(&self, device: DeviceId) -> Result<(), Trouble> {
        let tx = self.database.begin(ALL, Mode::Strict).await?;
        tx.delete(BOOK, &device.to_string())?;
        tx.delete(CURSOR, &device.to_string())?;
        tx.delete_all(CASES, &format!("{device}/"))?;
        tx.delete_all(PATROLS, &format!("{device}/"))?;
        tx.delete_all(PICTURES, &format!("{device}/"))?;
        tx.complete().await
    }

    /// A picture of a case that was fetched ahead.
    pub(in crate::field) async fn picture(&self, device: DeviceId, hash: &PhotoHash) -> Result<Option<Vec<u8>>, Trouble> {
        let tx = self.database.begin(&[PICTURES], Mode::Read).await?;
        tx.get(PICTURES, &format!("{device}/{hash}")).await?.map(|row| open(&row)).transpose()
    }

    /// Which pictures are here.
    pub(in crate::field) async fn pictures(&self, device: DeviceId) -> Result<Vec<String>, Trouble> {
        let tx = self.database.begin(&[PICTURES], Mode::Read).await?;
        let keys = tx.keys(PICTURES, &format!("{device}/")).await?;
        Ok(keys.into_iter().filter_map(|key| key.rsplit('/').next().map(str::to_owned)).collect())
    }

    /// Keeps a picture for a place without network, and drops those that no case needs any more.
    pub(in crate::field) async fn keep_picture(&self, device: DeviceId, hash: &PhotoHash, bytes: &[u8]) -> Result<(), Trouble> {
        let row = seal(bytes);
        let tx = self.database.begin(&[PICTURES], Mode::Strict).await?;
        tx.put(PICTURES, &format!("{device}/{hash}"), &row)?;
        tx.complete().await
    }

    /// Drops all pictures of one person: they can be fetched again.
    pub(in crate::field) async fn drop_pictures(&self, device: DeviceId) -> Result<(), Trouble> {
        let tx = self.database.begin(&[PICTURES], Mode::Strict).await?;
        tx.delete_all(PICTURES, &format!("{device}/"))?;
        tx.complete().await
    }

    /// Drops a picture that no case needs any more.
    pub(in crate::field) async fn drop_picture(&self, device: DeviceId, hash: &str) -> Result<(), Trouble> {
        let tx = self.database.begin(&[PICTURES], Mode::Strict).await?;
        tx.delete(PICTURES, &format!("{device}/{hash}"))?;
        tx.complete().await
    }
}
