//! The committer: one thread, one connection, one bounded queue. What arrived during the last commit is the next group;
//! there is no timer. Answers go out only after the commit is durable.

use super::{
    attempt::attempt,
    submission::{Committed, Papers, Sealed, Submission},
};
use crate::{
    core::{Clock, CountyShelf, Pokes},
    error::{Error, Kind},
    storage::{Db, Writer},
};
use futures::future::join_all;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{mpsc, oneshot, watch};

/// Most commands of one group.
const GROUP_COMMANDS: usize = 512;
/// Most bytes of one group.
const GROUP_BYTES: usize = 1024 * 1024;
/// Most submissions that may wait.
const QUEUE: usize = 1024;

/// What the committer works with.
struct Bench {
    clock: Arc<dyn Clock>,
    shelf: Arc<CountyShelf>,
    pokes: Arc<Pokes>,
}

struct Job {
    submission: Submission,
    answer: oneshot::Sender<Result<Committed, Error>>,
}

/// What comes together is committed together.
type Jobs = Vec<Job>;

/// The only way a case changes.
pub struct Committer {
    queue: Mutex<Option<mpsc::Sender<Jobs>>>,
    done: watch::Receiver<bool>,
}

impl Committer {
    /// Starts the thread.
    ///
    /// # Errors
    /// If the thread cannot be started.
    pub fn start(url: &str, clock: Arc<dyn Clock>, shelf: Arc<CountyShelf>, pokes: Arc<Pokes>) -> std::io::Result<Committer> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let (finished, done) = watch::channel(false);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let url = url.to_owned();
        std::thread::Builder::new().name("ledger".into()).spawn(move || {
            runtime.block_on(work(&url, &Bench { clock, shelf, pokes }, jobs));
            // Nobody may be waiting any more.
            let _ = finished.send(true);
        })?;
        Ok(Committer { queue: Mutex::new(Some(queue)), done })
    }

    /// Whether a submission would find a place just now. Asked before a body is read; [`Committer::submit`] decides.
    #[must_use]
    pub fn has_room(&self) -> bool {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.as_ref().is_some_and(|queue| queue.capacity() > 0)
    }

    /// Submits and waits until it is durable.
    ///
    /// # Errors
    /// `Busy` if too much waits; `Gap`, `IdUsed`, `NotYourDevice` and `NotSetUp` as their names say. Refusals and
    /// conflicts are not errors: they are verdicts, recorded like any other.
    pub async fn submit(&self, submission: Submission) -> Result<Committed, Error> {
        let (answer, answered) = oneshot::channel();
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let queue = queue.ok_or_else(|| Error::new(Kind::Busy).retry_after(2))?;
        queue.try_send(vec![Job { submission, answer }]).map_err(|_| Error::new(Kind::Busy).retry_after(1))?;
        answered.await.map_err(|_| Error::internal("the ledger's thread is gone"))?
    }

    /// Submits, waiting for a place in the queue: for tools that bring many commands of their own.
    ///
    /// # Errors
    /// As [`Committer::submit`], but never `Busy` while it runs.
    pub async fn submit_patiently(&self, submission: Submission) -> Result<Committed, Error> {
        let mut answers = self.submit_together(vec![submission]).await?;
        answers.pop().unwrap_or_else(|| Err(Error::internal("no answer")))
    }

    /// Submits several in this order, each judged for itself and all made durable by one commit: for tools that bring many
    /// commands of their own. Waits for a place in the queue. Each gets its own answer.
    ///
    /// # Errors
    /// If the ledger is closing.
    pub async fn submit_together(&self, submissions: Vec<Submission>) -> Result<Vec<Result<Committed, Error>>, Error> {
        if submissions.is_empty() {
            return Ok(Vec::new());
        }
        let (jobs, answers): (Jobs, Vec<_>) = submissions
            .into_iter()
            .map(|submission| {
                let (answer, answered) = oneshot::channel();
                (Job { submission, answer }, answered)
            })
            .unzip();
        let gone = || Error::internal("the ledger's thread is gone");
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let queue = queue.ok_or_else(|| Error::new(Kind::Busy))?;
        queue.send(jobs).await.map_err(|_| gone())?;
        Ok(join_all(answers).await.into_iter().map(|answer| answer.unwrap_or_else(|_| Err(gone()))).collect())
    }

    /// Takes nothing more, and waits until what it holds is done.
    pub async fn close(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).take();
        let mut done = self.done.clone();
        // An error means that the thread is gone, which is done too.
        let _ = done.wait_for(|done| *done).await;
    }
}

/// Commands and bytes.
fn size_of(jobs: &[Job]) -> (usize, usize) {
    jobs.iter().fold((0, 0), |(commands, bytes), job| (commands + job.submission.papers.count(), bytes + job.submission.papers.bytes()))
}

async fn work(url: &str, bench: &Bench, mut jobs: mpsc::Receiver<Jobs>) {
    let mut writer = None;
    while let Some(mut group) = jobs.recv().await {
        let mut size = size_of(&group);
        while size.0 < GROUP_COMMANDS && size.1 < GROUP_BYTES {
            let Ok(next) = jobs.try_recv() else { break };
            let more = size_of(&next);
            size = (size.0 + more.0, size.1 + more.1);
            group.extend(next);
        }
        let db = match &writer {
            Some(db) => db,
            None => match Db::open_writer(url).await {
                Ok(db) => writer.insert(db),
                Err(error) => {
                    tracing::error!(%error, "the ledger cannot open the database");
                    for job in group {
                        let _ = job.answer.send(Err(Error::new(Kind::Busy).retry_after(5)));
                    }
                    continue;
                }
            },
        };
        settle(db, bench, group).await;
    }
    if let Some(db) = writer {
        db.close().await;
    }
}

/// Commits a group. A failure never spreads to neighbours: then each submission, and at last each command, is tried
/// alone. A database that is away or full fails for all of them: nobody is made to wait for more of the same.
async fn settle(db: &Writer, bench: &Bench, group: Vec<Job>) {
    let submissions: Vec<&Submission> = group.iter().map(|job| &job.submission).collect();
    let answers = match commit(db, bench, &submissions).await {
        Ok(answers) => answers,
        Err(error) if passes(&error) => {
            let others: Vec<_> = submissions.iter().skip(1).map(|_| Err(like(&error))).collect();
            std::iter::once(Err(error)).chain(others).collect()
        }
        Err(error) => {
            tracing::warn!(%error, submissions = group.len(), "a group failed; trying one by one");
            let mut answers = Vec::with_capacity(group.len());
            for submission in submissions {
                answers.push(alone(db, bench, submission).await);
            }
            answers
        }
    };
    for (job, answer) in group.into_iter().zip(answers) {
        // Whoever asked may have hung up; what is durable stays durable.
        let _ = job.answer.send(answer);
    }
}

/// Whether the same may succeed later without anybody mending anything of ours.
fn passes(error: &Error) -> bool {
    matches!(error.kind(), Kind::Busy | Kind::DiskFull)
}

/// The same error once more, for another who asked; its cause is logged once.
fn like(error: &Error) -> Error {
    let again = Error::new(error.kind());
    match error.retry_after_s() {
        Some(seconds) => again.retry_after(seconds),
        None => again,
    }
}

async fn commit(db: &Writer, bench: &Bench, group: &[&Submission]) -> Result<Vec<Result<Committed, Error>>, Error> {
    let done = attempt(db, bench.clock.as_ref(), &bench.shelf, group).await?;
    bench.pokes.tell(done.from, done.seq, done.readers);
    Ok(done.answers)
}

async fn commit_one(db: &Writer, bench: &Bench, submission: &Submission) -> Result<Committed, Error> {
    commit(db, bench, &[submission]).await?.pop().unwrap_or_else(|| Err(Error::internal("no answer")))
}

/// Tries one submission; if an error of ours stops it, each of its commands in order.
async fn alone(db: &Writer, bench: &Bench, submission: &Submission) -> Result<Committed, Error> {
    let error = match commit_one(db, bench, submission).await {
        Err(error) if error.kind() == Kind::Internal => error,
        settled => return settled,
    };
    let Papers::Sealed(sealed) = &submission.papers else { return Err(error) };
    tracing::error!(%error, commands = sealed.len(), "a submission cannot be written; trying each command");
    let mut committed = Committed::nothing();
    for one in sealed {
        let answer = kept(db, bench, submission, one).await?;
        committed.lines.extend(answer.lines);
        committed.forks.extend(answer.forks);
        (committed.epoch, committed.head) = (answer.epoch, answer.head);
    }
    Ok(committed)
}

/// A command that cannot be judged or written without an error of ours is kept as bytes and held: it never blocks the
/// ones behind it.
async fn kept(db: &Writer, bench: &Bench, whole: &Submission, one: &Sealed) -> Result<Committed, Error> {
    let as_is = Submission { papers: Papers::Sealed(vec![one.clone()]), ..*whole };
    match commit_one(db, bench, &as_is).await {
        Err(error) if error.kind() == Kind::Internal => {
            tracing::error!(%error, "a command cannot be written; keeping its bytes");
            let bytes_only = Submission { papers: Papers::Sealed(vec![Sealed { command: None, ..one.clone() }]), ..*whole };
            commit_one(db, bench, &bytes_only).await
        }
        settled => settled,
    }
}
