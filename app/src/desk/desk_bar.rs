//! The side bar: a column, a rail on tablets, a bar below on phones.

use super::{Asking, use_words};
use crate::{
    backend::Me,
    components::{Icon, Logo},
    locales::{Words, use_language},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Entries of the bar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Cases,
    Figures,
    Settings,
}

impl Room {
    const ALL: [Room; 3] = [Room::Cases, Room::Figures, Room::Settings];

    fn path(self) -> &'static str {
        match self {
            Room::Cases => "/desk",
            Room::Figures => "/desk/figures",
            Room::Settings => "/desk/settings",
        }
    }
}

/// Main navigation and who is signed in.
#[component]
pub fn DeskBar() -> impl IntoView {
    let words = &use_words().bar;
    let Asking(me) = expect_context::<Asking>();
    let path = use_location().pathname;
    // Whatever has no entry of its own is about cases.
    let at = move || Room::ALL.into_iter().find(|room| path.get() == room.path()).unwrap_or(Room::Cases);
    let here = move |room: Room| move || (at() == room).then_some("page");
    view! {
        <nav class="side" aria-label=words.navigation>
            <a class="logo" href="/desk">
                <Logo />
                <span>{words.product} " " <small>{words.room}</small></span>
            </a>
            <ul role="list">
                <li>
                    <a href="/desk" aria-current=here(Room::Cases)>
                        <Icon name="inbox" />
                        <span>{words.cases}</span>
                        <Suspense>
                            {move || Suspend::new(async move { me.await.ok().filter(|me| me.waiting > 0).map(waiting) })}
                        </Suspense>
                    </a>
                </li>
                <li>
                    <a href="/desk/figures" aria-current=here(Room::Figures)>
                        <Icon name="chart" />
                        <span>{words.figures}</span>
                    </a>
                </li>
                <li>
                    <a href="/desk/settings" aria-current=here(Room::Settings)>
                        <Icon name="settings" />
                        <span>{words.settings}</span>
                    </a>
                </li>
            </ul>
            <Suspense>{move || Suspend::new(async move { me.await.ok().map(|me| who(&me)) })}</Suspense>
        </nav>
    }
}

fn waiting(me: Me) -> impl IntoView {
    view! {
        <span class="n">
            {me.waiting} <span class="vh">" " {use_words().bar.waiting}</span>
        </span>
    }
}

fn who(me: &Me) -> impl IntoView + use<> {
    let language = use_language();
    let first: String = me.person.name.chars().take(1).collect();
    let mut roles: Vec<&str> = me.person.grants.iter().map(|grant| grant.role.words(language)).collect();
    roles.dedup();
    let county = language.pick(&me.rulebook.county.name, &me.rulebook.county.name_en).clone();
    view! {
        <div class="who">
            <span class="avatar" aria-hidden="true">
                {first}
            </span>
            <span>
                <b>{me.person.name.clone()}</b>
                {format!("{} · {county}", roles.join(language.pick("、", ", ")))}
            </span>
        </div>
    }
}
