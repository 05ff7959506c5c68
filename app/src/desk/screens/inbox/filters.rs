//! Filters: an ordinary form with an address, which works before the program arrives.

use crate::{
    backend::InboxQuery,
    components::Icon,
    desk::{codes::code_of, naming, query::filters, use_words},
    locales::{Words, use_language},
};
use huiyin_domain::{case::State, rulebook::Rulebook};
use leptos::prelude::*;
use leptos_router::components::Form;

/// Search, state, township, category.
#[component]
pub fn Filters<'a>(
    /// Names of categories and townships.
    rulebook: &'a Rulebook,
    /// The filters as they are.
    query: InboxQuery,
    /// Whether any of them is set.
    filtered: bool,
) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let language = use_language();
    let state = query.state.as_ref().map(code_of).unwrap_or_default();
    let states = State::ALL.iter().map(|state| (code_of(state), state.words(language).to_owned())).collect();
    let townships = rulebook.divisions.iter().filter(|division| division.code.as_str().len() == 9);
    let townships = townships.map(|t| (t.code.to_string(), naming::division(rulebook, &t.code, language))).collect();
    let categories = rulebook.categories.iter().map(|c| (c.code.to_string(), naming::category(rulebook, &c.code, language))).collect();
    let division = query.division.as_ref().map(ToString::to_string).unwrap_or_default();
    let category = query.category.as_ref().map(ToString::to_string).unwrap_or_default();
    // What this form does not ask for stays as it is.
    let kept = InboxQuery { state: None, category: None, division: None, search: None, after: None, ..query.clone() };
    let kept = filters(&kept).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    view! {
        <Form method="GET" action="/desk" attr:class="join" attr:role="search" attr:aria-label=words.filters>
            {kept}
            <div class="search">
                <label class="vh" for="search">
                    {words.search}
                </label>
                <Icon name="search" />
                <input class="input" id="search" name="search" type="search" placeholder=words.search_hint value=query.search.clone() prop:value=query.search.clone().unwrap_or_default() />
            </div>
            <Options name="state" label=words.state every=words.every_state options=states chosen=state />
            <Options name="division" label=words.township every=words.every_township options=townships chosen=division />
            <Options name="category" label=words.category every=words.every_category options=categories chosen=category />
            <button class="btn" type="submit">
                <Icon name="filter" size="s" />
                {words.apply}
            </button>
            {filtered.then(|| view! {
                <a class="btn" data-kind="quiet" href="/desk?view=all">
                    {words.clear}
                </a>
            })}
        </Form>
    }
}

#[component]
fn Options(
    /// Name in the address.
    name: &'static str,
    /// Its label, heard and not seen.
    label: &'static str,
    /// What no choice is called.
    every: &'static str,
    /// Value and words.
    options: Vec<(String, String)>,
    /// The value that is chosen.
    chosen: String,
) -> impl IntoView {
    let none = chosen.is_empty();
    let options = options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! {
                <option value=value selected=selected prop:selected=selected>
                    {label}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="vh" for=format!("filter-{name}")>
            {label}
        </label>
        <select class="input" id=format!("filter-{name}") name=name style="flex:1 1 10rem">
            <option value="" prop:selected=none>{every}</option>
            {options}
        </select>
    }
}
