//! The whole file of a case: everything is in it, every hash can be recomputed, and only whoever answers for the case takes
//! it away.

use crate::{casepage::logged, desk_user::DeskUser, life::until_approval, support::House};
use axum::{body::Body, http::Request};
use huiyin_domain::hash::Hash;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert!(files.insert(file.name().unwrap().into_owned(), content).is_none(), "two files with one name");
    }
    files
}

/// A row of a CSV without line breaks in its cells.
fn cells(line: &str) -> Vec<String> {
    line.trim_end().trim_start_matches('"').trim_end_matches('"').split("\",\"").map(|cell| cell.replace("\"\"", "\"")).collect()
}

#[tokio::test]
async fn everything_is_in_it_and_every_hash_fits() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let answer = dispatcher.get(&house, &format!("/desk/cases/{}/file.zip?originals=true", told.number)).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/zip"));
    assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{}-2026-11-23.zip\"", told.number));
    let files = unpacked(&answer.body);

    // sha256sum -c SHA256SUMS
    let sums = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    let mut summed = BTreeSet::new();
    for line in sums.lines() {
        let (hash, path) = line.split_once("  ").unwrap();
        assert_eq!(Hash::of(&files[path]).to_string(), hash, "{path}");
        summed.insert(path.to_owned());
    }
    let all: BTreeSet<String> = files.keys().cloned().collect();
    let without: BTreeSet<&str> = all.difference(&summed).map(String::as_str).collect();
    assert_eq!(without, BTreeSet::from(["SHA256SUMS", "index.csv", "index.html"]));
    let index = String::from_utf8(files["index.csv"].clone()).unwrap();
    let html = String::from_utf8(files["index.html"].clone()).unwrap();
    for line in sums.lines() {
        let (hash, path) = line.split_once("  ").unwrap();
        assert!(index.contains(&format!("\"{path}\"")) && index.contains(hash) && html.contains(hash), "{path}");
    }

    // Every entry about the case, and its command's exact bytes.
    let view = dispatcher.view(&house, &told.number).await;
    let ledger = String::from_utf8(files["ledger.csv"].clone()).unwrap();
    let rows: Vec<Vec<String>> = ledger.trim_start_matches('\u{feff}').lines().skip(1).map(cells).collect();
    assert_eq!(
        rows.iter().map(|row| row[0].parse().unwrap()).collect::<Vec<u64>>(),
        view.timeline.iter().map(|entry| entry.seq).collect::<Vec<_>>()
    );
    for row in &rows {
        let (command_hash, bytes, content, before, after) = (&row[2], &row[9], &row[11], &row[12], &row[13]);
        assert_eq!(&Hash::of(&files[bytes]).to_string(), command_hash, "{bytes}");
        assert_eq!(&Hash::of(format!("{before}\n{content}\n").as_bytes()).to_string(), after, "{bytes}");
    }
    let head: serde_json::Value = serde_json::from_slice(&files["head.json"]).unwrap();
    assert!(head["body"].as_str().unwrap().contains("\"seq\":") && head["signature"].is_string());

    // Photos: shown versions without metadata; originals by their hash.
    let photos: BTreeSet<Hash> = view.case.photos().map(|photo| photo.hash).collect();
    assert_eq!(photos.len(), 3);
    for hash in photos {
        assert_eq!(Hash::of(&files[&format!("originals/{hash}")]), hash);
    }
    let shown: Vec<&String> = files.keys().filter(|path| path.starts_with("photos/")).collect();
    assert_eq!(shown, ["photos/01-before.jpg", "photos/02-after.jpg", "photos/03-recheck.jpg"]);
    assert!(shown.iter().all(|path| image::load_from_memory(&files[*path]).is_ok()));
    for kind in ["site_inspection", "rectification_order", "proof_of_service"] {
        assert!(files[&format!("documents/{kind}.docx")].starts_with(b"PK"), "{kind}");
    }
    let page = String::from_utf8(files["case.html"].clone()).unwrap();
    for said in [told.number.as_str(), "村民委员会", "三日内清运并设牌", "photos/01-before.jpg", "现场干净"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("<script") && !page.contains("/assets/"));
    assert!(String::from_utf8_lossy(&files["README.txt"]).contains("sha256sum -c SHA256SUMS"));
    assert_eq!(logged(&house).await, ["file_with_originals|"]);
}

#[tokio::test]
async fn it_is_taken_only_by_whoever_answers_for_the_case_and_each_time_is_logged() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let addresses = [format!("/desk/cases/{}/file.zip", told.number), format!("/api/v1/cases/{}/file", told.number)];
    for address in &addresses {
        for name in ["handler", "patroller", "patroller2"] {
            let user = DeskUser::signed_in(&house, name).await;
            user.get(&house, address).await.is_problem(403, "not_allowed", None);
        }
        for name in ["coordinator-far", "far", "handler2", "liaison", "reviewer", "admin", "auditor"] {
            let user = DeskUser::signed_in(&house, name).await;
            user.get(&house, address).await.is_problem(404, "no_such_case", None);
        }
    }
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    for address in &addresses {
        coordinator.get(&house, &format!("{address}?originals=true")).await.is_problem(403, "not_allowed", None);
        coordinator.get(&house, &format!("{address}?originals=perhaps")).await.is_problem(400, "bad_address", Some("originals"));
    }
    assert_eq!(logged(&house).await, Vec::<String>::new());
    house.get(&addresses[1], None).await.is_problem(401, "not_signed_in", None);
    assert_eq!(house.get(&addresses[0], None).await.header("location"), format!("/desk/sign-in?next={}", addresses[0]));

    let request = Request::get(&addresses[0]).header("cookie", &coordinator.cookie).header("accept-encoding", "br, gzip");
    let answer = house.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.header("content-encoding"), "", "what is packed is not packed again");
    let files = unpacked(&answer.body);
    assert!(files.keys().all(|path| !path.starts_with("originals/")));
    assert_eq!(logged(&house).await, ["file|"]);
    let view = coordinator.view(&house, &told.number).await;
    assert!(view.looks.is_empty(), "a file is no look at who reported it");
    assert!(view.may_take_file && !view.may_take_originals);
}
