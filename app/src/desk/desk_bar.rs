//! The side bar: a column, a rail on tablets, a bar below on phones.

use super::{
    Asking,
    noticed::{self, UnreadCount},
    use_words,
};
use crate::{
    backend::{ImportKind, Me},
    components::{Icon, Logo},
    locales::{Words, desk::BarWords, use_language},
};
use huiyin_domain::people::{PersonCard, Role, audits, manages, reads_cases};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// One entry of the bar.
struct Room {
    /// Its address; pages below it belong to it.
    path: &'static str,
    icon: &'static str,
    name: fn(&BarWords) -> &'static str,
    /// Whom it is shown to. The services behind it check for themselves.
    is_for: fn(&PersonCard) -> bool,
}

/// Where one's own notices are; the number of those that are not read stands beside it.
const NOTICES: &str = "/desk/notices";

/// The entries, in their order. The first one is home: whatever has no entry of its own is about cases.
const ROOMS: [Room; 11] = [
    Room { path: "/desk", icon: "inbox", name: |words| words.cases, is_for: reads_cases },
    Room { path: NOTICES, icon: "bell", name: |words| words.notices, is_for: |_| true },
    Room { path: "/desk/figures", icon: "chart", name: |words| words.figures, is_for: reads_cases },
    Room { path: "/desk/patrols", icon: "route", name: |words| words.patrols, is_for: reads_cases },
    Room { path: "/desk/people", icon: "users", name: |words| words.people, is_for: manages },
    Room { path: "/desk/rulebook", icon: "doc", name: |words| words.rulebook, is_for: |_| true },
    Room { path: "/desk/log", icon: "history", name: |words| words.log, is_for: audits },
    Room { path: "/desk/ledger", icon: "list", name: |words| words.ledger, is_for: audits },
    Room { path: "/desk/notices/deliveries", icon: "send", name: |words| words.deliveries, is_for: |person| person.has(Role::Admin) },
    Room {
        path: "/desk/imports",
        icon: "upload",
        name: |words| words.imports,
        is_for: |person| ImportKind::ALL.iter().any(|kind| kind.is_for(person)),
    },
    Room { path: "/desk/settings", icon: "settings", name: |words| words.settings, is_for: |_| true },
];

impl Room {
    fn holds(&self, address: &str) -> bool {
        address.strip_prefix(self.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Which entry this address belongs to: the most special one.
fn at(address: &str) -> &'static str {
    let holding = ROOMS.iter().filter(|room| room.holds(address));
    holding.max_by_key(|room| room.path.len()).map_or(ROOMS[0].path, |room| room.path)
}

/// Main navigation and who is signed in.
#[component]
pub fn DeskBar() -> impl IntoView {
    let words = &use_words().bar;
    let Asking(me) = expect_context::<Asking>();
    let unread = UnreadCount::new();
    view! {
        <nav class="side" aria-label=words.navigation>
            <a class="logo" href="/desk">
                <Logo />
                <span>{words.product} " " <small>{words.room}</small></span>
            </a>
            <Transition>
                {move || Suspend::new(async move {
                    let (me, unread) = (me.await, unread.count().await);
                    me.ok().map(|me| rooms(me, unread))
                })}
            </Transition>
            <Suspense>{move || Suspend::new(async move { me.await.ok().map(|me| who(&me)) })}</Suspense>
        </nav>
    }
}

/// The entries this person has, with what waits on the first, and how many notices are not read.
fn rooms(me: Me, unread: u32) -> impl IntoView {
    let words = &use_words().bar;
    let address = use_location().pathname;
    let entry = |room: &'static Room| {
        let here = move || (at(&address.get()) == room.path).then_some("page");
        let count = (room.path == ROOMS[0].path && me.waiting > 0).then(|| waiting(me.waiting));
        view! {
            <li>
                <a href=room.path aria-current=here>
                    <Icon name=room.icon />
                    <span>{(room.name)(words)}</span>
                    {count}
                    {(room.path == NOTICES && unread > 0).then(|| noticed::shown(unread))}
                </a>
            </li>
        }
    };
    let entries: Vec<_> = ROOMS.iter().filter(|room| (room.is_for)(&me.person)).map(entry).collect();
    view! { <ul role="list">{entries}</ul> }
}

fn waiting(count: u32) -> impl IntoView {
    view! {
        <span class="n">
            {count} <span class="vh">" " {use_words().bar.waiting}</span>
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
