//! Logins: who may open this computer's folder, each with a passphrase of their own.
//!
//! A login is a record, which all computers of the association know, and a slot of this computer's
//! `keys` file, which holds the folder's key under the person's passphrase. Whoever has no slot here
//! cannot log in here.

use tawro_core::command::{Command, only_id};
use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::{Access, Scalar, key};
use tawro_core::time::Timestamp;

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::keys::KeysError;

/// Somebody who may log in at this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// Which.
    pub id: RecordId,
    /// What they are called; empty if the record has not come here yet.
    pub name: String,
    /// Codes of their functions.
    pub functions: Vec<String>,
    /// They set this computer up, and may do everything at it.
    pub first: bool,
}

impl Node {
    /// Who may log in at this computer, whoever set it up first.
    pub fn logins(&mut self) -> Result<Vec<Login>, NodeError> {
        let slots: Vec<RecordId> = self.keys().slots().collect();
        self.read(|_, tx| {
            let mut logins = Vec::new();
            for (at, id) in slots.into_iter().enumerate() {
                let row = tx.projected(id)?;
                logins.push(Login {
                    id,
                    name: row.as_ref().map(name_of).unwrap_or_default(),
                    functions: row.map(|row| Access::functions(&row.cells)).unwrap_or_default(),
                    first: at == 0,
                });
            }
            Ok(logins)
        })
    }

    /// Who holds a function, as papers name them; none unless exactly one does.
    pub(crate) fn office_holder(&mut self, function: &str) -> Result<Option<String>, NodeError> {
        self.read(|_, tx| {
            let mut holders = Vec::new();
            tx.each(key::LOGIN, &mut |row| {
                let counts = !row.deleted && row.merged_into.is_none() && !Access::is_disabled(&row.cells);
                let functions = Access::functions(&row.cells);
                if counts && functions.iter().any(|known| known == function) {
                    holders.push((Access::person(&row.cells), name_of(row)));
                }
            })?;
            // Somebody may have a login at each of two computers.
            let same = |(person, name): &(Option<RecordId>, String)| match person {
                Some(person) => person.to_string(),
                None => name.clone(),
            };
            holders.sort_by_key(same);
            holders.dedup_by_key(|holder| same(holder));
            let Ok([(person, name)]) = <[_; 1]>::try_from(holders) else {
                return Ok(None);
            };
            let whole = person.map(|person| tx.title(person)).transpose()?.flatten();
            Ok(whole.or(Some(name)).filter(|name| !name.trim().is_empty()))
        })
    }

    /// Writes down what the person is called who opened the folder first, and what they are; authors are
    /// shown by it.
    pub fn name_login(&mut self, name: &str, functions: &[String]) -> Result<(), NodeError> {
        let add = Command::Add {
            kind: key::LOGIN.to_owned(),
            id: Some(self.login()),
            cells: Access::login_cells(name, functions),
        };
        self.execute(&add).map(|_| ())
    }

    /// Lets one more person log in at this computer.
    ///
    /// # Errors
    /// [`KeysError::PassphraseTaken`] where another's passphrase is the same: at a locked computer the
    /// passphrase alone says who comes.
    pub fn add_login(
        &mut self,
        name: &str,
        functions: &[String],
        passphrase: &str,
    ) -> Result<RecordId, NodeError> {
        self.may_manage()?;
        self.nobody_has(passphrase)?;
        let id = RecordId::random(&mut dice());
        // The record comes first: a slot without one would be somebody without a name.
        self.execute(&Command::Add {
            kind: key::LOGIN.to_owned(),
            id: Some(id),
            cells: Access::login_cells(name, functions),
        })?;
        self.with_keys(|keys, master| keys.add_slot(master, id, passphrase, &mut dice()))?;
        Ok(id)
    }

    /// Gives a login another passphrase: one's own, or that of somebody who forgot theirs.
    pub fn set_passphrase(&mut self, login: RecordId, passphrase: &str) -> Result<(), NodeError> {
        if login != self.login() {
            self.may_manage()?;
        }
        self.nobody_has(passphrase)?;
        self.with_keys(|keys, master| keys.replace_slot(master, login, passphrase, &mut dice()))
    }

    /// Takes a login away from this computer.
    pub fn remove_login(&mut self, login: RecordId) -> Result<(), NodeError> {
        self.may_manage()?;
        if login == self.login() || self.keys().slots().next() == Some(login) {
            return Err(KeysError::LastSlot.into());
        }
        self.with_keys(|keys, _| keys.remove_slot(login))
    }

    /// What this computer takes for the time, for those who show it.
    pub fn clock(&self) -> Timestamp {
        self.now()
    }

    /// The id of the one record of a kind of which there is only one.
    pub fn only(&self, kind: &str) -> RecordId {
        only_id(&self.space(), kind)
    }

    fn nobody_has(&self, passphrase: &str) -> Result<(), NodeError> {
        match self.keys().unlock(passphrase) {
            Ok(_) => Err(KeysError::PassphraseTaken.into()),
            Err(KeysError::WrongPassphrase) => Ok(()),
            Err(other) => Err(other.into()),
        }
    }
}

fn name_of(row: &Row) -> String {
    let name = row.cells.get(key::NAME).and_then(Scalar::as_text);
    name.unwrap_or_default().to_owned()
}
