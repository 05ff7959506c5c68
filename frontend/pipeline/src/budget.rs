//! What a phone must load before the field door opens for the first time, and the most it may be.

use crate::folder::with_ending;
use anyhow::{Context as _, Result, bail};
use std::{collections::BTreeMap, fs, path::Path};

/// Compressed bytes a first load should have. County roads have 3G, and prepaid data. Not reached yet.
const GOAL: u64 = 450_000;
/// Compressed bytes it must never have. Lowered with every step towards the goal (`docs/adr/0012`).
const MOST: u64 = 720_000;
const PARTS: [&str; 5] = ["huiyin.css", "boot-field.js", "field.js", "field_bg.wasm", "icons.svg"];

/// Prints the sum with its parts, and fails if it is too much.
pub(crate) fn check(site: &Path) -> Result<()> {
    let addresses: BTreeMap<String, String> = serde_json::from_slice(&fs::read(site.join("assets.json"))?)?;
    let mut sum = packed(&site.join("field.html"))?;
    println!("site: first load of the field door, compressed (brotli):");
    println!("{sum:>9}  field.html");
    for part in PARTS {
        let address = addresses.get(part).with_context(|| format!("the site has no {part}"))?;
        let bytes = packed(&site.join(address.trim_start_matches('/')))?;
        println!("{bytes:>9}  {part}");
        sum += bytes;
    }
    println!("{sum:>9}  together; goal {GOAL}, at most {MOST}");
    let desk = addresses.get("desk_bg.wasm").context("the site has no desk_bg.wasm")?;
    println!("site: the desk's program: {}", packed(&site.join(desk.trim_start_matches('/')))?);
    if sum > MOST {
        bail!("the field door's first load is {} bytes too big", sum - MOST);
    }
    Ok(())
}

fn packed(path: &Path) -> Result<u64> {
    let path = with_ending(path, "br");
    Ok(fs::metadata(&path).with_context(|| format!("{} is missing", path.display()))?.len())
}
