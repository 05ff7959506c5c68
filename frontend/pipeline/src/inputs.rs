//! What the site is made of, and whether it was already made of exactly that.

use crate::folder;
use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The browser's programs: what each is called in the site, and where the compiler left it.
pub(crate) const PROGRAMS: [(&str, &str); 2] = [
    ("desk", "target/browser/wasm32-unknown-unknown/wasm/huiyin_frontend.wasm"),
    ("field", "target/browser/wasm32-unknown-unknown/wasm/huiyin_field.wasm"),
];
/// Style sheets, bundled in the order of their names.
pub(crate) const STYLES: &str = "frontend/styles";
/// The icon sprite, the logo and the app icon.
pub(crate) const PICTURES: &str = "frontend/icons";
/// The app icon as pixels.
pub(crate) const APP_ICONS: &str = "frontend/app-icons";
/// Templates that the build fills in.
const TEMPLATES: [&str; 7] = [
    "frontend/case-map.css",
    "frontend/case-map.js",
    "frontend/boot-desk.js",
    "frontend/boot-field.js",
    "frontend/sw.js",
    "frontend/field.html",
    "frontend/manifest.webmanifest",
];
/// Pins wasm-opt and Leaflet.
const LOCK: &str = "frontend/package-lock.json";

/// A fingerprint over everything that goes into the site, this program included.
pub(crate) struct Inputs {
    /// Hexadecimal.
    pub(crate) stamp: String,
}

impl Inputs {
    /// Reads them all.
    pub(crate) fn gather() -> Result<Self> {
        let mut files: Vec<PathBuf> = vec![env::current_exe()?, LOCK.into()];
        files.extend(PROGRAMS.iter().map(|(_, wasm)| PathBuf::from(wasm)));
        files.extend(TEMPLATES.iter().map(PathBuf::from));
        for (folder, ending) in [(STYLES, "css"), (PICTURES, "svg"), (APP_ICONS, "png")] {
            files.extend(files_in(Path::new(folder), ending)?);
        }
        let mut digest = Sha256::new();
        for file in &files {
            let bytes = fs::read(file).with_context(|| format!("{} is missing; `make build` makes it", file.display()))?;
            digest.update(file.file_name().map(|name| name.as_encoded_bytes().to_vec()).unwrap_or_default());
            digest.update(Sha256::digest(&bytes));
        }
        Ok(Inputs { stamp: data_encoding::HEXLOWER.encode(&digest.finalize()) })
    }

    /// Whether the folder there was made of exactly these.
    pub(crate) fn already_built(&self, site: &Path) -> bool {
        fs::read_to_string(site.join(folder::STAMP)).is_ok_and(|stamp| stamp == self.stamp)
    }
}

/// Files of one folder with one ending, in the order of their names.
pub(crate) fn files_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
