//! The clock tells each crossing once, however often and wherever it looks, and wakes what rests.

use crate::{
    desk_user::{DeskUser, reported},
    support::House,
};
use huiyin_domain::{
    case::{Accept, Ask, Event, State, Suspend, SuspendReason},
    rulebook::CategoryCode,
};
use huiyin_server::clockwork::look;
use time::Duration;

async fn told(house: &House, user: &DeskUser, number: &str) -> Vec<String> {
    let timeline = user.view(house, number).await.timeline;
    timeline
        .into_iter()
        .flat_map(|entry| entry.events)
        .filter_map(|event| match event {
            Event::Crossed { line } => Some(line),
            _ => None,
        })
        .collect()
}

#[tokio::test]
async fn each_crossing_is_told_once_and_the_ladder_is_climbed() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert_eq!(look(&house.core).await.unwrap(), 0, "nothing is due on the first day");
    house.clock.advance(Duration::days(4));
    // Two servers look at the same moment.
    let (here, there) = tokio::join!(look(&house.core), look(&house.core));
    assert!(here.is_ok() && there.is_ok());
    let once = ["acceptance:due_soon", "acceptance:overdue", "acceptance:level_1"];
    let first = told(&house, &coordinator, &number).await;
    assert!(first.iter().all(|line| once.contains(&line.as_str())) && first.contains(&"acceptance:overdue".to_owned()), "{first:?}");
    assert_eq!(look(&house.core).await.unwrap(), 0, "told already");
    house.clock.advance(Duration::days(8));
    assert_eq!(look(&house.core).await.unwrap(), 1);
    let view = coordinator.view(&house, &number).await;
    assert_eq!(view.case.supervision_level, 2);
    assert_eq!(view.case.state, State::PendingAcceptance, "the clock never moves a case");
    let mut lines = told(&house, &coordinator, &number).await;
    let all = lines.len();
    lines.sort();
    lines.dedup();
    assert_eq!(lines.len(), all, "{lines:?}");
    house.verified().await;
}

#[tokio::test]
async fn a_suspended_case_wakes_by_itself_and_nobody_else_may_play_the_clock() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, case) = reported(&house, &mut phone, "C18", "夜里施工，整晚不停", &[]).await;
    let desk = DeskUser::signed_in(&house, "dispatcher").await;
    let accept = Accept { category: CategoryCode("C18".into()), division: crate::support::TOWNSHIP.parse().unwrap(), not_the_same: vec![] };
    desk.does(&house, &number, Ask::Accept(accept)).await;
    let until = (house.core.now() + Duration::days(10)).day();
    let suspend = Suspend { reason: SuspendReason::ForceMajeure, words: "道路被洪水冲断，等待修复".into(), until };
    desk.does(&house, &number, Ask::Suspend(suspend)).await;
    let view = desk.view(&house, &number).await;
    let outcome = desk.act(&house, &number, Ask::Tick).await;
    assert!(matches!(outcome, huiyin_app::backend::Outcome::Refused { .. }), "{outcome:?}");
    house.clock.advance(Duration::days(9));
    assert_eq!((look(&house.core).await.unwrap(), desk.view(&house, &number).await.case.state), (0, State::Suspended));
    house.clock.advance(Duration::days(2));
    assert_eq!(look(&house.core).await.unwrap(), 1);
    let woken = desk.view(&house, &number).await.case;
    assert_eq!((woken.id, woken.state), (case, State::Accepted));
    assert!(woken.last_promise > view.case.last_promise, "the pause is not counted");
}
