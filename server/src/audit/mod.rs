//! What an auditor reads: the access log and the ledger without its content. Nobody else does, and an auditor reads nothing
//! else.

mod ledger;
mod log;

use crate::{
    cases::{Asking, Desk},
    error::{Error, Kind},
};
use async_trait::async_trait;
use huiyin_app::backend::{AuditDesk, LedgerPage, LedgerQuery, LogPage, LogQuery, Problem};
use huiyin_domain::people::audits;

#[async_trait]
impl AuditDesk for Desk {
    async fn log(&self, query: LogQuery) -> Result<LogPage, Problem> {
        let answer = async {
            let asking = auditing(self).await?;
            log::log(&self.core, &asking, &query).await
        };
        self.told(answer.await)
    }

    async fn ledger(&self, query: LedgerQuery) -> Result<LedgerPage, Problem> {
        let answer = async {
            let asking = auditing(self).await?;
            ledger::ledger(&self.core, &asking, query).await
        };
        self.told(answer.await)
    }
}

/// Who is asking, if they are an auditor.
async fn auditing(desk: &Desk) -> Result<Asking, Error> {
    let asking = desk.asking().await?;
    if audits(&asking.person) { Ok(asking) } else { Err(Error::new(Kind::NotAllowed)) }
}
