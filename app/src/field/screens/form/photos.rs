//! The photo strip: take, pick, look, remove. Every form has this one.

use super::{
    super::{photo::Picture, sheet::Sheet, trouble, words},
    FieldError,
};
use crate::{
    components::Icon,
    field::phone::Phone,
    locales::{dates, use_language},
};
use huiyin_domain::{
    photo::{MAX_PER_COMMAND, Photo, Purpose},
    refusal::Unmet,
};
use leptos::{html, prelude::*, task::spawn_local};
use web_sys::File;

/// What browsers may hand us.
const ACCEPT: &str = "image/jpeg,image/png,image/webp";

/// The strip for photos of one purpose.
#[component]
pub(crate) fn PhotoStrip(
    /// The form.
    sheet: Sheet,
    /// What these photos show.
    purpose: Purpose,
    /// Its heading.
    title: &'static str,
    /// How to take them.
    #[prop(into)]
    hint: Signal<String>,
    /// Id of the section.
    id: &'static str,
    /// Older photos to stand beside, one for each new one.
    #[prop(optional)]
    beside: Vec<Photo>,
    /// What is unmet.
    #[prop(into, optional)]
    unmet: Option<Signal<Vec<Unmet>>>,
) -> impl IntoView {
    let form = &words().form;
    let phone = sheet.phone;
    let beside = StoredValue::new(beside);
    let photos = sheet.photos(purpose);
    let busy = RwSignal::new(0_usize);
    let said = RwSignal::new(None::<String>);
    let owner = Owner::current();
    let no_room = Memo::new(move |_| phone.storage().read().is_too_full_for_photos());
    let room = move || if no_room.get() { 0 } else { MAX_PER_COMMAND.saturating_sub(photos.read().len() + busy.get()) };
    Effect::new(move |before: Option<usize>| {
        let now = photos.read().len();
        if before.is_some_and(|before| before != now) {
            sheet.mended("photos");
        }
        now
    });
    let cells = Memo::new(move |_| beside.with_value(|beside| Cell::lay_out(&photos.read(), busy.get(), room() > 0, beside)));
    let keep = Callback::new(move |files: Vec<File>| {
        said.set(None);
        busy.update(|n| *n += files.len());
        let owner = owner.clone();
        spawn_local(async move {
            // One after the other: a phone has room for one decoded picture, not for nine.
            for file in files {
                let name = file.name();
                if let Err(trouble) = phone.keep_photo(sheet.id, file, purpose).await {
                    let words = owner.as_ref().map(|owner| owner.with(|| trouble::of_photo(&trouble, &name)));
                    let _ = said.try_set(words);
                }
                if busy.try_update(|n| *n = n.saturating_sub(1)).is_none() {
                    return;
                }
            }
        });
    });
    let drop = Callback::new(move |photo: Photo| {
        spawn_local(async move {
            // If it fails the photo is still there to be seen, which says it all.
            let _ = phone.drop_photo(sheet.id, photo.hash).await;
        });
    });
    let bad = move || unmet.is_some_and(|unmet| !unmet.read().is_empty());
    let heading = format!("{id}-title");
    view! {
        <section class="field" id=id role="group" aria-labelledby=heading aria-invalid=move || bad().then_some("true")>
            <h2 id=format!("{id}-title")>{title}</h2>
            <p class="hint">{move || hint.get()}</p>
            {unmet.map(|unmet| view! { <FieldError id=id unmet=unmet /> })}
            <ul class=if beside.with_value(Vec::is_empty) { "photos" } else { "ba" } role="list">
                <For each=move || cells.get() key=Cell::key let(cell)>
                    <li>{show(cell, keep, drop)}</li>
                </For>
            </ul>
            <Room />
            <p class="vh" role="status">
                {move || (busy.get() > 0).then_some(form.photo_busy)}
            </p>
            {move || {
                said.get()
                    .map(|said| {
                        view! {
                            <p class="error" role="alert">
                                <Icon name="alert" />
                                <span>{said}</span>
                            </p>
                        }
                    })
            }}
            <div class="row">
                <label class="btn" data-kind="quiet" hidden=move || room() == 0>
                    <Icon name="image" />
                    {form.pick}
                    <Chooser camera=false keep=keep />
                </label>
                <span class="meta num">
                    {move || {
                        let n = photos.read().len();
                        if n + busy.get() >= MAX_PER_COMMAND { (form.photos_full)(MAX_PER_COMMAND) } else { (form.photo_count)(n, MAX_PER_COMMAND) }
                    }}
                </span>
            </div>
        </section>
    }
}

/// Said before the camera opens: that room runs out, or that there is none.
#[component]
fn Room() -> impl IntoView {
    let form = &words().form;
    let storage = Phone::here().storage();
    let said = Memo::new(move |_| match storage.get() {
        state if state.is_too_full_for_photos() => Some(("late", form.no_room)),
        state if state.is_low() => Some(("soon", form.room_low)),
        _ => None,
    });
    move || {
        said.get().map(|(tone, words)| {
            view! {
                <div class="banner" data-tone=tone role="status">
                    <Icon name="disk" />
                    <span>{words}</span>
                </div>
            }
        })
    }
}

/// One place of the strip.
#[derive(Clone, PartialEq)]
enum Cell {
    /// An older photo to stand beside.
    Old(Photo),
    /// Nothing to stand beside.
    Blank(usize),
    /// A photo of this draft.
    Kept(usize, Photo),
    /// One that is being prepared.
    Busy(usize),
    /// Take another.
    Add,
}

impl Cell {
    fn lay_out(photos: &[Photo], busy: usize, room: bool, beside: &[Photo]) -> Vec<Cell> {
        let kept = photos.iter().enumerate().map(|(n, photo)| Cell::Kept(n + 1, photo.clone()));
        let own: Vec<Cell> = kept.chain((0..busy).map(Cell::Busy)).chain(room.then_some(Cell::Add)).collect();
        if beside.is_empty() {
            return own;
        }
        let rows = own.len().max(beside.len());
        let old = |n: usize| beside.get(n).map_or(Cell::Blank(n), |photo| Cell::Old(photo.clone()));
        (0..rows).flat_map(|n| [old(n), own.get(n).cloned().unwrap_or(Cell::Blank(rows + n))]).collect()
    }

    fn key(&self) -> String {
        match self {
            Cell::Old(photo) => format!("old-{}", photo.hash),
            Cell::Blank(n) => format!("blank-{n}"),
            Cell::Kept(n, photo) => format!("kept-{n}-{}", photo.hash),
            Cell::Busy(n) => format!("busy-{n}"),
            Cell::Add => "add".to_owned(),
        }
    }
}

fn show(cell: Cell, keep: Callback<Vec<File>>, drop: Callback<Photo>) -> AnyView {
    let form = &words().form;
    match cell {
        Cell::Old(photo) => view! {
            <figure class="photo">
                <Picture hash=photo.hash alt=form.before />
                <span class="tag">{dates::day(photo.taken_at.day(), use_language())}</span>
                <figcaption>{form.before}</figcaption>
            </figure>
        }
        .into_any(),
        Cell::Blank(_) => ().into_any(),
        Cell::Kept(n, photo) => view! { <Kept n=n photo=photo drop=drop /> }.into_any(),
        Cell::Busy(_) => view! {
            <div class="add" aria-busy="true">
                <span class="meta">{form.photo_busy}</span>
            </div>
        }
        .into_any(),
        Cell::Add => view! {
            <label class="add">
                <Icon name="camera" size="l" />
                {form.take}
                <Chooser camera=true keep=keep />
            </label>
        }
        .into_any(),
    }
}

/// One photo that is kept.
#[component]
fn Kept(n: usize, photo: Photo, drop: Callback<Photo>) -> impl IntoView {
    let form = &words().form;
    let place = if photo.fix.is_some() { form.with_position } else { form.without_position };
    let caption = format!("{} · {place}", dates::clock(photo.taken_at));
    let hash = photo.hash;
    view! {
        <figure class="photo">
            <Picture hash=hash alt=(form.photo_alt)(n) />
            <button type="button" aria-label=(form.photo_remove)(n) on:click=move |_| drop.run(photo.clone())>
                <Icon name="x" />
            </button>
            <figcaption>{caption}</figcaption>
        </figure>
    }
}

/// The browser's own chooser, laid over its label.
#[component]
fn Chooser(camera: bool, keep: Callback<Vec<File>>) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let changed = move |_| {
        let Some(input) = input.get() else { return };
        let files: Vec<File> = input.files().map(|list| (0..list.length()).filter_map(|n| list.get(n)).collect()).unwrap_or_default();
        // The same picture may be chosen again after it was removed.
        input.set_value("");
        if !files.is_empty() {
            keep.run(files);
        }
    };
    view! {
        <input
            type="file"
            accept=ACCEPT
            capture=camera.then_some("environment")
            multiple=!camera
            node_ref=input
            on:change=changed
        />
    }
}
