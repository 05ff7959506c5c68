//! Whether a JPEG is all there. Decoders forgive a picture that stops half-way; evidence must not.

/// Walks the markers to the end of the picture. Bytes behind the end (some phones put films there) do not matter.
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let Some(marker) = next_marker(bytes, &mut at) else { return false };
        match marker {
            0xD9 => return true,
            0x01 | 0xD0..=0xD8 => {}
            _ => {
                let Some(length) = bytes.get(at..at + 2) else { return false };
                at += usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
            }
        }
    }
}

/// The next marker: 0xFF and a byte that is neither padding nor a stuffed zero. Leaves `at` behind it.
fn next_marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    loop {
        while *bytes.get(*at)? != 0xFF {
            *at += 1;
        }
        while *bytes.get(*at)? == 0xFF {
            *at += 1;
        }
        let marker = *bytes.get(*at)?;
        *at += 1;
        if marker != 0 {
            return Some(marker);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::jpeg_is_whole;
    use image::{DynamicImage, codecs::jpeg::JpegEncoder};

    fn picture() -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = DynamicImage::new_rgb8(90, 60).to_rgb8();
        picture.write_with_encoder(JpegEncoder::new(&mut bytes)).unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_whole_and_every_cut_of_it_is_not() {
        let bytes = picture();
        assert!(jpeg_is_whole(&bytes));
        assert!((2..bytes.len()).all(|length| !jpeg_is_whole(&bytes[..length])));
    }

    #[test]
    fn what_follows_the_end_does_not_matter() {
        let mut bytes = picture();
        bytes.extend(b"a film");
        assert!(jpeg_is_whole(&bytes));
    }
}
