//! A table as a workbook: dates and amounts as such, everything else as text.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use tawro_core::id::RecordId;
use tawro_core::text::Lang;

use crate::export::table::{Shown, Table};
use crate::import::Target;
use crate::import::headings::Content;

/// The longest text of a cell ("Excel specifications and limits").
const TEXT_CHARS_MAX: usize = 32_767;
/// Up to here a cell's number is exact to the centime.
const CENTIMES_MAX: i64 = 10_000_000_000_000;
/// Up to here a cell's number is exact and read as a whole one.
const WHOLE_MAX: i64 = 999_999_999_999_999;
/// Before it, sheet programs disagree on the calendar.
const FIRST_YEAR: i64 = 1901;

type Written = (Vec<u8>, Vec<(RecordId, String)>);

pub(super) fn write(table: &Table<'_>, lang: Lang) -> Result<Written, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet_name(&table.title()))?;
    page.set_right_to_left(lang.right_to_left());
    let formats = Formats::new();
    for (at, heading) in table.headings.iter().enumerate() {
        let at = column(at);
        page.write_string_with_format(0, at, &heading.label, &formats.heading)?;
        let is_id = matches!(heading.content, Content::Read(Target::Id | Target::PartyId));
        page.set_column_width(at, if is_id { 30.0 } else { 18.0 })?;
    }
    page.set_freeze_panes(1, 0)?;
    let mut left_out = Vec::new();
    let mut rows = 0;
    for (at, (id, cells)) in table.rows().enumerate() {
        rows = u32::try_from(at + 1).unwrap_or(u32::MAX);
        for (at, cell) in cells.iter().enumerate() {
            if !write_cell(page, rows, column(at), cell, &formats)? {
                left_out.push((id, table.headings[at].content.target().to_string()));
            }
        }
    }
    if let (Some(last), 1..) = (table.headings.len().checked_sub(1), rows) {
        page.autofilter(0, 0, rows, column(last))?;
    }
    Ok((book.save_to_buffer()?, left_out))
}

/// A sheet of texts below their headings; what no cell can hold is cut there.
pub(super) fn write_texts<const N: usize>(
    headings: &[String; N],
    rows: impl Iterator<Item = [String; N]>,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_right_to_left(lang.right_to_left());
    let formats = Formats::new();
    for (at, heading) in headings.iter().enumerate() {
        page.write_string_with_format(0, column(at), heading, &formats.heading)?;
        page.set_column_width(column(at), 30.0)?;
    }
    page.set_freeze_panes(1, 0)?;
    for (row, texts) in (1..).zip(rows) {
        for (at, text) in texts.into_iter().enumerate() {
            let text: String = text.chars().take(TEXT_CHARS_MAX / 2).collect();
            page.write_string_with_format(row, column(at), text, &formats.text)?;
        }
    }
    book.save_to_buffer()
}

struct Formats {
    heading: Format,
    text: Format,
    date: Format,
    amount: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            heading: Format::new()
                .set_bold()
                .set_align(FormatAlign::Top)
                .set_text_wrap(),
            // Text stays text when a person edits the cell: telephones keep their first digits.
            text: Format::new().set_num_format("@"),
            date: Format::new().set_num_format("dd/mm/yyyy"),
            amount: Format::new().set_num_format("#,##0.00"),
        }
    }
}

/// Writes a cell; not if no cell can hold it.
fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Shown,
    formats: &Formats,
) -> Result<bool, XlsxError> {
    match cell {
        Shown::Empty => {}
        Shown::Text(text) if text.encode_utf16().count() > TEXT_CHARS_MAX => return Ok(false),
        Shown::Text(text) => _ = page.write_string_with_format(row, column, text, &formats.text)?,
        Shown::Whole(number) if number.abs() <= WHOLE_MAX => {
            page.write_number(row, column, *number as f64)?;
        }
        Shown::Whole(number) => {
            page.write_string_with_format(row, column, number.to_string(), &formats.text)?;
        }
        Shown::Centimes(centimes) if centimes.abs() <= CENTIMES_MAX => {
            page.write_number_with_format(row, column, *centimes as f64 / 100.0, &formats.amount)?;
        }
        Shown::Centimes(centimes) => {
            let text = tawro_core::schema::Money(*centimes).to_string();
            page.write_string_with_format(row, column, text, &formats.text)?;
        }
        Shown::Day(date) => match (u16::try_from(date.year()), date.month(), date.day()) {
            (Ok(year), Some(month), Some(day)) if date.year() >= FIRST_YEAR => {
                let date = ExcelDateTime::from_ymd(year, month as u8, day as u8)?;
                page.write_datetime_with_format(row, column, &date, &formats.date)?;
            }
            _ => _ = page.write_string_with_format(row, column, date.to_string(), &formats.text)?,
        },
    }
    Ok(true)
}

/// A sheet's name has at most 31 characters, and some not at all.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .filter(|c| !"[]:*?/\\'".contains(*c))
        .take(31)
        .collect();
    if name.trim().is_empty() {
        "1".to_owned()
    } else {
        name
    }
}

/// A sheet has as many columns as a kind has fields, far below the format's limit.
fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
