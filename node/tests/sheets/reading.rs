//! Files become grids, and what is no sheet says what it is.

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use tawro_node::import::sheet::{self, Area, Cell, FileKind, SheetFault};

use crate::ods;

#[test]
fn a_workbook_gives_values_dates_merges_and_no_formula() {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("الأعضاء").unwrap();
    page.merge_range(0, 0, 0, 3, "لائحة المنخرطين", &Format::new())
        .unwrap();
    page.write(2, 0, "رقية \u{200f}").unwrap();
    page.write(2, 1, 612345678.0).unwrap();
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(1962, 6, 28).unwrap();
    page.write_with_format(2, 2, &date, &Format::new().set_num_format("dd/mm/yyyy"))
        .unwrap();
    page.write_formula(2, 3, Formula::new("=1+1").set_result("2"))
        .unwrap();
    book.add_worksheet()
        .set_hidden(true)
        .write(0, 0, "hidden")
        .unwrap();
    let read = sheet::read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(read.kind, FileKind::Xlsx);
    assert_eq!(read.grids.len(), 1, "a hidden sheet is not read");
    let grid = &read.grids[0];
    assert_eq!(
        grid.merges,
        [Area {
            top: 1,
            bottom: 1,
            left: 0,
            right: 3
        }]
    );
    assert_eq!(
        grid.line(3).unwrap().cells,
        [
            Cell::Text("رقية".into()),
            Cell::Number(612345678.0),
            Cell::Date {
                year: 1962,
                month: 6,
                day: 28
            },
            Cell::Formula
        ]
    );
}

#[test]
fn an_open_document_gives_the_same() {
    let rows = r#"
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>لائحة<text:s text:c="2"/>المنخرطين</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="1962-06-28"><text:p>28/06/62</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5.5"/><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/><table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a &amp; b</text:p><text:p>c</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#;
    let read = sheet::read(&ods::file_of(rows)).unwrap();
    let grid = &read.grids[0];
    assert_eq!(grid.name, "ورقة1");
    assert_eq!(
        grid.merges,
        [Area {
            top: 3,
            bottom: 3,
            left: 0,
            right: 2
        }]
    );
    assert_eq!(
        grid.line(3).unwrap().cells,
        [Cell::Text("لائحة  المنخرطين".into())]
    );
    assert_eq!(
        grid.line(4).unwrap().cells,
        [
            Cell::Date {
                year: 1962,
                month: 6,
                day: 28
            },
            Cell::Number(5.5),
            Cell::Formula,
            Cell::Text("a & b\nc".into())
        ]
    );
}

#[test]
fn what_is_no_sheet_says_what_it_is() {
    let check = |bytes: &[u8], fault: SheetFault| assert_eq!(sheet::read(bytes).unwrap_err(), fault);
    let wrong = |found| SheetFault::WrongKind { found };
    check(b"", SheetFault::Empty);
    check(b" \n\n ", SheetFault::Empty);
    check(b"%PDF-1.7\n", wrong(FileKind::Pdf));
    check(b"\x89PNG\r\n\x1a\n", wrong(FileKind::Picture));
    check(b"<html><table><tr>", wrong(FileKind::Html));
    check(b"\x7fELF\0\0\0\x01", wrong(FileKind::Other));
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [
            &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..],
            &[0; 600],
            &name,
        ]
        .concat()
    };
    check(&compound("EncryptedPackage"), SheetFault::Password);
    check(&compound("WordDocument"), wrong(FileKind::Document));
    assert!(matches!(
        sheet::read(&compound("Workbook")),
        Err(SheetFault::Damaged { .. })
    ));
    assert!(matches!(
        sheet::read(b"PK\x03\x04 cut"),
        Err(SheetFault::Damaged { .. })
    ));
}

#[test]
fn a_small_file_that_unfolds_without_end_is_refused() {
    let large = "<a>".repeat(100 << 20);
    let refused = sheet::read(&ods::file_with_content(&large)).unwrap_err();
    assert_eq!(
        refused,
        SheetFault::TooLarge {
            what: "bytes",
            max: sheet::UNFOLDED_BYTES_MAX
        }
    );
}

#[test]
fn repetition_is_bounded_before_it_is_made() {
    let cell = r#"<table:table-cell table:number-columns-repeated="400" office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
    let rows = |times: u32| {
        ods::file_of(&format!(
            r#"<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>"#
        ))
    };
    let refused = sheet::read(&rows(1_048_576)).unwrap_err();
    assert_eq!(
        refused,
        SheetFault::TooLarge {
            what: "rows",
            max: u64::from(sheet::ROWS_MAX)
        }
    );
    let refused = sheet::read(&rows(150_000)).unwrap_err();
    assert_eq!(
        refused,
        SheetFault::TooLarge {
            what: "cells",
            max: sheet::CELLS_MAX as u64
        }
    );
    let cut = r#"<office:x xmlns:office="o" xmlns:table="t"><table:table><table:table-row>"#;
    assert!(matches!(
        sheet::read(&ods::file_with_content(cut)),
        Err(SheetFault::Damaged { .. })
    ));
}

proptest! {
    #[test]
    fn any_bytes_give_a_grid_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = sheet::read(&bytes);
    }

    #[test]
    fn any_damage_to_a_sheet_gives_a_grid_or_a_fault(at in 0usize..20_000, byte: u8, cut in 0usize..20_000) {
        for file in [&include_bytes!("../../../tests/fixtures/sheets/adherents-fr.xlsx")[..], &SMALL_ODS] {
            let mut bytes = file.to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            bytes.truncate(bytes.len() - cut % bytes.len() * (cut % 2));
            let _ = sheet::read(&bytes);
        }
    }

    #[test]
    fn any_content_of_an_open_document_ends(text in r#"(<table:table-row( table:number-rows-repeated="9")?>|<table:table-cell( office:value-type="(string|float|date)")?( office:value="1")?/?>|</table:table-cell>|</table:table-row>|<text:p>|</text:p>|&amp;|&x;|<|x){0,40}"#) {
        let _ = sheet::read(&ods::file_of(&text));
    }
}

static SMALL_ODS: std::sync::LazyLock<Vec<u8>> =
    std::sync::LazyLock::new(|| ods::file_of(&ods::row(&["a".to_owned(), "b".to_owned()])));
