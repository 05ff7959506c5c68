//! What can go wrong, each with a stable code; made into a `Problem` in the reader's language at the very edge.

mod words;

use huiyin_app::{backend::Problem, locales::Language};
use huiyin_domain::refusal::{Refusal, Unmet};
use std::fmt;

/// Kinds of errors. Code, status and words stand in `words/`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The body is not JSON.
    MalformedJson,
    /// The body is JSON of another shape than asked for.
    WrongShape,
    /// The body has another type than asked for.
    WrongContentType,
    /// The body says it is compressed and is not.
    BadCompression,
    /// The body is too big.
    TooLarge,
    /// Too many commands in one push.
    TooManyCommands,
    /// The bytes of a command carry no id and number.
    MalformedCommand,
    /// The cursor is not one of ours, or another person's.
    BadCursor,
    /// A part of the address is not what it should be.
    BadAddress,
    /// Nobody is signed in, or the session has ended.
    NotSignedIn,
    /// Name or password are wrong; never said which.
    WrongNameOrPassword,
    /// Too many tries.
    TooManyTries,
    /// The password that should confirm a change is not the one in force.
    WrongPassword,
    /// The new password is too easy to guess.
    WeakPassword,
    /// There is no such paper.
    NoSuchPaper,
    /// The county's template of a paper has mistakes in it.
    TemplateBroken,
    /// A look at what is protected needs a reason in words.
    ReasonMissing,
    /// Two passwords that should be the same are not.
    PasswordsDiffer,
    /// There is no such invitation, or another one took its place.
    InvitationUnknown,
    /// The invitation has done its work.
    InvitationUsed,
    /// The invitation was not used in time.
    InvitationExpired,
    /// A field that must be filled in is empty.
    EmptyField,
    /// What was filled in is too long.
    TooLong,
    /// The text cannot be a sign-in name.
    BadSignInName,
    /// Another account has this sign-in name.
    SignInNameTaken,
    /// The unit is not in the rulebook.
    UnknownUnit,
    /// The unit is not one that this person looks after.
    UnitNotYours,
    /// An account without any role.
    NoRole,
    /// The place lies outside the county, or the role cannot hold there.
    WrongScope,
    /// This person may not give or take this role there.
    RoleNotYours,
    /// Nobody changes their own roles.
    OwnRoles,
    /// Nobody closes or resets their own account.
    OwnAccount,
    /// Nobody else administers the county.
    LastAdmin,
    /// The account is closed.
    AccountClosed,
    /// The account does not exist, or this person does not look after it.
    NoSuchPerson,
    /// The request comes from another site.
    CrossSite,
    /// The device is another person's, or revoked.
    NotYourDevice,
    /// This person may not do this.
    NotAllowed,
    /// There is nothing at this address.
    NotFound,
    /// The case does not exist, or not for this person.
    NoSuchCase,
    /// The person has no such notice.
    NoSuchNotice,
    /// There is nothing of this name that could be sent again.
    NoSuchDelivery,
    /// Not a telephone number that takes messages, or none though messages are wanted.
    BadPhone,
    /// Not a mailbox, or none though mail is wanted.
    BadEmail,
    /// The patrol does not exist, or not for this person.
    NoSuchPatrol,
    /// The address does not take this method.
    MethodNotAllowed,
    /// Numbers are missing between what the server has and what was sent.
    Gap,
    /// The ledger was put back to an earlier state: send again what is kept.
    Restored,
    /// The device has sent as much as it may in a day.
    TooManyToday,
    /// Too many bytes of unfinished photos of this device are here.
    TooMuchOpen,
    /// The id was used for something else.
    IdUsed,
    /// No command has spoken of this photo.
    PhotoNotDeclared,
    /// The chunk's index is beyond the photo's end.
    ChunkOutOfRange,
    /// The chunk's length does not fit its index.
    ChunkLength,
    /// The photo is longer than allowed.
    PhotoTooLarge,
    /// The photo has more pixels than allowed.
    PhotoTooManyPixels,
    /// The bytes are no picture of a kind we take.
    NotAPhoto,
    /// The bytes are HEIC.
    Heic,
    /// The picture is cut short or damaged.
    PhotoBroken,
    /// The bytes do not fit the photo's hash.
    PhotoHashMismatch,
    /// No draft of the rulebook is open, or not this one.
    NoDraft,
    /// The name of a saved list says nothing, or too much.
    ViewName,
    /// Another saved list of the person has this name.
    ViewNameTaken,
    /// The person has saved as many lists as one may.
    TooManyViews,
    /// The person has no such saved list.
    NoSuchView,
    /// Something was asked of more cases at once than is allowed.
    TooManyDeeds,
    /// The file to be taken over is too big.
    ImportTooLarge,
    /// Nothing is in it.
    ImportEmpty,
    /// It is neither CSV nor XLSX.
    ImportNotATable,
    /// It is of Excel's old format, or has a password.
    ImportOldOrLocked,
    /// It is cut short or damaged.
    ImportDamaged,
    /// It unpacks to more than it seems.
    ImportUnpacks,
    /// It has too many rows.
    ImportTooManyRows,
    /// It has more people than their links can be handed over at once.
    ImportTooManyPeople,
    /// It has too many columns.
    ImportTooManyColumns,
    /// Its lines are of two encodings.
    ImportMixed,
    /// A line is of no encoding that we read.
    ImportEncoding,
    /// A column that is needed was not named.
    ImportColumnMissing,
    /// Two columns are to tell the same.
    ImportColumnTwice,
    /// The file has moved on.
    ImportUnderWay,
    /// There is no such file, or not for this person.
    NoSuchImport,
    /// The rules said no.
    Refused,
    /// The county has not been set up.
    NotSetUp,
    /// The disk is full.
    DiskFull,
    /// More work waits than can be taken.
    Busy,
    /// It took too long.
    TimedOut,
    /// Something of ours failed.
    Internal,
}

/// An error of a service.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: Kind,
    field: Option<String>,
    unmet: Vec<Unmet>,
    retry_after_s: Option<u32>,
    have: Option<u64>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// Of this kind.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Error(Box::new(Inner { kind, field: None, unmet: Vec::new(), retry_after_s: None, have: None, cause: None }))
    }

    /// Something of ours failed; the cause is logged and never told.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Error::new(Kind::Internal).because(cause)
    }

    /// About this field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(field.into());
        self
    }

    /// Try again after this many seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.0.retry_after_s = Some(seconds);
        self
    }

    /// The last number the server has of the device.
    #[must_use]
    pub fn have(mut self, number: u64) -> Self {
        self.0.have = Some(number);
        self
    }

    /// For the log only.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// Which kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// When to try again.
    #[must_use]
    pub fn retry_after_s(&self) -> Option<u32> {
        self.0.retry_after_s
    }

    /// The last number the server has, if it is a gap.
    #[must_use]
    pub fn last_number(&self) -> Option<u64> {
        self.0.have
    }

    /// What a screen shows and `application/problem+json` carries.
    #[must_use]
    pub fn to_problem(&self, language: Language, request_id: &str) -> Problem {
        let (title, detail) = words::of(self.0.kind, language);
        Problem {
            status: self.0.kind.status(),
            code: self.0.kind.code().to_owned(),
            title: title.to_owned(),
            detail: detail.to_owned(),
            field: self.0.field.clone(),
            unmet: self.0.unmet.clone(),
            request_id: request_id.to_owned(),
        }
    }

    /// Logs the cause once, if there is one worth it.
    pub fn log(&self, request_id: &str) {
        if let Some(cause) = &self.0.cause {
            tracing::error!(code = self.0.kind.code(), request_id, cause = cause.as_ref(), "request failed");
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.kind.code())?;
        match &self.0.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Error::new(kind)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        let mut error = Error::new(Kind::Refused);
        error.0.field = refusal.unmet.first().and_then(|unmet| unmet.field.clone());
        error.0.unmet = refusal.unmet;
        error
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::internal(error)
    }
}
