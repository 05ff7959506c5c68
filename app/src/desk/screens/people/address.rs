//! Addresses of the list of accounts: every filter is in them.

use crate::{
    backend::PeopleQuery,
    desk::{
        codes::{code_of, from_code},
        query::{text, with_query},
    },
};
use leptos_router::params::ParamsMap;

/// Reads the query string. What is empty or unknown is not a filter.
pub(super) fn from_params(params: &ParamsMap) -> PeopleQuery {
    let text = |name: &str| text(params, name);
    PeopleQuery {
        search: text("search"),
        role: text("role").and_then(|code| from_code(&code)),
        unit: text("unit").and_then(|code| from_code(&code)),
        township: text("township").and_then(|code| from_code(&code)),
        closed: text("accounts").as_deref() == Some("closed"),
        after: text("after").and_then(|id| id.parse().ok()),
    }
}

/// The address of the list with these filters.
pub(super) fn people_address(query: &PeopleQuery) -> String {
    let parts = [
        ("search", query.search.clone()),
        ("role", query.role.as_ref().map(code_of)),
        ("unit", query.unit.as_ref().map(code_of)),
        ("township", query.township.as_ref().map(code_of)),
        ("accounts", query.closed.then(|| "closed".to_owned())),
        ("after", query.after.map(|id| id.to_string())),
    ];
    let parts: Vec<_> = parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    with_query("/desk/people", &parts)
}

#[cfg(test)]
mod tests {
    use super::{from_params, people_address};
    use crate::backend::PeopleQuery;
    use huiyin_domain::people::{Role, UnitCode};
    use leptos_router::params::ParamsMap;

    #[test]
    fn every_filter_survives_its_address() {
        let query = PeopleQuery {
            search: Some("陈一禾 & co".to_owned()),
            role: Some(Role::Patroller),
            unit: Some(UnitCode("t-359921100".to_owned())),
            township: "359921100".parse().ok(),
            closed: true,
            after: "00000000-0000-0000-0000-000000000007".parse().ok(),
        };
        let address = people_address(&query);
        let mut params = ParamsMap::new();
        for pair in address.trim_start_matches("/desk/people?").split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            params.insert(name.to_owned(), value.to_owned());
        }
        assert_eq!(from_params(&params), query);
        assert_eq!(people_address(&PeopleQuery::default()), "/desk/people");
    }
}
