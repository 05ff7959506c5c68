//! Short messages through a gateway that is spoken to by HTTP; every county has another one, so all of it is a setting.

use super::{
    Outcome,
    wire::{Call, Wire, address, taken},
};
use crate::notices::{
    post::{Parcel, PostError},
    settings::NoticeSettings,
};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, header};
use huiyin_app::locales::{Language, rules::notice_text};

const PHONE: &str = "{phone}";
const TEXT: &str = "{text}";

/// The gateway.
pub(in crate::notices) struct Sms {
    wire: Wire,
    method: Method,
    url: String,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: String,
    form: bool,
    success: Option<String>,
}

impl Sms {
    /// As set, if it is.
    pub(in crate::notices) fn new(set: &NoticeSettings, wire: &Wire) -> Result<Option<Sms>, PostError> {
        let Some(url) = &set.sms_url else { return Ok(None) };
        address("HUIYIN_SMS_URL", &filled(url, "0", "0", percent))?;
        let method: Method = set.sms_method.parse().map_err(|_| PostError::new("HUIYIN_SMS_METHOD", "it is no method"))?;
        let mut headers = headers(set.sms_headers.as_deref().unwrap_or_default())?;
        let kind = headers.iter().find(|(name, _)| name == header::CONTENT_TYPE).map(|(_, value)| value.clone());
        let form = kind.as_ref().is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
        if kind.is_none() && method != Method::GET {
            headers.push((header::CONTENT_TYPE, HeaderValue::from_static("application/json")));
        }
        let body = if method == Method::GET { String::new() } else { set.sms_body.clone() };
        if ![PHONE, TEXT].iter().all(|part| url.contains(part) || body.contains(part)) {
            return Err(PostError::new("HUIYIN_SMS_BODY", "{phone} and {text} must stand in it or in HUIYIN_SMS_URL"));
        }
        Ok(Some(Sms { wire: wire.clone(), method, url: url.clone(), headers, body, form, success: set.sms_success.clone() }))
    }

    /// Sends one.
    pub(in crate::notices) async fn send(&self, phone: &str, language: Language, parcel: &Parcel<'_>) -> Outcome {
        let text = format!("{} {}", notice_text(parcel.about, language), parcel.link);
        let url = filled(&self.url, phone, &text, percent).parse().map_err(|_| "bad_address")?;
        let body = filled(&self.body, phone, &text, if self.form { percent } else { json });
        let call = Call { method: self.method.clone(), url, headers: self.headers.clone(), body: Bytes::from(body) };
        let answer = self.wire.call(call).await?;
        taken(&answer)?;
        // Many gateways say "200" and what went wrong in the body.
        let said = String::from_utf8_lossy(&answer.body);
        match &self.success {
            Some(success) if !said.contains(success.as_str()) => Err("not_taken".into()),
            _ => Ok(()),
        }
    }
}

/// The template with what is sent in it; the text first, so that nothing in it is taken for a place.
fn filled(template: &str, phone: &str, text: &str, write: fn(&str) -> String) -> String {
    let pieces: Vec<String> = template.split(TEXT).map(|piece| piece.replace(PHONE, &write(phone))).collect();
    pieces.join(&write(text))
}

/// As a part of an address or a form.
fn percent(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

/// As it stands between the quotes of a JSON text.
fn json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// `Name: value`, one a line.
fn headers(lines: &str) -> Result<Vec<(HeaderName, HeaderValue)>, PostError> {
    let bad = || PostError::new("HUIYIN_SMS_HEADERS", "each line must be Name: value");
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (name, value) = line.split_once(':').ok_or_else(bad)?;
            let name: HeaderName = name.trim().parse().map_err(|_| bad())?;
            let mut value = HeaderValue::from_str(value.trim()).map_err(|_| bad())?;
            value.set_sensitive(true);
            Ok((name, value))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{filled, headers, json, percent};

    #[test]
    fn a_template_is_filled_once_and_safely() {
        let body = filled(r#"{"to":["{phone}"],"content":"{text}"}"#, "19900000001", "【回音】\"{phone}\"\n一行", json);
        let read: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(read["to"][0], "19900000001");
        assert_eq!(read["content"], "【回音】\"{phone}\"\n一行", "what stands in a text is no place to fill");
        assert_eq!(filled("http://g/?p={phone}&t={text}", "+86 1", "a&b=回", percent), "http://g/?p=%2B86%201&t=a%26b%3D%E5%9B%9E");
    }

    #[test]
    fn headers_are_lines() {
        let read = headers("Authorization: Bearer a:b\n\n X-App : 7 ").unwrap();
        assert_eq!(read[0].1.to_str().unwrap(), "Bearer a:b");
        assert_eq!((read[1].0.as_str(), read[1].1.to_str().unwrap()), ("x-app", "7"));
        for bad in ["no colon", ": x", "a b: c", "A: \u{7}"] {
            assert!(headers(bad).is_err(), "{bad}");
        }
    }
}
