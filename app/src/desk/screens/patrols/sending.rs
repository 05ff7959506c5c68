//! Sending what is asked of a patrol, once, and saying what came of it.

use crate::{
    backend::{Outcome, PatrolDeed, Problem},
    components::{Banner, ErrorLine, ErrorSummary, Tone},
    desk::{
        calls, naming,
        screens::{
            case::minted,
            failed::{said as told, sign_in_address},
        },
        use_words,
    },
    locales::{rules, use_language},
};
use huiyin_domain::{
    ids::{CommandId, PatrolId},
    patrol::PatrolAsk,
    refusal::Unmet,
};
use leptos::{prelude::*, task::spawn_local};

/// What the last submission came to.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Said {
    /// Done.
    Applied,
    /// The rules said no, or a field cannot be read.
    Refused(Vec<Unmet>),
    /// It did not get through.
    Trouble(Problem),
}

/// A form's way to the ledger. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    /// Whether something is under way.
    pub(super) busy: RwSignal<bool>,
    /// Whether the program has arrived, so that typing reaches it.
    pub(super) ready: RwSignal<bool>,
    /// What the last submission came to.
    pub(super) said: RwSignal<Option<Said>>,
    command: StoredValue<Option<(CommandId, PatrolAsk)>>,
}

impl Sending {
    pub(super) fn new() -> Self {
        let sending =
            Sending { busy: RwSignal::new(false), ready: RwSignal::new(false), said: RwSignal::new(None), command: StoredValue::new(None) };
        Effect::new(move |_| sending.ready.set(true));
        sending
    }

    /// Asks it of this patrol, or plans a new one; `done` hears of which once it is done.
    pub(super) fn send(self, patrol: Option<PatrolId>, ask: PatrolAsk, done: impl FnOnce(PatrolId) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        let Some(command) = self.command_for(&ask) else { return };
        let patrol = patrol.unwrap_or(PatrolId(command.0));
        self.busy.set(true);
        spawn_local(async move {
            let outcome = calls::act_on_patrol(PatrolDeed { command, patrol, ask }).await;
            // The page may have been left meanwhile; then there is nobody to tell.
            if self.busy.try_set(false).is_some() {
                return;
            }
            let said = match outcome {
                Ok(Outcome::Applied { .. }) => Said::Applied,
                Ok(Outcome::Refused { refusal }) => Said::Refused(refusal.unmet),
                // Nothing asked of a patrol steps on somebody else's feet.
                Ok(Outcome::Conflict { .. }) => Said::Refused(Vec::new()),
                Err(problem) => return self.tell(Said::Trouble(problem)),
            };
            // The ledger has judged this command; another try is another command.
            self.command.set_value(None);
            let applied = said == Said::Applied;
            self.tell(said);
            if applied {
                done(patrol);
            }
        });
    }

    /// The id that was minted for exactly this ask: sending it twice has one effect.
    fn command_for(self, ask: &PatrolAsk) -> Option<CommandId> {
        let id = match self.command.get_value() {
            Some((id, sent)) if sent == *ask => id,
            _ => minted::command_id()?,
        };
        self.command.set_value(Some((id, ask.clone())));
        Some(id)
    }

    /// Says what is wrong.
    pub(super) fn tell(self, said: Said) {
        self.said.set(Some(said));
        minted::focus("outcome");
    }

    /// What is wrong with this field or one of its items.
    pub(super) fn error(self, field: &'static str) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || match self.said.get() {
            Some(Said::Refused(unmet)) => {
                let unmet = unmet.iter().find(|unmet| unmet.field.as_deref().is_some_and(|path| first(path) == field))?;
                let bare = Unmet { code: unmet.code.clone(), field: None };
                Some(rules::unmet(&bare, language).sentence(language))
            }
            _ => None,
        })
    }
}

fn first(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// The id of a field's control.
pub(super) fn field_id(name: &str) -> String {
    format!("p-{name}")
}

/// What the last submission came to, above the form. `labels` are the names of the fields it has.
pub(super) fn outcome(sending: Sending, refused: &'static str, labels: Vec<(&'static str, &'static str)>) -> impl IntoView {
    view! {
        <div class="stack" id="outcome" tabindex="-1" hidden=move || sending.said.with(Option::is_none)>
            {move || sending.said.get().map(|said| shown(&said, refused, &labels))}
        </div>
    }
}

fn shown(said: &Said, refused: &'static str, labels: &[(&'static str, &'static str)]) -> AnyView {
    match said {
        Said::Applied => view! {
            <div role="status">
                <Banner tone=Tone::Done title=use_words().patrols.changed />
            </div>
        }
        .into_any(),
        Said::Refused(unmet) => view! { <ErrorSummary title=refused lines=lines(unmet, labels) /> }.into_any(),
        Said::Trouble(problem) => trouble(problem),
    }
}

fn lines(unmet: &[Unmet], labels: &[(&'static str, &'static str)]) -> Vec<ErrorLine> {
    let language = use_language();
    let line = |unmet: &Unmet| {
        let label = unmet.field.as_deref().and_then(|path| labels.iter().find(|(name, _)| *name == first(path)));
        let bare = Unmet { code: unmet.code.clone(), field: None };
        let words = rules::unmet(&bare, language).sentence(language);
        match label {
            Some((name, label)) => ErrorLine { input: Some(field_id(name)), words: naming::pair(label, &words, language) },
            None => ErrorLine { input: None, words: rules::unmet(unmet, language).sentence(language) },
        }
    };
    let mut lines: Vec<ErrorLine> = unmet.iter().map(line).collect();
    lines.dedup();
    lines
}

fn trouble(problem: &Problem) -> AnyView {
    let words = &use_words().outcome;
    let (title, detail) = told(problem);
    let signed_out = problem.status == 401;
    let address = sign_in_address();
    view! {
        <div role="alert">
            <Banner tone=Tone::Late title=title>
                {detail}
                {signed_out.then(|| view! {
                    <br />
                    <a href=move || address.get() rel="external">
                        {words.sign_in_again}
                    </a>
                })}
            </Banner>
        </div>
    }
    .into_any()
}
