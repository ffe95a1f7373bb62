//! Definitions, queries and the catalogue over worlds small enough to count by hand, and over random ones.

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::indicator::{Figure, Indicator, Period, Records, Row, Tally, catalogue, read};
use crate::schema::{Scalar, Schema};

mod answers;
#[cfg(feature = "text")]
mod listed;
mod reading;
mod worlds;

/// One record of a test.
#[derive(Debug, Clone)]
struct Card {
    id: RecordId,
    kind: &'static str,
    cells: BTreeMap<&'static str, Scalar>,
    is_deleted: bool,
    merged_into: Option<RecordId>,
}

impl Row for Card {
    fn id(&self) -> RecordId {
        self.id
    }

    fn cell(&self, field: &str) -> Option<&Scalar> {
        self.cells.get(field)
    }
}

/// An association's records, in the order in which they were put in.
#[derive(Debug, Clone, Default)]
struct World {
    cards: Vec<Card>,
}

impl Records for World {
    type Row = Card;

    fn rows(&self, kind: &str) -> impl Iterator<Item = &Card> {
        self.cards
            .iter()
            .filter(move |card| card.kind == kind && !card.is_deleted && card.merged_into.is_none())
    }

    fn standing(&self, kind: &str, id: RecordId) -> Option<&Card> {
        let card = self
            .cards
            .iter()
            .find(|card| card.id == id && card.kind == kind)?;
        match card.merged_into {
            Some(into) => self.standing(kind, into),
            None => (!card.is_deleted).then_some(card),
        }
    }
}

impl World {
    /// Puts a record in; every field that it names is one of its kind.
    fn put(&mut self, kind: &'static str, cells: &[(&'static str, Scalar)]) -> RecordId {
        let schema = Schema::builtin();
        let declared = schema.kind(kind).unwrap();
        for (field, _) in cells {
            assert!(declared.field(field).is_some(), "{kind}.{field}");
        }
        let id = RecordId((self.cards.len() as u128 + 1).to_be_bytes());
        self.cards.push(Card {
            id,
            kind,
            cells: cells.iter().cloned().collect(),
            is_deleted: false,
            merged_into: None,
        });
        id
    }

    fn person(&mut self, sex: &str, birth: &str) -> RecordId {
        let cells = [("sex", Scalar::from(sex)), ("birth_date", Scalar::from(birth))];
        self.put("person", &cells)
    }

    fn card(&mut self, id: RecordId) -> &mut Card {
        self.cards.iter_mut().find(|card| card.id == id).unwrap()
    }
}

/// The indicator of the catalogue.
fn listed(code: &str) -> &'static Indicator {
    let mut all = catalogue().iter();
    all.find(|indicator| indicator.code.to_string() == code).unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// A definition with these lines for its source, unit and tables, and for how it counts.
fn defined(head: &str, body: &str) -> Indicator {
    let text = format!(
        "[[indicator]]\ncode = \"NT-G99\"\naxis = \"digital\"\nbound = 1000\ndirection = \"up\"\n{head}\n{body}\n"
    );
    read(&text, &Schema::builtin()).unwrap().remove(0)
}

const PEOPLE: &str =
    "source = \"pooled\"\nunit = \"people\"\ntables = [\"total\", \"sex\", \"age\", \"sex_age\"]";

fn tally(indicator: &Indicator, over: &str, world: &World) -> Tally {
    let crate::indicator::Method::Counting(counting) = &indicator.method else {
        panic!("{} counts no rows", indicator.code);
    };
    counting.over(period(over)).tally(world)
}

fn figure(indicator: &Indicator, over: &str, world: &World) -> Figure {
    tally(indicator, over, world).figure(indicator.code)
}
