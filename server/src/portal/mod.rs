//! What stands behind the public door. It reads published records and rows for figures; it never reads a case.

mod figures;
mod photo;

pub use photo::{Photo, photo};

use crate::{
    core::{Core, County},
    error::{Error, Kind},
    storage::{
        self,
        public::{PublicFilter, by_township},
    },
};
use huiyin_app::portal::views::{Around, CasePage, Filter, Home};
use huiyin_domain::{division::DivisionCode, rulebook::CategoryCode};
use std::sync::Arc;

/// Records of one page.
const PAGE: u64 = 12;

/// What stands around every public page.
#[must_use]
pub fn around(county: &County) -> Around {
    Around {
        county: county.rulebook.county.name.clone(),
        county_en: county.rulebook.county.name_en.clone(),
        demo: county.demo,
        lines: Vec::new(),
        contact: None,
        map_approval: None,
    }
}

/// What the home page is asked for, as it stands in the address.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Asked {
    /// A category's code.
    #[serde(default)]
    pub category: Option<String>,
    /// A township's code.
    #[serde(default)]
    pub division: Option<String>,
    /// Which page, from 1.
    #[serde(default)]
    pub page: Option<String>,
}

/// The home page.
///
/// # Errors
/// `BadAddress` if it asks for a category, township or page that does not exist.
pub async fn home(core: &Core, county: &County, asked: &Asked) -> Result<Home, Error> {
    let bad = |field: &str| Error::new(Kind::BadAddress).field(field);
    let given = |value: &Option<String>| value.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let category = given(&asked.category).map(CategoryCode);
    if category.as_ref().is_some_and(|code| county.rulebook.category(code).is_none()) {
        return Err(bad("category"));
    }
    let division = given(&asked.division);
    let known = |code: &String| county.rulebook.divisions.iter().any(|one| one.code.as_str() == code);
    if division.as_ref().is_some_and(|code| !known(code)) {
        return Err(bad("division"));
    }
    let page: u32 = match given(&asked.page) {
        Some(text) => text.parse().ok().filter(|page| *page > 0).ok_or_else(|| bad("page"))?,
        None => 1,
    };
    let filter = PublicFilter { category: category.as_ref().map(|code| code.0.clone()), township: division.clone() };
    let db = core.db.snapshot().await?;
    let total = storage::public::count(&db, &filter).await?;
    let pages = u32::try_from(u64::from(total).div_ceil(PAGE)).unwrap_or(u32::MAX).max(1);
    if page > pages {
        return Err(bad("page"));
    }
    let cases = storage::public::page(&db, &filter, u64::from(page - 1) * PAGE, PAGE).await?;
    let townships = by_township(&db).await?;
    let figures = figures::figures(&db, core.now()).await?;
    db.commit().await?;
    let township = |(code, count): (String, u32)| Some((code.parse::<DivisionCode>().ok()?, count));
    Ok(Home {
        rulebook: Arc::clone(&county.rulebook),
        figures,
        townships: townships.into_iter().filter_map(township).collect(),
        cases,
        filter: Filter { category, division },
        total,
        page,
        pages,
    })
}

/// What an address of a public record finds.
pub enum Found<T> {
    /// Here it is.
    Here(T),
    /// It was public and has been taken down.
    Gone,
    /// There is none, or none that is public.
    Missing,
}

/// A public case page.
///
/// # Errors
/// If the database fails.
pub async fn case(core: &Core, county: &County, number: &str) -> Result<Found<CasePage>, Error> {
    let db = core.db.read();
    let Some(published) = storage::public::by_number(db, number).await? else { return Ok(Found::Missing) };
    if published.withdrawn_at.is_some() {
        return Ok(Found::Gone);
    }
    let entry = storage::ledger::at(db, published.seq).await?.ok_or_else(|| Error::internal("a public record without its entry"))?;
    Ok(Found::Here(CasePage {
        rulebook: Arc::clone(&county.rulebook),
        record: published.record,
        seq: published.seq,
        command_hash: published.command_hash,
        entry_hash: entry.hash,
        published_at: published.published_at,
    }))
}
