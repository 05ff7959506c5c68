//! Reproducible dice (SplitMix64): the same seed makes the same county on every machine, in every release.

/// Dice with a seed.
#[derive(Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for this seed.
    #[must_use]
    pub(super) fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// 64 bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, but without, 1.
    pub(super) fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low).saturating_add(1);
        low.saturating_add_unsigned(self.bits() % span)
    }

    /// A number from `low` up to, but without, `high`.
    pub(super) fn real(&mut self, low: f64, high: f64) -> f64 {
        low + self.share() * (high - low)
    }

    /// Whether something of this likelihood (percent) happens.
    pub(super) fn percent(&mut self, likely: u64) -> bool {
        self.bits() % 100 < likely
    }

    /// One of these. Never called with an empty list: the lists are written in this folder.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let index = self.bits() % (from.len().max(1) as u64);
        &from[usize::try_from(index).unwrap_or(0)]
    }

    /// 16 bytes.
    pub(super) fn bytes16(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.bits().to_be_bytes());
        bytes[8..].copy_from_slice(&self.bits().to_be_bytes());
        bytes
    }
}
