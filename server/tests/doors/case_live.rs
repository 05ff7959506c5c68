//! A case's page hears that somebody acted on it, and on no other.

use crate::{
    desk_user::{DeskUser, reported},
    support::House,
};
use axum::{
    body::{Body, BodyDataStream},
    http::Request,
};
use futures::StreamExt;
use huiyin_domain::case::{Ask, Words};

async fn listen(house: &House, cookie: &str, number: &str, since: u64) -> BodyDataStream {
    let request = Request::get(format!("/api/v1/cases/{number}/live?since={since}")).header("cookie", cookie);
    let response = house.response(request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut stream = response.into_body().into_data_stream();
    assert!(heard(&mut stream).await.unwrap().starts_with(": listening"));
    stream
}

async fn heard(stream: &mut BodyDataStream) -> Option<String> {
    let bytes = stream.next().await?.unwrap();
    Some(String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn a_page_hears_that_its_case_has_changed() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let (other, _, _) = reported(&house, &mut phone, "C99", "沟边有死鸡", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let seq = coordinator.view(&house, &number).await.case.seq;
    let mut page = listen(&house, &coordinator.cookie, &number, seq).await;
    let note = || Ask::Note(Words { words: "我打过电话".into() });
    dispatcher.does(&house, &other, note()).await;
    dispatcher.does(&house, &number, note()).await;
    let newest = dispatcher.view(&house, &number).await.case.seq;
    assert_eq!(heard(&mut page).await.unwrap(), format!("event: changed\ndata: {newest}\n\n"), "of its own case, once");
    // A page that was opened before and listens only now hears it too.
    let mut late = listen(&house, &coordinator.cookie, &number, seq).await;
    assert_eq!(heard(&mut late).await.unwrap(), format!("event: changed\ndata: {newest}\n\n"));
    house.core.pokes.end();
    assert_eq!((heard(&mut page).await, heard(&mut late).await), (None, None));

    let path = format!("/api/v1/cases/{number}/live");
    coordinator.get(&house, &path).await.is_problem(400, "bad_address", Some("since"));
    house.get(&format!("{path}?since=0"), None).await.is_problem(401, "not_signed_in", None);
}

#[tokio::test]
async fn nobody_listens_to_a_case_that_is_not_theirs_to_see() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let far = DeskUser::signed_in(&house, "coordinator-far").await;
    far.get(&house, &format!("/api/v1/cases/{number}/live?since=0")).await.is_problem(404, "no_such_case", None);
}
