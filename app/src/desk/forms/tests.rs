//! Every form of the desk makes an ask that the domain can read, names what is empty, and says all of it in two languages.

use super::{Answers, Ground, Kind, Sheet, placed, sheet};
use crate::{
    backend::{CaseView, InboxGroup, InboxRow, Me},
    locales::Language,
};
use huiyin_domain::{
    case::{
        Ask, AwaitedConfirmation, Case, CoUnit, Entry, Event, Milestone, Publication, Reporter, ResultCode, State, Submit, VerbName, Words,
        fold,
    },
    ids::{CaseId, CommandId, PersonId},
    moment::Moment,
    people::{PersonCard, UnitCode},
    photo::{Photo, Purpose},
    place::Point,
    publication::{PublicPlace, PublicRecord},
    report::{Report, Severity, Whereabouts},
    rulebook::{CategoryCode, ClockClass, Ending, ReplyTemplate, Risk, seed},
};
use time::macros::{date, datetime};
use uuid::Uuid;

fn now() -> Moment {
    Moment::new(datetime!(2026-11-23 14:00 +8))
}

fn me() -> Me {
    let map = include_str!("../../../../server/seed/county.geojson");
    let calendar = include_str!("../../../../server/seed/calendar.csv");
    let person =
        PersonCard { id: person(1), name: "周敏".to_owned(), grants: vec![], unit: UnitCode("ecology".to_owned()), certificate: None };
    Me { person, rulebook: seed::rulebook(map, calendar).unwrap(), waiting: 3, demo: true, calendar_missing: None }
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn photo() -> Photo {
    let hash = huiyin_domain::hash::Hash::of(b"photo");
    Photo { hash, bytes: 5, width_px: 800, height_px: 600, purpose: Purpose::After, taken_at: now(), fix: None }
}

fn opened(me: &Me) -> Case {
    let point = Point { lat_deg: 26.06, lon_deg: 117.9 };
    let division = me.rulebook.divisions[0].code.clone();
    let report = Report {
        category: CategoryCode("C05".to_owned()),
        place: Whereabouts::Pointed(point),
        division: Some(division.clone()),
        site: None,
        words: "沟里有粪水，颜色发黑。".to_owned(),
        severity: Severity::Serious,
        patrol: None,
    };
    let command = CommandId(Uuid::from_u128(7));
    let entry = Entry { seq: 9, command, case: command.into(), by: Some(person(2)), at: now(), made_at: now() };
    let submit = Submit { report, photos: vec![photo()], solved: None, on_behalf: None, origin: None, about_unit: None };
    let opened = Event::Opened {
        number: Some("CX26-0379".to_owned()),
        reporter: Reporter::Staff { person: person(2) },
        division: Some(division),
        place: Some(point),
        site: None,
        clock: ClockClass::General,
        risk: Risk::Medium,
    };
    fold(None, &entry, &[opened, Event::Did { ask: Box::new(Ask::Submit(submit)) }]).unwrap()
}

fn record(me: &Me) -> PublicRecord {
    PublicRecord {
        number: "CX26-0379".to_owned(),
        title: "排水沟粪水直排".to_owned(),
        category: CategoryCode("C05".to_owned()),
        division: me.rulebook.divisions[0].code.clone(),
        place: Some(PublicPlace::Cell { centre: Point { lat_deg: 26.05, lon_deg: 117.9 } }),
        found: "沉淀池渗漏。".to_owned(),
        done: "已补漏。".to_owned(),
        reply: "已办结。".to_owned(),
        photos: vec![],
        timeline: vec![],
        closed_at: now(),
        due_at: None,
        unit: "生态环境局".to_owned(),
    }
}

/// A case with something of everything, so that every form has something to choose from.
fn view(me: &Me) -> CaseView {
    let mut case = opened(me);
    let unit = UnitCode("ecology".to_owned());
    case.lead_unit = Some(unit.clone());
    case.co_units = vec![CoUnit { unit: unit.clone(), task: "测水".to_owned(), outcome: None }];
    case.milestones = vec![Milestone {
        body: "养殖户".to_owned(),
        goal: "清沟".to_owned(),
        measures: "抽走粪水".to_owned(),
        due_day: date!(2026 - 12 - 01),
        acceptance_unit: unit.clone(),
        done: false,
    }];
    case.publication = Publication::AwaitingReview { redactor: person(3), record: Box::new(record(me)) };
    case.awaits = Some(AwaitedConfirmation { by: person(3), ask: Box::new(Ask::Void(Words { words: "重复录入".to_owned() })) });
    let similar = InboxRow {
        id: CaseId(Uuid::from_u128(8)),
        number: "CX26-0301".to_owned(),
        group: InboxGroup::OnTime,
        state: State::Accepted,
        category: case.category.clone(),
        words: "下游也发黑".to_owned(),
        division: case.division.clone(),
        lead_unit: None,
        handler: None,
        due_at: None,
        opened_at: now(),
        reports: 1,
        supervision_level: 0,
        place: None,
        seq: 3,
        unread: false,
    };
    CaseView {
        case,
        offers: vec![],
        closing: vec![],
        timeline: vec![],
        people: vec![],
        nearby: Vec::new(),
        zones: Vec::new(),
        papers: Vec::new(),
        may_take_file: false,
        may_take_originals: false,
        looks: Vec::new(),
        may_unmask: false,
        similar: vec![similar],
        photos_here: vec![photo().hash],
        unit_by_rule: Some(unit),
        due_if_dispatched: None,
        summary_draft: Some(record(me)),
        now: now(),
    }
}

/// Puts something plausible into every field.
fn filled(sheet: &Sheet) -> Answers {
    let mut answers = Answers::default();
    for field in &sheet.fields {
        let text = match &field.kind {
            Kind::Line | Kind::Area => "写得够长的一段说明。".to_owned(),
            Kind::Day => "2026-12-01".to_owned(),
            Kind::Moment => "2026-11-22T09:30".to_owned(),
            Kind::Number { min, .. } => (min + 1).to_string(),
            Kind::Pick(choices) | Kind::Radio(choices) => choices.last().map_or_else(String::new, |choice| choice.value.clone()),
            Kind::Texts { texts, .. } => texts.last().map_or_else(String::new, |(choice, _)| choice.value.clone()),
            Kind::Tick | Kind::Photo { .. } => "on".to_owned(),
            Kind::Person { .. } => person(5).to_string(),
        };
        answers.set(&field.name, text);
    }
    answers
}

fn desk_verbs() -> Vec<VerbName> {
    let (me, verbs) = (me(), VerbName::ALL);
    let view = view(&me);
    let ground = Ground { view: &view, me: &me, language: Language::Zh };
    verbs.into_iter().filter(|verb| sheet(*verb, &ground).is_some()).collect()
}

#[test]
fn the_desk_has_a_form_for_all_but_what_needs_the_spot_or_the_reporter() {
    let without: Vec<VerbName> = VerbName::ALL.into_iter().filter(|verb| !desk_verbs().contains(verb)).collect();
    let expected = [
        VerbName::Submit,
        VerbName::Answer,
        VerbName::Verify,
        VerbName::ReportRectified,
        VerbName::Recheck,
        VerbName::AddEvidence,
        VerbName::Rate,
        VerbName::Tick,
    ];
    assert_eq!(without, expected);
}

#[test]
fn every_form_builds_an_ask_that_the_domain_reads_back() {
    let me = me();
    let view = view(&me);
    for language in Language::ALL {
        let ground = Ground { view: &view, me: &me, language };
        for verb in desk_verbs() {
            let sheet = sheet(verb, &ground).unwrap();
            let ask = (sheet.build)(&filled(&sheet)).unwrap_or_else(|unmet| panic!("{verb:?}: {unmet:?}"));
            assert_eq!(ask.name(), verb);
            let wire = serde_json::to_string(&ask).unwrap();
            assert_eq!(serde_json::from_str::<Ask>(&wire).unwrap(), ask, "{wire}");
        }
    }
}

#[test]
fn what_is_empty_is_named_by_its_field() {
    let me = me();
    let view = view(&me);
    let ground = Ground { view: &view, me: &me, language: Language::En };
    for verb in desk_verbs() {
        let sheet = sheet(verb, &ground).unwrap();
        let empty = sheet.fields.iter().all(|field| field.optional) || sheet.fields.is_empty();
        match (sheet.build)(&Answers::default()) {
            Ok(_) => assert!(empty, "{verb:?} asks for nothing"),
            Err(unmet) => {
                for unmet in unmet {
                    let field = unmet.field.unwrap();
                    assert!(sheet.fields.iter().any(|known| known.name == field), "{verb:?} speaks of {field}, which it does not have");
                }
            }
        }
    }
}

#[test]
fn what_was_typed_wins_over_what_the_form_starts_with() {
    let me = me();
    let view = view(&me);
    let ground = Ground { view: &view, me: &me, language: Language::Zh };
    let sheet = sheet(VerbName::Accept, &ground).unwrap();
    let mut typed = Answers::default();
    typed.set("category", "C17");
    let Ok(Ask::Accept(accept)) = (sheet.build)(&typed.over(&sheet.starts())) else { panic!("the form could not be read") };
    assert_eq!(accept.category, CategoryCode("C17".to_owned()));
    assert_eq!(Some(accept.division), view.case.division);
    assert!(accept.not_the_same.is_empty(), "nobody has judged the similar case");
}

#[test]
fn a_reply_starts_from_the_countys_template() {
    let (mut me, language) = (me(), Language::En);
    let view = view(&me);
    let start = |me: &Me| {
        let sheet = sheet(VerbName::Reply, &Ground { view: &view, me, language }).unwrap();
        sheet.starts().get("words").to_owned()
    };
    let place = me.rulebook.divisions[0].name.clone();
    assert_eq!(start(&me), format!("您反映的{place}畜禽粪污问题（CX26-0379）由生态环境局承办。"));
    me.rulebook.templates[0].categories = vec![CategoryCode("C01".to_owned())];
    assert_eq!(start(&me), "", "what names a result is for no matter without one");
}

/// The texts that a form offers, by name, and the one it starts with.
fn offered(verb: VerbName, view: &CaseView, me: &Me) -> (Vec<String>, String) {
    let sheet = sheet(verb, &Ground { view, me, language: Language::Zh }).unwrap();
    let texts = sheet.fields.iter().find_map(|field| match &field.kind {
        Kind::Texts { into, texts } => {
            assert_eq!((*into, &field.start), ("words", &texts[0].0.value), "the first one is chosen");
            Some(texts.iter().map(|(choice, _)| choice.label.clone()).collect())
        }
        _ => None,
    });
    (texts.unwrap_or_default(), sheet.starts().get("words").to_owned())
}

#[test]
fn a_reply_starts_from_the_text_that_fits_its_result() {
    let (mut me, mut view) = (me(), view(&me()));
    assert_eq!(offered(VerbName::Reply, &view, &me).0, [""; 0], "with one text there is nothing to choose");
    view.case.result = Some(ResultCode::RectifiedOnSpot);
    let (names, start) = offered(VerbName::Reply, &view, &me);
    assert_eq!(names, ["已整改", "通用回复"], "what names the result comes first; what names another one is not offered");
    assert!(start.ends_with("已经整改完成。"), "{start}");
    view.case.result = Some(ResultCode::Explained);
    assert!(offered(VerbName::Reply, &view, &me).1.ends_with("承办。"));
    // Naming the category is closer, naming the result closer still.
    let own = |results: &[Ending]| ReplyTemplate {
        code: "own".to_owned(),
        name: "粪污".to_owned(),
        categories: vec![CategoryCode("C05".to_owned())],
        results: results.to_vec(),
        text: "粪污。".to_owned(),
    };
    me.rulebook.templates.push(own(&[]));
    assert_eq!(offered(VerbName::Reply, &view, &me).0, ["粪污", "通用回复"]);
    view.case.result = Some(ResultCode::Unsubstantiated);
    assert_eq!(offered(VerbName::Reply, &view, &me).0, ["不属实", "粪污", "通用回复"]);
    me.rulebook.templates.push(own(&[Ending::With(ResultCode::Unsubstantiated)]));
    assert_eq!(offered(VerbName::Reply, &view, &me).0, ["粪污", "不属实", "粪污", "通用回复"]);
    // A matter that leaves the county's hands is answered by the step itself.
    assert!(offered(VerbName::Decline, &view, &me).1.ends_with("不予受理。"));
    assert!(offered(VerbName::TransferOut, &view, &me).1.ends_with("已移送有权处理的单位。"));
}

#[test]
fn a_text_that_is_chosen_takes_no_typed_word_away() {
    let texts = ["甲".to_owned(), "乙".to_owned()];
    assert_eq!(placed(" ", "乙", &texts), "乙");
    assert_eq!(placed("甲", "乙", &texts), "乙");
    assert_eq!(placed("我写的", "乙", &texts), "我写的\n乙");
}

#[test]
fn hints_say_the_countys_own_numbers() {
    let (mut me, language) = (me(), Language::En);
    let view = view(&me);
    (me.rulebook.numbers.ask_reporter_max_days, me.rulebook.numbers.suspend_max_days) = (9, 45);
    let hints = |verb| {
        let sheet = sheet(verb, &Ground { view: &view, me: &me, language }).unwrap();
        sheet.fields.into_iter().filter_map(|field| field.hint).collect::<Vec<_>>().join(" ")
    };
    assert!(hints(VerbName::AskReporter).contains("at most 9 days"), "{}", hints(VerbName::AskReporter));
    assert!(hints(VerbName::Suspend).contains("At most 45 days"), "{}", hints(VerbName::Suspend));
}

#[test]
fn a_public_text_never_begins_with_the_reports_words() {
    let me = me();
    let view = view(&me);
    let ground = Ground { view: &view, me: &me, language: Language::Zh };
    let sheet = sheet(VerbName::Redact, &ground).unwrap();
    let told = &view.case.reports[0].report.words;
    assert!(sheet.fields.iter().all(|field| !field.start.contains(told.as_str())));
}

#[test]
fn the_reviewer_approves_exactly_what_was_written() {
    let me = me();
    let view = view(&me);
    let ground = Ground { view: &view, me: &me, language: Language::Zh };
    let sheet = sheet(VerbName::Publish, &ground).unwrap();
    let Ok(Ask::Publish(publish)) = (sheet.build)(&Answers::default()) else { panic!("there is a record to publish") };
    assert_eq!(publish.record, record(&me));
}

#[test]
fn chosen_photos_carry_their_captions() {
    let me = me();
    let view = view(&me);
    let ground = Ground { view: &view, me: &me, language: Language::Zh };
    let sheet = sheet(VerbName::Redact, &ground).unwrap();
    let Ok(Ask::Redact(redact)) = (sheet.build)(&filled(&sheet)) else { panic!("the form could not be read") };
    assert_eq!(redact.record.photos.len(), 1);
    assert!(redact.record.photos[0].after);
    assert!(!redact.record.photos[0].caption.is_empty());
    let Ok(Ask::Redact(redact)) = (sheet.build)(&sheet.starts()) else { panic!("the draft alone is readable") };
    assert!(redact.record.photos.is_empty(), "no photo is public that nobody chose");
}
