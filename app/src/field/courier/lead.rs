//! One tab leads, by a lock of the browser that ends with the tab. Tabs tell each other what they did.

use huiyin_domain::sync::queue::Input;
use js_sys::{Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::field::{device, phone::Engine};

const NAME: &str = "huiyin-courier";

impl Engine {
    /// Listens to the browser and asks for the lead.
    pub(in crate::field) fn begin_carrying(self: &Rc<Self>) {
        self.listen_to_other_tabs();
        self.listen_to_the_browser();
        let engine = self.clone();
        let lead = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |_| {
            let engine = engine.clone();
            leptos::task::spawn_local(async move { engine.take_the_lead().await });
            // Never settled: the lead ends with the tab.
            Promise::new(&mut |_, _| {})
        });
        if request_lock(lead.as_ref().unchecked_ref()).is_err() {
            // A browser without locks: this tab sends; the server takes nothing twice in any case.
            let engine = self.clone();
            leptos::task::spawn_local(async move { engine.take_the_lead().await });
        }
        // Lives as long as the page.
        lead.forget();
    }

    async fn take_the_lead(self: Rc<Self>) {
        // What another tab did before it went is only in the store.
        if let Err(trouble) = self.restore(false).await {
            self.memory_failed(trouble);
        }
        self.courier.leads.set(true);
        self.say_goodbye().await;
        self.feed(Input::Nudge);
        self.send_along();
    }

    fn listen_to_other_tabs(self: &Rc<Self>) {
        let Ok(channel) = BroadcastChannel::new(NAME) else { return };
        let engine = self.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let (engine, word) = (engine.clone(), event.data().as_string().unwrap_or_default());
            leptos::task::spawn_local(async move {
                let done = match word.as_str() {
                    "saved" => engine.learn_saved().await,
                    "changed" if !engine.courier.leads.get() => engine.look_again().await,
                    "person" => {
                        let done = engine.restore(false).await;
                        engine.feed(Input::Nudge);
                        engine.send_along();
                        done
                    }
                    "nudge" => {
                        engine.feed(Input::Nudge);
                        engine.send_along();
                        Ok(())
                    }
                    other => {
                        if engine.courier.leads.get()
                            && let Some(Ok(command)) = other.strip_prefix("again ").map(str::parse)
                        {
                            engine.try_again(command);
                        }
                        Ok(())
                    }
                };
                if let Err(trouble) = done {
                    engine.memory_failed(trouble);
                }
            });
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        self.courier.channel.replace(Some(channel));
    }

    /// Says something to the other tabs of this browser.
    pub(in crate::field) fn tell_other_tabs(&self, word: &str) {
        if let Some(channel) = &*self.courier.channel.borrow() {
            // Nobody to hear it is no failure.
            drop(channel.post_message(&word.into()));
        }
    }

    /// The network seems back, or somebody looks: reasons to try now.
    fn listen_to_the_browser(self: &Rc<Self>) {
        let Some(window) = web_sys::window() else { return };
        let engine = self.clone();
        let nudge = Closure::<dyn FnMut()>::new(move || {
            if device::is_hidden() {
                engine.hang_up();
            } else {
                engine.nudge();
                let engine = engine.clone();
                leptos::task::spawn_local(async move { engine.look_at_room().await });
            }
        });
        let listener: &Function = nudge.as_ref().unchecked_ref();
        // Listening to a window or document that is there cannot fail.
        drop(window.add_event_listener_with_callback("online", listener));
        drop(window.add_event_listener_with_callback("pageshow", listener));
        if let Some(document) = window.document() {
            drop(document.add_event_listener_with_callback("visibilitychange", listener));
        }
        nudge.forget();
        self.listen_to_hints();
    }

    /// The browser's own word that a network is back, handed on by the service worker. It counts for a page in the
    /// background too.
    fn listen_to_hints(self: &Rc<Self>) {
        let Some(workers) = device::workers() else { return };
        let engine = self.clone();
        let hinted = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data().as_string().as_deref() == Some(device::OUTBOX) {
                engine.nudge();
            }
        });
        // Listening to what is there cannot fail.
        drop(workers.add_event_listener_with_callback("message", hinted.as_ref().unchecked_ref()));
        hinted.forget();
    }

    /// Tries now, in whichever tab leads.
    pub(in crate::field) fn nudge(self: &Rc<Self>) {
        if self.courier.leads.get() {
            self.feed(Input::Nudge);
            self.send_along();
            let engine = self.clone();
            leptos::task::spawn_local(async move { engine.say_goodbye().await });
        } else {
            self.tell_other_tabs("nudge");
        }
    }
}

/// `navigator.locks.request(name, callback)`, where there are locks.
fn request_lock(callback: &Function) -> Result<(), JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    request.call2(&locks, &NAME.into(), callback).map(drop)
}
