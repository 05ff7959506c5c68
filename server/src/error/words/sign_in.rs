//! Signing in, passwords and invitations.

use super::{Row, row};

pub(super) const NOT_SIGNED_IN: Row = row(
    401,
    "not_signed_in",
    ("请先登录", "尚未登录，或登录已过期。已保存的内容不受影响，登录后继续。"),
    ("Please sign in", "Nobody is signed in, or the session has ended. What is saved is safe; sign in to go on."),
);

pub(super) const WRONG_NAME_OR_PASSWORD: Row = row(
    401,
    "wrong_name_or_password",
    ("用户名或密码不对", "请检查后再试。忘记密码请联系管理员。"),
    ("Wrong name or password", "Check both and try again. If you forgot the password, ask your administrator."),
);

pub(super) const TOO_MANY_TRIES: Row =
    row(429, "too_many_tries", ("尝试次数太多", "请稍等片刻再试。"), ("Too many tries", "Please wait a moment and try again."));

pub(super) const WRONG_PASSWORD: Row = row(
    422,
    "wrong_password",
    ("现在的密码不对", "密码没有改变。请再输入一次现在使用的密码。"),
    ("The present password is wrong", "The password was not changed. Type the one that you use now once more."),
);

pub(super) const WEAK_PASSWORD: Row = row(
    422,
    "weak_password",
    ("新密码太容易猜到", "密码没有改变。新密码至少 10 个字符，不能与现在的相同，不能包含登录名或只用一两种字符。"),
    (
        "The new password is too easy to guess",
        "The password was not changed. Take at least 10 characters, not the present one, without your sign-in name, and of more than two kinds of characters.",
    ),
);

pub(super) const PASSWORDS_DIFFER: Row = row(
    422,
    "passwords_differ",
    ("两次输入的密码不一样", "密码还没有设置。请把同一个密码输入两遍。"),
    ("The two passwords differ", "No password was set. Type the same one twice."),
);

pub(super) const INVITATION_UNKNOWN: Row = row(
    404,
    "invitation_unknown",
    ("这个邀请链接无效", "链接可能没有复制完整，或者后来又发过新的。请用最新的链接，或找发链接的人重新发一个。"),
    (
        "This invitation is not valid",
        "The link may be incomplete, or a newer one was made. Use the newest, or ask whoever sent it for another.",
    ),
);

pub(super) const INVITATION_USED: Row = row(
    410,
    "invitation_used",
    ("这个邀请链接已经用过", "密码已经设好了，请直接登录。如果不是您本人设的，请马上告诉发链接的人。"),
    (
        "This invitation has been used",
        "A password has been set; sign in with it. If it was not you who set it, tell whoever sent the link at once.",
    ),
);

pub(super) const INVITATION_EXPIRED: Row = row(
    410,
    "invitation_expired",
    ("这个邀请链接已过期", "链接七天内有效。请找发链接的人重新发一个。"),
    ("This invitation has expired", "A link works for seven days. Ask whoever sent it for another."),
);
