//! The program itself, as an operator runs it.

use huiyin_server::config::Settings;
use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
};

pub(crate) struct Program {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Program {
    /// Serves this county; with a limit, no file may grow beyond so many KiB.
    pub(crate) fn start(settings: &Settings, limit_kib: Option<u64>) -> Program {
        let program = env!("CARGO_BIN_EXE_huiyin");
        let mut command = match limit_kib {
            None => Command::new(program),
            Some(kib) => {
                let mut bash = Command::new("bash");
                // A file that may not grow is an error of a write, as on a full disk, and no signal.
                bash.args(["-c", "trap '' XFSZ; ulimit -S -f \"$0\"; exec \"$@\"", &kib.to_string(), program]);
                bash
            }
        };
        if let Some(url) = &settings.database_url {
            command.env("HUIYIN_DATABASE_URL", url);
        }
        command.arg("serve").arg("--data").arg(&settings.data).args(["--listen", "127.0.0.1:0"]);
        command.env("RUST_LOG", "info").env("NO_COLOR", "1").stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("address=")).expect("the program did not start");
        let address = line.split("address=").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
        let address = address.parse().unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        Program { child, address }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// kill -9
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The limit falls while the program runs.
    pub(crate) fn make_room(&self) {
        let done = Command::new("prlimit").args(["--pid", &self.child.id().to_string(), "--fsize=unlimited:"]).status().unwrap();
        assert!(done.success());
    }
}
