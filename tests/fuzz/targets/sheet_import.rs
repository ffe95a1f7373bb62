//! Files that somebody imports: whole ones, the insides of workbooks, sheets with headers we know.

#![no_main]

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::command::{Command, decide};
use tawro_core::id::{ActorId, ImportId, RecordId, SpaceId};
use tawro_core::record::{Author, Record, Row};
use tawro_core::schema::Schema;
use tawro_core::text::{Lang, Words};
use tawro_core::time::Timestamp;
use tawro_node::import::{self, InMemory, Lookup, LookupFault, Outcome, Plan, Request};
use zip::CompressionMethod::Stored;
use zip::write::SimpleFileOptions;

const KINDS: [&str; 8] = [
    "member",
    "person",
    "beneficiary",
    "donor",
    "partner",
    "payment",
    "activity",
    "household",
];

fuzz_target!(
    init: tawro_fuzz::let_panics_unwind(),
    |data: &[u8]| tawro_fuzz::run(|| one(data))
);

fn one(data: &[u8]) {
    let Some((what, rest)) = data.split_first() else {
        return;
    };
    let kind = |number: u8| KINDS[usize::from(number) % KINDS.len()];
    match (what, rest.split_first()) {
        (0, Some((number, sheet))) => import(kind(*number), &xlsx(sheet), None),
        (1, Some((number, content))) => import(kind(*number), &ods(content), None),
        (2, Some((number, input))) => structured(kind(*number), Unstructured::new(input)),
        (3, Some((number, mapping))) => {
            let mapping = String::from_utf8_lossy(mapping);
            import(
                kind(*number),
                "Nom,Prénom,CIN,Tél,A\nx,y,z,1,2\n".as_bytes(),
                Some(&mapping),
            );
        }
        // No file of any kind begins with the bytes above: all else is one as it is.
        _ => import(kind(data.len() as u8), data, None),
    }
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(Stored);
        zip.start_file(*name, options).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// A workbook around a sheet, and after a zero byte its shared strings.
fn xlsx(inside: &[u8]) -> Vec<u8> {
    let mut parts = inside.splitn(2, |byte| *byte == 0);
    let (sheet, strings) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package_of = "http://schemas.openxmlformats.org/package/2006";
    let workbook = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{related}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let of_workbook = format!(
        r#"<Relationships xmlns="{package_of}/relationships"><Relationship Id="rId1" Type="{related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{related}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
    );
    let of_package = format!(
        r#"<Relationships xmlns="{package_of}/relationships"><Relationship Id="rId1" Type="{related}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let types = format!(
        r#"<Types xmlns="{package_of}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#
    );
    package(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", of_package.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_workbook.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn ods(content: &[u8]) -> Vec<u8> {
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content),
    ])
}

const HEADINGS: [&str; 24] = [
    "الاسم الكامل",
    "الاسم",
    "النسب",
    "رقم البطاقة الوطنية",
    "الهاتف",
    "تاريخ الازدياد",
    "الجنس",
    "الجماعة",
    "Nom et prénom",
    "Nom",
    "Prénom",
    "CIN",
    "Téléphone",
    "Date de naissance",
    "Sexe",
    "Cotisation",
    "Full name",
    "Birth date",
    "Phone",
    "Email",
    "Amount",
    "id",
    "Statut",
    "Date d'adhésion",
];

const VALUES: [&str; 24] = [
    "فاطمة الزهراء",
    "محمد بن علي",
    "Khadija El Amrani",
    "خديجة",
    "BE123456",
    "jb 12345",
    "0612345678",
    "+212 6 12 34 56 78 / 0522112233",
    "٢٨/٠٦/١٩٦٢",
    "1962-06-28",
    "28/6/62",
    "31/02/1990",
    "ذكر",
    "F",
    "1 234,50",
    "٢٠٠ درهم",
    "-1e308",
    "المجموع",
    "Total",
    "=A1+1",
    "active",
    "2026-03",
    "\u{feff}",
    "\"",
];

#[derive(Debug, Arbitrary)]
enum Text {
    Known(u8),
    Joined(u8, u8),
    Any(String),
    Number(f64),
    None,
}

impl Text {
    fn of(&self, known: &[&str]) -> String {
        let known = |number: u8| known[usize::from(number) % known.len()];
        match self {
            Self::Known(number) => known(*number).to_owned(),
            Self::Joined(one, two) => format!("{} {}", known(*one), known(*two)),
            Self::Any(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::None => String::new(),
        }
    }
}

/// A sheet as people keep it: perhaps a title, a header, rows of what stands in such sheets.
fn structured(kind: &str, mut input: Unstructured<'_>) {
    let Ok((title, headings, mapped)) =
        <(Option<String>, Vec<Text>, Option<(u8, u8)>)>::arbitrary(&mut input)
    else {
        return;
    };
    let headings = &headings[..headings.len().min(12)];
    let mut lines: Vec<Vec<String>> = title.map(|title| vec![title]).into_iter().collect();
    lines.push(headings.iter().map(|heading| heading.of(&HEADINGS)).collect());
    while !input.is_empty() && lines.len() < 24 {
        let line = headings.iter().map_while(|_| Text::arbitrary(&mut input).ok());
        lines.push(line.map(|cell| cell.of(&VALUES)).collect());
    }
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let text: Vec<String> = lines
        .iter()
        .map(|line| line.iter().map(quoted).collect::<Vec<_>>().join(";"))
        .collect();
    let mapping = mapped.map(|(column, field)| {
        let fields = [
            "given_name",
            "family_name",
            "full_name",
            "phones",
            "birth_date month-first",
            "-",
            "id",
            "cnie",
        ];
        format!(
            "{} = {}",
            char::from(b'A' + column % 12),
            fields[usize::from(field) % fields.len()]
        )
    });
    import(kind, text.join("\n").as_bytes(), mapping.as_deref());
}

/// An association in memory.
struct World<'a> {
    schema: &'a Schema,
    records: BTreeMap<RecordId, Record>,
    applied: Vec<ImportId>,
}

impl Lookup for World<'_> {
    fn row(&mut self, id: RecordId) -> Result<Option<Row>, LookupFault> {
        Ok(self.records.get(&id).map(|record| record.row(self.schema)))
    }

    fn each(&mut self, kind: &str, seen: &mut dyn FnMut(&Row)) -> Result<(), LookupFault> {
        let rows = self.records.values().map(|record| record.row(self.schema));
        rows.filter(|row| row.kind == kind).for_each(|row| seen(&row));
        Ok(())
    }

    fn is_applied(&mut self, import: ImportId) -> Result<bool, LookupFault> {
        Ok(self.applied.contains(&import))
    }

    fn mapping(&mut self, _: &str) -> Result<Option<String>, LookupFault> {
        Ok(None)
    }
}

impl World<'_> {
    fn execute(&mut self, command: &Command) {
        let mut dice = ChaCha8Rng::seed_from_u64(1);
        let mut author = Author::new(ActorId([1; 16]), Timestamp(1), &mut dice);
        let decision = decide(command, &mut self.records, self.schema, &mut author);
        self.records
            .extend(decision.expect("what is planned is no command to refuse").records);
    }
}

fn import(kind: &str, file: &[u8], mapping: Option<&str>) {
    thread_local! {
        static KNOWN: (Schema, Words) =
            (Schema::builtin(), import::with_words(Words::builtin()).expect("our own words"));
    }
    KNOWN.with(|(schema, words)| {
        let request = Request {
            space: SpaceId([7; 32]),
            kind,
            file,
            mapping,
        };
        match import::plan(&request, schema, words, &mut InMemory::default()) {
            Ok(plan) => imported(&request, plan, schema, words),
            Err(fault) => {
                let sentence = words.sentence(Lang::En, &fault.sentence_key(), &fault.facts());
                assert!(sentence.is_some(), "no sentence for {fault:?}");
            }
        }
    });
}

/// What was planned can be done, done again without doing anything, and taken back.
fn imported(request: &Request<'_>, plan: Plan, schema: &Schema, words: &Words) {
    for lang in [Lang::Ar, Lang::Fr, Lang::En] {
        let report = plan.report(schema, words, lang).expect("the kind is known");
        assert_eq!(
            report.rows,
            report.created + report.updated + report.unchanged + report.skipped
        );
    }
    let mut world = World {
        schema,
        records: BTreeMap::new(),
        applied: Vec::new(),
    };
    world.execute(&plan.command);
    world.applied.push(plan.import);
    let again = import::plan(request, schema, words, &mut world).expect("it was planned before");
    assert_eq!(again.import, plan.import);
    let created: Vec<_> = again
        .outcomes
        .iter()
        .filter(|(_, outcome)| *outcome == Outcome::Created)
        .collect();
    assert!(created.is_empty(), "a second import makes {created:?}");
    let undoing = import::undo(&plan.undo, &mut world).expect("memory can be read");
    world.execute(&undoing.command);
    assert!(
        world.records.values().all(Record::is_deleted),
        "an undo leaves no trace"
    );
}
