//! Telling a program or the bot of a group. A program gets JSON and can check by the signature that it is from us and
//! fresh; a bot of WeCom or DingTalk gets the text that it understands.

use super::{
    Outcome,
    wire::{Call, Wire, address, taken},
};
use crate::notices::{
    post::{Parcel, PostError},
    settings::{NoticeSettings, WebhookFormat},
};
use bytes::Bytes;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderName, HeaderValue, Method, Uri, header};
use huiyin_app::locales::{Language, rules::notice_text};
use huiyin_domain::notice::Kind;
use serde_json::json;
use sha2::Sha256;

/// Seconds since 1970 when it was signed.
const TIMESTAMP: HeaderName = HeaderName::from_static("huiyin-timestamp");
/// `v1=` and HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal.
const SIGNATURE: HeaderName = HeaderName::from_static("huiyin-signature");
/// The same for every try of one notice.
const DELIVERY: HeaderName = HeaderName::from_static("huiyin-delivery");

/// A program or bot.
pub(in crate::notices) struct Webhook {
    wire: Wire,
    text_url: String,
    url: Uri,
    format: WebhookFormat,
    secret: Option<String>,
    kinds: Vec<Kind>,
}

impl Webhook {
    /// As set, if it is.
    pub(in crate::notices) fn new(set: &NoticeSettings, wire: &Wire) -> Result<Option<Webhook>, PostError> {
        let Some(text_url) = &set.webhook_url else { return Ok(None) };
        let url = address("HUIYIN_WEBHOOK_URL", text_url)?;
        let secret = set.webhook_secret.clone().filter(|secret| !secret.is_empty());
        if secret.is_none() && set.webhook_format == WebhookFormat::Signed {
            return Err(PostError::new("HUIYIN_WEBHOOK_SECRET", "what is signed needs a secret"));
        }
        let kinds = kinds(&set.webhook_kinds)?;
        Ok(Some(Webhook { wire: wire.clone(), text_url: text_url.clone(), url, format: set.webhook_format, secret, kinds }))
    }

    /// Whether it is told of this kind.
    pub(in crate::notices) fn wants(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Where it is.
    pub(in crate::notices) fn url(&self) -> &str {
        &self.text_url
    }

    /// Tells it.
    pub(in crate::notices) async fn send(&self, parcel: &Parcel<'_>) -> Outcome {
        let body = self.body(parcel);
        let timestamp = parcel.now.unix_ms() / 1000;
        let mut headers = vec![(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        if let Ok(id) = HeaderValue::from_str(parcel.id) {
            headers.push((DELIVERY, id));
        }
        headers.push((TIMESTAMP, HeaderValue::from(timestamp)));
        if let Some(secret) = &self.secret
            && let Ok(value) = HeaderValue::from_str(&signature(secret, timestamp, body.as_bytes()))
        {
            headers.push((SIGNATURE, value));
        }
        let call = Call { method: Method::POST, url: self.url.clone(), headers, body: Bytes::from(body) };
        let answer = self.wire.call(call).await?;
        taken(&answer)?;
        // Bots answer "200" and say in the body whether they took it.
        let said: Option<serde_json::Value> = serde_json::from_slice(&answer.body).ok();
        let refused = said.and_then(|said| said.get("errcode").and_then(serde_json::Value::as_i64)).is_some_and(|code| code != 0);
        if refused { Err("not_taken".into()) } else { Ok(()) }
    }

    fn body(&self, parcel: &Parcel<'_>) -> String {
        let about = parcel.about;
        match self.format {
            WebhookFormat::Signed => json!({
                "id": parcel.id,
                "about": about,
                "text": {"zh-CN": notice_text(about, Language::Zh), "en": notice_text(about, Language::En)},
                "link": parcel.link,
            }),
            WebhookFormat::Text => {
                json!({"msgtype": "text", "text": {"content": format!("{} {}", notice_text(about, Language::Zh), parcel.link)}})
            }
        }
        .to_string()
    }
}

/// What the header says of these bytes.
fn signature(secret: &str, timestamp: i64, body: &[u8]) -> String {
    let mut mac = match Hmac::<Sha256>::new_from_slice(secret.as_bytes()) {
        Ok(mac) => mac,
        Err(never) => unreachable!("HMAC takes keys of every length: {never}"),
    };
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    format!("v1={}", HEXLOWER.encode(&mac.finalize().into_bytes()))
}

fn kinds(text: &str) -> Result<Vec<Kind>, PostError> {
    match text.trim() {
        "all" => Ok(Kind::ALL.to_vec()),
        "urgent" => Ok(Kind::ALL.into_iter().filter(|kind| kind.is_urgent()).collect()),
        list => list
            .split(',')
            .map(|name| {
                let name = name.trim();
                let bad = |_| PostError::new("HUIYIN_WEBHOOK_KINDS", format!("there is no kind {name:?}"));
                serde_json::from_value(serde_json::Value::from(name)).map_err(bad)
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, kinds, signature};

    #[test]
    fn a_signature_is_what_the_guide_says() {
        // printf '1764000000.{}' | openssl dgst -sha256 -hmac secret
        let made = signature("secret", 1_764_000_000, b"{}");
        assert_eq!(made, "v1=b691197929ebc73b102d12f9a4689644cb2d1a38c9f2d1883b9f478077313f85");
        assert_ne!(made, signature("secret", 1_764_000_001, b"{}"));
        assert_ne!(made, signature("secret", 1_764_000_000, b"{ }"));
        assert_ne!(made, signature("Secret", 1_764_000_000, b"{}"));
    }

    #[test]
    fn kinds_are_named_or_all_or_urgent() {
        assert_eq!(kinds("urgent").unwrap(), [Kind::Emergency, Kind::Overdue, Kind::Supervised]);
        assert_eq!(kinds("all").unwrap().len(), Kind::ALL.len());
        assert_eq!(kinds("overdue, reopen_asked").unwrap(), [Kind::Overdue, Kind::ReopenAsked]);
        assert!(kinds("").is_err() && kinds("overdue,nonsense").is_err());
    }
}
