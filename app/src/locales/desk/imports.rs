//! Imports.

use crate::{
    backend::{Fault, ImportField, ImportKind, ImportStage, RowEnd},
    locales::{
        Language, Words,
        rules::{self, Unmet},
    },
};
use huiyin_domain::refusal;

super::words! {
    /// Taking over files.
    ImportsWords {
        title: "导入", "Import";
        tab_title: "导入 · 回音工作台", "Import · Huiyin desk";
        lead: "把 12345 工单、旧台账或污染源名录的表格导进来。先试，再导：试的时候什么都不会改变。", "Take over work orders, an old ledger or a list of sites from a table. It is tried first: until you say so, nothing changes.";
        kind: "这是什么表", "What the table holds";
        file: "表格文件", "Table";
        file_hint: "CSV（UTF-8 或 GB18030）或 XLSX，最大 8 MB，最多 20000 行。", "CSV (UTF-8 or GB18030) or XLSX, at most 8 MB and 20,000 rows.";
        no_file: "还没有选文件", "No file is chosen";
        upload: "上传并看列名", "Upload and look at the columns";
        uploading: "正在上传…", "Uploading…";
        privacy: "来电人的姓名和电话不会导入，也不会显示。", "Names and telephone numbers of callers are neither taken in nor shown.";
        open_only: "旧台账里已办结的不导入：在这里结案要有现场证据和复查，补不出来。请保留旧台账备查。", "Closed matters of an old ledger are not taken in: here a case is closed by evidence from the spot, which cannot be made up later. Keep the old ledger.";
        earlier: "最近导入的文件", "Files taken in lately";
        none: "还没有导入过文件", "No file was taken in yet";
        none_text: "上传第一个文件，看看里面的行能不能导入。", "Upload a first file and see whether its rows can be taken in.";
        rows: "行", "rows";
        when: "时间", "When";
        stage: "进度", "Progress";
        to_all: "全部文件", "All files";
        columns: "每一列是什么", "What each column tells";
        columns_hint: "按列名猜的，请核对。下次遇到同样的列名，会照这次的选法。", "Guessed from the heads; please check. The same heads will be taken like this the next time.";
        head: "列名", "Head";
        samples: "前几行", "First rows";
        tells: "对应", "Tells";
        left_out: "不导入", "Left out";
        hidden: "不显示", "Not shown";
        unnamed: "没有列名", "No head";
        needed: "必需", "needed";
        check: "试导入，不改变任何数据", "Try it, without any change";
        checking: "正在逐行检查…", "Checking every row…";
        result: "试导入的结果", "What the trial found";
        good: "可以导入", "Can be taken in";
        bad: "有问题，不导入", "Have a fault and are left out";
        known: "以前导入过，不变", "Here already, nothing changes";
        import_these: "导入可以导入的行", "Take in the rows that can be";
        mend_hint: "改好表格后重新上传，已经导入的行不会重复。", "Mend the table and upload it again: rows that are here already are not doubled.";
        faults: "有问题的行", "Rows with a fault";
        no_faults: "没有有问题的行", "No row has a fault";
        faults_file: "下载全部问题 CSV", "All faults as CSV";
        first_ones: "只显示前 100 行，全部在下载的文件里。", "Only the first 100 rows are shown; the file has all of them.";
        row: "行", "Row";
        column: "列", "Column";
        stands_there: "表里写的", "Stands there";
        what: "问题", "What is wrong";
        how: "怎么改", "How to mend it";
        running: "正在导入", "Being taken in";
        running_hint: "可以离开这个页面，服务器会接着导。", "You may leave this page; the server goes on.";
        of: "共", "of";
        stop: "停止导入", "Stop";
        drop: "不导了，删除这个文件", "Give it up and delete the file";
        done: "导入完成", "Taken in";
        stopped: "已停止", "Stopped";
        stopped_text: "停下之前导入的都在，其余的没有导入，文件已删除。", "What was taken in before stays, the rest was not, and the file is deleted.";
        done_text: "每一行都是一个新案件，待受理。原来的编号和时间写在案件里，时限从导入时算起。", "Each row is a new case that waits to be accepted, with its number and time there. Its time limits count from now.";
        sites_text: "污染源名录已更新，手机下次同步时拿到。", "The list of sites is up to date; phones get it when they next sync.";
        taken: "逐行结果", "Row by row";
        taken_file: "下载全部结果 CSV", "All results as CSV";
        there: "原编号或名称", "Number or name there";
        number: "案件编号", "Case";
        end: "结果", "Result";
        refused: "没有导入", "Not taken in";
        line: "第", "Line";
    }
}

impl Words for ImportKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            ImportKind::Hotline => language.pick("12345 热线工单", "Work orders of the 12345 hotline"),
            ImportKind::Ledger => language.pick("旧台账（未办结的）", "Old ledger, matters still open"),
            ImportKind::Sites => language.pick("污染源名录", "List of inspected sites"),
        }
    }
}

impl Words for ImportField {
    fn words(self, language: Language) -> &'static str {
        match self {
            ImportField::Number => language.pick("原编号", "Number there"),
            ImportField::Words => language.pick("反映的内容", "What was told"),
            ImportField::Title => language.pick("标题", "Title"),
            ImportField::MadeAt => language.pick("反映的时间", "When it was told"),
            ImportField::Category => language.pick("问题类别", "Category"),
            ImportField::Division => language.pick("乡镇或村", "Township or village"),
            ImportField::Address => language.pick("地址", "Address"),
            ImportField::Longitude => language.pick("经度", "Longitude"),
            ImportField::Latitude => language.pick("纬度", "Latitude"),
            ImportField::Status => language.pick("办理状态", "Status there"),
            ImportField::Name => language.pick("名称", "Name"),
            ImportField::SiteKind => language.pick("污染源类型", "Sort of site"),
        }
    }
}

impl Words for ImportStage {
    fn words(self, language: Language) -> &'static str {
        match self {
            ImportStage::Columns => language.pick("待核对列名", "Columns to be checked"),
            ImportStage::Checked => language.pick("已试，待导入", "Tried, to be taken in"),
            ImportStage::Running => language.pick("正在导入", "Being taken in"),
            ImportStage::Done => language.pick("导入完成", "Taken in"),
            ImportStage::Stopped => language.pick("已停止", "Stopped"),
        }
    }
}

impl Words for RowEnd {
    fn words(self, language: Language) -> &'static str {
        match self {
            RowEnd::Taken => language.pick("已导入", "Taken in"),
            RowEnd::Known => language.pick("以前导入过", "Here already"),
            RowEnd::Refused => language.pick("没有导入", "Not taken in"),
        }
    }
}

impl Fault {
    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn said(&self, language: Language) -> Unmet {
        let say = |zh: (&str, &str), en: (&str, &str)| {
            let (what, how) = language.pick(zh, en);
            Unmet { what: what.to_owned(), how: how.to_owned() }
        };
        match self {
            Fault::Missing => say(("没有填写", "填上这一格"), ("Nothing stands there", "Fill it in")),
            Fault::TooShort { min } => Unmet {
                what: language.pick("太短".to_owned(), "Too short".to_owned()),
                how: language.pick(format!("至少写 {min} 个字"), format!("Write at least {min} characters")),
            },
            Fault::TooLong { max } => Unmet {
                what: language.pick("太长".to_owned(), "Too long".to_owned()),
                how: language.pick(format!("最多 {max} 个字"), format!("Write at most {max} characters")),
            },
            Fault::NotADate => say(
                ("看不懂这个时间", "写成 2026-11-23 或 2026-11-23 14:51"),
                ("This date cannot be read", "Write it as 2026-11-23 or 2026-11-23 14:51"),
            ),
            Fault::ImpossibleDate => {
                say(("时间不对：还没到，或者太早", "改成实际的时间"), ("It is still to come, or too long ago", "Write when it was"))
            }
            Fault::NotDegrees => {
                say(("不是经纬度的度数", "写成小数，比如 117.9012"), ("These are no degrees", "Write a decimal number, as 117.9012"))
            }
            Fault::HalfAPlace => say(
                ("经度和纬度只填了一个", "两个都填，或者都不填"),
                ("One of longitude and latitude is missing", "Fill in both or neither"),
            ),
            Fault::OutsideCounty => say(
                ("位置不在本县", "检查经纬度有没有写反，坐标系应是 WGS-84 或 CGCS2000"),
                ("The place is outside the county", "Check that the two are not swapped, and that they are WGS-84 or CGCS2000"),
            ),
            Fault::UnknownCategory => say(
                ("没有这个类别", "写规则库里的类别名称或代码；空着就归到“其他”"),
                ("No such category", "Write a name or code of the rulebook; empty means Other"),
            ),
            Fault::UnknownDivision => say(
                ("找不到这个乡镇或村，或者同名的不止一个", "写全名或九位代码；空着由受理的人确认"),
                (
                    "No such township or village, or more than one",
                    "Write its full name or code of nine digits; empty is confirmed on acceptance",
                ),
            ),
            Fault::UnknownSiteKind => {
                say(("没有这种污染源类型", "写类型的名称，比如“企业”"), ("No such sort of site", "Write its name, as Enterprise"))
            }
            Fault::Closed => say(
                ("原来已经办结", "不导入，留在旧台账里备查"),
                ("It is closed there", "It stays in the old ledger; nothing is to be done"),
            ),
            Fault::Twice { row } => Unmet {
                what: language.pick(format!("和第 {row} 行是同一个"), format!("The same as row {row}")),
                how: language.pick("删去一行，或改正编号".to_owned(), "Remove one of them, or mend the number".to_owned()),
            },
            Fault::Changed => say(
                ("这个编号以前导入过，内容不一样", "到原来的案件里补充；新的事请用新编号"),
                ("This number was taken in before, with other content", "Add to that case; a new matter needs a new number"),
            ),
            Fault::Rule { code } => rules::unmet(&refusal::Unmet { code: code.clone(), field: None }, language),
        }
    }
}
