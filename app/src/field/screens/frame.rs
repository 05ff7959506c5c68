//! The frame around every screen: bar above, one column, tabs or a dock below.

use super::{pill::SyncPill, tabs::Tabs, trouble, words};
use crate::{components::Icon, field::phone::Phone};
use leptos::{html, prelude::*};

/// Whether a screen has been shown since the page was opened: the first one does not take the focus.
#[derive(Clone, Copy)]
pub(crate) struct Arrival(StoredValue<bool>);

impl Arrival {
    /// Called once, by the door.
    pub(crate) fn provide() {
        provide_context(Arrival(StoredValue::new(false)));
    }

    fn is_first(self) -> bool {
        let first = !self.0.get_value();
        self.0.set_value(true);
        first
    }
}

/// Where the arrow in the bar leads.
#[derive(Clone)]
pub(crate) struct Back {
    /// Address.
    pub(crate) to: String,
    /// What it is called.
    pub(crate) label: &'static str,
}

impl Back {
    /// To the first screen.
    pub(crate) fn today() -> Back {
        Back { to: "/field".to_owned(), label: words().shell.back_today }
    }
}

/// The frame. Its parts are direct children of `<body>`, as the styles expect.
#[component]
pub(crate) fn Frame(
    /// What the screen is called; also the page's title.
    #[prop(into)]
    title: Signal<String>,
    /// One line of context under it.
    #[prop(into, optional)]
    context: Option<Signal<String>>,
    /// The arrow.
    #[prop(optional_no_strip, into)]
    back: Option<Back>,
    /// Below: a form's dock. Tabs otherwise.
    #[prop(optional, into)]
    dock: Option<ViewFn>,
    /// Spacing of the column.
    #[prop(default = "stack g-5")]
    class: &'static str,
    /// Neither pill nor tabs: nobody is signed in.
    #[prop(optional)]
    bare: bool,
    children: Children,
) -> impl IntoView {
    let shell = &words().shell;
    let heading = NodeRef::<html::H1>::new();
    let first = use_context::<Arrival>().is_none_or(Arrival::is_first);
    Effect::new(move |_| document().set_title(&format!("{} · {}", title.get(), shell.product)));
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) || first {
            return true;
        }
        heading.get().is_some_and(|heading| heading.focus().is_ok())
    });
    let main = move || document().get_element_by_id("main");
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = main() {
            let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(main).focus();
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            {shell.skip}
        </a>
        <header class="bar">
            {back
                .map(|back| {
                    view! {
                        <a class="btn" data-kind="quiet" data-icon="" href=back.to aria-label=back.label>
                            <Icon name="left" />
                        </a>
                    }
                })}
            <h1 tabindex="-1" node_ref=heading>
                {move || title.get()}
                {context.map(|context| view! { " " <small>{move || context.get()}</small> })}
            </h1>
            {(!bare).then(|| view! { <SyncPill /> })}
        </header>
        <main id="main" tabindex="-1" class=class>
            {(!bare).then(|| view! { <Told /> })}
            {children()}
        </main>
        {match dock {
            Some(dock) => dock.run(),
            None if bare => ().into_any(),
            None => view! { <Tabs /> }.into_any(),
        }}
    }
}

/// What went wrong behind the screens, until somebody puts it away.
#[component]
fn Told() -> impl IntoView {
    let told = Phone::here().trouble();
    move || {
        told.read().as_ref().map(|trouble| {
            view! {
                <div class="banner" data-tone="late" role="alert">
                    <Icon name="alert" />
                    <span>{trouble::behind(trouble)}</span>
                    <button class="btn" data-kind="quiet" type="button" on:click=move |_| told.set(None)>
                        {words().outbox.understood}
                    </button>
                </div>
            }
        })
    }
}
