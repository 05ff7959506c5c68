//! Numbers that lead to what they count.

use crate::{
    backend::InboxQuery,
    desk::query::address,
    locales::{Language, Words, use_language},
};
use huiyin_domain::figures::{Figures, Grouping, Rate, Tally};
use leptos::prelude::*;
use time::Date;

/// A number of one digit is still big enough to be hit.
const ROOM: &str = "display:inline-block;min-inline-size:1.5rem;min-block-size:1.5rem;text-align:center";

/// Where numbers lead: the days and the group they are about.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// First and last day.
    pub days: (Date, Date),
    /// The group's filters.
    pub group: InboxQuery,
}

impl Way {
    /// To all cases of these days.
    pub(super) fn of(days: (Date, Date)) -> Self {
        Way { days, group: InboxQuery::default() }
    }

    /// To one group's cases.
    pub(super) fn to_group(days: (Date, Date), by: Grouping, key: Option<&str>) -> Self {
        use crate::desk::codes::from_code;
        let mut group = InboxQuery::default();
        match (by, key) {
            (Grouping::Township, Some(code)) => group.division = from_code(code),
            (Grouping::Unit, Some(code)) => group.unit = from_code(code),
            (Grouping::Category, Some(code)) => group.category = from_code(code),
            (Grouping::Theme, Some(code)) => group.theme = from_code(code),
            (Grouping::Township | Grouping::Unit | Grouping::Theme, None) => group.without = Some(by),
            // A month's group is its days.
            (Grouping::Category | Grouping::Month, _) => {}
        }
        Way { days, group }
    }

    /// The list of what a figure counts.
    pub(super) fn list(&self, tally: Tally) -> String {
        let (from, to) = self.days;
        let days = (!tally.is_of_now()).then_some((from, to));
        let (from, to) = days.unzip();
        address(&InboxQuery { tally: Some(tally), from, to, ..self.group.clone() })
    }

    /// A number that leads to its cases; nothing is nowhere to go.
    pub(super) fn number(&self, figures: &Figures, tally: Tally) -> AnyView {
        let count = figures.count(tally);
        if count == 0 {
            return "0".into_any();
        }
        let name = format!("{count} · {}", tally.words(use_language()));
        view! {
            <a href=self.list(tally) aria-label=name style=ROOM>
                {count}
            </a>
        }
        .into_any()
    }
}

/// A share in percent, with one place where it is not whole. None where there are too few to say so.
pub(super) fn percent(rate: Rate) -> Option<String> {
    let percent = rate.percent().filter(|_| rate.is_ranked())?;
    let text = format!("{percent:.1}");
    Some(text.strip_suffix(".0").map_or(text.clone(), str::to_owned))
}

/// A day as a form's control has it.
pub(super) fn control(day: Date) -> String {
    day.to_string()
}

/// 2026年11月 · Nov 2026
pub(super) fn month(day: Date, language: Language) -> String {
    crate::locales::dates::month_and_year(day, language)
}

#[cfg(test)]
mod tests {
    use super::{Way, percent};
    use huiyin_domain::figures::{Grouping, Rate, Tally};
    use time::macros::date;

    #[test]
    fn a_share_of_fewer_than_ten_is_not_said() {
        assert_eq!(percent(Rate { of: 9, met: 9 }), None);
        assert_eq!(percent(Rate { of: 10, met: 9 }).as_deref(), Some("90"));
        assert_eq!(percent(Rate { of: 412, met: 389 }).as_deref(), Some("94.4"));
        assert_eq!(percent(Rate { of: 0, met: 0 }), None);
    }

    #[test]
    fn what_is_about_now_is_listed_without_days() {
        let days = (date!(2026 - 01 - 01), date!(2026 - 11 - 23));
        assert_eq!(Way::of(days).list(Tally::Overdue), "/desk?tally=overdue");
        assert_eq!(
            Way::to_group(days, Grouping::Unit, Some("ecology")).list(Tally::Due),
            "/desk?unit=ecology&tally=due&from=2026-01-01&to=2026-11-23"
        );
        assert_eq!(Way::to_group(days, Grouping::Theme, None).list(Tally::Open), "/desk?without=theme&tally=open");
    }
}
