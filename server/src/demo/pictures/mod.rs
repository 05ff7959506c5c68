//! Pictures of the demonstration: landscapes drawn by this program, before and after, so that no photograph of a real
//! place or person is ever in it.

mod canvas;
mod scene;
mod subjects;

use super::dice::Dice;
use huiyin_domain::{hash::Hash, rulebook::CategoryCode};
use image::codecs::jpeg::JpegEncoder;

use scene::Subject;

/// How many views there are of each subject.
pub(super) const VIEWS: u64 = 2;

/// A drawn picture.
pub(super) struct Picture {
    /// Its name.
    pub hash: Hash,
    /// JPEG.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
}

/// The pair of pictures of one view.
pub(super) struct Pair {
    /// As it was found.
    pub before: Picture,
    /// As it is after rectification.
    pub after: Picture,
}

/// All pictures of the demonstration: two a view, [`VIEWS`] views a subject.
pub(super) struct Album {
    pairs: Vec<Pair>,
}

impl Album {
    /// Draws all of them.
    ///
    /// # Errors
    /// If a picture cannot be encoded.
    pub(super) fn draw() -> image::ImageResult<Self> {
        let mut pairs = Vec::new();
        for subject in Subject::ALL {
            for view in 0..VIEWS {
                pairs.push(Pair { before: draw(subject, view, false)?, after: draw(subject, view, true)? });
            }
        }
        Ok(Album { pairs })
    }

    /// A pair that fits the category.
    #[must_use]
    pub(super) fn pair(&self, category: &CategoryCode, view: u64) -> &Pair {
        let subject = Subject::of(category);
        let row = Subject::ALL.iter().position(|other| *other == subject).unwrap_or(0);
        &self.pairs[row * VIEWS as usize + (view % VIEWS) as usize]
    }

    /// Every picture.
    pub(super) fn all(&self) -> impl Iterator<Item = &Picture> {
        self.pairs.iter().flat_map(|pair| [&pair.before, &pair.after])
    }
}

fn draw(subject: Subject, view: u64, after: bool) -> image::ImageResult<Picture> {
    let image = scene::draw(subject, after, &mut Dice::new(0x4855_4959 + subject as u64 * 16 + view));
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 74).encode_image(&image)?;
    Ok(Picture { hash: Hash::of(&bytes), width_px: image.width(), height_px: image.height(), bytes })
}
