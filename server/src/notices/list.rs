//! One's own notices: pages by keyset, how many are unread, marking.

use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{self, notices::Place},
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_app::backend::{MarkRead, NoticeLine, NoticesPage, NoticesQuery, Unread};
use huiyin_domain::ids::PersonId;

/// Lines of one page.
const PAGE: usize = 40;

/// A page.
pub(super) async fn page(core: &Core, person: PersonId, query: &NoticesQuery) -> Result<NoticesPage, Error> {
    let now = core.now();
    let after: Option<Place> = query.after.as_deref().map(read_place).transpose()?;
    let db = core.db.snapshot().await?;
    let mut rows = storage::notices::page(&db, person, now, after, PAGE as u64 + 1).await?;
    let unread = storage::notices::unread(&db, person, now).await?;
    db.commit().await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = match rows.last().filter(|_| more) {
        Some(last) => Some(BASE64URL_NOPAD.encode(&serde_json::to_vec(&(last.shown_at, last.seq, last.about.kind))?)),
        None => None,
    };
    let rows = rows.into_iter().map(|row| NoticeLine { seq: row.seq, about: row.about, at: row.at, read: row.read_at.is_some() }).collect();
    Ok(NoticesPage { rows, next, unread: count(unread), now })
}

/// How many are unread.
pub(super) async fn unread(core: &Core, person: PersonId) -> Result<Unread, Error> {
    Ok(Unread { unread: count(storage::notices::unread(core.db.read(), person, core.now()).await?) })
}

/// Marks as read; answers how many are left.
pub(super) async fn mark_read(core: &Core, person: PersonId, mark: MarkRead) -> Result<Unread, Error> {
    let now = core.now();
    let db = core.db.begin().await?;
    match mark {
        MarkRead::One { seq, kind } => {
            if !storage::notices::read(&db, person, seq, kind, now).await? {
                return Err(Error::new(Kind::NoSuchNotice).field("seq"));
            }
        }
        MarkRead::All { until } => storage::notices::read_all(&db, person, until.min(now), now).await?,
    }
    let unread = storage::notices::unread(&db, person, now).await?;
    db.commit().await?;
    Ok(Unread { unread: count(unread) })
}

/// It only says where to go on reading one's own, so it needs no signature.
fn read_place(text: &str) -> Result<Place, Error> {
    let bad = || Error::new(Kind::BadCursor).field("after");
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| bad())?;
    serde_json::from_slice(&bytes).map_err(|_| bad())
}

fn count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
