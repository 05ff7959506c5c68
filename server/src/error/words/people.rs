//! Accounts, and the roles they hold.

use super::{Row, row};

pub(super) const EMPTY_FIELD: Row = row(
    422,
    "empty_field",
    ("这一项没有填", "还没有保存。请填好这一项再提交。"),
    ("This is empty", "Nothing was saved. Fill it in and send again."),
);

pub(super) const TOO_LONG: Row = row(
    422,
    "too_long",
    ("这一项太长", "还没有保存。请写短一些再提交。"),
    ("This is too long", "Nothing was saved. Make it shorter and send again."),
);

pub(super) const BAD_SIGN_IN_NAME: Row = row(
    422,
    "bad_sign_in_name",
    ("不能用作登录名", "还没有保存。登录名用 2 到 40 个文字、字母或数字，可以有点、横线和下划线，不能有空格。"),
    (
        "This cannot be a sign-in name",
        "Nothing was saved. Use 2 to 40 letters or digits; dots, hyphens and underscores are fine, spaces are not.",
    ),
);

pub(super) const SIGN_IN_NAME_TAKEN: Row = row(
    409,
    "sign_in_name_taken",
    ("这个登录名已经有人用了", "还没有保存。请换一个，例如加上单位或数字。"),
    ("This sign-in name is taken", "Nothing was saved. Choose another, for instance with the unit or a number."),
);

pub(super) const UNKNOWN_UNIT: Row = row(
    422,
    "unknown_unit",
    ("没有这个单位", "还没有保存。请从规则库里的单位中选一个。"),
    ("There is no such unit", "Nothing was saved. Choose one of the units in the rulebook."),
);

pub(super) const UNIT_NOT_YOURS: Row = row(
    422,
    "unit_not_yours",
    ("这个单位不归您管", "还没有保存。请选您管理范围内的单位，或请管理员来办。"),
    ("You do not look after this unit", "Nothing was saved. Choose a unit of yours, or ask an administrator."),
);

pub(super) const NO_ROLE: Row = row(
    422,
    "no_role",
    ("至少要有一个角色", "还没有保存。没有角色的账号什么也做不了；不用的账号请停用。"),
    ("At least one role is needed", "Nothing was saved. An account without a role can do nothing; close it if it is not used."),
);

pub(super) const WRONG_SCOPE: Row = row(
    422,
    "wrong_scope",
    ("这个角色不能管这个地方", "还没有保存。地方要在本县以内，并且适合这个角色。"),
    ("This role cannot hold there", "Nothing was saved. The place must lie in this county and fit the role."),
);

pub(super) const ROLE_NOT_YOURS: Row = row(
    422,
    "role_not_yours",
    ("您不能给出或收回这个角色", "还没有保存。请只改您管理范围内的角色，或请管理员来办。"),
    ("You may not give or take this role", "Nothing was saved. Change only roles within what you look after, or ask an administrator."),
);

pub(super) const OWN_ROLES: Row = row(
    422,
    "own_roles",
    ("不能改自己的角色", "还没有保存。请另一位管理员来改。"),
    ("Nobody changes their own roles", "Nothing was saved. Ask another administrator."),
);

pub(super) const OWN_ACCOUNT: Row = row(
    422,
    "own_account",
    ("不能对自己的账号这样做", "什么都没有改变。修改密码请到设置；停用请另一位管理员来办。"),
    (
        "Not with your own account",
        "Nothing was changed. Change your password in the settings; to close the account, ask another administrator.",
    ),
);

pub(super) const LAST_ADMIN: Row = row(
    422,
    "last_admin",
    ("这是最后一位管理员", "什么都没有改变。请先让另一个人当管理员。"),
    ("This is the last administrator", "Nothing was changed. Make somebody else an administrator first."),
);

pub(super) const ACCOUNT_CLOSED: Row = row(
    422,
    "account_closed",
    ("账号已停用", "什么都没有改变。请先恢复账号，再发邀请。"),
    ("The account is closed", "Nothing was changed. Open it again first, then invite."),
);

pub(super) const NO_SUCH_PERSON: Row = row(
    404,
    "no_such_person",
    ("没有这个账号", "账号不存在，或不归您管理。"),
    ("No such account", "It does not exist, or you do not look after it."),
);
