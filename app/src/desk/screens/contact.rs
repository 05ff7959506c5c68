//! One's own contact: where to, and of what by which channel.

use super::failed::said;
use crate::{
    backend::{Contact, ContactPage, Problem},
    components::{Banner, Field, Tone, described_by},
    desk::{calls, codes::code_of, use_words},
    locales::{Words, use_language},
};
use huiyin_domain::notice::Topic;
use leptos::{ev, prelude::*};

/// The form; it comes when the server has said what is known.
#[component]
pub(super) fn OwnContact() -> impl IntoView {
    let words = &use_words().notices;
    let known = Resource::new_blocking(|| (), |()| calls::contact());
    view! {
        <section class="stack g-3" aria-labelledby="contact">
            <h2 id="contact" style="font-size:var(--t-3)">{words.contact}</h2>
            <p class="meta">{words.contact_hint}</p>
            <Suspense>
                {move || Suspend::new(async move {
                    match known.await {
                        Ok(page) => form(page).into_any(),
                        Err(problem) => {
                            let (title, detail) = said(&problem);
                            view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }.into_any()
                        }
                    }
                })}
            </Suspense>
        </section>
    }
}

fn form(page: ContactPage) -> impl IntoView {
    let words = &use_words().notices;
    let known = page.contact;
    let (phone, email) = (RwSignal::new(known.phone), RwSignal::new(known.email));
    let (by_sms, by_mail) = (RwSignal::new(known.by_sms), RwSignal::new(known.by_mail));
    let save = Action::new(|contact: &Contact| calls::set_contact(contact.clone()));
    let problem = Signal::derive(move || save.value().get().and_then(Result::err).filter(|_| !save.pending().get()));
    let saved = move || matches!(save.value().get(), Some(Ok(_))) && !save.pending().get();
    let error = move |field: &'static str| {
        Signal::derive(move || problem.get().filter(|problem| problem.field.as_deref() == Some(field)).map(|problem| whole(&problem)))
    };
    let general = move || problem.get().filter(|problem| !matches!(problem.field.as_deref(), Some("phone" | "email")));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !save.pending().get_untracked() {
            save.dispatch(Contact {
                phone: phone.get_untracked(),
                email: email.get_untracked(),
                by_sms: by_sms.get_untracked(),
                by_mail: by_mail.get_untracked(),
            });
        }
    };
    let input = move |id: &'static str, kind: &'static str, value: RwSignal<String>, error: Signal<Option<String>>| {
        view! {
            <input
                class="input"
                id=id
                type=kind
                autocomplete=if kind == "tel" { "tel" } else { "email" }
                maxlength="254"
                aria-describedby=move || described_by(id, true, error.get().is_some())
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
    };
    let (no_phone, no_mailbox) = (error("phone"), error("email"));
    view! {
        <form class="stack g-3" method="post" on:submit=submit>
            {move || general().map(|problem| {
                let (title, detail) = said(&problem);
                view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }
            })}
            <Field id="contact-phone" label=words.phone hint=words.phone_hint error=no_phone>
                {input("contact-phone", "tel", phone, no_phone)}
            </Field>
            <Field id="contact-email" label=words.email hint=words.email_hint error=no_mailbox>
                {input("contact-email", "email", email, no_mailbox)}
            </Field>
            {topics(words.by_sms, "sms", by_sms, (!page.sms).then_some(words.no_sms))}
            {topics(words.by_mail, "mail", by_mail, (!page.mail).then_some(words.no_mail))}
            <p class="row">
                <button class="btn" type="submit" aria-disabled=move || save.pending().get().to_string()>
                    {words.save}
                </button>
            </p>
            <div role="status">{move || saved().then(|| view! { <Banner tone=Tone::Done title=words.saved /> })}</div>
        </form>
    }
}

/// What is sent by one channel.
fn topics(label: &'static str, channel: &'static str, chosen: RwSignal<Vec<Topic>>, remark: Option<&'static str>) -> impl IntoView {
    let language = use_language();
    let hint = format!("contact-{channel}-h");
    let described = remark.map(|_| hint.clone());
    let checks = Topic::ALL
        .into_iter()
        .map(|topic| {
            let change = move |on: bool| {
                chosen.update(|chosen| {
                    chosen.retain(|other| *other != topic);
                    if on {
                        chosen.push(topic);
                    }
                });
            };
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        name=format!("{channel}-{}", code_of(&topic))
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&topic))
                        on:change=move |event| change(event_target_checked(&event))
                    />
                    <span>{topic.words(language)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend>{label}</legend>
            {remark.map(|remark| view! { <p class="hint" id=hint>{remark}</p> })}
            {checks}
        </fieldset>
    }
}

/// What happened and what to do, in one line.
fn whole(problem: &Problem) -> String {
    let (title, detail) = said(problem);
    format!("{title}{}{detail}", use_language().pick("。", ". "))
}
