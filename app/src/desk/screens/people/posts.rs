//! Places where a role may hold, as form controls name them, and roles as they are put together from lines of a form.

use crate::{
    desk::{naming, use_words},
    locales::Language,
};
use huiyin_domain::{
    division::DivisionCode,
    people::{Grant, PersonCard, Post, Role, Scope, UnitCode, holds_at, may_grant, posts},
    rulebook::Rulebook,
};
use leptos::prelude::*;

/// One line of the form: a role and one place, by their codes; empty until chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct PostLine {
    pub(super) role: Option<Role>,
    pub(super) place: String,
}

/// A place as a form control carries it.
pub(super) fn post_code(post: &Post) -> String {
    match post {
        Post::Division(code) => format!("division:{code}"),
        Post::Unit(code) => format!("unit:{code}"),
    }
}

fn from_code(code: &str) -> Option<Post> {
    match code.split_once(':')? {
        ("division", code) => code.parse::<DivisionCode>().ok().map(Post::Division),
        ("unit", code) => Some(Post::Unit(UnitCode(code.to_owned()))),
        _ => None,
    }
}

/// What a place is called.
pub(super) fn post_name(post: &Post, rulebook: &Rulebook, language: Language) -> String {
    match post {
        Post::Division(code) if *code == rulebook.county.code => crate::desk::words(language).people.whole_county.to_owned(),
        Post::Division(code) => naming::division(rulebook, code, language),
        Post::Unit(code) => naming::unit(rulebook, code, language),
    }
}

/// Where this person may give that role.
pub(super) fn places(manager: &PersonCard, role: Role, rulebook: &Rulebook) -> Vec<Post> {
    let divisions = std::iter::once(&rulebook.county.code).chain(rulebook.divisions.iter().map(|one| &one.code));
    let units = rulebook.units.iter().map(|unit| Post::Unit(unit.code.clone()));
    let all = divisions.cloned().map(Post::Division).chain(units);
    all.filter(|post| holds_at(role, post, rulebook) && may_grant(manager, role, post, rulebook)).collect()
}

/// Roles that this person may give somewhere.
pub(super) fn roles(manager: &PersonCard, rulebook: &Rulebook) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| !places(manager, *role, rulebook).is_empty()).collect()
}

/// The lines of these roles.
pub(super) fn lines(grants: &[Grant]) -> Vec<PostLine> {
    posts(grants).into_iter().map(|(role, post)| PostLine { role: Some(role), place: post_code(&post) }).collect()
}

/// Roles from the lines of a form: what somebody patrols is one grid, everything else stands for itself. A line that is not
/// chosen whole is left out.
pub(super) fn grants(lines: &[PostLine]) -> Vec<Grant> {
    let chosen: Vec<(Role, Post)> = lines.iter().filter_map(|line| Some((line.role?, from_code(&line.place)?))).collect();
    let walked: Vec<DivisionCode> = chosen
        .iter()
        .filter_map(|(role, post)| match post {
            Post::Division(code) if *role == Role::Patroller => Some(code.clone()),
            _ => None,
        })
        .collect();
    let mut grants = Vec::new();
    if let [one] = &walked[..] {
        grants.push(Grant { role: Role::Patroller, scope: Scope::Division(one.clone()) });
    } else if !walked.is_empty() {
        grants.push(Grant { role: Role::Patroller, scope: Scope::Grid(walked) });
    }
    for (role, post) in chosen {
        let scope = match post {
            Post::Division(_) if role == Role::Patroller => continue,
            Post::Division(code) => Scope::Division(code),
            Post::Unit(code) => Scope::Unit(code),
        };
        grants.push(Grant { role, scope });
    }
    grants
}

/// Options of a select: none, then value and words.
pub(super) fn options(none: &'static str, all: Vec<(String, String)>, chosen: &str) -> impl IntoView + use<> {
    let nothing = chosen.is_empty();
    let all = all
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
        <option value="" selected=nothing prop:selected=nothing>
            {none}
        </option>
        {all}
    }
}

/// What is asked when nothing is chosen yet.
pub(super) fn choose() -> &'static str {
    use_words().people.choose
}

#[cfg(test)]
mod tests {
    use super::{PostLine, grants, lines};
    use huiyin_domain::people::{Grant, Role, Scope, UnitCode, same_roles};

    #[test]
    fn roles_survive_the_form() {
        let division = |code: &str| code.parse().unwrap();
        let held = vec![
            Grant { role: Role::Patroller, scope: Scope::Grid(vec![division("359921100"), division("359921200")]) },
            Grant { role: Role::Coordinator, scope: Scope::Division(division("359921100")) },
            Grant { role: Role::Handler, scope: Scope::Unit(UnitCode("ecology".to_owned())) },
        ];
        assert_eq!(grants(&lines(&held)), held);
        let one = vec![Grant { role: Role::Patroller, scope: Scope::Grid(vec![division("359921100")]) }];
        assert!(same_roles(&grants(&lines(&one)), &one));
    }

    #[test]
    fn a_line_that_is_not_chosen_is_no_role() {
        assert_eq!(grants(&[PostLine::default(), PostLine { role: Some(Role::Handler), place: String::new() }]), []);
    }
}
