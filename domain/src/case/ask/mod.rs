//! What a person may ask of a case (`rules.md` section 2): one variant a verb, with what the verb needs to know.

mod about;
mod acceptance;
mod clocks;
mod closing;
mod dispatching;
mod handling;
mod publication;
mod recheck;
mod replying;
mod submit;
mod verb;

pub use about::AboutUnit;
pub use acceptance::{Accept, Decline, DeclineReason, Merge};
pub use clocks::{AskExtension, GrantExtension, Recategorise, Relocate, Supervise, Suspend, SuspendReason};
pub use closing::{Close, Disposal, Milestone, ResultCode, StageClose, TransferOut};
pub use dispatching::{AddCoUnit, CoUnitWords, Dispatch, Reassign, SignFor};
pub use handling::{Finding, MilestoneDone, OrderRectification, ProposeClosure, ReportRectified, Verify};
pub use publication::{DecidePublication, Publish, Redact, Withhold};
pub use recheck::{AssignRecheck, Recheck};
pub use replying::{AddEvidence, Callback, Rate, Reply, ReplyOutcome};
pub use submit::{OnBehalf, Origin, SolvedOnSpot, Source, Submit};
pub use verb::{VerbClass, VerbName};

use crate::patrol::PatrolAsk;
use serde::{Deserialize, Serialize};

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

/// Words and nothing else: a reason, a note, a question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Words {
    /// In the person's own words.
    pub words: String,
}
