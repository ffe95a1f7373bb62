//! Which record a row is about, by the sort of row that it is.

use tawro_core::id::RecordId;
use tawro_core::schema::{FieldType, Kind};

use super::{Claim, Outcome, Planner};
use crate::import::cells::{Cells, ReadRow};
use crate::import::fault::RowFault;
use crate::import::likeness::{Facts, Likeness};
use crate::import::lookup::LookupFault;
use crate::import::pool::Entry;
use crate::import::stock::reference;

impl Planner<'_, '_> {
    /// A row of a kind without a register: a person, an activity, a payment.
    pub(super) fn by_itself(&mut self, row: &ReadRow, has_title: bool) -> Result<Outcome, LookupFault> {
        let role = self.profile.role;
        let facts = Facts::of(role, &row.role);
        let is_title = |title: &&str| {
            role.field(title)
                .is_some_and(|field| field.ty.refers_to().is_none())
        };
        let needs_name = role.title.iter().any(is_title) && !has_title && facts.numbers.is_empty();
        let found = self.same(&facts, &row.role)?;
        match found.as_slice() {
            [Entry::Stored(id)] => self.update_stored(row, *id),
            [Entry::Planned(at)] => Ok(self.repeated(row, *at)),
            [_, ..] => self.several(row, &found),
            [] if needs_name && self.profile.name_fields().is_some() => Ok(self.skip(row, RowFault::NoName)),
            [] => self.create(row, facts, None),
        }
    }

    /// A role with a name of its own: an organisation that gives to us or works with us.
    pub(super) fn named_role(&mut self, row: &ReadRow, has_party: bool) -> Result<Outcome, LookupFault> {
        let facts = Facts::of(self.profile.role, &row.role);
        let keys = facts.sure_keys().into_iter().chain(facts.loose_keys());
        let mut found = Vec::new();
        for entry in self.stock.roles.find(keys) {
            let same = match entry {
                Entry::Stored(id) => {
                    let known = self.stock.lookup.row(id)?;
                    known.is_some_and(|known| {
                        is_same_organisation(&facts, &Facts::of(self.profile.role, &known.cells))
                    })
                }
                Entry::Planned(at) => is_same_organisation(&facts, &self.fresh[at].facts),
            };
            if same {
                found.push(entry);
            }
        }
        match found.as_slice() {
            [Entry::Stored(id)] => self.update_stored(row, *id),
            [Entry::Planned(at)] => Ok(self.repeated(row, *at)),
            [_, ..] => self.several(row, &found),
            [] => {
                let party = if has_party {
                    Some(self.party_of(row)?)
                } else {
                    None
                };
                self.create(row, facts, party)
            }
        }
    }

    /// A person with a role, the common row.
    pub(super) fn person_row(&mut self, row: &ReadRow) -> Result<Outcome, LookupFault> {
        let facts = self.person_facts(row);
        let found = self.same(&facts, &row.party)?;
        match found.as_slice() {
            [] => {
                let party = self.new_party(row)?;
                self.create(row, facts, Some(party))
            }
            [entry] => self.role_of(row, facts, *entry),
            _ => self.several(row, &found),
        }
    }

    /// A row without any name may still say something of a record that its numbers name; such rows
    /// come after all others, so that a name further down counts at once and not at the next import.
    pub(super) fn nameless(&mut self, row: &ReadRow) -> Result<Outcome, LookupFault> {
        let facts = self.person_facts(row);
        let by_number = !facts.numbers.is_empty() || !facts.cnie.is_empty();
        let found = if by_number {
            self.same(&facts, &row.party)?
        } else {
            Vec::new()
        };
        match found.as_slice() {
            [] => Ok(self.skip(row, RowFault::NoName)),
            [entry] => self.role_of(row, facts, *entry),
            _ => self.several(row, &found),
        }
    }

    /// The person a role's row names beside the organisation.
    pub(super) fn party_of(&mut self, row: &ReadRow) -> Result<RecordId, LookupFault> {
        let Some(party) = self.profile.party else {
            return self.new_party(row);
        };
        let facts = Facts::of(party.kind, &row.party);
        let found = self.same(&facts, &row.party)?;
        if let [Entry::Stored(id)] = found.as_slice()
            && let Some(known) = self.stock.standing(*id)?
        {
            self.update(row, crate::import::profile::Part::Party, &known);
            return Ok(known.id);
        }
        self.new_party(row)
    }

    /// One person is there already, stored or from another row of this sheet.
    fn role_of(&mut self, row: &ReadRow, facts: Facts, entry: Entry) -> Result<Outcome, LookupFault> {
        match entry {
            Entry::Stored(id) => self.role_of_stored(row, facts, id),
            Entry::Planned(at) if self.is_once() || self.fresh[at].cells == row.role => {
                Ok(self.repeated(row, at))
            }
            Entry::Planned(at) => {
                let party = self.fresh[at].party;
                self.create(row, facts, party)
            }
        }
    }

    /// A person is there already: the role may be too.
    fn role_of_stored(&mut self, row: &ReadRow, facts: Facts, id: RecordId) -> Result<Outcome, LookupFault> {
        let Some(person) = self.stock.standing(id)? else {
            return Ok(self.skip(row, RowFault::NoName));
        };
        let roles = self.stock.roles_of.get(&person.id).cloned().unwrap_or_default();
        let mut best: Option<(i64, RecordId)> = None;
        for role in roles {
            if let Some(claim) = self.claimed.get(&role) {
                if self.is_once() || claim.cells == row.role {
                    let first = claim.row;
                    return Ok(self.skip(row, RowFault::Repeated { first }));
                }
                continue;
            }
            let Some(known) = self.stock.lookup.row(role)? else {
                continue;
            };
            let fit = agreement(&row.role, &known.cells);
            if (self.is_once() || fit >= 0) && best.is_none_or(|(most, _)| fit > most) {
                best = Some((fit, role));
            }
        }
        if let Some((_, role)) = best {
            return self.update_stored(row, role);
        }
        if self.is_once()
            && let Some(at) = self
                .fresh_roles_of
                .get(&person.id)
                .and_then(|roles| roles.first())
        {
            return Ok(self.repeated(row, *at));
        }
        self.update(row, crate::import::profile::Part::Party, &person);
        self.create(row, facts, Some(person.id))
    }

    /// Entries that are the row's own, by facts and for things without persons by what else they say.
    fn same(&mut self, facts: &Facts, cells: &Cells) -> Result<Vec<Entry>, LookupFault> {
        let is_personal = self.profile.name_fields().is_some();
        let party = self.profile.party.map_or(self.profile.role, |party| party.kind);
        let keys = facts.sure_keys();
        let loose = if is_personal {
            Vec::new()
        } else {
            facts.loose_keys()
        };
        let mut found = Vec::new();
        for entry in self.stock.parties.find(keys.into_iter().chain(loose)) {
            match entry {
                Entry::Stored(id) => {
                    let Some(known) = self.stock.lookup.row(id)? else {
                        continue;
                    };
                    let theirs = self.stock.party_facts(&known)?;
                    let likeness = Likeness::of(facts, &theirs);
                    let same = match is_personal {
                        true => likeness.is_same(),
                        false => is_same_thing(party, facts, &theirs) && agreement(cells, &known.cells) >= 0,
                    };
                    if same {
                        found.push(entry);
                    }
                }
                Entry::Planned(at) => {
                    let fresh = &self.fresh[at];
                    let repeated = match is_personal {
                        true => Likeness::of(facts, &fresh.facts).is_repeated(),
                        false => is_same_thing(party, facts, &fresh.facts) && fresh.cells == *cells,
                    };
                    // The rows of one person in this sheet are one entry.
                    let known = found.iter().any(|entry| match entry {
                        Entry::Planned(other) => {
                            self.fresh[*other].party == fresh.party && fresh.party.is_some()
                        }
                        Entry::Stored(id) => fresh.party == Some(*id),
                    });
                    if repeated && !known {
                        found.push(entry);
                    }
                }
            }
        }
        Ok(found)
    }

    /// Whether a party has this role once, as a person is a member once.
    fn is_once(&self) -> bool {
        let refers = self
            .profile
            .party
            .and_then(|party| self.profile.role.field(party.refers));
        refers.is_some_and(|field| field.unique)
    }

    fn person_facts(&self, row: &ReadRow) -> Facts {
        let Some(party) = self.profile.party else {
            return Facts::of(self.profile.role, &row.role);
        };
        let mut facts = Facts::of(party.kind, &row.party);
        facts.add_numbers(self.profile.role, &row.role);
        facts
    }

    /// Updates a record that another row of this sheet is not about already.
    fn update_stored(&mut self, row: &ReadRow, id: RecordId) -> Result<Outcome, LookupFault> {
        let Some(known) = self.stock.standing(id)? else {
            return Ok(Outcome::Unchanged);
        };
        match self.claimed.get(&known.id).map(|claim| claim.row) {
            Some(first) => Ok(self.skip(row, RowFault::Repeated { first })),
            None => self.update_role(row, &known),
        }
    }

    /// Updates a role and the record it refers to.
    pub(super) fn update_role(
        &mut self,
        row: &ReadRow,
        known: &tawro_core::record::Row,
    ) -> Result<Outcome, LookupFault> {
        use crate::import::profile::Part;
        self.claimed.insert(known.id, Claim::of(row));
        let mut outcome = self.update(row, Part::Role, known);
        let Some(party) = self.profile.party.filter(|_| !row.party.is_empty()) else {
            return Ok(outcome);
        };
        let id = row.party_id.or_else(|| reference(known, party.refers));
        let person = match id {
            Some(id) => self.stock.standing(id)?.filter(|person| !person.deleted),
            None => None,
        };
        match person {
            Some(person) => {
                if self.update(row, Part::Party, &person) == Outcome::Updated {
                    outcome = Outcome::Updated;
                }
            }
            None if !crate::import::likeness::titles(party.kind, &row.party).is_empty() => {
                let person = self.party_of(row)?;
                self.join(known, party.refers, person);
                outcome = Outcome::Updated;
            }
            None => self.report(row, RowFault::NoPerson),
        }
        Ok(outcome)
    }
}

/// Shared values less those that differ, of the cells that both have; below 0 they are about two things.
fn agreement(ours: &Cells, theirs: &Cells) -> i64 {
    let compared = ours
        .iter()
        .filter_map(|(path, value)| Some((value, theirs.get(path)?)));
    compared
        .map(|(ours, theirs)| if ours == theirs { 1 } else { -1 })
        .sum()
}

/// The same number, or the same name and nothing in the dates against it.
fn is_same_thing(kind: &Kind, ours: &Facts, theirs: &Facts) -> bool {
    let dated = kind.fields.iter().any(|field| field.ty == FieldType::Date);
    let dates_agree = !dated || ours.birth.is_none() || theirs.birth.is_none() || ours.birth == theirs.birth;
    !ours.numbers.is_disjoint(&theirs.numbers) || (!ours.names.is_disjoint(&theirs.names) && dates_agree)
}

/// Organisations are known by their names; a number that differs tells two of one name apart.
fn is_same_organisation(ours: &Facts, theirs: &Facts) -> bool {
    let numbers_differ =
        !ours.numbers.is_empty() && !theirs.numbers.is_empty() && ours.numbers.is_disjoint(&theirs.numbers);
    !ours.numbers.is_disjoint(&theirs.numbers) || (!ours.names.is_disjoint(&theirs.names) && !numbers_differ)
}
