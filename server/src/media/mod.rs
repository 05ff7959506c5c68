//! Photos: taking their bytes in, keeping originals on disk, making versions that may be shown.

mod abandoned;
mod decode;
mod intake;
mod shown;
mod store;
mod whole;

pub use abandoned::forget_abandoned;
pub(crate) use intake::wanted;
pub use intake::{keep_whole, put_chunk};
pub use shown::{Size, jpeg, picture, version};
pub use store::Media;
