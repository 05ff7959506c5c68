//! The steps for an outsider in `docs/sync.md` are run as they stand there, by tools that everybody has.

use crate::support::House;
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

/// The steps, as somebody copies them from the page.
fn steps() -> &'static str {
    let page = include_str!("../../../docs/sync.md");
    let chapter = page.split("## Verifying as an outsider").nth(1).unwrap();
    let blocks = chapter.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.into_iter().find(|block| block.contains("openssl")).unwrap()
}

fn run(folder: &Path) -> Output {
    Command::new("bash").arg("-c").arg(steps()).current_dir(folder).output().unwrap()
}

fn spoil(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from));
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

#[tokio::test]
async fn an_outsider_can_verify_what_is_published_and_notices_every_change() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let mut first = Vec::new();
    for day in ["2026-11-23", "2026-11-24"] {
        let reports: Vec<_> = (0..2).map(|n| phone.report(&format!("{day} 第 {n} 处噪声扰民"))).collect();
        first.extend(phone.pushed(&house, &reports.iter().collect::<Vec<_>>()).await.1);
        house.clock.advance(time::Duration::days(1));
    }
    let folder = tempfile::tempdir().unwrap();
    let published = async || {
        let days = folder.path().join("days");
        fs::create_dir_all(&days).unwrap();
        fs::write(folder.path().join("head.json"), house.get("/api/v1/ledger/head", None).await.body).unwrap();
        for day in ["2026-11-23", "2026-11-24"] {
            fs::write(days.join(day), house.get(&format!("/api/v1/ledger/days/{day}"), None).await.body).unwrap();
        }
        days
    };
    let days = published().await;
    let done = run(folder.path());
    let text = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && text.contains("4 entries fit the signed head"), "{text}{}", String::from_utf8_lossy(&done.stderr));

    // A hash of the first day, the last line, the whole first day, the signed words.
    let hash = fs::read_to_string(days.join("2026-11-23")).unwrap().split(' ').nth(2).unwrap().to_owned();
    spoil(&days.join("2026-11-23"), &hash, &hash.chars().rev().collect::<String>());
    assert!(!run(folder.path()).status.success());
    let days = published().await;
    let text = fs::read_to_string(days.join("2026-11-24")).unwrap();
    fs::write(days.join("2026-11-24"), text.lines().next().unwrap().to_owned() + "\n").unwrap();
    assert!(!run(folder.path()).status.success());
    let days = published().await;
    fs::write(days.join("2026-11-23"), "").unwrap();
    assert!(!run(folder.path()).status.success());
    published().await;
    spoil(&folder.path().join("head.json"), r#"\"seq\":4"#, r#"\"seq\":5"#);
    assert!(!run(folder.path()).status.success());
}
