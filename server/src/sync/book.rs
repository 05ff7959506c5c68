//! The book: rulebook, sites and names as one snapshot that a phone keeps.

use crate::{auth::Session, core::Core, error::Error, storage};
use huiyin_domain::{
    division::DivisionCode,
    hash::Hash,
    people::{PersonCard, Scope},
    rulebook::Rulebook,
    sync::message::{Book, PersonName},
};

/// A book, and the name of its content.
pub struct BookAnswer {
    /// Its bytes.
    pub json: Vec<u8>,
    /// Changes with its content.
    pub etag: String,
}

/// The book for this person.
///
/// # Errors
/// If the county has not been set up, or the database fails.
pub async fn book(core: &Core, session: &Session) -> Result<BookAnswer, Error> {
    let county = &session.county;
    let sites = storage::county::sites_in(core.db.read(), &reach(&session.person, &county.rulebook.county.code)).await?;
    let mut people: Vec<PersonName> = county.people.iter().map(|card| PersonName { id: card.id, name: card.name.clone() }).collect();
    people.sort_by_key(|person| person.id);
    // Papers are printed at the desk, and rivers are drawn there: a phone loads neither.
    let rulebook = Rulebook { papers: Vec::new(), rivers: Vec::new(), ..(*county.rulebook).clone() };
    let json = serde_json::to_vec(&Book { rulebook, sites, people })?;
    let etag = format!("\"{}-{}\"", county.rulebook.version, &Hash::of(&json).to_string()[..16]);
    Ok(BookAnswer { json, etag })
}

/// Divisions whose sites a person may need. A unit's people work in the whole county.
fn reach(person: &PersonCard, county: &DivisionCode) -> Vec<DivisionCode> {
    let mut codes: Vec<DivisionCode> = person
        .grants
        .iter()
        .flat_map(|grant| match &grant.scope {
            Scope::Division(code) => vec![code.clone()],
            Scope::Grid(codes) => codes.clone(),
            Scope::Unit(_) => vec![county.clone()],
        })
        .collect();
    codes.sort();
    codes.dedup();
    codes
}
