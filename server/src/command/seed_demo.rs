//! `huiyin seed-demo`

use super::Outcome;
use crate::{
    config::Settings,
    core::{Clock, Core, FixedClock, Ids, RandomIds, SystemClock},
    demo,
};
use clap::{Args, value_parser};
use data_encoding::BASE32_NOPAD;
use huiyin_domain::moment::Moment;
use std::{process::ExitCode, sync::Arc, time::Instant};
use time::{Date, format_description::well_known::Iso8601};

/// Shortest password that is taken.
const MIN_PASSWORD_CHARS: usize = 8;

/// What `seed-demo` may be told.
#[derive(Args)]
pub(super) struct SeedDemo {
    #[command(flatten)]
    settings: Settings,

    /// Password of all demonstration accounts [default: a random one, printed]
    #[arg(long, value_name = "PASSWORD")]
    password: Option<String>,

    /// The day the demonstration is made for, as 2026-11-23; its last matters happen on it [default: now]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,

    /// About how many cases it holds; fewer are made sooner
    #[arg(long, value_name = "NUMBER", default_value_t = demo::CASES, value_parser = value_parser!(u32).range(1..=i64::from(demo::CASES)))]
    cases: u32,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text, &Iso8601::DATE).map_err(|_| "a day is written as 2026-11-23".to_owned())
}

/// Makes the demonstration and says where to go and whom to sign in as.
pub(super) async fn run(asked: SeedDemo) -> Outcome {
    let password = asked.password.unwrap_or_else(random_password);
    if password.chars().count() < MIN_PASSWORD_CHARS {
        return Err(format!("the password needs at least {MIN_PASSWORD_CHARS} characters").into());
    }
    // The evening of that day: everybody has gone home.
    let as_of = asked.as_of.map_or_else(|| SystemClock.now(), |day| Moment::start_of(day) + time::Duration::hours(18));
    let public_url = asked.settings.public_url();
    let started = Instant::now();
    let clock = Arc::new(FixedClock::at(as_of));
    let core = Core::open_with(asked.settings, clock.clone(), Arc::new(RandomIds)).await?;
    let made = demo::make(&core, &clock, &password, as_of, asked.cases).await;
    core.close().await;
    let made = made?;
    println!(
        "The demonstration county is ready: {} cases, {} people, {} pictures, {} commands in {:.0} s.",
        made.cases,
        made.people,
        made.pictures,
        made.commands,
        started.elapsed().as_secs_f64()
    );
    println!("Public:  {public_url}/\nDesk:    {public_url}/desk\nPhone:   {public_url}/field");
    println!("Sign in as {} — all with the password:  {password}", demo::ROLE_NAMES.join(", "));
    Ok(ExitCode::SUCCESS)
}

fn random_password() -> String {
    let mut bytes = [0; 10];
    RandomIds.fill(&mut bytes);
    BASE32_NOPAD.encode(&bytes).to_lowercase()
}
