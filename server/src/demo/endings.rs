//! How matters end, each in its own steps.

use super::life::Life;
use huiyin_domain::{
    case::{
        Ask, Close, DecidePublication, Decline, DeclineReason, Disposal, Finding, Merge, Milestone, Publication, Publish, Redact,
        ResultCode, StageClose, Suspend, SuspendReason, TransferOut, Words,
    },
    ids::CaseId,
    people::Role,
    publication::{PublicPhoto, PublicRecord},
};
use time::Duration;

pub(super) fn on_spot(life: &mut Life<'_>) {
    life.solved_on_spot();
    // A draw may ask for a recheck.
    life.recheck_assigned(1.0, 8.0);
    life.rechecked(true, 4.0, 30.0);
    // Where the draw asks for it.
    life.recheck_assigned(1.0, 8.0);
    life.rechecked(true, 4.0, 30.0);
    life.replied(life.matter.plot.reply, 1.0, 10.0);
    life.publication_decided(DecidePublication::Publish);
    let by = life.matter.coordinator;
    life.pass(0.2, 3.0);
    life.ask(
        by,
        Ask::Close(Close {
            result: ResultCode::RectifiedOnSpot,
            disposal: Some(Disposal::EducateAndCorrect),
            words: "当场整改到位，同意结案。".to_owned(),
        }),
    );
    life.heard_from();
    redacted(life);
    published(life);
}

pub(super) fn declined(life: &mut Life<'_>) {
    life.told();
    life.pass(2.0, 9.0);
    let (reason, words, where_to_go) = *life.dice.pick(&[
        (
            DeclineReason::OtherProcedure,
            "所反映的事项已由人民法院受理，正在审理中，按规定不重复受理。",
            "请等待法院裁判，或向审理法院了解进展。",
        ),
        (
            DeclineReason::NotOurMatter,
            "所反映的是邻里宅基地边界纠纷，不属于生态环境保护工作范围。",
            "请向所在村民委员会或乡镇司法所申请调解。",
        ),
        (DeclineReason::AlreadyAnswered, "同一事项上月已经办结并答复，这次没有新的情况。", "如有新的情况，请补充后再次反映。"),
    ]);
    let dispatcher = life.matter.dispatcher;
    life.ask(dispatcher, Ask::Decline(Decline { reason, words: words.to_owned(), where_to_go: where_to_go.to_owned() }));
    life.replied(words, 0.3, 3.0);
}

pub(super) fn void(life: &mut Life<'_>) {
    life.told();
    life.pass(1.0, 6.0);
    let (one, other) = (life.matter.dispatcher, life.other_dispatcher());
    life.ask(one, Ask::Void(Words { words: "演练时误报，现场没有这件事。".to_owned() }));
    life.pass(0.2, 3.0);
    life.ask(other, Ask::Confirm(Words { words: "核对无误，同意作废。".to_owned() }));
}

pub(super) fn merged(life: &mut Life<'_>, master: Option<CaseId>) {
    life.told();
    life.pass(0.5, 5.0);
    let by = life.matter.coordinator;
    if let Some(master) = master {
        life.ask(by, Ask::Merge(Merge { master, words: "同一地点、同一问题，前一天已有上报，并入一起办理。".to_owned() }));
    }
}

pub(super) fn transferred(life: &mut Life<'_>) {
    life.pass(2.0, 12.0);
    let dispatcher = life.matter.dispatcher;
    let number = life.dice.between(2, 60);
    let (letter, follow_up) = (format!("澄环移〔{}〕第{number}号", life.now.day().year()), (life.now + Duration::days(20)).day());
    life.ask(
        dispatcher,
        Ask::TransferOut(TransferOut {
            to: "市生态环境保护综合执法支队".to_owned(),
            letter,
            follow_up,
            words: "污染源头在邻县境内，移送市级统一处理。".to_owned(),
        }),
    );
    life.replied("您反映的问题源头在邻县，已经移送市级执法支队统一处理，我们会在二十天内了解进展再告诉您。", 0.5, 4.0);
}

pub(super) fn unsubstantiated(life: &mut Life<'_>) {
    life.verified(Finding::Unsubstantiated, 3.0, 18.0);
    life.closure_proposed(ResultCode::Unsubstantiated);
    life.replied("收到您的反映后，我们到现场看了两次，也问了周边住户，没有发现所反映的情况。如果再次看到，请随时告诉我们。", 1.0, 8.0);
    life.publication_decided(DecidePublication::Publish);
    life.closed_with(ResultCode::Unsubstantiated, None, 0.5, 10.0);
    life.heard_from();
    let found = life.words("到{place}现场查看两次并走访周边，没有发现所反映的情况。");
    write(
        life,
        Summary {
            title: "经核实未发现所反映的问题".to_owned(),
            found,
            done: "向上报人说明了情况，并把这个点列入下月巡查。".to_owned(),
            reply: "到现场看了两次，也问了周边住户，没有发现所反映的情况。如果再次看到，请随时告诉我们。".to_owned(),
            photos: Vec::new(),
        },
    );
    published(life);
}

pub(super) fn suspended(life: &mut Life<'_>) {
    life.verified(Finding::Substantiated, 3.0, 18.0);
    life.pass(2.0, 20.0);
    let (by, until) = (life.closer(), (life.now + Duration::days(45)).day());
    let words = "水样需要送省级实验室做特征污染物鉴定，等结果出来再继续。".to_owned();
    life.ask(by, Ask::Suspend(Suspend { reason: SuspendReason::Appraisal, words, until }));
    life.replied("水样已送省级实验室鉴定，等结果出来后会继续办理并再次答复您。", 0.3, 3.0);
}

pub(super) fn stage_closed(life: &mut Life<'_>) {
    life.replied("近期要做的整改已经完成，管网改造还需要几个月，我们会按计划推进，完成后再答复您。", 1.0, 8.0);
    life.pass(0.5, 6.0);
    let due_day = (life.now + Duration::days(150)).day();
    let next_day = (life.now + Duration::days(60)).day();
    let dispatcher = life.matter.dispatcher;
    let milestone = |goal: &str, measures: &str| Milestone {
        body: life.matter.plot.party.to_owned(),
        goal: goal.to_owned(),
        measures: measures.to_owned(),
        due_day,
        acceptance_unit: life.matter.unit.clone(),
        done: false,
    };
    let milestones = vec![
        milestone("主管网改造完成通水", "分两段施工，先西段后东段，完工闭水试验。"),
        milestone("连续三个月监测达标", "每月取样一次，结果上墙。"),
    ];
    life.ask(dispatcher, Ask::StageClose(StageClose { milestones, next_day }));
}

pub(super) fn reopen_requested(life: &mut Life<'_>) {
    life.pass(60.0, 160.0);
    let leader = life.county(Role::Leader);
    let words = life.words("下乡时看到{place}的问题又有反复，请重新办理。");
    life.ask(leader, Ask::RequestReopen(Words { words }));
}

pub(super) fn reopened(life: &mut Life<'_>) {
    reopen_requested(life);
    // Not by whoever closed it.
    let by = if life.closer() == life.matter.dispatcher { life.other_dispatcher() } else { life.matter.dispatcher };
    life.reopened(by);
    life.signed(0.4, 6.0);
    life.verified(Finding::Substantiated, 2.0, 10.0);
    life.rectified(10.0, 50.0);
    life.recheck_assigned(1.0, 8.0);
    life.rechecked(true, 4.0, 30.0);
    life.replied(life.matter.plot.reply, 1.0, 8.0);
    life.publication_decided(DecidePublication::Publish);
    life.closed(0.5, 10.0);
    redacted(life);
    published(life);
}

/// The summary of a matter that was true and put right.
pub(super) fn redacted(life: &mut Life<'_>) {
    let plot = life.matter.plot;
    let photos = vec![
        PublicPhoto {
            original: life.matter.pair.before.hash, after: false, caption: format!("整改前：{}", plot.title), blur: Vec::new()
        },
        PublicPhoto {
            original: life.matter.pair.after.hash, after: true, caption: "整改后的同一位置".to_owned(), blur: Vec::new()
        },
    ];
    write(
        life,
        Summary {
            title: plot.title.to_owned(),
            found: plot.public_found.to_owned(),
            done: plot.done.to_owned(),
            reply: plot.reply.to_owned(),
            photos,
        },
    );
}

/// What a redactor writes; the rest of the record is facts.
struct Summary {
    title: String,
    found: String,
    done: String,
    reply: String,
    photos: Vec<PublicPhoto>,
}

fn write(life: &mut Life<'_>, summary: Summary) {
    life.pass(4.0, 40.0);
    let site = life.matter.site_kind;
    let by = life.matter.coordinator;
    life.when(by, move |scene| {
        let draft = huiyin_domain::case::public_draft(scene.case?, scene.rulebook, site)?;
        let Summary { title, found, done, reply, photos } = summary;
        let record = PublicRecord { title, found, done, reply, photos, ..draft };
        Some(Ask::Redact(Redact { record }))
    });
}

/// The reviewer approves what the redactor wrote.
pub(super) fn published(life: &mut Life<'_>) {
    life.pass(3.0, 60.0);
    let reviewer = life.county(Role::Reviewer);
    life.when(reviewer, |scene| match &scene.case?.publication {
        Publication::AwaitingReview { record, .. } => Some(Ask::Publish(Publish { record: (**record).clone() })),
        _ => None,
    });
}

pub(super) fn withdrawn(life: &mut Life<'_>) {
    life.pass(100.0, 300.0);
    let reviewer = life.county(Role::Reviewer);
    life.ask(reviewer, Ask::Withdraw(Words { words: "照片里能认出住户门牌，先撤下重新处理。".to_owned() }));
}
