//! One's own password: the present one, the new one twice.

use crate::{
    backend::{PasswordChange, Problem},
    components::{Banner, Field, Tone, described_by},
    desk::{calls, naming, screens::failed::said, use_words},
    locales::use_language,
};
use leptos::{ev, prelude::*};

/// Which input an error belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Input {
    Present,
    New,
    Again,
}

impl Input {
    fn id(self) -> &'static str {
        match self {
            Input::Present => "present-password",
            Input::New => "new-password",
            Input::Again => "new-password-again",
        }
    }

    /// The field of the problem that is about this input.
    fn named(self, problem: &Problem) -> bool {
        problem.field.as_deref()
            == match self {
                Input::Present => Some("present"),
                Input::New => Some("new"),
                Input::Again => None,
            }
    }
}

/// The form. What was typed stays when it is refused.
#[component]
pub(super) fn OwnPassword() -> impl IntoView {
    let words = &use_words().password;
    let (present, new, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let different = RwSignal::new(false);
    let change = Action::new(|change: &PasswordChange| calls::change_password(change.clone()));
    let problem = Signal::derive(move || change.value().get().and_then(Result::err).filter(|_| !change.pending().get()));
    let done = Signal::derive(move || matches!(change.value().get(), Some(Ok(()))));
    let error = move |input: Input| {
        Signal::derive(move || match input {
            Input::Again => different.get().then(|| words.different.to_owned()),
            _ => problem.get().filter(|problem| input.named(problem)).map(|problem| said_whole(&problem)),
        })
    };
    let general = move || problem.get().filter(|problem| ![Input::Present, Input::New].iter().any(|input| input.named(problem)));
    Effect::new(move |_| {
        if done.get() {
            for value in [present, new, again] {
                value.set(String::new());
            }
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        different.set(new.get_untracked() != again.get_untracked());
        if !different.get_untracked() && !change.pending().get_untracked() {
            change.dispatch(PasswordChange { present: present.get_untracked(), new: new.get_untracked() });
        }
    };
    let input = move |which: Input, value: RwSignal<String>, hint: bool, kind: &'static str| {
        let error = error(which);
        view! {
            <input
                class="input"
                id=which.id()
                type="password"
                autocomplete=kind
                required=true
                aria-describedby=move || described_by(which.id(), hint, error.get().is_some())
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
    };
    view! {
        <section class="stack g-3" aria-labelledby="password">
            <h2 id="password" style="font-size:var(--t-3)">{words.title}</h2>
            <form class="stack g-3" method="post" on:submit=submit>
                {move || general().map(|problem| {
                    let (title, detail) = said(&problem);
                    view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }
                })}
                <Field id=Input::Present.id() label=words.present error=error(Input::Present)>
                    {input(Input::Present, present, false, "current-password")}
                </Field>
                <Field id=Input::New.id() label=words.new hint=words.hint error=error(Input::New)>
                    {input(Input::New, new, true, "new-password")}
                </Field>
                <Field id=Input::Again.id() label=words.again error=error(Input::Again)>
                    {input(Input::Again, again, false, "new-password")}
                </Field>
                <p class="row">
                    <button class="btn" type="submit" aria-disabled=move || change.pending().get().to_string()>
                        {words.change}
                    </button>
                </p>
            </form>
            <div role="status">
                {move || done.get().then(|| view! {
                    <Banner tone=Tone::Done title=words.done>
                        <a href="/desk/sign-in" rel="external">{words.sign_in_again}</a>
                    </Banner>
                })}
            </div>
        </section>
    }
}

/// What happened and what to do, in one line.
fn said_whole(problem: &Problem) -> String {
    naming::sentences(&said(problem), use_language())
}
