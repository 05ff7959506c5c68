//! The yardstick: the rows that the program has written for reports, put into the same tables again by the database alone,
//! with the same durability and as many reports in a transaction as a batch has. Nothing is parsed, judged, hashed, signed or
//! sent, and no value crosses from a program into the database: it is a bound that no server can reach.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement, TransactionTrait};
use std::time::Instant;

/// Where a report leaves rows.
const TABLES: [&str; 6] = ["ledger_entry", "payload", "entry_event", "case_file", "report", "case_change"];

/// Reports in a second when `batch` of them are in a transaction.
pub(crate) async fn reports_per_second(url: &str, batch: u64) -> Result<f64, DbErr> {
    let db = open(url).await?;
    let mut inserts = Vec::new();
    for table in TABLES {
        let columns = columns(&db, table).await?.join(", ");
        db.execute_unprepared(&format!("DROP TABLE IF EXISTS raw_{table}")).await?;
        db.execute_unprepared(&format!(
            "CREATE TABLE raw_{table} AS SELECT {columns}, row_number() OVER () AS raw_n FROM {table} ORDER BY raw_n"
        ))
        .await?;
        db.execute_unprepared(&format!("CREATE INDEX raw_{table}_n ON raw_{table} (raw_n)")).await?;
        inserts.push(format!("INSERT INTO {table} ({columns}) SELECT {columns} FROM raw_{table} WHERE raw_n > $1 AND raw_n <= $2"));
    }
    for table in TABLES {
        db.execute_unprepared(&format!("DELETE FROM {table}")).await?;
    }
    let kind = db.get_database_backend();
    let row = db.query_one_raw(Statement::from_string(kind, "SELECT max(raw_n) FROM raw_ledger_entry")).await?;
    let entries = row.ok_or_else(|| DbErr::Custom("no entries".into()))?.try_get_by_index::<i64>(0)?;
    let batch = i64::try_from(batch).unwrap_or(i64::MAX);
    let started = Instant::now();
    let mut from = 0;
    while from < entries {
        let db = db.begin().await?;
        for insert in &inserts {
            db.execute_raw(Statement::from_sql_and_values(kind, insert, [from.into(), (from + batch).into()])).await?;
        }
        db.execute_unprepared("UPDATE ledger_head SET seq = seq + 1").await?;
        db.commit().await?;
        from += batch;
    }
    let seconds = started.elapsed().as_secs_f64();
    db.close().await?;
    #[expect(clippy::cast_precision_loss, reason = "a count of reports")]
    Ok(entries as f64 / seconds)
}

async fn open(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await?;
    if db.get_database_backend() == DbBackend::Sqlite {
        for pragma in ["journal_mode = WAL", "synchronous = FULL", "cache_size = -65536"] {
            db.execute_unprepared(&format!("PRAGMA {pragma}")).await?;
        }
    }
    Ok(db)
}

pub(crate) async fn columns(db: &DatabaseConnection, table: &str) -> Result<Vec<String>, DbErr> {
    let kind = db.get_database_backend();
    let asked = match kind {
        DbBackend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        _ => format!(
            "SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"
        ),
    };
    db.query_all_raw(Statement::from_string(kind, asked)).await?.iter().map(|row| row.try_get("", "name")).collect()
}
