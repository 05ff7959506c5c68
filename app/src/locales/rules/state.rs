//! Where a case stands, and what the public timeline tells.

use crate::locales::{Language, Words};
use huiyin_domain::{
    case::{Case, Publication, State},
    publication::PublicStepKind,
};

impl Words for State {
    fn words(self, language: Language) -> &'static str {
        match self {
            State::PendingAcceptance => language.pick("待受理", "Waiting to be accepted"),
            State::Accepted => language.pick("已受理，待交办", "Accepted, to be assigned"),
            State::Dispatched => language.pick("已交办，待签收", "Assigned, to be signed for"),
            State::InProgress => language.pick("处置中", "Being handled"),
            State::Rectifying => language.pick("整改中", "Being rectified"),
            State::AwaitingRecheck => language.pick("待复查", "Waiting for re-inspection"),
            State::AwaitingApproval => language.pick("待审核结案", "Waiting to be closed"),
            State::StageClosed => language.pick("阶段性办结", "First goals met"),
            State::Suspended => language.pick("中止", "Suspended"),
            State::ReopenRequested => language.pick("申请重办", "Reopening asked for"),
            State::Closed => language.pick("已办结", "Closed"),
            State::Declined => language.pick("不予受理", "Not accepted"),
            State::Transferred => language.pick("已移送", "Transferred"),
            State::Merged => language.pick("已并案", "Merged"),
            State::Void => language.pick("作废", "Void"),
        }
    }
}

/// The words beside the Hui frame: a closed case has been answered, and says so; a question to the reporter shows.
#[must_use]
pub fn state_now(case: &Case, language: Language) -> &'static str {
    let answered = !case.reports.is_empty() && case.reports.iter().all(|report| report.reply.is_some());
    match case.state {
        State::PendingAcceptance if case.asked_reporter.is_some() => language.pick("待补充", "More information asked for"),
        State::Closed if answered => language.pick("已回复，办结", "Answered and closed"),
        state => state.words(language),
    }
}

/// Where a matter stands, as its reporter is told: the same states, without the office's words.
#[must_use]
pub fn state_for_reporter(state: State, answered: bool, language: Language) -> &'static str {
    match state {
        State::PendingAcceptance => language.pick("已收到，等待受理", "Received, waiting to be accepted"),
        State::Accepted => language.pick("已受理，正在交办", "Accepted, being assigned"),
        State::Dispatched => language.pick("已交办给承办单位", "Assigned to a unit"),
        State::InProgress => language.pick("正在处置", "Being handled"),
        State::Rectifying => language.pick("正在整改", "Being put right"),
        State::AwaitingRecheck => language.pick("整改完成，等待复查", "Put right, waiting for re-inspection"),
        State::AwaitingApproval => language.pick("正在审核，准备回复", "Being reviewed and answered"),
        State::StageClosed => language.pick("第一阶段已完成，后面继续跟", "First goals met, still followed up"),
        State::Suspended => language.pick("暂时中止", "Suspended for a while"),
        State::ReopenRequested => language.pick("已申请重办，正在研究", "Reopening asked for, being considered"),
        State::Closed if answered => language.pick("已回复，已办结", "Answered and closed"),
        State::Closed => language.pick("已办结", "Closed"),
        State::Declined => language.pick("不予受理", "Not accepted"),
        State::Transferred => language.pick("已移送有权处理的单位", "Passed on to the body responsible"),
        State::Merged => language.pick("已和同一问题合并办理", "Handled together with the same matter"),
        State::Void => language.pick("作废", "Void"),
    }
}

impl Words for &Publication {
    fn words(self, language: Language) -> &'static str {
        match self {
            Publication::Undecided => language.pick("还没有决定是否公开", "Publication not decided yet"),
            Publication::Redacting { .. } => language.pick("将公开，公开稿在写", "To be published, summary being written"),
            Publication::AwaitingReview { .. } => language.pick("公开稿待审核", "Summary waits for review"),
            Publication::Published { .. } => language.pick("已公开", "Published"),
            Publication::Withdrawn { .. } => language.pick("已撤下", "Withdrawn"),
            Publication::Expired => language.pick("公开期满", "Publication time is over"),
            Publication::Withheld { .. } => language.pick("不予公开", "Not published"),
        }
    }
}

impl Words for PublicStepKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            PublicStepKind::Reported => language.pick("收到上报", "Report received"),
            PublicStepKind::Accepted => language.pick("受理", "Accepted"),
            PublicStepKind::Assigned => language.pick("交办", "Assigned"),
            PublicStepKind::Verified => language.pick("到现场核实", "Checked on the spot"),
            PublicStepKind::Rectified => language.pick("报告整改完成", "Rectification reported"),
            PublicStepKind::Rechecked => language.pick("复查通过", "Re-inspection passed"),
            PublicStepKind::Replied => language.pick("回复", "Answered"),
            PublicStepKind::Closed => language.pick("办结", "Closed"),
            PublicStepKind::Reopened => language.pick("重办", "Reopened"),
        }
    }
}
