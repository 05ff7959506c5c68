//! People who could be chosen.

use crate::backend::{Candidate, Problem};
use huiyin_domain::{case::VerbName, ids::CaseId};
use leptos::{prelude::*, server_fn::codec::Json};

/// People who could handle or recheck this case, by unit.
///
/// # Errors
/// If the session is over, or there is no such case for this person.
#[server(name = Candidates, prefix = "/desk/calls", endpoint = "candidates", input = Json, output = Json)]
pub(crate) async fn candidates(case: CaseId, verb: VerbName) -> Result<Vec<Candidate>, Problem> {
    super::told(super::backend()?.candidates(case, verb).await)
}
