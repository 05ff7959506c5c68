//! Names that people write for what the rulebook knows.

use huiyin_app::locales::{Language, Words};
use huiyin_domain::{
    division::DivisionCode,
    rulebook::{CategoryCode, Rulebook},
    site::SiteKind,
};

/// Where a matter goes whose list does not say what kind it is; whoever accepts it looks again.
const OTHER: &str = "C99";

/// The category of this name or code; 其他 if there is none.
pub(super) fn category(book: &Rulebook, text: &str) -> Option<CategoryCode> {
    let wanted = if text.is_empty() { OTHER } else { text };
    let same = |category: &&huiyin_domain::rulebook::Category| {
        [&category.code.0, &category.name, &category.name_en].iter().any(|name| name.eq_ignore_ascii_case(wanted))
    };
    if let Some(category) = book.categories.iter().find(same) {
        return Some(category.code.clone());
    }
    // "环境污染-噪声扰民" is 噪声, if it is nothing else too.
    let parts = |name: &str| -> Vec<String> {
        name.split(['、', '/', '，']).map(str::to_owned).filter(|part| part.chars().count() > 1).collect()
    };
    let mut held = book.categories.iter().filter(|category| parts(&category.name).iter().any(|part| wanted.contains(part)));
    let first = held.next()?;
    held.next().is_none().then(|| first.code.clone())
}

/// The township or village of this name or code; none if there is none, or several.
pub(super) fn division(book: &Rulebook, text: &str) -> Option<DivisionCode> {
    let same = |name: &str| name.eq_ignore_ascii_case(text);
    let mut named =
        book.divisions.iter().filter(|division| same(division.code.as_str()) || same(&division.name) || same(&division.name_en));
    if let Some(first) = named.next() {
        return named.next().is_none().then(|| first.code.clone());
    }
    // "澄溪县青洋镇" is 青洋镇, "青洋" too; a village's name says more than its township's.
    let held = |division: &&huiyin_domain::rulebook::Division| {
        let short = division.name.trim_end_matches(['镇', '乡', '村']);
        text.contains(division.name.as_str()) || (short.chars().count() > 1 && short == text)
    };
    let longest = book.divisions.iter().filter(held).map(|division| division.code.as_str().len()).max()?;
    let mut fit = book.divisions.iter().filter(held).filter(|division| division.code.as_str().len() == longest);
    let first = fit.next()?;
    fit.next().is_none().then(|| first.code.clone())
}

/// The sort of place of this name or code.
pub(super) fn site_kind(text: &str) -> Option<SiteKind> {
    let code = serde_json::Value::String(text.to_owned());
    serde_json::from_value(code).ok().or_else(|| {
        let named = |kind: &SiteKind| Language::ALL.iter().any(|language| kind.words(*language).eq_ignore_ascii_case(text));
        SiteKind::ALL.into_iter().find(named)
    })
}

#[cfg(test)]
mod tests {
    use super::{category, division, site_kind};
    use huiyin_domain::{
        rulebook::{Rulebook, seed},
        site::SiteKind,
    };

    fn book() -> Rulebook {
        seed::rulebook(include_str!("../../seed/county.geojson"), include_str!("../../seed/calendar.csv")).unwrap()
    }

    #[test]
    fn categories_have_many_names() {
        let book = book();
        let found = |text: &str| category(&book, text).map(|code| code.0);
        assert_eq!(found("噪声").as_deref(), Some("C18"));
        assert_eq!(found("c18").as_deref(), Some("C18"));
        assert_eq!(found("环境污染-噪声扰民").as_deref(), Some("C18"));
        assert_eq!(found("").as_deref(), Some("C99"));
        assert_eq!(found("物业纠纷"), None);
    }

    #[test]
    fn townships_have_long_and_short_names() {
        let book = book();
        let one = book.divisions.iter().find(|division| division.code.as_str() == "359921100").unwrap();
        let found = |text: &str| division(&book, text).map(|code| code.to_string());
        for text in [one.name.clone(), format!("{}{}", book.county.name, one.name), one.code.to_string(), one.name_en.to_uppercase()] {
            assert_eq!(found(&text).as_deref(), Some("359921100"), "{text}");
        }
        assert_eq!(found("别县某镇"), None);
        assert_eq!(found("镇"), None);
    }

    #[test]
    fn sorts_of_places_are_known_by_word_and_code() {
        assert_eq!(site_kind("pig_farm"), Some(SiteKind::PigFarm));
        assert_eq!(site_kind("企业"), Some(SiteKind::Enterprise));
        assert_eq!(site_kind("游乐园"), None);
    }
}
