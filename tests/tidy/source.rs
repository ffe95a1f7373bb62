//! The project's files as the rules see them: code without comments, strings or tests.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One file of the project.
pub(crate) struct Source {
    /// Path from the repository's root, with forward slashes.
    pub(crate) path: String,
    /// What it says, whole.
    pub(crate) text: String,
    /// Of a Rust file: `text` with comments, strings and `#[cfg(test)]` items blanked, byte for byte.
    pub(crate) code: String,
    /// Of a Rust file: its string literals outside tests, each with its line.
    pub(crate) literals: Vec<(usize, String)>,
}

/// What a rule found, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) what: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let mut source = Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: String::new(),
            literals: Vec::new(),
        };
        if path.ends_with(".rs") {
            let (code, literals) = scan(text);
            source.code = code;
            source.literals = literals;
            source.blank_tests();
        }
        source
    }

    /// Whether it is compiled into what people run.
    pub(crate) fn ships(&self) -> bool {
        let inner = |folder: &str| self.path.contains(&format!("/{folder}/"));
        self.path.ends_with(".rs")
            && !self.path.starts_with("tests/")
            && !inner("tests")
            && !inner("benches")
            && !inner("examples")
            && !self.path.ends_with("/tests.rs")
    }

    pub(crate) fn is_under(&self, place: &str) -> bool {
        self.path == place || (place.ends_with('/') && self.path.starts_with(place))
    }

    pub(crate) fn fault(&self, line: usize, what: impl Into<String>) -> Fault {
        Fault {
            path: self.path.clone(),
            line,
            what: what.into(),
        }
    }

    /// Lines of code in which `needle` stands, counted from 1.
    pub(crate) fn lines_with<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code
            .lines()
            .zip(1..)
            .filter(move |(line, _)| line.contains(needle))
            .map(|(_, number)| number)
    }

    fn blank_tests(&mut self) {
        const MARK: &str = "#[cfg(test)]";
        let mut bytes = std::mem::take(&mut self.code).into_bytes();
        let mut from = 0;
        while let Some(at) = find(&bytes, MARK.as_bytes(), from) {
            let end = item_end(&bytes, at + MARK.len());
            let (first, last) = (line_of(&bytes, at), line_of(&bytes, end));
            self.literals.retain(|(line, _)| !(first..=last).contains(line));
            bytes[at..end]
                .iter_mut()
                .filter(|byte| **byte != b'\n')
                .for_each(|byte| *byte = b' ');
            from = end;
        }
        self.code = String::from_utf8(bytes).expect("blanking replaces whole items with ASCII");
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Fails with every fault, one a line.
pub(crate) fn report(faults: &[Fault]) {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(
        lines.is_empty(),
        "the house rules are broken in {} places:\n{}",
        lines.len(),
        lines.join("\n")
    );
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests live one folder below the root")
        .to_owned()
}

/// Every text file of the project, build products apart.
pub(crate) fn project() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root(), "", &mut found);
    found.sort_by(|a: &Source, b: &Source| a.path.cmp(&b.path));
    assert!(
        found.iter().any(|source| source.path == "core/src/lib.rs"),
        "the project was not found"
    );
    found
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name == ".git" {
            continue;
        }
        if entry.path().is_dir() {
            if !matches!(name.as_str(), "target" | "corpus" | "artifacts") {
                walk(&entry.path(), &format!("{path}/"), found);
            }
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Source::new(&path, &text));
        }
    }
}

/// Splits Rust text into code (comments and literals blanked) and its string literals.
fn scan(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => find(bytes, b"\n", at).unwrap_or(bytes.len()),
            b'/' if bytes[at..].starts_with(b"/*") => block_comment_end(bytes, at),
            b'"' => string_end(bytes, at),
            b'r' | b'b' | b'c' if !follows_word(bytes, at) => match raw_string(bytes, at) {
                Some(end) => end,
                None => {
                    at += 1;
                    continue;
                }
            },
            b'\'' => match char_end(bytes, at) {
                Some(end) => end,
                None => {
                    at += 1;
                    continue;
                }
            },
            _ => {
                at += 1;
                continue;
            }
        };
        let piece = &text[at..end];
        if piece.ends_with(['"', '#']) && piece.contains('"') && !piece.starts_with('/') {
            let inner = piece
                .trim_start_matches(['r', 'b', 'c', '#'])
                .trim_end_matches('#')
                .trim_matches('"');
            literals.push((line_of(bytes, at), inner.to_owned()));
        }
        code[at..end]
            .iter_mut()
            .filter(|byte| **byte != b'\n')
            .for_each(|byte| *byte = b' ');
        at = end;
    }
    (
        String::from_utf8(code).expect("blanking replaces whole tokens with ASCII"),
        literals,
    )
}

fn block_comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut depth, mut at) = (0, start);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The end of `r"…"`, `br#"…"#`, `b"…"`, `c"…"` or `b'…'`, if one starts here.
fn raw_string(bytes: &[u8], start: usize) -> Option<usize> {
    let prefix = bytes[start..]
        .iter()
        .take_while(|byte| matches!(byte, b'r' | b'b' | b'c'))
        .count();
    let after = start + prefix;
    let raw = bytes[start..after].contains(&b'r');
    if !raw {
        return match bytes.get(after)? {
            b'"' => Some(string_end(bytes, after)),
            b'\'' => char_end(bytes, after),
            _ => None,
        };
    }
    let hashes = bytes[after..].iter().take_while(|byte| **byte == b'#').count();
    if bytes.get(after + hashes) != Some(&b'"') {
        return None;
    }
    let close = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
    find(bytes, &close, after + hashes + 1).map(|at| at + close.len())
}

/// The end of a character literal; `None` for a lifetime.
fn char_end(bytes: &[u8], start: usize) -> Option<usize> {
    if bytes.get(start + 1) == Some(&b'\\') {
        return find(bytes, b"'", start + 3).map(|at| at + 1);
    }
    let lead = *bytes.get(start + 1)?;
    let width = match lead {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    };
    (bytes.get(start + 1 + width) == Some(&b'\'')).then_some(start + width + 2)
}

fn follows_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

/// Where the item that starts after `from` ends: its closing brace, or its semicolon.
pub(crate) fn item_end(code: &[u8], from: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in code.iter().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

pub(crate) fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(needle.len())
        .position(|window| window == needle)
        .map(|at| at + from)
}

pub(crate) fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes[..at.min(bytes.len())]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count()
}

#[test]
fn comments_strings_and_tests_are_no_code() {
    let sample = Source::new(
        "core/src/x.rs",
        "//! libc\nfn a<'x>() { let _ = (\"lib\\\"c\", r#\"libc \"q\" \"#, b'\\'', 'م', /* libc */ 1); }\n\
         #[cfg(test)]\n#[allow(unused)]\nmod tests { fn libc() { let _ = \"hidden\"; } }\nfn b() {}\n",
    );
    assert!(!sample.code.contains("libc"), "{}", sample.code);
    assert!(
        sample.code.contains("fn a<'x>()") && sample.code.contains("fn b() {}"),
        "{}",
        sample.code
    );
    assert_eq!(sample.code.len(), sample.text.len());
    let literals: Vec<&str> = sample.literals.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(literals, ["lib\\\"c", "libc \"q\" "]);
}
