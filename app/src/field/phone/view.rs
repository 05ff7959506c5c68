//! What screens see, computed anew from queue and replica whenever one of them changes.

use huiyin_domain::{
    case::{Ask, Case, Draw, Entry, Offer, VerbName, World, conflict, decide, fold, offers},
    command::Command,
    ids::{CaseId, PersonId},
    moment::Moment,
    people::{Actor, PersonCard},
    refusal::Refusal,
    rulebook::Rulebook,
    sync::{
        message::{CaseForPhone, Verdict},
        queue::{Evidence, Fate, Item, PhotoProgress, Queue, photos_of},
    },
};
use std::collections::BTreeMap;

use super::{Activity, OutboxItem, PhoneCase, Step, SyncStatus, engine::Work, patrols};
use crate::field::store::Replica;

/// Verbs a phone may send without network.
const OFFLINE: [VerbName; 7] = [
    VerbName::SignFor,
    VerbName::Verify,
    VerbName::ReportRectified,
    VerbName::Recheck,
    VerbName::Note,
    VerbName::AddEvidence,
    VerbName::Submit,
];

const SHORT_CHARS: usize = 80;

/// The world as a phone knows it: the rulebook, itself, its own photos.
fn with_world<T>(book: &Rulebook, me: &PersonCard, now: Moment, then: impl FnOnce(&World<'_>) -> T) -> T {
    let person = |id: PersonId| (id == me.id).then(|| me.clone());
    then(&World {
        rulebook: book,
        now,
        number: None,
        person: &person,
        other: &|_| None,
        photo_here: &|_| true,
        similar: &[],
        // The draw is the server's; a phone shows the path without it.
        draw: Draw::NONE,
    })
}

/// What this person may ask of a case, of the verbs that work on a phone.
pub(super) fn offered(book: &Rulebook, me: &PersonCard, now: Moment, case: &Case) -> Vec<Offer> {
    let all = with_world(book, me, now, |world| offers(case, &Actor::Person(me.clone()), world));
    all.into_iter().filter(|offer| OFFLINE.contains(&offer.verb)).collect()
}

/// Asks the rules on this phone.
pub(super) fn allowed(book: &Rulebook, me: &PersonCard, now: Moment, case: Option<&Case>, command: &Command) -> Result<(), Refusal> {
    with_world(book, me, now, |world| decide(case, &Actor::Person(me.clone()), command, world).map(drop))
}

/// The county's newest state with my own commands folded in that it does not hold yet.
pub(super) fn cases(work: &Work, me: &PersonCard) -> Vec<PhoneCase> {
    let shown = |known: &CaseForPhone| PhoneCase {
        case: known.case.clone(),
        why: known.why.clone(),
        reply: known.reply.clone(),
        only_here: Vec::new(),
    };
    let replica = &work.replica;
    let mut cases: BTreeMap<CaseId, PhoneCase> = replica.cases.iter().map(|(id, known)| (*id, shown(known))).collect();
    if let Some(book) = &replica.book {
        for item in not_yet_in(work) {
            if let Ok(command) = serde_json::from_str::<Command>(&item.text) {
                fold_in(&mut cases, &command, item, &book.rulebook, me, replica.seq);
            }
        }
    }
    let mut cases: Vec<PhoneCase> = cases.into_values().collect();
    cases.sort_by_key(|known| std::cmp::Reverse(known.case.opened_at));
    cases
}

/// My commands that the replica does not show yet, in their order.
pub(super) fn not_yet_in(work: &Work) -> Vec<&Item> {
    let mut mine: Vec<&Item> = work.queues().flat_map(Queue::items).filter(|item| !is_in(item, &work.replica)).collect();
    mine.sort_unstable_by_key(|item| (item.number, item.command));
    mine
}

/// Whether the replica already shows what became of this command.
fn is_in(item: &Item, replica: &Replica) -> bool {
    match &item.fate {
        Fate::Waiting => false,
        Fate::SetAside { .. } => true,
        Fate::Acknowledged(evidence) => evidence.line.verdict != Verdict::Applied || evidence.line.seq <= replica.seq,
    }
}

fn fold_in(cases: &mut BTreeMap<CaseId, PhoneCase>, command: &Command, item: &Item, book: &Rulebook, me: &PersonCard, seq: u64) {
    let known = cases.remove(&command.case);
    let (before, why, reply, mut only_here) = match known.clone() {
        Some(known) => (Some(known.case), known.why, known.reply, known.only_here),
        None => (None, Vec::new(), None, Vec::new()),
    };
    let at = command.made_at_corrected();
    let somebody_first = before.as_ref().is_some_and(|case| conflict(case, command.base, Some(me.id), &command.ask).is_some());
    let decided = with_world(book, me, at, |world| decide(before.as_ref(), &Actor::Person(me.clone()), command, world));
    let entry = Entry { seq, command: command.id, case: command.case, by: Some(me.id), at, made_at: at };
    let after = match decided {
        Ok(events) if !somebody_first => fold(before, &entry, &events),
        Ok(_) | Err(_) => None,
    };
    match after {
        Some(case) => {
            if !item.is_acknowledged() {
                only_here.push(command.id);
            }
            cases.insert(command.case, PhoneCase { case, why, reply, only_here });
        }
        // The county's state has moved on; its answer will say so. Until then the county's state is shown.
        None => {
            if let Some(known) = known {
                cases.insert(command.case, known);
            }
        }
    }
}

/// My commands, newest first.
pub(super) fn outbox(work: &Work) -> Vec<OutboxItem> {
    let items = work.queues().flat_map(|queue| queue.items().map(move |item| (queue, item)));
    let mut shown: Vec<OutboxItem> = items.filter_map(|(queue, item)| outbox_item(queue, work, item)).collect();
    shown.sort_by_key(|item| std::cmp::Reverse(item.command));
    shown
}

fn outbox_item(queue: &Queue, work: &Work, item: &Item) -> Option<OutboxItem> {
    let replica = &work.replica;
    let command: Command = serde_json::from_str(&item.text).ok()?;
    let photos = photos_of(&command.ask);
    let progress = || photos.iter().filter_map(|photo| queue.photo(&photo.hash));
    let problem = |progress: &PhotoProgress| match progress {
        PhotoProgress::Broken(code) => Some(code.clone()),
        PhotoProgress::Unknown | PhotoProgress::Missing(_) | PhotoProgress::Complete => None,
    };
    let evidence = item.evidence();
    let receipt = evidence.and_then(|evidence| evidence.number.clone());
    let matter = |receipt: &String| receipt.parse::<huiyin_domain::receipt::ReceiptNumber>().ok().map(|number| number.matter);
    let case_number = replica.cases.get(&command.case).and_then(|known| known.case.number.clone());
    Some(OutboxItem {
        command: item.command,
        number: item.number,
        verb: command.ask.name(),
        case: command.case,
        case_number: case_number.or_else(|| receipt.as_ref().and_then(matter)),
        category: match &command.ask {
            Ask::Submit(submit) => Some(submit.report.category.clone()),
            _ => replica.cases.get(&command.case).map(|known| known.case.category.clone()),
        },
        words: words_of(work, &command).chars().take(SHORT_CHARS).collect(),
        made_at: command.made_at,
        step: step(queue, item),
        photos_total: photos.len(),
        photos_sent: if evidence.is_some() { progress().filter(|photo| photo.progress == PhotoProgress::Complete).count() } else { 0 },
        photo_problems: progress().filter_map(|photo| problem(&photo.progress)).collect(),
        receipt,
        received_at: evidence.map(|evidence| evidence.at),
        seq: evidence.map(|evidence| evidence.line.seq),
        first_photo: photos.first().map(|photo| photo.hash),
    })
}

fn step(queue: &Queue, item: &Item) -> Step {
    match &item.fate {
        Fate::Waiting if queue.is_sending(item.command) => Step::Sending,
        Fate::Waiting => Step::OnPhone,
        Fate::SetAside { code } => Step::SetAside { code: code.clone() },
        Fate::Acknowledged(evidence) => verdict(evidence),
    }
}

fn verdict(evidence: &Evidence) -> Step {
    match &evidence.line.verdict {
        Verdict::Applied => Step::Received,
        Verdict::Conflict { theirs, by, at } => Step::Conflict { theirs: *theirs, by: *by, at: *at },
        Verdict::Refused { refusal } => Step::Refused(refusal.clone()),
        Verdict::Held { reason } => Step::Held(*reason),
    }
}

fn words_of(work: &Work, command: &Command) -> String {
    match &command.ask {
        Ask::Patrol(ask) => patrols::words_of(work, command, ask),
        Ask::Submit(submit) => submit.report.words.clone(),
        Ask::Verify(verify) => verify.words.clone(),
        Ask::ReportRectified(report) => report.words.clone(),
        Ask::Recheck(recheck) => recheck.words.clone(),
        Ask::AddEvidence(evidence) => evidence.words.clone(),
        Ask::Note(note) => note.words.clone(),
        _ => String::new(),
    }
}

/// The truth of the sync pill.
pub(super) fn status(work: &Work, activity: Activity) -> SyncStatus {
    let looks = |item: &&Item| match &item.fate {
        Fate::Waiting => false,
        Fate::SetAside { .. } => true,
        Fate::Acknowledged(evidence) => evidence.line.verdict != Verdict::Applied,
    };
    let items = || work.queues().flat_map(Queue::items);
    let photos = || work.queues().flat_map(Queue::photos);
    let waiting_bytes: u64 = items().filter(|item| !item.is_acknowledged()).map(|item| item.text.len() as u64).sum();
    let broken = photos().filter(|photo| matches!(photo.progress, PhotoProgress::Broken(_))).count();
    SyncStatus {
        commands: work.queues().map(Queue::unacknowledged).sum(),
        photos: work.queues().map(|queue| queue.photos_to_send().count()).sum(),
        troubles: items().filter(looks).count() + broken,
        bytes: waiting_bytes + photos().map(huiyin_domain::sync::queue::PhotoRecord::bytes_left).sum::<u64>(),
        activity,
        last_answer: work.queue.last_answer(),
    }
}
