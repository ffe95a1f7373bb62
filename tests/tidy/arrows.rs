//! Who may know whom: between packages, and between the rooms of one.

use std::collections::BTreeSet;

use crate::source::{Fault, Source, line_of};

mod table;
use table::{CORE, FOREIGN, NEVER, OURS, PACKAGES};

/// Every `use` or path that breaks a table.
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
            faults.push(source.fault(
                1,
                format!("the room {room} has no row in tests/tidy/arrows/table.rs"),
            ));
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
