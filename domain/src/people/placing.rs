//! From places to what an account says: lists name places, accounts hold grants and a unit.

use super::{Grant, Post, Role, Scope, UnitCode, holds_at};
use crate::rulebook::{Rulebook, UnitKind};

/// A role at these places, as grants: the places of a patroller are one grid, every other role is held place by place.
#[must_use]
pub fn grants_at(role: Role, places: &[Post]) -> Vec<Grant> {
    if role == Role::Patroller && places.len() > 1 {
        let codes: Option<Vec<_>> = places
            .iter()
            .map(|place| match place {
                Post::Division(code) => Some(code.clone()),
                Post::Unit(_) => None,
            })
            .collect();
        if let Some(codes) = codes {
            return vec![Grant { role, scope: Scope::Grid(codes) }];
        }
    }
    let scope = |place: &Post| match place {
        Post::Division(code) => Scope::Division(code.clone()),
        Post::Unit(code) => Scope::Unit(code.clone()),
    };
    places.iter().map(|place| Grant { role, scope: scope(place) }).collect()
}

/// Where a role holds that only ever holds in the whole county: of such a role nobody has to say where.
#[must_use]
pub fn whole_county_only(role: Role, book: &Rulebook) -> Option<Post> {
    let county = Post::Division(book.county.code.clone());
    let divisions = book.divisions.iter().map(|division| Post::Division(division.code.clone()));
    let units = book.units.iter().map(|unit| Post::Unit(unit.code.clone()));
    let elsewhere = divisions.chain(units).any(|post| holds_at(role, &post, book));
    (holds_at(role, &county, book) && !elsewhere).then_some(county)
}

/// For whom somebody works whose places all belong to one unit: that unit, or the one of the township they lie in.
#[must_use]
pub fn unit_of(places: &[Post], book: &Rulebook) -> Option<UnitCode> {
    let of = |place: &Post| match place {
        Post::Unit(code) => Some(code.clone()),
        Post::Division(code) => {
            let township = code.township()?;
            let own = book.units.iter().find(|unit| unit.kind == UnitKind::Township && unit.division == township);
            own.map(|unit| unit.code.clone())
        }
    };
    let first = of(places.first()?)?;
    places.iter().all(|place| of(place).as_ref() == Some(&first)).then_some(first)
}
