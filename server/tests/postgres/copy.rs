//! A county moves from SQLite to PostgreSQL and back by the real program, and nothing of it changes.

use crate::support::{House, postgres::new_database};
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use std::{path::Path, process::Command};

/// Runs the program; what it says, if it succeeds.
fn huiyin(data: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_huiyin")).args(arguments).env("HUIYIN_DATA", data).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    if output.status.success() { Ok(text) } else { Err(text) }
}

fn copy(data: &Path, from: &str, to: &str) -> Result<String, String> {
    huiyin(data, &["copy", "--from", from, "--to", to])
}

/// What `verify` says: as many entries and cases, and the same head, or it is another county.
fn verified(data: &Path, url: &str) -> String {
    let told = huiyin(data, &["verify", "--database-url", url]).unwrap();
    assert!(told.contains("\nhead "), "{told}");
    told
}

/// Every row of every table of an SQLite file, as SQLite writes values down: kind, length and bytes.
async fn rows(url: &str) -> Vec<(&'static str, Vec<String>)> {
    let db = Database::connect(url).await.unwrap();
    let mut all = Vec::new();
    for table in huiyin_server::storage::copy::tables().iter().map(|table| table.name) {
        let ask = |asked: String| db.query_all_raw(Statement::from_string(DbBackend::Sqlite, asked));
        let columns = ask(format!("SELECT 'quote(\"' || name || '\")' AS name FROM pragma_table_info('{table}')")).await.unwrap();
        let columns: Vec<String> = columns.iter().map(|row| row.try_get("", "name").unwrap()).collect();
        let found = ask(format!("SELECT {} AS row FROM {table} ORDER BY 1", columns.join(" || ', ' || "))).await.unwrap();
        all.push((table, found.iter().map(|row| row.try_get("", "row").unwrap()).collect()));
    }
    db.close().await.unwrap();
    all
}

/// What a demonstration does not hold: at least one row in every table, with values that are easily bent.
const RARE: &str = r#"
    INSERT INTO session VALUES (x'00ff', x'00000000000000000000000000000001', x'00000000000000000000000000000002', 1, 9223372036854775807);
    INSERT INTO sign_in_attempt VALUES (x'', 2147483647, -1, x'00000000000000000000000000000009');
    INSERT INTO invitation VALUES (x'03', x'00000000000000000000000000000009', x'0000000000000000000000000000000a', 1, 9223372036854775807, NULL);
    INSERT INTO forked_command VALUES (x'01', x'00000000000000000000000000000003', x'00000000000000000000000000000004', 7, x'7b000a7d', 5);
    INSERT INTO photo_chunk VALUES
        (x'02', 0, zeroblob(65536), x'00000000000000000000000000000008', 4), (x'02', 1, x'ff', x'00000000000000000000000000000008', 5);
    INSERT INTO receipt_try VALUES ('CX26-0001 ''x\y', 1, 2);
    INSERT INTO reporter_vault VALUES (x'00000000000000000000000000000005', 'xchacha20poly1305:1', x'c0ffee', 3);
    INSERT INTO rulebook_draft VALUES (1, x'00000000000000000000000000000009', 9223372036854775807, x'0000000000000000000000000000000a', 1);
    INSERT INTO rulebook_draft_section VALUES ('zones', '[{"name": "''保护区\"}]', 1, NULL, 2), ('grids', '', 2, x'0000000000000000000000000000000b', 3);
    INSERT INTO rulebook_log VALUES
        (x'0000000000000000000000000000000c', 1, x'0000000000000000000000000000000a', 'saved', x'00000000000000000000000000000009', 'zones', NULL);
    INSERT INTO access_log VALUES (x'00000000000000000000000000000006', 1, x'00000000000000000000000000000007', '看了', NULL, '',
        x'00000000000000000000000000000009', '\x[ ]');
    INSERT INTO case_seen VALUES (x'00000000000000000000000000000001', x'00000000000000000000000000000002', 9);
    INSERT INTO inbox_reader VALUES (x'00000000000000000000000000000001', 7);
    INSERT INTO inbox_view VALUES
        (x'00000000000000000000000000000009', x'00000000000000000000000000000001', '我的''超期', '{}', 1, 6);
    INSERT INTO notice_delivery VALUES
        (1, 'overdue', x'00000000000000000000000000000007', 'sms', '{"kind":"overdue"}', 'failed', 6, 1, 2, NULL, NULL, x'00fe', 'timed_out', 3);
    INSERT INTO contact VALUES (x'00000000000000000000000000000007', '19900000001', NULL, 'zh-CN', '["work"]', '[]', 4);
    INSERT INTO import_job VALUES (x'00000000000000000000000000000009', 'hotline', x'00000000000000000000000000000007', '工单.csv', 1,
        'running', 2, '[]', x'efbbbf');
    INSERT INTO import_row VALUES
        (x'00000000000000000000000000000009', 2, 'good', 'FJ1', NULL, '{"a":1}'), (x'00000000000000000000000000000009', 3, 'known', '', 'CX26-1', NULL);
    INSERT INTO import_columns VALUES (x'00ff', '[null]');
"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_county_moves_there_and_back_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    huiyin(data, &["seed-demo", "--password", "a demonstration", "--as-of", "2026-11-23"]).unwrap();
    let first = format!("sqlite://{}", data.join("huiyin.db").display());
    let db = Database::connect(&first).await.unwrap();
    db.execute_unprepared(RARE).await.unwrap();
    db.close().await.unwrap();
    let before = rows(&first).await;
    for (table, rows) in &before {
        assert!(!rows.is_empty(), "{table} proves nothing: it is empty");
    }
    let there = new_database().await;
    let told = copy(data, &first, &there).unwrap();
    assert!(told.contains(&format!("{:>9} rows", before.iter().find(|(name, _)| *name == "ledger_entry").unwrap().1.len())), "{told}");
    assert_eq!(verified(data, &first), verified(data, &there));

    let refused = copy(data, &first, &there).unwrap_err();
    assert!(refused.contains("not empty"), "{refused}");
    assert_eq!(verified(data, &first), verified(data, &there));

    let back = format!("sqlite://{}?mode=rwc", data.join("back.db").display());
    copy(data, &there, &back).unwrap();
    assert_eq!(verified(data, &first), verified(data, &back));
    for ((table, before), (_, after)) in before.iter().zip(rows(&back).await) {
        assert!(*before == after, "{table} came back changed");
    }

    // The photos are not in the database, and copying says so.
    let elsewhere = tempfile::tempdir().unwrap();
    let third = format!("sqlite://{}?mode=rwc", data.join("third.db").display());
    let told = copy(elsewhere.path(), &there, &third).unwrap_err();
    assert!(told.contains("of them are not there"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_county_that_does_not_fit_is_not_copied() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&report]).await;
    let url = house.core.settings.database_url();
    let db = Database::connect(&url).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let to = format!("sqlite://{}?mode=rwc", folder.path().join("copy.db").display());

    db.execute_unprepared("CREATE TABLE newer (id INT)").await.unwrap();
    let told = copy(folder.path(), &url, &to).unwrap_err();
    assert!(told.contains("newer"), "{told}");
    db.execute_unprepared("DROP TABLE newer; UPDATE ledger_entry SET kind = 'accept'").await.unwrap();
    let told = copy(folder.path(), &url, &to).unwrap_err();
    assert!(told.contains("entry 1: its facts were changed") && told.contains("neither does the original"), "{told}");
    db.execute_unprepared("UPDATE ledger_entry SET kind = 'submit'").await.unwrap();
    copy(folder.path(), &url, &to).unwrap();
    assert!(verified(folder.path(), &to).starts_with("1 entries and 1 cases fit"));
    db.close().await.unwrap();
}
