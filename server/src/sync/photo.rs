//! Who may look at a photo: whoever may see a case with it, and whoever sends it.

use crate::{auth::Session, core::Core, error::Error, storage};
use huiyin_domain::{case::may_see, photo::PhotoHash};

/// Whether this session may look at this photo.
///
/// # Errors
/// If the database fails.
pub async fn may_see_photo(core: &Core, session: &Session, photo: &PhotoHash) -> Result<bool, Error> {
    if storage::photos::is_declared_by(core.db.read(), photo, session.device).await? {
        return Ok(true);
    }
    let county = &session.county;
    let cases = storage::photos::cases_of(core.db.read(), photo).await?;
    let cases = storage::cases::load(core.db.read(), &cases).await?;
    Ok(cases.values().any(|case| may_see(case, &session.person, &county.rulebook)))
}
