//! The access log: who looked at what is kept apart, and who did what with accounts.

use crate::{
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage::{
        self,
        access_log::{LogRow, Wanted},
    },
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_app::backend::{LogLine, LogPage, LogQuery};
use huiyin_domain::{ids::CaseId, moment::Moment, sync::message::PersonName};
use std::collections::HashMap;
use uuid::Uuid;

/// Lines of one page.
const PAGE: usize = 50;

/// A page of the log.
pub(super) async fn log(core: &Core, asking: &Asking, query: &LogQuery) -> Result<LogPage, Error> {
    if query.from.zip(query.to).is_some_and(|(from, to)| from > to) {
        return Err(Error::new(Kind::BadAddress).field("from"));
    }
    let people = &asking.county.people;
    if query.person.is_some_and(|person| people.name(person).is_none()) {
        return Err(Error::new(Kind::BadAddress).field("person"));
    }
    let wanted = Wanted {
        person: query.person,
        from: query.from.map(Moment::start_of),
        to: query.to.map(Moment::end_of),
        after: query.after.as_deref().map(read_mark).transpose()?,
    };
    let mut rows = storage::access_log::page(core.db.read(), wanted, PAGE as u64 + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(mark);
    let cases: Vec<CaseId> = rows.iter().filter_map(|row| row.case).collect();
    let numbers = storage::cases::numbers(core.db.read(), &cases).await?;
    let lines = rows.into_iter().map(|row| line(row, asking, &numbers)).collect::<Result<_, _>>()?;
    let mut names: Vec<PersonName> = people.names().map(|(id, name)| PersonName { id, name: name.to_owned() }).collect();
    names.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(LogPage { lines, next, people: names })
}

fn line(row: LogRow, asking: &Asking, numbers: &HashMap<CaseId, String>) -> Result<LogLine, Error> {
    let name = |id| asking.county.people.name(id).map_or_else(String::new, str::to_owned);
    Ok(LogLine {
        at: row.at,
        by: name(row.person),
        what: row.what,
        subject: row.subject.map(name),
        case: row.case.and_then(|case| numbers.get(&case).cloned()),
        reason: row.reason,
        changes: row.detail.map(|detail| serde_json::from_str(&detail)).transpose()?.unwrap_or_default(),
    })
}

/// Where the next page starts. It only says where to go on reading, so it needs no signature.
fn mark(row: &LogRow) -> String {
    BASE64URL_NOPAD.encode(format!("{} {}", row.at.unix_ms(), row.id).as_bytes())
}

fn read_mark(text: &str) -> Result<(Moment, Uuid), Error> {
    let bad = || Error::new(Kind::BadCursor).field("after");
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| bad())?;
    let text = String::from_utf8(bytes).map_err(|_| bad())?;
    let (at, id) = text.split_once(' ').ok_or_else(bad)?;
    let at = at.parse().ok().and_then(Moment::from_unix_ms).ok_or_else(bad)?;
    Ok((at, id.parse().map_err(|_| bad())?))
}
