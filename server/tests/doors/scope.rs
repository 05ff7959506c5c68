//! Nobody's desk holds what is not theirs to see.

use crate::{
    desk_user::{DeskUser, reported},
    life::{published, until_approval},
    support::House,
};
use huiyin_app::backend::InboxGroup;
use huiyin_domain::{
    case::{Ask, Reporter, VerbName, Words},
    report::Whereabouts,
};

fn count(inbox: &huiyin_app::backend::Inbox, group: InboxGroup) -> u32 {
    inbox.counts.iter().find(|(known, _)| *known == group).map_or(0, |(_, count)| *count)
}

#[tokio::test]
async fn a_case_is_listed_and_opened_only_within_scope() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了，孩子没法睡", &[]).await;
    for name in ["coordinator", "dispatcher", "patroller", "patroller2"] {
        let user = DeskUser::signed_in(&house, name).await;
        let inbox = user.inbox(&house, "").await;
        assert_eq!(inbox.rows.iter().map(|row| row.number.as_str()).collect::<Vec<_>>(), [number.as_str()], "{name}");
        assert_eq!(user.view(&house, &number).await.case.number.as_deref(), Some(number.as_str()), "{name}");
    }
    for name in ["far", "coordinator-far", "handler2", "liaison", "reviewer", "admin", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        let inbox = user.inbox(&house, "?search=%E9%9F%B3%E5%93%8D").await;
        assert!(inbox.rows.is_empty() && inbox.counts.iter().all(|(_, count)| *count == 0), "{name}: {inbox:?}");
        user.get(&house, &format!("/api/v1/cases/{number}")).await.is_problem(404, "no_such_case", None);
        user.get(&house, &format!("/api/v1/cases/{number}/candidates?verb=dispatch")).await.is_problem(404, "no_such_case", None);
        let case = DeskUser::signed_in(&house, "dispatcher").await.view(&house, &number).await.case;
        let note = Ask::Note(Words { words: "我想看看".into() });
        user.send(&house, &number, &user.deed(case.id, case.seq, note)).await.is_problem(404, "no_such_case", None);
    }
    house.get("/api/v1/cases", None).await.is_problem(401, "not_signed_in", None);
}

#[tokio::test]
async fn what_waits_for_whom() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let mine = async |name: &str| count(&DeskUser::signed_in(&house, name).await.inbox(&house, "").await, InboxGroup::Mine);
    assert_eq!((mine("coordinator").await, mine("dispatcher").await, mine("patroller").await), (1, 1, 0));
    house.clock.advance(time::Duration::days(10));
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let inbox = coordinator.inbox(&house, "").await;
    assert_eq!((count(&inbox, InboxGroup::Overdue), inbox.rows[0].group), (1, InboxGroup::Overdue));
}

#[tokio::test]
async fn filters_and_search_find_what_they_say() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (loud, _, _) = reported(&house, &mut phone, "C18", "夜里100%的音响声", &[]).await;
    let (other, _, _) = reported(&house, &mut phone, "C99", "沟边有死鸡_很多", &[]).await;
    let desk = DeskUser::signed_in(&house, "dispatcher").await;
    let found = async |query: &str| desk.inbox(&house, query).await.rows.into_iter().map(|row| row.number).collect::<Vec<_>>();
    assert_eq!(found("?category=C99").await, [other.as_str()]);
    assert_eq!(found("?search=100%25").await, [loud.as_str()]);
    assert_eq!(found("?search=%25").await, [loud.as_str()], "a percent sign is a percent sign");
    assert_eq!(found("?search=_").await, [other.as_str()]);
    assert_eq!(found(&format!("?search={}", loud.to_lowercase())).await, [loud.as_str()]);
    assert_eq!(found("?state=closed").await, Vec::<String>::new());
    assert_eq!(found("?group=mine&division=359921100").await.len(), 2);
    desk.get(&house, "/api/v1/cases?category=C77").await.is_problem(400, "bad_address", Some("category"));
    desk.get(&house, "/api/v1/cases?after=xyz").await.is_problem(400, "bad_cursor", Some("after"));
}

#[tokio::test]
async fn a_reviewer_reads_what_will_be_public_and_nothing_else() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    let reviewer = DeskUser::signed_in(&house, "reviewer").await;
    let view = reviewer.view(&house, &told.number).await;
    for filed in &view.case.reports {
        assert_eq!(filed.reporter, Reporter::Hidden);
        assert!(filed.report.words.is_empty() && matches!(filed.report.place, Whereabouts::Unknown { .. }) && filed.photos.is_empty());
    }
    assert!(view.case.place.is_none() && view.case.site.is_none());
    let all = serde_json::to_string(&view).unwrap();
    for secret in ["石拱桥下", "生活垃圾约两吨", "26.06", "117.9"] {
        assert!(!all.contains(secret), "{secret}");
    }
    let offered: Vec<VerbName> = view.offers.iter().map(|offer| offer.verb).collect();
    assert!(offered.contains(&VerbName::Withdraw) && !offered.contains(&VerbName::Reply), "{offered:?}");
}
