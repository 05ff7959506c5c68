//! What screens read of the phone: plain facts without words. Screens write the words.

use huiyin_domain::{
    case::{Case, VerbName},
    ids::{CaseId, CommandId, PersonId},
    moment::Moment,
    patrol::Patrol,
    photo::{Photo, Purpose},
    place::Fix,
    refusal::Refusal,
    rulebook::CategoryCode,
    site::Site,
    sync::message::{HeldReason, Why},
};
use serde::{Deserialize, Serialize};

use super::Trouble;

/// Whether the phone's memory is open.
#[derive(Clone, PartialEq, Debug)]
pub enum Readiness {
    /// The databases are being opened.
    Opening,
    /// All that was kept is here.
    Ready,
    /// The browser's storage does not work: nothing can be kept, which must be said at once.
    Broken(Trouble),
}

/// Whether the county still knows this sign-in. Capturing goes on in every case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionState {
    /// Nobody is signed in on this phone.
    Nobody,
    /// As far as we know it is valid.
    Live,
    /// It ended: sending rests until the person signs in again.
    Expired,
}

/// A case as this phone sees it: the county's newest state with the person's own unsent commands folded in.
#[derive(Clone, PartialEq, Debug)]
pub struct PhoneCase {
    /// The case.
    pub case: Case,
    /// Why it is here. Empty for a case that only this phone knows yet.
    pub why: Vec<Why>,
    /// What reporters were told last, for my own reports.
    pub reply: Option<String>,
    /// My commands that are folded in but that no receipt covers yet.
    pub only_here: Vec<CommandId>,
}

/// A patrol as this phone sees it: the county's newest state with the person's own unsent visits folded in.
#[derive(Clone, PartialEq, Debug)]
pub struct PhonePatrol {
    /// The patrol.
    pub patrol: Patrol,
    /// Its places, those of its areas included.
    pub sites: Vec<Site>,
    /// My commands that are folded in but that no receipt covers yet.
    pub only_here: Vec<CommandId>,
}

/// Where a command of mine stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// Stored on this phone, not sent.
    OnPhone,
    /// On its way now.
    Sending,
    /// The county has a receipt for it, and it took effect. Photos may still be on their way.
    Received,
    /// Recorded, but somebody else had acted first.
    Conflict {
        /// What they did.
        theirs: VerbName,
        /// Who, if it was a person.
        by: Option<PersonId>,
        /// When.
        at: Moment,
    },
    /// Recorded, but the rules said no.
    Refused(Refusal),
    /// Recorded, judged later.
    Held(HeldReason),
    /// The server could not take it at all; it is kept here, and the rest goes on without it.
    SetAside {
        /// Why, as a stable code of the server.
        code: String,
    },
}

/// One command of mine, without words.
#[derive(Clone, PartialEq, Debug)]
pub struct OutboxItem {
    /// Which.
    pub command: CommandId,
    /// Its number on this phone.
    pub number: u64,
    /// What was asked.
    pub verb: VerbName,
    /// Of which case.
    pub case: CaseId,
    /// The case's public number, once known.
    pub case_number: Option<String>,
    /// The category, for a report.
    pub category: Option<CategoryCode>,
    /// What the person wrote, shortened.
    pub words: String,
    /// When it was stored.
    pub made_at: Moment,
    /// Where it stands.
    pub step: Step,
    /// How many photos it has.
    pub photos_total: usize,
    /// How many of them are wholly at the county.
    pub photos_sent: usize,
    /// Photos that cannot be sent, with the server's stable code (`lost_on_phone` if the browser lost the bytes).
    pub photo_problems: Vec<String>,
    /// `CX26-0379-W6TK-9QXH`, for a report that was received.
    pub receipt: Option<String>,
    /// When the county received it.
    pub received_at: Option<Moment>,
    /// Its place in the ledger.
    pub seq: Option<u64>,
    /// The first photo, for a thumbnail.
    pub first_photo: Option<huiyin_domain::photo::PhotoHash>,
}

impl OutboxItem {
    /// Whether everything of it is at the county.
    #[must_use]
    pub fn is_done(&self) -> bool {
        !matches!(self.step, Step::OnPhone | Step::Sending | Step::SetAside { .. }) && self.photos_sent == self.photos_total
    }
}

/// What the courier is doing. A hint for words, never the truth about items.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Activity {
    /// Nothing to do, or nothing tried yet.
    Idle,
    /// A request is under way.
    Talking,
    /// The last try failed; the next one is at this moment, or sooner when the network comes back.
    Waiting {
        /// When.
        until: Moment,
    },
    /// The sign-in ended: sending rests.
    SignInNeeded,
    /// Another tab of this browser sends.
    OtherTab,
}

/// The truth of the sync pill, computed from items that no receipt covers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SyncStatus {
    /// Commands without a receipt.
    pub commands: usize,
    /// Photos that are not wholly at the county.
    pub photos: usize,
    /// Commands and photos that were answered but need a person to look.
    pub troubles: usize,
    /// Bytes still to send, photos included.
    pub bytes: u64,
    /// What the courier does.
    pub activity: Activity,
    /// When the county last answered anything.
    pub last_answer: Option<Moment>,
}

impl SyncStatus {
    /// Whether nothing is left on this phone alone. Only then may the pill be green.
    #[must_use]
    pub fn is_clear(self) -> bool {
        self.commands == 0 && self.photos == 0
    }
}

/// A form that is not filed yet. Photos are the phone's business ([`super::Phone::keep_photo`]); the rest is the screen's.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// The id the command will have.
    pub id: CommandId,
    /// What it will ask.
    pub verb: VerbName,
    /// Of which case; for a report, the case it will open.
    pub case: CaseId,
    /// The newest entry of the ledger this person had seen when the form was opened last.
    pub base: u64,
    /// When it was begun.
    pub opened_at: Moment,
    /// When it was changed last.
    pub changed_at: Moment,
    /// What the screen keeps, as JSON of its own type.
    pub form: String,
    /// Photos whose bytes are stored, in the order they were taken.
    pub photos: Vec<Photo>,
    /// Thrown away, but can still be brought back.
    #[serde(default)]
    pub discarded: bool,
}

impl Draft {
    /// Photos with this purpose.
    pub fn photos_of(&self, purpose: Purpose) -> impl Iterator<Item = &Photo> {
        self.photos.iter().filter(move |photo| photo.purpose == purpose)
    }

    /// The screen's own form, or its default when nothing readable is there yet.
    #[must_use]
    pub fn form<T: serde::de::DeserializeOwned + Default>(&self) -> T {
        serde_json::from_str(&self.form).unwrap_or_default()
    }
}

/// A running search for the own position.
#[derive(Clone, PartialEq, Debug)]
pub enum Locating {
    /// Not asked.
    Off,
    /// Asked, nothing yet.
    Searching,
    /// The best so far; still improving.
    Improving(Fix),
    /// Good enough, or stopped with what there was.
    Found(Fix),
    /// Not possible.
    Failed(Trouble),
}

impl Locating {
    /// The best position so far.
    #[must_use]
    pub fn fix(&self) -> Option<Fix> {
        match self {
            Locating::Improving(fix) | Locating::Found(fix) => Some(*fix),
            Locating::Off | Locating::Searching | Locating::Failed(_) => None,
        }
    }
}

/// How much room is left for evidence.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct StorageState {
    /// Bytes used by this site.
    pub used: Option<u64>,
    /// Bytes the browser allows.
    pub quota: Option<u64>,
    /// Whether the browser promised not to delete it by itself.
    pub persisted: Option<bool>,
    /// Whether the room for words and receipts is set aside. None where the browser cannot do that.
    pub reserved: Option<bool>,
    /// Whether a photo was refused for lack of room, and nothing of its size would have fitted since.
    pub refused: bool,
}

impl StorageState {
    /// Less than this is called low: about a hundred photos.
    pub const LOW_BYTES: u64 = 40 * 1024 * 1024;
    /// The last room is for words and receipts: thousands of them fit where twenty photos would. No photo is taken into it.
    pub const KEPT_FOR_WORDS_BYTES: u32 = 8 * 1024 * 1024;
    /// About what the largest photo takes.
    pub const A_PHOTO_BYTES: u32 = 1024 * 1024;

    /// What is left, if the browser tells. It may be made up: newer ones tell every site the same.
    #[must_use]
    pub fn free(self) -> Option<u64> {
        self.quota.zip(self.used).map(|(quota, used)| quota.saturating_sub(used))
    }

    /// Whether room runs out.
    #[must_use]
    pub fn is_low(self) -> bool {
        self.is_too_full_for_photos() || self.free().is_some_and(|free| free < Self::LOW_BYTES)
    }

    /// Whether another photo would take the room that words need.
    #[must_use]
    pub fn is_too_full_for_photos(self) -> bool {
        let words_need_it = match self.reserved {
            Some(reserved) => !reserved,
            None => self.free().is_some_and(|free| free < Self::KEPT_FOR_WORDS_BYTES.into()),
        };
        words_need_it || self.refused
    }
}
