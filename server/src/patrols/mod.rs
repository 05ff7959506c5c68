//! Patrols at the desk: lists, one patrol, plans and changes. Who may see and do what is checked here, for every call, by
//! the rules of `domain::patrol`.

mod act;
mod choices;
mod list;
mod view;

use crate::cases::Desk;
use async_trait::async_trait;
use huiyin_app::backend::{Outcome, PatrolChoices, PatrolDeed, PatrolDesk, PatrolView, PatrolsPage, PatrolsQuery, Problem};
use huiyin_domain::ids::PatrolId;

#[async_trait]
impl PatrolDesk for Desk {
    async fn patrols(&self, query: PatrolsQuery) -> Result<PatrolsPage, Problem> {
        let answer = async { list::list(&self.core, &self.asking().await?, &query).await };
        self.told(answer.await)
    }

    async fn patrol(&self, id: PatrolId) -> Result<PatrolView, Problem> {
        let answer = async { view::view(&self.core, &self.asking().await?, id).await };
        self.told(answer.await)
    }

    async fn patrol_choices(&self) -> Result<PatrolChoices, Problem> {
        let answer = async { choices::choices(&self.core, &self.asking().await?).await };
        self.told(answer.await)
    }

    async fn act_on_patrol(&self, deed: PatrolDeed) -> Result<Outcome, Problem> {
        let answer = async { act::act(&self.core, &self.asking().await?, deed).await };
        self.told(answer.await)
    }
}
