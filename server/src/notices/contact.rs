//! One's own contact. Spaces and hyphens that people type in numbers are forgiven.

use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{self, contacts::ContactRow},
};
use huiyin_app::{
    backend::{Contact, ContactPage},
    locales::Language,
};
use huiyin_domain::{ids::PersonId, notice::Topic};
use lettre::Address;

/// As kept.
pub(super) async fn contact(core: &Core, person: PersonId) -> Result<ContactPage, Error> {
    let known = storage::contacts::get(core.db.read(), person).await?;
    let contact = known.map_or_else(Contact::default, |known| Contact {
        phone: known.phone.unwrap_or_default(),
        email: known.email.unwrap_or_default(),
        by_sms: known.by_sms,
        by_mail: known.by_mail,
    });
    let settings = &core.settings.notices;
    Ok(ContactPage { contact, sms: settings.sms_url.is_some(), mail: settings.smtp_url.is_some() })
}

/// Keeps it; notices are written in the language in which it was saved.
pub(super) async fn set_contact(core: &Core, person: PersonId, contact: &Contact, language: Language) -> Result<ContactPage, Error> {
    let phone = phone(&contact.phone)?;
    let email = email(&contact.email)?;
    if phone.is_none() && !contact.by_sms.is_empty() {
        return Err(Error::new(Kind::BadPhone).field("phone"));
    }
    if email.is_none() && !contact.by_mail.is_empty() {
        return Err(Error::new(Kind::BadEmail).field("email"));
    }
    let row = ContactRow { phone, email, language, by_sms: once(&contact.by_sms), by_mail: once(&contact.by_mail) };
    let db = core.db.begin().await?;
    storage::contacts::put(&db, person, &row, core.now()).await?;
    db.commit().await?;
    self::contact(core, person).await
}

/// Digits, with a plus before them if it is a number of another country.
fn phone(typed: &str) -> Result<Option<String>, Error> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')')).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let digits = plain.strip_prefix('+').unwrap_or(&plain);
    let fits = if plain.starts_with('+') { (8..=15).contains(&digits.len()) } else { digits.len() == 11 && digits.starts_with('1') };
    if fits && digits.bytes().all(|byte| byte.is_ascii_digit()) { Ok(Some(plain)) } else { Err(Error::new(Kind::BadPhone).field("phone")) }
}

fn email(typed: &str) -> Result<Option<String>, Error> {
    let plain = typed.trim();
    if plain.is_empty() {
        return Ok(None);
    }
    let fits = plain.len() <= 254 && plain.parse::<Address>().is_ok();
    if fits { Ok(Some(plain.to_owned())) } else { Err(Error::new(Kind::BadEmail).field("email")) }
}

fn once(topics: &[Topic]) -> Vec<Topic> {
    Topic::ALL.into_iter().filter(|topic| topics.contains(topic)).collect()
}

#[cfg(test)]
mod tests {
    use super::{email, phone};

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(phone("199 0000-0001").unwrap().as_deref(), Some("19900000001"));
        assert_eq!(phone("+49 (30) 1234567").unwrap().as_deref(), Some("+49301234567"));
        assert_eq!(phone("  ").unwrap(), None);
        for bad in ["1990000000", "29900000001", "+1234", "1990000000a", "+", "199+0000001"] {
            assert!(phone(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn mailboxes_are_mailboxes() {
        assert_eq!(email(" a.b@example.gov.cn ").unwrap().as_deref(), Some("a.b@example.gov.cn"));
        for bad in ["a", "a@", "@b", "a b@c.cn", "a@b.cn\r\nBcc: x@y.cn", "a@b.cn,c@d.cn"] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
