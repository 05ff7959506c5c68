//! The demonstration: a county with people, places and eighteen months of matters, made from a fixed seed by real commands
//! through the same rules as everybody's, each dated relative to the day it is made for.

mod cast;
mod deeds;
mod dice;
mod endings;
mod fates;
mod life;
mod office_hours;
mod patrols;
mod people;
mod perform;
mod pictures;
mod plan;
mod plots;
mod script;

use crate::{
    auth::hash_password,
    core::{Core, FixedClock},
    error::Error,
    media,
    storage::{self, devices::DeviceKind},
    vault,
};
use cast::Cast;
use dice::Dice;
use huiyin_app::backend::Identity;
use huiyin_domain::{
    case::Reporter,
    ids::{DeviceId, PersonId},
    moment::Moment,
    people::{PersonCard, Role},
    rulebook::{
        Rulebook,
        seed::{self, SeedError},
    },
    site::Site,
};
use patrols::Arranging;
use perform::{PlayError, Stage};
use pictures::Album;
use plan::{Plan, uuid_at};
use std::collections::HashMap;
use time::Duration;

/// The county's map.
const MAP: &str = include_str!("../../seed/county.geojson");
/// The working-day calendar.
const CALENDAR: &str = include_str!("../../seed/calendar.csv");
/// Always the same county.
const SEED: u64 = 0x4855_4959_494E_3236;
/// The county is set up so long before its present.
const SET_UP_DAYS: i64 = 620;

/// Cases of the whole demonstration.
pub const CASES: u32 = fates::WHOLE;

/// What is older than this has been read by everybody, days.
const NEWS_DAYS: i64 = 2;

/// Sign-in names of the demonstration, one a role.
pub const ROLE_NAMES: [&str; 10] =
    ["patroller", "patroller2", "handler", "coordinator", "dispatcher", "liaison", "reviewer", "leader", "admin", "auditor"];

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There is a county already.
    #[error("this data folder already holds a county; a demonstration is only made in an empty one")]
    NotEmpty,
    /// The map or the calendar are not what they should be.
    #[error("the seed data cannot be read: {0}")]
    Seed(#[from] SeedError),
    /// A picture could not be drawn.
    #[error("a picture could not be drawn: {0}")]
    Picture(#[from] image::ImageError),
    /// The server failed.
    #[error("{0}")]
    Server(#[from] Error),
    /// A step was not applied.
    #[error("{0}")]
    Play(#[from] PlayError),
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// People.
    pub people: usize,
    /// Cases.
    pub cases: usize,
    /// Commands.
    pub commands: usize,
    /// Pictures.
    pub pictures: usize,
}

/// Makes the demonstration county in an empty data folder, with about so many cases: one of every fate at least. `clock` is
/// the clock of `core`.
///
/// # Errors
/// If there is a county already, or something fails; then the folder is not fit for use.
pub async fn make(core: &Core, clock: &FixedClock, password: &str, as_of: Moment, cases: u32) -> Result<Made, DemoError> {
    if storage::county::row(core.db.read()).await?.is_some() {
        return Err(DemoError::NotEmpty);
    }
    let rulebook = seed::rulebook(MAP, CALENDAR)?;
    let sites = seed::sites(MAP, &rulebook)?;
    let mut dice = Dice::new(SEED);
    let set_up = as_of - Duration::days(SET_UP_DAYS);
    clock.set(set_up);
    let (cast, devices) = settle(core, &rulebook, &sites, password, set_up, &mut dice).await?;
    let album = tokio::task::spawn_blocking(Album::draw).await.map_err(Error::internal)??;
    let Some(first) = cast.county(Role::Dispatcher).and_then(|person| devices.get(&person)) else {
        return Err(Error::internal("nobody dispatches").into());
    };
    let mut pictures = 0;
    for picture in album.all() {
        media::keep_whole(core, *first, picture.bytes.clone()).await?;
        pictures += 1;
    }
    let plan = Plan { rulebook: &rulebook, sites: &sites, cast: &cast, album: &album, as_of };
    let scripts = plan.scripts(cases, &mut dice);
    let cases = scripts.len();
    let stage = Stage { core, clock, rulebook: &rulebook, devices: &devices };
    let commands = stage.perform(scripts, &mut dice).await?;
    clock.set(as_of);
    callers(core).await?;
    let db = core.db.begin().await.map_err(Error::from)?;
    storage::notices::settle(&db, as_of - Duration::days(NEWS_DAYS)).await?;
    db.commit().await.map_err(Error::from)?;
    let arranging = Arranging { core, cast: &cast, devices: &devices, sites: &sites, rulebook: rulebook.version, now: as_of };
    let commands = commands + arranging.arrange(&mut dice).await?;
    Ok(Made { people: cast.people().len(), cases, commands, pictures })
}

/// Puts into the vault who rang: invented people with numbers that nobody has.
async fn callers(core: &Core) -> Result<(), Error> {
    let cases = storage::cases::batch(core.db.read(), None, u64::MAX >> 1).await?;
    let named =
        cases.iter().flat_map(|case| &case.reports).filter(|filed| filed.reporter == Reporter::Named && filed.merged_from.is_none());
    let db = core.db.begin().await?;
    for (n, filed) in named.enumerate() {
        let identity =
            Identity { name: Some(format!("来电群众{:02}", n + 1)), phone: Some(format!("199 0000 {:04}", n + 101)), contact: None };
        vault::keep(core, &db, filed.id, &identity).await?;
    }
    Ok(db.commit().await?)
}

/// Sets up the county, its places and its people. Everybody has the same password, hashed once.
async fn settle(
    core: &Core,
    rulebook: &Rulebook,
    sites: &[Site],
    password: &str,
    at: Moment,
    dice: &mut Dice,
) -> Result<(Cast, HashMap<PersonId, DeviceId>), DemoError> {
    let hash = hash_password(password).await?;
    let db = core.db.begin().await.map_err(Error::from)?;
    storage::county::found(&db, rulebook, true, at).await?;
    storage::county::put_sites(&db, sites).await?;
    let (mut people, mut devices) = (Vec::new(), HashMap::new());
    for member in people::everybody(rulebook) {
        let id = PersonId(uuid_at(at, dice));
        let card = PersonCard {
            id,
            name: member.name.clone(),
            grants: member.grants.clone(),
            unit: member.unit.clone(),
            certificate: member.certificate.clone(),
        };
        storage::people::add(&db, &card, &member.sign_in, &hash, at).await?;
        let (device, on_foot) = (DeviceId(uuid_at(at, dice)), card.has(Role::Patroller));
        let (kind, label) = if on_foot { (DeviceKind::Phone, "phone") } else { (DeviceKind::Desk, "desk") };
        storage::devices::add(&db, device, Some(id), kind, label, at).await?;
        devices.insert(id, device);
        people.push((id, member));
    }
    db.commit().await.map_err(Error::from)?;
    Ok((Cast::new(people), devices))
}
