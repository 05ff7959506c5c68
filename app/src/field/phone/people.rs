//! Who works on this phone: signing in, out and stepping aside.

use huiyin_domain::sync::{
    message::{SignIn, SignedIn},
    queue::Input,
};
use std::rc::Rc;

use super::{Trouble, engine::Engine};
use crate::field::{
    store::PersonRow,
    transport::{Body, ask},
};

const SESSION: &str = "/api/v1/session";

impl Engine {
    pub(super) async fn sign_in(self: &Rc<Self>, name: String, password: String) -> Result<SignedIn, Trouble> {
        let name = name.trim().to_owned();
        let device = self.outbox.device_of(&name).await?;
        let words = SignIn { name: name.clone(), password, device, label: label() };
        let body = serde_json::to_string(&words).map_err(|error| Trouble::Storage(error.to_string()))?;
        let answer = ask("POST", SESSION, Body::Json(body)).await?;
        if !answer.is_good() {
            return Err(answer.trouble());
        }
        let signed_in: SignedIn = answer.json()?;
        let row = PersonRow { sign_in_name: name, signed_in: signed_in.clone() };
        self.outbox.set_goodbye(false).await?;
        self.outbox.enter(&row).await?;
        self.take_over(row, false).await?;
        self.tell_other_tabs("person");
        self.feed(Input::SignedIn { have: signed_in.have });
        self.send_along();
        Ok(signed_in)
    }

    pub(super) async fn sign_out(self: &Rc<Self>) -> Result<(), Trouble> {
        let me = self.me()?;
        let taken_away = self.outbox.exported(me.device).await?;
        let unsent = self.with(|work| work.unsent().difference(&taken_away).count()).unwrap_or(0);
        if unsent > 0 {
            return Err(Trouble::Unsent(unsent));
        }
        self.replica.forget(me.device).await?;
        self.depart().await
    }

    pub(super) async fn step_aside(self: &Rc<Self>) -> Result<(), Trouble> {
        self.me()?;
        self.depart().await
    }

    /// First nobody works here; then the county hears it, now or when there is network again.
    async fn depart(self: &Rc<Self>) -> Result<(), Trouble> {
        self.outbox.set_goodbye(true).await?;
        self.outbox.leave().await?;
        self.vacate();
        self.tell_other_tabs("person");
        self.say_goodbye().await;
        Ok(())
    }

    /// Ends the session of whoever left while there was no network. A failure is no harm: the next start tries again.
    pub(in crate::field) async fn say_goodbye(&self) {
        if self.me().is_ok() || !self.outbox.goodbye_due().await.unwrap_or(false) {
            return;
        }
        let heard = ask("DELETE", SESSION, Body::None).await.is_ok_and(|answer| answer.is_good() || answer.status == 401);
        // Somebody may have signed in meanwhile; then this is already forgotten.
        if heard && self.me().is_err() {
            drop(self.outbox.set_goodbye(false).await);
        }
    }
}

/// What the device calls itself, for the list of devices.
fn label() -> String {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    agent.chars().take(120).collect()
}
