//! An association in memory: real records and real decisions under the import.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use tawro_core::command::{Command, decide};
use tawro_core::id::{ActorId, ImportId, RecordId, SpaceId};
use tawro_core::record::{Author, Record, Row};
use tawro_core::schema::{Scalar, Schema};
use tawro_core::text::{Lang, Words};
use tawro_core::time::Timestamp;
use tawro_node::import::{self, ImportFault, Lookup, LookupFault, Plan, Report, Request};

pub(crate) const SPACE: SpaceId = SpaceId([7; 32]);

/// Records, and what a store keeps of imports.
pub(crate) struct World {
    pub(crate) schema: Schema,
    pub(crate) words: &'static Words,
    pub(crate) records: BTreeMap<RecordId, Record>,
    pub(crate) applied: Vec<ImportId>,
    pub(crate) mappings: BTreeMap<String, String>,
    dice: ChaCha8Rng,
    actor: ActorId,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(Schema::builtin(), &WORDS)
    }

    pub(crate) fn with(schema: Schema, words: &'static Words) -> Self {
        Self {
            schema,
            words,
            records: BTreeMap::new(),
            applied: Vec::new(),
            mappings: BTreeMap::new(),
            dice: ChaCha8Rng::seed_from_u64(1),
            actor: ActorId([1; 16]),
        }
    }

    pub(crate) fn plan(&mut self, kind: &str, file: &[u8]) -> Result<Plan, ImportFault> {
        self.plan_mapped(kind, file, None)
    }

    pub(crate) fn plan_mapped(
        &mut self,
        kind: &str,
        file: &[u8],
        mapping: Option<&str>,
    ) -> Result<Plan, ImportFault> {
        let (schema, words) = (self.schema.clone(), self.words);
        import::plan(
            &Request {
                space: SPACE,
                kind,
                file,
                mapping,
            },
            &schema,
            words,
            self,
        )
    }

    pub(crate) fn import(&mut self, kind: &str, file: &[u8]) -> Report {
        let plan = self.plan(kind, file).unwrap();
        self.apply(&plan)
    }

    pub(crate) fn apply(&mut self, plan: &Plan) -> Report {
        self.execute(&plan.command);
        self.applied.push(plan.import);
        if let Some(mapping) = plan.mapping_to_keep(&self.schema) {
            self.mappings.insert(plan.fingerprint.clone(), mapping);
        }
        plan.report(&self.schema, self.words, Lang::En).unwrap()
    }

    pub(crate) fn undo(&mut self, plan: &Plan) -> import::Undoing {
        let undoing = import::undo(&plan.undo, self).unwrap();
        self.execute(&undoing.command);
        self.applied.retain(|import| *import != plan.import);
        undoing
    }

    pub(crate) fn execute(&mut self, command: &Command) {
        let mut author = Author::new(self.actor, Timestamp(1), &mut self.dice);
        let decision = decide(command, &mut self.records, &self.schema, &mut author).unwrap();
        self.records.extend(decision.records);
    }

    pub(crate) fn set(&mut self, id: RecordId, cell: &str, value: &str) {
        let base = self.records[&id].heads();
        self.execute(&Command::Set {
            id,
            base,
            cells: vec![(cell.to_owned(), Scalar::from(value))],
        });
    }

    /// The rows of a kind that lists show.
    pub(crate) fn rows(&self, kind: &str) -> Vec<Row> {
        let rows = self.records.values().map(|record| record.row(&self.schema));
        rows.filter(|row| row.kind == kind && !row.deleted && row.merged_into.is_none())
            .collect()
    }
}

/// Made once: reading the files of words takes longer than most imports.
pub(crate) static WORDS: LazyLock<Words> = LazyLock::new(words);

pub(crate) fn words() -> Words {
    import::with_words(Words::builtin()).unwrap()
}

impl Lookup for World {
    fn row(&mut self, id: RecordId) -> Result<Option<Row>, LookupFault> {
        Ok(self.records.get(&id).map(|record| record.row(&self.schema)))
    }

    fn each(&mut self, kind: &str, seen: &mut dyn FnMut(&Row)) -> Result<(), LookupFault> {
        for record in self.records.values().filter(|record| record.kind() == kind) {
            seen(&record.row(&self.schema));
        }
        Ok(())
    }

    fn is_applied(&mut self, import: ImportId) -> Result<bool, LookupFault> {
        Ok(self.applied.contains(&import))
    }

    fn mapping(&mut self, fingerprint: &str) -> Result<Option<String>, LookupFault> {
        Ok(self.mappings.get(fingerprint).cloned())
    }
}

/// The text of a cell, empty if there is none.
pub(crate) fn text<'a>(row: &'a Row, cell: &str) -> &'a str {
    row.cells.get(cell).and_then(Scalar::as_text).unwrap_or_default()
}
