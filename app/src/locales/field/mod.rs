//! Words of the field door: one struct a screen, each with `ZH` and `EN`, so that a missing message does not compile.

mod acts;
mod case;
mod form;
mod outbox;
mod pack;
mod patrol;
mod replies;
mod report;
mod settings;
mod shell;
mod sign_in;
mod today;

pub use acts::ActWords;
pub use case::CaseWords;
pub use form::FormWords;
pub use outbox::OutboxWords;
pub use pack::PackWords;
pub use patrol::PatrolWords;
pub use replies::RepliesWords;
pub use report::ReportWords;
pub use settings::SettingsWords;
pub use shell::ShellWords;
pub use sign_in::SignInWords;
pub use today::TodayWords;

use super::Language;

/// All that the field door says.
pub struct FieldWords {
    /// Bars, tabs, sync pill, loading, failures.
    pub shell: ShellWords,
    /// 登录
    pub sign_in: SignInWords,
    /// 今日
    pub today: TodayWords,
    /// Pieces that all forms share: photos, place, words, dock.
    pub form: FormWords,
    /// 上报
    pub report: ReportWords,
    /// 发件箱
    pub outbox: OutboxWords,
    /// A case on the phone.
    pub case: CaseWords,
    /// What may be done with a case.
    pub acts: ActWords,
    /// 回音
    pub replies: RepliesWords,
    /// 应急文件
    pub pack: PackWords,
    /// 巡查
    pub patrol: PatrolWords,
    /// 设置
    pub settings: SettingsWords,
}

/// 简体中文
pub const ZH: FieldWords = FieldWords {
    shell: shell::ZH,
    sign_in: sign_in::ZH,
    today: today::ZH,
    form: form::ZH,
    report: report::ZH,
    outbox: outbox::ZH,
    case: case::ZH,
    acts: acts::ZH,
    replies: replies::ZH,
    pack: pack::ZH,
    patrol: patrol::ZH,
    settings: settings::ZH,
};

/// British English.
pub const EN: FieldWords = FieldWords {
    shell: shell::EN,
    sign_in: sign_in::EN,
    today: today::EN,
    form: form::EN,
    report: report::EN,
    outbox: outbox::EN,
    case: case::EN,
    acts: acts::EN,
    replies: replies::EN,
    pack: pack::EN,
    patrol: patrol::EN,
    settings: settings::EN,
};

/// The field door's words in a language.
#[must_use]
pub const fn field(language: Language) -> &'static FieldWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
