//! A phone that is signed in: it numbers its commands and keeps their exact bytes.

use super::{Answer, House, PASSWORD, PLACE};
use axum::{
    body::Body,
    http::{Request, header},
};
use huiyin_domain::{
    case::{Ask, Submit},
    command::Command,
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId},
    moment::Moment,
    people::PersonCard,
    photo::{CHUNK_BYTES, Photo, Purpose},
    place::{Fix, Point},
    report::{Report, Severity, Whereabouts},
    rulebook::CategoryCode,
    sync::message::{Acknowledged, PushAnswer, ReceiptBody, SignedIn},
};
use image::{Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use serde_json::{Value, json};
use uuid::Uuid;

pub struct Phone {
    pub cookie: String,
    pub person: PersonCard,
    pub device: DeviceId,
    pub next: u64,
    pub now: Moment,
}

impl Phone {
    pub async fn signed_in(house: &House, name: &str) -> Phone {
        Phone::signing_in(house, name, None).await
    }

    /// The same queue, signed in anew.
    pub async fn again(&self, house: &House) -> Phone {
        Phone::signing_in(house, &self.person.name, Some(self.device)).await
    }

    async fn signing_in(house: &House, name: &str, device: Option<DeviceId>) -> Phone {
        let body = json!({ "name": name, "password": PASSWORD, "label": "a phone", "device": device });
        let answer = house.post("/api/v1/session", None, body.to_string()).await;
        let signed_in: SignedIn = answer.json();
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        Phone { cookie, person: signed_in.person, device: signed_in.device, next: signed_in.have + 1, now: house.core.now() }
    }

    /// The next command, not yet sent.
    pub fn command(&mut self, case: Option<CaseId>, base: u64, ask: Ask) -> Command {
        let id = CommandId(Uuid::now_v7());
        let number = self.next;
        self.next += 1;
        Command {
            id,
            salt: format!("{:032x}", Uuid::new_v4().as_u128()),
            device: self.device,
            number,
            schema: 1,
            rulebook: 1,
            base,
            made_at: self.now,
            zone_min: 480,
            clock_offset_ms: Some(0),
            case: case.unwrap_or_else(|| id.into()),
            ask,
        }
    }

    /// A report of noise, which needs no photo.
    pub fn report(&mut self, words: &str) -> Command {
        let ask = self.submit("C18", words, Vec::new());
        self.command(None, 0, ask)
    }

    pub fn submit(&self, category: &str, words: &str, photos: Vec<Photo>) -> Ask {
        let point = Point { lat_deg: PLACE.0, lon_deg: PLACE.1 };
        let report = Report {
            category: CategoryCode(category.to_owned()),
            place: Whereabouts::Measured(Fix { point, accuracy_m: 8.0, at: self.now }),
            division: None,
            site: None,
            words: words.to_owned(),
            severity: Severity::Ordinary,
            patrol: None,
        };
        Ask::Submit(Submit { report, photos, solved: None, on_behalf: None, origin: None, about_unit: None })
    }

    /// A photo of these bytes, as a command speaks of it.
    pub fn photo(&self, bytes: &[u8]) -> Photo {
        Photo {
            hash: Hash::of(bytes),
            bytes: bytes.len() as u64,
            width_px: 640,
            height_px: 480,
            purpose: Purpose::Before,
            taken_at: self.now,
            fix: None,
        }
    }

    /// Sends exact bytes of commands.
    pub async fn push(&self, house: &House, commands: &[String]) -> Answer {
        let body = format!(r#"{{"device":"{}","commands":[{}]}}"#, self.device, commands.join(","));
        house.post("/api/v1/sync/push", Some(&self.cookie), body).await
    }

    /// Sends commands that are all taken, and answers their lines on the receipt.
    pub async fn pushed(&self, house: &House, commands: &[&Command]) -> (PushAnswer, Vec<Acknowledged>) {
        let texts: Vec<String> = commands.iter().map(|command| sealed(command)).collect();
        let answer: PushAnswer = self.push(house, &texts).await.json();
        let body: ReceiptBody = serde_json::from_str(&answer.receipt.body).unwrap();
        (answer, body.lines)
    }

    pub async fn get(&self, house: &House, path: &str) -> Answer {
        house.get(path, Some(&self.cookie)).await
    }

    pub async fn put_chunk(&self, house: &House, photo: &Hash, n: usize, bytes: &[u8]) -> Answer {
        let request = Request::put(format!("/api/v1/photos/{photo}/{n}"))
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/octet-stream");
        house.send(request.body(Body::from(bytes.to_vec())).unwrap()).await
    }

    /// Sends a whole photo in order; answers what the last chunk got.
    pub async fn send_photo(&self, house: &House, bytes: &[u8]) -> Answer {
        let mut last = None;
        for (n, chunk) in bytes.chunks(CHUNK_BYTES as usize).enumerate() {
            last = Some(self.put_chunk(house, &Hash::of(bytes), n, chunk).await);
        }
        last.unwrap()
    }

    pub async fn pull(&self, house: &House, cursor: Option<&str>) -> Value {
        let path = cursor.map_or("/api/v1/sync/pull".to_owned(), |cursor| format!("/api/v1/sync/pull?cursor={cursor}"));
        self.get(house, &path).await.json()
    }
}

/// The exact bytes of a command, as text.
pub fn sealed(command: &Command) -> String {
    String::from_utf8(command.to_bytes().unwrap()).unwrap()
}

/// A JPEG with so much detail that it takes several chunks.
pub fn picture(seed: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_654_435_761).max(1);
    let picture = RgbImage::from_fn(640, 480, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [r, g, b, _] = state.to_be_bytes();
        Rgb([r, g, b])
    });
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 80)).unwrap();
    bytes
}
