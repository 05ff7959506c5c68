//! The browser's half: glue from wasm-bindgen, the wasm made small by wasm-opt, and the script that starts both.

use crate::{folder::Folder, inputs};
use anyhow::{Context as _, Result, bail};
use std::{fs, path::Path, process::Command};
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

/// Adds `huiyin.js`, `huiyin_bg.wasm` and `boot.js`.
pub(crate) fn add(folder: &mut Folder) -> Result<()> {
    let work = Path::new(WORK);
    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    Bindgen::new().input_path(inputs::WASM).out_name("huiyin").web(true)?.typescript(false).generate(work).context("wasm-bindgen")?;
    let small = optimised(&work.join("huiyin_bg.wasm"), &work.join("small.wasm"))?;
    let glue = with_hashed_snippets(folder, &fs::read_to_string(work.join("huiyin.js"))?, work)?;
    folder.asset("huiyin_bg.wasm", &small)?;
    folder.asset("huiyin.js", glue.as_bytes())?;
    let boot = folder.fill(&fs::read_to_string("frontend/boot.js")?)?;
    folder.asset("boot.js", boot.as_bytes())?;
    fs::remove_dir_all(work)?;
    Ok(())
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
