//! What a row writes: records it makes, cells it changes, what it reports.

use std::collections::BTreeMap;

use tawro_core::command::ImportRow;
use tawro_core::id::RecordId;
use tawro_core::record::{Heads, Row};
use tawro_core::schema::{Field, Scalar};

use super::{Duplicate, Fresh, Outcome, Planner};
use crate::import::cells::{Cells, ReadRow};
use crate::import::fault::{RowError, RowFault};
use crate::import::likeness::{Facts, Likeness};
use crate::import::lookup::LookupFault;
use crate::import::pool::Entry;
use crate::import::profile::Part;
use crate::import::sheet::is_mark;

/// Cells written into a record that is there.
#[derive(Debug, Default)]
pub(crate) struct Update {
    /// The state they were compared with.
    pub(crate) base: Heads,
    /// By cell: what stood there, what is written.
    pub(crate) cells: BTreeMap<String, (Scalar, Scalar)>,
}

/// The score from which two entries are suggested as one.
const LIKELY: u32 = 60;
/// A row suggests at most this many.
const SUGGESTED_MAX: usize = 5;
/// A record's cells together stay below the largest change that is sealed.
const RECORD_BYTES_MAX: usize = 160 << 10;

impl Planner<'_, '_> {
    /// Makes the row's record, with the reference to its party.
    pub(super) fn create(
        &mut self,
        row: &ReadRow,
        facts: Facts,
        party: Option<RecordId>,
    ) -> Result<Outcome, LookupFault> {
        let mut cells = row.role.clone();
        if let (Some(id), Some(declared)) = (party, self.profile.party) {
            cells.insert(declared.refers.to_owned(), Scalar::from(id));
        }
        if size(&cells) > RECORD_BYTES_MAX || size(&row.party) > RECORD_BYTES_MAX {
            return Ok(self.skip(row, RowFault::TooLong));
        }
        let role = self.origin.record(self.profile.role.key, row.number);
        self.suggest((row, role), &facts, party)?;
        self.planned
            .new
            .push(import_row(role, self.profile.role.key, cells));
        let at = self.fresh.len();
        let keys = facts.sure_keys().into_iter().chain(facts.loose_keys());
        let by_role = self.profile.party.is_some()
            && !crate::import::likeness::titles(self.profile.role, &row.role).is_empty();
        let pool = if by_role {
            &mut self.stock.roles
        } else {
            &mut self.stock.parties
        };
        pool.add_planned(at, keys);
        if let Some(party) = party {
            self.fresh_roles_of.entry(party).or_default().push(at);
        }
        self.fresh.push(Fresh {
            row: row.number,
            role,
            party,
            facts,
            cells: row.role.clone(),
        });
        Ok(Outcome::Created)
    }

    /// Makes the record that the row's refers to, or takes the one that this row made in another
    /// register of the same file.
    pub(super) fn new_party(&mut self, row: &ReadRow) -> Result<RecordId, LookupFault> {
        let kind = self.profile.kind(Part::Party).key;
        let id = self.origin.record(kind, row.number);
        match self.stock.lookup.row(id)? {
            Some(known) if known.deleted => {
                self.planned.restored.insert(id, known.heads);
            }
            Some(known) => _ = self.update(row, Part::Party, &known),
            None => self.planned.new.push(import_row(id, kind, row.party.clone())),
        }
        Ok(id)
    }

    /// Writes what the row says and the record does not; an empty cell says nothing.
    pub(super) fn update(&mut self, row: &ReadRow, part: Part, known: &Row) -> Outcome {
        if self.applied {
            return Outcome::Unchanged;
        }
        let (kind, set) = (self.profile.kind(part), self.profile.phones(part));
        let update = self.planned.updates.entry(known.id).or_default();
        update.base.clone_from(&known.heads);
        let mut outcome = Outcome::Unchanged;
        for (path, value) in row.cells(part) {
            let before = known.cells.get(path).cloned().unwrap_or_default();
            if before == *value || looks_alike(&before, value) || update.cells.contains_key(path) {
                continue;
            }
            if known.conflicts.contains(path) {
                let column = row.origins.get(&(part, path.clone())).copied();
                let fault = RowFault::ConflictOpen;
                self.planned.errors.push(RowError {
                    row: row.number,
                    column,
                    fault,
                });
                continue;
            }
            update.cells.insert(path.clone(), (before, value.clone()));
            // A new first telephone is one of all telephones.
            let is_phone = kind.field(path).is_some_and(Field::is_declared_phone);
            if let (Some(set), Some(number), true) = (set, value.as_text(), is_phone) {
                let element = format!("{}/{number}", set.key);
                if !known.cells.contains_key(&element) {
                    update.cells.insert(element, (Scalar::Null, Scalar::Flag(true)));
                }
            }
            outcome = Outcome::Updated;
        }
        outcome
    }

    /// Makes a role refer to a person.
    pub(super) fn join(&mut self, known: &Row, refers: &str, person: RecordId) {
        let before = known.cells.get(refers).cloned().unwrap_or_default();
        let update = self.planned.updates.entry(known.id).or_default();
        update.base.clone_from(&known.heads);
        update
            .cells
            .insert(refers.to_owned(), (before, Scalar::from(person)));
    }

    pub(super) fn report(&mut self, row: &ReadRow, fault: RowFault) {
        self.planned.errors.push(RowError {
            row: row.number,
            column: None,
            fault,
        });
    }

    pub(super) fn skip(&mut self, row: &ReadRow, fault: RowFault) -> Outcome {
        self.report(row, fault);
        Outcome::Skipped
    }

    pub(super) fn repeated(&mut self, row: &ReadRow, at: usize) -> Outcome {
        let first = self.fresh[at].row;
        self.skip(row, RowFault::Repeated { first })
    }

    /// Several records match: nothing is changed, all are shown.
    pub(super) fn several(&mut self, row: &ReadRow, found: &[Entry]) -> Result<Outcome, LookupFault> {
        let mut ids = Vec::new();
        for entry in found {
            ids.push(self.shown_id(*entry));
        }
        Ok(self.skip(row, RowFault::SeveralMatch { found: ids }))
    }

    /// Shows whom a new entry may be besides itself.
    fn suggest(
        &mut self,
        (row, new): (&ReadRow, RecordId),
        facts: &Facts,
        party: Option<RecordId>,
    ) -> Result<(), LookupFault> {
        let keys: Vec<String> = facts.loose_keys().into_iter().chain(facts.sure_keys()).collect();
        let mut likely: Vec<Duplicate> = Vec::new();
        for entry in self.stock.parties.find(keys) {
            let theirs = match entry {
                Entry::Stored(id) if Some(id) == party => continue,
                Entry::Planned(at) if party.is_some() && self.fresh[at].party == party => continue,
                Entry::Stored(id) => match self.stock.lookup.row(id)? {
                    Some(known) => self.stock.party_facts(&known)?,
                    None => continue,
                },
                Entry::Planned(at) => self.fresh[at].facts.clone(),
            };
            let likeness = Likeness::of(facts, &theirs);
            if likeness.score() >= LIKELY {
                let (score, why) = (likeness.score(), likeness.why());
                likely.push(Duplicate {
                    row: row.number,
                    new,
                    id: self.shown_id(entry),
                    score,
                    why,
                });
            }
        }
        likely.sort_by_key(|duplicate| (std::cmp::Reverse(duplicate.score), duplicate.id));
        likely.truncate(SUGGESTED_MAX);
        self.planned.duplicates.extend(likely);
        Ok(())
    }

    /// The id under which lists show an entry: its role's, if it has one.
    fn shown_id(&self, entry: Entry) -> RecordId {
        match entry {
            Entry::Planned(at) => self.fresh[at].role,
            Entry::Stored(id) => self
                .stock
                .roles_of
                .get(&id)
                .and_then(|roles| roles.first())
                .copied()
                .unwrap_or(id),
        }
    }
}

/// The same words in capitals, as French lists write family names, or the same but for invisible
/// marks: nothing to correct.
fn looks_alike(before: &Scalar, value: &Scalar) -> bool {
    let (Some(before), Some(value)) = (before.as_text(), value.as_text()) else {
        return false;
    };
    let bare = |text: &str| {
        text.trim_matches(|c: char| c.is_whitespace() || is_mark(c))
            .to_owned()
    };
    before.to_uppercase() == value || bare(before) == bare(value)
}

fn import_row(id: RecordId, kind: &str, cells: Cells) -> ImportRow {
    ImportRow {
        id,
        kind: kind.to_owned(),
        cells: cells.into_iter().collect(),
    }
}

fn size(cells: &Cells) -> usize {
    cells
        .iter()
        .map(|(path, value)| path.len() + value.size() + 16)
        .sum()
}
