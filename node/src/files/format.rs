//! What a file is, by what stands in it and never by its name; anything but a picture or a PDF is refused.
//!
//! Only heads are read, and no picture is made of them: what a browser or a paper will draw later is
//! bounded here by the size that it says it has.

use thiserror::Error;

use crate::error::{Fault, Who};

/// A file may have this many bytes.
pub const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;
/// A picture may have this many points: those of a good telephone, and none that fills the memory of a
/// small computer when it is drawn.
const POINTS_MAX: u64 = 120_000_000;

/// The logo stands on every paper, which is set several times for its preview.
pub const LOGO_POINTS_MAX: u64 = 4_000_000;

/// What may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A photo.
    Jpeg,
    /// A picture of few colours, as a logo.
    Png,
    /// A picture as the web has it.
    Webp,
    /// A document.
    Pdf,
}

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FileFault {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// More than is kept.
    #[error("the file has more bytes than are kept")]
    TooLarge,
    /// Neither a picture nor a PDF.
    #[error("neither a picture nor a PDF")]
    Other,
    /// A photo in the format of one maker's telephones, which few programs show.
    #[error("a photo that browsers do not show")]
    Heic,
    /// It begins as what it should be, and ends too early.
    #[error("the file is cut short or damaged")]
    Cut,
    /// More points than can be shown.
    #[error("the picture has too many points")]
    Points,
    /// Its record came from another computer, and its bytes did not.
    #[error("the bytes are on another computer")]
    Elsewhere,
}

impl Fault for FileFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "no_file",
            Self::TooLarge => "file_large",
            Self::Other => "file_other",
            Self::Heic => "file_heic",
            Self::Cut => "file_cut",
            Self::Points => "file_points",
            Self::Elsewhere => "file_elsewhere",
        }
    }

    fn who(&self) -> Who {
        Who::Person
    }
}

impl Format {
    const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf];

    /// Looks into a file.
    pub fn of(bytes: &[u8]) -> Result<Self, FileFault> {
        Self::within(bytes, POINTS_MAX)
    }

    /// Looks into a file, which as a picture may have so many points.
    pub fn within(bytes: &[u8], points_max: u64) -> Result<Self, FileFault> {
        if bytes.is_empty() {
            return Err(FileFault::Empty);
        }
        if bytes.len() > FILE_BYTES_MAX {
            return Err(FileFault::TooLarge);
        }
        let (format, size) = if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            (Self::Jpeg, jpeg(bytes))
        } else if bytes.starts_with(PNG) {
            (Self::Png, png(bytes))
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            (Self::Webp, webp(bytes))
        } else if bytes.starts_with(b"%PDF-") {
            return pdf(bytes).map(|()| Self::Pdf).ok_or(FileFault::Cut);
        } else if is_heic(bytes) {
            return Err(FileFault::Heic);
        } else {
            return Err(FileFault::Other);
        };
        let (width, height) = size.ok_or(FileFault::Cut)?;
        match u64::from(width) * u64::from(height) {
            0 => Err(FileFault::Cut),
            points if points > points_max => Err(FileFault::Points),
            _ => Ok(format),
        }
    }

    /// The format of a name such as `image/jpeg`.
    pub fn of_mime(mime: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.mime() == mime)
    }

    /// Its name on the web (RFC 2046, RFC 9649, RFC 8118).
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// Whether pages and papers can draw it.
    pub fn is_picture(self) -> bool {
        self != Self::Pdf
    }
}

type Size = (u32, u32);

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn big(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_be_bytes(*four))
}

fn big_short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_be_bytes(*two))
}

fn little(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*four))
}

/// The size in the first frame's head (ITU T.81, B.2.2); what stands before is passed over.
fn jpeg(bytes: &[u8]) -> Option<Size> {
    let mut at = 2;
    loop {
        // Any number of filling bytes may stand before a marker.
        while bytes.get(at)? == &0xff && bytes.get(at + 1)? == &0xff {
            at += 1;
        }
        let [0xff, marker] = *bytes.get(at..)?.first_chunk()? else {
            return None;
        };
        let length = usize::from(big_short(bytes, at + 2)?);
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let size = (big_short(bytes, at + 7)?, big_short(bytes, at + 5)?);
                // Behind the head of a frame stands what is drawn.
                bytes.get(at + 2 + length)?;
                return Some((size.0.into(), size.1.into()));
            }
            // A marker without a length, or what is drawn before its size is known.
            0x00..=0x01 | 0xd0..=0xda => return None,
            _ => at += 2 + length.max(2),
        }
    }
}

/// The size in its first chunk (RFC 2083, 4.1.1); every chunk is whole, up to the last.
fn png(bytes: &[u8]) -> Option<Size> {
    if bytes.get(8..16)? != b"\0\0\0\x0dIHDR" {
        return None;
    }
    let size = (big(bytes, 16)?, big(bytes, 20)?);
    let mut at = PNG.len();
    loop {
        let length = usize::try_from(big(bytes, at)?).ok()?;
        let name = bytes.get(at + 4..at + 8)?;
        let next = at.checked_add(length)?.checked_add(12)?;
        bytes.get(..next)?;
        if name == b"IEND" {
            return Some(size);
        }
        at = next;
    }
}

/// The size in its first chunk (RFC 9649, 2.5 to 2.7).
fn webp(bytes: &[u8]) -> Option<Size> {
    let length = usize::try_from(little(bytes, 4)?).ok()?;
    bytes.get(..length.checked_add(8)?)?;
    // Three bytes each: the four that begin one earlier, without that one.
    let three = |at: usize| Some(little(bytes, at - 1)? >> 8);
    match bytes.get(12..16)? {
        b"VP8X" => Some((three(24)? + 1, three(27)? + 1)),
        b"VP8L" if bytes.get(20)? == &0x2f => {
            let both = little(bytes, 21)?;
            Some(((both & 0x3fff) + 1, (both >> 14 & 0x3fff) + 1))
        }
        b"VP8 " if bytes.get(23..26)? == [0x9d, 0x01, 0x2a] => {
            let both = little(bytes, 26)?;
            Some((both & 0x3fff, both >> 16 & 0x3fff))
        }
        _ => None,
    }
}

/// A number of its version at the head, and its end where readers look for it (ISO 32000-1, 7.5.5).
fn pdf(bytes: &[u8]) -> Option<()> {
    let is_numbered = bytes.get(5)?.is_ascii_digit();
    let end = &bytes[bytes.len().saturating_sub(1024)..];
    let is_whole = end.windows(5).any(|part| part == b"%%EOF");
    (is_numbered && is_whole).then_some(())
}

/// The brands of ISO/IEC 23008-12.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 8] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
    ];
    let brand = bytes.get(8..12).unwrap_or_default();
    bytes.get(4..8) == Some(b"ftyp") && BRANDS.contains(&brand)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A whole picture of one point.
    pub(crate) const POINT: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0,
        0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0xda,
        0x63, 0x64, 0xf8, 0xcf, 0x50, 0x0f, 0, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34, 0x7d, 0x6b, 0, 0, 0, 0,
        b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
    ];

    fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = vec![
            0xff, 0xd8, 0xff, 0xe0, 0, 4, b'J', b'F', 0xff, 0xff, 0xc0, 0, 11, 8,
        ];
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0, 0xff, 0xd9]);
        bytes
    }

    fn webp_of(chunk: &[u8]) -> Vec<u8> {
        let length = u32::try_from(4 + chunk.len()).unwrap();
        [b"RIFF", &length.to_le_bytes()[..], b"WEBP", chunk].concat()
    }

    #[test]
    fn a_picture_or_a_document_is_known_by_what_is_in_it() {
        assert_eq!(Format::of(POINT), Ok(Format::Png));
        assert_eq!(Format::of(&jpeg_of(640, 480)), Ok(Format::Jpeg));
        let extended = b"VP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(Format::of(&webp_of(extended)), Ok(Format::Webp));
        let lossless = b"VP8L\x05\0\0\0\x2f\x7f\xc2\x77\0\0";
        assert_eq!(Format::of(&webp_of(lossless)), Ok(Format::Webp));
        let lossy = b"VP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01";
        assert_eq!(Format::of(&webp_of(lossy)), Ok(Format::Webp));
        assert_eq!(Format::of(b"%PDF-1.7\n1 0 obj\n%%EOF\n"), Ok(Format::Pdf));
        for format in Format::ALL {
            assert_eq!(Format::of_mime(format.mime()), Some(format));
        }
    }

    #[test]
    fn what_runs_in_a_browser_and_what_is_no_picture_is_refused() {
        let others: [&[u8]; 9] = [
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
            b"<!doctype html><script>1</script>",
            b"  %PDF-1.7 %%EOF",
            b"GIF89a\x01\0\x01\0",
            b"BM\0\0\0\0",
            b"PK\x03\x04",
            b"MZ",
            b"\0\0\0\x18ftypavif",
            b"RIFF\x04\0\0\0WAVE",
        ];
        for other in others {
            assert_eq!(Format::of(other), Err(FileFault::Other), "{other:?}");
        }
        assert_eq!(Format::of(b""), Err(FileFault::Empty));
        assert_eq!(Format::of(b"\0\0\0\x18ftypheic\0\0\0\0"), Err(FileFault::Heic));
    }

    #[test]
    fn a_file_that_ends_too_early_is_refused_wherever_it_ends() {
        let jpeg = jpeg_of(640, 480);
        for (whole, least, upto) in [(POINT, PNG.len(), POINT.len()), (&jpeg, 3, 23)] {
            for end in least..upto {
                assert_eq!(Format::of(&whole[..end]), Err(FileFault::Cut), "at {end}");
            }
        }
        let webp = webp_of(b"VP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0");
        for end in 12..webp.len() {
            assert_eq!(Format::of(&webp[..end]), Err(FileFault::Cut), "at {end}");
        }
        assert_eq!(Format::of(b"%PDF-1.7\nhalf of it"), Err(FileFault::Cut));
        assert_eq!(Format::of(b"%PDF-<script>%%EOF"), Err(FileFault::Cut));
    }

    #[test]
    fn a_head_that_lies_about_lengths_ends_as_cut() {
        let mut huge = POINT.to_vec();
        huge[33..37].copy_from_slice(&[0xff; 4]);
        assert_eq!(Format::of(&huge), Err(FileFault::Cut));
        let mut circle = vec![0xff, 0xd8];
        circle.extend([0xff, 0xe0, 0, 0].repeat(5000));
        assert_eq!(Format::of(&circle), Err(FileFault::Cut));
        assert_eq!(Format::of(b"RIFF\xff\xff\xff\xffWEBPVP8X"), Err(FileFault::Cut));
    }

    #[test]
    fn what_would_fill_the_memory_is_refused() {
        assert_eq!(Format::of(&jpeg_of(65_000, 65_000)), Err(FileFault::Points));
        assert_eq!(Format::of(&jpeg_of(0, 480)), Err(FileFault::Cut));
        let mut wide = POINT.to_vec();
        wide[16..24].copy_from_slice(&[0xff; 8]);
        assert_eq!(Format::of(&wide), Err(FileFault::Points));
        let large = vec![0xff; FILE_BYTES_MAX + 1];
        assert_eq!(Format::of(&large), Err(FileFault::TooLarge));
    }
}
