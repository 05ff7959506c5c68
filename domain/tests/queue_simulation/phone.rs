//! A model of the phone around the real queue: a store that loses its unflushed tail when it is killed.

use super::{dice::Dice, server::POISON};
use huiyin_domain::{
    case::{AddEvidence, Ask},
    command::{Command, SCHEMA},
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId},
    moment::Moment,
    photo::{Photo, PhotoHash, Purpose},
    sync::queue::{DeviceRecord, Fate, Input, Item, Now, PhotoRecord, Queue, Turn, Write},
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone)]
pub(crate) struct Disk {
    device: DeviceRecord,
    texts: BTreeMap<CommandId, String>,
    fates: BTreeMap<CommandId, Fate>,
    photos: BTreeMap<PhotoHash, PhotoRecord>,
    chunks: BTreeSet<PhotoHash>,
}

pub(crate) struct Phone {
    /// What a kill leaves.
    flushed: Disk,
    /// What the running browser sees.
    disk: Disk,
    pub(crate) queue: Queue,
    /// What the person was told is saved.
    pub(crate) told_saved: BTreeSet<CommandId>,
    /// Photos of what the person was told is saved.
    pub(crate) told_photos: BTreeSet<PhotoHash>,
    /// Commands no server can read.
    pub(crate) poisoned: BTreeSet<CommandId>,
}

impl Phone {
    pub(crate) fn new(device: DeviceId) -> Self {
        let record = DeviceRecord::new(device, 0);
        let disk = Disk {
            device: record.clone(),
            texts: BTreeMap::new(),
            fates: BTreeMap::new(),
            photos: BTreeMap::new(),
            chunks: BTreeSet::new(),
        };
        Phone {
            flushed: disk.clone(),
            disk,
            queue: Queue::restore(record, Vec::new(), Vec::new()),
            told_saved: BTreeSet::new(),
            told_photos: BTreeSet::new(),
            poisoned: BTreeSet::new(),
        }
    }

    /// Saves a command as the phone does: number and bytes in one transaction, then the word "saved".
    /// `Some(false)` as flush: killed before the transaction was complete.
    pub(crate) fn save(&mut self, dice: &mut Dice, at: Moment, flush: bool, told: bool) -> CommandId {
        let id = CommandId(dice.uuid());
        let poisoned = dice.percent(4);
        let photos: Vec<Photo> = (0..dice.below(3)).map(|_| photo(dice, at)).collect();
        let command = Command {
            id,
            salt: format!("{:032x}", dice.next()),
            device: self.queue.id(),
            number: self.disk.device.next,
            schema: SCHEMA,
            rulebook: 1,
            base: 0,
            made_at: at,
            zone_min: 480,
            clock_offset_ms: None,
            case: CaseId(dice.uuid()),
            ask: Ask::AddEvidence(AddEvidence {
                words: if poisoned { POISON.to_owned() } else { "黑烟 seen again 𬭊".to_owned() },
                photos: photos.clone(),
            }),
        };
        let text = serde_json::to_string(&command).expect("a command is JSON");
        self.disk.device.next += 1;
        self.disk.texts.insert(id, text);
        self.disk.chunks.extend(photos.iter().map(|photo| photo.hash));
        if flush {
            self.flush();
        }
        if told {
            self.told_saved.insert(id);
            self.told_photos.extend(photos.iter().filter(|_| !poisoned).map(|photo| photo.hash));
        }
        if poisoned {
            self.poisoned.insert(id);
        }
        id
    }

    pub(crate) fn flush(&mut self) {
        self.flushed = self.disk.clone();
    }

    /// What the store holds that the queue does not know.
    pub(crate) fn unknown(&self) -> Vec<Item> {
        let missing = self.disk.texts.iter().filter(|(id, _)| self.queue.item(**id).is_none());
        missing.map(|(id, text)| self.read(*id, text)).collect()
    }

    fn read(&self, id: CommandId, text: &str) -> Item {
        Item::read(text.to_owned(), self.disk.fates.get(&id).cloned().unwrap_or(Fate::Waiting)).expect("stored commands read back")
    }

    /// Killed and started again.
    pub(crate) fn kill(&mut self) {
        self.disk = self.flushed.clone();
        let items = self.disk.texts.iter().map(|(id, text)| self.read(*id, text)).collect();
        self.queue = Queue::restore(self.disk.device.clone(), items, self.disk.photos.values().cloned().collect());
    }

    pub(crate) fn step(&mut self, now: Now, input: Input) -> Turn {
        self.queue.step(now, input)
    }

    /// Writes what a turn asks for, as the phone's store does.
    pub(crate) fn write(&mut self, writes: &[Write]) {
        for write in writes {
            match write {
                Write::Command(id) => {
                    if let Some(item) = self.queue.item(*id) {
                        self.disk.texts.insert(*id, item.text.clone());
                    }
                }
                Write::Fate(id) => {
                    if let Some(item) = self.queue.item(*id) {
                        self.disk.fates.insert(*id, item.fate.clone());
                    }
                }
                Write::Photo(hash) => {
                    if let Some(photo) = self.queue.photo(hash) {
                        self.disk.photos.insert(*hash, photo.clone());
                    }
                }
                Write::Device => {
                    let unseen = self.disk.device.next > self.queue.seen_next();
                    let next = if unseen { self.disk.device.next } else { self.queue.device().next };
                    self.disk.device = DeviceRecord { next, ..self.queue.device().clone() };
                }
                Write::Evidence(_) => {}
                Write::Forget(id) => {
                    self.disk.texts.remove(id);
                    self.disk.fates.remove(id);
                }
                Write::ForgetPhoto(hash) => {
                    self.disk.photos.remove(hash);
                    self.disk.chunks.remove(hash);
                }
            }
        }
    }

    pub(crate) fn text(&self, id: CommandId) -> Option<String> {
        self.queue.item(id).map(|item| item.text.clone())
    }

    pub(crate) fn is_stored(&self, id: CommandId) -> bool {
        self.flushed.texts.contains_key(&id)
    }

    pub(crate) fn has_bytes(&self, photo: &PhotoHash) -> bool {
        self.disk.chunks.contains(photo)
    }
}

fn photo(dice: &mut Dice, at: Moment) -> Photo {
    Photo {
        hash: Hash::of(&dice.next().to_be_bytes()),
        bytes: 1 + dice.below(5 * 64 * 1024),
        width_px: 1600,
        height_px: 1200,
        purpose: Purpose::Scene,
        taken_at: at,
        fix: None,
    }
}
