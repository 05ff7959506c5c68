//! A row that is an inspected place.

use super::{matter::point, names, row::Told};
use huiyin_app::backend::{Fault, ImportField, RowFault};
use huiyin_domain::{
    hash::Hash,
    ids::SiteId,
    place::Point,
    rulebook::Rulebook,
    site::{Site, SiteKind},
};
use uuid::Builder;

/// Longest name of a place, characters.
const MAX_NAME_CHARS: u32 = 80;

/// The place in a row, or all that is wrong with it. `known` are the places there are: one of the same name in the same
/// township is the same one.
pub(super) fn site(told: Told<'_>, book: &Rulebook, known: &[Site]) -> Result<Site, Vec<RowFault>> {
    let mut faults = Vec::new();
    let name = told.text(ImportField::Name);
    if name.is_empty() {
        faults.push(told.fault(ImportField::Name, Fault::Missing));
    } else if name.chars().count() > MAX_NAME_CHARS as usize {
        faults.push(told.fault(ImportField::Name, Fault::TooLong { max: MAX_NAME_CHARS }));
    }
    let kind = kind(told).map_err(|fault| faults.push(fault)).ok();
    let place = placed(told, book).map_err(|fault| faults.push(fault)).ok();
    let written = told.text(ImportField::Division);
    let by_map = || place.and_then(|point| book.division_at(point)).map(|division| division.code.clone());
    let division = if written.is_empty() { by_map().filter(|code| code.township().is_some()) } else { names::division(book, written) };
    if division.is_none() && (place.is_some() || !written.is_empty()) {
        faults.push(told.fault(ImportField::Division, Fault::UnknownDivision));
    }
    let (Some(kind), Some(place), Some(division), true) = (kind, place, division, faults.is_empty()) else { return Err(faults) };
    let same = |site: &&Site| site.name == name && site.division.township() == division.township();
    let id = known.iter().find(same).map_or_else(|| id_of(name, division.township().unwrap_or(division.clone()).as_str()), |site| site.id);
    Ok(Site { id, name: name.to_owned(), kind, place, division })
}

fn kind(told: Told<'_>) -> Result<SiteKind, RowFault> {
    let text = told.text(ImportField::SiteKind);
    let fault = if text.is_empty() { Fault::Missing } else { Fault::UnknownSiteKind };
    names::site_kind(text).ok_or_else(|| told.fault(ImportField::SiteKind, fault))
}

fn placed(told: Told<'_>, book: &Rulebook) -> Result<Point, RowFault> {
    let point = point(told)?.ok_or_else(|| told.fault(ImportField::Longitude, Fault::Missing))?;
    if book.division_at(point).is_some() { Ok(point) } else { Err(told.fault(ImportField::Longitude, Fault::OutsideCounty)) }
}

/// Follows from what makes it the same place, so that two files make one of it.
fn id_of(name: &str, township: &str) -> SiteId {
    let named = Hash::of(format!("site\n{township}\n{name}").as_bytes());
    let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = named.0;
    SiteId(Builder::from_custom_bytes(id).into_uuid())
}
