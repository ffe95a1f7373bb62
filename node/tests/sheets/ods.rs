//! Writes small LibreOffice sheets, since no library at hand does.

use std::io::Write;

use zip::write::SimpleFileOptions;

/// A file with one sheet whose rows are the given `table:table-row` elements.
pub(crate) fn file_of(rows: &str) -> Vec<u8> {
    file_with_content(&format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="ورقة1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    ))
}

/// A file with any `content.xml`.
pub(crate) fn file_with_content(content: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A row element of plain texts.
pub(crate) fn row(texts: &[String]) -> String {
    let cells: String = texts
        .iter()
        .map(|text| match text.is_empty() {
            true => "<table:table-cell/>".to_owned(),
            false => format!(
                r#"<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>"#,
                text.replace('&', "&amp;").replace('<', "&lt;")
            ),
        })
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}
