//! Where colleagues can be reached, and of what they want to be told by which channel.

use super::{Connection, entities::contact};
use crate::error::Error;
use huiyin_app::locales::Language;
use huiyin_domain::{ids::PersonId, moment::Moment, notice::Topic};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use std::collections::HashMap;

/// A colleague's contact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContactRow {
    /// Telephone for short messages.
    pub phone: Option<String>,
    /// Mailbox.
    pub email: Option<String>,
    /// In which language to write.
    pub language: Language,
    /// What is sent to the telephone.
    pub by_sms: Vec<Topic>,
    /// What is sent to the mailbox.
    pub by_mail: Vec<Topic>,
}

/// A person's contact, if one was given.
pub async fn get(db: &impl Connection, person: PersonId) -> Result<Option<ContactRow>, Error> {
    contact::Entity::find_by_id(person.0).one(db).await?.map(|row| read(row).map(|(_, contact)| contact)).transpose()
}

/// The contacts of these people.
pub async fn of(db: &impl Connection, people: &[PersonId]) -> Result<HashMap<PersonId, ContactRow>, Error> {
    let rows = contact::Entity::find().filter(contact::Column::PersonId.is_in(people.iter().map(|person| person.0))).all(db).await?;
    rows.into_iter().map(read).collect()
}

/// Keeps a person's contact.
pub async fn put(db: &impl Connection, person: PersonId, contact: &ContactRow, at: Moment) -> Result<(), Error> {
    let row = contact::ActiveModel {
        person_id: Set(person.0),
        phone: Set(contact.phone.clone()),
        email: Set(contact.email.clone()),
        language: Set(contact.language.tag().to_owned()),
        by_sms: Set(serde_json::to_string(&contact.by_sms)?),
        by_mail: Set(serde_json::to_string(&contact.by_mail)?),
        changed_at: Set(at.unix_ms()),
    };
    use contact::Column as C;
    contact::Entity::insert(row)
        .on_conflict(
            OnConflict::column(C::PersonId).update_columns([C::Phone, C::Email, C::Language, C::BySms, C::ByMail, C::ChangedAt]).to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn read(row: contact::Model) -> Result<(PersonId, ContactRow), Error> {
    let contact = ContactRow {
        phone: row.phone,
        email: row.email,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        by_sms: serde_json::from_str(&row.by_sms)?,
        by_mail: serde_json::from_str(&row.by_mail)?,
    };
    Ok((row.person_id.into(), contact))
}
