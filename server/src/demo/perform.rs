//! Performing the scripts: every step is a real command that goes through the ledger, in the order of time, with the
//! clock set to its moment.

use super::{
    dice::Dice,
    plan::uuid_at,
    script::{By, Scene, Script, Step},
};
use crate::{
    clockwork,
    core::{Core, FixedClock},
    error::Error,
    ledger::{self, Committed, PUBLIC_DEVICE, Papers, Sender, Submission},
    storage,
};
use data_encoding::HEXLOWER;
use huiyin_domain::{
    case::{Ask, Case, State},
    command::{Command, SCHEMA},
    ids::{CaseId, CommandId, DeviceId, PersonId, ReportId},
    moment::Moment,
    rulebook::Rulebook,
    sync::message::Verdict,
};
use std::collections::{HashMap, HashSet};
use time::{Date, Duration};

/// Most steps that are committed together.
const TOGETHER: usize = 64;

/// When the clock looks, after midnight.
const CLOCK_LOOKS: Duration = Duration::minutes(5);

/// A step that did not have its effect.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// The server failed.
    #[error("{0}")]
    Server(#[from] Error),
    /// The rules said no: script and rules have grown apart.
    #[error("{verb} in case {case} on {at} was not applied: {verdict}")]
    NotApplied {
        /// What was asked.
        verb: String,
        /// Of which case.
        case: CaseId,
        /// When.
        at: Moment,
        /// What became of it.
        verdict: String,
    },
}

/// The stage.
pub(super) struct Stage<'a> {
    /// The server's parts.
    pub core: &'a Core,
    /// Its clock.
    pub clock: &'a FixedClock,
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// Whose device is which.
    pub devices: &'a HashMap<PersonId, DeviceId>,
}

struct Cue {
    case: CaseId,
    master: Option<CaseId>,
    opens: bool,
    step: Step,
}

impl Cue {
    /// The case that it is about, and the one beside it.
    fn cases(&self) -> impl Iterator<Item = CaseId> {
        std::iter::once(self.case).chain(self.master)
    }
}

impl Stage<'_> {
    /// Performs all scripts; answers how many commands that took.
    ///
    /// # Errors
    /// If a step is not applied, or the server fails.
    pub(super) async fn perform(&self, scripts: Vec<Script>, dice: &mut Dice) -> Result<usize, PlayError> {
        let mut cues: Vec<Cue> = scripts
            .into_iter()
            .flat_map(|Script { case, master, steps }| {
                steps.into_iter().enumerate().map(move |(n, step)| Cue { case, master, opens: n == 0, step })
            })
            .collect();
        // Stable: steps of one matter at the same moment stay in their order.
        cues.sort_by_key(|cue| cue.step.at);
        let mut done = 0;
        let mut waiting = cues.into_iter().peekable();
        let mut day = None;
        while let Some(first) = waiting.next() {
            let today = first.step.at.in_shanghai().date();
            if day.replace(today).is_some_and(|day| day < today) {
                done += self.morning(today).await?;
            }
            // What one step does to a case is seen by the next: only one of each is committed together.
            let mut cases: HashSet<CaseId> = first.cases().collect();
            let mut group = vec![first];
            while group.len() < TOGETHER {
                let free = |cue: &Cue| cue.step.at.in_shanghai().date() == today && cue.cases().all(|case| !cases.contains(&case));
                let Some(next) = waiting.next_if(free) else { break };
                cases.extend(next.cases());
                group.push(next);
            }
            done += self.play(group, dice).await?;
        }
        Ok(done)
    }

    /// The clock looks before people come to work.
    async fn morning(&self, day: Date) -> Result<usize, Error> {
        self.clock.set(Moment::start_of(day) + CLOCK_LOOKS);
        clockwork::look(self.core).await
    }

    async fn play(&self, group: Vec<Cue>, dice: &mut Dice) -> Result<usize, PlayError> {
        let db = self.core.db.read();
        let ids: Vec<CaseId> = group.iter().map(|cue| cue.case).collect();
        let cases = storage::cases::load(db, &ids).await?;
        let head = storage::ledger::head(db, false).await?.map_or(0, |head| head.seq);
        let mut asked = Vec::new();
        for cue in group {
            let case = cases.get(&cue.case);
            let similar = self.similar(case, cue.step.at).await?;
            let (at, by) = (cue.step.at, cue.step.by);
            let scene = Scene { case, similar: &similar, at, rulebook: self.rulebook };
            let Some(ask) = (cue.step.make)(&scene) else { continue };
            let id = if cue.opens { CommandId(cue.case.0) } else { CommandId(uuid_at(at, dice)) };
            let (sender, device) = match by {
                By::Person(person) => match self.devices.get(&person) {
                    Some(device) => (Sender::Person(person), *device),
                    None => continue,
                },
                By::Receipt => (Sender::Reporter(ReportId(cue.case.0)), PUBLIC_DEVICE),
            };
            let command = Command {
                id,
                salt: HEXLOWER.encode(&dice.bytes16()),
                device,
                number: 0,
                schema: SCHEMA,
                rulebook: self.rulebook.version,
                base: head,
                made_at: at,
                zone_min: 480,
                clock_offset_ms: Some(0),
                case: cue.case,
                ask,
            };
            asked.push((sender, command));
        }
        if let Some((_, last)) = asked.last() {
            self.clock.set(last.made_at);
        }
        let submitted = asked.iter().map(|(sender, command)| submission(*sender, command.clone())).collect();
        let answers = self.core.ledger.submit_together(submitted).await?;
        for ((_, command), answer) in asked.iter().zip(answers) {
            applied(command, &answer?)?;
        }
        Ok(asked.len())
    }

    async fn similar(&self, case: Option<&Case>, at: Moment) -> Result<Vec<CaseId>, Error> {
        match case {
            Some(case) if case.state == State::PendingAcceptance => {
                let found = ledger::similar(self.core.db.read(), case, None, self.rulebook, at).await?;
                Ok(found.into_iter().map(|case| case.id).collect())
            }
            _ => Ok(Vec::new()),
        }
    }
}

fn submission(sender: Sender, command: Command) -> Submission {
    let (device, received_at) = (command.device, Some(command.made_at));
    Submission { sender, device, papers: Papers::Drafted(Box::new(command)), received_at }
}

pub(super) fn applied(command: &Command, answer: &Committed) -> Result<(), PlayError> {
    let verdict = answer.lines.first().map(|line| &line.verdict);
    if verdict == Some(&Verdict::Applied) {
        return Ok(());
    }
    Err(PlayError::NotApplied {
        verb: verb(&command.ask),
        case: command.case,
        at: command.made_at,
        verdict: verdict.map_or_else(String::new, |verdict| format!("{verdict:?}")),
    })
}

fn verb(ask: &Ask) -> String {
    format!("{:?}", ask.name())
}
