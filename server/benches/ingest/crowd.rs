//! Phones, each with a connection of its own, that send reports as fast as they are taken.

use crate::{
    load::sign_in,
    support::{PLACE, Phone, sealed},
    wire::{Body, Wire},
};
use futures::future::try_join_all;
use huiyin_domain::{
    case::Ask,
    place::{Fix, Point},
    report::Whereabouts,
    sync::message::{PushAnswer, ReceiptBody, Verdict},
};
use std::{io, net::SocketAddr, time::Instant};

/// Phones that are signed in.
pub(crate) struct Crowd {
    phones: Vec<(Phone, Wire)>,
}

/// What sending took.
#[derive(Clone, Copy)]
pub(crate) struct Sent {
    pub(crate) reports: usize,
    pub(crate) pushes: usize,
    pub(crate) seconds: f64,
    pub(crate) up: usize,
    pub(crate) down: usize,
}

impl Sent {
    #[expect(clippy::cast_precision_loss, reason = "a count of reports")]
    pub(crate) fn per_second(self) -> f64 {
        self.reports as f64 / self.seconds
    }
}

impl Crowd {
    pub(crate) async fn signed_in(address: SocketAddr, names: &[&str], phones: usize) -> io::Result<Crowd> {
        let mut crowd = Vec::with_capacity(phones);
        for n in 0..phones {
            let (cookie, told) = sign_in(address, names[n % names.len()]).await;
            let wire = Wire::open(address, &cookie).await?;
            let now = told.expires_at - time::Duration::days(30);
            crowd.push((Phone { cookie, person: told.person, device: told.device, next: told.have + 1, now }, wire));
        }
        Ok(Crowd { phones: crowd })
    }

    pub(crate) fn cookie(&self) -> &str {
        &self.phones[0].0.cookie
    }

    /// All connections are opened anew, after the program was started again.
    pub(crate) async fn go_on(&mut self, address: SocketAddr) -> io::Result<()> {
        for (phone, wire) in &mut self.phones {
            *wire = Wire::open(address, &phone.cookie).await?;
        }
        Ok(())
    }

    /// Each phone sends so many pushes of so many reports. What is sent is made before the clock starts.
    pub(crate) async fn send(&mut self, pushes: usize, batch: usize) -> io::Result<Sent> {
        let bodies = self.phones.iter_mut().map(|(phone, _)| (0..pushes).map(|_| Body::of(&push(phone, batch))).collect());
        let bodies = bodies.collect::<io::Result<Vec<Vec<Body>>>>()?;
        let before = self.carried();
        let started = Instant::now();
        let all = self.phones.iter_mut().zip(&bodies).map(|((_, wire), bodies)| async move {
            let mut answers = Vec::with_capacity(bodies.len());
            for body in bodies {
                answers.push(wire.ask("POST", "/api/v1/sync/push", body).await?);
            }
            io::Result::Ok(answers)
        });
        let answers = try_join_all(all).await?;
        let seconds = started.elapsed().as_secs_f64();
        let after = self.carried();
        // A number that counts refused reports would be worth nothing.
        for answer in answers.iter().flatten() {
            let answer: PushAnswer = serde_json::from_slice(answer)?;
            let body: ReceiptBody = serde_json::from_str(&answer.receipt.body)?;
            assert!(body.lines.len() == batch && body.lines.iter().all(|line| line.verdict == Verdict::Applied), "a report was not taken");
        }
        let pushes = pushes * self.phones.len();
        Ok(Sent { reports: pushes * batch, pushes, seconds, up: after.0 - before.0, down: after.1 - before.1 })
    }

    /// The ledger's newest entry, as the first phone hears it.
    pub(crate) async fn newest(&mut self) -> io::Result<u64> {
        let page: serde_json::Value = serde_json::from_slice(&self.phones[0].1.ask("GET", "/api/v1/sync/pull", &Body::NONE).await?)?;
        page["seq"].as_u64().ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// Bytes up and down so far.
    fn carried(&self) -> (usize, usize) {
        self.phones.iter().fold((0, 0), |(up, down), (_, wire)| (up + wire.up, down + wire.down))
    }

    /// The first phone pulls everything after this place; answers where it stands and how many cases came.
    pub(crate) async fn pull(&mut self, cursor: Option<String>) -> io::Result<(String, usize)> {
        let wire = &mut self.phones[0].1;
        let (mut cursor, mut cases) = (cursor, 0);
        loop {
            let path = cursor.map_or("/api/v1/sync/pull".to_owned(), |cursor| format!("/api/v1/sync/pull?cursor={cursor}"));
            let page: serde_json::Value = serde_json::from_slice(&wire.ask("GET", &path, &Body::NONE).await?)?;
            cases += page["put"].as_array().map_or(0, Vec::len);
            let next = page["cursor"].as_str().ok_or(io::ErrorKind::InvalidData)?.to_owned();
            if page["more"] != true {
                return Ok((next, cases));
            }
            cursor = Some(next);
        }
    }
}

/// A push of reports, spread over the township.
fn push(phone: &mut Phone, batch: usize) -> String {
    let commands: Vec<String> = (0..batch).map(|_| report(phone)).collect();
    format!(r#"{{"device":"{}","commands":[{}]}}"#, phone.device, commands.join(","))
}

/// The exact bytes of one report.
pub(crate) fn report(phone: &mut Phone) -> String {
    let mut command = phone.report("河边有人夜里倾倒建筑垃圾，约两车，气味明显，附近有三户人家，已拍照，请核实后处理。");
    #[expect(clippy::cast_precision_loss, reason = "a spread over a few kilometres")]
    let spread = |seed: u64| (seed.wrapping_mul(2_654_435_761) % 10_000) as f64 / 10_000.0 * 0.02;
    if let Ask::Submit(submit) = &mut command.ask {
        let point = Point { lat_deg: PLACE.0 + spread(command.number), lon_deg: PLACE.1 + spread(command.number + 7) };
        submit.report.place = Whereabouts::Measured(Fix { point, accuracy_m: 8.0, at: phone.now });
    }
    sealed(&command)
}
