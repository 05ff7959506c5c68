//! 回复: what every reporter is told, or one of them.

use super::{Choice, Field, Ground, Kind, Reader, Sheet, template::words_to_reporter};
use crate::{desk::naming, locales::dates};
use huiyin_domain::{
    case::{Ask, Reply, ReplyOutcome, Reporter, VerbName},
    ids::ReportId,
    moment::Moment,
    rulebook::Ending,
};

/// Stands for every reporter.
const EVERYONE: &str = "all";
/// Fields of the three tries.
const TRIES: [&str; 3] = ["outcome.tries.0", "outcome.tries.1", "outcome.tries.2"];

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let now = ground.view.now;
    let mut fields = Vec::new();
    if ground.view.case.reports.len() > 1 {
        fields.push(Field::new("report", words.reply_to, Kind::Pick(reporters(ground))).start(EVERYONE));
    }
    let outcomes = vec![
        Choice::new("sent", words.sent),
        Choice::new("readable_by_receipt", words.by_receipt),
        Choice::new("not_wanted", words.not_wanted),
        Choice::new("undeliverable", words.undeliverable),
    ];
    let text = Field::area("words", words.reply_words).hint(words.reply_hint);
    fields.extend(words_to_reporter(ground, Ending::of(&ground.view.case), text));
    fields.push(Field::new("outcome", words.reply_outcome, Kind::Radio(outcomes)).start("readable_by_receipt"));
    for (name, label) in TRIES.iter().zip([words.first_try, words.second_try, words.third_try]) {
        fields.push(Field::new(*name, label, Kind::Moment).only("outcome", &["undeliverable"]));
    }
    Sheet::new(VerbName::Reply, fields, move |answers| {
        let mut read = Reader::new(answers);
        let report: Option<ReportId> = match read.maybe("report") {
            Some(which) if which != EVERYONE => read.parsed("report"),
            _ => None,
        };
        let words = read.text("words");
        let outcome = outcome(now, &mut read);
        read.build(|| Some(Ask::Reply(Reply { report, words: words?, outcome: outcome? })))
    })
}

fn reporters(ground: &Ground<'_>) -> Vec<Choice> {
    let words = &ground.desk().case;
    let who = |reporter: &Reporter| match reporter {
        Reporter::Staff { person } => naming::person(&ground.view.people, *person).unwrap_or_default(),
        Reporter::Named => words.reporter_named.to_owned(),
        Reporter::Anonymous => words.reporter_anonymous.to_owned(),
        Reporter::Hidden => words.reporter_hidden.to_owned(),
    };
    let one = |filed: &huiyin_domain::case::Filed| {
        Choice::new(filed.id.to_string(), format!("{} · {}", who(&filed.reporter), dates::moment(filed.received_at, ground.language)))
    };
    std::iter::once(Choice::new(EVERYONE, ground.words().everyone)).chain(ground.view.case.reports.iter().map(one)).collect()
}

fn outcome(now: Moment, read: &mut Reader<'_>) -> Option<ReplyOutcome> {
    match read.text("outcome")?.as_str() {
        "sent" => Some(ReplyOutcome::Sent { at: now }),
        "not_wanted" => Some(ReplyOutcome::NotWanted),
        "undeliverable" => Some(ReplyOutcome::Undeliverable { tries: TRIES.iter().filter_map(|name| read.moment(name)).collect() }),
        _ => Some(ReplyOutcome::ReadableByReceipt),
    }
}
