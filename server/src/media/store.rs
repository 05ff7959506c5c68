//! Photos on disk: originals by hash, and versions made from them. A file appears whole or not at all.

use super::shown::Size;
use huiyin_domain::photo::PhotoHash;
use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};
use tokio::sync::Semaphore;

/// The folder of photos.
pub struct Media {
    folder: PathBuf,
    /// Decoding takes much memory: few at once.
    pub(super) decoding: Semaphore,
}

impl Media {
    /// Opens the folder, making it if it is absent.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn open(folder: &Path) -> io::Result<Media> {
        for part in ["original", "public", "shown", "thumb"] {
            fs::create_dir_all(folder.join(part))?;
        }
        Ok(Media { folder: folder.to_owned(), decoding: Semaphore::new(2) })
    }

    fn path(&self, part: &str, photo: &PhotoHash) -> PathBuf {
        let name = photo.to_string();
        self.folder.join(part).join(&name[..2]).join(&name[2..])
    }

    /// Where an original lies. No address serves it by itself; within a case's whole file, a dispatcher may take it.
    #[must_use]
    pub fn original(&self, photo: &PhotoHash) -> PathBuf {
        self.path("original", photo)
    }

    /// Where a version lies once it has been made.
    #[must_use]
    pub fn version(&self, photo: &PhotoHash, size: Size) -> PathBuf {
        self.path(size.name(), photo)
    }

    /// Where a version for the public lies once it has been made; its name covers the original and what is hidden in it.
    #[must_use]
    pub fn public(&self, name: &huiyin_domain::hash::Hash) -> PathBuf {
        self.path("public", name)
    }

    /// Writes a file so that it is durable and never seen half-written.
    ///
    /// # Errors
    /// If the disk fails or is full; then nothing is there.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        // Two requests, or two processes, may bring the same file at once.
        static UNFINISHED: AtomicU64 = AtomicU64::new(0);
        let unfinished = path.with_extension(format!("{}-{}.part", process::id(), UNFINISHED.fetch_add(1, Ordering::Relaxed)));
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, path)?;
        fs::File::open(folder)?.sync_all()
    }
}
