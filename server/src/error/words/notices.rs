//! Notices, and where they are sent.

use super::{Row, row};

pub(super) const NO_SUCH_NOTICE: Row = row(
    404,
    "no_such_notice",
    ("没有这条提醒", "这条提醒不是发给您的，或已不存在。什么都没有改变。"),
    ("No such notice", "It is not yours, or it does not exist any more. Nothing was changed."),
);

pub(super) const NO_SUCH_DELIVERY: Row = row(
    404,
    "no_such_delivery",
    ("没有这条可以重发的记录", "它可能正在等待发送。请刷新页面再看。"),
    ("There is nothing of this name to send again", "It may be waiting to be sent already. Reload the page and look again."),
);

pub(super) const BAD_PHONE: Row = row(
    422,
    "bad_phone",
    ("手机号不对", "没有保存，填的内容还在。请填 11 位手机号；不想收短信，请取消勾选。"),
    (
        "This is no mobile number",
        "Nothing was saved; what you typed is still here. Give a number of 11 digits, or untick what would be sent by message.",
    ),
);

pub(super) const BAD_EMAIL: Row = row(
    422,
    "bad_email",
    ("邮箱不对", "没有保存，填的内容还在。请检查邮箱；不想收邮件，请取消勾选。"),
    ("This is no mailbox", "Nothing was saved; what you typed is still here. Check the address, or untick what would be sent by mail."),
);
