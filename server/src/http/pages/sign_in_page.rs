//! The sign-in page.

use huiyin_app::{
    backend::Problem,
    locales::Language,
    shell::{Assets, Look, Page, document},
};
use huiyin_domain::rulebook::Division;
use leptos::prelude::*;

/// What the page shows.
pub(super) struct SignInPage<'a> {
    pub(super) language: Language,
    pub(super) look: Look,
    pub(super) assets: &'a Assets,
    pub(super) county: Option<Division>,
    pub(super) demo: bool,
    pub(super) name: String,
    pub(super) back: String,
    pub(super) problem: Option<Problem>,
    pub(super) wait_s: Option<u32>,
}

struct SignInWords {
    title: &'static str,
    lead: &'static str,
    name: &'static str,
    password: &'static str,
    go: &'static str,
    forgot: &'static str,
    demo: &'static str,
    wait: fn(u32) -> String,
    public: &'static str,
    field: &'static str,
}

const ZH: SignInWords = SignInWords {
    title: "登录工作台",
    lead: "用县里发给您的用户名和密码。",
    name: "用户名",
    password: "密码",
    go: "登录",
    forgot: "忘记密码，请找本单位管理员重设。",
    demo: "演示系统：人、地、事都是编的。",
    wait: |seconds| format!("请过 {seconds} 秒再试。"),
    public: "公开页面",
    field: "手机巡查",
};

const EN: SignInWords = SignInWords {
    title: "Sign in to the desk",
    lead: "Use the name and password that the county gave you.",
    name: "Sign-in name",
    password: "Password",
    go: "Sign in",
    forgot: "Forgotten it? Ask your unit's administrator for a new one.",
    demo: "Demonstration: people, places and matters are invented.",
    wait: |seconds| format!("Try again in {seconds} s."),
    public: "Public pages",
    field: "On the phone",
};

/// The page as text.
pub(super) fn sign_in_page(shown: SignInPage<'_>) -> String {
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
    let wait = shown.wait_s.map(words.wait);
    let (problem, described) = (shown.problem, "problem");
    let wrong = problem.is_some();
    let home = if shown.language == Language::Zh { "/" } else { "/en/" };
    document(&page, move || {
        view! {
            <main id="main" tabindex="-1" class="wrap stack g-6 page-pad" style="max-inline-size:28rem">
                <div class="stack g-2">
                    <p class="meta">"回音 " {county}</p>
                    <h1>{words.title}</h1>
                    <p class="meta">{words.lead}</p>
                </div>
                {shown.demo.then(|| view! { <p class="banner" data-kind="busy">{words.demo}</p> })}
                {problem
                    .map(|problem| {
                        view! {
                            <div class="banner" data-kind="off" role="alert" id="problem">
                                <p>
                                    <strong>{problem.title}</strong>
                                    " "
                                    {problem.detail}
                                    " "
                                    {wait}
                                </p>
                            </div>
                        }
                    })}
                <form method="post" action="/desk/sign-in" class="stack g-5">
                    <input type="hidden" name="next" value=shown.back />
                    <div class="field">
                        <label for="name">{words.name}</label>
                        <input
                            class="input"
                            id="name"
                            name="name"
                            type="text"
                            value=shown.name
                            required
                            autocomplete="username"
                            autocapitalize="none"
                            spellcheck="false"
                            maxlength="100"
                        />
                    </div>
                    <div class="field">
                        <label for="password">{words.password}</label>
                        <input
                            class="input"
                            id="password"
                            name="password"
                            type="password"
                            required
                            autocomplete="current-password"
                            maxlength="1000"
                            aria-invalid=wrong.then_some("true")
                            aria-describedby=wrong.then_some(described)
                        />
                        <p class="hint">{words.forgot}</p>
                    </div>
                    <button class="btn" data-kind="main" data-size="l" data-wide type="submit">
                        {words.go}
                    </button>
                </form>
                <p class="row meta">
                    <a href=home>{words.public}</a>
                    <a href="/field">{words.field}</a>
                </p>
            </main>
        }
    })
}
