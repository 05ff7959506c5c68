//! Patrols: the desk plans, changes and cancels them, and phones walk them.

use crate::{
    dice::Dice,
    hand::Hand,
    support::{House, TOWNSHIP},
};
use huiyin_domain::{
    case::{Ask, Words},
    ids::{CaseId, CommandId, PatrolId, PersonId},
    patrol::{Patrol, PatrolAsk, PatrolKind, Plan, SiteVisit},
    sync::message::PatrolForPhone,
};
use huiyin_server::storage;

fn words(words: &str) -> Words {
    Words { words: words.to_owned() }
}

/// Somebody at the desk plans a patrol, or changes or cancels the last one; answers the command and the patrol.
pub(crate) async fn arranged(house: &House, dice: &mut Dice, hands: &[Hand], last: Option<PatrolId>) -> (CommandId, PatrolId) {
    let mut desk = house.phone("coordinator").await;
    let people: Vec<PersonId> = hands[..2].iter().filter(|_| dice.percent(60)).map(|hand| hand.person).collect();
    let command = match (last, dice.below(100)) {
        (Some(patrol), 0..30) => desk.command(Some(CaseId(patrol.0)), 0, Ask::Patrol(PatrolAsk::Assign { people })),
        (Some(patrol), 30..40) => desk.command(Some(CaseId(patrol.0)), 0, Ask::Patrol(PatrolAsk::Cancel(words("台风")))),
        _ => {
            let today = house.core.now().day();
            let plan = Plan {
                kind: *dice_of(dice, &PatrolKind::ALL),
                title: "夜查".to_owned(),
                sites: Vec::new(),
                areas: vec![TOWNSHIP.parse().unwrap()],
                people,
                co_units: Vec::new(),
                from: today,
                to: today,
                notes: String::new(),
                unannounced: false,
            };
            desk.command(None, 0, Ask::Patrol(PatrolAsk::Plan(Box::new(plan))))
        }
    };
    desk.pushed(house, &[&command]).await;
    (command.id, PatrolId(command.case.0))
}

fn dice_of<'a, T>(dice: &mut Dice, of: &'a [T]) -> &'a T {
    &of[dice.below(of.len() as u64) as usize]
}

/// What somebody on a patrol tells of it.
pub(crate) fn told(dice: &mut Dice, known: &PatrolForPhone) -> (CaseId, Ask) {
    let ask = match dice.below(100) {
        0..15 => PatrolAsk::Start,
        15..25 => PatrolAsk::Finish(words("")),
        _ if known.sites.is_empty() => PatrolAsk::Start,
        _ => PatrolAsk::Visit(SiteVisit { site: dice_of(dice, &known.sites).id, words: String::new() }),
    };
    (CaseId(known.patrol.id.0), Ask::Patrol(ask))
}

/// Every patrol there is.
pub(crate) async fn all(house: &House) -> Vec<Patrol> {
    storage::patrols::batch(house.core.db.read(), None, 100_000).await.unwrap()
}
