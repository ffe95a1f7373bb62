//! Documents and words: paths that exist, languages that are complete, names with one home.

use std::collections::{BTreeMap, BTreeSet};

use tawro_core::schema::Schema;

use crate::source::{Fault, Source, item_end, line_of, root};

/// Languages every catalogue of words is complete in.
const LANGUAGES: &[&str] = &["ar", "fr", "en"];

/// Paths in back quotes of `source` that exist neither from the root nor beside the document.
fn dead_paths(source: &Source, exists: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fenced = false;
    for (line, number) in source.text.lines().zip(1..) {
        fenced ^= line.trim_start().starts_with("```");
        if fenced {
            continue;
        }
        for piece in line.split('`').skip(1).step_by(2) {
            let looks_like_path = piece.contains('/') && !piece.contains(' ') && !piece.contains("::");
            let known = ["core/", "node/", "hub/", "cli/", "tests/", ".ci/", ".github/"];
            if looks_like_path && known.iter().any(|start| piece.starts_with(start)) && !exists(piece) {
                faults.push(source.fault(number, format!("`{piece}` does not exist")));
            }
        }
    }
    faults
}

/// Message keys of a Fluent file, terms and comments apart.
fn keys(text: &str) -> BTreeSet<&str> {
    let heads = text
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    heads
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
        .collect()
}

/// Keys that a catalogue has in one language and lacks, or repeats, in another.
fn incomplete_words(sources: &[Source]) -> Vec<Fault> {
    let mut catalogues: BTreeMap<(String, String), BTreeMap<&str, &Source>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.path.ends_with(".ftl")) {
        let Some((folder, rest)) = source.path.split_once("/locales/") else {
            continue;
        };
        let Some((language, file)) = rest.split_once('/') else {
            continue;
        };
        let names = (folder.to_owned(), file.to_owned());
        catalogues.entry(names).or_default().insert(language, source);
    }
    let mut faults = Vec::new();
    for ((folder, file), versions) in &catalogues {
        let all: BTreeSet<&str> = versions.values().flat_map(|source| keys(&source.text)).collect();
        for language in LANGUAGES {
            let Some(source) = versions.get(language) else {
                let path = format!("{folder}/locales/{language}/{file}");
                faults.push(Fault {
                    path,
                    line: 0,
                    what: "the file is missing".to_owned(),
                });
                continue;
            };
            let have = keys(&source.text);
            let missing = all
                .difference(&have)
                .map(|key| source.fault(0, format!("{key} has no words")));
            faults.extend(missing);
            let said = source
                .text
                .lines()
                .filter_map(|line| line.split_once('='))
                .map(|(key, _)| key);
            let mut seen = BTreeSet::new();
            let twice =
                said.filter(|key| key.starts_with(|c: char| c.is_ascii_alphabetic()) && !seen.insert(*key));
            faults.extend(twice.map(|key| source.fault(0, format!("{} is said twice", key.trim()))));
        }
    }
    faults
}

/// Where kinds and fields are declared or viewed by name.
const NAMES_AT_HOME: &[&str] = &["core/src/schema/", "core/src/record/view.rs", "core/src/text/"];

/// Names of one word that mean nothing else in code; names of several words need no list.
const UNMISTAKABLE: &[&str] = &[
    "cnie",
    "commune",
    "douar",
    "milieu",
    "household",
    "enrolment",
    "beneficiary",
    "donor",
    "donation",
    "convention",
    "correspondence",
    "attendance",
    "campaign",
    "tranche",
    "volunteering",
    "profession",
    "nationality",
    "trainee",
    "participant",
    "questionnaire",
    "maturity",
];

/// String literals that spell a kind or a field outside the schema.
fn spelled_names(sources: &[Source], names: &BTreeSet<String>) -> Vec<Fault> {
    let shipped = sources.iter().filter(|source| source.ships());
    let mut faults = Vec::new();
    for source in shipped.filter(|source| !NAMES_AT_HOME.iter().any(|home| source.is_under(home))) {
        for (line, literal) in &source.literals {
            let name = literal.split('/').next().unwrap_or(literal);
            if names.contains(name) {
                faults.push(source.fault(
                    *line,
                    format!("\"{literal}\" is a name of the schema: ask the schema"),
                ));
            }
        }
    }
    faults
}

fn names_of(schema: &Schema) -> BTreeSet<String> {
    let fields = schema
        .kinds()
        .flat_map(|kind| kind.fields.iter().map(|field| field.key));
    let names = fields.chain(schema.kinds().map(|kind| kind.key));
    names
        .filter(|name| name.contains('_') || UNMISTAKABLE.contains(name))
        .map(str::to_owned)
        .collect()
}

/// How the keys of sentences begin that say what happened, and with `-next` what to do.
const FAMILIES: &[&str] = &[
    "error",
    "refusal",
    "value",
    "definition",
    "import-row",
    "import-fault",
];

/// Codes that a person may be shown and for which a catalogue has no sentence, or no next step.
///
/// A code is a literal in the body of a `fn code(&self)`.
fn unspoken_codes(sources: &[Source], has: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    const HEAD: &str = "fn code(&self) -> &'static str {";
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.ships()) {
        for (at, _) in source.code.match_indices(HEAD) {
            let bytes = source.code.as_bytes();
            let lines = line_of(bytes, at)..=line_of(bytes, item_end(bytes, at));
            let codes = source.literals.iter().filter(|(line, _)| lines.contains(line));
            for (line, code) in codes {
                let said = |end: &str| {
                    FAMILIES
                        .iter()
                        .any(|family| has(&format!("{family}-{code}{end}")))
                };
                // What is noticed, or hinders, is told with what to do in one sentence.
                let told = ["notice", "hindrance"].map(|family| has(&format!("{family}-{code}")));
                if !(said("") && said("-next") || told.contains(&true)) {
                    faults.push(source.fault(*line, format!("{code} has no sentence, or no next step")));
                }
            }
        }
    }
    faults
}

/// Every key that a page's template or code says by name, and that has no words.
fn unsaid(sources: &[Source]) -> Vec<Fault> {
    let mut known = BTreeSet::new();
    for source in sources
        .iter()
        .filter(|source| source.path.contains("/locales/ar/"))
    {
        known.extend(
            keys(&source.text)
                .into_iter()
                .map(|key| key.split('.').next().unwrap_or(key)),
        );
    }
    let is_page =
        |source: &&Source| source.path.contains("/templates/") || source.path.starts_with("node/src/web/");
    let mut faults = Vec::new();
    for source in sources.iter().filter(is_page) {
        for (line, number) in source.text.lines().zip(1..) {
            for says in [".say(\"", ".count(\"", ".with(\"", ".tell(\"", "said(\""] {
                for rest in line.split(says).skip(1) {
                    let key = rest.split('"').next().unwrap_or_default();
                    let key = match says {
                        "said(\"" => format!("trouble-{key}"),
                        _ => key.to_owned(),
                    };
                    if !known.contains(key.as_str()) {
                        faults.push(source.fault(number, format!("{key} has no words")));
                    }
                }
            }
        }
    }
    faults
}

#[test]
fn every_word_that_a_page_says_is_there() {
    crate::source::report(&unsaid(&crate::source::project()));
}

#[test]
fn every_path_in_the_documents_exists() {
    let exists = |path: &str| root().join(path).exists();
    let sources = crate::source::project();
    let documents = sources.iter().filter(|source| source.path.ends_with(".md"));
    let faults: Vec<Fault> = documents.flat_map(|source| dead_paths(source, &exists)).collect();
    crate::source::report(&faults);
}

#[test]
fn the_map_is_short() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map stands at the root");
    assert!(
        map.lines().count() <= 200,
        "ARCHITECTURE.md is a map, 200 lines at most"
    );
}

#[test]
fn every_language_has_every_word() {
    crate::source::report(&incomplete_words(&crate::source::project()));
}

#[test]
fn every_code_has_its_sentence() {
    let sources = crate::source::project();
    let english = [
        "cli/locales/en/cli.ftl",
        "core/locales/en/errors.ftl",
        "node/locales/en/import.ftl",
    ];
    let files = sources
        .iter()
        .filter(|source| english.contains(&source.path.as_str()));
    let said: BTreeSet<&str> = files.flat_map(|source| keys(&source.text)).collect();
    assert!(said.contains("error-disk_full"));
    crate::source::report(&unspoken_codes(&sources, &|key| said.contains(key)));
}

#[test]
fn names_of_the_schema_are_spelled_in_the_schema() {
    let names = names_of(&Schema::builtin());
    assert!(names.contains("given_name"), "{names:?}");
    crate::source::report(&spelled_names(&crate::source::project(), &names));
}

#[test]
fn wrong_papers_are_found() {
    let paper = Source::new(
        "ARCHITECTURE.md",
        "See `core/src/nowhere.rs` and `core/src/lib.rs`, not `a/b`.",
    );
    let faults = dead_paths(&paper, &|path| path == "core/src/lib.rs");
    assert_eq!(faults.len(), 1, "{faults:?}");

    let ftl = |language: &str, text: &str| Source::new(&format!("cli/locales/{language}/cli.ftl"), text);
    let words = [
        ftl("ar", "a = x\nb = y\n"),
        ftl("fr", "a = x\n"),
        ftl("en", "a = x\nb = y\na = z\n"),
    ];
    let whats: Vec<String> = incomplete_words(&words)
        .into_iter()
        .map(|fault| fault.what)
        .collect();
    assert_eq!(whats, ["b has no words", "a is said twice"]);
    assert_eq!(incomplete_words(&words[..1]).len(), 2);

    let codes = Source::new(
        "node/src/a.rs",
        "impl A { fn code(&self) -> &'static str { \"a_b\" } }\nconst C: &str = \"c\";",
    );
    assert_eq!(unspoken_codes(std::slice::from_ref(&codes), &|_| false).len(), 1);
    assert_eq!(unspoken_codes(&[codes], &|key| key.starts_with("error-a_b")), []);

    let names = BTreeSet::from(["given_name".to_owned()]);
    let found = |path: &str, text: &str| spelled_names(&[Source::new(path, text)], &names).len();
    assert_eq!(found("node/src/a.rs", "fn f() { g(\"given_name/ar\"); }"), 1);
    let words = Source::new("node/locales/ar/pages.ftl", "greeting = سلام\n");
    let page = |text: &str| Source::new("node/templates/a.html", text);
    assert_eq!(
        unsaid(&[
            words,
            page("{{ speech.say(\"greeting\") }}{{ speech.say(\"farewell\") }}")
        ])
        .len(),
        1
    );
    assert_eq!(
        found("core/src/schema/people.rs", "fn f() { g(\"given_name\"); }"),
        0
    );
}
