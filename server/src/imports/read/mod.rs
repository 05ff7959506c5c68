//! Reading a file by what it is, not by what it is called.

mod csv;
mod encoding;
mod xlsx;

use super::table::{Table, Unreadable};

/// The table in these bytes.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0";
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(ZIP) {
        return xlsx::read(bytes);
    }
    if bytes.starts_with(OLD_OFFICE) {
        return Err(Unreadable::OldOrLocked);
    }
    let text = encoding::decoded(bytes)?;
    csv::read(&text)
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, read};

    #[test]
    fn what_is_no_table_is_told_apart() {
        assert_eq!(read(b""), Err(Unreadable::Empty));
        assert_eq!(read(b"%PDF-1.7\n\x00\x01"), Err(Unreadable::NotATable));
        assert_eq!(read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(Unreadable::OldOrLocked));
        assert_eq!(read(b"PK\x03\x04 and no more"), Err(Unreadable::Damaged));
        assert_eq!(read(b"\xFF\xD8\xFF\xE0\x00\x10JFIF"), Err(Unreadable::NotATable));
        assert_eq!(read("编号,内容\n".as_bytes()), Err(Unreadable::Empty));
    }
}
