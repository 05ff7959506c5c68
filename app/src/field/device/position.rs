//! The own position. The browser improves it by and by; the best so far counts.

use huiyin_domain::{
    moment::Moment,
    place::{Fix, Point},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Geolocation, Position, PositionError, PositionOptions};

use crate::field::phone::Trouble;

/// With this accuracy the search ends.
pub(in crate::field) const GOOD_ENOUGH_M: f64 = 20.0;

/// A running search. It ends when dropped.
pub(in crate::field) struct Watch {
    geolocation: Geolocation,
    id: i32,
    _told: Closure<dyn FnMut(JsValue)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    /// Starts a search; `tell` hears of every position and of every failure.
    pub(in crate::field) fn start(tell: impl Fn(Result<Fix, Trouble>) + Clone + 'static) -> Result<Self, Trouble> {
        let geolocation = web_sys::window().and_then(|window| window.navigator().geolocation().ok()).ok_or(Trouble::PositionUnavailable)?;
        let told = {
            let tell = tell.clone();
            Closure::<dyn FnMut(JsValue)>::new(move |position: JsValue| match fix(position.unchecked_ref()) {
                Some(fix) => tell(Ok(fix)),
                None => tell(Err(Trouble::PositionUnavailable)),
            })
        };
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |error: JsValue| {
            let error: &PositionError = error.unchecked_ref();
            tell(Err(if error.code() == PositionError::PERMISSION_DENIED {
                Trouble::PositionForbidden
            } else {
                Trouble::PositionUnavailable
            }));
        });
        let options = PositionOptions::new();
        options.set_enable_high_accuracy(true);
        options.set_maximum_age(5_000);
        let id = geolocation
            .watch_position_with_error_callback_and_options(told.as_ref().unchecked_ref(), Some(failed.as_ref().unchecked_ref()), &options)
            .map_err(|_| Trouble::PositionUnavailable)?;
        Ok(Watch { geolocation, id, _told: told, _failed: failed })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.geolocation.clear_watch(self.id);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds of a browser's clock fit")]
fn fix(position: &Position) -> Option<Fix> {
    let coords = position.coords();
    let point = Point { lat_deg: round(coords.latitude(), 1e6), lon_deg: round(coords.longitude(), 1e6) };
    let at = Moment::from_unix_ms(position.timestamp() as i64)?;
    point.is_possible().then_some(Fix { point, accuracy_m: round(coords.accuracy(), 10.0), at })
}

/// A tenth of a metre is more than any phone knows; more digits only cost bytes.
fn round(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}
