//! The program itself, as an operator runs it.

use huiyin_server::config::Settings;
use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread::JoinHandle,
};

/// In this order they are a request, what becomes of it on the disk, and its reply.
const CALLS: &str = "trace=recvfrom,read,pwrite64,write,fsync,fdatasync,sendto,sendmsg,writev";

/// What the program runs under.
pub(crate) enum Under<'a> {
    Nothing,
    /// No file may grow beyond so many KiB.
    Limit(u64),
    /// Its calls that read, write and sync are written into this file, in their order.
    Trace(&'a Path),
}

pub(crate) struct Program {
    child: Child,
    lines: JoinHandle<()>,
    groups: Arc<Mutex<Vec<String>>>,
    pub(crate) address: SocketAddr,
}

impl Program {
    /// Serves this county.
    pub(crate) fn start(settings: &Settings, under: Under<'_>) -> Program {
        let program = env!("CARGO_BIN_EXE_huiyin");
        let mut command = match under {
            Under::Nothing => Command::new(program),
            Under::Limit(kib) => {
                let mut bash = Command::new("bash");
                // A file that may not grow is an error of a write, as on a full disk, and no signal.
                bash.args(["-c", "trap '' XFSZ; ulimit -S -f \"$0\"; exec \"$@\"", &kib.to_string(), program]);
                bash
            }
            Under::Trace(file) => {
                let mut strace = Command::new("strace");
                // The tracer stands aside: the child is the program itself.
                strace.args(["-D", "-f", "-y", "-e", CALLS, "-o"]).arg(file).arg(program);
                strace
            }
        };
        if let Some(url) = &settings.database_url {
            command.env("HUIYIN_DATABASE_URL", url);
        }
        command.arg("serve").arg("--data").arg(&settings.data).args(["--listen", "127.0.0.1:0"]);
        command.env("RUST_LOG", "info,huiyin_server::ledger=debug").env("NO_COLOR", "1").stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("address=")).expect("the program did not start");
        let address = line.split("address=").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
        let address = address.parse().unwrap();
        let groups = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&groups);
        let lines = std::thread::spawn(move || {
            for line in lines.filter(|line| line.contains("a group is durable")) {
                heard.lock().unwrap().push(line);
            }
        });
        Program { child, lines, groups, address }
    }

    /// What it has logged of each group that it committed, since this was asked last.
    pub(crate) fn groups(&self) -> Vec<String> {
        std::mem::take(&mut self.groups.lock().unwrap())
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// kill -9, and until whoever held its standard error is gone: the program, and its tracer with a whole trace.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.lines.join().unwrap();
    }

    /// The limit falls while the program runs.
    pub(crate) fn make_room(&self) {
        let done = Command::new("prlimit").args(["--pid", &self.child.id().to_string(), "--fsize=unlimited:"]).status().unwrap();
        assert!(done.success());
    }
}
