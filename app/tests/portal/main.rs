//! The public pages as text, in both languages. With `HUIYIN_PAGES` set to a folder they are also written there,
//! to be looked at in a browser.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "samples are right or the test is wrong")]

mod sample;

use huiyin_app::{
    locales::Language,
    portal::{
        Setting, case, failed, home, missing, receipt,
        views::{Heard, ReceiptAnswer, ReceiptFound, ReceiptPage, Said, Saying},
    },
};
use huiyin_domain::{case::State, receipt::NotAReceipt};

/// Every page and its state, by name.
fn pages(language: Language) -> Vec<(&'static str, String)> {
    let (assets, around) = (sample::assets(), sample::around());
    let setting = Setting { language, assets: &assets, around: &around };
    let looked_up = |typed: &str, answer| receipt(&ReceiptPage { typed: typed.to_owned(), answer, said: None }, setting);
    let late = sample::found(State::AwaitingApproval, 6, None, -2);
    let answered = sample::found(State::Closed, 8, Some("猪舍已拆除，排污口已封堵。\n谢谢您。"), 4);
    let waiting = sample::found(State::PendingAcceptance, 1, None, 2);
    let asked = || {
        let found = sample::found(State::InProgress, 3, None, 4);
        ReceiptAnswer::Found(Box::new(ReceiptFound { resting: true, question: Some("在桥的哪一边？".to_owned()), ..found }))
    };
    let rated = || {
        let found = sample::found(State::Closed, 8, Some("已清走。"), 4);
        ReceiptAnswer::Found(Box::new(ReceiptFound { rated: Some(false), ..found }))
    };
    let said = |answer, saying, heard| {
        let said = Some(Said { saying, words: "<b>东边".to_owned(), heard });
        receipt(&ReceiptPage { typed: "CX26-0379-W6TK-9QXH".to_owned(), answer: Some(answer), said }, setting)
    };
    vec![
        ("home", home(&sample::home(), setting)),
        ("home-empty", home(&sample::empty_home(), setting)),
        ("case", case(&sample::case_page(sample::works()), setting)),
        ("case-late", case(&sample::case_page(sample::late_and_private()), setting)),
        ("receipt", looked_up("", None)),
        ("receipt-form", looked_up("回音", Some(ReceiptAnswer::NotANumber(NotAReceipt::Form)))),
        ("receipt-check", looked_up("CX26-0379-W6TK-9QXX", Some(ReceiptAnswer::NotANumber(NotAReceipt::Check)))),
        ("receipt-not-found", looked_up("CX26-0379-W6TK-9QXH", Some(ReceiptAnswer::NotFound))),
        ("receipt-too-many", looked_up("CX26-0379-W6TK-9QXH", Some(ReceiptAnswer::TooMany { retry_after_s: 300 }))),
        ("receipt-late", looked_up("CX26-0379-W6TK-9QXH", Some(ReceiptAnswer::Found(Box::new(late))))),
        ("receipt-answered", looked_up("CX26-0379-W6TK-9QXH", Some(ReceiptAnswer::Found(Box::new(answered))))),
        ("receipt-waiting", looked_up("CX26-0379-W6TK-9QXH", Some(ReceiptAnswer::Found(Box::new(waiting))))),
        ("receipt-asked", looked_up("CX26-0379-W6TK-9QXH", Some(asked()))),
        ("receipt-too-short", said(asked(), Saying::Answer, Heard::TooShort)),
        ("receipt-heard", said(rated(), Saying::Rate, Heard::Done)),
        ("receipt-not-now", said(rated(), Saying::Reopen, Heard::NotNow)),
        ("missing", missing("/cases/CX26-9999", setting)),
        ("failed", failed("/", "01JD", setting)),
    ]
}

#[test]
fn pages_read_as_they_did() {
    for language in Language::ALL {
        for (name, html) in pages(language) {
            let name = format!("{name}.{}", language.tag());
            if let Ok(folder) = std::env::var("HUIYIN_PAGES") {
                std::fs::write(format!("{folder}/{name}.html"), &html).unwrap();
            }
            insta::assert_snapshot!(name, html.replace("><", ">\n<"));
        }
    }
}

#[test]
fn no_page_has_a_script_or_a_handler() {
    for (name, html) in Language::ALL.into_iter().flat_map(pages) {
        assert!(!html.contains("<script"), "{name}");
        assert!(!html.contains("javascript:") && !html.contains(" onclick"), "{name}");
    }
}

#[test]
fn every_page_is_a_whole_document_with_one_headline() {
    for language in Language::ALL {
        for (name, html) in pages(language) {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            assert!(html.contains(&format!("<html lang=\"{}\"", language.tag())), "{name}");
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            assert_eq!(html.matches("<main id=\"main\"").count(), 1, "{name}");
            assert!(html.contains("href=\"#main\""), "{name}");
        }
    }
}

#[test]
fn ids_are_used_once_and_labels_find_them() {
    for (name, html) in pages(Language::Zh) {
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{name}: {ids:?}");
        let wanted = ["for", "aria-labelledby", "aria-describedby"];
        let named = wanted.iter().flat_map(|attribute| html.split(&format!(" {attribute}=\"")).skip(1).collect::<Vec<_>>());
        for id in named.filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "{name}: nothing has the id {id}");
        }
    }
}

#[test]
fn words_of_reporters_and_units_cannot_become_markup() {
    let mut record = sample::works();
    record.title = "<img src=x onerror=alert(1)>".to_owned();
    record.found = "</p><script>alert(1)</script>".to_owned();
    record.number = "CX26-0355\"><script>".to_owned();
    let (assets, around) = (sample::assets(), sample::around());
    let setting = Setting { language: Language::Zh, assets: &assets, around: &around };
    let html = case(&sample::case_page(record), setting);
    assert!(!html.contains("<script") && !html.contains("<img src=x"), "{html}");
    let said = Said { saying: Saying::Answer, words: "</textarea><script>alert(1)</script>".to_owned(), heard: Heard::TooLong };
    let found = ReceiptFound { question: Some("<script>".to_owned()), ..sample::found(State::InProgress, 3, Some("<script>"), 4) };
    let page = ReceiptPage { typed: "CX".to_owned(), answer: Some(ReceiptAnswer::Found(Box::new(found))), said: Some(said) };
    let html = receipt(&page, setting);
    assert!(!html.contains("<script") && html.contains("&lt;/textarea>"), "{html}");
    let page = ReceiptPage { typed: "\"><script>alert(1)</script>".to_owned(), answer: Some(ReceiptAnswer::NotFound), said: None };
    assert!(!receipt(&page, setting).contains("<script"));
}

#[test]
fn the_key_of_a_receipt_stands_in_no_address() {
    for (name, html) in Language::ALL.into_iter().flat_map(pages).filter(|(name, _)| name.starts_with("receipt")) {
        let addresses = html.split(" href=\"").chain(html.split(" action=\"")).skip(1);
        assert!(addresses.filter_map(|rest| rest.split('"').next()).all(|address| !address.contains("W6TK")), "{name}");
        assert!(html.contains("method=\"post\""), "{name}");
    }
}
