//! One good ask of every verb, as it would be at that moment.

use crate::bench::{self, PLACE, TOWN, TOWN_HANDLER, TOWN_UNIT, code, fix, photo, unit};
use huiyin_domain::{
    case::{self, Ask, Finding, Milestone, ReplyOutcome, ResultCode, SolvedOnSpot, VerbName, Words},
    ids::{CaseId, PersonId},
    moment::Moment,
    people::UnitCode,
    photo::Purpose,
    publication::{PublicPhoto, PublicPlace, PublicRecord, PublicStep, PublicStepKind},
    report::{Report, Severity, Whereabouts},
    rulebook::CategoryCode,
};
use time::Duration;

pub(crate) fn words(words: &str) -> Words {
    Words { words: words.to_owned() }
}

pub(crate) fn report(category: &str, now: Moment) -> Report {
    Report {
        category: CategoryCode(category.to_owned()),
        place: Whereabouts::Measured(fix(now)),
        division: None,
        site: None,
        words: "河边有人倾倒垃圾，气味很大𬭊🙂".to_owned(),
        severity: Severity::Ordinary,
        patrol: None,
    }
}

pub(crate) fn submit(category: &str, now: Moment) -> case::Submit {
    case::Submit {
        report: report(category, now),
        photos: vec![photo(1, Purpose::Before, now), photo(2, Purpose::Scene, now)],
        solved: None,
        on_behalf: None,
        origin: None,
        about_unit: None,
    }
}

pub(crate) fn solved(category: &str, now: Moment) -> case::Submit {
    case::Submit {
        photos: vec![photo(1, Purpose::Before, now), photo(3, Purpose::After, now)],
        solved: Some(SolvedOnSpot { done: "已现场清理干净".to_owned(), finding: Finding::Substantiated }),
        ..submit(category, now)
    }
}

pub(crate) fn dispatch(unit: &str, handler: PersonId) -> case::Dispatch {
    case::Dispatch { lead_unit: UnitCode(unit.to_owned()), handler, co_units: Vec::new(), words: None }
}

pub(crate) fn verify(finding: Finding, now: Moment) -> case::Verify {
    case::Verify {
        finding,
        visited_at: now,
        people: "张某、李某".to_owned(),
        words: "现场查看，堆放约两立方米".to_owned(),
        photos: vec![photo(4, Purpose::Scene, now)],
        no_photo_reason: None,
    }
}

pub(crate) fn rectified(result: ResultCode, now: Moment) -> case::ReportRectified {
    case::ReportRectified { words: "已清运并恢复".to_owned(), photos: vec![photo(5, Purpose::After, now)], away_reason: None, result }
}

pub(crate) fn recheck(passed: bool, now: Moment) -> case::Recheck {
    case::Recheck {
        passed,
        words: "现场已看过".to_owned(),
        photos: vec![photo(6, Purpose::Recheck, now)],
        fix: Some(fix(now)),
        second_officer: None,
    }
}

pub(crate) fn reply() -> case::Reply {
    case::Reply {
        report: None, words: "您反映的问题已处理完毕，谢谢。".to_owned(), outcome: ReplyOutcome::ReadableByReceipt
    }
}

pub(crate) fn close(result: ResultCode) -> case::Close {
    case::Close { result, disposal: Some(case::Disposal::EducateAndCorrect), words: String::new() }
}

pub(crate) fn record(number: &str, category: &str, closed_at: Moment) -> PublicRecord {
    PublicRecord {
        number: number.to_owned(),
        title: "城关街道垃圾清运".to_owned(),
        category: CategoryCode(category.to_owned()),
        division: code(TOWN),
        place: Some(PublicPlace::Cell { centre: PLACE.public_cell() }),
        found: "经核实，情况属实。".to_owned(),
        done: "已清运完毕，恢复原状。".to_owned(),
        reply: "已告知反映人办理结果。".to_owned(),
        photos: vec![PublicPhoto {
            original: photo(1, Purpose::Before, closed_at).hash,
            after: false,
            caption: "整改前".to_owned(),
            blur: vec![huiyin_domain::publication::BlurBox { x: 10, y: 20, width: 100, height: 50 }],
        }],
        timeline: vec![PublicStep { what: PublicStepKind::Closed, at: closed_at }],
        closed_at,
        due_at: Some(closed_at),
        unit: "城关街道".to_owned(),
    }
}

/// A good ask of this verb, for the township case of the bench.
pub(crate) fn ask(verb: VerbName, now: Moment) -> Ask {
    let day = now.day().saturating_add(Duration::days(10));
    let number = || "CX26-0001".to_owned();
    match verb {
        VerbName::Submit => Ask::Submit(submit("C06", now)),
        VerbName::Accept => {
            Ask::Accept(case::Accept { category: CategoryCode("C06".to_owned()), division: code(TOWN), not_the_same: Vec::new() })
        }
        VerbName::Decline => Ask::Decline(case::Decline {
            reason: case::DeclineReason::OtherProcedure,
            words: "已进入信访程序".to_owned(),
            where_to_go: "县信访局".to_owned(),
        }),
        VerbName::AskReporter => Ask::AskReporter(words("请补充具体位置")),
        VerbName::Answer => Ask::Answer(words("就在桥头东侧")),
        VerbName::Merge => {
            Ask::Merge(case::Merge { master: CaseId(uuid::Uuid::from_u128(0x9001)), words: "同一处垃圾堆".to_owned() })
        }
        VerbName::Unmerge => Ask::Unmerge(words("不是同一处")),
        VerbName::Dispatch => Ask::Dispatch(dispatch(TOWN_UNIT, TOWN_HANDLER)),
        VerbName::SignFor => Ask::SignFor(case::SignFor { handler: TOWN_HANDLER }),
        VerbName::Return => Ask::Return(words("不属于本单位职责")),
        VerbName::Reassign => Ask::Reassign(case::Reassign { handler: bench::MANY_HATS, words: "原承办人休假".to_owned() }),
        VerbName::Verify => Ask::Verify(verify(Finding::Substantiated, now)),
        VerbName::OrderRectification => Ask::OrderRectification(case::OrderRectification {
            responsible_party: "某物业公司".to_owned(),
            measures: "三日内清运".to_owned(),
            due_day: day,
            acceptance_unit: unit(TOWN_UNIT),
            document_number: None,
        }),
        VerbName::ReportRectified => Ask::ReportRectified(rectified(ResultCode::Rectified, now)),
        VerbName::AssignRecheck => Ask::AssignRecheck(case::AssignRecheck { rechecker: bench::PATROLLER2 }),
        VerbName::Recheck => Ask::Recheck(recheck(true, now)),
        VerbName::ProposeClosure => {
            Ask::ProposeClosure(case::ProposeClosure { result: ResultCode::Unsubstantiated, words: "现场未发现垃圾".to_owned() })
        }
        VerbName::OrderRecheck => Ask::OrderRecheck(words("抽中复查")),
        VerbName::Close => Ask::Close(close(ResultCode::Rectified)),
        VerbName::SendBack => Ask::SendBack(words("整改照片不清楚")),
        VerbName::StageClose => Ask::StageClose(case::StageClose { milestones: vec![milestone(day), milestone(day)], next_day: day }),
        VerbName::MilestoneDone => Ask::MilestoneDone(case::MilestoneDone { index: 0, words: "管网已建成".to_owned() }),
        VerbName::Suspend => {
            Ask::Suspend(case::Suspend { reason: case::SuspendReason::Appraisal, words: "等待检测报告".to_owned(), until: day })
        }
        VerbName::Resume => Ask::Resume(words("检测报告已出")),
        VerbName::TransferOut => Ask::TransferOut(case::TransferOut {
            to: "县公安局".to_owned(),
            letter: "澄环移〔2026〕1号".to_owned(),
            follow_up: day,
            words: "涉嫌犯罪".to_owned(),
        }),
        VerbName::RequestReopen => Ask::RequestReopen(words("垃圾又回来了")),
        VerbName::Reopen => Ask::Reopen(dispatch(TOWN_UNIT, TOWN_HANDLER)),
        VerbName::RefuseReopen => Ask::RefuseReopen(words("现场并无复发")),
        VerbName::AskExtension => Ask::AskExtension(case::AskExtension { days: 3, words: "设备到货延迟".to_owned() }),
        VerbName::GrantExtension => Ask::GrantExtension(case::GrantExtension { days: 3, words: "同意".to_owned() }),
        VerbName::Recategorise => {
            Ask::Recategorise(case::Recategorise { category: CategoryCode("C05".to_owned()), words: "实为粪污".to_owned() })
        }
        VerbName::Relocate => Ask::Relocate(case::Relocate { place: PLACE, division: code(TOWN), words: "位置有误".to_owned() }),
        VerbName::AboutUnit => {
            Ask::AboutUnit(case::AboutUnit { unit: Some(unit("ecology")), words: "反映的是生态环境局".to_owned() })
        }
        VerbName::Supervise => Ask::Supervise(case::Supervise { level: 1, answer_by: day, words: "请加快办理".to_owned() }),
        VerbName::AddCoUnit => Ask::AddCoUnit(case::AddCoUnit { unit: unit("ecology"), task: "协助取样".to_owned() }),
        VerbName::CoUnitDone => Ask::CoUnitDone(case::CoUnitWords { unit: unit("ecology"), words: "已取样".to_owned() }),
        VerbName::ReleaseCoUnit => Ask::ReleaseCoUnit(case::CoUnitWords { unit: unit("ecology"), words: "不再需要".to_owned() }),
        VerbName::Reply => Ask::Reply(reply()),
        VerbName::Note => Ask::Note(words("已电话联系")),
        VerbName::AddEvidence => {
            Ask::AddEvidence(case::AddEvidence { words: "补充一张".to_owned(), photos: vec![photo(7, Purpose::Scene, now)] })
        }
        VerbName::Callback => Ask::Callback(case::Callback { reached: true, words: "反映人表示满意".to_owned() }),
        VerbName::Rate => Ask::Rate(case::Rate { satisfied: true, words: String::new() }),
        VerbName::DecidePublication => Ask::DecidePublication(case::DecidePublication::Publish),
        VerbName::Redact => Ask::Redact(case::Redact { record: record(&number(), "C06", now) }),
        VerbName::Publish => Ask::Publish(case::Publish { record: record(&number(), "C06", now) }),
        VerbName::Withhold => Ask::Withhold(case::Withhold { ground: "涉及个人隐私".to_owned() }),
        VerbName::Withdraw => Ask::Withdraw(words("内容有误")),
        VerbName::Confirm => Ask::Confirm(words("同意")),
        VerbName::Void => Ask::Void(words("重复录入")),
        VerbName::Tick => Ask::Tick,
        VerbName::Patrol => Ask::Patrol(huiyin_domain::patrol::PatrolAsk::Start),
    }
}

fn milestone(day: time::Date) -> Milestone {
    Milestone {
        body: "住建局".to_owned(),
        goal: "管网建成".to_owned(),
        measures: "新建两公里".to_owned(),
        due_day: day,
        acceptance_unit: unit("ecology"),
        done: false,
    }
}
