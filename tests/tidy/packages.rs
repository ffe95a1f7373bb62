//! What we build on: licences we may ship, one stated Rust version, a core without a runtime.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::source::{Fault, Source, root};

/// Licences whose terms an association, YES and anyone who embeds us can keep, each with its reason.
pub(crate) const LICENCES: &[(&str, &str)] = &[
    ("MIT", "permissive, notice kept"),
    ("MIT-0", "permissive, no notice needed"),
    ("Apache-2.0", "permissive, with a patent grant"),
    ("Apache-2.0 WITH LLVM-exception", "Apache-2.0 with one duty less"),
    ("BSD-2-Clause", "permissive, notice kept"),
    ("BSD-3-Clause", "permissive, notice kept, no endorsement"),
    ("0BSD", "permissive, no notice needed"),
    ("ISC", "permissive, notice kept"),
    ("Zlib", "permissive, altered sources marked"),
    ("BSL-1.0", "permissive, notice in sources only"),
    ("CC0-1.0", "public domain"),
    ("WTFPL", "as good as public domain"),
    ("blessing", "SQLite: public domain, with a blessing"),
    (
        "BlueOak-1.0.0",
        "permissive, with a patent grant and a notice or a link",
    ),
    ("Unlicense", "public domain"),
    ("Unicode-3.0", "the tables of Unicode, notice kept"),
    ("CDLA-Permissive-2.0", "data, notice kept"),
    ("OpenSSL", "the library under the encrypted database, notice kept"),
    ("MPL-2.0", "copyleft by file: we change none of its files"),
];

/// A licence expression, as far as SPDX and old Cargo manifests use it.
pub(crate) fn acceptable(expression: &str) -> bool {
    let spelled = expression.replace('/', " OR ").replace(['(', ')'], " ");
    let words: Vec<&str> = spelled.split_whitespace().collect();
    if expression.contains('(') {
        return expression_of_groups(expression);
    }
    any_of(&words)
}

fn any_of(words: &[&str]) -> bool {
    words.split(|word| *word == "OR").any(|choice| {
        !choice.is_empty()
            && choice.split(|word| *word == "AND").all(|licence| {
                let name = licence.join(" ");
                LICENCES.iter().any(|(known, _)| *known == name)
            })
    })
}

/// `(A OR B) AND C`: every group joined by AND must be acceptable by itself.
fn expression_of_groups(expression: &str) -> bool {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in expression.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && expression[at..].starts_with(" AND ") => {
                parts.push(&expression[start..at]);
                start = at + 5;
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts.into_iter().all(|part| {
        let inner = part.replace('/', " OR ").replace(['(', ')'], " ");
        any_of(&inner.split_whitespace().collect::<Vec<_>>())
    })
}

/// `(package, licence)` of every dependency that the list does not allow.
pub(crate) fn unlicensed(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let of = |package: &Value, key: &str| package[key].as_str().unwrap_or("none stated").to_owned();
    packages
        .iter()
        .filter(|package| !acceptable(&of(package, "license")))
        .map(|package| {
            format!(
                "{} {}: {}",
                of(package, "name"),
                of(package, "version"),
                of(package, "license")
            )
        })
        .collect()
}

/// Which of our packages each of ours may depend on, `dev` and `build` dependencies included.
const ARROWS: &[(&str, &[&str])] = &[
    ("tawro-core", &[]),
    ("tawro-quic", &["tawro-core"]),
    ("tawro-pages", &["tawro-core"]),
    ("tawro-papers", &["tawro-core"]),
    (
        "tawro-node",
        &["tawro-core", "tawro-quic", "tawro-pages", "tawro-papers"],
    ),
    (
        "tawro-hub",
        &["tawro-core", "tawro-quic", "tawro-pages", "tawro-papers"],
    ),
    ("tawro", &["tawro-core", "tawro-node", "tawro-hub"]),
    (
        "tawro-tests",
        &[
            "tawro-core",
            "tawro-quic",
            "tawro-pages",
            "tawro-papers",
            "tawro-node",
            "tawro-hub",
            "tawro",
        ],
    ),
];

fn wrong_dependencies(metadata: &Value) -> Vec<String> {
    let ours: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let packages = metadata["packages"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(may) = ours.get(name) else { continue };
        for dependency in package["dependencies"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
        {
            let target = dependency["name"].as_str().unwrap_or_default();
            if ours.contains_key(target) && !may.contains(&target) {
                wrong.push(format!("{name} must not depend on {target}"));
            }
        }
    }
    wrong
}

/// Crates that bring a runtime, a socket, a clock or a database.
const WORLD: &[&str] = &[
    "tokio",
    "mio",
    "quinn",
    "rusqlite",
    "libsqlite3-sys",
    "socket2",
    "async-io",
    "chrono",
];

/// The crates of `tree` (one a line, as `cargo tree --prefix none` prints) that touch the world.
fn touching_the_world(tree: &str) -> BTreeSet<&str> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| WORLD.contains(name)).collect()
}

/// Whether faults can be planted in what ships of this package.
fn plants_faults(package: &str) -> bool {
    let tree = cargo(&[
        "tree",
        "-p",
        package,
        "-e",
        "normal",
        "--prefix",
        "none",
        "-f",
        "{p} features: {f}",
        "--offline",
    ]);
    let core = tree.lines().find(|line| line.starts_with("tawro-core v"));
    core.expect("everything of ours is built on core")
        .contains("faults")
}

/// Files that state the Rust version, the root manifest apart.
fn stated_again(sources: &[Source], version: &str) -> Vec<Fault> {
    let elsewhere = sources
        .iter()
        .filter(|source| source.path != "Cargo.toml" && source.path != "Cargo.lock");
    let mut faults = Vec::new();
    for source in elsewhere.filter(|source| !source.path.contains("fuzz/Cargo")) {
        for (line, number) in source.text.lines().zip(1..) {
            let states =
                line.contains("rust-version = \"1") || line.contains("channel = \"") || line.contains("msrv");
            if states
                || line.contains(&format!("Rust {version}"))
                || line.contains(&format!("toolchain@{version}"))
            {
                faults.push(source.fault(number, "the Rust version is stated in the root Cargo.toml only"));
            }
        }
    }
    faults
}

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo runs this test");
    assert!(
        output.status.success(),
        "cargo {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc)
        .arg("-vV")
        .output()
        .expect("rustc stands beside cargo");
    let text = String::from_utf8(output.stdout).expect("rustc prints UTF-8");
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc -vV names its host");
    line.to_owned()
}

fn metadata() -> Value {
    let text = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--offline",
        "--filter-platform",
        &host(),
    ]);
    serde_json::from_str(&text).expect("cargo metadata prints JSON")
}

#[test]
fn every_dependency_may_be_shipped() {
    let metadata = metadata();
    assert_eq!(unlicensed(&metadata), Vec::<String>::new());
    assert_eq!(wrong_dependencies(&metadata), Vec::<String>::new());
}

#[test]
fn core_touches_nothing_of_the_world() {
    let tree = cargo(&[
        "tree",
        "-p",
        "tawro-core",
        "-e",
        "normal",
        "--prefix",
        "none",
        "--offline",
    ]);
    assert!(tree.contains("tawro-core"), "{tree}");
    assert_eq!(touching_the_world(&tree), BTreeSet::new());
}

#[test]
fn nothing_that_ships_can_plant_a_fault() {
    for package in [
        "tawro-core",
        "tawro-quic",
        "tawro-pages",
        "tawro-papers",
        "tawro-node",
        "tawro-hub",
        "tawro",
    ] {
        assert!(!plants_faults(package), "{package} turns on tawro-core/faults");
    }
    assert!(plants_faults("tawro-tests"), "the proofs plant them");
}

#[test]
fn the_rust_version_is_stated_once() {
    let (manifest, sources): (Vec<Source>, Vec<Source>) = crate::source::project()
        .into_iter()
        .partition(|source| source.path == "Cargo.toml");
    let line = manifest[0]
        .text
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = \""));
    let version = line
        .expect("the root manifest states the version")
        .trim_end_matches('"');
    let elsewhere: Vec<Source> = sources
        .into_iter()
        .filter(|source| !source.path.starts_with("tests/tidy/"))
        .collect();
    crate::source::report(&stated_again(&elsewhere, version));
}

#[test]
fn the_allow_list_and_deny_toml_say_the_same() {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml stands at the root");
    for (name, _) in LICENCES {
        assert!(
            text.contains(&format!("\"{name}\"")),
            "deny.toml does not allow {name}"
        );
    }
}

#[test]
fn a_wrong_package_is_found() {
    assert!(acceptable("MIT OR Apache-2.0") && acceptable("MIT/Apache-2.0") && acceptable("GPL-3.0 OR MIT"));
    assert!(acceptable("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(
        !acceptable("GPL-3.0")
            && !acceptable("MIT AND GPL-3.0")
            && !acceptable("")
            && !acceptable("none stated")
    );
    assert!(!acceptable("(MIT OR Apache-2.0) AND SSPL-1.0"));

    let package = |name: &str, dependency: &str| {
        serde_json::json!({"packages": [{"name": name, "license": "AGPL-3.0", "version": "1.0.0",
            "dependencies": [{"name": dependency}]}]})
    };
    assert_eq!(unlicensed(&package("x", "y")), ["x 1.0.0: AGPL-3.0"]);
    assert_eq!(
        wrong_dependencies(&package("tawro-hub", "tawro-node")),
        ["tawro-hub must not depend on tawro-node"]
    );
    assert_eq!(touching_the_world("tawro-core v0.1.0\ntokio v1.54.1\n").len(), 1);
    let again = Source::new("hub/Cargo.toml", "rust-version = \"1.0\"");
    assert_eq!(stated_again(&[again], "1.0").len(), 1);
}
