//! Several phones that send without rest and keep every receipt.

use crate::{
    client::{Asked, ask},
    dice::Dice,
    support::{PASSWORD, PLACE, picture},
};
use huiyin_domain::{
    case::{Ask, Submit},
    command::Command,
    hash::Hash,
    ids::{CommandId, DeviceId},
    moment::Moment,
    photo::{CHUNK_BYTES, Photo, PhotoHash, Purpose},
    place::{Fix, Point},
    report::{Report, Severity, Whereabouts},
    rulebook::CategoryCode,
    sync::message::{Acknowledged, ChunkAnswer, PushAnswer, ReceiptBody, SignedIn},
};
use serde_json::{Value, json};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::{sync::watch, task::JoinHandle};
use uuid::Uuid;

/// All that was ever promised, and all that was refused.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) lines: Vec<Acknowledged>,
    pub(crate) photos: Vec<PhotoHash>,
    pub(crate) chunks: Vec<(PhotoHash, u32)>,
    pub(crate) refusals: Vec<(u16, String)>,
}

pub(crate) struct Load {
    address: watch::Sender<Option<SocketAddr>>,
    counts: watch::Receiver<(u64, u64)>,
    told: Arc<Mutex<Told>>,
    phones: Vec<JoinHandle<()>>,
}

impl Load {
    pub(crate) async fn start(dice: &mut Dice, at: SocketAddr) -> Load {
        let (address, _) = watch::channel(Some(at));
        let (counter, counts) = watch::channel((0, 0));
        let counter = Arc::new(counter);
        let told = Arc::new(Mutex::new(Told::default()));
        // All are signed in before the first one begins to fill the disk.
        let mut signed_in = Vec::new();
        for name in ["patroller", "patroller2", "patroller", "patroller2"] {
            signed_in.push(sign_in(at, name).await);
        }
        let mut phones = Vec::new();
        for (cookie, signed_in) in signed_in {
            let phone = Phone {
                cookie,
                device: signed_in.device,
                next: signed_in.have + 1,
                // The server's clock: a session ends thirty days after its last use.
                at: signed_in.expires_at - time::Duration::days(30),
                dice: Dice::new(dice.next()),
                address: address.subscribe(),
                counter: Arc::clone(&counter),
                told: Arc::clone(&told),
            };
            phones.push(tokio::spawn(phone.work()));
        }
        Load { address, counts, told, phones }
    }

    /// Until so many more commands or photos are acknowledged.
    pub(crate) async fn acknowledged(&self, more: u64) {
        let mut counts = self.counts.clone();
        let from = counts.borrow().0;
        counts.wait_for(|(count, _)| *count >= from + more).await.unwrap();
    }

    /// Until so many requests were refused.
    pub(crate) async fn refused(&self, more: u64) {
        let mut counts = self.counts.clone();
        let from = counts.borrow().1;
        counts.wait_for(|(_, count)| *count >= from + more).await.unwrap();
    }

    /// All go on with the program at this address.
    pub(crate) fn go_on(&self, at: SocketAddr) {
        self.address.send_replace(Some(at));
    }

    pub(crate) async fn end(self) -> Told {
        self.address.send_replace(None);
        for phone in self.phones {
            phone.await.unwrap();
        }
        std::mem::take(&mut *self.told.lock().unwrap())
    }
}

/// Whoever this is, on one more phone.
pub(crate) async fn sign_in(at: SocketAddr, name: &str) -> (String, SignedIn) {
    let body = json!({ "name": name, "password": PASSWORD, "label": "a phone" }).to_string();
    let asked = Asked { method: "POST", path: "/api/v1/session", cookie: "", kind: "application/json", body: body.as_bytes() };
    let told = ask(at, &asked).await.unwrap();
    let cookie = told.head.lines().find_map(|line| line.to_lowercase().starts_with("set-cookie:").then(|| &line[11..])).unwrap();
    (cookie.split(';').next().unwrap().trim().to_owned(), serde_json::from_slice(&told.body).unwrap())
}

struct Phone {
    cookie: String,
    device: DeviceId,
    next: u64,
    at: Moment,
    dice: Dice,
    address: watch::Receiver<Option<SocketAddr>>,
    counter: Arc<watch::Sender<(u64, u64)>>,
    told: Arc<Mutex<Told>>,
}

impl Phone {
    async fn work(mut self) {
        loop {
            let photo = self.dice.percent(40).then(|| picture(u32::try_from(self.dice.below(1 << 30)).unwrap()));
            let commands: Vec<Command> = (0..1 + self.dice.below(5)).map(|n| self.command(n, photo.as_deref())).collect();
            let texts: Vec<String> = commands.iter().map(|command| String::from_utf8(command.to_bytes().unwrap()).unwrap()).collect();
            let body = format!(r#"{{"device":"{}","commands":[{}]}}"#, self.device, texts.join(","));
            let Some(answer) = self.until_taken("POST", "/api/v1/sync/push", body.as_bytes()).await else { return };
            let answer: PushAnswer = serde_json::from_slice(&answer).unwrap();
            let receipt: ReceiptBody = serde_json::from_str(&answer.receipt.body).unwrap();
            assert_eq!(receipt.lines.len(), commands.len(), "each command has its line, however often it was sent");
            self.next += commands.len() as u64;
            self.told.lock().unwrap().lines.extend(receipt.lines);
            self.counter.send_modify(|(count, _)| *count += commands.len() as u64);
            if let Some(bytes) = photo
                && self.send_photo(&bytes).await.is_none()
            {
                return;
            }
        }
    }

    async fn send_photo(&mut self, bytes: &[u8]) -> Option<()> {
        let hash = Hash::of(bytes);
        for (n, chunk) in (0..).zip(bytes.chunks(CHUNK_BYTES as usize)) {
            let answer = self.until_taken("PUT", &format!("/api/v1/photos/{hash}/{n}"), chunk).await?;
            let answer: ChunkAnswer = serde_json::from_slice(&answer).unwrap();
            let mut told = self.told.lock().unwrap();
            told.chunks.push((hash, n));
            if answer.complete {
                told.photos.push(hash);
            }
            drop(told);
            self.counter.send_modify(|(count, _)| *count += 1);
        }
        Some(())
    }

    /// The same again and again, as phones do, until it is taken. None when all is over.
    async fn until_taken(&mut self, method: &str, path: &str, body: &[u8]) -> Option<Vec<u8>> {
        let kind = if method == "PUT" { "application/octet-stream" } else { "application/json" };
        loop {
            let address = (*self.address.borrow_and_update())?;
            let asked = Asked { method, path, cookie: &self.cookie, kind, body };
            match ask(address, &asked).await {
                // An answer that was cut short is none.
                Ok(told) if told.status == 200 && serde_json::from_slice::<Value>(&told.body).is_ok() => return Some(told.body),
                Ok(told) if told.status >= 400 => {
                    let problem: Value = serde_json::from_slice(&told.body).unwrap_or_default();
                    let code = problem["code"].as_str().unwrap_or_default().to_owned();
                    self.told.lock().unwrap().refusals.push((told.status, code));
                    self.counter.send_modify(|(_, count)| *count += 1);
                }
                Ok(_) | Err(_) => {
                    self.address.wait_for(|now| *now != Some(address)).await.ok()?;
                }
            }
        }
    }

    fn command(&mut self, n: u64, photo: Option<&[u8]>) -> Command {
        let id = CommandId(Uuid::now_v7());
        let point = Point { lat_deg: PLACE.0, lon_deg: PLACE.1 };
        let photos = photo.filter(|_| n == 0).map(|bytes| Photo {
            hash: Hash::of(bytes),
            bytes: bytes.len() as u64,
            width_px: 640,
            height_px: 480,
            purpose: Purpose::Before,
            taken_at: self.at,
            fix: None,
        });
        let report = Report {
            category: CategoryCode("C18".to_owned()),
            place: Whereabouts::Measured(Fix { point, accuracy_m: 8.0, at: self.at }),
            division: None,
            site: None,
            words: format!("夜里施工很吵，第 {} 次", self.next + n),
            severity: Severity::Ordinary,
            patrol: None,
        };
        Command {
            id,
            salt: format!("{:032x}", self.dice.next()),
            device: self.device,
            number: self.next + n,
            schema: 1,
            rulebook: 1,
            base: 0,
            made_at: self.at,
            zone_min: 480,
            clock_offset_ms: Some(0),
            case: id.into(),
            ask: Ask::Submit(Submit {
                report,
                photos: photos.into_iter().collect(),
                solved: None,
                on_behalf: None,
                origin: None,
                about_unit: None,
            }),
        }
    }
}
