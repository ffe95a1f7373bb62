//! How an indicator counts records: which rows, when, what of them, and whose sex and age.

use std::collections::BTreeSet;

use crate::indicator::field::counted_kind;
use crate::indicator::{Counted, Holds, Measure, NotCountable, Rule};
use crate::schema::{Kind, Money, Schema, consent, key, presence};

/// Rows of one kind or of several, and how they become a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counting {
    measure: Measure,
    /// At least one, each fit for the measure.
    selections: Vec<Selection>,
}

/// Rows of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The kind.
    pub kind: &'static str,
    /// What of a row: the reference that tells rows apart, or the number that is added up.
    pub of: Option<Counted>,
    /// When a row counts.
    pub time: Time,
    /// All of these hold.
    pub wanted: Vec<Test>,
    /// None of these holds.
    pub unwanted: Vec<Test>,
    /// Of a share: all of these hold for the part.
    pub part: Vec<Test>,
    /// The way to the person, where the definition says it.
    pub person: Option<Counted>,
    /// What follows from the kind, beside what is wanted: nothing cancelled, no other currency.
    pub implied: Implied,
    /// Whose sex and age tell its numbers apart.
    pub who: Option<Who>,
}

/// When a row counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Time {
    /// If this day lies in the period: what happens.
    When(Counted),
    /// If it runs on the last day of the period, from the one day to the other: what lasts. A day that is not
    /// written closes nothing.
    Runs {
        /// The day it begins.
        since: Option<Counted>,
        /// The day it ends.
        until: Option<Counted>,
    },
}

/// A condition on one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The field.
    pub field: Counted,
    /// What has to stand there.
    pub is: Is,
}

/// What has to stand in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Is {
    /// One of these codes; the empty one stands for nothing at all.
    OneOf(Vec<String>),
    /// This, written down: a flag that nobody set is neither.
    Flag(bool),
}

/// What follows from a kind without being said in a definition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Implied {
    /// All of these hold as well.
    pub wanted: Vec<Test>,
    /// None of these holds either.
    pub unwanted: Vec<Test>,
}

/// Where the sex and the age of whoever a row is about stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The sex.
    pub sex: Counted,
    /// The age.
    pub age: AgeFrom,
}

/// Where an age stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgeFrom {
    /// In a date of birth, of which the year is enough.
    Birth(Counted),
    /// In a code of an age band.
    Band(Counted),
}

impl Counting {
    /// So many kinds may be counted in one indicator.
    pub const SELECTIONS_MAX: usize = 8;

    /// A way of counting, if its parts fit each other.
    pub(super) fn new(measure: Measure, selections: Vec<Selection>) -> Result<Self, Rule> {
        if selections.is_empty() {
            return Err(Rule::Missing { key: "rows" });
        }
        if measure == Measure::Distinct || selections.iter().any(Selection::is_distinct) {
            let kinds: BTreeSet<_> = selections.iter().map(Selection::told_apart_by).collect();
            if kinds.len() > 1 {
                return Err(Rule::DistinctKinds);
            }
        } else if measure != Measure::Flag {
            let mut kinds = BTreeSet::new();
            if let Some(twice) = selections.iter().find(|rows| !kinds.insert(rows.kind)) {
                return Err(Rule::KindTwice { kind: twice.kind });
            }
        }
        if selections.iter().any(Selection::is_money) && !selections.iter().all(Selection::is_money) {
            return Err(Rule::MoneyMixed);
        }
        Ok(Self { measure, selections })
    }

    /// How rows become a number.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The rows.
    pub fn selections(&self) -> &[Selection] {
        &self.selections
    }

    /// Whether amounts are added up.
    pub fn is_money(&self) -> bool {
        self.selections.iter().all(Selection::is_money)
    }

    /// Whether its numbers are told apart by sex and age.
    pub fn is_of_people(&self) -> bool {
        let told_apart = self.selections.iter().all(|rows| rows.who.is_some());
        told_apart && self.measure != Measure::Flag
    }
}

impl Selection {
    /// Whether the records that its rows name are counted, each once.
    pub fn is_distinct(&self) -> bool {
        self.told_apart_by().is_some()
    }

    /// The kind of the records that are counted once each.
    pub fn told_apart_by(&self) -> Option<&'static str> {
        match self.of.as_ref()?.holds() {
            Holds::Reference(kind) => Some(kind),
            _ => None,
        }
    }

    fn is_money(&self) -> bool {
        self.of.as_ref().is_some_and(|of| of.holds() == Holds::Money)
    }
}

impl Implied {
    /// What follows from a kind, and from adding up an amount of it.
    ///
    /// A record that was cancelled counts nowhere; an amount in another currency cannot be added to dirhams
    /// ([`Kind::amount_in`] keeps to the same).
    pub(super) fn of(schema: &Schema, kind: &Kind, of: Option<&Counted>) -> Result<Self, NotCountable> {
        let mut implied = Self::default();
        if kind.field(key::CANCELLED).is_some() {
            implied.unwanted.push(Test {
                field: Counted::grant(schema, kind.key, key::CANCELLED)?,
                is: Is::Flag(true),
            });
        }
        let adds_money = of.is_some_and(|of| of.holds() == Holds::Money && of.steps().is_empty());
        if adds_money && kind.field(key::CURRENCY).is_some() {
            implied.wanted.push(Test {
                field: Counted::grant(schema, kind.key, key::CURRENCY)?,
                is: Is::OneOf(vec![String::new(), Money::DIRHAM.to_owned()]),
            });
        }
        Ok(implied)
    }
}

impl Who {
    /// The sex and age of whoever a row of this kind is about.
    ///
    /// Of the person that `person` or, where records are told apart, `of` names; without either of the row
    /// itself, if it says a sex and an age, as a head count does.
    pub(super) fn of(
        schema: &Schema,
        kind: &Kind,
        of: Option<&Counted>,
        person: Option<&Counted>,
    ) -> Result<Option<Self>, NotCountable> {
        let named = of.filter(|of| matches!(of.holds(), Holds::Reference(_)));
        let (at, way) = match person.or(named) {
            Some(way) => match way.holds() {
                Holds::Reference(to) => (counted_kind(schema, to)?, format!("{way}.")),
                _ => return Ok(None),
            },
            None => (kind, String::new()),
        };
        let [sex, band, _] = presence::GROUPED_BY;
        let stands = |field: &str| at.field(field).is_some();
        let grant = |field: &str| Counted::grant(schema, kind.key, &format!("{way}{field}"));
        if !stands(sex) {
            return Ok(None);
        }
        let age = match (stands(consent::BIRTH), stands(band)) {
            (true, _) => AgeFrom::Birth(grant(consent::BIRTH)?),
            (false, true) => AgeFrom::Band(grant(band)?),
            (false, false) => return Ok(None),
        };
        let sex = grant(sex)?;
        Ok(Some(Self { sex, age }))
    }
}
