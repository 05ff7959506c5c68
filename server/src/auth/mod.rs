//! Who is asking: invitations, sign-in, sessions, devices.

mod invitation;
mod password;
mod password_change;
mod session;
mod sign_in;

pub use invitation::{Invited, accept, invite, invited};
pub use password::{hash_password, verify_password};
pub use password_change::change_password;
pub use session::{Session, end, find, last_number};
pub use sign_in::{Door, NewSession, sign_in, waits_until};
