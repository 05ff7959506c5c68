//! Something personal in words that others will read: mobile phones, identity, plate and bank numbers.
//! It looks for forms, not for truth: better a needless question than a published number.

/// What sort of number it looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Personal {
    /// 手机号
    Phone,
    /// 身份证号
    Identity,
    /// 车牌号
    Plate,
    /// 银行卡号
    Bank,
}

/// The short names of provinces that begin a number plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// The first personal number in these words, if there is one.
#[must_use]
pub fn find(words: &str) -> Option<Personal> {
    let plain: Vec<char> = words.chars().map(narrow).collect();
    runs(&plain).into_iter().find_map(|run| kind_of(&run)).or_else(|| plate(&plain))
}

/// Full-width digits and letters read like narrow ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '—' | '–' => '-',
        other => other,
    }
}

/// Runs of digits, each with its groups: `138 0013-8000` is one run of three groups. A closing X of an identity number
/// belongs to its group.
fn runs(plain: &[char]) -> Vec<Vec<String>> {
    let mut runs: Vec<Vec<String>> = Vec::new();
    let mut at = 0;
    let mut joined = false;
    while at < plain.len() {
        if !plain[at].is_ascii_digit() {
            joined = matches!(plain[at], ' ' | '-') && at > 0 && plain[at - 1].is_ascii_digit();
            at += 1;
            continue;
        }
        let start = at;
        while at < plain.len() && plain[at].is_ascii_digit() {
            at += 1;
        }
        if at - start == 17 && at < plain.len() && matches!(plain[at], 'x' | 'X') {
            at += 1;
        }
        let group: String = plain[start..at].iter().collect();
        match runs.last_mut().filter(|_| joined) {
            Some(run) => run.push(group),
            None => runs.push(vec![group]),
        }
        joined = false;
    }
    runs
}

fn kind_of(run: &[String]) -> Option<Personal> {
    let one = |group: &String| match group.len() {
        11 if is_mobile(group) => Some(Personal::Phone),
        13 if group.starts_with("86") && is_mobile(&group[2..]) => Some(Personal::Phone),
        18 if is_identity(group) => Some(Personal::Identity),
        16..=19 => Some(Personal::Bank),
        _ => None,
    };
    run.iter().find_map(one).or_else(|| grouped(run))
}

/// Numbers written in groups: 138-0013-8000, 6222 0212 3456 7890.
fn grouped(run: &[String]) -> Option<Personal> {
    let sizes: Vec<usize> = run.iter().map(String::len).collect();
    let phone = sizes.windows(3).enumerate().any(|(at, sizes)| sizes == [3, 4, 4] && is_mobile(&run[at..at + 3].concat()));
    let bank = sizes.windows(4).any(|sizes| sizes.iter().all(|&size| size == 4));
    let identity = sizes.windows(3).enumerate().any(|(at, sizes)| sizes == [6, 8, 4] && is_identity(&run[at..at + 3].concat()));
    match (phone, bank, identity) {
        (true, _, _) => Some(Personal::Phone),
        (_, _, true) => Some(Personal::Identity),
        (_, true, _) => Some(Personal::Bank),
        _ => None,
    }
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && digits.as_bytes().get(1).is_some_and(|second| (b'3'..=b'9').contains(second))
}

/// 18 characters with a date of birth in the middle.
fn is_identity(text: &str) -> bool {
    let number = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    text.len() == 18 && (1900..=2100).contains(&number(6, 10)) && (1..=12).contains(&number(10, 12)) && (1..=31).contains(&number(12, 14))
}

/// 闽A12345, 闽A·D12345.
fn plate(plain: &[char]) -> Option<Personal> {
    plain.iter().enumerate().filter(|(_, c)| PROVINCES.contains(**c)).find_map(|(at, _)| {
        let mut rest = plain[at + 1..].iter().filter(|c| !matches!(**c, '·' | '.' | ' ' | '-' | '•'));
        let letter = rest.next().is_some_and(char::is_ascii_uppercase);
        let tail: Vec<char> = rest.take_while(|c| c.is_ascii_alphanumeric()).copied().collect();
        let fits = letter && matches!(tail.len(), 5 | 6) && tail.iter().filter(|c| c.is_ascii_digit()).count() >= 3;
        fits.then_some(Personal::Plate)
    })
}
