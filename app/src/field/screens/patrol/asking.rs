//! Asking something of a patrol: stored first, then shown; what went wrong is said.

use super::super::{trouble, words};
use crate::{
    components::Icon,
    field::phone::{Phone, Trouble},
    locales::{rules, use_language},
};
use huiyin_domain::{ids::PatrolId, patrol::PatrolAsk};
use leptos::{prelude::*, task::spawn_local};

/// One page's way to the phone's memory. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    phone: Phone,
    busy: RwSignal<bool>,
    wrong: RwSignal<Option<Trouble>>,
}

impl Asking {
    pub(super) fn new(phone: Phone) -> Self {
        Asking { phone, busy: RwSignal::new(false), wrong: RwSignal::new(None) }
    }

    /// Whether something is being stored.
    pub(super) fn busy(self) -> bool {
        self.busy.get()
    }

    /// Asks it; a second tap while the first is being stored is none.
    pub(super) fn ask(self, patrol: PatrolId, ask: PatrolAsk) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.wrong.set(None);
        spawn_local(async move {
            let asked = self.phone.ask_patrol(patrol, ask).await;
            // The page may be gone by now; what is stored stays stored.
            let _ = self.busy.try_set(false);
            if let Err(trouble) = asked {
                let _ = self.wrong.try_set(Some(trouble));
            }
        });
    }

    /// What went wrong last.
    pub(super) fn told(self) -> impl IntoView {
        let language = use_language();
        move || {
            self.wrong.get().map(|wrong| {
                let said = match &wrong {
                    Trouble::Refused(refusal) => {
                        refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect::<Vec<_>>().join(" ")
                    }
                    other => trouble::said(other),
                };
                view! {
                    <div class="banner" data-tone="late" role="alert">
                        <Icon name="alert" />
                        <strong>{words().patrol.not_stored}</strong>
                        <span>{said}</span>
                    </div>
                }
            })
        }
    }
}
