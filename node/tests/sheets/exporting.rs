//! What leaves as a sheet comes back as the very same records.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Scalar, Schema};
use tawro_core::text::Lang;
use tawro_node::export::{self, Exported, Format, Line, Request};
use tawro_node::import::{Outcome, sheet};

use crate::importing::{ARABIC, FRENCH};
use crate::world::{World, text};

const FORMATS: [Format; 2] = [Format::Xlsx, Format::Csv];

/// The register or kind as its lines stand in the records.
pub(crate) fn lines(world: &World, kind: &str) -> Vec<Line> {
    let register = world
        .schema
        .register(kind)
        .map(|(role, _)| (role.key, role.register.unwrap().refers));
    let (role, refers) = register.unwrap_or((kind, ""));
    let party = |row: &tawro_core::record::Row| {
        let id: RecordId = text(row, refers).parse().ok()?;
        Some(world.records.get(&id)?.row(&world.schema))
    };
    world
        .rows(role)
        .into_iter()
        .map(|row| Line {
            party: party(&row),
            role: row,
        })
        .collect()
}

pub(crate) fn export(world: &World, kind: &str, lang: Lang, format: Format) -> Exported {
    let name_of = |id: RecordId| Some(format!("name of {}", id.short()));
    let request = Request {
        kind,
        lang,
        format,
        name_of: &name_of,
    };
    export::write(&request, &world.schema, world.words, &lines(world, kind)).unwrap()
}

/// An export in every language and format changes nothing when it comes back.
fn check_round_trip(world: &mut World, kind: &str) {
    let count = lines(world, kind).len();
    for lang in Lang::ALL {
        for format in FORMATS {
            let exported = export(world, kind, lang, format);
            assert!(exported.left_out.is_empty());
            let plan = world.plan(kind, &exported.bytes).unwrap();
            let report = plan.report(&world.schema, world.words, lang).unwrap();
            assert!(plan.is_empty(), "{kind} {lang} {format:?}: {:#?}", plan.command);
            assert!(
                report.errors.is_empty(),
                "{kind} {lang} {format:?}: {:#?}",
                report.errors
            );
            assert_eq!(plan.outcomes.len(), count, "{kind} {lang} {format:?}");
            assert!(
                plan.outcomes
                    .iter()
                    .all(|(_, outcome)| *outcome == Outcome::Unchanged)
            );
        }
    }
}

#[test]
fn an_imported_sheet_goes_out_and_comes_back() {
    for file in [ARABIC, FRENCH] {
        let mut world = World::new();
        world.import("member", file);
        check_round_trip(&mut world, "member");
        check_round_trip(&mut world, "person");
    }
}

#[test]
fn an_export_without_ids_still_finds_everybody() {
    let mut world = World::new();
    world.import("member", ARABIC);
    let exported = String::from_utf8(export(&world, "member", Lang::Fr, Format::Csv).bytes).unwrap();
    let without_ids: Vec<String> = exported
        .lines()
        .map(|line| line.rsplitn(3, ';').last().unwrap().to_owned())
        .collect();
    let report = world.import("member", without_ids.join("\r\n").as_bytes());
    assert_eq!(
        (report.created, report.updated, report.unchanged),
        (0, 0, 120),
        "{:#?}",
        report.errors
    );
}

#[test]
fn a_corrected_export_updates_by_id_and_leaves_copies_out() {
    let mut world = World::new();
    world.import("member", FRENCH);
    let exported = String::from_utf8(export(&world, "member", Lang::Fr, Format::Csv).bytes).unwrap();
    let mut rows: Vec<String> = exported.lines().map(str::to_owned).collect();
    rows[1] = rows[1].replace(rows[1].split(';').next().unwrap(), "Corrigé");
    rows.push(rows[2].clone());
    let report = world.import("member", rows.join("\n").as_bytes());
    assert_eq!(
        (report.created, report.updated, report.skipped),
        (0, 1, 1),
        "{report:#?}"
    );
    assert_eq!(report.errors[0].code, "repeated");
    assert_eq!(
        world
            .rows("person")
            .iter()
            .filter(|row| text(row, "given_name/fr") == "Corrigé")
            .count(),
        1
    );
}

#[test]
fn an_arabic_workbook_opens_from_right_to_left_and_csv_is_safe() {
    let mut world = World::new();
    let add = |cells: &[(&str, &str)]| Command::Add {
        kind: "household".into(),
        id: None,
        cells: cells
            .iter()
            .map(|(cell, value)| ((*cell).to_owned(), Scalar::from(*value)))
            .collect(),
    };
    world.execute(&add(&[
        ("name", "=HYPERLINK(\"x\")"),
        ("note", "'+212\n\"deux\";trois"),
    ]));
    let csv = String::from_utf8(export(&world, "household", Lang::Ar, Format::Csv).bytes).unwrap();
    assert!(
        csv.starts_with('\u{feff}') && csv.contains("\"'=HYPERLINK(\"\"x\"\")\""),
        "{csv}"
    );
    check_round_trip(&mut world, "household");
    let bytes = export(&world, "household", Lang::Ar, Format::Xlsx).bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let page = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(page.contains("rightToLeft=\"1\"") && !page.contains("<f>"));
}

#[test]
fn an_export_of_nothing_is_a_form_with_every_column() {
    let world = World::new();
    let exported = export(&world, "member", Lang::Ar, Format::Xlsx);
    let book = sheet::read(&exported.bytes).unwrap();
    assert!(book.grids[0].lines[0].cells.len() > 30);
}

/// What people may write in a field, in the forms that are hardest to carry.
fn samples(schema: &Schema, field: &Field) -> Vec<Vec<(String, Scalar)>> {
    let read = |member: Option<&str>, text: &str| field.parse_cells(schema, member, text).unwrap();
    let element = match &field.ty {
        FieldType::Set(element) => element,
        other => other,
    };
    let texts: Vec<String> = match element {
        FieldType::Text | FieldType::Localized => [
            "=1+1",
            "+x",
            "'-a",
            "1962",
            "a;b",
            "\"q\"",
            "إسم \"ع\"",
            "_x000D_",
            "TRUE",
            "0012",
            "@é",
            "-",
            "total",
        ]
        .map(String::from)
        .to_vec(),
        FieldType::Note => vec!["un\ndeux\n\ntrois".into(), "=x;\"y\"".into(), "\t'".into()],
        FieldType::Integer => ["0", "-7", "1962", "999999999999999", "123456789012"]
            .map(String::from)
            .to_vec(),
        FieldType::Points => ["0", "7", "100"].map(String::from).to_vec(),
        FieldType::Money => [
            "0",
            "100",
            "1234,50",
            "-0.05",
            "99999999999.99",
            "0.1",
            "1234567.89",
        ]
        .map(String::from)
        .to_vec(),
        FieldType::Date => [
            "1962",
            "1962-03",
            "1962-06-28",
            "1899-12-31",
            "2026-02-01",
            "1900-02-28",
        ]
        .map(String::from)
        .to_vec(),
        FieldType::Flag => vec!["1".into(), "0".into()],
        FieldType::Cnie => vec!["X12345".into(), "AB1".into()],
        FieldType::Phone => vec!["0661000001".into(), "+33612345678".into()],
        FieldType::Email => vec!["a.b@example.ma".into()],
        FieldType::Series => vec!["2026-A-0012".into(), "12/2026".into()],
        FieldType::Code(vocabulary) => schema
            .vocabulary(vocabulary)
            .unwrap()
            .codes()
            .iter()
            .map(|code| (*code).to_owned())
            .collect(),
        FieldType::Reference(_) => vec![RecordId([9; 16]).to_string(), RecordId([8; 16]).to_string()],
        FieldType::Set(_) => Vec::new(),
    };
    match field.ty {
        FieldType::Localized => texts
            .iter()
            .flat_map(|text| ["ar", "fr", "en", "zgh"].map(|language| read(Some(language), text)))
            .collect(),
        _ => texts.iter().map(|text| read(None, text)).collect(),
    }
}

/// Any cells of a kind, some fields empty.
fn any_cells(schema: &Schema, kind: &Kind) -> BoxedStrategy<BTreeMap<String, Scalar>> {
    let fields: Vec<Vec<Vec<(String, Scalar)>>> =
        kind.fields.iter().map(|field| samples(schema, field)).collect();
    let choices: Vec<_> = fields
        .into_iter()
        .map(|samples| prop::collection::vec(prop::sample::select(samples), 0..3))
        .collect();
    choices
        .prop_map(|chosen| chosen.into_iter().flatten().flatten().collect())
        .boxed()
}

#[test]
fn any_record_of_any_kind_goes_out_and_comes_back() {
    let schema = Schema::builtin();
    for kind in schema.kinds() {
        let records = prop::collection::vec(any_cells(&schema, kind), 1..4);
        let mut runner = TestRunner::new(Config {
            cases: 12,
            failure_persistence: None,
            ..Config::default()
        });
        let result = runner.run(&records, |records| {
            let mut world = World::new();
            for cells in records.into_iter().filter(|cells| !cells.is_empty()) {
                world.execute(&Command::Add {
                    kind: kind.key.into(),
                    id: None,
                    cells: cells.into_iter().collect(),
                });
            }
            if !world.records.is_empty() {
                check_round_trip(&mut world, kind.key);
            }
            Ok(())
        });
        result.unwrap_or_else(|fault| panic!("{}: {fault}", kind.key));
    }
}
