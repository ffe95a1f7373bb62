//! Who may know whom: between packages, and between the rooms of one.

use std::collections::BTreeSet;

use crate::source::{Fault, Source, line_of};

/// Packages, each with those of ours it may name in `src/`.
pub(crate) const PACKAGES: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("core/quic", &["tawro_core"]),
    ("core/pages", &["tawro_core"]),
    ("core/papers", &["tawro_core"]),
    (
        "node",
        &["tawro_core", "tawro_quic", "tawro_pages", "tawro_papers"],
    ),
    (
        "hub",
        &["tawro_core", "tawro_quic", "tawro_pages", "tawro_papers"],
    ),
    ("cli", &["tawro_core", "tawro_node", "tawro_hub"]),
];

/// Our packages as Rust code names them.
const OURS: &[&str] = &[
    "tawro_core",
    "tawro_quic",
    "tawro_pages",
    "tawro_papers",
    "tawro_node",
    "tawro_hub",
    "tawro",
    "tawro_tests",
];

/// Rooms of core, each with the rooms it may name. A room without a row may not exist.
///
/// `sync` and `log` never see `record`: a log carries opaque bytes, and only `replica` joins the two.
pub(crate) const CORE: &[(&str, &[&str])] = &[
    ("id", &[]),
    ("time", &[]),
    // What the simulation plants; compiled to nothing in what ships.
    ("faults", &[]),
    ("crypto", &["id"]),
    ("code", &["id", "crypto", "text"]),
    ("text", &[]),
    ("schema", &["id", "time", "crypto", "text"]),
    ("record", &["id", "time", "faults", "crypto", "text", "schema"]),
    ("command", &["id", "time", "crypto", "text", "schema", "record"]),
    ("membership", &["id", "time", "faults", "crypto", "code"]),
    ("log", &["id", "time", "faults", "crypto", "membership"]),
    ("wire", &["id", "time", "crypto", "membership", "log"]),
    ("sync", &["id", "time", "crypto", "membership", "log", "wire"]),
    (
        "replica",
        &[
            "id",
            "time",
            "faults",
            "crypto",
            "code",
            "text",
            "schema",
            "record",
            "command",
            "membership",
            "log",
            "wire",
            "sync",
        ],
    ),
    ("indicator", &["id", "time", "text", "schema"]),
    // Numbers leave, records never: it sees neither `record` nor `replica` nor `log`.
    ("share", &["id", "time", "crypto", "indicator"]),
    // Public fields leave, by what the schema declares; it sees rows of cells, and no document or log.
    (
        "programme",
        &["id", "time", "crypto", "text", "schema", "indicator", "share"],
    ),
];

/// In the other packages: a room, and what it never sees.
pub(crate) const NEVER: &[(&str, &str, &[&str])] = &[
    (
        "node",
        "store",
        &[
            "driver",
            "net",
            "syncing",
            "joining",
            "import",
            "export",
            "sheets",
            "view",
            "check",
            "projection",
        ],
    ),
    (
        "node",
        "import",
        &["driver", "net", "store", "sheets", "view", "form"],
    ),
    (
        "node",
        "export",
        &["driver", "net", "store", "sheets", "view", "form"],
    ),
    ("node", "form", &["driver", "net", "store", "sheets", "view"]),
    (
        "node",
        "net",
        &[
            "store",
            "import",
            "export",
            "projection",
            "sheets",
            "view",
            "form",
        ],
    ),
    ("node", "web", &["net"]),
    ("node", "paper", &["driver", "store", "web", "net", "view"]),
    ("node", "projection", &["driver", "net", "sheets", "view"]),
    ("node", "keys", &["driver", "net", "store", "import", "export"]),
    ("node", "folder", &["driver", "net", "store", "keys"]),
    (
        "hub",
        "store",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "period",
        ],
    ),
    ("hub", "relay", &["accept", "peer", "turns", "folder", "period"]),
    (
        "hub",
        "period",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "statistics",
        ],
    ),
    // Numbers are asked for and come in apart from records.
    (
        "hub",
        "statistics",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "store",
        ],
    ),
    // What is published, and names and states: never a report, and nothing that a relay keeps.
    (
        "hub",
        "published",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "store",
            "status",
            "period",
            "export",
            "dashboard",
        ],
    ),
    (
        "hub",
        "export",
        &["store", "status", "period", "folder", "relay", "dashboard"],
    ),
    // It says what is published, and never an association's report.
    (
        "hub",
        "report",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "store",
            "status",
            "period",
            "export",
            "dashboard",
        ],
    ),
    // It shows what is published, and never a report.
    (
        "hub",
        "dashboard",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "store",
            "status",
            "period",
        ],
    ),
    ("hub", "quota", &["store", "relay", "peer", "accept"]),
];

/// Foreign crates that only some places may name, with the reason.
pub(crate) const FOREIGN: &[(&str, &[&str], &str)] = &[
    (
        "automerge",
        &["core/src/record/"],
        "documents are changed in one room",
    ),
    (
        "chacha20poly1305",
        &["core/src/crypto.rs"],
        "one file names the ciphers",
    ),
    (
        "ed25519_dalek",
        &["core/src/crypto.rs"],
        "one file names the ciphers",
    ),
    ("hpke", &["core/src/crypto.rs"], "one file names the ciphers"),
    (
        "x25519_dalek",
        &["core/src/crypto.rs"],
        "one file names the ciphers",
    ),
    ("blake3", &["core/src/crypto.rs"], "one file names the ciphers"),
    (
        "sha2",
        &["core/src/crypto.rs", "core/src/record/pack.rs"],
        "Automerge's checksum, and nothing else",
    ),
    (
        "argon2",
        &["core/pages/src/cost.rs"],
        "passphrases are stretched in one place",
    ),
    (
        "fluent_bundle",
        &["core/src/text/"],
        "words are loaded in one place",
    ),
    (
        "toml",
        &["core/src/indicator/text.rs"],
        "definitions are read in one place",
    ),
    (
        "rusqlite",
        &["node/src/store/", "hub/src/store/", "hub/src/period/store/"],
        "SQL in the stores only",
    ),
    ("calamine", &["node/src/import/"], "sheets are read in one place"),
    (
        "rust_xlsxwriter",
        &["node/src/export/", "node/src/export.rs", "hub/src/export/"],
        "sheets are written in one place",
    ),
    (
        "quinn",
        &["core/quic/src/", "node/src/net/", "node/src/net.rs", "hub/src/"],
        "sockets stay at the edge",
    ),
    (
        "prio",
        &["core/src/share/prio3.rs"],
        "one file shares numbers between two operators",
    ),
    ("clap", &["cli/src/"], "words of the command line"),
    (
        "plotters",
        &["hub/src/dashboard/chart.rs"],
        "one file draws charts",
    ),
    ("typst", &["core/papers/src/"], "papers are set in one package"),
    (
        "axum",
        &["core/pages/src/", "node/src/web/", "hub/src/dashboard/"],
        "requests are answered in one room of a package",
    ),
    (
        "askama",
        &[
            "core/pages/src/",
            "node/src/web/",
            "hub/src/dashboard/",
            "hub/src/report/",
        ],
        "HTML stands in templates, which pages fill, and so do the parts of a DOCX",
    ),
];

/// Every `use` or path that breaks a table above.
pub(crate) fn check(sources: &[Source]) -> Vec<Fault> {
    sources
        .iter()
        .filter(|source| source.ships())
        .flat_map(check_one)
        .collect()
}

fn check_one(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    let Some((package, inside)) = split(&source.path) else {
        return faults;
    };
    // A binary names the library of its own package.
    let own = inside == "main.rs";
    let allowed = PACKAGES
        .iter()
        .find(|(name, _)| *name == package)
        .map_or(&[][..], |(_, list)| list);
    for (line, name) in OURS.iter().flat_map(|name| paths(source, name)) {
        let may = allowed.contains(&name) || (own && name == "tawro");
        if !may {
            faults.push(source.fault(line, format!("package {package} must not name {name}")));
        }
    }
    for (name, places, reason) in FOREIGN {
        if !places.iter().any(|place| source.is_under(place)) {
            let what = format!("{name} is named outside {}: {reason}", places.join(", "));
            faults.extend(paths(source, name).map(|(line, _)| source.fault(line, what.clone())));
        }
    }
    let room = inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs");
    if matches!(room, "lib" | "main") {
        return faults;
    }
    let seen = rooms_named(
        source,
        inside.matches('/').count() + usize::from(!inside.ends_with("/mod.rs")),
    );
    if package == "core" {
        let Some((_, may)) = CORE.iter().find(|(name, _)| *name == room) else {
            faults.push(source.fault(1, format!("the room {room} has no row in tests/tidy/arrows.rs")));
            return faults;
        };
        for (line, name) in seen {
            let is_room = CORE.iter().any(|(other, _)| *other == name);
            if is_room && name != room && !may.contains(&name.as_str()) {
                faults.push(source.fault(line, format!("{room} must not know {name}")));
            }
        }
    } else if let Some((_, _, never)) = NEVER
        .iter()
        .find(|(home, name, _)| *home == package && *name == room)
    {
        for (line, name) in seen {
            if never.contains(&name.as_str()) {
                faults.push(source.fault(line, format!("{room} must not know {name}")));
            }
        }
    }
    faults
}

/// The package a file belongs to and its path inside that package's `src/`.
fn split(path: &str) -> Option<(&str, &str)> {
    let (package, inside) = path.split_once("/src/")?;
    PACKAGES
        .iter()
        .any(|(name, _)| *name == package)
        .then_some((package, inside))
}

/// Where a path starts with the crate `name`: `name::…` or `use name;`, never a local of that name.
fn paths<'a>(source: &'a Source, name: &'a str) -> impl Iterator<Item = (usize, &'a str)> + 'a {
    let code = source.code.as_str();
    code.match_indices(name).filter_map(move |(at, _)| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        let after = &code[at + name.len()..];
        let whole = !before.is_alphanumeric() && before != '_' && before != ':' && before != '.';
        let whole = whole || code[..at].ends_with("{::") || code[..at].ends_with(" ::");
        let path = after.starts_with("::") || (code[..at].ends_with("use ") && after.starts_with([';', ' ']));
        (whole && path).then(|| (line_of(code.as_bytes(), at), name))
    })
}

/// First segments after `crate::`, and after enough `super::` to leave the room.
fn rooms_named(source: &Source, depth: usize) -> BTreeSet<(usize, String)> {
    let code = source.code.as_str();
    let up = "super::".repeat(depth.max(1));
    let mut found = BTreeSet::new();
    for prefix in ["crate::", up.as_str()] {
        for (at, _) in code.match_indices(prefix) {
            let line = line_of(code.as_bytes(), at);
            let rest = &code[at + prefix.len()..];
            for name in first_segments(rest) {
                found.insert((line, name));
            }
        }
    }
    found
}

/// `a::b` gives a; `{a::b, c}` gives a and c.
fn first_segments(rest: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let (mut depth, mut names, mut start) = (0, Vec::new(), true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            letter if start && !letter.is_whitespace() => {
                names.push(word(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn the_arrows_hold() {
    crate::source::report(&check(&crate::source::project()));
}

#[test]
fn a_wrong_arrow_is_found() {
    let check = |path: &str, text: &str| check(&[Source::new(path, text)]);
    let wrong = |path: &str, text: &str, what: &str| {
        let faults = check(path, text);
        assert!(
            faults.iter().any(|fault| fault.what.contains(what)),
            "{path}: {text}: {faults:?}"
        );
    };
    wrong(
        "core/src/sync/session.rs",
        "use crate::record::Record;",
        "sync must not know record",
    );
    wrong(
        "core/src/log/entry.rs",
        "use crate::{id::LogId, record::pack};",
        "log must not know record",
    );
    wrong(
        "core/src/record/merge.rs",
        "fn f(e: &crate::log::Entry) {}",
        "record must not know log",
    );
    wrong(
        "core/src/record.rs",
        "use super::sync::Session;",
        "record must not know sync",
    );
    wrong(
        "core/src/share/gate.rs",
        "use crate::record::Record;",
        "share must not know record",
    );
    wrong(
        "hub/src/report/figures.rs",
        "use crate::period::Periods;",
        "report must not know period",
    );
    wrong("core/src/novel.rs", "fn f() {}", "has no row");
    wrong(
        "core/src/id.rs",
        "use tawro_node::Node;",
        "core must not name tawro_node",
    );
    wrong(
        "hub/src/peer.rs",
        "use tawro_node::Node;",
        "hub must not name tawro_node",
    );
    wrong(
        "node/src/store/mod.rs",
        "use crate::driver::Node;",
        "store must not know driver",
    );
    wrong(
        "node/src/driver.rs",
        "fn f(c: rusqlite::Connection) {}",
        "rusqlite is named outside",
    );
    wrong("core/src/log/mod.rs", "use blake3;", "blake3 is named outside");
    let fine = check(
        "core/src/sync/plan.rs",
        "use crate::log::LogHead;\n// crate::record\nfn f(hpke: u8) {}",
    );
    assert_eq!(fine, []);
    let tests = "#[cfg(test)]\nmod tests { use crate::record::Record; }";
    assert_eq!(check("core/src/sync/plan.rs", tests), []);
}
