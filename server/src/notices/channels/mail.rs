//! Mail: by a mail server if one is set, else into a folder, where a person or another program finds it.

use super::Outcome;
use crate::notices::{
    post::{Parcel, PostError},
    settings::NoticeSettings,
};
use huiyin_app::locales::{Language, rules::notice_text};
use huiyin_domain::moment::Moment;
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp,
};
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// Who sends, while nobody has said.
const NOBODY: &str = "Huiyin <huiyin@localhost>";

/// How mail leaves.
pub(in crate::notices) struct Mail {
    from: Mailbox,
    way: Way,
}

enum Way {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl Mail {
    /// As set.
    pub(in crate::notices) fn new(set: &NoticeSettings, folder: &Path, timeout: Duration) -> Result<Mail, PostError> {
        let from = match (&set.mail_from, &set.smtp_url) {
            (Some(from), _) => from.as_str(),
            (None, None) => NOBODY,
            (None, Some(_)) => return Err(PostError::new("HUIYIN_MAIL_FROM", "a mail server needs to know who sends")),
        };
        let from = from.parse().map_err(|_| PostError::new("HUIYIN_MAIL_FROM", "it is no mailbox"))?;
        let way = match &set.smtp_url {
            None => Way::Folder(folder.to_owned()),
            Some(url) => {
                // The error might repeat the address, which holds a password.
                let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(|_| PostError::new("HUIYIN_SMTP_URL", "it is no address like smtps://name:password@host"))?;
                Way::Server(builder.timeout(Some(timeout)).build())
            }
        };
        Ok(Mail { from, way })
    }

    /// Sends one.
    pub(in crate::notices) async fn send(&self, to: &str, language: Language, parcel: &Parcel<'_>) -> Outcome {
        let message = self.message(to, language, parcel).ok_or("bad_address")?;
        match &self.way {
            Way::Server(server) => server.send(message).await.map(drop).map_err(|error| code(&error)),
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await.map_err(|_| "folder")?;
                AsyncFileTransport::<Tokio1Executor>::new(folder).send(message).await.map(drop).map_err(|_| "folder".into())
            }
        }
    }

    fn message(&self, to: &str, language: Language, parcel: &Parcel<'_>) -> Option<Message> {
        let text = notice_text(parcel.about, language);
        let end = language.pick(
            "这是自动发送的提醒，请不要回复。在工作台的“设置”里可以改。",
            "Sent automatically; replies are not read. Change it under Settings at the desk.",
        );
        Message::builder()
            .from(self.from.clone())
            .to(to.parse().ok()?)
            .subject(text.trim_end_matches(['。', '.']))
            .date(system(parcel.now))
            .message_id(Some(format!("<{}@huiyin>", parcel.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(format!("{text}\n\n{}\n\n{end}\n", parcel.link))
            .ok()
    }
}

fn system(at: Moment) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(at.unix_ms()).unwrap_or(0))
}

fn code(error: &smtp::Error) -> Cow<'static, str> {
    match error.status() {
        Some(status) => format!("status_{status}").into(),
        None if error.is_timeout() => "timed_out".into(),
        None if error.is_tls() => "tls_failed".into(),
        None => "connect_failed".into(),
    }
}
