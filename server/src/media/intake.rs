//! Taking in photos: chunk by chunk, each durable before it is acknowledged; whole only when the hash says so.

use super::{
    decode,
    shown::{Size, versions},
};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{
        self,
        photos::{Chunk, Declared, Measured, PhotoRow, PhotoState},
    },
};
use huiyin_domain::{
    hash::Hash,
    ids::DeviceId,
    photo::{CHUNK_BYTES, PhotoHash},
    sync::message::ChunkAnswer,
};
use std::{
    collections::BTreeSet,
    io::{self, ErrorKind},
};

/// Takes a chunk of a photo that one of this device's commands spoke of.
///
/// # Errors
/// If nobody spoke of the photo, the chunk does not fit into it, or the bytes turn out to be no photo we take.
pub async fn put_chunk(core: &Core, device: DeviceId, hash: PhotoHash, n: u32, bytes: &[u8]) -> Result<ChunkAnswer, Error> {
    let photo = declared(core, device, hash).await?;
    match (photo.state, photo.problem) {
        (PhotoState::Complete, _) => return Ok(ChunkAnswer { missing: Vec::new(), complete: true }),
        (PhotoState::Rejected, problem) => return Err(Error::new(problem.unwrap_or(Kind::NotAPhoto)).field("photo")),
        (PhotoState::Wanted, _) => {}
    }
    let length = photo.chunk_length(n).ok_or_else(|| Error::new(Kind::ChunkOutOfRange).field("n"))?;
    if bytes.len() as u64 != length {
        return Err(Error::new(Kind::ChunkLength).field("body"));
    }
    if n == 0
        && let Err(problem) = decode::format_of(bytes)
    {
        return reject(core, &hash, problem).await;
    }
    let db = core.db.begin().await?;
    let known = storage::photos::chunks_here(&db, &hash).await?.contains(&n);
    if !known && storage::photos::open_chunks(&db, device).await? * CHUNK_BYTES >= core.settings.open_photo_bytes {
        return Err(Error::new(Kind::TooMuchOpen).field("photo"));
    }
    storage::photos::put_chunk(&db, &Chunk { photo: hash, n, bytes, device }, core.now()).await?;
    let here = storage::photos::chunks_here(&db, &hash).await?;
    db.commit().await?;
    let missing = missing(&photo, &here);
    if missing.is_empty() {
        finish(core, &photo).await?;
    }
    Ok(ChunkAnswer { complete: missing.is_empty(), missing })
}

/// Keeps a photo whose bytes are all in hand: for tools that bring their own.
///
/// # Errors
/// If the bytes are no photo we take, or the disk fails.
pub async fn keep_whole(core: &Core, device: DeviceId, bytes: Vec<u8>) -> Result<Measured, Error> {
    let hash = Hash::of(&bytes);
    let declared = Declared { hash, bytes: bytes.len() as u64, device };
    let (measured, bytes) = verified(core, bytes).await?.map_err(Error::new)?;
    store(core, &hash, &bytes)?;
    let db = core.db.begin().await?;
    storage::photos::declare(&db, &BTreeSet::from([declared]), core.now()).await?;
    storage::photos::set_complete(&db, &hash, &measured, core.now()).await?;
    db.commit().await?;
    Ok(measured)
}

async fn declared(core: &Core, device: DeviceId, hash: PhotoHash) -> Result<PhotoRow, Error> {
    let unknown = || Error::new(Kind::PhotoNotDeclared).field("photo");
    if !storage::photos::is_declared_by(core.db.read(), &hash, device).await? {
        return Err(unknown());
    }
    storage::photos::get(core.db.read(), &[hash]).await?.pop().ok_or_else(unknown)
}

/// Chunks that a photo still needs to become whole. Never none: if all are here and it is not whole, because the line dropped
/// or the server ended before they were put together, the last one is asked for again, and whoever brings it has it done.
pub(crate) fn wanted(photo: &PhotoRow, here: &BTreeSet<u32>) -> Vec<u32> {
    let missing = missing(photo, here);
    if missing.is_empty() { photo.chunks().checked_sub(1).into_iter().collect() } else { missing }
}

/// Chunks that are not here yet.
fn missing(photo: &PhotoRow, here: &BTreeSet<u32>) -> Vec<u32> {
    (0..photo.chunks()).filter(|n| !here.contains(n)).collect()
}

/// All chunks are here: the hash decides, then the picture itself.
async fn finish(core: &Core, photo: &PhotoRow) -> Result<(), Error> {
    let bytes = storage::photos::assemble(core.db.read(), &photo.hash).await?;
    if Hash::of(&bytes) != photo.hash {
        // Another request may have finished meanwhile, and dropped the chunks.
        let now = storage::photos::get(core.db.read(), &[photo.hash]).await?;
        if now.iter().any(|row| row.state == PhotoState::Complete) {
            return Ok(());
        }
        let db = core.db.begin().await?;
        storage::photos::drop_chunks(&db, &photo.hash).await?;
        db.commit().await?;
        return Err(Error::new(Kind::PhotoHashMismatch).field("photo"));
    }
    match verified(core, bytes).await? {
        Ok((measured, bytes)) => {
            store(core, &photo.hash, &bytes)?;
            let db = core.db.begin().await?;
            storage::photos::set_complete(&db, &photo.hash, &measured, core.now()).await?;
            Ok(db.commit().await?)
        }
        Err(problem) => reject(core, &photo.hash, problem).await,
    }
}

async fn reject<T>(core: &Core, hash: &PhotoHash, problem: Kind) -> Result<T, Error> {
    let db = core.db.begin().await?;
    storage::photos::set_rejected(&db, hash, problem).await?;
    db.commit().await?;
    Err(Error::new(problem).field("photo"))
}

/// An original with the versions made from it.
struct Pictures {
    original: Vec<u8>,
    versions: [(Size, Vec<u8>); 2],
}

/// Whether these bytes are a whole picture, off the async runtime.
async fn verified(core: &Core, bytes: Vec<u8>) -> Result<Result<(Measured, Pictures), Kind>, Error> {
    let _turn = core.media.decoding.acquire().await.map_err(Error::internal)?;
    let work = tokio::task::spawn_blocking(move || {
        // A decoder that panics has been given something that is no picture.
        let read = std::panic::catch_unwind(|| decode::read(&bytes).map(|(measured, picture)| (measured, versions(&picture))));
        match read {
            Ok(Ok((measured, Ok(versions)))) => Ok((measured, Pictures { original: bytes, versions })),
            Ok(Err(kind)) => Err(kind),
            Ok(Ok((_, Err(_)))) | Err(_) => Err(Kind::PhotoBroken),
        }
    });
    work.await.map_err(Error::internal)
}

/// The original last: once it is there, everything is.
fn store(core: &Core, hash: &PhotoHash, pictures: &Pictures) -> Result<(), Error> {
    for (size, bytes) in &pictures.versions {
        core.media.write(&core.media.version(hash, *size), bytes).map_err(unwritten)?;
    }
    core.media.write(&core.media.original(hash), &pictures.original).map_err(unwritten)
}

/// A full disk is told apart: it is no fault of the photo's or the program's.
fn unwritten(error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => Error::new(Kind::DiskFull).because(error),
        _ => Error::internal(error),
    }
}
