//! The index: each file with its length and SHA-256, for people, for spreadsheets and for `sha256sum`.

use super::Dossier;
use crate::sheet::{Cell, Sheet, csv};
use huiyin_app::{
    desk::whole_file::{IndexLine, index_page},
    locales::Language,
};
use huiyin_domain::hash::Hash;
use std::fmt::Write;

/// What has been packed so far.
#[derive(Default)]
pub(super) struct Index {
    lines: Vec<IndexLine>,
}

impl Index {
    pub(super) fn add(&mut self, path: &str, what: &str, bytes: &[u8]) {
        self.lines.push(IndexLine { path: path.to_owned(), what: what.to_owned(), bytes: bytes.len(), hash: Some(Hash::of(bytes)) });
    }

    /// Something that should be there and is not.
    pub(super) fn missing(&mut self, path: &str, what: &str) {
        self.lines.push(IndexLine { path: path.to_owned(), what: what.to_owned(), bytes: 0, hash: None });
    }

    pub(super) fn csv(&self) -> Vec<u8> {
        let text = |text: &str| Cell::words(Some(text.to_owned()));
        let row = |line: &IndexLine| {
            let hash = line.hash.map(|hash| hash.to_string()).unwrap_or_default();
            vec![text(&line.path), text(&line.what), Cell::count(u32::try_from(line.bytes).ok()), text(&hash)]
        };
        let head = ["path", "what", "bytes", "sha256"].map(str::to_owned).to_vec();
        csv(&Sheet { name: "index".to_owned(), head, rows: self.lines.iter().map(row).collect() })
    }

    pub(super) fn html(&self, file: &Dossier, language: Language) -> String {
        index_page(&file.number, file.at, &self.lines, language)
    }

    /// As `sha256sum -c` reads it.
    pub(super) fn sums(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            if let Some(hash) = line.hash {
                // Writing to a string does not fail.
                let _ = writeln!(text, "{hash}  {}", line.path);
            }
        }
        text
    }
}
