//! What a person sees on the phone. Screens are dumb: rules come from the domain, facts and acts from the phone.

mod acts;
mod case;
mod draft;
mod filed;
mod form;
mod frame;
mod item;
mod naming;
mod new_report;
mod order;
mod outbox;
mod patrol;
mod photo;
mod pill;
mod replies;
mod report;
mod settings;
mod sheet;
mod sign_in;
mod states;
mod tabs;
mod today;
mod trouble;
mod when;

pub(crate) use acts::Acting;
pub(crate) use case::CasePage;
pub(crate) use filed::Filed;
pub(crate) use frame::Arrival;
pub(crate) use new_report::NewReport;
pub(crate) use outbox::Outbox;
pub(crate) use patrol::PatrolPage;
pub(crate) use replies::Replies;
pub(crate) use report::ReportForm;
pub(crate) use settings::Settings;
pub(crate) use sign_in::SignIn;
pub(crate) use states::{NotFound, Opening, StoreFailed};
pub(crate) use today::Today;

use crate::locales::{
    field::{FieldWords, field},
    use_language,
};

/// The words of this door in the language of the page.
fn words() -> &'static FieldWords {
    field(use_language())
}
