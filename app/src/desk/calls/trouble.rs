//! What goes wrong between page and server, as a [`Problem`] like any other. Screens find the words by the code.

use crate::backend::Problem;
use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// The server could not be reached; whether the request arrived is not known.
pub(crate) const NETWORK: &str = "network";
/// Page and server did not understand each other, as after an update.
pub(crate) const MALFORMED: &str = "malformed";

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(value: ServerFnErrorErr) -> Self {
        let (status, code) = match &value {
            ServerFnErrorErr::Request(_) => (0, NETWORK),
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => (400, MALFORMED),
            _ => (500, MALFORMED),
        };
        bare(status, code)
    }
}

/// The server could not be reached, where a page asks it without a call of its own.
#[cfg(feature = "browser")]
pub(crate) fn unreachable() -> Problem {
    bare(0, NETWORK)
}

/// It answered something else than was asked for.
#[cfg(feature = "browser")]
pub(crate) fn misunderstood(status: u16) -> Problem {
    bare(if status < 400 { 500 } else { status }, MALFORMED)
}

/// A page was rendered without a session in its context.
#[cfg(feature = "ssr")]
pub(super) fn no_backend() -> Problem {
    bare(401, "signed_out")
}

fn bare(status: u16, code: &str) -> Problem {
    Problem {
        status,
        code: code.to_owned(),
        title: String::new(),
        detail: String::new(),
        field: None,
        unmet: Vec::new(),
        request_id: String::new(),
    }
}
