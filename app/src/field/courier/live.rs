//! The county's pokes: while somebody looks, one line of server-sent events tells the leading tab that there is news, so
//! that a task or a reply is here at once. Nothing rests on it: without it the queue asks by itself.

use huiyin_domain::sync::queue::Input;
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::EventSource;

use crate::field::{device, phone::Engine};

const LIVE: &str = "/api/v1/sync/live";

/// An open line, with what hears it.
pub(super) struct Line {
    source: EventSource,
    /// Whose news: see [`Engine::shift`].
    shift: u32,
    _heard: [Closure<dyn FnMut()>; 2],
}

impl Drop for Line {
    fn drop(&mut self) {
        self.source.close();
    }
}

impl Engine {
    /// Opens the line, unless it is open. Called when news came, for then the network is there and the sign-in is good: a
    /// browser tries a broken line again every few seconds, which a phone in the hills pays with its battery.
    pub(super) fn listen(self: &Rc<Self>) {
        let shift = self.shift.get();
        let open = self.courier.line.borrow().as_ref().is_some_and(|line| line.shift == shift);
        if open || device::is_hidden() {
            return;
        }
        let Ok(source) = EventSource::new(LIVE) else { return };
        let engine = self.clone();
        let poked = Closure::<dyn FnMut()>::new(move || engine.feed(Input::Nudge));
        let engine = self.clone();
        let broken = Closure::<dyn FnMut()>::new(move || {
            // Not from within its own call: the line owns what is running here.
            let engine = engine.clone();
            leptos::task::spawn_local(async move { engine.hang_up() });
        });
        // What happened between the news and the opening is asked for too. Listening to what is there cannot fail.
        for event in ["open", "poke"] {
            drop(source.add_event_listener_with_callback(event, poked.as_ref().unchecked_ref()));
        }
        source.set_onerror(Some(broken.as_ref().unchecked_ref()));
        self.courier.line.replace(Some(Line { source, shift, _heard: [poked, broken] }));
    }

    /// Ends the line: nobody looks, nobody is signed in, or it broke.
    pub(in crate::field) fn hang_up(&self) {
        drop(self.courier.line.take());
    }
}
