//! A sheet of figures as text: UTF-8 with a mark, parted by `;`, as the node's own sheets are.

use crate::export::{Sheet, Shown};

pub(super) fn write(sheet: &Sheet) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let line = |text: &mut String, fields: Vec<String>| {
        text.push_str(&fields.join(";"));
        text.push_str("\r\n");
    };
    line(
        &mut text,
        sheet.headings.iter().map(|heading| field(heading)).collect(),
    );
    for shown in &sheet.lines {
        let fields = shown.iter().map(|shown| match shown {
            Shown::Text(text) => field(text),
            Shown::Number(number) => number.to_string(),
            Shown::Empty => String::new(),
        });
        line(&mut text, fields.collect());
    }
    text.into_bytes()
}

/// A text as RFC 4180 quotes it, section 2.
fn field(text: &str) -> String {
    match text.contains([';', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}
