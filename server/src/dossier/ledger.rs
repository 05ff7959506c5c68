//! What the ledger holds of a case: the exact bytes of its commands, and every hash that leads to them.

use super::parts::{Part, Source};
use crate::{
    cases::Asking,
    core::Core,
    error::Error,
    ledger,
    sheet::{Cell, Sheet, csv},
    storage,
};
use huiyin_app::locales::Language;
use huiyin_domain::{case::Case, ids::CommandId};

/// Commands, their hashes, and the signed head of the moment.
pub(super) async fn parts(core: &Core, asking: &Asking, case: &Case, language: Language) -> Result<Vec<Part>, Error> {
    let db = core.db.read();
    let entries = storage::ledger::of_case(db, case.id).await?;
    let ids: Vec<CommandId> = entries.iter().map(|entry| entry.command).collect();
    let mut payloads = storage::ledger::payloads(db, &ids).await?;
    let head = [
        "seq",
        "command",
        "command_hash",
        "verb",
        "person",
        "verdict",
        "received_at",
        "made_at",
        "rulebook",
        "bytes",
        "events_hash",
        "content_hash",
        "prev_hash",
        "hash",
    ];
    let mut parts = Vec::new();
    let mut rows = Vec::new();
    for entry in entries {
        let path = format!("commands/{:08}-{}.json", entry.seq, entry.kind);
        let bytes = payloads.remove(&entry.command).flatten();
        let person = entry.person.and_then(|id| asking.county.people.name(id)).unwrap_or_default();
        let cells = [
            entry.seq.to_string(),
            entry.command.to_string(),
            entry.command_hash.to_string(),
            entry.kind.clone(),
            person.to_owned(),
            entry.verdict_text.clone(),
            entry.received_at.to_string(),
            entry.made_at.to_string(),
            entry.rulebook.to_string(),
            if bytes.is_some() { path.clone() } else { "erased".to_owned() },
            entry.events_hash.to_string(),
            entry.content_hash.to_string(),
            entry.prev_hash.to_string(),
            entry.hash.to_string(),
        ];
        rows.push(cells.map(|text| Cell::words(Some(text))).to_vec());
        if let Some(bytes) = bytes {
            let what = format!("{} {}", language.pick("命令原文，台账第", "Exact command, entry"), entry.seq);
            parts.push(Part { path, what, from: Source::Here(bytes) });
        }
    }
    let sheet = Sheet { name: "ledger".to_owned(), head: head.map(str::to_owned).to_vec(), rows };
    let signed = serde_json::to_vec_pretty(&ledger::signed_head(core).await?)?;
    let what = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    parts.insert(
        0,
        Part {
            path: "head.json".into(), what: what("台账最新一条的签名", "The signed head of the ledger"), from: Source::Here(signed)
        },
    );
    parts.insert(
        0,
        Part {
            path: "ledger.csv".into(),
            what: what("台账里的每一条和哈希", "Entries of the ledger, with hashes"),
            from: Source::Here(csv(&sheet)),
        },
    );
    Ok(parts)
}
