//! The field door: mounted once on the phone, it works without network. Its engine is [`phone`], its faces are the screens.

pub mod phone;

mod courier;
mod device;
mod store;
mod transport;

mod look;
mod network;
#[expect(unreachable_pub, reason = "the component macro makes every component public")]
mod screens;
mod seen;

use crate::shell::Assets;
use leptos::prelude::*;
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};
use phone::{Phone, Readiness};
use screens::{
    Acting, CasePage, Filed, NewReport, NotFound, Opening, Outbox, PatrolPage, Replies, ReportForm, Settings, SignIn, StoreFailed, Today,
};

/// What stands between a person and the screens.
#[derive(Clone, PartialEq)]
enum Gate {
    Opening,
    Broken,
    Nobody,
    /// Open for this person.
    Open(huiyin_domain::ids::PersonId),
}

/// The field door.
#[component]
pub fn App() -> impl IntoView {
    provide_context(Assets::from_page());
    let chosen = look::Chosen::restore();
    let phone = Phone::open();
    network::Network::listen(phone);
    seen::Seen::follow(phone);
    screens::Arrival::provide();
    let gate = Memo::new(move |_| match (phone.readiness().get(), phone.person().with(|p| p.as_ref().map(|p| p.person.id))) {
        (Readiness::Opening, _) => Gate::Opening,
        (Readiness::Broken(_), _) => Gate::Broken,
        (Readiness::Ready, None) => Gate::Nobody,
        (Readiness::Ready, Some(person)) => Gate::Open(person),
    });
    view! {
        <Router>
            {move || {
                provide_context(chosen.language.get());
                match gate.get() {
                    Gate::Opening => view! { <Opening /> }.into_any(),
                    Gate::Broken => view! { <StoreFailed /> }.into_any(),
                    Gate::Nobody => view! { <SignIn again=false /> }.into_any(),
                    Gate::Open(_) => view! { <Screens /> }.into_any(),
                }
            }}
        </Router>
    }
}

/// Which address shows which screen. Full paths without a base: the router finds nothing otherwise.
#[component]
fn Screens() -> impl IntoView {
    view! {
        <Routes fallback=NotFound>
            <Route path=path!("/field") view=Today />
            <Route path=path!("/field/new") view=NewReport />
            <Route path=path!("/field/report/:case") view=ReportForm />
            <Route path=path!("/field/filed/:case") view=Filed />
            <Route path=path!("/field/outbox") view=Outbox />
            <Route path=path!("/field/case/:case") view=CasePage />
            <Route path=path!("/field/case/:case/:act") view=Acting />
            <Route path=path!("/field/patrol/:patrol") view=PatrolPage />
            <Route path=path!("/field/replies") view=Replies />
            <Route path=path!("/field/settings") view=Settings />
            <Route path=path!("/field/sign-in") view=|| view! { <SignIn again=true /> } />
        </Routes>
    }
}

/// Mounts the field door into its static shell. Called once by the browser's entry.
pub fn mount() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(App);
}
