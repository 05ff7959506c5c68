//! The desk door: rendered on the server, alive in the browser, online.

mod asked;
mod calls;
mod codes;
pub mod desk_bar;
mod forms;
mod naming;
mod noticed;
mod photos;
mod query;
pub mod screens;
#[cfg(feature = "ssr")]
pub mod whole_file;

use crate::{
    backend::{Me, Problem},
    locales::{
        Language,
        desk::{DeskWords, desk},
        use_language,
    },
};
use desk_bar::DeskBar;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode, StaticSegment,
    components::{Route, Router, Routes},
    path,
};
use noticed::Noticed;
use screens::{
    Account, CalendarNote, CaseScreen, Deliveries, Figures, ImportScreen, Imports, Inbox, Ledger, Log, MergeScreen, NewAccount, NotFound,
    Notices, OnSpotScreen, PatrolPlan, PatrolScreen, Patrols, People, RulebookPreview, RulebookScreen, RulebookSection, Settings,
};

/// Who is asking, for every screen.
#[derive(Clone, Copy)]
struct Asking(Resource<Result<Me, Problem>>);

/// The desk, as one view of no particular type: whoever renders it does not compile every screen anew.
#[must_use]
pub fn app() -> AnyView {
    view! { <App /> }.into_any()
}

/// The desk's page around it, as the server renders it.
#[cfg(feature = "ssr")]
#[must_use]
pub fn page(page: &crate::shell::Page) -> AnyView {
    crate::shell::desk_shell(page, app).into_any()
}

/// The desk. Every page is complete before its program arrives: all routes wait for their data on the server.
#[component]
fn App() -> impl IntoView {
    provide_meta_context();
    let language = use_language();
    let me = Resource::new_blocking(|| (), |()| calls::me());
    provide_context(Asking(me));
    Noticed::provide();
    let words = &words(language).bar;
    view! {
        <Router>
            <a class="skip" href="#main">
                {words.skip}
            </a>
            <DeskBar />
            <main id="main" tabindex="-1">
                <CalendarNote />
                <Routes fallback=NotFound>
                    <Route path=StaticSegment("desk") view=Inbox ssr=SsrMode::Async />
                    <Route path=path!("/desk/cases/:number") view=CaseScreen ssr=SsrMode::Async />
                    <Route path=path!("/desk/cases/:number/merge") view=MergeScreen ssr=SsrMode::Async />
                    <Route path=path!("/desk/on-spot") view=OnSpotScreen ssr=SsrMode::Async />
                    <Route path=path!("/desk/figures") view=Figures ssr=SsrMode::Async />
                    <Route path=path!("/desk/rulebook") view=RulebookScreen ssr=SsrMode::Async />
                    <Route path=path!("/desk/rulebook/preview") view=RulebookPreview ssr=SsrMode::Async />
                    <Route path=path!("/desk/rulebook/:section") view=RulebookSection ssr=SsrMode::Async />
                    <Route path=path!("/desk/people") view=People ssr=SsrMode::Async />
                    <Route path=path!("/desk/people/new") view=NewAccount ssr=SsrMode::Async />
                    <Route path=path!("/desk/people/:person") view=Account ssr=SsrMode::Async />
                    <Route path=path!("/desk/log") view=Log ssr=SsrMode::Async />
                    <Route path=path!("/desk/ledger") view=Ledger ssr=SsrMode::Async />
                    <Route path=path!("/desk/notices") view=Notices ssr=SsrMode::Async />
                    <Route path=path!("/desk/notices/deliveries") view=Deliveries ssr=SsrMode::Async />
                    <Route path=path!("/desk/patrols") view=Patrols ssr=SsrMode::Async />
                    <Route path=path!("/desk/patrols/new") view=PatrolPlan ssr=SsrMode::Async />
                    <Route path=path!("/desk/patrols/:patrol") view=PatrolScreen ssr=SsrMode::Async />
                    <Route path=path!("/desk/imports") view=Imports ssr=SsrMode::Async />
                    <Route path=path!("/desk/imports/:id") view=ImportScreen ssr=SsrMode::Async />
                    <Route path=path!("/desk/settings") view=Settings ssr=SsrMode::Async />
                </Routes>
            </main>
        </Router>
    }
}

/// Brings the page that the server rendered to life. Language and icons are what the page says.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(|| {
        let root = document().document_element();
        let language = root.and_then(|root| root.get_attribute("lang")).and_then(|tag| Language::from_tag(&tag));
        provide_context(language.unwrap_or_default());
        provide_context(crate::shell::Assets::from_page());
        app()
    });
}

/// The desk's words in this language.
fn words(language: Language) -> &'static DeskWords {
    desk(language)
}

/// The desk's words in the page's language.
fn use_words() -> &'static DeskWords {
    words(use_language())
}
