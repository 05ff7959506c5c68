//! The conditions behind the list: what a reader may see, what waits for them, what belongs to a part.

use super::{C, Filter, Mark, Reach, Reader, Segment, tally::tallied};
use crate::storage::{entities::report, search, seen};
use huiyin_domain::ids::PersonId;
use sea_orm::{
    ColumnTrait, Condition, Order,
    sea_query::{Expr, ExprTrait as _, Func, Query},
};
use std::collections::BTreeSet;

/// What a reach holds.
pub(super) fn within(reach: &Reach) -> Condition {
    let all = Condition::all();
    match reach {
        Reach::County => all,
        Reach::Township(code) => all.add(C::Township.eq(code)),
        Reach::Village(code) => all.add(C::Township.eq(&code[..code.len().min(9)])).add(C::Division.eq(code)),
        Reach::Unit(code) => all.add(C::LeadUnit.eq(code)),
        Reach::Unled(categories) => all.add(C::LeadUnit.is_null()).add(C::Category.is_in(categories)),
        Reach::Handler(person) => all.add(C::Handler.eq(person.0)),
        Reach::Rechecker(person) => all.add(C::Rechecker.eq(person.0)),
        Reach::Reporter(person) => {
            let reported = Query::select()
                .column(report::Column::CaseId)
                .from(report::Entity)
                .and_where(report::Column::Reporter.eq(person.0))
                .to_owned();
            all.add(C::Id.in_subquery(reported))
        }
        Reach::Review => all.add(C::Publication.is_in(["awaiting_review", "published", "withdrawn"])),
    }
}

/// What belongs to a part of the list. It says first what the index starts with.
pub(super) fn part(reader: &Reader, segment: Segment) -> Condition {
    let now = reader.now.unix_ms();
    let running = || Condition::all().add(C::Open.eq(true)).add(C::Paused.eq(false));
    let dated = || running().add(C::DueAt.gte(now)).add(C::SoonAt.gt(now));
    let undated = || running().add(C::DueAt.is_null());
    match segment {
        Segment::Overdue => running().add(C::DueAt.lt(now)),
        Segment::DueSoon => running().add(C::DueAt.gte(now)).add(C::SoonAt.lte(now)),
        Segment::Mine => dated().add(waiting(reader)),
        Segment::MineUndated => undated().add(waiting(reader)),
        Segment::OnTime => dated().add(no(waiting(reader))),
        Segment::OnTimeUndated => undated().add(no(waiting(reader))),
        Segment::Paused => Condition::all().add(C::Open.eq(true)).add(C::Paused.eq(true)),
        Segment::MinePublication => {
            let stages = stages(reader).into_iter();
            stages.fold(Condition::any().add(Expr::value(false)), |any, stage| any.add(told(reader, stage)))
        }
        Segment::Closed => Condition::all().add(C::Open.eq(false)).add(no(part(reader, Segment::MinePublication))),
    }
}

/// Where a condition does not hold, or cannot be told because a column is empty.
pub(super) fn no(condition: Condition) -> Expr {
    Expr::case(condition, false).finally(true).into()
}

/// What waits for the reader. Nothing matches an empty list.
pub(super) fn waiting(reader: &Reader) -> Condition {
    if reader.waits.is_empty() {
        return Condition::all().add(Expr::value(false));
    }
    reader.waits.iter().fold(Condition::any(), |any, waits| {
        let mut all = within(&waits.reach).add(C::State.is_in(waits.states.iter().filter_map(|state| crate::storage::name_of(state).ok())));
        if !waits.categories.is_empty() {
            all = all.add(C::Category.is_in(&waits.categories));
        }
        if waits.without_rechecker {
            all = all.add(C::Rechecker.is_null());
        }
        if let Some(person) = waits.not_done_by {
            all = all.add(distinct(C::Handler, person)).add(distinct(C::Rechecker, person));
        }
        any.add(all)
    })
}

fn distinct(column: C, person: PersonId) -> Condition {
    Condition::any().add(column.is_null()).add(column.ne(person.0))
}

/// The stages of publication that wait for the reader, each once.
pub(super) fn stages(reader: &Reader) -> BTreeSet<&'static str> {
    reader.stages.iter().map(|(stage, _)| *stage).collect()
}

/// Closed cases that wait for the reader at one stage of publication. There are few among much that is closed: an index
/// holds only those. The stage stands in the statement's own text, so that SQLite knows while preparing it that the index holds
/// the stage; and where they lie is asked so that no other index seems to answer.
pub(super) fn told(reader: &Reader, stage: &'static str) -> Condition {
    let reaches = reader.stages.iter().filter(|(own, _)| *own == stage).map(|(_, reach)| reach);
    let lying = reaches.fold(Condition::any(), |any, reach| any.add(lying(reach)));
    Condition::all().add(C::Open.eq(false)).add(Expr::col(C::Publication).eq(Expr::Constant(stage.into()))).add(lying)
}

/// What a reach holds, read from the case and not from an index.
pub(super) fn lying(reach: &Reach) -> Condition {
    let is = |column: C, code: &str| Expr::from(Func::coalesce([Expr::col(column), Expr::Constant("".into())])).eq(code);
    match reach {
        Reach::Township(code) => Condition::all().add(is(C::Township, code)),
        Reach::Village(code) => Condition::all().add(is(C::Division, code)),
        Reach::Unit(code) => Condition::all().add(is(C::LeadUnit, code)),
        _ => within(reach),
    }
}

pub(super) fn filtered(reader: &Reader, filter: &Filter) -> Condition {
    let mut all = Condition::all();
    if let Some(name) = filter.state.as_ref().and_then(|state| crate::storage::name_of(state).ok()) {
        all = all.add(C::State.eq(name));
    }
    if let Some(category) = &filter.category {
        all = all.add(C::Category.eq(category));
    }
    if let Some(division) = &filter.division {
        all = all.add(C::Division.starts_with(division));
    }
    for word in &filter.search {
        all = all.add(search::holding(word));
    }
    if let Some(seen) = filter.unseen_by {
        all = all.add(seen::unseen(seen));
    }
    if let Some(unit) = &filter.unit {
        all = all.add(C::LeadUnit.eq(crate::storage::plain(unit)));
    }
    if let Some(categories) = &filter.categories {
        all = all.add(C::Category.is_in(categories));
    }
    if let Some(categories) = &filter.other_categories {
        all = all.add(C::Category.is_not_in(categories));
    }
    if filter.without_township {
        all = all.add(C::Township.is_null());
    }
    if filter.without_unit {
        all = all.add(C::LeadUnit.is_null());
    }
    if let Some((tally, period, ground)) = filter.tally {
        all = all.add(tallied(tally, period, ground, reader.now));
    }
    all
}

/// What comes after a mark, in the segment's own order.
pub(super) fn beyond(segment: Segment, mark: Mark) -> Condition {
    let key = segment.key();
    let later_id = || if segment.order() == Order::Desc { C::Id.lt(mark.id) } else { C::Id.gt(mark.id) };
    let Some(value) = mark.key else {
        let same = Condition::all().add(key.is_null()).add(later_id());
        // What rests without a clock comes before what rests with one.
        return if segment == Segment::Paused { Condition::any().add(same).add(key.is_not_null()) } else { same };
    };
    // The plain bound lets the index start at the mark; the second half drops what was shown of the same key.
    let (bound, past) = if segment.order() == Order::Desc { (key.lte(value), key.lt(value)) } else { (key.gte(value), key.gt(value)) };
    Condition::all().add(bound).add(Condition::any().add(past).add(later_id()))
}
