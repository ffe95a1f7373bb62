//! Sheets of an association: planned against its records, applied whole, taken back whole.

use std::cell::RefCell;

use tawro_core::command::{Command, Refusal};
use tawro_core::id::{ImportId, RecordId};
use tawro_core::record::Row;
use tawro_core::replica::Replica;
use tawro_core::schema::Schema;
use tawro_core::text::{Lang, Words};
use tawro_core::time::Timestamp;

use crate::driver::{Node, dice};
use crate::export::{self, Exported, Format, Line};
use crate::fault::NodeError;
use crate::import::{self, Lookup, LookupFault, Plan, Profile, Request, Undo, Undoing};
use crate::rights::permit;
use crate::store::{ListQuery, StoreError, Tx};

/// Commands of one kind that are executed together: enough to be quick, few enough to be small.
const TOGETHER: usize = 200;

impl Lookup for Tx<'_> {
    fn row(&mut self, id: RecordId) -> Result<Option<Row>, LookupFault> {
        self.projected(id).map_err(unreadable)
    }

    fn each(&mut self, kind: &str, seen: &mut dyn FnMut(&Row)) -> Result<(), LookupFault> {
        Tx::each(self, kind, seen).map_err(unreadable)
    }

    fn is_applied(&mut self, import: ImportId) -> Result<bool, LookupFault> {
        Ok(self.get(&undo_key(import)).map_err(unreadable)?.is_some())
    }

    fn mapping(&mut self, fingerprint: &str) -> Result<Option<String>, LookupFault> {
        let kept = self.get(&mapping_key(fingerprint)).map_err(unreadable)?;
        Ok(kept.and_then(|bytes| String::from_utf8(bytes).ok()))
    }
}

impl Node {
    /// Says what an import would do; nothing is written.
    pub fn plan_import(&mut self, request: &Request<'_>, words: &Words) -> Result<Plan, NodeError> {
        self.may_write(request.kind)?;
        let schema = self.schema().clone();
        stands_by_itself(&schema, request.kind)?;
        self.db()
            .read(|tx| Ok(import::plan(request, &schema, words, tx)?))
    }

    /// Plans an import and applies it, whole or not at all; `progress` hears of commands done and all.
    pub fn import(
        &mut self,
        request: &Request<'_>,
        words: &Words,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Plan, NodeError> {
        self.may_write(request.kind)?;
        let (schema, now) = (self.schema().clone(), self.now());
        stands_by_itself(&schema, request.kind)?;
        self.in_transaction(|replica, tx| {
            let plan = import::plan(request, &schema, words, tx)?;
            execute_in_parts(&plan.command, now, replica, tx, progress)?;
            if let Some(mapping) = request.mapping {
                tx.put(&mapping_key(&plan.fingerprint), Some(mapping.as_bytes()))?;
            }
            keep_undo(&plan.undo, tx)?;
            Ok(plan)
        })
    }

    /// Takes an import back; nothing if there was none of that id.
    ///
    /// What it wrote into records that were there is known where it was made; elsewhere the records
    /// that it made say so themselves.
    pub fn undo_import(&mut self, import: ImportId) -> Result<Option<Undoing>, NodeError> {
        let (now, schema, access) = (self.now(), self.schema().clone(), self.access().clone());
        self.in_transaction(|replica, tx| {
            let Some(undo) = undo_of(import, tx)? else {
                return Ok(None);
            };
            let undoing = import::undo(&undo, tx)?;
            permit(&access, &schema, &undoing.command, tx)?;
            execute_in_parts(&undoing.command, now, replica, tx, &mut |_, _| {})?;
            tx.put(&undo_key(import), None)?;
            Ok(Some(undoing))
        })
    }

    /// Writes a register or kind as a sheet in a language. `words` are those of [`import::with_words`].
    pub fn export(
        &mut self,
        name: &str,
        format: Format,
        words: &Words,
        lang: Lang,
    ) -> Result<Exported, NodeError> {
        self.sheet(name, (format, lang), words, lines)
    }

    /// The same without a row: what somebody fills in to import it.
    pub fn blank_sheet(&mut self, name: &str, words: &Words, lang: Lang) -> Result<Exported, NodeError> {
        self.sheet(name, (Format::Xlsx, lang), words, |_, _| Ok(Vec::new()))
    }

    fn sheet(
        &mut self,
        name: &str,
        (format, lang): (Format, Lang),
        words: &Words,
        lines: impl FnOnce(&str, &mut Tx<'_>) -> Result<Vec<Line>, StoreError>,
    ) -> Result<Exported, NodeError> {
        let schema = self.schema().clone();
        if Profile::of(&schema, name).is_none() {
            return Err(Refusal::UnknownKind {
                kind: name.to_owned(),
            }
            .into());
        }
        self.may_see(name)?;
        self.db().read(|tx| {
            let lines = lines(name, tx)?;
            let tx = RefCell::new(tx);
            let name_of = |id| tx.borrow_mut().title(id).ok().flatten();
            let request = export::Request {
                kind: name,
                lang,
                format,
                name_of: &name_of,
            };
            Ok(export::write(&request, &schema, words, &lines)?)
        })
    }
}

/// What is about another record is added to that one; no sheet brings it.
fn stands_by_itself(schema: &Schema, name: &str) -> Result<(), Refusal> {
    let about = Profile::of(schema, name).and_then(|profile| profile.role.about());
    match about {
        Some(_) => Err(Refusal::UnknownKind {
            kind: name.to_owned(),
        }),
        None => Ok(()),
    }
}

fn undo_of(import: ImportId, tx: &mut Tx<'_>) -> Result<Option<Undo>, StoreError> {
    if let Some(kept) = tx.get(&undo_key(import))? {
        let undo = serde_json::from_slice(&kept).map_err(|_| StoreError::Damaged {
            place: "import",
            source: None,
        })?;
        return Ok(Some(undo));
    }
    let created: Vec<RecordId> = tx.of_import(import)?.into_iter().map(|(_, id)| id).collect();
    let written = Vec::new();
    Ok((!created.is_empty()).then_some(Undo {
        import,
        created,
        written,
    }))
}

/// Rows of a list that are read at once.
const PAGE: usize = 1_000;

/// Every row of a register or kind as an export writes it: without deleted and merged ones, by title.
fn lines(name: &str, tx: &mut Tx<'_>) -> Result<Vec<Line>, StoreError> {
    let mut lines = Vec::new();
    let mut query = ListQuery {
        limit: PAGE,
        ..ListQuery::default()
    };
    loop {
        let rows = tx.list(name, &query)?;
        for row in &rows {
            let Some(role) = tx.projected(row.id)? else {
                continue;
            };
            let party = row.referred.map(|id| tx.projected(id)).transpose()?.flatten();
            lines.push(Line { role, party });
        }
        match rows.last() {
            Some(last) if rows.len() == PAGE => query.after = Some(last.id),
            _ => return Ok(lines),
        }
    }
}

/// A second run of one import adds to what can be taken back, and never forgets what the first made.
fn keep_undo(undo: &Undo, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let key = undo_key(undo.import);
    let mut all = undo.clone();
    if let Some(before) = tx
        .get(&key)?
        .and_then(|kept| serde_json::from_slice::<Undo>(&kept).ok())
    {
        all.created = [before.created, all.created].concat();
        all.created.sort_unstable();
        all.created.dedup();
        all.written = [before.written, all.written].concat();
    }
    let bytes = serde_json::to_vec(&all).map_err(|_| StoreError::Damaged {
        place: "import",
        source: None,
    })?;
    tx.put(&key, Some(&bytes))?;
    Ok(())
}

fn execute_in_parts(
    command: &Command,
    now: Timestamp,
    replica: &mut Replica,
    tx: &mut Tx<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), NodeError> {
    let parts = parts(command);
    let dice = &mut dice();
    for (done, part) in parts.iter().enumerate() {
        progress(done, parts.len());
        replica.execute(part, now, dice, tx)?;
    }
    progress(parts.len(), parts.len());
    Ok(())
}

/// The same as one command, in an order that each part may build on those before it.
fn parts(command: &Command) -> Vec<Command> {
    match command {
        Command::Many(commands) => {
            let (imports, others): (Vec<_>, Vec<_>) = commands
                .iter()
                .partition(|command| matches!(command, Command::Import { .. }));
            let mut all: Vec<Command> = imports.into_iter().flat_map(parts).collect();
            let others: Vec<Command> = others.into_iter().cloned().collect();
            all.extend(others.chunks(TOGETHER).map(|some| Command::Many(some.to_vec())));
            all
        }
        Command::Import { import, rows } => {
            let some = rows.chunks(TOGETHER);
            some.map(|rows| Command::Import {
                import: *import,
                rows: rows.to_vec(),
            })
            .collect()
        }
        other => vec![other.clone()],
    }
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> LookupFault {
    LookupFault(Box::new(error))
}

fn undo_key(import: ImportId) -> String {
    format!("import/{import}")
}

fn mapping_key(fingerprint: &str) -> String {
    format!("mapping/{fingerprint}")
}
