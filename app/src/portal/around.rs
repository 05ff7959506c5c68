//! Header, banner and footer of every public page.

use super::Setting;
use crate::{
    components::{Banner, Icon, Logo, Tone},
    locales::{common::CommonWords, portal::PortalWords},
    shell::{Look, Page, document},
};
use leptos::prelude::*;

/// Which link of the header is the page that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Here {
    Cases,
    Receipt,
    Elsewhere,
}

/// What a page is, besides its content.
pub(super) struct Frame {
    /// Its title; the product's name is added, but for the home page.
    pub(super) title: String,
    /// One sentence about it.
    pub(super) description: Option<String>,
    /// Its path, without the language.
    pub(super) path: String,
    /// Which link of the header it is.
    pub(super) here: Here,
}

/// A whole public page around its content, which brings its own `<main id="main">`.
pub(super) fn page<V: IntoView>(setting: Setting<'_>, frame: Frame, content: impl FnOnce() -> V) -> String {
    let language = setting.language;
    let other = format!("{}{}", language.other().prefix(), frame.path);
    let page = Page {
        language,
        look: Look::default(),
        title: frame.title,
        description: frame.description,
        other_language: Some(other.clone()),
        room: "room-public",
        assets: setting.assets.clone(),
    };
    document(&page, || {
        let common = CommonWords::of(language);
        view! {
            <a class="skip" href="#main">{common.skip}</a>
            <div>
                {header(setting, frame.here, other)}
                {setting.around.demo.then(|| view! {
                    <Banner tone=Tone::Info title=common.demo edge=true>{common.demo_more}</Banner>
                })}
            </div>
            {content()}
            {footer(setting)}
        }
    })
}

/// The county's name in the page's language.
pub(super) fn county(setting: Setting<'_>) -> &str {
    setting.language.pick(&setting.around.county, &setting.around.county_en)
}

fn header(setting: Setting<'_>, here: Here, other: String) -> impl IntoView {
    let language = setting.language;
    let (common, words) = (CommonWords::of(language), &PortalWords::of(language).around);
    let home = format!("{}/", language.prefix());
    let receipt = format!("{}/receipt", language.prefix());
    let current = |link: Here| (link == here).then_some("page");
    let other_tag = language.other().tag();
    view! {
        <header class="mast">
            <div class="wrap">
                <a class="logo" href=home.clone()>
                    <Logo />
                    <span>{common.product}" "<small>{county(setting).to_owned()}</small></span>
                </a>
                <nav aria-label=words.main_nav>
                    <ul role="list">
                        <li><a href=home aria-current=current(Here::Cases)>{words.cases}</a></li>
                        <li><a href=receipt aria-current=current(Here::Receipt)>{words.receipt}</a></li>
                    </ul>
                </nav>
                <a class="lang" href=other lang=other_tag hreflang=other_tag>
                    <Icon name="globe" size="s" />
                    {common.other_language}
                </a>
            </div>
        </header>
    }
}

fn footer(setting: Setting<'_>) -> impl IntoView {
    let words = &PortalWords::of(setting.language).around;
    let about = (words.about)(county(setting));
    let contact = setting.around.contact.as_deref().map(words.contact);
    let lines = setting.around.lines.clone();
    view! {
        <footer class="foot">
            <div class="wrap stack g-3">
                <ul role="list">
                    <li><a href="/field">{words.field}</a></li>
                    <li><a href="/desk">{words.desk}</a></li>
                </ul>
                <p>{about}</p>
                {contact.map(|line| view! { <p>{line}</p> })}
                {lines.into_iter().map(|line| view! { <p class="fine">{line}</p> }).collect_view()}
            </div>
        </footer>
    }
}
