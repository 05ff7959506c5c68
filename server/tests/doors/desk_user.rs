//! Somebody at the desk, through the JSON twin of its pages.

use crate::support::{Answer, House, PASSWORD, Phone};
use axum::{
    body::Body,
    http::{Request, header},
};
use huiyin_app::backend::{CaseView, Deed, Inbox, Outcome};
use huiyin_domain::{
    case::Ask,
    ids::{CaseId, CommandId},
};
use uuid::Uuid;

pub(crate) struct DeskUser {
    pub cookie: String,
}

impl DeskUser {
    /// Signs in by the plain form.
    pub(crate) async fn signed_in(house: &House, name: &str) -> DeskUser {
        let answer = form(house, "/desk/sign-in", &format!("name={name}&password={}", PASSWORD.replace(' ', "+")), None).await;
        assert_eq!(answer.status.as_u16(), 303, "{}", String::from_utf8_lossy(&answer.body));
        DeskUser { cookie: answer.header("set-cookie").split(';').next().unwrap().to_owned() }
    }

    pub(crate) async fn get(&self, house: &House, path: &str) -> Answer {
        house.get(path, Some(&self.cookie)).await
    }

    pub(crate) async fn post(&self, house: &House, path: &str, body: impl std::fmt::Display) -> Answer {
        house.post(path, Some(&self.cookie), body.to_string()).await
    }

    pub(crate) async fn inbox(&self, house: &House, query: &str) -> Inbox {
        self.get(house, &format!("/api/v1/cases{query}")).await.json()
    }

    pub(crate) async fn view(&self, house: &House, number: &str) -> CaseView {
        self.get(house, &format!("/api/v1/cases/{number}")).await.json()
    }

    /// Asks something of a case as it stands now.
    pub(crate) async fn act(&self, house: &House, number: &str, ask: Ask) -> Outcome {
        let case = self.view(house, number).await.case;
        self.send(house, number, &self.deed(case.id, case.seq, ask)).await.json()
    }

    pub(crate) fn deed(&self, case: CaseId, base: u64, ask: Ask) -> Deed {
        Deed { command: CommandId(Uuid::now_v7()), case, base, ask }
    }

    pub(crate) async fn send(&self, house: &House, number: &str, deed: &Deed) -> Answer {
        house.post(&format!("/api/v1/cases/{number}/commands"), Some(&self.cookie), serde_json::to_string(deed).unwrap()).await
    }

    /// Asks and expects it to be done.
    #[track_caller]
    pub(crate) fn does<'a>(&'a self, house: &'a House, number: &'a str, ask: Ask) -> impl Future<Output = ()> + 'a {
        let place = std::panic::Location::caller();
        async move {
            let outcome = self.act(house, number, ask).await;
            assert!(matches!(outcome, Outcome::Applied { .. }), "{place}: {outcome:?}");
        }
    }
}

/// Sends a plain form.
pub(crate) async fn form(house: &House, path: &str, body: &str, cookie: Option<&str>) -> Answer {
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    house.send(request.body(Body::from(body.to_owned())).unwrap()).await
}

/// A report that is in the ledger: its case number, the whole receipt number and the case.
pub(crate) async fn reported(
    house: &House,
    phone: &mut Phone,
    category: &str,
    words: &str,
    pictures: &[Vec<u8>],
) -> (String, String, CaseId) {
    let photos = pictures.iter().map(|bytes| phone.photo(bytes)).collect();
    let ask = phone.submit(category, words, photos);
    let command = phone.command(None, 0, ask);
    let (answer, _) = phone.pushed(house, &[&command]).await;
    for bytes in pictures {
        assert!(phone.send_photo(house, bytes).await.status.is_success());
    }
    let receipt = answer.numbers[0].number.clone();
    (receipt[..receipt.len() - 10].to_owned(), receipt, command.case)
}
