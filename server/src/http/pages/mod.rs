//! Pages that the server renders: the desk, its sign-in, and the public door.

mod choices;
mod desk;
mod exports;
mod invitation;
mod invitation_page;
mod map;
pub(super) mod papers;
pub(super) mod policy;
mod portal;
mod portal_answer;
mod sign_in;
mod sign_in_page;
mod way_back;
pub(super) mod whole_file;

use super::assets::Site;
use crate::core::Core;
use axum::{Extension, Router, middleware::from_fn};
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

/// All pages. Without built files, each of them says how to build them.
pub(super) fn router(core: &Arc<Core>, site: &Arc<Site>) -> Router<Arc<Core>> {
    let pages = Router::new()
        .merge(portal::router())
        .merge(sign_in::router())
        .merge(invitation::router())
        .merge(exports::router())
        .merge(papers::router())
        .merge(map::router())
        .merge(desk::router(core, site));
    let built = site.assets().is_some();
    // A ZIP is packed already.
    let pages = pages.layer(CompressionLayer::new()).merge(whole_file::router());
    pages.layer(Extension(Arc::clone(site))).layer(from_fn(move |request, next: axum::middleware::Next| async move {
        if built { next.run(request).await } else { super::assets::not_built() }
    }))
}

/// What is at no address.
pub(super) use portal::nothing_here;
