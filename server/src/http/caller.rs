//! Who is asking, as an extractor: a handler that takes a [`Caller`] is never run for a stranger.

use super::cookie;
use crate::{
    auth::{self, Session},
    core::Core,
    error::{Error, Kind},
};
use axum::{
    extract::{ConnectInfo, FromRef, FromRequestParts},
    http::request::Parts,
};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

/// Somebody who is signed in.
pub struct Caller(pub Session);

impl<S> FromRequestParts<S> for Caller
where
    S: Send + Sync,
    Arc<Core>: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Visitor(session) = Visitor::from_request_parts(parts, state).await?;
        session.map(Caller).ok_or_else(|| Error::new(Kind::NotSignedIn))
    }
}

/// Somebody who may be signed in.
pub struct Visitor(pub Option<Session>);

impl<S> FromRequestParts<S> for Visitor
where
    S: Send + Sync,
    Arc<Core>: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let core = Arc::<Core>::from_ref(state);
        match cookie::token(&parts.headers, &core.settings) {
            Some(token) => Ok(Visitor(auth::find(&core, &token).await?)),
            None => Ok(Visitor(None)),
        }
    }
}

/// Where the request came from, to slow down guessing. What a proxy on this machine says is believed.
pub struct Address(pub String);

impl<S: Sync> FromRequestParts<S> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
        let last = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|text| text.trim().parse::<IpAddr>().ok());
        let address = match (peer, last) {
            (Some(peer), Some(client)) if peer.is_loopback() => Some(client),
            (peer, _) => peer,
        };
        Ok(Address(address.map(|address| address.to_string()).unwrap_or_default()))
    }
}
