//! Whole imports: the sheets of two associations, and everything that may happen around them.

use serde_json::Value;
use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::Scalar;
use tawro_core::text::Lang;

use crate::world::{World, text};

pub(crate) const ARABIC: &[u8] = include_bytes!("../../../tests/fixtures/sheets/members-ar.xlsx");
pub(crate) const FRENCH: &[u8] = include_bytes!("../../../tests/fixtures/sheets/adherents-fr.xlsx");
const ARABIC_KEY: &str = include_str!("../../../tests/fixtures/sheets/members-ar.xlsx.key.json");
const FRENCH_KEY: &str = include_str!("../../../tests/fixtures/sheets/adherents-fr.xlsx.key.json");

/// Every person of the key stands in the records with everything that the sheet says, and no other.
fn check_key(sheet: &[u8], key: &str, language: &str, key_suffix: &str) {
    let key: Value = serde_json::from_str(key).unwrap();
    let mut world = World::new();
    let report = world.import("member", sheet);
    let expected = key["rows"].as_array().unwrap();
    assert_eq!(report.errors.len(), 0, "{:#?}", report.errors);
    assert_eq!((report.rows, report.created), (expected.len(), expected.len()));
    assert_eq!(
        (report.skipped, report.duplicates.len()),
        (0, 0),
        "{:#?}",
        report.duplicates
    );
    let mut persons = world.rows("person");
    assert_eq!(persons.len(), expected.len());
    for wanted in expected {
        let of = |field: &str| wanted[field].as_str().unwrap_or_default();
        let at = persons
            .iter()
            .position(|row| text(row, "cnie") == of("cnie"))
            .expect("a person with this card");
        let row = persons.swap_remove(at);
        let check =
            |cell: &str, wanted: &str| assert_eq!(text(&row, cell), wanted, "{cell} of {}", of("cnie"));
        check(
            &format!("given_name/{language}"),
            of(&format!("given_{key_suffix}")),
        );
        check(
            &format!("family_name/{language}"),
            of(&format!("family_{key_suffix}")),
        );
        check("sex", of("sex"));
        check("birth_date", of("birth"));
        check("phone", of("phone"));
        assert_eq!(
            row.cells.get(&format!("phones/{}", of("phone"))),
            Some(&Scalar::Flag(true))
        );
        // The keys leave the commune out where its spelling varies: والماس, Oulmès.
        check("commune", wanted["commune"].as_str().unwrap_or("04.291.05.11"));
    }
    for role in world.rows("membership") {
        let person: RecordId = text(&role, "person").parse().unwrap();
        assert!(world.records.contains_key(&person));
        assert!(role.cells.contains_key("dues_amount") && !text(&role, "joined_on").is_empty());
        assert!(["active", "adherent", "founder", "honorary"].contains(&text(&role, "category")));
    }
}

#[test]
fn the_arabic_sheet_imports_with_every_person_right() {
    check_key(ARABIC, ARABIC_KEY, "ar", "ar");
}

#[test]
fn the_french_sheet_imports_with_every_person_right() {
    check_key(FRENCH, FRENCH_KEY, "fr", "lat");
}

#[test]
fn the_same_file_again_creates_nobody_and_changes_nothing() {
    let mut world = World::new();
    world.import("member", ARABIC);
    let edited = world.rows("person")[0].id;
    world.set(edited, "profession", "معلمة");
    world.set(edited, "given_name/ar", "اسم آخر");
    let plan = world.plan("member", ARABIC).unwrap();
    assert!(plan.is_empty());
    let report = world.apply(&plan);
    assert_eq!((report.created, report.updated, report.unchanged), (0, 0, 120));
}

#[test]
fn two_laptops_make_the_same_records() {
    let (mut one, mut other) = (World::new(), World::new());
    one.import("member", FRENCH);
    other.import("member", FRENCH);
    assert_eq!(one.records.len(), other.records.len());
    for (id, record) in &one.records {
        assert_eq!(record.heads(), other.records[id].heads(), "the very same change");
    }
}

#[test]
fn an_undo_leaves_no_trace_in_lists_and_a_new_import_brings_all_back() {
    let mut world = World::new();
    let plan = world.plan("member", FRENCH).unwrap();
    world.apply(&plan);
    let undoing = world.undo(&plan);
    assert_eq!((undoing.deleted, undoing.put_back), (120, 0));
    assert!(world.rows("person").is_empty() && world.rows("membership").is_empty());
    let again = world.import("member", FRENCH);
    assert_eq!((again.created, again.skipped), (60, 0));
    assert_eq!(
        (world.rows("person").len(), world.rows("membership").len()),
        (60, 60)
    );
}

#[test]
fn one_record_deleted_by_a_person_stays_deleted() {
    let mut world = World::new();
    world.import("member", FRENCH);
    let gone = world.rows("membership")[3].clone();
    let base = world.records[&gone.id].heads();
    world.execute(&tawro_core::command::Command::Delete { id: gone.id, base });
    let report = world.import("member", FRENCH);
    assert_eq!((report.created, report.updated, report.skipped), (0, 0, 1));
    assert_eq!(report.errors[0].code, "deleted_since");
    assert_eq!(world.rows("membership").len(), 59);
}

const BASE: &str = "N° adhérent;Nom;Prénom;Date de naissance;CIN;Téléphone;Profession\n\
    1;Tazi;Omar;28/06/1962;X12345;0661000001;Menuisier\n\
    2;Lahlou;Aïcha;1970;;0661000002;\n\
    3;Bensaïd;Hassan;;;;\n";

fn person(world: &World, family: &str) -> Row {
    let found: Vec<Row> = world
        .rows("person")
        .into_iter()
        .filter(|row| text(row, "family_name/fr") == family)
        .collect();
    assert_eq!(found.len(), 1, "{family}");
    found[0].clone()
}

#[test]
fn a_corrected_sheet_updates_whom_it_names() {
    let mut world = World::new();
    world.import("member", BASE.as_bytes());
    let corrected = BASE
        .replace("Menuisier", "Enseignant")
        .replace(
            "Lahlou;Aïcha;1970;;0661000002;",
            "Lahlou;Aïcha;12/03/1970;;0661000002/0537000002;Infirmière",
        )
        .replace("Bensaïd;Hassan", "Bensaid;Hassane")
        .replace("3;", "4;Zemmouri;Rkia;;;;\n3;");
    let report = world.import("member", corrected.as_bytes());
    assert_eq!(
        (report.created, report.updated, report.errors.len()),
        (1, 3, 0),
        "{report:#?}"
    );
    assert_eq!(text(&person(&world, "Tazi"), "profession"), "Enseignant");
    let aicha = person(&world, "Lahlou");
    assert_eq!(text(&aicha, "birth_date"), "1970-03-12");
    assert!(aicha.cells.contains_key("phones/+212537000002"));
    assert_eq!(text(&aicha, "phone"), "+212661000002");
    let emptied = world.import("member", BASE.replace("28/06/1962", "").as_bytes());
    assert_eq!(emptied.created, 0);
    assert_eq!(
        text(&person(&world, "Tazi"), "birth_date"),
        "1962-06-28",
        "an empty cell says nothing"
    );
}

#[test]
fn an_undone_update_is_put_back_unless_somebody_changed_it_since() {
    let mut world = World::new();
    world.import("member", BASE.as_bytes());
    let changed = BASE
        .replace("Menuisier", "Enseignant")
        .replace("0661000001", "0661000009");
    let plan = world.plan("member", changed.as_bytes()).unwrap();
    world.apply(&plan);
    let tazi = person(&world, "Tazi");
    world.set(tazi.id, "profession", "Retraité");
    let undoing = world.undo(&plan);
    assert_eq!(
        (undoing.deleted, undoing.put_back, undoing.kept),
        (0, 2, vec![tazi.id])
    );
    let tazi = person(&world, "Tazi");
    assert_eq!(
        (text(&tazi, "profession"), text(&tazi, "phone")),
        ("Retraité", "+212661000001")
    );
    assert!(!tazi.cells.contains_key("phones/+212661000009"));
}

#[test]
fn bad_cells_are_reported_and_their_rows_imported() {
    let mut world = World::new();
    let sheet = "Nom;Prénom;Date de naissance;Téléphone;Commune;Cotisation\n\
        Tazi;Omar;31/02/1962;12;Nulle part;cent\n\
        ;;01/01/1980;0661000002;;\n\
        =A1;Rkia;;0661000003 / 99;;=SUM(F2)\n\
        Total;;;;;300\n";
    let report = world.import("member", sheet.as_bytes());
    let found: Vec<(u32, &str, &str)> = report
        .errors
        .iter()
        .map(|error| (error.row, error.column.as_str(), error.code))
        .collect();
    assert_eq!(
        found,
        [
            (2, "Date de naissance", "no_such_day"),
            (2, "Téléphone", "not_a_phone"),
            (2, "Commune", "unknown_code"),
            (2, "Cotisation", "not_a_number"),
            (3, "", "no_name"),
            (4, "Nom", "formula"),
            (4, "Téléphone", "not_a_phone"),
            (4, "Cotisation", "formula"),
        ]
    );
    assert_eq!(
        (report.rows, report.created, report.skipped, report.left_out),
        (3, 2, 1, 1)
    );
    for error in &report.errors {
        assert!(
            error.message.len() > 20 && !error.message.contains("import-"),
            "{error:?}"
        );
    }
}

#[test]
fn every_code_has_its_sentence_in_every_language() {
    let world = World::new();
    for lang in Lang::ALL {
        let missing = |key: &str| world.words.label(lang, key).is_none();
        for key in ["import-totals", "import-who", "import-why-same_card"] {
            assert!(!missing(key), "{lang} {key}");
        }
    }
    let keys = |file: &str| -> Vec<String> {
        file.lines()
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .filter(|key| key.starts_with("import-"))
            .collect()
    };
    let ar = keys(include_str!("../../locales/ar/import.ftl"));
    assert_eq!(ar, keys(include_str!("../../locales/fr/import.ftl")));
    assert_eq!(ar, keys(include_str!("../../locales/en/import.ftl")));
}

#[test]
fn likely_duplicates_are_suggested_across_scripts_and_never_merged() {
    let mut world = World::new();
    world.import(
        "member",
        "Nom;Prénom;Date de naissance\nTazi;Khadija;1962\n".as_bytes(),
    );
    let arabic = "النسب;الاسم;تاريخ الازدياد\nالتازي;خديجة;28/06/1962\nلحلو;خديجة;28/06/1962\n";
    let report = world.import("member", arabic.as_bytes());
    assert_eq!(
        (report.created, report.duplicates.len()),
        (2, 1),
        "{:#?}",
        report.duplicates
    );
    let duplicate = &report.duplicates[0];
    assert_eq!(
        (duplicate.row, duplicate.why.as_slice()),
        (2, ["same_name_across", "same_birth_year"].as_slice())
    );
    assert!(world.rows("membership").iter().any(|row| row.id == duplicate.id));
    assert_eq!(world.rows("person").len(), 3);
}

#[test]
fn one_person_written_twice_is_added_once() {
    let mut world = World::new();
    let sheet =
        "Nom;Prénom;CIN;Téléphone\nTazi;Omar;X12345;0661000001\nLahlou;Rkia;;\nTAZI;Omar;X12345;0661000002\n";
    let report = world.import("member", sheet.as_bytes());
    assert_eq!((report.created, report.skipped), (2, 1));
    assert_eq!((report.errors[0].row, report.errors[0].code), (4, "repeated"));
    assert!(report.errors[0].message.contains('2'));
}

#[test]
fn the_same_person_becomes_beneficiary_without_being_entered_again() {
    let mut world = World::new();
    world.import("member", BASE.as_bytes());
    let sheet = "Nom et prénom;CIN;Projet;Date d'entrée\nTAZI Omar;X12345;Alphabétisation;01/02/2026\nTAZI Omar;X12345;Couture;01/03/2026\n";
    let report = world.import("beneficiary", sheet.as_bytes());
    assert_eq!((report.created, report.skipped), (2, 0), "{report:#?}");
    assert_eq!(world.rows("person").len(), 3);
    let enrolments = world.rows("enrolment");
    assert_eq!(enrolments.len(), 2);
    let tazi = person(&world, "Tazi");
    assert!(
        enrolments
            .iter()
            .all(|row| text(row, "person") == tazi.id.to_string())
    );
    let again = world.import(
        "beneficiary",
        sheet.replace("Couture", "Couture et broderie").as_bytes(),
    );
    assert_eq!((again.created, again.updated), (0, 1), "{again:#?}");
}

#[test]
fn a_mapping_is_corrected_by_a_person_and_kept() {
    let mut world = World::new();
    let sheet = "Nom et prénom;Colonne X;Né\nTazi Omar;0661000001;06/28/1962\n";
    let guessed = world.plan("member", sheet.as_bytes()).unwrap();
    let mapping = guessed
        .mapping
        .to_json(&tawro_node::import::Profile::of(&world.schema, "member").unwrap());
    assert_eq!(mapping["columns"][1]["field"], "ignore", "{mapping:#}");
    let given = "Colonne X = phone\nC = birth_date\n";
    let plan = world
        .plan_mapped("member", sheet.as_bytes(), Some(given))
        .unwrap();
    world.apply(&plan);
    let omar = person(&world, "Tazi");
    assert_eq!(
        (text(&omar, "phone"), text(&omar, "birth_date")),
        ("+212661000001", "1962-06-28")
    );
    let next = sheet.replace("Tazi Omar;0661000001", "Lahlou Aïcha;0661000002");
    world.import("member", next.as_bytes());
    assert_eq!(text(&person(&world, "Lahlou"), "phone"), "+212661000002");
    let wrong = world.plan_mapped("member", sheet.as_bytes(), Some("Colonne Z = phone"));
    assert_eq!(wrong.unwrap_err().code(), "mapping_column");
    let wrong = world.plan_mapped("member", sheet.as_bytes(), Some("Colonne X = telephone"));
    assert_eq!(wrong.unwrap_err().code(), "mapping_field");
}
