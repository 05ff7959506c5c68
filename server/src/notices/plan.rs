//! What is to be sent: from notices that are shown now to sendings, by what each person chose. A notice is looked at once.

use super::post::Post;
use crate::{
    core::Core,
    error::Error,
    storage::{
        self,
        contacts::ContactRow,
        deliveries::{Channel, DeliveryRow, DeliveryState, Key},
        notices::NoticeRow,
    },
};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    notice::{Topic, sent_from},
    rulebook::Rulebook,
};
use std::collections::{BTreeSet, HashMap};
use time::Duration;

/// How many notices are looked at in one transaction.
const BATCH: u64 = 200;
/// What lay longer than this, because nothing ran, is old news: it stays in the list and is not sent.
const OLD_NEWS: Duration = Duration::days(3);

/// Plans what is to be sent; answers how many notices it looked at. Safe on several servers at once.
///
/// # Errors
/// If the database fails.
pub async fn plan(core: &Core, post: &Post) -> Result<usize, Error> {
    if storage::county::row(core.db.read()).await?.is_none() {
        return Ok(0);
    }
    let book = core.county().await?.rulebook.clone();
    let mut looked = 0;
    loop {
        let now = core.now();
        let db = core.db.begin().await?;
        let notices = storage::notices::unplanned(&db, now, BATCH).await?;
        if notices.is_empty() {
            db.rollback().await?;
            return Ok(looked);
        }
        let people: BTreeSet<PersonId> = notices.iter().map(|row| row.person).collect();
        let contacts = storage::contacts::of(&db, &people.into_iter().collect::<Vec<_>>()).await?;
        let sendings = sendings(&notices, &contacts, post, &book, now);
        storage::deliveries::plan(&db, &sendings).await?;
        storage::notices::set_planned(&db, &notices).await?;
        db.commit().await?;
        // What was held back until working hours begin appears now; the rest was told when it happened.
        let late = notices.iter().filter(|row| row.shown_at > row.at).map(|row| row.person);
        core.pokes.tell(core.pokes.told(), core.pokes.told(), late);
        looked += notices.len();
    }
}

fn sendings(
    notices: &[NoticeRow],
    contacts: &HashMap<PersonId, ContactRow>,
    post: &Post,
    book: &Rulebook,
    now: Moment,
) -> Vec<DeliveryRow> {
    let mut sendings: Vec<DeliveryRow> = Vec::new();
    for notice in notices.iter().filter(|notice| now - notice.shown_at < OLD_NEWS) {
        let kind = notice.about.kind;
        let row = |person: Option<PersonId>, channel: Channel, next_try_at: Moment| DeliveryRow {
            key: Key { seq: notice.seq, kind, person, channel },
            about: notice.about.clone(),
            state: DeliveryState::Waiting,
            tries: 0,
            made_at: now,
            next_try_at,
            address_hash: None,
            error: None,
            done_at: None,
        };
        if post.tells_bot_of(kind)
            && !sendings.iter().any(|known| known.key.seq == notice.seq && known.key.kind == kind && known.key.person.is_none())
        {
            sendings.push(row(None, Channel::Webhook, now));
        }
        if notice.read_at.is_some() {
            continue;
        }
        let Some(contact) = contacts.get(&notice.person) else { continue };
        let wants = |topics: &[Topic]| topics.contains(&kind.topic());
        if post.has_sms() && contact.phone.is_some() && wants(&contact.by_sms) {
            sendings.push(row(Some(notice.person), Channel::Sms, sent_from(now, book)));
        }
        if contact.email.is_some() && wants(&contact.by_mail) {
            sendings.push(row(Some(notice.person), Channel::Mail, sent_from(now, book)));
        }
    }
    sendings
}
