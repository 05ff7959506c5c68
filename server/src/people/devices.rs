//! A person's devices and what is signed in on them.

use crate::{core::Core, error::Error, storage};
use huiyin_app::backend::{DeviceView, SessionView};
use huiyin_domain::{hash::Hash, ids::PersonId};

/// Digits of a session's name: enough to tell one person's sessions apart.
const DIGITS: usize = 16;

/// What a session is called: made from what it is looked up by, and no way back to it.
pub(super) fn session_name(token_hash: &[u8]) -> String {
    Hash::of(token_hash).to_string().chars().take(DIGITS).collect()
}

/// Devices with their sessions, the newest first.
pub(super) async fn devices(core: &Core, person: PersonId) -> Result<Vec<DeviceView>, Error> {
    let sessions = storage::sessions::of_person(core.db.read(), person, core.now()).await?;
    let known = storage::devices::of_person(core.db.read(), person).await?;
    Ok(known
        .into_iter()
        .map(|device| DeviceView {
            sessions: sessions
                .iter()
                .filter(|(_, session)| session.device == device.id)
                .map(|(hash, session)| SessionView { id: session_name(hash), began_at: session.created_at, ends_at: session.expires_at })
                .collect(),
            id: device.id,
            phone: device.phone,
            label: device.label,
            created_at: device.created_at,
            seen_at: device.seen_at,
            revoked: device.revoked,
        })
        .collect())
}
