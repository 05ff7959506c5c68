//! Whatever bytes come: a clear answer, never a failure of ours, and nothing in the ledger is harmed.
//!
//! The same bytes every time; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more or others.

use crate::support::{House, Phone, sealed};
use axum::{body::Body, http::Request};
use huiyin_domain::{hash::Hash, receipt::ReceiptNumber, sync::message::PushAnswer};
use image::{DynamicImage, ImageFormat};
use proptest::{
    collection::vec,
    prelude::{Just, ProptestConfig, Strategy, any, prop_oneof},
    test_runner::{RngAlgorithm, RngSeed, TestRunner},
};
use std::{fmt::Debug, io::Write};

fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let seeded = std::env::var_os("PROPTEST_RNG_SEED").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: if seeded { default.rng_seed } else { RngSeed::Fixed(20_261_123) },
        failure_persistence: None,
        ..default
    }
}

fn each<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value))
where
    S::Value: Debug,
{
    let done = TestRunner::new(config(cases)).run(strategy, |input| {
        test(input);
        Ok(())
    });
    done.unwrap_or_else(|failure| panic!("{failure}"));
}

/// A house, a phone that is signed in, and what it takes to ask them things one after the other.
struct Stage {
    runtime: tokio::runtime::Runtime,
    house: House,
    phone: Phone,
}

impl Stage {
    fn new() -> Stage {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (house, phone) = runtime.block_on(async {
            let house = House::new().await;
            let phone = house.phone("patroller").await;
            (house, phone)
        });
        Stage { runtime, house, phone }
    }

    /// Sends it, and sees that the answer is no failure of ours and a problem in words if it is no success.
    fn ask(&self, method: &str, path: &str, encoding: Option<&str>, body: Vec<u8>) -> u16 {
        let kind = if method == "PUT" { "application/octet-stream" } else { "application/json" };
        let mut request = Request::builder().method(method).uri(path).header("content-type", kind).header("cookie", &self.phone.cookie);
        if let Some(encoding) = encoding {
            request = request.header("content-encoding", encoding);
        }
        let answer = self.runtime.block_on(self.house.send(request.body(Body::from(body)).unwrap()));
        let status = answer.status.as_u16();
        assert!(status < 500, "{method} {path}: {status} {}", String::from_utf8_lossy(&answer.body));
        assert!(status < 400 || answer.header("content-type") == "application/problem+json", "{method} {path}: {status}");
        status
    }

    fn still_works(mut self) {
        let report = self.phone.report("一切照旧");
        let have = self.runtime.block_on(self.phone.again(&self.house)).next;
        let report = huiyin_domain::command::Command { number: have, ..report };
        self.runtime.block_on(async {
            self.phone.pushed(&self.house, &[&report]).await;
            self.house.verified().await;
        });
    }
}

/// One damage to bytes: overwritten, put in, taken out, cut off.
fn damaged(bytes: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let length = bytes.len();
    vec((0..length, any::<u8>(), 0u8..12), 1..8).prop_map(move |damages| {
        let mut bytes = bytes.clone();
        for (at, byte, how) in damages {
            let at = at.min(bytes.len().saturating_sub(1));
            match how {
                _ if bytes.is_empty() => {}
                0..6 => bytes[at] = byte,
                6..8 => bytes.insert(at, byte),
                8..11 => {
                    bytes.remove(at);
                }
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}

/// Bytes without any sense, and bytes that nearly make sense.
fn nearly(sense: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![1 => vec(any::<u8>(), 0..600), 4 => damaged(sense)]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn pushes_with_receipts() {
    let mut stage = Stage::new();
    let first = stage.phone.report("夜里施工很吵");
    let answer: PushAnswer = stage.runtime.block_on(stage.phone.pushed(&stage.house, &[&first])).0;
    let photo = stage.phone.photo(b"a photo");
    let ask = stage.phone.submit("C06", "路边有人倒垃圾", vec![photo]);
    let second = stage.phone.command(None, 0, ask);
    let receipt = serde_json::to_string(&answer.receipt).unwrap();
    let device = stage.phone.device;
    let push = format!(r#"{{"device":"{device}","commands":[{},{}],"newest_receipt":{receipt}}}"#, sealed(&first), sealed(&second));
    each(400, &nearly(push.clone().into_bytes()), |body| {
        stage.ask("POST", "/api/v1/sync/push", None, body);
    });
    each(100, &nearly(push.clone().into_bytes()), |body| {
        stage.ask("POST", "/api/v1/sync/push", Some("gzip"), gzip(&body));
    });
    each(150, &nearly(gzip(push.as_bytes())), |body| {
        stage.ask("POST", "/api/v1/sync/push", Some("gzip"), body);
    });
    // The receipt alone, inside its quotes: most damages of the whole never reach it.
    each(200, &nearly(answer.receipt.body.clone().into_bytes()), |body| {
        let body = String::from_utf8_lossy(&body).into_owned();
        let signature = stage.house.core.keys.sign(body.as_bytes());
        let receipt = serde_json::json!({ "body": body, "key": answer.receipt.key, "signature": signature });
        let push = format!(r#"{{"device":"{device}","commands":[],"newest_receipt":{receipt}}}"#);
        stage.ask("POST", "/api/v1/sync/push", None, push.into_bytes());
    });
    stage.still_works();
}

#[test]
fn cursors() {
    let mut stage = Stage::new();
    let report = stage.phone.report("夜里施工很吵");
    stage.runtime.block_on(stage.phone.pushed(&stage.house, &[&report]));
    let page = stage.runtime.block_on(stage.phone.pull(&stage.house, None));
    let cursor = page["cursor"].as_str().unwrap().to_owned();
    each(300, &nearly(cursor.clone().into_bytes()), |bytes| {
        if bytes != cursor.as_bytes() && !bytes.is_empty() {
            let status = stage.ask("GET", &format!("/api/v1/sync/pull?cursor={}", escaped(&bytes)), None, Vec::new());
            assert_eq!(status, 400, "a cursor that we never gave was taken");
        }
    });
    stage.still_works();
}

#[test]
fn addresses_and_bytes_of_chunks() {
    let mut stage = Stage::new();
    let bytes = b"\xFF\xD8\xFF no picture at all".to_vec();
    let ask = stage.phone.submit("C06", "路边有人倒垃圾", vec![stage.phone.photo(&bytes)]);
    let command = stage.phone.command(None, 0, ask);
    stage.runtime.block_on(stage.phone.pushed(&stage.house, &[&command]));
    let path = format!("{}/0", Hash::of(&bytes)).into_bytes();
    each(300, &(nearly(path), nearly(bytes)), |(path, bytes)| {
        let path: String = path.split(|byte| *byte == b'/').map(escaped).collect::<Vec<_>>().join("/");
        stage.ask("PUT", &format!("/api/v1/photos/{path}"), None, bytes);
    });
    stage.still_works();
}

#[test]
fn pictures() {
    let mut stage = Stage::new();
    let picture = |format| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        DynamicImage::new_rgb8(40, 30).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    };
    let [jpeg, png, webp] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].map(picture);
    let stage_cell = std::cell::RefCell::new(&mut stage);
    let any_picture = prop_oneof![damaged(jpeg.clone()), damaged(png), damaged(webp), Just(jpeg)];
    each(250, &any_picture, |bytes| {
        let stage = &mut **stage_cell.borrow_mut();
        if bytes.is_empty() {
            return;
        }
        let ask = stage.phone.submit("C06", "路边有人倒垃圾", vec![stage.phone.photo(&bytes)]);
        let command = stage.phone.command(None, 0, ask);
        stage.runtime.block_on(stage.phone.pushed(&stage.house, &[&command]));
        stage.ask("PUT", &format!("/api/v1/photos/{}/0", Hash::of(&bytes)), None, bytes.clone());
        for version in ["shown", "thumb"] {
            stage.ask("GET", &format!("/api/v1/photos/{}/{version}", Hash::of(&bytes)), None, Vec::new());
        }
    });
    stage.still_works();
}

#[test]
fn receipt_numbers() {
    let number = ReceiptNumber::new("CX26-0379", [1, 2, 3, 4, 5]).to_string();
    each(2_000, &nearly(number.into_bytes()), |bytes| {
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(read) = text.parse::<ReceiptNumber>() {
            assert_eq!(read.to_string().parse::<ReceiptNumber>().unwrap(), read);
        }
    });
}
