//! What each column tells: guessed, and put right by a person.

use super::{Bench, Step};
use crate::{
    backend::{ImportColumn, ImportColumns, ImportField, ImportStage, ImportView},
    components::Icon,
    desk::{
        codes::{code_of, from_code},
        screens::use_ready,
        use_words,
    },
    locales::{Words, use_language},
};
use leptos::{ev, prelude::*};

/// A table of the columns, each with a choice.
#[component]
pub fn Columns<'a>(
    /// The file.
    import: &'a ImportView,
    /// What is done to it.
    bench: Bench,
) -> impl IntoView + use<> {
    let words = &use_words().imports;
    let (id, kind) = (import.line.id, import.line.kind);
    let ready = use_ready();
    let chosen = RwSignal::new(import.columns.iter().map(|column| column.field).collect::<Vec<_>>());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        bench.take(Step::Check(ImportColumns { id, fields: chosen.get_untracked() }));
    };
    let rows = import.columns.iter().cloned().enumerate().map(|(n, column)| row(n, column, kind.fields(), chosen, ready)).collect_view();
    let language = use_language();
    let needed: Vec<&str> = kind.fields().iter().filter(|field| kind.needs(**field)).map(|field| field.words(language)).collect();
    let first = import.line.stage == ImportStage::Columns;
    view! {
        <form class="card table" method="post" on:submit=submit aria-labelledby="columns">
            <header>
                <h2 id="columns">{words.columns}</h2>
                <span class="meta">{format!("{}: {}", words.needed, needed.join(language.pick("、", ", ")))}</span>
            </header>
            <div class="pad">
                <p class="meta">{words.columns_hint}</p>
            </div>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.head}</th>
                        <th scope="col">{words.samples}</th>
                        <th scope="col">{words.tells}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="pad row">
                <button class="btn" data-kind=first.then_some("main") type="submit" disabled=move || !ready.get() aria-disabled=move || bench.busy().to_string() aria-busy=move || bench.busy().to_string()>
                    <Icon name="check-c" />
                    {move || if bench.busy() { words.checking } else { words.check }}
                </button>
                <button class="btn" data-kind="quiet" type="button" disabled=move || !ready.get() on:click=move |_| bench.take(Step::Stop(id))>
                    {words.drop}
                </button>
            </div>
        </form>
    }
}

fn row(
    n: usize,
    column: ImportColumn,
    fields: &'static [ImportField],
    chosen: RwSignal<Vec<Option<ImportField>>>,
    ready: RwSignal<bool>,
) -> impl IntoView + use<> {
    let words = &use_words().imports;
    let language = use_language();
    let named = if column.head.is_empty() { format!("{} {}", words.unnamed, n + 1) } else { column.head.clone() };
    let id = format!("column-{n}");
    let options = fields
        .iter()
        .map(|field| {
            let here = column.field == Some(*field);
            view! {
                <option value=code_of(field) selected=here>
                    {field.words(language)}
                </option>
            }
        })
        .collect_view();
    let samples = if column.samples.is_empty() { words.hidden.to_owned() } else { column.samples.join(" · ") };
    view! {
        <tr>
            <td data-main="">
                <label for=id.clone()>{named}</label>
            </td>
            <td class="meta" style="overflow-wrap:anywhere">{samples}</td>
            <td>
                <select
                    class="input"
                    id=id
                    disabled=move || !ready.get()
                    on:change=move |event| {
                        let field = from_code(&event_target_value(&event));
                        chosen.update(|chosen| {
                            if let Some(place) = chosen.get_mut(n) {
                                *place = field;
                            }
                        });
                    }
                >
                    <option value="">{words.left_out}</option>
                    {options}
                </select>
            </td>
        </tr>
    }
}
