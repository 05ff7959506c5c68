//! What the desk works with: cases, patrols, papers, the rulebook and saved lists.

use super::{Row, row};

pub(super) const NO_SUCH_PAPER: Row = row(
    404,
    "no_such_paper",
    ("没有这种文书", "网址中的文书名称不对。请从案件页面的“文书”打开。"),
    ("No such paper", "The name of the paper in the address is wrong. Open it from “Papers” on the case's page."),
);

pub(super) const TEMPLATE_BROKEN: Row = row(
    409,
    "template_broken",
    ("文书模板有错", "这份文书现在打不出来；案件不受影响。请管理员按列出的位置改好规则库里的模板。"),
    (
        "The paper's template has mistakes",
        "This paper cannot be printed now; the case is not affected. Ask an administrator to mend the template in the rulebook at the places listed.",
    ),
);

pub(super) const REASON_MISSING: Row = row(
    422,
    "reason_missing",
    ("请写明理由", "身份没有显示，什么都没有改变。请用 5 到 500 个字写明为什么要看；理由会记录在案，办案人员都能看到。"),
    (
        "Say why",
        "Nothing was shown and nothing was changed. Write in 5 to 500 characters why you need it; the reason is kept and shown on the case.",
    ),
);

pub(super) const NO_SUCH_CASE: Row = row(
    404,
    "no_such_case",
    ("没有这个案件", "案件不存在，或不在您的工作范围内。"),
    ("No such case", "The case does not exist, or it is outside what you may see."),
);

pub(super) const NO_SUCH_PATROL: Row = row(
    404,
    "no_such_patrol",
    ("没有这次巡查", "它不存在，或不在您的工作范围内。回到巡查列表再看。"),
    ("No such patrol", "It does not exist, or it is outside what you may see. Look at the list of patrols."),
);

pub(super) const NO_DRAFT: Row = row(
    409,
    "no_draft",
    ("没有打开的草稿", "这份草稿已经生效或被放弃，或者还没有新建。什么都没有改变；您写的内容还在页面上，请打开规则库看最新情况。"),
    (
        "No draft is open",
        "This draft is in force already, was thrown away, or was never opened. Nothing was changed, and what you wrote is still on the page. Open the rulebook to see how it stands.",
    ),
);

pub(super) const VIEW_NAME: Row = row(
    422,
    "view_name",
    ("名称不能用", "没有保存。名称要有 1 到 40 个字，不能换行。筛选条件还在。"),
    ("The name cannot be used", "Nothing was saved. A name has 1 to 40 characters in one line. Your filters are still there."),
);

pub(super) const VIEW_NAME_TAKEN: Row = row(
    409,
    "view_name_taken",
    ("已经有同名的视图", "没有保存。请换一个名称，或者先删除原来的那个。"),
    ("You have a view of this name", "Nothing was saved. Take another name, or delete the other view first."),
);

pub(super) const TOO_MANY_VIEWS: Row = row(
    422,
    "too_many_views",
    ("视图太多", "没有保存。一个人最多保存 30 个视图，请先删除不用的。"),
    ("Too many views", "Nothing was saved. One person may keep 30 views; delete one that you no longer use."),
);

pub(super) const NO_SUCH_VIEW: Row = row(
    404,
    "no_such_view",
    ("没有这个视图", "它可能已经删除了。案件都没有变。"),
    ("There is no such view", "It may have been deleted. No case was changed."),
);

pub(super) const TOO_MANY_DEEDS: Row = row(
    413,
    "too_many_deeds",
    ("一次办的案件太多", "一次最多办 200 件，请分几次。什么都没有改变。"),
    ("Too many cases at once", "At most 200 cases can be dealt with at once. Do it in parts. Nothing was changed."),
);
