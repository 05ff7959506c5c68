//! Pieces of screens that talk to no server. They find [`Assets`](crate::shell::Assets) and
//! [`Language`](crate::locales::Language) in the context of the page.

pub mod banner;
pub mod county_map;
pub mod due_tag;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod hui;
pub mod icon;
pub mod photo;
pub mod reckoning;
pub mod reply;
pub mod state_badge;
pub mod tag;
pub mod textarea;
pub mod timeline;

pub use banner::Banner;
pub use county_map::{CountyMap, Spot};
pub use due_tag::{DueTag, Timeliness};
pub use empty::Empty;
pub use error_summary::{ErrorLine, ErrorSummary};
pub use field::{Field, FieldError, described_by};
pub use hui::{Hui, hui_step};
pub use icon::{Icon, Logo};
pub use photo::{BeforeAfter, Photo, Shot};
pub use reckoning::Reckoning;
pub use reply::ReplyBubble;
pub use state_badge::{CaseState, StateBadge};
pub use tag::{Glyph, Tag, ThemeTag, Tone, theme_attribute, theme_icon};
pub use textarea::within_textarea;
pub use timeline::{Mark, Step, Timeline};
