//! Code, status and words of every kind of error. One list names them all, so that none is without words in either language.

mod desk;
mod imports;
mod notices;
mod people;
mod photos;
mod requests;
mod server;
mod sign_in;
mod sync;

use super::Kind;
use huiyin_app::locales::Language;

struct Row {
    status: u16,
    code: &'static str,
    zh: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

const fn row(status: u16, code: &'static str, zh: (&'static str, &'static str), en: (&'static str, &'static str)) -> Row {
    Row { status, code, zh, en }
}

/// Title and detail in a language.
pub(super) fn of(kind: Kind, language: Language) -> (&'static str, &'static str) {
    let row = kind.row();
    match language {
        Language::Zh => row.zh,
        Language::En => row.en,
    }
}

impl Kind {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        self.row().status
    }

    fn row(self) -> Row {
        match self {
            Kind::MalformedJson => requests::MALFORMED_JSON,
            Kind::WrongShape => requests::WRONG_SHAPE,
            Kind::WrongContentType => requests::WRONG_CONTENT_TYPE,
            Kind::BadCompression => requests::BAD_COMPRESSION,
            Kind::TooLarge => requests::TOO_LARGE,
            Kind::TooManyCommands => sync::TOO_MANY_COMMANDS,
            Kind::MalformedCommand => sync::MALFORMED_COMMAND,
            Kind::BadCursor => sync::BAD_CURSOR,
            Kind::BadAddress => requests::BAD_ADDRESS,
            Kind::NotSignedIn => sign_in::NOT_SIGNED_IN,
            Kind::WrongNameOrPassword => sign_in::WRONG_NAME_OR_PASSWORD,
            Kind::TooManyTries => sign_in::TOO_MANY_TRIES,
            Kind::WrongPassword => sign_in::WRONG_PASSWORD,
            Kind::WeakPassword => sign_in::WEAK_PASSWORD,
            Kind::NoSuchPaper => desk::NO_SUCH_PAPER,
            Kind::TemplateBroken => desk::TEMPLATE_BROKEN,
            Kind::ReasonMissing => desk::REASON_MISSING,
            Kind::PasswordsDiffer => sign_in::PASSWORDS_DIFFER,
            Kind::InvitationUnknown => sign_in::INVITATION_UNKNOWN,
            Kind::InvitationUsed => sign_in::INVITATION_USED,
            Kind::InvitationExpired => sign_in::INVITATION_EXPIRED,
            Kind::EmptyField => people::EMPTY_FIELD,
            Kind::TooLong => people::TOO_LONG,
            Kind::BadSignInName => people::BAD_SIGN_IN_NAME,
            Kind::SignInNameTaken => people::SIGN_IN_NAME_TAKEN,
            Kind::UnknownUnit => people::UNKNOWN_UNIT,
            Kind::UnitNotYours => people::UNIT_NOT_YOURS,
            Kind::NoRole => people::NO_ROLE,
            Kind::WrongScope => people::WRONG_SCOPE,
            Kind::RoleNotYours => people::ROLE_NOT_YOURS,
            Kind::OwnRoles => people::OWN_ROLES,
            Kind::OwnAccount => people::OWN_ACCOUNT,
            Kind::LastAdmin => people::LAST_ADMIN,
            Kind::AccountClosed => people::ACCOUNT_CLOSED,
            Kind::NoSuchPerson => people::NO_SUCH_PERSON,
            Kind::CrossSite => requests::CROSS_SITE,
            Kind::NotYourDevice => sync::NOT_YOUR_DEVICE,
            Kind::NotAllowed => requests::NOT_ALLOWED,
            Kind::NotFound => requests::NOT_FOUND,
            Kind::NoSuchCase => desk::NO_SUCH_CASE,
            Kind::NoSuchNotice => notices::NO_SUCH_NOTICE,
            Kind::NoSuchDelivery => notices::NO_SUCH_DELIVERY,
            Kind::BadPhone => notices::BAD_PHONE,
            Kind::BadEmail => notices::BAD_EMAIL,
            Kind::NoSuchPatrol => desk::NO_SUCH_PATROL,
            Kind::MethodNotAllowed => requests::METHOD_NOT_ALLOWED,
            Kind::Gap => sync::GAP,
            Kind::Restored => sync::RESTORED,
            Kind::TooManyToday => sync::TOO_MANY_TODAY,
            Kind::TooMuchOpen => photos::TOO_MUCH_OPEN,
            Kind::IdUsed => requests::ID_USED,
            Kind::PhotoNotDeclared => photos::PHOTO_NOT_DECLARED,
            Kind::ChunkOutOfRange => photos::CHUNK_OUT_OF_RANGE,
            Kind::ChunkLength => photos::CHUNK_LENGTH,
            Kind::PhotoTooLarge => photos::PHOTO_TOO_LARGE,
            Kind::PhotoTooManyPixels => photos::PHOTO_TOO_MANY_PIXELS,
            Kind::NotAPhoto => photos::NOT_A_PHOTO,
            Kind::Heic => photos::HEIC,
            Kind::PhotoBroken => photos::PHOTO_BROKEN,
            Kind::PhotoHashMismatch => photos::PHOTO_HASH_MISMATCH,
            Kind::NoDraft => desk::NO_DRAFT,
            Kind::ViewName => desk::VIEW_NAME,
            Kind::ViewNameTaken => desk::VIEW_NAME_TAKEN,
            Kind::TooManyViews => desk::TOO_MANY_VIEWS,
            Kind::NoSuchView => desk::NO_SUCH_VIEW,
            Kind::TooManyDeeds => desk::TOO_MANY_DEEDS,
            Kind::ImportTooLarge => imports::IMPORT_TOO_LARGE,
            Kind::ImportEmpty => imports::IMPORT_EMPTY,
            Kind::ImportNotATable => imports::IMPORT_NOT_A_TABLE,
            Kind::ImportOldOrLocked => imports::IMPORT_OLD_OR_LOCKED,
            Kind::ImportDamaged => imports::IMPORT_DAMAGED,
            Kind::ImportUnpacks => imports::IMPORT_UNPACKS,
            Kind::ImportTooManyRows => imports::IMPORT_TOO_MANY_ROWS,
            Kind::ImportTooManyPeople => imports::IMPORT_TOO_MANY_PEOPLE,
            Kind::ImportTooManyColumns => imports::IMPORT_TOO_MANY_COLUMNS,
            Kind::ImportMixed => imports::IMPORT_MIXED,
            Kind::ImportEncoding => imports::IMPORT_ENCODING,
            Kind::ImportColumnMissing => imports::IMPORT_COLUMN_MISSING,
            Kind::ImportColumnTwice => imports::IMPORT_COLUMN_TWICE,
            Kind::ImportUnderWay => imports::IMPORT_UNDER_WAY,
            Kind::NoSuchImport => imports::NO_SUCH_IMPORT,
            Kind::Refused => requests::REFUSED,
            Kind::NotSetUp => server::NOT_SET_UP,
            Kind::DiskFull => server::DISK_FULL,
            Kind::Busy => server::BUSY,
            Kind::TimedOut => server::TIMED_OUT,
            Kind::Internal => server::INTERNAL,
        }
    }
}
