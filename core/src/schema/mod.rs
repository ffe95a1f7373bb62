//! The schema: what kinds of record there are, declared once.
//!
//! Forms, lists, search, validation, import and export columns, projections, history and the
//! command line derive from these declarations. Keys and types are never renamed or reused: what a
//! release wrote, every later one reads. Labels stand in `core/locales/`, under the keys named here.
//!
//! # To declare a new kind
//!
//! 1. Add it to the file of its family beside this one (or to a new file that `families.rs` names):
//!
//! ```
//! use tawro_core::schema::{Field, FieldType, Kind, Schema};
//!
//! let kind = Kind::new(
//!     "hive",
//!     vec![
//!         Field::new("number", FieldType::Text).required().unique(),
//!         Field::new("keeper", FieldType::Reference("person")),
//!         Field::new("set_up_on", FieldType::Date),
//!     ],
//! );
//! let schema = Schema::builtin().with(kind)?;
//! assert!(schema.kind("hive").is_some());
//! # Ok::<(), tawro_core::schema::SchemaFault>(())
//! ```
//!
//! 2. Add its words to `core/locales/{ar,fr,en}/schema.ftl`: `hive`, `hive-plural`, `hive-number` and
//!    so on; a test names each one that is missing. What people write at the head of a column goes
//!    into the attribute `.aliases` of the field's label.
//! 3. A new vocabulary goes to `vocabularies.rs`, its words to the same files as `VOCABULARY-CODE`.
//!
//! Nothing else: no table, form, column or command has to be written for it. A sensitive field
//! (law 09-08) goes to a kind of its own that refers to the record it is about.

mod kind;
pub use kind::{ANY, Field, FieldType, Kind, Register, Sensitivity};

mod deadline;
pub use deadline::{Deadline, Shift};

mod value;
pub use value::{Money, Scalar, Value};

mod fault;
pub use fault::ValueError;

mod date;
pub use date::{Date, Precision};

pub mod key;

mod access;
pub use access::{Access, Family};

mod vocabulary;
pub use vocabulary::{Code, Vocabulary};

mod parse;
pub use parse::{CELL_BYTES_MAX, LINE_CHARS_MAX};

pub mod columns;

pub mod consent;
pub mod attachment;

pub mod dues;

pub mod presence;
pub mod papers;
pub mod processing;
pub mod reported;

pub mod own;

pub mod programme;
pub mod published;

mod contact;
mod number;

mod activities;
mod duties;
mod families;
mod giving;
mod governance;
mod mail;
mod people;
mod projects;
mod vocabularies;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use thiserror::Error;

use crate::crypto;
use crate::text::FOLD_VERSION;

/// Every kind and vocabulary that this program knows; cheap to clone.
///
/// It cannot hold a kind that the rest could not serve: [`Self::with`] refuses it.
#[derive(Debug, Clone)]
pub struct Schema {
    parts: Arc<Parts>,
}

#[derive(Debug, Clone, Default)]
struct Parts {
    kinds: BTreeMap<&'static str, Kind>,
    vocabularies: BTreeMap<&'static str, Vocabulary>,
}

/// Why a declaration cannot be part of a schema: a mistake of whoever declares it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SchemaFault {
    /// A key has other characters than small letters, digits and `_`, or begins with none of the first.
    #[error("key {key:?} is not small letters, digits and _")]
    Key {
        /// As declared.
        key: &'static str,
    },
    /// The kind, register, vocabulary or field stands there already.
    #[error("{key} is declared twice")]
    Twice {
        /// What is declared twice.
        key: &'static str,
    },
    /// A field names a vocabulary or a kind, or a title or register a field, that does not exist.
    #[error("{kind}.{field} names {names}, which is not declared")]
    Unknown {
        /// The kind.
        kind: &'static str,
        /// The field, or where the name stands: `title` or `register`.
        field: &'static str,
        /// What is not declared.
        names: &'static str,
    },
    /// A set of something that cannot be an element.
    #[error("{kind}.{field} is a set of what cannot be an element")]
    Element {
        /// The kind.
        kind: &'static str,
        /// The field.
        field: &'static str,
    },
    /// A kind holds sensitive fields beside others; only references may stand beside them.
    #[error("{kind}.{field} is not sensitive, beside fields that are")]
    SensitiveMixed {
        /// The kind.
        kind: &'static str,
        /// The first field that is not sensitive.
        field: &'static str,
    },
}

impl Schema {
    /// The kinds of every association.
    pub fn builtin() -> Self {
        static BUILTIN: LazyLock<Schema> = LazyLock::new(|| {
            families::builtin().expect("the built-in declarations agree with each other, as a test shows")
        });
        BUILTIN.clone()
    }

    /// No kind and no vocabulary: what a test of a mechanism begins with.
    pub fn empty() -> Self {
        Self {
            parts: Arc::new(Parts::default()),
        }
    }

    /// The schema with one more kind; what the kind names must be declared before it.
    pub fn with(mut self, kind: Kind) -> Result<Self, SchemaFault> {
        self.check(&kind)?;
        Arc::make_mut(&mut self.parts).kinds.insert(kind.key, kind);
        Ok(self)
    }

    /// The schema with one more vocabulary.
    pub fn with_vocabulary(mut self, vocabulary: Vocabulary) -> Result<Self, SchemaFault> {
        let key = vocabulary.key();
        if !is_key(key) {
            return Err(SchemaFault::Key { key });
        }
        if self.vocabulary(key).is_some() || self.kind(key).is_some() {
            return Err(SchemaFault::Twice { key });
        }
        Arc::make_mut(&mut self.parts)
            .vocabularies
            .insert(key, vocabulary);
        Ok(self)
    }

    /// The kind of a key.
    pub fn kind(&self, key: &str) -> Option<&Kind> {
        self.parts.kinds.get(key)
    }

    /// Every kind, by key.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.parts.kinds.values()
    }

    /// The vocabulary of a key.
    pub fn vocabulary(&self, key: &str) -> Option<&Vocabulary> {
        self.parts.vocabularies.get(key)
    }

    /// Every vocabulary, by key.
    pub fn vocabularies(&self) -> impl Iterator<Item = &Vocabulary> {
        self.parts.vocabularies.values()
    }

    /// The role and the kind it refers to, of a register's key such as `member`.
    pub fn register(&self, key: &str) -> Option<(&Kind, &Kind)> {
        let role = self
            .kinds()
            .find(|kind| kind.register.is_some_and(|register| register.key == key))?;
        let refers = role.field(role.register?.refers)?.ty.refers_to()?;
        Some((role, self.kind(refers)?))
    }

    /// Changes whenever rows or indexes made by an older program must be made again.
    ///
    /// It covers every declaration, the codes of every vocabulary and how text is folded; not the
    /// words, which no row holds, and not the fields that an association added: [`Self::own_fields`]
    /// says for which of them few rows are made again, instead of all.
    pub fn fingerprint(&self) -> [u8; 32] {
        let plain = self.without_own();
        let mut declared = format!("{FOLD_VERSION}\n");
        for kind in plain.kinds() {
            declared.push_str(&format!("{kind:?}\n"));
        }
        for vocabulary in plain.vocabularies() {
            declared.push_str(&format!("{} {:?}\n", vocabulary.key(), vocabulary.codes()));
        }
        crypto::hash(declared.as_bytes())
    }

    /// The fields that an association added, with the kinds they belong to.
    pub fn own_fields(&self) -> impl Iterator<Item = (&Kind, &Field)> {
        self.kinds().flat_map(|kind| {
            let own = kind.fields.iter().filter(|field| field.own.is_some());
            own.map(move |field| (kind, field))
        })
    }

    /// The schema without a part of an association's work: without its kinds, and without what names one.
    pub fn without(&self, family: Family) -> Self {
        let mut rest = self.clone();
        let parts = Arc::make_mut(&mut rest.parts);
        let is_gone = |key: &str| self.kind(key).is_some_and(|kind| kind.family == family);
        parts.kinds.retain(|key, _| !is_gone(key));
        for kind in parts.kinds.values_mut() {
            kind.fields
                .retain(|field| !field.ty.refers_to().is_some_and(is_gone));
            let fields = &kind.fields;
            let stays = |key: &&str| fields.iter().any(|field| field.key == *key);
            kind.title.retain(|key| stays(key));
            for (_, grouped) in &mut kind.groups {
                grouped.retain(|key| stays(key));
            }
        }
        rest
    }

    /// The schema without the fields that an association added.
    pub(crate) fn without_own(&self) -> Self {
        let mut plain = self.clone();
        if self.own_fields().next().is_some() {
            let parts = Arc::make_mut(&mut plain.parts);
            parts.vocabularies.retain(|_, vocabulary| !vocabulary.is_own());
            for kind in parts.kinds.values_mut() {
                kind.fields.retain(|field| field.own.is_none());
                kind.groups.retain(|(group, _)| *group != own::GROUP);
            }
        }
        plain
    }

    /// Puts the choices of an association's own field in; its key comes of a record's id.
    fn put_own_vocabulary(&mut self, vocabulary: Vocabulary) {
        let parts = Arc::make_mut(&mut self.parts);
        parts.vocabularies.insert(vocabulary.key(), vocabulary);
    }

    /// Puts an association's own field behind those of a kind, into a group of their own.
    fn put_own_field(&mut self, kind: &str, field: Field) {
        let parts = Arc::make_mut(&mut self.parts);
        if let Some(kind) = parts.kinds.get_mut(kind) {
            match kind.groups.iter_mut().find(|(group, _)| *group == own::GROUP) {
                Some((_, fields)) => fields.push(field.key),
                None => kind.groups.push((own::GROUP, vec![field.key])),
            }
            kind.fields.push(field);
        }
    }

    /// The code that a person means in one of the vocabularies.
    fn read_code(&self, vocabulary: &'static str, text: &str) -> Result<String, ValueError> {
        match self.vocabulary(vocabulary) {
            Some(vocabulary) => vocabulary.read(text).map(str::to_owned),
            None => Err(ValueError::UnknownCode {
                vocabulary,
                candidates: Vec::new(),
            }),
        }
    }

    fn check(&self, kind: &Kind) -> Result<(), SchemaFault> {
        let keys = kind
            .fields
            .iter()
            .map(|field| field.key)
            .chain([kind.key])
            .chain(kind.register.map(|r| r.key));
        if let Some(key) = keys.into_iter().find(|key| !is_key(key)) {
            return Err(SchemaFault::Key { key });
        }
        let taken = |key: &str| self.kind(key).is_some() || self.register(key).is_some();
        if taken(kind.key) || self.vocabulary(kind.key).is_some() {
            return Err(SchemaFault::Twice { key: kind.key });
        }
        for (at, field) in kind.fields.iter().enumerate() {
            if kind.fields[..at].iter().any(|other| other.key == field.key) {
                return Err(SchemaFault::Twice { key: field.key });
            }
            self.check_type(kind, field.key, &field.ty)?;
        }
        for title in &kind.title {
            if kind.field(title).is_none() {
                return Err(SchemaFault::Unknown {
                    kind: kind.key,
                    field: "title",
                    names: title,
                });
            }
        }
        let due = kind
            .deadlines
            .iter()
            .flat_map(|due| [Some(due.field), due.done_by, due.shift.field()]);
        if let Some(names) = due.flatten().find(|field| kind.field(field).is_none()) {
            return Err(SchemaFault::Unknown {
                kind: kind.key,
                field: "deadline",
                names,
            });
        }
        let grouped = kind.groups.iter().flat_map(|(_, fields)| fields);
        if let Some(names) = grouped.copied().find(|field| kind.field(field).is_none()) {
            return Err(SchemaFault::Unknown {
                kind: kind.key,
                field: "group",
                names,
            });
        }
        self.check_register(kind)?;
        let sensitive = |field: &Field| field.sensitivity == Sensitivity::Sensitive;
        let beside = kind
            .fields
            .iter()
            .find(|field| !sensitive(field) && field.ty.refers_to().is_none());
        match beside {
            Some(field) if kind.fields.iter().any(sensitive) => Err(SchemaFault::SensitiveMixed {
                kind: kind.key,
                field: field.key,
            }),
            _ => Ok(()),
        }
    }

    fn check_type(&self, kind: &Kind, field: &'static str, ty: &FieldType) -> Result<(), SchemaFault> {
        let unknown = |names| SchemaFault::Unknown {
            kind: kind.key,
            field,
            names,
        };
        match ty {
            FieldType::Code(vocabulary) if self.vocabulary(vocabulary).is_none() => Err(unknown(vocabulary)),
            FieldType::Reference(ANY) => Ok(()),
            FieldType::Reference(key) if *key != kind.key && self.kind(key).is_none() => Err(unknown(key)),
            FieldType::Set(element) => match element.as_ref() {
                FieldType::Set(_)
                | FieldType::Localized
                | FieldType::Note
                | FieldType::Flag
                | FieldType::Money => Err(SchemaFault::Element {
                    kind: kind.key,
                    field,
                }),
                element => self.check_type(kind, field, element),
            },
            _ => Ok(()),
        }
    }

    fn check_register(&self, kind: &Kind) -> Result<(), SchemaFault> {
        let Some(register) = kind.register else {
            return Ok(());
        };
        if self.kind(register.key).is_some() && register.key != kind.key
            || self.register(register.key).is_some()
        {
            return Err(SchemaFault::Twice { key: register.key });
        }
        let refers = kind.field(register.refers).and_then(|field| field.ty.refers_to());
        let Some(referred) = refers.and_then(|key| self.kind(key)) else {
            return Err(SchemaFault::Unknown {
                kind: kind.key,
                field: "register",
                names: register.refers,
            });
        };
        match kind
            .fields
            .iter()
            .find(|field| referred.field(field.key).is_some())
        {
            Some(shared) => Err(SchemaFault::Twice { key: shared.key }),
            None => Ok(()),
        }
    }
}

/// Small ASCII letters, digits and `_`, beginning with a letter.
fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests;
