//! What I may do with a case: buttons from the rules' offers, and what stands in the way.

use super::super::{acts, order, words};
use crate::{
    components::Icon,
    field::phone::{Phone, PhoneCase},
    locales::{Words, rules, use_language},
};
use huiyin_domain::case::{Offer, VerbName};
use leptos::prelude::*;

/// Verbs that are somebody's task; the others may be done at any time.
const TASKS: [VerbName; 4] = [VerbName::SignFor, VerbName::Verify, VerbName::ReportRectified, VerbName::Recheck];

/// The task that this case is waiting for me to do.
pub(crate) fn next_verb(phone: Phone, case: &PhoneCase) -> Option<VerbName> {
    let offers = phone.offers(&case.case);
    let open = |offer: &&Offer| TASKS.contains(&offer.verb) && offer.unmet.is_empty();
    let mine: Vec<VerbName> = offers.iter().filter(open).map(|offer| offer.verb).collect();
    // Verifying again is allowed but no longer what is waited for.
    let verified = case.case.finding.is_some();
    mine.iter().copied().find(|verb| !(verified && *verb == VerbName::Verify)).or(mine.first().copied())
}

/// The buttons. The first one is the task, if there is one.
#[component]
pub(super) fn NextSteps(case: PhoneCase) -> impl IntoView {
    let words = words();
    let language = use_language();
    let phone = Phone::here();
    let main = next_verb(phone, &case);
    let offers: Vec<Offer> = phone.offers(&case.case).into_iter().filter(|offer| acts::address(offer.verb).is_some()).collect();
    let offers = order::by_key(offers, |offer| if Some(offer.verb) == main { 0.0 } else { 1.0 });
    let id = case.case.id;
    let nothing = main.is_none();
    let button = move |offer: Offer| {
        let Some(act) = acts::address(offer.verb) else { return ().into_any() };
        let (icon, label) = (acts::icon(offer.verb), rules::button(offer.verb, language));
        if offer.unmet.is_empty() {
            let kind = (Some(offer.verb) == main).then_some("main");
            view! {
                <a class="btn" data-kind=kind data-size=kind.map(|_| "l") href=format!("/field/case/{id}/{act}")>
                    <Icon name=icon />
                    {label}
                </a>
            }
            .into_any()
        } else {
            let why: Vec<String> = offer.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect();
            let hint = format!("why-{act}");
            view! {
                <div class="stack g-1">
                    <button class="btn" type="button" aria-disabled="true" aria-describedby=hint.clone()>
                        <Icon name=icon />
                        {offer.verb.words(language)}
                    </button>
                    <p class="hint" id=hint>
                        {words.case.waits_for}
                        {why.join(" ")}
                    </p>
                </div>
            }
            .into_any()
        }
    };
    let (open, waiting): (Vec<Offer>, Vec<Offer>) = offers.into_iter().partition(|offer| offer.unmet.is_empty());
    view! {
        <section class="stack g-3" aria-labelledby="next">
            <h2 id="next">{words.case.next}</h2>
            {nothing.then(|| view! { <p class="meta">{words.case.nothing_to_do}</p> })}
            <div class="acts">{open.into_iter().map(button).collect_view()}</div>
            {waiting.into_iter().map(button).collect_view()}
        </section>
    }
}
