//! How much may be sent: a crowd is turned away before its bodies are read, one device cannot fill the disk, and what
//! stopped half-way does not lie about for ever.

use crate::support::{House, Phone, picture, sealed};
use axum::{body::Body, http::Request};
use huiyin_domain::{
    hash::Hash,
    photo::CHUNK_BYTES,
    sync::message::{ChunkAnswer, PushAnswer},
};
use huiyin_server::{
    ledger::{Papers, Sealed, Sender, Submission},
    media, storage,
};
use std::{
    convert::Infallible,
    io::Write,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

#[tokio::test]
async fn a_full_queue_turns_pushes_away_before_reading_them() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let texts: Vec<String> = (0..1600).map(|n| sealed(&phone.report(&format!("第 {n} 处噪声扰民")))).collect();
    // Whoever holds the counter's row (on SQLite: writes at all) keeps the committer waiting.
    let lock = house.core.db.begin().await.unwrap();
    storage::ledger::head(&lock, true).await.unwrap();
    let mut waiting = Vec::new();
    let asked = Arc::new(AtomicUsize::new(0));
    for text in &texts {
        let (core, asked) = (Arc::clone(&house.core), Arc::clone(&asked));
        let sealed = Sealed::read(text.as_bytes(), "commands[0]").unwrap();
        let (person, device) = (phone.person.id, phone.device);
        waiting.push(tokio::spawn(async move {
            let papers = Papers::Sealed(vec![sealed]);
            asked.fetch_add(1, Ordering::SeqCst);
            core.ledger.submit_patiently(Submission { sender: Sender::Person(person), device, papers, received_at: None }).await
        }));
    }
    // All have asked for a place, so that they get theirs in order when there is one.
    while asked.load(Ordering::SeqCst) < texts.len() {
        tokio::task::yield_now().await;
    }
    assert!(!house.core.ledger.has_room());
    let read = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&read);
    let body = Body::from_stream(futures::stream::once(async move {
        seen.store(true, Ordering::SeqCst);
        Ok::<_, Infallible>("{}")
    }));
    let request = Request::post("/api/v1/sync/push").header("content-type", "application/json").header("cookie", &phone.cookie);
    let answer = house.send(request.body(body).unwrap()).await;
    answer.is_problem(503, "busy", None);
    assert_eq!(answer.header("retry-after"), "1");
    assert!(!read.load(Ordering::SeqCst), "the body was read");
    lock.rollback().await.unwrap();
    for one in waiting {
        assert_eq!(one.await.unwrap().unwrap().lines.len(), 1);
    }
    assert_eq!(house.verified().await.entries, 1600);
}

#[tokio::test]
async fn a_device_may_send_so_many_commands_a_day() {
    let house = House::with(|settings| settings.commands_per_day = 5).await;
    let mut phone = house.phone("patroller").await;
    let reports: Vec<_> = (0..7).map(|n| phone.report(&format!("第 {n} 处噪声扰民"))).collect();
    phone.pushed(&house, &reports[..5].iter().collect::<Vec<_>>()).await;
    let more = [sealed(&reports[5])];
    let refused = phone.push(&house, &more).await;
    refused.is_problem(429, "too_many_today", Some("commands"));
    assert_eq!(refused.header("retry-after"), "3600");
    // What is known is answered again, and nobody else is stopped.
    phone.pushed(&house, &reports[..5].iter().collect::<Vec<_>>()).await;
    let mut other = house.phone("patroller2").await;
    let theirs = other.report("别人的手机不受影响");
    other.pushed(&house, &[&theirs]).await;
    house.clock.advance(time::Duration::days(1));
    phone.pushed(&house, &reports[5..].iter().collect::<Vec<_>>()).await;
    assert_eq!(house.verified().await.entries, 8);
}

/// Speaks of a photo and sends all of it but its last chunk.
async fn begun(house: &House, phone: &mut Phone, bytes: &[u8]) -> ChunkAnswer {
    let ask = phone.submit("C06", "路边有人倒垃圾", vec![phone.photo(bytes)]);
    let command = phone.command(None, 0, ask);
    phone.pushed(house, &[&command]).await;
    let chunks: Vec<&[u8]> = bytes.chunks(CHUNK_BYTES as usize).collect();
    let mut last = None;
    for (n, chunk) in chunks[..chunks.len() - 1].iter().enumerate() {
        last = Some(phone.put_chunk(house, &Hash::of(bytes), n, chunk).await.json());
    }
    last.unwrap()
}

#[tokio::test]
async fn a_device_may_leave_so_much_of_photos_unfinished() {
    let (one, two) = (picture(1), picture(2));
    let house = House::with(|settings| settings.open_photo_bytes = CHUNK_BYTES).await;
    let mut phone = house.phone("patroller").await;
    let ask = phone.submit("C06", "路边有人倒垃圾", vec![phone.photo(&one), phone.photo(&two)]);
    let command = phone.command(None, 0, ask);
    phone.pushed(&house, &[&command]).await;
    let chunk = CHUNK_BYTES as usize;
    phone.put_chunk(&house, &Hash::of(&one), 0, &one[..chunk]).await.json::<ChunkAnswer>();
    phone.put_chunk(&house, &Hash::of(&two), 0, &two[..chunk]).await.is_problem(413, "too_much_open", Some("photo"));
    let mut other = house.phone("patroller2").await;
    let three = picture(3);
    let ask = other.submit("C06", "路边有人倒垃圾", vec![other.photo(&three)]);
    let command = other.command(None, 0, ask);
    other.pushed(&house, &[&command]).await;
    other.put_chunk(&house, &Hash::of(&three), 0, &three[..chunk]).await.json::<ChunkAnswer>();
}

#[tokio::test]
async fn chunks_that_nobody_goes_on_sending_expire_and_can_be_sent_anew() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (left, kept) = (picture(1), picture(2));
    assert_eq!(begun(&house, &mut phone, &left).await.missing.len(), 1);
    house.clock.advance(time::Duration::days(20));
    assert_eq!(begun(&house, &mut phone, &kept).await.missing.len(), 1);
    assert_eq!(media::forget_abandoned(&house.core).await.unwrap(), 0);
    house.clock.advance(time::Duration::days(10) + time::Duration::seconds(1));
    assert_eq!(media::forget_abandoned(&house.core).await.unwrap(), 1);
    let phone = phone.again(&house).await;
    let chunks = left.chunks(CHUNK_BYTES as usize).count();
    let first: ChunkAnswer = phone.put_chunk(&house, &Hash::of(&left), 0, &left[..CHUNK_BYTES as usize]).await.json();
    assert_eq!(first.missing.len(), chunks - 1, "all the others are asked for again");
    let last = kept.chunks(CHUNK_BYTES as usize).enumerate().next_back().unwrap();
    assert!(phone.put_chunk(&house, &Hash::of(&kept), last.0, last.1).await.json::<ChunkAnswer>().complete);
    assert!(phone.send_photo(&house, &left).await.json::<ChunkAnswer>().complete);
}

async fn packed(house: &House, phone: &Phone, encoding: &str, body: Vec<u8>) -> crate::support::Answer {
    let request = Request::post("/api/v1/sync/push")
        .header("content-type", "application/json")
        .header("content-encoding", encoding)
        .header("cookie", &phone.cookie);
    house.send(request.body(Body::from(body)).unwrap()).await
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[tokio::test]
async fn compressed_bodies_are_limited_on_both_sides_of_their_unpacking() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    // Endless parts that unpack to nothing cost no memory, but would never end.
    packed(&house, &phone, "gzip", gzip(b"").repeat(100_000)).await.is_problem(413, "too_large", Some("body"));
    packed(&house, &phone, "br", b"{}".to_vec()).await.is_problem(415, "wrong_content_type", None);
    let report = phone.report("夜里施工很吵");
    let text = format!(r#"{{"device":"{}","commands":[{}],"later":{{"added":[1]}}}}"#, phone.device, sealed(&report));
    let whole = gzip(text.as_bytes());
    packed(&house, &phone, "gzip", whole[..whole.len() / 2].to_vec()).await.is_problem(400, "bad_compression", Some("body"));
    assert_eq!(house.verified().await.entries, 0);
    // Fields that a newer phone adds do no harm.
    packed(&house, &phone, "gzip", whole).await.json::<PushAnswer>();
    assert_eq!(house.verified().await.entries, 1);
}

#[tokio::test]
async fn exactly_two_hundred_commands_go_at_once() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let texts: Vec<String> = (0..201).map(|n| sealed(&phone.report(&format!("第 {n} 处噪声扰民")))).collect();
    phone.push(&house, &texts).await.is_problem(413, "too_many_commands", Some("commands"));
    phone.push(&house, &texts[..200]).await.json::<PushAnswer>();
    assert_eq!(house.verified().await.entries, 200);
}
