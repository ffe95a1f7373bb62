//! Text with one row per line: its encoding, its delimiter, its rows.
//!
//! Read here rather than by a library, because blank lines must keep their numbers: the report
//! names the rows that the person sees.

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};

use super::{Cell, Collector, Grid, SheetFault};

/// Reads the text as one grid.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, SheetFault> {
    let text = decode(bytes);
    let (text, told) = told_delimiter(&text);
    let delimiter = told.unwrap_or_else(|| delimiter(text));
    let mut collector = Collector::new(0);
    let first_row = if told.is_some() { 2 } else { 1 };
    let mut rows = Rows::new(text, delimiter);
    let mut number = first_row;
    while let Some(fields) = rows.next_row() {
        for (column, field) in fields.iter().enumerate() {
            collector.put(number, u32::try_from(column).unwrap_or(u32::MAX), cell(field))?;
        }
        number += 1;
    }
    Ok(collector.finish(String::new(), Vec::new()))
}

/// The delimiters that programs write, the commonest here first: it wins where two fit alike.
const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// Excel's own first line, `sep=;`.
fn told_delimiter(text: &str) -> (&str, Option<char>) {
    let line = text.lines().next().unwrap_or_default();
    let told = line
        .trim_matches('"')
        .strip_prefix("sep=")
        .and_then(|rest| rest.chars().next());
    match told {
        Some(delimiter) if line.len() <= 8 => {
            let rest = text[line.len()..].trim_start_matches('\r');
            (rest.strip_prefix('\n').unwrap_or(rest), Some(delimiter))
        }
        _ => (text, None),
    }
}

/// By the byte order mark, else by what the bytes can be, else by which reading gives words.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let encoding = single_byte_encoding(bytes);
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Both encodings share the lower-case French letters; they differ where one has Arabic letters and
/// the other capitals with accents. Arabic letters stand beside each other, capitals beside Latin ones.
fn single_byte_encoding(bytes: &[u8]) -> &'static Encoding {
    let (text, _) = WINDOWS_1256.decode_without_bom_handling(bytes);
    let (mut among_arabic, mut among_latin) = (0usize, 0usize);
    let mut before = ' ';
    for c in text.chars() {
        match (is_arabic(before), is_arabic(c)) {
            (true, true) => among_arabic += 1,
            (true, false) if c.is_alphabetic() => among_latin += 1,
            (false, true) if before.is_alphabetic() => among_latin += 1,
            _ => {}
        }
        before = c;
    }
    if among_arabic > among_latin {
        WINDOWS_1256
    } else {
        WINDOWS_1252
    }
}

fn is_arabic(c: char) -> bool {
    ('\u{0600}'..='\u{06ff}').contains(&c) && c.is_alphabetic()
}

/// The delimiter by which most of the first rows have the same number of fields, and more than one.
fn delimiter(text: &str) -> char {
    let score = |delimiter: char| {
        let mut rows = Rows::new(text, delimiter);
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        let mut seen = 0;
        while let Some(fields) = rows.next_row() {
            if fields
                .iter()
                .filter(|field| !field.text.trim().is_empty())
                .count()
                > 1
            {
                *widths.entry(fields.len()).or_default() += 1;
            }
            seen += 1;
            if seen == 50 {
                break;
            }
        }
        widths
            .into_iter()
            .map(|(width, rows)| rows * 100 + width.min(99))
            .max()
            .unwrap_or(0)
    };
    let mut best = (DELIMITERS[0], 0);
    for delimiter in DELIMITERS {
        let found = score(delimiter);
        if found > best.1 {
            best = (delimiter, found);
        }
    }
    best.0
}

/// One field as it stands in the file.
struct Field {
    text: String,
    quoted: bool,
}

/// Splits a text into rows of fields (RFC 4180, with any delimiter and any line end).
struct Rows<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    delimiter: char,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        Self {
            chars: text.chars().peekable(),
            delimiter,
        }
    }

    fn next_row(&mut self) -> Option<Vec<Field>> {
        self.chars.peek()?;
        let mut fields = Vec::new();
        let mut field = Field {
            text: String::new(),
            quoted: false,
        };
        while let Some(c) = self.chars.next() {
            match c {
                '"' if field.text.is_empty() && !field.quoted => {
                    field.quoted = true;
                    self.quoted(&mut field.text);
                }
                '\r' | '\n' => {
                    if c == '\r' {
                        self.chars.next_if_eq(&'\n');
                    }
                    break;
                }
                c if c == self.delimiter => {
                    fields.push(std::mem::replace(
                        &mut field,
                        Field {
                            text: String::new(),
                            quoted: false,
                        },
                    ));
                }
                c => field.text.push(c),
            }
        }
        fields.push(field);
        Some(fields)
    }

    /// What stands between quotes; a doubled quote is one, a missing last one ends with the text.
    fn quoted(&mut self, text: &mut String) {
        while let Some(c) = self.chars.next() {
            if c == '"' && self.chars.next_if_eq(&'"').is_none() {
                return;
            }
            text.push(c);
        }
    }
}

/// A text beginning with `=` is a formula and stays unread, but for `="0612"`, by which Excel keeps
/// a number's zeros. An apostrophe before what could be taken for a formula is taken off again.
fn cell(field: &Field) -> Cell {
    let text = field.text.as_str();
    if let Some(rest) = text.trim().strip_prefix('=') {
        let constant = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        return match constant {
            Some(constant) if !constant.contains('"') => Cell::text(constant),
            _ => Cell::Formula,
        };
    }
    Cell::text(unescape(text))
}

/// What stands first in a text that a spreadsheet would take for a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as CSV carries it: with an apostrophe before what a spreadsheet would take for a formula.
pub fn escape(text: &str) -> std::borrow::Cow<'_, str> {
    match text.trim_start_matches('\'').starts_with(FORMULA_STARTS) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// Undoes [`escape`], and leaves every other text alone.
pub fn unescape(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA_STARTS) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let grid = read(bytes).expect("a text within bounds");
        grid.lines
            .iter()
            .map(|line| (line.number, line.cells.iter().map(Cell::shown).collect()))
            .collect()
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let text = "الاسم;النسب\nرقية;لحلو\n";
        let wanted = rows(text.as_bytes());
        assert_eq!(wanted[1], (2, vec!["رقية".to_owned(), "لحلو".to_owned()]));
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(rows(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), wanted);
        assert_eq!(rows(&[b"\xff\xfe", utf16.as_slice()].concat()), wanted);
        assert_eq!(rows(&[b"\xfe\xff", utf16_be.as_slice()].concat()), wanted);
        assert_eq!(rows(&WINDOWS_1256.encode(text).0), wanted);
    }

    #[test]
    fn french_of_an_old_program_is_no_arabic() {
        let text = "Prénom;Nom;Commune\nÉlodie;BENSAÏD;Khémisset\nAïcha;ÉL HÂJ;Oulmès\n";
        assert_eq!(rows(&WINDOWS_1252.encode(text).0), rows(text.as_bytes()));
    }

    #[test]
    fn the_delimiter_is_found_beside_other_marks() {
        let check = |text: &str, wanted: &[&str]| assert_eq!(rows(text.as_bytes())[1].1, wanted, "{text}");
        check("a;b,c;d\n1;2,5;3\n", &["1", "2,5", "3"]);
        check("a,b\n1,\"2;5\"\n", &["1", "2;5"]);
        check("a\tb\n1\t2\n", &["1", "2"]);
        check("a|b\n1|2\n", &["1", "2"]);
        check("لائحة المنخرطين\nالاسم,النسب\nرقية,لحلو\n", &["الاسم", "النسب"]);
    }

    #[test]
    fn rows_keep_the_numbers_that_a_person_sees() {
        let text = "sep=;\r\nNom;Note\r\n\r\n\"A\";\"deux\r\nlignes\"\r\nB;\"dit \"\"oui\"\"\"\r\n";
        let found = rows(text.as_bytes());
        assert_eq!(found[1], (4, vec!["A".to_owned(), "deux\r\nlignes".to_owned()]));
        assert_eq!(found[2], (5, vec!["B".to_owned(), "dit \"oui\"".to_owned()]));
    }

    #[test]
    fn a_formula_is_never_a_value() {
        let grid = read(b"a;b;c\n=1+1;=\"0612\";'=x\n").expect("a text within bounds");
        assert_eq!(
            grid.lines[1].cells,
            [Cell::Formula, Cell::Text("0612".into()), Cell::Text("=x".into())]
        );
    }

    #[test]
    fn what_is_escaped_reads_back() {
        for text in ["=1+1", "'=1", "''-x", "'quoted'", "+212", "plain", "@a", "'", ""] {
            assert_eq!(unescape(&escape(text)), text);
            assert!(!escape(text).starts_with(FORMULA_STARTS));
        }
    }
}
