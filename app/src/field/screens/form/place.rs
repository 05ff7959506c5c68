//! Where it is: the own position, typed coordinates, or why it is not known.

use super::{
    super::{
        naming,
        report::{How, Place},
        words,
    },
    FieldError, PositionFinder,
};
use crate::{
    components::Icon,
    field::phone::Phone,
    locales::{Words, use_language},
};
use huiyin_domain::{place::Point, refusal::Unmet};
use leptos::prelude::*;

/// The place of a report.
#[component]
pub(crate) fn PlaceField(
    /// Its heading.
    title: &'static str,
    /// What the form holds.
    #[prop(into)]
    place: Signal<Place>,
    /// Takes a change.
    set: Callback<Place>,
    /// What is unmet.
    #[prop(into)]
    unmet: Signal<Vec<Unmet>>,
) -> impl IntoView {
    let form = &words().form;
    let change = move |with: &dyn Fn(&mut Place)| {
        let mut place = place.get_untracked();
        with(&mut place);
        set.run(place);
    };
    let how = Memo::new(move |_| place.read().how);
    let choice = move |value: How, label: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="how"
                    prop:checked=move || how.get() == value
                    on:change=move |_| change(&|place| place.how = value)
                />
                {label}
            </label>
        }
    };
    let number = move |id: &'static str, label: &'static str, read: fn(&Place) -> &String, write: fn(&mut Place) -> &mut String| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input
                    class="input"
                    id=id
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=move || place.with(|place| read(place).clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        change(&move |place| write(place).clone_from(&text));
                    }
                />
            </div>
        }
    };
    view! {
        <section class="field" id="place" role="group" aria-labelledby="place-title" aria-invalid=move || (!unmet.read().is_empty()).then_some("true")>
            <h2 id="place-title">{title}</h2>
            <FieldError id="place" unmet=unmet />
            <div class="seg" role="radiogroup" aria-label=form.place_how>
                {choice(How::Here, form.how_here)}
                {choice(How::Typed, form.how_typed)}
                {choice(How::Unknown, form.how_unknown)}
            </div>
            {move || match how.get() {
                How::Here => {
                    view! {
                        <PositionFinder
                            fix=Signal::derive(move || place.read().fix)
                            set=Callback::new(move |fix| change(&|place| place.fix = Some(fix)))
                        />
                    }
                        .into_any()
                }
                How::Typed => {
                    view! {
                        <p class="hint">{form.typed_hint}</p>
                        <div class="ba">
                            {number("lat", form.lat, |place| &place.lat, |place| &mut place.lat)}
                            {number("lon", form.lon, |place| &place.lon, |place| &mut place.lon)}
                        </div>
                    }
                        .into_any()
                }
                How::Unknown => {
                    view! {
                        <div class="field">
                            <label for="reason">{form.unknown_reason}</label>
                            <p class="hint" id="reason-hint">
                                {form.unknown_hint}
                            </p>
                            <input
                                class="input"
                                id="reason"
                                aria-describedby="reason-hint"
                                prop:value=move || place.with(|place| place.reason.clone())
                                on:input:target=move |event| {
                                    let text = event.target().value();
                                    change(&move |place| place.reason.clone_from(&text));
                                }
                            />
                        </div>
                    }
                        .into_any()
                }
            }}
            <Around point=Signal::derive(move || place.read().point().filter(|point| point.is_possible())) />
        </section>
    }
}

/// What the rulebook's map says of a point: township, zones, or outside.
#[component]
fn Around(point: Signal<Option<Point>>) -> impl IntoView {
    let form = &words().form;
    let phone = Phone::here();
    let language = use_language();
    move || {
        let point = point.get()?;
        let book = phone.book().get()?;
        let zones: Vec<String> =
            book.rulebook.zones_at(point).map(|zone| (form.in_zone)(&format!("{}（{}）", zone.name, zone.kind.words(language)))).collect();
        let division = book.rulebook.division_at(point).and_then(|division| naming::division(&division.code));
        let mapped = book.rulebook.county.boundary.is_some();
        let (icon, said) = match division {
            Some(name) => ("pin", (form.in_division)(&name)),
            None if mapped => ("info", form.outside.to_owned()),
            None => return None,
        };
        Some(view! {
            <p class="head meta">
                <Icon name=icon size="s" />
                <span>{said}</span>
            </p>
            {zones
                .into_iter()
                .map(|zone| {
                    view! {
                        <p class="head meta">
                            <Icon name="layers" size="s" />
                            <span>{zone}</span>
                        </p>
                    }
                })
                .collect_view()}
        })
    }
}
