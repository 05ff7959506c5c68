//! 结案 with result and disposal; 提请结案 with a result alone.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use crate::{desk::codes::code_of, locales::Words};
use huiyin_domain::case::{Ask, Close, Disposal, ProposeClosure, ResultCode, VerbName};

/// The results of the fast path.
const PROPOSED: [ResultCode; 4] =
    [ResultCode::Unsubstantiated, ResultCode::Explained, ResultCode::CannotSolveNow, ResultCode::RectifiedOnSpot];

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let case = &ground.view.case;
    let fields = vec![
        Field::new("result", words.result, Kind::Pick(ground.codes(&ResultCode::ALL)))
            .start(case.result.as_ref().map(code_of).unwrap_or_default()),
        Field::new("disposal", words.disposal, Kind::Radio(disposals(ground))).start(case.disposal.as_ref().map_or("none", kind_of)),
        Field::line("document_number", words.disposal_document).only("disposal", &["penalty_filed"]),
        Field::line("to", words.disposal_to).only("disposal", &["transfer"]),
        Field::line("ground", words.disposal_ground).only("disposal", &["no_penalty"]),
        Field::area("words", words.closing_words).hint(words.closing_words_hint).optional(),
    ];
    Sheet::new(VerbName::Close, fields, |answers| {
        let mut read = Reader::new(answers);
        let result = read.code("result");
        let disposal = disposal(answers.get("disposal"), &mut read);
        let words = read.maybe("words").unwrap_or_default();
        read.build(|| Some(Ask::Close(Close { result: result?, disposal, words })))
    })
}

pub(super) fn proposal(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let fields = vec![
        Field::new("result", words.result, Kind::Radio(ground.codes(&PROPOSED))),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::ProposeClosure, fields, |answers| {
        let mut read = Reader::new(answers);
        let (result, words) = (read.code("result"), read.text("words"));
        read.build(|| Some(Ask::ProposeClosure(ProposeClosure { result: result?, words: words? })))
    })
}

fn disposals(ground: &Ground<'_>) -> Vec<Choice> {
    let all = [
        Disposal::EducateAndCorrect,
        Disposal::Order,
        Disposal::PenaltyFiled { document_number: String::new() },
        Disposal::Transfer { to: String::new() },
        Disposal::ShutDownOrDemolish,
        Disposal::NoPenalty { ground: String::new() },
    ];
    let none = Choice::new("none", ground.words().disposal_none);
    all.iter().map(|disposal| Choice::new(kind_of(disposal), disposal.words(ground.language))).chain([none]).collect()
}

fn kind_of(disposal: &Disposal) -> &'static str {
    match disposal {
        Disposal::EducateAndCorrect => "educate_and_correct",
        Disposal::Order => "order",
        Disposal::PenaltyFiled { .. } => "penalty_filed",
        Disposal::Transfer { .. } => "transfer",
        Disposal::ShutDownOrDemolish => "shut_down_or_demolish",
        Disposal::NoPenalty { .. } => "no_penalty",
    }
}

fn disposal(kind: &str, read: &mut Reader<'_>) -> Option<Disposal> {
    match kind {
        "educate_and_correct" => Some(Disposal::EducateAndCorrect),
        "order" => Some(Disposal::Order),
        "penalty_filed" => Some(Disposal::PenaltyFiled { document_number: read.text("document_number")? }),
        "transfer" => Some(Disposal::Transfer { to: read.text("to")? }),
        "shut_down_or_demolish" => Some(Disposal::ShutDownOrDemolish),
        "no_penalty" => Some(Disposal::NoPenalty { ground: read.text("ground")? }),
        _ => None,
    }
}
