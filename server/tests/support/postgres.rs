//! A PostgreSQL of the tests' own: one for all tests of a program, a database for each.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// Stops by itself when this process ends, however it does: the script waits for the end of its input.
struct Cluster {
    address: String,
    _script: Child,
}

static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.ci/postgres.sh");
    let mut script = Command::new("bash").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut address = String::new();
    BufReader::new(script.stdout.take().unwrap()).read_line(&mut address).unwrap();
    assert!(address.starts_with("postgres://"), "PostgreSQL did not start; the reason stands above");
    Cluster { address: address.trim().to_owned(), _script: script }
});

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The address of a new, empty database.
pub async fn new_database() -> String {
    let name = format!("county_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let db = Database::connect(&CLUSTER.address).await.unwrap();
    db.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    db.close().await.unwrap();
    CLUSTER.address.replace("/postgres?", &format!("/{name}?"))
}

/// A connection beside the server's own.
pub async fn beside(url: &str) -> DatabaseConnection {
    Database::connect(url).await.unwrap()
}

/// How many sessions of this database wait for a lock that another one holds.
pub async fn waiting(db: &DatabaseConnection) -> i64 {
    let asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, asked)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Runs a task until it is done or waits for a lock of somebody else's; says whether it is done.
pub async fn done_or_waiting<T>(db: &DatabaseConnection, task: &tokio::task::JoinHandle<T>) -> bool {
    loop {
        if task.is_finished() {
            return true;
        }
        if waiting(db).await > 0 {
            return false;
        }
        tokio::task::yield_now().await;
    }
}
