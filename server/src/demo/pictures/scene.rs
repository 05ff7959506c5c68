//! What the pictures show: the same place as it was found and as it is after rectification.

use super::{
    canvas::{Canvas, Colour, HEIGHT, WIDTH, mix},
    subjects,
};
use crate::demo::dice::Dice;
use huiyin_domain::rulebook::CategoryCode;
use image::RgbImage;

/// What a picture is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Subject {
    /// A pipe into a stream.
    Outfall,
    /// A chimney.
    Chimney,
    /// A building site without covers.
    Dust,
    /// A pigsty and its manure.
    PigFarm,
    /// Rubbish by the road.
    Rubbish,
    /// Basins of a sewage works.
    SewageWorks,
    /// Digging in a river bed.
    Sand,
    /// A quarry.
    Quarry,
    /// A felled slope.
    Felled,
    /// A workshop without approval.
    Workshop,
    /// Straw on fire.
    Burning,
    /// An open stockpile.
    Stockpile,
    /// A small kiln that works again.
    Kiln,
    /// Loudspeakers in a square.
    Noise,
}

impl Subject {
    /// Every subject.
    pub(super) const ALL: [Subject; 14] = [
        Subject::Outfall,
        Subject::Chimney,
        Subject::Dust,
        Subject::PigFarm,
        Subject::Rubbish,
        Subject::SewageWorks,
        Subject::Sand,
        Subject::Quarry,
        Subject::Felled,
        Subject::Workshop,
        Subject::Burning,
        Subject::Stockpile,
        Subject::Kiln,
        Subject::Noise,
    ];

    /// What a category's pictures show.
    #[must_use]
    pub(super) fn of(category: &CategoryCode) -> Self {
        match category.0.as_str() {
            "C02" => Subject::Chimney,
            "C03" => Subject::Dust,
            "C04" | "C05" => Subject::PigFarm,
            "C07" => Subject::SewageWorks,
            "C08" => Subject::Sand,
            "C09" => Subject::Quarry,
            "C10" => Subject::Felled,
            "C11" => Subject::Workshop,
            "C13" => Subject::Burning,
            "C14" => Subject::Stockpile,
            "C16" => Subject::Kiln,
            "C18" => Subject::Noise,
            "C01" | "C12" | "C15" | "C17" => Subject::Outfall,
            _ => Subject::Rubbish,
        }
    }
}

pub(super) const GRASS: Colour = [122, 148, 92];
pub(super) const SOIL: Colour = [168, 138, 98];
pub(super) const WATER: Colour = [112, 158, 166];
const WALL: Colour = [214, 206, 190];
pub(super) const GREEN_NET: Colour = [62, 116, 76];

/// The place, then its trouble or its remedy.
pub(super) fn draw(subject: Subject, after: bool, dice: &mut Dice) -> RgbImage {
    let mut canvas = Canvas::new();
    let horizon = backdrop(&mut canvas, dice);
    match subject {
        Subject::Outfall => subjects::outfall(&mut canvas, horizon, after, dice),
        Subject::Chimney => subjects::chimney(&mut canvas, horizon, after, dice),
        Subject::Dust => subjects::dust(&mut canvas, horizon, after, dice),
        Subject::PigFarm => subjects::pig_farm(&mut canvas, horizon, after, dice),
        Subject::Rubbish => subjects::rubbish(&mut canvas, horizon, after, dice),
        Subject::SewageWorks => subjects::sewage_works(&mut canvas, horizon, after, dice),
        Subject::Sand => subjects::sand(&mut canvas, horizon, after, dice),
        Subject::Quarry => subjects::quarry(&mut canvas, horizon, after, dice),
        Subject::Felled => subjects::felled(&mut canvas, horizon, after, dice),
        Subject::Workshop => subjects::workshop(&mut canvas, horizon, after, dice),
        Subject::Burning => subjects::burning(&mut canvas, horizon, after, dice),
        Subject::Stockpile => subjects::stockpile(&mut canvas, horizon, after, dice),
        Subject::Kiln => subjects::kiln(&mut canvas, horizon, after, dice),
        Subject::Noise => subjects::noise(&mut canvas, horizon, after, dice),
    }
    canvas.finish(dice)
}

/// Sky, two ranges of hills, a plain. Answers the height of the plain's edge.
fn backdrop(canvas: &mut Canvas, dice: &mut Dice) -> f64 {
    let warm = dice.percent(40);
    let (top, low) = if warm { ([176, 196, 206], [238, 226, 204]) } else { ([132, 176, 206], [220, 232, 232]) };
    canvas.wash(0.0, f64::from(HEIGHT), top, low);
    for _ in 0..7 {
        let (x, y) = (dice.real(0.0, f64::from(WIDTH)), dice.real(40.0, 260.0));
        let across = dice.real(90.0, 240.0);
        canvas.blob(x, y, across, across * 0.22, [252, 252, 250], 0.55);
    }
    let (a, b) = (dice.real(0.0, 6.0), dice.real(0.0, 6.0));
    canvas.below(|x| 330.0 + 70.0 * (x / 210.0 + a).sin() + 28.0 * (x / 71.0 + b).sin(), [126, 154, 160], [150, 176, 172]);
    canvas.below(|x| 410.0 + 46.0 * (x / 160.0 + b).sin() + 18.0 * (x / 47.0 + a).sin(), [86, 124, 98], [112, 146, 104]);
    let horizon = dice.real(470.0, 520.0);
    canvas.below(|_| horizon, GRASS, [150, 164, 104]);
    canvas.mottle(horizon, f64::from(HEIGHT), 420, 26.0, [96, 124, 70], dice);
    canvas.mottle(horizon, f64::from(HEIGHT), 260, 20.0, [178, 186, 124], dice);
    horizon
}

pub(super) fn river(canvas: &mut Canvas, horizon: f64, colour: Colour, dice: &mut Dice) {
    let bend = dice.real(-60.0, 60.0);
    let left = move |y: f64| 560.0 - (y - horizon) * 0.95 + bend * (y / 90.0).sin() * 0.5;
    let right = move |y: f64| 640.0 + (y - horizon) * 0.75 + bend * (y / 110.0).cos() * 0.5;
    canvas.band(horizon as u32, left, right, colour, mix(colour, [20, 40, 40], 0.3));
}

pub(super) fn tree(canvas: &mut Canvas, x: f64, base: f64, size: f64) {
    canvas.block(x - size * 0.05, base - size * 0.3, size * 0.1, size * 0.3, [96, 72, 52]);
    canvas.heap(x, base - size * 0.2, size * 0.62, size * 0.55, [48, 98, 66]);
    canvas.heap(x, base - size * 0.45, size * 0.46, size * 0.5, [58, 112, 74]);
}

pub(super) fn house(canvas: &mut Canvas, x: f64, base: f64, width: f64, height: f64, roof: Colour) {
    canvas.block(x, base - height, width, height, WALL);
    canvas.heap(x + width / 2.0, base - height + 2.0, width * 1.16, height * 0.42, roof);
    for n in 0..3 {
        canvas.block(x + width * (0.12 + 0.3 * f64::from(n)), base - height * 0.66, width * 0.13, height * 0.26, [88, 104, 112]);
    }
}

pub(super) fn smoke(canvas: &mut Canvas, x: f64, y: f64, colour: Colour, dice: &mut Dice) {
    for n in 0..26 {
        let rise = f64::from(n);
        let size = 26.0 + rise * 6.5;
        canvas.blob(x + rise * 13.0 + dice.real(-18.0, 18.0), y - rise * 15.0, size, size * 0.72, colour, 0.42);
    }
}
