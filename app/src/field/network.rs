//! Whether the phone thinks it has a network: a hint for words and button labels. Only a receipt is the truth.

use super::phone::{Activity, Phone};
use leptos::{ev, prelude::*};

/// The hint, for every screen.
#[derive(Clone, Copy)]
pub(crate) struct Network {
    there: Signal<bool>,
    reachable: Signal<bool>,
}

impl Network {
    /// Listens from now on. Called once, by the door.
    pub(crate) fn listen(phone: Phone) {
        let says = RwSignal::new(window().navigator().on_line());
        let gone = window_event_listener(ev::offline, move |_| says.set(false));
        let back = window_event_listener(ev::online, move |_| says.set(true));
        on_cleanup(move || {
            gone.remove();
            back.remove();
        });
        let reachable = Memo::new(move |_| says.get() && !matches!(phone.status().read().activity, Activity::Waiting { .. }));
        provide_context(Network { there: says.into(), reachable: reachable.into() });
    }

    /// Whether the phone has a network at all.
    pub(crate) fn there(self) -> bool {
        self.there.get()
    }

    /// Whether the county seems to be at its end: the last try did not fail.
    pub(crate) fn reachable(self) -> bool {
        self.reachable.get()
    }

    /// The hint, inside the field door.
    pub(crate) fn here() -> Network {
        expect_context()
    }
}
