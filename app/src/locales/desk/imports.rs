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
        lead: "把 12345 工单、旧台账、污染源名录或人员名单的表格导进来。先试，再导：试的时候什么都不会改变。", "Take over work orders, an old ledger, a list of sites or of people from a table. It is tried first: until you say so, nothing changes.";
        kind: "这是什么表", "What the table holds";
        file: "表格文件", "Table";
        file_hint: "CSV（UTF-8 或 GB18030）或 XLSX，最大 8 MB，最多 20000 行。", "CSV (UTF-8 or GB18030) or XLSX, at most 8 MB and 20,000 rows.";
        no_file: "还没有选文件", "No file is chosen";
        upload: "上传并看列名", "Upload and look at the columns";
        uploading: "正在上传…", "Uploading…";
        privacy: "来电人的姓名和电话不会导入，也不会显示。", "Names and telephone numbers of callers are neither taken in nor shown.";
        open_only: "旧台账里已办结的不导入：在这里结案要有现场证据和复查，补不出来。请保留旧台账备查。", "Closed matters of an old ledger are not taken in: here a case is closed by evidence from the spot, which cannot be made up later. Keep the old ledger.";
        people_hint: "一行一个人：姓名、登录名、角色、范围（乡镇、村、单位或网格，几处用顿号隔开）；所在单位和执法证号可以不写。电话和密码不导入：密码由本人打开邀请链接自己设。最多 500 行。", "One person a row: name, sign-in name, role, and where it holds (townships, villages, units or grids, with commas between several); unit and certificate may be left out. Telephones and passwords are not taken in: each person opens an invitation and sets their own. At most 500 rows.";
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
        people_done: "每一行都是一个新账号，都有一份邀请。链接在下面生成，发给本人自己设密码。", "Each row is a new account with an invitation. Make the links below and hand them over: each person sets their own password.";
        invitations: "邀请链接", "Invitation links";
        invitations_lead: "系统只存链接的校验值，所以链接只在生成时显示这一次。再生成一次，之前发出的、还没用过的链接就作废；已经设好密码的人不受影响。", "Only a link's hash is kept, so links are shown once, when they are made. Making them again ends those handed over before and not used yet; whoever has a password keeps it.";
        invitations_make: "生成还没设密码的人的邀请链接", "Make the links of all who have no password yet";
        invitations_making: "正在生成…", "Making them…";
        invitations_none: "这个文件里的人都设好了密码，或已不归您管理。", "Everybody of this file has a password, or is no longer looked after by you.";
        invitations_until: "请现在就发给每个人，离开这个页面就看不到了。有效期到", "Hand them over now: they are gone once you leave this page. They work until";
        invitation_code: "二维码", "QR code";
        account: "账号", "Account";
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
            ImportKind::People => language.pick("人员名单", "List of people"),
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
            ImportField::PersonName => language.pick("姓名", "Name of the person"),
            ImportField::SignInName => language.pick("登录名", "Sign-in name"),
            ImportField::Role => language.pick("角色", "Role"),
            ImportField::Scope => language.pick("范围", "Where it holds"),
            ImportField::Unit => language.pick("所在单位", "Works for"),
            ImportField::Certificate => language.pick("行政执法证号", "Law-enforcement certificate"),
            ImportField::AboutUnit => language.pick("被反映的单位", "Unit it is about"),
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
            Fault::BadSignInName => say(
                ("不能用作登录名", "用 2 到 40 个文字、字母或数字，中间可以有 - _ .，不能有空格"),
                ("This cannot be a sign-in name", "Use 2 to 40 letters or digits, with - _ . between them and no spaces"),
            ),
            Fault::SignInNameTaken => say(
                ("这个登录名已经有账号，内容不一样，或已停用", "另取一个登录名；如果是同一个人，到“人员”里改那个账号"),
                (
                    "An account has this sign-in name, and says something else or is closed",
                    "Choose another; if it is the same person, change the account under People",
                ),
            ),
            Fault::SignInNameTwice { row } => Unmet {
                what: language.pick(format!("登录名和第 {row} 行的一样"), format!("The same sign-in name as in row {row}")),
                how: language.pick(
                    "每人一个登录名；一个人有几个角色的，先导入一个，其余到“人员”里加".to_owned(),
                    "Give each person their own; further roles of one person are added under People afterwards".to_owned(),
                ),
            },
            Fault::UnknownRole => say(
                ("没有这个角色", "写一个角色的名称，比如“巡查员”；第二个角色导入后到“人员”里加"),
                ("No such role", "Write the name of one role, as Patrol officer; a second one is added under People afterwards"),
            ),
            Fault::RoleNotYours => say(
                ("您不能在这个范围给这个角色", "改成您能给的角色或范围，或请管理员来导入这一行"),
                (
                    "You may not give this role there",
                    "Write a role or place that you may give, or ask an administrator to take this row in",
                ),
            ),
            Fault::NoScope => say(
                ("没有写范围：这个角色在哪里有效", "写上乡镇、村、单位或网格的名称或代码"),
                ("It is not said where the role holds", "Write the name or code of a township, village, unit or grid"),
            ),
            Fault::UnknownScope => say(
                ("找不到这个乡镇、村、单位或网格，或者同名的不止一个", "写规则库里的全名或代码；几处用顿号隔开，同名的村前面写上乡镇"),
                (
                    "No such township, village, unit or grid, or more than one",
                    "Write its name or code of the rulebook, with commas between several; a village of a common name has its township before it",
                ),
            ),
            Fault::WrongScope => say(
                ("这个角色不能用在这个范围", "协调员写乡镇，联络员写部门，县里的角色写“全县”"),
                ("The role cannot hold there", "A coordinator has a township, a liaison a department, a county role the whole county"),
            ),
            Fault::UnknownUnit => say(
                ("找不到这个单位，或者同名的不止一个", "写规则库里的单位名称或代码；新单位先加到规则库"),
                ("No such unit, or more than one", "Write its name or code of the rulebook; a new unit is added there first"),
            ),
            Fault::NoUnit => say(
                ("没有写所在单位，从范围也看不出来", "写上单位的名称或代码"),
                ("It is not said for whom the person works, and the place does not tell", "Write the unit's name or code"),
            ),
            Fault::UnitNotYours => say(
                ("这个单位的人不归您管理", "改成您管理的单位，或请管理员来导入这一行"),
                (
                    "You do not look after this unit's people",
                    "Write a unit that you look after, or ask an administrator to take this row in",
                ),
            ),
            Fault::Rule { code } => rules::unmet(&refusal::Unmet { code: code.clone(), field: None }, language),
        }
    }
}
