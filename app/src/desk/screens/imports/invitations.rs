//! The ways into accounts that a file brought: made when somebody asks for them, shown once.

use crate::{
    backend::RowInvitation,
    components::{Banner, Icon, Tone},
    desk::{
        calls,
        screens::{failed::said, people::invitation::Qr, use_ready},
        use_words,
    },
    locales::{dates, use_language},
};
use leptos::prelude::*;
use uuid::Uuid;

/// A button, and then a link for everybody who has no password yet.
#[component]
pub fn Invitations(
    /// The file.
    id: Uuid,
) -> impl IntoView {
    let words = &use_words().imports;
    let ready = use_ready();
    let make = Action::new(move |(): &()| calls::invite_imported(id));
    let busy = move || make.pending().get();
    let ask = move |_| {
        if !make.pending().get_untracked() {
            make.dispatch(());
        }
    };
    view! {
        <section class="card table" aria-labelledby="invitations">
            <header>
                <h2 id="invitations">{words.invitations}</h2>
            </header>
            <div class="pad stack">
                <p class="meta">{words.invitations_lead}</p>
                <p class="row">
                    <button class="btn" data-kind="main" type="button" disabled=move || !ready.get() aria-disabled=move || busy().to_string() aria-busy=move || busy().to_string() on:click=ask>
                        <Icon name="send" />
                        {move || if busy() { words.invitations_making } else { words.invitations_make }}
                    </button>
                </p>
                <div role="status" class="stack">
                    {move || make.value().get().map(|answer| match answer {
                        Ok(made) => shown(made),
                        Err(problem) => {
                            let (title, detail) = said(&problem);
                            view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }.into_any()
                        }
                    })}
                </div>
            </div>
        </section>
    }
}

fn shown(made: Vec<RowInvitation>) -> AnyView {
    let all = use_words();
    let words = &all.imports;
    let Some(first) = made.first() else {
        return view! { <p class="meta">{words.invitations_none}</p> }.into_any();
    };
    let until = dates::moment(first.invitation.expires_at, use_language());
    let rows = made.into_iter().map(row).collect_view();
    view! {
        <Banner tone=Tone::Soon title=format!("{} {until}", words.invitations_until) />
        <table>
            <caption class="vh">{words.invitations}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{words.row}</th>
                    <th scope="col">{all.people.name}</th>
                    <th scope="col">{all.people.sign_in_name}</th>
                    <th scope="col">{all.people.link}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(made: RowInvitation) -> impl IntoView {
    let all = use_words();
    let words = &all.imports;
    let label = format!("{} {}", all.people.link, made.name);
    view! {
        <tr>
            <td class="n" data-label=words.row>{made.row}</td>
            <td data-main="">
                <a href=format!("/desk/people/{}", made.person)>{made.name}</a>
            </td>
            <td data-label=all.people.sign_in_name>{made.sign_in_name}</td>
            <td>
                <input class="input code" type="text" readonly=true aria-label=label value=made.invitation.link.clone() />
                <details class="fold">
                    <summary>{words.invitation_code}</summary>
                    <Qr invitation=made.invitation />
                </details>
            </td>
        </tr>
    }
}
