//! Photos and the parts they come in.

use super::{Row, row};

pub(super) const TOO_MUCH_OPEN: Row = row(
    413,
    "too_much_open",
    ("未传完的照片太多", "这台设备有太多照片只传了一部分。请先传完已开始的照片，再传这一张。"),
    ("Too many unfinished photos", "Too many photos of this device have arrived only in part. Finish those first, then send this one."),
);

pub(super) const PHOTO_NOT_DECLARED: Row = row(
    404,
    "photo_not_declared",
    ("没有登记这张照片", "请先发送提到这张照片的内容。"),
    ("No command speaks of this photo", "Send the command that mentions the photo first."),
);

pub(super) const CHUNK_OUT_OF_RANGE: Row = row(
    400,
    "chunk_out_of_range",
    ("照片分段的序号不对", "序号超出了照片的长度。已收到的分段不受影响。"),
    ("No such part of the photo", "The number lies beyond the photo's end. Parts that arrived are safe."),
);

pub(super) const CHUNK_LENGTH: Row = row(
    400,
    "chunk_length",
    ("照片分段的长度不对", "这一段的长度与登记的不符。已收到的分段不受影响。"),
    ("The part has the wrong length", "Its length does not fit its place in the photo. Parts that arrived are safe."),
);

pub(super) const PHOTO_TOO_LARGE: Row = row(
    413,
    "photo_too_large",
    ("照片太大", "一张照片最大 20 MB，请缩小后再发送。"),
    ("The photo is too large", "A photo may have at most 20 MB. Make it smaller and send it again."),
);

pub(super) const PHOTO_TOO_MANY_PIXELS: Row = row(
    422,
    "photo_too_many_pixels",
    ("照片像素太多", "一张照片最多 6400 万像素，请缩小后再发送。"),
    ("The photo has too many pixels", "A photo may have at most 64 megapixels. Make it smaller and send it again."),
);

pub(super) const NOT_A_PHOTO: Row = row(
    415,
    "not_a_photo",
    ("这不是照片", "只接受 JPEG、PNG 和 WebP 图片。"),
    ("This is not a photo", "Only JPEG, PNG and WebP pictures are taken."),
);

pub(super) const HEIC: Row = row(
    415,
    "heic",
    ("不支持 HEIC 照片", "请在相机设置中选择“兼容性最佳”（JPEG）后重新拍摄。"),
    ("HEIC photos are not supported", "Choose “Most Compatible” (JPEG) in the camera settings and take the photo again."),
);

pub(super) const PHOTO_BROKEN: Row = row(
    422,
    "photo_broken",
    ("照片已损坏", "照片不完整或已损坏，请重新拍摄。文字内容已登记，不受影响。"),
    ("The photo is damaged", "It is cut short or damaged. Take it again. The words that came with it are recorded and safe."),
);

pub(super) const PHOTO_HASH_MISMATCH: Row = row(
    422,
    "photo_hash_mismatch",
    ("照片与登记的不一致", "收到的内容与登记的照片不同，已丢弃，请重新发送。"),
    ("The photo differs from what was announced", "The bytes do not fit the announced photo and were discarded. Send it again."),
);
