//! The rulebook: its sections, the fields of its items, and every flaw it may have.

use super::document::paper_flaw;
use crate::locales::{Language, Words, dates};
use huiyin_domain::{
    case::State,
    document::{self, FieldName, FlawKind},
    rulebook::{Ending, Flaw, FlawCode, RecheckRule, TEMPLATE_FIELDS, file::Section},
    site::SiteKind,
};

impl Words for Section {
    fn words(self, language: Language) -> &'static str {
        match self {
            Section::Categories => language.pick("类别", "Categories"),
            Section::Clocks => language.pick("期限与数值", "Deadlines and numbers"),
            Section::Visits => language.pick("走访间隔（天）", "Visit intervals (days)"),
            Section::Units => language.pick("单位", "Units"),
            Section::Divisions => language.pick("乡镇和村", "Townships and villages"),
            Section::Routing => language.pick("交办例外", "Routing exceptions"),
            Section::Grids => language.pick("网格", "Grids"),
            Section::Zones => language.pick("管控区", "Zones"),
            Section::Calendar => language.pick("工作日历", "Working-day calendar"),
            Section::Legal => language.pick("法律依据", "Legal bases"),
            Section::Templates => language.pick("回复模板", "Reply templates"),
            Section::Papers => language.pick("文书模板", "Wording of papers"),
        }
    }
}

impl Words for RecheckRule {
    fn words(self, language: Language) -> &'static str {
        match self {
            RecheckRule::Always => language.pick("一律复查", "Always"),
            RecheckRule::OnDemand => language.pick("有别的规则要求时复查", "When another rule asks for it"),
        }
    }
}

impl Words for Ending {
    fn words(self, language: Language) -> &'static str {
        match self {
            Ending::With(result) => result.words(language),
            Ending::Declined => State::Declined.words(language),
            Ending::Transferred => State::Transferred.words(language),
        }
    }
}

/// What people call a field of an item, by its name in the file.
#[must_use]
pub fn rule_field(name: &str, language: Language) -> Option<&'static str> {
    numbers(name, language).or_else(|| by_class(name, language)).or_else(|| of_item(name, language)).or_else(|| of_site(name, language))
}

/// Intervals are named by the sort of site.
fn of_site(name: &str, language: Language) -> Option<&'static str> {
    let kind: SiteKind = serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()?;
    Some(kind.words(language))
}

fn of_item(name: &str, language: Language) -> Option<&'static str> {
    Some(match name {
        "code" => language.pick("代码", "Code"),
        "name" => language.pick("中文名称", "Name in Chinese"),
        "name_en" => language.pick("英文名称", "Name in English"),
        "icon" => language.pick("图标", "Icon"),
        "theme" => language.pick("专题", "Theme"),
        "lead_unit" => language.pick("责任单位", "Unit that leads"),
        "clock" => language.pick("办理时限类别", "Class of time"),
        "risk" => language.pick("风险", "Risk"),
        "min_photos" => language.pick("上报至少几张照片", "Fewest photos of a report"),
        "on_spot" => language.pick("可以当场整改了结", "May be put right on the spot"),
        "recheck" => language.pick("复查规则", "Re-inspection rule"),
        "before_and_after" => language.pick("结案要整改前、后照片", "Closing needs photos from before and after"),
        "sensitive" => language.pick("公开时位置只到乡镇", "The public sees the township only"),
        "checklist" => language.pick("现场查看要点", "What to look at on the spot"),
        "kind" => language.pick("种类", "Kind"),
        "division" => language.pick("负责的地方", "Where it is responsible"),
        "divisions" => language.pick("包含的乡镇和村", "Townships and villages in it"),
        "boundary" => language.pick("边界点", "Corners"),
        "category" => language.pick("类别", "Category"),
        "categories" => language.pick("适用类别", "Categories"),
        "results" => language.pick("适用结果（不选：任何结果）", "Results (none: whatever the result)"),
        "area" => language.pick("只在这个地方", "Only in"),
        "level" => language.pick("只在这个程度", "Only at this severity"),
        "unit" => language.pick("由谁牵头", "Led by"),
        "year" => language.pick("年份", "Year"),
        "source" => language.pick("依据的通知", "Notice it was entered from"),
        "days" => language.pick("放假和调休", "Rest days and make-up workdays"),
        "title" => language.pick("法律名称和条款", "Law and article"),
        "from" => language.pick("施行日期", "In force from"),
        "until" => language.pick("失效前最后一天", "Last day in force"),
        "text_en" => language.pick("英文正文", "Text in English"),
        "text" => language.pick("正文", "Text"),
        _ => return None,
    })
}

fn numbers(name: &str, language: Language) -> Option<&'static str> {
    Some(match name {
        "acceptance_wd" => language.pick("受理：工作日", "Accept: working days"),
        "acceptance_emergency_h" => language.pick("受理（紧急）：小时", "Accept an emergency: hours"),
        "dispatch_h" => language.pick("交办：小时", "Assign: hours"),
        "dispatch_emergency_h" => language.pick("交办（紧急）：小时", "Assign an emergency: hours"),
        "sign_for_wd" => language.pick("签收：工作日", "Sign for: working days"),
        "on_site_wd" => language.pick("到现场：工作日", "Check on the spot: working days"),
        "recheck_wd" => language.pick("复查：工作日", "Re-inspect: working days"),
        "publication_wd" => language.pick("公开：工作日", "Publish: working days"),
        "after_photo_radius_m" => language.pick("整改后照片离案件最远：米", "Photo from after, furthest from the case: metres"),
        "random_recheck_percent" => language.pick("快速结案的随机抽查比例：%", "Share of fast closures drawn for re-inspection: %"),
        "ask_reporter_max_days" => language.pick("等反映人补充最长：天", "Longest wait for a reporter’s answer: days"),
        "unmerge_days" => language.pick("可以撤销并案：天", "A merge may be undone for: days"),
        "merge_master_closed_days" => language.pick("主案办结后还可并入：天", "A closed case still takes others in for: days"),
        "return_wd" => language.pick("可以退单：工作日", "May be returned within: working days"),
        "suspend_max_days" => language.pick("中止最长：天", "Longest suspension: days"),
        "reopen_days" => language.pick("反映人可以申请重办：天", "A reporter may ask for it again within: days"),
        "liaison_extension_days" => language.pick("部门可以批准延期：天", "A department may extend by: days"),
        "extension_sum_days" => language.pick("延期合计最多：天", "Extensions add up to at most: days"),
        "similar_radius_m" => language.pick("相似案件的距离：米", "Similar cases lie within: metres"),
        "similar_days" => language.pick("相似案件的时间：天", "Similar cases came within: days"),
        "work_from_h" => language.pick("短信和邮件提醒从几点起：时", "Messages and mail are sent from: hour"),
        "work_to_h" => language.pick("短信和邮件提醒到几点止：时", "Messages and mail are sent until: hour"),
        _ => return None,
    })
}

fn by_class(name: &str, language: Language) -> Option<&'static str> {
    Some(match name.strip_prefix("by_class.").unwrap_or(name) {
        "emergency_h" => language.pick("办结 A 紧急：小时", "Close, A emergency: hours"),
        "simple_wd" => language.pick("办结 B 简单：工作日", "Close, B simple: working days"),
        "general_d" => language.pick("办结 C 一般：天", "Close, C general: days"),
        "complex_d" => language.pick("办结 D 复杂：天", "Close, D complex: days"),
        "petition_like_d" => language.pick("办结 E 参照信访：天", "Close, E like a petition: days"),
        "emergency_sign_for_h" => language.pick("签收（紧急）：小时", "Sign for an emergency: hours"),
        "emergency_on_site_h" => language.pick("到现场（紧急）：小时", "Check an emergency on the spot: hours"),
        _ => return None,
    })
}

/// Where a flaw lies: the section, which item of it counted from one, and the field.
#[must_use]
pub fn flaw_place(path: &str, language: Language) -> String {
    let (head, rest) = path.split_at(path.find(['.', '[']).unwrap_or(path.len()));
    let Some(section) = Section::named(head) else {
        return if path.is_empty() { language.pick("整个文件", "The whole file").to_owned() } else { path.to_owned() };
    };
    let mut place = section.words(language).to_owned();
    let (index, field) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((index, field)) => (index.parse::<usize>().ok(), field),
        None => (None, rest),
    };
    if let Some(index) = index {
        let n = index + 1;
        place.push_str(&language.pick(format!(" 第 {n} 项"), format!(", item {n}")));
    }
    let field = field.trim_start_matches('.');
    let (name, within) = match field.split_once('[') {
        Some((name, within)) => (name, within.split(']').next().and_then(|n| n.parse::<usize>().ok())),
        None => (field, None),
    };
    if !name.is_empty() {
        place.push_str(" · ");
        place.push_str(rule_field(name, language).unwrap_or(name));
    }
    if let Some(n) = within.map(|n| n + 1) {
        place.push_str(&language.pick(format!("（第 {n} 个）"), format!(" ({n})")));
    }
    place
}

/// What is wrong, and how to mend it, in one or two sentences.
#[must_use]
pub fn flaw(flaw: &Flaw, language: Language) -> String {
    let fixed = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match &flaw.code {
        FlawCode::WrongShape { what } => language.pick(
            format!("读不懂这里写的内容（{what}）。照着已有的写法改。"),
            format!("What stands here cannot be read ({what}). Write it as the others are written."),
        ),
        FlawCode::UnknownField => {
            fixed("没有这个名字的内容。删掉它，或改成对的名字。", "Nothing of this name belongs here. Take it out, or mend the name.")
        }
        FlawCode::WrongFormat => fixed(
            "不是这个系统能读的规则库文件。用“导出”得到的文件来改。",
            "This is not a rulebook file that is known here. Start from an exported one.",
        ),
        FlawCode::OtherCounty => {
            fixed("这是别的县的规则库。换成本县的文件。", "This is another county’s rulebook. Take the file of this one.")
        }
        FlawCode::Missing => fixed("没有填。填上。", "It is empty. Fill it in."),
        FlawCode::Duplicate => fixed("重复了。改成不同的，或删掉一个。", "It is there twice. Change it, or take one out."),
        FlawCode::MustStay { code } => language.pick(
            format!("{code} 已经生效过，案件还在用，不能删。加回来。"),
            format!("{code} has been in force and cases refer to it, so it cannot go. Put it back."),
        ),
        FlawCode::UnknownUnit => fixed("没有这个单位。先加单位，或另选一个。", "There is no such unit. Add it first, or choose another."),
        FlawCode::UnknownCategory => {
            fixed("没有这个类别。先加类别，或另选一个。", "There is no such category. Add it first, or choose another.")
        }
        FlawCode::UnknownDivision => {
            fixed("没有这个乡镇或村。先加上，或另选一个。", "There is no such township or village. Add it first, or choose another.")
        }
        FlawCode::NobodyLeads { division } => language.pick(
            format!("没有责任单位，而 {division} 也没有乡镇单位来承办。选一个责任单位，或加上乡镇单位。"),
            format!("No unit leads it, and {division} has no unit of its own. Choose a unit, or add the township’s."),
        ),
        FlawCode::OutOfRange { min, max } => {
            language.pick(format!("数字不合适。填 {min} 到 {max}。"), format!("The number makes no sense. Enter {min} to {max}."))
        }
        FlawCode::DayTwice { day, contradicts } => {
            let day = dates::day_and_year(*day, language);
            match contradicts {
                true => language.pick(
                    format!("{day} 既写成放假，又写成上班。只留一个。"),
                    format!("{day} is both a rest day and a workday. Keep one of the two."),
                ),
                false => language.pick(format!("{day} 写了两次。只留一次。"), format!("{day} is named twice. Keep it once.")),
            }
        }
        FlawCode::DayOutside => fixed("日期不在这一年。放到对的年份里。", "The days are of another year. Put them where they belong."),
        FlawCode::PeriodReversed => fixed("结束早于开始。改日期。", "It ends before it begins. Mend the days."),
        FlawCode::UnknownTemplateField { field } => {
            let known = TEMPLATE_FIELDS.map(|field| format!("{{{field}}}")).join(language.pick("、", ", "));
            language
                .pick(format!("不认识 {{{field}}}。可以用：{known}。"), format!("{{{field}}} is not known. These may be used: {known}."))
        }
        FlawCode::Paper { flaw } => paper(flaw, language),
        FlawCode::NotClosed => fixed(
            "边界没有闭合：至少四个点，最后一个与第一个相同。",
            "The edge is not closed: it needs four corners at least, the last one the same as the first.",
        ),
        FlawCode::OutsideCounty => fixed("这个点在县外。核对经纬度。", "This corner lies outside the county. Check its degrees."),
        FlawCode::NoPeople => fixed(
            "这个单位还没有人。可以生效，但交办给它时选不到承办人。",
            "Nobody works for this unit yet. It may be put in force, but nothing can be assigned there.",
        ),
    }
}

/// A mistake in the wording of a paper, with its place and how to mend it.
fn paper(flaw: &document::Flaw, language: Language) -> String {
    let how = match &flaw.what {
        FlawKind::UnknownField { .. } => {
            let known = FieldName::ALL.map(|field| format!("{{{}}}", field.code())).join(language.pick("、", ", "));
            language.pick(format!("可以用：{known}，{{_}} 留给手填。"), format!("These may be used: {known}; {{_}} is left to the pen."))
        }
        FlawKind::LoneBrace => language.pick("补上另一半，或删掉它。", "Add its partner, or take it out.").to_owned(),
        FlawKind::RowWithoutContent => language.pick("写成“| 名称 | 内容”。", "Write it as “| name | content”.").to_owned(),
        FlawKind::Empty => language.pick("写上正文。", "Write the text.").to_owned(),
    };
    let (stop, gap) = (language.pick("。", "."), language.pick("", " "));
    format!("{}{stop}{gap}{how}", paper_flaw(flaw, language))
}
