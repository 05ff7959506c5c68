//! The list itself: a table that becomes cards where there is no room.

use super::posts::post_name;
use crate::{
    backend::{PersonRow, Standing},
    components::{Tag, Tone},
    desk::{naming, use_words},
    locales::{Language, Words, use_language},
};
use huiyin_domain::{
    people::{Grant, Role, posts},
    rulebook::Rulebook,
};
use leptos::prelude::*;

/// Rows in the order given.
#[component]
pub fn Rows<'a>(
    /// The page.
    rows: Vec<PersonRow>,
    /// Names of units and places.
    rulebook: &'a Rulebook,
) -> impl IntoView + use<> {
    let words = &use_words().people;
    let rows = rows.iter().map(|line| row(line, rulebook)).collect_view();
    view! {
        <div class="card table">
            <table>
                <caption class="vh">{words.found}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.column_person}</th>
                        <th scope="col">{words.column_roles}</th>
                        <th scope="col">{words.column_unit}</th>
                        <th scope="col">{words.column_standing}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(line: &PersonRow, rulebook: &Rulebook) -> impl IntoView + use<> {
    let words = &use_words().people;
    let language = use_language();
    view! {
        <tr>
            <td data-main="">
                <a class="title" lang="zh-CN" href=format!("/desk/people/{}", line.person.id)>
                    {line.person.name.clone()}
                </a>
                <br />
                <span class="meta code">{line.sign_in_name.clone()}</span>
            </td>
            <td data-label=words.column_roles>{roles(&line.person.grants, rulebook, language)}</td>
            <td data-label=words.column_unit>{naming::unit(rulebook, &line.person.unit, language)}</td>
            <td>
                <StandingTag standing=line.standing />
            </td>
        </tr>
    }
}

/// How an account stands, in words and tone.
#[component]
pub(super) fn StandingTag(
    /// How.
    standing: Standing,
) -> impl IntoView {
    let words = &use_words().people;
    let (tone, icon, said) = match standing {
        Standing::Open => (Some(Tone::Done), "check", words.open),
        Standing::Invited => (Some(Tone::Info), "send", words.invited),
        Standing::Closed => (None, "lock", words.closed),
    };
    view! {
        <Tag tone=tone icon=icon>
            {said}
        </Tag>
    }
}

/// Each role once, with the places it holds at.
pub(in crate::desk::screens) fn roles(grants: &[Grant], rulebook: &Rulebook, language: Language) -> String {
    let posts = posts(grants);
    let comma = language.pick("、", ", ");
    let of = |role: &Role| {
        let places: Vec<String> =
            posts.iter().filter(|(held, _)| held == role).map(|(_, post)| post_name(post, rulebook, language)).collect();
        (!places.is_empty()).then(|| format!("{}{}", role.words(language), naming::aside(&places.join(comma), language)))
    };
    Role::ALL.iter().filter_map(of).collect::<Vec<_>>().join(language.pick("；", "; "))
}
