//! Receipts: the server's signed word that commands are durable.

use super::submission::Settled;
use crate::{core::Keys, error::Error};
use huiyin_domain::{
    hash::Hash,
    ids::DeviceId,
    moment::Moment,
    sync::message::{Acknowledged, Receipt, ReceiptBody, ReceiptLine},
};
use serde::Serialize;

/// What is signed when the head of the ledger is asked for.
#[derive(Serialize)]
struct HeadBody<'a> {
    county: &'a str,
    epoch: u32,
    seq: u64,
    hash: Hash,
    at: Moment,
}

impl Keys {
    /// One signature over all commands of a push.
    ///
    /// # Errors
    /// None in practice: every part serialises.
    pub fn receipt(&self, county: &str, epoch: u32, device: DeviceId, lines: &[Settled], head: Hash, at: Moment) -> Result<Receipt, Error> {
        let lines: Vec<Acknowledged> = lines.iter().map(acknowledged).collect();
        self.signed(&ReceiptBody { county: county.to_owned(), epoch, device, lines, head, at })
    }

    /// The signed head of the ledger.
    ///
    /// # Errors
    /// None in practice: every part serialises.
    pub fn signed_head(&self, head: &crate::storage::ledger::Head, at: Moment) -> Result<Receipt, Error> {
        self.signed(&HeadBody { county: &head.county, epoch: head.epoch, seq: head.seq, hash: head.hash, at })
    }

    /// What to show for the submits among these: matter number and the reporter's key.
    #[must_use]
    pub fn receipt_lines(&self, lines: &[Settled]) -> Vec<ReceiptLine> {
        let opened = lines.iter().filter_map(|line| Some((line.command, line.matter.as_deref()?)));
        opened.map(|(command, matter)| ReceiptLine { command, number: self.receipt_number(matter, command).to_string() }).collect()
    }

    fn signed(&self, body: &impl Serialize) -> Result<Receipt, Error> {
        let body = serde_json::to_string(body)?;
        let signature = self.sign(body.as_bytes());
        Ok(Receipt { body, key: self.signer(), signature })
    }
}

/// A command's line on a receipt.
#[must_use]
pub fn acknowledged(line: &Settled) -> Acknowledged {
    Acknowledged { number: line.number, command: line.command, hash: line.hash, seq: line.seq, verdict: line.verdict.clone() }
}
