//! Refusals: what is unmet and how to meet it, so that nobody is left with a "no".

use crate::locales::{Language, Words, dates};
use huiyin_domain::refusal::{self, Code};

/// An unmet rule as a person reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unmet {
    /// What is not met.
    pub what: String,
    /// How to meet it.
    pub how: String,
}

impl Unmet {
    /// Both in one line.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        language.pick(format!("{}。{}。", self.what, self.how), format!("{}. {}.", self.what, self.how))
    }
}

/// The words of an unmet rule, with the field's name in front when it speaks of one.
#[must_use]
pub fn unmet(unmet: &refusal::Unmet, language: Language) -> Unmet {
    let [zh, en] = say(&unmet.code);
    let (what, how) = language.pick(zh, en);
    let what = match unmet.field.as_deref().and_then(|path| field(path, language)) {
        Some(name) => language.pick(format!("{name}：{what}"), format!("{name}: {what}")),
        None => what,
    };
    Unmet { what, how }
}

/// What people call a field of a form, by its path in the command, as `report.words`.
#[must_use]
pub fn field(path: &str, language: Language) -> Option<&'static str> {
    let name = path.split(['.', '[']).rfind(|part| part.chars().any(char::is_alphabetic))?;
    Some(match name {
        "words" | "done" | "measures" | "task" | "goal" => language.pick("文字说明", "Words"),
        "category" => language.pick("类别", "Category"),
        "division" => language.pick("乡镇或村", "Township or village"),
        "place" | "fix" | "point" => language.pick("位置", "Place"),
        "reason" | "away_reason" | "no_photo_reason" | "ground" => language.pick("原因", "Reason"),
        "photos" | "taken_at" => language.pick("照片", "Photos"),
        "sites" | "site" => language.pick("点位", "Places"),
        "areas" => language.pick("片区", "Areas"),
        "from" => language.pick("开始日期", "First day"),
        "handler" => language.pick("承办人", "Handler"),
        "rechecker" => language.pick("复查员", "Re-inspector"),
        "second_officer" => language.pick("第二名执法人员", "Second officer"),
        "lead_unit" => language.pick("牵头单位", "Lead unit"),
        "co_units" | "unit" => language.pick("单位", "Unit"),
        "acceptance_unit" => language.pick("验收单位", "Unit that accepts it as done"),
        "responsible_party" => language.pick("责任主体", "Responsible party"),
        "due_day" | "until" | "next_day" | "answer_by" | "follow_up" => language.pick("日期", "Date"),
        "visited_at" | "made_at" => language.pick("时间", "Time"),
        "days" => language.pick("天数", "Days"),
        "level" => language.pick("督办等级", "Supervision level"),
        "result" => language.pick("办理结果", "Result"),
        "finding" => language.pick("核实结论", "Finding"),
        "disposal" => language.pick("处理措施", "Disposal"),
        "document_number" | "letter" => language.pick("文号", "Document number"),
        "people" => language.pick("在场人员", "People present"),
        "master" => language.pick("并入的案件", "Case to merge into"),
        "where_to_go" => language.pick("可以去哪里反映", "Where to go instead"),
        "to" => language.pick("接收单位", "Receiving body"),
        "record" => language.pick("公开稿", "Public summary"),
        "title" => language.pick("标题", "Title"),
        "found" => language.pick("查到了什么", "What was found"),
        "reply" => language.pick("回复", "Reply"),
        "caption" => language.pick("照片说明", "Caption"),
        _ => return None,
    })
}

/// A pair of what and how, per language.
type Said = [(String, String); 2];

fn said(zh: (&str, &str), en: (&str, &str)) -> Said {
    [(zh.0.to_owned(), zh.1.to_owned()), (en.0.to_owned(), en.1.to_owned())]
}

fn say(code: &Code) -> Said {
    match code {
        Code::NoSuchCase => said(
            ("没有这件案件，或者不在您的范围内", "核对案件号，或请交办您的人确认"),
            ("There is no such case, or it is outside your area", "Check the number, or ask whoever assigned it to you"),
        ),
        Code::NotAllowed => {
            said(("您的岗位不能做这一步", "请有权限的同事来办"), ("Your role may not do this here", "Ask a colleague whose role allows it"))
        }
        Code::WrongState { state } => [
            (format!("案件现在是“{}”，不能做这一步", state.words(Language::Zh)), "刷新页面，看现在可以做什么".to_owned()),
            (
                format!("The case is now “{}”; this step does not fit", state.words(Language::En)),
                "Reload the page to see what can be done now".to_owned(),
            ),
        ],
        Code::AlreadyExists => said(
            ("这件已经上报过了", "不用再报，到回执里看进展"),
            ("This has been reported already", "No need to send it again; follow it under its receipt"),
        ),
        Code::Missing => said(("还没有填", "填上再提交"), ("It is empty", "Fill it in and send again")),
        Code::TooShort { min } => [
            ("写得太短".to_owned(), format!("至少写 {min} 个字")),
            ("It is too short".to_owned(), format!("Write at least {min} characters")),
        ],
        Code::TooLong { max } => {
            [("内容太多".to_owned(), format!("不能超过 {max}，删减一些")), ("It is too long".to_owned(), format!("Keep it within {max}"))]
        }
        Code::UnknownCategory => said(("没有这个类别", "从列表里重新选一个"), ("There is no such category", "Choose one from the list")),
        Code::UnknownDivision => {
            said(("没有这个乡镇或村", "从列表里重新选一个"), ("There is no such township or village", "Choose one from the list"))
        }
        Code::UnknownUnit => said(("没有这个单位", "从列表里重新选一个"), ("There is no such unit", "Choose one from the list")),
        Code::UnknownPerson => said(
            ("没有这个人，或者他没有这个岗位", "从列表里重新选一个人"),
            ("There is no such person, or not in that role", "Choose a person from the list"),
        ),
        Code::NotInUnit => said(
            ("这个人不在该单位", "换一个人，或换一个单位"),
            ("This person does not work for that unit", "Choose another person or another unit"),
        ),
        Code::ImpossiblePlace => {
            said(("这个坐标在地球上不存在", "重新定位，或在地图上点一下"), ("No such place on earth", "Measure again, or tap the map"))
        }
        Code::OutsideCounty => said(
            ("这个位置不在本县", "核对位置；确实在县外的，请选“不予受理”并告诉去哪里反映"),
            ("The place is outside the county", "Check it; if it is right, decline and say where to go instead"),
        ),
        Code::ImpossibleTime { latest } => [
            (
                "时间不对".to_owned(),
                format!("不能晚于 {}，也不能太早；核对手机的日期和时间", dates::moment_and_year(*latest, Language::Zh)),
            ),
            (
                "The time cannot be right".to_owned(),
                format!(
                    "It must not be after {} nor long ago; check the phone’s date and time",
                    dates::moment_and_year(*latest, Language::En)
                ),
            ),
        ],
        Code::DayOutOfRange => {
            said(("日期不合适", "选今天以后、期限以内的一天"), ("The day does not fit", "Choose a day after today and within the limit"))
        }
        Code::NumberOutOfRange { min, max } => [
            ("数字不合适".to_owned(), format!("填 {min} 到 {max} 之间的数")),
            ("The number does not fit".to_owned(), format!("Enter a number from {min} to {max}")),
        ],
        Code::PhotosMissing { min } => [
            ("照片不够".to_owned(), format!("这一类至少要 {min} 张照片")),
            ("There are too few photos".to_owned(), format!("This category needs at least {min}")),
        ],
        Code::BeforePhotoMissing => {
            said(("缺整改前的照片", "补一张整改前的照片"), ("The photo from before is missing", "Add a photo taken before rectification"))
        }
        Code::AfterPhotoMissing => said(
            ("缺整改后的照片", "到现场补拍一张整改后的照片"),
            ("The photo from after is missing", "Add a photo taken after rectification"),
        ),
        Code::PhotoTooEarly => said(
            ("整改后的照片拍得比交办还早", "重新拍一张现在的照片"),
            ("The photo from after was taken before the matter was assigned", "Take a new one now"),
        ),
        Code::PhotoTooFar { distance_m, max_m } => [
            (format!("照片是在 {distance_m} 米外拍的"), format!("走到 {max_m} 米以内重拍，或写明原因")),
            (format!("The photo was taken {distance_m} m away"), format!("Take it within {max_m} m, or give a reason")),
        ],
        Code::PositionMissing => said(
            ("没有记下位置", "到现场打开定位再提交"),
            ("There is no position with it", "Switch positioning on at the place and send again"),
        ),
        Code::NotOnSpot => said(
            ("这一类不能当场整改了结", "按普通上报提交，由单位办理"),
            ("This category cannot be settled on the spot", "File it as an ordinary report"),
        ),
        Code::UnitNeedsReason => said(
            ("选的不是规则指定的单位", "写明为什么交给它，或改回规则指定的单位"),
            ("It is not the unit the rule names", "Say why, or choose the rule’s unit"),
        ),
        Code::SimilarNotJudged => said(
            ("附近有相似的案件还没有比对", "逐件看一下，是同一件就并案，不是就勾选“不是同一件”"),
            ("Similar cases nearby have not been judged", "Look at each: merge it, or mark it as another matter"),
        ),
        Code::TooLate => {
            said(("已经过了办这一步的时限", "请县调度员决定"), ("The time for this step is over", "Ask the county dispatcher to decide"))
        }
        Code::ReturnedTwice => said(
            ("已经退过两次，不能再退", "按县调度员的决定承办；确有困难的写在记事里"),
            ("It has been returned twice", "The dispatcher’s choice stands; put difficulties in a note"),
        ),
        Code::SamePerson => said(
            ("承办、复查、办结不能是同一个人", "换一个人来办这一步"),
            ("Handler, re-inspector and closer must be different persons", "Let another person do this step"),
        ),
        Code::NotVerified => said(
            ("还没有核实结论", "先到现场核实，提交核实结果"),
            ("Nothing has been verified yet", "Check on the spot and record the finding first"),
        ),
        Code::CertificateNeeded => said(
            ("依法责令要有行政执法证", "请持证人员办理，或改为不带文号的整改要求"),
            ("An order under law needs an enforcement certificate", "Let a certified officer do it, or leave the document number out"),
        ),
        Code::SecondOfficerNeeded => said(
            ("处罚后的复查要两名执法人员", "选上第二名执法人员"),
            ("After a penalty two officers must re-inspect", "Name the second officer"),
        ),
        Code::FindingAndResultDisagree => said(
            ("核实结论和办理结果对不上", "改选与核实结论一致的办理结果，或重新核实"),
            ("Finding and result do not agree", "Choose a result that fits the finding, or verify again"),
        ),
        Code::EvidenceMissing => said(
            ("证据不全", "补上这一类要求的整改前、整改后照片"),
            ("Evidence is missing", "Add the photos from before and after that this category asks for"),
        ),
        Code::PhotoNotArrived => said(
            ("有照片还没有传到县里", "请拍照的人连上网，等照片传完"),
            ("Some photos have not arrived yet", "Ask whoever took them to go online until they are sent"),
        ),
        Code::RecheckMissing => said(
            ("还没有通过复查", "派一名没有承办过的人到现场复查"),
            ("No independent re-inspection has passed", "Assign it to somebody who has not handled the case"),
        ),
        Code::CloserNotIndependent => said(
            ("您承办或复查过这件，不能由您办结", "请另一位有权限的同事办结"),
            ("You handled or re-inspected this case, so you may not close it", "Ask another colleague with the right to close"),
        ),
        Code::ReplyMissing { reports } => [
            (format!("还有 {reports} 位反映人没有得到回复"), "写好回复并发送，或记下为什么送不到".to_owned()),
            (
                format!("{reports} {} had no reply", if *reports == 1 { "reporter has" } else { "reporters have" }),
                "Write and send the reply, or record why it cannot be delivered".to_owned(),
            ),
        ],
        Code::CoUnitOpen => said(
            ("有协办单位还没有办完", "请协办单位记下完成，或写明理由免去协办"),
            ("A co-unit is not done", "Have it record its part, or release it with a reason"),
        ),
        Code::DisposalMissing => said(
            ("属实的案件还没有处理措施", "选一种处理措施，不处罚的写明依据"),
            ("Substantiated, but nothing was done about who did it", "Choose a disposal; for no penalty give the ground"),
        ),
        Code::PublicationUndecided => said(
            ("还没有决定是否公开", "先决定公开，或写明不公开的依据"),
            ("Publication is not decided", "Decide to publish, or give the ground for not publishing"),
        ),
        Code::TriesMissing => said(
            ("联系的次数不够", "在两天内至少试三次，把每次的时间记下来"),
            ("Too few tries to reach the reporter", "Try three times on two days and record each"),
        ),
        Code::PersonalData => said(
            ("文字里有个人信息", "删掉手机号、身份证号、车牌号、银行卡号"),
            ("The text holds something personal", "Take out phone, ID, plate and bank numbers"),
        ),
        Code::ExtensionNotAsked => {
            said(("没有延期申请", "由承办人先申请延期"), ("More time was not asked for", "The handler must ask first"))
        }
        Code::ExtensionTooLong { left } => [
            ("延期总天数超了".to_owned(), format!("最多还能延 {left} 天")),
            (
                "The extensions add up to too much".to_owned(),
                format!("At most {left} more {}", if *left == 1 { "day is" } else { "days are" }) + " left",
            ),
        ],
        Code::AlreadyAsked => said(
            ("这一阶段已经申请过一次", "等答复，或在下一阶段再申请"),
            ("It was asked for already in this phase", "Wait for the answer or the next phase"),
        ),
        Code::MergeCircle => said(
            ("不能并到自己，也不能来回并", "另选一件作为主案"),
            ("A case cannot be merged into itself or in a circle", "Choose another case to keep"),
        ),
        Code::MasterTooOld => {
            said(("那件办结太久了，不能再并进去", "单独办理这一件"), ("That case was closed too long ago", "Handle this one by itself"))
        }
        Code::NothingWaiting => said(
            ("没有在等这一步的事", "刷新页面，看现在可以做什么"),
            ("Nothing waits for this", "Reload the page to see what can be done now"),
        ),
        Code::RedactorIsReviewer => said(
            ("写公开稿的人不能自己审核", "请另一位审核员来审"),
            ("Whoever wrote the summary may not review it", "Ask another reviewer"),
        ),
        Code::RecordDiffers => said(
            ("要公开的和审核过的不一样", "把改动过的公开稿重新送审"),
            ("What would be published is not what was reviewed", "Send the changed summary to review again"),
        ),
        Code::NamedReport => said(
            ("实名反映的不能作废", "按程序办理；不属于本县的选“不予受理”"),
            ("A report by a named person cannot be voided", "Handle it; decline it if it is not ours"),
        ),
        Code::NoSuchMilestone => said(
            ("没有这个阶段目标，或者已经完成", "刷新页面再选"),
            ("This goal does not exist or is reached already", "Reload the page and choose again"),
        ),
        Code::NoSuchPatrol => said(
            ("没有这次巡查", "回到巡查列表再看；它可能不归您管"),
            ("There is no such patrol", "Look at the list of patrols; it may not be yours to see"),
        ),
        Code::PatrolOver => said(("这次巡查已经结束", "需要的话，另安排一次"), ("This patrol is over", "Plan another one if it is needed")),
        Code::UnknownSite => said(
            ("没有这个点位，或者它不在这次巡查里", "从列表里另选一个"),
            ("No such place, or not one of this patrol", "Choose another one from the list"),
        ),
        Code::AboutTheirUnit => said(
            ("这件反映的就是这个单位", "换与它无关的单位和人来办"),
            ("The matter is about that very unit", "Let a unit and people take it on that have nothing to do with it"),
        ),
        Code::AboutAnotherUnit => said(
            ("两件反映的单位不一样", "先把两件都标明反映的是同一个单位，再并案"),
            ("The two are not about the same unit", "Mark both as being about the same unit first, then merge them"),
        ),
        Code::NotTheirArea => said(
            ("不在本人或您管的范围内", "换一个人或一个地方，或请县调度中心安排"),
            ("Outside the area or unit it is in charge of", "Choose another person or place, or ask the county dispatcher"),
        ),
        Code::ReporterOnly => said(
            ("这一步只能由反映人来做", "请反映人凭回执号办理"),
            ("Only the reporter may do this", "The reporter can do it with the receipt number"),
        ),
    }
}
