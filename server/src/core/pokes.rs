//! Pokes: "something changed for you", without saying what. Losing one is harmless, because phones look by themselves too.
//! What is kept is one number for each person who listens, so a slow listener costs nothing.

use huiyin_domain::ids::PersonId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Most listeners at once.
const SEATS: usize = 10_000;

/// Who listens, and the newest entry of the ledger that this process knows of.
pub struct Pokes {
    head: watch::Sender<u64>,
    /// None once it has ended.
    listening: Mutex<Option<HashMap<PersonId, watch::Sender<u64>>>>,
    seats: Arc<Semaphore>,
}

impl Default for Pokes {
    fn default() -> Self {
        Pokes { head: watch::Sender::new(0), listening: Mutex::new(Some(HashMap::new())), seats: Arc::new(Semaphore::new(SEATS)) }
    }
}

impl Pokes {
    /// The ledger stands at `seq`, and cases of these people changed. Told by the committer; another process's commits are
    /// told by whoever watches for them.
    pub fn tell(&self, seq: u64, people: impl IntoIterator<Item = PersonId>) {
        if let Some(listening) = &*self.listening() {
            for person in people {
                if let Some(listener) = listening.get(&person) {
                    listener.send_replace(seq);
                }
            }
        }
        self.move_head(seq);
    }

    /// The ledger stands at `seq`, and nobody knows whose cases changed.
    pub fn tell_everybody(&self, seq: u64) {
        if let Some(listening) = &*self.listening() {
            for listener in listening.values() {
                listener.send_replace(seq);
            }
        }
        self.move_head(seq);
    }

    /// The newest entry this process knows of, as it moves.
    #[must_use]
    pub fn head(&self) -> watch::Receiver<u64> {
        self.head.subscribe()
    }

    /// Listens for one person; none if too many listen, or all has ended.
    pub fn listen(self: &Arc<Self>, person: PersonId) -> Option<Listener> {
        let seat = Arc::clone(&self.seats).try_acquire_owned().ok()?;
        let poked = self.listening().as_mut()?.entry(person).or_insert_with(|| watch::Sender::new(0)).subscribe();
        Some(Listener { pokes: Arc::clone(self), person, poked, _seat: seat })
    }

    /// Sends all listeners home: the server stops.
    pub fn end(&self) {
        self.listening().take();
    }

    fn move_head(&self, seq: u64) {
        self.head.send_if_modified(|head| {
            let moved = seq > *head;
            *head = seq.max(*head);
            moved
        });
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
        pokes.tell(7, [me]);
        pokes.tell(8, [me]);
        assert!(mine.next().await);
        assert!(!mine.poked.has_changed().unwrap(), "two pokes that came at once are one");
        assert!(!theirs.poked.has_changed().unwrap());
        pokes.tell_everybody(9);
        assert!(theirs.poked.has_changed().unwrap());
        assert_eq!(*pokes.head().borrow(), 9);
        pokes.tell(3, []);
        assert_eq!(*pokes.head().borrow(), 9, "the head never goes back");
        drop(theirs);
        assert_eq!(pokes.listening().as_ref().unwrap().len(), 1);
        assert!(mine.next().await);
        pokes.end();
        assert!(!mine.next().await);
        assert!(pokes.listen(me).is_none());
    }
}
