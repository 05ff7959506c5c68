//! What the person on the phone writes: evidence with photos, and now and then something that no server can read.

use super::{dice::Dice, phone::Phone, server::POISON};
use huiyin_domain::{
    case::{AddEvidence, Ask},
    command::{Command, SCHEMA},
    hash::Hash,
    ids::{CaseId, CommandId},
    moment::Moment,
    photo::{Photo, Purpose},
};

/// The next command of this phone, and whether the server can read it.
pub(crate) fn command(dice: &mut Dice, phone: &Phone, at: Moment) -> (Command, bool) {
    let id = CommandId(dice.uuid());
    let readable = !dice.percent(4);
    let photos: Vec<Photo> = (0..dice.below(3)).map(|_| photo(dice, at)).collect();
    let command = Command {
        id,
        salt: format!("{:032x}", dice.next()),
        device: phone.queue.id(),
        number: phone.next_number(),
        schema: SCHEMA,
        rulebook: 1,
        base: 0,
        made_at: at,
        zone_min: 480,
        clock_offset_ms: None,
        case: CaseId(dice.uuid()),
        ask: Ask::AddEvidence(AddEvidence {
            words: if readable { "黑烟 seen again 𬭊".to_owned() } else { POISON.to_owned() }, photos
        }),
    };
    (command, readable)
}

fn photo(dice: &mut Dice, at: Moment) -> Photo {
    Photo {
        hash: Hash::of(&dice.next().to_be_bytes()),
        bytes: 1 + dice.below(5 * 64 * 1024),
        width_px: 1600,
        height_px: 1200,
        purpose: Purpose::Scene,
        taken_at: at,
        fix: None,
    }
}
