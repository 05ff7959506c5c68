//! One account.

use super::{devices::devices, list::standing, looked_after};
use crate::{auth::waits_until, cases::Asking, core::Core, error::Error, storage};
use huiyin_app::backend::{AccountView, OpenCase, Slowed};
use huiyin_domain::{case::units_of, ids::PersonId, moment::Moment, people::is_last_admin};

/// How many open cases are named.
const CASES: u64 = 200;

/// All that an account's page shows.
pub(super) async fn view(core: &Core, asking: &Asking, person: PersonId) -> Result<AccountView, Error> {
    let db = core.db.read();
    let account = looked_after(db, asking, person).await?;
    let now = core.now();
    let waiting = storage::invitations::waiting(db, person).await?.filter(|invitation| invitation.expires_at > now);
    let own = units_of(&asking.person, &asking.county.rulebook);
    let named = storage::cases::open_naming(db, person, &own, CASES).await?;
    Ok(AccountView {
        standing: standing(&account),
        sign_in_name: account.sign_in_name,
        created_at: account.created_at,
        closed_at: account.closed_at,
        invited_until: waiting.filter(|_| account.closed_at.is_none()).map(|invitation| invitation.expires_at),
        slowed: slowed(core, person, now).await?,
        devices: devices(core, person).await?,
        open_cases: named
            .into_iter()
            .map(|case| OpenCase { number: case.number, state: case.state, rechecking: case.rechecking })
            .collect(),
        own: person == asking.person.id,
        last_admin: is_last_admin(person, asking.county.people.iter()),
        person: account.card,
        now,
    })
}

/// Failures that still make somebody wait somewhere.
async fn slowed(core: &Core, person: PersonId, now: Moment) -> Result<Option<Slowed>, Error> {
    let mut slowed: Option<Slowed> = None;
    for attempts in storage::sessions::attempts_about(core.db.read(), person).await? {
        let Some(until) = waits_until(attempts).filter(|until| *until > now) else { continue };
        let one = Slowed { failures: attempts.failures, places: 1, last_at: attempts.last_at, until };
        slowed = Some(slowed.map_or(one, |sum| Slowed {
            failures: sum.failures + one.failures,
            places: sum.places + 1,
            last_at: sum.last_at.max(one.last_at),
            until: sum.until.max(one.until),
        }));
    }
    Ok(slowed)
}
