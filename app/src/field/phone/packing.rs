//! The last resort: unsent work leaves in a locked file and comes in from one.

use huiyin_domain::{
    fieldpack::{self, Header, Manifest, Piece, PieceKind, Unreadable},
    sync::queue::Queue,
};
use std::{collections::BTreeSet, rc::Rc};
use web_sys::File;

use super::{PackTrouble, Trouble, engine::Engine};
use crate::field::{
    device::{self, Lock},
    store::{Luggage, fits},
};

/// Chunks of photos that are kept in one go while a file comes in.
const CHUNKS_AT_ONCE: usize = 32;

/// What came in of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PackedIn {
    /// Items that were not on this phone.
    pub new: usize,
    /// Items that were here already.
    pub known: usize,
}

impl Engine {
    pub(super) async fn export(&self, passphrase: &str, progress: impl Fn(u8)) -> Result<usize, Trouble> {
        let me = self.me()?;
        let unsent = self.with(super::engine::Work::unsent).unwrap_or_default();
        let luggage = self.with(|work| work.queues().map(|queue| luggage(queue, &unsent)).collect::<Vec<_>>()).unwrap_or_default();
        let devices = self.with(|work| work.queues().map(|queue| queue.device().clone()).collect()).unwrap_or_default();
        let mut list = Vec::new();
        for one in &luggage {
            list.extend(self.outbox.pack_list(one).await?);
        }
        let manifest = Manifest {
            person: me.person.id,
            name: me.person.name.clone(),
            made_at: device::now().wall,
            devices,
            commands: u32::try_from(unsent.len()).unwrap_or(u32::MAX),
            pieces: u32::try_from(list.len()).unwrap_or(u32::MAX),
        };
        let header = Header::new(device::salt()?);
        let front = header.to_bytes().map_err(|error| Trouble::Storage(error.to_string()))?;
        let lock = Lock::new(passphrase, &header, &front).await?;
        let manifest = serde_json::to_string(&manifest).map_err(|error| Trouble::Storage(error.to_string()))?;
        let mut parts = vec![front, fieldpack::record(&lock.close(0, manifest.as_bytes()).await?)];
        let total = list.len();
        for (place, (kind, key)) in (1u32..).zip(list) {
            let piece = self.outbox.piece(kind, key).await?;
            parts.push(fieldpack::record(&lock.close(place, &piece.to_bytes()).await?));
            progress(percent(place as usize, total));
        }
        device::save_as(&file_name(&me.person.name, device::now().wall), &parts)?;
        self.outbox.note_exported(me.device, &unsent).await?;
        self.phone.tell_exported(unsent.clone());
        Ok(unsent.len())
    }

    pub(super) async fn import(self: &Rc<Self>, file: &File, passphrase: &str, progress: impl Fn(u8)) -> Result<PackedIn, Trouble> {
        let wrong = |trouble| Err(Trouble::Pack(trouble));
        let me = self.me()?;
        let bytes = device::bytes_of(file).await?;
        let pack = match fieldpack::read(&bytes) {
            Ok(pack) => pack,
            Err(Unreadable::NotAPack) => return wrong(PackTrouble::NotAPack),
            Err(Unreadable::TooNew) => return wrong(PackTrouble::TooNew),
            Err(Unreadable::Truncated) => return wrong(PackTrouble::Truncated),
        };
        let lock = Lock::new(passphrase, &pack.header, pack.bound_to).await?;
        let Some((first, records)) = pack.records.split_first() else { return wrong(PackTrouble::Truncated) };
        let Some(manifest) = lock.open(0, first).await else { return wrong(PackTrouble::WrongPassphrase) };
        let manifest = String::from_utf8(manifest).ok().and_then(|text| serde_json::from_str::<Manifest>(&text).ok());
        let Some(manifest) = manifest else { return wrong(PackTrouble::Damaged) };
        if manifest.person != me.person.id {
            return wrong(PackTrouble::Foreign);
        }
        if records.len() != manifest.pieces as usize {
            return wrong(PackTrouble::Truncated);
        }
        let (mut chunks, mut others) = (Vec::new(), Vec::new());
        for (place, locked) in (1u32..).zip(records) {
            let piece = lock.open(place, locked).await.and_then(|plain| Piece::read(&plain)).filter(|piece| fits(piece, &manifest.devices));
            let Some(piece) = piece else { return wrong(PackTrouble::Damaged) };
            if piece.kind == PieceKind::Chunk {
                chunks.push(piece);
            } else {
                others.push(piece);
            }
            if chunks.len() >= CHUNKS_AT_ONCE {
                self.outbox.keep_chunks(&chunks).await?;
                chunks.clear();
            }
            progress(percent(place as usize, records.len()));
        }
        self.outbox.keep_chunks(&chunks).await?;
        let unpacked = self.outbox.unpack(me.device, &manifest.devices, &others).await?;
        self.restore(false).await?;
        self.tell_other_tabs("person");
        self.nudge();
        Ok(PackedIn { new: unpacked.new, known: unpacked.known })
    }
}

fn luggage(queue: &Queue, unsent: &BTreeSet<huiyin_domain::ids::CommandId>) -> Luggage {
    let items = || queue.items().filter(|item| unsent.contains(&item.command));
    Luggage {
        device: queue.id(),
        commands: items().map(|item| item.command).collect(),
        photos: items().flat_map(|item| &item.photos).map(|(hash, _)| *hash).collect(),
    }
}

fn percent(done: usize, total: usize) -> u8 {
    u8::try_from((done * 100).checked_div(total).unwrap_or(100)).unwrap_or(100)
}

/// Who and when, so that a person finds it among downloads.
fn file_name(name: &str, now: huiyin_domain::moment::Moment) -> String {
    let at = now.in_shanghai();
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    format!("huiyin-{name}-{:04}{:02}{:02}-{:02}{:02}.fieldpack", at.year(), u8::from(at.month()), at.day(), at.hour(), at.minute())
}
