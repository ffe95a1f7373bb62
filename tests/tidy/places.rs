//! Words that may stand only where the house has put them.

use crate::source::{Fault, Source, line_of};

/// What may be written where: in the code of what ships, comments, strings and tests apart.
pub(crate) struct Place {
    pub(crate) words: &'static [&'static str],
    pub(crate) only_in: &'static [&'static str],
    pub(crate) reason: &'static str,
}

pub(crate) const PLACES: &[Place] = &[
    Place {
        words: &["SystemTime::now"],
        only_in: &["node/src/driver.rs", "hub/src/lib.rs"],
        reason: "one place of a process reads the clock, for everyone else time is an argument",
    },
    Place {
        words: &["UNIX_EPOCH"],
        only_in: &["node/src/driver.rs", "node/src/folder.rs", "hub/src/lib.rs"],
        reason: "beside the clock, only the age of a file tells a copied folder from its original",
    },
    Place {
        words: &[
            "std::os::",
            "libc::",
            "cfg(unix)",
            "cfg(windows)",
            "cfg!(unix)",
            "cfg!(windows)",
            "target_os",
        ],
        only_in: &["node/src/folder.rs", "hub/src/folder.rs"],
        reason: "what differs between operating systems stands in one file of node and one of hub, which \
                 never see each other, so that a port reads two short files",
    },
    Place {
        words: &[".fork(", ".fork_at(", ".isolate(", ".set_actor(", ".with_actor("],
        only_in: &["core/src/record/change.rs"],
        reason: "Automerge sets or invents actors there, and an actor used twice loses changes",
    },
    Place {
        words: &[
            "println!",
            "print!",
            "eprintln!",
            "eprint!",
            "io::stdout",
            "io::stderr",
            "stdout()",
            "stderr()",
        ],
        only_in: &["cli/src/output.rs"],
        reason: "data and sentences are printed by one module, so that --json stays machine-readable",
    },
    Place {
        words: &["process::exit", "std::env::var", "env::var_os"],
        only_in: &["cli/src/"],
        reason: "settings reach a library as arguments",
    },
    Place {
        words: &["unsafe "],
        only_in: &[],
        reason: "a house without unsafe code is one an engineer can read without fear",
    },
];

/// Unfinished or silenced work, anywhere in Rust files, tests and comments included.
const UNFINISHED: &[&str] = &[
    "TODO",
    "FIXME",
    "XXX:",
    "todo!(",
    "unimplemented!(",
    "#[ignore",
    "allow(dead_code",
    "allow(unused",
];

/// Places of somebody's machine, which mean nothing on the next one.
const MACHINE: &[&str] = &["/work/", "/home/", "/root/", "C:\\Users"];

const SQL: &[&str] = &[
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM",
    "CREATE TABLE",
    "CREATE INDEX",
    "PRAGMA ",
];

pub(crate) fn check(sources: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in sources
        .iter()
        .filter(|source| !source.path.starts_with("tests/tidy/"))
    {
        if source.path.ends_with(".rs") {
            faults.extend(first_line(source));
            faults.extend(said_in(
                source,
                UNFINISHED,
                "is unfinished or silenced work: finish it or open an issue",
            ));
        }
        faults.extend(said_in(source, MACHINE, "is a place of somebody's machine"));
        if source.ships() {
            faults.extend(PLACES.iter().flat_map(|place| misplaced(source, place)));
            faults.extend(sql(source));
            faults.extend(short_expect(source));
        }
    }
    faults
}

fn first_line(source: &Source) -> Option<Fault> {
    let first = source.text.lines().next().unwrap_or_default();
    let says = first.starts_with("//! ") || first.starts_with("#![doc = include_str!(");
    (!says).then(|| source.fault(1, "the first line must say in one //! sentence what lives here"))
}

fn said_in<'a>(source: &'a Source, words: &'a [&str], what: &'a str) -> impl Iterator<Item = Fault> + 'a {
    words.iter().flat_map(move |word| {
        let found = source
            .text
            .lines()
            .zip(1..)
            .filter(move |(line, _)| line.contains(word));
        found.map(move |(_, number)| source.fault(number, format!("{word} {what}")))
    })
}

fn misplaced(source: &Source, place: &Place) -> Vec<Fault> {
    if place.only_in.iter().any(|home| source.is_under(home)) {
        return Vec::new();
    }
    let homes = place.only_in.join(", ");
    let found = place
        .words
        .iter()
        .flat_map(|word| source.lines_with(word).map(move |line| (line, word)));
    found
        .map(|(line, word)| source.fault(line, format!("{word} only in [{homes}]: {}", place.reason)))
        .collect()
}

fn sql(source: &Source) -> Vec<Fault> {
    if source.path.contains("/store/") {
        return Vec::new();
    }
    let is_sql = |text: &str| SQL.iter().any(|word| text.trim_start().starts_with(word));
    let found = source.literals.iter().filter(|(_, text)| is_sql(text));
    found
        .map(|(line, _)| source.fault(*line, "SQL stands in store/ only"))
        .collect()
}

/// An `expect` names the invariant that makes it safe: that takes at least three words.
fn short_expect(source: &Source) -> Vec<Fault> {
    let bytes = source.text.as_bytes();
    let mut faults = Vec::new();
    for (at, _) in source.code.match_indices(".expect(") {
        let line = line_of(bytes, at);
        let said = source
            .literals
            .iter()
            .find(|(literal, _)| *literal >= line)
            .map_or("", |(_, text)| text);
        if said.split_whitespace().count() < 3 {
            faults.push(source.fault(line, "an expect must name the invariant that makes it safe"));
        }
    }
    faults
}

#[test]
fn everything_stands_in_its_place() {
    crate::source::report(&check(&crate::source::project()));
}

#[test]
fn what_is_misplaced_is_found() {
    let wrong = |path: &str, text: &str, what: &str| {
        let faults = check(&[Source::new(path, text)]);
        assert!(
            faults.iter().any(|fault| fault.what.contains(what)),
            "{path}: {text}: {faults:?}"
        );
    };
    wrong("core/src/a.rs", "use std::fmt;", "first line");
    wrong("core/src/a.rs", "//! A.\n\nfn f() {} // TODO later", "unfinished");
    wrong("tests/e2e/a.rs", "//! A.\n#[ignore]\nfn f() {}", "unfinished");
    wrong(
        "core/src/a.rs",
        "//! A.\nfn f() { SystemTime::now(); }",
        "SystemTime::now",
    );
    wrong(
        "node/src/a.rs",
        "//! A.\nuse std::os::unix::fs::PermissionsExt;",
        "std::os::",
    );
    wrong(
        "core/src/record/merge.rs",
        "//! A.\nfn f() { doc.fork_at(h); }",
        ".fork_at(",
    );
    wrong("node/src/a.rs", "//! A.\nfn f() { println!(\"x\"); }", "println!");
    wrong(
        "node/src/driver.rs",
        "//! A.\nconst Q: &str = \"SELECT 1\";",
        "SQL",
    );
    wrong(
        "node/src/a.rs",
        "//! A.\nfn f() { x.expect(\"oops\"); }",
        "invariant",
    );
    wrong("node/src/a.rs", "//! A.\nfn f() { unsafe { g() } }", "unsafe");
    wrong("README.md", "see /home/me/notes", "machine");
    let fine = "//! Writes.\nfn f() { x.expect(\"the header was checked above\"); let s = \"println!\"; }";
    assert_eq!(check(&[Source::new("node/src/store/log.rs", fine)]), []);
}
