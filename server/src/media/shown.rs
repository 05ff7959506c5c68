//! Versions that may be shown: smaller, upright, without metadata. Originals leave only within a case's whole file.

use super::decode;
use crate::{core::Core, error::Error};
use huiyin_domain::photo::PhotoHash;
use image::{DynamicImage, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType};
use std::io::ErrorKind;

/// Which version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// At most 1,280 pixels on the longer side.
    Shown,
    /// At most 320 pixels on the longer side.
    Thumb,
}

impl Size {
    pub(super) fn name(self) -> &'static str {
        match self {
            Size::Shown => "shown",
            Size::Thumb => "thumb",
        }
    }

    pub(super) fn longest_px(self) -> u32 {
        match self {
            Size::Shown => 1280,
            Size::Thumb => 320,
        }
    }
}

/// A version of a photo as JPEG; none if its bytes are not here. Made when it is first asked for, should it be missing.
///
/// # Errors
/// If the disk fails.
pub async fn version(core: &Core, photo: &PhotoHash, size: Size) -> Result<Option<Vec<u8>>, Error> {
    let path = core.media.version(photo, size);
    match tokio::fs::read(&path).await {
        Ok(bytes) => return Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(Error::internal(error)),
    }
    let original = match tokio::fs::read(core.media.original(photo)).await {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::internal(error)),
    };
    let _turn = core.media.decoding.acquire().await.map_err(Error::internal)?;
    let made = tokio::task::spawn_blocking(move || {
        let (_, picture) = decode::read(&original).map_err(|kind| format!("a kept photo cannot be read: {}", kind.code()))?;
        decode::shrink(&picture, size.longest_px()).map_err(|error| error.to_string())
    });
    let bytes = made.await.map_err(Error::internal)?.map_err(Error::internal)?;
    core.media.write(&path, &bytes).map_err(Error::internal)?;
    Ok(Some(bytes))
}

/// The pixels of a photo, upright, at most so many on the longer side; none if its bytes are not here.
///
/// # Errors
/// If the disk fails.
pub async fn picture(core: &Core, photo: &PhotoHash, longest_px: u32) -> Result<Option<RgbImage>, Error> {
    let original = match tokio::fs::read(core.media.original(photo)).await {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::internal(error)),
    };
    let _turn = core.media.decoding.acquire().await.map_err(Error::internal)?;
    let read = tokio::task::spawn_blocking(move || {
        let (_, picture) = decode::read(&original).map_err(|kind| format!("a kept photo cannot be read: {}", kind.code()))?;
        let large = picture.width().max(picture.height()) > longest_px;
        let picture = if large { picture.resize(longest_px, longest_px, FilterType::Triangle) } else { picture };
        Ok::<_, String>(picture.to_rgb8())
    });
    read.await.map_err(Error::internal)?.map(Some).map_err(Error::internal)
}

/// Pixels as JPEG, without any metadata.
///
/// # Errors
/// If they cannot be encoded.
pub fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, image::ImageError> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 82))?;
    Ok(bytes)
}

/// Both versions of a picture that has just been read.
pub(super) fn versions(picture: &DynamicImage) -> Result<[(Size, Vec<u8>); 2], image::ImageError> {
    let shown = decode::shrink(picture, Size::Shown.longest_px())?;
    let thumb = decode::shrink(picture, Size::Thumb.longest_px())?;
    Ok([(Size::Shown, shown), (Size::Thumb, thumb)])
}
