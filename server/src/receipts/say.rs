//! What a reporter says by their receipt: an answer, a rating, that it should be done again. Each is a command like
//! everybody's. Its id follows from the receipt and from what is spoken of, so that a form sent twice counts once: one
//! rating a reply, one request an ending, one answer a question.

use super::{Identified, found, identify};
use crate::{
    core::{Core, County},
    error::{Error, Kind},
    ledger::{PUBLIC_DEVICE, Papers, Sender, Submission},
    storage::{self, receipt_tries::Tries},
};
use huiyin_app::portal::views::{Heard, ReceiptAnswer, Said, Saying};
use huiyin_domain::{
    case::{Ask, Case, Rate, VerbName, Words},
    ids::{CommandId, ReportId},
    sync::message::Verdict,
};
use time::Duration;

/// Fewest characters of what must say something.
const FEWEST: usize = 5;
/// Most characters.
const MOST: usize = 1000;
/// So often a receipt may say something until it has rested for a day.
const OFTEN: u32 = 10;
/// How long it must rest then.
const REST: Duration = Duration::days(1);

/// What somebody wants to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Which form.
    pub saying: Saying,
    /// Whether it is solved; for a rating.
    pub solved: bool,
    /// In their words.
    pub words: String,
}

/// Says it, and answers what is known then. Who guesses keys is slowed as in looking up.
///
/// # Errors
/// If the database fails or the ledger is closing.
pub async fn say(core: &Core, county: &County, typed: &str, address: &str, asked: &Asked) -> Result<(ReceiptAnswer, Option<Said>), Error> {
    let (case, report) = match identify(core, typed, address).await? {
        Identified::Unknown(answer) => return Ok((answer, None)),
        Identified::Known(case, report) => (*case, report),
    };
    let heard = match fits(asked) {
        Some(wrong) => wrong,
        None => submit(core, county, &case, ReportId(report.0), asked).await?,
    };
    let fresh = storage::cases::load(core.db.read(), &[case.id]).await?.remove(&case.id).unwrap_or(case);
    let answer = ReceiptAnswer::Found(Box::new(found(core, county, fresh, report).await?));
    Ok((answer, Some(Said { saying: asked.saying, words: asked.words.clone(), heard })))
}

/// What is wrong with the words, if anything.
fn fits(asked: &Asked) -> Option<Heard> {
    let count = asked.words.trim().chars().count();
    if asked.saying != Saying::Rate && count < FEWEST {
        return Some(Heard::TooShort);
    }
    (asked.words.chars().count() > MOST).then_some(Heard::TooLong)
}

async fn submit(core: &Core, county: &County, case: &Case, report: ReportId, asked: &Asked) -> Result<Heard, Error> {
    let db = core.db.read();
    let led = super::led(db, case).await?;
    let Some(about) = spoken_of(core, case, &led, report, asked.saying).await? else { return Ok(Heard::NotNow) };
    let name = format!("says {report}");
    let before = storage::receipt_tries::get(db, &name).await?.filter(|tries| core.now() - tries.last_at < REST);
    if before.is_some_and(|tries| tries.wrong >= OFTEN) {
        return Ok(Heard::TooMany);
    }
    count(core, &name, before).await?;
    let words = asked.words.trim().to_owned();
    let ask = match asked.saying {
        Saying::Rate => Ask::Rate(Rate { satisfied: asked.solved, words }),
        Saying::Reopen => Ask::RequestReopen(Words { words }),
        Saying::Answer => Ask::Answer(Words { words }),
    };
    let id = said_id(core, asked.saying, report, about);
    let command = core.draft(id, PUBLIC_DEVICE, county.rulebook.version, led.id, led.seq, ask);
    let papers = Papers::Drafted(Box::new(command));
    let submission = Submission { sender: Sender::Reporter(report), device: PUBLIC_DEVICE, papers, received_at: None };
    match core.ledger.submit(submission).await {
        Ok(committed) if committed.lines.iter().all(|line| line.verdict == Verdict::Applied) => Ok(Heard::Done),
        Ok(_) => Ok(Heard::NotNow),
        // Said before, in other words: the first ones count.
        Err(error) if error.kind() == Kind::IdUsed => Ok(Heard::NotNow),
        Err(error) => Err(error),
    }
}

/// The entry or moment that is spoken of: the last reply, the ending, the question. None if there is none to speak of.
async fn spoken_of(core: &Core, case: &Case, led: &Case, report: ReportId, saying: Saying) -> Result<Option<u64>, Error> {
    Ok(match saying {
        Saying::Rate => super::found::reply(core, case, led, report).await?.map(|(seq, _)| seq),
        Saying::Reopen => {
            let ends = |verb: VerbName| matches!(verb, VerbName::Close | VerbName::Decline | VerbName::Confirm | VerbName::RefuseReopen);
            led.touches.iter().rev().find(|touch| ends(touch.verb)).map(|touch| touch.seq)
        }
        Saying::Answer => led.asked_reporter.as_ref().map(|asked| asked.since.unix_ms().unsigned_abs()),
    })
}

/// The id of what this receipt says about that.
pub(super) fn said_id(core: &Core, saying: Saying, report: ReportId, about: u64) -> CommandId {
    let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] =
        core.keys.mac("receipt-says", &[saying.name().as_bytes(), report.0.as_bytes(), &about.to_be_bytes()]);
    CommandId(uuid::Builder::from_custom_bytes(id).into_uuid())
}

/// Counts what a receipt says.
async fn count(core: &Core, name: &str, before: Option<Tries>) -> Result<(), Error> {
    let now = core.now();
    let db = core.db.begin().await?;
    let wrong = before.map_or(0, |tries| tries.wrong).saturating_add(1);
    storage::receipt_tries::put(&db, name, Tries { wrong, last_at: now }, now - REST).await?;
    Ok(db.commit().await?)
}
