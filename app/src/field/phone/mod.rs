//! The phone: the one handle that screens use. Reads are signals, acts are async and say what went wrong.

mod engine;
mod facts;
mod filing;
mod locating;
mod packing;
mod patrols;
mod people;
mod room;
mod trouble;
mod view;

pub(super) use engine::Engine;

pub use facts::{Activity, Draft, Locating, OutboxItem, PhoneCase, PhonePatrol, Readiness, SessionState, Step, StorageState, SyncStatus};
pub use packing::PackedIn;
pub use trouble::{PackTrouble, Trouble};

use huiyin_domain::{
    case::{Ask, Case, Offer, VerbName},
    ids::{CaseId, CommandId, PatrolId},
    moment::Moment,
    patrol::PatrolAsk,
    photo::{Photo, PhotoHash, Purpose},
    place::Fix,
    sync::message::{Book, SignedIn},
};
use leptos::prelude::*;
use std::{collections::BTreeSet, rc::Rc, sync::Arc};
use web_sys::File;

/// The one handle on this phone's memory, queue and senses. Copy it freely.
#[derive(Clone, Copy)]
pub struct Phone {
    readiness: RwSignal<Readiness>,
    person: RwSignal<Option<SignedIn>>,
    session: RwSignal<SessionState>,
    book: RwSignal<Option<Arc<Book>>>,
    cases: RwSignal<Vec<PhoneCase>>,
    patrols: RwSignal<Vec<PhonePatrol>>,
    outbox: RwSignal<Vec<OutboxItem>>,
    drafts: RwSignal<Vec<Draft>>,
    status: RwSignal<SyncStatus>,
    storage: RwSignal<StorageState>,
    locating: RwSignal<Locating>,
    trouble: RwSignal<Option<Trouble>>,
    exported: RwSignal<BTreeSet<CommandId>>,
    engine: StoredValue<Option<Rc<Engine>>, LocalStorage>,
}

/// Nothing to send, nothing tried.
const NOTHING: SyncStatus = SyncStatus { commands: 0, photos: 0, troubles: 0, bytes: 0, activity: Activity::Idle, last_answer: None };

impl Phone {
    /// Opens the phone's memory, restores the person who worked here last, starts the courier, and puts itself into the
    /// context. Called once, by the field door.
    pub fn open() -> Phone {
        let phone = Phone {
            readiness: RwSignal::new(Readiness::Opening),
            person: RwSignal::new(None),
            session: RwSignal::new(SessionState::Nobody),
            book: RwSignal::new(None),
            cases: RwSignal::new(Vec::new()),
            patrols: RwSignal::new(Vec::new()),
            outbox: RwSignal::new(Vec::new()),
            drafts: RwSignal::new(Vec::new()),
            status: RwSignal::new(NOTHING),
            storage: RwSignal::new(StorageState::default()),
            locating: RwSignal::new(Locating::Off),
            trouble: RwSignal::new(None),
            exported: RwSignal::new(BTreeSet::new()),
            engine: StoredValue::new_local(None),
        };
        let engine = Rc::new(Engine::new(phone));
        phone.engine.set_value(Some(engine.clone()));
        leptos::task::spawn_local(engine.start());
        provide_context(phone);
        phone
    }

    /// The handle, inside the field door.
    #[must_use]
    pub fn here() -> Phone {
        expect_context()
    }

    fn engine(self) -> Result<Rc<Engine>, Trouble> {
        self.engine.get_value().ok_or(Trouble::NotSignedIn)
    }

    pub(super) fn tell_trouble(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
    }

    pub(super) fn tell_exported(self, commands: BTreeSet<CommandId>) {
        self.exported.set(commands);
    }

    pub(super) fn forget_trouble(self, over: &Trouble) {
        if self.trouble.with_untracked(|told| told.as_ref() == Some(over)) {
            self.trouble.set(None);
        }
    }

    pub(super) fn has_little_room(self) -> bool {
        self.storage.get_untracked().is_low()
    }

    pub(super) fn tell_book(self, book: Arc<Book>) {
        self.book.set(Some(book));
    }

    /// What last went wrong in the background with the phone's own memory. A screen shows it until it is put away.
    #[must_use]
    pub fn trouble(self) -> RwSignal<Option<Trouble>> {
        self.trouble
    }

    /// Whether the phone's memory is open.
    #[must_use]
    pub fn readiness(self) -> Signal<Readiness> {
        self.readiness.into()
    }

    /// Who works here. Remembered offline.
    #[must_use]
    pub fn person(self) -> Signal<Option<SignedIn>> {
        self.person.into()
    }

    /// Whether the county still knows this sign-in.
    #[must_use]
    pub fn session(self) -> Signal<SessionState> {
        self.session.into()
    }

    /// Rulebook, sites and names, once they were here.
    #[must_use]
    pub fn book(self) -> Signal<Option<Arc<Book>>> {
        self.book.into()
    }

    /// My cases, with my unsent commands folded in.
    #[must_use]
    pub fn cases(self) -> Signal<Vec<PhoneCase>> {
        self.cases.into()
    }

    /// Patrols I am to go on, with my unsent visits folded in, the earliest end first.
    #[must_use]
    pub fn patrols(self) -> Signal<Vec<PhonePatrol>> {
        self.patrols.into()
    }

    /// One of my cases.
    #[must_use]
    pub fn case(self, id: CaseId) -> Signal<Option<PhoneCase>> {
        Memo::new(move |_| self.cases.read().iter().find(|case| case.case.id == id).cloned()).into()
    }

    /// My commands that are not wholly at the county, or that need a look, newest first.
    #[must_use]
    pub fn outbox(self) -> Signal<Vec<OutboxItem>> {
        Memo::new(move |_| self.outbox.read().iter().filter(|item| !item.is_done()).cloned().collect()).into()
    }

    /// My commands that are wholly at the county, newest first.
    #[must_use]
    pub fn sent(self) -> Signal<Vec<OutboxItem>> {
        Memo::new(move |_| self.outbox.read().iter().filter(|item| item.is_done()).cloned().collect()).into()
    }

    /// Forms that are not filed yet, newest first.
    #[must_use]
    pub fn drafts(self) -> Signal<Vec<Draft>> {
        self.drafts.into()
    }

    /// The truth of the sync pill.
    #[must_use]
    pub fn status(self) -> Signal<SyncStatus> {
        self.status.into()
    }

    /// Room left, and whether the browser may delete by itself.
    #[must_use]
    pub fn storage(self) -> Signal<StorageState> {
        self.storage.into()
    }

    /// The running search for the own position.
    #[must_use]
    pub fn locating(self) -> Signal<Locating> {
        self.locating.into()
    }

    /// What I may ask of a case here, with what stands in the way; only verbs that work on a phone.
    #[must_use]
    pub fn offers(self, case: &Case) -> Vec<Offer> {
        let Ok(engine) = self.engine() else { return Vec::new() };
        let now = engine.server_now();
        engine
            .with(|work| {
                let book = &work.replica.book.as_ref()?.rulebook;
                Some(view::offered(book, &work.signed_in.person, now, case))
            })
            .flatten()
            .unwrap_or_default()
    }

    /// The server's time as well as this phone knows it.
    #[must_use]
    pub fn now(self) -> Option<Moment> {
        self.engine().ok().map(|engine| engine.server_now())
    }

    /// Signs in, with network. The person's own queue on this phone is found again.
    ///
    /// # Errors
    /// The server's words, or that it was not reached.
    pub async fn sign_in(self, name: String, password: String) -> Result<SignedIn, Trouble> {
        self.engine()?.sign_in(name, password).await
    }

    /// My items that are in a file which was taken away: signing out may leave them behind.
    #[must_use]
    pub fn exported(self) -> Signal<BTreeSet<CommandId>> {
        self.exported.into()
    }

    /// Puts everything that is only on this phone into a locked file and hands it to the browser's downloads; says how
    /// many commands are in it. `progress` hears how far it is, in percent.
    ///
    /// # Errors
    /// If the browser cannot lock files or the phone's memory fails.
    pub async fn export(self, passphrase: String, progress: impl Fn(u8)) -> Result<usize, Trouble> {
        self.engine()?.export(&passphrase, progress).await
    }

    /// Takes a locked file of the same person in; what is here already is not doubled.
    ///
    /// # Errors
    /// [`Trouble::Pack`] with what is wrong with the file, or that the phone's memory fails. Nothing is taken in then.
    pub async fn import(self, file: File, passphrase: String, progress: impl Fn(u8)) -> Result<PackedIn, Trouble> {
        self.engine()?.import(&file, &passphrase, progress).await
    }

    /// Signs out and forgets the replica, with or without network. Refused while something is only on this phone and not
    /// in a file that was taken away; such items stay here for their person.
    ///
    /// # Errors
    /// [`Trouble::Unsent`] with how many.
    pub async fn sign_out(self) -> Result<(), Trouble> {
        self.engine()?.sign_out().await
    }

    /// Lets another person sign in: this person's work stays here, unseen, until they sign in again.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn step_aside(self) -> Result<(), Trouble> {
        self.engine()?.step_aside().await
    }

    /// Opens a form: the draft of this verb and case that is there already, or a new one, stored before anything else
    /// happens (Android may kill the browser behind the camera). `None` as case: a new report.
    ///
    /// # Errors
    /// If nobody is signed in or the phone's memory fails.
    pub async fn open_draft(self, verb: VerbName, case: Option<CaseId>) -> Result<Draft, Trouble> {
        self.engine()?.open_draft(verb, case).await
    }

    /// Keeps what the form says now. Call it at every change; the newest call wins.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn save_draft(self, draft: CommandId, form: String) -> Result<(), Trouble> {
        self.engine()?.change_draft(draft, |draft| draft.form.clone_from(&form)).await.map(drop)
    }

    /// Throws a draft away. [`Phone::restore_draft`] brings it back until the app is started again.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn discard_draft(self, draft: CommandId) -> Result<(), Trouble> {
        self.engine()?.change_draft(draft, |draft| draft.discarded = true).await.map(drop)
    }

    /// Undoes [`Phone::discard_draft`].
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn restore_draft(self, draft: CommandId) -> Result<(), Trouble> {
        self.engine()?.change_draft(draft, |draft| draft.discarded = false).await.map(drop)
    }

    /// Takes a picture of the camera or the gallery into a draft: shrunk to a JPEG of at most 1600 pixels and about
    /// 400 kB, named by its hash, stored in pieces with the position at shutter time. It is durable when this returns.
    ///
    /// # Errors
    /// If it is no picture, there are too many, or the phone's memory fails.
    pub async fn keep_photo(self, draft: CommandId, file: File, purpose: Purpose) -> Result<Photo, Trouble> {
        self.engine()?.keep_photo(draft, file, purpose).await
    }

    /// Takes a photo out of a draft.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn drop_photo(self, draft: CommandId, photo: PhotoHash) -> Result<(), Trouble> {
        self.engine()?.change_draft(draft, |draft| draft.photos.retain(|known| known.hash != photo)).await.map(drop)
    }

    /// An object URL for an `<img>`: of my own photo on this phone, else of the county's copy if there is network.
    /// The same URL is given again for the same photo; the phone frees it in the end.
    ///
    /// # Errors
    /// [`Trouble::PhotoGone`] or [`Trouble::Unreachable`].
    pub async fn photo_url(self, photo: PhotoHash) -> Result<String, Trouble> {
        self.engine()?.photo_url(photo).await
    }

    /// Looks for the own position and keeps improving [`Phone::locating`] until it is good enough (20 m) or is stopped.
    pub fn start_locating(self) {
        if let Ok(engine) = self.engine() {
            engine.start_locating();
        }
    }

    /// Stops with the best there is.
    pub fn stop_locating(self) {
        if let Ok(engine) = self.engine() {
            engine.stop_locating();
        }
    }

    /// The first position there is, then whatever the search makes of it: waits until good enough or stopped.
    ///
    /// # Errors
    /// That it is forbidden or cannot be had.
    pub async fn locate(self) -> Result<Fix, Trouble> {
        self.engine()?.locate().await
    }

    /// Files a draft: the rules are asked at once, then one strict transaction stores the command and removes the draft.
    /// Only when this returns may a screen say "stored on this phone".
    ///
    /// # Errors
    /// [`Trouble::Refused`] with every unmet rule, or that the phone's memory fails. The draft is then still there.
    pub async fn file(self, draft: CommandId, ask: Ask) -> Result<CommandId, Trouble> {
        self.engine()?.file(draft, ask).await
    }

    /// Asks something of a patrol: the rules are asked at once, then one strict transaction stores the command. Only when
    /// this returns may a screen say "stored on this phone".
    ///
    /// # Errors
    /// [`Trouble::Refused`] with every unmet rule, or that the phone's memory fails.
    pub async fn ask_patrol(self, patrol: PatrolId, ask: PatrolAsk) -> Result<CommandId, Trouble> {
        let draft = self.open_draft(VerbName::Patrol, Some(patrol.into())).await?;
        self.file(draft.id, Ask::Patrol(ask)).await
    }

    /// Sends now instead of waiting.
    pub fn sync_now(self) {
        if let Ok(engine) = self.engine() {
            engine.nudge();
        }
    }

    /// Sends a command or its photos again that the server could not take.
    pub fn try_again(self, command: CommandId) {
        if let Ok(engine) = self.engine() {
            engine.try_again(command);
        }
    }

    /// Whether a newer version is on the phone and waits for the next start.
    pub async fn new_version_waits(self) -> bool {
        super::device::registration().await.is_some_and(|registration| registration.waiting().is_some())
    }

    /// Asks the browser to promise not to delete by itself; says whether it did. Ask after the first filing.
    pub async fn keep_for_good(self) -> bool {
        let kept = super::device::ask_to_keep().await;
        if let Ok(engine) = self.engine() {
            engine.look_at_room().await;
        }
        kept
    }
}
