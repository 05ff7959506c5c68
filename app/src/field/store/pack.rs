//! Stored values leave for a `.fieldpack` and come in from one: the same bytes under the same keys, so that nothing is
//! there twice. Queues of another phone stay apart from the own one and never get a new number here.

use huiyin_domain::{
    command::Command,
    fieldpack::{Piece, PieceKind},
    ids::{CommandId, DeviceId},
    photo::PhotoHash,
    sync::queue::DeviceRecord,
};
use std::collections::BTreeSet;

use super::{
    database::Mode,
    outbox::{CHUNKS, COMMANDS, DEVICE, Outbox, PHOTOS, RECEIPTS, queue_key},
    sealed::{open, open_json, seal, seal_json},
};
use crate::field::phone::Trouble;

/// What is to leave of one queue.
pub(in crate::field) struct Luggage {
    /// Which queue.
    pub device: DeviceId,
    /// Its commands that are not wholly at the county.
    pub commands: BTreeSet<CommandId>,
    /// Their photos.
    pub photos: BTreeSet<PhotoHash>,
}

/// What came in of a file.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::field) struct Unpacked {
    /// Commands that were not here.
    pub new: usize,
    /// Commands that were here already.
    pub known: usize,
}

impl Outbox {
    /// The keys of everything that is to leave.
    pub(in crate::field) async fn pack_list(&self, luggage: &Luggage) -> Result<Vec<(PieceKind, String)>, Trouble> {
        let device = luggage.device;
        let tx = self.database.begin(&[COMMANDS, RECEIPTS, PHOTOS, CHUNKS], Mode::Read).await?;
        let wanted: BTreeSet<String> = luggage.commands.iter().map(|command| format!("{device}/{command}")).collect();
        let mut list = Vec::new();
        for hash in &luggage.photos {
            let chunks = tx.keys(CHUNKS, &format!("{device}/{hash}/")).await?;
            list.extend(chunks.into_iter().map(|key| (PieceKind::Chunk, key)));
            let photo = format!("{device}/{hash}");
            list.extend(tx.get(PHOTOS, &photo).await?.map(|_| (PieceKind::Photo, photo)));
        }
        let signed = tx.keys(RECEIPTS, &format!("signed/{device}/")).await?;
        list.extend(signed.into_iter().map(|key| (PieceKind::Receipt, key)));
        let fates = tx.keys(RECEIPTS, &format!("{device}/")).await?;
        list.extend(fates.into_iter().filter(|key| wanted.contains(key)).map(|key| (PieceKind::Fate, key)));
        list.extend(wanted.into_iter().map(|key| (PieceKind::Command, key)));
        Ok(list)
    }

    /// One of them.
    pub(in crate::field) async fn piece(&self, kind: PieceKind, key: String) -> Result<Piece, Trouble> {
        let store = store_of(kind);
        let value = self.database.begin(&[store], Mode::Read).await?.get(store, &key).await?;
        let value = value.ok_or_else(|| Trouble::Storage(format!("{key} is gone")))?;
        Ok(Piece { kind, key, bytes: open(&value)? })
    }

    /// Keeps bytes of photos that come in. Until the commands are in too, nothing speaks of them.
    pub(in crate::field) async fn keep_chunks(&self, chunks: &[Piece]) -> Result<(), Trouble> {
        let tx = self.database.begin(&[CHUNKS], Mode::Strict).await?;
        for chunk in chunks {
            tx.put(CHUNKS, &chunk.key, &seal(&chunk.bytes))?;
        }
        tx.complete().await
    }

    /// Takes everything else in, all or nothing. What is here already stays as it is.
    pub(in crate::field) async fn unpack(&self, own: DeviceId, devices: &[DeviceRecord], pieces: &[Piece]) -> Result<Unpacked, Trouble> {
        let tx = self.database.begin(&[COMMANDS, RECEIPTS, PHOTOS, DEVICE], Mode::Strict).await?;
        let mut unpacked = Unpacked::default();
        let mut known = BTreeSet::new();
        for piece in pieces.iter().filter(|piece| piece.kind == PieceKind::Command) {
            if tx.get(COMMANDS, &piece.key).await?.is_some() {
                unpacked.known += 1;
                known.insert(piece.key.as_str());
            } else {
                unpacked.new += 1;
                tx.put(COMMANDS, &piece.key, &seal(&piece.bytes))?;
            }
        }
        for piece in pieces {
            let here = match piece.kind {
                PieceKind::Command | PieceKind::Chunk => true,
                PieceKind::Fate => known.contains(piece.key.as_str()),
                PieceKind::Photo | PieceKind::Receipt => tx.get(store_of(piece.kind), &piece.key).await?.is_some(),
            };
            if !here {
                tx.put(store_of(piece.kind), &piece.key, &seal(&piece.bytes))?;
            }
        }
        for device in devices {
            let record = match tx.get(DEVICE, &queue_key(device.device)).await? {
                Some(stored) => merged(open_json(&stored)?, device),
                None => device.clone(),
            };
            tx.put(DEVICE, &queue_key(device.device), &seal_json(&record)?)?;
            if device.device != own {
                tx.put(DEVICE, &carried_key(own, Some(device.device)), &seal_json(&device.device)?)?;
            }
        }
        tx.complete().await?;
        Ok(unpacked)
    }

    /// Queues of the same person's other phones that this one sends for them.
    pub(in crate::field) async fn carried(&self, own: DeviceId) -> Result<Vec<DeviceId>, Trouble> {
        let rows = self.database.begin(&[DEVICE], Mode::Read).await?.all(DEVICE, &carried_key(own, None)).await?;
        rows.iter().map(|(_, row)| open_json(row)).collect()
    }
}

/// Whether a piece is what its key says, of one of these queues.
pub(in crate::field) fn fits(piece: &Piece, devices: &[DeviceRecord]) -> bool {
    let key = piece.key.strip_prefix("signed/").filter(|_| piece.kind == PieceKind::Receipt).unwrap_or(&piece.key);
    let Some((device, rest)) = key.split_once('/') else { return false };
    if !devices.iter().any(|known| known.device.to_string() == device) {
        return false;
    }
    piece.kind != PieceKind::Command
        || std::str::from_utf8(&piece.bytes)
            .ok()
            .and_then(|text| serde_json::from_str::<Command>(text).ok())
            .is_some_and(|command| command.id.to_string() == rest && command.device.to_string() == device)
}

/// What is known here of a queue, and what a file says of it.
fn merged(here: DeviceRecord, there: &DeviceRecord) -> DeviceRecord {
    DeviceRecord {
        have: here.have.max(there.have),
        next: here.next.max(there.next),
        newest_receipt: here.newest_receipt.or_else(|| there.newest_receipt.clone()),
        ..here
    }
}

fn store_of(kind: PieceKind) -> &'static str {
    match kind {
        PieceKind::Command => COMMANDS,
        PieceKind::Fate | PieceKind::Receipt => RECEIPTS,
        PieceKind::Photo => PHOTOS,
        PieceKind::Chunk => CHUNKS,
    }
}

fn carried_key(own: DeviceId, device: Option<DeviceId>) -> String {
    format!("carried/{own}/{}", device.map(|device| device.to_string()).unwrap_or_default())
}
