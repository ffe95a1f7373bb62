//! Fields of an association's own: records of two kinds that become part of its schema.
//!
//! Whoever manages adds a field to a kind by a record; from then on it is a field as any declared one.
//! A key comes of the record's id, so that two computers agree on it and no two fields share one. What
//! cannot be used (a type of a newer release, a name that is missing) is left out and told, and keeps
//! nobody from opening anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::id::RecordId;
use crate::schema::FieldType::{Code, Date, Flag, Integer, Localized, Money, Note, Phone, Reference, Text};
use crate::schema::presence::PERSON;
use crate::schema::{Family, Field, FieldType, Kind, Scalar, Schema, Sensitivity, Vocabulary};
use crate::text::{LANGUAGES, Lang};

/// The kind of a record that adds a field.
pub const FIELD: &str = "custom_field";
/// The kind of a record that is one choice of such a field.
pub const CHOICE: &str = "custom_choice";
/// The key of the kind that a field is added to; stands in a field's record.
pub const APPLIES_TO: &str = "applies_to";
/// What a field or a choice is called, in one language or several.
pub const LABEL: &str = "label";
/// What a field holds: a code of [`TYPES`].
pub const TYPE: &str = "value_type";
/// Whether a field is about one person; one that does not say is.
pub const PERSONAL: &str = "personal";
/// Where a field or a choice stands among the others.
pub const POSITION: &str = "position";
/// Whether a field or a choice is offered no more; what was written stays readable.
pub const RETIRED: &str = "retired";
/// The field that a choice belongs to; stands in a choice's record.
pub const OF: &str = "field";
/// The vocabulary of what a field may hold.
pub const TYPES: &str = "custom_type";
/// The code of a field whose values are chosen from a list.
pub const TYPE_CHOICE: &str = "choice";
/// The group in which a form shows them.
pub const GROUP: &str = "own";

/// Fields in use that an association may have; as many again may be retired.
pub const FIELDS_MAX: usize = 40;
/// Choices in use that a field may have; as many again may be retired.
pub const CHOICES_MAX: usize = 30;
/// Characters that the name of a field or a choice may have.
pub const NAME_CHARS_MAX: usize = 60;

/// What a field may hold, by its code.
pub(crate) const TYPE_CODES: &[&str] = &[
    "text",
    "note",
    "number",
    "amount",
    "date",
    "flag",
    "phone",
    TYPE_CHOICE,
];

/// A field that an association added.
pub(crate) fn field() -> Kind {
    Kind::new(
        FIELD,
        vec![
            Field::new(LABEL, Localized).required(),
            Field::new(APPLIES_TO, Text).required(),
            Field::new(TYPE, Code(TYPES)).required(),
            Field::new(PERSONAL, Flag),
            Field::new(POSITION, Integer),
            Field::new(RETIRED, Flag),
        ],
    )
}

/// One choice of a field that an association added.
pub(crate) fn choice() -> Kind {
    Kind::new(
        CHOICE,
        vec![
            Field::new(LABEL, Localized).required(),
            Field::new(OF, Reference(FIELD)).required(),
            Field::new(POSITION, Integer),
            Field::new(RETIRED, Flag),
        ],
    )
}

/// Whether records of a kind change the schema.
pub fn declares(kind: &str) -> bool {
    kind == FIELD || kind == CHOICE
}

/// Whether an association may add fields to a kind: to none that is sensitive (law 09-08, article 1, 3),
/// that lets people in, that is about records of any kind (it is filled by the program), or that declares
/// fields itself.
pub fn is_open(kind: &Kind) -> bool {
    let sensitive = |field: &Field| field.sensitivity == Sensitivity::Sensitive;
    let plain = kind.about().is_none() && !kind.fields.iter().any(sensitive);
    plain && kind.family != Family::Access && !declares(kind.key)
}

/// Whether whatever is added to a kind is about a person: it is one of those that are kept of people, or
/// names a person.
pub fn is_of_people(kind: &Kind) -> bool {
    let mut refers = kind.fields.iter().filter_map(|field| field.ty.refers_to());
    kind.family == Family::People || refers.any(|other| other == PERSON)
}

/// Whether a field that says so in these cells is about a person, in a record of this kind. Only where
/// somebody said that it is not, and no person is near, is it not: what is forgotten is no leak.
pub fn is_personal(kind: &Kind, cells: &BTreeMap<String, Scalar>) -> bool {
    is_of_people(kind) || cells.get(PERSONAL) != Some(&Scalar::Flag(false))
}

/// The key of the field that a record adds.
pub fn key_of(record: RecordId) -> String {
    format!("x_{record}")
}

/// What an association says of its own field or choice, in the languages in which it does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    names: BTreeMap<&'static str, String>,
}

impl Named {
    fn read(cells: &Cells) -> Result<Self, Unfit> {
        let mut names = BTreeMap::new();
        for language in LANGUAGES {
            let Some(text) = cells
                .get(&format!("{LABEL}/{language}"))
                .and_then(Scalar::as_text)
            else {
                continue;
            };
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.chars().count() > NAME_CHARS_MAX {
                return Err(Unfit::LongName);
            }
            if text.chars().any(char::is_alphanumeric) {
                names.insert(language, text);
            }
        }
        match names.is_empty() {
            true => Err(Unfit::NoName),
            false => Ok(Self { names }),
        }
    }

    /// The name for a reader: in their language, or in the first in which there is one.
    pub fn label(&self, lang: Lang) -> &str {
        let own = self.names.get(lang.tag());
        let first = || LANGUAGES.iter().find_map(|language| self.names.get(language));
        own.or_else(first).map(String::as_str).unwrap_or_default()
    }

    /// Every name, in whatever language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.names.values().map(String::as_str)
    }
}

/// What makes a field one of an association's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The record that added it.
    pub record: RecordId,
    /// What it is called.
    pub named: Named,
    /// Offered no more.
    pub retired: bool,
}

/// Why a record adds no field, or no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// It has no name.
    NoName,
    /// Its name is longer than [`NAME_CHARS_MAX`].
    LongName,
    /// It is of a type that this release does not know.
    UnknownType,
    /// It is for a kind that this release does not know, or that takes none; of a choice: its field is
    /// none that has choices.
    UnknownKind,
    /// There are too many.
    TooMany,
}

impl Unfit {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoName => "no_name",
            Self::LongName => "long_name",
            Self::UnknownType => "unknown_type",
            Self::UnknownKind => "unknown_kind",
            Self::TooMany => "too_many",
        }
    }
}

type Cells = BTreeMap<String, Scalar>;

/// A record that declares a field or a choice: its kind, its id, and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// [`FIELD`] or [`CHOICE`]; any other is passed over.
    pub kind: String,
    /// Which record.
    pub id: RecordId,
    /// Its cells, as its row has them.
    pub cells: Cells,
}

/// A schema with the fields of an association's own.
#[derive(Debug, Clone)]
pub struct Extended {
    /// With them.
    pub schema: Schema,
    /// Records that it could not use.
    pub left_out: BTreeMap<RecordId, Unfit>,
}

/// Gives a schema the fields that these records declare, instead of those that it had.
///
/// The same records in any order give the same schema. Of too many the first by position and id count,
/// those in use and those that are retired each for themselves.
pub fn extend(schema: &Schema, records: &[Declared]) -> Extended {
    let mut left_out = BTreeMap::new();
    let mut choices: BTreeMap<RecordId, Vec<Choice>> = BTreeMap::new();
    for (record, order) in ordered(records, CHOICE) {
        let taken = Choice::read(record, order.retired).and_then(|(of, choice)| {
            let beside = choices.entry(of).or_default();
            let alike = beside.iter().filter(|one| one.retired == order.retired);
            if alike.count() >= CHOICES_MAX {
                return Err(Unfit::TooMany);
            }
            beside.push(choice);
            Ok(())
        });
        left_out.extend(taken.err().map(|unfit| (record.id, unfit)));
    }
    let mut extended = schema.without_own();
    let mut counts = [0; 2];
    for (record, order) in ordered(records, FIELD) {
        let count = &mut counts[usize::from(order.retired)];
        let added = match *count < FIELDS_MAX {
            true => add(&mut extended, record, order.retired, &mut choices),
            false => Err(Unfit::TooMany),
        };
        match added {
            Ok(()) => *count += 1,
            Err(unfit) => left_out.extend([(record.id, unfit)]),
        }
    }
    let homeless = choices.into_values().flatten();
    left_out.extend(homeless.map(|choice| (choice.id, Unfit::UnknownKind)));
    Extended {
        schema: extended,
        left_out,
    }
}

/// Where a record stands among those of its kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    retired: bool,
    position: i64,
    id: RecordId,
}

fn ordered<'a>(records: &'a [Declared], kind: &str) -> Vec<(&'a Declared, Order)> {
    let order = |record: &Declared| Order {
        retired: record.cells.get(RETIRED) == Some(&Scalar::Flag(true)),
        position: record
            .cells
            .get(POSITION)
            .and_then(Scalar::as_integer)
            .unwrap_or(i64::MAX),
        id: record.id,
    };
    let mut seen = BTreeSet::new();
    let mut all: Vec<_> = records
        .iter()
        .filter(|record| record.kind == kind)
        .map(|record| (record, order(record)))
        .collect();
    all.sort_by_key(|(_, order)| *order);
    all.retain(|(record, _)| seen.insert(record.id));
    all
}

/// A choice as it was read.
struct Choice {
    id: RecordId,
    named: Named,
    retired: bool,
}

impl Choice {
    fn read(record: &Declared, retired: bool) -> Result<(RecordId, Self), Unfit> {
        let of = record.cells.get(OF).and_then(Scalar::as_text);
        let of = of.and_then(|id| id.parse().ok()).ok_or(Unfit::UnknownKind)?;
        let choice = Self {
            id: record.id,
            named: Named::read(&record.cells)?,
            retired,
        };
        Ok((of, choice))
    }
}

fn add(
    schema: &mut Schema,
    record: &Declared,
    retired: bool,
    choices: &mut BTreeMap<RecordId, Vec<Choice>>,
) -> Result<(), Unfit> {
    let text = |key: &str| {
        record
            .cells
            .get(key)
            .and_then(Scalar::as_text)
            .unwrap_or_default()
    };
    let named = Named::read(&record.cells)?;
    // What cannot be used costs no key: a flood of it must leave room for the fields that can.
    let kind = schema.kind(text(APPLIES_TO)).filter(|kind| is_open(kind));
    let kind = kind.ok_or(Unfit::UnknownKind)?;
    type_of(text(TYPE), "").ok_or(Unfit::UnknownType)?;
    let key = shared(&key_of(record.id)).ok_or(Unfit::TooMany)?;
    if kind.field(key).is_some() {
        return Err(Unfit::UnknownKind);
    }
    let (kind, personal) = (kind.key, is_personal(kind, &record.cells));
    let ty = type_of(text(TYPE), key).ok_or(Unfit::UnknownType)?;
    if ty.vocabulary().is_some() {
        let own = choices.remove(&record.id).unwrap_or_default();
        let own = own.into_iter().filter_map(|choice| {
            let code = shared(&choice.id.to_string())?;
            Some((code, choice.named, choice.retired))
        });
        schema.put_own_vocabulary(Vocabulary::own(key, own));
    }
    let mut field = Field::new(key, ty);
    if personal {
        field = field.personal();
    }
    field.own = Some(Arc::new(Own {
        record: record.id,
        named,
        retired,
    }));
    schema.put_own_field(kind, field);
    Ok(())
}

/// The type of a code of [`TYPES`], if this release knows it.
fn type_of(code: &str, key: &'static str) -> Option<FieldType> {
    Some(match code {
        "text" => Text,
        "note" => Note,
        "number" => Integer,
        "amount" => Money,
        "date" => Date,
        "flag" => Flag,
        "phone" => Phone,
        TYPE_CHOICE => Code(key),
        _ => return None,
    })
}

/// Keys are named by the program and live as long as it does; those of an association's own are made to.
///
/// Each text is kept once, and there is an end to them: whoever made and threw away fields all day long
/// would get no more until the program is opened again.
fn shared(text: &str) -> Option<&'static str> {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text) {
        return Some(known);
    }
    if kept.len() >= SHARED_MAX {
        return None;
    }
    let text: &'static str = String::from(text).leak();
    kept.insert(text);
    Some(text)
}

/// All that one association may have in use and retired, many times over; about two megabytes.
const SHARED_MAX: usize = 32_768;
