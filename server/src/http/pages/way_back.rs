//! Where somebody wanted to go before they had to sign in: a page of the desk and nothing else, so that no link can
//! send them to another site from here.

/// The desk's first page.
pub(super) const DESK: &str = "/desk";

/// The address as it may be returned to; the desk's first page if it is none of the desk's.
pub(super) fn to(wanted: Option<&str>) -> &str {
    let Some(wanted) = wanted else { return DESK };
    let rest = wanted.strip_prefix(DESK);
    let of_the_desk = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') && !wanted.contains("//") && !wanted.contains("..");
    let a_page = !wanted.starts_with("/desk/calls") && !wanted.starts_with("/desk/sign-") && !wanted.starts_with("/desk/invitation");
    if of_the_desk && plain && a_page && wanted.len() <= 500 { wanted } else { DESK }
}

#[cfg(test)]
mod tests {
    use super::to;

    #[test]
    fn pages_of_the_desk_are_returned_to() {
        for page in ["/desk", "/desk/cases/CX26-0379", "/desk?group=overdue&state=accepted", "/desk/settings"] {
            assert_eq!(to(Some(page)), page);
        }
    }

    #[test]
    fn nothing_else_is() {
        for trap in [
            "https://elsewhere.example",
            "//elsewhere.example",
            "/desk//elsewhere.example",
            "/desk/../field",
            "/desk.elsewhere.example",
            "/deskx",
            "/\\elsewhere.example",
            "/desk\\..\\x",
            "/desk\r\nSet-Cookie: x=y",
            "javascript:alert(1)",
            "/desk/sign-out",
            "/desk/calls/act",
            "",
        ] {
            assert_eq!(to(Some(trap)), "/desk", "{trap:?}");
        }
        assert_eq!(to(None), "/desk");
    }
}
