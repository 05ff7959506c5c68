//! `docs/lifecycle.md` is made from the tables and from the words at the types; here it is compared.

use huiyin_domain::{
    case::{
        State, VerbClass, VerbName,
        lifecycle::{TRANSITIONS, Who},
    },
    people::Role,
};
use std::{collections::BTreeMap, fmt::Write, path::Path};

const STATES: &str = include_str!("../../src/case/state.rs");
const ASKS: &str = include_str!("../../src/case/ask/mod.rs");
const REFUSALS: &str = include_str!("../../src/refusal.rs");
const ROLES: &str = include_str!("../../src/people/role.rs");

/// Variants of an enum in a source file, each with the first paragraph of its words.
pub(crate) fn variants(source: &str, of: &str) -> Vec<(String, String)> {
    let body = source.split_once(of).and_then(|(_, rest)| rest.split_once("\n}\n")).expect("no such enum").0;
    let (mut found, mut words) = (Vec::new(), String::new());
    for line in body.lines().skip(1) {
        let Some(rest) = line.strip_prefix("    ").filter(|rest| !rest.starts_with(' ')) else { continue };
        match rest.strip_prefix("/// ") {
            Some(more) => {
                let gap = if words.is_empty() { "" } else { " " };
                write!(words, "{gap}{more}").unwrap();
            }
            None if rest.starts_with(|c: char| c.is_ascii_uppercase()) => {
                let name = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
                found.push((name, std::mem::take(&mut words)));
            }
            None => {}
        }
    }
    found
}

/// `PendingAcceptance` as `pending_acceptance`.
pub(crate) fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

fn names(source: &str, of: &str) -> BTreeMap<String, String> {
    variants(source, of).into_iter().map(|(name, words)| (snake(&name), words.trim_end_matches('.').to_owned())).collect()
}

fn tag(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn states(list: &[State]) -> String {
    match list.len() {
        0 => "–".to_owned(),
        15 => "any".to_owned(),
        _ => list.iter().map(|state| format!("`{}`", tag(state))).collect::<Vec<_>>().join(", "),
    }
}

fn who(who: Who) -> String {
    match who {
        Who::Holds(role) | Who::Role(role) => tag(role),
        Who::Handler => "the handler".to_owned(),
        Who::DutyDesk => "duty desk of the lead unit".to_owned(),
        Who::Rechecker => "the rechecker".to_owned(),
        Who::Reporter => "the reporter".to_owned(),
        Who::CoUnit => "a co-unit".to_owned(),
        Who::Closer => "closer by risk".to_owned(),
        Who::Reader => "whoever may read it".to_owned(),
        Who::Second => "a second person with the same right".to_owned(),
        Who::Clock => "the clock".to_owned(),
    }
}

fn document() -> String {
    let mut out = String::from(
        "# Life of a case\n\nMade from the tables of the `domain` crate; do not edit. To make it anew:\n\n\
         ```sh\nUPDATE_DOCS=1 cargo test --release -p huiyin-domain --test rules docs\n```\n\n",
    );
    state_table(&mut out);
    diagram(&mut out);
    verb_table(&mut out);
    matrix(&mut out);
    refusals(&mut out);
    out
}

fn state_table(out: &mut String) {
    let words = names(STATES, "pub enum State");
    out.push_str("## States\n\n| Code | 中文 | Open |\n|---|---|---|\n");
    for state in State::ALL {
        let code = tag(state);
        let open = if state.is_open() { "yes" } else { "no" };
        writeln!(out, "| `{code}` | {} | {open} |", words[&code]).unwrap();
    }
}

fn diagram(out: &mut String) {
    out.push_str("\n## Diagram\n\nSuspending and resuming are left out: they lead from every open state but the first and back. So is `about_unit`: what the unit that it is about had in hand goes back to `accepted`; everything else stays where it is.\n\n```mermaid\nstateDiagram-v2\n    [*] --> pending_acceptance: submit\n    [*] --> awaiting_approval: submit, put right on the spot\n");
    for row in
        TRANSITIONS.iter().filter(|row| !matches!(row.verb, VerbName::Submit | VerbName::Suspend | VerbName::Resume | VerbName::AboutUnit))
    {
        for (from, to) in row.from.iter().flat_map(|from| row.to.iter().map(move |to| (from, to))) {
            writeln!(out, "    {} --> {}: {}", tag(from), tag(to), tag(row.verb)).unwrap();
        }
    }
    out.push_str("```\n");
}

fn verb_table(out: &mut String) {
    let words = names(ASKS, "pub enum Ask");
    out.push_str("\n## Verbs\n\nClass: X exclusive, A additive, M monotonic. A verb that leads nowhere leaves the state as it is.\n\n| Verb | 中文 | From | To | Class | Phone, offline | Who |\n|---|---|---|---|---|---|---|\n");
    for row in &TRANSITIONS {
        let code = tag(row.verb);
        let class = match row.class {
            VerbClass::Exclusive => "X",
            VerbClass::Additive => "A",
            VerbClass::Monotonic => "M",
        };
        let offline = if row.verb.works_offline() { "yes" } else { "" };
        let who = row.who.iter().map(|&one| who(one)).collect::<Vec<_>>().join(", ");
        writeln!(out, "| `{code}` | {} | {} | {} | {class} | {offline} | {who} |", words[&code], states(row.from), states(row.to)).unwrap();
    }
}

fn matrix(out: &mut String) {
    let words = names(ROLES, "pub enum Role");
    out.push_str("\n## Who may do what\n\n● by role, within its scope · ○ only as the person the case names (handler, rechecker, reporter), as duty desk, as co-unit, as closer by risk, or by being able to read it.\n\nA case that is about a unit (`about_unit`) is kept from everybody of that unit, whatever their role: they may not even know that it exists, and neither handle, help with nor recheck it. Whoever of them told of it may still do what a reporter may.\n\n| Verb |");
    for role in Role::ALL {
        write!(out, " {} |", words[&tag(role)]).unwrap();
    }
    writeln!(out, "\n|---|{}", "---|".repeat(Role::ALL.len())).unwrap();
    for row in &TRANSITIONS {
        write!(out, "| `{}` |", tag(row.verb)).unwrap();
        for role in Role::ALL {
            let by_role = row.who.iter().any(|who| matches!(who, Who::Role(r) | Who::Holds(r) if *r == role));
            let by_person = row.who.iter().any(|who| by_person(*who, role));
            write!(
                out,
                " {} |",
                if by_role {
                    "●"
                } else if by_person {
                    "○"
                } else {
                    ""
                }
            )
            .unwrap();
        }
        out.push('\n');
    }
}

fn by_person(who: Who, role: Role) -> bool {
    match who {
        Who::Handler => matches!(role, Role::Handler | Role::Contractor),
        Who::DutyDesk => matches!(role, Role::Liaison | Role::Coordinator),
        Who::Rechecker => matches!(role, Role::Patroller | Role::Handler | Role::Coordinator),
        Who::Reporter => matches!(role, Role::Patroller | Role::Coordinator | Role::Liaison | Role::Dispatcher | Role::Leader),
        Who::CoUnit => matches!(role, Role::Liaison | Role::Handler | Role::Contractor),
        Who::Closer => matches!(role, Role::Coordinator | Role::Liaison | Role::Dispatcher),
        Who::Reader => !matches!(role, Role::Reviewer | Role::Admin | Role::Auditor),
        Who::Second => matches!(role, Role::Liaison | Role::Dispatcher),
        Who::Holds(_) | Who::Role(_) | Who::Clock => false,
    }
}

fn refusals(out: &mut String) {
    out.push_str("\n## Refusal codes\n\nEvery refusal names all rules that are not met, each with a code and, where it speaks of one, the field. [What each says in both languages, and how it is met](refusals.md).\n\n| Code | Meaning |\n|---|---|\n");
    for (name, words) in variants(REFUSALS, "pub enum Code") {
        writeln!(out, "| `{}` | {words} |", snake(&name)).unwrap();
    }
}

#[test]
fn the_lifecycle_page_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/lifecycle.md");
    let made = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(stored == made, "docs/lifecycle.md is out of date; run: UPDATE_DOCS=1 cargo test --release -p huiyin-domain --test rules docs");
}
