//! What a file is, told from its bytes.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{SheetFault, UNFOLDED_BYTES_MAX};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// LibreOffice.
    Ods,
    /// Text with one row per line.
    Csv,
    /// Excel's binary workbook, which is not read.
    Xlsb,
    /// A text document.
    Document,
    /// A portable document.
    Pdf,
    /// A picture.
    Picture,
    /// A web page, which some programs write under a sheet's name.
    Html,
    /// Something else.
    Other,
}

impl FileKind {
    /// As programs and sentences name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "XLSX",
            Self::Xls => "XLS",
            Self::Ods => "ODS",
            Self::Csv => "CSV",
            Self::Xlsb => "XLSB",
            Self::Document => "DOC",
            Self::Pdf => "PDF",
            Self::Picture => "JPEG, PNG",
            Self::Html => "HTML",
            Self::Other => "?",
        }
    }
}

/// Tells the kind, and for compressed files measures what they unfold to before anyone reads them.
pub(super) fn of(bytes: &[u8]) -> Result<FileKind, SheetFault> {
    if bytes.is_empty() {
        return Err(SheetFault::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return of_zip(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return of_compound(bytes);
    }
    let pictures: [&[u8]; 4] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0"];
    if pictures.iter().any(|magic| bytes.starts_with(magic)) {
        return Ok(FileKind::Picture);
    }
    if bytes.starts_with(b"%PDF") {
        return Ok(FileKind::Pdf);
    }
    Ok(of_text(bytes))
}

fn of_text(bytes: &[u8]) -> FileKind {
    let head = &bytes[..bytes.len().min(4096)];
    let start = String::from_utf8_lossy(head)
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_lowercase();
    if ["<!doctype html", "<html", "<?xml", "<table"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return FileKind::Html;
    }
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let strange = head
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a))
        .count();
    if !utf16 && strange > 0 {
        FileKind::Other
    } else {
        FileKind::Csv
    }
}

/// Excel wraps a workbook with a password in a compound file; without one it is a workbook of before 2007.
fn of_compound(bytes: &[u8]) -> Result<FileKind, SheetFault> {
    let utf16 = |name: &str| {
        name.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let holds = |name: &str| {
        let needle = utf16(name);
        bytes.windows(needle.len()).any(|window| window == needle)
    };
    if holds("EncryptedPackage") {
        Err(SheetFault::Password)
    } else if holds("Workbook") || holds("Book") {
        Ok(FileKind::Xls)
    } else if holds("WordDocument") {
        Ok(FileKind::Document)
    } else {
        Ok(FileKind::Other)
    }
}

fn of_zip(bytes: &[u8]) -> Result<FileKind, SheetFault> {
    let damaged = |error: zip::result::ZipError| SheetFault::Damaged {
        detail: error.to_string(),
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let kind = if has("xl/workbook.xml") {
        FileKind::Xlsx
    } else if has("xl/workbook.bin") {
        FileKind::Xlsb
    } else if has("word/document.xml") {
        FileKind::Document
    } else if has("mimetype") && has("content.xml") {
        let mut mimetype = Vec::new();
        let mut file = archive.by_name("mimetype").map_err(damaged)?;
        (&mut file).take(200).read_to_end(&mut mimetype).map_err(io)?;
        match mimetype.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            true => FileKind::Ods,
            false => FileKind::Document,
        }
    } else {
        FileKind::Other
    };
    if matches!(kind, FileKind::Xlsx | FileKind::Ods) {
        measure(&mut archive)?;
    }
    Ok(kind)
}

/// Unfolds every part into nothing and counts: the sizes a file declares about itself are claims.
fn measure(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), SheetFault> {
    let mut left = UNFOLDED_BYTES_MAX;
    for index in 0..archive.len() {
        let part = match archive.by_index(index) {
            Ok(part) => part,
            Err(zip::result::ZipError::InvalidPassword) => return Err(SheetFault::Password),
            Err(error) => {
                return Err(SheetFault::Damaged {
                    detail: error.to_string(),
                });
            }
        };
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(io)?;
        left = left.checked_sub(read).ok_or(SheetFault::TooLarge {
            what: "bytes",
            max: UNFOLDED_BYTES_MAX,
        })?;
    }
    Ok(())
}

fn io(error: std::io::Error) -> SheetFault {
    SheetFault::Damaged {
        detail: error.to_string(),
    }
}
