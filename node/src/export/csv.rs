//! A table as text: UTF-8 with a mark, parted by `;`, safe from being taken for formulas.

use crate::export::table::{Shown, Table};
use crate::import::sheet::escape;

pub(super) fn write(table: &Table<'_>) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let labels = table.headings.iter().map(|heading| field(&heading.label));
    line(&mut text, labels);
    for (_, row) in table.rows() {
        line(&mut text, row.iter().map(shown));
    }
    text.into_bytes()
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            text.push(';');
        }
        text.push_str(&field);
    }
    text.push_str("\r\n");
}

fn shown(cell: &Shown) -> String {
    match cell {
        Shown::Empty => String::new(),
        Shown::Text(text) => field(text),
        Shown::Whole(number) => number.to_string(),
        Shown::Centimes(centimes) => tawro_core::schema::Money(*centimes).to_string(),
        Shown::Day(date) => date.to_string(),
    }
}

/// A text as RFC 4180 quotes it, section 2.
fn field(text: &str) -> String {
    let text = escape(text);
    let plain = !text.contains([';', '"', '\n', '\r', '\t']) && text.trim() == text;
    if plain {
        text.into_owned()
    } else {
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}
