//! Where the committer's time goes, as the program itself logs it for each group.

/// The steps of a group, as the log names them, and as a reader knows them.
const STEPS: [(&str, &str); 4] = [
    ("read_us=", "reading what is known"),
    ("judge_us=", "judging and hashing"),
    ("write_us=", "writing rows"),
    ("commit_us=", "the commit with its fsync"),
];

/// The share of each step, in a sentence.
#[expect(clippy::cast_precision_loss, reason = "microseconds of a bench")]
pub(crate) fn shares(lines: &[String]) -> String {
    let of = |name: &str| lines.iter().filter_map(|line| number(line, name)).sum::<u64>();
    let sums: Vec<u64> = STEPS.iter().map(|(name, _)| of(name)).collect();
    let whole = sums.iter().sum::<u64>().max(1);
    let parts: Vec<String> =
        STEPS.iter().zip(&sums).map(|((_, what), sum)| format!("{:.0} % {what}", *sum as f64 * 100.0 / whole as f64)).collect();
    let commands = of("commands=");
    format!(
        "The committer, in batches: {} groups of {:.0} reports, {:.0} µs a report: {}.",
        lines.len(),
        commands as f64 / lines.len().max(1) as f64,
        whole as f64 / commands.max(1) as f64,
        parts.join(", ")
    )
}

fn number(line: &str, name: &str) -> Option<u64> {
    let rest = line.split(name).nth(1)?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
