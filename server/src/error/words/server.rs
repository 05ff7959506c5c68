//! What the server itself cannot do now.

use super::{Row, row};

pub(super) const NOT_SET_UP: Row = row(
    503,
    "not_set_up",
    ("系统尚未设置", "管理员还没有设置本县的数据。"),
    ("Not set up yet", "The county's data has not been set up by an administrator."),
);

pub(super) const DISK_FULL: Row = row(
    507,
    "disk_full",
    ("服务器存储空间已满", "现在无法登记新的内容，请联系管理员。内容仍在手机上，稍后会自动再发。"),
    (
        "The server's disk is full",
        "Nothing new can be recorded now; tell your administrator. It is safe on the phone and will be sent again.",
    ),
);

pub(super) const BUSY: Row = row(
    503,
    "busy",
    ("系统正忙", "现在请求太多，请稍后再试。已保存的内容不受影响。"),
    ("The server is busy", "Too much is waiting just now. Try again shortly. What is saved is safe."),
);

pub(super) const TIMED_OUT: Row = row(
    503,
    "timed_out",
    ("处理超时", "处理时间太长，请稍后再试；重复发送不会重复登记。"),
    ("It took too long", "Try again shortly. Sending it again will not record it twice."),
);

pub(super) const INTERNAL: Row = row(
    500,
    "internal",
    ("服务器出错", "出错的原因已记录，请稍后再试。求助时请提供请求编号。"),
    ("Something went wrong on our side", "The cause has been recorded. Try again later; quote the request id when asking for help."),
);
