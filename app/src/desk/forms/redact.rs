//! 写公开稿: a summary for the public, begun from the server's draft and never from the report's own words.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use crate::desk::photos::{Shown, shown};
use huiyin_domain::{
    case::{Ask, Redact, VerbName},
    hash::Hash,
    publication::{PublicPhoto, PublicPlace, PublicRecord},
};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let Some(draft) = &ground.view.summary_draft else {
        return Sheet::new(VerbName::Redact, Vec::new(), |answers| Reader::new(answers).build(|| None)).intro(words.no_draft);
    };
    let photos: Vec<Shown> = shown(&ground.view.case).into_iter().filter(|photo| ground.view.photos_here.contains(&photo.hash)).collect();
    let mut fields = vec![
        Field::line("record.title", words.public_title).start(draft.title.clone()),
        Field::area("record.found", words.found).start(draft.found.clone()),
        Field::area("record.done", words.done).start(draft.done.clone()),
        Field::area("record.reply", words.public_reply).start(draft.reply.clone()),
        Field::new("record.place", words.public_place, Kind::Radio(places(ground, draft))).start(if draft.place.is_some() {
            "draft"
        } else {
            "township"
        }),
    ];
    for photo in &photos {
        fields.extend(photo_fields(ground, draft, photo));
    }
    let start = draft.clone();
    Sheet::new(VerbName::Redact, fields, move |answers| {
        let mut read = Reader::new(answers);
        let mut text = |name: &str| read.text(name);
        let (title, found, done, reply) = (text("record.title"), text("record.found"), text("record.done"), text("record.reply"));
        let place = if answers.get("record.place") == "draft" { start.place } else { None };
        let mut chosen = Vec::new();
        for photo in photos.iter().filter(|photo| answers.ticked(&field(&photo.hash, "chosen"))) {
            let blur = drafted(&start, &photo.hash).map(|known| known.blur.clone()).unwrap_or_default();
            if let Some(caption) = read.text(&field(&photo.hash, "caption")) {
                chosen.push(PublicPhoto { original: photo.hash, after: photo.after, caption, blur });
            }
        }
        read.build(|| {
            let record = PublicRecord { title: title?, found: found?, done: done?, reply: reply?, place, photos: chosen, ..start.clone() };
            Some(Ask::Redact(Redact { record }))
        })
    })
    .intro(words.redact_intro)
}

fn places(ground: &Ground<'_>, draft: &PublicRecord) -> Vec<Choice> {
    let words = ground.words();
    let drafted = draft.place.map(|place| match place {
        PublicPlace::Exact { .. } => Choice::new("draft", words.place_exact),
        PublicPlace::Cell { .. } => Choice::new("draft", words.place_cell),
    });
    drafted.into_iter().chain([Choice::new("township", words.place_township)]).collect()
}

fn photo_fields(ground: &Ground<'_>, draft: &PublicRecord, photo: &Shown) -> [Field; 2] {
    let (words, case) = (ground.words(), &ground.desk().case);
    let known = drafted(draft, &photo.hash);
    let chosen = field(&photo.hash, "chosen");
    let tag = if photo.after { case.after } else { case.before };
    [
        Field::new(chosen.clone(), words.choose_photo, Kind::Photo { hash: photo.hash, tag: tag.to_owned() })
            .start(if known.is_some() { "on" } else { "" })
            .optional(),
        Field::line(&field(&photo.hash, "caption"), words.caption)
            .hint(words.caption_hint)
            .start(known.map_or_else(String::new, |known| known.caption.clone()))
            .only(&chosen, &["on"]),
    ]
}

fn drafted<'a>(draft: &'a PublicRecord, hash: &Hash) -> Option<&'a PublicPhoto> {
    draft.photos.iter().find(|photo| &photo.original == hash)
}

fn field(hash: &Hash, part: &str) -> String {
    let mut short = hash.to_string();
    short.truncate(16);
    format!("record.photos.{short}.{part}")
}
