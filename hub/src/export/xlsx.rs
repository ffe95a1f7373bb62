//! A sheet of figures as a workbook, from right to left where its reader reads so.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};
use tawro_core::text::Lang;

use crate::export::{Sheet, Shown};

/// Up to here a cell's number is exact and read as a whole one.
const WHOLE_MAX: u64 = 999_999_999_999_999;

pub(super) fn write(sheet: &Sheet, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_right_to_left(lang.right_to_left());
    let heading = Format::new()
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    // Text stays text: a sheet program would else make a date of "18-34".
    let text = Format::new().set_num_format("@");
    for (at, label) in (0..).zip(&sheet.headings) {
        page.write_string_with_format(0, at, label, &heading)?;
        page.set_column_width(at, 16.0)?;
    }
    page.set_freeze_panes(1, 0)?;
    for (row, line) in (1..).zip(&sheet.lines) {
        for (at, shown) in (0..).zip(line) {
            match shown {
                Shown::Empty => {}
                Shown::Number(number) if *number <= WHOLE_MAX => {
                    page.write_number(row, at, *number as f64)?;
                }
                Shown::Number(number) => {
                    page.write_string_with_format(row, at, number.to_string(), &text)?;
                }
                Shown::Text(label) => {
                    page.write_string_with_format(row, at, label, &text)?;
                }
            }
        }
    }
    if let (Some(last), 1..) = (sheet.headings.len().checked_sub(1), sheet.lines.len()) {
        let rows = u32::try_from(sheet.lines.len()).unwrap_or(u32::MAX);
        page.autofilter(0, 0, rows, u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    book.save_to_buffer()
}
