//! A group in the making: cases as they are within it, and all that will be written at its end in few statements.

use super::{
    chain::{self, Facts},
    judge::{Bench, Brief, Followed, judge},
    patrols::Patrols,
    photos::photos_of,
    submission::{Papers, Sealed, Sender, Settled, Submission},
};
use crate::{
    core::County,
    error::{Error, Kind},
    storage::{
        self, Transaction,
        devices::DeviceRow,
        ledger::{EntryRow, EventsRow, Head, PayloadRow},
        notices::NoticeRow,
        photos::Declared,
        publications::PublicationRow,
    },
};
use huiyin_domain::{
    case::{Ask, Case, Draw, Entry, Event, Publication, Reporter, fold, is_kept_from, permission::is_reporter},
    command::Command,
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId, PersonId},
    moment::Moment,
    notice::{Happened, notices, shown_from},
    photo::PhotoHash,
    sync::message::Verdict,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

pub(super) struct Group<'a> {
    db: &'a Transaction,
    from: Head,
    head: Head,
    county: Arc<County>,
    now: Moment,
    devices: HashMap<DeviceId, DeviceRow>,
    moved: BTreeSet<DeviceId>,
    cases: HashMap<CaseId, Case>,
    changed: BTreeSet<CaseId>,
    patrols: Patrols,
    photos_here: HashSet<Hash>,
    numbers: HashMap<String, u64>,
    settled: HashMap<CommandId, Settled>,
    entries: Vec<EntryRow>,
    payloads: Vec<PayloadRow>,
    events: Vec<EventsRow>,
    changes: BTreeMap<(PersonId, CaseId), (u64, bool)>,
    declared: BTreeSet<Declared>,
    links: BTreeSet<(PhotoHash, CaseId)>,
    notices: Vec<NoticeRow>,
    /// Cases that are kept from some people from now on.
    kept: Vec<(CaseId, Vec<PersonId>)>,
}

impl<'a> Group<'a> {
    pub(super) fn new(db: &'a Transaction, head: Head, county: Arc<County>, devices: HashMap<DeviceId, DeviceRow>, now: Moment) -> Self {
        Group {
            db,
            from: head.clone(),
            head,
            county,
            now,
            devices,
            moved: BTreeSet::new(),
            cases: HashMap::new(),
            changed: BTreeSet::new(),
            patrols: Patrols::default(),
            photos_here: HashSet::new(),
            numbers: HashMap::new(),
            settled: HashMap::new(),
            entries: Vec::new(),
            payloads: Vec::new(),
            events: Vec::new(),
            changes: BTreeMap::new(),
            declared: BTreeSet::new(),
            links: BTreeSet::new(),
            notices: Vec::new(),
            kept: Vec::new(),
        }
    }

    /// Fetches at once what the rules may want to know of these submissions.
    pub(super) async fn load(&mut self, submissions: &[&Submission]) -> Result<(), Error> {
        let commands: Vec<&Command> = submissions
            .iter()
            .flat_map(|submission| match &submission.papers {
                Papers::Sealed(sealed) => sealed.iter().filter_map(|one| one.command.as_ref()).collect(),
                Papers::Drafted(command) => vec![&**command],
            })
            .collect();
        let mut wanted: BTreeSet<CaseId> = BTreeSet::new();
        let mut hashes = Vec::new();
        for command in &commands {
            // A submit opens its case, but its id might be used already.
            wanted.insert(command.case);
            if let Ask::Merge(merge) = &command.ask {
                wanted.insert(merge.master);
            }
            hashes.extend(photos_of(&command.ask).iter().map(|photo| photo.hash));
        }
        self.patrols.load(self.db, &commands).await?;
        self.cases = storage::cases::load(self.db, &wanted.into_iter().collect::<Vec<_>>()).await?;
        let masters: Vec<CaseId> =
            self.cases.values().filter_map(|case| case.merged_into).filter(|id| !self.cases.contains_key(id)).collect();
        self.cases.extend(storage::cases::load(self.db, &masters).await?);
        let here: Vec<CaseId> = self.cases.keys().copied().collect();
        self.photos_here = storage::photos::complete(self.db, &here, &hashes).await?;
        Ok(())
    }

    /// The last number of the sender's device, if it is theirs.
    pub(super) fn may_send(&self, submission: &Submission) -> Result<u64, Error> {
        let foreign = || Error::new(Kind::NotYourDevice).field("device");
        let device = self.devices.get(&submission.device).ok_or_else(foreign)?;
        let owner = match submission.sender {
            Sender::Person(person) => Some(person),
            Sender::Reporter(_) | Sender::Clock => None,
        };
        if device.person == owner { Ok(device.last_number) } else { Err(foreign()) }
    }

    pub(super) fn last_number(&self, device: DeviceId) -> u64 {
        self.devices.get(&device).map_or(0, |row| row.last_number)
    }

    pub(super) fn settled(&self, command: CommandId) -> Option<Settled> {
        self.settled.get(&command).cloned()
    }

    /// The content of a command that is in the ledger or in this group.
    pub(super) async fn stored(&self, id: CommandId) -> Result<Option<Command>, Error> {
        let here = self.payloads.iter().find(|row| row.command == id).map(|row| row.bytes.clone());
        let bytes = match here {
            Some(bytes) => Some(bytes),
            None => storage::ledger::payloads(self.db, &[id]).await?.remove(&id).flatten(),
        };
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    pub(super) async fn put_aside(&self, one: &Sealed) -> Result<(), Error> {
        storage::ledger::quarantine(self.db, one.head.id, one.hash, one.head.device, one.head.number, &one.bytes, self.now).await
    }

    /// Judges a command and writes its entry.
    pub(super) async fn take(&mut self, submission: &Submission, sealed: &Sealed) -> Result<Settled, Error> {
        let now = submission.received_at.unwrap_or(self.now);
        let seq = self.head.seq + 1;
        let number = self.next_number(sealed, now).await?;
        let similar = self.similar(sealed, submission.sender, now).await?;
        let ruling = {
            let bench = Bench { county: &self.county, cases: &self.cases, patrols: &self.patrols, photos_here: &self.photos_here };
            let revoked = self.devices.get(&submission.device).is_none_or(|device| device.revoked);
            let draw = Draw::of(self.head.hash, sealed.hash);
            let number = number.as_ref().map(|(_, _, text)| text.clone());
            judge(&bench, &Brief { sealed, sender: submission.sender, revoked, now, number, similar: &similar, draw })
        };
        let person = match submission.sender {
            Sender::Person(person) => Some(person),
            Sender::Reporter(_) | Sender::Clock => None,
        };
        let made_at = sealed.command.as_ref().map(Command::made_at_corrected).or(sealed.head.made_at).unwrap_or(now);
        let place =
            Entry { seq, command: sealed.head.id, case: sealed.head.case.unwrap_or(sealed.head.id.into()), by: person, at: now, made_at };
        let mut bodies = Vec::with_capacity(ruling.events.len());
        for (case, events) in &ruling.events {
            match events {
                Followed::Case(events) => self.fold(*case, &place, events, sealed)?,
                Followed::Patrol(events) => self.patrols.fold(&Entry { case: *case, ..place }, events, &mut self.changes)?,
            }
            bodies.push((*case, events.to_json()?));
        }
        let matter = match number {
            Some((prefix, last, text)) if ruling.verdict == Verdict::Applied => {
                self.numbers.insert(prefix, last);
                Some(text)
            }
            _ => None,
        };
        self.declare(submission.device, sealed);
        if ruling.verdict == Verdict::Applied {
            self.publish(sealed, &place).await?;
        }
        let entry = self.entry(sealed, &place, ruling.verdict, ruling.rulebook, &bodies)?;
        let settled = Settled {
            number: entry.number,
            command: entry.command,
            hash: entry.command_hash,
            seq,
            verdict: entry.verdict.clone(),
            entry_hash: entry.hash,
            matter,
        };
        self.head.seq = seq;
        self.head.hash = entry.hash;
        if let Some(device) = self.devices.get_mut(&submission.device) {
            device.last_number = sealed.head.number;
            self.moved.insert(submission.device);
        }
        let keep = matches!(sealed.command.as_ref().map(|command| &command.ask), Some(Ask::Publish(_)));
        self.payloads.push(PayloadRow { command: entry.command, bytes: sealed.bytes.clone(), keep });
        self.events.extend((0..).zip(bodies).map(|(n, (case, body))| EventsRow { seq, n, case, body: Some(body) }));
        self.entries.push(entry);
        self.settled.insert(settled.command, settled.clone());
        Ok(settled)
    }

    fn entry(
        &self,
        sealed: &Sealed,
        place: &Entry,
        verdict: Verdict,
        rulebook: u32,
        bodies: &[(CaseId, String)],
    ) -> Result<EntryRow, Error> {
        let kind = match sealed.verb() {
            Some(verb) => storage::name_of(&verb)?,
            None => "unknown".to_owned(),
        };
        let verdict_text = serde_json::to_string(&verdict)?;
        let salt = sealed.command.as_ref().map_or("", |command| command.salt.as_str());
        let events_hash = chain::events_hash(salt, bodies.iter().map(|(case, body)| (*case, body.as_str())));
        let facts = Facts {
            county: &self.head.county,
            epoch: self.head.epoch,
            seq: place.seq,
            command: sealed.head.id,
            command_hash: sealed.hash,
            device: sealed.head.device,
            number: sealed.head.number,
            person: place.by,
            kind: &kind,
            case: sealed.head.case,
            verdict: &verdict_text,
            rulebook,
            received_at: place.at.unix_ms(),
            made_at: place.made_at.unix_ms(),
            events_hash,
        };
        let content_hash = facts.content();
        Ok(EntryRow {
            seq: place.seq,
            epoch: self.head.epoch,
            command: sealed.head.id,
            command_hash: sealed.hash,
            device: sealed.head.device,
            number: sealed.head.number,
            person: place.by,
            kind,
            case: sealed.head.case,
            verdict,
            verdict_text,
            rulebook,
            received_at: place.at,
            made_at: place.made_at,
            events_hash,
            content_hash,
            prev_hash: self.head.hash,
            hash: chain::link(self.head.hash, content_hash),
        })
    }

    /// The number a submit would get: prefix and year, count, text.
    async fn next_number(&mut self, sealed: &Sealed, now: Moment) -> Result<Option<(String, u64, String)>, Error> {
        if !matches!(sealed.command.as_ref().map(|command| &command.ask), Some(Ask::Submit(_))) {
            return Ok(None);
        }
        let prefix = format!("{}{:02}", self.county.rulebook.number_prefix, now.day().year().rem_euclid(100));
        let last = match self.numbers.get(&prefix) {
            Some(last) => *last,
            None => storage::cases::last_number(self.db, &prefix).await?,
        };
        self.numbers.insert(prefix.clone(), last);
        let text = format!("{prefix}-{:04}", last + 1);
        Ok(Some((prefix, last + 1, text)))
    }

    /// Cases that must be judged before this one is accepted.
    async fn similar(&self, sealed: &Sealed, sender: Sender, now: Moment) -> Result<Vec<CaseId>, Error> {
        let Some(command) = &sealed.command else { return Ok(Vec::new()) };
        match (&command.ask, self.cases.get(&command.case)) {
            (Ask::Accept(_), Some(case)) => {
                let judge = match sender {
                    Sender::Person(person) => self.county.people.get(person),
                    Sender::Reporter(_) | Sender::Clock => None,
                };
                let similar = super::similar::similar(self.db, case, judge, &self.county.rulebook, now).await?;
                Ok(similar.into_iter().map(|case| case.id).collect())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn fold(&mut self, id: CaseId, place: &Entry, events: &[Event], sealed: &Sealed) -> Result<(), Error> {
        if events.is_empty() {
            return Ok(());
        }
        let before = self.cases.remove(&id);
        let readers: BTreeSet<PersonId> = before.iter().flat_map(readers).collect();
        let place = Entry { case: id, ..*place };
        let after = fold(before.clone(), &place, events).ok_or_else(|| Error::internal("events folded to nothing"))?;
        self.tell(&Happened { before: before.as_ref(), after: &after, by: place.by, events }, &place);
        let now: BTreeSet<PersonId> = readers_of(&after).collect();
        if after.about_unit.is_some() && before.as_ref().is_some_and(|before| before.about_unit != after.about_unit) {
            self.kept.push((id, self.kept_from(&after)));
        }
        for person in readers.union(&now) {
            self.changes.insert((*person, id), (place.seq, now.contains(person)));
        }
        if let Some(command) = &sealed.command {
            self.links.extend(photos_of(&command.ask).iter().map(|photo| (photo.hash, id)));
        }
        if events.iter().any(|event| matches!(event, Event::TookIn { .. })) {
            self.links.extend(after.reports.iter().flat_map(|filed| filed.photos.iter().map(|photo| (photo.hash, id))));
        }
        self.cases.insert(id, after);
        self.changed.insert(id);
        Ok(())
    }

    /// Whom the case is kept from, but for those who told of it.
    fn kept_from(&self, case: &Case) -> Vec<PersonId> {
        let people = self.county.people.iter().filter(|card| is_kept_from(case, card, &self.county.rulebook));
        people.map(|card| card.id).filter(|person| !is_reporter(case, *person)).collect()
    }

    /// Whoever must know of it finds a notice, as durable as what it is about.
    fn tell(&mut self, happened: &Happened<'_>, place: &Entry) {
        let book = &self.county.rulebook;
        // A bug in the rule must not take the ledger down: the entry counts, told or not.
        let told = catch_unwind(AssertUnwindSafe(|| notices(happened, self.county.people.iter(), book))).unwrap_or_else(|_| {
            tracing::error!(command = %place.command, "the rule of notices panicked; nobody is told");
            Vec::new()
        });
        for notice in told {
            // Two cases of one entry may concern a person alike: that is one notice.
            let known = |row: &NoticeRow| row.seq == place.seq && row.person == notice.person && row.about.kind == notice.about.kind;
            if !self.notices.iter().rev().take_while(|row| row.seq == place.seq).any(known) {
                let shown_at = shown_from(notice.about.kind, place.at, book);
                let row = NoticeRow {
                    person: notice.person,
                    seq: place.seq,
                    case: Some(place.case),
                    about: notice.about,
                    at: place.at,
                    shown_at,
                    read_at: None,
                };
                self.notices.push(row);
            }
        }
    }

    /// Photos are wanted whatever the verdict: they are evidence that somebody took.
    fn declare(&mut self, device: DeviceId, sealed: &Sealed) {
        let photos = sealed.photos().into_iter().filter(|(_, bytes)| *bytes > 0);
        self.declared.extend(photos.map(|(hash, bytes)| Declared { hash, bytes, device }));
    }

    /// Keeps the public pages in step with the case.
    async fn publish(&self, sealed: &Sealed, place: &Entry) -> Result<(), Error> {
        let Some(command) = &sealed.command else { return Ok(()) };
        let published = self.cases.get(&command.case).is_some_and(|case| matches!(case.publication, Publication::Published { .. }));
        match &command.ask {
            Ask::Publish(publish) if published => {
                let row =
                    PublicationRow { case: command.case, record: &publish.record, seq: place.seq, command_hash: sealed.hash, at: place.at };
                storage::publications::put(self.db, &row).await
            }
            Ask::Withdraw(_) | Ask::Reopen(_) | Ask::Withhold(_) if !published => {
                storage::publications::withdraw(self.db, command.case, place.at).await
            }
            _ => Ok(()),
        }
    }

    /// Where the ledger stands once this is written.
    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    /// Whose cases and patrols change by this, and who is told something.
    pub(super) fn readers(&self) -> BTreeSet<PersonId> {
        let told = self.notices.iter().map(|row| row.person);
        self.changes.keys().map(|(person, _)| *person).chain(told).collect()
    }

    /// Writes everything, and takes the numbers last of all. False if they were taken by somebody else meanwhile.
    pub(super) async fn write(self) -> Result<bool, Error> {
        let db = self.db;
        if self.entries.is_empty() {
            return Ok(true);
        }
        let changed: Vec<&Case> = self.changed.iter().filter_map(|id| self.cases.get(id)).collect();
        storage::cases::put(db, &self.county.rulebook, &changed).await?;
        storage::patrols::put(db, &self.patrols.changed()).await?;
        storage::changes::put(db, &self.changes).await?;
        storage::notices::put(db, &self.notices).await?;
        for (case, people) in &self.kept {
            storage::notices::take_back(db, *case, people).await?;
        }
        storage::photos::declare(db, &self.declared, self.now).await?;
        storage::photos::link(db, &self.links).await?;
        for (prefix, last) in &self.numbers {
            storage::cases::set_last_number(db, prefix, *last).await?;
        }
        let moved = self.moved.iter().map(|device| (*device, self.devices[device].last_number)).collect();
        storage::devices::set_last_numbers(db, &moved, self.now).await?;
        storage::ledger::insert(db, &self.head.county, &self.entries).await?;
        storage::ledger::insert_payloads(db, self.payloads).await?;
        storage::ledger::insert_events(db, &self.head.county, self.events).await?;
        storage::ledger::advance(db, &self.from, self.head.seq, self.head.hash).await
    }
}

fn readers(case: &Case) -> Vec<PersonId> {
    readers_of(case).collect()
}

/// Whose phones hold a case: those who reported, handle or recheck it.
fn readers_of(case: &Case) -> impl Iterator<Item = PersonId> + '_ {
    let reporters = case.reports.iter().filter_map(|filed| match filed.reporter {
        Reporter::Staff { person } => Some(person),
        Reporter::Named | Reporter::Anonymous | Reporter::Hidden => None,
    });
    reporters.chain(case.handler).chain(case.rechecker)
}
