//! One call by HTTP: to an address that was checked, without following anybody elsewhere, with a bounded answer. Whoever
//! calls bounds the time; dropping the call ends it.

use super::target::addresses;
use crate::notices::post::PostError;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use std::{borrow::Cow, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

/// Most of an answer that is read.
const ANSWER_BYTES: usize = 64 * 1024;

/// A call.
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) url: Uri,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: Bytes,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Bytes,
}

/// What calls are made with. Cheap to clone.
#[derive(Clone)]
pub(in crate::notices) struct Wire {
    tls: Arc<ClientConfig>,
    connecting: Duration,
    loopback: bool,
}

impl Wire {
    /// Trusts whom this machine trusts.
    pub(in crate::notices) fn new(connecting: Duration, loopback: bool) -> Result<Self, PostError> {
        let mut roots = RootCertStore::empty();
        let (added, left) = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        tracing::debug!(added, left, "certificates that this machine trusts");
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| PostError::new("TLS", error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Wire { tls: Arc::new(tls), connecting, loopback })
    }

    /// Makes the call.
    pub(super) async fn call(&self, call: Call) -> Result<Answer, Cow<'static, str>> {
        let host = call.url.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let secure = call.url.scheme_str() == Some("https");
        let port = call.url.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let stream = self.connect(&host, port).await?;
        if !secure {
            return exchange(stream, call).await;
        }
        let name = ServerName::try_from(host).map_err(|_| "no_such_host")?;
        let stream = TlsConnector::from(Arc::clone(&self.tls)).connect(name, stream).await.map_err(|_| "tls_failed")?;
        exchange(stream, call).await
    }

    /// The first address that answers.
    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, Cow<'static, str>> {
        let addresses = addresses(host, port, self.loopback).await?;
        let each = self.connecting / u32::try_from(addresses.len()).unwrap_or(1);
        for address in addresses {
            if let Ok(Ok(stream)) = tokio::time::timeout(each, TcpStream::connect(address)).await {
                return Ok(stream);
            }
        }
        Err("connect_failed".into())
    }
}

async fn exchange(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, call: Call) -> Result<Answer, Cow<'static, str>> {
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(|_| "connect_failed")?;
    // Ends with this call, whatever becomes of it.
    let mut driver = JoinSet::new();
    driver.spawn(async move {
        // What went wrong is seen by the one who waits for the answer.
        let _ = connection.await;
    });
    let authority = call.url.authority().map(|authority| authority.as_str().rsplit('@').next().unwrap_or_default().to_owned());
    let path = call.url.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let mut request = Request::new(Full::new(call.body));
    *request.method_mut() = call.method;
    *request.uri_mut() = path.parse().map_err(|_| "no_such_host")?;
    let headers = request.headers_mut();
    headers.insert(header::HOST, HeaderValue::from_str(&authority.unwrap_or_default()).map_err(|_| "no_such_host")?);
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    headers.insert(header::USER_AGENT, HeaderValue::from_static("Huiyin"));
    headers.extend(call.headers);
    let response = sender.send_request(request).await.map_err(|_| "broken_answer")?;
    let status = response.status().as_u16();
    let body = Limited::new(response.into_body(), ANSWER_BYTES).collect().await.map_err(|_| "broken_answer")?;
    Ok(Answer { status, body: body.to_bytes() })
}

/// An address that can be called.
pub(super) fn address(setting: &'static str, text: &str) -> Result<Uri, PostError> {
    let url: Uri = text.parse().map_err(|_| PostError::new(setting, "it is no address"))?;
    if !matches!(url.scheme_str(), Some("http" | "https")) {
        return Err(PostError::new(setting, "it must begin with http:// or https://"));
    }
    if url.host().is_none_or(str::is_empty) {
        return Err(PostError::new(setting, "it names no host"));
    }
    Ok(url)
}

/// Whether the other side took it.
pub(super) fn taken(answer: &Answer) -> super::Outcome {
    if (200..300).contains(&answer.status) { Ok(()) } else { Err(format!("status_{}", answer.status).into()) }
}
