//! `make bench`: the real program over HTTP, on SQLite and on PostgreSQL, beside the database alone. Prints tables; asserts no time.
//! Program, database and phones share the machine.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench mints the ids that phones mint, ends at a failing step, and prints what it measured"
)]

#[path = "../../tests/crash/client.rs"]
mod client;
mod crowd;
#[path = "../../../domain/tests/queue_simulation/dice.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod dice;
mod groups;
#[path = "../../tests/crash/load.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod load;
mod past;
#[path = "../../tests/crash/program.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod program;
mod program_cost;
mod raw;
#[path = "../../tests/support/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "each suite uses its own part of it")]
mod support;
mod table;
mod wire;

use client::{listen, until};
use crowd::{Crowd, Sent, report};
use futures::future::{join_all, try_join_all};
use huiyin_server::{config::Settings, ledger::Sealed};
use program::{Program, Under};
use program_cost::{cpu_seconds, enough_files, resident_mib};
use std::{
    sync::{Mutex, PoisonError},
    time::Instant,
};
use support::House;

/// Who sends; the two of the same township, so that what one files the other need not see.
const NAMES: [&str; 2] = ["patroller", "patroller2"];
/// Reports in a batch.
const BATCH: usize = 50;
/// Listeners at once.
const LISTENERS: usize = 1000;
/// Changes to catch up with.
const BEHIND: usize = 1000;
/// Entries of a young county, and of one after years.
const SHORT_PAST: usize = 10_000;
const LONG_PAST: i64 = 1_000_000;

/// Which database the next county is made on.
static DATABASE: Mutex<Option<String>> = Mutex::new(None);

/// What `support` asks for.
async fn database() -> Option<String> {
    DATABASE.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

#[tokio::main]
async fn main() {
    // `cargo bench` and `cargo test` call it with flags of their own.
    println!("# Sync, measured");
    own_work().await;
    on("SQLite", None, None).await;
    on("PostgreSQL", Some(support::postgres::new_database().await), Some(support::postgres::new_database().await)).await;
}

/// What the program's own work on a report costs, without HTTP and database.
async fn own_work() {
    const TIMES: u32 = 5000;
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let texts: Vec<String> = (0..TIMES).map(|_| report(&mut phone)).collect();
    let started = Instant::now();
    for text in &texts {
        std::hint::black_box(Sealed::read(text.as_bytes(), "commands[0]").unwrap());
    }
    let read = started.elapsed() / TIMES;
    let started = Instant::now();
    for text in &texts {
        std::hint::black_box(huiyin_domain::hash::Hash::of(text.as_bytes()));
    }
    let hashed = started.elapsed() / TIMES;
    let started = Instant::now();
    for text in &texts {
        std::hint::black_box(house.core.keys.sign(text.as_bytes()));
    }
    let signed = started.elapsed() / TIMES;
    println!(
        "\nReading a report of {} bytes, its JSON twice and its hash: {read:?}; one hash of it: {hashed:?}; one signature: {signed:?}.",
        texts[0].len()
    );
}

async fn on(name: &str, url: Option<String>, another: Option<String>) {
    *DATABASE.lock().unwrap_or_else(PoisonError::into_inner) = url;
    let (folder, settings) = House::new().await.left().await;
    let mut program = Program::start(&settings, Under::Nothing);
    println!("\n## {name}");
    let mut rows = Vec::new();
    for phones in [16, 64, 256] {
        let mut crowd = Crowd::signed_in(program.address, &NAMES, phones).await.unwrap();
        crowd.send(4, 1).await.unwrap();
        let before = cpu_seconds(program.pid());
        let sent = crowd.send(6400 / phones, 1).await.unwrap();
        rows.push(row(&format!("single, {phones} connections"), sent, cpu_seconds(program.pid()) - before));
    }
    let mut crowd = Crowd::signed_in(program.address, &NAMES, 16).await.unwrap();
    program.groups();
    let before = cpu_seconds(program.pid());
    let batches = crowd.send(20, BATCH).await.unwrap();
    rows.push(row("batches of 50, 16 connections", batches, cpu_seconds(program.pid()) - before));
    let costs = groups::shares(&program.groups());
    table::print(&["what", "reports/s", "pushes/s", "bytes up/report", "bytes down/report", "processor µs/report"], &rows);
    println!("\n{costs}");
    println!("\nMemory after it: {:.0} MiB.", resident_mib(program.pid()));

    program = restarted(program, &settings, &mut crowd).await;
    if enough_files() {
        poked(&program, &mut crowd).await;
    } else {
        println!("\nNot measured: {LISTENERS} listeners need `ulimit -n 2500`.");
    }
    program.kill();
    let raw = raw::reports_per_second(&settings.database_url(), BATCH as u64).await.unwrap();
    let ratio = batches.per_second() / raw;
    println!("\nThe same rows by the database alone, 50 in a transaction: {raw:.0} reports/s. Batches over HTTP reach {ratio:.2} of it.");
    drop(folder);
    caught_up(another).await;
}

fn row(what: &str, sent: Sent, cpu: f64) -> Vec<String> {
    #[expect(clippy::cast_precision_loss, reason = "counts of a bench")]
    let [reports, pushes] = [sent.reports as f64, sent.pushes as f64];
    vec![
        what.to_owned(),
        format!("{:.0}", sent.per_second()),
        format!("{:.0}", pushes / sent.seconds),
        format!("{}", sent.up / sent.reports),
        format!("{}", sent.down / sent.reports),
        format!("{:.0}", cpu * 1e6 / reports),
    ]
}

/// Killed, started, and how long until a phone holds its next receipt.
async fn restarted(program: Program, settings: &Settings, crowd: &mut Crowd) -> Program {
    program.kill();
    let started = Instant::now();
    let program = Program::start(settings, Under::Nothing);
    let up = started.elapsed();
    crowd.go_on(program.address).await.unwrap();
    crowd.send(1, 1).await.unwrap();
    println!(
        "\nFrom kill -9 until it serves again: {up:.0?}; until every one of 16 phones holds its next receipt: {:.0?}.",
        started.elapsed()
    );
    program
}

/// The same catching-up with a short and with a long past behind it.
async fn caught_up(url: Option<String>) {
    *DATABASE.lock().unwrap_or_else(PoisonError::into_inner) = url;
    let (folder, settings) = House::new().await.left().await;
    let (mut times, mut behind) = (Vec::new(), Vec::new());
    for long in [false, true] {
        if long {
            past::lengthen(&settings.database_url(), LONG_PAST).await.unwrap();
        }
        let program = Program::start(&settings, Under::Nothing);
        if !long {
            let mut others = Crowd::signed_in(program.address, &NAMES[1..], 16).await.unwrap();
            others.send(SHORT_PAST / 16 / BATCH, BATCH).await.unwrap();
        }
        let mut one = Crowd::signed_in(program.address, &NAMES[..1], 1).await.unwrap();
        let (mut cursor, _) = one.pull(None).await.unwrap();
        let mut each = Vec::new();
        for _ in 0..7 {
            one.send(BEHIND / BATCH, BATCH).await.unwrap();
            let started = Instant::now();
            let (next, cases) = one.pull(Some(cursor)).await.unwrap();
            each.push(started.elapsed().as_secs_f64());
            assert!(cases >= BEHIND, "{cases} came");
            cursor = next;
        }
        each.sort_by(f64::total_cmp);
        times.push(each[each.len() / 2]);
        behind.push(one.newest().await.unwrap());
        program.kill();
    }
    println!(
        "\nCatching up with {BEHIND} changes, median of seven: {:.0} ms at entry {}, {:.0} ms at entry {}: {:.2} times.",
        times[0] * 1e3,
        behind[0],
        times[1] * 1e3,
        behind[1],
        times[1] / times[0]
    );
    drop(folder);
}

/// A crowd of listeners, and how long until all have heard of one report.
async fn poked(program: &Program, crowd: &mut Crowd) {
    let before = resident_mib(program.pid());
    let cookie = crowd.cookie().to_owned();
    let mut lines = try_join_all((0..LISTENERS).map(|_| listen(program.address, &cookie))).await.unwrap();
    let held = resident_mib(program.pid()) - before;
    let started = Instant::now();
    crowd.send(1, 1).await.unwrap();
    let heard = join_all(lines.iter_mut().map(|line| async move {
        until(line, "event: poke").await.unwrap();
        started.elapsed()
    }))
    .await;
    let (first, last) = (heard.iter().min().unwrap(), heard.iter().max().unwrap());
    println!("\n{LISTENERS} listeners: {held:.1} MiB more; after a push the first one hears {first:.1?} later, the last one {last:.1?}.");
}
