//! Consents: written together with the role that rests on them, listed, withdrawn.

use tawro_core::command::{Command, Refusal};
use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::Scalar;
use tawro_core::schema::consent::{self, How};

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::form::{self, Text};
use crate::import::Profile;
use crate::view::projected;

impl Node {
    /// Adds a row together with what its person allowed, each purpose a consent, all or none.
    pub fn add_with_consents(
        &mut self,
        name: &str,
        texts: &[Text],
        purposes: &[String],
        how: &How,
    ) -> Result<RecordId, NodeError> {
        let schema = self.schema().clone();
        let unknown = || Refusal::UnknownKind {
            kind: name.to_owned(),
        };
        let profile = Profile::of(&schema, name).ok_or_else(unknown)?;
        self.may_write(name)?;
        let (id, mut command) = form::add(&profile, &self.space(), texts, &mut dice())?;
        let refers = profile.party.map(|party| party.refers);
        if let (Command::Many(commands), Some(refers), Some(rests_on)) =
            (&mut command, refers, consent::asked_by(profile.role))
            && let Some(Command::Add { cells, .. }) = commands.last_mut()
            && let Some(person) = named(cells, refers)
        {
            let ids: Vec<RecordId> = purposes.iter().map(|_| RecordId::random(&mut dice())).collect();
            // The role rests on the first: the service itself, where it was allowed.
            if let Some(first) = ids.first() {
                cells.retain(|(cell, _)| cell != rests_on);
                cells.push((rests_on.to_owned(), (*first).into()));
            }
            let consents = ids.into_iter().zip(purposes).map(|(id, purpose)| Command::Add {
                kind: consent::KIND.to_owned(),
                id: Some(id),
                cells: consent::given(person, purpose, how),
            });
            commands.extend(consents);
        }
        self.execute(&command)?;
        Ok(id)
    }

    /// What a person allowed, and what they withdrew, the latest first.
    pub fn consents(&mut self, person: RecordId) -> Result<Vec<Row>, NodeError> {
        self.may_see(consent::KIND)?;
        self.read(|_, tx| {
            let found = tx.find_by(consent::KIND, consent::WHO, &Scalar::from(person))?;
            let mut rows = Vec::with_capacity(found.len());
            for row in found {
                rows.push(projected(row.id, tx)?);
            }
            let since = |row: &Row| {
                row.cells
                    .get(consent::GIVEN_ON)
                    .and_then(Scalar::as_text)
                    .map(str::to_owned)
            };
            rows.sort_by_key(|row| std::cmp::Reverse((since(row), row.id)));
            Ok(rows)
        })
    }

    /// Withdraws a consent on a day; nothing changes where it is withdrawn already.
    pub fn withdraw(&mut self, id: RecordId, day: &str) -> Result<(), NodeError> {
        self.may_write(consent::KIND)?;
        let row = self.read(|_, tx| projected(id, tx))?;
        if row.kind != consent::KIND {
            return Err(Refusal::NotFound { record: id }.into());
        }
        if !consent::holds(&row.cells) {
            return Ok(());
        }
        let command = Command::Set {
            id,
            base: row.heads,
            cells: vec![(consent::WITHDRAWN_ON.to_owned(), day.into())],
        };
        self.execute(&command).map(|_| ())
    }
}

fn named(cells: &[(String, Scalar)], field: &str) -> Option<RecordId> {
    let found = cells.iter().find(|(cell, _)| cell == field);
    found.and_then(|(_, value)| value.as_text()?.parse().ok())
}
