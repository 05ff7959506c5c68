//! What a case knows for its papers. Only the case, the rulebook and colleagues are asked: no reporter, no words of theirs.

use super::FieldName as F;
use crate::{
    case::{Case, Finding, VerbName, Verify},
    division::DivisionCode,
    ids::PersonId,
    moment::Moment,
    people::{PersonCard, UnitCode},
    photo::Purpose,
    place::Point,
    rulebook::{CategoryCode, Rulebook},
    site::Site,
};
use std::collections::BTreeMap;
use time::Date;

/// A fact, to be put into words of either language.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// As people wrote it.
    Words(String),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(Moment),
    /// The county.
    County,
    /// A unit.
    Unit(UnitCode),
    /// A township or village.
    Division(DivisionCode),
    /// A kind of matter.
    Category(CategoryCode),
    /// What was found.
    Finding(Finding),
    /// A point.
    Point(Point),
    /// How many.
    Count(usize),
}

/// What is known, by field; a field that is not known is absent.
pub type Facts = BTreeMap<F, Vec<Value>>;

/// Where facts come from.
pub struct Sources<'a> {
    /// The case.
    pub case: &'a Case,
    /// The last verification, as it was told.
    pub verified: Option<&'a Verify>,
    /// The inspected place, if it is a known one.
    pub site: Option<&'a Site>,
    /// The rulebook in force.
    pub book: &'a Rulebook,
    /// A colleague.
    pub person: &'a dyn Fn(PersonId) -> Option<PersonCard>,
}

/// All that is known.
#[must_use]
pub fn facts(from: &Sources<'_>) -> Facts {
    let case = from.case;
    let words = |text: &str| (!text.trim().is_empty()).then(|| Value::Words(text.trim().to_owned()));
    let seen_on = case.reports.first().map(|filed| filed.made_at.day());
    let order = case.order.as_ref();
    let inspector = case.verified_by.and_then(from.person);
    // Who ordered it stands in the case's newest touches; long after, whoever handles it answers for it.
    let ordered_by = case.touches.iter().rev().find(|touch| touch.verb == VerbName::OrderRectification).and_then(|touch| touch.by);
    let issuer = order.and_then(|_| ordered_by.or(case.handler)).and_then(from.person);
    let certificate = |card: &Option<PersonCard>| card.as_ref().and_then(|card| card.certificate.as_deref()).and_then(words);
    let photos = case.photos().filter(|photo| matches!(photo.purpose, Purpose::Before | Purpose::Scene)).count();
    let laws = seen_on.map(|day| laws(from, day)).unwrap_or_default();
    let one = |name: F, value: Option<Value>| (name, Vec::from_iter(value));
    let known = [
        one(F::County, Some(Value::County)),
        one(F::Unit, case.lead_unit.clone().map(Value::Unit)),
        one(F::CaseNumber, case.number.as_deref().and_then(words)),
        one(F::Category, Some(Value::Category(case.category.clone()))),
        one(F::ResponsibleParty, order.and_then(|order| words(&order.responsible_party))),
        one(F::Site, from.site.and_then(|site| words(&site.name))),
        (F::Place, place(from)),
        one(F::Coordinates, case.place.map(Value::Point)),
        one(F::SeenOn, seen_on.map(Value::Day)),
        one(F::VisitedAt, from.verified.map(|verify| Value::Moment(verify.visited_at))),
        one(F::Visitors, from.verified.and_then(|verify| words(&verify.people))),
        one(F::Found, from.verified.and_then(|verify| words(&verify.words))),
        one(F::Finding, case.finding.map(Value::Finding)),
        one(F::Photos, (photos > 0).then_some(Value::Count(photos))),
        one(F::Inspector, inspector.as_ref().and_then(|card| words(&card.name))),
        one(F::InspectorCertificate, certificate(&inspector)),
        (F::LegalBasis, laws),
        one(F::Measures, order.and_then(|order| words(&order.measures))),
        one(F::OrderedOn, order.map(|order| Value::Day(order.due.start.day()))),
        one(F::DueOn, order.map(|order| Value::Day(order.due.at.day()))),
        one(F::AcceptanceUnit, order.map(|order| Value::Unit(order.acceptance_unit.clone()))),
        one(F::DocumentNumber, order.and_then(|order| words(order.document_number.as_deref()?))),
        one(F::Issuer, issuer.as_ref().and_then(|card| words(&card.name))),
        one(F::IssuerCertificate, certificate(&issuer)),
    ];
    known.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}

/// The smallest known division, and the inspected place in it.
fn place(from: &Sources<'_>) -> Vec<Value> {
    let division = from.case.division.clone().map(Value::Division);
    division.into_iter().chain(from.site.map(|site| Value::Words(site.name.clone()))).collect()
}

/// Laws of the category that held on that day.
fn laws(from: &Sources<'_>, day: Date) -> Vec<Value> {
    let all = from.book.category(&from.case.category).map(|category| category.legal.as_slice()).unwrap_or_default();
    let held = all.iter().filter(|law| law.from <= day && law.until.is_none_or(|until| day <= until));
    held.map(|law| Value::Words(law.title.clone())).collect()
}
