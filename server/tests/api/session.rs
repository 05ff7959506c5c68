//! Sessions: signing in, guessing, other sites, ends.

use crate::support::{House, PASSWORD};
use axum::{body::Body, http::Request};
use huiyin_domain::sync::message::SignedIn;
use serde_json::json;
use time::Duration;

async fn try_in(house: &House, name: &str, password: &str) -> crate::support::Answer {
    house.post("/api/v1/session", None, json!({ "name": name, "password": password }).to_string()).await
}

#[tokio::test]
async fn a_session_knows_its_person_and_ends() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let shown: SignedIn = phone.get(&house, "/api/v1/session").await.json();
    assert_eq!((shown.person.id, shown.device), (phone.person.id, phone.device));
    let request = Request::delete("/api/v1/session").header("cookie", &phone.cookie).body(Body::empty()).unwrap();
    assert_eq!(house.send(request).await.status.as_u16(), 204);
    phone.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
}

#[tokio::test]
async fn an_expired_session_is_told_and_a_used_one_slides() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    house.clock.advance(Duration::days(20));
    assert!(phone.get(&house, "/api/v1/session").await.status.is_success());
    house.clock.advance(Duration::days(20));
    assert!(phone.get(&house, "/api/v1/session").await.status.is_success());
    house.clock.advance(Duration::days(31));
    phone.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
    phone.push(&house, &[]).await.is_problem(401, "not_signed_in", None);
}

#[tokio::test]
async fn wrong_names_and_wrong_passwords_look_alike() {
    let house = House::new().await;
    let unknown = try_in(&house, "nobody", PASSWORD).await;
    let wrong = try_in(&house, "patroller", "guess").await;
    let (unknown, wrong) = (
        unknown.is_problem(401, "wrong_name_or_password", Some("password")),
        wrong.is_problem(401, "wrong_name_or_password", Some("password")),
    );
    assert_eq!((&unknown["title"], &unknown["detail"]), (&wrong["title"], &wrong["detail"]));
}

#[tokio::test]
async fn guessing_is_slowed_and_the_rightful_person_gets_in_after_a_moment() {
    let house = House::new().await;
    for _ in 0..5 {
        try_in(&house, "patroller", "guess").await.is_problem(401, "wrong_name_or_password", Some("password"));
    }
    let slowed = try_in(&house, "patroller", PASSWORD).await;
    slowed.is_problem(429, "too_many_tries", None);
    let wait: i64 = slowed.header("retry-after").parse().unwrap();
    assert!((1..=2).contains(&wait));
    assert!(try_in(&house, "patroller2", PASSWORD).await.status.is_success(), "others are not slowed");
    house.clock.advance(Duration::seconds(wait));
    assert!(try_in(&house, "patroller", PASSWORD).await.status.is_success());
}

#[tokio::test]
async fn a_closed_account_loses_its_sessions() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let db = house.core.db.begin().await.unwrap();
    huiyin_server::storage::people::close_account(&db, phone.person.id, house.core.now()).await.unwrap();
    db.commit().await.unwrap();
    phone.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
    try_in(&house, "patroller", PASSWORD).await.is_problem(401, "wrong_name_or_password", Some("password"));
}

#[tokio::test]
async fn other_sites_cannot_act_for_a_person() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let post = |name: &'static str, value: &'static str| {
        Request::post("/api/v1/sync/push")
            .header("content-type", "application/json")
            .header("cookie", &phone.cookie)
            .header("host", "127.0.0.1:3000")
            .header(name, value)
            .body(Body::from(format!(r#"{{"device":"{}","commands":[]}}"#, phone.device)))
            .unwrap()
    };
    for (name, value) in
        [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "null")]
    {
        house.send(post(name, value)).await.is_problem(403, "cross_site", None);
    }
    for (name, value) in [("origin", "http://127.0.0.1:3000"), ("sec-fetch-site", "same-origin")] {
        assert!(house.send(post(name, value)).await.status.is_success());
    }
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts() {
    let house = House::new().await;
    let answer = try_in(&house, "patroller", PASSWORD).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("huiyin=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
}

#[tokio::test]
async fn a_phone_that_signs_in_again_keeps_its_queue() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&report]).await;
    let body = json!({ "name": "patroller", "password": PASSWORD, "device": phone.device });
    let again: SignedIn = house.post("/api/v1/session", None, body.to_string()).await.json();
    assert_eq!((again.device, again.have), (phone.device, 1));
    let body = json!({ "name": "patroller2", "password": PASSWORD, "device": phone.device });
    house.post("/api/v1/session", None, body.to_string()).await.is_problem(403, "not_your_device", Some("device"));
}

#[tokio::test]
async fn a_changed_password_ends_every_session_and_only_the_new_one_opens_the_next() {
    const NEW: &str = "石桥下的水二零二六年清";
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let elsewhere = phone.again(&house).await;
    let other = house.phone("patroller2").await;
    let change = async |cookie: Option<&str>, present: &str, new: &str| {
        let body = json!({ "change": { "present": present, "new": new } }).to_string();
        house.post("/desk/calls/change-password", cookie, body).await
    };
    change(None, PASSWORD, NEW).await.is_problem(401, "not_signed_in", None);
    change(Some(&phone.cookie), "guess", NEW).await.is_problem(422, "wrong_password", Some("present"));
    for weak in ["short", PASSWORD, "aaaaaaaaaaaaaaaa", "patroller-patroller"] {
        change(Some(&phone.cookie), PASSWORD, weak).await.is_problem(422, "weak_password", Some("new"));
    }
    assert!(phone.get(&house, "/api/v1/session").await.status.is_success(), "nothing has changed yet");
    assert!(change(Some(&phone.cookie), PASSWORD, NEW).await.status.is_success());
    for session in [&phone, &elsewhere] {
        session.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
    }
    assert!(other.get(&house, "/api/v1/session").await.status.is_success(), "others stay signed in");
    try_in(&house, "patroller", PASSWORD).await.is_problem(401, "wrong_name_or_password", Some("password"));
    assert!(try_in(&house, "patroller", NEW).await.status.is_success());
}

#[tokio::test]
async fn a_desk_left_open_is_no_way_to_guess_the_password() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let body = json!({ "change": { "present": "guess", "new": "石桥下的水二零二六年清" } }).to_string();
    for _ in 0..5 {
        house.post("/desk/calls/change-password", Some(&phone.cookie), body.clone()).await.is_problem(
            422,
            "wrong_password",
            Some("present"),
        );
    }
    house.post("/desk/calls/change-password", Some(&phone.cookie), body).await.is_problem(429, "too_many_tries", None);
}
