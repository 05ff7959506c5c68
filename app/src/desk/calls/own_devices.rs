//! One's own devices and sessions.

use crate::backend::{DeviceView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// The asker's own devices and sessions.
///
/// # Errors
/// If the session is over.
#[server(name = OwnDevices, prefix = "/desk/calls", endpoint = "own-devices", input = Json, output = Json)]
pub(crate) async fn own_devices() -> Result<Vec<DeviceView>, Problem> {
    super::told(super::backend()?.own_devices().await)
}
