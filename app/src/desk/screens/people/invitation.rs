//! An invitation, shown once: the link to copy and the same as a code to scan.

use super::form::focus;
use crate::{
    backend::Invitation,
    components::{Banner, Field, Tone},
    desk::use_words,
    locales::{dates, use_language},
};
use leptos::prelude::*;

/// The link, the code, and until when they work.
#[component]
pub(super) fn InvitationCard(
    /// As it came.
    invitation: Invitation,
) -> impl IntoView {
    let words = &use_words().people;
    let until = dates::moment(invitation.expires_at, use_language());
    let link = invitation.link.clone();
    Effect::new(|_| focus("invitation"));
    view! {
        <section class="card" aria-labelledby="invitation">
            <header>
                <h2 id="invitation" tabindex="-1">
                    {words.invitation}
                </h2>
            </header>
            <div class="pad stack">
                <Banner tone=Tone::Soon title=format!("{} {until}", words.invitation_once) />
                <Field id="invitation-link" label=words.link>
                    <input class="input code" id="invitation-link" type="text" readonly=true value=link />
                </Field>
                <Qr invitation=invitation />
            </div>
        </section>
    }
}

/// The link as a code for a phone's camera.
#[component]
pub fn Qr(
    /// As it came.
    invitation: Invitation,
) -> impl IntoView {
    let words = &use_words().people;
    // Four empty squares around it: scanners look for them. Dark on white in every theme.
    let frame = format!("-4 -4 {0} {0}", invitation.qr_side + 8);
    view! {
        <svg
            viewBox=frame
            role="img"
            aria-label=words.qr
            shape-rendering="crispEdges"
            style="inline-size:min(100%,16rem);background:#fff;border-radius:var(--r-2)"
        >
            <path d=invitation.qr_path fill="#000"></path>
        </svg>
    }
}
