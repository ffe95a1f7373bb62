//! What is counted in a period, from whom, within which bounds, and what may be published of it.

use std::collections::BTreeSet;
use std::ops::Deref;

use minicbor::{Decode, Encode};
use thiserror::Error;

use super::canon::{self, Malformed, by_code};
use super::{Day, PERSONS_MIN, Roll};
use crate::crypto::{self, Hash};
use crate::id::TaskId;
use crate::indicator::{Source, Table};

/// The longest task: 64 indicators of about 200 bytes leave room.
pub const TASK_BYTES_MAX: usize = 64 * 1024;
/// The fewest associations in a cell of pooled numbers, whatever a task says.
const K_MIN: u8 = 5;
/// A bound above this is no bound; so many associations' numbers still add up in 64 bits.
const BOUND_MAX: u64 = 1 << 40;
const INDICATORS_MAX: usize = 64;
const WORD_MAX: usize = 32;
const NAME_MAX: usize = 120;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Persons: small cells are protected.
    Persons,
    /// Acts, documents, hours: things.
    Number,
    /// Whole dirhams.
    Dirhams,
    /// Associations: one, or none.
    Associations,
}

/// Who adds up, by the name that people agree to.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Mode {
    /// One operator, who sees each association's numbers.
    #[n(1)]
    One {
        /// Its name.
        #[cbor(n(0), decode_with = "canon::text::<_, NAME_MAX>")]
        operator: String,
    },
    /// Two independent operators, neither of whom sees one association's numbers.
    #[n(2)]
    Two {
        /// The one that takes the reports.
        #[cbor(n(0), decode_with = "canon::text::<_, NAME_MAX>")]
        leader: String,
        /// The other.
        #[cbor(n(1), decode_with = "canon::text::<_, NAME_MAX>")]
        helper: String,
    },
}

/// One indicator of a task.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Asked {
    /// Its code in the programme, as `NT-G12`.
    #[cbor(n(0), decode_with = "canon::text::<_, WORD_MAX>")]
    pub code: String,
    /// Whose numbers.
    #[n(1)]
    pub source: Source,
    /// What is counted.
    #[n(2)]
    pub unit: Unit,
    /// The most that one association may have in one leaf: about twice the largest honest number, the
    /// same for all. A number above it never leaves.
    #[n(3)]
    pub bound: u64,
    /// Of a fact: whether it is unkind to be one of those for whom it does not hold.
    #[n(4)]
    pub unkind_when_negative: bool,
    /// The tables that may be published, in the order of [`Table::ALL`].
    #[cbor(n(5), decode_with = "canon::list::<_, _, { Table::ALL.len() }>")]
    pub tables: Vec<Table>,
    /// The hash of the definition's text, so that nobody agrees to words that change.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub definition: Hash,
}

/// What a task says, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Terms {
    /// The first day.
    #[n(0)]
    pub start: Day,
    /// The last day.
    #[n(1)]
    pub end: Day,
    /// Who adds up.
    #[n(2)]
    pub mode: Mode,
    /// The fewest associations that a published cell of pooled numbers adds up.
    #[n(3)]
    pub k: u8,
    /// The [`Roll`] of the year: who is asked, fixed for a year.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub roll: Hash,
    /// The indicators, in the order in which their numbers travel.
    #[cbor(n(5), decode_with = "canon::list::<_, _, INDICATORS_MAX>")]
    pub indicators: Vec<Asked>,
}

/// Terms that hold, and their id. Its fields are those of [`Terms`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    terms: Terms,
    id: TaskId,
}

/// Which rule the terms of a task break.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TaskFault {
    /// The period ends before it begins, or is of two years: members are fixed for one.
    #[error("from {start} to {end} is no period of one year")]
    Period {
        /// The first day.
        start: Day,
        /// The last.
        end: Day,
    },
    /// An operator has no name, or both have the same.
    #[error("the operators need names of their own")]
    Operators,
    /// Too few associations in a cell.
    #[error("k is {found}, at least {limit}")]
    K {
        /// The terms' k.
        found: u8,
        /// The smallest there may be.
        limit: u8,
    },
    /// No indicator, or too many.
    #[error("{found} indicators, 1 to {limit}")]
    Indicators {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A code is empty, too long, or there twice.
    #[error("{code}: not a code of its own")]
    Code {
        /// The code.
        code: String,
    },
    /// Numbers of YES and of associations in one task.
    #[error("{code}: numbers of another source")]
    Mixed {
        /// The indicator.
        code: String,
    },
    /// A bound is 0, of persons below ten, beyond all sense, or a fact's and not 1.
    #[error("{code}: {bound} is no bound")]
    Bound {
        /// The indicator.
        code: String,
        /// Its bound.
        bound: u64,
    },
    /// The tables are not those of that source, or not in order, or the total is missing.
    #[error("{code}: not its tables")]
    Tables {
        /// The indicator.
        code: String,
    },
    /// A fact counts associations, and only a fact does, and only a fact is unkind.
    #[error("{code}: a fact counts associations, nothing else does")]
    Fact {
        /// The indicator.
        code: String,
    },
}

impl TaskFault {
    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Period { .. } => "task_period",
            Self::Operators => "task_operators",
            Self::K { .. } => "task_k",
            Self::Indicators { .. } => "task_indicators",
            Self::Code { .. } => "task_code",
            Self::Mixed { .. } => "task_mixed",
            Self::Bound { .. } => "task_bound",
            Self::Tables { .. } => "task_tables",
            Self::Fact { .. } => "task_fact",
        }
    }
}

impl Unit {
    /// All.
    pub const ALL: [Self; 4] = [Self::Persons, Self::Number, Self::Dirhams, Self::Associations];

    /// Its code in definitions and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Number => "number",
            Self::Dirhams => "mad",
            Self::Associations => "associations",
        }
    }
}

impl Terms {
    /// What an association agrees to: all of it but the days.
    ///
    /// It stays the same from one period to the next, so that a person is asked again exactly when
    /// something else changed.
    pub fn agreed(&self) -> Hash {
        let epoch: Day = "0001-01-01"
            .parse()
            .expect("the first day of the calendar exists");
        let (start, end) = (epoch, epoch);
        crypto::derive(
            "task-agreed",
            &canon::to_bytes(&Self {
                start,
                end,
                ..self.clone()
            }),
        )
    }

    fn check(&self) -> Result<(), TaskFault> {
        let (start, end) = (self.start, self.end);
        if start > end || start.year() != end.year() {
            return Err(TaskFault::Period { start, end });
        }
        let named = |name: &String| !name.trim().is_empty() && name.len() <= NAME_MAX;
        let operators = match &self.mode {
            Mode::One { operator } => named(operator),
            Mode::Two { leader, helper } => named(leader) && named(helper) && leader != helper,
        };
        if !operators {
            return Err(TaskFault::Operators);
        }
        if self.k < K_MIN {
            let (found, limit) = (self.k, K_MIN);
            return Err(TaskFault::K { found, limit });
        }
        let (found, limit) = (self.indicators.len(), INDICATORS_MAX);
        if found == 0 || found > limit {
            return Err(TaskFault::Indicators { found, limit });
        }
        let mut codes = BTreeSet::new();
        let own = self.indicators[0].source == Source::Own;
        self.indicators.iter().try_for_each(|asked| {
            let code = asked.code.clone();
            if code.is_empty() || code.len() > WORD_MAX || !codes.insert(&asked.code) {
                return Err(TaskFault::Code { code });
            }
            if own != (asked.source == Source::Own) {
                return Err(TaskFault::Mixed { code });
            }
            asked.check()
        })
    }
}

impl Asked {
    /// The most that one association's numbers may add up to, and a correction of them.
    pub fn total_bound(&self) -> u64 {
        self.bound * crate::indicator::LEAVES.len() as u64
    }

    fn check(&self) -> Result<(), TaskFault> {
        let (code, bound) = (self.code.clone(), self.bound);
        let fact = self.source == Source::Fact;
        if fact != (self.unit == Unit::Associations) || (self.unkind_when_negative && !fact) {
            return Err(TaskFault::Fact { code });
        }
        // What fewer than ten persons more or less would do is told by so low a bound alone.
        let least = if self.unit == Unit::Persons {
            PERSONS_MIN
        } else {
            1
        };
        if bound < least || bound > BOUND_MAX || (fact && bound != 1) {
            return Err(TaskFault::Bound { code, bound });
        }
        let of_source = |table: &Table| may_have(self.source, *table);
        let fit = self.tables.first() == Some(&Table::Total)
            && self.tables.iter().all(of_source)
            && self.tables.windows(2).all(|pair| pair[0] < pair[1]);
        fit.then_some(()).ok_or(TaskFault::Tables { code })
    }
}

/// Whether numbers of a source may stand in a table.
pub(super) fn may_have(source: Source, table: Table) -> bool {
    match source {
        Source::Fact => table == Table::Total,
        Source::Own => !matches!(table, Table::Milieu | Table::Domain),
        Source::Pooled => true,
    }
}

impl Task {
    /// The task of these terms, if they hold.
    pub fn new(terms: Terms) -> Result<Self, TaskFault> {
        terms.check()?;
        let id = TaskId(crypto::derive("task", &canon::to_bytes(&terms)));
        Ok(Self { terms, id })
    }

    /// The hash of its one encoding, with a purpose of its own.
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// Whether this is the roll of those it asks.
    pub fn asks(&self, roll: &Roll) -> bool {
        crypto::equal(&self.roll, &roll.hash())
    }

    /// The one encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(&self.terms)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let terms = canon::from_bytes(bytes, TASK_BYTES_MAX)?;
        Self::new(terms).map_err(|_| Malformed)
    }
}

impl Deref for Task {
    type Target = Terms;

    fn deref(&self) -> &Terms {
        &self.terms
    }
}

by_code!(Source, Source::ALL, Source::code);
by_code!(Unit, Unit::ALL, Unit::code);
by_code!(Table, Table::ALL, Table::code);
