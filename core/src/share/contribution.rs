//! One association's numbers for a task, and the signed report that carries them.

use minicbor::{Decode, Encode};
use thiserror::Error;

use super::canon::{self, Malformed};
use super::small::{is_small, without_small_cells};
use super::{Asked, Mode, Task, Unit};
use crate::crypto::{self, BadSignature, DeviceSecret, Hash, SIGNATURE_LEN};
use crate::id::{ReportId, StatisticsKey, TaskId};
use crate::indicator::{Cell, LEAVES, Leaf, Source};

/// The longest report: 64 indicators of 17 numbers of at most nine bytes leave room.
pub const REPORT_BYTES_MAX: usize = 16 * 1024;

const COUNTS_MAX: usize = 64;
const PURPOSE: &str = "statistics-report";

/// The numbers of one indicator. Zeros travel as every other number does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// One for each leaf, in the order of [`LEAVES`]. What has no sex or age is neither stated.
    pub leaves: [u64; LEAVES.len()],
    /// What earlier periods of the year had too little.
    pub plus: u64,
    /// What earlier periods of the year had too much.
    pub minus: u64,
    /// Kept back by the association, or too few persons in all: then all numbers are zero.
    pub withheld: bool,
}

/// What an association sends for a task.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Contribution {
    #[n(0)]
    task: TaskId,
    #[n(1)]
    report: ReportId,
    #[n(2)]
    revision: u32,
    #[cbor(n(3), decode_with = "canon::list::<_, _, COUNTS_MAX>")]
    counts: Vec<Count>,
}

/// A contribution with the signature of its association's statistics key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Report {
    #[n(0)]
    key: StatisticsKey,
    #[n(1)]
    contribution: Contribution,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) signature: [u8; SIGNATURE_LEN],
}

/// Why numbers do not leave. A person is told which number, and whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ContributionFault {
    /// A number above the bound that all agreed to: ask YES. It is never cut off.
    #[error("{indicator}: {value} is above {bound}")]
    AboveBound {
        /// The indicator's code.
        indicator: String,
        /// The leaf, or none for a correction.
        leaf: Option<Leaf>,
        /// The number.
        value: u64,
        /// The bound.
        bound: u64,
    },
    /// Another count of indicators than the task has.
    #[error("{found} indicators, {expected} asked")]
    Indicators {
        /// How many the task has.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// Of an indicator kept back, a number stands there all the same.
    #[error("{indicator}: withheld, and yet a number")]
    WithheldNumber {
        /// The indicator's code.
        indicator: String,
    },
    /// A cell of one to four persons, of which one operator would see too much.
    #[error("{indicator}: {value} persons are too few for a cell")]
    SmallCell {
        /// The indicator's code.
        indicator: String,
        /// The leaf, or none for a correction.
        leaf: Option<Leaf>,
        /// The number.
        value: u64,
    },
    /// A fact has one number, in the last leaf, and no corrections.
    #[error("{indicator}: a fact is one or nothing")]
    NotAFact {
        /// The indicator's code.
        indicator: String,
    },
    /// A correction goes up or down, not both.
    #[error("{indicator}: plus {plus} and minus {minus}")]
    BothWays {
        /// The indicator's code.
        indicator: String,
        /// The one.
        plus: u64,
        /// The other.
        minus: u64,
    },
}

impl ContributionFault {
    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AboveBound { .. } => "above_bound",
            Self::Indicators { .. } => "other_indicators",
            Self::WithheldNumber { .. } => "withheld_number",
            Self::SmallCell { .. } => "small_cell",
            Self::NotAFact { .. } => "not_a_fact",
            Self::BothWays { .. } => "both_ways",
        }
    }
}

impl Count {
    /// Nothing said.
    pub const WITHHELD: Self = Self {
        leaves: [0; LEAVES.len()],
        plus: 0,
        minus: 0,
        withheld: true,
    };

    /// What may be sent of the numbers that were counted, and what of the correction has to wait.
    ///
    /// `correction` is what earlier periods lack (or have too much, when negative), with what waited
    /// before. Where one operator sees the numbers, small cells of persons are moved or withheld, and a
    /// correction of one to four persons waits at the association until more come.
    pub fn prepare(asked: &Asked, mode: &Mode, leaves: [u64; LEAVES.len()], correction: i64) -> (Self, i64) {
        let seen = matches!(mode, Mode::One { .. }) && asked.unit == Unit::Persons;
        let amount = correction.unsigned_abs();
        let (sent, waits) = if seen && is_small(amount) {
            (0, correction)
        } else {
            (amount, 0)
        };
        let (plus, minus) = if correction > 0 { (sent, 0) } else { (0, sent) };
        let leaves = if seen {
            without_small_cells(&leaves)
        } else {
            Some(leaves)
        };
        match leaves {
            // A correction sent with a total kept back would say that the total is small.
            None => (Self::WITHHELD, correction),
            Some(leaves) => {
                let count = Self {
                    leaves,
                    plus,
                    minus,
                    withheld: false,
                };
                (count, waits)
            }
        }
    }

    /// All of its leaves together.
    pub fn total(&self) -> u64 {
        self.leaves
            .iter()
            .fold(0, |sum, number| sum.saturating_add(*number))
    }

    /// Whether it has something in a cell of persons.
    pub(super) fn has(&self, cell: Cell) -> bool {
        let mut leaves = LEAVES.iter().zip(self.leaves);
        leaves.any(|(leaf, number)| number > 0 && cell.holds(*leaf, None, None))
    }

    fn check(&self, asked: &Asked, mode: &Mode) -> Result<(), ContributionFault> {
        let indicator = asked.code.clone();
        let leaves = || LEAVES.into_iter().map(Some).zip(self.leaves);
        let correction = [(None, self.plus), (None, self.minus)];
        if self.withheld && leaves().chain(correction).any(|(_, value)| value > 0) {
            return Err(ContributionFault::WithheldNumber { indicator });
        }
        let bound = asked.bound;
        if let Some((leaf, value)) = leaves().find(|(_, value)| *value > bound) {
            return Err(ContributionFault::AboveBound {
                indicator,
                leaf,
                value,
                bound,
            });
        }
        let bound = asked.total_bound();
        if let Some((leaf, value)) = correction.into_iter().find(|(_, value)| *value > bound) {
            return Err(ContributionFault::AboveBound {
                indicator,
                leaf,
                value,
                bound,
            });
        }
        let (plus, minus) = (self.plus, self.minus);
        if plus > 0 && minus > 0 {
            return Err(ContributionFault::BothWays {
                indicator,
                plus,
                minus,
            });
        }
        let (_, elsewhere) = self.leaves.split_last().expect("there are fifteen leaves");
        if asked.source == Source::Fact && (plus + minus > 0 || elsewhere.iter().any(|value| *value > 0)) {
            return Err(ContributionFault::NotAFact { indicator });
        }
        if asked.unit == Unit::Persons && matches!(mode, Mode::One { .. }) {
            let small = leaves().chain(correction).find(|(_, value)| is_small(*value));
            if let Some((leaf, value)) = small {
                return Err(ContributionFault::SmallCell {
                    indicator,
                    leaf,
                    value,
                });
            }
        }
        Ok(())
    }
}

impl Contribution {
    /// The numbers for a task, one count for each of its indicators in its order.
    ///
    /// `report` is fresh for each revision; of several revisions the highest counts.
    pub fn new(
        task: &Task,
        counts: Vec<Count>,
        revision: u32,
        report: ReportId,
    ) -> Result<Self, ContributionFault> {
        let contribution = Self {
            task: task.id(),
            report,
            revision,
            counts,
        };
        contribution.check(task)?;
        Ok(contribution)
    }

    /// The task it answers.
    pub fn task(&self) -> TaskId {
        self.task
    }

    /// Which report it is.
    pub fn report(&self) -> ReportId {
        self.report
    }

    /// Which revision: the highest counts.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Its numbers, in the order of the task's indicators.
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// Signs it with the association's statistics key.
    pub fn sign(self, secret: &DeviceSecret) -> Report {
        Report {
            key: StatisticsKey(secret.id().0),
            signature: secret.sign(PURPOSE, &canon::to_bytes(&self)),
            contribution: self,
        }
    }

    /// Whether every number is one that the task has room for.
    pub(super) fn check(&self, task: &Task) -> Result<(), ContributionFault> {
        let (expected, found) = (task.indicators.len(), self.counts.len());
        if expected != found {
            return Err(ContributionFault::Indicators { expected, found });
        }
        task.indicators
            .iter()
            .zip(&self.counts)
            .try_for_each(|(asked, count)| count.check(asked, &task.mode))
    }
}

impl Report {
    /// Who signed.
    pub fn key(&self) -> StatisticsKey {
        self.key
    }

    /// What was signed.
    pub fn contribution(&self) -> &Contribution {
        &self.contribution
    }

    /// Checks the signature; whether the key is registered, and the numbers fit, is for the
    /// [`Intake`](super::Intake).
    pub fn verify(&self) -> Result<(), BadSignature> {
        let signed = canon::to_bytes(&self.contribution);
        crypto::verify(PURPOSE, &self.key.0, &signed, &self.signature)
    }

    /// What a manifest says of it.
    pub fn hash(&self) -> Hash {
        crypto::derive("statistics-report-hash", &self.to_bytes())
    }

    /// The one encoding: exactly what leaves.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(self)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that. Nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        canon::from_bytes(bytes, REPORT_BYTES_MAX)
    }
}

/// `[withheld, plus, minus, leaf, leaf, …]`.
impl<C> Encode<C> for Count {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(3 + LEAVES.len() as u64)?.bool(self.withheld)?;
        e.u64(self.plus)?.u64(self.minus)?;
        self.leaves.iter().try_for_each(|number| e.u64(*number)?.ok())
    }
}

impl<'b, C> Decode<'b, C> for Count {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        if d.array()? != Some(3 + LEAVES.len() as u64) {
            return Err(minicbor::decode::Error::message("another number of leaves"));
        }
        let (withheld, plus, minus) = (d.bool()?, d.u64()?, d.u64()?);
        let mut leaves = [0; LEAVES.len()];
        for number in &mut leaves {
            *number = d.u64()?;
        }
        Ok(Self {
            leaves,
            plus,
            minus,
            withheld,
        })
    }
}
