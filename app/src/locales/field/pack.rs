//! 应急文件: unsent work leaves in a locked file and comes in from one.

/// Words of the last resort.
pub struct PackWords {
    /// Section.
    pub title: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// Label.
    pub passphrase: &'static str,
    /// How long, and that nobody can recover it.
    pub passphrase_help: &'static str,
    /// Too short.
    pub passphrase_short: fn(usize) -> String,
    /// Button.
    pub export: &'static str,
    /// Nothing to take along.
    pub nothing: &'static str,
    /// At work, in percent.
    pub working: fn(u8) -> String,
    /// Done: how many.
    pub exported: fn(usize) -> String,
    /// Legend and label of the file.
    pub file: &'static str,
    /// Button.
    pub import: &'static str,
    /// No file chosen.
    pub no_file: &'static str,
    /// Done: how many are new, how many were here.
    pub imported: fn(usize, usize) -> String,
    /// Signing out is allowed, since it is in a file.
    pub may_leave: fn(usize) -> String,
    /// Something else.
    pub not_a_pack: &'static str,
    /// Newer.
    pub too_new: &'static str,
    /// Cut.
    pub truncated: &'static str,
    /// Wrong passphrase.
    pub wrong_passphrase: &'static str,
    /// Damaged inside.
    pub damaged: &'static str,
    /// Another person's.
    pub foreign: &'static str,
    /// No cryptography.
    pub unable: &'static str,
    /// A receipt that is not the county's.
    pub forged: &'static str,
}

pub(super) const ZH: PackWords = PackWords {
    title: "应急文件",
    help: "手机要修、要还，又一直连不上网：把没传完的内容存成一个加密文件，再到另一部手机上导入、上传。",
    passphrase: "文件口令",
    passphrase_help: "至少 8 个字。请记牢：口令谁也找不回，没有它文件打不开。",
    passphrase_short: |n| format!("口令太短，至少要 {n} 个字。"),
    export: "导出没传完的内容",
    nothing: "都传完了，没有要导出的。",
    working: |percent| format!("正在处理 {percent}%，请不要关掉"),
    exported: |n| format!("已导出 {n} 件。请确认文件在“下载”里，再带到另一部手机导入。"),
    file: "选择应急文件",
    import: "导入",
    no_file: "还没有选择文件。",
    imported: |new, known| match (new, known) {
        (0, known) => format!("这 {known} 件手机里本来就有，没有重复导入。"),
        (new, 0) => format!("已导入 {new} 件，联网后会自动上传。"),
        (new, known) => format!("已导入 {new} 件，联网后会自动上传；另有 {known} 件手机里本来就有。"),
    },
    may_leave: |n| format!("没传完的 {n} 件已经导出成文件，可以退出。它们也还留在这部手机里，您再登录就接着传。"),
    not_a_pack: "这不是回音的应急文件。手机里的内容没有变，请另选一个文件。",
    too_new: "这个文件是更新版本的回音导出的。请先更新这部手机上的回音，再导入。",
    truncated: "文件不完整，后面缺了一段，一件也没有导入。请从原来的手机重新拷贝或导出。",
    wrong_passphrase: "打不开：口令不对，或者文件开头损坏。一件也没有导入，请核对口令再试。",
    damaged: "文件里面有损坏，一件也没有导入。请从原来的手机重新拷贝或导出。",
    foreign: "这个文件是别人的，只能由本人登录后导入。一件也没有导入。",
    unable: "这个浏览器不能加密文件。请换用 https 地址或较新的浏览器。",
    forged: "收到的回执签名不对，不能当作县里已收到。内容还在手机里，会再传；如果一直这样，请重新登录，或告诉管理员。",
};

pub(super) const EN: PackWords = PackWords {
    title: "Emergency file",
    help: "The phone goes to repair or must be given back, and there is no network: keep what is not sent in a locked file, and send it from another phone.",
    passphrase: "Passphrase of the file",
    passphrase_help: "At least 8 characters. Remember it: nobody can recover it, and without it the file stays closed.",
    passphrase_short: |n| format!("The passphrase is too short: at least {n} characters."),
    export: "Export what is not sent",
    nothing: "All is sent; there is nothing to export.",
    working: |percent| format!("At work, {percent}%. Please keep this open"),
    exported: |n| format!("{n} exported. Check that the file is among the downloads, then import it on another phone."),
    file: "Choose an emergency file",
    import: "Import",
    no_file: "No file is chosen yet.",
    imported: |new, known| match (new, known) {
        (0, known) => format!("All {known} were on this phone already; nothing is doubled."),
        (new, 0) => format!("{new} imported. They are sent as soon as there is a network."),
        (new, known) => format!("{new} imported, to be sent as soon as there is a network; {known} were here already."),
    },
    may_leave: |n| {
        format!("The {n} not sent are in a file, so you may sign out. They also stay on this phone and go on when you sign in again.")
    },
    not_a_pack: "This is not an emergency file of Huiyin. Nothing changed; choose another file.",
    too_new: "A newer version of Huiyin wrote this file. Update Huiyin on this phone, then import it.",
    truncated: "The file is incomplete: its end is missing. Nothing was imported. Copy or export it again from the first phone.",
    wrong_passphrase: "It does not open: the passphrase is wrong, or the beginning of the file is damaged. Nothing was imported; check the passphrase.",
    damaged: "Something inside the file is damaged. Nothing was imported. Copy or export it again from the first phone.",
    foreign: "This file is another person's; only they can import it, signed in. Nothing was imported.",
    unable: "This browser cannot lock files. Use an https address or a newer browser.",
    forged: "A receipt was not signed by the county, so it does not count. Your items are still on this phone and will be sent again; if it stays so, sign in again or tell the administrator.",
};
