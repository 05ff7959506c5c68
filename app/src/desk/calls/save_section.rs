//! A section of the draft.

use crate::backend::{Problem, SectionOutcome, SectionSave};
use leptos::{prelude::*, server_fn::codec::Json};

/// Saves a section of the draft, also with flaws in it.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = SaveSection, prefix = "/desk/calls", endpoint = "save-section", input = Json, output = Json)]
pub(crate) async fn save_section(save: SectionSave) -> Result<SectionOutcome, Problem> {
    super::told(super::backend()?.save_section(save).await)
}
