//! A server that was put back to an earlier state: it notices, says so once, and gets everything back from the phones.

use crate::support::{House, Phone, picture, sealed};
use huiyin_domain::{
    command::Command,
    hash::Hash,
    sync::message::{Acknowledged, PushAnswer, Receipt, ReceiptBody},
};
use serde_json::Value;
use tempfile::tempdir;

fn body(receipt: &Receipt) -> ReceiptBody {
    serde_json::from_str(&receipt.body).unwrap()
}

/// A push that carries the newest receipt, as phones do.
async fn push(house: &House, phone: &Phone, commands: &[&Command], newest: &Receipt) -> crate::support::Answer {
    let commands: Vec<String> = commands.iter().map(|command| sealed(command)).collect();
    let newest = serde_json::to_string(newest).unwrap();
    let body = format!(r#"{{"device":"{}","commands":[{}],"newest_receipt":{newest}}}"#, phone.device, commands.join(","));
    house.post("/api/v1/sync/push", Some(&phone.cookie), body).await
}

fn lines(answer: &PushAnswer) -> Vec<Acknowledged> {
    body(&answer.receipt).lines
}

#[tokio::test]
async fn what_a_backup_lacks_comes_back_from_the_phones() {
    let copy = tempdir().unwrap();
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let mut other = house.phone("patroller2").await;
    let old = phone.report("备份之前的一条");
    let (before, _) = phone.pushed(&house, &[&old]).await;
    assert_eq!(house.backed_up(copy.path()).await, 1);
    let lost = phone.report("备份之后的一条");
    let (after, _) = phone.pushed(&house, &[&lost]).await;
    assert_eq!(after.backup_seq, 1);
    let theirs = other.report("另一台手机的一条");
    let (theirs_before, _) = other.pushed(&house, &[&theirs]).await;

    let house = house.put_back(copy.path()).await;
    assert_eq!(house.verified().await.entries, 1);
    let next = phone.report("恢复之后的一条");
    push(&house, &phone, &[&next], &after.receipt).await.is_problem(410, "restored", None);
    assert_eq!(house.verified().await.entries, 1, "nothing of that push is taken");
    // Another phone's proof of the same loss raises nothing again.
    push(&house, &other, &[], &theirs_before.receipt).await.is_problem(410, "restored", None);
    // Now each sends all it kept, without a receipt.
    let (again, _) = phone.pushed(&house, &[&old, &lost, &next]).await;
    assert!(body(&again.receipt).epoch > body(&before.receipt).epoch);
    assert_eq!(lines(&again)[0], lines(&before)[0], "what was in the backup has the receipt it had");
    assert_eq!(again.numbers[0], before.numbers[0]);
    assert_eq!(lines(&again).iter().map(|line| line.seq).collect::<Vec<_>>(), [1, 2, 3]);
    let (theirs_again, _) = other.pushed(&house, &[&theirs]).await;
    assert_eq!(body(&theirs_again.receipt).epoch, body(&again.receipt).epoch, "the epoch rises once for one loss");
    // A receipt that the ledger reproduces is no reason for anything, whatever its epoch.
    push(&house, &phone, &[&next], &before.receipt).await.json::<PushAnswer>();
    push(&house, &phone, &[&next], &again.receipt).await.json::<PushAnswer>();
    let verified = house.verified().await;
    assert_eq!((verified.entries, verified.cases), (4, 4));
}

#[tokio::test]
async fn a_phone_that_only_asks_for_news_brings_it_to_light_too() {
    let copy = tempdir().unwrap();
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let old = phone.report("备份之前的一条");
    phone.pushed(&house, &[&old]).await;
    // Copied and put back by hand: nothing in it says that it is a copy.
    let house = house.copied_to(copy.path()).await;
    let lost = phone.report("备份之后的一条");
    phone.pushed(&house, &[&lost]).await;
    let known = phone.pull(&house, None).await;
    let house = house.put_back(copy.path()).await;
    let path = format!("/api/v1/sync/pull?cursor={}", known["cursor"].as_str().unwrap());
    phone.get(&house, &path).await.is_problem(410, "restored", None);
    let fresh = phone.pull(&house, None).await;
    assert_eq!(fresh["epoch"].as_u64().unwrap(), known["epoch"].as_u64().unwrap() + 1);
    assert_eq!(fresh["seq"], 1);
    // The old cursor stays useless, and the epoch where it is.
    phone.get(&house, &path).await.is_problem(410, "restored", None);
    assert_eq!(phone.pull(&house, fresh["cursor"].as_str()).await["epoch"], fresh["epoch"]);
    phone.pushed(&house, &[&old, &lost]).await;
    assert_eq!(house.verified().await.entries, 2);
}

#[tokio::test]
async fn a_copy_that_does_not_know_that_it_is_one_is_found_out_by_a_receipt() {
    let copy = tempdir().unwrap();
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let house = house.copied_to(copy.path()).await;
    let lost = phone.report("备份之后的一条");
    let (before, _) = phone.pushed(&house, &[&lost]).await;
    let house = house.put_back(copy.path()).await;
    push(&house, &phone, &[], &before.receipt).await.is_problem(410, "restored", None);
    push(&house, &phone, &[], &before.receipt).await.is_problem(410, "restored", None);
    let (again, _) = phone.pushed(&house, &[&lost]).await;
    assert_eq!(body(&again.receipt).epoch, body(&before.receipt).epoch + 1, "the epoch rises once for one loss");
    push(&house, &phone, &[], &again.receipt).await.json::<PushAnswer>();
}

#[tokio::test]
async fn the_same_backup_put_back_twice_is_noticed_twice() {
    let copy = tempdir().unwrap();
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    house.backed_up(copy.path()).await;
    let mut epochs = vec![phone.pull(&house, None).await["epoch"].as_u64().unwrap()];
    let mut house = house;
    for _ in 0..2 {
        house.clock.advance(time::Duration::hours(1));
        house = house.put_back(copy.path()).await;
        epochs.push(phone.pull(&house, None).await["epoch"].as_u64().unwrap());
        house = house.restarted().await;
        assert_eq!(phone.pull(&house, None).await["epoch"], *epochs.last().unwrap());
    }
    assert!(epochs.is_sorted_by(|a, b| a < b), "{epochs:?}");
}

#[tokio::test]
async fn only_our_own_signature_proves_anything() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let one = phone.report("夜里施工很吵");
    let (answer, _) = phone.pushed(&house, &[&one]).await;
    let mut invented = body(&answer.receipt);
    invented.lines[0].seq = 99;
    let forged = Receipt { body: serde_json::to_string(&invented).unwrap(), ..answer.receipt.clone() };
    let foreign = Receipt { key: format!("ed25519:{}", "00".repeat(32)), ..forged.clone() };
    let garbled = Receipt { signature: "not base64".into(), ..answer.receipt.clone() };
    for receipt in [&forged, &foreign, &garbled] {
        let again: PushAnswer = push(&house, &phone, &[&one], receipt).await.json();
        assert_eq!(body(&again.receipt).epoch, body(&answer.receipt).epoch);
    }
}

#[tokio::test]
async fn photos_in_a_backup_are_whole_and_the_others_are_asked_for_again() {
    let copy = tempdir().unwrap();
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (early, late) = (picture(1), picture(2));
    let commands: Vec<Command> = [&early, &late]
        .into_iter()
        .map(|bytes| {
            let ask = phone.submit("C06", "路边有人倒垃圾", vec![phone.photo(bytes)]);
            phone.command(None, 0, ask)
        })
        .collect();
    phone.pushed(&house, &commands.iter().collect::<Vec<_>>()).await;
    phone.send_photo(&house, &early).await;
    house.backed_up(copy.path()).await;
    phone.send_photo(&house, &late).await;
    let house = house.put_back(copy.path()).await;
    let (again, _) = phone.pushed(&house, &commands.iter().collect::<Vec<_>>()).await;
    assert_eq!(again.photos_wanted.iter().map(|wanted| wanted.hash).collect::<Vec<_>>(), [Hash::of(&late)]);
    assert_eq!(std::fs::read(house.core.media.original(&Hash::of(&early))).unwrap(), early);
    let done: Value = phone.send_photo(&house, &late).await.json();
    assert_eq!(done["complete"], true);
}

#[tokio::test]
async fn a_backup_is_brought_up_to_date_and_never_takes_back_what_it_had() {
    let copy = tempdir().unwrap();
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    for n in 1..=3 {
        let report = phone.report(&format!("第 {n} 处噪声扰民"));
        phone.pushed(&house, &[&report]).await;
        assert_eq!(house.backed_up(copy.path()).await, n);
        assert_eq!(phone.pull(&house, None).await["backup_seq"], n);
    }
    huiyin_server::core::recorded(&house.core.db, 2).await.unwrap();
    assert_eq!(phone.pull(&house, None).await["backup_seq"], 3);
    assert!(huiyin_server::core::recorded(&house.core.db, 4).await.is_err());
    let house = house.put_back(copy.path()).await;
    assert_eq!(house.verified().await.entries, 3);
}
