//! A complaint about a unit is invisible to that unit: the one condition by which every list leaves such cases out. Who
//! belongs to a unit is the domain's to say.

use super::entities::case_file;
use huiyin_domain::people::UnitCode;
use sea_orm::{ColumnTrait, Condition, sea_query::Query};
use std::collections::BTreeSet;

/// Cases that are about none of these units. There are few that are about any: they are found by an index of their own and
/// taken out by id, so that a list still reads along its own index alone.
pub(super) fn about_none_of(units: &BTreeSet<UnitCode>) -> Condition {
    if units.is_empty() {
        return Condition::all();
    }
    let about = Query::select()
        .column(case_file::Column::Id)
        .from(case_file::Entity)
        .and_where(case_file::Column::AboutUnit.is_in(units.iter().map(|unit| unit.0.as_str())))
        .to_owned();
    Condition::all().add(case_file::Column::Id.not_in_subquery(about))
}
