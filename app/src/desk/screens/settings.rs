//! 设置: how the desk looks on this device, its language, and the way out.

use super::{DemoNote, contact::OwnContact, password::OwnPassword, people::OwnDevices};
use crate::{
    desk::{Asking, use_words},
    locales::{Language, use_language},
};
use leptos::prelude::*;
use leptos_meta::Title;

/// Cookie that keeps the language.
const LANGUAGE: &str = "huiyin-lang";
/// Cookie that keeps light, dark or sunlight.
const THEME: &str = "huiyin-theme";
/// Cookie that keeps the size of text.
const TEXT: &str = "huiyin-text";

/// The settings of this device.
#[component]
pub fn Settings() -> impl IntoView {
    let words = &use_words().bar;
    let Asking(me) = expect_context::<Asking>();
    let themes = [("", words.theme_system), ("light", words.theme_light), ("dark", words.theme_dark), ("sun", words.theme_sun)];
    let sizes = [("", words.text_normal), ("large", words.text_large), ("xlarge", words.text_xlarge)];
    view! {
        <Title text=format!("{} · {}{}", words.settings, words.product, words.room) />
        <div class="top">
            <h1>{words.settings}</h1>
        </div>
        <div class="stack g-6 prose">
            <Suspense>{move || Suspend::new(async move { me.await.ok().map(|me| view! { <DemoNote demo=me.demo /> }) })}</Suspense>
            <p class="meta">{words.settings_hint}</p>
            <Choice legend=words.theme name="theme" cookie=THEME attribute="data-theme" choices=themes.to_vec() />
            <Choice legend=words.text name="text" cookie=TEXT attribute="data-text" choices=sizes.to_vec() />
            <Languages />
            <OwnContact />
            <OwnPassword />
            <OwnDevices />
            <section class="stack g-3" aria-labelledby="account">
                <h2 id="account" style="font-size:var(--t-3)">{words.account}</h2>
                <div class="row">
                    <form method="post" action="/desk/sign-out">
                        <button class="btn" type="submit">
                            {words.sign_out}
                        </button>
                    </form>
                    <a class="btn" data-kind="quiet" href="/field" rel="external">
                        {words.on_the_phone}
                    </a>
                    <a class="btn" data-kind="quiet" href="/" rel="external">
                        {words.public_site}
                    </a>
                </div>
            </section>
        </div>
    }
}

/// One look of several, kept in a cookie and set on the page at once.
#[component]
fn Choice(
    /// What is chosen.
    legend: &'static str,
    /// Name of the radio group.
    name: &'static str,
    /// Where it is kept.
    cookie: &'static str,
    /// Where the styles look.
    attribute: &'static str,
    /// Value and words.
    choices: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let now = RwSignal::new(String::new());
    Effect::new(move || now.set(on_page(attribute)));
    let choices = choices
        .into_iter()
        .map(|(value, label)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=name
                        value=value
                        prop:checked=move || now.get() == value
                        on:change=move |_| {
                            keep(cookie, value);
                            put_on_page(attribute, value);
                            now.set(value.to_owned());
                        }
                    />
                    {label}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="seg">{choices}</div>
        </fieldset>
    }
}

/// The language: the page is loaded anew in it.
#[component]
fn Languages() -> impl IntoView {
    let words = &use_words().bar;
    let now = use_language();
    let buttons = Language::ALL
        .into_iter()
        .map(|language| {
            let name = language.pick("中文", "English");
            view! {
                <button
                    type="button"
                    lang=language.tag()
                    aria-pressed=(language == now).to_string()
                    on:click=move |_| {
                        keep(LANGUAGE, language.tag());
                        reload();
                    }
                >
                    {name}
                </button>
            }
        })
        .collect_view();
    view! {
        <section class="field" aria-labelledby="language">
            <h2 id="language" style="font-size:var(--t-3)">{words.language}</h2>
            <div class="seg" role="group" aria-labelledby="language">
                {buttons}
            </div>
        </section>
    }
}

/// What the page's root says now.
fn on_page(attribute: &str) -> String {
    #[cfg(feature = "browser")]
    return document().document_element().and_then(|root| root.get_attribute(attribute)).unwrap_or_default();
    #[cfg(not(feature = "browser"))]
    attribute.chars().take(0).collect()
}

fn put_on_page(attribute: &str, value: &str) {
    #[cfg(feature = "browser")]
    if let Some(root) = document().document_element() {
        // A value of ours on an element of ours: neither call can fail in a way that matters to anyone.
        let _ = if value.is_empty() { root.remove_attribute(attribute) } else { root.set_attribute(attribute, value) };
    }
    #[cfg(not(feature = "browser"))]
    let _ = (attribute, value);
}

fn keep(cookie: &str, value: &str) {
    #[cfg(feature = "browser")]
    {
        use wasm_bindgen::JsCast;
        if let Ok(document) = document().dyn_into::<web_sys::HtmlDocument>() {
            let age = if value.is_empty() { 0 } else { 31_536_000 };
            let _ = document.set_cookie(&format!("{cookie}={value}; Path=/; Max-Age={age}; SameSite=Lax"));
        }
    }
    #[cfg(not(feature = "browser"))]
    let _ = (cookie, value);
}

fn reload() {
    #[cfg(feature = "browser")]
    let _ = window().location().reload();
}
