//! The framing of `.fieldpack` files: what was written is read, what is cut or made up is refused and never panics.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use huiyin_domain::fieldpack::{Header, MAGIC, Piece, PieceKind, Unreadable, nonce, read, record};
use proptest::prelude::*;

fn file(records: &[Vec<u8>]) -> Vec<u8> {
    let mut file = Header::new("00112233445566778899aabbccddeeff".to_owned()).to_bytes().unwrap();
    file.extend(records.iter().flat_map(|locked| record(locked)));
    file
}

#[test]
fn the_header_is_written_as_phones_know_it() {
    let expected =
        r#"{"version":1,"derivation":"pbkdf2-sha256","rounds":600000,"salt":"00112233445566778899aabbccddeeff","cipher":"aes-256-gcm"}"#;
    let bytes = file(&[]);
    assert_eq!(&bytes[..8], MAGIC);
    assert_eq!(std::str::from_utf8(&bytes[12..]).unwrap(), expected);
}

#[test]
fn a_newer_file_and_a_strange_one_are_told_apart() {
    let text = String::from_utf8(file(&[vec![1]])).unwrap();
    assert_eq!(read(text.replace("\"version\":1", "\"version\":9").as_bytes()), Err(Unreadable::TooNew));
    assert_eq!(read(text.replace("600000", "999999").replace("pbkdf2-", "pbkdf9-").as_bytes()), Err(Unreadable::NotAPack));
    assert_eq!(read(b"\x89PNG and so on, a picture"), Err(Unreadable::NotAPack));
    assert_eq!(read(b""), Err(Unreadable::NotAPack));
    let busy = Header { rounds: u32::MAX, ..Header::new("00".to_owned()) }.to_bytes().unwrap();
    assert_eq!(read(&busy), Err(Unreadable::NotAPack));
}

#[test]
fn every_place_has_its_own_nonce() {
    assert_ne!(nonce(1), nonce(256));
    assert_eq!(nonce(0x0102_0304)[8..], [1, 2, 3, 4]);
}

proptest! {
    #[test]
    fn what_was_written_is_read(records in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 1..20)) {
        let bytes = file(&records);
        let pack = read(&bytes).unwrap();
        prop_assert_eq!(pack.records, records.iter().map(Vec::as_slice).collect::<Vec<_>>());
        prop_assert!(bytes.starts_with(pack.bound_to));
    }

    #[test]
    fn a_cut_within_a_record_is_noticed(records in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..50), 1..5), cut in 1usize..5) {
        let bytes = file(&records);
        prop_assert_eq!(read(&bytes[..bytes.len() - cut.min(records[records.len() - 1].len())]), Err(Unreadable::Truncated));
    }

    #[test]
    fn pieces_survive(key in "\\PC{0,60}", bytes in prop::collection::vec(any::<u8>(), 0..200), kind in 0usize..5) {
        let kind = [PieceKind::Command, PieceKind::Fate, PieceKind::Photo, PieceKind::Chunk, PieceKind::Receipt][kind];
        let piece = Piece { kind, key, bytes };
        prop_assert_eq!(Piece::read(&piece.to_bytes()), Some(piece));
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400), behind_magic in any::<bool>()) {
        let file = if behind_magic { [MAGIC.as_slice(), &bytes].concat() } else { bytes.clone() };
        prop_assert!(read(&file).is_err());
        let _ = Piece::read(&bytes);
    }
}
