//! The association's records as an import compares with them.

use std::collections::{BTreeMap, HashMap};

use tawro_core::id::RecordId;
use tawro_core::record::{Row, resolve_merged};
use tawro_core::schema::{FieldType, Kind, Scalar};
use tawro_core::text::fold;

use crate::import::likeness::{Facts, titles};
use crate::import::lookup::{Lookup, LookupFault};
use crate::import::pool::Pool;
use crate::import::profile::Profile;

/// What is there, indexed once per import.
pub(crate) struct Stock<'a, 's> {
    pub(crate) profile: &'a Profile<'s>,
    pub(crate) lookup: &'a mut dyn Lookup,
    /// The records that rows are about by their names: persons, or whatever the kind is.
    pub(crate) parties: Pool,
    /// Roles that have a name of their own, as an organisation that gives.
    pub(crate) roles: Pool,
    /// The roles that refer to a party.
    pub(crate) roles_of: HashMap<RecordId, Vec<RecordId>>,
    references: HashMap<&'static str, HashMap<String, Vec<RecordId>>>,
}

impl<'a, 's> Stock<'a, 's> {
    pub(crate) fn new(profile: &'a Profile<'s>, lookup: &'a mut dyn Lookup) -> Result<Self, LookupFault> {
        let mut stock = Self {
            profile,
            lookup,
            parties: Pool::default(),
            roles: Pool::default(),
            roles_of: HashMap::new(),
            references: HashMap::new(),
        };
        stock.index()?;
        stock.parties.seal();
        stock.roles.seal();
        Ok(stock)
    }

    fn index(&mut self) -> Result<(), LookupFault> {
        let role = self.profile.role;
        let Self {
            lookup,
            parties,
            roles,
            roles_of,
            ..
        } = self;
        let keys = |facts: &Facts| [facts.sure_keys(), facts.loose_keys()].concat();
        let Some(party) = self.profile.party else {
            return lookup.each(role.key, &mut |row| {
                if is_standing(row) {
                    parties.add_stored(row.id, keys(&Facts::of(role, &row.cells)));
                }
            });
        };
        let mut numbers: HashMap<RecordId, Facts> = HashMap::new();
        lookup.each(role.key, &mut |row| {
            if !is_standing(row) {
                return;
            }
            if let Some(person) = reference(row, party.refers) {
                roles_of.entry(person).or_default().push(row.id);
                numbers.entry(person).or_default().add_numbers(role, &row.cells);
            }
            let facts = Facts::of(role, &row.cells);
            if !facts.names.is_empty() {
                roles.add_stored(row.id, keys(&facts));
            }
        })?;
        let mut merged = BTreeMap::new();
        lookup.each(party.kind.key, &mut |row| {
            merged.extend(row.merged_into.map(|into| (row.id, into)));
            if is_standing(row) {
                let mut facts = Facts::of(party.kind, &row.cells);
                facts
                    .numbers
                    .extend(numbers.remove(&row.id).unwrap_or_default().numbers);
                parties.add_stored(row.id, keys(&facts));
            }
        })?;
        // The roles of a person who was merged are those of the one who stands for them.
        for from in merged.keys() {
            let stands = resolve_merged(*from, &mut |id| merged.get(&id).copied());
            if let Some(facts) = numbers.remove(from) {
                parties.add_stored(stands, keys(&facts));
            }
            let ids = roles_of.remove(from).unwrap_or_default();
            if !ids.is_empty() {
                roles_of.entry(stands).or_default().extend(ids);
            }
        }
        Ok(())
    }

    /// A record as it stands, with those merged into others followed to the one that stands for them.
    pub(crate) fn standing(&mut self, id: RecordId) -> Result<Option<Row>, LookupFault> {
        let mut next = id;
        // A chain of merges longer than this is a ring, which readers do not follow either.
        for _ in 0..16 {
            match self.lookup.row(next)? {
                Some(row) => match row.merged_into {
                    Some(into) => next = into,
                    None => return Ok(Some(row)),
                },
                None => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The facts of a party: its own, and the numbers of its roles.
    pub(crate) fn party_facts(&mut self, row: &Row) -> Result<Facts, LookupFault> {
        let Some(party) = self.profile.party else {
            return Ok(Facts::of(self.profile.role, &row.cells));
        };
        let mut facts = Facts::of(party.kind, &row.cells);
        for role in self.roles_of.get(&row.id).cloned().unwrap_or_default() {
            if let Some(role) = self.lookup.row(role)? {
                facts.add_numbers(self.profile.role, &role.cells);
            }
        }
        Ok(facts)
    }

    /// The records of a kind that a person may mean by a name or a number.
    pub(crate) fn meant(&mut self, kind: &'static str, text: &str) -> Result<Vec<RecordId>, LookupFault> {
        if !self.references.contains_key(kind) {
            let index = self.names_of(kind)?;
            self.references.insert(kind, index);
        }
        let index = self.references.get(kind);
        Ok(index
            .and_then(|index| index.get(&fold(text)))
            .cloned()
            .unwrap_or_default())
    }

    /// Names and numbers of a kind's records; a title that refers is the name of what it refers to.
    fn names_of(&mut self, kind: &'static str) -> Result<HashMap<String, Vec<RecordId>>, LookupFault> {
        let schema = self.profile.schema;
        let Some(declared) = schema.kind(kind) else {
            return Ok(HashMap::new());
        };
        let refers = |title: &&'static str| declared.field(title).and_then(|field| field.ty.refers_to());
        let through: Vec<(&str, &Kind)> = declared
            .title
            .iter()
            .filter_map(|title| Some((*title, schema.kind(refers(title)?)?)))
            .collect();
        let numbers = || {
            declared
                .fields
                .iter()
                .filter(|field| field.unique && is_written(&field.ty))
        };
        let mut names: Vec<(String, RecordId)> = Vec::new();
        let mut named_by: Vec<(RecordId, RecordId, &Kind)> = Vec::new();
        self.lookup.each(kind, &mut |row| {
            if !is_standing(row) {
                return;
            }
            let texts = numbers().filter_map(|field| row.cells.get(field.key).and_then(Scalar::as_text));
            names.extend(texts.map(|text| (fold(text), row.id)));
            names.extend(
                titles(declared, &row.cells)
                    .iter()
                    .map(|title| (fold(title), row.id)),
            );
            named_by.extend(
                through
                    .iter()
                    .filter_map(|(title, kind)| Some((row.id, reference(row, title)?, *kind))),
            );
        })?;
        for (id, party, kind) in named_by {
            if let Some(party) = self.standing(party)? {
                names.extend(titles(kind, &party.cells).iter().map(|title| (fold(title), id)));
            }
        }
        let mut index: HashMap<String, Vec<RecordId>> = HashMap::new();
        for (name, id) in names {
            let ids = index.entry(name).or_default();
            if !ids.contains(&id) && ids.len() < 8 {
                ids.push(id);
            }
        }
        Ok(index)
    }
}

/// Neither deleted nor merged into another.
fn is_standing(row: &Row) -> bool {
    !row.deleted && row.merged_into.is_none()
}

fn is_written(ty: &FieldType) -> bool {
    ty.refers_to().is_none() && ty.shape() == "text"
}

/// The record that a reference cell names.
pub(crate) fn reference(row: &Row, field: &str) -> Option<RecordId> {
    row.cells.get(field)?.as_text()?.parse().ok()
}
