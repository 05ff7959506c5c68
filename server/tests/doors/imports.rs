//! Taking over files: what is wrong is told row by row before anything happens, the same file twice changes nothing, and
//! a server that stops half-way goes on where it stopped.

use crate::{
    desk_user::{DeskUser, form},
    support::{Answer, House},
};
use encoding_rs::GB18030;
use huiyin_app::backend::{
    AccountAsk, AccountView, Fault, ImportField as F, ImportKind, ImportStage, ImportView, ImportsPage, PeoplePage, RowEnd, RowInvitation,
    Standing,
};
use huiyin_domain::{
    case::{Reporter, Source, State},
    ids::PersonId,
    moment::Moment,
    people::{Grant, Role, Scope},
};
use huiyin_server::{
    imports,
    storage::{self, imports::Stand},
};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sea_orm::ConnectionTrait;
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use time::macros::datetime;

const ORDERS: &str = "12345工单汇总\r\n\
    工单编号,诉求标题,诉求内容,来电时间,诉求类别,所属乡镇,事发地址,来电人,联系电话\r\n\
    FJ001,夜间噪声,\"城关路口工地夜里十一点还在打桩,\n\"\"三天了\"\"\",2026/11/20 23:10,噪声扰民,,城关路口,陈某,19900000001\r\n\
    FJ002,,石拱桥下有人倒垃圾,2026年11月21日,,359921100,石拱桥下,林某,19900000002\r\n\
    FJ003,,短,昨天,物业,火星,,黄某,19900000003\r\n";

async fn bring(user: &DeskUser, house: &House, kind: &str, bytes: Vec<u8>) -> Answer {
    house.post(&format!("/api/v1/imports?kind={kind}&file=a.csv"), Some(&user.cookie), bytes).await
}

async fn step(user: &DeskUser, house: &House, import: &ImportView, step: &str, body: serde_json::Value) -> Answer {
    house.post(&format!("/api/v1/imports/{}/{step}", import.line.id), Some(&user.cookie), body.to_string()).await
}

/// Tries it with the columns as they were guessed.
async fn checked(user: &DeskUser, house: &House, import: &ImportView) -> ImportView {
    let fields: Vec<Option<F>> = import.columns.iter().map(|column| column.field).collect();
    step(user, house, import, "check", json!({ "fields": fields })).await.json()
}

/// Takes it in, whole.
async fn taken(user: &DeskUser, house: &House, import: &ImportView) -> ImportView {
    let started: ImportView = step(user, house, import, "start", json!({})).await.json();
    assert_eq!(started.line.stage, ImportStage::Running);
    imports::work(&house.core, || false).await.unwrap();
    let done: ImportView = user.get(house, &format!("/api/v1/imports/{}", import.line.id)).await.json();
    assert_eq!(done.line.stage, ImportStage::Done);
    done
}

#[tokio::test]
async fn a_complaint_about_a_unit_comes_in_as_one_and_that_unit_does_not_see_it() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    let file = "工单编号,诉求内容,所属乡镇,被反映部门\r\n\
        FJ011,反映生态环境局巡查走过场,359921100,ecology\r\n\
        FJ012,反映物业公司不清垃圾,359921100,某物业公司\r\n";
    let import: ImportView = bring(&user, &house, "hotline", file.as_bytes().to_vec()).await.json();
    let import = checked(&user, &house, &import).await;
    let faults: Vec<(u32, Option<F>, Fault)> = import.faults.iter().map(|fault| (fault.row, fault.field, fault.fault.clone())).collect();
    assert_eq!(faults, [(3, Some(F::AboutUnit), Fault::UnknownUnit)], "a unit that is not known is not passed over in silence");
    let done = taken(&user, &house, &import).await;
    let number = done.taken[0].number.clone().unwrap();
    assert_eq!(user.view(&house, &number).await.case.about_unit.map(|unit| unit.0).as_deref(), Some("ecology"));
    let liaison = DeskUser::signed_in(&house, "liaison").await;
    liaison.get(&house, &format!("/api/v1/cases/{number}")).await.is_problem(404, "no_such_case", None);
}

#[tokio::test]
async fn a_file_of_matters_is_seen_by_whoever_brought_it_alone() {
    let house = House::new().await;
    let grants = [Grant { role: Role::Dispatcher, scope: Scope::Division("359921".parse().unwrap()) }];
    let db = house.core.db.begin().await.unwrap();
    storage::people::set_grants(&db, PersonId(uuid::Uuid::from_u128(0xA000 + 12)), &grants).await.unwrap();
    db.commit().await.unwrap();
    let (one, other) = (DeskUser::signed_in(&house, "dispatcher").await, DeskUser::signed_in(&house, "liaison").await);
    let import: ImportView = bring(&one, &house, "hotline", ORDERS.as_bytes().to_vec()).await.json();
    let path = format!("/api/v1/imports/{}", import.line.id);
    for (user, sees) in [(&one, true), (&other, false)] {
        let page: ImportsPage = user.get(&house, "/api/v1/imports").await.json();
        assert!(page.kinds.contains(&ImportKind::Hotline));
        assert_eq!(page.imports.iter().any(|line| line.id == import.line.id), sees);
        let answer = user.get(&house, &path).await;
        if sees {
            assert!(answer.status.is_success());
        } else {
            answer.is_problem(404, "no_such_import", None);
        }
    }
    step(&other, &house, &import, "start", json!({})).await.is_problem(404, "no_such_import", None);
}

#[tokio::test]
async fn work_orders_in_gb18030_become_cases_once() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    let bytes = || GB18030.encode(ORDERS).0.into_owned();
    let answer = bring(&user, &house, "hotline", bytes()).await;
    assert_eq!(answer.status.as_u16(), 201);
    let import: ImportView = answer.json();
    assert_eq!((import.line.stage, import.line.rows), (ImportStage::Columns, 3));
    let fields: Vec<Option<F>> = import.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            Some(F::Number),
            Some(F::Title),
            Some(F::Words),
            Some(F::MadeAt),
            Some(F::Category),
            Some(F::Division),
            Some(F::Address),
            None,
            None
        ]
    );
    let text = String::from_utf8(user.get(&house, &format!("/api/v1/imports/{}", import.line.id)).await.body).unwrap();
    assert!(!text.contains("陈某") && !text.contains("19900000001"), "who called is shown: {text}");

    let import = checked(&user, &house, &import).await;
    assert_eq!((import.counts.good, import.counts.bad, import.counts.known), (2, 1, 0));
    let faults: Vec<(u32, Option<F>, Fault)> = import.faults.iter().map(|fault| (fault.row, fault.field, fault.fault.clone())).collect();
    assert_eq!(
        faults,
        [
            (5, Some(F::MadeAt), Fault::NotADate),
            (5, Some(F::Category), Fault::UnknownCategory),
            (5, Some(F::Division), Fault::UnknownDivision),
            (5, Some(F::Words), Fault::TooShort { min: 5 }),
        ]
    );
    let file = user.get(&house, &format!("/desk/imports/{}/faults.csv", import.line.id)).await;
    let text = String::from_utf8(file.body).unwrap();
    assert_eq!(text.lines().count(), 5, "{text}");
    assert!(text.contains("5,\"来电时间\",\"昨天\""), "{text}");
    assert_eq!(house.verified().await.entries, 0, "nothing happens before it is taken in");

    let done = taken(&user, &house, &import).await;
    assert_eq!((done.counts.taken, done.counts.bad, done.counts.refused), (2, 1, 0));
    assert!(done.taken.iter().all(|row| row.end == RowEnd::Taken));
    assert!(storage::imports::bytes(house.core.db.read(), done.line.id).await.unwrap().is_empty(), "the file is kept");
    let number = done.taken[0].number.clone().unwrap();
    let case = user.view(&house, &number).await.case;
    let filed = &case.reports[0];
    let origin = filed.origin.clone().unwrap();
    assert_eq!((origin.source, origin.number.as_str(), done.taken[0].there.as_str()), (Source::Hotline, "FJ001", "FJ001"));
    assert_eq!((case.state, &filed.reporter), (State::PendingAcceptance, &Reporter::Anonymous));
    assert_eq!(filed.report.words, "夜间噪声：城关路口工地夜里十一点还在打桩,\n\"三天了\"");
    assert_eq!(filed.made_at, Moment::new(datetime!(2026-11-20 23:10 +8)));
    assert_eq!(filed.received_at, house.core.now(), "duties count from when the county had it");
    assert_eq!(case.category.0, "C18");
    let rows = String::from_utf8(user.get(&house, &format!("/desk/imports/{}/rows.csv", done.line.id)).await.body).unwrap();
    assert!(rows.contains(&number), "{rows}");

    // The same file again, with one row changed.
    let changed = ORDERS.replace("石拱桥下有人倒垃圾", "石拱桥下有人倒油漆");
    let again: ImportView = bring(&user, &house, "hotline", changed.into_bytes()).await.json();
    let again = checked(&user, &house, &again).await;
    assert_eq!((again.counts.good, again.counts.bad, again.counts.known), (0, 2, 1));
    assert_eq!(again.faults[0].fault, Fault::Changed);
    let again = taken(&user, &house, &again).await;
    assert_eq!((again.taken[0].end, again.taken[0].number.as_ref()), (RowEnd::Known, Some(&number)));
    assert_eq!(house.verified().await.entries, 2);
}

#[tokio::test]
async fn a_workbook_is_read_and_its_columns_are_remembered() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    let book = |words: &str| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, head) in (0..).zip(["甲", "乙", "丙"]) {
            sheet.write(0, column, head).unwrap();
        }
        sheet.write(1, 0, 20_261_101_f64).unwrap().write(1, 1, words).unwrap();
        let at = ExcelDateTime::from_ymd(2026, 11, 1).unwrap().and_hms(9, 30, 0).unwrap();
        sheet.write_datetime_with_format(1, 2, &at, &Format::new().set_num_format("yyyy/m/d hh:mm")).unwrap();
        book.save_to_buffer().unwrap()
    };
    let import: ImportView = bring(&user, &house, "ledger", book("=HYPERLINK(\"http://x\")有人倒垃圾")).await.json();
    assert!(import.columns.iter().all(|column| column.field.is_none()));
    let fields = json!({ "fields": ["number", "words", "made_at"] });
    let missing = json!({ "fields": ["number", null, "made_at"] });
    step(&user, &house, &import, "check", missing).await.is_problem(422, "import_column_missing", Some("fields.words"));
    let twice = json!({ "fields": ["number", "words", "words"] });
    step(&user, &house, &import, "check", twice).await.is_problem(422, "import_column_twice", Some("fields.words"));
    step(&user, &house, &import, "check", json!({ "fields": ["number"] })).await.is_problem(422, "wrong_shape", Some("fields"));
    step(&user, &house, &import, "start", json!({})).await.is_problem(409, "import_under_way", None);
    let import: ImportView = step(&user, &house, &import, "check", fields).await.json();
    assert_eq!(import.counts.good, 1, "{import:?}");
    let done = taken(&user, &house, &import).await;
    let case = user.view(&house, done.taken[0].number.as_deref().unwrap()).await.case;
    assert_eq!(case.reports[0].origin.as_ref().unwrap().number, "20261101");
    assert_eq!(case.reports[0].made_at, Moment::new(datetime!(2026-11-01 9:30 +8)));
    // What looks like a formula came in as text and goes out as text.
    assert!(case.reports[0].report.words.starts_with("=HYPERLINK"));
    let list = String::from_utf8(user.get(&house, "/desk/cases.csv").await.body).unwrap();
    assert!(list.contains("\"'=HYPERLINK") && !list.contains("\"=HYPERLINK"), "{list}");

    let next: ImportView = bring(&user, &house, "ledger", book("河边又有人倒垃圾")).await.json();
    let remembered: Vec<Option<F>> = next.columns.iter().map(|column| column.field).collect();
    assert_eq!(remembered, [F::Number, F::Words, F::MadeAt].map(Some));
}

#[tokio::test]
async fn a_server_that_stops_half_way_goes_on_and_a_person_may_stop_it() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    let orders = |from: u32| -> Vec<u8> {
        let rows: Vec<String> = (from..from + 120).map(|n| format!("FJ{n},第 {n} 处有人倒垃圾")).collect();
        format!("工单编号,诉求内容\n{}\n", rows.join("\n")).into_bytes()
    };
    let import: ImportView = bring(&user, &house, "hotline", orders(0)).await.json();
    let import = checked(&user, &house, &import).await;
    let _: ImportView = step(&user, &house, &import, "start", json!({})).await.json();
    let first = storage::imports::rows(house.core.db.read(), import.line.id, &[Stand::Good], 1).await.unwrap().remove(0);
    let looks = AtomicUsize::new(0);
    let rows = imports::work(&house.core, || looks.fetch_add(1, Ordering::Relaxed) > 0).await.unwrap();
    assert_eq!(rows, 50);
    let now: ImportView = user.get(&house, &format!("/api/v1/imports/{}", import.line.id)).await.json();
    assert_eq!((now.line.stage, now.counts.taken, now.counts.good), (ImportStage::Running, 50, 70));

    // A row was filed and the note of it was lost: it is known again, not filed twice.
    let db = house.core.db.begin().await.unwrap();
    let lost = format!("UPDATE import_row SET outcome = 'good', body = '{}' WHERE n = {}", first.body.unwrap(), first.n);
    db.execute_unprepared(&lost).await.unwrap();
    db.commit().await.unwrap();
    let house = house.restarted().await;
    assert_eq!(imports::work(&house.core, || false).await.unwrap(), 71);
    let done: ImportView = user.get(&house, &format!("/api/v1/imports/{}", import.line.id)).await.json();
    assert_eq!((done.line.stage, done.counts.taken, done.counts.known, done.counts.good), (ImportStage::Done, 119, 1, 0));
    assert_eq!(house.verified().await.cases, 120);
    assert_eq!(imports::work(&house.core, || false).await.unwrap(), 0);

    let import: ImportView = bring(&user, &house, "hotline", orders(1000)).await.json();
    let import = checked(&user, &house, &import).await;
    let _: ImportView = step(&user, &house, &import, "start", json!({})).await.json();
    let looks = AtomicUsize::new(0);
    imports::work(&house.core, || looks.fetch_add(1, Ordering::Relaxed) > 0).await.unwrap();
    let stopped: ImportView = step(&user, &house, &import, "stop", json!({})).await.json();
    assert_eq!((stopped.line.stage, stopped.counts.taken), (ImportStage::Stopped, 50));
    assert_eq!(imports::work(&house.core, || false).await.unwrap(), 0);
    step(&user, &house, &import, "start", json!({})).await.is_problem(409, "import_under_way", None);
    assert_eq!(house.verified().await.cases, 170);
    // What was filed before is known to the next file.
    let again: ImportView = bring(&user, &house, "hotline", orders(1000)).await.json();
    let again = checked(&user, &house, &again).await;
    assert_eq!((again.counts.known, again.counts.good), (50, 70));
}

#[tokio::test]
async fn files_that_are_none_are_refused_with_what_to_do() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    let refused = async |bytes: &[u8], status: u16, code: &str, field: &str| {
        bring(&user, &house, "hotline", bytes.to_vec()).await.is_problem(status, code, Some(field));
    };
    refused(b"", 422, "import_empty", "file").await;
    refused("工单编号,诉求内容\n".as_bytes(), 422, "import_empty", "file").await;
    refused(b"%PDF-1.7\n\0\0", 415, "import_not_a_table", "file").await;
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 415, "import_old_or_locked", "file").await;
    refused(b"PK\x03\x04and then nothing", 422, "import_damaged", "file").await;
    let mut mixed = GB18030.encode("工单编号,诉求内容\n1,河边有人倒垃圾\n").0.into_owned();
    mixed.extend("2,夜里施工很吵\n".as_bytes());
    refused(&mixed, 422, "import_mixed", "file.3").await;
    refused(b"a,b\n1,\xFF\xFF\n", 422, "import_encoding", "file.2").await;
    let long = format!("a,b\n{}", "1,2\n".repeat(1_000_000));
    refused(long.as_bytes(), 413, "import_too_many_rows", "file").await;
    refused(&vec![b'a'; 8 * 1024 * 1024 + 1], 413, "import_too_large", "file").await;
    refused(format!("a,b\n{}\n", ",".repeat(80) + "x").as_bytes(), 413, "import_too_many_columns", "file").await;
    let page: ImportsPage = user.get(&house, "/api/v1/imports").await.json();
    assert!(page.imports.is_empty(), "nothing is kept of them");
    user.get(&house, "/api/v1/imports/nonsense").await.is_problem(404, "no_such_import", None);
    bring(&user, &house, "photos", b"a,b\n1,2".to_vec()).await.is_problem(400, "bad_address", Some("kind"));
}

#[tokio::test]
async fn only_those_whose_work_it_is_take_files_over() {
    let house = House::new().await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let orders = "工单编号,诉求内容\n1,河边有人倒垃圾\n";
    let import: ImportView = bring(&dispatcher, &house, "hotline", orders.into()).await.json();
    for name in ["coordinator", "patroller", "reviewer", "auditor", "admin"] {
        let user = DeskUser::signed_in(&house, name).await;
        bring(&user, &house, "hotline", orders.into()).await.is_problem(403, "not_allowed", Some("kind"));
        let path = format!("/api/v1/imports/{}", import.line.id);
        user.get(&house, &path).await.is_problem(404, "no_such_import", None);
        step(&user, &house, &import, "stop", json!({})).await.is_problem(404, "no_such_import", None);
        user.get(&house, &format!("/desk/imports/{}/rows.csv", import.line.id)).await.is_problem(404, "no_such_import", None);
        // These two take over other things.
        if !["admin", "coordinator"].contains(&name) {
            user.get(&house, "/api/v1/imports").await.is_problem(403, "not_allowed", None);
        }
    }
    house.get("/api/v1/imports", None).await.is_problem(401, "not_signed_in", None);
    bring(&dispatcher, &house, "sites", orders.into()).await.is_problem(403, "not_allowed", Some("kind"));

    let admin = DeskUser::signed_in(&house, "admin").await;
    let sites = "名称,类型,经度,纬度\n溪边加工厂,企业,117.9,26.06\n";
    let import: ImportView = bring(&admin, &house, "sites", sites.into()).await.json();
    let import = checked(&admin, &house, &import).await;
    assert_eq!(import.counts.good, 1, "{import:?}");
    taken(&admin, &house, &import).await;
    let here = storage::county::sites_in(house.core.db.read(), &["359921".parse().unwrap()]).await.unwrap();
    let named = |name: &str| here.iter().filter(|site| site.name == name).count();
    assert_eq!(named("溪边加工厂"), 1);
    let again: ImportView = bring(&admin, &house, "sites", sites.into()).await.json();
    assert_eq!(checked(&admin, &house, &again).await.counts.known, 1);
}

#[tokio::test]
async fn a_file_that_nobody_takes_in_is_given_up() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "dispatcher").await;
    let import: ImportView = bring(&user, &house, "hotline", "工单编号,诉求内容\n1,河边有人倒垃圾\n".into()).await.json();
    checked(&user, &house, &import).await;
    house.clock.advance(time::Duration::days(6));
    assert_eq!(imports::forget_waiting(&house.core).await.unwrap(), 0);
    house.clock.advance(time::Duration::days(2));
    assert_eq!(imports::forget_waiting(&house.core).await.unwrap(), 1);
    let here = storage::imports::get(house.core.db.read(), import.line.id).await.unwrap();
    assert!(here.is_none());
}

const STAFF: &str = "全县人员名单\r\n\
    姓名,登录名,角色,管辖范围,所在单位,联系电话,初始密码\r\n\
    陈一禾,Xun-1,巡查员,白石镇、上坪乡,白石镇,19900000001,123456\r\n\
    林二川,lian-1,部门联络员,生态环境局,,19900000002,123456\r\n\
    黄三乔,xun-1,局长,火星,,19900000003,123456\r\n\
    张四野,patroller,巡查员,白石镇,,19900000004,123456\r\n\
    吴五岚,xun-5,巡查员,,白石镇,19900000005,123456\r\n";

async fn invited(user: &DeskUser, house: &House, import: &ImportView) -> Vec<RowInvitation> {
    step(user, house, import, "invitations", json!({})).await.json()
}

async fn found(user: &DeskUser, house: &House, search: &str) -> u32 {
    user.get(house, &format!("/api/v1/people?search={search}")).await.json::<PeoplePage>().total
}

#[tokio::test]
async fn people_in_gb18030_become_accounts_with_invitations_once() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let import: ImportView = bring(&admin, &house, "people", GB18030.encode(STAFF).0.into_owned()).await.json();
    let fields: Vec<Option<F>> = import.columns.iter().map(|column| column.field).collect();
    let known = [F::PersonName, F::SignInName, F::Role, F::Scope, F::Unit].map(Some);
    assert_eq!(fields, [&known[..], &[None, None]].concat());
    let shown = serde_json::to_string(&import).unwrap();
    assert!(!shown.contains("19900000001") && !shown.contains("123456"), "{shown}");
    let half = json!({ "fields": ["person_name", "sign_in_name", "role", null, null, null, null] });
    step(&admin, &house, &import, "check", half).await.is_problem(422, "import_column_missing", Some("fields.scope"));

    let import = checked(&admin, &house, &import).await;
    assert_eq!((import.counts.good, import.counts.bad, import.counts.known), (2, 3, 0));
    let faults: Vec<(u32, Option<F>, Fault)> = import.faults.iter().map(|fault| (fault.row, fault.field, fault.fault.clone())).collect();
    assert_eq!(
        faults,
        [
            (5, Some(F::Role), Fault::UnknownRole),
            (5, Some(F::SignInName), Fault::SignInNameTwice { row: 3 }),
            (6, Some(F::SignInName), Fault::SignInNameTaken),
            (7, Some(F::Scope), Fault::NoScope),
        ]
    );
    let file = admin.get(&house, &format!("/desk/imports/{}/faults.csv", import.line.id)).await;
    let text = String::from_utf8(file.body).unwrap();
    assert!(text.contains("5,\"角色\",\"局长\",\"没有这个角色\""), "{text}");
    step(&admin, &house, &import, "invitations", json!({})).await.is_problem(409, "import_under_way", None);
    assert_eq!(found(&admin, &house, "xun-1").await, 0, "nothing happens before it is taken in");

    let done = taken(&admin, &house, &import).await;
    assert_eq!((done.counts.taken, done.counts.bad, done.counts.refused), (2, 3, 0));
    assert!(done.taken.iter().all(|row| row.end == RowEnd::Taken && row.number.is_none()), "{done:?}");
    let account: AccountView = admin.get(&house, &format!("/api/v1/people/{}", done.taken[0].person.unwrap())).await.json();
    assert_eq!(
        (account.sign_in_name.as_str(), account.person.unit.0.as_str(), account.standing),
        ("xun-1", "t-359921100", Standing::Invited)
    );
    assert!(account.invited_until.is_some(), "made with an invitation, as on the people's page");
    let walked = ["359921100", "359921200"].map(|code| code.parse().unwrap()).to_vec();
    assert_eq!(account.person.grants, [Grant { role: Role::Patroller, scope: Scope::Grid(walked) }]);

    // The links are shown when they are made, and what somebody has opened is left alone.
    let links = invited(&admin, &house, &done).await;
    let names: Vec<(u32, &str)> = links.iter().map(|one| (one.row, one.sign_in_name.as_str())).collect();
    assert_eq!(names, [(3, "xun-1"), (4, "lian-1")]);
    let path = |one: &RowInvitation| format!("/desk/invitation?{}", one.invitation.link.split_once('?').unwrap().1);
    assert_eq!(house.get(&path(&links[0]), None).await.status.as_u16(), 200);
    let token = links[0].invitation.link.split_once("token=").unwrap().1;
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let password = encode("石桥下的水二零二六年清");
    let set = form(&house, "/desk/invitation", &format!("token={token}&password={password}&again={password}"), None).await;
    assert_eq!(set.status.as_u16(), 200);
    let again = invited(&admin, &house, &done).await;
    assert_eq!(again.iter().map(|one| one.row).collect::<Vec<_>>(), [4], "nobody loses a password");
    assert_eq!(house.get(&path(&links[1]), None).await.status.as_u16(), 404, "a newer one took its place");
    let page: ImportView = admin.get(&house, &format!("/api/v1/imports/{}", done.line.id)).await.json();
    assert!(!serde_json::to_string(&page).unwrap().contains("token="), "a link is shown once");

    // The same file again makes nobody twice.
    let again: ImportView = bring(&admin, &house, "people", STAFF.as_bytes().to_vec()).await.json();
    let again = checked(&admin, &house, &again).await;
    assert_eq!((again.counts.good, again.counts.bad, again.counts.known), (0, 3, 2));
    assert_eq!(again.taken[0].person, done.taken[0].person);
    let again = taken(&admin, &house, &again).await;
    assert_eq!(invited(&admin, &house, &again).await, [], "whoever was here before is not invited by it");
    assert_eq!((found(&admin, &house, "xun-1").await, found(&admin, &house, "lian-1").await), (1, 1));
    let changed = STAFF.replace("林二川", "林三川");
    let again: ImportView = bring(&admin, &house, "people", changed.into_bytes()).await.json();
    let again = checked(&admin, &house, &again).await;
    assert_eq!((again.counts.known, again.faults[0].fault.clone()), (1, Fault::SignInNameTaken));
}

#[tokio::test]
async fn nobody_takes_in_people_whom_they_could_not_make() {
    let house = House::new().await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let page: ImportsPage = coordinator.get(&house, "/api/v1/imports").await.json();
    assert_eq!(page.kinds, [ImportKind::People]);
    let staff = "姓名,登录名,角色,范围\n\
                 陈一禾,xun-1,巡查员,白石镇\n\
                 林二川,xie-2,乡镇协调员,白石镇\n\
                 黄三乔,xun-3,巡查员,高峰乡\n";
    let import: ImportView = bring(&coordinator, &house, "people", staff.into()).await.json();
    let import = checked(&coordinator, &house, &import).await;
    let faults: Vec<(u32, Option<F>, Fault)> = import.faults.iter().map(|fault| (fault.row, fault.field, fault.fault.clone())).collect();
    let role = |row| (row, Some(F::Role), Fault::RoleNotYours);
    assert_eq!(faults, [role(3), (4, Some(F::Unit), Fault::UnitNotYours), role(4)]);
    for name in ["patroller", "handler", "liaison", "reviewer", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        bring(&user, &house, "people", staff.into()).await.is_problem(403, "not_allowed", Some("kind"));
    }
    // Not even others who make accounts see whom somebody wants to make.
    for name in ["admin", "dispatcher"] {
        let user = DeskUser::signed_in(&house, name).await;
        for path in ["", "/faults.csv", "/rows.csv"] {
            let answer = user.get(&house, &format!("/desk/imports/{}{path}", import.line.id)).await;
            assert_eq!(answer.status.as_u16(), 404, "{name} {path}");
        }
        step(&user, &house, &import, "start", json!({})).await.is_problem(404, "no_such_import", None);
        step(&user, &house, &import, "invitations", json!({})).await.is_problem(404, "no_such_import", None);
        assert!(user.get(&house, "/api/v1/imports").await.json::<ImportsPage>().imports.is_empty(), "{name}");
    }
    let many: Vec<String> = (0..501).map(|n| format!("陈一禾,xun-{n},巡查员,白石镇")).collect();
    let many = format!("姓名,登录名,角色,范围\n{}\n", many.join("\n"));
    bring(&coordinator, &house, "people", many.into_bytes()).await.is_problem(413, "import_too_many_people", Some("file"));

    // Who may no longer make accounts when the rows are taken in makes none.
    let started: ImportView = step(&coordinator, &house, &import, "start", json!({})).await.json();
    let admin = DeskUser::signed_in(&house, "admin").await;
    let own = PersonId(uuid::Uuid::from_u128(0xA004));
    let close = serde_json::to_string(&AccountAsk::Close).unwrap();
    assert_eq!(admin.get(&house, &format!("/api/v1/people/{own}")).await.json::<AccountView>().sign_in_name, "coordinator");
    assert!(admin.post(&house, &format!("/api/v1/people/{own}/changes"), close).await.status.is_success());
    imports::work(&house.core, || false).await.unwrap();
    let rows = storage::imports::rows(house.core.db.read(), started.line.id, &[Stand::Refused], 9).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(found(&admin, &house, "xun-1").await, 0);
}

#[tokio::test]
async fn accounts_of_a_file_are_made_once_however_many_servers_make_them() {
    let house = House::new().await;
    let other = house.twin().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let staff: Vec<String> = (0..60).map(|n| format!("陈一禾,xun-{n:02},巡查员,白石镇")).collect();
    let staff = format!("姓名,登录名,角色,范围\n{}\n", staff.join("\n"));
    let import: ImportView = bring(&admin, &house, "people", staff.into_bytes()).await.json();
    let import = checked(&admin, &house, &import).await;
    let _: ImportView = step(&admin, &house, &import, "start", json!({})).await.json();
    let (here, there) = tokio::join!(imports::work(&house.core, || false), imports::work(&other.core, || false));
    assert!(here.is_ok() && there.is_ok());
    assert_eq!(found(&admin, &house, "xun-").await, 60);
    assert_eq!(invited(&admin, &house, &import).await.len(), 60, "every row knows that it was taken in, so that its link can be made");
}
