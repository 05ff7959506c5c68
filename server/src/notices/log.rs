//! The log of what was sent, for administrators: to whom and how it went, never where.

use crate::{
    core::{Core, County},
    error::{Error, Kind},
    storage::{
        self,
        deliveries::{DeliveryRow, Key},
    },
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_app::backend::{Channel, DeliveriesPage, DeliveriesQuery, DeliveryLine, DeliveryState, Redeliver};
use huiyin_domain::{
    moment::Moment,
    people::{PersonCard, Role},
};

/// Lines of one page.
const PAGE: usize = 40;

/// A page.
pub(super) async fn page(core: &Core, county: &County, person: &PersonCard, query: &DeliveriesQuery) -> Result<DeliveriesPage, Error> {
    allowed(person)?;
    let bad = || Error::new(Kind::BadCursor).field("after");
    let after: Option<(Moment, Key)> = query.after.as_deref().map(|text| read(text).ok_or_else(bad)).transpose()?;
    let mut rows = storage::deliveries::page(core.db.read(), after, query.state, PAGE as u64 + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = match rows.last().filter(|_| more) {
        Some(last) => Some(write(&(last.made_at, last.key))?),
        None => None,
    };
    let settings = &core.settings.notices;
    let is_set_up = |channel: &Channel| match channel {
        Channel::Sms => settings.sms_url.is_some(),
        Channel::Mail => settings.smtp_url.is_some(),
        Channel::Webhook => settings.webhook_url.is_some(),
    };
    let rows = rows.into_iter().map(|row| line(county, row)).collect::<Result<_, Error>>()?;
    Ok(DeliveriesPage { rows, next, channels: Channel::ALL.into_iter().filter(is_set_up).collect() })
}

/// Sends something again that was given up or not needed.
pub(super) async fn again(core: &Core, person: &PersonCard, which: &Redeliver) -> Result<(), Error> {
    allowed(person)?;
    let missing = || Error::new(Kind::NoSuchDelivery).field("id");
    let key: Key = read(&which.id).ok_or_else(missing)?;
    let db = core.db.begin().await?;
    if !storage::deliveries::again(&db, &key, core.now()).await? {
        return Err(missing());
    }
    Ok(db.commit().await?)
}

fn allowed(person: &PersonCard) -> Result<(), Error> {
    if person.has(Role::Admin) { Ok(()) } else { Err(Error::new(Kind::NotAllowed)) }
}

fn line(county: &County, row: DeliveryRow) -> Result<DeliveryLine, Error> {
    let waits = row.state == DeliveryState::Waiting;
    Ok(DeliveryLine {
        id: write(&row.key)?,
        person: row.key.person.and_then(|id| county.people.name(id)).map(str::to_owned),
        channel: row.key.channel,
        about: row.about,
        state: row.state,
        tries: row.tries,
        made_at: row.made_at,
        next_try_at: waits.then_some(row.next_try_at),
        done_at: row.done_at,
        error: row.error,
    })
}

fn write<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    Ok(BASE64URL_NOPAD.encode(&serde_json::to_vec(value)?))
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok()
}
