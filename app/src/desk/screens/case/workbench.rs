//! What a person has open on a case's page. It outlives every refresh of the case, so no typed word is lost.

use super::{minted, others, vault::Vault};
use crate::{
    backend::{Candidate, CaseView, Deed, Outcome, Problem},
    desk::{
        calls,
        codes::from_code,
        forms::{Answers, Sheet},
    },
};
use huiyin_domain::{
    case::{Ask, VerbName},
    ids::{CaseId, CommandId},
    moment::Moment,
    refusal::Unmet,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use std::collections::BTreeMap;

/// What the last submission came to.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Said {
    /// Done.
    Applied(VerbName),
    /// Somebody acted first.
    Conflict {
        /// What they did.
        theirs: VerbName,
        /// Who, by name.
        by: Option<String>,
        /// When.
        at: Moment,
    },
    /// The rules said no.
    Refused(Vec<Unmet>),
    /// A field cannot be read; nothing was sent.
    Slips(Vec<Unmet>),
    /// It did not get through.
    Trouble(Problem),
    /// Words from before a sign-in were put back.
    Restored,
}

impl Said {
    /// What is unmet.
    pub(super) fn unmet(&self) -> &[Unmet] {
        match self {
            Said::Refused(unmet) | Said::Slips(unmet) => unmet,
            Said::Trouble(problem) => &problem.unmet,
            _ => &[],
        }
    }
}

/// The page's own memory.
#[derive(Clone, Copy)]
pub(super) struct Workbench {
    /// Which case.
    pub(super) number: Memo<String>,
    /// The form that is open.
    pub(super) open: RwSignal<Option<VerbName>>,
    /// What was typed, by form.
    pub(super) drafts: RwSignal<BTreeMap<VerbName, Answers>>,
    /// Whether something is under way.
    pub(super) busy: RwSignal<bool>,
    /// Whether the program has arrived, so that typing reaches it.
    pub(super) ready: RwSignal<bool>,
    /// What the last submission came to.
    pub(super) said: RwSignal<Option<Said>>,
    /// Who could be chosen for the open form.
    pub(super) people: RwSignal<Option<Result<Vec<Candidate>, Problem>>>,
    /// Name and label of each field of the open form, so that a refusal finds them.
    pub(super) fields: StoredValue<Vec<(String, String)>>,
    /// Whether somebody else has changed the case since it was read.
    pub(super) behind: RwSignal<bool>,
    /// A look at who reported it.
    pub(super) vault: Vault,
    command: StoredValue<Option<(CommandId, Option<Ask>)>>,
    case: Resource<Result<CaseView, Problem>>,
}

impl Workbench {
    /// For the case with this number. A form named in the address is open from the start.
    pub(super) fn new(number: Memo<String>, case: Resource<Result<CaseView, Problem>>) -> Self {
        let asked = use_query_map().with_untracked(|query| query.get("do")).and_then(|code| from_code(&code));
        let bench = Workbench {
            number,
            open: RwSignal::new(asked),
            drafts: RwSignal::new(BTreeMap::new()),
            busy: RwSignal::new(false),
            ready: RwSignal::new(false),
            said: RwSignal::new(None),
            people: RwSignal::new(None),
            fields: StoredValue::new(Vec::new()),
            behind: RwSignal::new(false),
            vault: Vault::new(),
            command: StoredValue::new(None),
            case,
        };
        others::follow(bench);
        Effect::new(move |before: Option<String>| {
            let number = number.get();
            if before.as_ref().is_some_and(|before| *before != number) {
                bench.clear();
            }
            bench.ready.set(true);
            number
        });
        Effect::new(move |_| bench.restore());
        bench
    }

    /// Number and change of the case as it is shown.
    #[cfg(feature = "browser")]
    pub(super) fn shown(self) -> Option<(String, u64)> {
        self.case.with(|view| view.as_ref()?.as_ref().ok().map(|view| (view.case.number.clone().unwrap_or_default(), view.case.seq)))
    }

    /// Reads the case anew; what was typed stays.
    pub(super) fn refresh(self) {
        self.behind.set(false);
        self.case.refetch();
    }

    fn clear(self) {
        self.open.set(None);
        self.drafts.set(BTreeMap::new());
        self.said.set(None);
        self.people.set(None);
        self.command.set_value(None);
        self.vault.clear();
    }

    /// Opens a form: the id of what will be asked is minted here, so that sending it twice has one effect.
    pub(super) fn show(self, verb: VerbName) {
        let next = if self.open.get_untracked() == Some(verb) { None } else { Some(verb) };
        self.said.set(None);
        self.people.set(None);
        self.command.set_value(next.and_then(|_| minted::command_id()).map(|id| (id, None)));
        self.open.set(next);
        if next.is_some() {
            minted::focus("form-title");
        }
    }

    /// Closes the form; what was typed stays for the next time.
    pub(super) fn hide(self) {
        self.open.set(None);
        self.said.set(None);
    }

    /// What stands in a field: what was typed, else what it starts with.
    pub(super) fn answer(self, verb: VerbName, field: &str, starts: &Answers) -> String {
        self.drafts
            .with(|drafts| drafts.get(&verb).and_then(|draft| draft.0.get(field).cloned()))
            .unwrap_or_else(|| starts.get(field).to_owned())
    }

    /// Notes what was typed.
    pub(super) fn note(self, verb: VerbName, field: &str, text: String) {
        self.drafts.update(|drafts| drafts.entry(verb).or_default().set(field, text));
    }

    /// Fetches who could be chosen.
    pub(super) fn look_for_people(self, case: CaseId, verb: VerbName) {
        if self.people.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            let found = calls::candidates(case, verb).await;
            if self.open.try_get_untracked() == Some(Some(verb)) {
                self.people.set(Some(found));
            }
        });
    }

    /// Sends the form, once.
    pub(super) fn send(self, sheet: &Sheet, case: CaseId, base: u64) {
        if self.busy.get_untracked() {
            return;
        }
        let verb = sheet.verb;
        let answers = self.drafts.with_untracked(|drafts| drafts.get(&verb).cloned()).unwrap_or_default().over(&sheet.starts());
        let ask = match (sheet.build)(&answers) {
            Ok(ask) => ask,
            Err(unmet) => return self.tell(Said::Slips(unmet)),
        };
        let Some(command) = self.command_for(&ask) else { return };
        self.busy.set(true);
        spawn_local(async move {
            let outcome = calls::act(Deed { command, case, base, ask }).await;
            // The page may have been left meanwhile; then there is nobody to tell.
            if self.busy.try_set(false).is_some() {
                return;
            }
            self.settle(verb, outcome);
        });
    }

    /// The id that was minted for exactly this ask; another one if the words have changed since they were last sent.
    fn command_for(self, ask: &Ask) -> Option<CommandId> {
        let id = match self.command.get_value() {
            Some((id, None)) => id,
            Some((id, Some(sent))) if sent == *ask => id,
            _ => minted::command_id()?,
        };
        self.command.set_value(Some((id, Some(ask.clone()))));
        Some(id)
    }

    fn settle(self, verb: VerbName, outcome: Result<Outcome, Problem>) {
        let said = match outcome {
            Ok(Outcome::Applied { .. }) => {
                self.drafts.update(|drafts| drop(drafts.remove(&verb)));
                minted::forget(&self.number.get_untracked());
                self.open.set(None);
                self.refresh();
                Said::Applied(verb)
            }
            Ok(Outcome::Conflict { theirs, by, at }) => {
                self.refresh();
                Said::Conflict { theirs, by, at }
            }
            Ok(Outcome::Refused { refusal }) => {
                self.refresh();
                Said::Refused(refusal.unmet)
            }
            Err(problem) => {
                if problem.status == 401 {
                    self.drafts.with_untracked(|drafts| minted::keep(&self.number.get_untracked(), verb, drafts));
                }
                return self.tell(Said::Trouble(problem));
            }
        };
        // The ledger has judged this command; another try is another command.
        self.command.set_value(None);
        self.tell(said);
    }

    fn tell(self, said: Said) {
        self.said.set(Some(said));
        minted::focus("outcome");
    }

    /// Puts words from before a sign-in back.
    fn restore(self) {
        let number = self.number.get_untracked();
        if let Some((verb, drafts)) = minted::kept(&number) {
            minted::forget(&number);
            self.drafts.set(drafts);
            self.open.set(Some(verb));
            self.said.set(Some(Said::Restored));
        }
    }
}
