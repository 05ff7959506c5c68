//! What becomes of the demonstration's matters, and how many of each there are.

use super::{endings, life::Life};
use huiyin_domain::{
    case::{DecidePublication, Finding},
    ids::CaseId,
    rulebook::{ClockClass, Risk},
};

/// Cases of the whole demonstration. One that is merged brings another one that it is merged into.
pub(super) const WHOLE: u32 = 2400;

/// What began no longer ago than this is mostly still under way.
const LATELY_DAYS: i64 = 90;

/// Where a matter ends up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// Closed and public.
    Published,
    /// Closed, public, then taken down.
    Withdrawn,
    /// Closed; the summary waits for the reviewer.
    AwaitingReview,
    /// Closed; the summary is still to be written.
    Redacting,
    /// Closed; not public on a legal ground.
    Withheld,
    /// Put right on the spot, closed and public.
    OnSpot,
    /// Not true; closed by the fast path.
    Unsubstantiated,
    /// Closed, asked for again, done again, closed.
    Reopened,
    /// 待受理
    Pending,
    /// 已受理，待交办
    Accepted,
    /// 已交办，待签收
    Dispatched,
    /// 处置中
    InProgress,
    /// 整改中
    Rectifying,
    /// 待复查
    AwaitingRecheck,
    /// 待审核结案
    AwaitingApproval,
    /// 阶段性办结
    StageClosed,
    /// 中止
    Suspended,
    /// 申请重办
    ReopenRequested,
    /// 不予受理
    Declined,
    /// 已移送
    Transferred,
    /// 已并案, into the matter told just before it.
    Merged,
    /// 作废
    Void,
}

impl Fate {
    /// How many there are of each among [`WHOLE`] cases, with the days before as-of in which they begin: newest and oldest.
    pub(super) const COUNTS: [(Fate, u32, i64, i64); 22] = [
        (Fate::Published, 1136, 45, 540),
        (Fate::OnSpot, 240, 20, 540),
        (Fate::Unsubstantiated, 150, 35, 540),
        (Fate::Reopened, 130, 90, 530),
        (Fate::Withheld, 84, 50, 520),
        (Fate::Withdrawn, 6, 120, 300),
        (Fate::AwaitingReview, 24, 26, 48),
        (Fate::Redacting, 24, 26, 46),
        (Fate::Declined, 96, 4, 535),
        (Fate::Merged, 120, 12, 520),
        (Fate::Transferred, 40, 20, 500),
        (Fate::Void, 16, 10, 400),
        (Fate::StageClosed, 22, 40, 90),
        (Fate::Suspended, 18, 14, 30),
        (Fate::ReopenRequested, 14, 24, 44),
        (Fate::Pending, 20, 0, 2),
        (Fate::Accepted, 14, 0, 2),
        (Fate::Dispatched, 18, 1, 3),
        (Fate::InProgress, 34, 2, 8),
        (Fate::Rectifying, 30, 5, 14),
        (Fate::AwaitingRecheck, 24, 8, 16),
        (Fate::AwaitingApproval, 20, 8, 16),
    ];

    /// How many there are of each in a demonstration of `cases`: every fate is in it, and of what began lately enough that a
    /// desk has work to show.
    #[must_use]
    pub(super) fn shares(cases: u32) -> Vec<(Fate, u32, i64, i64)> {
        let lately = |oldest: i64| oldest <= LATELY_DAYS;
        let part = |count: u32, of: u32, whole: u32| (count * of + whole / 2) / whole.max(1);
        let new = |count: u32| part(count, cases, WHOLE).max((count * 2).div_ceil(5));
        let sum = |each: &dyn Fn(u32) -> u32| -> u32 {
            Fate::COUNTS.iter().filter(|(_, _, _, oldest)| lately(*oldest)).map(|(_, count, _, _)| each(*count)).sum()
        };
        let (left, whole) = (cases.saturating_sub(sum(&new)), WHOLE - sum(&|count| count));
        let share = |(fate, count, newest, oldest): (Fate, u32, i64, i64)| {
            let some = if lately(oldest) { new(count) } else { part(count, left, whole) };
            (fate, some.max(1), newest, oldest)
        };
        Fate::COUNTS.into_iter().map(share).collect()
    }

    /// Whether only categories of a certain kind can come to this end.
    #[must_use]
    pub(super) fn fits(self, risk: Risk, on_spot: bool, emergency: bool) -> bool {
        match self {
            Fate::OnSpot => on_spot,
            Fate::AwaitingRecheck | Fate::Rectifying | Fate::StageClosed => risk >= Risk::Medium && !emergency,
            Fate::Suspended | Fate::Transferred | Fate::Withheld => risk >= Risk::Medium && !emergency,
            Fate::Void | Fate::Declined | Fate::Merged => !emergency,
            _ => true,
        }
    }

    /// Tells a life to this end. `master` is the case a merged one goes into.
    pub(super) fn tell(self, life: &mut Life<'_>, master: Option<CaseId>) {
        match self {
            Fate::OnSpot => endings::on_spot(life),
            Fate::Declined => endings::declined(life),
            Fate::Void => endings::void(life),
            Fate::Merged => endings::merged(life, master),
            _ => {
                if life.dice.percent(14) {
                    life.told_by_phone();
                } else {
                    life.told();
                }
                self.after_report(life);
            }
        }
    }

    fn after_report(self, life: &mut Life<'_>) {
        if self == Fate::Pending {
            return;
        }
        life.accepted(0.3, 9.0);
        if self == Fate::Accepted {
            return;
        }
        if self == Fate::Transferred {
            return endings::transferred(life);
        }
        life.dispatched(0.3, 7.0);
        if self == Fate::Dispatched {
            return;
        }
        life.signed(0.4, 8.0);
        match self {
            Fate::Unsubstantiated => return endings::unsubstantiated(life),
            Fate::Suspended => return endings::suspended(life),
            _ => {}
        }
        let finding = if life.dice.percent(88) { Finding::Substantiated } else { Finding::Partly };
        if self == Fate::InProgress && life.dice.percent(40) {
            return;
        }
        life.verified(finding, 3.0, 18.0);
        if self == Fate::InProgress {
            return;
        }
        if life.matter.category.risk >= Risk::Medium {
            let days = life.dice.between(7, 15);
            life.ordered(days, 1.0, 6.0);
        }
        if life.matter.category.clock != ClockClass::Emergency && life.dice.percent(6) {
            life.extended();
        }
        if self == Fate::Rectifying {
            return;
        }
        life.rectified(20.0, 110.0);
        if self == Fate::AwaitingRecheck && life.dice.percent(40) {
            return;
        }
        if self == Fate::AwaitingRecheck {
            return life.recheck_assigned(1.0, 10.0);
        }
        if life.matter.category.risk >= Risk::Medium && life.dice.percent(9) {
            life.recheck_assigned(1.0, 10.0);
            life.rechecked(false, 5.0, 40.0);
            life.rectified_again(20.0, 60.0);
        }
        life.recheck_assigned(1.0, 10.0);
        life.rechecked(true, 5.0, 50.0);
        match self {
            Fate::AwaitingApproval => {
                if life.dice.percent(50) {
                    life.replied(life.matter.plot.reply, 1.0, 8.0);
                }
            }
            Fate::StageClosed => endings::stage_closed(life),
            _ => self.after_approval(life),
        }
    }

    fn after_approval(self, life: &mut Life<'_>) {
        life.replied(life.matter.plot.reply, 1.0, 12.0);
        let public = self != Fate::Withheld;
        let ground = "涉及正在办理的行政处罚案件，依法暂不公开。".to_owned();
        life.publication_decided(if public { DecidePublication::Publish } else { DecidePublication::Withhold { ground } });
        life.closed(0.5, 14.0);
        life.heard_from();
        match self {
            Fate::Withheld | Fate::Redacting => {}
            Fate::AwaitingReview => endings::redacted(life),
            Fate::ReopenRequested => endings::reopen_requested(life),
            Fate::Reopened => endings::reopened(life),
            Fate::Withdrawn => {
                endings::redacted(life);
                endings::published(life);
                endings::withdrawn(life);
            }
            _ => {
                endings::redacted(life);
                endings::published(life);
            }
        }
    }
}
