//! The home page's figures, from real rows, as `domain::figures` defines them.

use crate::{
    error::Error,
    storage::{self, Connection},
};
use huiyin_app::portal::views::HomeFigures;
use huiyin_domain::{
    figures::{Period, days_between, kept, percentile},
    moment::Moment,
};
use time::Duration;

/// The period that the home page speaks of.
const DAYS: i64 = 365;

/// Figures of the last twelve months.
pub(super) async fn figures(db: &impl Connection, now: Moment) -> Result<HomeFigures, Error> {
    let period = Period { from: now - Duration::days(DAYS), to: now };
    let answers = kept(storage::public::duties(db, period).await?, period);
    let days = storage::public::closures(db, period).await?.into_iter().map(|(opened, closed)| days_between(opened, closed)).collect();
    let (open, overdue) = storage::public::open(db, now).await?;
    Ok(HomeFigures {
        received: storage::public::received(db, period).await?,
        due: answers.of,
        answered_in_time: answers.met,
        median_days: percentile(days, 50),
        open,
        overdue,
    })
}
