//! How long a file and a function may be, and the list of exceptions that only shrinks.

use crate::source::{Fault, Source, find, item_end, line_of};

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

/// Functions longer than the rule, each with its length today. A new line here needs a reason in
/// the commit; a function that became shorter must have its number lowered.
pub(crate) const LONG_FUNCTIONS: &[(&str, &str, usize)] = &[];

pub(crate) fn check(sources: &[Source], exceptions: &[(&str, &str, usize)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut met = vec![false; exceptions.len()];
    for source in sources.iter().filter(|source| source.path.ends_with(".rs")) {
        let lines = source.text.lines().count();
        if lines > FILE_LINES_MAX {
            faults.push(source.fault(
                lines,
                format!("{lines} lines, {FILE_LINES_MAX} at most: split by question asked"),
            ));
        }
        // What a unit test lists as samples may be long; what it drives may not.
        let listed = source.ships() || source.path.starts_with("tests/");
        for (line, name, length) in functions(source).into_iter().filter(|_| listed) {
            let exception = exceptions
                .iter()
                .position(|(path, known, _)| *path == source.path && *known == name);
            match exception.map(|at| (at, exceptions[at].2)) {
                Some((at, listed)) if length > FUNCTION_LINES_MAX => {
                    met[at] = true;
                    if length != listed {
                        let what = format!("fn {name} has {length} lines, its exception says {listed}");
                        faults.push(source.fault(line, what));
                    }
                }
                None if length > FUNCTION_LINES_MAX => {
                    let what = format!("fn {name} has {length} lines, {FUNCTION_LINES_MAX} at most");
                    faults.push(source.fault(line, what));
                }
                _ => {}
            }
        }
    }
    for ((path, name, _), _) in exceptions.iter().zip(&met).filter(|(_, met)| !**met) {
        let what = format!("fn {name} needs no exception any more: remove it from the list");
        faults.push(Fault {
            path: (*path).to_owned(),
            line: 0,
            what,
        });
    }
    faults
}

/// Every function with a body outside test modules: line, name, lines from signature to brace.
fn functions(source: &Source) -> Vec<(usize, String, usize)> {
    let code = source.code.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(code, b"fn ", from) {
        from = at + 3;
        if at > 0 && (code[at - 1].is_ascii_alphanumeric() || code[at - 1] == b'_') {
            continue;
        }
        let name: String = source.code[from..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        if name.is_empty() {
            continue;
        }
        let end = item_end(code, from);
        let (first, last) = (line_of(code, at), line_of(code, end));
        found.push((first, name, last + 1 - first));
    }
    found
}

#[test]
fn files_and_functions_are_short() {
    crate::source::report(&check(&crate::source::project(), LONG_FUNCTIONS));
}

#[test]
fn what_is_too_long_is_found() {
    let long_function = format!("fn f() {{\n{}}}\n", "    g();\n".repeat(70));
    let long_file = "// x\n".repeat(501);
    let sources = [
        Source::new("core/src/a.rs", &long_function),
        Source::new("core/src/b.rs", &long_file),
    ];
    let whats: Vec<String> = check(&sources, &[]).into_iter().map(|fault| fault.what).collect();
    assert_eq!(whats.len(), 2, "{whats:?}");
    assert!(
        whats[0].contains("fn f has 72 lines") && whats[1].contains("501 lines"),
        "{whats:?}"
    );

    let listed = |lines| check(&sources[..1], &[("core/src/a.rs", "f", lines)]);
    assert_eq!(listed(72), []);
    assert!(listed(90)[0].what.contains("says 90"));
    let stale = check(&[], &[("core/src/a.rs", "f", 72)]);
    assert!(stale[0].what.contains("no exception any more"));
}
