//! What is told to the holder of a receipt: states, dates, the unit and the words meant for them. Never a person.

use super::{led, say::said_id};
use crate::{
    core::{Core, County},
    error::Error,
    storage,
};
use huiyin_app::portal::views::{ReceiptFound, Saying};
use huiyin_domain::{
    case::{Ask, Case, Clock, Event, State, public_steps, reporter_until},
    ids::{CommandId, ReportId},
    moment::Moment,
};
use std::sync::Arc;

/// All of it. A matter that was merged is answered where it went.
pub(super) async fn found(core: &Core, county: &County, case: Case, report: CommandId) -> Result<ReceiptFound, Error> {
    let db = core.db.read();
    let report = ReportId(report.0);
    let led = led(db, &case).await?;
    let told = told(core, &led, report).await?;
    let reply = reply(core, &case, &led, report).await?;
    let rated = match &reply {
        Some((seq, _)) => rated(core, report, *seq).await?,
        None => None,
    };
    let replied_at = match &reply {
        Some((seq, _)) => Some(at(core, *seq).await?),
        None => None,
    };
    let number = case.number.clone().unwrap_or_default();
    let shown = led.number.as_deref().unwrap_or_default();
    let published = storage::public::by_number(db, shown).await?.is_some_and(|published| published.withdrawn_at.is_none());
    let unit = led.lead_unit.as_ref().and_then(|code| county.rulebook.unit(code)).map(|unit| unit.name.clone());
    let running = |clock: Clock| led.dues.iter().find(|due| due.clock == clock).cloned();
    let due = running(Clock::Handling).or_else(|| running(Clock::Acceptance)).filter(|_| led.state.is_open());
    Ok(ReceiptFound {
        category: case.category.clone(),
        rulebook: Arc::clone(&county.rulebook),
        state: case.state,
        received_at: case.opened_at,
        steps: public_steps(&led),
        now: core.now(),
        due_at: led.last_promise.filter(|_| led.state.is_open()),
        due,
        resting: led.state == State::Suspended || led.asked_reporter.is_some(),
        question: told.question.filter(|_| led.asked_reporter.is_some()),
        rated,
        reopen_until: reporter_until(&led, &county.rulebook),
        reply: reply.map(|(_, words)| words),
        unit,
        replied_at,
        published: published && led.id == case.id,
        number,
    })
}

/// What was told to this report.
pub(super) struct Told {
    /// The last words that were meant for it, and their entry.
    pub(super) reply: Option<(u64, String)>,
    /// The last question.
    pub(super) question: Option<String>,
}

/// The last words that were meant for this report, where it is handled, or before it was merged.
pub(super) async fn reply(core: &Core, case: &Case, led: &Case, report: ReportId) -> Result<Option<(u64, String)>, Error> {
    match told(core, led, report).await?.reply {
        None if led.id != case.id => Ok(told(core, case, report).await?.reply),
        reply => Ok(reply),
    }
}

/// What was told to this report in the course of this case.
pub(super) async fn told(core: &Core, case: &Case, report: ReportId) -> Result<Told, Error> {
    let happened = storage::ledger::events_of_case(core.db.read(), case.id).await?;
    let mut told = Told { reply: None, question: None };
    for row in happened {
        let events: Vec<Event> = row.body.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default();
        for event in events {
            let Event::Did { ask } = event else { continue };
            match *ask {
                Ask::Reply(reply) if reply.report.is_none_or(|only| only == report) => told.reply = Some((row.seq, reply.words)),
                Ask::Decline(decline) => told.reply = Some((row.seq, format!("{} {}", decline.words, decline.where_to_go))),
                Ask::AskReporter(asked) => told.question = Some(asked.words),
                _ => {}
            }
        }
    }
    Ok(told)
}

/// How this report rated that reply, if it did.
async fn rated(core: &Core, report: ReportId, reply: u64) -> Result<Option<bool>, Error> {
    let id = said_id(core, Saying::Rate, report, reply);
    let stored = storage::ledger::payloads(core.db.read(), &[id]).await?.remove(&id).flatten();
    let command = stored.and_then(|bytes| serde_json::from_slice::<huiyin_domain::command::Command>(&bytes).ok());
    Ok(command.and_then(|command| match command.ask {
        Ask::Rate(rate) => Some(rate.satisfied),
        _ => None,
    }))
}

async fn at(core: &Core, seq: u64) -> Result<Moment, Error> {
    let entry = storage::ledger::at(core.db.read(), seq).await?.ok_or_else(|| Error::internal("events without their entry"))?;
    Ok(entry.received_at)
}
