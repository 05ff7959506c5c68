//! Pokes: "something changed for you", without saying what. Losing one is harmless, because phones look by themselves too.
//! What is kept is one number for each person who listens, so a slow listener costs nothing.

use huiyin_domain::ids::PersonId;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Most listeners at once.
const SEATS: usize = 10_000;

/// Who listens, and how far they were told.
pub struct Pokes {
    /// Everybody whom entries up to this one concern was told.
    told: AtomicU64,
    /// None once it has ended.
    listening: Mutex<Option<HashMap<PersonId, watch::Sender<u64>>>>,
    /// The newest entry that was told of, for those who follow single cases; none once it has ended.
    moved: Mutex<Option<watch::Sender<u64>>>,
    seats: Arc<Semaphore>,
}

impl Default for Pokes {
    fn default() -> Self {
        Pokes {
            told: AtomicU64::new(0),
            listening: Mutex::new(Some(HashMap::new())),
            moved: Mutex::new(Some(watch::Sender::new(0))),
            seats: Arc::new(Semaphore::new(SEATS)),
        }
    }
}

impl Pokes {
    /// The entries after `from` and up to `to` changed cases of these people. If others before them have not been told
    /// of, because another process wrote them, all are told of again by whoever looks for those.
    pub fn tell(&self, from: u64, to: u64, people: impl IntoIterator<Item = PersonId>) {
        if let Some(listening) = &*self.listening() {
            for person in people {
                if let Some(listener) = listening.get(&person) {
                    listener.send_replace(to);
                }
            }
        }
        if let Some(moved) = &*self.moved.lock().unwrap_or_else(PoisonError::into_inner) {
            moved.send_replace(to);
        }
        // Whether it was told does not hang on the order in which two of them come here.
        let _ = self.told.fetch_update(Ordering::AcqRel, Ordering::Acquire, |told| (from <= told && told < to).then_some(to));
    }

    /// Everybody whom entries up to this one concern was told.
    #[must_use]
    pub fn told(&self) -> u64 {
        self.told.load(Ordering::Acquire)
    }

    /// Who listens.
    #[must_use]
    pub fn listeners(&self) -> Vec<PersonId> {
        self.listening().as_ref().map(|people| people.keys().copied().collect()).unwrap_or_default()
    }

    /// Listens for one person; none if too many listen, or all has ended.
    pub fn listen(self: &Arc<Self>, person: PersonId) -> Option<Listener> {
        let seat = Arc::clone(&self.seats).try_acquire_owned().ok()?;
        let poked = self.listening().as_mut()?.entry(person).or_insert_with(|| watch::Sender::new(0)).subscribe();
        Some(Listener { pokes: Arc::clone(self), person, poked, _seat: seat })
    }

    /// Follows whatever happens, to look whether it was about one's own matter; none if too many listen, or all has ended.
    pub fn follow(&self) -> Option<Follower> {
        let seat = Arc::clone(&self.seats).try_acquire_owned().ok()?;
        let moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.subscribe();
        Some(Follower { moved, _seat: seat })
    }

    /// Sends all listeners home: the server stops.
    pub fn end(&self) {
        self.listening().take();
        self.moved.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    fn listening(&self) -> std::sync::MutexGuard<'_, Option<HashMap<PersonId, watch::Sender<u64>>>> {
        self.listening.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody who listens, for as long as it lives.
pub struct Listener {
    pokes: Arc<Pokes>,
    person: PersonId,
    poked: watch::Receiver<u64>,
    _seat: OwnedSemaphorePermit,
}

impl Listener {
    /// Waits for the next poke; several that came meanwhile are one. False at the end.
    pub async fn next(&mut self) -> bool {
        self.poked.changed().await.is_ok()
    }
}

/// Somebody who follows whatever happens.
pub struct Follower {
    moved: watch::Receiver<u64>,
    _seat: OwnedSemaphorePermit,
}

impl Follower {
    /// Waits until something happens; much that happened meanwhile is one. False at the end.
    pub async fn next(&mut self) -> bool {
        self.moved.changed().await.is_ok()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut listening = self.pokes.listening();
        // Our own receiver is still counted.
        if let Some(people) = listening.as_mut()
            && people.get(&self.person).is_some_and(|sender| sender.receiver_count() <= 1)
        {
            people.remove(&self.person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pokes;
    use huiyin_domain::ids::PersonId;
    use std::sync::Arc;
    use uuid::Uuid;

    #[tokio::test]
    async fn only_whom_it_concerns_is_poked_and_nobody_is_kept_who_left() {
        let pokes = Arc::new(Pokes::default());
        let [me, other] = [1, 2].map(|n| PersonId(Uuid::from_u128(n)));
        let mut mine = pokes.listen(me).unwrap();
        let theirs = pokes.listen(other).unwrap();
        let mut follower = pokes.follow().unwrap();
        pokes.tell(0, 7, [me]);
        pokes.tell(7, 8, [me]);
        assert!(mine.next().await);
        assert!(!mine.poked.has_changed().unwrap(), "two pokes that came at once are one");
        assert!(!theirs.poked.has_changed().unwrap());
        assert_eq!(pokes.told(), 8);
        assert!(follower.next().await);
        assert!(!follower.moved.has_changed().unwrap(), "what happened meanwhile is one");
        pokes.tell(10, 12, [me]);
        assert_eq!(pokes.told(), 8, "nine and ten are somebody else's, and nobody has told of them");
        let mut listening = pokes.listeners();
        listening.sort_unstable();
        assert_eq!(listening, [me, other]);
        pokes.tell(8, 12, [other]);
        assert!(theirs.poked.has_changed().unwrap());
        assert_eq!(pokes.told(), 12);
        pokes.tell(3, 5, []);
        assert_eq!(pokes.told(), 12, "what was told stays told");
        drop(theirs);
        assert_eq!(pokes.listening().as_ref().unwrap().len(), 1);
        assert!(mine.next().await);
        pokes.end();
        assert!(follower.next().await, "the last of it is still told");
        assert!(!follower.next().await && pokes.follow().is_none());
        assert!(!mine.next().await);
        assert!(pokes.listen(me).is_none());
    }
}
