//! What an ask says, in lines for the timeline and for whoever confirms it.

use super::naming;
use crate::locales::{Language, Words, dates, rules};
use huiyin_domain::{
    case::{Ask, DecidePublication},
    ids::PersonId,
    people::UnitCode,
    rulebook::Rulebook,
    sync::message::PersonName,
};

/// The content of an ask, one line a thing.
pub(super) fn details(ask: &Ask, rulebook: &Rulebook, people: &[PersonName], language: Language) -> Vec<String> {
    let unit = |code: &UnitCode| naming::unit(rulebook, code, language);
    let person = |id: PersonId| naming::person(people, id).unwrap_or_default();
    let day = |day: time::Date| dates::day_and_year(day, language);
    let lines = match ask {
        Ask::Submit(submit) => {
            let mut lines = vec![naming::category(rulebook, &submit.report.category, language), submit.report.words.clone()];
            lines.extend(submit.solved.as_ref().map(|solved| solved.done.clone()));
            lines
        }
        Ask::Accept(accept) => {
            vec![naming::category(rulebook, &accept.category, language), naming::division(rulebook, &accept.division, language)]
        }
        Ask::Decline(decline) => {
            vec![decline.reason.words(language).to_owned(), decline.words.clone(), decline.where_to_go.clone()]
        }
        Ask::AskReporter(words)
        | Ask::Answer(words)
        | Ask::Unmerge(words)
        | Ask::Return(words)
        | Ask::OrderRecheck(words)
        | Ask::SendBack(words)
        | Ask::Resume(words)
        | Ask::RequestReopen(words)
        | Ask::RefuseReopen(words)
        | Ask::Note(words)
        | Ask::Withdraw(words)
        | Ask::Confirm(words)
        | Ask::Void(words) => vec![words.words.clone()],
        Ask::Tick | Ask::Patrol(_) => Vec::new(),
        Ask::Merge(merge) => vec![merge.words.clone()],
        Ask::Dispatch(dispatch) | Ask::Reopen(dispatch) => {
            let mut lines = vec![format!("{} · {}", unit(&dispatch.lead_unit), person(dispatch.handler))];
            lines.extend(dispatch.co_units.iter().map(|co_unit| naming::pair(&unit(&co_unit.unit), &co_unit.task, language)));
            lines.extend(dispatch.words.clone());
            lines
        }
        Ask::SignFor(sign_for) => vec![person(sign_for.handler)],
        Ask::Reassign(reassign) => vec![person(reassign.handler), reassign.words.clone()],
        Ask::Verify(verify) => {
            let mut lines = vec![verify.finding.words(language).to_owned(), verify.words.clone(), verify.people.clone()];
            lines.push(dates::moment(verify.visited_at, language));
            lines.extend(verify.no_photo_reason.clone());
            lines
        }
        Ask::OrderRectification(order) => {
            let mut lines = vec![order.responsible_party.clone(), order.measures.clone(), day(order.due_day)];
            lines.extend(order.document_number.clone());
            lines
        }
        Ask::ReportRectified(done) => {
            let mut lines = vec![done.words.clone(), done.result.words(language).to_owned()];
            lines.extend(done.away_reason.clone());
            lines
        }
        Ask::AssignRecheck(assign) => vec![person(assign.rechecker)],
        Ask::Recheck(recheck) => {
            let words = &super::words(language).case;
            vec![if recheck.passed { words.passed } else { words.failed }.to_owned(), recheck.words.clone()]
        }
        Ask::ProposeClosure(proposal) => vec![proposal.result.words(language).to_owned(), proposal.words.clone()],
        Ask::Close(close) => {
            let mut lines = vec![close.result.words(language).to_owned()];
            lines.extend(close.disposal.as_ref().map(|disposal| rules::disposal(disposal, language)));
            lines.push(close.words.clone());
            lines
        }
        Ask::StageClose(stage) => {
            stage.milestones.iter().map(|goal| format!("{} · {}", goal.goal, day(goal.due_day))).chain([day(stage.next_day)]).collect()
        }
        Ask::MilestoneDone(done) => vec![done.words.clone()],
        Ask::Suspend(suspend) => vec![suspend.reason.words(language).to_owned(), suspend.words.clone(), day(suspend.until)],
        Ask::TransferOut(transfer) => vec![transfer.to.clone(), transfer.letter.clone(), transfer.words.clone(), day(transfer.follow_up)],
        Ask::AskExtension(extension) => vec![days(extension.days, language), extension.words.clone()],
        Ask::GrantExtension(extension) => vec![days(extension.days, language), extension.words.clone()],
        Ask::Recategorise(change) => vec![naming::category(rulebook, &change.category, language), change.words.clone()],
        Ask::Relocate(change) => vec![naming::division(rulebook, &change.division, language), change.words.clone()],
        Ask::AboutUnit(about) => {
            let none = || super::words(language).fields.about_no_unit.to_owned();
            vec![about.unit.as_ref().map_or_else(none, unit), about.words.clone()]
        }
        Ask::Supervise(supervise) => {
            let words = &super::words(language).fields;
            let level = [words.level_1, words.level_2, words.level_3][usize::from(supervise.level.clamp(1, 3) - 1)];
            vec![level.to_owned(), supervise.words.clone(), day(supervise.answer_by)]
        }
        Ask::AddCoUnit(co_unit) => vec![unit(&co_unit.unit), co_unit.task.clone()],
        Ask::CoUnitDone(co_unit) | Ask::ReleaseCoUnit(co_unit) => vec![unit(&co_unit.unit), co_unit.words.clone()],
        Ask::Reply(reply) => vec![reply.words.clone(), (&reply.outcome).words(language).to_owned()],
        Ask::AddEvidence(evidence) => vec![evidence.words.clone()],
        Ask::Callback(callback) => {
            let words = &super::words(language).fields;
            vec![if callback.reached { words.yes } else { words.no }.to_owned(), callback.words.clone()]
        }
        Ask::Rate(rate) => vec![rate.words.clone()],
        Ask::DecidePublication(DecidePublication::Publish) => vec![super::words(language).fields.publish.to_owned()],
        Ask::DecidePublication(DecidePublication::Withhold { ground }) => {
            vec![super::words(language).fields.withhold.to_owned(), ground.clone()]
        }
        Ask::Redact(redact) => vec![redact.record.title.clone()],
        Ask::Publish(publish) => vec![publish.record.title.clone()],
        Ask::Withhold(withhold) => vec![withhold.ground.clone()],
    };
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

fn days(days: u16, language: Language) -> String {
    language.pick(format!("{days} 天"), format!("{days} days"))
}
