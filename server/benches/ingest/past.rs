//! A long past, made by the database itself out of the entries that are there: as many rows, as wide, in the same tables and
//! indexes as years of work leave. Ids are random; the chain is not continued through it, because nothing here verifies it.

use crate::raw::columns;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};

/// Entries of a case in a long life: about ten.
const ENTRIES_OF_A_CASE: i64 = 10;

/// Makes the ledger this long, with a case to every ten entries. The program must not be running.
pub(crate) async fn lengthen(url: &str, entries: i64) -> Result<(), DbErr> {
    let db = Database::connect(sea_orm::ConnectOptions::new(url).max_connections(1).sqlx_logging(false).to_owned()).await?;
    let random = match db.get_database_backend() {
        DbBackend::Postgres => "gen_random_uuid()",
        _ => "randomblob(16)",
    };
    let last = number(&db, "SELECT max(seq) FROM ledger_entry").await?;
    let times = (entries - last) / last;
    for table in ["ledger_entry", "payload", "entry_event", "case_file", "report", "case_change"] {
        let one_case = matches!(table, "case_file" | "report" | "case_change");
        let times = if one_case { (times / ENTRIES_OF_A_CASE).max(1) } else { times };
        let columns = columns(&db, table).await?;
        // Positions move with the copy; ids are new; the rest is as it was.
        let values: Vec<String> = columns
            .iter()
            .map(|column| match column.as_str() {
                "seq" => format!("old.seq + n.i * {last}"),
                "device_number" => "old.device_number + n.i * 1000000".to_owned(),
                "number" => "old.number || '-' || n.i".to_owned(),
                "scope_key" => "'person:past' || (n.i % 400)".to_owned(),
                "id" | "command_id" | "case_id" => random.to_owned(),
                other => format!("old.{other}"),
            })
            .collect();
        let sql = format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times})
             INSERT INTO {table} ({}) SELECT {} FROM n CROSS JOIN {table} AS old",
            columns.join(", "),
            values.join(", ")
        );
        db.execute_unprepared(&sql).await?;
    }
    db.execute_unprepared(
        "UPDATE ledger_head SET seq = (SELECT max(seq) FROM ledger_entry),
         hash = (SELECT hash FROM ledger_entry WHERE seq = (SELECT max(seq) FROM ledger_entry))",
    )
    .await?;
    let tidy = match db.get_database_backend() {
        DbBackend::Postgres => "VACUUM ANALYZE",
        _ => "PRAGMA wal_checkpoint(TRUNCATE)",
    };
    db.execute_unprepared(tidy).await?;
    db.close().await
}

async fn number(db: &DatabaseConnection, sql: &str) -> Result<i64, DbErr> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    row.ok_or_else(|| DbErr::Custom("nothing is there".into()))?.try_get_by_index(0)
}
