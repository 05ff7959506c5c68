//! Verbs: their names, what their buttons say will happen, and what the timeline says has happened.

use crate::locales::{Language, Words};
use huiyin_domain::case::VerbName;

/// Name, button and timeline of one verb, each as 中文 and English.
struct Said {
    name: [&'static str; 2],
    button: [&'static str; 2],
    done: [&'static str; 2],
}

const fn said(name: [&'static str; 2], button: [&'static str; 2], done: [&'static str; 2]) -> Said {
    Said { name, button, done }
}

impl Words for VerbName {
    fn words(self, language: Language) -> &'static str {
        let [zh, en] = say(self).name;
        language.pick(zh, en)
    }
}

/// What the button says: what will happen when it is pressed.
#[must_use]
pub fn button(verb: VerbName, language: Language) -> &'static str {
    let [zh, en] = say(verb).button;
    language.pick(zh, en)
}

/// What the timeline says: what has happened.
#[must_use]
pub fn done(verb: VerbName, language: Language) -> &'static str {
    let [zh, en] = say(verb).done;
    language.pick(zh, en)
}

fn say(verb: VerbName) -> Said {
    match verb {
        VerbName::Submit => said(["上报", "Report"], ["提交上报", "Submit the report"], ["收到上报", "Report received"]),
        VerbName::Accept => said(["受理", "Accept"], ["受理这件", "Accept it"], ["已受理", "Accepted"]),
        VerbName::Decline => said(["不予受理", "Decline"], ["不予受理并答复", "Decline with an answer"], ["不予受理", "Not accepted"]),
        VerbName::AskReporter => {
            said(["请补充", "Ask the reporter"], ["请反映人补充", "Ask the reporter"], ["请反映人补充", "Reporter asked for more"])
        }
        VerbName::Answer => said(["补充", "Answer"], ["提交补充", "Send the answer"], ["反映人补充了情况", "The reporter answered"]),
        VerbName::Merge => said(["并案", "Merge"], ["并入另一件", "Merge into another case"], ["已并案", "Merged"]),
        VerbName::Unmerge => said(["撤销并案", "Undo the merge"], ["撤销并案", "Undo the merge"], ["并案已撤销", "Merge undone"]),
        VerbName::Dispatch => said(["交办", "Assign"], ["交办", "Assign"], ["已交办", "Assigned"]),
        VerbName::SignFor => said(["签收", "Sign for it"], ["签收，由我承办", "Sign for it"], ["已签收", "Signed for"]),
        VerbName::Return => said(["退单", "Return"], ["退回交办单位", "Return it"], ["已退单", "Returned"]),
        VerbName::Reassign => said(["换人", "Reassign"], ["换承办人", "Change the handler"], ["换了承办人", "Handler changed"]),
        VerbName::Verify => said(["核实", "Verify"], ["提交核实结果", "Record what was found"], ["已到现场核实", "Checked on the spot"]),
        VerbName::OrderRectification => said(
            ["责令限期整改", "Order rectification"],
            ["责令限期整改", "Order rectification"],
            ["责令限期整改", "Rectification ordered"],
        ),
        VerbName::ReportRectified => {
            said(["申报整改完成", "Report rectified"], ["申报整改完成", "Report it rectified"], ["报告整改完成", "Rectification reported"])
        }
        VerbName::AssignRecheck => {
            said(["派复查", "Assign re-inspection"], ["派人复查", "Assign re-inspection"], ["已派复查", "Re-inspection assigned"])
        }
        VerbName::Recheck => said(["复查", "Re-inspect"], ["提交复查结果", "Record the re-inspection"], ["已复查", "Re-inspected"]),
        VerbName::ProposeClosure => {
            said(["提请结案", "Propose closing"], ["提请结案", "Propose closing"], ["已提请结案", "Closing proposed"])
        }
        VerbName::OrderRecheck => {
            said(["要求复查", "Order re-inspection"], ["要求先复查", "Order a re-inspection first"], ["要求复查", "Re-inspection ordered"])
        }
        VerbName::Close => said(["办结", "Close"], ["办结", "Close the case"], ["已办结", "Closed"]),
        VerbName::SendBack => said(["退回重办", "Send back"], ["退回重办", "Send it back"], ["退回重办", "Sent back"]),
        VerbName::StageClose => {
            said(["阶段性办结", "Close for this stage"], ["阶段性办结", "Close for this stage"], ["阶段性办结", "First goals met"])
        }
        VerbName::MilestoneDone => said(
            ["完成阶段目标", "Goal reached"],
            ["完成一个阶段目标", "Record a goal reached"],
            ["完成一个阶段目标", "A goal was reached"],
        ),
        VerbName::Suspend => said(["中止", "Suspend"], ["中止办理", "Suspend it"], ["已中止", "Suspended"]),
        VerbName::Resume => said(["恢复", "Resume"], ["恢复办理", "Resume it"], ["已恢复", "Resumed"]),
        VerbName::TransferOut => said(["移送", "Transfer"], ["移送外单位", "Transfer it"], ["已移送", "Transferred"]),
        VerbName::RequestReopen => {
            said(["申请重办", "Ask to reopen"], ["申请重办", "Ask to reopen it"], ["申请重办", "Reopening asked for"])
        }
        VerbName::Reopen => said(["重办", "Reopen"], ["重新交办", "Reopen and assign"], ["已重新交办", "Reopened and assigned"]),
        VerbName::RefuseReopen => {
            said(["不同意重办", "Refuse to reopen"], ["不重办并说明", "Refuse with reasons"], ["不同意重办", "Reopening refused"])
        }
        VerbName::AskExtension => {
            said(["申请延期", "Ask for more time"], ["申请延期", "Ask for more time"], ["申请延期", "More time asked for"])
        }
        VerbName::GrantExtension => {
            said(["批准延期", "Decide on more time"], ["答复延期申请", "Decide on more time"], ["答复了延期申请", "Decided on more time"])
        }
        VerbName::Recategorise => said(["改类别", "Change category"], ["改类别", "Change the category"], ["改了类别", "Category changed"]),
        VerbName::Relocate => said(["改位置", "Change place"], ["改位置", "Change the place"], ["改了位置", "Place changed"]),
        VerbName::AboutUnit => said(
            ["标明反映的单位", "Mark whom it is about"],
            ["标明反映的单位", "Mark the unit it is about"],
            ["标明了反映的单位", "The unit it is about was marked"],
        ),
        VerbName::Supervise => said(["督办", "Supervise"], ["督办这件", "Put it under supervision"], ["列入督办", "Put under supervision"]),
        VerbName::AddCoUnit => said(["加协办单位", "Add a co-unit"], ["加协办单位", "Add a co-unit"], ["加了协办单位", "Co-unit added"]),
        VerbName::CoUnitDone => {
            said(["协办完成", "Co-unit done"], ["记下协办完成", "Record the co-unit’s part as done"], ["协办完成", "Co-unit’s part done"])
        }
        VerbName::ReleaseCoUnit => {
            said(["免去协办", "Release a co-unit"], ["免去协办", "Release the co-unit"], ["免去协办", "Co-unit released"])
        }
        VerbName::Reply => said(["回复", "Reply"], ["发送回复", "Send the reply"], ["已回复", "Answered"]),
        VerbName::Note => said(["记事", "Note"], ["记一笔", "Add the note"], ["记事", "Note"]),
        VerbName::AddEvidence => said(["补证据", "Add evidence"], ["补充证据", "Add the evidence"], ["补充了证据", "Evidence added"]),
        VerbName::Callback => said(["回访", "Call back"], ["记下回访", "Record the call"], ["已回访", "Called back"]),
        VerbName::Rate => said(["评价", "Rate"], ["提交评价", "Send the rating"], ["反映人评价", "Rated by the reporter"]),
        VerbName::DecidePublication => said(
            ["决定是否公开", "Decide on publication"],
            ["决定是否公开", "Decide on publication"],
            ["决定了是否公开", "Publication decided"],
        ),
        VerbName::Redact => said(
            ["写公开稿", "Write the public summary"],
            ["把公开稿交去审核", "Send the summary to review"],
            ["公开稿已交审核", "Summary sent to review"],
        ),
        VerbName::Publish => said(["公开", "Publish"], ["审核通过并公开", "Approve and publish"], ["已公开", "Published"]),
        VerbName::Withhold => said(["不予公开", "Do not publish"], ["不予公开", "Do not publish"], ["决定不予公开", "Not published"]),
        VerbName::Withdraw => said(
            ["撤下", "Withdraw"],
            ["从公开页撤下", "Withdraw from the public page"],
            ["已从公开页撤下", "Withdrawn from the public page"],
        ),
        VerbName::Confirm => said(
            ["二人确认", "Confirm as second person"],
            ["作为第二人确认", "Confirm as second person"],
            ["第二人已确认", "Confirmed by a second person"],
        ),
        VerbName::Void => said(["作废", "Void"], ["作废这件", "Void it"], ["已作废", "Voided"]),
        VerbName::Patrol => said(["巡查", "Patrol"], ["记下巡查情况", "Record it"], ["巡查", "Patrol"]),
        VerbName::Tick => said(["计时", "Clock"], ["到时提醒", "Look at the clocks"], ["到时提醒", "The clock spoke"]),
    }
}
