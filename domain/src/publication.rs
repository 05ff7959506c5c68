//! What the public may read (`rules.md` section 6).

use crate::{division::DivisionCode, moment::Moment, photo::PhotoHash, place::Point, rulebook::CategoryCode};
use serde::{Deserialize, Serialize};

/// A public case page: a summary written for the public. Its bytes in the publish command are the record that anyone verifies.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PublicRecord {
    /// The matter's number.
    pub number: String,
    /// One line.
    pub title: String,
    /// What kind of matter.
    pub category: CategoryCode,
    /// In which township; villages are never named.
    pub division: DivisionCode,
    /// Where, as exact as the law and care allow; none for sensitive kinds.
    pub place: Option<PublicPlace>,
    /// What was found.
    pub found: String,
    /// What was done.
    pub done: String,
    /// What the reporter was told.
    pub reply: String,
    /// Photos chosen to be shown, re-encoded on the server.
    pub photos: Vec<PublicPhoto>,
    /// What happened when.
    pub timeline: Vec<PublicStep>,
    /// When it was closed.
    pub closed_at: Moment,
    /// The last moment that was on time; late is called late in public too.
    pub due_at: Option<Moment>,
    /// Which unit handled it, by name; never a person.
    pub unit: String,
}

/// A place for the public.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicPlace {
    /// Exactly here: enterprises and public works.
    Exact {
        /// Where.
        point: Point,
    },
    /// Somewhere in a fixed 500 m cell.
    Cell {
        /// The cell's centre.
        centre: Point,
    },
}

/// A photo for the public.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PublicPhoto {
    /// The original; never served itself.
    pub original: PhotoHash,
    /// Before or after.
    pub after: bool,
    /// What it shows, for those who cannot see it.
    pub caption: String,
    /// Parts made unreadable.
    #[serde(default)]
    pub blur: Vec<BlurBox>,
}

/// A part of a photo to make unreadable, in thousandths of its width and height.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BlurBox {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// Across.
    pub width: u16,
    /// Down.
    pub height: u16,
}

/// One line of the public timeline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PublicStep {
    /// What.
    pub what: PublicStepKind,
    /// When.
    pub at: Moment,
}

/// What the public timeline tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicStepKind {
    /// 上报
    Reported,
    /// 受理
    Accepted,
    /// 交办
    Assigned,
    /// 核实
    Verified,
    /// 整改完成
    Rectified,
    /// 复查
    Rechecked,
    /// 回复
    Replied,
    /// 办结
    Closed,
    /// 重办
    Reopened,
}
