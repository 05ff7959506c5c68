//! An invitation as it is handed over: a link, and the same as a QR code for a phone's camera.

use crate::{core::Core, error::Error};
use fast_qr::{ECL, QRBuilder};
use huiyin_app::backend::Invitation;
use huiyin_domain::moment::Moment;
use std::fmt::Write;

/// The link of a token.
///
/// # Errors
/// If the address is too long for a QR code.
pub(super) fn invitation(core: &Core, token: &str, expires_at: Moment) -> Result<Invitation, Error> {
    // Behind the question mark: paths are logged, here and by proxies, and what is asked for is not.
    let link = format!("{}/desk/invitation?token={token}", core.settings.public_url());
    let (qr_side, qr_path) = qr(&link)?;
    Ok(Invitation { link, qr_side, qr_path, expires_at })
}

/// Squares a side, and the dark ones as a path of SVG: one stroke for each run in a row.
fn qr(text: &str) -> Result<(u32, String), Error> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|error| Error::internal(error.to_string()))?;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|x| code[y][*x].value()).count();
            if run > 0 {
                write!(path, "M{x} {y}h{run}v1h-{run}z").map_err(Error::internal)?;
            }
            x += run.max(1);
        }
    }
    Ok((u32::try_from(code.size).map_err(Error::internal)?, path))
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_code_has_its_three_corners() {
        let (side, path) = qr("https://huiyin.example.gov.cn/desk/invitation?token=hqXX0Wl5Ks8dVgm4YuqB9gJ7o1fPz0uVw2mKq3r8sEk").unwrap();
        assert!((21..=177).contains(&side) && (side - 17) % 4 == 0, "{side}");
        for corner in ["M0 0h7v1h-7z".to_owned(), format!("M{} 0h7v1h-7z", side - 7), format!("M0 {}h7v1h-7z", side - 7)] {
            assert!(path.contains(&corner), "{corner}");
        }
    }
}
