//! HTTP: the only room that knows axum. It calls services and never touches the database itself.

pub mod api;
pub mod asked;
pub mod assets;
pub mod caller;
pub mod cookie;
mod layers;
mod pages;
mod problem;
pub mod read;

pub use problem::problem_response;

use crate::core::Core;
use axum::{Extension, Router};
use std::sync::Arc;

/// Everything that is served.
pub fn router(core: Arc<Core>) -> Router {
    let site = Arc::new(site(&core));
    let routes = Router::new().merge(api::router()).merge(assets::router(&site)).merge(pages::router(&core, &site));
    let routes = routes.fallback(pages::nothing_here).layer(Extension(site));
    layers::around(routes, &core).with_state(core)
}

/// The built files; without them the pages say how to build them, and everything else works.
fn site(core: &Core) -> assets::Site {
    let Some(folder) = core.settings.site_folder() else { return assets::Site::default() };
    assets::Site::read(&folder).unwrap_or_else(|error| {
        tracing::error!(folder = %folder.display(), %error, "the built files cannot be used");
        assets::Site::default()
    })
}
