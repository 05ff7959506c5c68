//! Push: commands in, one signed receipt out. Refusals and conflicts are outcomes of commands, not errors of the push.

use super::{memory, quota};
use crate::{
    auth::Session,
    core::Core,
    error::{Error, Kind},
    ledger::{Papers, Sealed, Sender, Submission},
    media,
    storage::{
        self,
        photos::{PhotoRow, PhotoState},
    },
};
use huiyin_domain::{
    hash::Hash,
    sync::message::{MAX_COMMANDS, PhotoWanted, Push, PushAnswer},
};
use std::collections::BTreeSet;

/// Takes commands of the session's own device.
///
/// # Errors
/// `Gap` with the last number the server has; `NotYourDevice`; too many commands, at once or in a day; bytes that are no
/// command at all; `Restored` if the ledger has forgotten what the phone holds a receipt for.
pub async fn push(core: &Core, session: &Session, push: Push) -> Result<PushAnswer, Error> {
    if push.commands.len() > MAX_COMMANDS {
        return Err(Error::new(Kind::TooManyCommands).field("commands"));
    }
    if let Some(receipt) = &push.newest_receipt {
        memory::reproduce(core, receipt).await?;
    }
    let sealed = push.commands.iter().enumerate().map(|(n, raw)| Sealed::read(raw.get().as_bytes(), &format!("commands[{n}]")));
    let sealed = sealed.collect::<Result<Vec<_>, Error>>()?;
    quota::commands(core, push.device, &sealed).await?;
    let photos: BTreeSet<Hash> = sealed.iter().flat_map(Sealed::photos).map(|(hash, _)| hash).collect();
    let submission =
        Submission { sender: Sender::Person(session.person.id), device: push.device, papers: Papers::Sealed(sealed), received_at: None };
    let committed = core.ledger.submit(submission).await?;
    let newest = committed.lines.iter().max_by_key(|line| line.seq).map_or(committed.head, |line| line.entry_hash);
    let county = &session.county;
    let receipt = core.keys.receipt(&county.code, committed.epoch, push.device, &committed.lines, newest, core.now())?;
    Ok(PushAnswer {
        receipt,
        numbers: core.keys.receipt_lines(&committed.lines),
        forks: committed.forks,
        photos_wanted: wanted(core, &photos.into_iter().collect::<Vec<_>>()).await?,
        server_time: core.now(),
        backup_seq: county.backup_seq,
        retry_after_s: None,
    })
}

/// Of these photos, those whose bytes are not all here. A rejected one stays listed: silence would mean it has arrived,
/// and the phone learns the reason when it sends its next chunk.
async fn wanted(core: &Core, photos: &[Hash]) -> Result<Vec<PhotoWanted>, Error> {
    let rows: Vec<PhotoRow> = storage::photos::get(core.db.read(), photos).await?;
    let rows: Vec<PhotoRow> = rows.into_iter().filter(|row| row.state != PhotoState::Complete).collect();
    let here = storage::photos::chunks_of(core.db.read(), &rows.iter().map(|row| row.hash).collect::<Vec<_>>()).await?;
    let nothing = BTreeSet::new();
    let missing = |row: &PhotoRow| media::wanted(row, here.get(&row.hash).unwrap_or(&nothing));
    Ok(rows.iter().map(|row| PhotoWanted { hash: row.hash, missing: missing(row) }).collect())
}
