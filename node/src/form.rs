//! Forms: what a person writes into the named fields of a row, as one command.
//!
//! A register shows a role and the person it refers to as one row; what is written into that row
//! goes to both records in one command, each field to the record it belongs to.

use rand_core::CryptoRng;
use tawro_core::command::{Command, Refusal, only_id};
use tawro_core::id::{RecordId, SpaceId};
use tawro_core::record::Row;
use tawro_core::schema::{FieldType, Scalar};

use crate::import::{Part, Profile};

/// A field's name and what was written for it, as `given_name/ar` and `خديجة`.
pub type Text = (String, String);

/// A row as the person saw it: what a form was opened with.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The row's own record.
    pub role: &'a Row,
    /// The record it refers to, of a register whose reference is filled.
    pub party: Option<&'a Row>,
}

/// The command that adds a row, and the id of its own record.
///
/// A register's row whose reference is given (`person=ID`), or needs not be and of which nothing is
/// said, adds the role alone.
pub fn add(
    profile: &Profile<'_>,
    space: &SpaceId,
    texts: &[Text],
    dice: &mut dyn CryptoRng,
) -> Result<(RecordId, Command), Refusal> {
    let mut cells = Cells::read(profile, texts)?;
    let id = if profile.role.singleton {
        only_id(space, profile.role.key)
    } else {
        RecordId::random(dice)
    };
    let mut commands = Vec::new();
    if let Some(party) = profile.party {
        let given = cells
            .role
            .iter()
            .any(|(cell, value)| cell == party.refers && !value.is_null());
        let is_needed = profile
            .role
            .field(party.refers)
            .is_none_or(|field| field.required);
        if !given && cells.party.is_empty() && !is_needed {
            // An organisation without anybody to write to is a row by itself.
        } else if !given {
            let person = RecordId::random(dice);
            let cells_of_party = std::mem::take(&mut cells.party);
            commands.push(Command::Add {
                kind: party.kind.key.to_owned(),
                id: Some(person),
                cells: cells_of_party,
            });
            cells.role.retain(|(cell, _)| cell != party.refers);
            cells.role.push((party.refers.to_owned(), person.into()));
        } else if let Some((cell, _)) = cells.party.first() {
            return Err(unknown_field(profile, cell));
        }
    }
    commands.push(Command::Add {
        kind: profile.role.key.to_owned(),
        id: Some(id),
        cells: cells.role,
    });
    Ok((id, Command::Many(commands)))
}

/// What was written for a kind by itself, as cells of its record.
pub fn cells(profile: &Profile<'_>, texts: &[Text]) -> Result<Vec<(String, Scalar)>, Refusal> {
    Ok(Cells::read(profile, texts)?.role)
}

/// The command that writes the named fields of a row that was seen; an empty text clears.
pub fn set(profile: &Profile<'_>, seen: Seen<'_>, texts: &[Text]) -> Result<Command, Refusal> {
    let mut cells = Cells::read(profile, texts)?;
    leave_out(profile, Part::Role, texts, seen.role, &mut cells.role);
    let mut commands = Vec::new();
    if let Some(party) = seen.party {
        leave_out(profile, Part::Party, texts, party, &mut cells.party);
        if !cells.party.is_empty() {
            commands.push(Command::Set {
                id: party.id,
                base: party.heads.clone(),
                cells: cells.party,
            });
        }
    } else if let Some((cell, _)) = cells.party.first() {
        return Err(unknown_field(profile, cell));
    }
    if !cells.role.is_empty() {
        commands.push(Command::Set {
            id: seen.role.id,
            base: seen.role.heads.clone(),
            cells: cells.role,
        });
    }
    Ok(Command::Many(commands))
}

/// The command that decides what stands in one field of a row that was seen.
pub fn resolve(profile: &Profile<'_>, seen: Seen<'_>, text: &Text) -> Result<Command, Refusal> {
    let mut commands = Vec::new();
    let read = Cells::read(profile, std::slice::from_ref(text))?.parts();
    for (part, cells) in read.into_iter().filter(|(_, cells)| !cells.is_empty()) {
        let row = match (part, seen.party) {
            (Part::Role, _) => seen.role,
            (Part::Party, Some(party)) => party,
            (Part::Party, None) => return Err(unknown_field(profile, &text.0)),
        };
        for (cell, value) in cells {
            let decided = row.conflicts.contains(&cell) || field_of(&cell) == field_of(&text.0);
            commands.push(if decided {
                Command::Resolve {
                    id: row.id,
                    base: row.heads.clone(),
                    cell,
                    value,
                }
            } else {
                Command::Set {
                    id: row.id,
                    base: row.heads.clone(),
                    cells: vec![(cell, value)],
                }
            });
        }
    }
    Ok(Command::Many(commands))
}

/// What was written, sorted by the record it belongs to.
#[derive(Debug, Default)]
struct Cells {
    role: Vec<(String, Scalar)>,
    party: Vec<(String, Scalar)>,
}

impl Cells {
    fn read(profile: &Profile<'_>, texts: &[Text]) -> Result<Self, Refusal> {
        let mut read = Self::default();
        for (name, text) in texts {
            let (key, member) = name
                .split_once('/')
                .map_or((name.as_str(), None), |(key, rest)| (key, Some(rest)));
            let (part, field) = profile
                .field(key)
                .or_else(|| joining(profile, key))
                .filter(|(_, field)| !field.given)
                .ok_or_else(|| unknown_field(profile, name))?;
            let cells = field
                .parse_cells(profile.schema, member, text)
                .map_err(|error| Refusal::Value {
                    field: name.clone(),
                    error,
                })?;
            let first = field
                .is_declared_phone()
                .then(|| cells.first().cloned())
                .flatten();
            let target = match part {
                Part::Role => &mut read.role,
                Part::Party => &mut read.party,
            };
            target.extend(cells);
            // The number to call is one of all numbers: whoever writes the first writes it there too.
            if let (Some((_, Scalar::Text(number))), Some(all)) = (first, profile.phones(part)) {
                let element = format!("{}/{number}", all.key);
                if !target.iter().any(|(cell, _)| *cell == element) {
                    target.push((element, Scalar::Flag(true)));
                }
            }
        }
        Ok(read)
    }

    fn parts(self) -> [(Part, Vec<(String, Scalar)>); 2] {
        [(Part::Party, self.party), (Part::Role, self.role)]
    }
}

/// The reference that joins a register's two records: no column fills it, a form may.
fn joining<'s>(profile: &Profile<'s>, key: &str) -> Option<(Part, &'s tawro_core::schema::Field)> {
    let party = profile.party.filter(|party| party.refers == key)?;
    profile.role.field(party.refers).map(|field| (Part::Role, field))
}

/// Takes out of a set that was written whole the elements that stand in the row and were not named.
fn leave_out(
    profile: &Profile<'_>,
    part: Part,
    texts: &[Text],
    row: &Row,
    cells: &mut Vec<(String, Scalar)>,
) {
    for (name, _) in texts.iter().filter(|(name, _)| !name.contains('/')) {
        let whole = profile
            .field(name)
            .filter(|(of, field)| *of == part && matches!(field.ty, FieldType::Set(_)));
        let Some((_, field)) = whole else { continue };
        let standing = row
            .cells
            .iter()
            .filter(|(cell, value)| field_of(cell) == field.key && **value == Scalar::Flag(true));
        for (cell, _) in standing {
            if !cells.iter().any(|(named, _)| named == cell) {
                cells.push((cell.clone(), Scalar::Flag(false)));
            }
        }
    }
}

fn field_of(cell: &str) -> &str {
    cell.split('/').next().unwrap_or(cell)
}

fn unknown_field(profile: &Profile<'_>, field: &str) -> Refusal {
    Refusal::UnknownField {
        kind: profile.key.to_owned(),
        field: field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;
    use tawro_core::command::{Decision, Records, Unreadable, decide};
    use tawro_core::id::ActorId;
    use tawro_core::record::{Author, Record};
    use tawro_core::schema::Schema;
    use tawro_core::time::Timestamp;

    use super::*;

    #[derive(Default)]
    struct Kept(BTreeMap<RecordId, Record>);

    impl Records for Kept {
        fn record(&mut self, id: RecordId) -> Result<Option<Record>, Unreadable> {
            Ok(self
                .0
                .get(&id)
                .map(|record| Record::load(id, &record.save(), &[]).unwrap()))
        }
    }

    fn execute(kept: &mut Kept, command: &Command, actor: u8) -> Result<Decision, Refusal> {
        let mut dice = ChaCha20Rng::seed_from_u64(u64::from(actor));
        let mut author = Author::new(ActorId([actor; 16]), Timestamp(7), &mut dice);
        decide(command, kept, &Schema::builtin(), &mut author)
    }

    fn texts(pairs: &[(&str, &str)]) -> Vec<Text> {
        pairs
            .iter()
            .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
            .collect()
    }

    /// A member with one number, and the rows of its two records.
    fn member(kept: &mut Kept, schema: &Schema) -> (Row, Row) {
        let profile = Profile::of(schema, "member").unwrap();
        let written = [
            ("given_name", "خديجة"),
            ("family_name/fr", "Bennani"),
            ("phone", "0661234567"),
            ("member_no", "7"),
        ];
        let mut dice = ChaCha20Rng::seed_from_u64(1);
        let (id, command) = add(&profile, &SpaceId([9; 32]), &texts(&written), &mut dice).unwrap();
        let decision = execute(kept, &command, 1).unwrap();
        kept.0.extend(decision.records);
        let role = kept.0[&id].row(schema);
        let party = kept
            .0
            .values()
            .find(|record| record.id() != id)
            .unwrap()
            .row(schema);
        (role, party)
    }

    #[test]
    fn a_members_row_is_two_records_and_each_field_finds_its_own() {
        let schema = Schema::builtin();
        let (role, party) = member(&mut Kept::default(), &schema);
        assert_eq!(role.cells["person"], Scalar::from(party.id));
        assert_eq!(role.cells["member_no"], Scalar::from("7"));
        assert_eq!(party.cells["given_name/ar"], Scalar::from("خديجة"));
        assert_eq!(party.cells["phone"], Scalar::from("+212661234567"));
        assert_eq!(party.cells["phones/+212661234567"], Scalar::Flag(true));
    }

    #[test]
    fn a_set_written_whole_loses_what_was_not_named_and_a_first_number_joins_it() {
        let schema = Schema::builtin();
        let mut kept = Kept::default();
        let (role, party) = member(&mut kept, &schema);
        let profile = Profile::of(&schema, "member").unwrap();
        let seen = Seen {
            role: &role,
            party: Some(&party),
        };
        let command = set(
            &profile,
            seen,
            &texts(&[("phones", "0677000000"), ("member_no", "8")]),
        )
        .unwrap();
        let decision = execute(&mut kept, &command, 2).unwrap();
        let after = decision.records[&party.id].row(&schema);
        assert_ne!(after.cells.get("phones/+212661234567"), Some(&Scalar::Flag(true)));
        assert_eq!(after.cells["phones/+212677000000"], Scalar::Flag(true));
        assert_eq!(
            decision.records[&role.id].row(&schema).cells["member_no"],
            Scalar::from("8")
        );
    }

    #[test]
    fn a_kind_by_itself_is_decided_without_a_party() {
        let schema = Schema::builtin();
        let mut kept = Kept::default();
        let (_, party) = member(&mut kept, &schema);
        let profile = Profile::of(&schema, "person").unwrap();
        let seen = Seen {
            role: &party,
            party: None,
        };
        let command = resolve(&profile, seen, &texts(&[("profession", "نجار")])[0]).unwrap();
        // Nobody differs on it: that is decide's to say, and not the form's.
        assert_eq!(execute(&mut kept, &command, 2).unwrap_err().code(), "no_conflict");
    }

    #[test]
    fn what_no_record_of_the_row_has_is_refused_with_its_name() {
        let schema = Schema::builtin();
        let profile = Profile::of(&schema, "member").unwrap();
        let mut dice = ChaCha20Rng::seed_from_u64(1);
        let mut refused =
            |pairs: &[(&str, &str)]| add(&profile, &SpaceId([9; 32]), &texts(pairs), &mut dice).unwrap_err();
        assert_eq!(refused(&[("shoe_size", "44")]).code(), "unknown_field");
        assert_eq!(refused(&[("phone", "12")]).field(), Some("phone"));
        let person = RecordId([3; 16]).to_string();
        assert_eq!(
            refused(&[("person", &person), ("phone", "0661234567")]).code(),
            "unknown_field"
        );
    }

    #[test]
    fn the_one_record_of_a_kind_has_one_id_everywhere() {
        let schema = Schema::builtin();
        let kind = schema.kinds().find(|kind| kind.singleton).unwrap();
        let profile = Profile::of(&schema, kind.key).unwrap();
        let id = |seed| {
            let mut dice = ChaCha20Rng::seed_from_u64(seed);
            add(
                &profile,
                &SpaceId([9; 32]),
                &texts(&[("name", "الأمل")]),
                &mut dice,
            )
            .unwrap()
            .0
        };
        assert_eq!(id(1), id(2));
    }
}
