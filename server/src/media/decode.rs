//! What bytes are: a picture of a kind we take, or not; and making a smaller one without metadata.

use crate::error::Kind;
use crate::storage::photos::Measured;
use huiyin_domain::photo::MAX_PIXELS;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder, imageops::FilterType, metadata::Orientation,
};
use std::io::Cursor;

/// The kind of picture that the first bytes tell.
pub(super) fn format_of(head: &[u8]) -> Result<ImageFormat, Kind> {
    if head.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Ok(ImageFormat::Jpeg)
    } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(ImageFormat::Png)
    } else if head.len() >= 12 && head.starts_with(b"RIFF") && &head[8..12] == b"WEBP" {
        Ok(ImageFormat::WebP)
    } else if head.len() >= 12
        && &head[4..8] == b"ftyp"
        && matches!(&head[8..12], b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1")
    {
        Err(Kind::Heic)
    } else {
        Err(Kind::NotAPhoto)
    }
}

/// Reads the whole picture, upright: proof that it is one and that nothing of it is missing.
pub(super) fn read(bytes: &[u8]) -> Result<(Measured, DynamicImage), Kind> {
    let format = format_of(bytes)?;
    if format == ImageFormat::Jpeg && !super::whole::jpeg_is_whole(bytes) {
        return Err(Kind::PhotoBroken);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Kind::PhotoBroken)?;
    let (width_px, height_px) = decoder.dimensions();
    if u64::from(width_px) * u64::from(height_px) > MAX_PIXELS {
        return Err(Kind::PhotoTooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Kind::PhotoBroken)?;
    picture.apply_orientation(orientation);
    Ok((Measured { media_type: format.to_mime_type(), width_px, height_px }, picture))
}

/// A JPEG of at most so many pixels on its longer side, without any metadata.
pub(super) fn shrink(picture: &DynamicImage, longest_px: u32) -> Result<Vec<u8>, image::ImageError> {
    let small = if picture.width().max(picture.height()) > longest_px {
        picture.resize(longest_px, longest_px, FilterType::Triangle)
    } else {
        picture.clone()
    };
    let mut bytes = Vec::new();
    small.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 82))?;
    Ok(bytes)
}
