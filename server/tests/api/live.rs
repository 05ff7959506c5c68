//! Pokes: whom it concerns hears that something changed, and nothing else.

use crate::support::House;
use axum::{
    body::{Body, BodyDataStream},
    http::Request,
};
use futures::StreamExt;

pub(crate) async fn listen(house: &House, cookie: &str) -> BodyDataStream {
    let request = Request::get("/api/v1/sync/live").header("cookie", cookie).body(Body::empty()).unwrap();
    let response = house.response(request).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut stream = response.into_body().into_data_stream();
    assert!(heard(&mut stream).await.unwrap().starts_with(": listening"));
    stream
}

pub(crate) async fn heard(stream: &mut BodyDataStream) -> Option<String> {
    let bytes = stream.next().await?.unwrap();
    Some(String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn a_change_pokes_whose_case_it_is_and_nobody_else() {
    let house = House::new().await;
    house.get("/api/v1/sync/live", None).await.is_problem(401, "not_signed_in", None);
    let mut phone = house.phone("patroller").await;
    let other = house.phone("patroller2").await;
    let mut mine = listen(&house, &phone.cookie).await;
    let mut theirs = listen(&house, &other.cookie).await;
    let report = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&report]).await;
    let poke = heard(&mut mine).await.unwrap();
    assert_eq!(poke, "event: poke\ndata: pull\n\n");
    // At the end everybody is sent home, and until then the other one heard nothing.
    house.core.pokes.end();
    assert_eq!(heard(&mut theirs).await, None);
    assert_eq!(heard(&mut mine).await, None);
}
