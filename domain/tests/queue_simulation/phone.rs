//! A model of the phone around the real queue: a store that loses its unflushed tail when it is killed.

use huiyin_domain::{
    command::Command,
    ids::{CommandId, DeviceId},
    photo::PhotoHash,
    sync::queue::{DeviceRecord, Fate, Input, Item, Now, PhotoRecord, Queue, Turn, Write, photos_of},
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

    /// The number of the next command.
    pub(crate) fn next_number(&self) -> u64 {
        self.disk.device.next
    }

    /// Saves a command as the phone does: number and bytes in one transaction, then the word "saved".
    /// `flush` is false if it is killed before the transaction is complete; `readable` if the server can read the command.
    pub(crate) fn save(&mut self, command: &Command, readable: bool, flush: bool, told: bool) {
        let text = serde_json::to_string(command).expect("a command is JSON");
        let photos: Vec<PhotoHash> = photos_of(&command.ask).iter().map(|photo| photo.hash).collect();
        self.disk.device.next += 1;
        self.disk.texts.insert(command.id, text);
        self.disk.chunks.extend(&photos);
        if flush {
            self.flush();
        }
        if told {
            self.told_saved.insert(command.id);
            self.told_photos.extend(photos.iter().filter(|_| readable));
        }
        if !readable {
            self.poisoned.insert(command.id);
        }
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
        self.queue = self.tab();
    }

    /// The queue as another tab of the browser reads it from the store.
    pub(crate) fn tab(&self) -> Queue {
        let items = self.disk.texts.iter().map(|(id, text)| self.read(*id, text)).collect();
        Queue::restore(self.disk.device.clone(), items, self.disk.photos.values().cloned().collect())
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
