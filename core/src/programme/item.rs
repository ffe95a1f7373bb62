//! One public record as it travels: its kind, its id, and its cells, within bounds.

use std::collections::BTreeMap;

use minicbor::data::Type;
use minicbor::encode::Write;
use minicbor::{Decode, Decoder, Encode, Encoder};

use super::{EditionFault, Wording};
use crate::id::RecordId;
use crate::schema::published::{is_published, publishes};
use crate::schema::{CELL_BYTES_MAX, Date, Scalar, Schema};
use crate::share::canon;
use crate::text::LANGUAGES;

/// Bytes of the key of a kind.
const KIND_MAX: usize = 64;
/// Bytes of a cell's path: a field, and one of its members.
const PATH_MAX: usize = 160;
/// Cells of one record: each field of the largest kind in every language, many times over.
const CELLS_MAX: usize = 256;

/// A record of which only public cells are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    kind: String,
    id: RecordId,
    cells: BTreeMap<String, Scalar>,
}

impl Item {
    /// The public cells of a record; nothing if none stands there.
    pub(super) fn of(
        schema: &Schema,
        kind: &str,
        id: RecordId,
        cells: &BTreeMap<String, Scalar>,
    ) -> Option<Self> {
        let kind = schema.kind(kind)?;
        let public = cells.iter().filter(|(path, value)| {
            let field = kind.cell(path).map(|(field, _)| field);
            // An element that was taken out of a set says no more than nothing does.
            let is_out = path.contains('/') && **value == Scalar::Flag(false);
            let stands = !value.is_null() && !is_out;
            stands && field.is_some_and(|field| is_published(kind, field))
        });
        let cells: BTreeMap<String, Scalar> = public
            .map(|(path, value)| (path.clone(), value.clone()))
            .collect();
        let kind = kind.key.to_owned();
        (!cells.is_empty()).then_some(Self { kind, id, cells })
    }

    /// The key of its kind.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Which record of the operator's it is.
    pub fn id(&self) -> RecordId {
        self.id
    }

    /// What stands in it.
    pub fn cells(&self) -> &BTreeMap<String, Scalar> {
        &self.cells
    }

    /// Refuses what the schema knows and does not publish, and what a field cannot hold. What it does not
    /// know is of a newer release.
    pub(super) fn check(&self, schema: &Schema) -> Result<(), EditionFault> {
        let Some(kind) = schema.kind(&self.kind) else {
            return Ok(());
        };
        if !publishes(kind) {
            return Err(self.fault("", |kind, field| EditionFault::NotPublic { kind, field }));
        }
        for (path, value) in &self.cells {
            let Some(field) = kind.field(path.split('/').next().unwrap_or_default()) else {
                continue;
            };
            if !is_published(kind, field) {
                return Err(self.fault(path, |kind, field| EditionFault::NotPublic { kind, field }));
            }
            let fits = kind.cell(path).is_some() && !value.is_null() && field.ty.check(value).is_ok();
            if !fits {
                return Err(self.fault(path, |kind, field| EditionFault::Unfit { kind, field }));
            }
        }
        Ok(())
    }

    /// Refuses what the schema does not know.
    pub(super) fn check_known(&self, schema: &Schema) -> Result<(), EditionFault> {
        let kind = schema.kind(&self.kind);
        let unknown = self
            .cells
            .keys()
            .find(|path| kind.is_none_or(|kind| kind.cell(path).is_none()));
        match unknown {
            Some(path) => Err(self.fault(path, |kind, field| EditionFault::Unknown { kind, field })),
            None => Ok(()),
        }
    }

    /// Whether no field that the kind cannot do without is missing.
    pub(super) fn is_complete(&self, schema: &Schema) -> bool {
        let stands = |key: &str| self.cells.keys().any(|path| path.split('/').next() == Some(key));
        let kind = schema.kind(&self.kind);
        kind.is_some_and(|kind| {
            let mut required = kind.fields.iter().filter(|field| field.required);
            required.all(|field| stands(field.key))
        })
    }

    pub(super) fn text(&self, field: &str) -> Option<String> {
        self.cells.get(field)?.as_text().map(str::to_owned)
    }

    pub(super) fn integer(&self, field: &str) -> Option<i64> {
        self.cells.get(field)?.as_integer()
    }

    pub(super) fn flag(&self, field: &str) -> bool {
        self.cells.get(field) == Some(&Scalar::Flag(true))
    }

    pub(super) fn date(&self, field: &str) -> Option<Date> {
        Date::from_iso(self.cells.get(field)?.as_text()?).ok()
    }

    pub(super) fn wording(&self, field: &str) -> Wording {
        let said = |language: &&'static str| Some((*language, self.text(&format!("{field}/{language}"))?));
        Wording(LANGUAGES.iter().filter_map(said).collect())
    }

    /// The elements of a set.
    pub(super) fn elements(&self, field: &str) -> Vec<String> {
        let start = format!("{field}/");
        let elements = self
            .cells
            .iter()
            .filter(|(_, value)| **value == Scalar::Flag(true));
        elements
            .filter_map(|(path, _)| path.strip_prefix(&start))
            .map(str::to_owned)
            .collect()
    }

    fn fault(&self, path: &str, fault: fn(String, String) -> EditionFault) -> EditionFault {
        fault(self.kind.clone(), path.to_owned())
    }
}

impl<C> Encode<C> for Item {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(3)?.str(&self.kind)?.encode_with(self.id, ctx)?;
        e.map(self.cells.len() as u64)?;
        for (path, value) in &self.cells {
            e.str(path)?;
            match value {
                Scalar::Null => e.null()?,
                Scalar::Text(text) => e.str(text)?,
                Scalar::Integer(number) => e.i64(*number)?,
                Scalar::Flag(flag) => e.bool(*flag)?,
            };
        }
        e.ok()
    }
}

impl<'b, C> Decode<'b, C> for Item {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Read> {
        if d.array()? != Some(3) {
            return Err(Read::message("not a record"));
        }
        let kind = canon::text::<_, KIND_MAX>(d, ctx)?;
        let id = RecordId::decode(d, ctx)?;
        let count = d.map()?.filter(|count| (1..=CELLS_MAX as u64).contains(count));
        let count = count.ok_or_else(|| Read::message("no cells, or too many"))?;
        let mut cells = BTreeMap::new();
        for _ in 0..count {
            let path = canon::text::<_, PATH_MAX>(d, ctx)?;
            cells.insert(path, scalar(d, ctx)?);
        }
        Ok(Self { kind, id, cells })
    }
}

fn scalar<C>(d: &mut Decoder<'_>, ctx: &mut C) -> Result<Scalar, Read> {
    Ok(match d.datatype()? {
        Type::String => Scalar::Text(canon::text::<_, CELL_BYTES_MAX>(d, ctx)?),
        Type::Bool => Scalar::Flag(d.bool()?),
        _ => Scalar::Integer(d.i64()?),
    })
}

type Read = minicbor::decode::Error;

#[cfg(test)]
impl Item {
    pub(super) fn forged(kind: &str, id: RecordId, cells: BTreeMap<String, Scalar>) -> Self {
        let kind = kind.to_owned();
        Self { kind, id, cells }
    }
}
