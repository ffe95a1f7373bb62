//! A workbook of members as an association keeps it.

use std::path::Path;

use rust_xlsxwriter::Workbook;
use tawro_core::schema::{Scalar, Schema};

use crate::people::People;

const HEADER: &[(&str, &str)] = &[
    ("رقم العضوية", ""),
    ("الاسم الشخصي", "given_name/ar"),
    ("الاسم العائلي", "family_name/ar"),
    ("Prénom", "given_name/fr"),
    ("Nom", "family_name/fr"),
    ("رقم البطاقة الوطنية", "cnie"),
    ("تاريخ الازدياد", "birth_date"),
    ("الهاتف", "phone"),
    ("Email", "email"),
    ("الدوار", "douar"),
    ("العنوان", "address"),
    ("المهنة", "profession"),
];

/// Writes `rows` persons that no record knows.
pub(crate) fn write(file: &Path, rows: usize) {
    let mut people = People::new(&Schema::builtin(), 99);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (title, _)) in (0..).zip(HEADER) {
        sheet.write_string(0, column, *title).unwrap();
    }
    for row in 0..u32::try_from(rows).unwrap() {
        let cells = people.person();
        for (column, (_, cell)) in (0..).zip(HEADER) {
            let value = match cells.iter().find(|(name, _)| name == cell) {
                Some((_, Scalar::Text(text))) => text.replace("QB", "ZT"),
                _ => format!("I-{:06}", row + 1),
            };
            sheet.write_string(row + 1, column, value).unwrap();
        }
    }
    book.save(file).unwrap();
}
