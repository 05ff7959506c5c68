//! What a map of a case is drawn from: the rulebook's own lines, where the case is, and what is near by.

use super::{Asking, Desk, Opened, nearby::nearby};
use crate::error::{Error, Kind};
use huiyin_app::{
    backend::{CaseMap, Layer, MapSpot, Shape},
    locales::{Language, Words},
};
use huiyin_domain::{
    case::{Case, permission::Sight},
    place::Point,
    report::Whereabouts,
    rulebook::{Division, Rulebook},
};

impl Desk {
    /// The map of the case with this number.
    ///
    /// # Errors
    /// If there is no such case for this person, or this person may not know its exact place.
    pub(crate) async fn map_of(&self, number: &str) -> Result<CaseMap, Error> {
        let Opened { asking, case, sight } = self.opened(number).await?;
        if sight != Sight::Whole {
            return Err(Error::new(Kind::NotAllowed));
        }
        let near = nearby(&self.core, self.core.db.read(), &asking, &case).await?;
        let spots = near.into_iter().filter_map(|near| {
            let category = category(&asking, &near.row.category, self.language);
            let label = format!("{} · {category} · {}", near.row.number, near.row.state.words(self.language));
            Some(MapSpot { number: near.row.number, at: near.at?, open: near.row.state.is_open(), label })
        });
        Ok(CaseMap {
            at: case.place,
            accuracy_m: accuracy_m(&case),
            spots: spots.collect(),
            shapes: shapes(&asking.county.rulebook, case.place, self.language),
        })
    }
}

/// How well the place is known: as the phone measured it, unless somebody has moved it since.
fn accuracy_m(case: &Case) -> Option<f64> {
    case.reports.iter().find_map(|filed| match &filed.report.place {
        Whereabouts::Measured(fix) if Some(fix.point) == case.place => Some(fix.accuracy_m),
        _ => None,
    })
}

fn category(asking: &Asking, code: &huiyin_domain::rulebook::CategoryCode, language: Language) -> String {
    let category = asking.county.rulebook.category(code);
    category.map_or_else(|| code.to_string(), |category| language.pick(&category.name, &category.name_en).clone())
}

/// From the ground up: county, townships, rivers, zones.
fn shapes(book: &Rulebook, at: Option<Point>, language: Language) -> Vec<Shape> {
    let division = |layer: Layer, division: &Division| {
        Some(Shape {
            layer,
            kind: None,
            name: language.pick(&division.name, &division.name_en).clone(),
            line: division.boundary.clone()?,
            holds: false,
        })
    };
    let townships = book.divisions.iter().filter(|one| one.code.as_str().len() == 9).filter_map(|one| division(Layer::Township, one));
    let rivers = book.rivers.iter().map(|river| Shape {
        layer: Layer::River,
        kind: None,
        name: river.name.clone(),
        line: river.line.clone(),
        holds: false,
    });
    let zones = book.zones.iter().map(|zone| Shape {
        layer: Layer::Zone,
        kind: Some(zone.kind),
        name: zone.name.clone(),
        line: zone.boundary.clone(),
        holds: at.is_some_and(|at| zone.holds(at)),
    });
    division(Layer::County, &book.county).into_iter().chain(townships).chain(rivers).chain(zones).collect()
}
