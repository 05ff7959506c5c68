//! The inbox's address: every filter is in it, so that a list can be bookmarked, shared and gone back to.

use super::codes::{code_of, from_code};
use crate::backend::InboxQuery;
use leptos_router::params::ParamsMap;

/// Reads the query string. What is empty or unknown is not a filter.
pub(super) fn from_params(params: &ParamsMap) -> InboxQuery {
    let text = |name: &str| params.get(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    InboxQuery {
        group: text("group").and_then(|code| from_code(&code)),
        state: text("state").and_then(|code| from_code(&code)),
        category: text("category").and_then(|code| from_code(&code)),
        division: text("division").and_then(|code| from_code(&code)),
        search: text("search"),
        after: text("after"),
    }
}

/// The address of the list with these filters.
pub(super) fn address(query: &InboxQuery) -> String {
    let parts = [
        ("group", query.group.as_ref().map(code_of)),
        ("state", query.state.as_ref().map(code_of)),
        ("category", query.category.as_ref().map(code_of)),
        ("division", query.division.as_ref().map(code_of)),
        ("search", query.search.clone()),
        ("after", query.after.clone()),
    ];
    let parts = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", escaped(&value?))));
    let query: Vec<String> = parts.collect();
    if query.is_empty() { "/desk".to_owned() } else { format!("/desk?{}", query.join("&")) }
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
    use huiyin_domain::{case::State, rulebook::CategoryCode};
    use leptos_router::params::ParamsMap;

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
