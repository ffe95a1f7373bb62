//! Habits of volunteers that the generated sheets do not have, each in the smallest sheet that shows it.

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use tawro_core::record::Row;

use crate::world::{World, text};

/// Imports members and gives back every person's cells as `field=value`, sorted by name.
fn persons(file: &[u8]) -> Vec<String> {
    let mut world = World::new();
    let report = world.import("member", file);
    assert!(report.errors.is_empty(), "{report:#?}");
    shown(&world.rows("person"))
}

fn shown(rows: &[Row]) -> Vec<String> {
    let mut shown: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|(path, value)| match value.as_text() {
                Some(text) => format!("{path}={text}"),
                None => path.clone(),
            });
            cells.collect::<Vec<_>>().join(" ")
        })
        .collect();
    shown.sort();
    shown
}

fn check(csv: &str, wanted: &[&str]) {
    assert_eq!(persons(csv.as_bytes()), wanted, "{csv}");
}

const OMAR: &str = "family_name/fr=Tazi given_name/fr=Omar";

#[test]
fn names_in_every_arrangement() {
    check(
        "Nom\nTAZI Omar\nEL ALAOUI Rkia\n",
        &[
            "family_name/fr=EL ALAOUI given_name/fr=Rkia",
            "family_name/fr=TAZI given_name/fr=Omar",
        ],
    );
    check(
        "الاسم\nعمر التازي\nعبد الرحمان أيت الحاج\n",
        &[
            "family_name/ar=أيت الحاج given_name/ar=عبد الرحمان",
            "family_name/ar=التازي given_name/ar=عمر",
        ],
    );
    check(
        "الاسم;النسب\nعمر;التازي\n",
        &["family_name/ar=التازي given_name/ar=عمر"],
    );
    let both = "family_name/ar=التازي family_name/fr=Tazi given_name/ar=عمر given_name/fr=Omar";
    check(
        "Nom (arabe);Prénom (arabe);Nom (français);Prénom (français)\nالتازي;عمر;Tazi;Omar\n",
        &[both],
    );
    check(
        "الاسم الكامل بالعربية;الاسم الكامل بالفرنسية\nعمر التازي;Omar Tazi\n",
        &[both],
    );
    check("Nom complet\nعمر التازي / Omar Tazi\n", &[both]);
    check(
        "N°;Prénom;Nom;Nom du père\n1;Omar;Tazi;Ali\n",
        &["family_name/fr=Tazi father_name/fr=Ali given_name/fr=Omar"],
    );
    check("Tuteur;Nom;Prénom\nX Y;Tazi;Omar\n", &[OMAR]);
}

#[test]
fn dates_as_people_write_them() {
    let born = |date: &str| format!("birth_date={date} {OMAR}");
    let sheet = |date: &str| format!("Nom;Prénom;Né(e) le\nTazi;Omar;{date}\n");
    for date in [
        "28/06/1962",
        "28-6-62",
        "28.06.1962",
        "28 juin 1962",
        "٢٨/٠٦/١٩٦٢",
        "22825",
        "1962-06-28 00:00:00",
    ] {
        check(&sheet(date), &[&born("1962-06-28")]);
    }
    check(&sheet("1962"), &[&born("1962")]);
    check(
        "Nom;Prénom;Date et lieu de naissance\nTazi;Omar;28/06/1962 à Tiflet\n",
        &[&format!("birth_date=1962-06-28 birth_place=Tiflet {OMAR}")],
    );
    check(
        "الاسم;النسب;تاريخ ومكان الازدياد\nعمر;التازي;١٩٦٢ بتيفلت\n",
        &["birth_date=1962 birth_place=تيفلت family_name/ar=التازي given_name/ar=عمر"],
    );
    let ambiguous = World::new().import("member", sheet("03/04/25").as_bytes());
    assert_eq!(ambiguous.errors[0].code, "ambiguous_date");
}

#[test]
fn telephones_in_two_columns_or_one() {
    let two = format!("{OMAR} phone=+212661000001 phones/+212537000002 phones/+212661000001");
    check(
        "Nom;Prénom;Tél 1;Tél 2\nTazi;Omar;0661000001;0537000002\n",
        &[&two],
    );
    check("Nom;Prénom;Tél\nTazi;Omar;0661000001 و 0537000002\n", &[&two]);
    check(
        "Nom;Prénom;Tél portable;Tél fixe\nTazi;Omar;661000001;537000002\n",
        &[&two],
    );
}

#[test]
fn cells_merged_over_rows_continue_the_person() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Résumé 2026").unwrap();
    let page = book.add_worksheet();
    let plain = Format::new();
    page.merge_range(0, 0, 0, 1, "Identité", &plain).unwrap();
    page.merge_range(0, 2, 1, 2, "Téléphone", &plain).unwrap();
    page.merge_range(0, 3, 0, 4, "Naissance", &plain).unwrap();
    page.merge_range(0, 5, 1, 5, "Commune", &plain).unwrap();
    page.write(0, 6, "Âge").unwrap();
    for (at, label) in ["Nom", "Prénom"].iter().enumerate() {
        page.write(1, at as u16, *label).unwrap();
    }
    page.write(1, 3, "Date").unwrap().write(1, 4, "Lieu").unwrap();
    page.merge_range(2, 0, 3, 0, "Tazi", &plain).unwrap();
    page.merge_range(2, 1, 3, 1, "Omar", &plain).unwrap();
    page.write(2, 2, "0661000001")
        .unwrap()
        .write(3, 2, "0537000002")
        .unwrap();
    page.write(2, 3, "28/06/1962")
        .unwrap()
        .write(2, 4, "Tiflet")
        .unwrap();
    page.merge_range(2, 5, 4, 5, "Rommani", &plain).unwrap();
    page.write_formula(2, 6, Formula::new("=YEAR(TODAY())-1962").set_result("64"))
        .unwrap();
    page.write(4, 0, "Lahlou").unwrap().write(4, 1, "Rkia").unwrap();
    let found = persons(&book.save_to_buffer().unwrap());
    assert_eq!(
        found,
        [
            "birth_date=1962-06-28 birth_place=Tiflet commune=04.291.01.03 family_name/fr=Tazi given_name/fr=Omar \
             phone=+212661000001 phones/+212537000002 phones/+212661000001",
            "commune=04.291.01.03 family_name/fr=Lahlou given_name/fr=Rkia",
        ]
    );
}

#[test]
fn a_group_over_another_person_is_not_this_person() {
    check(
        "Nom;Prénom;Tuteur;\n;;Nom;Téléphone\nTazi;Omar;Ali;0661000001\nLahlou;Rkia;Aïcha;0661000002\n",
        &["family_name/fr=Lahlou given_name/fr=Rkia", OMAR],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a sheet holds, it plans; and what was imported is not imported again.
    #[test]
    fn any_grid_plans_and_is_done_once(rows in prop::collection::vec(prop::collection::vec(any_text(), 1..6), 1..12)) {
        let sheet: String = rows.iter().map(|row| row.join(";") + "\n").collect();
        for kind in ["member", "donor", "person", "activity"] {
            let mut world = World::new();
            let Ok(plan) = world.plan(kind, sheet.as_bytes()) else { continue };
            let rows = plan.outcomes.len();
            world.apply(&plan);
            world.applied.clear();
            let again = world.plan(kind, sheet.as_bytes()).unwrap();
            prop_assert!(again.is_empty(), "{kind}\n{sheet}\n{:#?}", again.command);
            prop_assert_eq!(again.outcomes.len(), rows);
        }
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop::sample::select(
        [
            "",
            "",
            "Nom",
            "Prénom",
            "الاسم الكامل",
            "Téléphone",
            "CIN",
            "N° adhérent",
            "Date et lieu de naissance",
            "Organisme",
            "Date",
            "Titre",
            "Tazi",
            "Omar",
            "عمر التازي",
            "0661000001",
            "0661000001 / 12",
            "X12345",
            "12",
            "28/06/1962",
            "1962 Tiflet",
            "Total",
            "=1",
            "100",
            "Al Amal",
            "id",
            "\"a\nb\"",
            "x".repeat(600).leak(),
        ]
        .map(String::from)
        .to_vec(),
    )
}

#[test]
fn what_a_sheet_leaves_open_is_kept_apart() {
    let mut world = World::new();
    let sheet = "Nom;Prénom;Téléphone\nTazi;Omar;0661000001\nTazi;Omar;0661000001\n";
    let report = world.import("member", sheet.as_bytes());
    assert_eq!(
        (report.created, report.duplicates.len()),
        (2, 1),
        "father and son may share both"
    );
    assert_eq!(text(&world.rows("person")[0], "family_name/fr"), "Tazi");
}

#[test]
fn a_row_that_says_only_a_number_is_about_whom_a_later_row_names() {
    for (kind, sheet) in [
        (
            "member",
            "N° adhérent;Lieu de naissance;Nom complet\n7;Tiflet\n7;;Omar Tazi\n",
        ),
        (
            "person",
            "CIN;Téléphone;Nom complet\nX12345;0661000001\nX12345;;Omar Tazi\n",
        ),
        (
            "beneficiary",
            "CIN;Téléphone;Nom complet\nX12345;0661000001\nX12345;;Omar Tazi\n",
        ),
    ] {
        let mut world = World::new();
        let first = world.import(kind, sheet.as_bytes());
        assert_eq!((first.created, first.skipped), (1, 1), "{kind}: {first:#?}");
        assert!(
            first.errors.iter().any(|error| error.code == "repeated"),
            "{first:#?}"
        );
        world.applied.clear();
        let again = world.plan(kind, sheet.as_bytes()).unwrap();
        assert!(again.is_empty(), "{kind}: {:#?}", again.command);
    }
}
