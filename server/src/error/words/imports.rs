//! Files that are taken over.

use super::{Row, row};

pub(super) const IMPORT_TOO_LARGE: Row = row(
    413,
    "import_too_large",
    ("文件太大", "一个文件最大 8 MB，没有导入任何内容。请分成几个文件再上传。"),
    ("The file is too large", "A file may have at most 8 MB. Nothing was taken in. Split it and upload the parts."),
);

pub(super) const IMPORT_EMPTY: Row = row(
    422,
    "import_empty",
    ("文件里没有数据", "没有找到表头和下面的行。请检查是否选错了文件。"),
    ("The file has no rows", "There is no head with rows below it. Check that it is the right file."),
);

pub(super) const IMPORT_NOT_A_TABLE: Row = row(
    415,
    "import_not_a_table",
    ("这不是表格文件", "只接受 CSV 和 XLSX。请在表格软件里另存为其中一种。"),
    ("This is not a table", "Only CSV and XLSX are taken. Save it as one of them in your spreadsheet program."),
);

pub(super) const IMPORT_OLD_OR_LOCKED: Row = row(
    415,
    "import_old_or_locked",
    ("旧版 Excel 文件，或设有密码", "无法读取。请去掉密码，另存为 XLSX 或 CSV 再上传。"),
    ("An old Excel file, or one with a password", "It cannot be read. Remove the password, save it as XLSX or CSV, and upload that."),
);

pub(super) const IMPORT_DAMAGED: Row = row(
    422,
    "import_damaged",
    ("文件已损坏", "文件不完整或内容有误，没有导入任何内容。请重新保存后再上传。"),
    ("The file is damaged", "It is cut short or broken. Nothing was taken in. Save it anew and upload it again."),
);

pub(super) const IMPORT_UNPACKS: Row = row(
    413,
    "import_unpacks",
    ("文件展开后太大", "压缩文件展开后的内容超过上限，没有读取。请只保留需要的工作表和行。"),
    (
        "The file unpacks to too much",
        "What is packed in it is more than is taken, so it was not read. Keep only the sheet and rows that are needed.",
    ),
);

pub(super) const IMPORT_TOO_MANY_ROWS: Row = row(
    413,
    "import_too_many_rows",
    ("行数太多", "一个文件最多 20000 行，没有导入任何内容。请分成几个文件。"),
    ("Too many rows", "A file may have at most 20,000 rows. Nothing was taken in. Split it into several files."),
);

pub(super) const IMPORT_TOO_MANY_PEOPLE: Row = row(
    413,
    "import_too_many_people",
    ("人数太多", "一张人员表最多 500 行，没有导入任何内容。请分成几个文件。"),
    ("Too many people", "A list of people may have at most 500 rows. Nothing was taken in. Split it into several files."),
);

pub(super) const IMPORT_TOO_MANY_COLUMNS: Row = row(
    413,
    "import_too_many_columns",
    ("列数太多", "一个文件最多 64 列。请删去不需要的列。"),
    ("Too many columns", "A file may have at most 64 columns. Remove those that are not needed."),
);

pub(super) const IMPORT_MIXED: Row = row(
    422,
    "import_mixed",
    ("文件里混有两种编码", "有的行是 UTF-8，有的行是 GB18030，猜错会变成乱码，所以没有读取。请统一另存为 UTF-8。"),
    (
        "Two encodings are mixed in the file",
        "Some lines are UTF-8 and some are GB18030. A wrong guess would garble them, so it was not read. Save all of it as UTF-8.",
    ),
);

pub(super) const IMPORT_ENCODING: Row = row(
    422,
    "import_encoding",
    ("文字的编码无法识别", "有一行既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 编码的 CSV。"),
    ("The encoding is not known", "A line is neither UTF-8 nor GB18030. Save it as CSV in UTF-8."),
);

pub(super) const IMPORT_COLUMN_MISSING: Row = row(
    422,
    "import_column_missing",
    ("缺少必需的列", "请指明哪一列是它。您选好的其他列都还在。"),
    ("A column that is needed is missing", "Say which column it is. What you chose for the others is kept."),
);

pub(super) const IMPORT_COLUMN_TWICE: Row = row(
    422,
    "import_column_twice",
    ("同一项选了两列", "每一项只能对应一列。您选好的其他列都还在。"),
    ("Two columns tell the same", "Each thing can be told by one column only. What you chose for the others is kept."),
);

pub(super) const IMPORT_UNDER_WAY: Row = row(
    409,
    "import_under_way",
    ("这个文件已经到了下一步", "可能在别的窗口里操作过。刷新页面看它现在的情况。"),
    ("This file has moved on", "Somebody may have gone on in another window. Reload the page to see where it stands."),
);

pub(super) const NO_SUCH_IMPORT: Row = row(
    404,
    "no_such_import",
    ("没有这个文件", "文件不存在，或者不归您导入。"),
    ("No such file", "It does not exist, or it is not yours to take in."),
);
