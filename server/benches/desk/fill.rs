//! Many cases: rows as the ledger leaves them, with the JSON of a real one, without the way there.

use crate::support::House;
use sea_orm::ConnectionTrait;

/// One open case in twenty, all townships and units, forty handlers, eighteen months, due dates on both sides of now, scattered
/// over the county so that few came up before at the same place. One in two thousand is about sand.
const CASES: &str = "
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < MANY), real AS (SELECT body FROM case_file LIMIT 1),
drawn AS (SELECT i, i % 20 = 0 AS open, NOW - (i * 37 % 540) * 86400000 AS opened FROM n)
INSERT INTO case_file (id, number, state, open, paused, category, division, township, lat_deg, lon_deg, lead_unit, handler, rechecker,
    severity, supervision_level, reports, words, publication, opened_at, due_at, soon_at, closed_at, seq, body,
    promised_at, first_promised_at, finding, disposed, passed_first, extended, suspended)
SELECT CAST(printf('%016d', i) AS BLOB), printf('CX25-%06d', i),
    CASE WHEN open THEN (CASE i % 3 WHEN 0 THEN 'accepted' WHEN 1 THEN 'in_progress' ELSE 'awaiting_recheck' END) ELSE 'closed' END,
    open, i % 400 = 0, printf('C%02d', 1 + i % 18), printf('35992110%d', i % 6), printf('35992110%d', i % 6),
    25.90 + (i * 7919 % 45007) * 0.00001, 117.70 + (i * 104729 % 50021) * 0.00001,
    CASE i % 3 WHEN 0 THEN 'ecology' WHEN 1 THEN 'housing' ELSE printf('t-35992110%d', i % 6) END,
    CAST(printf('%016d', i % 40) AS BLOB), NULL, 0, 0, 1,
    CASE WHEN i % 2000 = 0 THEN '河滩上有人夜里采砂，声音很大' ELSE '河边有人倒垃圾，味道很大，已经好几天没有人来清' END,
    CASE WHEN open THEN 'undecided' WHEN i % 1000 = 1 THEN 'redacting' ELSE 'published' END, opened,
    CASE WHEN open THEN NOW + (i % 977 - 300) * 1000000 END, CASE WHEN open THEN NOW + (i % 977 - 500) * 1000000 END,
    CASE WHEN NOT open THEN opened + (i % 30) * 86400000 END, 1, real.body,
    opened + 15 * 86400000, opened + 15 * 86400000, CASE WHEN NOT open THEN 'substantiated' END, NOT open, CASE WHEN i % 3 = 0 THEN 1 END, 0, 0
FROM drawn, real";

const FOUND_BY: &str = "INSERT INTO case_search (case_id, site, words)
SELECT id, NULL, lower(number || ' ' || words) FROM case_file WHERE number LIKE 'CX25-%'";

const REPORTS: &str = "INSERT INTO report (id, case_id, reporter_kind, reporter, received_at, made_at, due_at, answered_at)
SELECT id, id, 'anonymous', NULL, opened_at, opened_at, promised_at, closed_at FROM case_file WHERE number LIKE 'CX25-%'";

/// Adds so many cases to the one that is there.
pub(crate) async fn fill(house: &House, many: u32) {
    let now = house.core.now().unix_ms().to_string();
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared(&CASES.replace("MANY", &many.to_string()).replace("NOW", &now)).await.unwrap();
    db.execute_unprepared(FOUND_BY).await.unwrap();
    db.execute_unprepared(REPORTS).await.unwrap();
    db.commit().await.unwrap();
}
