//! What the rows of a file would become, as the database keeps it until they are taken in.

use super::{
    check::{Here, Thing, Tried, check},
    matter::{Bench, Matter},
    person::{Accounts, Known},
    table::Table,
};
use crate::{
    cases::Asking,
    core::Core,
    error::Error,
    ledger::Sealed,
    storage::{
        self,
        imports::{Job, JobRow, Stand},
        people::AccountRow,
    },
};
use huiyin_app::backend::{Fault, ImportField, ImportKind, RowFault};
use huiyin_domain::{
    case::Ask,
    command::Command,
    ids::{CaseId, CommandId},
    refusal::Code,
    sync::message::Verdict,
};
use std::{collections::HashMap, sync::Arc};

/// Commands that are looked up at once.
const AT_ONCE: usize = 500;

/// Tries every row of a file.
pub(super) async fn rows(
    core: &Core,
    asking: &Asking,
    job: &Job,
    table: Table,
    fields: Vec<Option<ImportField>>,
) -> Result<Vec<JobRow>, Error> {
    let kind = job.line.kind;
    let here = Arc::new(here(core, asking, kind).await?);
    let (county, person, now, beside) = (asking.county.clone(), asking.person.clone(), core.now(), Arc::clone(&here));
    let trying = tokio::task::spawn_blocking(move || {
        let bench = Bench { kind, book: &county.rulebook, person: &person, now };
        check(bench, &table, &fields, &beside)
    });
    let tried = trying.await.map_err(Error::internal)?;
    let mut rows = Vec::with_capacity(tried.len());
    for part in tried.chunks(AT_ONCE) {
        let before = Before::of(core, part, &here).await?;
        for one in part {
            rows.push(before.row(one)?);
        }
    }
    Ok(rows)
}

/// What rows of this kind are held against.
async fn here(core: &Core, asking: &Asking, kind: ImportKind) -> Result<Here, Error> {
    let mut here = Here::default();
    match kind {
        ImportKind::Hotline | ImportKind::Ledger => {}
        ImportKind::Sites => {
            here.sites = storage::county::sites_in(core.db.read(), std::slice::from_ref(&asking.county.rulebook.county.code)).await?;
        }
        ImportKind::People => {
            let known = |row: AccountRow| (row.sign_in_name, Known { open: row.closed_at.is_none(), card: row.card });
            here.accounts = storage::people::rows(core.db.read()).await?.into_iter().map(known).collect::<Accounts>();
        }
    }
    Ok(here)
}

/// What is here already of some rows.
struct Before<'a> {
    filed: HashMap<CommandId, (Verdict, Option<Command>, Option<String>)>,
    here: &'a Here,
}

impl Before<'_> {
    async fn of<'a>(core: &Core, tried: &[Tried], here: &'a Here) -> Result<Before<'a>, Error> {
        let ids: Vec<CommandId> = tried.iter().filter_map(|one| matter(one).map(|matter| matter.command)).collect();
        Ok(Before { filed: filed(core, &ids).await?, here })
    }

    fn row(&self, one: &Tried) -> Result<JobRow, Error> {
        let row = |stand, number, body| JobRow { n: one.row, stand, there: one.there.clone(), number, body };
        let bad = |faults: &[RowFault]| Ok(row(Stand::Bad, None, Some(serde_json::to_string(faults)?)));
        let thing = match &one.thing {
            Ok(thing) => thing,
            Err(faults) => return bad(faults),
        };
        let about_row = |fault| RowFault { row: one.row, column: None, field: None, text: one.there.clone(), fault };
        match thing {
            Thing::Matter(matter) => match self.filed.get(&matter.command) {
                None => Ok(row(Stand::Good, None, Some(serde_json::to_string(thing)?))),
                Some((Verdict::Refused { refusal }, _, _)) => {
                    let code = refusal.unmet.first().map_or(Code::NotAllowed, |unmet| unmet.code.clone());
                    bad(&[about_row(Fault::Rule { code })])
                }
                Some((_, stored, number)) if stored.as_ref().is_none_or(|stored| is_same(stored, matter)) => {
                    Ok(row(Stand::Known, number.clone(), None))
                }
                Some(_) => bad(&[about_row(Fault::Changed)]),
            },
            Thing::Site(site) if self.here.sites.contains(site) => Ok(row(Stand::Known, None, None)),
            Thing::Account(new) if self.here.accounts.contains_key(&new.sign_in_name) => {
                let known = self.here.accounts.get(&new.sign_in_name).map(|known| known.card.id.to_string());
                Ok(row(Stand::Known, known, None))
            }
            Thing::Site(_) | Thing::Account(_) => Ok(row(Stand::Good, None, Some(serde_json::to_string(thing)?))),
        }
    }
}

fn matter(one: &Tried) -> Option<&Matter> {
    match &one.thing {
        Ok(Thing::Matter(matter)) => Some(matter),
        _ => None,
    }
}

/// Whether this was filed with the same content: both as their bytes read.
fn is_same(stored: &Command, matter: &Matter) -> bool {
    let asked = Ask::Submit(matter.submit.clone());
    let read = serde_json::to_vec(&asked).ok().and_then(|bytes| serde_json::from_slice::<Ask>(&bytes).ok());
    read.is_some_and(|asked| asked == stored.ask)
}

/// What was filed by these commands: how it was judged, its content unless it was erased, and the case's number.
pub(super) async fn filed(core: &Core, ids: &[CommandId]) -> Result<HashMap<CommandId, (Verdict, Option<Command>, Option<String>)>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let db = core.db.read();
    let entries = storage::ledger::known(db, ids).await?;
    let here: Vec<CommandId> = entries.keys().copied().collect();
    if here.is_empty() {
        return Ok(HashMap::new());
    }
    let mut payloads = storage::ledger::payloads(db, &here).await?;
    let cases: Vec<CaseId> = here.iter().copied().map(CaseId::from).collect();
    let numbers = storage::cases::numbers(db, &cases).await?;
    let content =
        |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| Sealed::read(&bytes, "command").ok()).and_then(|sealed| sealed.command().cloned());
    Ok(entries
        .into_iter()
        .map(|(id, entry)| {
            let stored = content(payloads.remove(&id).flatten());
            (id, (entry.verdict, stored, numbers.get(&CaseId::from(id)).cloned()))
        })
        .collect())
}
