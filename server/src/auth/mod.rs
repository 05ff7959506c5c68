//! Who is asking: sign-in, sessions, devices.

mod change;
mod password;
mod session;
mod sign_in;

pub use change::change_password;
pub use password::{hash_password, verify_password};
pub use session::{Session, end, find, last_number};
pub use sign_in::{Door, NewSession, sign_in};
