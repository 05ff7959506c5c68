//! Trying every row of a table without effect.

use super::{
    matter::{Bench, Matter},
    person::{self, Accounts},
    place,
    row::Told,
    table::Table,
};
use huiyin_app::backend::{Fault, ImportField, ImportKind, NewAccount, RowFault};
use huiyin_domain::site::Site;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What a good row becomes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Thing {
    /// A report.
    Matter(Box<Matter>),
    /// An inspected place.
    Site(Site),
    /// An account.
    Account(Box<NewAccount>),
}

/// What is here already of what a file may hold.
#[derive(Clone, Default, Debug)]
pub(super) struct Here {
    /// Inspected places.
    pub(super) sites: Vec<Site>,
    /// Accounts.
    pub(super) accounts: Accounts,
}

/// A row that was tried.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Tried {
    /// Its number.
    pub(super) row: u32,
    /// Its number or name there.
    pub(super) there: String,
    /// What it becomes, or all that is wrong with it.
    pub(super) thing: Result<Thing, Vec<RowFault>>,
}

/// What a row is called by, where it comes from.
fn key(kind: ImportKind) -> ImportField {
    match kind {
        ImportKind::Hotline | ImportKind::Ledger => ImportField::Number,
        ImportKind::Sites => ImportField::Name,
        ImportKind::People => ImportField::SignInName,
    }
}

/// Tries every row.
pub(super) fn check(bench: Bench<'_>, table: &Table, fields: &[Option<ImportField>], here: &Here) -> Vec<Tried> {
    let key = key(bench.kind);
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut tried = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let told = Told { table, fields, row };
        let mut thing = match bench.kind {
            ImportKind::Hotline | ImportKind::Ledger => bench.matter(told).map(|matter| Thing::Matter(Box::new(matter))),
            ImportKind::Sites => place::site(told, bench.book, &here.sites).map(Thing::Site),
            ImportKind::People => person::account(told, bench, &here.accounts).map(|account| Thing::Account(Box::new(account))),
        };
        let name = match &thing {
            Ok(Thing::Matter(matter)) => Some(matter.command.to_string()),
            Ok(Thing::Site(site)) => Some(site.id.to_string()),
            // Two of one name are told also where something else is wrong with them.
            Ok(Thing::Account(_)) | Err(_) if bench.kind == ImportKind::People => person::sign_in_name(told).map(|name| name.to_string()),
            Ok(Thing::Account(_)) | Err(_) => None,
        };
        if let Some(name) = name {
            let first = *seen.entry(name).or_insert(row.number);
            if first != row.number {
                let people = bench.kind == ImportKind::People;
                let fault = if people { Fault::SignInNameTwice { row: first } } else { Fault::Twice { row: first } };
                let mut faults = thing.err().unwrap_or_default();
                faults.push(told.fault(key, fault));
                thing = Err(faults);
            }
        }
        tried.push(Tried { row: row.number, there: told.text(key).chars().take(80).collect(), thing });
    }
    tried
}

#[cfg(test)]
mod tests {
    use super::{Here, Thing, Tried, check};
    use crate::imports::{guess::guess, matter::Bench, person::Known, read::read, table::Table};
    use huiyin_app::backend::{Fault, ImportField as F, ImportKind};
    use huiyin_domain::{
        case::Source,
        ids::PersonId,
        moment::Moment,
        people::{Grant, PersonCard, Post, Role, Scope, UnitCode, grants_at},
        report::Whereabouts,
        rulebook::{Rulebook, seed},
    };
    use time::macros::datetime;

    fn book() -> Rulebook {
        seed::rulebook(include_str!("../../seed/county.geojson"), include_str!("../../seed/calendar.csv")).unwrap()
    }

    fn tried(kind: ImportKind, csv: &str, role: Role) -> Vec<Tried> {
        tried_beside(kind, csv, role, "359921", &Here::default())
    }

    fn tried_beside(kind: ImportKind, csv: &str, role: Role, place: &str, here: &Here) -> Vec<Tried> {
        let (book, table): (_, Table) = (book(), read(csv.as_bytes()).unwrap());
        let person = PersonCard {
            id: PersonId(uuid::Uuid::from_u128(5)),
            name: "调度".into(),
            grants: vec![Grant { role, scope: Scope::Division(place.parse().unwrap()) }],
            unit: UnitCode("office".into()),
            certificate: None,
        };
        let now = Moment::new(datetime!(2026-11-23 10:00 +8));
        let bench = Bench { kind, book: &book, person: &person, now };
        check(bench, &table, &guess(kind, &table.head), here)
    }

    fn faults(tried: &Tried) -> Vec<(Option<F>, Fault)> {
        tried.thing.clone().err().unwrap_or_default().into_iter().map(|fault| (fault.field, fault.fault)).collect()
    }

    #[test]
    fn a_work_order_becomes_a_report_of_its_own_time() {
        let csv = "工单编号,标题,诉求内容,来电时间,类别,乡镇,地址,经度,纬度\n\
                   FJ1,噪声,夜里施工很吵,2026/11/20 21:30,噪声扰民,,城关路口,117.9,26.06\n\
                   FJ2,,河边有人倒垃圾,,,359921100,石拱桥下,,\n";
        let tried = tried(ImportKind::Hotline, csv, Role::Dispatcher);
        let Ok(Thing::Matter(one)) = &tried[0].thing else { panic!("{:?}", tried[0]) };
        let origin = one.submit.origin.as_ref().unwrap();
        assert_eq!((origin.source, origin.number.as_str()), (Source::Hotline, "FJ1"));
        assert_eq!(one.submit.report.words, "噪声：夜里施工很吵（城关路口）");
        assert_eq!(one.submit.report.category.0, "C18");
        assert_eq!(one.made_at, Moment::new(datetime!(2026-11-20 21:30 +8)));
        let Ok(Thing::Matter(two)) = &tried[1].thing else { panic!("{:?}", tried[1]) };
        assert_eq!(two.submit.report.place, Whereabouts::Unknown { reason: "石拱桥下".into() });
        assert_eq!(two.submit.report.category.0, "C99");
        assert_ne!(one.command, two.command);
    }

    #[test]
    fn everything_wrong_with_a_row_is_told_at_once() {
        let csv = "编号,内容,时间,类别,乡镇,经度,纬度\n\
                   1,短,明天,物业,火星,117.9,\n\
                   ,河边有人倒垃圾,2027-01-01,,,东经117度,26\n\
                   3,河边有人倒垃圾,,,,2.35,48.85\n\
                   4,河边有人倒垃圾,,,,,\n\
                   4,别的事情也在这里,,,,,\n";
        let tried = tried(ImportKind::Hotline, csv, Role::Dispatcher);
        assert_eq!(
            faults(&tried[0]),
            [
                (Some(F::MadeAt), Fault::NotADate),
                (Some(F::Category), Fault::UnknownCategory),
                (Some(F::Division), Fault::UnknownDivision),
                (Some(F::Latitude), Fault::HalfAPlace),
                (Some(F::Words), Fault::TooShort { min: 5 }),
            ]
        );
        let (number, date) = ((Some(F::Number), Fault::Missing), (Some(F::MadeAt), Fault::ImpossibleDate));
        assert_eq!(faults(&tried[1]), [number, date, (Some(F::Longitude), Fault::NotDegrees)]);
        assert_eq!(faults(&tried[2]), [(Some(F::Longitude), Fault::OutsideCounty)]);
        assert!(tried[3].thing.is_ok());
        assert_eq!(faults(&tried[4]), [(Some(F::Number), Fault::Twice { row: 5 })]);
        let shown = tried[0].thing.as_ref().unwrap_err();
        assert_eq!((shown[0].row, shown[0].column.as_deref(), shown[0].text.as_str()), (2, Some("时间"), "明天"));
    }

    #[test]
    fn what_is_over_in_a_ledger_is_left_there() {
        let csv = "序号,存在问题,办理状态\n1,河边有人倒垃圾,已办结\n2,河边有人倒垃圾,整改中\n";
        let tried = tried(ImportKind::Ledger, csv, Role::Dispatcher);
        assert_eq!(faults(&tried[0]), [(Some(F::Status), Fault::Closed)]);
        let Ok(Thing::Matter(open)) = &tried[1].thing else { panic!("{:?}", tried[1]) };
        assert_eq!(open.submit.origin.as_ref().unwrap().source, Source::Ledger);
    }

    #[test]
    fn who_may_not_file_for_others_takes_nothing_over() {
        let tried = tried(ImportKind::Hotline, "编号,内容\n1,河边有人倒垃圾\n", Role::Admin);
        assert!(matches!(faults(&tried[0])[..], [(None, Fault::Rule { .. })]), "{tried:?}");
    }

    #[test]
    fn places_are_the_same_by_name_and_township() {
        let csv = "名称,类型,经度,纬度\n溪边加工厂,企业,117.9,26.06\n溪边加工厂,企业,117.9001,26.06\n,游乐园,117.9,26.06\n山上石场,quarry,2.35,48.85\n";
        let tried = tried(ImportKind::Sites, csv, Role::Admin);
        assert!(matches!(&tried[0].thing, Ok(Thing::Site(site)) if site.division.as_str() == "359921100"), "{:?}", tried[0]);
        assert_eq!(faults(&tried[1]), [(Some(F::Name), Fault::Twice { row: 2 })]);
        assert_eq!(faults(&tried[2]), [(Some(F::Name), Fault::Missing), (Some(F::SiteKind), Fault::UnknownSiteKind)]);
        assert_eq!(faults(&tried[3]), [(Some(F::Longitude), Fault::OutsideCounty)]);
    }

    fn account(tried: &Tried) -> &huiyin_app::backend::NewAccount {
        let Ok(Thing::Account(account)) = &tried.thing else { panic!("{tried:?}") };
        account
    }

    #[test]
    fn colleagues_become_accounts_with_their_roles_and_units() {
        let csv = "姓名,登录名,角色,范围,所在单位,执法证号\n\
                   陈一禾,Xun-1,巡查员,白石镇、上坪乡,白石镇,\n\
                   林二川,liaison-9,部门联络员,生态环境局,,\n\
                   黄三乔,town-9,乡镇协调员,白石镇,,闽A-9\n\
                   张四野,audit-9,审计员,,县环境保护调度中心,\n";
        let tried = tried(ImportKind::People, csv, Role::Admin);
        let one = account(&tried[0]);
        let walked = ["359921100", "359921200"].map(|code| code.parse().unwrap()).to_vec();
        assert_eq!((one.sign_in_name.as_str(), one.form.unit.as_str()), ("xun-1", "t-359921100"));
        assert_eq!(one.form.grants, [Grant { role: Role::Patroller, scope: Scope::Grid(walked) }]);
        let two = account(&tried[1]);
        assert_eq!(two.form.unit, "ecology", "the scope tells the unit");
        assert_eq!(two.form.grants, [Grant { role: Role::Liaison, scope: Scope::Unit(UnitCode("ecology".into())) }]);
        let three = account(&tried[2]);
        assert_eq!((three.form.unit.as_str(), three.form.certificate.as_str()), ("t-359921100", "闽A-9"));
        let county = Scope::Division("359921".parse().unwrap());
        assert_eq!(account(&tried[3]).form.grants, [Grant { role: Role::Auditor, scope: county }], "there is no other place for it");
    }

    #[test]
    fn everything_wrong_with_a_colleague_is_told_with_its_column() {
        let csv = "姓名,登录名,角色,范围,所在单位\n\
                   ,two words,局长,白石镇,火星局\n\
                   陈一禾,xun-1,巡查员,,\n\
                   林二川,XUN-1,巡查员,火星镇,白石镇\n\
                   黄三乔,xun-3,乡镇协调员,生态环境局,生态环境局\n\
                   张四野,xun-4,县调度员,,\n";
        let tried = tried(ImportKind::People, csv, Role::Admin);
        assert_eq!(
            faults(&tried[0]),
            [
                (Some(F::PersonName), Fault::Missing),
                (Some(F::SignInName), Fault::BadSignInName),
                (Some(F::Role), Fault::UnknownRole),
                (Some(F::Unit), Fault::UnknownUnit),
            ]
        );
        assert_eq!(faults(&tried[1]), [(Some(F::Scope), Fault::NoScope)]);
        assert_eq!(faults(&tried[2]), [(Some(F::Scope), Fault::UnknownScope), (Some(F::SignInName), Fault::SignInNameTwice { row: 3 })]);
        assert_eq!(faults(&tried[3]), [(Some(F::Scope), Fault::WrongScope)]);
        assert_eq!(faults(&tried[4]), [(Some(F::Unit), Fault::NoUnit)]);
    }

    #[test]
    fn nobody_gives_what_is_not_theirs_to_give() {
        let csv = "姓名,登录名,角色,范围,所在单位\n\
                   陈一禾,xun-1,巡查员,白石镇,\n\
                   林二川,xun-2,乡镇协调员,白石镇,\n\
                   黄三乔,xun-3,巡查员,上坪乡,\n";
        let tried = tried_beside(ImportKind::People, csv, Role::Coordinator, "359921100", &Here::default());
        assert!(tried[0].thing.is_ok(), "{:?}", tried[0]);
        assert_eq!(faults(&tried[1]), [(Some(F::Role), Fault::RoleNotYours)]);
        assert_eq!(faults(&tried[2]), [(Some(F::Unit), Fault::UnitNotYours), (Some(F::Role), Fault::RoleNotYours)]);
    }

    #[test]
    fn a_name_is_taken_unless_it_is_the_same_account() {
        let home: huiyin_domain::division::DivisionCode = "359921100".parse().unwrap();
        let card = PersonCard {
            id: PersonId(uuid::Uuid::from_u128(9)),
            name: "陈一禾".into(),
            grants: grants_at(Role::Patroller, &[Post::Division(home)]),
            unit: UnitCode("t-359921100".into()),
            certificate: Some("闽A-1".into()),
        };
        let beside = |open: bool| {
            let accounts = [("xun-1".to_owned(), Known { card: card.clone(), open })].into();
            let here = Here { sites: Vec::new(), accounts };
            let csv = "姓名,登录名,角色,范围\n陈一禾,xun-1,巡查员,白石镇\n";
            let other = "姓名,登录名,角色,范围\n别的人,xun-1,巡查员,白石镇\n";
            [csv, other].map(|csv| tried_beside(ImportKind::People, csv, Role::Admin, "359921", &here).remove(0))
        };
        let taken = [(Some(F::SignInName), Fault::SignInNameTaken)];
        let [same, other] = beside(true);
        assert!(same.thing.is_ok(), "{same:?}");
        assert_eq!(faults(&other), taken);
        let [closed, _] = beside(false);
        assert_eq!(faults(&closed), taken, "an account that was closed is not opened by a file");
    }
}
