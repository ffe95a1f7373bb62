//! Records of an association that does not exist, to look around with: taken in like any sheet, and
//! taken away by one act together with what was written about them.

use std::collections::BTreeSet;

use tawro_core::id::{ImportId, RecordId};
use tawro_core::schema::key::EXAMPLES;
use tawro_core::schema::{ANY, Schema};
use tawro_core::text::{Lang, Words};

use crate::desk::is_about;
use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::Request;
use crate::store::Tx;

macro_rules! sheets {
    ($lang:literal: $($name:literal)*) => {
        [$(include_bytes!(concat!("../examples/", $lang, "/", $name, ".csv")).as_slice()),*]
    };
}

/// A sheet for each of [`EXAMPLES`].
type Sheets = [&'static [u8]; EXAMPLES.len()];

const ARABIC: Sheets = sheets!("ar": "members" "beneficiaries" "donors" "partners" "activities" "letters");
const FRENCH: Sheets = sheets!("fr": "members" "beneficiaries" "donors" "partners" "activities" "letters");

/// Where this computer keeps which imports they were.
const NOTE: &str = "examples";
/// Nobody writes more about the examples than this before they are taken away.
const ABOUT_MAX: usize = 2_000;

impl Node {
    /// Takes the examples in, in Arabic or in French. Whoever may not write one of the registers is refused.
    pub fn add_examples(&mut self, lang: Lang, words: &Words) -> Result<(), NodeError> {
        let sheets = match lang {
            Lang::Ar => ARABIC,
            _ => FRENCH,
        };
        self.may_manage()?;
        let mut imports = Vec::with_capacity(sheets.len());
        for (name, file) in EXAMPLES.into_iter().zip(sheets) {
            let request = Request {
                space: self.space(),
                kind: name,
                file,
                mapping: None,
            };
            imports.push(self.import(&request, words, &mut |_, _| {})?.import.to_string());
            // Noted after each, so that a power cut leaves nothing behind that nobody takes away.
            self.keep_note(NOTE, Some(&imports.join(" ")))?;
        }
        Ok(())
    }

    /// Whether there are examples among the records; nothing if there never were any here.
    pub fn has_examples(&mut self) -> Result<Option<bool>, NodeError> {
        match self.note(NOTE)? {
            Some(_) => Ok(Some(!self.examples()?.is_empty())),
            None => Ok(None),
        }
    }

    /// Takes the examples out of every list, with what was written about them. Returns what it took out.
    pub fn remove_examples(&mut self) -> Result<Vec<RecordId>, NodeError> {
        self.may_manage()?;
        let mut all = self.examples()?;
        let schema = self.schema().clone();
        self.read(|_, tx| with_what_is_about(&mut all, &schema, tx))?;
        self.delete_all(&all)?;
        Ok(all)
    }

    /// The examples that were not taken away.
    fn examples(&mut self) -> Result<Vec<RecordId>, NodeError> {
        let Some(note) = self.note(NOTE)? else {
            return Ok(Vec::new());
        };
        let imports: Vec<ImportId> = note.split(' ').filter_map(|id| id.parse().ok()).collect();
        self.read(|_, tx| {
            let mut found = Vec::new();
            for import in imports {
                for (_, id) in tx.of_import(import)? {
                    found.extend(is_there(id, tx)?.then_some(id));
                }
            }
            Ok(found)
        })
    }
}

fn is_there(id: RecordId, tx: &mut Tx<'_>) -> Result<bool, NodeError> {
    Ok(tx.projected(id)?.is_some_and(|row| !row.deleted))
}

/// Adds the records that are about one of them, and those that are about these.
fn with_what_is_about(all: &mut Vec<RecordId>, schema: &Schema, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let mut known: BTreeSet<RecordId> = all.iter().copied().collect();
    let mut next = 0;
    while let Some(id) = all.get(next).copied() {
        next += 1;
        let Some(kind) = tx.kind_of(id)? else {
            continue;
        };
        for referring in schema.kinds() {
            let fields = referring.fields.iter().filter(|field| {
                let to = field.ty.refers_to();
                to == Some(kind.as_str()) && is_about(referring, field) || to == Some(ANY)
            });
            for field in fields {
                for about in tx.referring(referring.key, field.key, id)? {
                    if all.len() < ABOUT_MAX && known.insert(about) && is_there(about, tx)? {
                        all.push(about);
                    }
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Founding;
    use crate::import::with_words;
    use crate::store::ListQuery;
    use std::sync::Arc;

    fn founded() -> (tempfile::TempDir, Node) {
        let place = tempfile::tempdir().unwrap();
        let founding = Founding {
            device: "A",
            passphrase: "نخلة ريح قارب",
        };
        let (node, _) = Node::found(&place.path().join("a"), &founding, Arc::new(Schema::builtin())).unwrap();
        (place, node)
    }

    fn count(node: &mut Node, name: &str) -> u64 {
        node.count(name, &ListQuery::default()).unwrap()
    }

    #[test]
    fn every_row_of_every_example_is_taken_in_without_a_question() {
        let words = with_words(tawro_core::text::Words::builtin()).unwrap();
        for sheets in [ARABIC, FRENCH] {
            let (_place, mut node) = founded();
            for (name, file) in EXAMPLES.into_iter().zip(sheets) {
                let request = Request {
                    space: node.space(),
                    kind: name,
                    file,
                    mapping: None,
                };
                let plan = node.import(&request, &words, &mut |_, _| {}).unwrap();
                assert_eq!(
                    (&plan.errors, &plan.duplicates),
                    (&Vec::new(), &Vec::new()),
                    "{name}"
                );
                let rows = std::str::from_utf8(file).unwrap().lines().count() - 1;
                assert_eq!(count(&mut node, name), rows as u64, "{name}");
            }
        }
    }

    #[test]
    fn one_act_takes_them_away_with_what_was_written_about_them() {
        let (_place, mut node) = founded();
        let words = with_words(tawro_core::text::Words::builtin()).unwrap();
        let texts = |pairs: &[(&str, &str)]| {
            let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
            pairs.iter().map(owned).collect::<Vec<_>>()
        };
        let mine = [("given_name/ar", "عمر"), ("family_name/ar", "الصالحي")];
        node.add("member", &texts(&mine)).unwrap();
        assert_eq!(node.has_examples().unwrap(), None);
        node.add_examples(Lang::Ar, &words).unwrap();
        assert_eq!(node.has_examples().unwrap(), Some(true));
        assert_eq!(count(&mut node, "member"), 9);
        // A receipt of an example, and a letter of ours that only names one.
        let members = node.list("member", &ListQuery::default()).unwrap();
        let example = members
            .iter()
            .find(|row| row.title.contains("فاطمة"))
            .unwrap()
            .id
            .to_string();
        let paid = [
            ("membership", example.as_str()),
            ("amount", "100"),
            ("paid_on", "27/11/2026"),
        ];
        node.add("payment", &texts(&paid)).unwrap();
        let partner = node.list("partner", &ListQuery::default()).unwrap()[0]
            .id
            .to_string();
        let letter = [
            ("direction", "in"),
            ("registered_on", "27/11/2026"),
            ("correspondent", "عمالة الإقليم"),
            ("subject", "دعوة"),
            ("partner", partner.as_str()),
        ];
        node.add("correspondence", &texts(&letter)).unwrap();
        let gone = node.remove_examples().unwrap();
        assert_eq!(node.has_examples().unwrap(), Some(false));
        let left = [
            "member",
            "beneficiary",
            "donor",
            "partner",
            "payment",
            "activity",
            "person",
        ]
        .map(|name| count(&mut node, name));
        assert_eq!(left, [1, 0, 0, 0, 0, 0, 1]);
        assert_eq!(count(&mut node, "correspondence"), 1);
        node.restore_all(&gone).unwrap();
        assert_eq!(node.has_examples().unwrap(), Some(true));
    }
}
