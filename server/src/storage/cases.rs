//! Cases and reports as they stand: written by the ledger only, in the transaction of the entry that changed them.

use super::{Connection, about::about_none_of, entities, lots, seq_to};
use crate::error::Error;
use entities::{case_file, number_counter, report};
use huiyin_domain::{
    case::{Case, Clock, Filed, Publication, Reporter, State, deadline::soon_from},
    figures::{CaseFacts, answer_due},
    ids::{CaseId, PersonId, SiteId},
    moment::Moment,
    people::UnitCode,
    place::Point,
    rulebook::{CategoryCode, Rulebook},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TryIntoModel,
    sea_query::{Expr, OnConflict},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Characters of the report's words that lists show.
const WORDS_HEAD_CHARS: usize = 80;

/// These cases, as far as there are any.
pub async fn load(db: &impl Connection, ids: &[CaseId]) -> Result<HashMap<CaseId, Case>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = case_file::Entity::find().filter(case_file::Column::Id.is_in(lots::padded(ids.iter().map(|id| id.0)))).all(db).await?;
    rows.into_iter().map(|row| Ok((row.id.into(), serde_json::from_str(&row.body)?))).collect()
}

/// The case with this number.
pub async fn by_number(db: &impl Connection, number: &str) -> Result<Option<Case>, Error> {
    let row = case_file::Entity::find().filter(case_file::Column::Number.eq(super::plain(number))).one(db).await?;
    Ok(row.map(|row| serde_json::from_str(&row.body)).transpose()?)
}

/// Public numbers of these cases.
pub async fn numbers(db: &impl Connection, ids: &[CaseId]) -> Result<HashMap<CaseId, String>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(uuid::Uuid, String)> = case_file::Entity::find()
        .select_only()
        .columns([case_file::Column::Id, case_file::Column::Number])
        .filter(case_file::Column::Id.is_in(lots::padded(ids.iter().map(|id| id.0))))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, number)| (CaseId(id), number)).collect())
}

/// A case as it is stored.
pub struct Stored {
    /// The case.
    pub case: Case,
    /// Whether the columns that lists read say the same as it.
    pub is_listed_so: bool,
}

/// An open case that names somebody: its number, its state's stable name, and whether as the one who rechecks.
pub struct Naming {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// Whether as the one who rechecks.
    pub rechecking: bool,
}

/// Open cases that this person handles or is to recheck, in order of their numbers, at most `limit`; for a reader of these
/// units.
pub async fn open_naming(db: &impl Connection, person: PersonId, readers: &BTreeSet<UnitCode>, limit: u64) -> Result<Vec<Naming>, Error> {
    let rechecking = Condition::all()
        .add(case_file::Column::Rechecker.eq(person.0))
        .add(case_file::Column::State.eq(super::name_of(&State::AwaitingRecheck)?));
    let rows: Vec<(String, String, Option<uuid::Uuid>)> = case_file::Entity::find()
        .select_only()
        .columns([case_file::Column::Number, case_file::Column::State, case_file::Column::Handler])
        .filter(case_file::Column::Open.eq(true))
        .filter(Condition::any().add(case_file::Column::Handler.eq(person.0)).add(rechecking))
        .filter(about_none_of(readers))
        .order_by_asc(case_file::Column::Number)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(number, state, handler)| Ok(Naming { number, state: super::value_of(&state)?, rechecking: handler != Some(person.0) }))
        .collect()
}

/// A batch of all cases in order of id, for walks over everything.
pub async fn batch(db: &impl Connection, after: Option<CaseId>, limit: u64) -> Result<Vec<Case>, Error> {
    Ok(stored_batch(db, after, limit).await?.into_iter().map(|stored| stored.case).collect())
}

/// The same, with whether they are listed as they stand.
pub async fn stored_batch(db: &impl Connection, after: Option<CaseId>, limit: u64) -> Result<Vec<Stored>, Error> {
    let mut query = case_file::Entity::find();
    if let Some(after) = after {
        query = query.filter(case_file::Column::Id.gt(after.0));
    }
    let rows = query.order_by_asc(case_file::Column::Id).limit(limit).all(db).await?;
    rows.into_iter().map(stored).collect()
}

fn stored(row: case_file::Model) -> Result<Stored, Error> {
    let case: Case = serde_json::from_str(&row.body)?;
    // When a limit comes near hangs on the rulebook of the day it was written; the case's text may be written in another order.
    let made = file(&case, row.soon_at)?.try_into_model().map_err(Error::internal)?;
    let is_listed_so = case_file::Model { body: row.body.clone(), ..made } == row;
    Ok(Stored { case, is_listed_so })
}

/// A batch, in order of id, of the open cases for which the clock may have something to note by now: a limit is near or
/// over, or they rest.
pub async fn maybe_due(db: &impl Connection, now: Moment, after: Option<CaseId>, limit: u64) -> Result<Vec<Case>, Error> {
    let mut query = case_file::Entity::find()
        .filter(case_file::Column::Open.eq(true))
        .filter(Condition::any().add(case_file::Column::SoonAt.lte(now.unix_ms())).add(case_file::Column::Paused.eq(true)));
    if let Some(after) = after {
        query = query.filter(case_file::Column::Id.gt(after.0));
    }
    let rows = query.order_by_asc(case_file::Column::Id).limit(limit).all(db).await?;
    rows.into_iter().map(|row| Ok(serde_json::from_str(&row.body)?)).collect()
}

/// Cases that may be the same matter: of this category, opened between these moments, in a square around this point.
pub async fn near(
    db: &impl Connection,
    category: &CategoryCode,
    point: Point,
    radius_m: f64,
    between: (Moment, Moment),
) -> Result<Vec<Case>, Error> {
    let query = case_file::Entity::find()
        .filter(case_file::Column::Category.eq(&category.0))
        .filter(case_file::Column::OpenedAt.between(between.0.unix_ms(), between.1.unix_ms()))
        .filter(square(point, radius_m));
    let rows = query.order_by_asc(case_file::Column::OpenedAt).limit(50).all(db).await?;
    rows.into_iter().map(|row| Ok(serde_json::from_str(&row.body)?)).collect()
}

/// Cases at this inspected place, or in a square around this point, whatever they are about; newest first.
pub async fn around(db: &impl Connection, site: Option<SiteId>, point: Option<Point>, radius_m: f64) -> Result<Vec<Case>, Error> {
    let mut there = Condition::any();
    if let Some(site) = site {
        there = there.add(case_file::Column::Site.eq(site.0));
    }
    if let Some(point) = point {
        there = there.add(square(point, radius_m));
    }
    if there.is_empty() {
        return Ok(Vec::new());
    }
    let query = case_file::Entity::find().filter(there);
    let rows = query.order_by_desc(case_file::Column::OpenedAt).order_by_desc(case_file::Column::Id).limit(100).all(db).await?;
    rows.into_iter().map(|row| Ok(serde_json::from_str(&row.body)?)).collect()
}

/// A square that holds the circle.
fn square(point: Point, radius_m: f64) -> Condition {
    let lat = radius_m / 111_000.0;
    let lon = lat / point.lat_deg.to_radians().cos().max(0.01);
    Condition::all()
        .add(case_file::Column::LatDeg.between(point.lat_deg - lat, point.lat_deg + lat))
        .add(case_file::Column::LonDeg.between(point.lon_deg - lon, point.lon_deg + lon))
}

/// Writes cases as they stand now, with their reports.
pub async fn put(db: &impl Connection, book: &Rulebook, cases: &[&Case]) -> Result<(), Error> {
    let rows = cases.iter().map(|case| file(case, soon(case, book))).collect::<Result<Vec<_>, _>>()?;
    let changing = case_file::Column::iter_changing();
    lots::insert(db, rows, Some(OnConflict::column(case_file::Column::Id).update_columns(changing).to_owned())).await?;
    super::search::put(db, cases).await?;
    // A merged case keeps its reports; the case they are answered in holds them too, marked with where they came from.
    // That copy knows of the answer.
    let mut reports = BTreeMap::new();
    for case in cases {
        for filed in &case.reports {
            if filed.merged_from.is_some() {
                reports.insert(filed.id, report_row(case, filed));
            } else {
                reports.entry(filed.id).or_insert_with(|| report_row(case, filed));
            }
        }
    }
    let mut known = OnConflict::column(report::Column::Id);
    known
        .update_column(report::Column::CaseId)
        // A case that ended before any promise was made still owed an answer when it was to be accepted;
        // and what was answered once stays answered.
        .value(report::Column::DueAt, Expr::cust("COALESCE(excluded.due_at, report.due_at)"))
        .value(report::Column::AnsweredAt, Expr::cust("COALESCE(excluded.answered_at, report.answered_at)"));
    lots::insert(db, reports.into_values(), Some(known)).await
}

/// The last number given out for this prefix and year.
pub async fn last_number(db: &impl Connection, prefix: &str) -> Result<u64, Error> {
    let row = number_counter::Entity::find_by_id(prefix.to_owned()).one(db).await?;
    Ok(row.map_or(0, |row| super::seq_from(row.last)))
}

/// Notes the last number given out.
pub async fn set_last_number(db: &impl Connection, prefix: &str, last: u64) -> Result<(), Error> {
    let row = number_counter::ActiveModel { prefix: Set(prefix.to_owned()), last: Set(seq_to(last)) };
    number_counter::Entity::insert(row)
        .on_conflict(OnConflict::column(number_counter::Column::Prefix).update_column(number_counter::Column::Last).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

impl case_file::Column {
    fn iter_changing() -> impl Iterator<Item = case_file::Column> {
        use sea_orm::Iterable;
        case_file::Column::iter().filter(|column| !matches!(column, case_file::Column::Id))
    }
}

/// When the first of its limits comes near.
fn soon(case: &Case, book: &Rulebook) -> Option<i64> {
    let clocks = case.dues.iter().filter(|due| due.clock != Clock::Publication);
    clocks.map(|due| soon_from(due, book)).min().map(Moment::unix_ms)
}

fn file(case: &Case, soon_at: Option<i64>) -> Result<case_file::ActiveModel, Error> {
    let facts = CaseFacts::of(case);
    let words = case.reports.first().map_or("", |filed| filed.report.words.as_str());
    Ok(case_file::ActiveModel {
        id: Set(case.id.0),
        // A number is given when the case is opened; an id stands in for it should that ever fail.
        number: Set(case.number.clone().unwrap_or_else(|| case.id.to_string())),
        state: Set(super::name_of(&case.state)?),
        open: Set(case.state.is_open()),
        paused: Set(facts.paused),
        category: Set(case.category.0.clone()),
        division: Set(case.division.as_ref().map(ToString::to_string)),
        township: Set(facts.township.as_ref().map(ToString::to_string)),
        lat_deg: Set(case.place.map(|point| point.lat_deg)),
        lon_deg: Set(case.place.map(|point| point.lon_deg)),
        lead_unit: Set(case.lead_unit.as_ref().map(|unit| unit.0.clone())),
        handler: Set(case.handler.map(|id| id.0)),
        rechecker: Set(case.rechecker.map(|id| id.0)),
        severity: Set(case.severity as i32),
        supervision_level: Set(i32::from(case.supervision_level)),
        reports: Set(i32::try_from(case.reports.len()).unwrap_or(i32::MAX)),
        words: Set(super::plain(words).chars().take(WORDS_HEAD_CHARS).collect()),
        publication: Set(stage(&case.publication).to_owned()),
        opened_at: Set(case.opened_at.unix_ms()),
        due_at: Set(facts.due_at.map(Moment::unix_ms)),
        soon_at: Set(soon_at),
        closed_at: Set(ended_at(case).map(Moment::unix_ms)),
        seq: Set(seq_to(case.seq)),
        body: Set(serde_json::to_string(case)?),
        promised_at: Set(facts.promised_at.map(Moment::unix_ms)),
        first_promised_at: Set(facts.first_promised_at.map(Moment::unix_ms)),
        finding: Set(facts.finding.as_ref().map(super::name_of).transpose()?),
        disposed: Set(facts.disposed),
        passed_first: Set(facts.passed_first),
        extended: Set(facts.extended),
        suspended: Set(facts.suspended),
        satisfied: Set(facts.satisfied),
        site: Set(case.site.map(|site| site.0)),
        about_unit: Set(case.about_unit.as_ref().map(|unit| unit.0.clone())),
    })
}

/// The stable name of where publication stands, as the case's JSON writes it.
fn stage(publication: &Publication) -> &'static str {
    match publication {
        Publication::Undecided => "undecided",
        Publication::Redacting { .. } => "redacting",
        Publication::AwaitingReview { .. } => "awaiting_review",
        Publication::Published { .. } => "published",
        Publication::Withdrawn { .. } => "withdrawn",
        Publication::Expired => "expired",
        Publication::Withheld { .. } => "withheld",
    }
}

/// When it ended, however it did: what is over is listed by it.
fn ended_at(case: &Case) -> Option<Moment> {
    let last_touch = || case.touches.last().map_or(case.opened_at, |touch| touch.at);
    (!case.state.is_open()).then(|| case.closed_at.unwrap_or_else(last_touch))
}

fn report_row(case: &Case, filed: &Filed) -> report::ActiveModel {
    let (kind, person) = match &filed.reporter {
        Reporter::Staff { person } => ("staff", Some(person.0)),
        Reporter::Named => ("named", None),
        Reporter::Anonymous => ("anonymous", None),
        Reporter::Hidden => ("hidden", None),
    };
    report::ActiveModel {
        id: Set(filed.id.0),
        case_id: Set(filed.merged_from.unwrap_or(case.id).0),
        reporter_kind: Set(kind.to_owned()),
        reporter: Set(person),
        received_at: Set(filed.received_at.unix_ms()),
        made_at: Set(filed.made_at.unix_ms()),
        due_at: Set(answer_due(case).map(Moment::unix_ms)),
        answered_at: Set(filed.replied_at.map(Moment::unix_ms)),
    }
}

/// How many open cases each person is to handle, or to recheck.
pub async fn open_by_person(db: &impl Connection, rechecks: bool) -> Result<HashMap<PersonId, u32>, Error> {
    let column = if rechecks { case_file::Column::Rechecker } else { case_file::Column::Handler };
    let rows: Vec<(uuid::Uuid, i64)> = case_file::Entity::find()
        .select_only()
        .column(column)
        .column_as(case_file::Column::Id.count(), "held")
        .filter(case_file::Column::Open.eq(true))
        .filter(column.is_not_null())
        .group_by(column)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, held)| (id.into(), u32::try_from(held).unwrap_or(u32::MAX))).collect())
}
