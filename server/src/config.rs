//! Settings: by flag or environment, with defaults that work on a laptop.

use crate::notices::NoticeSettings;
use clap::Args;
use std::{net::SocketAddr, path::PathBuf};

/// Everything an operator may set. `huiyin serve --help` shows them all.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Folder that holds all data: database, photos, keys
    #[arg(long, env = "HUIYIN_DATA", default_value = "./data", value_name = "FOLDER")]
    pub data: PathBuf,

    /// Address and port to listen on
    #[arg(long, env = "HUIYIN_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDRESS")]
    pub listen: SocketAddr,

    /// Database, as sqlite://… or postgres://… [default: huiyin.db in the data folder]
    #[arg(long, env = "HUIYIN_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// Where people reach this server, as https://huiyin.example.gov.cn [default: http:// and the listen address]
    #[arg(long, env = "HUIYIN_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,

    /// Folder with the built site [default: site beside the program]
    #[arg(long, env = "HUIYIN_SITE", value_name = "FOLDER")]
    pub site: Option<PathBuf>,

    /// Most commands that one device may send in a day
    #[arg(long, env = "HUIYIN_COMMANDS_PER_DAY", default_value_t = COMMANDS_PER_DAY, value_name = "COUNT")]
    pub commands_per_day: u64,

    /// Most bytes of unfinished photos that are kept of one device
    #[arg(long, env = "HUIYIN_OPEN_PHOTO_BYTES", default_value_t = OPEN_PHOTO_BYTES, value_name = "BYTES")]
    pub open_photo_bytes: u64,

    /// Sending notices
    #[command(flatten)]
    pub notices: NoticeSettings,
}

const COMMANDS_PER_DAY: u64 = 10_000;
const OPEN_PHOTO_BYTES: u64 = 100 * 1024 * 1024;

impl Settings {
    /// Settings for one data folder, everything else as by default: for tests and tools.
    #[must_use]
    pub fn in_folder(data: impl Into<PathBuf>) -> Self {
        Settings {
            data: data.into(),
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            database_url: None,
            public_url: None,
            site: None,
            commands_per_day: COMMANDS_PER_DAY,
            open_photo_bytes: OPEN_PHOTO_BYTES,
            notices: NoticeSettings::default(),
        }
    }

    /// The database's address.
    #[must_use]
    pub fn database_url(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite://{}?mode=rwc", self.data.join("huiyin.db").display()),
        }
    }

    /// Where people reach this server, without a slash at the end.
    #[must_use]
    pub fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }

    /// Whether people reach it by https: decides the cookie's name and its Secure mark.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url().starts_with("https://")
    }

    /// Folder with the built site: as set, else `site` beside the program or one above it.
    #[must_use]
    pub fn site_folder(&self) -> Option<PathBuf> {
        if let Some(site) = &self.site {
            return Some(site.clone());
        }
        let program = std::env::current_exe().ok()?;
        let beside = program.parent()?;
        [beside.join("site"), beside.join("../site"), beside.join("../../site")].into_iter().find(|folder| folder.is_dir())
    }
}
