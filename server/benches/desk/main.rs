//! `make bench`: what the desk's pages cost, with few cases and with many. Pages come from the real router on SQLite, as the
//! browser would get them first; nothing is asserted about time.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench mints the ids that phones mint, ends at a failing step, and prints what it measured"
)]

#[path = "../../tests/doors/desk_user.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod desk_user;
mod fill;
#[path = "../../tests/support/mod.rs"]
#[expect(dead_code, unreachable_pub, unused_imports, reason = "each suite uses its own part of it")]
mod support;
#[path = "../ingest/table.rs"]
mod table;

use axum::{
    body::Body,
    http::{Request, header},
};
use desk_user::{DeskUser, reported};
use fill::fill;
use std::time::{Duration, Instant};
use support::House;

/// How often each page is asked for; the first ones are not counted.
const TIMES: usize = 15;
const WARM_UP: usize = 3;

/// What `support` asks for: SQLite, in the data folder.
async fn database() -> Option<String> {
    None
}

#[tokio::main]
async fn main() {
    // `cargo bench` and `cargo test` call it with flags of their own.
    println!("# The desk's pages, measured");
    let mut rows = Vec::new();
    for cases in [2_000, 100_000] {
        let house = House::new().await;
        let mut phone = house.phone("patroller").await;
        let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了，孩子没法睡，找过两次没有用", &[]).await;
        fill(&house, cases).await;
        for name in ["dispatcher", "coordinator"] {
            let user = DeskUser::signed_in(&house, name).await;
            let pages = [
                ("inbox", "/desk?view=all".to_owned()),
                ("inbox, 采砂 (few)", "/desk?search=%E9%87%87%E7%A0%82".to_owned()),
                ("inbox, 垃圾 (most)", "/desk?search=%E5%9E%83%E5%9C%BE".to_owned()),
                ("inbox, changed only", "/desk?unread=true".to_owned()),
                ("inbox with map", "/desk?map=true".to_owned()),
                ("case", format!("/desk/cases/{number}")),
                ("figures", "/desk/figures".to_owned()),
            ];
            for (page, path) in pages {
                rows.push(measured(&house, &user, page, name, cases, &path).await);
            }
        }
    }
    table::print(&["page", "as", "cases", "kB", "kB gzip", "median ms", "longest ms"], &rows);
}

async fn measured(house: &House, user: &DeskUser, page: &str, name: &str, cases: u32, path: &str) -> Vec<String> {
    let mut times: Vec<Duration> = Vec::with_capacity(TIMES);
    let mut bytes = 0;
    for n in 0..TIMES + WARM_UP {
        let started = Instant::now();
        let answer = user.get(house, path).await;
        let took = started.elapsed();
        assert!(answer.status.is_success(), "{path}: {}", answer.status);
        bytes = answer.body.len();
        if n >= WARM_UP {
            times.push(took);
        }
    }
    let packed = Request::get(path).header(header::COOKIE, &user.cookie).header(header::ACCEPT_ENCODING, "gzip");
    let packed = house.send(packed.body(Body::empty()).unwrap()).await.body.len();
    times.sort_unstable();
    let ms = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1e3);
    let kb = |bytes: usize| format!("{}", bytes.div_ceil(1000));
    vec![page.to_owned(), name.to_owned(), cases.to_string(), kb(bytes), kb(packed), ms(times[times.len() / 2]), ms(times[times.len() - 1])]
}
