//! LibreOffice sheets (OASIS OpenDocument 1.2, part 1, section 9).
//!
//! Read here and not by the library that reads workbooks: a few bytes of this format may ask for a
//! row to be repeated a million times, and a file that ends early must end the reading.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;
use zip::result::ZipError;

use super::xlsx::{iso_cell, number_cell};
use super::{
    Area, COLUMNS_MAX, Cell, Collector, Grid, ROWS_MAX, SheetFault, TEXT_BYTES_MAX, UNFOLDED_BYTES_MAX,
};

type Xml<'a> = Reader<Box<dyn std::io::BufRead + 'a>>;

/// Reads every visible sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, SheetFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if is_protected(&mut archive)? {
        return Err(SheetFault::Password);
    }
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let source: Box<dyn std::io::BufRead> = Box::new(BufReader::new(content.take(UNFOLDED_BYTES_MAX)));
    let mut xml: Xml<'_> = Reader::from_reader(source);
    xml.config_mut().expand_empty_elements = true;
    xml.config_mut().check_end_names = true;
    Sheets::default().read(&mut xml)
}

fn is_protected(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<bool, SheetFault> {
    let manifest = match archive.by_name("META-INF/manifest.xml") {
        Ok(manifest) => manifest,
        Err(ZipError::FileNotFound) => return Ok(false),
        Err(error) => return Err(damaged(error)),
    };
    let mut text = String::new();
    manifest
        .take(1 << 20)
        .read_to_string(&mut text)
        .map_err(damaged)?;
    Ok(text.contains("manifest:encryption-data"))
}

fn damaged(error: impl std::fmt::Display) -> SheetFault {
    SheetFault::Damaged {
        detail: error.to_string(),
    }
}

#[derive(Default)]
struct Sheets {
    hidden_styles: BTreeSet<String>,
    grids: Vec<Grid>,
    cells: usize,
}

impl Sheets {
    fn read(mut self, xml: &mut Xml<'_>) -> Result<Vec<Grid>, SheetFault> {
        let mut buffer = Vec::new();
        let mut style = String::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => style = attribute(&start, "style:name")?.unwrap_or_default(),
                    "style:table-properties"
                        if attribute(&start, "table:display")?.as_deref() == Some("false") =>
                    {
                        self.hidden_styles.insert(style.clone());
                    }
                    "table:table" => {
                        let name = attribute(&start, "table:name")?.unwrap_or_default();
                        let shown = attribute(&start, "table:style-name")?
                            .is_none_or(|style| !self.hidden_styles.contains(&style));
                        let grid = self.table(xml, name)?;
                        if shown {
                            self.grids.push(grid);
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(self.grids),
                _ => {}
            }
        }
    }

    fn table(&mut self, xml: &mut Xml<'_>, name: String) -> Result<Grid, SheetFault> {
        let mut table = Table {
            collector: Collector::new(self.cells),
            merges: Vec::new(),
            row: 1,
        };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(start) if start.name().as_ref() == "table:table-row" => {
                    let repeated = count(&start, "table:number-rows-repeated")?;
                    table.row(xml, repeated)?;
                }
                Event::End(end) if end.name().as_ref() == "table:table" => break,
                Event::Eof => return Err(damaged("the table has no end")),
                _ => {}
            }
        }
        self.cells = table.collector.cells();
        Ok(table.collector.finish(name, table.merges))
    }
}

struct Table {
    collector: Collector,
    merges: Vec<Area>,
    row: u32,
}

impl Table {
    /// Reads one row element, which stands for `repeated` rows.
    fn row(&mut self, xml: &mut Xml<'_>, repeated: u32) -> Result<(), SheetFault> {
        let mut cells: Vec<(u32, u32, Cell)> = Vec::new();
        let mut column = 0u32;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(start)
                    if matches!(
                        start.name().as_ref(),
                        "table:table-cell" | "table:covered-table-cell"
                    ) =>
                {
                    let covered = start.name().as_ref() == "table:covered-table-cell";
                    let times = count(&start, "table:number-columns-repeated")?;
                    self.merge(&start, column)?;
                    let start = start.into_owned();
                    let cell = cell(xml, &start)?;
                    if !cell.is_empty() && !covered {
                        cells.push((column, times, cell));
                    }
                    column = column.saturating_add(times);
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => break,
                Event::Eof => return Err(damaged("the row has no end")),
                _ => {}
            }
        }
        let first = self.row;
        self.row = self.row.saturating_add(repeated);
        if cells.is_empty() {
            return Ok(());
        }
        if self.row > ROWS_MAX + 1 {
            return Err(SheetFault::TooLarge {
                what: "rows",
                max: u64::from(ROWS_MAX),
            });
        }
        for row in first..self.row {
            for (column, times, cell) in &cells {
                for column in *column..column.saturating_add(*times).min(COLUMNS_MAX + 1) {
                    self.collector.put(row, column, cell.clone())?;
                }
            }
        }
        Ok(())
    }

    fn merge(&mut self, start: &BytesStart<'_>, column: u32) -> Result<(), SheetFault> {
        let columns = count(start, "table:number-columns-spanned")?;
        let rows = count(start, "table:number-rows-spanned")?;
        if columns > 1 || rows > 1 {
            self.merges.push(Area {
                top: self.row,
                bottom: self.row.saturating_add(rows - 1),
                left: column,
                right: column.saturating_add(columns - 1),
            });
        }
        Ok(())
    }
}

/// Reads a cell to its end. The value stands in an attribute, or for texts in the paragraphs.
fn cell(xml: &mut Xml<'_>, start: &BytesStart<'_>) -> Result<Cell, SheetFault> {
    let kind = attribute(start, "office:value-type")?;
    let formula = attribute(start, "table:formula")?.is_some();
    let text = cell_text(xml, start.name().as_ref())?;
    if formula {
        return Ok(Cell::Formula);
    }
    let value = match kind.as_deref() {
        Some("float" | "currency" | "percentage") => attribute(start, "office:value")?
            .and_then(|value| value.parse().ok())
            .map_or(Cell::Broken, number_cell),
        Some("date") => attribute(start, "office:date-value")?.map_or(Cell::Broken, |value| iso_cell(&value)),
        Some("boolean") => Cell::Flag(attribute(start, "office:boolean-value")?.as_deref() == Some("true")),
        _ => Cell::text(&attribute(start, "office:string-value")?.unwrap_or(text)),
    };
    Ok(value)
}

/// The paragraphs of a cell, joined by line breaks; notes beside it are left out.
fn cell_text(xml: &mut Xml<'_>, closing: &str) -> Result<String, SheetFault> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    let mut notes = 0u32;
    loop {
        buffer.clear();
        let piece = match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::End(end) if notes == 0 && end.name().as_ref() == closing => return Ok(text),
            Event::Start(start) => match start.name().as_ref() {
                "office:annotation" => {
                    notes += 1;
                    continue;
                }
                "text:p" if !text.is_empty() => "\n".to_owned(),
                "text:s" => " ".repeat(count(&start, "text:c")?.min(100) as usize),
                "text:tab" => "\t".to_owned(),
                "text:line-break" => "\n".to_owned(),
                _ => continue,
            },
            Event::End(end) if end.name().as_ref() == "office:annotation" => {
                notes = notes.saturating_sub(1);
                continue;
            }
            Event::Text(piece) => piece.xml10_content().into_owned(),
            Event::GeneralRef(entity) => entity_text(&entity)?,
            Event::Eof => return Err(damaged("the cell has no end")),
            _ => continue,
        };
        if notes == 0 && text.len() <= TEXT_BYTES_MAX {
            text.push_str(&piece);
        }
    }
}

fn entity_text(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, SheetFault> {
    if let Some(known) = quick_xml::escape::resolve_xml_entity(entity.as_ref()) {
        return Ok(known.to_owned());
    }
    Ok(entity
        .resolve_char_ref()
        .map_err(damaged)?
        .map(String::from)
        .unwrap_or_default())
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetFault> {
    for found in start.attributes() {
        let found = found.map_err(damaged)?;
        if found.key.as_ref() == name {
            return Ok(Some(
                found
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(damaged)?
                    .into_owned(),
            ));
        }
    }
    Ok(None)
}

/// A repetition or a span: 1 if it is not said, never 0.
fn count(start: &BytesStart<'_>, name: &str) -> Result<u32, SheetFault> {
    Ok(attribute(start, name)?
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
        .max(1))
}
