//! Figures of the cases in a person's areas.

use super::{
    inbox::{land, row},
    reader::reader,
};
use crate::{
    core::{Core, County},
    error::{Error, Kind},
    storage::{
        facts::facts,
        inbox::{Filter, Segment, page},
    },
};
use huiyin_app::backend::{FiguresPage, FiguresQuery};
use huiyin_domain::{
    figures::{CaseFacts, Figures, Ground, Grouping, Period, group, months},
    moment::Moment,
    people::PersonCard,
};
use time::{Date, Month};

/// How many overdue cases are named.
const OVERDUE: u64 = 8;
/// The longest period, days: three years.
const DAYS_AT_MOST: i64 = 1096;

/// Figures of a period.
///
/// # Errors
/// If the days are no period, or the database fails.
pub(super) async fn figures(core: &Core, county: &County, person: &PersonCard, query: FiguresQuery) -> Result<FiguresPage, Error> {
    let now = core.now();
    let (from, to) = days(&query, now)?;
    let period = Period::days(from, to, now);
    let book = &county.rulebook;
    let reader = reader(person, book, now).of_areas();
    let db = core.db.snapshot().await?;
    let facts: Vec<CaseFacts> = facts(&db, &reader, period, Ground::of(book)).await?;
    let late = page(&db, &reader, &Filter::default(), Segment::Overdue, None, OVERDUE).await?;
    db.commit().await?;
    let by = query.by.unwrap_or_default();
    let grouped = |by: Grouping| group(&facts, by, book, (from, to), now);
    Ok(FiguresPage {
        from,
        to,
        by,
        all: Figures::of(&facts.iter().collect::<Vec<_>>(), period, now),
        groups: grouped(by),
        months: months(&facts, (from, to), now),
        themes: grouped(Grouping::Theme),
        townships: grouped(Grouping::Township),
        overdue: late.into_iter().map(|line| row(county, Segment::Overdue, line)).collect::<Result<_, _>>()?,
        land: land(book),
        now,
    })
}

/// First and last day; what is still to come is left away.
fn days(query: &FiguresQuery, now: Moment) -> Result<(Date, Date), Error> {
    let today = now.day();
    let to = query.to.unwrap_or(today).min(today);
    let new_year = Date::from_calendar_date(to.year(), Month::January, 1).unwrap_or(to);
    let from = query.from.unwrap_or(new_year);
    if from > to || (to - from).whole_days() > DAYS_AT_MOST {
        return Err(Error::new(Kind::BadAddress).field("from"));
    }
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::days;
    use huiyin_app::backend::FiguresQuery;
    use huiyin_domain::moment::Moment;
    use time::macros::{date, datetime};

    #[test]
    fn a_period_ends_today_and_is_at_most_three_years() {
        let now = Moment::new(datetime!(2026-11-23 10:00 +8));
        let asked = |from, to| days(&FiguresQuery { from, to, by: None }, now).ok();
        assert_eq!(asked(None, None), Some((date!(2026 - 01 - 01), date!(2026 - 11 - 23))));
        assert_eq!(asked(None, Some(date!(2025 - 03 - 31))), Some((date!(2025 - 01 - 01), date!(2025 - 03 - 31))));
        assert_eq!(asked(Some(date!(2026 - 11 - 01)), Some(date!(2027 - 01 - 01))), Some((date!(2026 - 11 - 01), date!(2026 - 11 - 23))));
        assert_eq!(asked(Some(date!(2026 - 12 - 01)), None), None);
        assert_eq!(asked(Some(date!(2023 - 01 - 01)), None), None);
    }
}
