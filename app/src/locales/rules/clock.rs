//! Clocks, and how a due date explains itself.

use crate::locales::{Language, Words, dates};
use huiyin_domain::case::{
    Clock, Due, DueMove, Length, MoveReason,
    deadline::{self, Reckoned},
};

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

/// A due date, reckoned step by step: the name of each step and what it did. For staff and for reporters.
#[must_use]
pub fn reckoning(due: &Due, language: Language) -> Vec<(&'static str, String)> {
    deadline::reckoning(due).into_iter().map(|step| step_of(due.clock, &step, language)).collect()
}

fn step_of(clock: Clock, step: &Reckoned, language: Language) -> (&'static str, String) {
    match step {
        Reckoned::Start(at) => {
            let (at, from) = (dates::moment_and_year(*at, language), from_what(clock, language));
            (language.pick("起点", "Start"), language.pick(format!("{at} {from}"), format!("{at}, when {from}")))
        }
        Reckoned::FirstDay(day) => {
            let day = dates::day(*day, language);
            let what = language.pick(format!("{day}，起点当天不算"), format!("{day}; the day of the start does not count"));
            (language.pick("第一天", "First day"), what)
        }
        Reckoned::Length(run) => (language.pick("期限", "Length"), length(*run, language)),
        Reckoned::Rest(skipped) => {
            let names: Vec<String> = skipped.iter().map(|skipped| rest(&skipped.name, skipped.days, language)).collect();
            (language.pick("不算的休息日", "Rest days that do not count"), names.join(language.pick("、", ", ")))
        }
        Reckoned::MadeUp(days) => {
            (language.pick("算上的调休上班日", "Make-up workdays that count"), language.pick(format!("{days} 天"), many(*days, "day")))
        }
        Reckoned::ToWorkday => (
            language.pick("顺延", "Moved on"),
            language
                .pick("最后一天是休息日，顺延到下一个工作日", "The last day is a rest day, so it ends on the next working day")
                .to_owned(),
        ),
        Reckoned::Moved(moved) => moved_by(moved, language),
        Reckoned::End(at, book) => {
            let at = dates::deadline(*at, language);
            (language.pick("到期", "Due"), language.pick(format!("{at}（规则库第 {book} 版）"), format!("{at} (rulebook {book})")))
        }
    }
}

fn moved_by(moved: &DueMove, language: Language) -> (&'static str, String) {
    let end = dates::deadline(moved.at, language);
    let rest = match moved.rest_days {
        0 => String::new(),
        n => language.pick(format!("，再让过休息日 {n} 天"), format!(", past {}", many(n, "rest day"))),
    };
    match moved.why {
        MoveReason::Paused { seconds } => {
            let pause = pause(seconds, language);
            (
                language.pick("暂停", "Paused"),
                language.pick(format!("{pause}不算{rest}，改到 {end}"), format!("{pause} not counted{rest}: until {end}")),
            )
        }
        MoveReason::Extended { days } => (
            language.pick("批准延期", "Extended"),
            language.pick(format!("{days} 天{rest}，改到 {end}"), format!("by {}{rest}: until {end}", many(days, "day"))),
        ),
    }
}

/// A pause to the minute, so that it can be added up.
fn pause(seconds: i64, language: Language) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    let parts = [(days, "天", "day"), (hours, "小时", "hour"), (minutes, "分钟", "minute")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(n, _, _)| *n > 0)
        .map(|(n, zh, en)| language.pick(format!("{n} {zh}"), many(u16::try_from(n).unwrap_or(u16::MAX), en)))
        .collect();
    if parts.is_empty() { language.pick("不到 1 分钟", "less than a minute").to_owned() } else { parts.join(" ") }
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
    use super::{explain, reckoning};
    use crate::locales::Language::{En, Zh};
    use huiyin_domain::{
        case::{Clock, Due, DueMove, Length, MoveReason, Skipped},
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
            moves: Vec::new(),
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

    #[test]
    fn each_step_of_the_reckoning_is_said_in_its_order() {
        let end = |day: u8| Moment::end_of(datetime!(2026-10-01 00:00 +8).date().replace_day(day).unwrap());
        let due = Due {
            clock: Clock::Handling,
            start: Moment::new(datetime!(2026-09-28 10:40 +8)),
            length: Length::WorkingDays(5),
            at: end(16),
            skipped: vec![Skipped { name: "国庆节".to_owned(), days: 7 }, Skipped { name: "weekend".to_owned(), days: 1 }],
            make_up_days: 1,
            moved_to_workday: true,
            paused_s: 93_600,
            extended_days: 3,
            moves: vec![
                DueMove { why: MoveReason::Paused { seconds: 93_600 }, rest_days: 0, at: end(13) },
                DueMove { why: MoveReason::Extended { days: 3 }, rest_days: 1, at: end(16) },
            ],
            rulebook: 3,
        };
        let zh: Vec<String> = reckoning(&due, Zh).into_iter().map(|(name, what)| format!("{name}：{what}")).collect();
        assert_eq!(
            zh,
            [
                "起点：2026年9月28日 10:40 受理",
                "第一天：9月29日，起点当天不算",
                "期限：5 个工作日",
                "不算的休息日：国庆节 7 天、周末 1 天",
                "算上的调休上班日：1 天",
                "顺延：最后一天是休息日，顺延到下一个工作日",
                "暂停：1 天 2 小时不算，改到 10月13日 24:00",
                "批准延期：3 天，再让过休息日 1 天，改到 10月16日 24:00",
                "到期：10月16日 24:00（规则库第 3 版）",
            ]
        );
        let en: Vec<String> = reckoning(&due, En).into_iter().map(|(name, what)| format!("{name}: {what}")).collect();
        assert_eq!(en[6], "Paused: 1 day 2 hours not counted: until 13 Oct, 24:00");
        assert_eq!(en[7], "Extended: by 3 days, past 1 rest day: until 16 Oct, 24:00");
    }
}
