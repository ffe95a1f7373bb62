//! Sheets as the program writes them, read by nothing of its own: lines, columns, words.

use tawro_core::text::{Lang, Words};
use tawro_node::driver::Node;
use tawro_node::export::Format;

/// One exported sheet.
pub(crate) struct Sheet {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// One line of it.
#[derive(Clone, Copy)]
pub(crate) struct Line<'s> {
    heads: &'s [String],
    cells: &'s [String],
}

impl Sheet {
    /// Exports a register or kind in English, and reads the text.
    pub(crate) fn of(node: &mut Node, kind: &str, words: &Words) -> Self {
        let exported = node.export(kind, Format::Csv, words, Lang::En).unwrap();
        let text = String::from_utf8(exported.bytes).unwrap();
        let mut rows = cells(text.trim_start_matches('\u{feff}'));
        Self {
            heads: rows.remove(0),
            rows,
        }
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|cells| Line {
            heads: &self.heads,
            cells,
        })
    }

    /// The line of a record.
    pub(crate) fn by_id(&self, id: &str) -> Option<Line<'_>> {
        self.lines().find(|line| line.get("Record id") == id)
    }
}

impl<'s> Line<'s> {
    /// What stands under a heading; nothing where no line of the sheet has anything.
    pub(crate) fn get(self, head: &str) -> &'s str {
        let at = self.heads.iter().position(|known| known == head);
        at.map_or("", |at| self.cells[at].as_str())
    }

    /// A whole number, or nothing.
    pub(crate) fn number(self, head: &str) -> u64 {
        self.get(head).parse().unwrap_or(0)
    }

    /// An amount in centimes: two digits stand behind the comma or point.
    pub(crate) fn centimes(self, head: &str) -> u64 {
        let digits: String = self.get(head).chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    }
}

/// Text parted by `;`, quoted as RFC 4180 says.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut letters, mut quoted) = (text.chars().peekable(), false);
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => cell.extend(letters.next()),
            ('"', _) => quoted = !quoted,
            (';', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    rows
}

#[test]
fn a_quoted_text_is_one_cell() {
    assert_eq!(
        cells("a;\"b;\"\"c\"\"\";\r\n;\"1\n2\";3\r\n"),
        [["a", "b;\"c\"", ""], ["", "1\n2", "3"]]
    );
}
