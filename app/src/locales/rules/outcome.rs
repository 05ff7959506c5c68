//! What was found, how it ended, what was done about it, and why something was not.

use crate::locales::{Language, Words};
use huiyin_domain::{
    case::{DeclineReason, Disposal, Finding, ReplyOutcome, ResultCode, SuspendReason},
    sync::message::HeldReason,
};

impl Words for Finding {
    fn words(self, language: Language) -> &'static str {
        match self {
            Finding::Substantiated => language.pick("属实", "Substantiated"),
            Finding::Partly => language.pick("部分属实", "Partly substantiated"),
            Finding::Unsubstantiated => language.pick("不属实", "Not substantiated"),
            Finding::NotApplicable => language.pick("不涉及", "Does not apply"),
        }
    }
}

impl Words for ResultCode {
    fn words(self, language: Language) -> &'static str {
        match self {
            ResultCode::Rectified => language.pick("整改完成", "Rectified"),
            ResultCode::RectifiedOnSpot => language.pick("当场整改", "Rectified on the spot"),
            ResultCode::PunishedAndRectified => language.pick("处罚并整改", "Punished and rectified"),
            ResultCode::ShutDownOrDemolished => language.pick("关停取缔", "Shut down or demolished"),
            ResultCode::Unsubstantiated => language.pick("不属实", "Not substantiated"),
            ResultCode::PartlyTrueHandled => language.pick("部分属实，已处理", "Partly true, handled"),
            ResultCode::Explained => language.pick("解释说明", "Explained"),
            ResultCode::CannotSolveNow => language.pick("暂时无法解决", "Cannot be solved now"),
            ResultCode::WithdrawnByReporter => language.pick("反映人撤回", "Withdrawn by the reporter"),
        }
    }
}

impl Words for &Disposal {
    fn words(self, language: Language) -> &'static str {
        match self {
            Disposal::EducateAndCorrect => language.pick("批评教育、责令改正", "Warned and told to correct it"),
            Disposal::Order => language.pick("责令整改", "Ordered to rectify"),
            Disposal::PenaltyFiled { .. } => language.pick("立案处罚", "Penalty case filed"),
            Disposal::Transfer { .. } => language.pick("移送", "Transferred"),
            Disposal::ShutDownOrDemolish => language.pick("关停取缔", "Shut down or demolished"),
            Disposal::NoPenalty { .. } => language.pick("不予处罚", "No penalty"),
        }
    }
}

/// A disposal with its number, body or ground.
#[must_use]
pub fn disposal(disposal: &Disposal, language: Language) -> String {
    let kind = disposal.words(language);
    match disposal {
        Disposal::EducateAndCorrect | Disposal::Order | Disposal::ShutDownOrDemolish => kind.to_owned(),
        Disposal::PenaltyFiled { document_number: more } | Disposal::Transfer { to: more } | Disposal::NoPenalty { ground: more } => {
            language.pick(format!("{kind}（{more}）"), format!("{kind} ({more})"))
        }
    }
}

impl Words for DeclineReason {
    fn words(self, language: Language) -> &'static str {
        match self {
            DeclineReason::NotOurMatter => language.pick("不属于生态环境保护工作", "Not a matter of environmental protection"),
            DeclineReason::OtherProcedure => {
                language.pick("已进入诉讼、信访或复议程序", "Already before a court, a petition office or an appeal")
            }
            DeclineReason::TooVague => language.pick("内容不清，无法核查", "Too little in it to look into"),
            DeclineReason::OutsideCounty => language.pick("不在本县", "Outside the county"),
            DeclineReason::AlreadyAnswered => language.pick("已经答复过，没有新情况", "Answered before, nothing new"),
        }
    }
}

impl Words for SuspendReason {
    fn words(self, language: Language) -> &'static str {
        match self {
            SuspendReason::Appraisal => language.pick("等检测、鉴定或专家意见", "Waits for a test, an appraisal or an expert"),
            SuspendReason::OtherProcedure => language.pick("等法院或其他程序", "Waits for a court or another procedure"),
            SuspendReason::ForceMajeure => language.pick("洪水、台风、疫情等不可抗力", "Flood, typhoon, epidemic"),
            SuspendReason::Season => language.pick("季节不宜施工", "The season forbids the work"),
        }
    }
}

impl Words for &ReplyOutcome {
    fn words(self, language: Language) -> &'static str {
        match self {
            ReplyOutcome::Sent { .. } => language.pick("已送出", "Sent"),
            ReplyOutcome::Read { .. } => language.pick("反映人已看到", "Read by the reporter"),
            ReplyOutcome::Undeliverable { .. } => language.pick("多次联系不上", "Could not be reached"),
            ReplyOutcome::NotWanted => language.pick("反映人不需要回复", "The reporter wants none"),
            ReplyOutcome::ReadableByReceipt => language.pick("凭回执号可查", "Stands under the receipt number"),
        }
    }
}

impl Words for HeldReason {
    fn words(self, language: Language) -> &'static str {
        match self {
            HeldReason::UnknownKind => language.pick(
                "县里的系统还不认识这种操作，内容已收存，升级后会处理",
                "The county's system does not know this kind of step yet; it is kept and will be judged after an update",
            ),
            HeldReason::Revoked => language.pick(
                "这部手机或账号已停用，内容已收存，等管理员处理",
                "This phone or account was closed; it is kept until an administrator looks at it",
            ),
            HeldReason::RulebookTooOld => language.pick(
                "这是按很旧的规则库写的，内容已收存，等人工处理",
                "It was written under a very old rulebook; it is kept until somebody looks at it",
            ),
        }
    }
}
