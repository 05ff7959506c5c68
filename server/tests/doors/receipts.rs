//! Looking a receipt up: forgiving in form, silent about what exists, slow to guess.

use crate::{
    desk_user::{form, reported},
    life::{published, until_approval},
    support::{Answer, House},
};
use time::Duration;

async fn look_up(house: &House, typed: &str) -> Answer {
    form(house, "/receipt", &format!("number={}", typed.replace(' ', "+")), None).await
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

#[tokio::test]
async fn the_reporter_reads_the_reply_and_may_type_it_loosely() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    let loosely = told.receipt.to_lowercase().replace('-', " ");
    let with_letters = told.receipt[..9].to_owned() + &told.receipt[9..].replace('0', "O").replace('1', "l");
    for typed in [told.receipt.clone(), loosely, with_letters] {
        let answer = look_up(&house, &typed).await;
        assert_eq!(answer.status.as_u16(), 200, "{typed}");
        assert!(text(&answer).contains("垃圾已经清走，立了牌子，谢谢您。"), "{typed}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!text(&answer).contains("<script"));
    }
    let english = form(&house, "/en/receipt", &format!("number={}", told.receipt), None).await;
    assert_eq!(english.status.as_u16(), 200);
    assert!(text(&english).contains(r#"lang="en""#));
}

#[tokio::test]
async fn a_wrong_key_and_an_unknown_number_get_the_same_answer() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, receipt, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let foreign = |matter: &str| huiyin_domain::receipt::ReceiptNumber::new(matter, [9, 8, 7, 6, 5]).to_string();
    let (wrong, unknown) = (foreign(&number), foreign("CX26-9999"));
    let (one, other) = (look_up(&house, &wrong).await, look_up(&house, &unknown).await);
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (404, 404));
    assert_eq!(text(&one).replace(&wrong, "…"), text(&other).replace(&unknown, "…"));
    let mistyped = look_up(&house, &format!("{}{}", &receipt[..receipt.len() - 1], if receipt.ends_with('Z') { 'Y' } else { 'Z' })).await;
    assert_eq!(mistyped.status.as_u16(), 422);
    assert_eq!(look_up(&house, "hello").await.status.as_u16(), 422);
    assert_eq!(look_up(&house, &"9".repeat(3000)).await.status.as_u16(), 422);
}

#[tokio::test]
async fn guessing_is_slowed_for_the_guesser_and_the_reporter_still_reads() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, receipt, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    for n in 0..5 {
        let guess = huiyin_domain::receipt::ReceiptNumber::new(&number, [n, 1, 2, 3, 4]).to_string();
        assert_eq!(look_up(&house, &guess).await.status.as_u16(), 404);
    }
    assert_eq!(look_up(&house, &receipt).await.status.as_u16(), 429, "guessing from this address has to wait");
    house.clock.advance(Duration::seconds(3));
    assert_eq!(look_up(&house, &receipt).await.status.as_u16(), 200);
    assert_eq!(look_up(&house, &receipt).await.status.as_u16(), 200, "the right key clears what went before");
}
