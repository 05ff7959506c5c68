//! What an operator sets for sending notices. Nothing is sent anywhere before it is set, and no secret has a default.

use clap::{Args, ValueEnum};
use std::fmt;

/// Sending notices: mail, short messages, programs and bots. See `docs/notices.md`.
#[derive(Args, Clone)]
pub struct NoticeSettings {
    /// Mail server, as smtps://name:password@mail.example.gov.cn [default: mails are put into outgoing-mail in the data folder]
    #[arg(long, env = "HUIYIN_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails, as 回音 <huiyin@example.gov.cn>
    #[arg(long, env = "HUIYIN_MAIL_FROM", value_name = "MAILBOX")]
    pub mail_from: Option<String>,

    /// Gateway for short messages; {phone} and {text} stand for what is sent
    #[arg(long, env = "HUIYIN_SMS_URL", value_name = "URL", hide_env_values = true)]
    pub sms_url: Option<String>,

    /// How the gateway is called
    #[arg(long, env = "HUIYIN_SMS_METHOD", default_value = "POST", value_name = "METHOD")]
    pub sms_method: String,

    /// Headers for the gateway, one a line, as Authorization: Bearer …
    #[arg(long, env = "HUIYIN_SMS_HEADERS", value_name = "LINES", hide_env_values = true)]
    pub sms_headers: Option<String>,

    /// Body for the gateway; {phone} and {text} stand for what is sent
    #[arg(
        long,
        env = "HUIYIN_SMS_BODY",
        default_value = r#"{"phone":"{phone}","text":"{text}"}"#,
        value_name = "TEMPLATE",
        hide_env_values = true
    )]
    pub sms_body: String,

    /// What the gateway's answer must contain to count as taken, as "code":0
    #[arg(long, env = "HUIYIN_SMS_SUCCESS", value_name = "TEXT")]
    pub sms_success: Option<String>,

    /// Program or bot that is told of urgent notices
    #[arg(long, env = "HUIYIN_WEBHOOK_URL", value_name = "URL", hide_env_values = true)]
    pub webhook_url: Option<String>,

    /// Secret that signs what a program is told
    #[arg(long, env = "HUIYIN_WEBHOOK_SECRET", value_name = "SECRET", hide_env_values = true)]
    pub webhook_secret: Option<String>,

    /// What it is told: JSON with a signature, or plain text as bots of WeCom and DingTalk take it
    #[arg(long, env = "HUIYIN_WEBHOOK_FORMAT", value_enum, default_value_t = WebhookFormat::Signed, value_name = "FORMAT")]
    pub webhook_format: WebhookFormat,

    /// Of which kinds it is told: urgent, all, or a list as overdue,reopen_asked
    #[arg(long, env = "HUIYIN_WEBHOOK_KINDS", default_value = "urgent", value_name = "KINDS")]
    pub webhook_kinds: String,

    /// Longest wait for the other side, milliseconds
    #[arg(long, env = "HUIYIN_DELIVERY_TIMEOUT_MS", default_value_t = TIMEOUT_MS, value_name = "MS")]
    pub delivery_timeout_ms: u64,

    /// Tries before a sending is given up
    #[arg(long, env = "HUIYIN_DELIVERY_TRIES", default_value_t = TRIES, value_name = "COUNT")]
    pub delivery_tries: u32,

    /// Gateway or program may be on this machine
    #[arg(long, env = "HUIYIN_DELIVERY_LOOPBACK", default_value_t = false, action = clap::ArgAction::Set, value_name = "BOOL")]
    pub delivery_loopback: bool,
}

const TIMEOUT_MS: u64 = 10_000;
const TRIES: u32 = 6;

/// What a program or bot is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum WebhookFormat {
    /// JSON, signed.
    Signed,
    /// `{"msgtype":"text","text":{"content":…}}`
    Text,
}

impl Default for NoticeSettings {
    fn default() -> Self {
        NoticeSettings {
            smtp_url: None,
            mail_from: None,
            sms_url: None,
            sms_method: "POST".to_owned(),
            sms_headers: None,
            sms_body: r#"{"phone":"{phone}","text":"{text}"}"#.to_owned(),
            sms_success: None,
            webhook_url: None,
            webhook_secret: None,
            webhook_format: WebhookFormat::Signed,
            webhook_kinds: "urgent".to_owned(),
            delivery_timeout_ms: TIMEOUT_MS,
            delivery_tries: TRIES,
            delivery_loopback: false,
        }
    }
}

/// Addresses hold passwords and keys: only what is set is said, not to what.
impl fmt::Debug for NoticeSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoticeSettings")
            .field("smtp", &self.smtp_url.is_some())
            .field("sms", &self.sms_url.is_some())
            .field("webhook", &self.webhook_url.is_some())
            .finish_non_exhaustive()
    }
}
