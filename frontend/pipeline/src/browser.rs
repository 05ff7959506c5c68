//! The browser's programs: glue from wasm-bindgen, the wasm made small by wasm-opt, and the script that starts both.
//! There are two, because the phone must not load the desk.

use crate::{folder::Folder, inputs};
use anyhow::{Context as _, Result, anyhow, bail};
use std::{fs, path::Path, process::Command, thread};
use wasm_bindgen_cli_support::Bindgen;

const WORK: &str = "target/site.work";
const WASM_OPT: &str = "frontend/node_modules/.bin/wasm-opt";
/// The features that the compiler's output uses; these flags mean the same to every wasm-opt since version 108.
const FLAGS: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// Adds, for each program, `{name}.js`, `{name}_bg.wasm` and `boot-{name}.js`.
pub(crate) fn add(folder: &mut Folder) -> Result<()> {
    let work = Path::new(WORK);
    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    let made: Vec<Made> = thread::scope(|scope| {
        let running = inputs::PROGRAMS.map(|(name, wasm)| scope.spawn(move || make(name, wasm, &work.join(name))));
        running.into_iter().map(|one| one.join().map_err(|_| anyhow!("a program could not be made"))?).collect::<Result<_>>()
    })?;
    for Made { name, glue, wasm } in made {
        let glue = with_hashed_snippets(folder, &glue, &work.join(name))?;
        folder.asset(&format!("{name}_bg.wasm"), &wasm)?;
        folder.asset(&format!("{name}.js"), glue.as_bytes())?;
        let boot = format!("boot-{name}.js");
        let filled = folder.fill(&fs::read_to_string(Path::new("frontend").join(&boot))?)?;
        folder.asset(&boot, filled.as_bytes())?;
    }
    fs::remove_dir_all(work)?;
    Ok(())
}

/// One program, ready for the site.
struct Made {
    name: &'static str,
    glue: String,
    wasm: Vec<u8>,
}

fn make(name: &'static str, wasm: &str, work: &Path) -> Result<Made> {
    Bindgen::new().input_path(wasm).out_name(name).web(true)?.typescript(false).generate(work).context("wasm-bindgen")?;
    let small = optimised(&work.join(format!("{name}_bg.wasm")), &work.join("small.wasm"))?;
    Ok(Made { name, glue: fs::read_to_string(work.join(format!("{name}.js")))?, wasm: small })
}

fn optimised(from: &Path, to: &Path) -> Result<Vec<u8>> {
    let done = Command::new(WASM_OPT)
        .args(FLAGS)
        .arg(from)
        .arg("-o")
        .arg(to)
        .status()
        .with_context(|| format!("{WASM_OPT} is missing; `make setup` installs it"))?;
    if !done.success() {
        bail!("wasm-opt ended with {done}");
    }
    Ok(fs::read(to)?)
}

/// Libraries may bring scripts of their own; they get hashed names too, and the glue is told.
fn with_hashed_snippets(folder: &mut Folder, glue: &str, work: &Path) -> Result<String> {
    let mut told = String::with_capacity(glue.len());
    for line in glue.lines() {
        match line.split_once("'./snippets/").and_then(|(before, after)| Some((before, after.split_once('\'')?))) {
            Some((before, (path, after))) if line.starts_with("import ") => {
                let bytes = fs::read(work.join("snippets").join(path))?;
                let address = folder.asset(&path.replace('/', "-"), &bytes)?;
                told.push_str(&format!("{before}'{address}'{after}"));
            }
            _ => told.push_str(line),
        }
        told.push('\n');
    }
    Ok(told)
}
