//! A section of the rulebook.

use crate::backend::{Problem, SectionPage};
use huiyin_domain::rulebook::file::Section;
use leptos::{prelude::*, server_fn::codec::Json};

/// One section: of the draft if one is open, else of what is in force.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = OneSection, prefix = "/desk/calls", endpoint = "rulebook-section", input = Json, output = Json)]
pub(crate) async fn rulebook_section(section: Section) -> Result<SectionPage, Problem> {
    super::told(super::backend()?.rulebook_section(section).await)
}
