//! The report as DOCX: a document to be edited, with headings, tables and their heads.
//!
//! No library that writes DOCX says of a run that it is read from right to left and of a table that its first
//! column stands on the right; so its parts are templates (ECMA-376, part 1, section 17), packed here.

use std::io::{Cursor, Write};

use askama::Template;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::report::block::{Block, Document, Row, Table, Tone};
use crate::report::{Report, ReportFault};

/// The text of the document.
#[derive(Template)]
#[template(path = "report/document.xml")]
struct Body<'a> {
    operator: &'a str,
    programme: &'a str,
    document: &'a Document,
    set: Set,
}

/// What stands at the foot of each page.
#[derive(Template)]
#[template(path = "report/footer.xml")]
struct Footer<'a> {
    day: &'a str,
    page: &'a str,
    set: Set,
}

/// What file managers show of it.
#[derive(Template)]
#[template(path = "report/core.xml")]
struct Core<'a> {
    title: &'a str,
    operator: &'a str,
    lang: &'a str,
}

/// Parts that are the same in every document, by their names in the file.
const PARTS: [(&str, &str); 6] = [
    (
        "[Content_Types].xml",
        include_str!("../../templates/report/types.xml"),
    ),
    ("_rels/.rels", include_str!("../../templates/report/rels.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("../../templates/report/document.rels.xml"),
    ),
    (
        "word/styles.xml",
        include_str!("../../templates/report/styles.xml"),
    ),
    (
        "word/numbering.xml",
        include_str!("../../templates/report/numbering.xml"),
    ),
    (
        "word/settings.xml",
        include_str!("../../templates/report/settings.xml"),
    ),
];

/// Between the margins of an A4 page, in twentieths of a point.
const WIDTH: usize = 9_638;

impl Report {
    /// The report as a DOCX file.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn docx(&self) -> Result<Vec<u8>, ReportFault> {
        let set = Set {
            rtl: self.lang.right_to_left(),
        };
        let body = Body {
            operator: &self.operator,
            programme: &self.programme,
            document: &self.document,
            set,
        };
        let footer = Footer {
            day: &self.day,
            page: &self.page,
            set,
        };
        let core = Core {
            title: &self.document.title,
            operator: &self.operator,
            lang: self.lang.tag(),
        };
        let made = [
            ("word/document.xml", body.render()?),
            ("word/footer1.xml", footer.render()?),
            ("docProps/core.xml", core.render()?),
        ];
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        let parts = PARTS.iter().copied();
        let made = made.iter().map(|(name, text)| (*name, text.as_str()));
        for (name, text) in parts.chain(made) {
            file.start_file(name, SimpleFileOptions::default())?;
            file.write_all(text.as_bytes())
                .map_err(zip::result::ZipError::from)?;
        }
        Ok(file.finish()?.into_inner())
    }
}

/// A part of a text that is read in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    text: String,
    rtl: bool,
}

/// A letter that is not seen and is read from the left.
const LTR_MARK: char = '\u{200e}';

/// Where something begins or ends that is read from the left.
fn mark(runs: &mut Vec<Run>, rtl: bool) {
    let is_marked = runs.last().is_some_and(|run| run.text.ends_with(LTR_MARK));
    if !rtl && !is_marked {
        push(runs, LTR_MARK, rtl);
    }
}

fn push(runs: &mut Vec<Run>, letter: char, rtl: bool) {
    match runs.last_mut().filter(|run| run.rtl == rtl) {
        Some(run) => run.text.push(letter),
        None => runs.push(Run {
            text: letter.to_string(),
            rtl,
        }),
    }
}

/// How texts are set: in which direction the document is read.
#[derive(Clone, Copy)]
struct Set {
    rtl: bool,
}

impl Set {
    /// Whether a text is read from the right in a document that is not: then so is its paragraph, which ends
    /// where the others begin.
    fn is_turned(&self, text: &str) -> bool {
        let runs = self.runs(text);
        !self.rtl && !runs.is_empty() && runs.iter().all(|run| run.rtl)
    }

    /// A text as runs of one direction each. Word knows no isolation marks: what they keep together is a run
    /// of its own direction; and LibreOffice, which goes by letters alone, finds a mark around numbers.
    fn runs(&self, text: &str) -> Vec<Run> {
        let letters: Vec<char> = text.chars().collect();
        let mut runs: Vec<Run> = Vec::new();
        let mut directions = vec![self.rtl];
        for (at, letter) in letters.iter().copied().enumerate() {
            let opens = match letter {
                '\u{2066}' => Some(false),
                '\u{2067}' => Some(true),
                '\u{2068}' => Some(is_read_from_right(&letters[at + 1..])),
                _ => None,
            };
            let inside = directions.last().copied().unwrap_or(self.rtl);
            match (opens, letter) {
                (Some(rtl), _) => {
                    directions.push(rtl);
                    mark(&mut runs, rtl);
                }
                (None, '\u{2069}') => {
                    if directions.len() > 1 {
                        directions.pop();
                        mark(&mut runs, inside);
                    }
                }
                (None, letter) => push(&mut runs, letter, inside),
            }
        }
        runs
    }

    /// A template hands over references alone.
    fn is_centred(&self, centred: &bool) -> bool {
        *centred
    }

    /// How wide each column is.
    fn widths(&self, table: &Table) -> Vec<usize> {
        let all: usize = table.columns.iter().map(|column| usize::from(column.width)).sum();
        let share = |width: u8| WIDTH * usize::from(width) / all.max(1);
        table.columns.iter().map(|column| share(column.width)).collect()
    }

    /// The style of a text in a table.
    fn style(&self, tone: &Tone) -> &'static str {
        match tone {
            Tone::Plain => "TableText",
            Tone::Strong => "TableStrong",
            Tone::Quiet => "TableQuiet",
            Tone::Marked => "TableMarked",
        }
    }

    /// The style of a paragraph.
    fn paragraph(&self, tone: &Tone) -> &'static str {
        match tone {
            Tone::Plain => "Normal",
            Tone::Strong | Tone::Marked => "Lead",
            Tone::Quiet => "Note",
        }
    }
}

/// Whether the first letter that has a direction is an Arabic one (Unicode Standard Annex 9, rule P2), up to
/// the end of its isolate; a number alone is read from the left.
fn is_read_from_right(letters: &[char]) -> bool {
    let mut depth = 0_usize;
    for letter in letters {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' if depth == 0 => return false,
            '\u{2069}' => depth -= 1,
            letter if depth == 0 && letter.is_alphabetic() => {
                return ('\u{600}'..='\u{6ff}').contains(letter);
            }
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_isolated_is_a_run_of_its_own_direction() {
        let runs = |rtl: bool, text: &str| -> Vec<(String, bool)> {
            let runs = Set { rtl }.runs(text);
            runs.into_iter().map(|run| (run.text, run.rtl)).collect()
        };
        let of = |text: &str, rtl: bool| (text.to_owned(), rtl);
        assert_eq!(
            runs(true, "من \u{2068}\u{2066}01/07/2026\u{2069}\u{2069} إلى"),
            [
                of("من ", true),
                of("\u{200e}01/07/2026\u{200e}", false),
                of(" إلى", true)
            ]
        );
        assert_eq!(
            runs(false, "Nassij (نسيج) \u{2066}2022-2026\u{2069}"),
            [of("Nassij (نسيج) \u{200e}2022-2026\u{200e}", false)]
        );
        assert_eq!(
            runs(false, "Fait à \u{2068}الخميسات\u{2069}."),
            [of("Fait à ", false), of("الخميسات", true), of(".", false)]
        );
        assert_eq!(
            runs(true, "\u{2068}24\u{2069}"),
            [of("\u{200e}24\u{200e}", false)]
        );
        assert!(Set { rtl: false }.is_turned("\u{2068}الخميسات – NET\u{2069}"));
        assert!(!Set { rtl: false }.is_turned("24") && !Set { rtl: true }.is_turned("نص"));
        assert_eq!(
            runs(true, "نص\u{2069}"),
            [of("نص", true)],
            "a mark that closes nothing"
        );
    }
}
