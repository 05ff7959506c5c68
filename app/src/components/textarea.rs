//! What stands in a textarea when the page arrives.

/// Text as the child of a textarea. On the server the renderer writes it as it is, so that `</textarea>` in it would end the field;
/// in the browser it is a text like any other.
#[must_use]
pub fn within_textarea(text: &str) -> String {
    if cfg!(feature = "ssr") { text.replace('&', "&amp;").replace('<', "&lt;") } else { text.to_owned() }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::within_textarea;

    #[test]
    fn no_text_ends_the_field_it_stands_in() {
        assert_eq!(within_textarea("a</textarea><b>&lt;"), "a&lt;/textarea>&lt;b>&amp;lt;");
    }
}
