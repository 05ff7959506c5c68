//! Builds the site that the server serves: the wasm and its glue, styles, icons, the field door's static shell and the
//! service worker. Everything under `assets/` carries the hash of its bytes in its name, so that it may be cached for
//! ever; everything is compressed ahead, so that the server never compresses it.
//!
//! Run from the root of the work tree, after `cargo build` of the wasm: see `make build`.

mod browser;
mod budget;
mod folder;
mod inputs;
mod map;
mod shell;
mod styles;

use anyhow::{Context as _, Result};
use folder::Folder;
use std::{fs, path::Path};

/// Where the server looks for the site, seen from the work tree.
const SITE: &str = "target/site";

fn main() -> Result<()> {
    // Whoever builds at the same time waits, and then finds the work done.
    let lock = fs::File::create("target/site.lock")?;
    lock.lock()?;
    let inputs = inputs::Inputs::gather()?;
    if inputs.already_built(Path::new(SITE)) {
        println!("site: unchanged");
        return budget::check(Path::new(SITE));
    }
    let mut folder = Folder::fresh(Path::new("target/site.new"))?;
    folder.asset("huiyin.css", styles::gather(Path::new(inputs::STYLES))?.as_bytes())?;
    for file in inputs::files_in(Path::new(inputs::PICTURES), "svg")?.iter().chain(&inputs::files_in(Path::new(inputs::APP_ICONS), "png")?)
    {
        let name = file.file_name().and_then(|name| name.to_str()).context("a picture has a name that is not UTF-8")?;
        folder.asset(name, &fs::read(file)?)?;
    }
    map::add(&mut folder)?;
    browser::add(&mut folder)?;
    shell::add(&mut folder)?;
    folder.finish(&inputs.stamp)?;
    folder::replace(Path::new("target/site.new"), Path::new(SITE))?;
    budget::check(Path::new(SITE))
}
