//! The order of write, sync and reply, seen from outside: the program runs under strace, and its trace is read.

use crate::{
    dice::Dice,
    kept::{is_kept, seed},
    load::Load,
    program::{Program, Under},
    support::House,
};
use std::{
    collections::HashMap,
    process::{Command, Stdio},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_follows_the_sync_that_follows_the_write() {
    if !may_trace() {
        eprintln!("Not shown here: this machine lets nobody trace a program.");
        return;
    }
    let (folder, settings) = House::new().await.left().await;
    let trace = folder.path().join("trace");
    let program = Program::start(&settings, Under::Trace(&trace));
    let load = Load::start(&mut Dice::new(seed() + 2), program.address).await;
    load.acknowledged(120).await;
    program.kill();
    let told = load.end().await;
    let mut order = Order::default();
    for line in String::from_utf8_lossy(&std::fs::read(&trace).unwrap()).lines() {
        order.follow(line);
    }
    let Order { pushes, chunks, photos, .. } = order;
    assert!(pushes >= 5 && chunks >= 5 && photos >= 1, "hardly anything was traced: {pushes}, {chunks}, {photos}");
    is_kept(settings, &told).await;
}

fn may_trace() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    tried.expect("strace is installed: see .ci/tools.sh").success()
}

/// How far something has come since the last byte of a request.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Asked,
    Written,
    Synced,
}

/// A request without its reply.
struct Open {
    push: bool,
    /// What it changed in the county: the database's journal.
    journal: Step,
    /// The photo that it made whole, if any.
    photo: Step,
}

/// Reads a trace line by line.
#[derive(Default)]
struct Order {
    /// A thread's call that another thread's line interrupted.
    begun: HashMap<String, String>,
    open: HashMap<String, Open>,
    pushes: u32,
    chunks: u32,
    photos: u32,
}

impl Order {
    fn follow(&mut self, line: &str) {
        let Some((thread, line)) = line.split_once(' ') else { return };
        let line = line.trim_start();
        if let Some(begin) = line.strip_suffix(" <unfinished ...>") {
            self.begins(begin);
            self.begun.insert(thread.to_owned(), begin.to_owned());
        } else if line.contains(" resumed>") {
            let Some(begin) = self.begun.remove(thread) else { return };
            let rest = line.split_once(" resumed>").map_or("", |(_, rest)| rest);
            self.ends(&format!("{begin}{rest}"));
        } else {
            self.begins(line);
            self.ends(line);
        }
    }

    /// A reply counts from the moment the program hands it over.
    fn begins(&mut self, call: &str) {
        if !(named(call, &["sendto", "sendmsg", "write", "writev"]) && call.contains("\"HTTP/1.0 200")) {
            return;
        }
        if let Some(open) = self.open.remove(target(call)) {
            assert!(open.journal == Step::Synced, "a reply before what it tells of was synced: {call}");
            if open.push {
                self.pushes += 1;
            } else {
                self.chunks += 1;
            }
            if call.contains(r#"{\"missing\":[],"#) {
                assert!(open.photo == Step::Synced, "a photo was told to be here before it was synced: {call}");
                self.photos += 1;
            }
        }
    }

    fn ends(&mut self, call: &str) {
        let target = target(call);
        if named(call, &["recvfrom", "read"]) {
            let push = call.contains("\"POST /api/v1/sync/pu");
            if push || call.contains("\"PUT /api/v1/photos/") {
                self.open.insert(target.to_owned(), Open { push, journal: Step::Asked, photo: Step::Asked });
            } else if !call.contains("= -1 ")
                && let Some(open) = self.open.get_mut(target)
            {
                (open.journal, open.photo) = (Step::Asked, Step::Asked);
            }
        } else if named(call, &["pwrite64", "write"]) {
            self.moves(target, Step::Asked, Step::Written);
        } else if named(call, &["fsync", "fdatasync"]) && call.ends_with("= 0") {
            self.moves(target, Step::Written, Step::Synced);
        }
    }

    fn moves(&mut self, file: &str, from: Step, to: Step) {
        for open in self.open.values_mut() {
            if file.ends_with("-wal>") && open.journal == from {
                open.journal = to;
            }
            if file.ends_with(".part>") && open.photo == from {
                open.photo = to;
            }
        }
    }
}

fn named(call: &str, names: &[&str]) -> bool {
    names.iter().any(|name| call.strip_prefix(name).is_some_and(|rest| rest.starts_with('(')))
}

/// The first argument: a descriptor with what it stands for.
fn target(call: &str) -> &str {
    let arguments = call.split_once('(').map_or("", |(_, rest)| rest);
    arguments.split([',', ')']).next().unwrap_or_default().trim_end()
}
