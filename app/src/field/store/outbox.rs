//! The outbox: commands, photo chunks, receipts, drafts and the device, per person. Keys start with the device's id, so
//! one person's work is never read for another.

use huiyin_domain::{
    command::Command,
    ids::{CommandId, DeviceId},
    photo::{CHUNK_BYTES, PhotoHash},
    sync::{
        message::SignedIn,
        queue::{DeviceRecord, Fate, Item, PhotoRecord, Queue, Write},
    },
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::JsValue;

use super::{
    database::{Database, Mode, Transaction},
    sealed::{open, open_json, seal, seal_json},
};
use crate::field::phone::{Draft, Trouble};

pub(super) const COMMANDS: &str = "commands";
pub(super) const CHUNKS: &str = "chunks";
pub(super) const PHOTOS: &str = "photos";
pub(super) const RECEIPTS: &str = "receipts";
const DRAFTS: &str = "drafts";
pub(super) const DEVICE: &str = "device";
const ALL: &[&str] = &[COMMANDS, CHUNKS, PHOTOS, RECEIPTS, DRAFTS, DEVICE];

/// Who works here, remembered for a start without network.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(in crate::field) struct PersonRow {
    /// The name they sign in with: finds their queue again.
    pub sign_in_name: String,
    /// What the server said.
    pub signed_in: SignedIn,
}

/// All that is stored of one person's queue.
pub(in crate::field) struct Shelf {
    /// The device.
    pub device: DeviceRecord,
    /// Commands with their fates.
    pub items: Vec<Item>,
    /// Photos of commands.
    pub photos: Vec<PhotoRecord>,
    /// Forms.
    pub drafts: Vec<Draft>,
}

/// The database that is never thrown away.
pub(in crate::field) struct Outbox {
    pub(super) database: Database,
}

impl Outbox {
    /// Version 1 for ever: a rolled-back shell could not open a higher one.
    pub(in crate::field) const fn new() -> Self {
        Outbox { database: Database::new("huiyin-outbox", 1, ALL) }
    }

    /// Who worked here last.
    pub(in crate::field) async fn current(&self) -> Result<Option<PersonRow>, Trouble> {
        let rows = self.database.begin(&[DEVICE], Mode::Read).await?;
        let Some(device) = rows.get(DEVICE, "current").await? else { return Ok(None) };
        let device: Option<DeviceId> = open_json(&device)?;
        match device {
            Some(device) => rows.get(DEVICE, &person_key(device)).await?.map(|row| open_json(&row)).transpose(),
            None => Ok(None),
        }
    }

    /// The queue of whoever signs in with this name, if it is on this phone.
    pub(in crate::field) async fn device_of(&self, sign_in_name: &str) -> Result<Option<DeviceId>, Trouble> {
        let rows = self.database.begin(&[DEVICE], Mode::Read).await?.all(DEVICE, "person/").await?;
        for (_, row) in rows {
            let row: PersonRow = open_json(&row)?;
            if row.sign_in_name == sign_in_name {
                return Ok(Some(row.signed_in.device));
            }
        }
        Ok(None)
    }

    /// Somebody signed in: they work here from now on, on their own queue.
    pub(in crate::field) async fn enter(&self, row: &PersonRow) -> Result<(), Trouble> {
        let device = row.signed_in.device;
        let tx = self.database.begin(&[DEVICE], Mode::Strict).await?;
        if tx.get(DEVICE, &queue_key(device)).await?.is_none() {
            tx.put(DEVICE, &queue_key(device), &seal_json(&DeviceRecord::new(device, row.signed_in.have))?)?;
        }
        tx.put(DEVICE, &person_key(device), &seal_json(row)?)?;
        tx.put(DEVICE, "current", &seal_json(&Some(device))?)?;
        tx.complete().await
    }

    /// Nobody works here now. Queues stay.
    pub(in crate::field) async fn leave(&self) -> Result<(), Trouble> {
        let tx = self.database.begin(&[DEVICE], Mode::Strict).await?;
        tx.put(DEVICE, "current", &seal_json(&None::<DeviceId>)?)?;
        tx.complete().await
    }

    /// All that is stored of one queue.
    pub(in crate::field) async fn read(&self, device: DeviceId) -> Result<Shelf, Trouble> {
        let tx = self.database.begin(&[COMMANDS, RECEIPTS, PHOTOS, DRAFTS, DEVICE], Mode::Read).await?;
        let prefix = format!("{device}/");
        let record = match tx.get(DEVICE, &queue_key(device)).await? {
            Some(record) => open_json(&record)?,
            None => DeviceRecord::new(device, 0),
        };
        let commands = tx.all(COMMANDS, &prefix).await?;
        let fates: BTreeMap<String, JsValue> = tx.all(RECEIPTS, &prefix).await?.into_iter().collect();
        let photos = tx.all(PHOTOS, &prefix).await?;
        let drafts = tx.all(DRAFTS, &prefix).await?;
        let items = commands.iter().map(|(key, value)| read_item(value, fates.get(key))).collect::<Result<_, _>>()?;
        Ok(Shelf {
            device: record,
            items,
            photos: photos.iter().map(|(_, row)| open_json(row)).collect::<Result<_, _>>()?,
            drafts: drafts.iter().map(|(_, row)| open_json(row)).collect::<Result<_, _>>()?,
        })
    }

    /// Commands in the store that the queue does not know yet (another tab saved them, or this one just now).
    pub(in crate::field) async fn unknown(&self, device: DeviceId, known: &BTreeSet<CommandId>) -> Result<Vec<Item>, Trouble> {
        let tx = self.database.begin(&[COMMANDS, RECEIPTS], Mode::Read).await?;
        let mut items = Vec::new();
        for key in tx.keys(COMMANDS, &format!("{device}/")).await? {
            let id = key.rsplit('/').next().and_then(|id| id.parse::<CommandId>().ok());
            if id.is_some_and(|id| known.contains(&id)) {
                continue;
            }
            if let Some(value) = tx.get(COMMANDS, &key).await? {
                let fate = tx.get(RECEIPTS, &key).await?;
                items.push(read_item(&value, fate.as_ref())?);
            }
        }
        Ok(items)
    }

    /// Files: gives the command its number, stores its bytes and removes the draft, all or nothing.
    pub(in crate::field) async fn file(&self, device: DeviceId, command: Command) -> Result<Command, Trouble> {
        let tx = self.database.begin(&[COMMANDS, DRAFTS, DEVICE], Mode::Strict).await?;
        let mut record: DeviceRecord = match tx.get(DEVICE, &queue_key(device)).await? {
            Some(record) => open_json(&record)?,
            None => return Err(Trouble::NotSignedIn),
        };
        if tx.get(DRAFTS, &key(device, command.id)).await?.is_none() {
            return Err(Trouble::NoSuchDraft);
        }
        let command = Command { number: record.next, ..command };
        record.next += 1;
        let bytes = command.to_bytes().map_err(|error| Trouble::Storage(error.to_string()))?;
        tx.put(COMMANDS, &key(device, command.id), &seal(&bytes))?;
        tx.put(DEVICE, &queue_key(device), &seal_json(&record)?)?;
        tx.delete(DRAFTS, &key(device, command.id))?;
        tx.complete().await?;
        Ok(command)
    }

    /// Writes what a turn of the queue asked for, all or nothing.
    pub(in crate::field) async fn write(&self, plan: &Plan) -> Result<(), Trouble> {
        let device = plan.device;
        let tx = self.database.begin(&[COMMANDS, RECEIPTS, PHOTOS, CHUNKS, DRAFTS, DEVICE], Mode::Strict).await?;
        if let Some(mut record) = plan.record.clone() {
            if let Some(stored) = tx.get(DEVICE, &queue_key(device)).await? {
                let stored: DeviceRecord = open_json(&stored)?;
                if stored.next > plan.seen_next {
                    record.next = stored.next;
                }
            }
            tx.put(DEVICE, &queue_key(device), &seal_json(&record)?)?;
        }
        let drafts = tx.all(DRAFTS, &format!("{device}/")).await?;
        let drafts: Vec<Draft> = drafts.iter().filter_map(|(_, row)| open_json(row).ok()).collect();
        for step in &plan.steps {
            apply(&tx, device, &drafts, step)?;
        }
        tx.complete().await
    }

    /// Keeps a draft.
    pub(in crate::field) async fn keep_draft(&self, device: DeviceId, draft: &Draft) -> Result<(), Trouble> {
        let tx = self.database.begin(&[DRAFTS], Mode::Strict).await?;
        tx.put(DRAFTS, &key(device, draft.id), &seal_json(draft)?)?;
        tx.complete().await
    }

    /// Changes a draft that is there, and says what it is now.
    pub(in crate::field) async fn change_draft(
        &self,
        device: DeviceId,
        id: CommandId,
        change: impl FnOnce(&mut Draft),
    ) -> Result<Draft, Trouble> {
        let tx = self.database.begin(&[DRAFTS], Mode::Strict).await?;
        let draft = changed(&tx, device, id, change).await?;
        tx.complete().await?;
        Ok(draft)
    }

    /// Stores the bytes of a photo in pieces and names it in its draft, all or nothing.
    pub(in crate::field) async fn keep_photo(
        &self,
        device: DeviceId,
        id: CommandId,
        hash: PhotoHash,
        bytes: &[u8],
        change: impl FnOnce(&mut Draft),
    ) -> Result<Draft, Trouble> {
        let size = usize::try_from(CHUNK_BYTES).unwrap_or(usize::MAX);
        let chunks: Vec<JsValue> = bytes.chunks(size).map(seal).collect();
        let tx = self.database.begin(&[DRAFTS, CHUNKS], Mode::Strict).await?;
        let draft = changed(&tx, device, id, change).await?;
        for (n, chunk) in chunks.iter().enumerate() {
            tx.put(CHUNKS, &chunk_key(device, &hash, n), chunk)?;
        }
        tx.complete().await?;
        Ok(draft)
    }

    /// One piece of a photo.
    pub(in crate::field) async fn chunk(&self, device: DeviceId, hash: &PhotoHash, n: u32) -> Result<Option<Vec<u8>>, Trouble> {
        let tx = self.database.begin(&[CHUNKS], Mode::Read).await?;
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        tx.get(CHUNKS, &chunk_key(device, hash, n)).await?.map(|chunk| open(&chunk)).transpose()
    }

    /// All pieces of a photo, in order; empty if it is not here.
    pub(in crate::field) async fn photo(&self, device: DeviceId, hash: &PhotoHash) -> Result<Vec<u8>, Trouble> {
        let tx = self.database.begin(&[CHUNKS], Mode::Read).await?;
        let chunks = tx.all(CHUNKS, &format!("{device}/{hash}/")).await?;
        let mut bytes = Vec::new();
        for (_, chunk) in chunks {
            bytes.extend(open(&chunk)?);
        }
        Ok(bytes)
    }

    /// Removes drafts that were thrown away and pieces of photos that nothing speaks of. At a start, never later:
    /// until then a discarded draft can be brought back.
    pub(in crate::field) async fn tidy(&self, device: DeviceId) -> Result<(), Trouble> {
        let tx = self.database.begin(&[COMMANDS, DRAFTS, CHUNKS], Mode::Strict).await?;
        let prefix = format!("{device}/");
        let mut spoken_of = BTreeSet::new();
        for (_, value) in tx.all(COMMANDS, &prefix).await? {
            spoken_of.extend(read_item(&value, None)?.photos.into_iter().map(|(hash, _)| hash.to_string()));
        }
        for (key, value) in tx.all(DRAFTS, &prefix).await? {
            let draft: Draft = open_json(&value)?;
            if draft.discarded {
                tx.delete(DRAFTS, &key)?;
            } else {
                spoken_of.extend(draft.photos.iter().map(|photo| photo.hash.to_string()));
            }
        }
        for key in tx.keys(CHUNKS, &prefix).await? {
            if !key.split('/').nth(1).is_some_and(|hash| spoken_of.contains(hash)) {
                tx.delete(CHUNKS, &key)?;
            }
        }
        tx.complete().await
    }
}

/// What a turn wants written, taken from the queue at that moment: the queue may move on before it is done.
pub(in crate::field) struct Plan {
    device: DeviceId,
    record: Option<DeviceRecord>,
    seen_next: u64,
    steps: Vec<Step>,
}

impl Plan {
    /// Takes from the queue what these writes speak of.
    pub(in crate::field) fn of(queue: &Queue, writes: &[Write]) -> Result<Self, Trouble> {
        let steps = writes.iter().map(|write| prepare(queue, write)).collect::<Result<Vec<_>, _>>()?;
        let record = writes.contains(&Write::Device).then(|| queue.device().clone());
        Ok(Plan { device: queue.id(), record, seen_next: queue.seen_next(), steps: steps.into_iter().flatten().collect() })
    }
}

impl Plan {
    /// Whether there is nothing to write.
    pub(in crate::field) fn is_empty(&self) -> bool {
        self.record.is_none() && self.steps.is_empty()
    }

    /// Whether it stores bytes of commands, and not only what became of them.
    pub(in crate::field) fn changes_bytes(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::Put(COMMANDS, _, _)))
    }

    /// This one and then a later one of the same queue, as one.
    pub(in crate::field) fn and_then(self, later: Plan) -> Plan {
        let (record, seen_next) = match later.record {
            Some(record) => (Some(record), later.seen_next),
            None => (self.record, self.seen_next),
        };
        Plan { device: later.device, record, seen_next, steps: self.steps.into_iter().chain(later.steps).collect() }
    }
}

/// One step of a write.
enum Step {
    Put(&'static str, String, JsValue),
    Forget(CommandId),
    ForgetPhoto(PhotoHash),
}

fn prepare(queue: &Queue, write: &Write) -> Result<Option<Step>, Trouble> {
    let device = queue.id();
    Ok(match write {
        Write::Command(id) => queue.item(*id).map(|item| Step::Put(COMMANDS, key(device, *id), seal(item.text.as_bytes()))),
        Write::Fate(id) => match queue.item(*id) {
            Some(item) => Some(Step::Put(RECEIPTS, key(device, *id), seal_json(&item.fate)?)),
            None => None,
        },
        Write::Photo(hash) => match queue.photo(hash) {
            Some(photo) => Some(Step::Put(PHOTOS, format!("{device}/{hash}"), seal_json(photo)?)),
            None => None,
        },
        Write::Evidence(receipt) => Some(Step::Put(RECEIPTS, format!("signed/{device}/{}", receipt.signature), seal_json(receipt)?)),
        Write::Forget(id) => Some(Step::Forget(*id)),
        Write::ForgetPhoto(hash) => Some(Step::ForgetPhoto(*hash)),
        Write::Device => None,
    })
}

fn apply(tx: &Transaction, device: DeviceId, drafts: &[Draft], step: &Step) -> Result<(), Trouble> {
    match step {
        Step::Put(store, key, value) => tx.put(store, key, value),
        Step::Forget(id) => {
            tx.delete(COMMANDS, &key(device, *id))?;
            tx.delete(RECEIPTS, &key(device, *id))
        }
        Step::ForgetPhoto(hash) => {
            tx.delete(PHOTOS, &format!("{device}/{hash}"))?;
            if drafts.iter().any(|draft| draft.photos.iter().any(|photo| photo.hash == *hash)) {
                return Ok(());
            }
            tx.delete_all(CHUNKS, &format!("{device}/{hash}/"))
        }
    }
}

async fn changed(tx: &Transaction, device: DeviceId, id: CommandId, change: impl FnOnce(&mut Draft)) -> Result<Draft, Trouble> {
    let stored = tx.get(DRAFTS, &key(device, id)).await?.ok_or(Trouble::NoSuchDraft)?;
    let mut draft: Draft = open_json(&stored)?;
    change(&mut draft);
    tx.put(DRAFTS, &key(device, id), &seal_json(&draft)?)?;
    Ok(draft)
}

fn read_item(value: &JsValue, fate: Option<&JsValue>) -> Result<Item, Trouble> {
    let text = String::from_utf8(open(value)?).map_err(|error| Trouble::Storage(error.to_string()))?;
    let fate = fate.map(open_json).transpose()?.unwrap_or(Fate::Waiting);
    Item::read(text, fate).map_err(|error| Trouble::Storage(error.to_string()))
}

fn key(device: DeviceId, command: CommandId) -> String {
    format!("{device}/{command}")
}

fn chunk_key(device: DeviceId, hash: &PhotoHash, n: usize) -> String {
    format!("{device}/{hash}/{n:06}")
}

fn person_key(device: DeviceId) -> String {
    format!("person/{device}")
}

pub(super) fn queue_key(device: DeviceId) -> String {
    format!("queue/{device}")
}
