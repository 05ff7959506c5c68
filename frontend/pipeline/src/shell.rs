//! The field door's static shell, its service worker and its manifest: what the phone keeps to start without a network.

use crate::folder::{self, Folder};
use anyhow::{Context as _, Result};
use std::{collections::BTreeSet, fs};

/// What the field door needs to start. Scripts that libraries bring are added.
const PRECACHED: [&str; 6] = ["huiyin.css", "icons.svg", "logo.svg", "boot-field.js", "field.js", "field_bg.wasm"];

/// Adds `field.html`, `manifest.webmanifest` and `sw.js`.
pub(crate) fn add(folder: &mut Folder) -> Result<()> {
    let manifest = folder.fill(&fs::read_to_string("frontend/manifest.webmanifest")?)?;
    serde_json::from_str::<serde_json::Value>(&manifest).context("manifest.webmanifest is not JSON")?;
    folder.plain("manifest.webmanifest", &manifest)?;

    let field = folder.fill(&fs::read_to_string("frontend/field.html")?)?;
    folder.plain("field.html", &field)?;

    let mut list = PRECACHED.iter().map(|name| folder.address(name).map(str::to_owned)).collect::<Result<BTreeSet<_>>>()?;
    list.extend(folder.scripts_of_libraries());
    list.insert("/manifest.webmanifest".to_owned());
    // These two addresses say nothing about the bytes behind them, so their hashes go into the version.
    let version = folder::hash(format!("{list:?} {} {}", folder::hash(field.as_bytes()), folder::hash(manifest.as_bytes())).as_bytes());
    let worker = fs::read_to_string("frontend/sw.js")?
        .replace("\"{{version}}\"", &serde_json::to_string(&version[..16])?)
        .replace("[\"{{precache}}\"]", &serde_json::to_string_pretty(&list)?);
    folder.plain("sw.js", &worker)
}
