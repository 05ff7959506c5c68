//! What counts as personal in words that others will read.

use huiyin_domain::case::personal::{Personal, find};

#[test]
fn numbers_that_name_a_person_are_found() {
    for (words, kind) in [
        ("请联系13800138000。", Personal::Phone),
        ("电话 138-0013-8000", Personal::Phone),
        ("电话+8613800138000", Personal::Phone),
        ("电话１３８００１３８０００", Personal::Phone),
        ("身份证35018119900101123X", Personal::Identity),
        ("身份证350181199001011234，", Personal::Identity),
        ("350181 19900101 1234", Personal::Identity),
        ("车牌闽A12345的货车", Personal::Plate),
        ("闽A·D12345", Personal::Plate),
        ("卡号6222021234567890123", Personal::Bank),
        ("卡号 6222 0212 3456 7890", Personal::Bank),
    ] {
        assert_eq!(find(words), Some(kind), "{words}");
    }
}

#[test]
fn ordinary_words_are_left_alone() {
    for words in [
        "您反映的问题已处理完毕，谢谢。",
        "编号CX26-0379，2026-11-23 10:30 现场核实",
        "2026-11-23 2026-11-24 两次到场",
        "请拨打12369或0591-87654321",
        "闽环罚〔2026〕12号",
        "清运垃圾12345678立方米",
        "京津冀三地",
        "",
    ] {
        assert_eq!(find(words), None, "{words}");
    }
}
