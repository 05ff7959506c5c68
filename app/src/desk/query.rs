//! Addresses of the inbox and of figures: every filter is in them, so that a list can be bookmarked, shared and gone
//! back to.

use super::codes::{code_of, from_code};
use crate::backend::{FiguresQuery, InboxQuery, PatrolsQuery};
use huiyin_domain::iso::read_day;
use leptos_router::params::ParamsMap;
use time::Date;

/// Reads the query string. What is empty or unknown is not a filter.
pub(super) fn from_params(params: &ParamsMap) -> InboxQuery {
    let text = |name: &str| text(params, name);
    InboxQuery {
        group: text("group").and_then(|code| from_code(&code)),
        state: text("state").and_then(|code| from_code(&code)),
        category: text("category").and_then(|code| from_code(&code)),
        division: text("division").and_then(|code| from_code(&code)),
        search: text("search"),
        unit: text("unit").and_then(|code| from_code(&code)),
        theme: text("theme").and_then(|code| from_code(&code)),
        without: text("without").and_then(|code| from_code(&code)),
        tally: text("tally").and_then(|code| from_code(&code)),
        from: text("from").and_then(|day| read_day(&day)),
        to: text("to").and_then(|day| read_day(&day)),
        unread: text("unread").is_some(),
        map: text("map").is_some(),
        after: text("after"),
    }
}

/// Reads the query string of the figures.
pub(super) fn figures_from_params(params: &ParamsMap) -> FiguresQuery {
    FiguresQuery {
        from: text(params, "from").and_then(|day| read_day(&day)),
        to: text(params, "to").and_then(|day| read_day(&day)),
        by: text(params, "by").and_then(|code| from_code(&code)),
    }
}

/// Reads the query string of the list of patrols.
pub(super) fn patrols_from_params(params: &ParamsMap) -> PatrolsQuery {
    PatrolsQuery {
        from: text(params, "from").and_then(|day| read_day(&day)),
        to: text(params, "to").and_then(|day| read_day(&day)),
        state: text(params, "state").and_then(|code| from_code(&code)),
    }
}

/// One value of the query string; none if it is empty.
pub(super) fn text(params: &ParamsMap, name: &str) -> Option<String> {
    params.get(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Every filter of a list by its name in the address.
pub(super) fn filters(query: &InboxQuery) -> Vec<(&'static str, String)> {
    let parts = [
        ("group", query.group.as_ref().map(code_of)),
        ("state", query.state.as_ref().map(code_of)),
        ("category", query.category.as_ref().map(code_of)),
        ("division", query.division.as_ref().map(code_of)),
        ("search", query.search.clone()),
        ("unit", query.unit.as_ref().map(code_of)),
        ("theme", query.theme.as_ref().map(code_of)),
        ("without", query.without.as_ref().map(code_of)),
        ("tally", query.tally.as_ref().map(code_of)),
        ("from", query.from.as_ref().map(Date::to_string)),
        ("to", query.to.as_ref().map(Date::to_string)),
        ("unread", query.unread.then(|| "true".to_owned())),
        ("map", query.map.then(|| "true".to_owned())),
        ("after", query.after.clone()),
    ];
    parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// The address of the list with these filters.
pub(super) fn address(query: &InboxQuery) -> String {
    with_query("/desk", &filters(query))
}

/// The same, where a person's default view must not come instead of a list without filters.
pub(super) fn list_address(query: &InboxQuery) -> String {
    if filters(query).is_empty() { "/desk?view=all".to_owned() } else { address(query) }
}

/// The address of these figures, at a path that shows them.
pub(super) fn figures_address(path: &str, query: &FiguresQuery) -> String {
    let parts = [
        ("from", query.from.as_ref().map(Date::to_string)),
        ("to", query.to.as_ref().map(Date::to_string)),
        ("by", query.by.as_ref().map(code_of)),
    ];
    let parts: Vec<_> = parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    with_query(path, &parts)
}

/// A path with what is asked of it.
pub(super) fn with_query(path: &str, parts: &[(&str, String)]) -> String {
    let parts: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
}

/// Text as a part of an address.
pub(super) fn escaped(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{address, from_params};
    use crate::backend::{InboxGroup, InboxQuery};
    use huiyin_domain::{
        case::State,
        figures::{Grouping, Tally},
        rulebook::{CategoryCode, Theme},
    };
    use leptos_router::params::ParamsMap;
    use time::macros::date;

    fn read(query: &str) -> InboxQuery {
        let mut params = ParamsMap::new();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            params.insert(name.to_owned(), value.to_owned());
        }
        from_params(&params)
    }

    #[test]
    fn every_filter_is_read() {
        let query = read("group=overdue&state=awaiting_recheck&category=C08&division=359921101&search=采砂&after=x9");
        assert_eq!(query.group, Some(InboxGroup::Overdue));
        assert_eq!(query.state, Some(State::AwaitingRecheck));
        assert_eq!(query.category, Some(CategoryCode("C08".to_owned())));
        assert_eq!(query.division.as_ref().map(ToString::to_string).as_deref(), Some("359921101"));
        assert_eq!(query.search.as_deref(), Some("采砂"));
        assert_eq!(query.after.as_deref(), Some("x9"));
    }

    #[test]
    fn what_a_figure_lists_survives_its_address() {
        let query = InboxQuery {
            unit: Some(huiyin_domain::people::UnitCode("t-359921100".to_owned())),
            theme: Some(Theme::Water),
            without: Some(Grouping::Unit),
            tally: Some(Tally::DueOnTime),
            from: Some(date!(2026 - 01 - 01)),
            to: Some(date!(2026 - 11 - 23)),
            ..InboxQuery::default()
        };
        assert_eq!(read(address(&query).trim_start_matches("/desk?")), query);
    }

    #[test]
    fn empty_and_unknown_values_are_no_filters() {
        assert_eq!(read("group=&state=nonsense&division=12&search=%20&after="), InboxQuery::default());
    }

    #[test]
    fn any_text_survives_its_address() {
        for text in ["采砂 & 垃圾", "50%", "a+b=c?#/", "𬭊🐖"] {
            let query = InboxQuery { search: Some(text.to_owned()), ..InboxQuery::default() };
            assert_eq!(read(address(&query).trim_start_matches("/desk?")), query, "{text}");
        }
    }

    #[test]
    fn an_address_names_each_filter_once() {
        let query = InboxQuery { group: Some(InboxGroup::DueSoon), state: Some(State::Accepted), ..InboxQuery::default() };
        let address = address(&query);
        assert!(address.starts_with("/desk?"), "{address}");
        assert_eq!(read(address.trim_start_matches("/desk?")), query);
        assert_eq!(super::address(&InboxQuery::default()), "/desk");
    }
}
