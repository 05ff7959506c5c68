//! Two server processes on one county: what one commits the other shows, and neither decides by what it remembers.

use crate::{
    desk::act,
    live::{heard, listen},
    support::{
        House, TOWNSHIP, picture,
        postgres::{beside, done_or_waiting},
        sealed,
    },
};
use huiyin_domain::{
    case::{Accept, Ask},
    hash::Hash,
    photo::CHUNK_BYTES,
    rulebook::CategoryCode,
    sync::message::{ChunkAnswer, PushAnswer, ReceiptBody, Verdict},
};
use huiyin_server::{
    storage::{self, photos::Chunk},
    sync::tell_of_others,
};
use sea_orm::ConnectionTrait;
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn what_one_commits_the_other_shows() {
    let one = House::new().await;
    let other = one.twin().await;
    let mut phone = one.phone("patroller").await;
    let coordinator = other.phone("coordinator").await;
    for n in 1..=3_u64 {
        let report = phone.report(&format!("第 {n} 处噪声扰民"));
        let (at, beside) = if n % 2 == 0 { (&other, &one) } else { (&one, &other) };
        let (answer, lines) = phone.pushed(at, &[&report]).await;
        assert_eq!((lines[0].number, &lines[0].verdict), (n, &Verdict::Applied));
        let (again, _) = phone.pushed(beside, &[&report]).await;
        assert_eq!(answer.numbers, again.numbers, "the other one knows the receipt");
        let accept =
            Ask::Accept(Accept { category: CategoryCode("C18".into()), division: TOWNSHIP.parse().unwrap(), not_the_same: Vec::new() });
        let base = lines[0].seq;
        // Matters so much alike must be judged first: that is decided by what the other one wrote.
        let verdict = act(beside, &coordinator, report.case, base, accept).await;
        assert_eq!(verdict == Verdict::Applied, n == 1, "{verdict:?}");
        let shown = phone.pull(at, None).await;
        assert_eq!(shown["put"].as_array().unwrap().len() as u64, n);
    }
    assert_eq!(one.verified().await, other.verified().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_commands_through_both_have_one_effect() {
    let one = House::new().await;
    let other = one.twin().await;
    let mut phone = one.phone("patroller").await;
    for n in 0..10 {
        let reports: Vec<_> = (0..5).map(|m| phone.report(&format!("第 {n}.{m} 处噪声扰民"))).collect();
        let texts: Vec<String> = reports.iter().map(sealed).collect();
        let (a, b) = futures::join!(phone.push(&one, &texts), phone.push(&other, &texts));
        let (a, b) = (a.json::<PushAnswer>(), b.json::<PushAnswer>());
        let lines = |answer: &PushAnswer| serde_json::from_str::<Value>(&answer.receipt.body).unwrap()["lines"].clone();
        assert_eq!(lines(&a), lines(&b));
        assert_eq!(a.numbers, b.numbers);
        assert!(a.forks.is_empty() && b.forks.is_empty());
    }
    assert_eq!(one.verified().await.entries, 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_away_in_one_is_gone_in_the_other() {
    let one = House::new().await;
    let other = one.twin().await;
    let mut phone = one.phone("patroller").await;
    let before = phone.report("夜里施工很吵");
    // Both have read the people, and the rulebook.
    for house in [&one, &other] {
        phone.get(house, "/api/v1/sync/book").await.json::<Value>();
    }
    phone.pushed(&other, &[&before]).await;
    let db = one.core.db.begin().await.unwrap();
    storage::people::set_grants(&db, phone.person.id, &[]).await.unwrap();
    db.commit().await.unwrap();
    let after = phone.report("已经不是巡查员了");
    let verdict = phone.pushed(&other, &[&after]).await.1.remove(0).verdict;
    assert!(matches!(verdict, Verdict::Refused { .. }), "{verdict:?}");

    let mut book = (*one.core.county().await.unwrap().rulebook).clone();
    book.version = 2;
    let db = one.core.db.begin().await.unwrap();
    storage::county::edition(&db, &book, one.core.now()).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(phone.get(&other, "/api/v1/sync/book").await.json::<Value>()["rulebook"]["version"], 2);

    let db = one.core.db.begin().await.unwrap();
    storage::people::close_account(&db, phone.person.id, one.core.now()).await.unwrap();
    db.commit().await.unwrap();
    phone.get(&other, "/api/v1/sync/pull").await.is_problem(401, "not_signed_in", None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_two_chunks_of_a_photo_through_two_processes_make_it_whole() {
    let one = House::new().await;
    let other = std::sync::Arc::new(one.twin().await);
    let mut phone = one.phone("patroller").await;
    let bytes = picture(1);
    let chunks: Vec<Vec<u8>> = bytes.chunks(CHUNK_BYTES as usize).map(<[u8]>::to_vec).collect();
    let hash = Hash::of(&bytes);
    let photo = phone.photo(&bytes);
    let ask = phone.submit("C06", "路边有人倒垃圾", vec![photo]);
    let command = phone.command(None, 0, ask);
    phone.pushed(&one, &[&command]).await;
    let (last, before) = (chunks.len() - 1, chunks.len() - 2);
    for (n, chunk) in chunks[..before].iter().enumerate() {
        phone.put_chunk(&one, &hash, n, chunk).await.json::<ChunkAnswer>();
    }
    // One process has written its chunk and not yet committed; the other one comes with the very last.
    let db = one.core.db.begin().await.unwrap();
    let chunk = Chunk { photo: hash, n: u32::try_from(before).unwrap(), bytes: &chunks[before], device: phone.device };
    storage::photos::put_chunk(&db, &chunk, one.core.now()).await.unwrap();
    let watcher = beside(&one.core.settings.database_url()).await;
    let second = {
        let (other, phone, chunk) = (other.clone(), phone, chunks[last].clone());
        tokio::spawn(async move { phone.put_chunk(&other, &hash, last, &chunk).await.json::<ChunkAnswer>() })
    };
    assert!(!done_or_waiting(&watcher, &second).await, "the second must wait for the first");
    db.commit().await.unwrap();
    let answer = second.await.unwrap();
    assert!(answer.complete && answer.missing.is_empty(), "{answer:?}");
    assert!(one.core.media.original(&hash).is_file());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_was_away_costs_nobody_a_command() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let first = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&first]).await;
    let watcher = beside(&house.core.settings.database_url()).await;
    for n in 0..5 {
        let ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        assert!(watcher.execute_unprepared(ended).await.unwrap().rows_affected() > 0);
        let report = phone.report(&format!("第 {n} 处噪声扰民"));
        let text = sealed(&report);
        let answer = loop {
            let answer = phone.push(&house, std::slice::from_ref(&text)).await;
            // Every connection that was cut may say so once, and then there are new ones.
            if answer.status.as_u16() != 503 {
                break answer;
            }
            answer.is_problem(503, "busy", None);
        };
        let answer: PushAnswer = answer.json();
        let body: ReceiptBody = serde_json::from_str(&answer.receipt.body).unwrap();
        assert_eq!(body.lines[0].verdict, Verdict::Applied);
    }
    assert_eq!(house.verified().await.entries, 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poke_crosses_from_one_to_the_other() {
    let one = House::new().await;
    let other = one.twin().await;
    let mut phone = one.phone("patroller").await;
    let colleague = one.phone("patroller2").await;
    let mut mine = listen(&one, &phone.cookie).await;
    let mut theirs = listen(&one, &colleague.cookie).await;
    assert_eq!(tell_of_others(&one.core).await.unwrap(), 0, "nothing has happened yet");
    let report = phone.report("夜里施工很吵");
    phone.pushed(&other, &[&report]).await;
    assert_eq!(tell_of_others(&one.core).await.unwrap(), 1, "one listener is concerned");
    assert_eq!(heard(&mut mine).await.as_deref(), Some("event: poke\ndata: pull\n\n"));
    // What this process commits itself is told once, at once.
    let report = phone.report("又在施工");
    phone.pushed(&one, &[&report]).await;
    assert_eq!(tell_of_others(&one.core).await.unwrap(), 0);
    one.core.pokes.end();
    assert_eq!(heard(&mut theirs).await, None, "the colleague heard nothing");
}
