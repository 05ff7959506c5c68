//! What was sent cannot be read, is refused, or leads nowhere.

use super::{Row, row};

pub(super) const MALFORMED_JSON: Row = row(
    400,
    "malformed_json",
    ("内容不是有效的 JSON", "发送的内容无法读取，什么都没有改变。"),
    ("The body is not valid JSON", "What was sent could not be read. Nothing was changed."),
);

pub(super) const WRONG_SHAPE: Row = row(
    422,
    "wrong_shape",
    ("内容的格式不对", "有一项内容缺少或写法不对，什么都没有改变。"),
    ("The body has the wrong shape", "A part is missing or written in another way than expected. Nothing was changed."),
);

pub(super) const WRONG_CONTENT_TYPE: Row = row(
    415,
    "wrong_content_type",
    ("内容的类型不对", "这里只接受 JSON（application/json）。什么都没有改变。"),
    ("The body has the wrong type", "Only JSON (application/json) is taken here. Nothing was changed."),
);

pub(super) const BAD_COMPRESSION: Row = row(
    400,
    "bad_compression",
    ("压缩内容已损坏", "内容声明为 gzip 压缩，但无法解压。什么都没有改变。"),
    ("The compressed body is damaged", "The body says it is gzip but cannot be unpacked. Nothing was changed."),
);

pub(super) const TOO_LARGE: Row = row(
    413,
    "too_large",
    ("内容太大", "一次发送的内容超过了上限，什么都没有改变。"),
    ("The body is too large", "More was sent at once than is allowed. Nothing was changed."),
);

pub(super) const BAD_ADDRESS: Row = row(
    400,
    "bad_address",
    ("网址有误", "网址中有一部分不对。"),
    ("The address is wrong", "A part of the address is not what it should be."),
);

pub(super) const CROSS_SITE: Row = row(
    403,
    "cross_site",
    ("请求来自其他网站", "为了安全，来自其他网站的操作不予执行。什么都没有改变。"),
    ("The request came from another site", "For safety, requests from other sites are not carried out. Nothing was changed."),
);

pub(super) const NOT_ALLOWED: Row =
    row(403, "not_allowed", ("没有权限", "您的角色不能做这件事。"), ("Not allowed", "Your role does not allow this."));

pub(super) const NOT_FOUND: Row =
    row(404, "not_found", ("没有找到", "这个网址没有内容。"), ("Not found", "There is nothing at this address."));

pub(super) const METHOD_NOT_ALLOWED: Row = row(
    405,
    "method_not_allowed",
    ("不支持这种请求", "这个网址不接受这种请求方式。"),
    ("Method not allowed", "This address does not take this kind of request."),
);

pub(super) const ID_USED: Row = row(
    409,
    "id_used",
    ("编号已用于其他内容", "这个编号之前已经用过，内容不同。什么都没有改变，请刷新后再试。"),
    ("The id was used for something else", "This id was used before with other content. Nothing was changed. Reload and try again."),
);

pub(super) const REFUSED: Row = row(
    422,
    "refused",
    ("按规则不能这样做", "有条件没有满足，什么都没有改变。"),
    ("The rules do not allow this", "Some conditions are not met. Nothing was changed."),
);
