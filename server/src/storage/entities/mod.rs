//! One entity a table, private to `storage`. What a column means stands in the migrations.

#![expect(unreachable_pub, reason = "SeaORM's derive writes pub items; they stay inside storage")]

pub(super) mod access_log;
pub(super) mod case_change;
pub(super) mod case_file;
pub(super) mod case_search;
pub(super) mod case_seen;
pub(super) mod contact;
pub(super) mod county;
pub(super) mod device;
pub(super) mod entry_event;
pub(super) mod forked_command;
pub(super) mod import_columns;
pub(super) mod import_job;
pub(super) mod import_row;
pub(super) mod inbox_reader;
pub(super) mod inbox_view;
pub(super) mod invitation;
pub(super) mod ledger_entry;
pub(super) mod ledger_head;
pub(super) mod notice;
pub(super) mod notice_delivery;
pub(super) mod number_counter;
pub(super) mod patrol;
pub(super) mod patrol_visit;
pub(super) mod payload;
pub(super) mod person;
pub(super) mod photo;
pub(super) mod photo_case;
pub(super) mod photo_chunk;
pub(super) mod photo_device;
pub(super) mod publication;
pub(super) mod receipt_try;
pub(super) mod report;
pub(super) mod reporter_vault;
pub(super) mod role_grant;
pub(super) mod rulebook_draft;
pub(super) mod rulebook_draft_section;
pub(super) mod rulebook_edition;
pub(super) mod rulebook_log;
pub(super) mod session;
pub(super) mod sign_in_attempt;
pub(super) mod site;
