//! 当场整改: shown only where the category allows it.

use super::{
    super::{
        draft::Drafting,
        form::{PhotoStrip, TextField},
        words,
    },
    ReportContent,
};
use crate::{components::Icon, field::phone::Phone};
use huiyin_domain::photo::Purpose;
use leptos::prelude::*;

/// The switch, and what it asks for.
#[component]
pub(super) fn OnSpotField(drafting: Drafting<ReportContent>) -> impl IntoView {
    let report = &words().report;
    let phone = Phone::here();
    let code = drafting.part(|content| content.category.clone());
    let allowed = Memo::new(move |_| {
        let code = code.get();
        phone
            .book()
            .with(|book| code.and_then(|code| book.as_ref()?.rulebook.category(&code).map(|category| category.on_spot)).unwrap_or(false))
    });
    let on = drafting.part(|content| content.solved);
    let set_done = Callback::new(move |text| drafting.change("solved", |content| content.done = text));
    let details = move || {
        view! {
            <TextField
                id="done"
                label=report.on_spot_done
                hint=report.on_spot_done_hint
                value=drafting.part(|content| content.done.clone())
                set=set_done
                unmet=drafting.unmet_of("solved")
            />
            <PhotoStrip
                sheet=drafting.sheet
                purpose=Purpose::After
                title=report.on_spot_photos
                hint=Signal::stored(report.on_spot_photos_hint.to_owned())
                id="after"
            />
        }
    };
    move || {
        allowed.get().then(|| {
            view! {
                <div class="card">
                    <div class="pad stack">
                        <label class="check">
                            <Icon name="check-c" />
                            <span>{report.on_spot}</span>
                            <input
                                class="switch"
                                type="checkbox"
                                role="switch"
                                prop:checked=on
                                on:change:target=move |event| {
                                    let checked = event.target().checked();
                                    drafting.change("solved", |content| content.solved = checked);
                                }
                            />
                            <span class="hint">{report.on_spot_hint}</span>
                        </label>
                        {move || on.get().then(details)}
                    </div>
                </div>
            }
        })
    }
}
