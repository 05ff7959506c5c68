//! What a person could ask of a case now: the buttons, with what still stands in the way of each.

use super::{Ask, Case, State, VerbName, Words, World, decide, permission};
use crate::{
    command::{Command, SCHEMA},
    ids::{CommandId, DeviceId},
    people::Actor,
    refusal::{Code, Unmet},
};
use serde::{Deserialize, Serialize};

/// One verb that this person may expect here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// Which.
    pub verb: VerbName,
    /// What stands in the way that no input of the form could mend; empty means: go ahead.
    pub unmet: Vec<Unmet>,
}

/// Every verb this person may expect in this state, in the order of the table; then the steps that lie ahead. A verb that
/// the person has no right to is absent; one that only waits for something is there with its reasons.
#[must_use]
pub fn offers(case: &Case, actor: &Actor, world: &World<'_>) -> Vec<Offer> {
    let probe = probe(case, world);
    VerbName::ALL
        .into_iter()
        .filter(|verb| *verb != VerbName::Submit && verb.transition().from.contains(&case.state))
        .filter(|verb| permission::permits(case, actor, *verb, world.rulebook))
        .map(|verb| Offer { verb, unmet: decide::in_the_way(case, actor, verb, world, &probe) })
        .filter(|offer| !offer.unmet.iter().any(|unmet| is_out_of_place(&unmet.code)))
        .chain(ahead(case.state).iter().filter(|verb| permission::permits(case, actor, **verb, world.rulebook)).map(|verb| {
            let mut unmet = vec![Unmet { code: Code::WrongState { state: case.state }, field: None }];
            unmet.extend(decide::in_the_way(case, actor, *verb, world, &probe));
            Offer { verb: *verb, unmet }
        }))
        .collect()
}

/// Steps whose state has not come yet and that whoever takes them looks out for: what they will ask is told early.
fn ahead(state: State) -> &'static [VerbName] {
    match state {
        State::PendingAcceptance => &[VerbName::Dispatch],
        State::Dispatched | State::InProgress | State::Rectifying | State::AwaitingRecheck => &[VerbName::Close],
        _ => &[],
    }
}

/// Not an obstacle to overcome but a sign that there is nothing to do: no question to answer, nothing to confirm.
fn is_out_of_place(code: &Code) -> bool {
    matches!(code, Code::NothingWaiting | Code::ExtensionNotAsked | Code::NotAllowed)
}

/// Rules about case and person never look at the command; this one stands in for it.
fn probe(case: &Case, world: &World<'_>) -> Command {
    Command {
        id: CommandId(case.id.0),
        salt: String::new(),
        device: DeviceId(case.id.0),
        number: 0,
        schema: SCHEMA,
        rulebook: world.rulebook.version,
        base: case.seq,
        made_at: world.now,
        zone_min: 480,
        clock_offset_ms: None,
        case: case.id,
        ask: Ask::Note(Words { words: String::new() }),
    }
}
