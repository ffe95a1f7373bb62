//! What is imported: a kind by itself, or a register whose rows are a role and the person it refers to.

use tawro_core::schema::{Field, FieldType, Kind, Schema};

/// A kind, or the two kinds of a register, as one sheet's row shows them.
#[derive(Debug, Clone, Copy)]
pub struct Profile<'s> {
    /// What the fields' vocabularies are read by.
    pub schema: &'s Schema,
    /// As the person named it: `member`, `activity`.
    pub key: &'s str,
    /// The kind of the row's own record.
    pub role: &'s Kind,
    /// The record that the role refers to, if the row shows both.
    pub party: Option<Party<'s>>,
}

/// The second record of a register's row.
#[derive(Debug, Clone, Copy)]
pub struct Party<'s> {
    /// Its kind.
    pub kind: &'s Kind,
    /// The role's field that names it.
    pub refers: &'static str,
}

/// Which of a row's two records a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The row's own record.
    Role,
    /// The one it refers to.
    Party,
}

/// The two fields that together are a person's name, each in several languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameFields {
    /// Where they stand.
    pub part: Part,
    /// The given name's field.
    pub given: &'static str,
    /// The family name's field.
    pub family: &'static str,
}

impl<'s> Profile<'s> {
    /// The profile of a register's or a kind's key; a register comes first where both have one key.
    pub fn of(schema: &'s Schema, key: &str) -> Option<Self> {
        if let Some((role, kind)) = schema.register(key) {
            let register = role.register?;
            let party = Party {
                kind,
                refers: register.refers,
            };
            return Some(Self {
                schema,
                key: register.key,
                role,
                party: Some(party),
            });
        }
        let role = schema.kind(key)?;
        Some(Self {
            schema,
            key: role.key,
            role,
            party: None,
        })
    }

    /// The kinds of its records, the role's first.
    pub fn kinds(&self) -> impl Iterator<Item = (Part, &'s Kind)> + use<'s> {
        let party = self.party.map(|party| (Part::Party, party.kind));
        std::iter::once((Part::Role, self.role)).chain(party)
    }

    /// The kind of one of its records.
    pub fn kind(&self, part: Part) -> &'s Kind {
        match (part, self.party) {
            (Part::Party, Some(party)) => party.kind,
            _ => self.role,
        }
    }

    /// Every field that a column may fill: all but the reference that joins the two records.
    pub fn fields(&self) -> impl Iterator<Item = (Part, &'s Field)> + use<'s> {
        let refers = self.party.map(|party| party.refers);
        self.kinds().flat_map(move |(part, kind)| {
            let joins = move |field: &&Field| part == Part::Role && Some(field.key) == refers;
            kind.fields
                .iter()
                .filter(move |field| !joins(field))
                .map(move |field| (part, field))
        })
    }

    /// The field of a key, and the record it belongs to.
    pub fn field(&self, key: &str) -> Option<(Part, &'s Field)> {
        self.fields().find(|(_, field)| field.key == key)
    }

    /// A personal name: a title of exactly two multilingual fields, the given name first.
    pub fn name_fields(&self) -> Option<NameFields> {
        self.kinds().find_map(|(part, kind)| {
            let [given, family] = kind.title.as_slice() else {
                return None;
            };
            let localized = |key: &str| {
                kind.field(key)
                    .is_some_and(|field| field.ty == FieldType::Localized)
            };
            (localized(given) && localized(family)).then_some(NameFields { part, given, family })
        })
    }

    /// The first date of a person and the place that belongs to it, as date and place of birth: two
    /// fields of one record whose keys begin with one word.
    pub fn date_and_place(&self) -> Option<(Part, &'s Field, &'s Field)> {
        let (part, kind) = self.kinds().last()?;
        let date = kind.fields.iter().find(|field| field.ty == FieldType::Date)?;
        let word = |field: &Field| field.key.split('_').next().unwrap_or_default();
        let is_place = |field: &&Field| field.ty == FieldType::Text && word(field) == word(date);
        Some((part, date, kind.fields.iter().find(is_place)?))
    }

    /// The set that takes every telephone number of a record, beside the field for the first.
    pub fn phones(&self, part: Part) -> Option<&'s Field> {
        let is_set =
            |field: &&Field| matches!(&field.ty, FieldType::Set(element) if **element == FieldType::Phone);
        self.kind(part).fields.iter().find(is_set)
    }

    /// The first field of a type in one of its records.
    pub fn first_of(&self, part: Part, ty: &FieldType) -> Option<&'s Field> {
        self.fields()
            .find(|(of, field)| *of == part && field.ty == *ty)
            .map(|(_, field)| field)
    }
}
