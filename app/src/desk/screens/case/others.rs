//! Somebody else acts while this page is open: it says so, and changes nothing by itself.

use super::workbench::Workbench;
use crate::{
    components::{Banner, Icon, Tone},
    desk::use_words,
};
use leptos::prelude::*;

/// Listens for changes of the case that is shown.
pub(super) fn follow(bench: Workbench) {
    #[cfg(feature = "browser")]
    {
        let shown = Memo::new(move |_| bench.shown());
        Effect::new(move |_| {
            let Some((number, seq)) = shown.get() else { return };
            bench.behind.set(false);
            // The line lives until the case has been read anew, or the page is left.
            StoredValue::new_local(browser::Line::open(&number, seq, bench.behind));
        });
    }
    #[cfg(not(feature = "browser"))]
    let _ = bench;
}

/// Says that somebody acted, and shows it when asked to.
pub(super) fn others(bench: Workbench) -> impl IntoView {
    let words = &use_words().outcome;
    view! {
        <div role="status">
            {move || bench.behind.get().then(|| view! {
                <Banner tone=Tone::Soon title=words.somebody_acted>
                    {words.somebody_acted_text}
                    <br />
                    <button class="btn" type="button" on:click=move |_| bench.refresh()>
                        <Icon name="sync" size="s" />
                        {words.show_newest}
                    </button>
                </Banner>
            })}
        </div>
    }
}

#[cfg(feature = "browser")]
mod browser {
    use leptos::prelude::{RwSignal, Set};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::EventSource;

    /// A line to the server that is closed when it is dropped. The browser opens it again by itself when it breaks.
    pub(super) struct Line {
        source: EventSource,
        _heard: Closure<dyn FnMut()>,
    }

    impl Line {
        pub(super) fn open(number: &str, seq: u64, behind: RwSignal<bool>) -> Option<Line> {
            let source = EventSource::new(&format!("/api/v1/cases/{number}/live?since={seq}")).ok()?;
            let heard = Closure::<dyn FnMut()>::new(move || {
                let _ = behind.try_set(true);
            });
            source.add_event_listener_with_callback("changed", heard.as_ref().unchecked_ref()).ok()?;
            Some(Line { source, _heard: heard })
        }
    }

    impl Drop for Line {
        fn drop(&mut self) {
            self.source.close();
        }
    }
}
