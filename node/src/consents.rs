//! Consents: written together with the role that rests on them, listed, withdrawn.

use tawro_core::command::{Command, Refusal};
use tawro_core::id::RecordId;
use tawro_core::schema::Scalar;
use tawro_core::schema::consent::{self, How};

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::form::{self, Text};
use crate::store::ListRow;
use crate::view::{profile, projected};

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
        let profile = profile(&schema, name)?;
        self.may_write(name)?;
        let (id, mut command) = form::add(&profile, &self.space(), texts, &mut dice())?;
        let refers = profile.party.map(|party| party.refers);
        if let (Command::Many(commands), Some(refers), Some(rests_on)) =
            (&mut command, refers, consent::asked_by(profile.role))
            && let Some(cells) = commands.iter_mut().find_map(|command| added(command, id))
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
    pub fn consents(&mut self, person: RecordId) -> Result<Vec<ListRow>, NodeError> {
        self.may_see(consent::KIND)?;
        let mut rows =
            self.read(|_, tx| Ok(tx.find_by(consent::KIND, consent::WHO, &Scalar::from(person))?))?;
        let since = |row: &ListRow| {
            row.cells
                .get(consent::GIVEN_ON)
                .and_then(Scalar::as_text)
                .map(str::to_owned)
        };
        rows.sort_by_key(|row| std::cmp::Reverse((since(row), row.id)));
        Ok(rows)
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

/// The cells of a new record, if the command adds the one of this id.
fn added(command: &mut Command, record: RecordId) -> Option<&mut Vec<(String, Scalar)>> {
    match command {
        Command::Add { id, cells, .. } if *id == Some(record) => Some(cells),
        _ => None,
    }
}

fn named(cells: &[(String, Scalar)], field: &str) -> Option<RecordId> {
    let found = cells.iter().find(|(cell, _)| cell == field);
    found.and_then(|(_, value)| value.as_text()?.parse().ok())
}
