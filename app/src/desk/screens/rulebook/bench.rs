//! What a person has open of a section. It outlives every answer of the server, so that no typed word is lost.

use super::fields::blank;
use crate::{
    backend::{Problem, SectionOutcome, SectionPage, SectionSave},
    desk::calls,
    locales::Language,
};
use huiyin_domain::rulebook::{Flaw, file::Section};
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;
use uuid::Uuid;

/// What the last save came to.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Said {
    /// Nothing was saved yet.
    Nothing,
    /// It is on its way.
    Saving,
    /// It is in the draft.
    Saved,
    /// Somebody else saved first: the section as they left it.
    Conflict(Box<SectionPage>),
    /// It did not get through.
    Trouble(Problem),
}

/// One item, with a key that stays its own.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) key: u32,
    pub(super) value: RwSignal<Value>,
}

/// The section as it is on this page.
#[derive(Clone, Copy)]
pub(super) struct Bench {
    pub(super) section: Section,
    draft: Option<Uuid>,
    pub(super) items: RwSignal<Vec<Item>>,
    pub(super) said: RwSignal<Said>,
    pub(super) flaws: RwSignal<Vec<Flaw>>,
    /// Whether the program has arrived, so that typing reaches it.
    pub(super) ready: RwSignal<bool>,
    base: RwSignal<u64>,
    busy: RwSignal<bool>,
    again: RwSignal<bool>,
    next: RwSignal<u32>,
}

impl Bench {
    pub(super) fn new(page: &SectionPage) -> Bench {
        let bench = Bench {
            section: page.section,
            draft: page.draft,
            items: RwSignal::new(Vec::new()),
            said: RwSignal::new(Said::Nothing),
            flaws: RwSignal::new(page.flaws.clone()),
            ready: RwSignal::new(false),
            base: RwSignal::new(page.revision),
            busy: RwSignal::new(false),
            again: RwSignal::new(false),
            next: RwSignal::new(0),
        };
        bench.fill(&page.body);
        Effect::new(move |_| bench.ready.set(true));
        bench
    }

    /// Whether it may be changed here.
    pub(super) fn may_edit(self) -> bool {
        self.draft.is_some()
    }

    /// Numbers are one item, everything else is a list.
    pub(super) fn is_list(self) -> bool {
        self.section.is_list()
    }

    fn fill(self, body: &Value) {
        let values = match body {
            Value::Array(items) => items.clone(),
            other => vec![other.clone()],
        };
        self.items.set(values.into_iter().map(|value| self.item(value)).collect());
    }

    fn item(self, value: Value) -> Item {
        let key = self.next.get_untracked();
        self.next.set(key + 1);
        Item { key, value: RwSignal::new(value) }
    }

    /// Its content, as in the file.
    pub(super) fn body(self) -> Value {
        let values = self.items.with_untracked(|items| items.iter().map(|item| item.value.get_untracked()).collect::<Vec<_>>());
        if self.is_list() { Value::Array(values) } else { values.into_iter().next().unwrap_or_default() }
    }

    /// Adds an empty item; it is saved with its first word.
    pub(super) fn add(self, language: Language) {
        let item = self.item(blank(self.section, language));
        self.items.update(|items| items.push(item));
    }

    /// Takes an item out and saves.
    pub(super) fn remove(self, key: u32) {
        self.items.update(|items| items.retain(|item| item.key != key));
        self.save();
    }

    /// Saves what stands on the page. Never over a conflict: that is for the person to decide.
    pub(super) fn save(self) {
        let Some(draft) = self.draft else { return };
        if self.busy.get_untracked() {
            return self.again.set(true);
        }
        if self.said.with_untracked(|said| matches!(said, Said::Conflict(_))) {
            return;
        }
        self.busy.set(true);
        self.again.set(false);
        self.said.set(Said::Saving);
        let save = SectionSave { draft, section: self.section, base: self.base.get_untracked(), body: self.body() };
        spawn_local(async move {
            let outcome = calls::save_section(save).await;
            // The page may have been left meanwhile; then there is nobody to tell.
            if self.busy.try_set(false).is_none() {
                self.settle(outcome);
            }
        });
    }

    fn settle(self, outcome: Result<SectionOutcome, Problem>) {
        match outcome {
            Ok(SectionOutcome::Saved { revision, flaws }) => {
                self.base.set(revision);
                self.flaws.set(flaws);
                self.said.set(Said::Saved);
                if self.again.get_untracked() {
                    self.save();
                }
            }
            Ok(SectionOutcome::Conflict { now }) => self.said.set(Said::Conflict(now)),
            Err(problem) => self.said.set(Said::Trouble(problem)),
        }
    }

    /// Saves what stands here over what the other one wrote.
    pub(super) fn keep_mine(self, theirs: &SectionPage) {
        self.base.set(theirs.revision);
        self.said.set(Said::Nothing);
        self.save();
    }

    /// Takes what the other one wrote.
    pub(super) fn take_theirs(self, theirs: &SectionPage) {
        self.base.set(theirs.revision);
        self.flaws.set(theirs.flaws.clone());
        let body = theirs.body.clone();
        // Not in the call of the button: what is made there ends with the button, which goes away now.
        spawn_local(async move {
            self.fill(&body);
            self.said.set(Said::Nothing);
        });
    }

    /// Where an item stands now.
    pub(super) fn place(self, key: u32) -> usize {
        self.items.with(|items| items.iter().position(|item| item.key == key).unwrap_or_default())
    }

    /// How the file calls this item.
    pub(super) fn path(self, key: u32) -> String {
        let section = self.section.code();
        if self.is_list() { format!("{section}[{}]", self.place(key)) } else { section.to_owned() }
    }
}
