//! A page whose data did not come: what happened, what is safe, what to do.

use crate::{
    backend::Problem,
    components::{Banner, Tone},
    desk::{calls, query::escaped, use_words},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// What a problem is called and what it means, in the page's language; the server's own words win.
pub(crate) fn said(problem: &Problem) -> (String, String) {
    let words = &use_words().outcome;
    let own = match (problem.status, problem.code.as_str()) {
        (401, _) => (words.signed_out, words.signed_out_text),
        (_, calls::NETWORK) => (words.network, words.network_text),
        (_, calls::MALFORMED) => (words.malformed, words.malformed_text),
        _ => (words.server, words.server_text),
    };
    let or = |told: &String, own: &str| if told.is_empty() { own.to_owned() } else { told.clone() };
    if problem.status == 401 {
        return (own.0.to_owned(), own.1.to_owned());
    }
    (or(&problem.title, own.0), or(&problem.detail, own.1))
}

/// The code of a case that is not there, or not for the reader.
const NO_CASE: &str = "no_such_case";

/// Where to sign in to come back to this page.
pub(crate) fn sign_in_address() -> Signal<String> {
    let location = use_location();
    Signal::derive(move || {
        format!("/desk/sign-in?next={}", escaped(&format!("{}{}", location.pathname.get(), location.query.get().to_query_string())))
    })
}

/// The page instead of its data.
#[component]
pub fn Failed(
    /// What went wrong.
    problem: Problem,
    /// Whether the page has no other heading: its own would have come with the data.
    #[prop(optional)]
    heads: bool,
) -> impl IntoView {
    let words = &use_words().outcome;
    let address = sign_in_address();
    let (title, detail) = match problem.status {
        404 if problem.code == NO_CASE || problem.title.is_empty() => (words.no_case.to_owned(), words.no_case_text.to_owned()),
        401 => (words.signed_out.to_owned(), String::new()),
        status if status == 0 || status >= 500 => (words.read_failed.to_owned(), words.read_failed_text.to_owned()),
        _ => said(&problem),
    };
    let signed_out = problem.status == 401;
    view! {
        <div class="stack">
            {heads.then(|| view! {
                <Title text=title.clone() />
                <h1>{title.clone()}</h1>
            })}
            <Banner tone=Tone::Late title=title>
                {detail}
                {(!problem.request_id.is_empty()).then(|| view! {
                    <br />
                    {words.request}
                    ": "
                    <span class="code">{problem.request_id.clone()}</span>
                })}
            </Banner>
            <p class="row">
                {if signed_out {
                    view! {
                        <a class="btn" data-kind="main" href=move || address.get() rel="external">
                            {words.sign_in_again}
                        </a>
                    }
                    .into_any()
                } else {
                    view! {
                        <a class="btn" href="" rel="external">
                            {words.reload}
                        </a>
                        <a class="btn" data-kind="quiet" href="/desk">
                            {use_words().bar.to_inbox}
                        </a>
                    }
                    .into_any()
                }}
            </p>
        </div>
    }
}
