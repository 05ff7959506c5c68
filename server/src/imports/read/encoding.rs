//! Text as UTF-8 or GB18030, whichever it is as a whole. A file that is partly one and partly the other is refused with
//! the line where it changes: guessing would turn words into others without a sound.

use crate::imports::table::Unreadable;
use encoding_rs::GB18030;
use std::borrow::Cow;

/// The text in these bytes.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if bytes.contains(&0) {
        return Err(Unreadable::NotATable);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let lines = || (1..).zip(bytes.split(|byte| *byte == b'\n'));
    let (mut utf8, mut other) = (None, None);
    for (number, line) in lines() {
        match std::str::from_utf8(line) {
            // By chance two bytes of GB18030 may look like one character of UTF-8, but hardly ever twice three.
            Ok(text) if text.chars().filter(|character| character.len_utf8() >= 3).count() >= 2 => utf8 = utf8.or(Some(number)),
            Ok(_) => {}
            Err(_) => other = other.or(Some(number)),
        }
    }
    if let (Some(utf8), Some(other)) = (utf8, other) {
        return Err(Unreadable::Mixed { line: utf8.max(other) });
    }
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    let broken = lines().find(|(_, line)| GB18030.decode_without_bom_handling_and_without_replacement(line).is_none());
    Err(Unreadable::Encoding { line: broken.map_or(1, |(number, _)| number) })
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, decoded};
    use encoding_rs::GB18030;

    const LINES: [&str; 3] = ["工单编号,诉求内容", "FJ001,河边有人倒垃圾，气味很大", "FJ002,𬭊联通基站旁噪声"];

    fn gb(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn both_encodings_are_read() {
        let text = LINES.join("\r\n");
        assert_eq!(decoded(text.as_bytes()).unwrap(), text);
        assert_eq!(decoded(format!("\u{feff}{text}").as_bytes()).unwrap(), text);
        assert_eq!(decoded(&gb(&text)).unwrap(), text);
        assert_eq!(decoded(b"a,b\n1,2").unwrap(), "a,b\n1,2");
    }

    #[test]
    fn a_mixture_is_refused_where_it_changes() {
        let mut mixed = gb(&format!("{}\n{}\n", LINES[0], LINES[1]));
        mixed.extend(LINES[2].as_bytes());
        assert_eq!(decoded(&mixed), Err(Unreadable::Mixed { line: 3 }));
        let mut mixed = format!("{}\n{}\n", LINES[0], LINES[1]).into_bytes();
        mixed.extend(gb(LINES[2]));
        assert_eq!(decoded(&mixed), Err(Unreadable::Mixed { line: 3 }));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        assert_eq!(decoded(b"a,b\n1,\xFF\xFF\n"), Err(Unreadable::Encoding { line: 2 }));
        assert_eq!(decoded(b"a\0b"), Err(Unreadable::NotATable));
    }
}
