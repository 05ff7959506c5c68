//! Language, text size, theme.

use super::super::words;
use crate::{
    components::Icon,
    field::look::Chosen,
    locales::Language,
    shell::{Shade, TextSize},
};
use leptos::prelude::*;

/// Three questions of the eye. A choice shows at once.
#[component]
pub(super) fn LookSettings() -> impl IntoView {
    let settings = &words().settings;
    let Chosen { language, look } = expect_context();
    let speak = move |value: Language, name: &'static str| {
        view! {
            <label lang=value.tag()>
                <input type="radio" name="language" prop:checked=move || language.get() == value on:change=move |_| language.set(value) />
                {name}
            </label>
        }
    };
    let size = move |value: Option<TextSize>, name: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="text"
                    prop:checked=move || look.get().text == value
                    on:change=move |_| look.update(|look| look.text = value)
                />
                {name}
            </label>
        }
    };
    let shade = move |value: Option<Shade>, name: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    prop:checked=move || look.get().shade == value
                    on:change=move |_| look.update(|look| look.shade = value)
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <section class="stack g-3" aria-labelledby="see">
            <h2 id="see">{settings.see}</h2>
            <div class="card">
                <div class="pad stack g-5">
                    <fieldset class="field">
                        <legend class="row">
                            <Icon name="globe" />
                            {settings.language}
                        </legend>
                        <div class="seg">{speak(Language::Zh, "中文")} {speak(Language::En, "English")}</div>
                    </fieldset>
                    <fieldset class="field">
                        <legend class="row">
                            <Icon name="text" />
                            {settings.text}
                        </legend>
                        <div class="seg">
                            {size(None, settings.text_normal)} {size(Some(TextSize::Large), settings.text_large)}
                            {size(Some(TextSize::XLarge), settings.text_xlarge)}
                        </div>
                    </fieldset>
                    <fieldset class="field">
                        <legend class="row">
                            <Icon name="contrast" />
                            {settings.theme}
                        </legend>
                        <div class="grid g-2" style:--min="8.5rem">
                            {shade(None, settings.theme_system)} {shade(Some(Shade::Light), settings.theme_light)}
                            {shade(Some(Shade::Dark), settings.theme_dark)} {shade(Some(Shade::Sun), settings.theme_sun)}
                        </div>
                        <p class="hint">{settings.theme_hint}</p>
                    </fieldset>
                </div>
            </div>
        </section>
    }
}
