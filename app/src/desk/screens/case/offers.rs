//! What this person may do: one main button, others beside; what is not possible yet is dashed, with its reason.

use super::workbench::Workbench;
use crate::{
    backend::CaseView,
    components::{Icon, Mark},
    desk::{codes::code_of, use_words},
    locales::{Words, rules, use_language},
};
use huiyin_domain::{
    case::{Offer, State, VerbName},
    refusal::{Code, Unmet},
};
use leptos::prelude::*;

/// The step that a state waits for.
fn expected(state: State) -> &'static [VerbName] {
    match state {
        State::PendingAcceptance => &[VerbName::Confirm, VerbName::Accept],
        State::Accepted => &[VerbName::Confirm, VerbName::Dispatch],
        State::Dispatched => &[VerbName::SignFor],
        State::InProgress | State::Rectifying => &[VerbName::GrantExtension, VerbName::OrderRectification, VerbName::Reply],
        State::AwaitingRecheck => &[VerbName::AssignRecheck, VerbName::Reply],
        State::AwaitingApproval => &[VerbName::Close, VerbName::Reply, VerbName::DecidePublication],
        State::StageClosed => &[VerbName::MilestoneDone],
        State::Suspended => &[VerbName::Resume],
        State::ReopenRequested => &[VerbName::Reopen],
        State::Closed => &[VerbName::Publish, VerbName::Redact, VerbName::DecidePublication],
        State::Declined | State::Transferred | State::Merged | State::Void => &[VerbName::Confirm, VerbName::Reply],
    }
}

/// The one main button: the first expected step that is possible, else the first that is possible at all.
fn main_verb(state: State, offers: &[Offer]) -> Option<VerbName> {
    let possible = |verb: &VerbName| offers.iter().any(|offer| offer.verb == *verb && offer.unmet.is_empty());
    let nothing_special = |verb: &VerbName| *verb != VerbName::Note;
    let first = offers.iter().map(|offer| offer.verb).find(|verb| possible(verb) && nothing_special(verb));
    expected(state).iter().copied().find(|verb| possible(verb)).or(first)
}

/// The buttons.
pub(super) fn offers(view: &CaseView, bench: Workbench) -> impl IntoView + use<> {
    let words = &use_words().case;
    let main = main_verb(view.case.state, &view.offers);
    let (mut possible, waiting): (Vec<_>, Vec<_>) = view.offers.iter().cloned().partition(|offer| offer.unmet.is_empty());
    possible.sort_by_key(|offer| Some(offer.verb) != main);
    let nothing = possible.is_empty() && waiting.is_empty();
    let buttons = possible.into_iter().map(|offer| button(offer.verb, Some(offer.verb) == main, bench)).collect_view();
    let any_blocked = !waiting.is_empty();
    let ready: Vec<VerbName> = view.offers.iter().filter(|offer| offer.unmet.is_empty()).map(|offer| offer.verb).collect();
    let blocked = waiting.into_iter().map(|offer| blocked(offer, &ready, bench)).collect_view();
    view! {
        <section class="card" aria-labelledby="next">
            <div class="pad stack g-3">
                <h2 id="next" style="font-size:var(--t-4)">
                    {words.next}
                </h2>
                {nothing.then(|| view! { <p class="meta">{words.nothing_to_do}</p> })}
                // A plain form until the program arrives: the button then opens the same page with the form on it.
                <form method="get" class="acts" aria-labelledby="next">
                    {buttons}
                </form>
                {any_blocked.then(|| view! { <div class="stack g-3">{blocked}</div> })}
            </div>
        </section>
    }
}

fn icon(verb: VerbName) -> &'static str {
    match Mark::of_verb(verb) {
        Mark::Icon(name) => name,
        Mark::Answered => "check-c",
    }
}

fn button(verb: VerbName, main: bool, bench: Workbench) -> impl IntoView + use<> {
    let language = use_language();
    view! {
        <button
            class="btn"
            data-kind=main.then_some("main")
            type="submit"
            name="do"
            value=code_of(&verb)
            aria-expanded=move || (bench.open.get() == Some(verb)).to_string()
            on:click=move |event| {
                event.prevent_default();
                bench.show(verb);
            }
        >
            <Icon name=icon(verb) />
            {verb.words(language)}
        </button>
    }
}

/// A step that is not possible yet: everything that stands in its way, and how to meet each.
fn blocked(offer: Offer, ready: &[VerbName], bench: Workbench) -> impl IntoView + use<> {
    let language = use_language();
    let id = format!("why-{}", code_of(&offer.verb));
    let reasons = offer.unmet.iter().map(|unmet| reason(unmet, ready, bench)).collect_view();
    view! {
        <div class="stack g-1">
            <button class="btn" type="button" aria-disabled="true" aria-describedby=id.clone()>
                <Icon name="lock" />
                {offer.verb.words(language)}
            </button>
            <ul class="why" id=id>
                {reasons}
            </ul>
        </div>
    }
}

/// One unmet rule with the way to meet it; a button where that way is open to this person.
pub(super) fn reason(unmet: &Unmet, ready: &[VerbName], bench: Workbench) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().page;
    let (what, how) = match unmet.code {
        Code::WrongState { .. } => (words.not_yet.to_owned(), words.not_yet_how.to_owned()),
        _ => {
            let said = rules::unmet(unmet, language);
            (said.what, said.how)
        }
    };
    let way = remedy(&unmet.code).iter().copied().find(|verb| ready.contains(verb));
    view! {
        <li>
            {what}
            <br />
            <span class="meta">{how}</span>
            {way.map(|verb| view! {
                <form method="get" class="way">
                    <button
                        class="btn"
                        data-kind="quiet"
                        type="submit"
                        name="do"
                        value=code_of(&verb)
                        on:click=move |event| {
                            event.prevent_default();
                            bench.show(verb);
                        }
                    >
                        <Icon name=icon(verb) size="s" />
                        {format!("{}{}{}", words.do_it, language.pick("", " "), language.pick(verb.words(language).to_owned(), verb.words(language).to_lowercase()))}
                    </button>
                </form>
            })}
        </li>
    }
}

/// The steps that meet a rule.
fn remedy(code: &Code) -> &'static [VerbName] {
    match code {
        Code::ReplyMissing { .. } => &[VerbName::Reply],
        Code::PublicationUndecided => &[VerbName::DecidePublication],
        Code::RecheckMissing => &[VerbName::AssignRecheck, VerbName::OrderRecheck],
        Code::CoUnitOpen => &[VerbName::CoUnitDone, VerbName::ReleaseCoUnit],
        Code::NotVerified => &[VerbName::Verify],
        Code::SimilarNotJudged => &[VerbName::Accept],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::main_verb;
    use huiyin_domain::{
        case::{Offer, State, VerbName},
        refusal::{Code, Unmet},
    };

    fn offer(verb: VerbName, possible: bool) -> Offer {
        let unmet = if possible { vec![] } else { vec![Unmet { code: Code::PublicationUndecided, field: None }] };
        Offer { verb, unmet }
    }

    #[test]
    fn the_expected_step_is_the_main_button() {
        let offers = [offer(VerbName::Note, true), offer(VerbName::Decline, true), offer(VerbName::Accept, true)];
        assert_eq!(main_verb(State::PendingAcceptance, &offers), Some(VerbName::Accept));
    }

    #[test]
    fn what_is_not_possible_is_never_the_main_button() {
        let offers = [offer(VerbName::Close, false), offer(VerbName::Reply, true)];
        assert_eq!(main_verb(State::AwaitingApproval, &offers), Some(VerbName::Reply));
        assert_eq!(main_verb(State::AwaitingApproval, &[offer(VerbName::Close, false)]), None);
    }
}
