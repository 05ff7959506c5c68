//! Sending what is due. Each channel goes at its own pace, so that one that hangs holds up no other; rows are claimed for
//! a while, so that two servers never send the same; a try that fails comes again later, and is given up at last.

use super::{
    plan::plan,
    post::{Parcel, Post},
};
use crate::{
    core::{Core, County},
    error::Error,
    storage::{
        self,
        deliveries::{Channel, DeliveryRow, DeliveryState, Tried},
    },
};
use futures::{StreamExt, stream};
use huiyin_app::locales::rules::notice_path;
use huiyin_domain::{moment::Moment, notice::sent_from, rulebook::Rulebook};
use std::{future::Future, sync::Arc, time::Duration};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};
use uuid::Uuid;

/// How often each channel looks.
const EVERY: Duration = Duration::from_secs(5);
/// How many are claimed at a time.
const CLAIM: u64 = 24;
/// How many of one channel are on their way at once.
const AT_ONCE: usize = 8;
/// Beside the tries themselves: time to write down what became of them.
const LEASE_SPARE: Duration = Duration::from_secs(60);
/// The first wait after a failure; each further one is four times as long.
const FIRST_WAIT_S: i64 = 30;
/// The longest wait.
const LONGEST_WAIT_S: i64 = 3600;

/// Plans and sends until told to stop. A failure is logged; the next look finds what this one left.
pub async fn run(core: Arc<Core>, post: Arc<Post>, stopping: watch::Receiver<bool>) {
    let mut channels = JoinSet::new();
    for channel in Channel::ALL {
        let (core, post, until) = (Arc::clone(&core), Arc::clone(&post), stopping.clone());
        channels.spawn(async move { every(until, "send", || deliver(&core, &post, channel)).await });
    }
    every(stopping, "plan", || plan(&core, &post)).await;
    channels.join_all().await;
}

async fn every<F>(mut stopping: watch::Receiver<bool>, what: &'static str, work: impl Fn() -> F)
where
    F: Future<Output = Result<usize, Error>>,
{
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        // A try that is on its way when the program stops is tried again when its lease ends.
        tokio::select! {
            done = work() => if let Err(error) = done {
                tracing::warn!(%error, what, "notices are left for the next look");
            },
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}

/// Sends what is due on one channel; answers how many tries that took.
///
/// # Errors
/// If the database fails.
pub async fn deliver(core: &Core, post: &Post, channel: Channel) -> Result<usize, Error> {
    let mut tried = 0;
    loop {
        let lease = core.ids.uuid();
        let rounds = u32::try_from(CLAIM).unwrap_or(u32::MAX).div_ceil(u32::try_from(AT_ONCE).unwrap_or(1));
        let lasts = post.timeout().saturating_mul(rounds).saturating_add(LEASE_SPARE);
        let now = core.now();
        let until = now + time::Duration::try_from(lasts).unwrap_or(time::Duration::HOUR);
        let db = core.db.begin().await?;
        let claimed = storage::deliveries::claim(&db, channel, lease, now, until, CLAIM).await?;
        db.commit().await?;
        if claimed.is_empty() {
            return Ok(tried);
        }
        tried += claimed.len();
        let county = core.county().await?;
        let county = &county;
        let tries = stream::iter(claimed).map(|row| async move { one(core, post, county, lease, &row).await });
        let done: Vec<Result<(), Error>> = tries.buffer_unordered(AT_ONCE).collect().await;
        done.into_iter().collect::<Result<(), Error>>()?;
    }
}

/// One try, and what became of it.
async fn one(core: &Core, post: &Post, county: &County, lease: Uuid, row: &DeliveryRow) -> Result<(), Error> {
    let tried = attempt(core, post, county, row).await?;
    if tried.state == DeliveryState::Failed {
        let (channel, code) = (storage::name_of(&row.key.channel)?, tried.error.as_deref().unwrap_or_default());
        tracing::warn!(seq = row.key.seq, channel, code, tries = row.tries + 1, "a notice was given up");
    }
    let db = core.db.begin().await?;
    storage::deliveries::tried(&db, &row.key, lease, &tried).await?;
    Ok(db.commit().await?)
}

async fn attempt(core: &Core, post: &Post, county: &County, row: &DeliveryRow) -> Result<Tried, Error> {
    let key = &row.key;
    let db = core.db.read();
    let skipped = |error: &str| Tried {
        state: DeliveryState::Skipped,
        address_hash: None,
        error: Some(error.to_owned()),
        next_try_at: row.next_try_at,
        at: core.now(),
    };
    let contact = match key.person {
        Some(person) => {
            if county.people.get(person).is_none() {
                return Ok(skipped("no_address"));
            }
            if storage::notices::is_read(db, person, key.seq, key.kind).await? {
                return Ok(Tried { error: None, ..skipped("") });
            }
            storage::contacts::get(db, person).await?
        }
        None => None,
    };
    let Some(address) = post.address(key.channel, contact.as_ref()) else { return Ok(skipped("no_address")) };
    let kind = storage::name_of(&key.kind)?;
    let id = key.person.map_or_else(|| format!("{}.{kind}", key.seq), |person| format!("{}.{kind}.{person}", key.seq));
    let link = format!("{}{}", core.settings.public_url(), notice_path(&row.about));
    let parcel = Parcel { about: &row.about, id: &id, link: &link, now: core.now() };
    let error = post.send(key.channel, address, contact.as_ref(), &parcel).await.err();
    let now = core.now();
    let again = error.is_some() && row.tries + 1 < post.tries();
    let state = match (&error, again) {
        (None, _) => DeliveryState::Sent,
        (Some(_), true) => DeliveryState::Waiting,
        (Some(_), false) => DeliveryState::Failed,
    };
    let address_hash = Some(core.keys.mac("notice-address", &[address.as_bytes()]).to_vec());
    Ok(Tried {
        state,
        address_hash,
        error: error.map(|code| code.into_owned()),
        next_try_at: next_try(row, &county.rulebook, now),
        at: now,
    })
}

/// Telephones and mailboxes are left alone outside working hours, also by a second try.
fn next_try(row: &DeliveryRow, book: &Rulebook, now: Moment) -> Moment {
    let wait = FIRST_WAIT_S.saturating_mul(4_i64.saturating_pow(row.tries.min(8))).min(LONGEST_WAIT_S);
    let next = now + time::Duration::seconds(wait);
    if row.key.channel == Channel::Webhook { next } else { sent_from(next, book) }
}
