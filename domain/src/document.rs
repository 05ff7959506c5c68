//! Papers that people print and hand over: 责令限期整改通知书, 现场检查记录, 送达回证. Their wording is a template of the rulebook,
//! what stands in it is a fact of the case; the same lines become a page and a file for a word processor.
//!
//! A template is text. A line that begins with `# ` is a heading, with `> ` stands at the right edge, with `| ` is a row of
//! a table (`| name | content`); an empty line separates paragraphs. `{field}` is filled in, `{_}` is left to the pen.

mod facts;
mod field;
mod markup;

pub use facts::{Facts, Sources, Value, facts};
pub use field::FieldName;
pub use markup::{Flaw, FlawKind, Line, Piece, read};

use serde::{Deserialize, Serialize};

/// Which paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 责令限期整改通知书
    RectificationOrder,
    /// 现场检查记录
    SiteInspection,
    /// 送达回证
    ProofOfService,
}

impl DocumentKind {
    /// All of them, in the order in which a case needs them.
    pub const ALL: [DocumentKind; 3] = [DocumentKind::SiteInspection, DocumentKind::RectificationOrder, DocumentKind::ProofOfService];

    /// Its stable code, as addresses have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            DocumentKind::RectificationOrder => "rectification_order",
            DocumentKind::SiteInspection => "site_inspection",
            DocumentKind::ProofOfService => "proof_of_service",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        DocumentKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The wording of one paper. The Chinese text is the one that counts; the English one helps a reader.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Template {
    /// Which paper.
    pub kind: DocumentKind,
    /// 中文
    pub text: String,
    /// English
    pub text_en: String,
}

impl Template {
    /// Everything that is wrong with it; with none it can be filled in.
    #[must_use]
    pub fn check(&self) -> Vec<Flaw> {
        let mut flaws = read(&self.text).1;
        flaws.extend(read(&self.text_en).1.into_iter().map(|flaw| Flaw { english: true, ..flaw }));
        flaws
    }
}

/// What stands in a line once it is filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// Words.
    Words(String),
    /// A line for the pen.
    Blank,
}

/// A paper, filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Filled {
    /// Its lines.
    pub lines: Vec<Line<Run>>,
    /// What the case does not know, in the order of the paper: left to the pen.
    pub missing: Vec<FieldName>,
}

/// Fills a template in. `say` puts values into words of the template's language.
#[must_use]
pub fn fill(lines: &[Line<Piece>], facts: &Facts, say: &dyn Fn(&[Value]) -> String) -> Filled {
    let mut missing = Vec::new();
    let mut run = |piece: &Piece| match piece {
        Piece::Words(words) => Run::Words(words.clone()),
        Piece::ByHand => Run::Blank,
        Piece::Field(name) => match facts.get(name).map(|values| say(values)).filter(|words| !words.trim().is_empty()) {
            Some(words) => Run::Words(words),
            None => {
                if !missing.contains(name) {
                    missing.push(*name);
                }
                Run::Blank
            }
        },
    };
    let lines = lines.iter().map(|line| line.map(&mut run)).collect();
    Filled { lines, missing }
}
