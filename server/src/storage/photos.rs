//! Photos: what commands declared, which bytes have arrived, which cases they belong to.

use super::{Connection, entities, hash, lots, seq_from, seq_to};
use crate::error::{Error, Kind};
use entities::{device, photo, photo_case, photo_chunk, photo_device};
use huiyin_domain::{
    ids::{CaseId, DeviceId},
    moment::Moment,
    photo::{CHUNK_BYTES, MAX_BYTES, PhotoHash},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DbBackend, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, OnConflict},
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How far a photo has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhotoState {
    /// Bytes are missing.
    Wanted,
    /// All bytes are here, whole and verified.
    Complete,
    /// The bytes were no photo we take; nothing of them is kept.
    Rejected,
}

impl PhotoState {
    fn name(self) -> &'static str {
        match self {
            PhotoState::Wanted => "wanted",
            PhotoState::Complete => "complete",
            PhotoState::Rejected => "rejected",
        }
    }

    fn of(name: &str) -> Result<Self, Error> {
        match name {
            "wanted" => Ok(PhotoState::Wanted),
            "complete" => Ok(PhotoState::Complete),
            "rejected" => Ok(PhotoState::Rejected),
            other => Err(Error::internal(format!("unknown state of a photo: {other}"))),
        }
    }
}

/// Why bytes may be rejected for good.
const REJECTIONS: [Kind; 5] = [Kind::PhotoTooLarge, Kind::PhotoTooManyPixels, Kind::NotAPhoto, Kind::Heic, Kind::PhotoBroken];

/// A photo that some command spoke of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PhotoRow {
    /// Which.
    pub hash: PhotoHash,
    /// Length of its bytes, as declared.
    pub bytes: u64,
    /// How far it has come.
    pub state: PhotoState,
    /// Why its bytes were rejected, if they were.
    pub problem: Option<Kind>,
}

impl PhotoRow {
    /// How many chunks it has.
    #[must_use]
    pub fn chunks(&self) -> u32 {
        u32::try_from(self.bytes.div_ceil(CHUNK_BYTES)).unwrap_or(u32::MAX)
    }

    /// How long its nth chunk is; none beyond its end.
    #[must_use]
    pub fn chunk_length(&self, n: u32) -> Option<u64> {
        let start = u64::from(n) * CHUNK_BYTES;
        (start < self.bytes).then(|| (self.bytes - start).min(CHUNK_BYTES))
    }
}

/// A picture's measures, as its bytes tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measured {
    /// As `image/jpeg`.
    pub media_type: &'static str,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
}

/// A photo that a command speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Declared {
    /// Which.
    pub hash: PhotoHash,
    /// Length of its bytes.
    pub bytes: u64,
    /// Who will send them.
    pub device: DeviceId,
}

/// Notes photos that commands spoke of.
pub async fn declare(db: &impl Connection, declared: &BTreeSet<Declared>, at: Moment) -> Result<(), Error> {
    // In one order everywhere, so that nobody waits for another who waits for him.
    let photos: BTreeMap<PhotoHash, u64> = declared.iter().map(|one| (one.hash, one.bytes)).collect();
    let rows = photos.into_iter().map(|(hash, bytes)| photo::ActiveModel {
        hash: Set(hash.0.to_vec()),
        bytes: Set(seq_to(bytes)),
        state: Set(if bytes > MAX_BYTES { PhotoState::Rejected } else { PhotoState::Wanted }.name().to_owned()),
        problem: Set((bytes > MAX_BYTES).then(|| Kind::PhotoTooLarge.code().to_owned())),
        media_type: Set(None),
        width_px: Set(None),
        height_px: Set(None),
        declared_at: Set(at.unix_ms()),
        complete_at: Set(None),
    });
    lots::insert(db, rows, Some(OnConflict::column(photo::Column::Hash).do_nothing().to_owned())).await?;
    let rows = declared.iter().map(|one| photo_device::ActiveModel { hash: Set(one.hash.0.to_vec()), device_id: Set(one.device.0) });
    let known = OnConflict::columns([photo_device::Column::Hash, photo_device::Column::DeviceId]).do_nothing().to_owned();
    lots::insert(db, rows, Some(known)).await
}

/// Notes that photos belong to cases.
pub async fn link(db: &impl Connection, links: &BTreeSet<(PhotoHash, CaseId)>) -> Result<(), Error> {
    let rows = links.iter().map(|(hash, case)| photo_case::ActiveModel { hash: Set(hash.0.to_vec()), case_id: Set(case.0) });
    lots::insert(db, rows, Some(OnConflict::columns([photo_case::Column::Hash, photo_case::Column::CaseId]).do_nothing().to_owned())).await
}

/// These photos, as far as they were declared.
pub async fn get(db: &impl Connection, hashes: &[PhotoHash]) -> Result<Vec<PhotoRow>, Error> {
    if hashes.is_empty() {
        return Ok(Vec::new());
    }
    let rows =
        photo::Entity::find().filter(photo::Column::Hash.is_in(lots::padded(hashes.iter().map(|hash| hash.0.to_vec())))).all(db).await?;
    rows.into_iter()
        .map(|row| {
            let problem = row.problem.map(|code| REJECTIONS.into_iter().find(|kind| kind.code() == code).unwrap_or(Kind::NotAPhoto));
            Ok(PhotoRow { hash: hash(&row.hash), bytes: seq_from(row.bytes), state: PhotoState::of(&row.state)?, problem })
        })
        .collect()
}

/// A batch of the photos whose bytes are all here, in order of hash: for walks over everything.
pub async fn whole(db: &impl Connection, after: Option<PhotoHash>, limit: u64) -> Result<Vec<PhotoHash>, Error> {
    let mut query = photo::Entity::find().filter(photo::Column::State.eq(PhotoState::Complete.name()));
    if let Some(after) = after {
        query = query.filter(photo::Column::Hash.gt(after.0.to_vec()));
    }
    let rows = query.order_by_asc(photo::Column::Hash).limit(limit).all(db).await?;
    Ok(rows.into_iter().map(|row| hash(&row.hash)).collect())
}

/// Whether this device spoke of this photo, or another one of the same person: a phone may send what came to it in a file.
pub async fn is_declared_by(db: &impl Connection, photo: &PhotoHash, device: DeviceId) -> Result<bool, Error> {
    if photo_device::Entity::find_by_id((photo.0.to_vec(), device.0)).one(db).await?.is_some() {
        return Ok(true);
    }
    let Some(person) = super::devices::get(db, device).await?.and_then(|row| row.person) else { return Ok(false) };
    let of_person = device::Entity::find().select_only().column(device::Column::Id).filter(device::Column::PersonId.eq(person.0));
    let spoken = photo_device::Entity::find().filter(photo_device::Column::Hash.eq(photo.0.to_vec()));
    Ok(spoken.filter(photo_device::Column::DeviceId.in_subquery(of_person.into_query())).one(db).await?.is_some())
}

/// Of the photos of these cases and of these hashes, those whose bytes are here.
pub async fn complete(db: &impl Connection, cases: &[CaseId], hashes: &[PhotoHash]) -> Result<HashSet<PhotoHash>, Error> {
    let mut here = HashSet::new();
    if !cases.is_empty() {
        let rows: Vec<Vec<u8>> = photo_case::Entity::find()
            .select_only()
            .column(photo_case::Column::Hash)
            .join(
                JoinType::InnerJoin,
                photo_case::Entity::belongs_to(photo::Entity).from(photo_case::Column::Hash).to(photo::Column::Hash).into(),
            )
            .filter(photo_case::Column::CaseId.is_in(lots::padded(cases.iter().map(|case| case.0))))
            .filter(photo::Column::State.eq(PhotoState::Complete.name()))
            .into_tuple()
            .all(db)
            .await?;
        here.extend(rows.iter().map(|bytes| hash(bytes)));
    }
    here.extend(get(db, hashes).await?.into_iter().filter(|row| row.state == PhotoState::Complete).map(|row| row.hash));
    Ok(here)
}

/// Cases that a photo belongs to.
pub async fn cases_of(db: &impl Connection, photo: &PhotoHash) -> Result<Vec<CaseId>, Error> {
    let rows = photo_case::Entity::find().filter(photo_case::Column::Hash.eq(photo.0.to_vec())).all(db).await?;
    Ok(rows.into_iter().map(|row| row.case_id.into()).collect())
}

/// Numbers of the chunks of a photo that are here.
pub async fn chunks_here(db: &impl Connection, photo: &PhotoHash) -> Result<BTreeSet<u32>, Error> {
    Ok(chunks_of(db, &[*photo]).await?.remove(photo).unwrap_or_default())
}

/// Numbers of the chunks of these photos that are here.
pub async fn chunks_of(db: &impl Connection, photos: &[PhotoHash]) -> Result<HashMap<PhotoHash, BTreeSet<u32>>, Error> {
    if photos.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Vec<u8>, i32)> = photo_chunk::Entity::find()
        .select_only()
        .columns([photo_chunk::Column::Hash, photo_chunk::Column::N])
        .filter(photo_chunk::Column::Hash.is_in(lots::padded(photos.iter().map(|photo| photo.0.to_vec()))))
        .into_tuple()
        .all(db)
        .await?;
    let mut chunks: HashMap<PhotoHash, BTreeSet<u32>> = HashMap::new();
    for (photo, n) in rows {
        if let Ok(n) = u32::try_from(n) {
            chunks.entry(hash(&photo)).or_default().insert(n);
        }
    }
    Ok(chunks)
}

/// One chunk of a photo.
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'a> {
    /// Which photo.
    pub photo: PhotoHash,
    /// Which chunk, from 0.
    pub n: u32,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Who sent it.
    pub device: DeviceId,
}

/// Keeps a chunk; the same one again changes nothing. Chunks of one photo are kept one after the other, so that whoever
/// brings the last one sees all the others.
pub async fn put_chunk(db: &impl Connection, chunk: &Chunk<'_>, at: Moment) -> Result<(), Error> {
    use photo_chunk::Column::{Bytes, DeviceId, Hash, N, ReceivedAt};
    if db.get_database_backend() == DbBackend::Postgres {
        photo::Entity::find_by_id(chunk.photo.0.to_vec()).lock_exclusive().one(db).await?;
    }
    let row = photo_chunk::ActiveModel {
        hash: Set(chunk.photo.0.to_vec()),
        n: Set(i32::try_from(chunk.n).map_err(Error::internal)?),
        bytes: Set(chunk.bytes.to_vec()),
        device_id: Set(chunk.device.0),
        received_at: Set(at.unix_ms()),
    };
    photo_chunk::Entity::insert(row)
        .on_conflict(OnConflict::columns([Hash, N]).update_columns([Bytes, DeviceId, ReceivedAt]).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// How many chunks of unfinished photos a device has sent.
pub async fn open_chunks(db: &impl Connection, device: DeviceId) -> Result<u64, Error> {
    Ok(photo_chunk::Entity::find().filter(photo_chunk::Column::DeviceId.eq(device.0)).count(db).await?)
}

/// Forgets the chunks of photos of which none has come since then; how many photos that were. Whoever still wants to send
/// one is asked for all of its chunks.
pub async fn drop_abandoned(db: &impl Connection, since: Moment) -> Result<usize, Error> {
    use sea_orm::ExprTrait;
    let photos: Vec<Vec<u8>> = photo_chunk::Entity::find()
        .select_only()
        .column(photo_chunk::Column::Hash)
        .group_by(photo_chunk::Column::Hash)
        .having(Expr::col(photo_chunk::Column::ReceivedAt).max().lt(since.unix_ms()))
        .into_tuple()
        .all(db)
        .await?;
    for photo in &photos {
        drop_chunks(db, &hash(photo)).await?;
    }
    Ok(photos.len())
}

/// All bytes of a photo whose chunks are all here.
pub async fn assemble(db: &impl Connection, photo: &PhotoHash) -> Result<Vec<u8>, Error> {
    let query = photo_chunk::Entity::find().filter(photo_chunk::Column::Hash.eq(photo.0.to_vec())).order_by_asc(photo_chunk::Column::N);
    Ok(query.all(db).await?.into_iter().flat_map(|row| row.bytes).collect())
}

/// Forgets the chunks of a photo.
pub async fn drop_chunks(db: &impl Connection, photo: &PhotoHash) -> Result<(), Error> {
    photo_chunk::Entity::delete_many().filter(photo_chunk::Column::Hash.eq(photo.0.to_vec())).exec(db).await?;
    Ok(())
}

/// Notes that a photo is whole.
pub async fn set_complete(db: &impl Connection, photo: &PhotoHash, measured: &Measured, at: Moment) -> Result<(), Error> {
    photo::Entity::update_many()
        .col_expr(photo::Column::State, Expr::value(PhotoState::Complete.name()))
        .col_expr(photo::Column::MediaType, Expr::value(measured.media_type))
        .col_expr(photo::Column::WidthPx, Expr::value(i32::try_from(measured.width_px).unwrap_or(i32::MAX)))
        .col_expr(photo::Column::HeightPx, Expr::value(i32::try_from(measured.height_px).unwrap_or(i32::MAX)))
        .col_expr(photo::Column::CompleteAt, Expr::value(at.unix_ms()))
        .filter(photo::Column::Hash.eq(photo.0.to_vec()))
        .exec(db)
        .await?;
    drop_chunks(db, photo).await
}

/// Notes that a photo's bytes are none that we take, and why.
pub async fn set_rejected(db: &impl Connection, photo: &PhotoHash, problem: Kind) -> Result<(), Error> {
    photo::Entity::update_many()
        .col_expr(photo::Column::Problem, Expr::value(problem.code()))
        .col_expr(photo::Column::State, Expr::value(PhotoState::Rejected.name()))
        .filter(photo::Column::Hash.eq(photo.0.to_vec()))
        .exec(db)
        .await?;
    drop_chunks(db, photo).await
}
