//! The register of processing as it begins: a line for each register that keeps something about people, made
//! of what it keeps (law 09-08, article 12 and following).
//!
//! Two people who begin it on two computers write one record: its id is made of what it is about.

use crate::schema::{Kind, Scalar, Schema, attachment};

/// The kind of a line.
pub const KIND: &str = "processing";

/// What a line says from the beginning; the rest is the association's to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is called, in Arabic and in French.
    pub name: [String; 2],
    /// What it is for.
    pub purpose: String,
    /// Whom it is about.
    pub people: String,
    /// What is kept of them.
    pub data: String,
    /// How it is kept safe.
    pub security: String,
    /// Something of it is sensitive.
    pub is_sensitive: bool,
}

impl Line {
    /// Its cells.
    pub fn cells(self) -> Vec<(String, Scalar)> {
        let [arabic, french] = self.name;
        let texts = [
            ("name/ar".to_owned(), arabic),
            ("name/fr".to_owned(), french),
            ("purpose".to_owned(), self.purpose),
            ("people_kinds".to_owned(), self.people),
            ("data_kinds".to_owned(), self.data),
            ("security".to_owned(), self.security),
        ];
        let said = texts.into_iter().filter(|(_, text)| !text.is_empty());
        said.map(|(cell, text)| (cell, Scalar::from(text.as_str())))
            .chain([("holds_sensitive".to_owned(), Scalar::Flag(self.is_sensitive))])
            .collect()
    }
}

/// What a line's id is made of.
pub fn is_about(kind: &Kind) -> [String; 2] {
    ["keeps".to_owned(), kind.key.to_owned()]
}

/// The kinds that have a line: registers, what is sensitive, and pictures.
pub fn kinds(schema: &Schema) -> impl Iterator<Item = &Kind> {
    schema
        .kinds()
        .filter(|kind| kind.register.is_some() || kind.is_sensitive() || kind.key == attachment::KIND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_line_is_of_fields_that_are_declared() {
        let schema = Schema::builtin();
        let kind = schema.kind(KIND).unwrap();
        let text = || "x".to_owned();
        let line = Line {
            name: [text(), text()],
            purpose: text(),
            people: text(),
            data: text(),
            security: text(),
            is_sensitive: true,
        };
        let cells = line.cells();
        assert_eq!(cells.len(), 7);
        assert!(cells.iter().all(|(cell, _)| kind.cell(cell).is_some()));
        assert_eq!(Line::default().cells().len(), 1, "what is not said has no cell");
    }

    #[test]
    fn members_health_and_pictures_have_a_line_and_letters_none() {
        let schema = Schema::builtin();
        let keys: BTreeSet<_> = kinds(&schema).map(|kind| kind.key).collect();
        for key in ["membership", "functioning", "attachment"] {
            assert!(keys.contains(key), "{key}");
        }
        assert!(!keys.contains("correspondence"));
    }
}
