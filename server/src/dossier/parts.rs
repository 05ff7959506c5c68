//! The parts of a file, in the order in which they are packed.

use super::{Gathered, ledger};
use crate::{cases::Asking, error::Error, papers};
use huiyin_app::{
    desk::whole_file::{case_page, photos_of},
    locales::{Language, Words, dates},
};
use huiyin_domain::{
    document::{DocumentKind, Facts},
    photo::PhotoHash,
};

/// One file in it.
pub(super) struct Part {
    /// Its path.
    pub(super) path: String,
    /// What it is, in words.
    pub(super) what: String,
    /// Where its bytes come from.
    pub(super) from: Source,
}

/// Where bytes come from.
pub(super) enum Source {
    /// They are here.
    Here(Vec<u8>),
    /// The version of a photo that may be shown: upright, smaller, without metadata.
    Shown(PhotoHash),
    /// A photo as the phone sent it: its SHA-256 is its name in the command.
    Original(PhotoHash),
}

fn here(path: impl Into<String>, what: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Part {
    Part { path: path.into(), what: what.into(), from: Source::Here(bytes.into()) }
}

/// All of them but the index.
pub(super) async fn of(from: &Gathered<'_>, asking: &Asking, facts: &Facts) -> Result<Vec<Part>, Error> {
    let language = from.language;
    let pick = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    let mut parts = vec![
        here("case.html", pick("案件情况和经过", "Facts and timeline"), case_page(from.me, from.view, language)),
        here("case.json", pick("案件情况（供程序读取）", "Facts, for programs"), pretty(&from.view.case)?),
        here("timeline.json", pick("经过（供程序读取）", "Timeline, for programs"), pretty(&from.view.timeline)?),
        here("README.txt", pick("怎样核对", "How to check it"), instructions(language)),
    ];
    parts.extend(ledger::parts(from.core, asking, &from.view.case, language).await?);
    parts.extend(documents(from, facts)?);
    parts.extend(photos(from));
    Ok(parts)
}

fn pretty(value: &impl serde::Serialize) -> Result<Vec<u8>, Error> {
    Ok(serde_json::to_vec_pretty(value)?)
}

/// Papers in Chinese, which is the text that counts. One whose template has mistakes is left out: it cannot be printed either.
fn documents(from: &Gathered<'_>, facts: &Facts) -> Result<Vec<Part>, Error> {
    let mut parts = Vec::new();
    let book = &from.me.rulebook;
    for kind in DocumentKind::ALL.into_iter().filter(|kind| book.paper(*kind).check().is_empty()) {
        let paper = papers::write(book, &from.view.case, facts, kind, Language::Zh, from.language)?;
        let bytes = papers::docx(&paper, from.core.now())?;
        parts.push(here(format!("documents/{}.docx", kind.code()), kind.words(from.language), bytes));
    }
    Ok(parts)
}

/// Photos whose bytes are here.
fn photos(from: &Gathered<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (path, photo) in photos_of(from.view) {
        let what = format!("{} · {}", photo.purpose.words(from.language), dates::moment_and_year(photo.taken_at, from.language));
        if from.originals {
            let what = format!("{what} · {}", from.language.pick("原图", "original"));
            parts.push(Part { path: format!("originals/{}", photo.hash), what, from: Source::Original(photo.hash) });
        }
        parts.push(Part { path, what, from: Source::Shown(photo.hash) });
    }
    parts
}

fn instructions(language: Language) -> &'static str {
    language.pick(
        "怎样核对这份案卷\n\n\
1. 文件没有被改动：在解压后的文件夹里运行 sha256sum -c SHA256SUMS（Windows：certutil -hashfile 文件名 SHA256，与 index.csv 对照）。\n\
2. 命令没有被改动：ledger.csv 每行是台账里的一条。commands 里每个文件的 SHA-256 就是该行的 command_hash；回执上签名的也是它。\n\
3. 台账没有被改动：每行的 hash = SHA-256（prev_hash、换行、content_hash、换行）。本县每天公布的哈希在 /api/v1/ledger/days/日期，最新一条有签名：/api/v1/ledger/head；取这份案卷时的签名在 head.json。\n\
4. 照片：photos 里是去掉元数据、缩小的版本；originals（如有）里的文件名就是原图的 SHA-256，与命令里写的一致。\n\
5. 命令内容被依法抹去的，ledger.csv 的 bytes 一列写 erased；哈希仍在，链仍然完整。\n",
        "How to check this file\n\n\
1. Nothing was changed: run sha256sum -c SHA256SUMS in the unpacked folder (Windows: certutil -hashfile NAME SHA256, and compare with index.csv).\n\
2. No command was changed: each row of ledger.csv is an entry of the county's ledger. The SHA-256 of each file in commands is the command_hash of its row; receipts sign the same hash.\n\
3. The ledger was not changed: each row's hash = SHA-256 of prev_hash, a line feed, content_hash and a line feed. The county publishes the hashes of each day at /api/v1/ledger/days/DATE, and the newest one signed at /api/v1/ledger/head; the signature of the moment this file was taken is in head.json.\n\
4. Photos: those in photos are smaller versions without metadata; a file in originals, if there are any, is named by its SHA-256, as the command names it.\n\
5. Where a command's content was erased under law, the column bytes of ledger.csv says erased; its hash stays and the chain still fits.\n",
    )
}
