//! `huiyin doctor`: looks at everything an operator could have got wrong, and says what to do.

use super::Outcome;
use crate::{
    config::Settings,
    core::{Clock, Keys, RandomIds, SystemClock},
    notices::Post,
    storage::{self, Db},
};
use huiyin_domain::moment::Moment;
use std::{fs, path::Path, process::ExitCode};

/// One thing looked at: fine, or what to do about it.
type Finding = Result<String, String>;

/// Looks at everything; fails if anything must be mended.
pub(super) async fn run(settings: Settings) -> Outcome {
    let mut findings = vec![folder(&settings.data), keys(&settings.data.join("keys"))];
    let mut notes = Vec::new();
    findings.extend(database(&settings, &mut notes).await);
    findings.push(site(&settings));
    findings.push(address(&settings));
    findings.push(space(&settings.data));
    findings.push(sending(&settings));
    for finding in &findings {
        match finding {
            Ok(fine) => println!("ok    {fine}"),
            Err(mend) => println!("MEND  {mend}"),
        }
    }
    for note in &notes {
        println!("NOTE  {note}");
    }
    Ok(if findings.iter().all(Result::is_ok) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sending(settings: &Settings) -> Finding {
    Post::open(settings).map_err(|error| format!("notices: {error}"))?;
    let set = &settings.notices;
    let said = |is_set: bool, name: &'static str| is_set.then_some(name);
    let ways: Vec<&str> = [
        said(set.smtp_url.is_some(), "mail"),
        said(set.sms_url.is_some(), "short messages"),
        said(set.webhook_url.is_some(), "a program or bot"),
    ]
    .into_iter()
    .flatten()
    .collect();
    Ok(if ways.is_empty() {
        "notices are shown at the desk only: neither mail, short messages nor a program are set".to_owned()
    } else {
        format!("notices are also sent by {}", ways.join(", "))
    })
}

fn folder(data: &Path) -> Finding {
    let probe = data.join(".doctor");
    let written = fs::create_dir_all(data).and_then(|()| fs::write(&probe, b"x")).and_then(|()| fs::remove_file(&probe));
    match written {
        Ok(()) => Ok(format!("data folder {} can be written", data.display())),
        Err(error) => Err(format!("data folder {} cannot be written ({error}): give its user the right to", data.display())),
    }
}

fn keys(folder: &Path) -> Finding {
    if !folder.exists() {
        return Ok("no keys yet: they are made when the server first starts".into());
    }
    match Keys::open(folder, &RandomIds) {
        Ok(keys) => Ok(format!("receipts are signed by {}", keys.signer())),
        Err(error) => Err(format!("{error}: restore the keys folder from a backup")),
    }
}

async fn database(settings: &Settings, notes: &mut Vec<String>) -> Vec<Finding> {
    let db = match Db::open(&settings.database_url()).await {
        Ok(db) => db,
        Err(error) => return vec![Err(format!("the database cannot be opened ({error}): check HUIYIN_DATABASE_URL"))],
    };
    let mut findings = vec![Ok("the database opens".into())];
    findings.push(match db.is_durable().await {
        Ok(true) => Ok("what is committed survives a loss of power".into()),
        Ok(false) => Err("PostgreSQL is set to lose commits with the power: turn fsync, full_page_writes and synchronous_commit on".into()),
        Err(error) => Err(format!("the database's settings cannot be read ({error})")),
    });
    findings.push(match db.pending_migrations().await {
        Ok(0) => Ok("the schema is up to date".into()),
        Ok(steps) => Err(format!("{steps} steps of the schema are to be done: run huiyin migrate")),
        Err(error) => Err(format!("the schema cannot be read ({error})")),
    });
    if findings.iter().all(Result::is_ok) {
        notes.extend(calendar(&db, SystemClock.now()).await);
        findings.push(match storage::county::row(db.read()).await {
            Ok(Some(county)) => Ok(format!("county {}, rulebook {}", county.code, county.rulebook_version)),
            Ok(None) => Err("no county has been set up: run huiyin seed-demo for a demonstration".into()),
            Err(error) => Err(format!("the county cannot be read ({error})")),
        });
    }
    db.close().await;
    findings
}

/// The year whose calendar should be there by now and is not. A note: the notice may not be out yet, and until it is
/// entered nothing stands still.
async fn calendar(db: &Db, now: Moment) -> Option<String> {
    let county = storage::county::row(db.read()).await.ok()??;
    let editions = storage::county::editions(db.read()).await.ok()?;
    let year = editions.get(&county.rulebook_version)?.rulebook.calendar.missing(now.day())?;
    Some(format!(
        "the rest days and make-up workdays of {year} have not been entered: until then its weekends are its only rest days; \
         enter them at /desk/rulebook/calendar once the State Council's notice is out"
    ))
}

fn site(settings: &Settings) -> Finding {
    match settings.site_folder() {
        Some(folder) if folder.join("field.html").is_file() && folder.join("sw.js").is_file() => {
            Ok(format!("the site is built in {}", folder.display()))
        }
        Some(folder) => Err(format!("{} holds no built site: run make build", folder.display())),
        None => Err("no built site beside the program: run make build, or set HUIYIN_SITE".into()),
    }
}

fn address(settings: &Settings) -> Finding {
    let url = settings.public_url();
    let host = url.split("://").nth(1).unwrap_or_default();
    let loopback = ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host.starts_with(name));
    if settings.is_https() {
        Ok(format!("people reach it at {url}"))
    } else if loopback && url.starts_with("http://") {
        Ok(format!("people on this machine reach it at {url}; phones need https"))
    } else {
        Err(format!("{url} is not https: phones can then neither work offline nor find their position; set HUIYIN_PUBLIC_URL"))
    }
}

/// Bytes below which photos of one busy day may not fit.
const LEAST_FREE_BYTES: u64 = 4 * 1024 * 1024 * 1024;

fn space(data: &Path) -> Finding {
    let asked = std::process::Command::new("df").arg("-Pk").arg(data).output();
    let free = asked.ok().and_then(|output| {
        let text = String::from_utf8(output.stdout).ok()?;
        text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok()
    });
    match free.map(|kib| kib * 1024) {
        Some(bytes) if bytes < LEAST_FREE_BYTES => Err(format!("only {} MB are free on the data folder's disk", bytes / 1_000_000)),
        Some(bytes) => Ok(format!("{} MB are free on the data folder's disk", bytes / 1_000_000)),
        None => Ok("how much space is free could not be asked".into()),
    }
}
