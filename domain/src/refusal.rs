//! Refusals: a rule said no. Every unmet rule is named at once, with a stable code and the field it speaks of;
//! what a person reads is written from the code, in their language.

use crate::{case::State, moment::Moment};
use serde::{Deserialize, Serialize};

/// All rules that a command did not meet; never empty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Refusal {
    /// Each of them.
    pub unmet: Vec<Unmet>,
}

/// One rule that was not met.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unmet {
    /// Which rule.
    pub code: Code,
    /// Which field of the command it speaks of, as `report.words`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// Why the rules say no. The variant's name is the stable code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The case does not exist, or not for this person.
    NoSuchCase,
    /// This person may not do this here.
    NotAllowed,
    /// The verb does not fit the state.
    WrongState {
        /// Where it stands.
        state: State,
    },
    /// The case exists already (a submit with a used id).
    AlreadyExists,
    /// A required text is empty.
    Missing,
    /// A text is too short.
    TooShort {
        /// Fewest characters.
        min: u32,
    },
    /// A text or list is too long.
    TooLong {
        /// Most characters or items.
        max: u32,
    },
    /// No such category in the rulebook.
    UnknownCategory,
    /// No such division.
    UnknownDivision,
    /// No such unit.
    UnknownUnit,
    /// No such person, or one without the role for it.
    UnknownPerson,
    /// The person does not work for that unit.
    NotInUnit,
    /// Not a place on earth.
    ImpossiblePlace,
    /// A place outside the county.
    OutsideCounty,
    /// A moment that cannot be: in the future, or long before the phone existed.
    ImpossibleTime {
        /// The latest moment that could be.
        latest: Moment,
    },
    /// A day that is past or too far.
    DayOutOfRange,
    /// A number that is out of range.
    NumberOutOfRange {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// Too few photos.
    PhotosMissing {
        /// Fewest.
        min: u8,
    },
    /// A before-photo is needed.
    BeforePhotoMissing,
    /// An after-photo is needed.
    AfterPhotoMissing,
    /// An after-photo was taken before the matter was assigned.
    PhotoTooEarly,
    /// A photo was taken too far away, and no reason is given.
    PhotoTooFar {
        /// How far, metres.
        distance_m: u32,
        /// How far at most, metres.
        max_m: u32,
    },
    /// A recheck needs its own position.
    PositionMissing,
    /// This category cannot be put right on the spot.
    NotOnSpot,
    /// The unit is not the rule's, and no reason is given.
    UnitNeedsReason,
    /// Cases like it have not been judged.
    SimilarNotJudged,
    /// Time for this is over.
    TooLate,
    /// Returned twice already: the dispatcher's choice stands.
    ReturnedTwice,
    /// Handler, rechecker and closer must be different persons.
    SamePerson,
    /// The handler has not found anything yet: verify first.
    NotVerified,
    /// An order under law needs a certificate.
    CertificateNeeded,
    /// A second officer is needed.
    SecondOfficerNeeded,
    /// G1: finding and result do not agree.
    FindingAndResultDisagree,
    /// G2: evidence is missing or its bytes have not arrived.
    EvidenceMissing,
    /// G2: photo bytes have not arrived yet.
    PhotoNotArrived,
    /// G3: an independent recheck has not passed.
    RecheckMissing,
    /// G4: closer is handler or rechecker.
    CloserNotIndependent,
    /// G5: some reporter has no reply outcome.
    ReplyMissing {
        /// How many.
        reports: u32,
    },
    /// G6: a co-unit is neither done nor released.
    CoUnitOpen,
    /// G7: no disposal though substantiated.
    DisposalMissing,
    /// G8: publication is not decided.
    PublicationUndecided,
    /// Undeliverable only after three tries on two days.
    TriesMissing,
    /// A reply holds something personal (a phone, ID, plate or bank number).
    PersonalData,
    /// The extension was not asked for.
    ExtensionNotAsked,
    /// The sum of extensions would be too long.
    ExtensionTooLong {
        /// Days left.
        left: u16,
    },
    /// Already asked for in this phase.
    AlreadyAsked,
    /// A merge with itself or in a circle.
    MergeCircle,
    /// The master is closed for too long.
    MasterTooOld,
    /// There is nothing to undo, confirm or answer.
    NothingWaiting,
    /// The redactor may not review.
    RedactorIsReviewer,
    /// What is published must be what was reviewed.
    RecordDiffers,
    /// A named public report cannot be voided.
    NamedReport,
    /// The milestone does not exist or is done.
    NoSuchMilestone,
    /// Only the reporter may do this.
    ReporterOnly,
    /// The patrol does not exist, or not for this person.
    NoSuchPatrol,
    /// The patrol is done or cancelled.
    PatrolOver,
    /// No such inspected place, or none of this patrol.
    UnknownSite,
    /// Outside the area or unit that this person works for.
    NotTheirArea,
    /// The matter is about this very unit, or about the one this person belongs to.
    AboutTheirUnit,
    /// Of two matters to be merged, only one is about a unit, or each is about another one.
    AboutAnotherUnit,
}

impl Refusal {
    /// One rule, no field.
    #[must_use]
    pub fn one(code: Code) -> Self {
        Refusal { unmet: vec![Unmet { code, field: None }] }
    }

    /// One rule about one field.
    #[must_use]
    pub fn field(code: Code, field: &str) -> Self {
        Refusal { unmet: vec![Unmet { code, field: Some(field.to_owned()) }] }
    }
}
