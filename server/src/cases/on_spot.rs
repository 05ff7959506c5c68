//! Matters that a patroller had put right on the spot and that this person may close.

use super::{Asking, filter::filter, reader::reader, view::view};
use crate::{
    core::Core,
    error::Error,
    storage::{
        self,
        inbox::{Mark, Segment, page},
    },
};
use huiyin_app::backend::{CaseView, InboxQuery};
use huiyin_domain::case::{Case, ResultCode, State, VerbName};

/// How many one screen shows; the next ones follow when these are done.
const AT_ONCE: usize = 20;
/// Lines of one read.
const LINES: u64 = 100;

/// The first of them, the most urgent first.
pub(super) async fn on_spot(core: &Core, asking: &Asking) -> Result<Vec<CaseView>, Error> {
    let now = core.now();
    let waiting = InboxQuery { state: Some(State::AwaitingApproval), ..InboxQuery::default() };
    let filter = filter(&asking.county, &waiting, now)?;
    let reader = reader(&asking.person, &asking.county.rulebook, now);
    let db = core.db.snapshot().await?;
    let mut numbers = Vec::new();
    for segment in Segment::ALL {
        let mut after = None;
        loop {
            let lines = page(&db, &reader, &filter, segment, after, LINES).await?;
            let last = (lines.len() as u64) < LINES;
            after = lines.last().map(|line| Mark::after(line, segment)).or(after);
            let ids: Vec<_> = lines.iter().map(|line| line.id.into()).collect();
            let cases = storage::cases::load(&db, &ids).await?;
            numbers.extend(lines.into_iter().filter(|line| cases.get(&line.id.into()).is_some_and(is_solved)).map(|line| line.number));
            if last || numbers.len() >= AT_ONCE {
                break;
            }
        }
    }
    db.commit().await?;
    let mut views = Vec::new();
    for number in numbers.iter().take(AT_ONCE) {
        let view = view(core, asking, number).await?;
        if view.offers.iter().any(|offer| offer.verb == VerbName::Close) {
            views.push(view);
        }
    }
    Ok(views)
}

/// Put right by whoever found it, before anybody was asked to.
fn is_solved(case: &Case) -> bool {
    case.result == Some(ResultCode::RectifiedOnSpot) && case.dispatched_at.is_none()
}
