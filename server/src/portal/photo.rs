//! Photos of public records: re-encoded, at most 1,600 pixels, without metadata, with what must not be seen made
//! unreadable in the pixels themselves.

use super::Found;
use crate::{core::Core, error::Error, media, storage};
use huiyin_domain::{
    hash::Hash,
    publication::{BlurBox, PublicPhoto},
};
use image::{Rgb, RgbImage};
use std::io::ErrorKind;

/// A photo for the public.
pub struct Photo {
    /// JPEG.
    pub bytes: Vec<u8>,
    /// Changes when original or blur boxes change.
    pub tag: String,
}

/// The nth photo of the record with this number.
///
/// # Errors
/// If database or disk fail.
pub async fn photo(core: &Core, number: &str, n: usize) -> Result<Found<Photo>, Error> {
    let Some(published) = storage::public::by_number(core.db.read(), number).await? else { return Ok(Found::Missing) };
    if published.withdrawn_at.is_some() {
        return Ok(Found::Gone);
    }
    let Some(photo) = published.record.photos.into_iter().nth(n) else { return Ok(Found::Missing) };
    let name = Hash::of(&serde_json::to_vec(&(&photo.original, &photo.blur))?);
    let tag = name.to_string()[..20].to_owned();
    let kept = core.media.public(&name);
    match tokio::fs::read(&kept).await {
        Ok(bytes) => return Ok(Found::Here(Photo { bytes, tag })),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(Error::internal(error)),
    }
    let Some(picture) = media::picture(core, &photo.original, 1600).await? else { return Ok(Found::Missing) };
    let work = tokio::task::spawn_blocking(move || encode(picture, &photo));
    let bytes = work.await.map_err(Error::internal)?.map_err(Error::internal)?;
    core.media.write(&kept, &bytes).map_err(Error::internal)?;
    Ok(Found::Here(Photo { bytes, tag }))
}

fn encode(mut picture: RgbImage, photo: &PublicPhoto) -> image::ImageResult<Vec<u8>> {
    for area in &photo.blur {
        make_unreadable(&mut picture, area);
    }
    media::jpeg(&picture)
}

/// Fills the area with few large squares of their own mean colour: what is averaged away cannot be brought back.
fn make_unreadable(picture: &mut RgbImage, area: &BlurBox) {
    let scale = |thousandths: u16, whole: u32| (u64::from(thousandths.min(1000)) * u64::from(whole) / 1000) as u32;
    let (left, top) = (scale(area.x, picture.width()), scale(area.y, picture.height()));
    let right = (left + scale(area.width, picture.width()).max(1)).min(picture.width());
    let bottom = (top + scale(area.height, picture.height()).max(1)).min(picture.height());
    // At most four squares along the longer side, whatever its size.
    let step = ((right - left).max(bottom - top)).div_ceil(4).max(1);
    for y in (top..bottom).step_by(step as usize) {
        for x in (left..right).step_by(step as usize) {
            level(picture, (x, y), ((x + step).min(right), (y + step).min(bottom)));
        }
    }
}

fn level(picture: &mut RgbImage, from: (u32, u32), to: (u32, u32)) {
    let (mut sum, mut count) = ([0u64; 3], 0u64);
    for y in from.1..to.1 {
        for x in from.0..to.0 {
            for (part, value) in sum.iter_mut().zip(picture.get_pixel(x, y).0) {
                *part += u64::from(value);
            }
            count += 1;
        }
    }
    let mean = Rgb(sum.map(|part| u8::try_from(part / count.max(1)).unwrap_or(u8::MAX)));
    for y in from.1..to.1 {
        for x in from.0..to.0 {
            picture.put_pixel(x, y, mean);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BlurBox, make_unreadable};
    use image::{Rgb, RgbImage};
    use std::collections::HashSet;

    #[test]
    fn nothing_of_a_blurred_area_can_be_read() {
        let mut picture = RgbImage::from_fn(200, 100, |x, y| Rgb([(x % 2 * 255) as u8, (y % 2 * 255) as u8, (x * y % 256) as u8]));
        let before = picture.clone();
        make_unreadable(&mut picture, &BlurBox { x: 250, y: 200, width: 500, height: 500 });
        let inside: HashSet<_> = (50..150).flat_map(|x| (20..70).map(move |y| (x, y))).map(|(x, y)| picture.get_pixel(x, y).0).collect();
        assert!(inside.len() <= 8, "{} colours are left", inside.len());
        assert_eq!(picture.get_pixel(49, 20), before.get_pixel(49, 20));
        assert_eq!(picture.get_pixel(150, 70), before.get_pixel(150, 70));
    }

    #[test]
    fn a_box_beyond_the_edge_is_cut_there() {
        let mut picture = RgbImage::from_pixel(10, 10, Rgb([1, 2, 3]));
        make_unreadable(&mut picture, &BlurBox { x: 900, y: 1000, width: 900, height: 900 });
        assert_eq!(picture.get_pixel(9, 9).0, [1, 2, 3]);
    }
}
