//! What phones send and what they ask for.

use super::{Row, row};

pub(super) const TOO_MANY_COMMANDS: Row = row(
    413,
    "too_many_commands",
    ("一次发送的条数太多", "一次最多发送 200 条，请分批发送。什么都没有改变。"),
    ("Too many commands at once", "At most 200 commands can be sent at once. Send them in parts. Nothing was changed."),
);

pub(super) const MALFORMED_COMMAND: Row = row(
    422,
    "malformed_command",
    ("有一条内容无法识别", "这条内容没有编号，无法登记。其他内容仍在手机上。"),
    ("A command cannot be recognised", "It carries no id and number, so it cannot be recorded. Everything is still on the phone."),
);

pub(super) const BAD_CURSOR: Row = row(
    400,
    "bad_cursor",
    ("同步位置无效", "请从头重新同步；已保存的内容不受影响。"),
    ("The cursor is not valid", "Start again without a cursor. What is saved is not affected."),
);

pub(super) const NOT_YOUR_DEVICE: Row = row(
    403,
    "not_your_device",
    ("设备不属于当前用户", "这台设备的队列属于其他人，请用原来的账号登录。内容仍在手机上。"),
    ("This is not your device", "This queue belongs to another person. Sign in as that person. Everything is still on the phone."),
);

pub(super) const GAP: Row = row(
    409,
    "gap",
    ("中间缺少内容", "之前的内容还没有收到，请从缺少的一条开始发送。"),
    ("Something before it is missing", "Earlier items have not arrived. Send again from the first missing one."),
);

pub(super) const RESTORED: Row = row(
    410,
    "restored",
    ("服务器已从备份恢复", "服务器缺少一些之前收到的内容。请重新发送手机上保留的内容；已登记的不会重复登记。"),
    (
        "The server was restored from a backup",
        "It lacks some of what it had received. Send again what the phone kept; nothing is recorded twice.",
    ),
);

pub(super) const TOO_MANY_TODAY: Row = row(
    429,
    "too_many_today",
    ("今天发送的条数太多", "这台设备一天内发送的内容超过了上限，请稍后再发。内容仍在手机上。"),
    ("Too much was sent today", "This device has sent as much as is allowed in a day. Send the rest later; it is safe on the phone."),
);
