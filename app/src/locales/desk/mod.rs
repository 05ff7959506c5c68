//! Words of the desk. Each list gives a message in 中文 and in English side by side; one that lacks either does not compile.

mod audit;
mod bar;
mod case;
mod casepage;
mod fields;
mod figures;
mod imports;
mod inbox;
mod merge;
mod notices;
mod on_spot;
mod outcome;
mod password;
mod patrols;
mod people;
mod rulebook;

pub use audit::{AuditWords, done};
pub use bar::BarWords;
pub use case::CaseWords;
pub use casepage::CasePageWords;
pub use fields::FieldWords;
pub use figures::FiguresWords;
pub use imports::ImportsWords;
pub use inbox::InboxWords;
pub use merge::MergeWords;
pub use notices::NoticesWords;
pub use on_spot::OnSpotWords;
pub use outcome::OutcomeWords;
pub use password::PasswordWords;
pub use patrols::PatrolsWords;
pub use people::PeopleWords;
pub use rulebook::RulebookWords;

use super::Language;

/// Makes a struct of messages with its two languages.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        pub struct $name {
            $(#[doc = $en] pub $field: &'static str,)+
        }
        /// 简体中文
        pub(super) const ZH: $name = $name { $($field: $zh,)+ };
        /// British English
        pub(super) const EN: $name = $name { $($field: $en,)+ };
    };
}
use words;

/// All that the desk says.
pub struct DeskWords {
    /// Side bar, settings, loading, failures.
    pub bar: BarWords,
    /// The inbox.
    pub inbox: InboxWords,
    /// Two cases side by side.
    pub merge: MergeWords,
    /// What was put right on the spot.
    pub on_spot: OnSpotWords,
    /// Figures.
    pub figures: FiguresWords,
    /// Imports.
    pub imports: ImportsWords,
    /// A case.
    pub case: CaseWords,
    /// What stands around a case.
    pub page: CasePageWords,
    /// Labels and hints of forms.
    pub fields: FieldWords,
    /// What became of a form.
    pub outcome: OutcomeWords,
    /// One's own password.
    pub password: PasswordWords,
    /// The rulebook.
    pub rulebook: RulebookWords,
    /// Accounts and devices.
    pub people: PeopleWords,
    /// The log and the ledger.
    pub audit: AuditWords,
    /// Notices, contact and log.
    pub notices: NoticesWords,
    /// Patrols.
    pub patrols: PatrolsWords,
}

const ZH: DeskWords = DeskWords {
    bar: bar::ZH,
    inbox: inbox::ZH,
    merge: merge::ZH,
    on_spot: on_spot::ZH,
    figures: figures::ZH,
    imports: imports::ZH,
    case: case::ZH,
    page: casepage::ZH,
    fields: fields::ZH,
    outcome: outcome::ZH,
    password: password::ZH,
    rulebook: rulebook::ZH,
    people: people::ZH,
    audit: audit::ZH,
    notices: notices::ZH,
    patrols: patrols::ZH,
};
const EN: DeskWords = DeskWords {
    bar: bar::EN,
    inbox: inbox::EN,
    merge: merge::EN,
    on_spot: on_spot::EN,
    figures: figures::EN,
    imports: imports::EN,
    case: case::EN,
    page: casepage::EN,
    fields: fields::EN,
    outcome: outcome::EN,
    password: password::EN,
    rulebook: rulebook::EN,
    people: people::EN,
    audit: audit::EN,
    notices: notices::EN,
    patrols: patrols::EN,
};

/// The desk's words in this language.
#[must_use]
pub fn desk(language: Language) -> &'static DeskWords {
    language.pick(&ZH, &EN)
}
