//! What a person may see in lists and what waits for them, from the roles they hold. Each single case is checked again
//! by `domain::case::sight`; this only says where to look.

use crate::storage::inbox::{Reach, Reader, Waits};
use huiyin_domain::{
    case::{State, units_of},
    division::DivisionCode,
    moment::Moment,
    people::{Grant, PersonCard, Role, Scope, UnitCode},
    rulebook::{Category, Risk, Rulebook, seed},
};

/// The list's view of this person.
#[must_use]
pub fn reader(person: &PersonCard, book: &Rulebook, now: Moment) -> Reader {
    let mut reader = Reader { reaches: Vec::new(), waits: Vec::new(), stages: Vec::new(), units: units_of(person, book), now };
    for grant in &person.grants {
        for reach in reaches(grant, book) {
            add(&mut reader, person, grant.role, reach, book);
        }
        if let (Role::Liaison, Scope::Unit(unit)) = (grant.role, &grant.scope) {
            let led = |category: &&Category| surely_leads(unit, category, book);
            let codes: Vec<String> = book.categories.iter().filter(led).map(|category| category.code.0.clone()).collect();
            add(&mut reader, person, grant.role, Reach::Unled(codes), book);
        }
    }
    if person.grants.iter().any(|grant| !matches!(grant.role, Role::Admin | Role::Auditor | Role::Reviewer)) {
        personal(&mut reader, person);
    }
    if reader.reaches.contains(&Reach::County) {
        reader.reaches = vec![Reach::County];
    }
    reader.reaches.dedup();
    reader
}

/// Whether every matter of the category comes to this unit, wherever it is and whatever its severity: a list names no case
/// that cannot be opened.
fn surely_leads(unit: &UnitCode, category: &Category, book: &Rulebook) -> bool {
    let mut exceptions = book.routes.iter().filter(|route| route.category == category.code);
    let always = book.routes.iter().any(|route| route.category == category.code && route.area.is_none() && route.level.is_none());
    exceptions.all(|route| route.unit == *unit) && (always || category.lead_unit.as_ref() == Some(unit))
}

/// Where a grant holds, as the list's indexes know it.
fn reaches(grant: &Grant, book: &Rulebook) -> Vec<Reach> {
    match &grant.scope {
        Scope::Division(code) => vec![division(code, book)],
        Scope::Grid(codes) => codes.iter().map(|code| division(code, book)).collect(),
        Scope::Unit(unit) => vec![Reach::Unit(unit.0.clone())],
    }
}

fn division(code: &DivisionCode, book: &Rulebook) -> Reach {
    match code.as_str().len() {
        9 => Reach::Township(code.to_string()),
        12 => Reach::Village(code.to_string()),
        _ if *code == book.county.code => Reach::County,
        // Another county's code reaches nothing here: no township starts with it.
        _ => Reach::Township(code.to_string()),
    }
}

fn add(reader: &mut Reader, person: &PersonCard, role: Role, reach: Reach, book: &Rulebook) {
    let waits = |states: &[State]| Waits {
        reach: reach.clone(),
        states: states.to_vec(),
        categories: Vec::new(),
        without_rechecker: false,
        not_done_by: None,
    };
    let unassigned = Waits { without_rechecker: true, ..waits(&[State::AwaitingRecheck]) };
    let to_close = Waits { not_done_by: Some(person.id), ..waits(&[State::AwaitingApproval]) };
    match role {
        Role::Coordinator => {
            let low: Vec<String> = book.categories.iter().filter(|one| one.risk == Risk::Low).map(|one| one.code.0.clone()).collect();
            reader.waits.push(waits(&[State::PendingAcceptance, State::Accepted]));
            reader.waits.push(unassigned);
            if !low.is_empty() {
                reader.waits.push(Waits { categories: low, ..to_close });
            }
            if let Reach::Township(code) = &reach
                && let Ok(township) = code.parse()
            {
                let desk = Reach::Unit(seed::township_unit(&township).0);
                reader.waits.push(Waits { reach: desk, ..waits(&[State::Dispatched]) });
            }
            reader.stages.push(("redacting", reach.clone()));
        }
        Role::Liaison => {
            reader.waits.push(waits(&[State::PendingAcceptance, State::Dispatched]));
            reader.waits.push(to_close);
            reader.stages.push(("redacting", reach.clone()));
        }
        Role::Dispatcher => {
            reader.waits.push(waits(&[State::PendingAcceptance, State::Accepted, State::ReopenRequested]));
            reader.waits.push(unassigned);
            reader.waits.push(to_close);
            reader.stages.push(("redacting", reach.clone()));
        }
        Role::Reviewer => {
            reader.stages.push(("awaiting_review", reach));
            reader.reaches.push(Reach::Review);
            return;
        }
        Role::Admin | Role::Auditor => return,
        Role::Patroller | Role::Handler | Role::Leader | Role::Contractor => {}
    }
    reader.reaches.push(reach);
}

/// What a person is named in, whatever the role.
fn personal(reader: &mut Reader, person: &PersonCard) {
    let waits = |reach: Reach, states: &[State]| Waits {
        reach,
        states: states.to_vec(),
        categories: Vec::new(),
        without_rechecker: false,
        not_done_by: None,
    };
    let handling = [State::Dispatched, State::InProgress, State::Rectifying, State::StageClosed];
    reader.waits.push(waits(Reach::Handler(person.id), &handling));
    reader.waits.push(waits(Reach::Rechecker(person.id), &[State::AwaitingRecheck]));
    reader.reaches.extend([Reach::Handler(person.id), Reach::Rechecker(person.id), Reach::Reporter(person.id)]);
}
