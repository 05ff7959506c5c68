//! The other side of a call: a gateway or program on a port of this machine, which answers as a test says.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
};
use futures::future::BoxFuture;
use std::sync::{Arc, Mutex};

/// What arrived.
#[derive(Clone, Debug)]
pub(crate) struct Got {
    /// The how-manieth it was, from 1.
    pub nth: usize,
    pub uri: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Got {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

/// What arrived so far, and how it is answered.
type Answers = (Arc<Mutex<Vec<Got>>>, Arc<Answering>);
type Answering = dyn Fn(Got) -> BoxFuture<'static, (StatusCode, String)> + Send + Sync;

#[derive(Clone)]
pub(crate) struct Receiver {
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
}

impl Receiver {
    /// Answers each call by this status, by its number.
    pub(crate) async fn with_status(status: impl Fn(usize) -> u16 + Send + Sync + 'static) -> Receiver {
        Receiver::new(move |got| {
            let status = StatusCode::from_u16(status(got.nth)).unwrap();
            Box::pin(async move { (status, r#"{"code":0,"errcode":0}"#.to_owned()) })
        })
        .await
    }

    pub(crate) async fn new(answer: impl Fn(Got) -> BoxFuture<'static, (StatusCode, String)> + Send + Sync + 'static) -> Receiver {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/take", listener.local_addr().unwrap());
        let got: Arc<Mutex<Vec<Got>>> = Arc::default();
        let answer: Arc<Answering> = Arc::new(answer);
        let app = Router::new().fallback(take).with_state((Arc::clone(&got), answer));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Receiver { url, got }
    }

    pub(crate) fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }
}

async fn take(State((known, answer)): State<Answers>, uri: Uri, headers: HeaderMap, body: Bytes) -> (StatusCode, String) {
    let got = {
        let mut known = known.lock().unwrap();
        let got = Got { nth: known.len() + 1, uri: uri.to_string(), headers, body: String::from_utf8(body.to_vec()).unwrap() };
        known.push(got.clone());
        got
    };
    answer(got).await
}
