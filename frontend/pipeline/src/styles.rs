//! One style sheet out of many, smaller but still readable in the browser's inspector.

use crate::inputs;
use anyhow::{Result, bail};
use std::{fs, path::Path};

/// The cascade layers, weakest first. Said before anything else, so that the order of the files does not matter.
const LAYERS: &str = "@layer tokens, base, components, utilities;\n";

/// Bundles every sheet of the folder, in the order of their names.
pub(crate) fn gather(folder: &Path) -> Result<String> {
    let mut bundle = String::from(LAYERS);
    for file in inputs::files_in(folder, "css")? {
        let sheet = fs::read_to_string(&file)?;
        if sheet.contains("@import") || sheet.contains("url(http") {
            bail!("{}: no style sheet may load anything from elsewhere", file.display());
        }
        bundle.push_str(&slim(&sheet));
    }
    Ok(bundle)
}

/// Drops comments, indentation and empty lines, and leaves strings alone.
fn slim(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        if let Some(comment) = from.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if let Some(after) = from.strip_prefix('/') {
            kept.push('/');
            rest = after;
        } else {
            let end = end_of_string(from);
            kept.push_str(&from[..end]);
            rest = &from[end..];
        }
    }
    kept.push_str(rest);
    let mut lines = String::with_capacity(kept.len());
    for line in kept.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}

/// How long the quoted string at the start of `text` is, quotes included.
fn end_of_string(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        if byte == quote && !escaped {
            return at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        let sheet = "/* a \"quoted\" word */\n  a::after { content: \"/* kept */ \\\" \"; }\n\n/* b */ b { c: 1 / 2; }";
        assert_eq!(slim(sheet), "a::after { content: \"/* kept */ \\\" \"; }\nb { c: 1 / 2; }\n");
    }

    #[test]
    fn a_space_before_a_semicolon_stays_since_theme_switches_need_it() {
        assert_eq!(slim("  :root { --d: ; --s: ; }"), ":root { --d: ; --s: ; }\n");
    }
}
