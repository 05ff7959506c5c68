//! The phone: the one handle that screens use. Reads are signals, acts are async and say what went wrong.

mod facts;
mod trouble;

pub use facts::{Activity, Draft, Locating, OutboxItem, PhoneCase, Readiness, SessionState, Step, StorageState, SyncStatus};
pub use trouble::Trouble;

use huiyin_domain::{
    case::{Ask, Case, Offer, VerbName},
    ids::{CaseId, CommandId},
    moment::Moment,
    photo::{Photo, PhotoHash, Purpose},
    place::Fix,
    sync::message::{Book, SignedIn},
};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::File;

/// The one handle on this phone's memory, queue and senses. Copy it freely.
#[derive(Clone, Copy)]
pub struct Phone {
    readiness: RwSignal<Readiness>,
    person: RwSignal<Option<SignedIn>>,
    session: RwSignal<SessionState>,
    book: RwSignal<Option<Arc<Book>>>,
    cases: RwSignal<Vec<PhoneCase>>,
    outbox: RwSignal<Vec<OutboxItem>>,
    drafts: RwSignal<Vec<Draft>>,
    status: RwSignal<SyncStatus>,
    storage: RwSignal<StorageState>,
    locating: RwSignal<Locating>,
}

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
            outbox: RwSignal::new(Vec::new()),
            drafts: RwSignal::new(Vec::new()),
            status: RwSignal::new(SyncStatus {
                commands: 0,
                photos: 0,
                troubles: 0,
                bytes: 0,
                activity: Activity::Idle,
                last_answer: None,
            }),
            storage: RwSignal::new(StorageState::default()),
            locating: RwSignal::new(Locating::Off),
        };
        provide_context(phone);
        phone
    }

    /// The handle, inside the field door.
    #[must_use]
    pub fn here() -> Phone {
        expect_context()
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
    pub fn offers(self, _case: &Case) -> Vec<Offer> {
        Vec::new()
    }

    /// The server's time as well as this phone knows it.
    #[must_use]
    pub fn now(self) -> Option<Moment> {
        None
    }

    /// Signs in, with network. The person's own queue on this phone is found again.
    ///
    /// # Errors
    /// The server's words, or that it was not reached.
    pub async fn sign_in(self, _name: String, _password: String) -> Result<SignedIn, Trouble> {
        Err(Trouble::Unreachable)
    }

    /// Signs out and forgets the replica. Refused while something is only on this phone.
    ///
    /// # Errors
    /// [`Trouble::Unsent`] with how many.
    pub async fn sign_out(self) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Lets another person sign in: this person's work stays here, unseen, until they sign in again.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn step_aside(self) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Opens a form: the draft of this verb and case that is there already, or a new one, stored before anything else
    /// happens (Android may kill the browser behind the camera). `None` as case: a new report.
    ///
    /// # Errors
    /// If nobody is signed in or the phone's memory fails.
    pub async fn open_draft(self, _verb: VerbName, _case: Option<CaseId>) -> Result<Draft, Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Keeps what the form says now. Call it at every change; the newest call wins.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn save_draft(self, _draft: CommandId, _form: String) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Throws a draft away. [`Phone::restore_draft`] brings it back until the app is started again.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn discard_draft(self, _draft: CommandId) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Undoes [`Phone::discard_draft`].
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn restore_draft(self, _draft: CommandId) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Takes a picture of the camera or the gallery into a draft: shrunk to a JPEG of at most 1600 pixels and about
    /// 400 kB, named by its hash, stored in pieces with the position at shutter time. It is durable when this returns.
    ///
    /// # Errors
    /// If it is no picture, there are too many, or the phone's memory fails.
    pub async fn keep_photo(self, _draft: CommandId, _file: File, _purpose: Purpose) -> Result<Photo, Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Takes a photo out of a draft.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn drop_photo(self, _draft: CommandId, _photo: PhotoHash) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// An object URL for an `<img>`: of my own photo on this phone, else of the county's copy if there is network.
    /// The same URL is given again for the same photo; the phone frees it in the end.
    ///
    /// # Errors
    /// [`Trouble::PhotoGone`] or [`Trouble::Unreachable`].
    pub async fn photo_url(self, _photo: PhotoHash) -> Result<String, Trouble> {
        Err(Trouble::PhotoGone)
    }

    /// Looks for the own position and keeps improving [`Phone::locating`] until it is good enough (20 m) or is stopped.
    pub fn start_locating(self) {}

    /// Stops with the best there is.
    pub fn stop_locating(self) {}

    /// The first position there is, then whatever the search makes of it: waits until good enough or stopped.
    ///
    /// # Errors
    /// That it is forbidden or cannot be had.
    pub async fn locate(self) -> Result<Fix, Trouble> {
        Err(Trouble::PositionUnavailable)
    }

    /// Files a draft: the rules are asked at once, then one strict transaction stores the command and removes the draft.
    /// Only when this returns may a screen say "stored on this phone".
    ///
    /// # Errors
    /// [`Trouble::Refused`] with every unmet rule, or that the phone's memory fails. The draft is then still there.
    pub async fn file(self, _draft: CommandId, _ask: Ask) -> Result<CommandId, Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Sends now instead of waiting.
    pub fn sync_now(self) {}

    /// Sends a command or its photos again that the server could not take.
    ///
    /// # Errors
    /// If the phone's memory fails.
    pub async fn try_again(self, _command: CommandId) -> Result<(), Trouble> {
        Err(Trouble::NotSignedIn)
    }

    /// Asks the browser to promise not to delete by itself; says whether it did. Ask after the first filing.
    pub async fn keep_for_good(self) -> bool {
        false
    }
}
