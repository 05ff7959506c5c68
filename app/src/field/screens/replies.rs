//! 回音: my reports, where they stand, what was answered.

use super::{frame::Frame, naming, states::Nothing, when, words};
use crate::{
    components::{CaseState, Icon, ReplyBubble},
    field::{
        phone::{Phone, PhoneCase},
        seen::Seen,
    },
    locales::{dates, use_language},
};
use huiyin_domain::{case::VerbName, sync::message::Why};
use leptos::prelude::*;
use time::Duration;

/// How long a reply is called new.
const NEWS: Duration = Duration::days(30);

/// My reports that were answered or ended since I last looked.
pub(crate) fn news(phone: Phone) -> Memo<Vec<PhoneCase>> {
    let seen = expect_context::<Seen>();
    Memo::new(move |_| {
        let cases = phone.cases().get();
        // A phone that was signed in to for the first time does not call years of replies new.
        let since = phone.now().map(|now| now - NEWS);
        let recent = |case: &PhoneCase| case.case.closed_at.is_none_or(|closed| since.is_none_or(|since| closed > since));
        let new = |case: &PhoneCase| is_answered(case) && recent(case) && !seen.has(&case.case.id.to_string(), case.case.seq);
        cases.into_iter().filter(|case| is_mine(case) && new(case)).collect()
    })
}

/// Whether I reported it and the county has it. What is only on this phone is said in one line instead.
pub(crate) fn is_mine(case: &PhoneCase) -> bool {
    case.why.contains(&Why::Reported)
}

/// Whether there is something to read: a reply, or an end.
fn is_answered(case: &PhoneCase) -> bool {
    case.reply.is_some() || !case.case.state.is_open()
}

/// The page.
#[component]
pub(crate) fn Replies() -> impl IntoView {
    let replies = &words().replies;
    let phone = Phone::here();
    // What is new when the page is opened stays on top until it is left.
    let fresh: Vec<_> = news(phone).get_untracked().into_iter().map(|case| case.case.id).collect();
    let fresh = StoredValue::new(fresh);
    let mine = Memo::new(move |_| phone.cases().get().into_iter().filter(is_mine).collect::<Vec<_>>());
    let summary = Signal::derive(move || {
        let mine = mine.read();
        (replies.summary)(mine.len(), mine.iter().filter(|case| case.reply.is_some()).count())
    });
    let group = move |id: &'static str, title: &'static str, of: fn(&PhoneCase, bool) -> bool| {
        let is_fresh = move |case: &PhoneCase| fresh.with_value(|fresh| fresh.contains(&case.case.id));
        let cases = Memo::new(move |_| mine.get().into_iter().filter(|case| of(case, is_fresh(case))).collect::<Vec<_>>());
        move || {
            let cases = cases.get();
            (!cases.is_empty()).then(|| {
                view! {
                    <section class="stack g-3" aria-labelledby=id>
                        <div class="sect">
                            <h2 id=id>{title} " " <span class="count">{(replies.count)(cases.len())}</span></h2>
                        </div>
                        {cases
                            .into_iter()
                            .map(|case| {
                                let new = is_fresh(&case);
                                view! { <Matter case=case new=new /> }
                            })
                            .collect_view()}
                    </section>
                }
            })
        }
    };
    let on_phone = Memo::new(move |_| phone.outbox().with(|items| items.iter().filter(|item| item.verb == VerbName::Submit).count()));
    view! {
        <Frame title=words().shell.replies.to_owned() context=summary>
            {move || {
                (on_phone.get() > 0)
                    .then(|| {
                        view! {
                            <div class="banner" data-tone="soon">
                                <Icon name="outbox" />
                                <span>
                                    {(replies.on_phone)(on_phone.get())} " " <a href="/field/outbox">{replies.see_outbox}</a>
                                </span>
                            </div>
                        }
                    })
            }}
            {group("new", replies.news, |_, fresh| fresh)}
            {group("open", replies.open, |case, fresh| !fresh && case.case.state.is_open())}
            {group("closed", replies.done, |case, fresh| !fresh && !case.case.state.is_open())}
            {move || mine.read().is_empty().then(|| view! { <Nothing title=replies.empty help=replies.empty_help /> })}
        </Frame>
    }
}

#[component]
fn Matter(case: PhoneCase, new: bool) -> impl IntoView {
    let replies = &words().replies;
    let language = use_language();
    let seen = expect_context::<Seen>();
    if new {
        seen.mark(&case.case.id.to_string(), case.case.seq);
    }
    let matter = &case.case;
    let reported = matter.reports.first().map(|filed| (replies.reported)(&dates::day(filed.made_at.day(), language)));
    let took = matter.closed_at.map(|closed| (replies.took)(dates::days_between(matter.opened_at, closed)));
    let unit = matter.lead_unit.as_ref().map(naming::unit).unwrap_or_default();
    let reply = case.reply.clone().map(|words| {
        let when = matter.closed_at.map(when::stamp);
        view! { <ReplyBubble from=(replies.reply_of)(&unit) when=when words=words /> }
    });
    view! {
        <article class="card" data-tone=(new).then_some("done")>
            <div class="pad stack g-3">
                <div class="row">
                    <CaseState case=matter />
                    {new.then(|| view! { <span class="tag" data-tone="info">{replies.new}</span> })}
                </div>
                <h3>
                    <a href=format!("/field/case/{}", matter.id)>{naming::case_title(matter)}</a>
                </h3>
                <p class="meta">
                    {[reported, matter.number.clone(), took].into_iter().flatten().collect::<Vec<_>>().join(" · ")}
                </p>
                {if reply.is_none() && !matter.state.is_open() {
                    view! { <p class="meta">{replies.no_reply}</p> }.into_any()
                } else {
                    reply.into_any()
                }}
            </div>
        </article>
    }
}
