//! Who a member of the public is: sealed, apart from everything, masked everywhere. Whoever may lift the mask says why;
//! what they said is written before anything is shown, and stands on the case for all who work on it.

use crate::{
    cases::{Desk, Opened},
    core::Core,
    error::{Error, Kind},
    storage::{self, Connection},
};
use huiyin_app::backend::{Identity, Known, Look, Unmask, Unmasked};
use huiyin_domain::{
    case::{
        Case, Reporter,
        permission::{Sight, may_unmask},
    },
    ids::ReportId,
    people::PersonCard,
    report::MIN_WORDS_CHARS,
    rulebook::Rulebook,
};

/// What the log calls a look at reporters.
const REPORTERS: &str = "reporters";
/// Most characters of a reason.
const MOST_CHARS: usize = 500;

/// Keeps who reported this.
///
/// # Errors
/// If something is kept already, or the database fails.
pub async fn keep(core: &Core, db: &impl Connection, report: ReportId, identity: &Identity) -> Result<(), Error> {
    let plain = serde_json::to_vec(identity)?;
    let sealed = core.keys.seal(report.0.as_bytes(), &plain, core.ids.as_ref());
    let sealed = sealed.ok_or_else(|| Error::internal("the vault's key does not seal"))?;
    storage::vault::put(db, report, sealed, core.now()).await
}

/// Whether there is a mask to lift, and for this person.
pub(crate) fn is_masked_for(case: &Case, sight: Sight, person: &PersonCard, book: &Rulebook) -> bool {
    sight == Sight::Whole && may_unmask(case, person, book) && public_reports(case).next().is_some()
}

fn public_reports(case: &Case) -> impl Iterator<Item = ReportId> {
    case.reports.iter().filter(|filed| !matches!(filed.reporter, Reporter::Staff { .. })).map(|filed| filed.id)
}

/// Who looked, newest first.
pub(crate) async fn looks(db: &impl Connection, desk: &crate::core::People, case: &Case) -> Result<Vec<Look>, Error> {
    let looked = storage::vault::looked(db, case.id, REPORTERS).await?;
    let line =
        |look: storage::vault::Looked| Look { at: look.at, by: desk.name(look.person).unwrap_or_default().to_owned(), reason: look.reason };
    Ok(looked.into_iter().map(line).collect())
}

impl Desk {
    /// Lifts the mask from the reporters of one case. The reason is in the log before anything is read.
    ///
    /// # Errors
    /// If there is no such case for this person, this person may not, or the reason says nothing.
    pub(crate) async fn reporters(&self, number: &str, asked: &Unmask) -> Result<Unmasked, Error> {
        let Opened { asking, case, sight } = self.opened(number).await?;
        if sight != Sight::Whole || !may_unmask(&case, &asking.person, &asking.county.rulebook) {
            return Err(Error::new(Kind::NotAllowed));
        }
        let reason = asked.reason.trim();
        let length = reason.chars().count();
        if !(MIN_WORDS_CHARS..=MOST_CHARS).contains(&length) || reason.contains('\0') {
            return Err(Error::new(Kind::ReasonMissing).field("reason"));
        }
        let db = self.core.db.begin().await?;
        let id = self.core.ids.uuid();
        storage::vault::log(&db, id, self.core.now(), self.person, REPORTERS, Some(case.id), Some(reason)).await?;
        db.commit().await?;
        let reports: Vec<ReportId> = public_reports(&case).collect();
        let kept = storage::vault::get_all(self.core.db.read(), &reports).await?;
        let known = |report: ReportId| -> Result<Known, Error> {
            let identity = kept.get(&report).map(|sealed| opened(&self.core, report, sealed)).transpose()?;
            Ok(Known { report, identity })
        };
        Ok(Unmasked { reporters: reports.into_iter().map(known).collect::<Result<_, _>>()? })
    }
}

fn opened(core: &Core, report: ReportId, sealed: &[u8]) -> Result<Identity, Error> {
    let plain = core.keys.unseal(report.0.as_bytes(), sealed).ok_or_else(|| Error::internal("the vault does not open: another key?"))?;
    Ok(serde_json::from_slice(&plain)?)
}
