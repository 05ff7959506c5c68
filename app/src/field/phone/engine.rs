//! What stands behind the handle: memory, queue and replica of the person who works here, and the signals they feed.

use huiyin_domain::{
    ids::{CommandId, DeviceId},
    moment::Moment,
    people::PersonCard,
    photo::PhotoHash,
    sync::{
        message::SignedIn,
        queue::{Item, PhotoProgress, Queue},
    },
};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use super::{Activity, Draft, Phone, Readiness, SessionState, Trouble, patrols, view};
use crate::field::{
    courier::Courier,
    device,
    store::{Outbox, PersonRow, Replica, ReplicaStore, Shelf},
};

/// One person's work in memory.
pub(in crate::field) struct Work {
    /// Who.
    pub signed_in: SignedIn,
    /// Their queue.
    pub queue: Queue,
    /// Queues of their other phones, taken in from files: sent from here, never added to.
    pub carried: Vec<Queue>,
    /// What the server said last.
    pub replica: Replica,
    /// Their forms, discarded ones included.
    pub drafts: BTreeMap<CommandId, Draft>,
}

impl Work {
    /// The own queue, then the carried ones.
    pub(in crate::field) fn queues(&self) -> impl Iterator<Item = &Queue> {
        std::iter::once(&self.queue).chain(&self.carried)
    }

    /// The queue of this device.
    pub(in crate::field) fn queue_of(&self, device: DeviceId) -> Option<&Queue> {
        self.queues().find(|queue| queue.id() == device)
    }

    /// Items with something that is only on this phone.
    pub(in crate::field) fn unsent(&self) -> BTreeSet<CommandId> {
        let complete = |queue: &Queue, hash: &PhotoHash| queue.photo(hash).is_some_and(|photo| photo.progress == PhotoProgress::Complete);
        let open = |queue: &Queue, item: &Item| !item.is_acknowledged() || item.photos.iter().any(|(hash, _)| !complete(queue, hash));
        self.queues().flat_map(|queue| queue.items().filter(move |item| open(queue, item))).map(|item| item.command).collect()
    }
}

/// The engine. It lives as long as the page.
pub(in crate::field) struct Engine {
    /// The signals.
    pub phone: Phone,
    /// The database that is never thrown away.
    pub outbox: Outbox,
    /// The database that may be.
    pub replica: ReplicaStore,
    /// Who works here, and their work.
    pub work: RefCell<Option<Work>>,
    /// Counts changes of person, so that late answers to another one are dropped.
    pub shift: Cell<u32>,
    /// Counts changes of drafts, so that a reading of the store that such a change overtook is read again.
    pub drafts_changed: Cell<u32>,
    /// What sends.
    pub courier: Courier,
    /// The running search for a position, with those who wait for it.
    pub search: super::locating::Search,
    /// Whether the browser was asked, since the page opened, not to delete by itself. Some ask the person each time.
    pub asked_to_keep: Cell<bool>,
    /// Addresses of pictures given to screens.
    pub urls: RefCell<BTreeMap<PhotoHash, String>>,
}

impl Engine {
    pub(super) fn new(phone: Phone) -> Self {
        Engine {
            phone,
            outbox: Outbox::new(),
            replica: ReplicaStore::new(),
            work: RefCell::new(None),
            shift: Cell::new(0),
            drafts_changed: Cell::new(0),
            courier: Courier::default(),
            search: super::locating::Search::default(),
            asked_to_keep: Cell::new(false),
            urls: RefCell::new(BTreeMap::new()),
        }
    }

    /// Opens the memory and goes to work.
    pub(super) async fn start(self: Rc<Self>) {
        match self.restore(true).await {
            Ok(()) => self.phone.readiness.set(Readiness::Ready),
            Err(trouble) => self.phone.readiness.set(Readiness::Broken(trouble)),
        }
        self.look_at_room().await;
        self.begin_carrying();
        self.replica.forget_older();
    }

    /// Reads who works here and all their work.
    pub(in crate::field) async fn restore(&self, tidy: bool) -> Result<(), Trouble> {
        match self.outbox.current().await? {
            Some(row) => self.take_over(row, tidy).await,
            None => {
                self.vacate();
                Ok(())
            }
        }
    }

    /// This person works here from now on.
    pub(super) async fn take_over(&self, row: PersonRow, tidy: bool) -> Result<(), Trouble> {
        let device = row.signed_in.device;
        // Tidying can wait for the next start; what is kept here has to be seen now.
        if tidy && let Err(trouble) = self.outbox.tidy(device).await {
            self.memory_failed(trouble);
        }
        let (shelf, carried, replica) = self.read(device).await?;
        let queue = Queue::restore(shelf.device, shelf.items, shelf.photos);
        self.phone.tell_exported(self.outbox.exported(device).await?);
        let drafts = shelf.drafts.into_iter().map(|draft| (draft.id, draft)).collect();
        self.shift.set(self.shift.get() + 1);
        self.phone.book.set(replica.book.clone().map(Arc::new));
        self.phone.person.set(Some(row.signed_in.clone()));
        self.work.replace(Some(Work { signed_in: row.signed_in, queue, carried, replica, drafts }));
        self.refresh();
        Ok(())
    }

    /// Reads a person's queue, forms and replica as they are at one moment.
    pub(in crate::field) async fn read(&self, device: DeviceId) -> Result<(Shelf, Vec<Queue>, Replica), Trouble> {
        loop {
            let before = self.drafts_changed.get();
            // The replica is disposable: whatever cannot be read will come again.
            let replica = self.replica.read(device).await.unwrap_or_default();
            let mut carried = Vec::new();
            for other in self.outbox.carried(device).await? {
                let shelf = self.outbox.read(other).await?;
                carried.push(Queue::restore(shelf.device, shelf.items, shelf.photos));
            }
            let shelf = self.outbox.read(device).await?;
            if self.drafts_changed.get() == before {
                return Ok((shelf, carried, replica));
            }
        }
    }

    /// Nobody works here; nothing of anybody is to be seen.
    pub(super) fn vacate(&self) {
        self.shift.set(self.shift.get() + 1);
        self.hang_up();
        self.work.replace(None);
        self.phone.person.set(None);
        self.phone.book.set(None);
        self.phone.tell_exported(BTreeSet::new());
        for url in std::mem::take(&mut *self.urls.borrow_mut()).values() {
            device::revoke(url);
        }
        self.refresh();
    }

    /// Looks at the work.
    pub(in crate::field) fn with<T>(&self, look: impl FnOnce(&Work) -> T) -> Option<T> {
        self.work.borrow().as_ref().map(look)
    }

    /// Changes the work.
    pub(in crate::field) fn change<T>(&self, change: impl FnOnce(&mut Work) -> T) -> Option<T> {
        self.work.borrow_mut().as_mut().map(change)
    }

    /// The person, or that there is none.
    pub(super) fn me(&self) -> Result<SignedIn, Trouble> {
        self.with(|work| work.signed_in.clone()).ok_or(Trouble::NotSignedIn)
    }

    /// The server's time as well as it is known.
    pub(in crate::field) fn server_now(&self) -> Moment {
        let offset_ms = self.with(|work| work.queue.device().clock_offset_ms).flatten().unwrap_or(0);
        device::now().wall + time::Duration::milliseconds(offset_ms)
    }

    /// Tells the screens what is so now.
    pub(in crate::field) fn refresh(&self) {
        let activity = self.activity();
        let phone = self.phone;
        let seen = self.with(|work| {
            let card: &PersonCard = &work.signed_in.person;
            let mut drafts: Vec<Draft> = work.drafts.values().filter(|draft| !draft.discarded).cloned().collect();
            drafts.sort_by_key(|draft| std::cmp::Reverse(draft.changed_at));
            let session = if work.queue.sign_in_needed() { SessionState::Expired } else { SessionState::Live };
            (view::cases(work, card), patrols::patrols(work, card), view::outbox(work), view::status(work, activity), drafts, session)
        });
        match seen {
            Some((cases, patrols, outbox, status, drafts, session)) => {
                tell(phone.cases, cases);
                tell(phone.patrols, patrols);
                tell(phone.outbox, outbox);
                tell(phone.status, status);
                tell(phone.drafts, drafts);
                tell(phone.session, session);
            }
            None => {
                tell(phone.cases, Vec::new());
                tell(phone.patrols, Vec::new());
                tell(phone.outbox, Vec::new());
                tell(phone.status, super::NOTHING);
                tell(phone.drafts, Vec::new());
                tell(phone.session, SessionState::Nobody);
            }
        }
    }

    fn activity(&self) -> Activity {
        let leads = self.courier.leads.get();
        self.with(|work| {
            let now = device::now();
            if work.queue.sign_in_needed() {
                Activity::SignInNeeded
            } else if !leads {
                Activity::OtherTab
            } else if work.queue.under_way().is_some() {
                Activity::Talking
            } else {
                match work.queue.waits_until_ms() {
                    Some(until) => Activity::Waiting {
                        until: now.wall + time::Duration::milliseconds(i64::try_from(until.saturating_sub(now.steady_ms)).unwrap_or(0)),
                    },
                    None => Activity::Idle,
                }
            }
        })
        .unwrap_or(Activity::Idle)
    }
}

/// Sets a signal only when something changed, so that screens keep still.
pub(super) fn tell<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| known != &value) {
        signal.set(value);
    }
}
