//! Reads of the ledger by number begin at their place, however long the ledger is.

use crate::support::House;
use huiyin_server::storage::ledger;

#[tokio::test]
async fn a_read_by_number_never_walks_over_the_ledger() {
    let house = House::new().await;
    let steps = ledger::plans(house.core.db.read()).await.unwrap();
    let by_place = |step: &&String| step.starts_with("SEARCH ledger_entry") || step.starts_with("SEARCH entry_event");
    assert_eq!(steps.iter().filter(by_place).count(), 4, "{steps:#?}");
    for step in &steps {
        // The head has one row.
        assert!(!step.starts_with("SCAN") || step.starts_with("SCAN ledger_head"), "{steps:#?}");
        assert!(!step.contains("TEMP B-TREE"), "{steps:#?}");
    }
}
