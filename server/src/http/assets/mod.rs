//! The built files of the browser's half: read once at the start, served from memory, precompressed by the build.

mod encoding;
mod file;
mod missing;

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::get,
};
use file::File;
use huiyin_app::shell::Assets;
use std::{collections::HashMap, io, path::Path as FilePath, sync::Arc};

pub use missing::{NOT_BUILT, not_built};

/// The site folder as the build left it.
#[derive(Default)]
pub struct Site {
    files: HashMap<String, File>,
    assets: Option<Assets>,
}

/// A site folder that cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read.
    #[error("the site folder cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// The list of addresses is no such list.
    #[error("assets.json in the site folder is not what the build writes: {0}")]
    Addresses(#[from] serde_json::Error),
}

impl Site {
    /// Reads a site folder. A folder that does not exist is an empty site: pages then say how to build it.
    ///
    /// # Errors
    /// If it exists and cannot be read.
    pub fn read(folder: &FilePath) -> Result<Self, SiteError> {
        let list = folder.join("assets.json");
        if !list.exists() {
            return Ok(Site::default());
        }
        let assets = Some(Assets::from_json(&std::fs::read_to_string(list)?)?);
        let mut files = HashMap::new();
        for (prefix, place) in [("", folder.to_owned()), ("assets/", folder.join("assets"))] {
            for entry in std::fs::read_dir(place)? {
                let path = entry?.path();
                let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
                if path.is_file() && !name.starts_with('.') && !name.ends_with(".br") && !name.ends_with(".gz") && name != "assets.json" {
                    files.insert(format!("{prefix}{name}"), File::read(&path, !prefix.is_empty())?);
                }
            }
        }
        Ok(Site { files, assets })
    }

    /// The addresses that pages need; none if the site has not been built.
    #[must_use]
    pub fn assets(&self) -> Option<&Assets> {
        self.assets.as_ref()
    }

    fn answer(&self, name: &str, headers: &HeaderMap) -> Response {
        match self.files.get(name) {
            Some(file) => file.answer(headers),
            None if self.assets.is_none() => not_built(),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// Routes of the built files and of the field door, which is one static file for all its addresses.
pub fn router<S: Clone + Send + Sync + 'static>(site: &Arc<Site>) -> Router<S> {
    let mut router = Router::new();
    for (address, name) in
        [("/field", "field.html"), ("/field/{*rest}", "field.html"), ("/sw.js", "sw.js"), ("/manifest.webmanifest", "manifest.webmanifest")]
    {
        let site = Arc::clone(site);
        router = router.route(address, get(move |headers: HeaderMap| async move { site.answer(name, &headers) }));
    }
    let site = Arc::clone(site);
    router.route(
        "/assets/{name}",
        get(move |Path(name): Path<String>, headers: HeaderMap| async move { site.answer(&format!("assets/{name}"), &headers) }),
    )
}
