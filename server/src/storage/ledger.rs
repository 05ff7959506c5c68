//! Entries of the ledger, the commands' bytes, what followed, and the counter that numbers come from.

use super::{Connection, entities, hash, lots, moment, seq_from, seq_to};
use crate::error::Error;
use entities::{entry_event, forked_command, ledger_entry, ledger_head, payload};
use huiyin_domain::{
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId, PersonId},
    moment::Moment,
    rulebook::RulebookVersion,
    sync::message::Verdict,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, DbBackend, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashMap;

/// The counter: every write transaction takes its numbers here, last of all.
#[derive(Clone, PartialEq, Debug)]
pub struct Head {
    /// The county's code.
    pub county: String,
    /// Raised when the server was restored from a backup.
    pub epoch: u32,
    /// The last number.
    pub seq: u64,
    /// The chain's hash there.
    pub hash: Hash,
}

/// One entry.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryRow {
    /// Its place.
    pub seq: u64,
    /// Raised when the server was restored from a backup.
    pub epoch: u32,
    /// The command.
    pub command: CommandId,
    /// The hash of the command's bytes.
    pub command_hash: Hash,
    /// Which queue.
    pub device: DeviceId,
    /// Its number there.
    pub number: u64,
    /// Who, if it was a person.
    pub person: Option<PersonId>,
    /// The verb's stable name, or `unknown`.
    pub kind: String,
    /// Which case.
    pub case: Option<CaseId>,
    /// What became of it.
    pub verdict: Verdict,
    /// The same, as the exact text the chain protects.
    pub verdict_text: String,
    /// The edition it was judged by.
    pub rulebook: RulebookVersion,
    /// When the server received it.
    pub received_at: Moment,
    /// When the device says it was made, corrected.
    pub made_at: Moment,
    /// What followed, hashed.
    pub events_hash: Hash,
    /// The facts, hashed.
    pub content_hash: Hash,
    /// The chain before it.
    pub prev_hash: Hash,
    /// The chain after it.
    pub hash: Hash,
}

/// The bytes of one command, to be written.
pub struct PayloadRow {
    /// Which command.
    pub command: CommandId,
    /// Its exact bytes.
    pub bytes: Vec<u8>,
    /// Whether they are a public record and never erased.
    pub keep: bool,
}

/// What followed from one entry for one case.
#[derive(Clone, PartialEq, Debug)]
pub struct EventsRow {
    /// The entry.
    pub seq: u64,
    /// 0 is the command's own case; 1 another one it touched.
    pub n: i32,
    /// Which case.
    pub case: CaseId,
    /// The events as a JSON array; none if erased.
    pub body: Option<String>,
}

/// Makes the counter of a new county.
pub(super) async fn found(db: &impl Connection, county: &str) -> Result<(), Error> {
    ledger_head::ActiveModel {
        county: Set(county.to_owned()),
        epoch: Set(1),
        seq: Set(0),
        hash: Set(Hash::ZERO.0.to_vec()),
        copy: Set(false),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// The counter as it stands; with `locked`, nobody else moves it before this transaction ends.
pub async fn head(db: &impl Connection, locked: bool) -> Result<Option<Head>, Error> {
    let mut query = ledger_head::Entity::find();
    if locked && db.get_database_backend() == DbBackend::Postgres {
        query = query.lock_exclusive();
    }
    let row = query.one(db).await?;
    Ok(row.map(|row| Head {
        county: row.county,
        epoch: u32::try_from(row.epoch).unwrap_or(0),
        seq: seq_from(row.seq),
        hash: hash(&row.hash),
    }))
}

/// Moves the counter from where it was read. False if somebody else moved it meanwhile: then nothing may be committed.
pub async fn advance(db: &impl Connection, from: &Head, seq: u64, to: Hash) -> Result<bool, Error> {
    let done = ledger_head::Entity::update_many()
        .col_expr(ledger_head::Column::Seq, Expr::value(seq_to(seq)))
        .col_expr(ledger_head::Column::Hash, Expr::value(to.0.to_vec()))
        .filter(ledger_head::Column::County.eq(&from.county))
        .filter(ledger_head::Column::Seq.eq(seq_to(from.seq)))
        .filter(ledger_head::Column::Hash.eq(from.hash.0.to_vec()))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Says of this database that it is a copy.
pub async fn mark_copy(db: &impl Connection) -> Result<(), Error> {
    ledger_head::Entity::update_many().col_expr(ledger_head::Column::Copy, Expr::value(true)).exec(db).await?;
    Ok(())
}

/// Whether this database is a copy.
pub async fn is_copy(db: &impl Connection) -> Result<bool, Error> {
    Ok(ledger_head::Entity::find().filter(ledger_head::Column::Copy.eq(true)).one(db).await?.is_some())
}

/// It took the place of what it was copied from, and is the ledger now.
pub async fn unmark_copy(db: &impl Connection) -> Result<(), Error> {
    ledger_head::Entity::update_many().col_expr(ledger_head::Column::Copy, Expr::value(false)).exec(db).await?;
    Ok(())
}

/// Raises the epoch to this one; false if it is there already.
pub async fn raise_epoch(db: &impl Connection, to: u32) -> Result<bool, Error> {
    let to = i32::try_from(to).unwrap_or(i32::MAX);
    let done = ledger_head::Entity::update_many()
        .col_expr(ledger_head::Column::Epoch, Expr::value(to))
        .filter(ledger_head::Column::Epoch.lt(to))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Entries of these commands, as far as there are any.
pub async fn known(db: &impl Connection, commands: &[CommandId]) -> Result<HashMap<CommandId, EntryRow>, Error> {
    let ids = lots::padded(commands.iter().map(|id| id.0));
    let rows = ledger_entry::Entity::find().filter(ledger_entry::Column::CommandId.is_in(ids)).all(db).await?;
    rows.into_iter().map(|row| entry(row).map(|entry| (entry.command, entry))).collect()
}

/// The one county of this database. Numbers stand behind it in the primary keys: a read that does not name it cannot begin
/// at its place, and walks over the whole ledger.
fn county() -> Expr {
    ledger_head::Entity::find().select_only().column(ledger_head::Column::County).limit(1).into_query().into()
}

/// Entries, to be picked by their numbers.
fn entries() -> Select<ledger_entry::Entity> {
    ledger_entry::Entity::find().filter(ledger_entry::Column::County.into_expr().eq(county()))
}

/// What followed, to be picked by the numbers of entries.
fn followed() -> Select<entry_event::Entity> {
    entry_event::Entity::find().filter(entry_event::Column::County.into_expr().eq(county()))
}

fn entries_after(seq: u64, limit: u64) -> Select<ledger_entry::Entity> {
    entries().filter(ledger_entry::Column::Seq.gt(seq_to(seq))).order_by_asc(ledger_entry::Column::Seq).limit(limit)
}

fn entry_at(seq: u64) -> Select<ledger_entry::Entity> {
    entries().filter(ledger_entry::Column::Seq.eq(seq_to(seq)))
}

fn entries_at(seqs: &[u64]) -> Select<ledger_entry::Entity> {
    let named = ledger_entry::Column::Seq.is_in(lots::padded(seqs.iter().map(|seq| seq_to(*seq))));
    entries().filter(named).order_by_asc(ledger_entry::Column::Seq)
}

fn followed_from(seqs: &[u64]) -> Select<entry_event::Entity> {
    let named = entry_event::Column::Seq.is_in(lots::padded(seqs.iter().map(|seq| seq_to(*seq))));
    followed().filter(named).order_by_asc(entry_event::Column::Seq).order_by_asc(entry_event::Column::N)
}

/// How the database would go about the reads by number, one line a step: for a test that none of them walks over the ledger.
pub async fn plans(db: &impl Connection) -> Result<Vec<String>, Error> {
    let kind = db.get_database_backend();
    let reads =
        [entries_after(7, 10).build(kind), entry_at(7).build(kind), entries_at(&[7, 8]).build(kind), followed_from(&[7, 8]).build(kind)];
    let mut steps = Vec::new();
    for mut read in reads {
        read.sql = format!("EXPLAIN QUERY PLAN {}", read.sql);
        for row in db.query_all_raw(read).await? {
            steps.push(row.try_get::<String>("", "detail")?);
        }
    }
    Ok(steps)
}

/// Entries after `seq`, in order, at most `limit`.
pub async fn after(db: &impl Connection, seq: u64, limit: u64) -> Result<Vec<EntryRow>, Error> {
    entries_after(seq, limit).all(db).await?.into_iter().map(entry).collect()
}

/// Entries up to `seq`, newest first, at most `limit`.
pub async fn upto(db: &impl Connection, seq: u64, limit: u64) -> Result<Vec<EntryRow>, Error> {
    let query = ledger_entry::Entity::find().filter(ledger_entry::Column::Seq.lte(seq_to(seq)));
    let rows = query.order_by_desc(ledger_entry::Column::Seq).limit(limit).all(db).await?;
    rows.into_iter().map(entry).collect()
}

/// The entry with this number.
pub async fn at(db: &impl Connection, seq: u64) -> Result<Option<EntryRow>, Error> {
    entry_at(seq).one(db).await?.map(entry).transpose()
}

/// The entry with this number of this device.
pub async fn of_number(db: &impl Connection, device: DeviceId, number: u64) -> Result<Option<EntryRow>, Error> {
    let query = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::DeviceId.eq(device.0))
        .filter(ledger_entry::Column::DeviceNumber.eq(seq_to(number)));
    query.one(db).await?.map(entry).transpose()
}

/// Entries of one device in `(after, until]`, in order, at most `limit`.
pub async fn of_device(db: &impl Connection, device: DeviceId, after: u64, until: u64, limit: u64) -> Result<Vec<EntryRow>, Error> {
    let query = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::DeviceId.eq(device.0))
        .filter(ledger_entry::Column::Seq.gt(seq_to(after)))
        .filter(ledger_entry::Column::Seq.lte(seq_to(until)));
    let rows = query.order_by_asc(ledger_entry::Column::Seq).limit(limit).all(db).await?;
    rows.into_iter().map(entry).collect()
}

/// Entries about one case, oldest first, the ineffective ones included.
pub async fn of_case(db: &impl Connection, case: CaseId) -> Result<Vec<EntryRow>, Error> {
    let query = ledger_entry::Entity::find().filter(ledger_entry::Column::CaseId.eq(case.0));
    let rows = query.order_by_asc(ledger_entry::Column::Seq).all(db).await?;
    rows.into_iter().map(entry).collect()
}

/// Entries by these numbers.
pub async fn by_seq(db: &impl Connection, seqs: &[u64]) -> Result<Vec<EntryRow>, Error> {
    entries_at(seqs).all(db).await?.into_iter().map(entry).collect()
}

/// Entries received in `[from, until)`, in order.
pub async fn received_between(db: &impl Connection, from: Moment, until: Moment) -> Result<Vec<EntryRow>, Error> {
    let query = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::ReceivedAt.gte(from.unix_ms()))
        .filter(ledger_entry::Column::ReceivedAt.lt(until.unix_ms()));
    let rows = query.order_by_asc(ledger_entry::Column::Seq).all(db).await?;
    rows.into_iter().map(entry).collect()
}

/// What followed from these entries, in order.
pub async fn events(db: &impl Connection, seqs: &[u64]) -> Result<Vec<EventsRow>, Error> {
    Ok(followed_from(seqs).all(db).await?.into_iter().map(events_row).collect())
}

/// What happened to one case, oldest first, including what entries about other cases did to it.
pub async fn events_of_case(db: &impl Connection, case: CaseId) -> Result<Vec<EventsRow>, Error> {
    let query = entry_event::Entity::find().filter(entry_event::Column::CaseId.eq(case.0));
    let rows = query.order_by_asc(entry_event::Column::Seq).order_by_asc(entry_event::Column::N).all(db).await?;
    Ok(rows.into_iter().map(events_row).collect())
}

/// The bytes of these commands; none for those that are erased.
pub async fn payloads(db: &impl Connection, commands: &[CommandId]) -> Result<HashMap<CommandId, Option<Vec<u8>>>, Error> {
    let query = payload::Entity::find().filter(payload::Column::CommandId.is_in(commands.iter().map(|id| id.0)));
    Ok(query.all(db).await?.into_iter().map(|row| (row.command_id.into(), row.bytes)).collect())
}

/// Writes entries.
pub async fn insert(db: &impl Connection, county: &str, entries: &[EntryRow]) -> Result<(), Error> {
    let rows = entries.iter().map(|entry| ledger_entry::ActiveModel {
        county: Set(county.to_owned()),
        seq: Set(seq_to(entry.seq)),
        epoch: Set(i32::try_from(entry.epoch).unwrap_or(i32::MAX)),
        command_id: Set(entry.command.0),
        command_hash: Set(entry.command_hash.0.to_vec()),
        device_id: Set(entry.device.0),
        device_number: Set(seq_to(entry.number)),
        person_id: Set(entry.person.map(|id| id.0)),
        kind: Set(entry.kind.clone()),
        case_id: Set(entry.case.map(|id| id.0)),
        verdict: Set(verdict_name(&entry.verdict).to_owned()),
        verdict_body: Set(entry.verdict_text.clone()),
        rulebook: Set(i32::try_from(entry.rulebook).unwrap_or(i32::MAX)),
        received_at: Set(entry.received_at.unix_ms()),
        made_at: Set(entry.made_at.unix_ms()),
        events_hash: Set(entry.events_hash.0.to_vec()),
        content_hash: Set(entry.content_hash.0.to_vec()),
        prev_hash: Set(entry.prev_hash.0.to_vec()),
        hash: Set(entry.hash.0.to_vec()),
        algorithm: Set(crate::ledger::chain::ALGORITHM.to_owned()),
    });
    lots::insert(db, rows, None).await
}

/// Writes the bytes of commands.
pub async fn insert_payloads(db: &impl Connection, payloads: Vec<PayloadRow>) -> Result<(), Error> {
    let rows = payloads.into_iter().map(|row| payload::ActiveModel {
        command_id: Set(row.command.0),
        bytes: Set(Some(row.bytes)),
        keep: Set(row.keep),
        erased_at: Set(None),
    });
    lots::insert(db, rows, None).await
}

/// Writes what followed.
pub async fn insert_events(db: &impl Connection, county: &str, events: Vec<EventsRow>) -> Result<(), Error> {
    let rows = events.into_iter().map(|row| entry_event::ActiveModel {
        county: Set(county.to_owned()),
        seq: Set(seq_to(row.seq)),
        n: Set(row.n),
        case_id: Set(row.case.0),
        body: Set(row.body),
    });
    lots::insert(db, rows, None).await
}

/// Puts a forked command aside, once.
pub async fn quarantine(
    db: &impl Connection,
    command: CommandId,
    command_hash: Hash,
    device: DeviceId,
    number: u64,
    bytes: &[u8],
    at: Moment,
) -> Result<(), Error> {
    let row = forked_command::ActiveModel {
        command_hash: Set(command_hash.0.to_vec()),
        command_id: Set(command.0),
        device_id: Set(device.0),
        device_number: Set(seq_to(number)),
        bytes: Set(bytes.to_vec()),
        received_at: Set(at.unix_ms()),
    };
    forked_command::Entity::insert(row)
        .on_conflict(OnConflict::column(forked_command::Column::CommandHash).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Erases the bytes of a command and the words in what followed, unless they are a public record. The chain still fits.
pub async fn erase(db: &impl Connection, command: CommandId, at: Moment) -> Result<bool, Error> {
    let done = payload::Entity::update_many()
        .col_expr(payload::Column::Bytes, Expr::value(None::<Vec<u8>>))
        .col_expr(payload::Column::ErasedAt, Expr::value(at.unix_ms()))
        .filter(payload::Column::CommandId.eq(command.0))
        .filter(payload::Column::Keep.eq(false))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn verdict_name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Applied => "applied",
        Verdict::Conflict { .. } => "conflict",
        Verdict::Refused { .. } => "refused",
        Verdict::Held { .. } => "held",
    }
}

fn entry(row: ledger_entry::Model) -> Result<EntryRow, Error> {
    Ok(EntryRow {
        seq: seq_from(row.seq),
        epoch: u32::try_from(row.epoch).unwrap_or(0),
        command: row.command_id.into(),
        command_hash: hash(&row.command_hash),
        device: row.device_id.into(),
        number: seq_from(row.device_number),
        person: row.person_id.map(PersonId),
        kind: row.kind,
        case: row.case_id.map(CaseId),
        verdict: serde_json::from_str(&row.verdict_body)?,
        verdict_text: row.verdict_body,
        rulebook: u32::try_from(row.rulebook).unwrap_or(0),
        received_at: moment(row.received_at),
        made_at: moment(row.made_at),
        events_hash: hash(&row.events_hash),
        content_hash: hash(&row.content_hash),
        prev_hash: hash(&row.prev_hash),
        hash: hash(&row.hash),
    })
}

fn events_row(row: entry_event::Model) -> EventsRow {
    EventsRow { seq: seq_from(row.seq), n: row.n, case: row.case_id.into(), body: row.body }
}
