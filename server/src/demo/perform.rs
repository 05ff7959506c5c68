//! Performing the scripts: every step is a real command that goes through the ledger, in the order of time, with the
//! clock set to its moment.

use super::{
    dice::Dice,
    plan::uuid_at,
    script::{Scene, Script, Step},
};
use crate::{
    clockwork,
    core::{Core, FixedClock},
    error::Error,
    ledger::{self, Committed, Papers, Sender, Submission},
    storage,
};
use data_encoding::HEXLOWER;
use futures::future::try_join_all;
use huiyin_domain::{
    case::{Ask, Case, State},
    command::{Command, SCHEMA},
    ids::{CaseId, CommandId, DeviceId, PersonId},
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
    opens: bool,
    step: Step,
}

impl Stage<'_> {
    /// Performs all scripts; answers how many commands that took.
    ///
    /// # Errors
    /// If a step is not applied, or the server fails.
    pub(super) async fn perform(&self, scripts: Vec<Script>, dice: &mut Dice) -> Result<usize, PlayError> {
        let mut cues: Vec<Cue> = scripts
            .into_iter()
            .flat_map(|script| {
                let case = script.case;
                script.steps.into_iter().enumerate().map(move |(n, step)| Cue { case, opens: n == 0, step })
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
            let mut group = vec![first];
            let mut cases: HashSet<CaseId> = HashSet::from([group[0].case]);
            while group.len() < TOGETHER {
                // Reports and what is done about them go apart, because a new report may look like another matter.
                let opens = group[0].opens;
                let Some(next) = waiting.next_if(|cue| cue.opens == opens && !cases.contains(&cue.case)) else { break };
                cases.insert(next.case);
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
            let Some(&device) = self.devices.get(&by) else { continue };
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
            asked.push((by, command));
        }
        if let Some((_, last)) = asked.last() {
            self.clock.set(last.made_at);
        }
        let submitted = asked.iter().map(|(by, command)| self.submit(*by, command.clone()));
        let answers = try_join_all(submitted).await?;
        for ((_, command), answer) in asked.iter().zip(answers) {
            applied(command, &answer)?;
        }
        Ok(asked.len())
    }

    async fn similar(&self, case: Option<&Case>, at: Moment) -> Result<Vec<CaseId>, Error> {
        match case {
            Some(case) if case.state == State::PendingAcceptance => {
                let found = ledger::similar(self.core.db.read(), case, self.rulebook, at).await?;
                Ok(found.into_iter().map(|case| case.id).collect())
            }
            _ => Ok(Vec::new()),
        }
    }

    async fn submit(&self, by: PersonId, command: Command) -> Result<Committed, Error> {
        let (device, received_at) = (command.device, Some(command.made_at));
        let papers = Papers::Drafted(Box::new(command));
        self.core.ledger.submit_patiently(Submission { sender: Sender::Person(by), device, papers, received_at }).await
    }
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
