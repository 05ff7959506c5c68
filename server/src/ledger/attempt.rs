//! One try to commit a group: read what is needed, judge in order, write everything, take the numbers last, commit.

use super::{
    group::Group,
    submission::{Committed, Papers, Sealed, Settled, Submission},
};
use crate::{
    core::{Clock, CountyShelf},
    error::{Error, Kind},
    storage::{self, Writer, ledger::EntryRow},
};
use huiyin_domain::{
    command::Command,
    ids::{CommandId, DeviceId, PersonId},
    sync::message::Verdict,
};
use std::{
    collections::{BTreeSet, HashMap},
    time::Instant,
};

/// A group that is durable.
pub(super) struct Done {
    /// In the order of the group.
    pub(super) answers: Vec<Result<Committed, Error>>,
    /// The ledger's newest entry before.
    pub(super) from: u64,
    /// The ledger's newest entry now.
    pub(super) seq: u64,
    /// Whose cases changed, and who was told something.
    pub(super) readers: BTreeSet<PersonId>,
}

/// The counter's row is locked first, before anything is read: no other process writes to this ledger until the end, so
/// what is judged is what is true, and commits are in the order of numbers.
pub(super) async fn attempt(db: &Writer, clock: &dyn Clock, shelf: &CountyShelf, submissions: &[&Submission]) -> Result<Done, Error> {
    let mut laps = Laps::start();
    let db = db.begin().await?;
    let head = storage::ledger::head(&db, true).await?.ok_or_else(|| Error::new(Kind::NotSetUp))?;
    let from = head.seq;
    let county = shelf.current(&db).await?;
    let devices: BTreeSet<DeviceId> = submissions.iter().map(|submission| submission.device).collect();
    let devices = storage::devices::lock(&db, &devices.into_iter().collect::<Vec<_>>()).await?;
    let ids: Vec<CommandId> = submissions.iter().flat_map(|submission| ids_of(&submission.papers)).collect();
    let known = storage::ledger::known(&db, &ids).await?;
    let mut group = Group::new(&db, head, county, devices, clock.now());
    group.load(submissions).await?;
    let matters = matters(&db, &known).await?;
    let read_us = laps.next_us();
    let mut answers = Vec::with_capacity(submissions.len());
    for submission in submissions {
        let answer = match &submission.papers {
            Papers::Sealed(sealed) => take_sealed(&mut group, submission, sealed, &known, &matters).await?,
            Papers::Drafted(command) => take_drafted(&mut group, submission, command, &known, &matters).await?,
        };
        answers.push(answer);
    }
    let (head, readers) = (group.head().clone(), group.readers());
    for committed in answers.iter_mut().filter_map(|answer| answer.as_mut().ok()) {
        (committed.epoch, committed.head) = (head.epoch, head.hash);
    }
    let judge_us = laps.next_us();
    if !group.write().await? {
        return Err(Error::internal("the counter moved while it was locked"));
    }
    let write_us = laps.next_us();
    db.commit().await?;
    let commit_us = laps.next_us();
    tracing::debug!(commands = head.seq - from, read_us, judge_us, write_us, commit_us, "a group is durable");
    Ok(Done { answers, from, seq: head.seq, readers })
}

/// How long each step of a group took, for whoever looks for where the time goes. It decides nothing.
struct Laps(Instant);

impl Laps {
    fn start() -> Laps {
        Laps(Instant::now())
    }

    /// Microseconds since the last call.
    fn next_us(&mut self) -> u64 {
        let lap = self.0.elapsed();
        self.0 += lap;
        u64::try_from(lap.as_micros()).unwrap_or(u64::MAX)
    }
}

fn ids_of(papers: &Papers) -> Vec<CommandId> {
    match papers {
        Papers::Sealed(sealed) => sealed.iter().map(|one| one.head.id).collect(),
        Papers::Drafted(command) => vec![command.id],
    }
}

type Known = HashMap<CommandId, EntryRow>;
type Matters = HashMap<huiyin_domain::ids::CaseId, String>;

async fn matters(db: &impl storage::Connection, known: &Known) -> Result<Matters, Error> {
    let opened: Vec<_> = known.values().filter(|entry| entry.kind == "submit").filter_map(|entry| entry.case).collect();
    storage::cases::numbers(db, &opened).await
}

fn again(entry: &EntryRow, matters: &Matters) -> Settled {
    let opened = entry.kind == "submit" && entry.verdict == Verdict::Applied;
    Settled {
        number: entry.number,
        command: entry.command,
        hash: entry.command_hash,
        seq: entry.seq,
        verdict: entry.verdict.clone(),
        entry_hash: entry.hash,
        matter: entry.case.filter(|_| opened).and_then(|case| matters.get(&case).cloned()),
    }
}

/// A phone's commands: the next number is taken, a known one answered again, a fork put aside, a gap refused as a whole.
async fn take_sealed(
    group: &mut Group<'_>,
    submission: &Submission,
    sealed: &[Sealed],
    known: &Known,
    matters: &Matters,
) -> Result<Result<Committed, Error>, Error> {
    let have = match group.may_send(submission) {
        Ok(have) => have,
        Err(error) => return Ok(Err(error)),
    };
    let mut next = have;
    for one in sealed {
        if one.head.device != submission.device {
            return Ok(Err(Error::new(Kind::NotYourDevice).field("device")));
        }
        if one.head.number > next + 1 || one.head.number == 0 {
            return Ok(Err(Error::new(Kind::Gap).have(have)));
        }
        next = next.max(one.head.number);
    }
    let mut committed = Committed::nothing();
    for one in sealed {
        let before = known.get(&one.head.id).map(|entry| again(entry, matters)).or_else(|| group.settled(one.head.id));
        match before {
            Some(settled) if settled.hash == one.hash => committed.lines.push(settled),
            None if one.head.number == group.last_number(submission.device) + 1 => {
                committed.lines.push(group.take(submission, one).await?);
            }
            _ => {
                group.put_aside(one).await?;
                committed.forks.push(one.head.number);
            }
        }
    }
    Ok(Ok(committed))
}

/// A command made here: it gets the next number; the same id with the same content is answered again.
async fn take_drafted(
    group: &mut Group<'_>,
    submission: &Submission,
    command: &Command,
    known: &Known,
    matters: &Matters,
) -> Result<Result<Committed, Error>, Error> {
    let have = match group.may_send(submission) {
        Ok(have) => have,
        Err(error) => return Ok(Err(error)),
    };
    let before = known.get(&command.id).map(|entry| again(entry, matters)).or_else(|| group.settled(command.id));
    if let Some(settled) = before {
        // Both as their bytes read.
        let asked = Sealed::of(command.clone())?.command;
        let stored = group.stored(command.id).await?;
        let same = asked.zip(stored).is_some_and(|(asked, stored)| stored.ask == asked.ask && stored.case == asked.case);
        return Ok(if same { Ok(Committed::line(settled)) } else { Err(Error::new(Kind::IdUsed)) });
    }
    let numbered = Command { device: submission.device, number: have + 1, ..command.clone() };
    let sealed = Sealed::of(numbered)?;
    let settled = group.take(submission, &sealed).await?;
    Ok(Ok(Committed::line(settled)))
}
