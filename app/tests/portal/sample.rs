//! A county with invented cases, for the pages to show.

use huiyin_app::{
    portal::views::{Around, CasePage, Filter, Home, HomeFigures, ReceiptFound},
    shell::Assets,
};
use huiyin_domain::{
    case::{Clock, Due, Length, Skipped, State},
    hash::Hash,
    moment::Moment,
    place::Point,
    publication::{PublicPhoto, PublicPlace, PublicRecord, PublicStep, PublicStepKind},
    rulebook::{CategoryCode, Rulebook, seed},
};
use std::sync::Arc;
use time::{Duration, macros::datetime};

pub(crate) fn assets() -> Assets {
    Assets {
        css: "/assets/huiyin.css".to_owned(),
        icons: "/assets/icons.svg".to_owned(),
        logo: "/assets/logo.svg".to_owned(),
        boot: "/assets/boot.js".to_owned(),
        js: "/assets/huiyin.js".to_owned(),
        wasm: "/assets/huiyin_bg.wasm".to_owned(),
    }
}

pub(crate) fn around() -> Around {
    Around {
        county: "澄溪县".to_owned(),
        county_en: "Chengxi County".to_owned(),
        demo: true,
        lines: vec!["闽ICP备00000000号".to_owned()],
        contact: Some("0599-0000000".to_owned()),
        map_approval: Some("审图号：示例（2026）000号".to_owned()),
    }
}

pub(crate) fn rulebook() -> Arc<Rulebook> {
    let map = include_str!("../../../server/seed/county.geojson");
    let calendar = include_str!("../../../server/seed/calendar.csv");
    Arc::new(seed::rulebook(map, calendar).unwrap())
}

fn at(days: i64, minutes: i64) -> Moment {
    Moment::new(datetime!(2026-11-12 14:20 +8)) + Duration::days(days) + Duration::minutes(minutes)
}

pub(crate) fn steps(until: usize) -> Vec<PublicStep> {
    [
        (PublicStepKind::Reported, at(0, 0)),
        (PublicStepKind::Accepted, at(0, 35)),
        (PublicStepKind::Assigned, at(0, 70)),
        (PublicStepKind::Verified, at(1, 20)),
        (PublicStepKind::Rectified, at(6, 200)),
        (PublicStepKind::Rechecked, at(8, -255)),
        (PublicStepKind::Replied, at(9, 120)),
        (PublicStepKind::Closed, at(9, 121)),
    ]
    .into_iter()
    .take(until)
    .map(|(what, at)| PublicStep { what, at })
    .collect()
}

pub(crate) fn record(number: &str, category: &str, division: &str, title: &str, reply: &str) -> PublicRecord {
    let photo = |name: &str, after, caption: &str| PublicPhoto {
        original: Hash::of(name.as_bytes()),
        after,
        caption: caption.to_owned(),
        blur: Vec::new(),
    };
    PublicRecord {
        number: number.to_owned(),
        title: title.to_owned(),
        category: CategoryCode(category.to_owned()),
        division: division.parse().unwrap(),
        place: Some(PublicPlace::Exact { point: Point { lat_deg: 26.064, lon_deg: 117.905 } }),
        found: "曝气风机损坏，处理站从 11月10日起停运，部分生活污水没有处理就排入澄溪支流。".to_owned(),
        done: "11月18日更换风机，恢复运行；\n停运期间用罐车转运污水 320 吨；\n扣减运维单位当月费用。".to_owned(),
        reply: reply.to_owned(),
        photos: vec![
            photo("before", false, "曝气池停运，池水发黑"),
            photo("after", true, "曝气池恢复运行，池水正常"),
            photo("detail", true, "换上的新风机"),
        ],
        timeline: steps(8),
        closed_at: at(9, 121),
        due_at: Some(Moment::end_of(at(12, 0).day())),
        unit: "白石镇人民政府".to_owned(),
    }
}

pub(crate) fn works() -> PublicRecord {
    let reply = "风机故障已更换，11月18日恢复运行。第三方运维单位已被扣减当月费用，今后停运超过 4 小时须上报县里。感谢您及时发现。";
    record("CX26-0355", "C07", "359921100", "白石镇污水处理站停运", reply)
}

pub(crate) fn home() -> Home {
    let mut late = record("CX26-0341", "C13", "359921203", "竹源村露天烧秸秆", "火已扑灭，对当事人批评教育。");
    late.photos.clear();
    late.due_at = Some(at(7, 0));
    let long = "燃煤锅炉已拆除，换成电锅炉，烟囱也拆了，今后由街道每月到现场看一次，看到复燃就立案，请您放心";
    Home {
        rulebook: rulebook(),
        figures: HomeFigures { received: 412, due: 412, answered_in_time: 389, median_days: Some(6), open: 23, overdue: 3 },
        townships: vec![
            ("359921001".parse().unwrap(), 91),
            ("359921100".parse().unwrap(), 64),
            ("359921101".parse().unwrap(), 63),
            ("359921102".parse().unwrap(), 51),
            ("359921103".parse().unwrap(), 8),
            ("359921203".parse().unwrap(), 0),
        ],
        cases: vec![
            works(),
            record("CX26-0349", "C02", "359921001", "东门洗衣房燃煤小锅炉", long),
            record("CX26-0344", "C06", "359921101", "下洋桥河边垃圾堆", "清运 14 吨，装了摄像头，种了树。"),
            late,
        ],
        filter: Filter::default(),
        total: 389,
        page: 2,
        pages: 20,
    }
}

pub(crate) fn empty_home() -> Home {
    Home {
        figures: HomeFigures { received: 0, due: 0, answered_in_time: 0, median_days: None, open: 0, overdue: 0 },
        townships: Vec::new(),
        cases: Vec::new(),
        filter: Filter { category: Some(CategoryCode("C08".to_owned())), division: None },
        total: 0,
        page: 1,
        pages: 1,
        ..home()
    }
}

pub(crate) fn case_page(record: PublicRecord) -> CasePage {
    CasePage {
        rulebook: rulebook(),
        record,
        seq: 1307,
        command_hash: Hash::of(b"the command's bytes"),
        entry_hash: Hash::of(b"the entry"),
        published_at: at(10, 0),
    }
}

pub(crate) fn late_and_private() -> PublicRecord {
    let mut record = record("CX26-0341", "C04", "359921102", "禁养区猪舍污水直排", "排污口已封堵，猪舍已拆除。");
    record.place = None;
    record.due_at = Some(at(7, 0));
    record.photos.truncate(1);
    record
}

pub(crate) fn found(state: State, until: usize, reply: Option<&str>, due_in_days: i64) -> ReceiptFound {
    let now = at(8, 0);
    ReceiptFound {
        number: "CX26-0379".to_owned(),
        category: CategoryCode("C04".to_owned()),
        rulebook: rulebook(),
        state,
        received_at: at(0, 0),
        steps: steps(until),
        now,
        due_at: Some(Moment::end_of((now + Duration::days(due_in_days)).day())),
        reply: reply.map(str::to_owned),
        unit: Some("白石镇人民政府".to_owned()),
        replied_at: reply.map(|_| at(7, 0)),
        published: reply.is_some(),
        due: state.is_open().then(|| Due {
            clock: Clock::Handling,
            start: at(0, 0),
            length: Length::WorkingDays(5),
            at: Moment::end_of((now + Duration::days(due_in_days)).day()),
            skipped: vec![Skipped { name: "weekend".to_owned(), days: 2 }],
            make_up_days: 0,
            moved_to_workday: false,
            paused_s: 86_400,
            extended_days: 0,
            moves: Vec::new(),
            rulebook: 1,
        }),
        resting: false,
        question: None,
        rated: None,
        reopen_until: (state == State::Closed).then(|| at(7, 0) + Duration::days(30)),
    }
}
