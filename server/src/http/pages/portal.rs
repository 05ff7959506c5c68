//! The public door: complete HTML, no script, both languages by address.

use super::portal_answer::html;
use crate::{
    core::{Core, County},
    error::{Error, Kind},
    http::{
        asked::Asked,
        assets::{Site, not_built},
        caller::Address,
    },
    portal::{self, Found},
    receipts,
};
use axum::{
    Extension, Router,
    body::Body,
    extract::{
        DefaultBodyLimit, Form, Path, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use huiyin_app::{
    locales::Language,
    portal::{
        Setting,
        views::{Heard, ReceiptAnswer, ReceiptPage, Saying},
        {case, failed, home, missing, receipt},
    },
};
use serde::Deserialize;
use std::sync::Arc;

/// Pages may change at any moment, and what was withdrawn must be gone at once.
const FRESH: &str = "no-cache";
/// What somebody read by their receipt stays nowhere.
const NOWHERE: &str = "no-store";

/// All addresses, each in both languages.
pub(super) fn router() -> Router<Arc<Core>> {
    Language::ALL.into_iter().fold(Router::new().route("/en", get(|| async { Redirect::permanent("/en/") })), |router, language| {
        router.merge(in_language(language))
    })
}

fn in_language(language: Language) -> Router<Arc<Core>> {
    let prefix = language.prefix();
    Router::new()
        .route(
            &format!("{prefix}/"),
            get(move |door: Door, query: Result<Query<portal::Asked>, QueryRejection>| show_home(door, query, language)),
        )
        .route(&format!("{prefix}/cases/{{number}}"), get(move |door: Door, path: Path<String>| show_case(door, path, language)))
        .route(
            &format!("{prefix}/cases/{{number}}/photos/{{file}}"),
            get(move |door: Door, path: Path<(String, String)>, headers: HeaderMap| show_photo(door, path, headers, language)),
        )
        .route(
            &format!("{prefix}/receipt"),
            get(move |door: Door| show_receipt(door, language))
                .post(move |door: Door, address: Address, form: Result<Form<Typed>, FormRejection>| look_up(door, address, form, language)),
        )
        // A thousand characters of Chinese, as a form writes them.
        .layer(DefaultBodyLimit::max(16 * 1024))
}

/// What every handler needs.
#[derive(axum::extract::FromRequestParts)]
#[from_request(state(Arc<Core>))]
struct Door {
    #[from_request(via(State))]
    core: Arc<Core>,
    #[from_request(via(Extension))]
    site: Arc<Site>,
    asked: Asked,
    address: Uri,
}

impl Door {
    /// Runs a handler's work with county and setting, and turns what goes wrong into pages.
    async fn open<F>(&self, language: Language, work: impl FnOnce(Arc<County>) -> F) -> Response
    where
        F: Future<Output = Result<Shown, Error>>,
    {
        let Some(assets) = self.site.assets() else { return not_built() };
        let county = match self.core.county().await {
            Ok(county) => county,
            Err(error) => return error.into_response(),
        };
        let shown = work(Arc::clone(&county)).await;
        let around = portal::around(&county);
        let setting = Setting { language, assets, around: &around };
        let path = self.address.path();
        let path = path.strip_prefix("/en").unwrap_or(path);
        match shown {
            Ok(Shown::Page(status, cache, write)) => html(status, write(setting), cache),
            Ok(Shown::Raw(response)) => response,
            Ok(Shown::Nothing(status)) => html(status, missing(path, setting), FRESH),
            Err(error) if matches!(error.kind(), Kind::BadAddress | Kind::NotFound) => {
                html(StatusCode::NOT_FOUND, missing(path, setting), FRESH)
            }
            Err(error) => {
                error.log(&self.asked.request_id);
                let status = StatusCode::from_u16(error.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                html(status, failed(path, &self.asked.request_id, setting), NOWHERE)
            }
        }
    }
}

type Write = Box<dyn FnOnce(Setting<'_>) -> String + Send>;

/// What a handler has to show.
enum Shown {
    Page(StatusCode, &'static str, Write),
    Raw(Response),
    Nothing(StatusCode),
}

async fn show_home(door: Door, query: Result<Query<portal::Asked>, QueryRejection>, language: Language) -> Response {
    door.open(language, async |county| {
        let Query(asked) = query.map_err(|_| Error::new(Kind::BadAddress))?;
        let shown = portal::home(&door.core, &county, &asked).await?;
        Ok(Shown::Page(StatusCode::OK, FRESH, Box::new(move |setting| home(&shown, setting))))
    })
    .await
}

async fn show_case(door: Door, Path(number): Path<String>, language: Language) -> Response {
    door.open(language, async |county| {
        Ok(match portal::case(&door.core, &county, &number).await? {
            Found::Here(shown) => Shown::Page(StatusCode::OK, FRESH, Box::new(move |setting| case(&shown, setting))),
            Found::Gone => Shown::Nothing(StatusCode::GONE),
            Found::Missing => Shown::Nothing(StatusCode::NOT_FOUND),
        })
    })
    .await
}

async fn show_photo(door: Door, Path((number, file)): Path<(String, String)>, headers: HeaderMap, language: Language) -> Response {
    door.open(language, async |_| {
        let n = file.strip_suffix(".jpg").filter(|n| n.len() <= 3).and_then(|n| n.parse::<usize>().ok());
        let Some(n) = n else { return Ok(Shown::Nothing(StatusCode::NOT_FOUND)) };
        Ok(match portal::photo(&door.core, &number, n).await? {
            Found::Here(photo) => Shown::Raw(jpeg(photo, &headers)),
            Found::Gone => Shown::Nothing(StatusCode::GONE),
            Found::Missing => Shown::Nothing(StatusCode::NOT_FOUND),
        })
    })
    .await
}

/// Kept by the browser, but asked for anew each time: once withdrawn it is gone.
fn jpeg(photo: portal::Photo, asked: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", photo.tag);
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { Response::new(Body::from(photo.bytes)) };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(FRESH));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// The receipt form. Its key travels in a body only, never in an address.
#[derive(Deserialize, Default)]
struct Typed {
    #[serde(default)]
    number: String,
    #[serde(default)]
    say: Option<String>,
    #[serde(default)]
    words: String,
    #[serde(default)]
    solved: Option<String>,
}

impl Typed {
    /// What its holder wants to say, if it is more than looking it up.
    fn says(&self) -> Option<receipts::Asked> {
        let saying =
            [Saying::Rate, Saying::Reopen, Saying::Answer].into_iter().find(|saying| self.say.as_deref() == Some(saying.name()))?;
        let words = self.words.replace("\r\n", "\n");
        Some(receipts::Asked { saying, solved: self.solved.as_deref() == Some("yes"), words })
    }
}

async fn show_receipt(door: Door, language: Language) -> Response {
    door.open(language, async |_| {
        let shown = ReceiptPage { typed: String::new(), answer: None, said: None };
        Ok(Shown::Page(StatusCode::OK, FRESH, Box::new(move |setting| receipt(&shown, setting))))
    })
    .await
}

async fn look_up(door: Door, Address(address): Address, form: Result<Form<Typed>, FormRejection>, language: Language) -> Response {
    door.open(language, async |county| {
        let form = form.map(|Form(typed)| typed).unwrap_or_default();
        let typed: String = form.number.trim().chars().take(60).collect();
        let (answer, said) = match form.says() {
            Some(asked) => receipts::say(&door.core, &county, &typed, &address, &asked).await?,
            None => (receipts::look_up(&door.core, &county, &typed, &address).await?, None),
        };
        let wrong = said.as_ref().filter(|said| said.heard != Heard::Done).map(|said| said.heard);
        let status = match &answer {
            ReceiptAnswer::NotANumber(_) => StatusCode::UNPROCESSABLE_ENTITY,
            ReceiptAnswer::NotFound => StatusCode::NOT_FOUND,
            ReceiptAnswer::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            ReceiptAnswer::Found(_) => match wrong {
                None => StatusCode::OK,
                Some(Heard::TooMany) => StatusCode::TOO_MANY_REQUESTS,
                Some(Heard::NotNow) => StatusCode::CONFLICT,
                Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            },
        };
        let shown = ReceiptPage { typed, answer: Some(answer), said };
        Ok(Shown::Page(status, NOWHERE, Box::new(move |setting| receipt(&shown, setting))))
    })
    .await
}

/// The answer to every address that is none: words for people, a problem for programs.
pub(in crate::http) async fn nothing_here(
    State(core): State<Arc<Core>>,
    Extension(site): Extension<Arc<Site>>,
    asked: Asked,
    address: Uri,
) -> Response {
    let path = address.path();
    if path.starts_with("/api/") {
        return Error::new(Kind::NotFound).into_response();
    }
    let language = if path == "/en" || path.starts_with("/en/") { Language::En } else { asked.language };
    let door = Door { core, site, asked, address };
    door.open(language, async |_| Ok(Shown::Nothing(StatusCode::NOT_FOUND))).await
}
