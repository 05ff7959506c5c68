//! A start for the redactor: a summary made from what the rules know, never from anybody's words.

use super::{Case, Disposal, Finding, ResultCode, VerbName};
use crate::{
    moment::Moment,
    photo::{Photo, Purpose},
    publication::{PublicPhoto, PublicPlace, PublicRecord, PublicStep, PublicStepKind},
    rulebook::Rulebook,
    site::SiteKind,
};

/// The public record a closed case would get, for a person to improve. `site` is the kind of its inspected place: only
/// enterprises and public works are shown exactly. `None` until it has a number and is closed.
#[must_use]
pub fn public_draft(case: &Case, book: &Rulebook, site: Option<SiteKind>) -> Option<PublicRecord> {
    let (number, closed_at) = (case.number.clone()?, case.closed_at?);
    let category = book.category(&case.category)?;
    let division = case.division.as_ref().and_then(crate::division::DivisionCode::township).unwrap_or_else(|| book.county.code.clone());
    let where_name = book.division(&division).map_or("", |division| &division.name);
    let unit = case.lead_unit.as_ref().and_then(|code| book.unit(code)).or_else(|| book.lead_unit_at(category, &division, case.severity));
    Some(PublicRecord {
        number,
        title: format!("{where_name}{}问题", category.name),
        category: case.category.clone(),
        place: place(case, category.sensitive, site),
        found: found(case.finding, &category.name),
        done: done(case),
        reply: "办理情况和结果已告知反映人，可凭回执编号查询。".to_owned(),
        photos: photos(case),
        timeline: public_steps(case),
        closed_at,
        due_at: case.last_promise,
        unit: unit.map_or_else(|| book.county.name.clone(), |unit| unit.name.clone()),
        division,
    })
}

fn place(case: &Case, sensitive: bool, site: Option<SiteKind>) -> Option<PublicPlace> {
    let point = case.place.filter(|_| !sensitive)?;
    let public = case.site.is_some() && site.is_some_and(SiteKind::place_is_public);
    Some(if public { PublicPlace::Exact { point } } else { PublicPlace::Cell { centre: point.public_cell() } })
}

fn found(finding: Option<Finding>, what: &str) -> String {
    match finding {
        Some(Finding::Substantiated) => format!("经现场核实，反映的{what}问题属实。"),
        Some(Finding::Partly) => format!("经现场核实，反映的{what}问题部分属实。"),
        Some(Finding::Unsubstantiated) => format!("经现场核实，反映的{what}问题不属实。"),
        Some(Finding::NotApplicable) | None => format!("经核实，反映的事项属于{what}方面的咨询或建议。"),
    }
}

fn done(case: &Case) -> String {
    let result = match case.result {
        Some(ResultCode::Rectified) => "已完成整改。",
        Some(ResultCode::RectifiedOnSpot) => "已当场整改。",
        Some(ResultCode::PunishedAndRectified) => "已依法处罚并完成整改。",
        Some(ResultCode::ShutDownOrDemolished) => "已依法关停取缔。",
        Some(ResultCode::PartlyTrueHandled) => "属实部分已处理完毕。",
        Some(ResultCode::CannotSolveNow) => "目前暂时无法解决，已说明原因并将继续跟进。",
        Some(ResultCode::WithdrawnByReporter) => "反映人已撤回。",
        Some(ResultCode::Unsubstantiated | ResultCode::Explained) | None => "已作说明。",
    };
    let disposal = match case.disposal {
        Some(Disposal::EducateAndCorrect) => "对责任主体进行了批评教育并责令改正。",
        Some(Disposal::Order) => "已责令责任主体限期整改。",
        Some(Disposal::PenaltyFiled { .. }) => "已立案查处。",
        Some(Disposal::Transfer { .. }) => "已移送有关部门处理。",
        Some(Disposal::ShutDownOrDemolish | Disposal::NoPenalty { .. }) | None => "",
    };
    let recheck = if case.rechecks.last().is_some_and(|done| done.passed) { "经现场复查，整改到位。" } else { "" };
    format!("{disposal}{result}{recheck}")
}

/// One before and one after: the first as it was told, the last as it was shown.
fn photos(case: &Case) -> Vec<PublicPhoto> {
    let shown = |photo: &Photo, after: bool, caption: &str| PublicPhoto {
        original: photo.hash,
        after,
        caption: caption.to_owned(),
        blur: Vec::new(),
    };
    let before = case.photos().find(|photo| photo.purpose == Purpose::Before).map(|photo| shown(photo, false, "整改前"));
    let after = case.photos().filter(|photo| photo.purpose == Purpose::After).last().map(|photo| shown(photo, true, "整改后"));
    before.into_iter().chain(after).collect()
}

/// What happened so far as anybody may be told it, oldest first: steps and dates, never persons.
#[must_use]
pub fn public_steps(case: &Case) -> Vec<PublicStep> {
    let verified = case.touches.iter().rev().find(|touch| touch.verb == VerbName::Verify).map(|touch| touch.at);
    let rechecked = case.rechecks.iter().rev().find(|done| done.passed).map(|done| done.at);
    let mut steps: Vec<PublicStep> = [
        (PublicStepKind::Reported, Some(case.opened_at)),
        (PublicStepKind::Accepted, case.accepted_at),
        (PublicStepKind::Assigned, case.dispatched_at),
        (PublicStepKind::Verified, verified),
        (PublicStepKind::Rectified, case.rectified_at),
        (PublicStepKind::Rechecked, rechecked),
        (PublicStepKind::Replied, replied_at(case)),
        (PublicStepKind::Closed, case.closed_at),
    ]
    .into_iter()
    .filter_map(|(what, at)| at.map(|at| PublicStep { what, at }))
    .collect();
    steps.sort_by_key(|step| step.at);
    steps
}

fn replied_at(case: &Case) -> Option<Moment> {
    case.reports.iter().filter(|filed| filed.reply.is_some()).filter_map(|filed| filed.replied_at).min()
}
