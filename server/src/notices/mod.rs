//! Notices beside the ledger: one's own list and contact, the log, and sending by message, mail and to programs. What is
//! told to whom is a rule (`huiyin_domain::notice`), and the notice itself is written by the ledger with its entry.

mod channels;
mod contact;
mod deliver;
mod forget;
mod list;
mod log;
mod plan;
mod post;
mod settings;

pub use deliver::{deliver, run};
pub use forget::forget;
pub use plan::plan;
pub use post::{Post, PostError};
pub use settings::{NoticeSettings, WebhookFormat};

use crate::cases::{Asking, Desk};
use async_trait::async_trait;
use huiyin_app::backend::{
    Contact, ContactPage, DeliveriesPage, DeliveriesQuery, MarkRead, NoticesDesk, NoticesPage, NoticesQuery, Problem, Redeliver, Unread,
};

#[async_trait]
impl NoticesDesk for Desk {
    async fn notices(&self, query: NoticesQuery) -> Result<NoticesPage, Problem> {
        let answer = async { list::page(&self.core, self.asking().await?.person.id, &query).await };
        self.told(answer.await)
    }

    async fn unread(&self) -> Result<Unread, Problem> {
        let answer = async { list::unread(&self.core, self.asking().await?.person.id).await };
        self.told(answer.await)
    }

    async fn mark_notices(&self, mark: MarkRead) -> Result<Unread, Problem> {
        let answer = async { list::mark_read(&self.core, self.asking().await?.person.id, mark).await };
        self.told(answer.await)
    }

    async fn contact(&self) -> Result<ContactPage, Problem> {
        let answer = async { contact::contact(&self.core, self.asking().await?.person.id).await };
        self.told(answer.await)
    }

    async fn set_contact(&self, contact: Contact) -> Result<ContactPage, Problem> {
        let answer = async { contact::set_contact(&self.core, self.asking().await?.person.id, &contact, self.language).await };
        self.told(answer.await)
    }

    async fn deliveries(&self, query: DeliveriesQuery) -> Result<DeliveriesPage, Problem> {
        let answer = async {
            let Asking { county, person } = self.asking().await?;
            log::page(&self.core, &county, &person, &query).await
        };
        self.told(answer.await)
    }

    async fn redeliver(&self, which: Redeliver) -> Result<(), Problem> {
        let answer = async { log::again(&self.core, &self.asking().await?.person, &which).await };
        self.told(answer.await)
    }
}
