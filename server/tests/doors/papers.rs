//! Papers: what must be in them is, as page and as file; a template with mistakes is refused with their places; nobody
//! beyond the case's scope reads one.

use crate::{
    desk_user::DeskUser,
    life::{Told, until_approval},
    support::House,
};
use huiyin_app::{backend::Paper, locales::Language};
use huiyin_domain::{
    document::{DocumentKind, FieldName, Template},
    rulebook::Rulebook,
};
use huiyin_server::storage;
use std::io::{Cursor, Read};

fn address(told: &Told, kind: DocumentKind) -> String {
    format!("/desk/cases/{}/documents/{}", told.number, kind.code())
}

/// The words of a page between its tags, line by line.
fn text(html: &str) -> String {
    let body = &html[html.find("<article").unwrap()..html.find("</article>").unwrap()];
    let mut text = String::new();
    for part in body.replace("<span class=\"pen\"></span>", "____").split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        if matches!(tag, "/p" | "/h1" | "/tr") {
            text.push('\n');
        }
        if tag == "/th" {
            text.push_str(" | ");
        }
        text.push_str(words);
    }
    text
}

/// The words of a file for a word processor, paragraph by paragraph.
fn file_text(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut text = String::new();
    for part in xml.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        match tag.split(' ').next().unwrap() {
            "/w:p" | "w:br" | "w:br/" => text.push('\n'),
            "w:t" => text.push_str(&words.replace('\u{a0}', "_")),
            _ => {}
        }
    }
    text.replace(&"_".repeat(16), "____").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The number is another one in every run of the tests of the same day, never; still, papers are compared without it.
fn plain(text: &str, told: &Told) -> String {
    text.replace(&told.number, "CX26-0001")
}

#[tokio::test]
async fn papers_say_what_they_must_in_both_languages_on_the_page_and_in_the_file() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let user = DeskUser::signed_in(&house, "coordinator").await;
    for kind in DocumentKind::ALL {
        for language in Language::ALL {
            let query = format!("?language={}", language.tag());
            let page = user.get(&house, &format!("{}{query}", address(&told, kind))).await;
            assert_eq!(page.status.as_u16(), 200, "{kind:?}");
            let html = String::from_utf8(page.body.clone()).unwrap();
            assert!(!html.contains("<script") && page.header("content-security-policy").starts_with("default-src 'none'"));
            assert!(html.contains(&format!("<article lang=\"{}\" class=\"paper\"", language.tag())));
            let said = plain(&text(&html), &told);
            insta::assert_snapshot!(format!("page-{}.{}", kind.code(), language.tag()), said);
            let file = user.get(&house, &format!("{}.docx{query}", address(&told, kind))).await;
            assert!(file.header("content-disposition").contains(&format!("{}-{}.docx", told.number, kind.code())));
            let said = plain(&file_text(&file.body), &told);
            insta::assert_snapshot!(format!("file-{}.{}", kind.code(), language.tag()), said);
            let twin: Paper = user.get(&house, &format!("/api/v1/cases/{}/documents/{}{query}", told.number, kind.code())).await.json();
            assert_eq!((twin.kind, twin.language), (kind, language));
            let other = user.get(&house, &format!("/api/v1/cases/{}/documents/{}/docx{query}", told.number, kind.code())).await;
            assert_eq!(plain(&file_text(&other.body), &told), said);
        }
    }
}

#[tokio::test]
async fn what_is_missing_is_listed_beforehand_and_left_to_the_pen() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let user = DeskUser::signed_in(&house, "coordinator").await;
    let view = user.view(&house, &told.number).await;
    let order = view.papers.iter().find(|paper| paper.kind == DocumentKind::RectificationOrder).unwrap();
    assert_eq!(order.missing, [FieldName::DocumentNumber, FieldName::IssuerCertificate]);
    for address in [format!("/desk/cases/{}", told.number), address(&told, DocumentKind::RectificationOrder)] {
        let page = String::from_utf8(user.get(&house, &address).await.body).unwrap();
        assert!(page.contains("文号、责令承办人执法证号"), "{address}");
    }
    // The reporter's own words are in no paper.
    for kind in DocumentKind::ALL {
        let page = String::from_utf8(user.get(&house, &address(&told, kind)).await.body).unwrap();
        assert!(!page.contains("味道很大") && !page.contains("桥头"), "{kind:?}");
    }
}

/// The county writes its own template.
async fn own_template(house: &House, template: Template) {
    let book = house.core.county().await.unwrap().rulebook.clone();
    let version = book.version + 1;
    let book = Rulebook { version, papers: vec![template], ..(*book).clone() };
    let db = house.core.db.begin().await.unwrap();
    storage::county::edition(&db, &book, house.core.now()).await.unwrap();
    db.commit().await.unwrap();
}

#[tokio::test]
async fn a_countys_own_wording_is_used_and_its_mistakes_are_refused_with_their_places() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let user = DeskUser::signed_in(&house, "coordinator").await;
    let kind = DocumentKind::SiteInspection;
    own_template(&house, Template { kind, text: "# 本县自己的记录\n{found}".into(), text_en: "# Our own record\n{found}".into() }).await;
    let page = String::from_utf8(user.get(&house, &address(&told, kind)).await.body).unwrap();
    assert_eq!(text(&page).trim(), "本县自己的记录\n桥下堆放生活垃圾约两吨");
    // A kind that the county has not written is the one that every county starts with.
    let page = String::from_utf8(user.get(&house, &address(&told, DocumentKind::ProofOfService)).await.body).unwrap();
    assert!(text(&page).contains("送达回证"));

    own_template(&house, Template { kind, text: "# 记录\n\n{found}，{fuond}".into(), text_en: "{".into() }).await;
    let broken = user.get(&house, &address(&told, kind)).await;
    let page = String::from_utf8(broken.body.clone()).unwrap();
    assert_eq!(broken.status.as_u16(), 409);
    assert!(page.contains("中文第 3 行第 9 字：没有叫“fuond”的字段") && page.contains("英文第 1 行第 1 字"), "{page}");
    let twin = user.get(&house, &format!("/api/v1/cases/{}/documents/{}", told.number, kind.code())).await;
    let said = "中文第 3 行第 9 字：没有叫“fuond”的字段；英文第 1 行第 1 字：花括号没有成对";
    twin.is_problem(409, "template_broken", Some(said));
    assert_eq!(user.get(&house, &format!("{}.docx", address(&told, kind))).await.status.as_u16(), 409);
    let page = user.get(&house, &format!("/desk/cases/{}", told.number)).await;
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("没有叫“fuond”的字段") && !page.contains(&format!("href=\"{}\"", address(&told, kind))));
}

#[tokio::test]
async fn a_paper_is_read_by_whoever_reads_the_case_and_nobody_else() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let kind = DocumentKind::SiteInspection;
    let page = address(&told, kind);
    let twin = format!("/api/v1/cases/{}/documents/{}", told.number, kind.code());
    for name in ["coordinator", "dispatcher", "handler", "patroller2"] {
        let user = DeskUser::signed_in(&house, name).await;
        assert_eq!(user.get(&house, &page).await.status.as_u16(), 200, "{name}");
    }
    for name in ["coordinator-far", "far", "handler2", "liaison", "reviewer", "admin", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        for address in [page.clone(), format!("{page}.docx"), twin.clone(), format!("{twin}/docx")] {
            let answer = user.get(&house, &address).await;
            assert_eq!(answer.status.as_u16(), 404, "{name} at {address}");
            assert!(!String::from_utf8_lossy(&answer.body).contains("村民委员会"));
        }
    }
    assert_eq!(house.get(&page, None).await.header("location"), format!("/desk/sign-in?next={page}"));
    house.get(&twin, None).await.is_problem(401, "not_signed_in", None);
    let user = DeskUser::signed_in(&house, "coordinator").await;
    user.get(&house, &format!("/api/v1/cases/{}/documents/invoice", told.number)).await.is_problem(404, "no_such_paper", Some("kind"));
    user.get(&house, &format!("{twin}?language=fr")).await.is_problem(400, "bad_address", Some("language"));
    assert_eq!(user.get(&house, &format!("/desk/cases/{}/documents/invoice", told.number)).await.status.as_u16(), 404);
}
