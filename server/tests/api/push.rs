//! Commands in, receipts out: nothing lost, nothing twice, nothing stuck.

use crate::support::{House, sealed};
use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, VerifyingKey};
use huiyin_domain::{
    case::{Ask, Words},
    receipt::ReceiptNumber,
    sync::message::{HeldReason, PushAnswer, Receipt, ReceiptBody, Verdict},
};

fn body(receipt: &Receipt) -> ReceiptBody {
    serde_json::from_str(&receipt.body).unwrap()
}

#[tokio::test]
async fn a_report_gets_a_signed_receipt_and_a_number() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    let (answer, lines) = phone.pushed(&house, &[&report]).await;
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].seq, lines[0].number, &lines[0].verdict), (1, 1, &Verdict::Applied));
    let number: ReceiptNumber = answer.numbers[0].number.parse().unwrap();
    assert_eq!(number.matter, "CX26-0001");
    let key: [u8; 32] = HEXLOWER.decode(answer.receipt.key.strip_prefix("ed25519:").unwrap().as_bytes()).unwrap().try_into().unwrap();
    let signature = Signature::from_slice(&BASE64.decode(answer.receipt.signature.as_bytes()).unwrap()).unwrap();
    VerifyingKey::from_bytes(&key).unwrap().verify_strict(answer.receipt.body.as_bytes(), &signature).unwrap();
    assert_eq!(house.verified().await.cases, 1);
}

#[tokio::test]
async fn the_same_command_again_changes_nothing_and_gets_the_same_receipt() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    let (first, _) = phone.pushed(&house, &[&report]).await;
    let (second, _) = phone.pushed(&house, &[&report]).await;
    assert_eq!(body(&first.receipt), body(&second.receipt));
    assert_eq!(first.numbers, second.numbers);
    assert_eq!(house.verified().await.entries, 1);
}

#[tokio::test]
async fn a_gap_is_told_and_nothing_of_the_push_is_taken() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let one = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&one]).await;
    let _lost = phone.report("这一条没有送到");
    let three = phone.report("第三条已经送到");
    let answer = phone.push(&house, &[sealed(&three)]).await;
    let problem = answer.is_problem(409, "gap", None);
    assert_eq!(problem["have"], 1);
    assert_eq!(house.verified().await.entries, 1);
}

#[tokio::test]
async fn a_known_number_with_other_bytes_is_a_fork_and_put_aside() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let first = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&first]).await;
    phone.next = 1;
    let other = phone.report("同一编号的另一条");
    let after = phone.report("后面的一条照收");
    let (answer, lines) = phone.pushed(&house, &[&other, &after]).await;
    assert_eq!(answer.forks, [1]);
    assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [2]);
    assert_eq!(house.verified().await.entries, 2);
}

#[tokio::test]
async fn one_bad_command_never_blocks_its_neighbours() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let good = phone.report("夜里施工很吵");
    let empty = phone.report("");
    let unknown = phone.report("未来的动作").to_bytes().unwrap();
    let unknown = String::from_utf8(unknown).unwrap().replace(r#""ask":{"submit":"#, r#""ask":{"teleport":"#);
    let newer = sealed(&phone.report("更新的格式版本")).replace(r#""schema":1"#, r#""schema":99"#);
    let last = phone.report("最后一条也没有问题");
    let answer: PushAnswer = phone.push(&house, &[sealed(&good), sealed(&empty), unknown, newer, sealed(&last)]).await.json();
    let verdicts: Vec<Verdict> = body(&answer.receipt).lines.into_iter().map(|line| line.verdict).collect();
    assert_eq!(verdicts[0], Verdict::Applied);
    assert!(matches!(&verdicts[1], Verdict::Refused { refusal } if refusal.unmet[0].field.as_deref() == Some("report.words")));
    assert_eq!(verdicts[2], Verdict::Held { reason: HeldReason::UnknownKind });
    assert_eq!(verdicts[3], Verdict::Held { reason: HeldReason::UnknownKind });
    assert_eq!(verdicts[4], Verdict::Applied);
    assert_eq!(answer.numbers.iter().map(|line| &line.number[..9]).collect::<Vec<_>>(), ["CX26-0001", "CX26-0002"]);
    assert_eq!(house.verified().await.entries, 5);
}

#[tokio::test]
async fn a_restart_forgets_nothing() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let one = phone.report("夜里施工很吵");
    let (first, _) = phone.pushed(&house, &[&one]).await;
    let house = house.restarted().await;
    let (again, _) = phone.pushed(&house, &[&one]).await;
    assert_eq!(body(&first.receipt), body(&again.receipt));
    assert_eq!(first.receipt.key, again.receipt.key);
    let two = phone.report("重启以后又来一条");
    let (answer, lines) = phone.pushed(&house, &[&two]).await;
    assert_eq!(lines[0].seq, 2);
    assert!(answer.numbers[0].number.starts_with("CX26-0002-"));
    assert_eq!(house.verified().await.entries, 2);
}

#[tokio::test]
async fn many_phones_at_once_get_numbers_without_holes() {
    let house = House::new().await;
    let mut phones = Vec::new();
    for name in ["patroller", "patroller2", "far", "dispatcher"] {
        phones.push(house.phone(name).await);
    }
    let commands: Vec<Vec<String>> =
        phones.iter_mut().map(|phone| (0..25).map(|n| sealed(&phone.report(&format!("第 {n} 处噪声扰民")))).collect()).collect();
    let pushes = phones.iter().zip(&commands).flat_map(|(phone, commands)| {
        // Each phone sends its queue as a whole and, at the same time, again.
        [phone.push(&house, commands), phone.push(&house, commands)]
    });
    for answer in futures::future::join_all(pushes).await {
        assert_eq!(body(&answer.json::<PushAnswer>().receipt).lines.len(), 25);
    }
    let verified = house.verified().await;
    assert_eq!((verified.entries, verified.cases), (100, 100));
}

#[tokio::test]
async fn a_revoked_phones_commands_are_kept_and_held() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let db = house.core.db.begin().await.unwrap();
    huiyin_server::storage::devices::revoke(&db, phone.device, house.core.now()).await.unwrap();
    db.commit().await.unwrap();
    let report = phone.report("夜里施工很吵");
    let (_, lines) = phone.pushed(&house, &[&report]).await;
    assert_eq!(lines[0].verdict, Verdict::Held { reason: HeldReason::Revoked });
    assert_eq!(house.verified().await.cases, 0);
}

#[tokio::test]
async fn anothers_queue_cannot_be_written() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let other = house.phone("patroller2").await;
    let report = phone.report("夜里施工很吵");
    let body = format!(r#"{{"device":"{}","commands":[{}]}}"#, phone.device, sealed(&report));
    house.post("/api/v1/sync/push", Some(&other.cookie), body).await.is_problem(403, "not_your_device", Some("device"));
    assert_eq!(house.verified().await.entries, 0);
}

#[tokio::test]
async fn a_compressed_push_is_taken() {
    use std::io::Write;
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    let body = format!(r#"{{"device":"{}","commands":[{}]}}"#, phone.device, sealed(&report));
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(body.as_bytes()).unwrap();
    let request = axum::http::Request::post("/api/v1/sync/push")
        .header("content-type", "application/json")
        .header("content-encoding", "gzip")
        .header("cookie", &phone.cookie);
    let answer = house.send(request.body(packer.finish().unwrap().into()).unwrap()).await;
    assert_eq!(body_lines(&answer.json::<PushAnswer>()), 1);
}

fn body_lines(answer: &PushAnswer) -> usize {
    body(&answer.receipt).lines.len()
}

#[tokio::test]
async fn a_note_on_an_own_case_is_applied_without_knowing_its_newest_state() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    let note = phone.command(Some(report.case), 0, Ask::Note(Words { words: "今晚又开始了".into() }));
    let (_, lines) = phone.pushed(&house, &[&report, &note]).await;
    assert!(lines.iter().all(|line| line.verdict == Verdict::Applied), "{lines:?}");
    let verified = house.verified().await;
    assert_eq!((verified.entries, verified.cases), (2, 1));
}
