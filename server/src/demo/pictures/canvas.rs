//! A canvas with the few strokes that the demonstration's landscapes need.

use crate::demo::dice::Dice;
use image::{Rgb, RgbImage};

/// Pixels across.
pub(super) const WIDTH: u32 = 1280;
/// Pixels down.
pub(super) const HEIGHT: u32 = 960;

/// A colour.
pub(super) type Colour = [u8; 3];

/// What is drawn on. Coordinates are pixels from the upper left.
pub(super) struct Canvas {
    image: RgbImage,
}

impl Canvas {
    pub(super) fn new() -> Self {
        Canvas { image: RgbImage::new(WIDTH, HEIGHT) }
    }

    /// Mixes a colour over what is there.
    fn dab(&mut self, x: i64, y: i64, colour: Colour, cover: f64) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if let Some(pixel) = self.image.get_pixel_mut_checked(x, y) {
            pixel.0 = mix(pixel.0, colour, cover);
        }
    }

    /// Colours from `top` to `bottom`, over the full width.
    pub(super) fn wash(&mut self, from: f64, to: f64, top: Colour, bottom: Colour) {
        for y in from.max(0.0) as u32..(to.max(0.0) as u32).min(HEIGHT) {
            let colour = mix(top, bottom, (f64::from(y) - from) / (to - from));
            for x in 0..WIDTH {
                self.image.put_pixel(x, y, Rgb(colour));
            }
        }
    }

    /// Everything below a skyline.
    pub(super) fn below(&mut self, line: impl Fn(f64) -> f64, top: Colour, bottom: Colour) {
        for x in 0..WIDTH {
            let start = line(f64::from(x)).clamp(0.0, f64::from(HEIGHT));
            for y in start as u32..HEIGHT {
                let depth = ((f64::from(y) - start) / 320.0).min(1.0);
                self.image.put_pixel(x, y, Rgb(mix(top, bottom, depth)));
            }
        }
    }

    /// A band between two edges, each a function of y: a river or a road that comes towards us.
    pub(super) fn band(&mut self, from: u32, left: impl Fn(f64) -> f64, right: impl Fn(f64) -> f64, far: Colour, near: Colour) {
        for y in from..HEIGHT {
            let at = f64::from(y);
            let colour = mix(far, near, (at - f64::from(from)) / f64::from(HEIGHT - from));
            let (start, end) = (left(at), right(at));
            for x in start.max(0.0) as u32..(end.max(0.0) as u32).min(WIDTH) {
                let from_edge = (f64::from(x) - start).min(end - f64::from(x));
                self.dab(i64::from(x), i64::from(y), colour, (from_edge / 6.0).clamp(0.0, 1.0));
            }
        }
    }

    /// A rectangle, a little darker to the right so that it has a body.
    pub(super) fn block(&mut self, x: f64, y: f64, width: f64, height: f64, colour: Colour) {
        for down in 0..height as i64 {
            for across in 0..width as i64 {
                let shade = if across as f64 > width * 0.62 { 0.18 } else { 0.0 };
                self.dab(x as i64 + across, y as i64 + down, mix(colour, [0, 0, 0], shade), 1.0);
            }
        }
    }

    /// A triangle standing on its base: a roof, a fir tree, a heap.
    pub(super) fn heap(&mut self, x: f64, base: f64, width: f64, height: f64, colour: Colour) {
        for down in 0..height as i64 {
            let half = width / 2.0 * (down as f64 / height);
            for across in -half as i64..=half as i64 {
                let shade = if across > 0 { 0.16 } else { 0.0 };
                self.dab(x as i64 + across, (base - height) as i64 + down, mix(colour, [0, 0, 0], shade), 1.0);
            }
        }
    }

    /// An ellipse with a soft edge; `cover` below 1 makes smoke, haze and foam.
    pub(super) fn blob(&mut self, x: f64, y: f64, across: f64, down: f64, colour: Colour, cover: f64) {
        let (reach_x, reach_y) = (across.ceil() as i64, down.ceil() as i64);
        for dy in -reach_y..=reach_y {
            for dx in -reach_x..=reach_x {
                let far = (dx as f64 / across).powi(2) + (dy as f64 / down).powi(2);
                if far < 1.0 {
                    let soft = if cover < 1.0 { 1.0 - far } else { ((1.0 - far) * 6.0).min(1.0) };
                    self.dab(x as i64 + dx, y as i64 + dy, colour, cover * soft);
                }
            }
        }
    }

    /// Light and dark patches, as water, soil and leaves have.
    pub(super) fn mottle(&mut self, from: f64, to: f64, count: u32, size: f64, colour: Colour, dice: &mut Dice) {
        for _ in 0..count {
            let y = dice.real(from, to);
            let near = 0.4 + (y - from) / (to - from).max(1.0);
            let across = size * near * dice.real(0.6, 1.8);
            self.blob(dice.real(0.0, f64::from(WIDTH)), y, across, across * 0.35, colour, 0.28);
        }
    }

    /// The grain of a small sensor, then the finished image.
    pub(super) fn finish(mut self, dice: &mut Dice) -> RgbImage {
        for pixel in self.image.pixels_mut() {
            let grain = (dice.bits() % 9) as i16 - 4;
            pixel.0 = pixel.0.map(|part| (i16::from(part) + grain).clamp(0, 255) as u8);
        }
        self.image
    }
}

/// A colour between two.
pub(super) fn mix(from: Colour, to: Colour, share: f64) -> Colour {
    let share = share.clamp(0.0, 1.0);
    std::array::from_fn(|n| (f64::from(from[n]) * (1.0 - share) + f64::from(to[n]) * share).round() as u8)
}
