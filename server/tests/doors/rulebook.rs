//! The rulebook on the desk: a draft, its preview, the second person, and what new and old cases get.

use crate::{
    desk_user::{DeskUser, reported},
    life::until_approval,
    support::{Answer, House},
};
use huiyin_app::backend::{
    DraftOutcome, DraftPreview, DraftRevision, RulebookDeed, RulebookImport, RulebookPage, SectionOutcome, SectionPage, SectionSave, WhyNot,
};
use huiyin_domain::{
    case::{Accept, Ask, Clock, Due, Length},
    document::{self, FlawKind},
    rulebook::{CategoryCode, ChangeKind, Flaw, FlawCode, file::Section},
    sync::message::Book,
};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use time::Duration;

const DRAFT: &str = "/api/v1/rulebook/draft";

async fn post(house: &House, user: &DeskUser, path: &str, body: &impl serde::Serialize) -> Answer {
    house.post(&format!("{DRAFT}{path}"), Some(&user.cookie), serde_json::to_string(body).unwrap()).await
}

async fn page(house: &House, user: &DeskUser) -> RulebookPage {
    user.get(house, "/api/v1/rulebook").await.json()
}

async fn opened(house: &House, user: &DeskUser) -> DraftRevision {
    let page: RulebookPage = post(house, user, "", &json!({})).await.json();
    page.draft.unwrap().at
}

async fn section(house: &House, user: &DeskUser, section: Section) -> SectionPage {
    user.get(house, &format!("/api/v1/rulebook/sections/{}", section.code())).await.json()
}

async fn save(house: &House, user: &DeskUser, save: &SectionSave) -> Answer {
    let path = format!("{DRAFT}/sections/{}", save.section.code());
    let request = axum::http::Request::put(path)
        .header("content-type", "application/json")
        .header("cookie", &user.cookie)
        .body(axum::body::Body::from(serde_json::to_string(save).unwrap()))
        .unwrap();
    house.send(request).await
}

/// Changes one value of a section of the draft, as it is now.
async fn changed(house: &House, user: &DeskUser, of: Section, pointer: &str, to: Value) -> SectionOutcome {
    let SectionPage { draft, revision, mut body, .. } = section(house, user, of).await;
    *body.pointer_mut(pointer).unwrap() = to;
    save(house, user, &SectionSave { draft: draft.unwrap(), section: of, base: revision, body }).await.json()
}

async fn preview(house: &House, user: &DeskUser) -> DraftPreview {
    user.get(house, &format!("{DRAFT}/preview")).await.json()
}

/// A case that has been accepted, with its promise.
async fn accepted(house: &House, words: &str) -> (String, Due) {
    let mut phone = house.phone("patroller").await;
    phone.now = house.core.now();
    let (number, _, _) = reported(house, &mut phone, "C18", words, &[]).await;
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    let similar = coordinator.view(house, &number).await.similar.iter().map(|row| row.id).collect();
    let accept =
        Accept { category: CategoryCode("C18".into()), division: crate::support::TOWNSHIP.parse().unwrap(), not_the_same: similar };
    coordinator.does(house, &number, Ask::Accept(accept)).await;
    let due = promise(house, &coordinator, &number).await;
    (number, due)
}

async fn promise(house: &House, user: &DeskUser, number: &str) -> Due {
    user.view(house, number).await.case.dues.into_iter().find(|due| due.clock == Clock::Handling).unwrap()
}

#[tokio::test]
async fn a_second_person_puts_a_new_deadline_in_force_and_old_cases_keep_theirs() {
    let house = House::new().await;
    let (old, before) = accepted(&house, "夜里施工，整晚不停").await;
    assert_eq!(before.length, Length::WorkingDays(5));
    let (author, second) = (DeskUser::signed_in(&house, "dispatcher").await, DeskUser::signed_in(&house, "admin").await);
    assert_eq!(page(&house, &author).await.draft, None);
    opened(&house, &author).await;
    let saved = changed(&house, &author, Section::Clocks, "/by_class/simple_wd", json!(0)).await;
    let SectionOutcome::Saved { flaws, .. } = saved else { panic!("{saved:?}") };
    assert_eq!(flaws[0].path, "clocks.by_class.simple_wd");
    let flawed = preview(&house, &second).await;
    assert_eq!(flawed.why_not, Some(WhyNot::Flaws));
    let refused: DraftOutcome = post(&house, &second, "/in-force", &flawed.draft.at).await.json();
    assert!(matches!(refused, DraftOutcome::Refused { why: WhyNot::Flaws, ref flaws } if flaws.len() == 1), "{refused:?}");
    changed(&house, &author, Section::Clocks, "/by_class/simple_wd", json!(3)).await;

    let read = preview(&house, &second).await;
    assert_eq!((read.version, read.why_not, read.draft.mine), (1, None, false));
    assert_eq!(read.draft.authors, ["dispatcher"]);
    assert_eq!(read.changes.len(), 1);
    let ChangeKind::Changed { fields } = &read.changes[0].kind else { panic!("{:?}", read.changes) };
    let field = (&*fields[0].field, fields[0].before.clone(), fields[0].after.clone());
    assert_eq!(field, ("by_class.simple_wd", Some(json!(5)), Some(json!(3))));
    let touched: Vec<(&str, u64)> = read.open_cases.iter().map(|one| (one.category.0.as_str(), one.cases)).collect();
    assert_eq!(touched, [("C18", 1)]);

    // Whoever wrote in it may not be the second person, and what has changed since it was read is not put in force.
    assert_eq!(preview(&house, &author).await.why_not, Some(WhyNot::SamePerson));
    let refused: DraftOutcome = post(&house, &author, "/in-force", &read.draft.at).await.json();
    assert!(matches!(refused, DraftOutcome::Refused { why: WhyNot::SamePerson, .. }), "{refused:?}");
    assert_eq!(preview(&house, &second).await.draft.at, read.draft.at, "a refusal changes nothing");
    let stale = DraftRevision { revision: read.draft.at.revision - 1, ..read.draft.at };
    let refused: DraftOutcome = post(&house, &second, "/in-force", &stale).await.json();
    assert!(matches!(refused, DraftOutcome::Refused { why: WhyNot::Moved, .. }), "{refused:?}");
    assert_eq!(page(&house, &second).await.version, 1);

    house.clock.advance(Duration::hours(1));
    let done: DraftOutcome = post(&house, &second, "/in-force", &read.draft.at).await.json();
    assert_eq!(done, DraftOutcome::Done { version: 2 });
    let again: DraftOutcome = post(&house, &second, "/in-force", &read.draft.at).await.json();
    assert!(matches!(again, DraftOutcome::Refused { why: WhyNot::Moved, .. }), "{again:?}");
    let now = page(&house, &author).await;
    assert_eq!((now.version, now.draft, now.in_force_from), (2, None, house.core.now()));
    let log: Vec<(&str, RulebookDeed, Option<u32>)> = now.log.iter().map(|line| (line.by.as_str(), line.deed, line.version)).collect();
    assert_eq!(log[0], ("admin", RulebookDeed::InForce, Some(2)));
    assert_eq!(log.last(), Some(&("dispatcher", RulebookDeed::Opened, None)));
    house.get(&format!("{DRAFT}/preview"), Some(&author.cookie)).await.is_problem(409, "no_draft", None);

    let (_, new) = accepted(&house, "隔壁又在装修，周末也不停").await;
    assert_eq!((new.length, new.rulebook), (Length::WorkingDays(3), 2));
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert_eq!(promise(&house, &coordinator, &old).await, before, "the old case keeps its promise");
    let phone = house.phone("patroller2").await;
    let book: Book = house.get("/api/v1/sync/book", Some(&phone.cookie)).await.json();
    assert_eq!((book.rulebook.version, book.rulebook.numbers.by_class.simple_wd), (2, 3));
    house.verified().await;
}

#[tokio::test]
async fn a_file_with_flaws_is_refused_with_every_one_and_leaves_all_as_it_was() {
    let house = House::new().await;
    let author = DeskUser::signed_in(&house, "admin").await;
    let at = opened(&house, &author).await;
    changed(&house, &author, Section::Grids, "", json!([{ "code": "G1", "name": "一网格", "divisions": ["359921100"] }])).await;
    let at = DraftRevision { revision: at.revision + 1, ..at };
    let before = (section(&house, &author, Section::Calendar).await, page(&house, &author).await);
    let mut file: Value = author.get(&house, "/api/v1/rulebook/file").await.json();
    assert_eq!(file["grids"][0]["code"], "G1", "the draft is what is exported");
    let year = json!({ "year": 2027, "source": "国务院办公厅关于2027年部分节假日安排的通知", "days": [
        { "from": "2027-10-01", "to": "2027-10-07", "works": false, "name": "国庆节" },
        { "from": "2027-10-05", "to": "2027-10-05", "works": true, "name": "国庆节" },
    ] });
    file["calendar"].as_array_mut().unwrap().push(year);
    file["templates"][0]["text"] = json!("{reporter}您好");
    file["units"][1]["boss"] = json!("王");
    let import = |at, file: &Value| RulebookImport { at, text: file.to_string() };
    let refused: DraftOutcome = post(&house, &author, "/import", &import(at, &file)).await.json();
    let DraftOutcome::Refused { why: WhyNot::Flaws, flaws } = refused else { panic!("{refused:?}") };
    let mut found: Vec<(&str, &FlawCode)> = flaws.iter().map(|flaw| (flaw.path.as_str(), &flaw.code)).collect();
    found.sort_by_key(|(path, _)| *path);
    let unknown = FlawCode::UnknownTemplateField { field: "reporter".to_owned() };
    let twice = FlawCode::DayTwice { day: time::macros::date!(2027 - 10 - 05), contradicts: true };
    assert_eq!(found, [("calendar[2].days[1]", &twice), ("templates[0].text", &unknown), ("units[1].boss", &FlawCode::UnknownField)]);
    let after = (section(&house, &author, Section::Calendar).await, page(&house, &author).await);
    assert_eq!(before, after);

    // Mended, it is taken whole.
    file["calendar"][2]["days"].as_array_mut().unwrap().truncate(1);
    file["templates"][0]["text"] = json!("您好，{number}。");
    file["units"][1].as_object_mut().unwrap().remove("boss");
    let stale: DraftOutcome = post(&house, &author, "/import", &import(DraftRevision { revision: 1, ..at }, &file)).await.json();
    assert!(matches!(stale, DraftOutcome::Refused { why: WhyNot::Moved, .. }), "{stale:?}");
    let taken: DraftOutcome = post(&house, &author, "/import", &import(at, &file)).await.json();
    assert_eq!(taken, DraftOutcome::Done { version: 1 });
    assert_eq!(section(&house, &author, Section::Calendar).await.body[2]["year"], 2027);
    let exported = author.get(&house, "/desk/rulebook.json").await;
    assert!(exported.header("content-disposition").contains("rulebook-2026-11-23.json"));
    assert_eq!(exported.json::<Value>(), file);
    let second = DeskUser::signed_in(&house, "dispatcher").await;
    let read = preview(&house, &second).await;
    assert_eq!(read.why_not, None, "{:?}", read.flaws);
    let done: DraftOutcome = post(&house, &second, "/in-force", &read.draft.at).await.json();
    assert_eq!(done, DraftOutcome::Done { version: 2 });
    assert!(house.core.county().await.unwrap().rulebook.calendar.knows(2027));
}

#[tokio::test]
async fn who_saves_second_is_told_and_loses_nothing() {
    let house = House::new().await;
    let (one, other) = (DeskUser::signed_in(&house, "admin").await, DeskUser::signed_in(&house, "dispatcher").await);
    let at = opened(&house, &one).await;
    assert_eq!(opened(&house, &other).await.draft, at.draft, "there is one draft");
    let seen = section(&house, &other, Section::Units).await;
    let first = changed(&house, &one, Section::Units, "/1/name", json!("生态环境分局")).await;
    assert!(matches!(first, SectionOutcome::Saved { revision: 2, .. }), "{first:?}");
    let mut mine = seen.body.clone();
    mine[2]["name"] = json!("住房和城乡建设局");
    let late = SectionSave { draft: at.draft, section: Section::Units, base: seen.revision, body: mine.clone() };
    let conflict: SectionOutcome = save(&house, &other, &late).await.json();
    let SectionOutcome::Conflict { now } = conflict else { panic!("{conflict:?}") };
    assert_eq!((now.saved_by.as_deref(), now.revision, now.saved_at), (Some("admin"), 2, Some(house.core.now())));
    assert_eq!(now.body[1]["name"], "生态环境分局");
    assert_eq!(
        section(&house, &one, Section::Units).await,
        SectionPage { draft: Some(at.draft), ..*now.clone() },
        "nothing was overwritten"
    );
    // Another section is nobody's conflict; and whoever has looked may save over it.
    let else_where = changed(&house, &other, Section::Grids, "", json!([])).await;
    assert!(matches!(else_where, SectionOutcome::Saved { .. }), "{else_where:?}");
    let over: SectionOutcome = save(&house, &other, &SectionSave { base: now.revision, ..late.clone() }).await.json();
    assert!(matches!(over, SectionOutcome::Saved { revision: 3, .. }), "{over:?}");

    // Two at the same moment: one is saved, the other is told.
    let base = SectionSave { base: 3, ..late };
    let (a, b) = tokio::join!(save(&house, &one, &base), save(&house, &other, &base));
    let saved = [a.json::<SectionOutcome>(), b.json()].iter().filter(|one| matches!(one, SectionOutcome::Saved { .. })).count();
    assert_eq!(saved, 1);

    // Both wrote in it: neither is the second person. Thrown away, it is gone for both.
    let read = preview(&house, &one).await;
    assert_eq!((read.why_not, preview(&house, &other).await.why_not), (Some(WhyNot::SamePerson), Some(WhyNot::SamePerson)));
    let dropped: DraftOutcome = post(&house, &other, "/drop", &read.draft.at).await.json();
    assert_eq!(dropped, DraftOutcome::Done { version: 1 });
    save(&house, &one, &base).await.is_problem(409, "no_draft", Some("draft"));
    assert_eq!(page(&house, &one).await.log[0].deed, RulebookDeed::Dropped);
}

#[tokio::test]
async fn everybody_at_the_desk_reads_and_few_write() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let at = opened(&house, &admin).await;
    for name in ["coordinator", "liaison", "reviewer", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        let read = page(&house, &user).await;
        assert!(!read.may_edit && read.draft.is_some(), "{name}");
        let seen = section(&house, &user, Section::Zones).await;
        assert_eq!((seen.draft, seen.body.as_array().map(Vec::len)), (None, Some(8)), "{name}");
        assert_eq!(preview(&house, &user).await.why_not, Some(WhyNot::NotAllowed));
        let write = SectionSave { draft: at.draft, section: Section::Zones, base: 1, body: json!([]) };
        save(&house, &user, &write).await.is_problem(403, "not_allowed", None);
        for path in ["", "/drop", "/in-force"] {
            post(&house, &user, path, &at).await.is_problem(403, "not_allowed", None);
        }
        post(&house, &user, "/import", &RulebookImport { at, text: String::new() }).await.is_problem(403, "not_allowed", None);
        assert!(user.get(&house, "/desk/rulebook").await.status.is_success(), "{name}");
    }
    admin.get(&house, "/api/v1/rulebook/sections/laws").await.is_problem(400, "bad_address", Some("section"));
    house.get("/api/v1/rulebook", None).await.is_problem(401, "not_signed_in", None);
    let wrong = SectionSave { draft: at.draft, section: Section::Zones, base: 1, body: json!([]) };
    let request = axum::http::Request::put(format!("{DRAFT}/sections/grids"))
        .header("content-type", "application/json")
        .header("cookie", &admin.cookie)
        .body(axum::body::Body::from(serde_json::to_string(&wrong).unwrap()))
        .unwrap();
    house.send(request).await.is_problem(400, "bad_address", Some("section"));
    assert_eq!(page(&house, &admin).await.log.len(), 1, "what was refused is no deed");
}

#[tokio::test]
async fn a_year_without_its_calendar_is_told_to_whoever_may_enter_it() {
    let house = House::new().await;
    let told = |page: Answer| String::from_utf8(page.body).unwrap().contains("2027 年的放假和调休还没有录入");
    for (name, expected) in [("admin", true), ("dispatcher", true), ("coordinator", false)] {
        let user = DeskUser::signed_in(&house, name).await;
        assert_eq!(told(user.get(&house, "/desk").await), expected, "{name}");
    }
}

#[tokio::test]
async fn the_wording_of_papers_goes_the_same_way_and_old_cases_print_it() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let printed = async || {
        let page = coordinator.get(&house, &format!("/desk/cases/{}/documents/site_inspection", told.number)).await;
        assert_eq!(page.status.as_u16(), 200);
        String::from_utf8(page.body).unwrap()
    };
    let (author, second) = (DeskUser::signed_in(&house, "dispatcher").await, DeskUser::signed_in(&house, "admin").await);
    opened(&house, &author).await;
    let page = author.get(&house, "/desk/rulebook/papers").await;
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("现场检查记录") && page.contains("{responsible_party} 责任主体"), "the editor lists what may be asked");
    // A field that there is not is named with its place, and keeps the draft from being put in force.
    let saved = changed(&house, &author, Section::Papers, "/0/text", json!("# 本县的记录\n{fuond}")).await;
    let SectionOutcome::Saved { flaws, .. } = saved else { panic!("{saved:?}") };
    let what = FlawKind::UnknownField { name: "fuond".into() };
    let flaw = document::Flaw { english: false, line: 2, column: 1, what };
    assert_eq!(flaws, [Flaw { path: "papers[0].text".into(), code: FlawCode::Paper { flaw } }]);
    let read = preview(&house, &second).await;
    assert_eq!(read.why_not, Some(WhyNot::Flaws));
    let refused: DraftOutcome = post(&house, &second, "/in-force", &read.draft.at).await.json();
    assert!(matches!(refused, DraftOutcome::Refused { why: WhyNot::Flaws, ref flaws } if flaws.len() == 1), "{refused:?}");
    let page = second.get(&house, "/desk/rulebook/preview").await;
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("没有叫“fuond”的字段") && page.contains("{found}"), "with the list of those that there are");
    assert!(!printed().await.contains("本县的记录"));

    changed(&house, &author, Section::Papers, "/0/text", json!("# 本县的记录\n{found}")).await;
    let read = preview(&house, &second).await;
    assert_eq!((read.why_not, read.changes.len(), read.changes[0].item.as_str()), (None, 1, "site_inspection"));
    let done: DraftOutcome = post(&house, &second, "/in-force", &read.draft.at).await.json();
    assert_eq!(done, DraftOutcome::Done { version: 2 });
    let page = printed().await;
    assert!(page.contains("本县的记录") && page.contains("桥下堆放生活垃圾约两吨"), "a case from before prints it too");
}

#[tokio::test]
async fn a_draft_from_before_papers_stood_in_it_gets_them() {
    let house = House::new().await;
    let author = DeskUser::signed_in(&house, "admin").await;
    let at = opened(&house, &author).await;
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared("DELETE FROM rulebook_draft_section WHERE section = 'papers'").await.unwrap();
    db.commit().await.unwrap();
    let seen = section(&house, &author, Section::Papers).await;
    assert_eq!((seen.revision, seen.flaws.len(), seen.body.as_array().map(Vec::len)), (0, 0, Some(3)));
    assert_eq!(preview(&house, &author).await.why_not, Some(WhyNot::NothingChanged));
    let mut mine = SectionSave { draft: at.draft, section: Section::Papers, base: 0, body: seen.body };
    mine.body[1]["text"] = json!("# 本县的通知书");
    let saved: SectionOutcome = save(&house, &author, &mine).await.json();
    assert!(matches!(saved, SectionOutcome::Saved { revision: 1, .. }), "{saved:?}");
    let again: SectionOutcome = save(&house, &author, &mine).await.json();
    assert!(matches!(again, SectionOutcome::Conflict { .. }), "{again:?}");
    assert_eq!(section(&house, &author, Section::Papers).await.body[1]["text"], "# 本县的通知书");
}
