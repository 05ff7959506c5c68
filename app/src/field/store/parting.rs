//! What is remembered of leaving: which items were taken along in a file, and whether the county still has to be told
//! that nobody works here.

use huiyin_domain::ids::{CommandId, DeviceId};
use std::collections::BTreeSet;

use super::{
    database::Mode,
    outbox::{DEVICE, Outbox},
    sealed::{open_json, seal_json},
};
use crate::field::phone::Trouble;

const GOODBYE: &str = "goodbye";

impl Outbox {
    /// Remembers that these items are in a file: leaving them behind here is now allowed.
    pub(in crate::field) async fn note_exported(&self, device: DeviceId, commands: &BTreeSet<CommandId>) -> Result<(), Trouble> {
        let tx = self.database.begin(&[DEVICE], Mode::Strict).await?;
        tx.put(DEVICE, &exported_key(device), &seal_json(commands)?)?;
        tx.complete().await
    }

    /// Items that are in a file.
    pub(in crate::field) async fn exported(&self, device: DeviceId) -> Result<BTreeSet<CommandId>, Trouble> {
        let row = self.database.begin(&[DEVICE], Mode::Read).await?.get(DEVICE, &exported_key(device)).await?;
        row.map_or(Ok(BTreeSet::new()), |row| open_json(&row))
    }

    /// Whether the county has not heard yet that the last person left.
    pub(in crate::field) async fn goodbye_due(&self) -> Result<bool, Trouble> {
        let row = self.database.begin(&[DEVICE], Mode::Read).await?.get(DEVICE, GOODBYE).await?;
        row.map_or(Ok(false), |row| open_json(&row))
    }

    /// Remembers whether it still has to hear it.
    pub(in crate::field) async fn set_goodbye(&self, due: bool) -> Result<(), Trouble> {
        let tx = self.database.begin(&[DEVICE], Mode::Strict).await?;
        tx.put(DEVICE, GOODBYE, &seal_json(&due)?)?;
        tx.complete().await
    }
}

fn exported_key(device: DeviceId) -> String {
    format!("exported/{device}")
}
