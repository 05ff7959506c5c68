//! Which of my commands need a person to look, and how many are not wholly at the county.

use crate::field::{
    phone::{OutboxItem, Phone, Step},
    seen::Seen,
};
use leptos::prelude::*;

/// Commands that were answered with a "no", or that cannot go on by themselves.
pub(crate) fn list(phone: Phone) -> Memo<Vec<OutboxItem>> {
    let seen = expect_context::<Seen>();
    Memo::new(move |_| {
        let (waiting, sent) = (phone.outbox().get(), phone.sent().get());
        waiting
            .into_iter()
            .chain(sent)
            .filter(|item| needs_me(item) && !(can_be_understood(item) && seen.has(&item.command.to_string(), 1)))
            .collect()
    })
}

/// How many commands are not wholly at the county.
pub(crate) fn count_unfinished(phone: Phone) -> Memo<usize> {
    Memo::new(move |_| phone.outbox().with(Vec::len))
}

/// Whether a person must look at it.
pub(crate) fn needs_me(item: &OutboxItem) -> bool {
    can_be_understood(item) || matches!(item.step, Step::SetAside { .. }) || !item.photo_problems.is_empty()
}

/// Whether "understood" ends it: the county has it and has answered.
pub(crate) fn can_be_understood(item: &OutboxItem) -> bool {
    matches!(item.step, Step::Conflict { .. } | Step::Refused(_) | Step::Held(_)) && item.photo_problems.is_empty()
}
