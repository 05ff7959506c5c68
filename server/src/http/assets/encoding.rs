//! Which compression a browser takes (RFC 9110, 12.5.3).

use axum::http::{HeaderMap, header};

/// How the bytes are packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

/// The smallest one that is there and welcome. Brotli wins over gzip unless the browser likes gzip better.
pub(super) fn best(asked: &HeaderMap, brotli: bool, gzip: bool) -> Encoding {
    let accepted: String =
        asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
    let liking = |name: &str, there: bool| if there { liking(&accepted, name) } else { 0 };
    let (brotli, gzip) = (liking("br", brotli), liking("gzip", gzip));
    match (brotli, gzip) {
        (0, 0) => Encoding::Plain,
        (brotli, gzip) if brotli >= gzip => Encoding::Brotli,
        _ => Encoding::Gzip,
    }
}

/// Thousandths of `q`; 0 means: not welcome.
fn liking(accepted: &str, name: &str) -> u16 {
    let mut any = 0;
    for part in accepted.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let coding = pieces.next().unwrap_or_default();
        let q = pieces.find_map(|piece| piece.strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
        let q = (q.clamp(0.0, 1.0) * 1000.0) as u16;
        if coding.eq_ignore_ascii_case(name) {
            return q;
        }
        if coding == "*" {
            any = q;
        }
    }
    any
}

#[cfg(test)]
mod tests {
    use super::{Encoding, best};
    use axum::http::{HeaderMap, HeaderValue, header};

    fn asked(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn the_smallest_welcome_form_is_sent() {
        assert_eq!(best(&asked("gzip, deflate, br, zstd"), true, true), Encoding::Brotli);
        assert_eq!(best(&asked("gzip, br;q=0"), true, true), Encoding::Gzip);
        assert_eq!(best(&asked("br;q=0.2, gzip;q=0.9"), true, true), Encoding::Gzip);
        assert_eq!(best(&asked("*"), true, true), Encoding::Brotli);
        assert_eq!(best(&asked("*, br;q=0"), true, true), Encoding::Gzip);
        assert_eq!(best(&asked("br"), false, true), Encoding::Plain);
        assert_eq!(best(&HeaderMap::new(), true, true), Encoding::Plain);
    }
}
