//! What the page of one case asks besides the case itself.

use super::Desk;
use async_trait::async_trait;
use huiyin_app::{
    backend::{CaseMap, CasePage, Paper, Problem, Unmask, Unmasked},
    locales::Language,
};
use huiyin_domain::document::DocumentKind;

#[async_trait]
impl CasePage for Desk {
    async fn unmask(&self, number: String, asked: Unmask) -> Result<Unmasked, Problem> {
        self.told(self.reporters(&number, &asked).await)
    }

    async fn map(&self, number: String) -> Result<CaseMap, Problem> {
        self.told(self.map_of(&number).await)
    }

    async fn paper(&self, number: String, kind: DocumentKind, language: Language) -> Result<Paper, Problem> {
        self.told(self.written(&number, kind, language).await)
    }
}
