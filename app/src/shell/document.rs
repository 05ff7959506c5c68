//! Whole documents, made on the server.

use super::{Assets, Look};
use crate::locales::Language;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

/// What stands around the body of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// The language of the page.
    pub language: Language,
    /// How it looks.
    pub look: Look,
    /// The title, as the browser's tab shows it.
    pub title: String,
    /// One sentence for search engines and people who share the page.
    pub description: Option<String>,
    /// The same page in the other language.
    pub other_language: Option<String>,
    /// Class of the body: `room-public`, `room-desk`.
    pub room: &'static str,
    /// Where the built files are.
    pub assets: Assets,
}

/// A complete page without any script, as text. The body is built with [`Language`] and [`Assets`] in its context.
pub fn document<V: IntoView>(page: &Page, body: impl FnOnce() -> V) -> String {
    Owner::new_root(None).with(|| {
        provide(page);
        let title = page.title.clone();
        let (description, other) = (page.description.clone(), page.other_language.clone());
        let hreflang = page.language.other().tag();
        finished(frame(
            page,
            view! {
                <title>{title}</title>
                {description.map(|text| view! { <meta name="description" content=text /> })}
                {other.map(|href| view! { <link rel="alternate" hreflang=hreflang href=href /> })}
            },
            body(),
        ))
    })
}

/// The text of a page that no program takes over: without the marks by which one would find its places. A browser would read
/// them out in a title. What people wrote is escaped and cannot be one.
pub(crate) fn finished(page: impl IntoView) -> String {
    page.to_html().replace("<!>", "")
}

/// The desk's page, around a screen that is rendered on the server and comes alive in the browser.
///
/// What the browser needs to take over: the screen as the first child of `<body>`, and the serialised resources. The latter
/// are appended by the renderer itself as inline scripts (with the nonce in context). Module scripts run only after the whole
/// document has been parsed, so `boot.js` always finds them. Titles come from `leptos_meta`.
pub fn desk_shell<V: IntoView + 'static, S: FnOnce() -> V>(page: &Page, screen: S) -> impl IntoView + use<V, S> {
    provide(page);
    let nonce = use_nonce();
    let Assets { boot, js, wasm, .. } = page.assets.clone();
    frame(
        page,
        view! {
            <link rel="modulepreload" href=js />
            <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
            <script type="module" src=boot nonce=nonce></script>
            <MetaTags />
        },
        screen(),
    )
}

/// Gives the body what components look for.
fn provide(page: &Page) {
    provide_context(page.language);
    provide_context(page.assets.clone());
}

/// The skeleton that every page shares.
fn frame<H: IntoView, B: IntoView>(page: &Page, head: H, body: B) -> impl IntoView + use<H, B> {
    let Assets { css, icons, logo, .. } = page.assets.clone();
    let theme = page.look.shade.map(|shade| shade.attribute());
    let text = page.look.text.map(|size| size.attribute());
    view! {
        <!DOCTYPE html>
        <html lang=page.language.tag() data-icons=icons data-theme=theme data-text=text>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#f4f6f4" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#0d1311" media="(prefers-color-scheme: dark)" />
                <link rel="icon" href=logo type="image/svg+xml" />
                <link rel="stylesheet" href=css />
                {head}
            </head>
            <body class=page.room>{body}</body>
        </html>
    }
}
