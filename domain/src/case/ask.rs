//! What a person may ask of a case (`rules.md` section 2): one variant a verb, with what the verb needs to know.

use crate::{
    division::DivisionCode,
    ids::{CaseId, PersonId, ReportId},
    moment::Moment,
    patrol::PatrolAsk,
    people::UnitCode,
    photo::Photo,
    place::{Fix, Point},
    publication::PublicRecord,
    report::Report,
    rulebook::CategoryCode,
};
use serde::{Deserialize, Serialize};

/// How a verb behaves when two people act at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerbClass {
    /// Applied only if nothing it reads or writes changed since its base.
    Exclusive,
    /// Never conflicts.
    Additive,
    /// Repeating is harmless.
    Monotonic,
}

/// What is asked. The variant's name is the verb's stable name.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// 上报
    Submit(Submit),
    /// 受理
    Accept(Accept),
    /// 不予受理
    Decline(Decline),
    /// 请补充
    AskReporter(Words),
    /// 补充
    Answer(Words),
    /// 并案
    Merge(Merge),
    /// 撤销并案
    Unmerge(Words),
    /// 交办
    Dispatch(Dispatch),
    /// 签收
    SignFor(SignFor),
    /// 退单
    Return(Words),
    /// 换人
    Reassign(Reassign),
    /// 核实
    Verify(Verify),
    /// 责令限期整改
    OrderRectification(OrderRectification),
    /// 申报整改完成
    ReportRectified(ReportRectified),
    /// 派复查
    AssignRecheck(AssignRecheck),
    /// 复查
    Recheck(Recheck),
    /// 提请结案
    ProposeClosure(ProposeClosure),
    /// 抽中复查
    OrderRecheck(Words),
    /// 结案
    Close(Close),
    /// 退回重办
    SendBack(Words),
    /// 阶段性办结
    StageClose(StageClose),
    /// 完成阶段目标
    MilestoneDone(MilestoneDone),
    /// 中止
    Suspend(Suspend),
    /// 恢复
    Resume(Words),
    /// 移送
    TransferOut(TransferOut),
    /// 申请重办
    RequestReopen(Words),
    /// 重办
    Reopen(Dispatch),
    /// 不同意重办
    RefuseReopen(Words),
    /// 申请延期
    AskExtension(AskExtension),
    /// 批准延期
    GrantExtension(GrantExtension),
    /// 改类别
    Recategorise(Recategorise),
    /// 改位置
    Relocate(Relocate),
    /// 标明反映的单位
    AboutUnit(AboutUnit),
    /// 督办
    Supervise(Supervise),
    /// 加协办单位
    AddCoUnit(AddCoUnit),
    /// 协办完成
    CoUnitDone(CoUnitWords),
    /// 免去协办
    ReleaseCoUnit(CoUnitWords),
    /// 回复
    Reply(Reply),
    /// 记事
    Note(Words),
    /// 补证据
    AddEvidence(AddEvidence),
    /// 回访
    Callback(Callback),
    /// 评价
    Rate(Rate),
    /// 决定公开
    DecidePublication(DecidePublication),
    /// 写公开稿
    Redact(Redact),
    /// 公开
    Publish(Publish),
    /// 不予公开
    Withhold(Withhold),
    /// 撤下
    Withdraw(Words),
    /// 二人确认
    Confirm(Words),
    /// 作废
    Void(Words),
    /// 计时
    Tick,
    /// 巡查: asked of a patrol and not of a case; the command's `case` is the patrol's id.
    Patrol(PatrolAsk),
}

/// The stable names of the verbs, without their content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is said at its variant of Ask")]
pub enum VerbName {
    Submit,
    Accept,
    Decline,
    AskReporter,
    Answer,
    Merge,
    Unmerge,
    Dispatch,
    SignFor,
    Return,
    Reassign,
    Verify,
    OrderRectification,
    ReportRectified,
    AssignRecheck,
    Recheck,
    ProposeClosure,
    OrderRecheck,
    Close,
    SendBack,
    StageClose,
    MilestoneDone,
    Suspend,
    Resume,
    TransferOut,
    RequestReopen,
    Reopen,
    RefuseReopen,
    AskExtension,
    GrantExtension,
    Recategorise,
    Relocate,
    AboutUnit,
    Supervise,
    AddCoUnit,
    CoUnitDone,
    ReleaseCoUnit,
    Reply,
    Note,
    AddEvidence,
    Callback,
    Rate,
    DecidePublication,
    Redact,
    Publish,
    Withhold,
    Withdraw,
    Confirm,
    Void,
    Tick,
    Patrol,
}

impl VerbName {
    /// Every verb of a case, in the order of `rules.md` section 2.
    pub const ALL: [VerbName; 50] = [
        VerbName::Submit,
        VerbName::Accept,
        VerbName::Decline,
        VerbName::AskReporter,
        VerbName::Answer,
        VerbName::Merge,
        VerbName::Unmerge,
        VerbName::Dispatch,
        VerbName::SignFor,
        VerbName::Return,
        VerbName::Reassign,
        VerbName::Verify,
        VerbName::OrderRectification,
        VerbName::ReportRectified,
        VerbName::AssignRecheck,
        VerbName::Recheck,
        VerbName::ProposeClosure,
        VerbName::OrderRecheck,
        VerbName::Close,
        VerbName::SendBack,
        VerbName::StageClose,
        VerbName::MilestoneDone,
        VerbName::Suspend,
        VerbName::Resume,
        VerbName::TransferOut,
        VerbName::RequestReopen,
        VerbName::Reopen,
        VerbName::RefuseReopen,
        VerbName::AskExtension,
        VerbName::GrantExtension,
        VerbName::Recategorise,
        VerbName::Relocate,
        VerbName::AboutUnit,
        VerbName::Supervise,
        VerbName::AddCoUnit,
        VerbName::CoUnitDone,
        VerbName::ReleaseCoUnit,
        VerbName::Reply,
        VerbName::Note,
        VerbName::AddEvidence,
        VerbName::Callback,
        VerbName::Rate,
        VerbName::DecidePublication,
        VerbName::Redact,
        VerbName::Publish,
        VerbName::Withhold,
        VerbName::Withdraw,
        VerbName::Confirm,
        VerbName::Void,
        VerbName::Tick,
    ];
}

impl Ask {
    /// The verb without its content.
    #[must_use]
    pub fn name(&self) -> VerbName {
        match self {
            Ask::Submit(_) => VerbName::Submit,
            Ask::Accept(_) => VerbName::Accept,
            Ask::Decline(_) => VerbName::Decline,
            Ask::AskReporter(_) => VerbName::AskReporter,
            Ask::Answer(_) => VerbName::Answer,
            Ask::Merge(_) => VerbName::Merge,
            Ask::Unmerge(_) => VerbName::Unmerge,
            Ask::Dispatch(_) => VerbName::Dispatch,
            Ask::SignFor(_) => VerbName::SignFor,
            Ask::Return(_) => VerbName::Return,
            Ask::Reassign(_) => VerbName::Reassign,
            Ask::Verify(_) => VerbName::Verify,
            Ask::OrderRectification(_) => VerbName::OrderRectification,
            Ask::ReportRectified(_) => VerbName::ReportRectified,
            Ask::AssignRecheck(_) => VerbName::AssignRecheck,
            Ask::Recheck(_) => VerbName::Recheck,
            Ask::ProposeClosure(_) => VerbName::ProposeClosure,
            Ask::OrderRecheck(_) => VerbName::OrderRecheck,
            Ask::Close(_) => VerbName::Close,
            Ask::SendBack(_) => VerbName::SendBack,
            Ask::StageClose(_) => VerbName::StageClose,
            Ask::MilestoneDone(_) => VerbName::MilestoneDone,
            Ask::Suspend(_) => VerbName::Suspend,
            Ask::Resume(_) => VerbName::Resume,
            Ask::TransferOut(_) => VerbName::TransferOut,
            Ask::RequestReopen(_) => VerbName::RequestReopen,
            Ask::Reopen(_) => VerbName::Reopen,
            Ask::RefuseReopen(_) => VerbName::RefuseReopen,
            Ask::AskExtension(_) => VerbName::AskExtension,
            Ask::GrantExtension(_) => VerbName::GrantExtension,
            Ask::Recategorise(_) => VerbName::Recategorise,
            Ask::Relocate(_) => VerbName::Relocate,
            Ask::AboutUnit(_) => VerbName::AboutUnit,
            Ask::Supervise(_) => VerbName::Supervise,
            Ask::AddCoUnit(_) => VerbName::AddCoUnit,
            Ask::CoUnitDone(_) => VerbName::CoUnitDone,
            Ask::ReleaseCoUnit(_) => VerbName::ReleaseCoUnit,
            Ask::Reply(_) => VerbName::Reply,
            Ask::Note(_) => VerbName::Note,
            Ask::AddEvidence(_) => VerbName::AddEvidence,
            Ask::Callback(_) => VerbName::Callback,
            Ask::Rate(_) => VerbName::Rate,
            Ask::DecidePublication(_) => VerbName::DecidePublication,
            Ask::Redact(_) => VerbName::Redact,
            Ask::Publish(_) => VerbName::Publish,
            Ask::Withhold(_) => VerbName::Withhold,
            Ask::Withdraw(_) => VerbName::Withdraw,
            Ask::Confirm(_) => VerbName::Confirm,
            Ask::Void(_) => VerbName::Void,
            Ask::Tick => VerbName::Tick,
            Ask::Patrol(_) => VerbName::Patrol,
        }
    }
}

/// Words and nothing else: a reason, a note, a question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Words {
    /// In the person's own words.
    pub words: String,
}

/// 上报: files a report; with `solved`, it was put right on the spot (当场整改).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Submit {
    /// What is told.
    pub report: Report,
    /// What shows it.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// What was done about it at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<SolvedOnSpot>,
    /// Who tells, when it is not the sender: a hotline caller, an import. Never an identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// Where it was taken over from, if it was known elsewhere before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The unit that it is a complaint about, if whoever files it knows; from then on it is kept from that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about_unit: Option<UnitCode>,
}

/// What a report was elsewhere before it was taken over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Origin {
    /// Where.
    pub source: Source,
    /// Its number there.
    pub number: String,
}

/// From where matters are taken over.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// 12345 热线工单
    Hotline,
    /// 旧台账
    Ledger,
}

/// 当场整改
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SolvedOnSpot {
    /// What was done.
    pub done: String,
    /// What was found, always something: an empty finding is not put right.
    pub finding: Finding,
}

/// For whom a report is filed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnBehalf {
    /// Somebody the vault knows.
    Named,
    /// Somebody who left nothing.
    Anonymous,
}

/// 受理
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Accept {
    /// Confirmed category.
    pub category: CategoryCode,
    /// Confirmed division.
    pub division: DivisionCode,
    /// Cases like it that were shown and judged to be something else.
    #[serde(default)]
    pub not_the_same: Vec<CaseId>,
}

/// Why a matter is not accepted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    /// Not a matter of this county's environmental protection work.
    NotOurMatter,
    /// Before a court, a petition or an appeal already.
    OtherProcedure,
    /// Nothing in it can be looked into.
    TooVague,
    /// Outside the county.
    OutsideCounty,
    /// Told before and answered, nothing new.
    AlreadyAnswered,
}

/// 不予受理
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decline {
    /// Why.
    pub reason: DeclineReason,
    /// Why, in words for the reporter.
    pub words: String,
    /// Where the reporter may go instead.
    pub where_to_go: String,
}

/// 并案: into the master.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Merge {
    /// The case that stays.
    pub master: CaseId,
    /// Why they are one matter.
    pub words: String,
}

/// 交办 (and 重办, which assigns anew).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dispatch {
    /// Who leads.
    pub lead_unit: UnitCode,
    /// Who does it.
    pub handler: PersonId,
    /// Who helps, with what.
    #[serde(default)]
    pub co_units: Vec<AddCoUnit>,
    /// Why another unit than the rule's, or what matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// 签收
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignFor {
    /// Who will do it.
    pub handler: PersonId,
}

/// 换人
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reassign {
    /// The new person.
    pub handler: PersonId,
    /// Why.
    pub words: String,
}

/// 核实结论
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// 属实
    Substantiated,
    /// 部分属实
    Partly,
    /// 不属实
    Unsubstantiated,
    /// Does not apply (a question, a suggestion).
    NotApplicable,
}

/// 核实: finding and visit record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Verify {
    /// What was found.
    pub finding: Finding,
    /// When the visit was.
    pub visited_at: Moment,
    /// Who was there, colleagues and others, as in 现场检查记录.
    pub people: String,
    /// What was seen.
    pub words: String,
    /// What shows it.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// Why there is no photo, if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_photo_reason: Option<String>,
}

/// 责令限期整改
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OrderRectification {
    /// Who must rectify.
    pub responsible_party: String,
    /// What must be done.
    pub measures: String,
    /// Last day, Asia/Shanghai.
    #[serde(with = "crate::iso::day")]
    pub due_day: time::Date,
    /// Who will accept it as done.
    pub acceptance_unit: UnitCode,
    /// Number of the document, if it is an order under law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<String>,
}

/// 申报整改完成
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReportRectified {
    /// What was done.
    pub words: String,
    /// What shows it.
    pub photos: Vec<Photo>,
    /// Why an after-photo was taken elsewhere, or none at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_reason: Option<String>,
    /// The result proposed.
    pub result: ResultCode,
}

/// 派复查
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AssignRecheck {
    /// Who looks.
    pub rechecker: PersonId,
}

/// 复查: with own photo and position.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Recheck {
    /// Whether rectification holds.
    pub passed: bool,
    /// What was seen.
    pub words: String,
    /// What shows it.
    pub photos: Vec<Photo>,
    /// Where the rechecker stood.
    pub fix: Option<Fix>,
    /// The second officer, where two are asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_officer: Option<PersonId>,
}

/// 办理结果
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultCode {
    /// 整改完成
    Rectified,
    /// 当场整改
    RectifiedOnSpot,
    /// 处罚并整改
    PunishedAndRectified,
    /// 关停取缔
    ShutDownOrDemolished,
    /// 不属实
    Unsubstantiated,
    /// 部分属实，已处理
    PartlyTrueHandled,
    /// 解释说明
    Explained,
    /// 暂时无法解决
    CannotSolveNow,
    /// 反映人撤回
    WithdrawnByReporter,
}

/// 提请结案: the fast path.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProposeClosure {
    /// With which result.
    pub result: ResultCode,
    /// Why nothing is left to do.
    pub words: String,
}

/// 处理措施: what was done about who did it (G7).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposal {
    /// 批评教育、责令改正
    EducateAndCorrect,
    /// 责令整改
    Order,
    /// 立案处罚
    PenaltyFiled {
        /// Number of the penalty file.
        document_number: String,
    },
    /// 移送
    Transfer {
        /// To whom.
        to: String,
    },
    /// 关停取缔
    ShutDownOrDemolish,
    /// 不予处罚
    NoPenalty {
        /// The legal ground.
        ground: String,
    },
}

/// 结案
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Close {
    /// With which result.
    pub result: ResultCode,
    /// What was done about who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposal: Option<Disposal>,
    /// Why, in one line for the file.
    #[serde(default)]
    pub words: String,
}

/// One goal of a stage closure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Milestone {
    /// Who is responsible.
    pub body: String,
    /// What must be reached.
    pub goal: String,
    /// How.
    pub measures: String,
    /// By when.
    #[serde(with = "crate::iso::day")]
    pub due_day: time::Date,
    /// Who accepts it.
    pub acceptance_unit: UnitCode,
    /// Whether it is reached.
    #[serde(default)]
    pub done: bool,
}

/// 阶段性办结
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StageClose {
    /// What is still to be reached.
    pub milestones: Vec<Milestone>,
    /// When the case is looked at again.
    #[serde(with = "crate::iso::day")]
    pub next_day: time::Date,
}

/// 完成阶段目标
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MilestoneDone {
    /// Which, counted from 0.
    pub index: u16,
    /// What was done.
    pub words: String,
}

/// Why a case rests.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspendReason {
    /// Waits for a test, an appraisal or an expert.
    Appraisal,
    /// Waits for a court or another procedure.
    OtherProcedure,
    /// Flood, typhoon, epidemic.
    ForceMajeure,
    /// The season forbids the work.
    Season,
}

/// 中止
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Suspend {
    /// Why.
    pub reason: SuspendReason,
    /// In words.
    pub words: String,
    /// It resumes by itself the day after.
    #[serde(with = "crate::iso::day")]
    pub until: time::Date,
}

/// 移送
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TransferOut {
    /// To whom.
    pub to: String,
    /// Number of the letter.
    pub letter: String,
    /// When we ask what became of it.
    #[serde(with = "crate::iso::day")]
    pub follow_up: time::Date,
    /// Why.
    pub words: String,
}

/// 申请延期
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AskExtension {
    /// How many days.
    pub days: u16,
    /// Why.
    pub words: String,
}

/// 批准延期
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GrantExtension {
    /// How many days; 0 refuses it.
    pub days: u16,
    /// Why.
    pub words: String,
}

/// 改类别
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recategorise {
    /// The new one.
    pub category: CategoryCode,
    /// Why.
    pub words: String,
}

/// 改位置
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Relocate {
    /// The new place.
    pub place: Point,
    /// The new division.
    pub division: DivisionCode,
    /// Why.
    pub words: String,
}

/// 标明反映的单位: a complaint about a unit is kept from that unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AboutUnit {
    /// Which one; none: it is about no unit after all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Why.
    pub words: String,
}

/// 督办
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Supervise {
    /// 1 督办, 2 挂牌督办, 3 约谈.
    pub level: u8,
    /// By when an answer is due.
    #[serde(with = "crate::iso::day")]
    pub answer_by: time::Date,
    /// Why.
    pub words: String,
}

/// 加协办单位
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AddCoUnit {
    /// Which.
    pub unit: UnitCode,
    /// What it is asked to do.
    pub task: String,
}

/// About one co-unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CoUnitWords {
    /// Which.
    pub unit: UnitCode,
    /// What it did, or why it is let off.
    pub words: String,
}

/// What became of the duty to reply to one report (G5).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyOutcome {
    /// Sent.
    Sent {
        /// When.
        at: Moment,
    },
    /// Seen by the reporter.
    Read {
        /// When.
        at: Moment,
    },
    /// Three tries on two days failed.
    Undeliverable {
        /// When each try was.
        tries: Vec<Moment>,
    },
    /// The reporter wants none.
    NotWanted,
    /// It stands under the receipt.
    ReadableByReceipt,
}

/// 回复: what every reporter is told, or one of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reply {
    /// Which report; none means all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportId>,
    /// What they are told.
    pub words: String,
    /// What becomes of it.
    pub outcome: ReplyOutcome,
}

/// 补证据
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AddEvidence {
    /// What it shows.
    pub words: String,
    /// The photos.
    pub photos: Vec<Photo>,
}

/// 回访
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Callback {
    /// Whether the reporter was reached.
    pub reached: bool,
    /// What was said.
    pub words: String,
}

/// 评价
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rate {
    /// Whether the reporter is satisfied.
    pub satisfied: bool,
    /// In their words.
    #[serde(default)]
    pub words: String,
}

/// 决定公开
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidePublication {
    /// It will be public.
    Publish,
    /// It will not.
    Withhold {
        /// The legal ground.
        ground: String,
    },
}

/// 写公开稿: a summary written for the public, never copied text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Redact {
    /// What will be public.
    pub record: PublicRecord,
}

/// 公开: these bytes are the public record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Publish {
    /// What is public, the same that the redactor wrote.
    pub record: PublicRecord,
}

/// 不予公开
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Withhold {
    /// The legal ground.
    pub ground: String,
}
