//! Fields of the association's own: read from their records, and what a manager does about them.

use std::collections::BTreeMap;
use std::sync::Arc;

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::record::Heads;
use tawro_core::schema::own::{self, Declared, Extended, Unfit};
use tawro_core::schema::{Scalar, Schema};

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::projection;
use crate::store::{Db, StoreError, Tx};

/// A field of the association's own, or a choice of one, as its record has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRecord {
    /// Which record.
    pub id: RecordId,
    /// The state of it that is shown.
    pub heads: Heads,
    /// What stands in it.
    pub cells: BTreeMap<String, Scalar>,
    /// Why it is left out of the schema, if it is.
    pub unfit: Option<Unfit>,
    /// Of a field: its choices.
    pub choices: Vec<Self>,
}

impl OwnRecord {
    /// A text of it; empty if there is none.
    pub fn text(&self, cell: &str) -> &str {
        self.cells.get(cell).and_then(Scalar::as_text).unwrap_or_default()
    }

    /// Whether yes is said of it.
    pub fn is(&self, field: &str) -> bool {
        self.cells.get(field) == Some(&Scalar::Flag(true))
    }

    fn position(&self) -> i64 {
        self.cells
            .get(own::POSITION)
            .and_then(Scalar::as_integer)
            .unwrap_or(i64::MAX)
    }
}

/// What a new field says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewField {
    /// Its names, by language.
    pub names: Names,
    /// The kind it is added to.
    pub kind: String,
    /// The code of what it holds.
    pub ty: String,
    /// It is about one person.
    pub personal: bool,
    /// The names of its choices.
    pub choices: Vec<Names>,
}

/// Names of one thing, by language.
pub type Names = Vec<(&'static str, String)>;

impl Node {
    /// Every field of the association's own, those in use first, each with its choices.
    pub fn own_fields(&mut self) -> Result<Vec<OwnRecord>, NodeError> {
        self.may_see(own::FIELD)?;
        let schema = self.schema().clone();
        self.read(|_, tx| {
            let Extended { left_out, .. } = own::extend(&schema, &declared(&schema, tx)?);
            let all = |kind: &str, tx: &mut Tx<'_>| {
                let mut all = Vec::new();
                tx.each(kind, &mut |row| {
                    if !row.deleted && row.merged_into.is_none() {
                        all.push(OwnRecord {
                            id: row.id,
                            heads: row.heads.clone(),
                            cells: row.cells.clone(),
                            unfit: left_out.get(&row.id).copied(),
                            choices: Vec::new(),
                        });
                    }
                })?;
                all.sort_by_key(|one| (one.is(own::RETIRED), one.position(), one.id));
                Ok::<_, NodeError>(all)
            };
            let mut fields = all(own::FIELD, tx)?;
            for choice in all(own::CHOICE, tx)? {
                let of = choice.text(own::OF).parse().ok();
                if let Some(field) = fields.iter_mut().find(|field| Some(field.id) == of) {
                    field.choices.push(choice);
                }
            }
            Ok(fields)
        })
    }

    /// Adds a field; from now on it is one as any other.
    pub fn add_own_field(&mut self, new: &NewField) -> Result<RecordId, NodeError> {
        let position = next(&self.own_fields()?);
        let id = RecordId::random(&mut dice());
        let mut cells = names(&new.names);
        cells.extend([
            (own::APPLIES_TO.to_owned(), Scalar::from(new.kind.as_str())),
            (own::TYPE.to_owned(), Scalar::from(new.ty.as_str())),
            (own::PERSONAL.to_owned(), new.personal.into()),
            (own::POSITION.to_owned(), position.into()),
        ]);
        let mut commands = vec![Command::Add {
            kind: own::FIELD.to_owned(),
            id: Some(id),
            cells,
        }];
        commands.extend(choices(id, &new.choices, 1));
        self.execute(&Command::Many(commands))?;
        Ok(id)
    }

    /// Does what a form says of a field and its choices, each at the state that was seen, and adds choices.
    pub fn change_own_field(
        &mut self,
        field: &OwnRecord,
        mut commands: Vec<Command>,
        more: &[Names],
    ) -> Result<bool, NodeError> {
        commands.extend(choices(field.id, more, next(&field.choices)));
        Ok(!self.execute(&Command::Many(commands))?.changed.is_empty())
    }

    /// Offers a field no more, or again; what was written stays readable.
    pub fn retire_own_field(&mut self, id: RecordId, retired: bool) -> Result<(), NodeError> {
        let base = self.heads(id)?;
        let cells = vec![(own::RETIRED.to_owned(), Scalar::Flag(retired))];
        self.execute(&Command::Set { id, base, cells })?;
        Ok(())
    }
}

/// The position behind all others.
fn next(all: &[OwnRecord]) -> i64 {
    let positions = all.iter().map(OwnRecord::position);
    let last = positions.filter(|at| *at < i64::from(i32::MAX)).max();
    last.unwrap_or(0).max(0) + 1
}

fn names(names: &Names) -> Vec<(String, Scalar)> {
    let filled = names.iter().filter(|(_, name)| !name.is_empty());
    filled
        .map(|(language, name)| (format!("{}/{language}", own::LABEL), Scalar::from(name.as_str())))
        .collect()
}

fn choices(of: RecordId, all: &[Names], first: i64) -> impl Iterator<Item = Command> {
    (first..).zip(all).map(move |(position, choice)| {
        let mut cells = names(choice);
        cells.push((own::OF.to_owned(), of.into()));
        cells.push((own::POSITION.to_owned(), position.into()));
        Command::Add {
            kind: own::CHOICE.to_owned(),
            id: None,
            cells,
        }
    })
}

/// The schema with the fields that the database declares now; rows that hold one are made by it.
pub(crate) fn extended(db: &mut Db, schema: &Schema) -> Result<Arc<Schema>, StoreError> {
    let Extended { schema, left_out } =
        db.read(|tx| Ok::<_, StoreError>(own::extend(schema, &declared(schema, tx)?)))?;
    if !left_out.is_empty() {
        tracing::warn!(count = left_out.len(), "own fields are left out");
    }
    let rows = projection::take_own_fields(db, &schema)?;
    if rows > 0 {
        tracing::info!(rows, "rows made anew for own fields");
    }
    Ok(Arc::new(schema))
}

/// The records that declare them, without those that are deleted or merged.
fn declared(schema: &Schema, tx: &mut Tx<'_>) -> Result<Vec<Declared>, StoreError> {
    let mut all = Vec::new();
    let kinds = [own::FIELD, own::CHOICE];
    for kind in kinds.into_iter().filter(|kind| schema.kind(kind).is_some()) {
        tx.each(kind, &mut |row| {
            if !row.deleted && row.merged_into.is_none() {
                all.push(Declared {
                    kind: row.kind.clone(),
                    id: row.id,
                    cells: row.cells.clone(),
                });
            }
        })?;
    }
    Ok(all)
}
