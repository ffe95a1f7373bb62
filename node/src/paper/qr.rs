//! A text as a QR code (ISO/IEC 18004), drawn as one path: for papers, and for a page that shows it.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// The light margin that readers need around it, in modules.
const QUIET: usize = 4;

/// The text as a picture (SVG); none if it is longer than a QR code holds. Level M: a quarter of it may be
/// scratched or folded, nearly.
pub fn picture(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, modules) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in modules.chunks_exact(width).enumerate() {
        let mut x = 0;
        while x < width {
            let dark = row[x..].iter().take_while(|color| **color == Color::Dark).count();
            if dark > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                let _infallible = write!(path, "M{left} {top}h{dark}v1h-{dark}z");
            }
            x += dark.max(1);
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_packed_and_what_is_too_long_is_none() {
        let card = picture(&"7".repeat(252)).unwrap();
        // Version 6, 41 modules: fine enough for a card of 54 millimetres, coarse enough for a telephone.
        assert!(card.contains("viewBox=\"0 0 49 49\""), "{}", &card[..120]);
        assert!(picture(&"7".repeat(10_000)).is_none());
        // Nothing of the text is markup.
        assert!(!picture("<script>").unwrap().contains("script"));
    }
}
