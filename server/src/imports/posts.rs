//! Names that people write for roles, units and the places where roles hold. They decide what somebody may do, so nothing
//! is taken for something that is only like it.

use huiyin_app::locales::{Language, Words};
use huiyin_domain::{
    division::DivisionCode,
    people::{Post, Role, UnitCode, holds_at},
    rulebook::Rulebook,
};

/// What stands between several places.
const BETWEEN: [char; 7] = ['、', '，', ',', '；', ';', '|', '\n'];

/// The role of this name or code.
pub(super) fn role(text: &str) -> Option<Role> {
    let code = serde_json::Value::String(text.to_lowercase());
    serde_json::from_value(code).ok().or_else(|| {
        let named = |role: &Role| Language::ALL.iter().any(|language| role.words(*language).eq_ignore_ascii_case(text));
        Role::ALL.into_iter().find(named)
    })
}

/// The unit of this name or code; none if there is none, or several.
pub(super) fn unit(book: &Rulebook, text: &str) -> Option<UnitCode> {
    let units = book.units.iter().filter(|unit| is_called(book, text, &[&unit.code.0, &unit.name, &unit.name_en]));
    only(units.map(|unit| unit.code.clone()))
}

/// The places that are named, one or several; none if one of them is not known, or means more than one thing.
pub(super) fn places(book: &Rulebook, role: Role, text: &str) -> Option<Vec<Post>> {
    if let Some(places) = place(book, role, text) {
        return Some(places);
    }
    let mut all: Vec<Post> = Vec::new();
    for part in text.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()) {
        for post in place(book, role, part)? {
            if !all.contains(&post) {
                all.push(post);
            }
        }
    }
    Some(all).filter(|all| !all.is_empty())
}

/// One place: a unit, a township or village, a grid of several, or the county. A township and its unit have one name: the
/// role says which of the two is meant.
fn place(book: &Rulebook, role: Role, text: &str) -> Option<Vec<Post>> {
    let unit = unit(book, text).map(|code| vec![Post::Unit(code)]);
    let division = division(book, text).map(|code| vec![Post::Division(code)]);
    let grids = book.grids.iter().filter(|grid| is_called(book, text, &[&grid.code, &grid.name]));
    let grid = only(grids.map(|grid| grid.divisions.iter().cloned().map(Post::Division).collect::<Vec<_>>()));
    let found: Vec<Vec<Post>> = [unit, division, grid].into_iter().flatten().collect();
    let fits = |posts: &&Vec<Post>| posts.iter().all(|post| holds_at(role, post, book));
    // What the role cannot hold at is told as that, not as something unknown.
    found.iter().find(fits).or_else(|| found.first()).cloned()
}

/// The county, township or village of this name or code. Villages of several townships may have one name: then the
/// township's stands before it.
fn division(book: &Rulebook, text: &str) -> Option<DivisionCode> {
    if ["全县", "whole county", "the whole county"].contains(&text.to_lowercase().as_str()) {
        return Some(book.county.code.clone());
    }
    let all = std::iter::once(&book.county).chain(&book.divisions);
    only(
        all.filter(|one| {
            let township = one.code.township().filter(|township| *township != one.code).and_then(|township| book.division(&township));
            let long = township.map(|township| format!("{}{}", township.name, one.name)).unwrap_or_default();
            is_called(book, text, &[one.code.as_str(), &one.name, &one.name_en, &long])
        })
        .map(|one| one.code.clone()),
    )
}

/// Whether something of these names is meant, with the county's name before it or without.
fn is_called(book: &Rulebook, text: &str, names: &[&str]) -> bool {
    let short = text.strip_prefix(book.county.name.as_str()).map(str::trim_start).filter(|short| !short.is_empty());
    names.iter().any(|name| !name.is_empty() && (name.eq_ignore_ascii_case(text) || short.is_some_and(|short| short == *name)))
}

/// The one there is; none if there are several.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{places, role, unit};
    use huiyin_domain::{
        people::{Post, Role, UnitCode},
        rulebook::{Grid, Rulebook, seed},
    };

    fn book() -> Rulebook {
        let mut book = seed::rulebook(include_str!("../../seed/county.geojson"), include_str!("../../seed/calendar.csv")).unwrap();
        let divisions = ["359921100", "359921200"].map(|code| code.parse().unwrap()).to_vec();
        book.grids.push(Grid { code: "G1".into(), name: "一网格".into(), divisions });
        book
    }

    fn town(code: &str) -> Post {
        Post::Division(code.parse().unwrap())
    }

    fn of(code: &str) -> Post {
        Post::Unit(UnitCode(code.into()))
    }

    #[test]
    fn roles_and_units_are_known_by_word_and_code() {
        for text in ["巡查员", "patroller", "Patrol officer", "PATROLLER"] {
            assert_eq!(role(text), Some(Role::Patroller), "{text}");
        }
        assert_eq!((role("局长"), role("")), (None, None));
        let book = book();
        let found = |text: &str| unit(&book, text).map(|code| code.0);
        for text in ["ecology", "生态环境局", &format!("{}生态环境局", book.county.name), "ecology and environment bureau"] {
            assert_eq!(found(text).as_deref(), Some("ecology"), "{text}");
        }
        assert_eq!((found("环境局"), found("别县生态环境局")), (None, None));
    }

    #[test]
    fn a_role_says_which_of_two_places_of_one_name_is_meant() {
        let book = book();
        let name = &book.divisions.iter().find(|one| one.code.as_str() == "359921100").unwrap().name;
        assert_eq!(places(&book, Role::Coordinator, name), Some(vec![town("359921100")]));
        assert_eq!(places(&book, Role::Handler, name), Some(vec![of("t-359921100")]));
        assert_eq!(places(&book, Role::Handler, "359921100"), Some(vec![town("359921100")]));
        assert_eq!(places(&book, Role::Dispatcher, "全县"), Some(vec![town("359921")]));
        assert_eq!(places(&book, Role::Coordinator, "生态环境局"), Some(vec![of("ecology")]), "known, and judged by the rules");
        assert_eq!(places(&book, Role::Coordinator, &format!("别县{name}")), None, "nothing that is only like it");
    }

    #[test]
    fn several_places_are_written_one_after_the_other_or_are_a_grid() {
        let book = book();
        let both = Some(vec![town("359921100"), town("359921200")]);
        for text in ["359921100、359921200", "359921100; 359921200；359921100", "一网格", "g1"] {
            assert_eq!(places(&book, Role::Patroller, text), both, "{text}");
        }
        assert_eq!(places(&book, Role::Patroller, "359921100、火星"), None);
        assert_eq!(places(&book, Role::Patroller, "、"), None);
    }
}
