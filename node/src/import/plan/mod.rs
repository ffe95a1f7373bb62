//! What an import would do: for each row, the records it makes, changes or leaves as they are.
//!
//! Pure but for what it looks up: the same file, mapping and records give the same plan, on every
//! device. Nothing is written here; a plan is one command that is applied whole or not at all.

use std::collections::{BTreeMap, HashMap};

use tawro_core::command::ImportRow;
use tawro_core::id::{ImportId, RecordId};
use tawro_core::record::{Heads, Row};
use tawro_core::schema::Scalar;

use crate::import::cells::{Cells, ReadRow};
use crate::import::fault::{RowError, RowFault};
use crate::import::ids::Origin;
use crate::import::likeness::{Facts, Why, titles};
use crate::import::lookup::LookupFault;
use crate::import::profile::Profile;
use crate::import::stock::{Stock, reference};

mod apply;
pub(crate) use apply::Update;

mod matching;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It makes a record, or brings back one that an undo of this import took away.
    Created,
    /// It changes a record that is there.
    Updated,
    /// What it says is there already.
    Unchanged,
    /// It is left out, for a reason that the errors name.
    Skipped,
}

/// Two entries that may be one; a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The row of the sheet.
    pub row: u32,
    /// The record that the row makes.
    pub new: RecordId,
    /// The record it may be, of the association or of an earlier row.
    pub id: RecordId,
    /// How likely, 0 to 100.
    pub score: u32,
    /// What the two share.
    pub why: Vec<Why>,
}

/// What all rows together do.
#[derive(Debug, Default)]
pub(crate) struct Planned {
    pub(crate) outcomes: Vec<(u32, Outcome)>,
    pub(crate) errors: Vec<RowError>,
    pub(crate) duplicates: Vec<Duplicate>,
    pub(crate) new: Vec<ImportRow>,
    pub(crate) updates: BTreeMap<RecordId, Update>,
    pub(crate) restored: BTreeMap<RecordId, Heads>,
}

/// A row that makes records, as later rows see it.
struct Fresh {
    row: u32,
    role: RecordId,
    party: Option<RecordId>,
    facts: Facts,
    /// The role's cells.
    cells: Cells,
}

/// The row that a stored role belongs to.
struct Claim {
    row: u32,
    /// What it says of the role: another row of the same person that says the same is this one again.
    cells: Cells,
}

impl Claim {
    fn of(row: &ReadRow) -> Self {
        Self {
            row: row.number,
            cells: row.role.clone(),
        }
    }
}

pub(crate) struct Planner<'a, 's> {
    profile: &'a Profile<'s>,
    stock: Stock<'a, 's>,
    origin: &'a Origin,
    import: ImportId,
    /// This import was applied here before: what it changed then, it does not change again.
    applied: bool,
    planned: Planned,
    fresh: Vec<Fresh>,
    fresh_roles_of: HashMap<RecordId, Vec<usize>>,
    /// Stored roles that a row of this sheet is about already.
    claimed: HashMap<RecordId, Claim>,
    /// Rows whose records an earlier import made and somebody deleted.
    gone: Vec<(u32, Row)>,
    /// Records that an earlier import of this very file made and that are there.
    standing: usize,
    /// A row gave the id of a record that is here.
    ids_known: bool,
}

impl<'a, 's> Planner<'a, 's> {
    pub(crate) fn new(
        stock: Stock<'a, 's>,
        origin: &'a Origin,
        import: ImportId,
        errors: Vec<RowError>,
    ) -> Result<Self, LookupFault> {
        let applied = stock.lookup.is_applied(import)?;
        Ok(Self {
            profile: stock.profile,
            stock,
            origin,
            import,
            applied,
            planned: Planned {
                errors,
                ..Planned::default()
            },
            fresh: Vec::new(),
            fresh_roles_of: HashMap::new(),
            claimed: HashMap::new(),
            gone: Vec::new(),
            standing: 0,
            ids_known: false,
        })
    }

    pub(crate) fn run(mut self, rows: Vec<ReadRow>) -> Result<Planned, LookupFault> {
        let (nameless, named): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| self.is_nameless(row));
        for mut row in named.into_iter().chain(nameless) {
            self.settle_references(&mut row)?;
            if let Some(outcome) = self.row(&row)? {
                self.planned.outcomes.push((row.number, outcome));
            }
        }
        self.settle_gone()?;
        if !self.ids_known {
            // The sheet was exported by another association: none of its ids means anything here.
            self.planned
                .errors
                .retain(|error| error.fault != RowFault::UnknownId);
        }
        self.planned.outcomes.sort_by_key(|(row, _)| *row);
        Ok(self.planned)
    }

    /// References by name or number become ids; what nobody has is reported and left out.
    fn settle_references(&mut self, row: &mut ReadRow) -> Result<(), LookupFault> {
        for wanted in std::mem::take(&mut row.references) {
            let field = self.profile.kind(wanted.part).field(wanted.field);
            let Some(kind) = field.and_then(|field| field.ty.refers_to()) else {
                continue;
            };
            let fault = match self.stock.meant(kind, &wanted.text)?.as_slice() {
                [id] => {
                    row.origins
                        .insert((wanted.part, wanted.field.to_owned()), wanted.column);
                    row.cells_mut(wanted.part)
                        .insert(wanted.field.to_owned(), Scalar::from(*id));
                    continue;
                }
                [] => RowFault::UnknownReference { found: wanted.text },
                _ => RowFault::SeveralReferences { found: wanted.text },
            };
            self.planned.errors.push(RowError {
                row: row.number,
                column: Some(wanted.column),
                fault,
            });
        }
        Ok(())
    }

    /// A row about people that names nobody, neither by a name nor by a record's id.
    fn is_nameless(&self, row: &ReadRow) -> bool {
        row.id.is_none() && self.profile.name_fields().is_some() && self.named_in(row) == (false, false)
    }

    /// Whether the row names the party, and whether it names the role.
    fn named_in(&self, row: &ReadRow) -> (bool, bool) {
        let party = self.profile.party;
        let has_party = party.is_some_and(|party| !titles(party.kind, &row.party).is_empty());
        (has_party, !titles(self.profile.role, &row.role).is_empty())
    }

    /// What becomes of one row; nothing yet if its record was deleted since.
    fn row(&mut self, row: &ReadRow) -> Result<Option<Outcome>, LookupFault> {
        if let Some(id) = row.id {
            let known = self.stock.standing(id)?;
            match known.filter(|known| known.kind == self.profile.role.key && !known.deleted) {
                Some(known) => return self.told(row, &known).map(Some),
                None => self.report(row, RowFault::UnknownId),
            }
        }
        let own = self.origin.record(self.profile.role.key, row.number);
        if let Some(known) = self.stock.lookup.row(own)? {
            return self.imported_before(row, known);
        }
        let (has_party, has_title) = self.named_in(row);
        match (self.profile.party.is_some(), has_party, has_title) {
            (false, _, _) => self.by_itself(row, has_title),
            (true, _, true) => self.named_role(row, has_party),
            (true, true, false) => self.person_row(row),
            (true, false, false) => self.nameless(row),
        }
        .map(Some)
    }

    /// The row says which record it is. Rows that were copied with their id are about the first.
    fn told(&mut self, row: &ReadRow, known: &Row) -> Result<Outcome, LookupFault> {
        self.ids_known = true;
        if let Some(first) = self.claimed.get(&known.id).map(|claim| claim.row) {
            return Ok(self.skip(row, RowFault::Repeated { first }));
        }
        self.update_role(row, known)
    }

    /// The row's record was made from this row before, perhaps by another mapping.
    fn imported_before(&mut self, row: &ReadRow, known: Row) -> Result<Option<Outcome>, LookupFault> {
        if known.deleted {
            self.gone.push((row.number, known));
            return Ok(None);
        }
        self.standing += 1;
        if known.import == Some(self.import) {
            self.claimed.insert(known.id, Claim::of(row));
            return Ok(Some(Outcome::Unchanged));
        }
        match self.stock.standing(known.id)? {
            Some(known) => self.update_role(row, &known).map(Some),
            None => Ok(Some(Outcome::Unchanged)),
        }
    }

    /// If everything that this file made is gone, the import was undone and is done again; what was
    /// deleted by itself stays so.
    fn settle_gone(&mut self) -> Result<(), LookupFault> {
        for (row, known) in std::mem::take(&mut self.gone) {
            if self.standing > 0 {
                self.planned.errors.push(RowError {
                    row,
                    column: None,
                    fault: RowFault::DeletedSince,
                });
                self.planned.outcomes.push((row, Outcome::Skipped));
                continue;
            }
            if let Some(party) = self.profile.party
                && let Some(id) = reference(&known, party.refers)
                && let Some(person) = self.stock.lookup.row(id)?
                && person.deleted
            {
                self.planned.restored.insert(person.id, person.heads);
            }
            self.planned.restored.insert(known.id, known.heads);
            self.planned.outcomes.push((row, Outcome::Created));
        }
        Ok(())
    }
}
