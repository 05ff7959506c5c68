//! Small labels.

use super::icon::Icon;
use crate::locales::{Words, use_language};
use huiyin_domain::rulebook::{Category, Theme};
use leptos::prelude::*;

/// What a label or banner means, besides its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Told, moving.
    Info,
    /// Done, answered.
    Done,
    /// Due soon, careful.
    Soon,
    /// Overdue, failed.
    Late,
}

impl Tone {
    /// As the styles know it.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Done => "done",
            Tone::Soon => "soon",
            Tone::Late => "late",
        }
    }
}

/// A label.
#[component]
pub fn Tag(
    /// What it means; none is neutral.
    #[prop(optional_no_strip, into)]
    tone: Option<Tone>,
    /// Its icon.
    #[prop(optional_no_strip, into)]
    icon: Option<&'static str>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="tag" data-tone=tone.map(Tone::attribute)>
            {icon.map(|name| view! { <Icon name=name size="s" /> })}
            {children()}
        </span>
    }
}

/// The group a category belongs to: 蓝天, 碧水, 净土.
#[component]
pub fn ThemeTag(
    /// Which group.
    theme: Theme,
) -> impl IntoView {
    view! {
        <span class="grp" data-g=theme_attribute(Some(theme))>
            <Icon name=theme_icon(theme) size="s" />
            {theme.words(use_language())}
        </span>
    }
}

/// A category's icon on its group's colour.
#[component]
pub fn Glyph<'a>(
    /// Which category.
    category: &'a Category,
) -> impl IntoView + use<> {
    view! {
        <span class="glyph" data-g=theme_attribute(category.theme)>
            <Icon name=category.icon.clone() />
        </span>
    }
}

/// The group's name for `data-g`.
#[must_use]
pub fn theme_attribute(theme: Option<Theme>) -> Option<&'static str> {
    theme.map(|theme| match theme {
        Theme::Sky => "sky",
        Theme::Water => "water",
        Theme::Land => "land",
    })
}

/// The group's icon.
#[must_use]
pub fn theme_icon(theme: Theme) -> &'static str {
    match theme {
        Theme::Sky => "g-sky",
        Theme::Water => "g-water",
        Theme::Land => "g-land",
    }
}
