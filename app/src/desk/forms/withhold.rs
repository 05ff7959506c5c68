//! 不予公开: on which legal ground.

use super::{Field, Ground, Reader, Sheet};
use huiyin_domain::case::{Ask, VerbName, Withhold};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    Sheet::new(VerbName::Withhold, vec![Field::line("ground", ground.words().ground)], |answers| {
        let mut read = Reader::new(answers);
        let ground = read.text("ground");
        read.build(|| Some(Ask::Withhold(Withhold { ground: ground? })))
    })
}
