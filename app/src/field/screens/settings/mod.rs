//! 设置: how it looks, what the phone holds, who works here.

mod look;
mod pack;
mod person;
mod storage;

use super::{frame::Frame, words};
use crate::field::phone::Phone;
use leptos::prelude::*;
use look::LookSettings;
use pack::PackSettings;
use person::PersonSettings;
use storage::StorageSettings;

/// The page.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let phone = Phone::here();
    let who = Signal::derive(move || {
        phone.person().with(|person| person.as_ref().map(|signed_in| signed_in.person.name.clone()).unwrap_or_default())
    });
    view! {
        <Frame title=words().shell.settings.to_owned() context=who class="stack g-6">
            <LookSettings />
            <StorageSettings />
            <PackSettings />
            <PersonSettings />
        </Frame>
    }
}
