//! The inbox: pages by deadline, counts by group.

use super::{cursor::Cursor, filter::filter, reader::reader};
use crate::{
    core::{Core, County},
    error::Error,
    storage::{
        Connection,
        inbox::{Filter, Line, Mark, Reach, Reader, Segment, count, page},
        seen,
    },
};
use huiyin_app::backend::{Inbox, InboxGroup, InboxQuery, InboxRow, Land};
use huiyin_domain::{
    case::State,
    ids::CaseId,
    moment::Moment,
    people::{PersonCard, UnitCode},
    place::Point,
    rulebook::{CategoryCode, Rulebook},
};

/// Lines of one page.
const PAGE: usize = 40;

/// A page of the inbox of this person.
///
/// # Errors
/// If the query names what does not exist, or the database fails.
pub(crate) async fn inbox(core: &Core, county: &County, person: &PersonCard, query: InboxQuery) -> Result<Inbox, Error> {
    let from = query.after.as_deref().map(Cursor::read).transpose()?;
    let now = from.map_or_else(|| core.now(), |cursor| cursor.now);
    let filter = filter(county, &query, now)?;
    let reader = reader(person, &county.rulebook, now);
    let reader = if filter.tally.is_some() { reader.of_areas() } else { reader };
    let db = core.db.snapshot().await?;
    let filter = completed(&db, filter, person, &query).await?;
    let wanted = segments(&query);
    let mut rows = Vec::with_capacity(PAGE);
    let mut next = None;
    for segment in wanted.iter().copied().filter(|segment| from.is_none_or(|cursor| *segment >= cursor.segment)) {
        let after = from.filter(|cursor| cursor.segment == segment).and_then(|cursor| cursor.after);
        let room = PAGE - rows.len();
        let mut lines = page(&db, &reader, &filter, segment, after, room as u64 + 1).await?;
        if lines.len() > room {
            lines.truncate(room);
            let after = lines.last().map(|line| Mark::after(line, segment)).or(after);
            next = Some(Cursor { now: reader.now, segment, after }.write()?);
        }
        for line in lines {
            rows.push(row(county, segment, line)?);
        }
        if next.is_some() {
            break;
        }
    }
    // Turning a page does not change how many there are.
    let counts = if from.is_some() { Vec::new() } else { counts(&db, &reader, &filter).await? };
    mark_unread(&db, person, &mut rows).await?;
    db.commit().await?;
    if reader.reaches.contains(&Reach::Review) {
        // Whoever reviews what will be public does not learn where exactly it is.
        for row in &mut rows {
            row.place = None;
        }
    }
    let land = query.map.then(|| land(&county.rulebook));
    Ok(Inbox { counts, rows, next, now: Some(reader.now), land })
}

/// The filter with what only the database knows.
pub(super) async fn completed(db: &impl Connection, filter: Filter, person: &PersonCard, query: &InboxQuery) -> Result<Filter, Error> {
    let mut filter = filter.looked_up(db).await?;
    if query.unread {
        filter.unseen_by = Some(seen::of(db, person.id).await?);
    }
    Ok(filter)
}

/// Marks what has changed since this person looked.
async fn mark_unread(db: &impl Connection, person: &PersonCard, rows: &mut [InboxRow]) -> Result<(), Error> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.0).collect();
    let up_to = seen::of(db, person.id).await?.up_to;
    let looked = seen::cases(db, person.id, &ids).await?;
    for row in rows {
        row.unread = row.seq > up_to && looked.get(&row.id.0).is_none_or(|seq| *seq < row.seq);
    }
    Ok(())
}

/// What a map of the county is drawn from.
pub(super) fn land(book: &Rulebook) -> Land {
    let townships = book.divisions.iter().filter(|division| division.code.as_str().len() == 9);
    Land { county: book.county.clone(), townships: townships.cloned().collect() }
}

/// How many matters wait for this person.
///
/// # Errors
/// If the database fails.
pub(super) async fn waiting(core: &Core, county: &County, person: &PersonCard) -> Result<u32, Error> {
    let reader = reader(person, &county.rulebook, core.now());
    crate::storage::inbox::waiting_count(core.db.read(), &reader).await
}

async fn counts(db: &impl Connection, reader: &Reader, filter: &Filter) -> Result<Vec<(InboxGroup, u32)>, Error> {
    let mut counts: Vec<(InboxGroup, u32)> = Vec::new();
    for segment in Segment::ALL {
        let group = group_of(segment);
        let number = count(db, reader, filter, segment).await?;
        match counts.iter_mut().find(|(known, _)| *known == group) {
            Some((_, sum)) => *sum += number,
            None => counts.push((group, number)),
        }
    }
    Ok(counts)
}

/// The parts of the list that are asked for.
pub(super) fn segments(query: &InboxQuery) -> Vec<Segment> {
    Segment::ALL.into_iter().filter(|segment| query.group.is_none_or(|group| group_of(*segment) == group)).collect()
}

fn group_of(segment: Segment) -> InboxGroup {
    match segment {
        Segment::Overdue => InboxGroup::Overdue,
        Segment::DueSoon => InboxGroup::DueSoon,
        Segment::Mine | Segment::MineUndated | Segment::MinePublication => InboxGroup::Mine,
        Segment::OnTime | Segment::OnTimeUndated => InboxGroup::OnTime,
        Segment::Paused => InboxGroup::Paused,
        Segment::Closed => InboxGroup::Closed,
    }
}

/// A stored line as the desk shows it.
pub(super) fn row(county: &County, segment: Segment, line: Line) -> Result<InboxRow, Error> {
    let state: State = serde_json::from_value(serde_json::Value::String(line.state))?;
    let moment = Moment::from_unix_ms;
    Ok(InboxRow {
        id: line.id.into(),
        number: line.number,
        group: group_of(segment),
        state,
        category: CategoryCode(line.category),
        words: line.words,
        division: line.division.and_then(|code| code.parse().ok()),
        lead_unit: line.lead_unit.map(UnitCode),
        handler: line.handler.and_then(|id| county.people.name(id.into()).map(str::to_owned)),
        due_at: line.due_at.and_then(moment),
        opened_at: moment(line.opened_at).ok_or_else(|| Error::internal("a moment outside the calendar is stored"))?,
        reports: u32::try_from(line.reports).unwrap_or(0),
        supervision_level: u8::try_from(line.supervision_level).unwrap_or(0),
        place: line.lat_deg.zip(line.lon_deg).map(|(lat_deg, lon_deg)| Point { lat_deg, lon_deg }),
        seq: u64::try_from(line.seq).unwrap_or(0),
        unread: false,
    })
}

/// These cases as lines, whatever the person's list holds: for cases that look like another one.
pub(super) async fn rows_of(
    db: &impl Connection,
    county: &County,
    person: &PersonCard,
    now: Moment,
    ids: &[CaseId],
) -> Result<Vec<InboxRow>, Error> {
    let reader = reader(person, &county.rulebook, now);
    let mut rows = Vec::with_capacity(ids.len());
    for segment in Segment::ALL {
        for line in crate::storage::inbox::of_ids(db, &reader, segment, ids).await? {
            rows.push(row(county, segment, line)?);
        }
    }
    Ok(rows)
}
