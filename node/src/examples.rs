//! Records of an association that does not exist, to look around with: taken in like any sheet, and
//! taken away by one act together with what was written about them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use tawro_core::id::{ImportId, RecordId};
use tawro_core::schema::key::EXAMPLES;
use tawro_core::schema::{ANY, Schema};
use tawro_core::text::{Lang, Words};

use crate::desk::is_about;
use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::Request;
use crate::store::{ListQuery, Tx};

macro_rules! sheets {
    ($lang:literal: $($name:literal)*) => {
        [$(include_bytes!(concat!("../examples/", $lang, "/", $name, ".csv")).as_slice()),*]
    };
}

/// A sheet for each of [`EXAMPLES`].
type Sheets = [&'static [u8]; EXAMPLES.len()];

const ARABIC: Sheets = sheets!("ar": "members" "beneficiaries" "donors" "partners" "activities" "letters");
const FRENCH: Sheets = sheets!("fr": "members" "beneficiaries" "donors" "partners" "activities" "letters");

/// Where this computer keeps which records they are.
const NOTE: &str = "examples";
/// Nobody writes more about the examples than this before they are taken away.
const ABOUT_MAX: usize = 2_000;

/// What a computer knows of its examples.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    imports: Vec<ImportId>,
    /// What each was called: one that is called otherwise now is somebody's.
    titles: BTreeMap<RecordId, String>,
}

impl Node {
    /// Whether examples may be taken in: once, where nothing stands yet.
    pub fn may_add_examples(&mut self) -> Result<bool, NodeError> {
        if self.may_manage().is_err() || self.kept_examples()?.is_some() {
            return Ok(false);
        }
        for name in EXAMPLES {
            if self.count(name, &ListQuery::default())? > 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes the examples in, in Arabic or in French; where they may not be, nothing happens. Tells whether
    /// they were.
    pub fn add_examples(&mut self, lang: Lang, words: &Words) -> Result<bool, NodeError> {
        let sheets = match lang {
            Lang::Ar => ARABIC,
            _ => FRENCH,
        };
        self.may_manage()?;
        if !self.may_add_examples()? {
            return Ok(false);
        }
        let mut kept = Kept::default();
        for (kind, file) in EXAMPLES.into_iter().zip(sheets) {
            let request = Request {
                space: self.space(),
                kind,
                file,
                mapping: None,
            };
            // Noted before, so that a power cut leaves nothing behind that nobody takes away.
            kept.imports.push(self.plan_import(&request, words)?.import);
            self.keep_examples(&kept)?;
            self.import(&request, words, &mut |_, _| {})?;
        }
        let all = self.there(&kept)?;
        kept.titles = self.read(|_, tx| {
            let title = |id: RecordId| Ok((id, tx.title(id)?.unwrap_or_default()));
            all.into_iter().map(title).collect::<Result<_, NodeError>>()
        })?;
        self.keep_examples(&kept)?;
        Ok(true)
    }

    /// Whether there are examples among the records.
    pub fn has_examples(&mut self) -> Result<bool, NodeError> {
        match self.kept_examples()? {
            Some(kept) => Ok(!self.there(&kept)?.is_empty()),
            None => Ok(false),
        }
    }

    /// Takes the examples out of every list, with what was written about them. One that is called otherwise
    /// now stays: somebody made a person of theirs of it. Returns what it took out.
    pub fn remove_examples(&mut self) -> Result<Vec<RecordId>, NodeError> {
        self.may_manage()?;
        let kept = self.kept_examples()?.unwrap_or_default();
        let mut all = self.there(&kept)?;
        let schema = self.schema().clone();
        self.read(|_, tx| with_what_is_about(&mut all, &schema, tx))?;
        self.delete_all(&all)?;
        Ok(all)
    }

    fn kept_examples(&mut self) -> Result<Option<Kept>, NodeError> {
        let note = self.note(NOTE)?;
        Ok(note.map(|note| serde_json::from_str(&note).unwrap_or_default()))
    }

    fn keep_examples(&mut self, kept: &Kept) -> Result<(), NodeError> {
        let note = serde_json::to_string(kept).unwrap_or_default();
        self.keep_note(NOTE, Some(&note))
    }

    /// The examples that were not taken away, and are called as they were.
    fn there(&mut self, kept: &Kept) -> Result<Vec<RecordId>, NodeError> {
        self.read(|_, tx| {
            let mut found = Vec::new();
            for import in &kept.imports {
                for (_, id) in tx.of_import(*import)? {
                    let was = kept.titles.get(&id);
                    let is_own = was.is_none() || tx.title(id)?.as_ref() == was;
                    found.extend((is_own && is_there(id, tx)?).then_some(id));
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
        assert!(
            !node.add_examples(Lang::Ar, &words).unwrap(),
            "something is there already"
        );
        let mine = node.list("member", &ListQuery::default()).unwrap()[0].id;
        node.delete_all(&[mine]).unwrap();
        assert!(node.add_examples(Lang::Ar, &words).unwrap());
        assert!(!node.add_examples(Lang::Fr, &words).unwrap(), "once is enough");
        assert!(node.has_examples().unwrap());
        node.restore_all(&[mine]).unwrap();
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
        // Somebody writes over an example: a person of theirs, who stays.
        let other = members.iter().find(|row| row.title.contains("يوسف")).unwrap().id;
        let name = [("given_name/ar", "يونس"), ("family_name/ar", "الوردي")];
        node.set(other, &texts(&name)).unwrap();
        let gone = node.remove_examples().unwrap();
        assert!(!node.has_examples().unwrap());
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
        assert_eq!(left, [2, 0, 0, 0, 0, 0, 2]);
        assert_eq!(count(&mut node, "correspondence"), 1);
        node.restore_all(&gone).unwrap();
        assert!(node.has_examples().unwrap());
    }
}
