//! The only clock: everything that needs to know the time asks here, so that tests and replays decide it.

use huiyin_domain::moment::Moment;
use std::sync::Mutex;
use time::OffsetDateTime;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    fn now(&self) -> Moment {
        Moment::new(OffsetDateTime::now_utc())
    }
}

/// A clock that stands until it is moved: for tests and for making up the past.
#[derive(Debug)]
pub struct FixedClock(Mutex<Moment>);

impl FixedClock {
    /// Standing at this moment.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        FixedClock(Mutex::new(moment))
    }

    /// Moves it.
    pub fn set(&self, moment: Moment) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = moment;
    }

    /// Moves it on.
    pub fn advance(&self, by: time::Duration) {
        let mut now = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *now = *now + by;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
