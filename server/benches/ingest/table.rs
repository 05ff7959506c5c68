//! A table in Markdown, as `docs/performance.md` holds it.

/// Prints rows of cells under these heads.
pub(crate) fn print(heads: &[&str], rows: &[Vec<String>]) {
    println!("\n| {} |", heads.join(" | "));
    println!("|{}", "---|".repeat(heads.len()));
    for row in rows {
        println!("| {} |", row.join(" | "));
    }
}
