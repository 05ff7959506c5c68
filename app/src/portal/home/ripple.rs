//! The ripple behind the slogan: the Hui frame going out like an echo.

use leptos::prelude::*;

/// Width of each frame, and how strong it is drawn.
const FRAMES: [(f64, f64, f64); 9] = [
    (80.0, 9.0, 0.26),
    (198.0, 7.9, 0.23),
    (330.0, 6.8, 0.20),
    (474.0, 5.7, 0.18),
    (630.0, 4.6, 0.15),
    (800.0, 3.5, 0.12),
    (982.0, 2.4, 0.09),
    (1178.0, 1.5, 0.06),
    (1386.0, 1.5, 0.05),
];

/// Decoration, gone in sunlight.
pub(super) fn ripple() -> impl IntoView {
    let frames = FRAMES
        .iter()
        .map(|(width, stroke, strength)| {
            let (from, round) = (format!("{:.0}", 500.0 - width / 2.0), format!("{:.0}", width * 0.36));
            let width = format!("{width:.0}");
            view! {
                <rect
                    x=from.clone() y=from width=width.clone() height=width rx=round
                    stroke="currentColor" stroke-width=stroke.to_string() opacity=strength.to_string()
                ></rect>
            }
        })
        .collect_view();
    view! { <svg class="ripple" viewBox="0 0 1000 1000" aria-hidden="true">{frames}</svg> }
}
