//! A row that is a matter: what it says becomes a report, which the rules judge like any other.

use super::{dates, names, posts, row::Told};
use huiyin_app::backend::{Fault, ImportField, ImportKind, RowFault};
use huiyin_domain::{
    case::{Ask, Draw, OnBehalf, Origin, Source, Submit, World, decide},
    command::Command,
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId},
    moment::Moment,
    people::{Actor, PersonCard},
    place::Point,
    refusal::{Code, Unmet},
    report::{Report, Severity, Whereabouts},
    rulebook::{CategoryCode, Rulebook},
};
use serde::{Deserialize, Serialize};
use uuid::Builder;

/// What is said of where it is, if the list does not say.
const NO_PLACE: &str = "导入的记录没有写明位置";

/// A report to be.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Matter {
    /// What is filed.
    pub(super) submit: Submit,
    /// When it was told there.
    pub(super) made_at: Moment,
    /// Follows from where it comes from and its number there: the same matter is never filed twice.
    pub(super) command: CommandId,
}

/// Who takes it over, and by which rules.
#[derive(Clone, Copy)]
pub(super) struct Bench<'a> {
    /// What the file holds.
    pub(super) kind: ImportKind,
    /// The rulebook.
    pub(super) book: &'a Rulebook,
    /// Who asks.
    pub(super) person: &'a PersonCard,
    /// Now.
    pub(super) now: Moment,
}

impl Bench<'_> {
    /// The matter in a row, or all that is wrong with it.
    pub(super) fn matter(self, told: Told<'_>) -> Result<Matter, Vec<RowFault>> {
        let mut faults = Vec::new();
        let number = told.text(ImportField::Number);
        if number.is_empty() {
            faults.push(told.fault(ImportField::Number, Fault::Missing));
        }
        if is_over(told.text(ImportField::Status)) {
            faults.push(told.fault(ImportField::Status, Fault::Closed));
        }
        let made_at = self.made_at(told).unwrap_or_else(|fault| {
            faults.push(fault);
            self.now
        });
        let category = names::category(self.book, told.text(ImportField::Category)).unwrap_or_else(|| {
            faults.push(told.fault(ImportField::Category, Fault::UnknownCategory));
            CategoryCode(String::new())
        });
        let written = told.text(ImportField::Division);
        let division = if written.is_empty() { None } else { names::division(self.book, written) };
        if division.is_none() && !written.is_empty() {
            faults.push(told.fault(ImportField::Division, Fault::UnknownDivision));
        }
        let point = point(told).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let about = told.text(ImportField::AboutUnit);
        let about_unit = posts::unit(self.book, about);
        if about_unit.is_none() && !about.is_empty() {
            faults.push(told.fault(ImportField::AboutUnit, Fault::UnknownUnit));
        }
        let (words, place) = (words(told, point.is_some()), whereabouts(told, point));
        let report = Report { category, place, division, site: None, words, severity: Severity::Ordinary, patrol: None };
        let source = if self.kind == ImportKind::Ledger { Source::Ledger } else { Source::Hotline };
        let origin = Some(Origin { source, number: number.to_owned() });
        let submit = Submit { report, photos: Vec::new(), solved: None, on_behalf: Some(OnBehalf::Anonymous), origin, about_unit };
        let matter = Matter { submit, made_at, command: command_of(self.book.county.code.as_str(), source, number) };
        // What was found already is not said again in the rules' own words.
        let said: Vec<Option<ImportField>> = faults.iter().map(|fault| fault.field).collect();
        let refused = self.refused(&matter).into_iter().map(|unmet| fault_of(told, &unmet));
        faults.extend(refused.filter(|fault| fault.field.is_none() || !said.contains(&fault.field)));
        if faults.is_empty() { Ok(matter) } else { Err(faults) }
    }

    fn made_at(self, told: Told<'_>) -> Result<Moment, RowFault> {
        let text = told.text(ImportField::MadeAt);
        if text.is_empty() {
            return Ok(self.now);
        }
        let at = dates::moment(text).ok_or_else(|| told.fault(ImportField::MadeAt, Fault::NotADate))?;
        if at > self.now { Err(told.fault(ImportField::MadeAt, Fault::ImpossibleDate)) } else { Ok(at) }
    }

    /// What the rules would say to it now.
    fn refused(self, matter: &Matter) -> Vec<Unmet> {
        let command = Command {
            id: matter.command,
            salt: String::new(),
            device: DeviceId(matter.command.0),
            number: 0,
            schema: huiyin_domain::command::SCHEMA,
            rulebook: self.book.version,
            base: 0,
            made_at: matter.made_at,
            zone_min: 480,
            clock_offset_ms: Some(0),
            case: CaseId::from(matter.command),
            ask: Ask::Submit(matter.submit.clone()),
        };
        let world = World {
            rulebook: self.book,
            now: self.now,
            number: None,
            person: &|_| None,
            other: &|_| None,
            photo_here: &|_| false,
            similar: &[],
            draw: Draw::NONE,
        };
        decide(None, &Actor::Person(self.person.clone()), &command, &world).err().map(|refusal| refusal.unmet).unwrap_or_default()
    }
}

/// The command that files this matter, whoever takes it over and however often.
fn command_of(county: &str, source: Source, number: &str) -> CommandId {
    let source = match source {
        Source::Hotline => "hotline",
        Source::Ledger => "ledger",
    };
    let named = Hash::of(format!("taken over\n{county}\n{source}\n{number}").as_bytes());
    let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = named.0;
    CommandId(Builder::from_custom_bytes(id).into_uuid())
}

/// A point, if the row has both degrees.
pub(super) fn point(told: Told<'_>) -> Result<Option<Point>, RowFault> {
    match (told.degrees(ImportField::Longitude)?, told.degrees(ImportField::Latitude)?) {
        (Some(lon_deg), Some(lat_deg)) => Ok(Some(Point { lat_deg, lon_deg })),
        (None, None) => Ok(None),
        (None, Some(_)) => Err(told.fault(ImportField::Longitude, Fault::HalfAPlace)),
        (Some(_), None) => Err(told.fault(ImportField::Latitude, Fault::HalfAPlace)),
    }
}

/// What was told, with its title before it and, where there is a point besides, the address behind.
fn words(told: Told<'_>, with_address: bool) -> String {
    let (title, words, address) = (told.text(ImportField::Title), told.text(ImportField::Words), told.text(ImportField::Address));
    let mut all =
        if title.is_empty() || words.contains(title) || words.is_empty() { words.to_owned() } else { format!("{title}：{words}") };
    if with_address && !address.is_empty() && !words.contains(address) {
        all.push_str(&format!("（{address}）"));
    }
    all
}

fn whereabouts(told: Told<'_>, point: Option<Point>) -> Whereabouts {
    let address = told.text(ImportField::Address);
    match point {
        Some(point) => Whereabouts::Pointed(point),
        None => Whereabouts::Unknown { reason: if address.is_empty() { NO_PLACE } else { address }.to_owned() },
    }
}

/// Whether the list says that nobody has anything left to do.
fn is_over(status: &str) -> bool {
    const OVER: [&str; 11] = ["已办结", "办结", "已结案", "结案", "已完成", "完成", "已销号", "销号", "是", "closed", "done"];
    let status = status.trim().to_lowercase();
    OVER.contains(&status.as_str())
}

/// A rule that is not met, as something wrong with a column.
fn fault_of(told: Told<'_>, unmet: &Unmet) -> RowFault {
    let field = match unmet.field.as_deref().unwrap_or_default() {
        "origin.number" => Some(ImportField::Number),
        "report.words" => Some(ImportField::Words),
        "report.place" => Some(ImportField::Longitude),
        "report.place.reason" => Some(ImportField::Address),
        "report.division" => Some(ImportField::Division),
        "report.category" => Some(ImportField::Category),
        "made_at" => Some(ImportField::MadeAt),
        "about_unit" => Some(ImportField::AboutUnit),
        _ => None,
    };
    let fault = match &unmet.code {
        Code::Missing => Fault::Missing,
        Code::TooShort { min } => Fault::TooShort { min: *min },
        Code::TooLong { max } => Fault::TooLong { max: *max },
        Code::OutsideCounty | Code::ImpossiblePlace => Fault::OutsideCounty,
        Code::ImpossibleTime { .. } => Fault::ImpossibleDate,
        code => Fault::Rule { code: code.clone() },
    };
    match field {
        Some(field) => told.fault(field, fault),
        None => RowFault { row: told.row.number, column: None, field: None, text: String::new(), fault },
    }
}
