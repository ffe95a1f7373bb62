//! Any kind imports and exports by its declaration alone; organisations and references as they are.

use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Schema, Vocabulary};
use tawro_core::text::{Lang, Words};
use tawro_node::export::Format;

use crate::exporting::export;
use crate::world::{World, text, words};

const HIVE_WORDS: &str = "hive = Ruche\nhive-plural = Ruches\nhive-number = N° de ruche\n    .aliases = Ruche n°\n\
    hive-keeper = Apiculteur\nhive-set_up_on = Installée le\nhive-honey = Miel\nhive-state = État\n\
    hive_state-alive = vivante\nhive_state-lost = perdue\n";

fn with_hives() -> World {
    let state = Vocabulary::new("hive_state", &["alive", "lost"])
        .spelling("alive", "vivante")
        .spelling("lost", "perdue");
    let hive = Kind::new(
        "hive",
        vec![
            Field::new("number", FieldType::Text).required().unique(),
            Field::new("keeper", FieldType::Reference("person")),
            Field::new("set_up_on", FieldType::Date),
            Field::new("honey", FieldType::Money),
            Field::new("state", FieldType::Code("hive_state")),
        ],
    );
    let schema = Schema::builtin()
        .with_vocabulary(state)
        .and_then(|schema| schema.with(hive))
        .unwrap();
    let words: Words = words().with_ftl(Lang::Fr, HIVE_WORDS).unwrap();
    World::with(schema, Box::leak(Box::new(words)))
}

#[test]
fn an_invented_kind_imports_updates_and_exports() {
    let mut world = with_hives();
    world.import(
        "person",
        "Nom;Prénom\nTazi;Omar\nLahlou;Rkia\nLahlou;Rkia\n".as_bytes(),
    );
    let sheet = "Ruche n°;Apiculteur;Installée le;Miel;État\nR1;Omar Tazi;01/03/2026;120,50;vivante\nR2;Rkia Lahlou;;;perdue\nR3;Personne;;;\n";
    let report = world.import("hive", sheet.as_bytes());
    assert_eq!((report.created, report.skipped), (3, 0), "{report:#?}");
    let codes: Vec<&str> = report.errors.iter().map(|error| error.code).collect();
    assert_eq!(codes, ["reference_several", "reference_unknown"]);
    let hives = world.rows("hive");
    let first = hives.iter().find(|row| text(row, "number") == "R1").unwrap();
    let keeper: RecordId = text(first, "keeper").parse().unwrap();
    assert_eq!(
        text(&world.records[&keeper].row(&world.schema), "given_name/fr"),
        "Omar"
    );
    assert_eq!(first.cells["honey"].as_integer(), Some(12_050));
    let again = world.import("hive", sheet.replace("120,50", "130").as_bytes());
    assert_eq!((again.created, again.updated), (0, 1), "{again:#?}");
    for format in [Format::Xlsx, Format::Csv] {
        let exported = export(&world, "hive", Lang::Fr, format);
        assert!(world.plan("hive", &exported.bytes).unwrap().is_empty());
    }
}

#[test]
fn organisations_are_known_by_their_names_and_keep_their_own_telephones() {
    let mut world = World::new();
    let sheet = "Organisme;Prénom et nom;Téléphone;Type de donateur\n\
        Fondation Al Amal;Omar Tazi;0661000001;fondation\n\
        Société Zaer;;0537000002;entreprise\n\
        ;Rkia Lahlou;0661000003;particulier\n";
    let given = "Organisme = organisation\nPrénom et nom = full_name\nTéléphone = phone\nType de donateur = donor_type\n";
    let plan = world.plan_mapped("donor", sheet.as_bytes(), Some(given)).unwrap();
    let report = world.apply(&plan);
    assert_eq!((report.created, report.errors.len()), (3, 0), "{report:#?}");
    assert_eq!((world.rows("donor").len(), world.rows("person").len()), (3, 2));
    let named = |world: &World, name: &str| {
        world
            .rows("donor")
            .into_iter()
            .find(|row| text(row, "organisation/fr") == name)
            .unwrap()
    };
    assert_eq!(
        text(&named(&world, "Société Zaer"), "office_phone"),
        "+212537000002"
    );
    let next = sheet
        .replace("entreprise", "association")
        .replace("0661000003", "0661000003 / 0661000004");
    let report = world.import("donor", next.as_bytes());
    assert_eq!((report.created, report.updated), (0, 2), "{report:#?}");
    assert_eq!(text(&named(&world, "Société Zaer"), "donor_type"), "association");
    for lang in Lang::ALL {
        let exported = export(&world, "donor", lang, Format::Xlsx);
        let plan = world.plan("donor", &exported.bytes).unwrap();
        assert!(plan.is_empty(), "{:#?}", plan.command);
    }
}

#[test]
fn a_file_of_members_is_one_of_beneficiaries_without_doubling_anybody() {
    let mut world = World::new();
    let sheet = "Nom;Prénom;Projet\nTazi;Omar;\nLahlou;Rkia;Couture\n".as_bytes();
    world.import("member", sheet);
    let report = world.import("beneficiary", sheet);
    assert_eq!(
        (report.created, world.rows("person").len()),
        (2, 2),
        "{report:#?}"
    );
}

#[test]
fn an_unknown_kind_or_a_sheet_without_header_says_so() {
    let mut world = World::new();
    assert_eq!(
        world.plan("ghost", b"a;b\n1;2\n").unwrap_err().code(),
        "unknown_kind"
    );
    assert_eq!(
        world.plan("member", b"a;b\n1;2\n").unwrap_err().code(),
        "no_header"
    );
    assert_eq!(world.plan("member", b"").unwrap_err().code(), "empty");
}
