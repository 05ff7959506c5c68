//! Whether it is a complaint about a unit of the county: then that unit never learns of it.

use super::{
    super::{draft::Drafting, words},
    ReportContent,
};
use crate::{components::Icon, field::phone::Phone, locales::use_language};
use huiyin_domain::people::UnitCode;
use leptos::prelude::*;

/// Folded away: few reports are such a complaint.
#[component]
pub(super) fn AboutUnitField(drafting: Drafting<ReportContent>) -> impl IntoView {
    let report = &words().report;
    let phone = Phone::here();
    let language = use_language();
    let chosen = drafting.part(|content| content.about_unit.clone());
    let open = chosen.with_untracked(Option::is_some);
    let choose = move |event| {
        let code = event_target_value(&event);
        let unit = (!code.is_empty()).then_some(UnitCode(code));
        drafting.change("about_unit", |content| content.about_unit = unit);
    };
    let units = move || {
        let units = phone.book().get().map(|book| book.rulebook.units.clone()).unwrap_or_default();
        let option = |unit: huiyin_domain::rulebook::Unit| {
            let (name, code) = (language.pick(&unit.name, &unit.name_en).clone(), unit.code);
            let is_chosen = chosen.with_untracked(|chosen| chosen.as_ref() == Some(&code));
            view! { <option value=code.0 selected=is_chosen>{name}</option> }
        };
        units.into_iter().map(option).collect_view()
    };
    view! {
        <details class="card fold" open=open>
            <summary class="pad">{report.about} <Icon name="down" /></summary>
            <div class="field pad">
                <label for="about_unit">{report.about_unit}</label>
                <p class="hint" id="about_unit-h">{report.about_hint}</p>
                <select class="input" id="about_unit" aria-describedby="about_unit-h" on:change=choose>
                    <option value="">{report.about_none}</option>
                    {units}
                </select>
            </div>
        </details>
    }
}
