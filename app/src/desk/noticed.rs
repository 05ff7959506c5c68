//! How many notices are not read: the number on the bar. It is asked anew when the server pokes, when a page is turned
//! and when something was marked.

use super::{calls, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Asks anew how many are unread, wherever something was marked as read.
#[derive(Clone, Copy)]
pub(super) struct Noticed(RwSignal<u32>);

impl Noticed {
    /// For all of the desk.
    pub(super) fn provide() {
        let again = RwSignal::new(0);
        provide_context(Noticed(again));
        #[cfg(feature = "browser")]
        poked::listen(again);
    }

    /// Something changed.
    pub(super) fn changed(self) {
        self.0.update(|times| *times += 1);
    }

    /// Anew whenever something changed.
    pub(super) fn track(self) -> u32 {
        self.0.get()
    }
}

/// How many the asker has not read; none if the server does not say.
#[derive(Clone, Copy)]
pub(super) struct UnreadCount(Resource<Option<u32>>);

impl UnreadCount {
    /// To be made within the router, before anything waits.
    pub(super) fn new() -> Self {
        let noticed = expect_context::<Noticed>();
        let address = use_location().pathname;
        let key = move || (noticed.track(), address.get());
        UnreadCount(Resource::new_blocking(key, |_| async { calls::unread().await.ok().map(|unread| unread.unread) }))
    }

    /// How many; none are shown while the server does not say. It is waited for beside what else the bar waits for: a
    /// boundary of its own, made after a wait, would be counted in another order here than in the browser.
    pub(super) async fn count(self) -> u32 {
        self.0.await.unwrap_or(0)
    }
}

/// The number beside the entry.
pub(super) fn shown(count: u32) -> impl IntoView {
    view! {
        <span class="n">
            {count} <span class="vh">" " {use_words().notices.unread}</span>
        </span>
    }
}

#[cfg(feature = "browser")]
mod poked {
    //! Pokes of the server, while somebody looks: a browser has few lines to one server, and a page in the background
    //! holds none of them.

    use leptos::prelude::*;
    use std::{cell::RefCell, rc::Rc};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{EventSource, VisibilityState};

    const LIVE: &str = "/api/v1/sync/live";

    /// Listens for as long as the page lives.
    pub(super) fn listen(again: RwSignal<u32>) {
        let poked = Closure::<dyn Fn()>::new(move || again.update(|times| *times += 1)).into_js_value();
        let line: Rc<RefCell<Option<EventSource>>> = Rc::default();
        let look = move || {
            let shown = document().visibility_state() == VisibilityState::Visible;
            let mut line = line.borrow_mut();
            if !shown {
                if let Some(line) = line.take() {
                    line.close();
                }
            } else if line.is_none()
                && let Ok(opened) = EventSource::new(LIVE)
                && opened.add_event_listener_with_callback("poke", poked.unchecked_ref()).is_ok()
            {
                *line = Some(opened);
            }
        };
        look();
        let seen = Closure::<dyn FnMut()>::new(move || {
            look();
            if document().visibility_state() == VisibilityState::Visible {
                // What happened while nobody looked.
                again.update(|times| *times += 1);
            }
        });
        // Without it the number still changes with every page.
        let _ = document().add_event_listener_with_callback("visibilitychange", seen.into_js_value().unchecked_ref());
    }
}
