//! What is told to the holder of a receipt: states, dates, the unit and the words meant for them. Never a person.

use crate::{
    core::{Core, County},
    error::Error,
    storage,
};
use huiyin_app::portal::views::ReceiptFound;
use huiyin_domain::{
    case::{Ask, Case, Event, public_steps},
    ids::{CommandId, ReportId},
    moment::Moment,
};
use std::sync::Arc;

/// All of it. A matter that was merged is answered where it went.
pub(super) async fn found(core: &Core, county: &County, case: Case, report: CommandId) -> Result<ReceiptFound, Error> {
    let db = core.db.read();
    let master = match case.merged_into {
        Some(id) => storage::cases::load(db, &[id]).await?.remove(&id),
        None => None,
    };
    let led = master.as_ref().unwrap_or(&case);
    let answer = answer(core, led, ReportId(report.0)).await?;
    let answer = match answer {
        None if master.is_some() => self::answer(core, &case, ReportId(report.0)).await?,
        answer => answer,
    };
    let number = case.number.clone().unwrap_or_default();
    let shown = led.number.as_deref().unwrap_or_default();
    let published = storage::public::by_number(db, shown).await?.is_some_and(|published| published.withdrawn_at.is_none());
    let unit = led.lead_unit.as_ref().and_then(|code| county.rulebook.unit(code)).map(|unit| unit.name.clone());
    let (reply, replied_at) = answer.unzip();
    Ok(ReceiptFound {
        category: case.category.clone(),
        rulebook: Arc::clone(&county.rulebook),
        state: case.state,
        received_at: case.opened_at,
        steps: public_steps(led),
        now: core.now(),
        due_at: led.last_promise.filter(|_| led.state.is_open()),
        reply,
        unit,
        replied_at,
        published: published && master.is_none(),
        number,
    })
}

/// The last words that were meant for this report.
async fn answer(core: &Core, case: &Case, report: ReportId) -> Result<Option<(String, Moment)>, Error> {
    let db = core.db.read();
    let happened = storage::ledger::events_of_case(db, case.id).await?;
    let mut last = None;
    for row in happened {
        let events: Vec<Event> = row.body.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default();
        for event in events {
            let Event::Did { ask } = event else { continue };
            match *ask {
                Ask::Reply(reply) if reply.report.is_none_or(|only| only == report) => last = Some((row.seq, reply.words)),
                Ask::Decline(decline) => last = Some((row.seq, format!("{} {}", decline.words, decline.where_to_go))),
                _ => {}
            }
        }
    }
    let Some((seq, words)) = last else { return Ok(None) };
    let entry = storage::ledger::at(db, seq).await?.ok_or_else(|| Error::internal("events without their entry"))?;
    Ok(Some((words, entry.received_at)))
}
