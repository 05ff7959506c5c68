//! The search for the own position: the best so far, until it is good enough or somebody stops it.

use huiyin_domain::{moment::Moment, place::Fix};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{Locating, Trouble, engine::Engine};
use crate::field::device::{self, GOOD_ENOUGH_M, Watch};

/// A fix older than this says where the phone was, not where it is.
const FRESH_S: i64 = 60;
/// How long a photo waits for a position; evidence drives away.
const SHUTTER_WAIT_MS: u32 = 6_000;

/// A running search.
#[derive(Default)]
pub(in crate::field) struct Search {
    watch: RefCell<Option<Watch>>,
    waiting: RefCell<Vec<Function>>,
}

impl Engine {
    pub(super) fn start_locating(self: &Rc<Self>) {
        if self.search.watch.borrow().is_some() {
            return;
        }
        self.phone.locating.set(Locating::Searching);
        let engine = self.clone();
        match Watch::start(move |told| engine.told_of_position(told)) {
            Ok(watch) => drop(self.search.watch.replace(Some(watch))),
            Err(trouble) => self.phone.locating.set(Locating::Failed(trouble)),
        }
    }

    pub(super) fn stop_locating(&self) {
        drop(self.search.watch.take());
        match self.phone.locating.get_untracked() {
            Locating::Improving(fix) => self.phone.locating.set(Locating::Found(fix)),
            Locating::Searching => self.phone.locating.set(Locating::Failed(Trouble::PositionUnavailable)),
            Locating::Off | Locating::Found(_) | Locating::Failed(_) => {}
        }
        self.wake_waiting();
    }

    fn told_of_position(self: &Rc<Self>, told: Result<Fix, Trouble>) {
        let known = self.phone.locating.get_untracked().fix();
        match told {
            Ok(fix) => {
                let better =
                    known.is_none_or(|known| fix.accuracy_m <= known.accuracy_m || fix.at - known.at > time::Duration::seconds(FRESH_S));
                let best = if better { fix } else { known.unwrap_or(fix) };
                self.phone.locating.set(Locating::Improving(best));
                if best.accuracy_m <= GOOD_ENOUGH_M {
                    // The browser is calling into the search: it may only end afterwards.
                    let engine = self.clone();
                    leptos::task::spawn_local(async move { engine.stop_locating() });
                }
            }
            Err(trouble) if known.is_none() => self.phone.locating.set(Locating::Failed(trouble)),
            Err(_) => {}
        }
        self.wake_waiting();
    }

    fn wake_waiting(&self) {
        for wake in std::mem::take(&mut *self.search.waiting.borrow_mut()) {
            // Calling a promise's own function cannot fail.
            drop(wake.call0(&JsValue::NULL));
        }
    }

    /// Waits for the next word of the search, or so long at most.
    async fn next_word(&self, most_ms: Option<u32>) {
        let timer = RefCell::new(None);
        let told = Promise::new(&mut |resolve, _| {
            if let Some(most_ms) = most_ms {
                let late = resolve.clone();
                timer.replace(Some(gloo_timers::callback::Timeout::new(most_ms, move || drop(late.call0(&JsValue::NULL)))));
            }
            self.search.waiting.borrow_mut().push(resolve);
        });
        // This promise is never rejected.
        drop(JsFuture::from(told).await);
        drop(timer.take());
    }

    pub(super) async fn locate(self: &Rc<Self>) -> Result<Fix, Trouble> {
        self.start_locating();
        loop {
            match self.phone.locating.get_untracked() {
                Locating::Found(fix) => return Ok(fix),
                Locating::Failed(trouble) => {
                    drop(self.search.watch.take());
                    return Err(trouble);
                }
                Locating::Off => return Err(Trouble::PositionUnavailable),
                Locating::Searching | Locating::Improving(_) => self.next_word(None).await,
            }
        }
    }

    /// Where the phone is now, if it can say so before the evidence drives away. A picture taken at another time has
    /// no position of ours.
    pub(super) async fn fix_at_shutter(self: &Rc<Self>, taken_at: Moment) -> Option<Fix> {
        let now = device::now().wall;
        if now - taken_at > time::Duration::minutes(10) {
            return None;
        }
        let fresh = |fix: Fix| (now - fix.at <= time::Duration::seconds(FRESH_S)).then_some(fix);
        if let Some(fix) = self.phone.locating.get_untracked().fix().and_then(fresh) {
            return Some(fix);
        }
        let was_running = self.search.watch.borrow().is_some();
        self.start_locating();
        if self.phone.locating.get_untracked() == Locating::Searching {
            self.next_word(Some(SHUTTER_WAIT_MS)).await;
        }
        let fix = self.phone.locating.get_untracked().fix();
        if !was_running {
            self.stop_locating();
        }
        fix
    }
}
