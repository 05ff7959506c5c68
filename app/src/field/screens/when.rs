//! When something was, as short as the screen needs it.

use crate::{
    field::phone::Phone,
    locales::{dates, use_language},
};
use huiyin_domain::moment::Moment;

/// 14:12 today, 11月23日 14:12 otherwise.
pub(crate) fn stamp(at: Moment) -> String {
    if Phone::here().now().map(Moment::day) == Some(at.day()) { dates::clock(at) } else { dates::moment(at, use_language()) }
}
