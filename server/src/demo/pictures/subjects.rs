//! The troubles and their remedies, one a subject.

use super::{
    canvas::{Canvas, Colour, WIDTH},
    scene::{GRASS, GREEN_NET, SOIL, WATER, house, river, smoke, tree},
};
use crate::demo::dice::Dice;

pub(super) fn outfall(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    let water = if after { WATER } else { [96, 88, 70] };
    river(canvas, horizon, water, dice);
    canvas.block(150.0, 650.0, 210.0, 90.0, [132, 128, 120]);
    canvas.blob(356.0, 694.0, 32.0, 38.0, [58, 56, 54], 1.0);
    if after {
        canvas.block(338.0, 652.0, 40.0, 86.0, [150, 152, 150]);
        canvas.block(196.0, 560.0, 90.0, 62.0, [60, 130, 98]);
    } else {
        for n in 0..14 {
            let along = f64::from(n);
            canvas.blob(390.0 + along * 16.0, 712.0 + along * 15.0, 40.0 + along * 5.0, 18.0 + along * 3.0, [44, 40, 34], 0.7);
            canvas.blob(420.0 + along * 22.0, 760.0 + along * 11.0, 20.0, 8.0, [226, 222, 206], 0.6);
        }
    }
    for n in 0..5 {
        tree(canvas, 940.0 + f64::from(n) * 76.0, horizon + 70.0 + f64::from(n) * 8.0, 130.0);
    }
}

pub(super) fn chimney(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    house(canvas, 330.0, 760.0, 460.0, 210.0, [134, 74, 60]);
    let stack: Colour = if after { [186, 190, 192] } else { [120, 84, 70] };
    canvas.block(690.0, 300.0, 56.0, 330.0, stack);
    if after {
        canvas.block(830.0, 640.0, 150.0, 110.0, [226, 230, 230]);
        canvas.block(846.0, 660.0, 48.0, 40.0, [60, 130, 98]);
    } else {
        smoke(canvas, 718.0, 296.0, [62, 60, 60], dice);
        canvas.heap(940.0, 770.0, 220.0, 90.0, [44, 42, 44]);
    }
    tree(canvas, 170.0, horizon + 200.0, 210.0);
}

pub(super) fn dust(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    canvas.below(|x| horizon + 60.0 + 10.0 * (x / 80.0).sin(), SOIL, [148, 118, 84]);
    for n in 0..3 {
        let x = 210.0 + f64::from(n) * 290.0;
        canvas.block(x, 270.0 + f64::from(n) * 30.0, 190.0, 330.0, [198, 192, 184]);
        for floor in 0..6 {
            canvas.block(x, 300.0 + f64::from(n) * 30.0 + f64::from(floor) * 50.0, 190.0, 9.0, [128, 122, 116]);
        }
    }
    for n in 0..4 {
        let colour = if after { GREEN_NET } else { [186, 156, 112] };
        canvas.heap(190.0 + f64::from(n) * 300.0, 830.0, 330.0, 150.0, colour);
    }
    if after {
        canvas.block(0.0, 800.0, f64::from(WIDTH), 14.0, [90, 150, 190]);
    } else {
        for _ in 0..60 {
            let (x, y) = (dice.real(0.0, 1280.0), dice.real(420.0, 800.0));
            canvas.blob(x, y, dice.real(70.0, 180.0), dice.real(30.0, 70.0), [206, 182, 146], 0.3);
        }
    }
}

pub(super) fn pig_farm(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    for n in 0..3 {
        house(canvas, 120.0 + f64::from(n) * 300.0, horizon + 150.0 + f64::from(n) * 14.0, 260.0, 96.0, [150, 82, 66]);
    }
    if after {
        canvas.block(420.0, 780.0, 480.0, 96.0, [150, 156, 152]);
        canvas.block(432.0, 770.0, 456.0, 26.0, [64, 124, 92]);
        canvas.mottle(880.0, 950.0, 140, 18.0, [120, 168, 90], dice);
    } else {
        canvas.blob(640.0, 820.0, 380.0, 76.0, [70, 54, 36], 1.0);
        canvas.blob(560.0, 806.0, 150.0, 20.0, [118, 96, 62], 0.8);
        for n in 0..12 {
            canvas.blob(960.0 + f64::from(n) * 26.0, 846.0 + f64::from(n) * 7.0, 48.0, 14.0, [70, 54, 36], 0.9);
        }
    }
}

pub(super) fn rubbish(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    canvas.band(horizon as u32, |y| 760.0 - (y - horizon) * 0.3, |y| 800.0 + (y - horizon) * 1.1, [158, 156, 150], [128, 126, 122]);
    if after {
        for n in 0..3 {
            canvas.block(190.0 + f64::from(n) * 120.0, 690.0, 92.0, 120.0, [[52, 120, 84], [60, 100, 156], [112, 112, 114]][n as usize]);
            canvas.block(184.0 + f64::from(n) * 120.0, 676.0, 104.0, 20.0, [60, 64, 66]);
        }
        canvas.mottle(840.0, 950.0, 200, 16.0, [126, 172, 96], dice);
    } else {
        let colours: [Colour; 7] =
            [[232, 232, 228], [60, 96, 156], [190, 60, 52], [40, 42, 44], [214, 176, 70], [150, 116, 82], [92, 142, 100]];
        for _ in 0..230 {
            let spread = dice.real(-1.0, 1.0);
            let (x, y) = (400.0 + spread * 330.0, 800.0 - (1.0 - spread.abs()) * dice.real(0.0, 190.0) + dice.real(0.0, 60.0));
            let size = dice.real(12.0, 42.0);
            let colour = *dice.pick(&colours);
            if dice.percent(50) {
                canvas.blob(x, y, size, size * 0.7, colour, 1.0);
            } else {
                canvas.block(x, y, size * 1.3, size * 0.8, colour);
            }
        }
    }
    tree(canvas, 1120.0, horizon + 90.0, 170.0);
}

pub(super) fn sewage_works(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    house(canvas, 900.0, horizon + 130.0, 250.0, 130.0, [84, 108, 128]);
    let water: Colour = if after { [104, 164, 160] } else { [46, 44, 38] };
    for (x, y, size) in [(340.0, 690.0, 250.0), (800.0, 800.0, 320.0)] {
        canvas.blob(x, y, size, size * 0.36, [176, 176, 170], 1.0);
        canvas.blob(x, y, size * 0.9, size * 0.31, water, 1.0);
        canvas.block(x - size * 0.9, y - 8.0, size * 1.8, 12.0, [120, 126, 126]);
        if after {
            for _ in 0..80 {
                canvas.blob(x + dice.real(-0.7, 0.7) * size, y + dice.real(-0.2, 0.2) * size, 10.0, 5.0, [226, 240, 236], 0.8);
            }
        } else {
            canvas.blob(x + size * 0.3, y + 12.0, size * 0.35, size * 0.08, [96, 88, 62], 0.9);
        }
    }
}

pub(super) fn sand(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    let water: Colour = if after { WATER } else { [176, 156, 118] };
    river(canvas, horizon, water, dice);
    if after {
        canvas.mottle(700.0, 940.0, 160, 30.0, [200, 190, 150], dice);
        canvas.block(200.0, 600.0, 12.0, 170.0, [90, 94, 96]);
        canvas.block(130.0, 560.0, 150.0, 86.0, [40, 98, 150]);
    } else {
        for n in 0..3 {
            canvas.heap(180.0 + f64::from(n) * 170.0, 860.0 - f64::from(n) * 30.0, 250.0, 140.0, [206, 184, 134]);
        }
        canvas.block(760.0, 640.0, 190.0, 60.0, [212, 152, 40]);
        canvas.block(800.0, 580.0, 90.0, 66.0, [196, 138, 34]);
        canvas.block(700.0, 560.0, 110.0, 18.0, [190, 134, 36]);
        canvas.block(750.0, 700.0, 210.0, 34.0, [54, 54, 56]);
    }
}

pub(super) fn quarry(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    let (stone, edge): (Colour, Colour) = if after { ([138, 160, 108], [116, 144, 92]) } else { ([204, 192, 172], [172, 158, 136]) };
    for step in 0..4 {
        let top = 250.0 + f64::from(step) * 110.0;
        canvas.below(|x| top + ((x - 640.0) / 60.0).powi(2) * 0.9, stone, edge);
    }
    canvas.below(|_| horizon + 230.0, if after { GRASS } else { SOIL }, [140, 130, 96]);
    if after {
        for _ in 0..34 {
            let y = dice.real(460.0, 860.0);
            tree(canvas, dice.real(240.0, 1040.0), y, 30.0 + (y - 420.0) * 0.16);
        }
    } else {
        for _ in 0..70 {
            let size = dice.real(10.0, 40.0);
            canvas.blob(dice.real(200.0, 1080.0), dice.real(740.0, 920.0), size, size * 0.7, [150, 142, 128], 1.0);
        }
        canvas.block(560.0, 680.0, 150.0, 70.0, [196, 140, 40]);
        canvas.blob(640.0, 640.0, 320.0, 90.0, [226, 216, 198], 0.5);
    }
}

pub(super) fn felled(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    canvas.below(|x| horizon - 90.0 + 40.0 * (x / 300.0).sin(), if after { [116, 146, 84] } else { [158, 130, 92] }, [130, 116, 76]);
    for n in 0..9 {
        tree(canvas, 60.0 + f64::from(n) * 150.0, horizon - 40.0, 190.0);
    }
    for n in 0..42 {
        let (x, y) = (40.0 + f64::from(n % 7) * 190.0 + dice.real(-30.0, 30.0), 580.0 + f64::from(n / 7) * 62.0);
        if after {
            tree(canvas, x, y + 20.0, 62.0);
        } else {
            canvas.block(x, y, 34.0, 22.0, [112, 82, 56]);
            canvas.blob(x + 17.0, y, 17.0, 7.0, [222, 190, 140], 1.0);
        }
    }
    if !after {
        for n in 0..6 {
            canvas.block(260.0, 850.0 + f64::from(n) * 14.0, 520.0, 12.0, [136, 100, 66]);
        }
    }
}

pub(super) fn workshop(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    canvas.block(260.0, 420.0, 700.0, 340.0, [150, 172, 190]);
    canvas.heap(610.0, 424.0, 780.0, 110.0, [96, 118, 140]);
    canvas.block(520.0, 560.0, 190.0, 200.0, if after { [118, 124, 126] } else { [34, 36, 38] });
    if after {
        canvas.block(560.0, 610.0, 26.0, 110.0, [236, 232, 220]);
        canvas.block(640.0, 610.0, 26.0, 110.0, [236, 232, 220]);
        canvas.mottle(horizon + 300.0, 950.0, 120, 20.0, [170, 176, 130], dice);
    } else {
        for n in 0..8 {
            canvas.block(120.0 + f64::from(n) * 46.0, 790.0, 40.0, 56.0, [48, 84, 140]);
        }
        smoke(canvas, 880.0, 400.0, [190, 188, 176], dice);
    }
}

pub(super) fn burning(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    canvas.below(|_| horizon + 50.0, [206, 182, 108], [180, 154, 86]);
    for row in 0..9 {
        let y = horizon + 70.0 + f64::from(row) * 46.0;
        canvas.block(0.0, y, f64::from(WIDTH), 5.0 + f64::from(row), [156, 132, 74]);
    }
    for n in 0..5 {
        let (x, y) = (210.0 + f64::from(n) * 220.0, 700.0 + f64::from(n % 2) * 90.0);
        if after {
            canvas.blob(x, y, 74.0, 58.0, [222, 198, 122], 1.0);
            canvas.blob(x, y, 34.0, 26.0, [184, 156, 88], 1.0);
        } else {
            canvas.blob(x, y + 20.0, 110.0, 34.0, [46, 40, 34], 1.0);
            canvas.heap(x, y + 24.0, 90.0, 96.0, [236, 128, 40]);
            canvas.heap(x, y + 22.0, 46.0, 56.0, [250, 206, 90]);
            smoke(canvas, x, y - 60.0, [212, 208, 202], dice);
        }
    }
}

pub(super) fn stockpile(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    canvas.below(|_| horizon + 80.0, SOIL, [142, 120, 90]);
    for n in 0..4 {
        let colour: Colour = if after { GREEN_NET } else { [[128, 124, 120], [196, 176, 130], [90, 88, 88], [180, 150, 110]][n as usize] };
        canvas.heap(210.0 + f64::from(n) * 280.0, 790.0 + f64::from(n % 2) * 50.0, 400.0, 260.0, colour);
    }
    if after {
        canvas.block(0.0, 850.0, f64::from(WIDTH), 60.0, [172, 170, 164]);
        canvas.block(0.0, 846.0, f64::from(WIDTH), 8.0, [120, 118, 114]);
    } else {
        for _ in 0..26 {
            canvas.blob(dice.real(100.0, 1200.0), dice.real(820.0, 940.0), dice.real(30.0, 120.0), 12.0, [110, 96, 74], 0.8);
        }
    }
}

pub(super) fn kiln(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    if after {
        for _ in 0..120 {
            let size = dice.real(10.0, 34.0);
            canvas.block(dice.real(300.0, 900.0), dice.real(700.0, 830.0), size * 1.4, size * 0.7, [160, 96, 74]);
        }
        for n in 0..12 {
            tree(canvas, 260.0 + f64::from(n) * 66.0, horizon + 130.0, 96.0);
        }
    } else {
        canvas.blob(600.0, 760.0, 330.0, 230.0, [152, 86, 66], 1.0);
        canvas.block(240.0, 760.0, 740.0, 110.0, [140, 78, 60]);
        canvas.blob(600.0, 790.0, 80.0, 90.0, [30, 22, 20], 1.0);
        canvas.blob(600.0, 830.0, 52.0, 40.0, [236, 120, 36], 0.9);
        canvas.block(820.0, 380.0, 52.0, 330.0, [126, 74, 58]);
        smoke(canvas, 846.0, 378.0, [86, 80, 74], dice);
    }
}

pub(super) fn noise(canvas: &mut Canvas, horizon: f64, after: bool, dice: &mut Dice) {
    for n in 0..5 {
        let height = dice.real(220.0, 380.0);
        canvas.block(
            60.0 + f64::from(n) * 240.0,
            horizon + 60.0 - height,
            190.0,
            height,
            [[206, 196, 184], [186, 190, 194]][n as usize % 2],
        );
        for floor in 0..4 {
            for window in 0..3 {
                let x = 82.0 + f64::from(n) * 240.0 + f64::from(window) * 54.0;
                canvas.block(x, horizon + 80.0 - height + f64::from(floor) * 52.0, 30.0, 32.0, [92, 110, 124]);
            }
        }
    }
    canvas.below(|_| horizon + 60.0, [186, 184, 178], [160, 158, 152]);
    if after {
        canvas.block(520.0, 560.0, 16.0, 230.0, [110, 114, 116]);
        canvas.block(420.0, 500.0, 220.0, 110.0, [40, 116, 84]);
        canvas.block(450.0, 530.0, 160.0, 16.0, [240, 240, 236]);
        canvas.block(450.0, 562.0, 120.0, 16.0, [240, 240, 236]);
    } else {
        for x in [360.0, 800.0] {
            canvas.block(x, 600.0, 120.0, 230.0, [38, 40, 42]);
            canvas.blob(x + 60.0, 660.0, 40.0, 40.0, [110, 112, 114], 1.0);
            canvas.blob(x + 60.0, 760.0, 48.0, 48.0, [110, 112, 114], 1.0);
        }
    }
}
