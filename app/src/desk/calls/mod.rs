//! What the desk calls on the server. Each call is three lines over [`Backend`]: rules and scope are behind it.
//! Addresses are stable (`/desk/calls/…`), so that a page that was open during an update still reaches the server.

mod account;
mod act;
mod act_on_many;
mod act_on_patrol;
mod candidates;
mod case;
mod change_account;
mod change_views;
mod check_import;
mod contact;
mod create_account;
mod deliveries;
mod drop_draft;
mod figures;
mod import;
mod import_rulebook;
mod imports;
mod inbox;
mod invite_imported;
mod land;
mod ledger;
mod log;
mod mark_notices;
mod mark_read;
mod me;
mod notices;
mod on_spot;
mod open_draft;
mod own_devices;
mod password;
mod patrol;
mod patrol_choices;
mod patrols;
mod people;
mod preview_draft;
mod put_in_force;
mod redeliver;
mod rulebook;
mod rulebook_section;
mod save_section;
mod set_contact;
mod start_import;
mod stop_import;
mod trouble;
mod unmask;
mod unread;
mod views;

pub(super) use account::account;
pub(super) use act::act;
pub(super) use act_on_many::act_on_many;
pub(super) use act_on_patrol::act_on_patrol;
pub(super) use candidates::candidates;
pub(super) use case::case;
pub(super) use change_account::change_account;
pub(super) use change_views::change_views;
pub(super) use check_import::check_import;
pub(super) use contact::contact;
pub(super) use create_account::create_account;
pub(super) use deliveries::deliveries;
pub(super) use drop_draft::drop_draft;
pub(super) use figures::figures;
pub(super) use import::import;
pub(super) use import_rulebook::import_rulebook;
pub(super) use imports::imports;
pub(super) use inbox::inbox;
pub(super) use invite_imported::invite_imported;
pub(super) use land::land;
pub(super) use ledger::ledger;
pub(super) use log::log;
pub(super) use mark_notices::mark_notices;
pub(super) use mark_read::mark_read;
pub(super) use me::me;
pub(super) use notices::notices;
pub(super) use on_spot::on_spot;
pub(super) use open_draft::open_draft;
pub(super) use own_devices::own_devices;
pub(super) use password::change_password;
pub(super) use patrol::patrol;
pub(super) use patrol_choices::patrol_choices;
pub(super) use patrols::patrols;
pub(super) use people::people;
pub(super) use preview_draft::preview_draft;
pub(super) use put_in_force::put_in_force;
pub(super) use redeliver::redeliver;
pub(super) use rulebook::rulebook;
pub(super) use rulebook_section::rulebook_section;
pub(super) use save_section::save_section;
pub(super) use set_contact::set_contact;
pub(super) use start_import::start_import;
pub(super) use stop_import::stop_import;
pub(super) use trouble::{MALFORMED, NETWORK};
#[cfg(feature = "browser")]
pub(super) use trouble::{misunderstood, unreachable};
pub(super) use unmask::unmask;
pub(super) use unread::unread;
pub(super) use views::saved_views;

#[cfg(feature = "ssr")]
use crate::backend::{Backend, Problem};

/// The server behind this request, as the session of who is asking.
#[cfg(feature = "ssr")]
fn backend() -> Result<std::sync::Arc<dyn Backend>, Problem> {
    told(leptos::prelude::use_context().ok_or_else(trouble::no_backend))
}

/// Gives the response the status of the problem, for pages and calls alike.
#[cfg(feature = "ssr")]
fn told<T>(answer: Result<T, Problem>) -> Result<T, Problem> {
    if let Err(problem) = &answer
        && let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>()
        && let Ok(status) = http::StatusCode::from_u16(problem.status)
    {
        response.set_status(status);
    }
    answer
}
