//! The dock below a form: keep the draft, or file it.

use super::super::{
    sheet::{Keeping, Sheet},
    words,
};
use crate::{components::Icon, field::network::Network, locales::dates};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The dock. Its main button says what will happen.
#[component]
pub(crate) fn Dock(
    /// The form.
    sheet: Sheet,
    /// What the main button says online.
    online: &'static str,
    /// What it says offline; the same if it never says "outbox".
    offline: &'static str,
    /// Icon of the main button.
    icon: &'static str,
    /// Files it.
    file: Callback<()>,
    /// Where "keep the draft" leads.
    #[prop(into)]
    leave_to: String,
) -> impl IntoView {
    let form = &words().form;
    let network = Network::here();
    let navigate = use_navigate();
    let busy = sheet.filing;
    let leave = move |_| navigate(&leave_to, Default::default());
    view! {
        <div class="dock" role="region" aria-label=form.dock>
            {move || (!network.reachable()).then(|| view! { <p class="meta">{if network.there() { form.dock_unreachable } else { form.dock_offline }}</p> })}
            <div class="acts">
                <button class="btn" data-size="l" type="button" on:click=leave>
                    {form.keep_draft}
                </button>
                <button
                    class="btn"
                    data-kind="main"
                    data-size="l"
                    type="button"
                    aria-busy=move || busy.get().then_some("true")
                    on:click=move |_| file.run(())
                >
                    {move || {
                        let name = if busy.get() { "sync" } else if network.reachable() { icon } else { "outbox" };
                        view! { <Icon name=name /> }
                    }}
                    {move || if busy.get() { form.storing } else if network.reachable() { online } else { offline }}
                </button>
            </div>
        </div>
    }
}

/// The line under a form's title: when it was kept, or that it was not.
pub(crate) fn keeping_line(keeping: RwSignal<Keeping>) -> Signal<String> {
    let form = &words().form;
    Signal::derive(move || match keeping.get() {
        Keeping::Untouched => form.saves_itself.to_owned(),
        Keeping::Storing => form.saving.to_owned(),
        Keeping::Kept(None) => form.saves_itself.to_owned(),
        Keeping::Kept(Some(at)) => (form.saved)(&dates::clock(at)),
        Keeping::Lost => form.not_saved.to_owned(),
    })
}
