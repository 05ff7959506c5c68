//! Commands made here: by the desk, for a reporter with a receipt, by the clock.

use crate::core::Core;
use data_encoding::HEXLOWER;
use huiyin_domain::{
    case::Ask,
    command::{Command, SCHEMA},
    ids::{CaseId, CommandId, DeviceId},
    rulebook::RulebookVersion,
};

impl Core {
    /// A command made here now. Its number is given when it is committed.
    #[must_use]
    pub fn draft(&self, id: CommandId, device: DeviceId, rulebook: RulebookVersion, case: CaseId, base: u64, ask: Ask) -> Command {
        let mut salt = [0; 16];
        self.ids.fill(&mut salt);
        Command {
            id,
            salt: HEXLOWER.encode(&salt),
            device,
            number: 0,
            schema: SCHEMA,
            rulebook,
            base,
            made_at: self.now(),
            zone_min: 480,
            clock_offset_ms: Some(0),
            case,
            ask,
        }
    }
}
