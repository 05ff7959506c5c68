//! Few texts of statements for any number of rows. A database keeps what it has made of a statement by its text, and a text
//! with another number of rows is another statement: parsing a group's inserts anew cost more than running them.

use super::Connection;
use crate::error::Error;
use sea_orm::{ActiveModelTrait, EntityTrait, sea_query::OnConflict};

/// Most rows of one insert.
const LARGEST: usize = 64;

/// Inserts rows in lots of 64, 32, 16 … 1, so that there are seven texts for each table.
pub(super) async fn insert<E, A>(db: &impl Connection, rows: impl IntoIterator<Item = A>, known: Option<OnConflict>) -> Result<(), Error>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + Send,
{
    let mut rest: Vec<A> = rows.into_iter().collect();
    while !rest.is_empty() {
        let after = rest.split_off(lot(rest.len()));
        let rows = std::mem::replace(&mut rest, after);
        let mut insert = E::insert_many(rows);
        if let Some(known) = &known {
            insert = insert.on_conflict(known.clone());
        }
        insert.exec_without_returning(db).await?;
    }
    Ok(())
}

/// These values, the last one again and again until their number is a power of two: for lists that ask whether a value is
/// among them.
pub(super) fn padded<T: Clone>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    if let Some(last) = values.last().cloned() {
        values.resize(values.len().next_power_of_two(), last);
    }
    values
}

/// The largest power of two that is not above `rows`, nor above the largest lot.
fn lot(rows: usize) -> usize {
    1 << rows.clamp(1, LARGEST).ilog2()
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, lot, padded};
    use std::collections::BTreeSet;

    #[test]
    fn any_number_of_rows_is_made_of_few_lots() {
        let mut sizes = BTreeSet::new();
        for rows in 0..2000 {
            let mut left = rows;
            while left > 0 {
                assert!(lot(left) <= left.min(LARGEST));
                sizes.insert(lot(left));
                left -= lot(left);
            }
        }
        assert_eq!(sizes.len(), 7);
    }

    #[test]
    fn a_list_is_filled_up_with_what_is_in_it() {
        assert!(padded(Vec::<u8>::new()).is_empty());
        assert_eq!(padded([7]), [7]);
        assert_eq!(padded([1, 2, 3]), [1, 2, 3, 3]);
    }
}
