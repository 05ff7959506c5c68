//! `huiyin serve`

use super::Outcome;
use crate::{clockwork, config::Settings, core::Core, http, imports, media, notices, sync};
use std::{net::SocketAddr, process::ExitCode, sync::Arc};
use tokio::{net::TcpListener, signal::unix, sync::watch};

/// Between two turns of housekeeping.
const BETWEEN_TURNS: std::time::Duration = std::time::Duration::from_secs(3600);

/// How long open requests may take to end after a signal.
const GRACE: std::time::Duration = std::time::Duration::from_secs(10);

/// Serves until a signal comes; then ends open requests and the ledger's last group, and closes the database.
pub(super) async fn run(settings: Settings) -> Outcome {
    let listener = TcpListener::bind(settings.listen).await.map_err(|error| format!("cannot listen on {}: {error}", settings.listen))?;
    let public_url = settings.public_url();
    let post = notices::Post::open(&settings)?;
    let core = Core::open(settings).await?;
    let address = listener.local_addr()?;
    tracing::info!(%address, %public_url, "serving");
    let app = http::router(core.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let (stop, stopping) = watch::channel(false);
    let signal = stopping.clone();
    let serving = axum::serve(listener, app).with_graceful_shutdown(wait(signal));
    let serving = tokio::spawn(async move { serving.await });
    let (clock, until) = (core.clone(), stopping.clone());
    let clock = tokio::spawn(async move { clockwork::run(&clock, until).await });
    let sending = tokio::spawn(notices::run(core.clone(), Arc::new(post), stopping.clone()));
    let (taking, until) = (core.clone(), stopping.clone());
    let taking = tokio::spawn(async move { imports::run(&taking, until).await });
    let (watching, until) = (core.clone(), stopping);
    let watching = tokio::spawn(async move { sync::watch_elsewhere(&watching, until).await });
    let housekeeping = tokio::spawn(keep_house(core.clone()));
    stopped().await?;
    tracing::info!("stopping");
    housekeeping.abort();
    core.pokes.end();
    stop.send_replace(true);
    match tokio::time::timeout(GRACE, serving).await {
        Ok(done) => done??,
        Err(_) => tracing::warn!("some requests did not end in time"),
    }
    clock.await?;
    sending.await?;
    taking.await?;
    watching.await?;
    core.close().await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// Now and then, what nobody needs any more is thrown away.
async fn keep_house(core: Arc<Core>) {
    let mut turns = tokio::time::interval(BETWEEN_TURNS);
    loop {
        turns.tick().await;
        match media::forget_abandoned(&core).await {
            Ok(0) => {}
            Ok(photos) => tracing::info!(photos, "photos that stopped half-way were thrown away; phones send them anew"),
            Err(error) => tracing::warn!(%error, "the house could not be kept"),
        }
        match notices::forget(&core).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "old notices were forgotten"),
            Err(error) => tracing::warn!(%error, "old notices could not be forgotten"),
        }
        match imports::forget_waiting(&core).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "files that nobody took in were thrown away"),
            Err(error) => tracing::warn!(%error, "the house could not be kept"),
        }
    }
}

async fn wait(mut stopping: watch::Receiver<bool>) {
    // The sender going away means the same.
    let _ = stopping.wait_for(|stop| *stop).await;
}

async fn stopped() -> std::io::Result<()> {
    let mut terminate = unix::signal(unix::SignalKind::terminate())?;
    let mut interrupt = unix::signal(unix::SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}
