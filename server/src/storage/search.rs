//! What cases are searched by: a narrow table beside them, read from end to end. `docs/adr/0009` says why.

use super::{
    Connection,
    entities::{case_file, case_search, site},
    inbox::Word,
    lots, plain,
};
use crate::error::Error;
use case_file::Column as C;
use case_search::Column as S;
use huiyin_domain::case::Case;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait as _, Func, LikeExpr, OnConflict, Query},
};
use uuid::Uuid;

/// Up to so many cases a word is looked up once for the whole page; one that more of them hold is soon met in any order.
const FEW: u64 = 1000;

/// Writes what these cases are found by.
pub(super) async fn put(db: &impl Connection, cases: &[&Case]) -> Result<(), Error> {
    let rows = cases.iter().map(|case| {
        let number = case.number.clone().unwrap_or_default();
        let words = case.reports.iter().map(|filed| filed.report.words.as_str());
        let words = std::iter::once(number.as_str()).chain(words).collect::<Vec<_>>().join(" ");
        case_search::ActiveModel {
            case_id: Set(case.id.0),
            site: Set(case.site.map(|site| site.0)),
            words: Set(plain(&words).to_lowercase()),
        }
    });
    lots::insert(db, rows, Some(OnConflict::column(S::CaseId).update_columns([S::Site, S::Words]).to_owned())).await
}

/// Finds where a word is: inspected places of that name, and the cases that hold it, if they are few.
pub(super) async fn look_up(db: &impl Connection, mut word: Word) -> Result<Word, Error> {
    let named = Expr::from(Func::lower(Expr::col(site::Column::Name))).like(literal(&word.text));
    word.sites = site::Entity::find().select_only().column(site::Column::Id).filter(named).into_tuple::<Uuid>().all(db).await?;
    let told = Condition::any().add(written(&word.text)).add(S::Site.is_in(word.sites.clone()));
    let mut cases: Vec<Uuid> =
        case_search::Entity::find().select_only().column(S::CaseId).filter(told).limit(FEW + 1).into_tuple().all(db).await?;
    if !(word.divisions.is_empty() && word.people.is_empty()) {
        let named = case_file::Entity::find().select_only().column(C::Id).filter(by_name(&word)).limit(FEW + 1);
        cases.extend(named.into_tuple::<Uuid>().all(db).await?);
        cases.sort_unstable();
        cases.dedup();
    }
    word.cases = (cases.len() as u64 <= FEW).then_some(cases);
    Ok(word)
}

/// Cases that a word is found in.
pub(super) fn holding(word: &Word) -> Condition {
    if let Some(cases) = &word.cases {
        return Condition::all().add(C::Id.is_in(cases.iter().copied()));
    }
    let told = Query::select()
        .expr(Expr::value(1))
        .from(case_search::Entity)
        .and_where(Expr::col((case_search::Entity, S::CaseId)).equals((case_file::Entity, C::Id)))
        .cond_where(Condition::any().add(written(&word.text)).add(S::Site.is_in(word.sites.clone())))
        .to_owned();
    by_name(word).add(Expr::exists(told))
}

/// Cases of places and people so called.
fn by_name(word: &Word) -> Condition {
    let (townships, villages): (Vec<&String>, Vec<&String>) = word.divisions.iter().partition(|code| code.len() == 9);
    Condition::any()
        .add(C::Township.is_in(townships))
        .add(C::Division.is_in(villages))
        .add(C::Handler.is_in(word.people.iter().map(|person| person.0)))
}

fn written(text: &str) -> Expr {
    Expr::col((case_search::Entity, S::Words)).like(literal(text))
}

/// A pattern that finds exactly this text.
fn literal(text: &str) -> LikeExpr {
    let text: String = plain(text).chars().flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c])).collect();
    LikeExpr::new(format!("%{text}%")).escape('\\')
}
