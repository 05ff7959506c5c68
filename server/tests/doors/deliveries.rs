//! Notices on their way out: to a gateway that fails, is slow or never answers; once, whatever happens in between.

use crate::{desk_user::DeskUser, notices::given, receiver::Receiver, support::House};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use data_encoding::HEXLOWER;
use futures::FutureExt;
use hmac::{Hmac, KeyInit, Mac};
use huiyin_app::backend::{Channel, ContactPage, DeliveriesPage, DeliveryLine, DeliveryState};
use huiyin_server::{
    config::Settings,
    notices::{NoticeSettings, Post, WebhookFormat, deliver, plan},
    storage,
};
use serde_json::json;
use sha2::Sha256;
use std::sync::Arc;
use time::Duration;
use tokio::sync::Notify;
use uuid::Uuid;

const PHONE: &str = "19900000003";

/// A house that sends to these.
async fn house(sms: Option<&Receiver>, webhook: Option<&Receiver>, change: impl FnOnce(&mut NoticeSettings)) -> (House, Post) {
    let (sms, webhook) = (sms.map(|sms| sms.url.clone()), webhook.map(|webhook| webhook.url.clone()));
    let house = House::with(|settings| {
        settings.notices = NoticeSettings {
            sms_url: sms,
            webhook_url: webhook,
            webhook_secret: Some("a secret of the test".into()),
            webhook_kinds: "all".into(),
            delivery_loopback: true,
            ..NoticeSettings::default()
        };
        change(&mut settings.notices);
    })
    .await;
    let post = Post::open(&house.core.settings).unwrap();
    (house, post)
}

/// The handler wants to be told of work by message, and by mail if asked.
async fn reachable(house: &House, mail: bool) -> DeskUser {
    let handler = DeskUser::signed_in(house, "handler").await;
    let by_mail = if mail { json!(["work"]) } else { json!([]) };
    let contact = json!({"phone": "199 0000-0003", "email": "handler@example.gov.cn", "by_sms": ["work"], "by_mail": by_mail});
    let kept: ContactPage = handler.put(house, "/api/v1/contact", &contact).await.json();
    assert_eq!(kept.contact.phone, PHONE);
    handler
}

async fn log(house: &House) -> Vec<DeliveryLine> {
    let admin = DeskUser::signed_in(house, "admin").await;
    admin.get(house, "/api/v1/notices/deliveries").await.json::<DeliveriesPage>().rows
}

#[tokio::test]
async fn a_message_goes_to_who_asked_for_it_and_is_tried_again_when_the_gateway_fails() {
    let gateway = Receiver::with_status(|nth| if nth == 1 { 500 } else { 200 }).await;
    let (house, post) = house(Some(&gateway), None, |_| {}).await;
    reachable(&house, false).await;
    let number = given(&house, "路边堆了垃圾").await;
    assert!(plan(&house.core, &post).await.unwrap() > 0);
    assert_eq!(plan(&house.core, &post).await.unwrap(), 0, "looked at once");
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 1);
    let lines = log(&house).await;
    assert_eq!(
        (lines.len(), lines[0].state, lines[0].error.as_deref(), lines[0].tries),
        (1, DeliveryState::Waiting, Some("status_500"), 1)
    );
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 0, "not at once again");
    house.clock.advance(Duration::seconds(30));
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 1);
    let lines = log(&house).await;
    assert_eq!((lines[0].state, lines[0].error.as_deref(), lines[0].person.as_deref()), (DeliveryState::Sent, None, Some("handler")));
    house.clock.advance(Duration::days(1));
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 0);
    let got = gateway.got();
    assert_eq!(got.len(), 2);
    assert_eq!(got[1].json()["phone"], PHONE);
    let text = got[1].json()["text"].as_str().unwrap().to_owned();
    assert!(text.starts_with(&format!("【回音】{number} 已交给您")) && text.ends_with(&format!("/desk/cases/{number}")), "{text}");
    assert!(!text.contains("垃圾"));
    // The log says to whom, never where.
    let admin = DeskUser::signed_in(&house, "admin").await;
    for path in ["/api/v1/notices/deliveries", "/desk/notices/deliveries"] {
        let shown = String::from_utf8_lossy(&admin.get(&house, path).await.body).into_owned();
        assert!(shown.contains(&number) && !shown.contains(PHONE), "{path}");
    }
}

#[tokio::test]
async fn what_fails_for_good_is_given_up_and_an_administrator_sends_it_again() {
    let gateway = Receiver::with_status(|nth| if nth <= 3 { 503 } else { 200 }).await;
    let (house, post) = house(Some(&gateway), None, |set| set.delivery_tries = 3).await;
    let handler = reachable(&house, false).await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    for _ in 0..3 {
        assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 1);
        house.clock.advance(Duration::minutes(30));
    }
    let lines = log(&house).await;
    assert_eq!((lines[0].state, lines[0].error.as_deref(), lines[0].tries), (DeliveryState::Failed, Some("status_503"), 3));
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 0);
    let again = json!({"id": lines[0].id});
    handler.post(&house, "/api/v1/notices/deliveries/again", &again).await.is_problem(403, "not_allowed", None);
    handler.get(&house, "/api/v1/notices/deliveries").await.is_problem(403, "not_allowed", None);
    let admin = DeskUser::signed_in(&house, "admin").await;
    assert!(admin.post(&house, "/api/v1/notices/deliveries/again", &again).await.status.is_success());
    admin.post(&house, "/api/v1/notices/deliveries/again", &again).await.is_problem(404, "no_such_delivery", Some("id"));
    admin.post(&house, "/api/v1/notices/deliveries/again", &json!({"id": "nonsense"})).await.is_problem(
        404,
        "no_such_delivery",
        Some("id"),
    );
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 1);
    assert_eq!((log(&house).await[0].state, gateway.got().len()), (DeliveryState::Sent, 4));
}

#[tokio::test]
async fn a_program_that_never_answers_holds_up_nobody() {
    let gateway = Receiver::with_status(|_| 200).await;
    let silent = Receiver::new(|_| futures::future::pending().boxed()).await;
    let (house, post) = house(Some(&gateway), Some(&silent), |_| {}).await;
    reachable(&house, false).await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    let post = Arc::new(post);
    let hanging = tokio::spawn({
        let (core, post) = (house.core.clone(), Arc::clone(&post));
        async move { deliver(&core, &post, Channel::Webhook).await.map(drop) }
    });
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 1);
    assert_eq!(gateway.got().len(), 1);
    assert!(!hanging.is_finished(), "it waits for its own answer only");
    hanging.abort();
}

#[tokio::test]
async fn who_does_not_answer_in_time_is_left_and_tried_again() {
    let silent = Receiver::new(|_| futures::future::pending().boxed()).await;
    let (house, post) = house(None, Some(&silent), |set| set.delivery_timeout_ms = 50).await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    let tried = deliver(&house.core, &post, Channel::Webhook).await.unwrap();
    let lines = log(&house).await;
    assert_eq!(lines.len(), tried);
    assert!(tried > 0 && lines.iter().all(|line| (line.state, line.error.as_deref()) == (DeliveryState::Waiting, Some("timed_out"))));
}

#[tokio::test]
async fn one_slow_answer_does_not_hold_the_next_message_back() {
    // The first call is answered only when the second has arrived.
    let second = Arc::new(Notify::new());
    let seen = Arc::clone(&second);
    let gateway = Receiver::new(move |got| {
        let seen = Arc::clone(&seen);
        async move {
            if got.nth == 1 {
                seen.notified().await;
            } else {
                seen.notify_one();
            }
            (StatusCode::OK, String::new())
        }
        .boxed()
    })
    .await;
    let (house, post) = house(Some(&gateway), None, |_| {}).await;
    reachable(&house, false).await;
    given(&house, "路边堆了垃圾").await;
    given(&house, "河边又堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 2);
    assert!(log(&house).await.iter().all(|line| line.state == DeliveryState::Sent));
}

#[tokio::test]
async fn two_servers_send_each_notice_once() {
    let gateway = Receiver::with_status(|_| 200).await;
    let (house, post) = house(Some(&gateway), None, |_| {}).await;
    let other = house.twin().await;
    reachable(&house, false).await;
    for n in 1..=5 {
        given(&house, &format!("第 {n} 处堆了垃圾")).await;
    }
    let (here, there) = tokio::join!(plan(&house.core, &post), plan(&other.core, &post));
    assert!(here.is_ok() && there.is_ok());
    let tried = tokio::join!(
        deliver(&house.core, &post, Channel::Sms),
        deliver(&other.core, &post, Channel::Sms),
        deliver(&house.core, &post, Channel::Sms)
    );
    assert_eq!(tried.0.unwrap() + tried.1.unwrap() + tried.2.unwrap(), 5);
    let mut texts: Vec<String> = gateway.got().iter().map(|got| got.json()["text"].to_string()).collect();
    texts.sort();
    texts.dedup();
    assert_eq!((gateway.got().len(), texts.len()), (5, 5));
}

#[tokio::test]
async fn what_a_dead_server_held_is_sent_by_another_when_its_lease_ends() {
    let gateway = Receiver::with_status(|_| 200).await;
    let (house, post) = house(Some(&gateway), None, |_| {}).await;
    reachable(&house, false).await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    let (now, dead) = (house.core.now(), Uuid::from_u128(0xdead));
    let db = house.core.db.begin().await.unwrap();
    let held = storage::deliveries::claim(&db, Channel::Sms, dead, now, now + Duration::minutes(2), 10).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 0, "somebody else holds it");
    house.clock.advance(Duration::minutes(2));
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 1);
    // The dead one comes back and says something about it: too late.
    let late = storage::deliveries::Tried {
        state: DeliveryState::Failed,
        address_hash: None,
        error: Some("timed_out".into()),
        next_try_at: now,
        at: now,
    };
    let db = house.core.db.begin().await.unwrap();
    assert!(!storage::deliveries::tried(&db, &held[0].key, dead, &late).await.unwrap());
    db.commit().await.unwrap();
    assert_eq!(log(&house).await[0].state, DeliveryState::Sent);
}

#[tokio::test]
async fn nothing_is_sent_at_night_and_nothing_that_was_read() {
    let gateway = Receiver::with_status(|_| 200).await;
    let (house, post) = house(Some(&gateway), None, |_| {}).await;
    let handler = reachable(&house, false).await;
    // Ten in the evening.
    house.clock.advance(Duration::hours(12));
    given(&house, "路边堆了垃圾").await;
    given(&house, "河边又堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 0);
    let first = handler.get(&house, "/api/v1/notices").await.json::<huiyin_app::backend::NoticesPage>().rows.pop().unwrap();
    handler.post(&house, "/api/v1/notices/read", &json!({"one": {"seq": first.seq, "kind": first.about.kind}})).await;
    house.clock.advance(Duration::hours(10));
    assert_eq!(deliver(&house.core, &post, Channel::Sms).await.unwrap(), 2);
    let mut states: Vec<DeliveryState> = log(&house).await.iter().map(|line| line.state).collect();
    states.sort();
    assert_eq!((states, gateway.got().len()), (vec![DeliveryState::Sent, DeliveryState::Skipped], 1));
}

#[tokio::test]
async fn a_program_can_check_who_tells_it() {
    let program = Receiver::with_status(|_| 204).await;
    let (house, post) = house(None, Some(&program), |set| set.webhook_kinds = "assigned".into()).await;
    let number = given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    assert_eq!(deliver(&house.core, &post, Channel::Webhook).await.unwrap(), 1);
    let got = program.got().pop().unwrap();
    assert_eq!(got.uri, "/take");
    let timestamp = got.header("huiyin-timestamp");
    assert_eq!(timestamp, (house.core.now().unix_ms() / 1000).to_string());
    let mut mac = Hmac::<Sha256>::new_from_slice(b"a secret of the test").unwrap();
    mac.update(format!("{timestamp}.{}", got.body).as_bytes());
    assert_eq!(got.header("huiyin-signature"), format!("v1={}", HEXLOWER.encode(&mac.finalize().into_bytes())));
    let body = got.json();
    assert_eq!((body["about"]["kind"].as_str(), body["about"]["number"].as_str()), (Some("assigned"), Some(number.as_str())));
    assert_eq!(body["id"].as_str(), Some(got.header("huiyin-delivery")));
    assert!(body["text"]["en"].as_str().unwrap().contains(&number));
}

#[tokio::test]
async fn a_bot_gets_plain_text_and_its_refusal_is_understood() {
    let bot = Receiver::new(|_| async { (StatusCode::OK, r#"{"errcode":45009,"errmsg":"too often"}"#.to_owned()) }.boxed()).await;
    let (house, post) = house(None, Some(&bot), |set| {
        set.webhook_format = WebhookFormat::Text;
        set.webhook_secret = None;
        set.webhook_kinds = "assigned".into();
    })
    .await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    deliver(&house.core, &post, Channel::Webhook).await.unwrap();
    let body = bot.got()[0].json();
    assert_eq!(body["msgtype"], "text");
    assert!(body["text"]["content"].as_str().unwrap().starts_with("【回音】"));
    assert_eq!(log(&house).await[0].error.as_deref(), Some("not_taken"));
}

#[tokio::test]
async fn a_gateway_is_spoken_to_as_it_is_set() {
    let gateway = Receiver::with_status(|_| 200).await;
    let (house, post) = house(Some(&gateway), None, |set| {
        set.sms_method = "GET".into();
        set.sms_url = set.sms_url.take().map(|url| format!("{url}?to={{phone}}&text={{text}}&sign=1"));
        set.sms_headers = Some("X-App: 7\nAuthorization: Bearer t:k".into());
        set.sms_success = Some("\"code\":0".into());
    })
    .await;
    reachable(&house, false).await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    deliver(&house.core, &post, Channel::Sms).await.unwrap();
    let got = gateway.got().pop().unwrap();
    assert!(got.uri.starts_with(&format!("/take?to={PHONE}&text=%E3%80%90%E5%9B%9E%E9%9F%B3%E3%80%91")) && got.uri.ends_with("&sign=1"));
    assert_eq!((got.header("x-app"), got.header("authorization"), got.body.as_str()), ("7", "Bearer t:k", ""));
    assert_eq!(log(&house).await[0].state, DeliveryState::Sent);
}

#[tokio::test]
async fn an_address_that_leads_to_this_machine_is_refused_unless_it_is_asked_for() {
    let gateway = Receiver::with_status(|_| 200).await;
    let (house, post) = house(Some(&gateway), None, |set| set.delivery_loopback = false).await;
    reachable(&house, false).await;
    given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    deliver(&house.core, &post, Channel::Sms).await.unwrap();
    assert_eq!(log(&house).await[0].error.as_deref(), Some("blocked_target"));
    assert!(gateway.got().is_empty());
}

#[tokio::test]
async fn without_a_mail_server_mail_lies_in_its_folder() {
    let (house, post) = house(None, None, |_| {}).await;
    let handler = reachable(&house, true).await;
    // Saved in English, written in English.
    let contact = json!({"email": "handler@example.gov.cn", "by_mail": ["work"]}).to_string();
    let request = Request::put("/api/v1/contact").header("content-type", "application/json").header("accept-language", "en");
    let request = request.header("cookie", &handler.cookie).body(Body::from(contact)).unwrap();
    assert!(house.send(request).await.status.is_success());
    let number = given(&house, "路边堆了垃圾").await;
    plan(&house.core, &post).await.unwrap();
    assert_eq!(deliver(&house.core, &post, Channel::Mail).await.unwrap(), 1);
    let folder = house.core.settings.data.join("outgoing-mail");
    let files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .collect();
    assert_eq!(files.len(), 1);
    let mail = std::fs::read_to_string(&files[0]).unwrap();
    assert!(mail.contains("To: handler@example.gov.cn") && mail.contains("Date: Mon, 23 Nov 2026"), "{mail}");
    assert!(mail.contains(&format!("[Huiyin] {number}: Assigned to you")) && mail.contains(&format!("/desk/cases/{number}")), "{mail}");
    assert_eq!(log(&house).await[0].channel, Channel::Mail);
}

#[tokio::test]
async fn a_contact_is_checked_and_nothing_of_it_is_lost() {
    let (house, _) = house(None, None, |_| {}).await;
    let handler = DeskUser::signed_in(&house, "handler").await;
    let put = async |contact: serde_json::Value| handler.put(&house, "/api/v1/contact", &contact).await;
    put(json!({"phone": "12345", "email": ""})).await.is_problem(422, "bad_phone", Some("phone"));
    put(json!({"phone": "", "email": "nobody"})).await.is_problem(422, "bad_email", Some("email"));
    put(json!({"phone": "", "email": "", "by_sms": ["work"]})).await.is_problem(422, "bad_phone", Some("phone"));
    put(json!({"phone": PHONE, "email": "", "by_mail": ["work"]})).await.is_problem(422, "bad_email", Some("email"));
    put(json!({"phone": PHONE, "by_sms": ["nonsense"]})).await.is_problem(422, "wrong_shape", None);
    let kept: ContactPage = put(json!({"phone": PHONE, "by_sms": ["work", "work", "emergencies"]})).await.json();
    assert_eq!(serde_json::to_value(&kept.contact.by_sms).unwrap(), json!(["emergencies", "work"]));
    assert!(!kept.sms && !kept.mail);
    let patroller = DeskUser::signed_in(&house, "patroller").await;
    let other: ContactPage = patroller.get(&house, "/api/v1/contact").await.json();
    assert_eq!(other.contact.phone, "", "everybody has their own");
    assert!(!format!("{kept:?}").contains(PHONE), "a number is never printed");
}

#[test]
fn a_setting_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let named = |change: fn(&mut NoticeSettings)| {
        let mut settings = Settings::in_folder(folder.path());
        change(&mut settings.notices);
        Post::open(&settings).err().map(|error| error.setting)
    };
    assert_eq!(named(|_| {}), None);
    assert_eq!(named(|set| set.sms_url = Some("gateway".into())), Some("HUIYIN_SMS_URL"));
    assert_eq!(named(|set| set.sms_url = Some("ftp://gateway/".into())), Some("HUIYIN_SMS_URL"));
    assert_eq!(named(|set| (set.sms_url, set.sms_body) = (Some("http://gateway/".into()), "{text}".into())), Some("HUIYIN_SMS_BODY"));
    assert_eq!(named(|set| (set.sms_url, set.sms_method) = (Some("http://gateway/".into()), "P OST".into())), Some("HUIYIN_SMS_METHOD"));
    assert_eq!(
        named(|set| (set.sms_url, set.sms_headers) = (Some("http://gateway/".into()), Some("x".into()))),
        Some("HUIYIN_SMS_HEADERS")
    );
    assert_eq!(named(|set| set.webhook_url = Some("http://program/".into())), Some("HUIYIN_WEBHOOK_SECRET"));
    assert_eq!(
        named(|set| {
            set.webhook_url = Some("http://program/".into());
            set.webhook_secret = Some("s".into());
            set.webhook_kinds = "nonsense".into();
        }),
        Some("HUIYIN_WEBHOOK_KINDS")
    );
    assert_eq!(named(|set| set.smtp_url = Some("smtps://mail/".into())), Some("HUIYIN_MAIL_FROM"));
    assert_eq!(named(|set| set.mail_from = Some("nobody".into())), Some("HUIYIN_MAIL_FROM"));
    assert_eq!(named(|set| (set.smtp_url, set.mail_from) = (Some("nonsense".into()), Some("a@b.cn".into()))), Some("HUIYIN_SMTP_URL"));
}
