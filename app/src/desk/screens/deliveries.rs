//! 发送记录: what was sent by message, mail and to programs, for administrators.

use super::{
    Bones, DemoNote, Failed,
    failed::said,
    listed::{Listed, Turning, from_newest},
};
use crate::{
    backend::{Channel, DeliveriesPage, DeliveriesQuery, DeliveryLine, DeliveryState, Problem, Redeliver},
    components::{Banner, Icon, Tag, Tone},
    desk::{
        Asking, calls,
        codes::{code_of, from_code},
        query::with_query,
        use_words,
    },
    locales::{dates, desk::NoticesWords, rules, use_language},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// Where it is.
const HERE: &str = "/desk/notices/deliveries";

type Again = Action<Redeliver, Result<(), Problem>>;

/// The log.
#[component]
pub fn Deliveries() -> impl IntoView {
    let words = &use_words().notices;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| {
        let text = |name: &str| params.with(|params| params.get(name)).filter(|text| !text.is_empty());
        DeliveriesQuery { state: text("state").and_then(|code| from_code(&code)), after: text("after") }
    });
    let again: Again = Action::new(|which: &Redeliver| calls::redeliver(which.clone()));
    let page = Resource::new_blocking(move || (query.get(), again.version().get()), |(query, _)| calls::deliveries(query));
    let answer = move || again.value().get().filter(|_| !again.pending().get());
    view! {
        <Title text=words.log />
        <div class="top">
            <h1>{words.log}</h1>
        </div>
        <div class="stack">
            <p class="meta">{words.log_hint}</p>
            <div role="status">
                {move || answer().map(|answer| match answer {
                    Ok(()) => view! { <Banner tone=Tone::Done title=words.again_done /> }.into_any(),
                    Err(problem) => {
                        let (title, detail) = said(&problem);
                        view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }.into_any()
                    }
                })}
            </div>
            <Transition fallback=Bones>
                {move || Suspend::new(async move {
                    match (me.await, page.await) {
                        (Ok(me), Ok(page)) => {
                            view! {
                                <DemoNote demo=me.demo />
                                {list(page, &query.get_untracked(), again)}
                            }
                            .into_any()
                        }
                        (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

fn list(page: DeliveriesPage, query: &DeliveriesQuery, again: Again) -> impl IntoView + use<> {
    let words = &use_words().notices;
    let chosen = query.state;
    let address = |state: Option<DeliveryState>, after: Option<String>| {
        let parts = [("state", state.as_ref().map(code_of)), ("after", after)];
        with_query(HERE, &parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect::<Vec<_>>())
    };
    let chip = |state: Option<DeliveryState>| {
        let label = state.map_or(words.all, |state| state_words(state, words));
        view! {
            <a class="chip" href=address(state, None) aria-current=(state == chosen).then_some("true")>
                {label}
            </a>
        }
    };
    let chips: Vec<_> = std::iter::once(None).chain(DeliveryState::ALL.map(Some)).map(chip).collect();
    let older = page.next.map(|after| address(chosen, Some(after)));
    let newest = query.after.as_ref().map(|_| address(chosen, None));
    let rows = page.rows.into_iter().map(|line| row(line, again).into_any()).collect();
    let columns = vec![words.column_notice, words.column_whom, words.column_state, words.column_when];
    view! {
        {page.channels.is_empty().then(|| view! { <Banner icon="info" title=words.none_set_up /> })}
        <nav class="chips" aria-label=words.column_state>{chips}</nav>
        <Listed caption=words.log columns=columns rows=rows empty=(words.log_empty, words.log_empty_text) icon="send" />
        <Turning words=from_newest() first=newest next=older />
    }
}

fn state_words(state: DeliveryState, words: &NoticesWords) -> &'static str {
    match state {
        DeliveryState::Waiting => words.waiting,
        DeliveryState::Sent => words.sent,
        DeliveryState::Failed => words.failed,
        DeliveryState::Skipped => words.skipped,
    }
}

fn tone(state: DeliveryState) -> Option<Tone> {
    match state {
        DeliveryState::Waiting => Some(Tone::Info),
        DeliveryState::Sent => Some(Tone::Done),
        DeliveryState::Failed => Some(Tone::Late),
        DeliveryState::Skipped => None,
    }
}

fn row(line: DeliveryLine, again: Again) -> impl IntoView {
    let words = &use_words().notices;
    let language = use_language();
    let channel = match line.channel {
        Channel::Sms => words.sms,
        Channel::Mail => words.mail,
        Channel::Webhook => words.webhook,
    };
    let number = line.about.number.clone();
    let why = line.error.as_deref().map(|code| NoticesWords::why(code, language));
    let next = line.next_try_at.map(|at| format!("{} {}", words.next_try, dates::moment(at, language)));
    let at = line.done_at.unwrap_or(line.made_at);
    let which = Redeliver { id: line.id.clone() };
    let label = format!("{} {}", number.clone().unwrap_or_default(), words.again);
    view! {
        <tr>
            <td data-main="">
                {rules::notice_head(&line.about, language)}
                {number.map(|number| view! { " " <span class="code">{number}</span> })}
            </td>
            <td data-label=words.column_whom>
                {line.person.clone().unwrap_or_else(|| words.a_group.to_owned())} " · " {channel}
            </td>
            <td data-label=words.column_state>
                <Tag tone=tone(line.state)>{state_words(line.state, words)}</Tag>
                {why.map(|why| view! { <br /> <span class="meta">{why}</span> })}
                {(line.tries > 1).then(|| view! { <br /> <span class="meta">{words.tries} " " {line.tries}</span> })}
                {matches!(line.state, DeliveryState::Failed | DeliveryState::Skipped).then(|| view! {
                    <br />
                    <button class="btn" data-kind="quiet" type="button" aria-label=label on:click=move |_| drop(again.dispatch(which.clone()))>
                        <Icon name="retry" size="s" />
                        {words.again}
                    </button>
                })}
            </td>
            <td data-label=words.column_when>
                <time datetime=at.to_string()>{dates::moment(at, language)}</time>
                {next.map(|next| view! { <br /> <span class="meta">{next}</span> })}
            </td>
        </tr>
    }
}
