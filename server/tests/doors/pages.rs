//! Pages: the way in, the way back, words for what is missing, and what browsers may run.

use crate::{
    desk_user::{DeskUser, form, reported},
    support::House,
};
use axum::{body::Body, http::Request};

#[tokio::test]
async fn the_desk_leads_to_the_sign_in_and_back() {
    let house = House::new().await;
    let asked = house.get("/desk?group=overdue", None).await;
    assert_eq!((asked.status.as_u16(), asked.header("location")), (303, "/desk/sign-in?next=/desk%3Fgroup%3Doverdue"));
    let page = house.get("/desk/sign-in?next=/desk/cases/CX26-0001", None).await;
    let text = String::from_utf8_lossy(&page.body);
    assert!(page.status.is_success() && text.contains(r#"value="/desk/cases/CX26-0001""#) && !text.contains("<script"));
    let body = "name=coordinator&password=correct+horse+battery+staple&next=%2Fdesk%2Fcases%2FCX26-0001";
    let answer = form(&house, "/desk/sign-in", body, None).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/desk/cases/CX26-0001"));
    assert!(answer.header("set-cookie").contains("HttpOnly; SameSite=Lax"));
    let body = "name=coordinator&password=correct+horse+battery+staple&next=https%3A%2F%2Felsewhere.example%2F";
    assert_eq!(form(&house, "/desk/sign-in", body, None).await.header("location"), "/desk");
}

#[tokio::test]
async fn a_wrong_password_is_said_in_words_and_the_name_stays() {
    let house = House::new().await;
    let answer = form(&house, "/desk/sign-in", "name=coordinator&password=wrong", None).await;
    let text = String::from_utf8_lossy(&answer.body);
    assert_eq!(answer.status.as_u16(), 401);
    assert!(text.contains(r#"role="alert""#) && text.contains(r#"value="coordinator""#) && !text.contains("wrong\""));
    assert!(answer.header("set-cookie").is_empty());
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let house = House::new().await;
    let user = DeskUser::signed_in(&house, "coordinator").await;
    let request = Request::post("/desk/sign-out").header("cookie", &user.cookie).header("sec-fetch-site", "cross-site");
    assert_eq!(house.send(request.body(Body::empty()).unwrap()).await.status.as_u16(), 403);
    assert!(user.get(&house, "/api/v1/session").await.status.is_success());
    let answer = form(&house, "/desk/sign-out", "", Some(&user.cookie)).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/desk/sign-in"));
    user.get(&house, "/api/v1/session").await.is_problem(401, "not_signed_in", None);
}

#[tokio::test]
async fn the_desk_is_complete_before_its_program_and_runs_only_what_it_was_given() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let user = DeskUser::signed_in(&house, "coordinator").await;
    for path in ["/desk".to_owned(), format!("/desk/cases/{number}"), "/desk/figures".to_owned(), "/desk/settings".to_owned()] {
        let page = user.get(&house, &path).await;
        assert_eq!(page.status.as_u16(), 200, "{path}");
        let policy = page.header("content-security-policy");
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce").to_owned();
        assert!(!policy.contains("unsafe-inline'; script") && policy.contains("'wasm-unsafe-eval'"));
        let text = String::from_utf8_lossy(&page.body).into_owned();
        assert!(text.contains("coordinator") || text.contains(&number) || path.ends_with("settings"), "{path}");
        for script in text.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: <script{tag}>");
        }
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert!(String::from_utf8_lossy(&user.get(&house, "/desk").await.body).contains(&number));
    assert_eq!(user.get(&house, "/desk/cases/CX26-9999").await.status.as_u16(), 404);
    let call = house.post("/desk/calls/me", None, "{}").await;
    assert_eq!(call.status.as_u16(), 401, "a call without a session is told so, not sent to a page");
}

#[tokio::test]
async fn what_is_missing_is_said_in_words_in_both_languages() {
    let house = House::new().await;
    for (path, lang) in
        [("/nowhere", "zh-CN"), ("/cases/CX26-9999", "zh-CN"), ("/en/cases/CX26-9999", "en"), ("/?page=77", "zh-CN"), ("/en/nowhere", "en")]
    {
        let page = house.get(path, None).await;
        let text = String::from_utf8_lossy(&page.body);
        assert_eq!(page.status.as_u16(), 404, "{path}");
        assert!(text.contains(&format!(r#"<html lang="{lang}""#)) && text.contains("<h1"), "{path}");
    }
    house.get("/api/v1/nowhere", None).await.is_problem(404, "not_found", None);
    assert_eq!(house.get("/en", None).await.header("location"), "/en/");
}
