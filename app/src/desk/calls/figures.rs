//! Figures of a period.

use crate::backend::{FiguresPage, FiguresQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Figures of a period, of the cases in one's areas.
///
/// # Errors
/// If the session is over or the days are no period.
#[server(name = FiguresOf, prefix = "/desk/calls", endpoint = "figures", input = Json, output = Json)]
pub(crate) async fn figures(query: FiguresQuery) -> Result<FiguresPage, Problem> {
    super::told(super::backend()?.figures(query).await)
}
