//! What people write: reports with photos, notes, and what the rules refuse or this server cannot read.

use crate::{
    dice::Dice,
    hand::Hand,
    support::{PLACE, picture},
};
use huiyin_domain::{
    case::{Ask, Submit, Words},
    command::Command,
    hash::Hash,
    ids::{CaseId, CommandId},
    moment::Moment,
    photo::{Photo, Purpose},
    place::{Fix, Point},
    report::{Report, Severity, Whereabouts},
    rulebook::CategoryCode,
};
use std::{collections::BTreeMap, sync::LazyLock};

/// Bytes of every photo that was ever taken.
pub(crate) type Album = BTreeMap<Hash, Vec<u8>>;

static PICTURES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| (0..3).map(|n| shrunk(&picture(n), 100 + 70 * n)).collect());

fn shrunk(bytes: &[u8], width_px: u32) -> Vec<u8> {
    let picture = image::load_from_memory(bytes).unwrap().crop_imm(0, 0, width_px, 200).to_rgb8();
    let mut bytes = Vec::new();
    picture.write_with_encoder(image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95)).unwrap();
    bytes
}

pub(crate) fn write(dice: &mut Dice, hand: &Hand, foreign: Option<CaseId>, album: &mut Album, at: Moment) -> Command {
    let id = CommandId(dice.uuid());
    let note = |case| (case, Ask::Note(Words { words: "今晚又开始了 𬭊".to_owned() }));
    let own = if hand.cases.is_empty() { None } else { Some(hand.cases[dice.below(hand.cases.len() as u64) as usize]) };
    let (case, ask) = match (dice.below(100), own, foreign) {
        (0..25, Some(case), _) => note(case),
        (25..32, _, Some(case)) => note(case),
        (32..42, ..) => (id.into(), report("", Vec::new(), at)),
        _ => {
            let photos = (0..dice.below(3)).map(|_| photo(dice, album, at)).collect();
            (id.into(), report("夜里施工很吵", photos, at))
        }
    };
    // Now and then the phone is newer than the server.
    let schema = if dice.percent(5) { 99 } else { 1 };
    Command {
        id,
        salt: format!("{:032x}", dice.next()),
        device: hand.device,
        number: hand.store.next_number(),
        schema,
        rulebook: 1,
        base: 0,
        made_at: at,
        zone_min: 480,
        clock_offset_ms: hand.store.queue.device().clock_offset_ms,
        case,
        ask,
    }
}

fn report(words: &str, photos: Vec<Photo>, at: Moment) -> Ask {
    let point = Point { lat_deg: PLACE.0, lon_deg: PLACE.1 };
    let report = Report {
        category: CategoryCode("C18".to_owned()),
        place: Whereabouts::Measured(Fix { point, accuracy_m: 8.0, at }),
        division: None,
        site: None,
        words: words.to_owned(),
        severity: Severity::Ordinary,
        patrol: None,
    };
    Ask::Submit(Submit { report, photos, solved: None, on_behalf: None, origin: None, about_unit: None })
}

/// A picture of its own: what stands behind a picture's end does not matter.
fn photo(dice: &mut Dice, album: &mut Album, at: Moment) -> Photo {
    let mut bytes = PICTURES[dice.below(PICTURES.len() as u64) as usize].clone();
    bytes.extend(dice.next().to_be_bytes());
    let photo = Photo {
        hash: Hash::of(&bytes),
        bytes: bytes.len() as u64,
        width_px: 170,
        height_px: 200,
        purpose: Purpose::Before,
        taken_at: at,
        fix: None,
    };
    album.insert(photo.hash, bytes);
    photo
}
