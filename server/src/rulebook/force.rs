//! From a draft to a new edition: what it would change, and the second person who puts it in force.

use super::{
    draft::note,
    editor, may_edit,
    page::{self, Draft, has_people},
};
use crate::{
    cases::Desk,
    core::County,
    error::{Error, Kind},
    storage,
};
use huiyin_app::backend::{DraftOutcome, DraftPreview, DraftRevision, OpenCases, RulebookDeed, WhyNot};
use huiyin_domain::rulebook::{
    CategoryCode, Change, Flaw, Rulebook, changes,
    file::{self, Section},
};

/// What the draft would change.
pub(super) async fn preview(desk: &Desk) -> Result<DraftPreview, Error> {
    let asking = desk.asking().await?;
    let county = &asking.county;
    let db = desk.core.db.snapshot().await?;
    let draft = Draft::read(&db, &county.rulebook).await?.ok_or_else(|| Error::new(Kind::NoDraft))?;
    let head = draft.head(&db, &asking).await?;
    let open = storage::rulebook::open_cases(&db).await?;
    db.commit().await?;
    let changes = changes(&file::sections(&county.rulebook), &draft.sections);
    let (_, flaws) = checked(county, &draft);
    let why_not = if may_edit(&asking.person) { why_not(head.mine, &changes, &flaws) } else { Some(WhyNot::NotAllowed) };
    Ok(DraftPreview {
        version: county.rulebook.version,
        open_cases: touched(&changes, open),
        choices: page::choices(&county.rulebook, &draft.sections),
        draft: head,
        changes,
        flaws,
        why_not,
    })
}

/// The new edition, if it can be read, and everything that is wrong or worth a look.
fn checked(county: &County, draft: &Draft) -> (Option<Rulebook>, Vec<Flaw>) {
    let (book, mut flaws) = file::assemble(&county.rulebook, &draft.sections, county.rulebook.version + 1);
    flaws.extend(book.iter().flat_map(|book| book.unstaffed(has_people(county))));
    (book, flaws)
}

fn why_not(mine: bool, changes: &[Change], flaws: &[Flaw]) -> Option<WhyNot> {
    if flaws.iter().any(|flaw| !flaw.is_warning()) {
        Some(WhyNot::Flaws)
    } else if changes.is_empty() {
        Some(WhyNot::NothingChanged)
    } else {
        mine.then_some(WhyNot::SamePerson)
    }
}

/// Open cases of the categories that change. Times, rest days, laws and units concern every category.
fn touched(changes: &[Change], open: Vec<(CategoryCode, u64)>) -> Vec<OpenCases> {
    let all = changes.iter().any(|change| matches!(change.section, Section::Clocks | Section::Calendar));
    let named = |code: &CategoryCode| {
        let of_category = |change: &Change| match change.section {
            Section::Categories => change.item == code.0,
            Section::Routing => change.item.split(' ').next() == Some(code.0.as_str()),
            _ => false,
        };
        changes.iter().any(of_category)
    };
    let mut cases: Vec<OpenCases> =
        open.into_iter().filter(|(code, _)| all || named(code)).map(|(category, cases)| OpenCases { category, cases }).collect();
    cases.sort_by(|one, other| one.category.cmp(&other.category));
    cases
}

/// Puts the draft in force as a new edition: by somebody who wrote nothing in it, exactly as it was read.
pub(super) async fn put_in_force(desk: &Desk, seen: DraftRevision) -> Result<DraftOutcome, Error> {
    let refused = |why, flaws| Ok(DraftOutcome::Refused { why, flaws });
    // Who may is looked at before the transaction, what is in force within it.
    editor(desk).await?;
    let db = desk.core.db.begin().await?;
    let county = desk.core.shelf.current(&db).await?;
    let Some(draft) = Draft::read(&db, &county.rulebook).await? else {
        db.rollback().await?;
        return refused(WhyNot::Moved, Vec::new());
    };
    if (draft.row.id, draft.row.revision) != (seen.draft, seen.revision) || !storage::rulebook::take(&db, seen.draft, seen.revision).await?
    {
        db.rollback().await?;
        return refused(WhyNot::Moved, Vec::new());
    }
    let changes = changes(&file::sections(&county.rulebook), &draft.sections);
    let mine = storage::rulebook::authors(&db, draft.row.id).await?.contains(&desk.person);
    let (book, mut flaws) = checked(&county, &draft);
    flaws.retain(|flaw| !flaw.is_warning());
    let (None, Some(book)) = (why_not(mine, &changes, &flaws), book) else {
        db.rollback().await?;
        return refused(why_not(mine, &changes, &flaws).unwrap_or(WhyNot::Flaws), flaws);
    };
    storage::county::edition(&db, &book, desk.core.now()).await?;
    note(&db, desk, draft.row.id, RulebookDeed::InForce, None, Some(book.version)).await?;
    db.commit().await?;
    tracing::info!(version = book.version, "a new edition of the rulebook is in force");
    Ok(DraftOutcome::Done { version: book.version })
}
