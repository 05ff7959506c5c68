//! The desk's list: pages by keyset in the order of deadlines, and counts. Every page is read along an index, whatever
//! the number of cases; a person with several scopes gets one such read a scope, merged.

mod conditions;
pub(super) mod tally;

use super::{Connection, about::about_none_of, entities::case_file, seen::Seen};
use crate::error::Error;
use case_file::Column as C;
use conditions::{beyond, filtered, lying, no, part, stages, told, waiting, within};
use huiyin_domain::{
    case::State,
    figures::{Ground, Period, Tally},
    ids::{CaseId, PersonId},
    moment::Moment,
    people::UnitCode,
};
use sea_orm::{
    ColumnTrait, Condition, DbBackend, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select, sea_query::NullOrdering,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One reason for which a person may see cases; each is an index of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reach {
    /// The whole county.
    County,
    /// One township, by code.
    Township(String),
    /// One village, by code; its township's index is used.
    Village(String),
    /// Matters that one unit leads.
    Unit(String),
    /// Matters that nobody leads yet, of categories (by code) that a unit leads by rule.
    Unled(Vec<String>),
    /// Those a person is to handle.
    Handler(PersonId),
    /// Those a person is to recheck.
    Rechecker(PersonId),
    /// Those a person reported.
    Reporter(PersonId),
    /// Those whose publication a reviewer decides or decided.
    Review,
}

/// What waits for somebody: states in a reach, with what else must hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waits {
    /// Where.
    pub reach: Reach,
    /// In which states.
    pub states: Vec<State>,
    /// Only categories with these codes, if any are named.
    pub categories: Vec<String>,
    /// Only if nobody has been asked to recheck.
    pub without_rechecker: bool,
    /// Not if this person did the work.
    pub not_done_by: Option<PersonId>,
}

/// Filters of the list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only this state.
    pub state: Option<State>,
    /// Only this category.
    pub category: Option<String>,
    /// Only in this township or village, by code.
    pub division: Option<String>,
    /// Only where each of these words is found.
    pub search: Vec<Word>,
    /// Only what has changed since this person looked.
    pub unseen_by: Option<Seen>,
    /// Only led by this unit.
    pub unit: Option<String>,
    /// Only of these categories.
    pub categories: Option<Vec<String>>,
    /// Only outside these categories.
    pub other_categories: Option<Vec<String>>,
    /// Only without a township.
    pub without_township: bool,
    /// Only without a unit that leads.
    pub without_unit: bool,
    /// Only those that a figure counts in a period.
    pub tally: Option<(Tally, Period, Ground)>,
}

/// One word of a search, and where it may be found.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// What was typed, in small letters.
    pub text: String,
    /// Townships and villages so called, by code.
    pub divisions: Vec<String>,
    /// Colleagues so called.
    pub people: Vec<PersonId>,
    /// Inspected places so called.
    pub sites: Vec<Uuid>,
    /// The cases that it is found in, if they are few; otherwise each case is asked.
    pub cases: Option<Vec<Uuid>>,
}

impl Filter {
    /// With every word of the search looked up, so that it is read for once and not for each part of the list.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn looked_up(mut self, db: &impl Connection) -> Result<Filter, Error> {
        let mut words = Vec::with_capacity(self.search.len());
        for word in self.search {
            words.push(super::search::look_up(db, word).await?);
        }
        self.search = words;
        Ok(self)
    }
}

/// Parts of the list, in the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Segment {
    /// Past its due date.
    Overdue,
    /// Close to its due date.
    DueSoon,
    /// On time and waiting for the reader.
    Mine,
    /// The same without a clock.
    MineUndated,
    /// Closed, and its publication waits for the reader.
    MinePublication,
    /// On time and with others.
    OnTime,
    /// The same without a clock.
    OnTimeUndated,
    /// Its clocks rest.
    Paused,
    /// No longer open.
    Closed,
}

impl Segment {
    /// Every part, in order.
    pub const ALL: [Segment; 9] = [
        Segment::Overdue,
        Segment::DueSoon,
        Segment::Mine,
        Segment::MineUndated,
        Segment::MinePublication,
        Segment::OnTime,
        Segment::OnTimeUndated,
        Segment::Paused,
        Segment::Closed,
    ];

    fn is_open(self) -> bool {
        !matches!(self, Segment::Closed | Segment::MinePublication)
    }

    /// By what it is sorted.
    fn key(self) -> C {
        if self.is_open() { C::DueAt } else { C::ClosedAt }
    }

    fn order(self) -> Order {
        if self == Segment::Closed { Order::Desc } else { Order::Asc }
    }
}

/// Who asks, as the list must know it.
#[derive(Clone, Debug)]
pub struct Reader {
    /// What the person may see.
    pub reaches: Vec<Reach>,
    /// What waits for the person.
    pub waits: Vec<Waits>,
    /// Publication stages that wait for the person, each with its reach.
    pub stages: Vec<(&'static str, Reach)>,
    /// Units that the person belongs to: what is about them is kept from them.
    pub units: BTreeSet<UnitCode>,
    /// When it is.
    pub now: Moment,
}

impl Reader {
    /// The same reader as figures see them: what lies in their areas, without what they only reported, handle or recheck
    /// elsewhere.
    #[must_use]
    pub fn of_areas(mut self) -> Self {
        self.reaches.retain(|reach| !matches!(reach, Reach::Handler(_) | Reach::Rechecker(_) | Reach::Reporter(_)));
        self
    }

    /// Everything this reader may see.
    pub(super) fn sees(&self) -> Condition {
        let within = self.reaches.iter().fold(Condition::any(), |any, reach| any.add(within(reach)));
        Condition::all().add(within).add(about_none_of(&self.units))
    }
}

/// A line as stored.
#[derive(Clone, PartialEq, Debug, FromQueryResult)]
pub struct Line {
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// Its state's stable name.
    pub state: String,
    /// Category's code.
    pub category: String,
    /// Division's code.
    pub division: Option<String>,
    /// The unit that leads.
    pub lead_unit: Option<String>,
    /// Who handles it.
    pub handler: Option<Uuid>,
    /// How many reports.
    pub reports: i32,
    /// 督办等级
    pub supervision_level: i32,
    /// First words.
    pub words: String,
    /// When it came in.
    pub opened_at: i64,
    /// When the next clock ends.
    pub due_at: Option<i64>,
    /// When it ended.
    pub closed_at: Option<i64>,
    /// Where it is.
    pub lat_deg: Option<f64>,
    /// Where it is.
    pub lon_deg: Option<f64>,
    /// The change that it stands at.
    pub seq: i64,
}

impl Line {
    fn key(&self, segment: Segment) -> Option<i64> {
        if segment.is_open() { self.due_at } else { self.closed_at }
    }
}

/// After which line a page starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Mark {
    /// The line's sort key.
    pub key: Option<i64>,
    /// Its id.
    pub id: Uuid,
}

impl Mark {
    /// After this line.
    #[must_use]
    pub fn after(line: &Line, segment: Segment) -> Self {
        Mark { key: line.key(segment), id: line.id }
    }
}

/// Up to `most` lines of one part, after a mark.
pub async fn page(
    db: &impl Connection,
    reader: &Reader,
    filter: &Filter,
    segment: Segment,
    after: Option<Mark>,
    most: u64,
) -> Result<Vec<Line>, Error> {
    let mut lines: Vec<Line> = Vec::new();
    for select in reads(reader, filter, segment, after, most) {
        lines.extend(select.into_model::<Line>().all(db).await?);
    }
    lines.sort_by(|one, other| {
        let order = (one.key(segment), one.id).cmp(&(other.key(segment), other.id));
        if segment.order() == Order::Desc { order.reverse() } else { order }
    });
    lines.dedup_by_key(|line| line.id);
    lines.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(lines)
}

/// How many lines a part has.
pub async fn count(db: &impl Connection, reader: &Reader, filter: &Filter, segment: Segment) -> Result<u32, Error> {
    match segment {
        // What does not wait for the reader; to ask that of each case would read every one of them.
        Segment::Closed => {
            let all = counted(db, reader, filter, Condition::all().add(C::Open.eq(false))).await?;
            Ok(all.saturating_sub(told_count(db, reader, filter).await?))
        }
        Segment::MinePublication => told_count(db, reader, filter).await,
        _ => counted(db, reader, filter, part(reader, segment)).await,
    }
}

/// How many closed cases wait for the reader to publish them: a stage at a time, each by an index of its own.
async fn told_count(db: &impl Connection, reader: &Reader, filter: &Filter) -> Result<u32, Error> {
    let mut all: u64 = 0;
    for stage in stages(reader) {
        let select = case_file::Entity::find().filter(told(reader, stage)).filter(about_none_of(&reader.units));
        all += select.filter(filtered(reader, filter)).count(db).await?;
    }
    Ok(u32::try_from(all).unwrap_or(u32::MAX))
}

/// How many cases of a part there are: a reach at a time, each along an index of its own, without those that an earlier one
/// holds too.
async fn counted(db: &impl Connection, reader: &Reader, filter: &Filter, part: Condition) -> Result<u32, Error> {
    let mut all: u64 = 0;
    for (n, reach) in reader.reaches.iter().enumerate() {
        let mut select = case_file::Entity::find().filter(within(reach)).filter(part.clone()).filter(filtered(reader, filter));
        select = select.filter(about_none_of(&reader.units));
        for earlier in &reader.reaches[..n] {
            select = select.filter(no(lying(earlier)));
        }
        all += select.count(db).await?;
    }
    Ok(u32::try_from(all).unwrap_or(u32::MAX))
}

/// The reads behind one page: one for each reach, or for each stage of publication.
fn reads(reader: &Reader, filter: &Filter, segment: Segment, after: Option<Mark>, most: u64) -> Vec<Select<case_file::Entity>> {
    let read = |within: Condition| {
        let mut select = lines().filter(within).filter(filtered(reader, filter)).filter(about_none_of(&reader.units));
        if let Some(mark) = after {
            select = select.filter(beyond(segment, mark));
        }
        // Databases differ on where an empty key stands; only what rests has some with and some without.
        select = match segment {
            Segment::Paused => select.order_by_with_nulls(segment.key(), segment.order(), NullOrdering::First),
            _ => select.order_by(segment.key(), segment.order()),
        };
        select.order_by(C::Id, segment.order()).limit(most)
    };
    if segment == Segment::MinePublication {
        return stages(reader).into_iter().map(|stage| read(told(reader, stage))).collect();
    }
    reader.reaches.iter().map(|reach| read(within(reach).add(part(reader, segment)))).collect()
}

/// Every column that a line shows: never the whole case.
fn lines() -> Select<case_file::Entity> {
    case_file::Entity::find().select_only().columns([
        C::Id,
        C::Number,
        C::State,
        C::Category,
        C::Division,
        C::LeadUnit,
        C::Handler,
        C::Reports,
        C::SupervisionLevel,
        C::Words,
        C::OpenedAt,
        C::DueAt,
        C::ClosedAt,
        C::LatDeg,
        C::LonDeg,
        C::Seq,
    ])
}

/// Of these cases, the lines that belong to a part.
pub async fn of_ids(db: &impl Connection, reader: &Reader, segment: Segment, ids: &[CaseId]) -> Result<Vec<Line>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let named = C::Id.is_in(ids.iter().map(|id| id.0));
    Ok(lines().filter(named).filter(part(reader, segment)).filter(about_none_of(&reader.units)).into_model::<Line>().all(db).await?)
}

/// How the database reads a page, line by line: each read along an index, or the list will not grow with the county.
pub async fn plan(
    db: &impl Connection,
    reader: &Reader,
    filter: &Filter,
    segment: Segment,
    after: Option<Mark>,
) -> Result<Vec<String>, Error> {
    let mut lines = Vec::new();
    for select in reads(reader, filter, segment, after, 41) {
        let mut statement = select.build(db.get_database_backend());
        let (explain, column) = match db.get_database_backend() {
            DbBackend::Postgres => ("EXPLAIN", "QUERY PLAN"),
            _ => ("EXPLAIN QUERY PLAN", "detail"),
        };
        statement.sql = format!("{explain} {}", statement.sql);
        for row in db.query_all_raw(statement).await? {
            lines.push(row.try_get::<String>("", column)?);
        }
    }
    Ok(lines)
}

/// How many matters wait for the reader, late or not.
pub async fn waiting_count(db: &impl Connection, reader: &Reader) -> Result<u32, Error> {
    let open = Condition::all().add(C::Open.eq(true)).add(C::Paused.eq(false)).add(waiting(reader));
    let open = case_file::Entity::find().filter(open).filter(about_none_of(&reader.units)).count(db).await?;
    let told = told_count(db, reader, &Filter::default()).await?;
    Ok(u32::try_from(open).unwrap_or(u32::MAX).saturating_add(told))
}
