//! The sets of `domain::figures::Tally` as conditions, so that a list holds exactly what a figure counted. A test holds
//! each of them to the definition.

use super::C;
use crate::storage::entities::{case_file, report};
use huiyin_domain::{
    case::State,
    figures::{AGAIN_DAYS, AGAIN_M, Ground, Period, Tally},
    moment::Moment,
};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait as _, Query, SelectStatement},
};

/// What a figure counts.
pub(super) fn tallied(tally: Tally, period: Period, ground: Ground, now: Moment) -> Condition {
    let all = Condition::all();
    match tally {
        Tally::Received => opened_in(period),
        Tally::Open => all.add(C::Open.eq(true)),
        Tally::Overdue => all.add(C::Open.eq(true)).add(C::Paused.eq(false)).add(C::DueAt.lt(now.unix_ms())),
        Tally::Ownerless => {
            let under_way = Tally::UNDER_WAY.iter().filter_map(|state| crate::storage::name_of(state).ok());
            all.add(C::Handler.is_null()).add(C::State.is_in(under_way))
        }
        Tally::Due => fell_due(period),
        Tally::DueClosed => fell_due(period).add(is(State::Closed)),
        Tally::DueOnTime => fell_due(period).add(closed_by(C::PromisedAt)),
        Tally::DueOnFirst => fell_due(period).add(closed_by(C::FirstPromisedAt)),
        Tally::Closed => closed_in(period),
        Tally::Substantiated => closed_in(period).add(substantiated()),
        Tally::Disposed => closed_in(period).add(substantiated()).add(C::Disposed.eq(true)),
        Tally::Rechecked => closed_in(period).add(C::PassedFirst.is_not_null()),
        Tally::PassedFirst => closed_in(period).add(C::PassedFirst.eq(true)),
        Tally::Extended => opened_in(period).add(C::Extended.eq(true)),
        Tally::Suspended => opened_in(period).add(C::Suspended.eq(true)),
        Tally::Merged => opened_in(period).add(is(State::Merged)),
        Tally::Declined => opened_in(period).add(is(State::Declined)),
        Tally::Again => opened_in(period).add(C::State.is_not_in(no_matter())).add(again(ground)),
        Tally::Rated => closed_in(period).add(C::Satisfied.is_not_null()),
        Tally::Satisfied => closed_in(period).add(C::Satisfied.eq(true)),
        Tally::AnswersDue => answers_due(period, false),
        Tally::AnswersLate => answers_due(period, true),
    }
}

fn is(state: State) -> Condition {
    // A state's name cannot fail to be written; if it did, nothing would be listed rather than too much.
    Condition::all().add(C::State.eq(crate::storage::name_of(&state).unwrap_or_default()))
}

fn within(column: C, period: Period) -> Expr {
    column.between(period.from.unix_ms(), period.to.unix_ms())
}

fn opened_in(period: Period) -> Condition {
    Condition::all().add(within(C::OpenedAt, period)).add(is(State::Void).not())
}

fn closed_in(period: Period) -> Condition {
    is(State::Closed).add(within(C::ClosedAt, period))
}

fn fell_due(period: Period) -> Condition {
    let running = Condition::all().add(C::Open.eq(true)).add(C::Paused.eq(false));
    Condition::all().add(within(C::PromisedAt, period)).add(Condition::any().add(is(State::Closed)).add(running))
}

fn closed_by(limit: C) -> Condition {
    is(State::Closed).add(Expr::col(C::ClosedAt).lte(Expr::col(limit)))
}

fn no_matter() -> impl Iterator<Item = String> {
    Tally::NO_MATTER.iter().filter_map(|state| crate::storage::name_of(state).ok())
}

/// Whether the same had come up before at the same place: as `domain::figures::Occurrence` says it. At its site or near by
/// are two questions, each with an index of its own.
pub(in crate::storage) fn again(ground: Ground) -> Expr {
    let way = |column: C, metres: f64| own(column).sub(before(column)).mul(metres);
    let (north, east) = (|| way(C::LatDeg, ground.north_m), || way(C::LonDeg, ground.east_m));
    let square = north().mul(north()).add(east().mul(east()));
    // A little more than as far as it reaches, so that no rounding leaves out what the square would take.
    let band = AGAIN_M * 1.01 / ground.north_m;
    let at_site = earlier().and_where(before(C::Site).equals((case_file::Entity, C::Site))).take();
    let near = earlier()
        .and_where(before(C::LatDeg).between(own(C::LatDeg).sub(band), own(C::LatDeg).add(band)))
        .and_where(square.lte(AGAIN_M * AGAIN_M))
        .take();
    Expr::exists(at_site).or(Expr::exists(near))
}

const BEFORE: &str = "before";

fn own(column: C) -> Expr {
    Expr::col((case_file::Entity, column))
}

fn before(column: C) -> Expr {
    Expr::col((BEFORE, column))
}

/// Earlier cases of the same kind. When they came up is asked so that no index of it seems to answer: half a year of a
/// category is far more than what lies at one place.
fn earlier() -> SelectStatement {
    let longest_ms = AGAIN_DAYS * 86_400_000;
    let since = || own(C::OpenedAt).sub(before(C::OpenedAt));
    Query::select()
        .expr(Expr::val(1))
        .from_as(case_file::Entity, BEFORE)
        .and_where(before(C::Category).equals((case_file::Entity, C::Category)))
        .and_where(since().gt(0))
        .and_where(since().lte(longest_ms))
        .and_where(before(C::State).is_not_in(no_matter()))
        .and_where(before(C::Id).not_equals((case_file::Entity, C::Id)))
        .take()
}

fn substantiated() -> Condition {
    Condition::all().add(C::Finding.is_in(["substantiated", "partly"]))
}

fn answers_due(period: Period, late_only: bool) -> Condition {
    use report::Column as R;
    let mut owing = Query::select();
    owing.column(R::CaseId).from(report::Entity).and_where(R::DueAt.between(period.from.unix_ms(), period.to.unix_ms()));
    if late_only {
        let late = Expr::col(R::AnsweredAt).gt(Expr::col(R::DueAt));
        owing.cond_where(Condition::any().add(R::AnsweredAt.is_null()).add(late));
    }
    Condition::all().add(is(State::Void).not()).add(C::Id.in_subquery(owing.take()))
}
