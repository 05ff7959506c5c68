//! Accounts: who is there, who looks after whom, invitations, devices. The rules are in `domain::people`; what was done is
//! written to the access log in the same transaction.

mod change;
mod create;
mod devices;
mod form;
mod invite;
mod link;
mod list;
mod view;

pub(crate) use create::{make, says_the_same};
pub(crate) use form::MOST;
pub(crate) use invite::invite_all;

use crate::{
    cases::{Asking, Desk},
    error::{Error, Kind},
    storage::{self, Connection, people::AccountRow},
};
use async_trait::async_trait;
use huiyin_app::backend::{
    AccountDeed, AccountView, Created, DeviceView, Invitation, NewAccount, PeopleDesk, PeoplePage, PeopleQuery, Problem,
};
use huiyin_domain::{
    ids::PersonId,
    people::{looks_after, manages},
};

#[async_trait]
impl PeopleDesk for Desk {
    async fn people(&self, query: PeopleQuery) -> Result<PeoplePage, Problem> {
        let answer = async {
            let asking = managing(self).await?;
            list::list(&self.core, &asking, &query).await
        };
        self.told(answer.await)
    }

    async fn account(&self, person: PersonId) -> Result<AccountView, Problem> {
        let answer = async {
            let asking = managing(self).await?;
            view::view(&self.core, &asking, person).await
        };
        self.told(answer.await)
    }

    async fn create_account(&self, form: NewAccount) -> Result<Created, Problem> {
        let answer = async {
            let asking = managing(self).await?;
            create::create(&self.core, &asking, form).await
        };
        self.told(answer.await)
    }

    async fn change_account(&self, deed: AccountDeed) -> Result<Option<Invitation>, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            change::change(&self.core, &asking, deed).await
        };
        self.told(answer.await)
    }

    async fn own_devices(&self) -> Result<Vec<DeviceView>, Problem> {
        let answer = async {
            let asking = self.asking().await?;
            devices::devices(&self.core, asking.person.id).await
        };
        self.told(answer.await)
    }
}

/// Who is asking, if they look after any accounts.
async fn managing(desk: &Desk) -> Result<Asking, Error> {
    let asking = desk.asking().await?;
    if manages(&asking.person) { Ok(asking) } else { Err(Error::new(Kind::NotAllowed)) }
}

/// The account of this person, if the asker looks after it. Whoever does not learns nothing of it.
async fn looked_after(db: &impl Connection, asking: &Asking, person: PersonId) -> Result<AccountRow, Error> {
    let account = storage::people::row(db, person).await?;
    let mine = account.filter(|account| looks_after(&asking.person, &account.card, &asking.county.rulebook));
    mine.ok_or_else(|| Error::new(Kind::NoSuchPerson).field("person"))
}
