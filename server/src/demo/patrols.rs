//! A few patrols around the day the demonstration is made for: one of each sort of state, a secret one among them.

use super::{
    cast::Cast,
    dice::Dice,
    people::HOME,
    perform::{PlayError, applied},
    plan::uuid_at,
};
use crate::{
    core::Core,
    error::Error,
    ledger::{Papers, Sender, Submission},
};
use data_encoding::HEXLOWER;
use huiyin_domain::{
    case::{Ask, Words},
    command::{Command, SCHEMA},
    division::DivisionCode,
    ids::{CaseId, CommandId, DeviceId, PersonId, SiteId},
    moment::Moment,
    patrol::{PatrolAsk, PatrolKind, Plan, SiteVisit},
    people::{Role, UnitCode},
    rulebook::RulebookVersion,
    site::{Site, SiteKind},
};
use std::collections::HashMap;
use time::Duration;

/// What is arranged with.
pub(super) struct Arranging<'a> {
    pub core: &'a Core,
    pub cast: &'a Cast,
    pub devices: &'a HashMap<PersonId, DeviceId>,
    pub sites: &'a [Site],
    pub rulebook: RulebookVersion,
    pub now: Moment,
}

/// How far a patrol has come.
enum Fate {
    /// Nobody has gone yet.
    Waits,
    /// The first place has been seen.
    Begun,
    /// Every place has been seen.
    Done,
    /// It does not take place.
    Cancelled(&'static str),
}

impl Arranging<'_> {
    /// Plans them and lets some of them be walked; answers how many commands that took.
    ///
    /// # Errors
    /// If a step is not applied, or the server fails.
    pub(super) async fn arrange(&self, dice: &mut Dice) -> Result<usize, PlayError> {
        let Ok(home) = HOME.parse::<DivisionCode>() else { return Ok(0) };
        let (ecology, water) = (UnitCode("ecology".to_owned()), UnitCode("water".to_owned()));
        let people = (
            self.cast.county(Role::Dispatcher),
            self.cast.coordinator(&home),
            self.cast.county(Role::Patroller),
            self.cast.second(Role::Patroller),
            self.cast.handler(&ecology),
        );
        let (Some(dispatcher), Some(coordinator), Some(patroller), Some(second), Some(handler)) = people else { return Ok(0) };
        let at_home = self.sites_where(|site| home.contains(&site.division));
        let of = |kind: SiteKind| self.sites_where(|site| site.kind == kind);
        let plants = self.sites_where(|site| site.kind == SiteKind::Enterprise && home.contains(&site.division));
        let joint = Plan { co_units: vec![ecology, water], ..self.plan(PatrolKind::JointEnforcement, "采砂河段联合执法", 3, 3) };
        let by_area = Plan { areas: vec![home], ..self.plan(PatrolKind::UnscheduledPatrol, "白石镇不定时巡查", 2, 6) };
        let arranged = [
            (coordinator, patroller, self.plan(PatrolKind::RoutinePatrol, "白石镇日常巡查", 0, 2), at_home, Fate::Begun),
            (
                dispatcher,
                handler,
                self.plan(PatrolKind::PeriodicInspection, "污水处理设施定期检查", 0, 7),
                of(SiteKind::SewageFacility),
                Fate::Done,
            ),
            (dispatcher, second, self.plan(PatrolKind::SurpriseInspection, "建材厂夜间突击检查", 1, 1), plants, Fate::Waits),
            (dispatcher, handler, joint, of(SiteKind::SandReach), Fate::Waits),
            (coordinator, patroller, by_area, Vec::new(), Fate::Waits),
            (
                dispatcher,
                handler,
                self.plan(PatrolKind::SpecialEnforcement, "堆场专项执法", 0, 4),
                of(SiteKind::StockpileYard),
                Fate::Cancelled("大雨预警，改期"),
            ),
        ];
        let mut done = 0;
        for (planner, goer, plan, sites, fate) in arranged {
            done += self.one(planner, goer, Plan { sites, people: vec![goer], ..plan }, fate, dice).await?;
        }
        Ok(done)
    }

    fn sites_where(&self, fits: impl Fn(&Site) -> bool) -> Vec<SiteId> {
        self.sites.iter().filter(|site| fits(site)).map(|site| site.id).collect()
    }

    fn plan(&self, kind: PatrolKind, title: &str, from: i64, to: i64) -> Plan {
        let day = |days| self.now.day().saturating_add(Duration::days(days));
        Plan {
            kind,
            title: title.to_owned(),
            sites: Vec::new(),
            areas: Vec::new(),
            people: Vec::new(),
            co_units: Vec::new(),
            from: day(from),
            to: day(to),
            notes: String::new(),
            unannounced: false,
        }
    }

    async fn one(&self, planner: PersonId, goer: PersonId, plan: Plan, fate: Fate, dice: &mut Dice) -> Result<usize, PlayError> {
        let sites = plan.sites.clone();
        let patrol = self.ask(planner, None, PatrolAsk::Plan(Box::new(plan)), dice).await?;
        let visit = |site: &SiteId| PatrolAsk::Visit(SiteVisit { site: *site, words: String::new() });
        let (by, asks): (PersonId, Vec<PatrolAsk>) = match fate {
            Fate::Waits => (goer, Vec::new()),
            Fate::Begun => (goer, sites.iter().take(1).map(visit).collect()),
            Fate::Done => (goer, sites.iter().map(visit).chain([PatrolAsk::Finish(Words { words: String::new() })]).collect()),
            Fate::Cancelled(words) => (planner, vec![PatrolAsk::Cancel(Words { words: words.to_owned() })]),
        };
        let count = asks.len() + 1;
        for ask in asks {
            self.ask(by, Some(patrol), ask, dice).await?;
        }
        Ok(count)
    }

    /// One command, as everybody's; answers which patrol it is about.
    async fn ask(&self, by: PersonId, patrol: Option<CaseId>, ask: PatrolAsk, dice: &mut Dice) -> Result<CaseId, PlayError> {
        let device = *self.devices.get(&by).ok_or_else(|| Error::internal("a person without a device"))?;
        let id = CommandId(uuid_at(self.now, dice));
        let command = Command {
            id,
            salt: HEXLOWER.encode(&dice.bytes16()),
            device,
            number: 0,
            schema: SCHEMA,
            rulebook: self.rulebook,
            base: 0,
            made_at: self.now,
            zone_min: 480,
            clock_offset_ms: Some(0),
            case: patrol.unwrap_or_else(|| id.into()),
            ask: Ask::Patrol(ask),
        };
        let papers = Papers::Drafted(Box::new(command.clone()));
        let submission = Submission { sender: Sender::Person(by), device, papers, received_at: Some(self.now) };
        applied(&command, &self.core.ledger.submit_patiently(submission).await?)?;
        Ok(command.case)
    }
}
