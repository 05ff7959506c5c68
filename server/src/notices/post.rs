//! The post office: the channels that an operator has set up, checked when the program starts.

use super::{
    channels::{Outcome, Wire, mail::Mail, sms::Sms, webhook::Webhook},
    settings::NoticeSettings,
};
use crate::{
    config::Settings,
    storage::{contacts::ContactRow, deliveries::Channel},
};
use huiyin_domain::{moment::Moment, notice::About, notice::Kind};
use std::time::Duration;

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{setting} cannot be used: {why}")]
pub struct PostError {
    /// Its name in the environment.
    pub setting: &'static str,
    /// What is wrong with it; never its value.
    pub why: String,
}

impl PostError {
    pub(super) fn new(setting: &'static str, why: impl Into<String>) -> Self {
        PostError { setting, why: why.into() }
    }
}

/// What is sent to one place.
pub(super) struct Parcel<'a> {
    /// What it says.
    pub(super) about: &'a About,
    /// A name that stays the same however often it is tried.
    pub(super) id: &'a str,
    /// Where it leads, as a whole address.
    pub(super) link: &'a str,
    /// Now.
    pub(super) now: Moment,
}

/// The channels.
pub struct Post {
    mail: Mail,
    sms: Option<Sms>,
    webhook: Option<Webhook>,
    timeout: Duration,
    tries: u32,
}

impl Post {
    /// As set.
    ///
    /// # Errors
    /// If a setting cannot be used.
    pub fn open(settings: &Settings) -> Result<Post, PostError> {
        let set: &NoticeSettings = &settings.notices;
        let timeout = Duration::from_millis(set.delivery_timeout_ms.max(1));
        let wire = Wire::new(timeout, set.delivery_loopback)?;
        Ok(Post {
            mail: Mail::new(set, &settings.data.join("outgoing-mail"), timeout)?,
            sms: Sms::new(set, &wire)?,
            webhook: Webhook::new(set, &wire)?,
            timeout,
            tries: set.delivery_tries.max(1),
        })
    }

    /// Whether a program or bot is told of this kind.
    pub(super) fn tells_bot_of(&self, kind: Kind) -> bool {
        self.webhook.as_ref().is_some_and(|webhook| webhook.wants(kind))
    }

    /// Whether short messages can be sent.
    pub(super) fn has_sms(&self) -> bool {
        self.sms.is_some()
    }

    /// The longest that one try may take.
    pub(super) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Tries before it is given up.
    pub(super) fn tries(&self) -> u32 {
        self.tries
    }

    /// Where it goes by this channel, if that is known.
    pub(super) fn address<'a>(&'a self, channel: Channel, contact: Option<&'a ContactRow>) -> Option<&'a str> {
        match channel {
            Channel::Sms => contact?.phone.as_deref(),
            Channel::Mail => contact?.email.as_deref(),
            Channel::Webhook => self.webhook.as_ref().map(Webhook::url),
        }
    }

    /// One try. It ends in time whatever the other side does.
    pub(super) async fn send(&self, channel: Channel, address: &str, contact: Option<&ContactRow>, parcel: &Parcel<'_>) -> Outcome {
        let language = contact.map(|contact| contact.language).unwrap_or_default();
        let send = async {
            match channel {
                Channel::Sms => match &self.sms {
                    Some(sms) => sms.send(address, language, parcel).await,
                    None => Err("not_set_up".into()),
                },
                Channel::Mail => self.mail.send(address, language, parcel).await,
                Channel::Webhook => match &self.webhook {
                    Some(webhook) => webhook.send(parcel).await,
                    None => Err("not_set_up".into()),
                },
            }
        };
        tokio::time::timeout(self.timeout, send).await.unwrap_or_else(|_| Err("timed_out".into()))
    }
}
