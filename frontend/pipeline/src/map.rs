//! The desk's map: Leaflet as npm has it, with its licence, and our own element that loads it when a map comes into view.

use crate::folder::Folder;
use anyhow::{Context as _, Result};
use std::{fs, path::Path};

/// Pinned by the lock file.
const LEAFLET: &str = "frontend/node_modules/leaflet";

/// Adds `leaflet.js` with its licence, `case-map.css` and `case-map.js`.
pub(crate) fn add(folder: &mut Folder) -> Result<()> {
    let read = |path: &str| {
        let path = Path::new(LEAFLET).join(path);
        fs::read_to_string(&path).with_context(|| format!("{} is missing; `make setup` installs it", path.display()))
    };
    let licence = read("LICENSE")?;
    folder.asset("leaflet-licence.txt", licence.as_bytes())?;
    let script = read("dist/leaflet.js")?;
    let script = script.split("//# sourceMappingURL").next().unwrap_or_default();
    folder.asset("leaflet.js", script.as_bytes())?;
    let style = without_pictures(&read("dist/leaflet.css")?) + &fs::read_to_string("frontend/case-map.css")?;
    folder.asset("case-map.css", style.as_bytes())?;
    let element = folder.fill(&fs::read_to_string("frontend/case-map.js")?)?;
    folder.asset("case-map.js", element.as_bytes())?;
    Ok(())
}

/// Leaflet's own pictures are of controls that we do not use.
fn without_pictures(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    for line in style.lines().filter(|line| !line.contains("url(")) {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::without_pictures;

    #[test]
    fn nothing_is_loaded_from_a_place_that_is_not_there() {
        assert_eq!(without_pictures("a {\n  background-image: url(images/layers.png);\n  width: 1px;\n}"), "a {\n  width: 1px;\n}\n");
    }
}
