//! Patrols as this phone sees them: the county's newest state with the person's own unsent visits folded in.

use huiyin_domain::{
    case::{Ask, Entry},
    command::Command,
    ids::{CaseId, CommandId, PatrolId, PersonId, SiteId},
    moment::Moment,
    patrol::{self, PatrolAsk, PatrolWorld},
    people::{Actor, PersonCard},
    refusal::Refusal,
    rulebook::Rulebook,
    site::Site,
};
use std::collections::BTreeMap;

use super::{PhonePatrol, engine::Work, view::not_yet_in};

/// The world as a phone knows it for one patrol.
fn with_world<T>(book: &Rulebook, me: &PersonCard, now: Moment, sites: &[Site], then: impl FnOnce(&PatrolWorld<'_>) -> T) -> T {
    let person = |id: PersonId| (id == me.id).then(|| me.clone());
    let site = |id: SiteId| sites.iter().find(|site| site.id == id).cloned();
    then(&PatrolWorld { rulebook: book, now, person: &person, site: &site })
}

/// Asks the rules on this phone.
pub(super) fn allowed(work: &Work, book: &Rulebook, now: Moment, command: &Command, ask: &PatrolAsk) -> Result<(), Refusal> {
    let me = &work.signed_in.person;
    let patrols = patrols(work, me);
    let known = patrols.iter().find(|known| CaseId::from(known.patrol.id) == command.case);
    let sites = known.map(|known| known.sites.as_slice()).unwrap_or_default();
    let actor = Actor::Person(me.clone());
    with_world(book, me, now, sites, |world| patrol::decide(known.map(|known| &known.patrol), &actor, command, ask, world).map(drop))
}

/// Those I am to go on, the earliest first.
pub(super) fn patrols(work: &Work, me: &PersonCard) -> Vec<PhonePatrol> {
    let replica = &work.replica;
    let shown = replica
        .patrols
        .iter()
        .map(|(id, known)| (*id, PhonePatrol { patrol: known.patrol.clone(), sites: known.sites.clone(), only_here: Vec::new() }));
    let mut patrols: BTreeMap<PatrolId, PhonePatrol> = shown.collect();
    if let Some(book) = &replica.book {
        for item in not_yet_in(work) {
            if let Ok(command) = serde_json::from_str::<Command>(&item.text) {
                fold_in(&mut patrols, &command, (!item.is_acknowledged()).then_some(item.command), &book.rulebook, me, replica.seq);
            }
        }
    }
    let mut patrols: Vec<PhonePatrol> = patrols.into_values().collect();
    patrols.sort_by_key(|known| (known.patrol.plan.to, known.patrol.id));
    patrols
}

fn fold_in(
    patrols: &mut BTreeMap<PatrolId, PhonePatrol>,
    command: &Command,
    only_here: Option<CommandId>,
    book: &Rulebook,
    me: &PersonCard,
    seq: u64,
) {
    let id = match &command.ask {
        Ask::Patrol(_) => PatrolId::from(command.case),
        Ask::Submit(submit) => match submit.report.patrol {
            Some(patrol) => patrol,
            None => return,
        },
        _ => return,
    };
    let Some(known) = patrols.get_mut(&id) else { return };
    let at = command.made_at_corrected();
    let actor = Actor::Person(me.clone());
    let events = match &command.ask {
        Ask::Patrol(ask) => {
            let decided = with_world(book, me, at, &known.sites, |world| patrol::decide(Some(&known.patrol), &actor, command, ask, world));
            decided.unwrap_or_default()
        }
        Ask::Submit(submit) => patrol::reported(&known.patrol, &actor, command.case, submit),
        _ => Vec::new(),
    };
    let entry = Entry { seq, command: command.id, case: id.into(), by: Some(me.id), at, made_at: at };
    if events.is_empty() {
        return;
    }
    if let Some(patrol) = patrol::fold(Some(known.patrol.clone()), &entry, &events) {
        known.patrol = patrol;
        known.only_here.extend(only_here);
    }
}

/// What a command about a patrol is called in lists: the place, else the patrol.
pub(super) fn words_of(work: &Work, command: &Command, ask: &PatrolAsk) -> String {
    let Some(known) = work.replica.patrols.get(&command.case.into()) else { return String::new() };
    let site = match ask {
        PatrolAsk::Visit(visit) => known.sites.iter().find(|site| site.id == visit.site),
        _ => None,
    };
    site.map_or_else(|| known.patrol.plan.title.clone(), |site| site.name.clone())
}
