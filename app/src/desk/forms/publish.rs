//! 公开: the reviewer approves exactly what the redactor wrote; there is nothing to fill in.

use super::{Ground, Reader, Sheet};
use huiyin_domain::case::{Ask, Publication, Publish, VerbName};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let record = match &ground.view.case.publication {
        Publication::AwaitingReview { record, .. } => Some(record.clone()),
        _ => None,
    };
    let intro = if record.is_some() { words.review_intro } else { words.no_record };
    Sheet::new(VerbName::Publish, Vec::new(), move |answers| {
        Reader::new(answers).build(|| Some(Ask::Publish(Publish { record: (**record.as_ref()?).clone() })))
    })
    .intro(intro)
}
