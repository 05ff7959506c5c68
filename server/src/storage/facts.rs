//! What figures are counted from: narrow rows of the cases that a reader sees, read from one index.

use super::{
    Connection,
    entities::{case_file, report},
    inbox::{Reader, tally::again},
    moment, value_of,
};
use crate::error::Error;
use case_file::Column as C;
use huiyin_domain::{
    figures::{CaseFacts, Duty, Ground, Period},
    people::UnitCode,
    rulebook::CategoryCode,
};
use report::Column as R;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{ExprTrait as _, Query},
};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    state: String,
    paused: bool,
    handler: Option<Uuid>,
    category: String,
    township: Option<String>,
    lead_unit: Option<String>,
    opened_at: i64,
    closed_at: Option<i64>,
    due_at: Option<i64>,
    promised_at: Option<i64>,
    first_promised_at: Option<i64>,
    finding: Option<String>,
    disposed: bool,
    passed_first: Option<bool>,
    extended: bool,
    suspended: bool,
    satisfied: Option<bool>,
    again: bool,
}

/// The facts of every case that this reader sees and that is open or had something to do with the period.
pub async fn facts(db: &impl Connection, reader: &Reader, period: Period, ground: Ground) -> Result<Vec<CaseFacts>, Error> {
    let (from, to) = (period.from.unix_ms(), period.to.unix_ms());
    let owing = Query::select().column(R::CaseId).from(report::Entity).and_where(R::DueAt.between(from, to)).to_owned();
    let touched = Condition::any()
        .add(C::Open.eq(true))
        .add(C::OpenedAt.between(from, to))
        .add(C::PromisedAt.between(from, to))
        .add(C::ClosedAt.between(from, to))
        .add(C::Id.in_subquery(owing));
    let rows = case_file::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::State,
            C::Paused,
            C::Handler,
            C::Category,
            C::Township,
            C::LeadUnit,
            C::OpenedAt,
            C::ClosedAt,
            C::DueAt,
            C::PromisedAt,
            C::FirstPromisedAt,
            C::Finding,
            C::Disposed,
            C::PassedFirst,
            C::Extended,
            C::Suspended,
            C::Satisfied,
        ])
        // Asked only of what came in: it looks at other cases.
        .expr_as(C::OpenedAt.between(from, to).and(again(ground)), "again")
        .filter(reader.sees())
        .filter(touched)
        .into_model::<Row>()
        .all(db)
        .await?;
    let mut answers = answers(db, reader, period).await?;
    rows.into_iter()
        .map(|row| {
            let owed = answers.remove(&row.id).unwrap_or_default();
            facts_of(row, owed)
        })
        .collect()
}

/// Answers that fell due in the period, by case.
async fn answers(db: &impl Connection, reader: &Reader, period: Period) -> Result<HashMap<Uuid, Vec<Duty>>, Error> {
    let seen = case_file::Entity::find().select_only().column(C::Id).filter(reader.sees()).into_query();
    let rows: Vec<(Uuid, i64, Option<i64>)> = report::Entity::find()
        .select_only()
        .columns([R::CaseId, R::DueAt, R::AnsweredAt])
        .filter(R::DueAt.between(period.from.unix_ms(), period.to.unix_ms()))
        .filter(R::CaseId.in_subquery(seen))
        .into_tuple()
        .all(db)
        .await?;
    let mut answers: HashMap<Uuid, Vec<Duty>> = HashMap::new();
    for (case, due, met) in rows {
        answers.entry(case).or_default().push(Duty { due_at: moment(due), met_at: met.map(moment) });
    }
    Ok(answers)
}

fn facts_of(row: Row, answers: Vec<Duty>) -> Result<CaseFacts, Error> {
    let state = value_of(&row.state)?;
    Ok(CaseFacts {
        state,
        paused: row.paused,
        owned: row.handler.is_some(),
        category: CategoryCode(row.category),
        township: row.township.and_then(|code| code.parse().ok()),
        unit: row.lead_unit.map(UnitCode),
        opened_at: moment(row.opened_at),
        closed_at: row.closed_at.filter(|_| row.state == "closed").map(moment),
        due_at: row.due_at.map(moment),
        promised_at: row.promised_at.map(moment),
        first_promised_at: row.first_promised_at.map(moment),
        finding: row.finding.as_deref().map(value_of).transpose()?,
        disposed: row.disposed,
        passed_first: row.passed_first,
        extended: row.extended,
        suspended: row.suspended,
        satisfied: row.satisfied,
        again: row.again,
        answers,
    })
}
