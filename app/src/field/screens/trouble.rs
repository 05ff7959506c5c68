//! What went wrong, in words: what happened, what is safe, what to do.

use super::words;
use crate::{
    field::phone::{PackTrouble, Trouble},
    locales::{rules, use_language},
};

/// A trouble as a form says it.
pub(crate) fn said(trouble: &Trouble) -> String {
    let form = &words().form;
    let language = use_language();
    match trouble {
        Trouble::Unreachable => words().sign_in.no_answer.to_owned(),
        Trouble::Problem(problem) => problem.detail.clone(),
        Trouble::Refused(refusal) => refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect(),
        Trouble::NotSignedIn => form.not_signed_in.to_owned(),
        Trouble::NoBook => words().report.no_rulebook_help.to_owned(),
        Trouble::Unsent(n) => (words().settings.sign_out_refused)(*n),
        Trouble::NoSuchDraft => words().report.draft_gone_help.to_owned(),
        Trouble::Full => form.storage_full.to_owned(),
        Trouble::Storage(_) => form.not_stored.to_owned(),
        Trouble::PhotoUnreadable => (form.photo_unreadable)(""),
        Trouble::TooManyPhotos => (form.photos_full)(huiyin_domain::photo::MAX_PER_COMMAND),
        Trouble::PhotoGone => words().case.photo_not_here.to_owned(),
        Trouble::ForgedReceipt => words().pack.forged.to_owned(),
        Trouble::Pack(trouble) => of_pack(*trouble).to_owned(),
        Trouble::PositionForbidden => form.locate_denied.to_owned(),
        Trouble::PositionUnavailable => form.locate_unavailable.to_owned(),
    }
}

fn of_pack(trouble: PackTrouble) -> &'static str {
    let pack = &words().pack;
    match trouble {
        PackTrouble::NotAPack => pack.not_a_pack,
        PackTrouble::TooNew => pack.too_new,
        PackTrouble::Truncated => pack.truncated,
        PackTrouble::WrongPassphrase => pack.wrong_passphrase,
        PackTrouble::Damaged => pack.damaged,
        PackTrouble::Foreign => pack.foreign,
        PackTrouble::Unable => pack.unable,
    }
}

/// What failed behind the screens, where no form waits for it.
pub(crate) fn behind(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Full => words().form.full_behind.to_owned(),
        Trouble::Storage(_) => words().form.failing_behind.to_owned(),
        other => said(other),
    }
}

/// Why a photo was not taken in.
pub(crate) fn of_photo(trouble: &Trouble, name: &str) -> String {
    let form = &words().form;
    match trouble {
        Trouble::PhotoUnreadable => (form.photo_unreadable)(name),
        Trouble::Full | Trouble::Storage(_) => form.photo_not_stored.to_owned(),
        other => said(other),
    }
}
