//! The only source of ids and random bytes.

use rand::RngExt;
use uuid::Uuid;

/// Mints ids and secrets.
pub trait Ids: Send + Sync {
    /// A new id, version 7: it sorts by time.
    fn uuid(&self) -> Uuid;
    /// Fills with random bytes that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's randomness.
#[derive(Debug)]
pub struct RandomIds;

impl Ids for RandomIds {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that mints ids")]
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill(bytes);
    }
}
