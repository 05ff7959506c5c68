//! Notices in words: the same on the screen, in a short message, in a mail and in a group.

use crate::locales::{Language, Words, dates};
use huiyin_domain::notice::{About, Kind, Topic};

impl Words for Topic {
    fn words(self, language: Language) -> &'static str {
        match self {
            Topic::Emergencies => language.pick("紧急上报", "Emergencies"),
            Topic::Work => language.pick("交给我的事", "Work that is given to me"),
            Topic::Deadlines => language.pick("期限和督办", "Due dates and supervision"),
            Topic::Decisions => language.pick("等我决定的事", "What waits for my decision"),
            Topic::Reporters => language.pick("反映人和回复", "Reporters and replies"),
        }
    }
}

/// What it says, without number and date.
#[must_use]
pub fn notice_head(about: &About, language: Language) -> String {
    let clock = about.clock.map_or(language.pick("期限", "A step"), |clock| clock.words(language));
    let level = about.level.unwrap_or(1);
    let said = |zh: &str, en: &str| language.pick(zh.to_owned(), en.to_owned());
    match about.kind {
        Kind::Emergency => said("紧急上报，请马上受理", "Emergency reported: accept it at once"),
        Kind::Assigned => said("已交给您，请签收办理", "Assigned to you: sign for it"),
        Kind::Returned => said("被退单，请重新交办", "Returned: assign it anew"),
        Kind::SentBack => said("被退回，请继续办理", "Sent back to you: there is more to do"),
        Kind::DueSoon => language.pick(format!("{clock}快到了"), format!("{clock}: due soon")),
        Kind::Overdue => language.pick(format!("{clock}已过"), format!("{clock}: overdue")),
        Kind::Supervised => language.pick(format!("督办升到 {level} 级"), format!("Supervision raised to level {level}")),
        Kind::RecheckToAssign => said("待复查，请派人", "Waits for a re-inspection: send somebody"),
        Kind::RecheckAssigned => said("请您去复查", "To be re-inspected by you"),
        Kind::ApprovalAwaits => said("待您审核结案", "Waits for your approval"),
        Kind::ConfirmationAwaits => said("待第二人确认", "Waits for a second person to confirm"),
        Kind::ExtensionAsked => said("申请延期，待您答复", "More time is asked for: waits for your decision"),
        Kind::ReplyDue => said("还有反映人没有得到回复", "A reporter has no reply yet"),
        Kind::ReporterAnswered => said("反映人补充了情况", "The reporter has answered"),
        Kind::NotSatisfied => said("反映人不满意，请回访", "The reporter is not satisfied: call back"),
        Kind::ReopenAsked => said("有人申请重办，待您决定", "Reopening is asked for: waits for your decision"),
        Kind::Reopened => said("需要重办，已交给您", "Reopened and assigned to you"),
        Kind::Resumed => said("中止期满，请继续办理", "Its rest is over: go on with it"),
        Kind::CoUnitTask => said("请贵单位协办", "Your unit is to help"),
        Kind::ReviewAwaits => said("公开稿待您审核", "A public summary waits for your review"),
        Kind::Replied => said("您上报的事有了回复", "What you reported has been answered"),
        Kind::RulebookAwaits => said("规则库的修改待您确认", "A change of the rulebook waits for you"),
    }
}

/// The date that matters, if there is one.
#[must_use]
pub fn notice_due(about: &About, language: Language) -> Option<String> {
    let at = dates::deadline(about.due_at?, language);
    Some(language.pick(format!("期限 {at}"), format!("due {at}")))
}

/// All of it in one line, as it is sent.
#[must_use]
pub fn notice_text(about: &About, language: Language) -> String {
    let head = notice_head(about, language);
    let number = about.number.as_ref().map_or(String::new(), |number| language.pick(format!("{number} "), format!("{number}: ")));
    let due = notice_due(about, language).map_or(String::new(), |due| language.pick(format!("，{due}"), format!("; {due}")));
    language.pick(format!("【回音】{number}{head}{due}。"), format!("[Huiyin] {number}{head}{due}."))
}

/// Where it leads, as a path of the desk.
#[must_use]
pub fn notice_path(about: &About) -> String {
    match &about.number {
        Some(number) => format!("/desk/cases/{number}"),
        None if about.kind == Kind::RulebookAwaits => "/desk/rulebook".to_owned(),
        None => "/desk/notices".to_owned(),
    }
}
