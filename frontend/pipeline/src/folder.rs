//! The folder being made: hashed names, compressed siblings, and the list that says which name became which address.

use anyhow::{Context as _, Result};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// Holds the fingerprint of what the folder was made of.
pub(crate) const STAMP: &str = ".stamp";

/// A site folder being made.
pub(crate) struct Folder {
    root: PathBuf,
    addresses: BTreeMap<String, String>,
}

impl Folder {
    /// An empty one.
    pub(crate) fn fresh(root: &Path) -> Result<Self> {
        if root.exists() {
            fs::remove_dir_all(root)?;
        }
        fs::create_dir_all(root.join("assets"))?;
        Ok(Folder { root: root.to_owned(), addresses: BTreeMap::new() })
    }

    /// Adds a file that may be cached for ever, and gives its address.
    pub(crate) fn asset(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        let (stem, ending) = name.rsplit_once('.').with_context(|| format!("{name} has no ending"))?;
        let hashed = format!("assets/{stem}.{}.{ending}", &hash(bytes)[..16]);
        self.write(&hashed, bytes)?;
        let address = format!("/{hashed}");
        self.addresses.insert(name.to_owned(), address.clone());
        Ok(address)
    }

    /// Adds a file whose name stays the same from build to build.
    pub(crate) fn plain(&self, name: &str, text: &str) -> Result<()> {
        self.write(name, text.as_bytes())
    }

    /// Where an asset ended up.
    pub(crate) fn address(&self, name: &str) -> Result<&str> {
        self.addresses.get(name).map(String::as_str).with_context(|| format!("the site has no {name}"))
    }

    /// Addresses of scripts that came with libraries: the glue imports them, so an offline start needs them.
    pub(crate) fn scripts_of_libraries(&self) -> impl Iterator<Item = String> {
        self.addresses.iter().filter(|(name, _)| name.contains("-inline") && name.ends_with(".js")).map(|(_, address)| address.clone())
    }

    /// Replaces `{{name}}` by the address of that asset, everywhere in a template.
    pub(crate) fn fill(&self, template: &str) -> Result<String> {
        let mut filled = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").context("a template has {{ without }}")?;
            filled.push_str(before);
            filled.push_str(self.address(name)?);
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    /// Writes the list of addresses and the fingerprint.
    pub(crate) fn finish(&self, stamp: &str) -> Result<()> {
        fs::write(self.root.join("assets.json"), serde_json::to_string_pretty(&self.addresses)? + "\n")?;
        fs::write(self.root.join(STAMP), stamp)?;
        Ok(())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.root.join(name);
        fs::write(&path, bytes)?;
        if !name.ends_with(".png") {
            fs::write(with_ending(&path, "br"), brotli(bytes)?)?;
            fs::write(with_ending(&path, "gz"), gzip(bytes)?)?;
        }
        Ok(())
    }
}

/// Puts the new folder in the old one's place: two renames, so that no half-written folder is ever served.
pub(crate) fn replace(new: &Path, place: &Path) -> Result<()> {
    let old = with_ending(place, "old");
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    if place.exists() {
        fs::rename(place, &old)?;
    }
    fs::rename(new, place)?;
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    Ok(())
}

/// SHA-256 in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// `name.css` → `name.css.br`
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 64 * 1024, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}
