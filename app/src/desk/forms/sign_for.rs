//! 签收: by the person named, or by the unit's duty desk for somebody.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, SignFor, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let start = ground.view.case.handler.map_or_else(String::new, |id| id.to_string());
    let fields = vec![Field::new("handler", ground.words().handler, Kind::Person { unit_in: None }).start(start)];
    Sheet::new(VerbName::SignFor, fields, |answers| {
        let mut read = Reader::new(answers);
        let handler = read.parsed("handler");
        read.build(|| Some(Ask::SignFor(SignFor { handler: handler? })))
    })
}
