//! What pages may load and run (content security policies). The design sets CSS variables in style attributes, which is
//! the only inline thing that is ever allowed.

/// The field door: one static shell, its program, pictures from its own store.
pub(in crate::http) const FIELD: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; \
img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; \
form-action 'self'; frame-ancestors 'none'";

/// The public door and the sign-in page: no script at all.
pub(in crate::http) const WITHOUT_SCRIPT: &str = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; \
form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The desk: scripts with this page's nonce, and the program.
#[must_use]
pub(in crate::http) fn desk(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; \
img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
frame-ancestors 'none'"
    )
}
