//! Clocks, and how a due date explains itself.

use crate::locales::{Language, Words, dates};
use huiyin_domain::case::{Clock, Due, Length};

impl Words for Clock {
    fn words(self, language: Language) -> &'static str {
        match self {
            Clock::Acceptance => language.pick("受理期限", "To be accepted"),
            Clock::Dispatch => language.pick("交办期限", "To be assigned"),
            Clock::SignFor => language.pick("签收期限", "To be signed for"),
            Clock::OnSite => language.pick("到现场期限", "To be checked on the spot"),
            Clock::Handling => language.pick("办结期限", "To be closed"),
            Clock::Rectification => language.pick("整改期限", "To be rectified"),
            Clock::Recheck => language.pick("复查期限", "To be re-inspected"),
            Clock::Publication => language.pick("公开期限", "To be published"),
        }
    }
}

/// From what a clock counts.
fn from_what(clock: Clock, language: Language) -> &'static str {
    match clock {
        Clock::Acceptance => language.pick("收到上报", "the report was received"),
        Clock::Dispatch | Clock::Handling => language.pick("受理", "it was accepted"),
        Clock::SignFor => language.pick("交办", "it was assigned"),
        Clock::OnSite => language.pick("签收", "it was signed for"),
        Clock::Rectification => language.pick("责令整改", "rectification was ordered"),
        Clock::Recheck => language.pick("申报整改完成", "it was reported rectified"),
        Clock::Publication => language.pick("办结", "it was closed"),
    }
}

/// How long a clock runs.
#[must_use]
pub fn length(length: Length, language: Language) -> String {
    match length {
        Length::Hours(n) => language.pick(format!("{n} 小时"), many(n, "hour")),
        Length::WorkingDays(n) => language.pick(format!("{n} 个工作日"), many(n, "working day")),
        Length::Days(n) => language.pick(format!("{n} 天"), many(n, "day")),
        Length::Until(at) => {
            let at = dates::deadline(at, language);
            language.pick(format!("到 {at}"), format!("until {at}"))
        }
    }
}

/// Where a due date comes from, in one or more sentences: start, length, what was skipped, moved, paused and granted.
#[must_use]
pub fn explain(due: &Due, language: Language) -> String {
    let start = dates::moment(due.start, language);
    let from = from_what(due.clock, language);
    let run = length(due.length, language);
    let mut parts = vec![match (due.length, language) {
        (Length::Until(_), Language::Zh) => format!("{start} {from}，限期{run}"),
        (Length::Until(_), Language::En) => format!("On {start} {from}, {run}"),
        (Length::Hours(_), Language::Zh) => format!("从 {start} {from}起算，{run}"),
        (Length::Hours(_), Language::En) => format!("{run} after {from} on {start}"),
        (Length::WorkingDays(_) | Length::Days(_), Language::Zh) => format!("{start} {from}，从第二天起算，{run}"),
        (Length::WorkingDays(_) | Length::Days(_), Language::En) => format!("{run}, counted from the day after {from} on {start}"),
    }];
    if !due.skipped.is_empty() {
        let names: Vec<String> = due.skipped.iter().map(|skipped| rest(&skipped.name, skipped.days, language)).collect();
        parts.push(language.pick(format!("跳过{}", names.join("、")), format!("skipping {}", names.join(", "))));
    }
    if due.make_up_days > 0 {
        let n = due.make_up_days;
        parts.push(language.pick(format!("其中调休上班 {n} 天"), format!("counting {}", many(n, "make-up workday"))));
    }
    if due.moved_to_workday {
        parts.push(language.pick(
            "最后一天是休息日，顺延到下一个工作日".to_owned(),
            "moved to the next working day, as the last day was a rest day".to_owned(),
        ));
    }
    if due.paused_s > 0 {
        let paused = dates::span(time::Duration::seconds(due.paused_s), language);
        parts.push(language.pick(format!("暂停的 {paused}不算"), format!("not counting a pause of {paused}")));
    }
    if due.extended_days > 0 {
        let n = due.extended_days;
        parts.push(language.pick(format!("批准延期 {n} 天"), format!("with {} granted on top", many(n, "day"))));
    }
    let end = dates::deadline(due.at, language);
    let book = due.rulebook;
    match language {
        Language::Zh => format!("{}；到 {end} 为止（规则库第 {book} 版）。", parts.join("，")),
        Language::En => format!("{}: until {end} (rulebook {book}).", parts.join(", ")),
    }
}

/// Rest days with their name; weekends are named by the code `weekend`.
fn rest(name: &str, days: u16, language: Language) -> String {
    match (name, language) {
        ("weekend", Language::Zh) => format!("周末 {days} 天"),
        ("weekend", Language::En) => format!("{} of weekend", many(days, "day")),
        (name, Language::Zh) => format!("{name} {days} 天"),
        (name, Language::En) => format!("{} of {name}", many(days, "day")),
    }
}

fn many(n: u16, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::locales::Language::{En, Zh};
    use huiyin_domain::{
        case::{Clock, Due, Length, Skipped},
        moment::Moment,
    };
    use time::macros::datetime;

    #[test]
    fn a_due_date_says_where_it_comes_from() {
        let due = Due {
            clock: Clock::Handling,
            start: Moment::new(datetime!(2026-09-28 10:40 +8)),
            length: Length::WorkingDays(5),
            at: Moment::end_of(datetime!(2026-10-10 00:00 +8).date()),
            skipped: vec![Skipped { name: "国庆节".to_owned(), days: 7 }],
            make_up_days: 1,
            moved_to_workday: false,
            paused_s: 0,
            extended_days: 2,
            rulebook: 3,
        };
        assert_eq!(
            explain(&due, Zh),
            "9月28日 10:40 受理，从第二天起算，5 个工作日，跳过国庆节 7 天，其中调休上班 1 天，批准延期 2 天；到 10月10日 24:00 为止（规则库第 3 版）。"
        );
        assert_eq!(
            explain(&due, En),
            "5 working days, counted from the day after it was accepted on 28 Sep, 10:40, skipping 7 days of 国庆节, \
             counting 1 make-up workday, with 2 days granted on top: until 10 Oct, 24:00 (rulebook 3)."
        );
    }
}
