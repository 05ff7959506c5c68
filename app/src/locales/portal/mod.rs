//! Words of the public door.

mod around;
mod case;
mod home;
mod missing;
mod receipt;

pub use around::AroundWords;
pub use case::CaseWords;
pub use home::HomeWords;
pub use missing::MissingWords;
pub use receipt::ReceiptWords;

use super::Language;

/// Everything the public pages say.
pub struct PortalWords {
    /// Around every page.
    pub around: AroundWords,
    /// `/`
    pub home: HomeWords,
    /// `/cases/{number}`
    pub case: CaseWords,
    /// `/receipt`
    pub receipt: ReceiptWords,
    /// What is not there.
    pub missing: MissingWords,
}

impl PortalWords {
    /// In this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&Self::ZH, &Self::EN)
    }

    /// 简体中文
    pub const ZH: Self = PortalWords { around: around::ZH, home: home::ZH, case: case::ZH, receipt: receipt::ZH, missing: missing::ZH };

    /// British English
    pub const EN: Self = PortalWords { around: around::EN, home: home::EN, case: case::EN, receipt: receipt::EN, missing: missing::EN };
}
