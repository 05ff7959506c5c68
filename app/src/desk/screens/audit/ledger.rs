//! 台账: every entry of the ledger, without its content.

use crate::{
    backend::{LedgerLine, LedgerPage, LedgerQuery, Me, VerdictName},
    components::{Tag, Tone},
    desk::{
        Asking, calls,
        codes::from_code,
        query::{text, with_query},
        screens::{
            Bones, DemoNote, Failed,
            listed::{Listed, Turning, from_newest},
        },
        use_words,
    },
    locales::{Words, dates, use_language},
};
use huiyin_domain::case::VerbName;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Form, hooks::use_query_map};

/// Digits of a hash that stand on the page; all of them are said by the row's title.
const DIGITS: usize = 12;

/// The ledger.
#[component]
pub fn Ledger() -> impl IntoView {
    let words = &use_words().audit;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| LedgerQuery { upto: params.with(|params| text(params, "upto")).and_then(|number| number.parse().ok()) });
    let page = Resource::new_blocking(move || query.get(), calls::ledger);
    view! {
        <Title text=words.ledger_tab_title />
        <div class="top">
            <h1>{words.ledger_title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(page)) => shown(&me, page, &query.get_untracked()).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn shown(me: &Me, page: LedgerPage, query: &LedgerQuery) -> impl IntoView + use<> {
    let words = &use_words().audit;
    let newest = query.upto.map(|_| "/desk/ledger".to_owned());
    let older = page.next.map(|upto| with_query("/desk/ledger", &[("upto", upto.to_string())]));
    let first = query.upto.map(|upto| upto.to_string()).unwrap_or_default();
    let rows = page.lines.iter().map(|line| row(line).into_any()).collect();
    let columns = vec![
        words.column_number,
        words.column_verb,
        words.column_who,
        words.column_case,
        words.column_verdict,
        words.column_when,
        words.column_hash,
    ];
    view! {
        <div class="stack">
            <DemoNote demo=me.demo />
            <p class="meta">{words.ledger_lead}</p>
            <Form method="GET" action="/desk/ledger" attr:class="row">
                <label class="row g-1" for="ledger-upto">
                    {words.upto}
                    <input
                        class="input"
                        id="ledger-upto"
                        name="upto"
                        type="number"
                        min="1"
                        max=page.newest.to_string()
                        placeholder=page.newest.to_string()
                        value=first.clone()
                        prop:value=first
                        style="inline-size:9rem"
                    />
                </label>
                <button class="btn" type="submit">
                    {words.show}
                </button>
            </Form>
            <Listed
                caption=words.ledger_list
                columns=columns
                rows=rows
                empty=(words.ledger_empty, words.ledger_empty_text)
                icon="list"
            />
            <Turning words=from_newest() first=newest next=older />
        </div>
    }
}

fn row(line: &LedgerLine) -> impl IntoView + use<> {
    let words = &use_words().audit;
    let language = use_language();
    let verb = from_code::<VerbName>(&line.verb).map_or(words.unknown_verb, |verb| verb.words(language));
    let (tone, verdict) = match line.verdict {
        VerdictName::Applied => (None, words.applied),
        VerdictName::Conflict => (Some(Tone::Soon), words.conflict),
        VerdictName::Refused => (Some(Tone::Soon), words.refused),
        VerdictName::Held => (Some(Tone::Late), words.held),
    };
    let hash = line.hash.to_string();
    let head: String = hash.chars().take(DIGITS).collect();
    view! {
        <tr>
            <td data-main="" class="num">{line.seq}</td>
            <td>{verb}</td>
            <td data-label=words.column_who>{line.by.clone().unwrap_or_else(|| words.nobody.to_owned())}</td>
            <td data-label=words.column_case>
                <span class="code">{line.case.clone()}</span>
            </td>
            <td>
                <Tag tone=tone>{verdict}</Tag>
            </td>
            <td>
                <span class="num">{dates::moment_and_year(line.at, language)}</span>
            </td>
            <td>
                <span class="code" title=hash>{head}</span>
            </td>
        </tr>
    }
}
