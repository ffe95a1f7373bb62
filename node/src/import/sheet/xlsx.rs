//! Excel workbooks: cells one by one, so that a cell far down costs no memory for what lies between.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::{Area, Cell, Collector, Grid, SheetFault};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads a workbook of Excel 2007 and later.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Vec<Grid>, SheetFault> {
    let fault = |error: XlsxError| match error {
        XlsxError::Password => SheetFault::Password,
        other => SheetFault::Damaged {
            detail: other.to_string(),
        },
    };
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    let mut cells = 0;
    for name in visible(book.sheets_metadata()) {
        let mut collector = Collector::new(cells);
        let mut reader = book.worksheet_cells_reader(&name).map_err(fault)?;
        while let Some(record) = reader.next_cell_with_formula_metadata().map_err(fault)? {
            let (row, column) = record.pos;
            let cell = if record.formula.is_some() {
                Cell::Formula
            } else {
                from_ref(record.value)
            };
            collector.put(row.saturating_add(1), column, cell)?;
        }
        drop(reader);
        let merges = match collector.lines.is_empty() {
            true => Vec::new(),
            false => book
                .merge_cells_by_sheet_name(&name)
                .map_err(fault)?
                .iter()
                .map(area)
                .collect(),
        };
        cells = collector.cells();
        grids.push(collector.finish(name, merges));
    }
    Ok(grids)
}

/// Reads a workbook of Excel 97 to 2003.
pub(super) fn read_xls(bytes: &[u8]) -> Result<Vec<Grid>, SheetFault> {
    let fault = |error: XlsError| match error {
        XlsError::Password => SheetFault::Password,
        other => SheetFault::Damaged {
            detail: other.to_string(),
        },
    };
    let mut book: Xls<Bytes<'_>> = Xls::new(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    let mut cells = 0;
    for name in visible(book.sheets_metadata()) {
        let mut collector = Collector::new(cells);
        let range = book.worksheet_range(&name).map_err(fault)?;
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row as u32 + top, column as u32 + left);
            collector.put(row + 1, column, from_data(value))?;
        }
        let formulas = book.worksheet_formula(&name).map_err(fault)?;
        let (top, left) = formulas.start().unwrap_or((0, 0));
        for (row, column, formula) in formulas.used_cells() {
            if !formula.is_empty() {
                collector.put(row as u32 + top + 1, column as u32 + left, Cell::Formula)?;
            }
        }
        let merges = book
            .merge_cells_by_sheet_name(&name)
            .map_err(fault)?
            .iter()
            .map(area)
            .collect();
        cells = collector.cells();
        grids.push(collector.finish(name, merges));
    }
    Ok(grids)
}

fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    sheets
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect()
}

fn area(found: &Dimensions) -> Area {
    Area {
        top: found.start.0 + 1,
        bottom: found.end.0 + 1,
        left: found.start.1,
        right: found.end.1,
    }
}

fn from_ref(value: DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::text(&text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => number_cell(number),
        DataRef::Bool(flag) => Cell::Flag(flag),
        DataRef::DateTime(moment) => date_cell(&moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_cell(&text),
        DataRef::Error(_) => Cell::Broken,
    }
}

fn from_data(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::text(text),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => number_cell(*number),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(moment) => date_cell(moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso_cell(text),
        Data::Error(_) => Cell::Broken,
    }
}

pub(super) fn number_cell(number: f64) -> Cell {
    if number.is_finite() {
        Cell::Number(number)
    } else {
        Cell::Broken
    }
}

/// The date of a date cell; a duration or a time of day without a date stays a number.
fn date_cell(moment: &ExcelDateTime) -> Cell {
    let days = moment.as_f64();
    if !moment.is_datetime() || !(1.0..2_958_466.0).contains(&days) {
        return number_cell(days);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Cell::Date {
        year: i32::from(year),
        month: u32::from(month),
        day: u32::from(day),
    }
}

/// `2026-03-01` or `2026-03-01T00:00:00`; anything else stays text.
pub(super) fn iso_cell(text: &str) -> Cell {
    let date = text.split('T').next().unwrap_or_default();
    let mut parts = date.split('-').map(str::parse::<u32>);
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year @ 1..=9999)), Some(Ok(month @ 1..=12)), Some(Ok(day @ 1..=31)), None) => Cell::Date {
            year: year as i32,
            month,
            day,
        },
        _ => Cell::text(text),
    }
}
