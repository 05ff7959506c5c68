//! The page that an invitation leads to.

use crate::auth::Invited;
use huiyin_app::{
    backend::Problem,
    locales::Language,
    shell::{Assets, Look, Page, document},
};
use huiyin_domain::rulebook::Division;
use leptos::prelude::*;

/// What became of the link.
pub(super) enum Found {
    /// It works.
    Open {
        invited: Invited,
        /// Goes along with the form.
        token: String,
    },
    /// The password is set.
    Done { invited: Invited },
    /// It does not work; the problem says why.
    Closed,
}

/// What the page shows.
pub(super) struct InvitationPage<'a> {
    pub(super) language: Language,
    pub(super) look: Look,
    pub(super) assets: &'a Assets,
    pub(super) county: Option<Division>,
    pub(super) found: Found,
    pub(super) problem: Option<Problem>,
}

struct InvitationWords {
    title: &'static str,
    hello: fn(&str) -> String,
    lead: &'static str,
    sign_in_name: &'static str,
    password: &'static str,
    hint: &'static str,
    again: &'static str,
    go: &'static str,
    done: &'static str,
    done_lead: &'static str,
    to_desk: &'static str,
    to_field: &'static str,
}

const ZH: InvitationWords = InvitationWords {
    title: "设置密码",
    hello: |name| format!("{name}，您好"),
    lead: "县里给您开了账号。请自己设一个密码，别人不会知道。",
    sign_in_name: "您的登录名",
    password: "密码",
    hint: "至少 10 个字符，不含登录名。一句自己记得住的话最好。",
    again: "再输一次密码",
    go: "设置密码",
    done: "密码设好了",
    done_lead: "现在可以用登录名和密码登录。这个链接已经作废。",
    to_desk: "登录工作台",
    to_field: "手机巡查",
};

const EN: InvitationWords = InvitationWords {
    title: "Set your password",
    hello: |name| format!("Welcome, {name}"),
    lead: "The county made an account for you. Choose a password yourself; nobody else learns it.",
    sign_in_name: "Your sign-in name",
    password: "Password",
    hint: "At least 10 characters, without your sign-in name. A sentence that you remember is best.",
    again: "Password once more",
    go: "Set the password",
    done: "Your password is set",
    done_lead: "Sign in with your name and password. This link no longer works.",
    to_desk: "Sign in to the desk",
    to_field: "On the phone",
};

/// The page as text.
pub(super) fn invitation_page(shown: InvitationPage<'_>) -> String {
    let words = if shown.language == Language::Zh { &ZH } else { &EN };
    let county = shown.county.map(|county| if shown.language == Language::Zh { county.name } else { county.name_en });
    let page = Page {
        language: shown.language,
        look: shown.look,
        title: format!("{} · 回音", words.title),
        description: None,
        other_language: None,
        room: "room-public",
        assets: shown.assets.clone(),
    };
    let (found, problem) = (shown.found, shown.problem);
    document(&page, move || {
        view! {
            <main id="main" tabindex="-1" class="wrap stack g-6 page-pad" style="max-inline-size:28rem">
                <p class="meta">"回音 " {county}</p>
                {match found {
                    Found::Open { invited, token } => form(words, invited, token, problem).into_any(),
                    Found::Done { invited } => done(words, invited).into_any(),
                    Found::Closed => closed(words, problem).into_any(),
                }}
            </main>
        }
    })
}

fn form(words: &'static InvitationWords, invited: Invited, token: String, problem: Option<Problem>) -> impl IntoView {
    let wrong = |field: &str| problem.as_ref().is_some_and(|problem| problem.field.as_deref() == Some(field));
    let (weak, differs) = (wrong("password"), wrong("again"));
    view! {
        <div class="stack g-2">
            <h1>{(words.hello)(&invited.name)}</h1>
            <p class="meta">{words.lead}</p>
        </div>
        {problem.map(|problem| view! {
            <div class="banner" data-tone="late" role="alert" id="problem">
                <p>
                    <strong>{problem.title}</strong>
                    " "
                    {problem.detail}
                </p>
            </div>
        })}
        <form method="post" action="/desk/invitation" class="stack g-5">
            <input type="hidden" name="token" value=token />
            <div class="field">
                <label for="name">{words.sign_in_name}</label>
                <input class="input" id="name" type="text" value=invited.sign_in_name readonly autocomplete="username" />
            </div>
            {password("password", words.password, Some(words.hint), weak)}
            {password("again", words.again, None, differs)}
            <button class="btn" data-kind="main" data-size="l" data-wide type="submit">
                {words.go}
            </button>
        </form>
    }
}

fn password(name: &'static str, label: &'static str, hint: Option<&'static str>, wrong: bool) -> impl IntoView {
    let described = match (hint.is_some(), wrong) {
        (true, true) => Some("hint problem"),
        (true, false) => Some("hint"),
        (false, true) => Some("problem"),
        (false, false) => None,
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id="hint">{hint}</p> })}
            <input
                class="input"
                id=name
                name=name
                type="password"
                required
                autocomplete="new-password"
                maxlength="1000"
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
        </div>
    }
}

fn done(words: &'static InvitationWords, invited: Invited) -> impl IntoView {
    view! {
        <div class="stack g-2">
            <h1>{words.done}</h1>
            <p>{words.done_lead}</p>
            <p>{words.sign_in_name} " " <strong class="code">{invited.sign_in_name}</strong></p>
        </div>
        <p class="row">
            <a class="btn" data-kind="main" href="/desk/sign-in">
                {words.to_desk}
            </a>
            <a class="btn" href="/field">
                {words.to_field}
            </a>
        </p>
    }
}

fn closed(words: &'static InvitationWords, problem: Option<Problem>) -> impl IntoView {
    let (title, detail) = problem.map(|problem| (problem.title, problem.detail)).unwrap_or_default();
    view! {
        <div class="stack g-2">
            <h1>{title}</h1>
            <p>{detail}</p>
        </div>
        <p class="row">
            <a class="btn" href="/desk/sign-in">
                {words.to_desk}
            </a>
        </p>
    }
}
