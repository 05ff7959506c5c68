//! The page around every screen: where styles, icons and programs are, how it looks, and the documents themselves.

#[cfg(feature = "ssr")]
mod document;
mod look;

#[cfg(feature = "ssr")]
pub(crate) use document::finished;
#[cfg(feature = "ssr")]
pub use document::{Page, desk_shell, document};
pub use look::{Look, Shade, TextSize};

use serde::{Deserialize, Serialize};

/// Where the built files are. Their names carry a hash, so the build writes them down in `assets.json`;
/// the server reads that file, and a page hands on to the browser what the browser needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Assets {
    /// All styles in one file.
    #[serde(rename = "huiyin.css")]
    pub css: String,
    /// The sprite of icons.
    #[serde(rename = "icons.svg")]
    pub icons: String,
    /// The mark, for the browser's tab.
    #[serde(rename = "logo.svg", default = "Assets::no_logo")]
    pub logo: String,
    /// The module that starts the program.
    #[serde(rename = "boot-desk.js")]
    pub boot: String,
    /// The glue between browser and program.
    #[serde(rename = "desk.js")]
    pub js: String,
    /// The program.
    #[serde(rename = "desk_bg.wasm")]
    pub wasm: String,
}

impl Assets {
    fn no_logo() -> String {
        "/logo.svg".to_owned()
    }

    /// Reads `assets.json` as the build wrote it: logical name → address.
    ///
    /// # Errors
    /// If it is no JSON, or a file is missing from it.
    pub fn from_json(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    /// What the page that is open says: the browser needs only the icons, everything else is loaded already.
    #[cfg(feature = "browser")]
    #[must_use]
    pub fn from_page() -> Self {
        let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
        let icons = root.and_then(|root| root.get_attribute("data-icons")).unwrap_or_default();
        Assets { css: String::new(), icons, logo: String::new(), boot: String::new(), js: String::new(), wasm: String::new() }
    }
}
