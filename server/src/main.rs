//! `huiyin`: the one program of a county.

fn main() -> std::process::ExitCode {
    huiyin_server::command::main()
}
