//! Photos and scans of records: kept with the record that names them, found by the record they are about.
//!
//! The record of an attachment travels; the bytes stay on the computer where they were added, in the
//! same encrypted database, written in the same transaction (decision 0011).

use data_encoding::HEXLOWER;
use tawro_core::command::{Command, Refusal};
use tawro_core::crypto;
use tawro_core::id::RecordId;
use tawro_core::schema::{Scalar, attachment, key};

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::form::{self, Text};
use crate::import::Profile;
use crate::rights::{deciding, permit};
use crate::store::{ListRow, StoreError, Tx};
use crate::view::{find, parts, seen};

mod format;
pub use format::{FILE_BYTES_MAX, FileFault, Format, LOGO_POINTS_MAX};

/// A file of a record, as its card names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The attachment's own record.
    pub row: ListRow,
    /// What its record says it is.
    pub format: Option<Format>,
    /// How many bytes its record says it has.
    pub bytes: u64,
    /// The bytes are on this computer.
    pub is_here: bool,
}

/// A file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileBytes {
    /// What is in it, as it was looked at just now.
    pub format: Format,
    /// All of it.
    pub bytes: Vec<u8>,
    /// What people call it.
    pub title: String,
}

impl Attached {
    /// What it is: a code of the schema's vocabulary.
    pub fn what(&self) -> &str {
        text(&self.row, attachment::TYPE)
    }

    /// People can be seen in it who did not agree to be photographed, as far as anybody wrote.
    pub fn lacks_agreement(&self) -> bool {
        let is_set = |key: &str| self.row.cells.get(key) == Some(&Scalar::Flag(true));
        is_set(attachment::PEOPLE) && !is_set(attachment::AGREED)
    }
}

impl Node {
    /// Adds a photo or scan to a record. `facts` are what a form says of it, by the fields of its kind;
    /// what it is and what it holds is looked up in its bytes.
    ///
    /// # Errors
    /// A file that is none of [`Format`], a fact that cannot be read, a record that is not here or that
    /// this person may not write.
    pub fn add_file(&mut self, about: RecordId, bytes: &[u8], facts: &[Text]) -> Result<RecordId, NodeError> {
        let is_logo = facts
            .iter()
            .any(|(key, code)| key == attachment::TYPE && code == attachment::LOGO);
        let format = match is_logo {
            true => Format::within(bytes, LOGO_POINTS_MAX)?,
            false => Format::of(bytes)?,
        };
        let (now, schema, access) = (self.now(), self.schema().clone(), self.access().clone());
        let mut cells = match Profile::of(&schema, attachment::KIND) {
            Some(profile) => form::cells(&profile, facts)?,
            None => Vec::new(),
        };
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let mut put = |key: &str, value: Scalar| cells.push((key.to_owned(), value));
        put(attachment::ABOUT, about.into());
        put(attachment::MIME, format.mime().into());
        put(attachment::BYTES, size.into());
        put(
            attachment::HASH,
            HEXLOWER.encode(&crypto::hash(bytes)).as_str().into(),
        );
        let add = Command::Add {
            kind: attachment::KIND.to_owned(),
            id: None,
            cells,
        };
        let done = self.in_transaction(|replica, tx| {
            let is_here = tx.row(about)?.is_some_and(|row| !row.deleted);
            if !is_here {
                return Err(Refusal::NotFound { record: about }.into());
            }
            permit(&access, &schema, &add, tx)?;
            tx.put_file(bytes)?;
            Ok(replica.execute(&add, now, &mut dice(), tx)?)
        })?;
        let added = done.added.first().copied();
        added.ok_or_else(|| StoreError::damaged("attachment").into())
    }

    /// The files of a record, the latest first: of a register's row also those of the person behind it.
    /// Those of records that were merged into it are among them. Of an attachment it is its own.
    pub fn files_of(&mut self, id: RecordId) -> Result<Vec<Attached>, NodeError> {
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|_, tx| {
            let (name, row) = find(&schema, id, tx)?;
            seen(&schema, &access, &name, &row, tx)?;
            if row.kind == attachment::KIND {
                return Ok(vec![attached(row, tx)?]);
            }
            let mut rows = Vec::new();
            for part in parts(&row) {
                for row in about(part, tx)? {
                    let kind = schema.kind(&row.kind);
                    let decides = kind.map(|kind| deciding(&schema, kind, &row.cells, tx));
                    if decides.transpose()?.is_some_and(|kind| access.sees(kind)) {
                        rows.push(row);
                    }
                }
            }
            rows.sort_by_key(|row| (std::cmp::Reverse(row.updated), row.id));
            rows.into_iter().map(|row| attached(row, tx)).collect()
        })
    }

    /// The bytes of an attachment; nothing if they are on another computer.
    ///
    /// What it is comes from the bytes: a record that says otherwise was written elsewhere.
    pub fn file_bytes(&mut self, id: RecordId) -> Result<Option<FileBytes>, NodeError> {
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|_, tx| {
            let (name, row) = find(&schema, id, tx)?;
            seen(&schema, &access, &name, &row, tx)?;
            if row.kind != attachment::KIND {
                return Err(Refusal::NotFound { record: id }.into());
            }
            bytes_of(&row, tx)
        })
    }

    /// The latest file of a type among those of a record, if its bytes are here.
    pub fn newest_file(&mut self, id: RecordId, what: &str) -> Result<Option<FileBytes>, NodeError> {
        let files = self.files_of(id)?;
        let newest = files.iter().find(|file| file.is_here && file.what() == what);
        match newest {
            Some(file) => self.file_bytes(file.row.id),
            None => Ok(None),
        }
    }

    /// The picture that stands on the association's papers, if one was added on this computer.
    pub fn logo(&mut self) -> Result<Option<FileBytes>, NodeError> {
        let association = self.only(key::ASSOCIATION);
        let is_here = self.read(|_, tx| Ok(tx.row(association)?.is_some()))?;
        if !is_here {
            return Ok(None);
        }
        let newest = self.newest_file(association, attachment::LOGO)?;
        let is_small = |file: &FileBytes| Format::within(&file.bytes, LOGO_POINTS_MAX).is_ok();
        Ok(newest.filter(|file| file.format.is_picture() && is_small(file)))
    }
}

/// The attachments about a record and about those that were merged into it.
fn about(id: RecordId, tx: &mut Tx<'_>) -> Result<Vec<ListRow>, NodeError> {
    Ok(tx.find_by(attachment::KIND, attachment::ABOUT, &Scalar::from(id))?)
}

fn text<'r>(row: &'r ListRow, key: &str) -> &'r str {
    row.cells.get(key).and_then(Scalar::as_text).unwrap_or_default()
}

fn hash_of(row: &ListRow) -> Option<[u8; 32]> {
    let bytes = HEXLOWER.decode(text(row, attachment::HASH).as_bytes()).ok()?;
    bytes.try_into().ok()
}

fn attached(row: ListRow, tx: &mut Tx<'_>) -> Result<Attached, NodeError> {
    let is_here = match hash_of(&row) {
        Some(hash) => tx.has_file(&hash)?,
        None => false,
    };
    let bytes = row.cells.get(attachment::BYTES).and_then(Scalar::as_integer);
    Ok(Attached {
        format: Format::of_mime(text(&row, attachment::MIME)),
        bytes: bytes.and_then(|bytes| u64::try_from(bytes).ok()).unwrap_or(0),
        is_here,
        row,
    })
}

fn bytes_of(row: &ListRow, tx: &mut Tx<'_>) -> Result<Option<FileBytes>, NodeError> {
    let kept = match hash_of(row) {
        Some(hash) => tx.file(&hash)?,
        None => None,
    };
    let Some(bytes) = kept else { return Ok(None) };
    Ok(Some(FileBytes {
        format: Format::of(&bytes)?,
        bytes,
        title: row.title.clone(),
    }))
}

#[cfg(test)]
mod tests;
