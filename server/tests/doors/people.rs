//! Accounts: made, invited, changed, closed; who may and who may not; what is written down of it.

use crate::{
    desk_user::{DeskUser, form, reported},
    support::{Answer, House, PASSWORD, TOWNSHIP},
};
use huiyin_app::backend::{AccountAsk, AccountForm, AccountView, Created, Invitation, LogPage, NewAccount, PeoplePage, Standing};
use huiyin_domain::{
    ids::PersonId,
    people::{Grant, Role, Scope},
    sync::message::{HeldReason, Verdict},
};
use huiyin_server::storage;
use serde_json::{Value, json};
use time::Duration;
use uuid::Uuid;

const UNIT: &str = "t-359921100";
const NEW_PASSWORD: &str = "石桥下的水二零二六年清";

fn grant(role: Role, division: &str) -> Grant {
    Grant { role, scope: Scope::Division(division.parse().unwrap()) }
}

fn patroller() -> NewAccount {
    let form = AccountForm {
        name: "陈一禾".into(),
        unit: UNIT.into(),
        certificate: String::new(),
        grants: vec![grant(Role::Patroller, TOWNSHIP)],
    };
    NewAccount { sign_in_name: "Patroller-New".into(), form }
}

impl DeskUser {
    async fn creates(&self, house: &House, account: &NewAccount) -> Answer {
        house.post("/api/v1/people", Some(&self.cookie), serde_json::to_string(account).unwrap()).await
    }

    async fn account(&self, house: &House, person: PersonId) -> AccountView {
        self.get(house, &format!("/api/v1/people/{person}")).await.json()
    }

    async fn asks(&self, house: &House, person: PersonId, ask: &AccountAsk) -> Answer {
        house.post(&format!("/api/v1/people/{person}/changes"), Some(&self.cookie), serde_json::to_string(ask).unwrap()).await
    }

    async fn people(&self, house: &House, query: &str) -> Vec<String> {
        let page: PeoplePage = self.get(house, &format!("/api/v1/people{query}")).await.json();
        let mut names: Vec<String> = page.rows.into_iter().map(|row| row.sign_in_name).collect();
        names.sort();
        names
    }

    async fn log(&self, house: &House, query: &str) -> LogPage {
        self.get(house, &format!("/api/v1/log{query}")).await.json()
    }
}

/// The people of the tests by their numbers.
fn one(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0xA000 + number))
}

fn token(invitation: &Invitation) -> &str {
    invitation.link.split_once("/desk/invitation?token=").expect("a link to the page").1
}

async fn accept(house: &House, token: &str, password: &str, again: &str) -> (u16, String) {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let body = format!("token={token}&password={}&again={}", encode(password), encode(again));
    let answer = form(house, "/desk/invitation", &body, None).await;
    (answer.status.as_u16(), String::from_utf8_lossy(&answer.body).into_owned())
}

async fn sign_in(house: &House, name: &str, password: &str) -> Answer {
    house.post("/api/v1/session", None, json!({ "name": name, "password": password }).to_string()).await
}

#[tokio::test]
async fn an_invitation_opens_an_account_once() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let created: Created = admin.creates(&house, &patroller()).await.json();
    let token = token(&created.invitation).to_owned();
    assert_eq!(admin.account(&house, created.person).await.standing, Standing::Invited);
    for guess in ["", PASSWORD] {
        sign_in(&house, "patroller-new", guess).await.is_problem(401, "wrong_name_or_password", Some("password"));
    }

    let page = house.get(&format!("/desk/invitation?token={token}"), None).await;
    let text = String::from_utf8_lossy(&page.body);
    assert!(page.status.is_success() && text.contains("陈一禾") && text.contains("patroller-new") && !text.contains("<script"), "{text}");
    let (status, text) = accept(&house, &token, "short", "short").await;
    assert!(status == 422 && text.contains(r#"role="alert""#) && text.contains(&format!(r#"value="{token}""#)), "{text}");
    let (status, text) = accept(&house, &token, NEW_PASSWORD, PASSWORD).await;
    assert!(status == 422 && text.contains("两次输入的密码不一样"), "{text}");
    let (status, text) = accept(&house, &token, NEW_PASSWORD, NEW_PASSWORD).await;
    assert!(status == 200 && text.contains("密码设好了") && text.contains("patroller-new"), "{text}");
    assert!(sign_in(&house, "patroller-new", NEW_PASSWORD).await.status.is_success());
    assert_eq!(admin.account(&house, created.person).await.standing, Standing::Open);

    let (status, text) = accept(&house, &token, "另外一个长长的密码啊", "另外一个长长的密码啊").await;
    assert!(status == 410 && text.contains("已经用过"), "{text}");
    assert_eq!(house.get(&format!("/desk/invitation?token={token}"), None).await.status.as_u16(), 410);
    for forged in ["", "nonsense", &"A".repeat(43)] {
        let page = house.get(&format!("/desk/invitation?token={forged}"), None).await;
        assert!(page.status.as_u16() == 404 && String::from_utf8_lossy(&page.body).contains("无效"), "{forged}");
    }
}

#[tokio::test]
async fn a_link_works_for_seven_days_and_the_newest_only() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let created: Created = admin.creates(&house, &patroller()).await.json();
    let second: Invitation = admin.asks(&house, created.person, &AccountAsk::Invite).await.json();
    assert_eq!(accept(&house, token(&created.invitation), NEW_PASSWORD, NEW_PASSWORD).await.0, 404, "a newer one took its place");
    house.clock.advance(Duration::days(7) - Duration::seconds(1));
    assert_eq!(house.get(&format!("/desk/invitation?token={}", token(&second)), None).await.status.as_u16(), 200);
    house.clock.advance(Duration::seconds(1));
    let (status, text) = accept(&house, token(&second), NEW_PASSWORD, NEW_PASSWORD).await;
    assert!(status == 410 && text.contains("已过期"), "{text}");
    assert_eq!(admin.account(&house, created.person).await.invited_until, None);
}

#[tokio::test]
async fn every_bad_field_is_named() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let with = |change: &dyn Fn(&mut NewAccount)| {
        let mut account = patroller();
        change(&mut account);
        account
    };
    let cases: [(NewAccount, u16, &str, &str); 10] = [
        (with(&|one| one.form.name = " ".into()), 422, "empty_field", "name"),
        (with(&|one| one.form.name = "长".repeat(61)), 422, "too_long", "name"),
        (with(&|one| one.sign_in_name = String::new()), 422, "empty_field", "sign_in_name"),
        (with(&|one| one.sign_in_name = "two words".into()), 422, "bad_sign_in_name", "sign_in_name"),
        (with(&|one| one.sign_in_name = "PATROLLER".into()), 409, "sign_in_name_taken", "sign_in_name"),
        (with(&|one| one.form.unit = "nowhere".into()), 422, "unknown_unit", "unit"),
        (with(&|one| one.form.grants.clear()), 422, "no_role", "grants"),
        (with(&|one| one.form.grants = vec![grant(Role::Patroller, "110101")]), 422, "wrong_scope", "grants.0.scope"),
        (with(&|one| one.form.grants.push(grant(Role::Dispatcher, TOWNSHIP))), 422, "wrong_scope", "grants.1.scope"),
        (with(&|one| one.form.certificate = "证".repeat(61)), 422, "too_long", "certificate"),
    ];
    for (account, status, code, field) in &cases {
        admin.creates(&house, account).await.is_problem(*status, code, Some(field));
    }
    let other = with(&|one| one.form.unit = "t-359921201".into());
    coordinator.creates(&house, &other).await.is_problem(422, "unit_not_yours", Some("unit"));
    let more = with(&|one| one.form.grants.push(grant(Role::Coordinator, TOWNSHIP)));
    coordinator.creates(&house, &more).await.is_problem(422, "role_not_yours", Some("grants.1.role"));
    let bad = json!({ "sign_in_name": "x1", "name": "x", "unit": UNIT, "grants": [{ "role": "king", "scope": { "division": TOWNSHIP } }] });
    assert_eq!(house.post("/api/v1/people", Some(&admin.cookie), bad.to_string()).await.status.as_u16(), 422);
    assert_eq!(admin.people(&house, "?search=patroller-new").await, Vec::<String>::new(), "nothing was made");
    assert!(coordinator.creates(&house, &patroller()).await.status.is_success(), "their own township's staff");
}

#[tokio::test]
async fn everybody_sees_those_they_look_after_and_nobody_else() {
    let house = House::new().await;
    let user = async |name: &str| DeskUser::signed_in(&house, name).await;
    assert_eq!(user("coordinator").await.people(&house, "").await, ["handler", "patroller", "patroller2"]);
    assert_eq!(user("admin").await.people(&house, "").await.len(), 12);
    let of_dispatcher = user("dispatcher").await.people(&house, "").await;
    assert!(!of_dispatcher.iter().any(|name| ["admin", "auditor", "reviewer", "dispatcher"].contains(&name.as_str())), "{of_dispatcher:?}");
    assert_eq!(user("dispatcher").await.people(&house, "?role=coordinator&township=359921201").await, ["coordinator-far"]);
    for name in ["patroller", "handler", "liaison", "reviewer", "auditor"] {
        let user = user(name).await;
        user.get(&house, "/api/v1/people").await.is_problem(403, "not_allowed", None);
        user.get(&house, &format!("/api/v1/people/{}", one(1))).await.is_problem(403, "not_allowed", None);
        user.creates(&house, &patroller()).await.is_problem(403, "not_allowed", None);
        user.asks(&house, one(2), &AccountAsk::Close).await.is_problem(403, "not_allowed", None);
    }
    let coordinator = user("coordinator").await;
    for other in [5, 8, 9, 10, 11] {
        coordinator.get(&house, &format!("/api/v1/people/{}", one(other))).await.is_problem(404, "no_such_person", Some("person"));
        coordinator.asks(&house, one(other), &AccountAsk::Invite).await.is_problem(404, "no_such_person", Some("person"));
    }
    coordinator.get(&house, "/api/v1/people/nobody").await.is_problem(404, "no_such_person", Some("person"));
    coordinator.get(&house, "/api/v1/people?unit=nowhere").await.is_problem(400, "bad_address", Some("unit"));
}

#[tokio::test]
async fn a_closed_account_ends_and_names_what_others_must_take_over() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let handler = house.phone("handler").await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let accept = json!({ "accept": { "category": "C18", "division": TOWNSHIP } });
    coordinator.does(&house, &number, serde_json::from_value(accept).unwrap()).await;
    let dispatch = json!({ "dispatch": { "lead_unit": UNIT, "handler": handler.person.id, "words": "就近处理" } });
    coordinator.does(&house, &number, serde_json::from_value(dispatch).unwrap()).await;

    let admin = DeskUser::signed_in(&house, "admin").await;
    let view = admin.account(&house, handler.person.id).await;
    assert_eq!(view.open_cases.iter().map(|case| case.number.as_str()).collect::<Vec<_>>(), [number.as_str()]);
    assert!(!serde_json::to_string(&view).unwrap().contains("音响"), "an administrator sees no content");
    assert!(admin.asks(&house, handler.person.id, &AccountAsk::Close).await.status.is_success());
    handler.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
    sign_in(&house, "handler", PASSWORD).await.is_problem(401, "wrong_name_or_password", Some("password"));
    let view = admin.account(&house, handler.person.id).await;
    assert_eq!((view.standing, view.open_cases.len()), (Standing::Closed, 1));
    assert_eq!(admin.people(&house, "?closed=true").await, ["handler"]);
    admin.asks(&house, handler.person.id, &AccountAsk::Invite).await.is_problem(422, "account_closed", Some("person"));
    assert!(admin.asks(&house, handler.person.id, &AccountAsk::Open).await.status.is_success());
    assert!(sign_in(&house, "handler", PASSWORD).await.status.is_success());
    house.verified().await;
}

#[tokio::test]
async fn nobody_raises_or_closes_themselves_and_an_administrator_stays() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let own = admin.account(&house, one(8)).await;
    assert!(own.own && own.last_admin);
    admin.asks(&house, one(8), &AccountAsk::Close).await.is_problem(422, "last_admin", Some("person"));
    let more = |grants: Vec<Grant>| {
        AccountAsk::Change(AccountForm { name: "admin".into(), unit: UNIT.into(), certificate: String::new(), grants })
    };
    let county = |role| grant(role, "359921");
    admin.asks(&house, one(8), &more(vec![county(Role::Admin), county(Role::Auditor)])).await.is_problem(422, "own_roles", Some("grants"));
    admin.asks(&house, one(8), &more(vec![])).await.is_problem(422, "no_role", Some("grants"));
    // A second administrator; now either may be closed by the other, and neither by themselves.
    assert!(admin.asks(&house, one(5), &more(vec![county(Role::Admin)])).await.status.is_success());
    admin.asks(&house, one(8), &AccountAsk::Close).await.is_problem(422, "own_account", Some("person"));
    admin.asks(&house, one(8), &AccountAsk::Invite).await.is_problem(422, "own_account", Some("person"));
    let second = DeskUser::signed_in(&house, "dispatcher").await;
    assert!(second.asks(&house, one(8), &AccountAsk::Close).await.status.is_success());
    admin.get(&house, "/api/v1/people").await.is_problem(401, "not_signed_in", None);
    second.asks(&house, one(5), &AccountAsk::Close).await.is_problem(422, "last_admin", Some("person"));
}

#[tokio::test]
async fn a_change_of_roles_holds_at_once() {
    let house = House::new().await;
    let far = DeskUser::signed_in(&house, "coordinator-far").await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    assert!(far.get(&house, "/api/v1/people").await.status.is_success());
    let form = AccountForm {
        name: "改了名".into(),
        unit: UNIT.into(),
        certificate: "闽A-1".into(),
        grants: vec![grant(Role::Patroller, TOWNSHIP)],
    };
    assert!(admin.asks(&house, one(10), &AccountAsk::Change(form.clone())).await.status.is_success());
    far.get(&house, "/api/v1/people").await.is_problem(403, "not_allowed", None);
    let view = admin.account(&house, one(10)).await;
    assert_eq!((view.person.name.as_str(), view.person.certificate.as_deref()), ("改了名", Some("闽A-1")));
    assert_eq!(view.person.grants, form.grants);
}

#[tokio::test]
async fn slowed_sign_in_is_seen_and_let_go_and_nobody_is_locked_out() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let from = async |address: &str, password: &str| {
        let body = json!({ "name": "patroller", "password": password }).to_string();
        let request = axum::http::Request::post("/api/v1/session").header("content-type", "application/json");
        let peer: std::net::SocketAddr = format!("{address}:1000").parse().unwrap();
        house.send(request.extension(axum::extract::ConnectInfo(peer)).body(axum::body::Body::from(body)).unwrap()).await.status.as_u16()
    };
    assert_eq!(admin.account(&house, one(1)).await.slowed, None);
    for _ in 0..9 {
        from("10.0.0.66", "guess").await;
        house.clock.advance(Duration::seconds(20));
    }
    assert_eq!(from("10.0.0.66", "guess").await, 401);
    let slowed = admin.account(&house, one(1)).await.slowed.expect("it is seen");
    assert_eq!((slowed.failures, slowed.places), (10, 1));
    assert_eq!(from("10.0.0.66", PASSWORD).await, 429);
    assert_eq!(from("10.0.0.7", PASSWORD).await, 200, "from elsewhere the person signs in as always");
    assert!(admin.account(&house, one(1)).await.slowed.is_some(), "and the guesser still waits");
    assert!(admin.asks(&house, one(1), &AccountAsk::ForgetFailures).await.status.is_success());
    assert_eq!(admin.account(&house, one(1)).await.slowed, None);
    assert_eq!(from("10.0.0.66", PASSWORD).await, 200);
}

#[tokio::test]
async fn devices_and_sessions_end_by_their_person_and_by_those_above() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let desk = DeskUser::signed_in(&house, "patroller").await;
    let own: Value = desk.get(&house, "/api/v1/devices").await.json();
    assert_eq!(own.as_array().unwrap().len(), 2);
    assert!(!own.to_string().contains(phone.cookie.split_once('=').unwrap().1), "a session's name is no key to it");
    let of = |phone: bool| {
        let device = own.as_array().unwrap().iter().find(|one| one["phone"] == phone).unwrap();
        device["sessions"][0]["id"].as_str().unwrap().to_owned()
    };
    let other = DeskUser::signed_in(&house, "patroller2").await;
    other.asks(&house, one(1), &AccountAsk::EndSession(of(true))).await.is_problem(403, "not_allowed", None);
    assert!(desk.asks(&house, one(1), &AccountAsk::EndSession(of(false))).await.status.is_success());
    desk.get(&house, "/api/v1/devices").await.is_problem(401, "not_signed_in", None);
    assert!(phone.get(&house, "/api/v1/session").await.status.is_success(), "only the one that was named");

    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert!(coordinator.asks(&house, one(1), &AccountAsk::RevokeDevice(phone.device)).await.status.is_success());
    phone.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
    let revoked = coordinator.account(&house, one(1)).await.devices.into_iter().find(|one| one.id == phone.device).unwrap();
    assert!(revoked.revoked && revoked.sessions.is_empty());
    phone = phone.again(&house).await;
    let report = phone.report("夜里施工很吵");
    let (_, lines) = phone.pushed(&house, &[&report]).await;
    assert!(matches!(lines[0].verdict, Verdict::Held { reason: HeldReason::Revoked }), "{:?}", lines[0].verdict);
    coordinator.asks(&house, one(1), &AccountAsk::RevokeDevice(huiyin_domain::ids::DeviceId(Uuid::from_u128(1)))).await.is_problem(
        404,
        "not_found",
        Some("device"),
    );
}

#[tokio::test]
async fn the_log_tells_who_did_what_and_no_secret() {
    let house = House::new().await;
    let admin = DeskUser::signed_in(&house, "admin").await;
    let auditor = DeskUser::signed_in(&house, "auditor").await;
    let created: Created = admin.creates(&house, &patroller()).await.json();
    accept(&house, token(&created.invitation), NEW_PASSWORD, NEW_PASSWORD).await;
    house.clock.advance(Duration::days(1));
    admin.asks(&house, created.person, &AccountAsk::Close).await;
    let db = house.core.db.begin().await.unwrap();
    storage::vault::log(&db, Uuid::now_v7(), house.core.now(), one(4), "reporter_shown", None, Some("要回电")).await.unwrap();
    db.commit().await.unwrap();
    let whats = |page: &LogPage| page.lines.iter().map(|line| line.what.clone()).collect::<Vec<_>>();
    let all = auditor.log(&house, "").await;
    assert_eq!(whats(&all), ["reporter_shown", "account_closed", "password_set", "account_created"]);
    assert_eq!((all.lines[1].by.as_str(), all.lines[1].subject.as_deref()), ("admin", Some("陈一禾")));
    assert_eq!(all.lines[0].reason.as_deref(), Some("要回电"));
    let text = serde_json::to_string(&all).unwrap();
    for secret in [token(&created.invitation), NEW_PASSWORD, "argon2"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(whats(&auditor.log(&house, "?to=2026-11-23").await), ["password_set", "account_created"]);
    assert_eq!(whats(&auditor.log(&house, "?from=2026-11-24").await), ["reporter_shown", "account_closed"]);
    assert_eq!(whats(&auditor.log(&house, &format!("?person={}", created.person)).await).len(), 3);
    auditor.get(&house, "/api/v1/log?from=2026-11-24&to=2026-11-23").await.is_problem(400, "bad_address", Some("from"));
    auditor.get(&house, "/api/v1/log?after=xyz").await.is_problem(400, "bad_cursor", Some("after"));
    for ask in [AccountAsk::Close, AccountAsk::Open].iter().cycle().take(60) {
        assert!(admin.asks(&house, one(1), ask).await.status.is_success());
    }
    let first = auditor.log(&house, "").await;
    let second = auditor.log(&house, &format!("?after={}", first.next.clone().unwrap())).await;
    assert_eq!((first.lines.len(), second.lines.len(), second.next.is_none()), (50, 14, true));
    for name in ["admin", "dispatcher", "coordinator"] {
        let user = DeskUser::signed_in(&house, name).await;
        user.get(&house, "/api/v1/log").await.is_problem(403, "not_allowed", None);
        user.get(&house, "/api/v1/ledger/entries").await.is_problem(403, "not_allowed", None);
    }
}

#[tokio::test]
async fn the_ledger_is_read_without_its_content() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    for n in 0..104 {
        let report = phone.report(&format!("第 {n} 件：夜里施工很吵"));
        phone.pushed(&house, &[&report]).await;
    }
    let auditor = DeskUser::signed_in(&house, "auditor").await;
    let page: Value = auditor.get(&house, "/api/v1/ledger/entries").await.json();
    assert_eq!((page["newest"].as_u64(), page["lines"].as_array().unwrap().len(), page["next"].as_u64()), (Some(105), 100, Some(5)));
    let rest: Value = auditor.get(&house, "/api/v1/ledger/entries?upto=5").await.json();
    let last = &rest["lines"][4];
    assert_eq!((last["seq"].as_u64(), last["verb"].as_str(), last["case"].as_str()), (Some(1), Some("submit"), Some(number.as_str())));
    assert_eq!((last["by"].as_str(), last["verdict"].as_str(), rest.get("next")), (Some("patroller"), Some("applied"), None));
    assert!(!page.to_string().contains("吵") && !rest.to_string().contains("吵"));
}

#[tokio::test]
async fn the_desk_shows_everybody_their_own_rooms() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let bar = async |name: &str| {
        let page = DeskUser::signed_in(&house, name).await.get(&house, "/desk").await;
        let text = String::from_utf8_lossy(&page.body).into_owned();
        let rooms = ["/desk/figures", "/desk/people", "/desk/log", "/desk/ledger", "/desk/settings"];
        let shown = rooms.into_iter().filter(|room| text.contains(&format!(r#"href="{room}""#))).collect::<Vec<_>>();
        (shown, text)
    };
    assert_eq!(bar("coordinator").await.0, ["/desk/figures", "/desk/people", "/desk/settings"]);
    assert_eq!(bar("liaison").await.0, ["/desk/figures", "/desk/settings"]);
    let (rooms, text) = bar("admin").await;
    assert_eq!(rooms, ["/desk/people", "/desk/settings"]);
    assert!(text.contains("您的角色不看案件") && !text.contains("音响"), "an administrator is told so");
    let (rooms, text) = bar("auditor").await;
    assert_eq!(rooms, ["/desk/log", "/desk/ledger", "/desk/settings"]);
    assert!(text.contains("您的角色不看案件"));
    for name in ["admin", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        assert_eq!(user.get(&house, &format!("/desk/cases/{number}")).await.status.as_u16(), 404, "{name}");
    }
    for (name, path) in [("admin", "/desk/people"), ("admin", "/desk/people/new"), ("auditor", "/desk/log"), ("auditor", "/desk/ledger")] {
        assert_eq!(DeskUser::signed_in(&house, name).await.get(&house, path).await.status.as_u16(), 200, "{path}");
    }
    let page = DeskUser::signed_in(&house, "admin").await.get(&house, &format!("/desk/people/{}", one(1))).await;
    let text = String::from_utf8_lossy(&page.body);
    assert!(page.status.is_success() && text.contains("patroller") && text.contains("停用账号"), "{text}");
    assert_eq!(DeskUser::signed_in(&house, "admin").await.get(&house, "/desk/people/nobody").await.status.as_u16(), 404);
}
