//! What a column tells, by what stands above it, in Chinese and English. A guess: a person looks at it before anything
//! is done, and what they said of the same columns before counts more.

use huiyin_app::backend::{ImportField, ImportKind};

/// What a list of colleagues may hold beside what an account says: never taken over, and not even shown.
const PRIVATE: [&str; 10] = ["电话", "手机", "联系方式", "身份证", "密码", "口令", "phone", "mobile", "password", "idcard"];
/// Names of the person who called: never taken over, and not even shown.
const PERSONAL: [&str; 12] =
    ["电话", "手机", "联系人", "来电人", "反映人", "投诉人", "举报人", "姓名", "身份证", "联系方式", "phone", "caller"];

/// What a column may be called, the usual names first.
fn names(field: ImportField) -> &'static [&'static str] {
    match field {
        ImportField::Number => {
            &["工单编号", "工单号", "案件编号", "受理编号", "登记编号", "编号", "序号", "number", "order number", "no", "id"]
        }
        ImportField::Words => &[
            "诉求内容",
            "反映内容",
            "问题描述",
            "主要内容",
            "反映问题",
            "存在问题",
            "内容",
            "描述",
            "content",
            "description",
            "details",
            "words",
        ],
        ImportField::Title => &["诉求标题", "工单标题", "标题", "主题", "title", "subject"],
        ImportField::MadeAt => &[
            "来电时间",
            "受理时间",
            "登记时间",
            "反映时间",
            "发现时间",
            "受理日期",
            "登记日期",
            "日期",
            "时间",
            "received",
            "reported",
            "date",
            "time",
        ],
        ImportField::Category => &["问题类别", "诉求类别", "问题类型", "诉求类型", "类别", "分类", "类型", "category", "kind", "type"],
        ImportField::Division => {
            &["所属乡镇", "乡镇街道", "乡镇", "镇街", "街道", "辖区", "所属区域", "区域", "township", "town", "division"]
        }
        ImportField::Address => &["事发地址", "事发地点", "详细地址", "具体位置", "地址", "地点", "位置", "address", "location", "place"],
        ImportField::Longitude => &["经度", "longitude", "lon", "lng"],
        ImportField::Latitude => &["纬度", "latitude", "lat"],
        ImportField::Status => &["办理状态", "案件状态", "办理情况", "是否办结", "状态", "status", "state"],
        ImportField::Name => &["污染源名称", "企业名称", "单位名称", "名称", "name", "site"],
        ImportField::SiteKind => &["污染源类型", "类型", "类别", "行业", "kind", "type"],
        ImportField::PersonName => &["姓名", "人员姓名", "名字", "full name", "name"],
        ImportField::SignInName => {
            &["登录名", "登陆名", "登录账号", "用户名", "账号", "帐号", "sign-in name", "user name", "login", "account"]
        }
        ImportField::Role => &["角色", "系统角色", "岗位", "role"],
        ImportField::Scope => &[
            "范围",
            "角色范围",
            "管辖范围",
            "负责范围",
            "负责区域",
            "管辖区域",
            "网格",
            "乡镇",
            "辖区",
            "scope",
            "area",
            "grid",
            "township",
        ],
        ImportField::Unit => &["所在单位", "工作单位", "所属单位", "单位", "部门", "works for", "unit", "department"],
        ImportField::Certificate => &["行政执法证号", "执法证号", "执法证", "证号", "certificate"],
        // A firm that is complained about is no unit of the county: a column that may name one is not guessed at.
        ImportField::AboutUnit => &["被反映部门", "被投诉部门", "被举报部门", "被反映的单位", "unit it is about", "about unit"],
    }
}

/// Whether nothing of this column is taken over or shown: it names who called, or how to reach somebody.
#[must_use]
pub(super) fn is_hidden(kind: ImportKind, head: &str) -> bool {
    let head = bare(head);
    let names: &[&str] = if kind == ImportKind::People { &PRIVATE } else { &PERSONAL };
    names.iter().any(|name| head.contains(name))
}

/// What each column tells, as far as its head says. No two tell the same.
#[must_use]
pub(super) fn guess(kind: ImportKind, heads: &[String]) -> Vec<Option<ImportField>> {
    let mut guessed = vec![None; heads.len()];
    for &field in kind.fields() {
        let free = |guessed: &[Option<ImportField>]| -> Vec<usize> {
            (0..heads.len()).filter(|column| guessed[*column].is_none() && !is_hidden(kind, &heads[*column])).collect()
        };
        let best = free(&guessed).into_iter().map(|column| (likeness(field, &heads[column]), column)).filter(|(likeness, _)| *likeness > 0);
        // The first of those that fit best.
        if let Some((_, column)) = best.max_by_key(|(likeness, column)| (*likeness, std::cmp::Reverse(*column))) {
            guessed[column] = Some(field);
        }
    }
    guessed
}

/// How well a head fits: a name itself more than one that holds it, and the usual names more than the others.
fn likeness(field: ImportField, head: &str) -> usize {
    let head = bare(head);
    let all = names(field);
    let rank = |n: usize| all.len() - n;
    let same = all.iter().position(|name| head == bare(name)).map(|n| 100 + rank(n));
    // "no" and "id" are in too many words.
    let held =
        || all.iter().position(|name| name.chars().count() * 2 + usize::from(!name.is_ascii()) > 4 && head.contains(&bare(name))).map(rank);
    same.or_else(held).unwrap_or(0)
}

/// Small letters without spaces, signs, or what stands in brackets.
fn bare(head: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for character in head.chars() {
        match character {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 && character.is_alphanumeric() => bare.extend(character.to_lowercase()),
            _ => {}
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::{guess, is_hidden};
    use huiyin_app::backend::{
        ImportField as F,
        ImportKind::{Hotline, Ledger, People, Sites},
    };

    fn guessed(kind: huiyin_app::backend::ImportKind, heads: &[&str]) -> Vec<Option<F>> {
        guess(kind, &heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn usual_heads_are_known() {
        let heads = ["工单编号*", "诉求标题", "诉求内容", "来电时间", "诉求类别", "所属乡镇（街道）", "事发地址", "来电人", "联系电话"];
        let known = [F::Number, F::Title, F::Words, F::MadeAt, F::Category, F::Division, F::Address].map(Some);
        assert_eq!(guessed(Hotline, &heads)[..7], known);
        assert_eq!(guessed(Hotline, &heads)[7..], [None, None]);
        let heads = ["序号", "日期", "乡镇", "地点", "存在问题", "办理状态"];
        assert_eq!(guessed(Ledger, &heads), [F::Number, F::MadeAt, F::Division, F::Address, F::Words, F::Status].map(Some));
        let heads = ["Name", "Kind", "Township", "Longitude (°)", "Latitude (°)"];
        assert_eq!(guessed(Sites, &heads), [F::Name, F::SiteKind, F::Division, F::Longitude, F::Latitude].map(Some));
        assert_eq!(guessed(Hotline, &["Order number", "Received", "Content", "Notes"])[..3], [F::Number, F::MadeAt, F::Words].map(Some));
    }

    #[test]
    fn a_list_of_colleagues_names_them_and_keeps_their_secrets() {
        let heads = ["序号", "姓名", "登录名", "角色", "管辖范围", "所在单位", "执法证号", "联系电话", "初始密码"];
        let known = [F::PersonName, F::SignInName, F::Role, F::Scope, F::Unit, F::Certificate].map(Some);
        assert_eq!(guessed(People, &heads), [&[None][..], &known, &[None, None]].concat());
        let heads = ["Sign-in name", "Name", "Role", "Township", "Unit", "Mobile"];
        let known = [F::SignInName, F::PersonName, F::Role, F::Scope, F::Unit].map(Some);
        assert_eq!(guessed(People, &heads), [&known[..], &[None]].concat());
        for head in ["联系电话", "初始密码", "Password", "ID card"] {
            assert!(is_hidden(People, head), "{head}");
        }
        assert!(!is_hidden(People, "姓名"));
    }

    #[test]
    fn nothing_is_told_twice_and_nobody_is_named() {
        let columns = guessed(Hotline, &["编号", "工单编号", "内容", "内容", "联系地址", "反映人地址"]);
        assert_eq!(columns, [None, Some(F::Number), Some(F::Words), None, Some(F::Address), None]);
        let is_personal = |head: &str| is_hidden(Hotline, head);
        assert!(is_personal("联系电话") && is_personal("Caller name") && !is_personal("诉求内容"));
        assert_eq!(guessed(Hotline, &["甲", "乙"]), [None, None]);
    }
}
