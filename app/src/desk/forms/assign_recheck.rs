//! 派复查: somebody who has not handled it.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::case::{Ask, AssignRecheck, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let fields = vec![Field::new("rechecker", words.rechecker, Kind::Person { unit_in: None }).hint(words.rechecker_hint)];
    Sheet::new(VerbName::AssignRecheck, fields, |answers| {
        let mut read = Reader::new(answers);
        let rechecker = read.parsed("rechecker");
        read.build(|| Some(Ask::AssignRecheck(AssignRecheck { rechecker: rechecker? })))
    })
}
