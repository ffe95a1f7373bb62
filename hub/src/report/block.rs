//! What the report is made of, before it is a file: headings, paragraphs and tables, alike for PDF and DOCX.

use serde::Serialize;

/// The whole report, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Document {
    /// What it is.
    pub(super) title: String,
    /// Of which time.
    pub(super) subtitle: String,
    /// What stands in it.
    pub(super) blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Block {
    Heading {
        /// From 1 on.
        level: u8,
        text: String,
    },
    Paragraph {
        text: String,
        tone: Tone,
    },
    List {
        items: Vec<String>,
    },
    Table(Table),
    Signatures(Signatures),
}

/// A table; one whose columns have no headings is a list of facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Column {
    pub(super) heading: String,
    /// How wide, compared with the others.
    pub(super) width: u8,
    /// Numbers stand in the middle.
    pub(super) centred: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Row {
    /// What the rows below are about, over the whole width.
    Group(String),
    Cells(Vec<Cell>),
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Cell {
    pub(super) text: String,
    /// What stands below it, small.
    pub(super) below: Option<String>,
    pub(super) tone: Tone,
}

/// How a text is set off from others. What it means is always said in words too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tone {
    #[default]
    Plain,
    Strong,
    Quiet,
    /// To be noticed.
    Marked,
}

/// Where it is signed, and as what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Signatures {
    pub(super) place: String,
    pub(super) hands: Vec<String>,
    /// What each puts there.
    pub(super) stamp: String,
}

impl Block {
    pub(super) fn heading(level: u8, text: String) -> Self {
        Self::Heading { level, text }
    }
}

impl Table {
    /// Whether its columns are named.
    pub(super) fn has_head(&self) -> bool {
        self.columns.iter().any(|column| !column.heading.is_empty())
    }
}

impl Column {
    /// A column of words.
    pub(super) fn of_words(heading: String, width: u8) -> Self {
        Self {
            heading,
            width,
            centred: false,
        }
    }

    /// A column of numbers.
    pub(super) fn of_numbers(heading: String, width: u8) -> Self {
        Self {
            heading,
            width,
            centred: true,
        }
    }
}

impl Cell {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Strong)
    }

    pub(super) fn quiet(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Quiet)
    }

    pub(super) fn marked(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Marked)
    }

    /// It with something below.
    pub(super) fn over(self, below: Option<String>) -> Self {
        Self { below, ..self }
    }

    fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            below: None,
            tone,
        }
    }
}
