//! Filters: an ordinary form with an address, which works before the program arrives.

use super::posts::options;
use crate::{
    backend::PeopleQuery,
    components::Icon,
    desk::{codes::code_of, naming, use_words},
    locales::{Words, use_language},
};
use huiyin_domain::{people::Role, rulebook::Rulebook};
use leptos::prelude::*;
use leptos_router::components::Form;

/// Search, role, unit, township, and the closed accounts.
#[component]
pub fn Filters<'a>(
    /// Names of units and townships.
    rulebook: &'a Rulebook,
    /// The filters as they are.
    query: PeopleQuery,
) -> impl IntoView + use<> {
    let words = &use_words().people;
    let language = use_language();
    let filtered = PeopleQuery { after: None, ..query.clone() } != PeopleQuery::default();
    let roles = Role::ALL.iter().map(|role| (code_of(role), role.words(language).to_owned())).collect();
    let units = rulebook.units.iter().map(|unit| (unit.code.to_string(), naming::unit(rulebook, &unit.code, language))).collect();
    let townships = rulebook.divisions.iter().filter(|division| division.code.as_str().len() == 9);
    let townships = townships.map(|one| (one.code.to_string(), naming::division(rulebook, &one.code, language))).collect();
    let role = query.role.as_ref().map(code_of).unwrap_or_default();
    let unit = query.unit.as_ref().map(ToString::to_string).unwrap_or_default();
    let township = query.township.as_ref().map(ToString::to_string).unwrap_or_default();
    let closed = if query.closed { "closed" } else { "" }.to_owned();
    let search = query.search.unwrap_or_default();
    view! {
        <Form method="GET" action="/desk/people" attr:class="join" attr:role="search" attr:aria-label=words.filters>
            <div class="search">
                <label class="vh" for="search">
                    {words.search}
                </label>
                <Icon name="search" />
                <input class="input" id="search" name="search" type="search" maxlength="60" placeholder=words.search_hint value=search.clone() prop:value=search />
            </div>
            <Choose name="role" label=words.role every=words.every_role all=roles chosen=role />
            <Choose name="unit" label=words.unit every=words.every_unit all=units chosen=unit />
            <Choose name="township" label=words.township every=words.every_township all=townships chosen=township />
            <Choose name="accounts" label=words.accounts every=words.open_ones all=vec![("closed".to_owned(), words.closed_ones.to_owned())] chosen=closed />
            <button class="btn" type="submit">
                <Icon name="filter" size="s" />
                {words.apply}
            </button>
            {filtered.then(|| view! {
                <a class="btn" data-kind="quiet" href="/desk/people">
                    {words.clear}
                </a>
            })}
        </Form>
    }
}

#[component]
fn Choose(
    /// Name in the address.
    name: &'static str,
    /// Its label, heard and not seen.
    label: &'static str,
    /// What no choice is called.
    every: &'static str,
    /// Value and words.
    all: Vec<(String, String)>,
    /// The value that is chosen.
    chosen: String,
) -> impl IntoView {
    view! {
        <label class="vh" for=format!("filter-{name}")>
            {label}
        </label>
        <select class="input" id=format!("filter-{name}") name=name style="flex:1 1 10rem;min-inline-size:0;max-inline-size:100%">
            {options(every, all, &chosen)}
        </select>
    }
}
