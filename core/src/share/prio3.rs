//! Mode 2: an association's numbers as two shares, of which neither says anything alone.
//!
//! The same numbers as in a [`Contribution`], split by Prio3 (VDAF draft 18, `Prio3SumVec`) between two
//! operators. Each operator checks with the other that every number is within its bound, without seeing
//! one; adds up its shares; and of what passes the gate gives away its share of single cells or of their
//! sums. What is asked of associations, and what they agree to, is the same task as in mode 1.
//!
//! Every proof is bound to the task's id, so that shares made for other bounds do not verify, and to
//! the report's id. Nothing here is on a wire yet.
//!
//! **Where chance comes from.** `Client::shard` of `prio` takes it from the operating system. Core has
//! no dice of its own, so this calls the same function with bytes from the caller's: it is public under
//! the feature `test-util`, which is why that is on and the version is pinned. It buys that a kept seed
//! makes the exact bytes of a report again, for an audit.

use prio::codec::{Encode, ParameterizedDecode};
use prio::field::{Field128, FieldElement};
use prio::vdaf::prio3::{Prio3SumVec, optimal_chunk_length};
use prio::vdaf::test_utils::TestVectorClient;
use prio::vdaf::{Aggregator, Vdaf, VdafError, VerifyTransition};
use rand_core::CryptoRng;
use thiserror::Error;
use zeroize::Zeroizing;

use super::{Contribution, Count, Task, flagged};
use crate::id::ReportId;
use crate::indicator::{LEAVES, Leaf};

/// Bytes of one share of one number, or of a sum of numbers.
pub const SHARE_LEN: usize = 16;

type VerifyState = <Prio3SumVec as Aggregator<32, 16>>::VerifyState;
type VerifierShare = <Prio3SumVec as Aggregator<32, 16>>::VerifierShare;
type VerifierMessage = <Prio3SumVec as Aggregator<32, 16>>::VerifierMessage;
type InputShare = <Prio3SumVec as Vdaf>::InputShare;
type PublicShare = <Prio3SumVec as Vdaf>::PublicShare;

/// Four seeds: the helper's share, the proof, and a blind for each operator.
const SEEDS_LEN: usize = 4 * 32;
/// Whether it answered, whether it has something in each flagged cell, whether it corrects.
const ANSWERED: usize = 0;

/// How a task's numbers are shared: one vector for each bound, and one of flags.
#[derive(Debug, Clone)]
pub struct Sharing {
    parts: Vec<Part>,
    flags: usize,
}

#[derive(Debug, Clone)]
struct Part {
    vdaf: Prio3SumVec,
    ctx: Vec<u8>,
}

/// One of the two who add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Takes the reports.
    Leader,
    /// The other.
    Helper,
}

/// One vector of a report. An operator gets `public` and its own of the other two, sealed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedPart {
    /// For both.
    pub public: Vec<u8>,
    /// For the leader alone.
    pub leader: Vec<u8>,
    /// For the helper alone.
    pub helper: Vec<u8>,
}

/// A report that one operator holds and has not checked with the other yet.
pub struct Checking {
    states: Vec<VerifyState>,
    shares: Vec<VerifierShare>,
    operator: Operator,
}

/// One operator's share of the numbers of a report that holds, or of the sum of many.
#[derive(Clone)]
pub struct SumShare(Vec<Vec<Field128>>);

/// One number of an indicator, by the indicator's place in the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Of a leaf.
    Leaf(usize, Leaf),
    /// What earlier periods had too little.
    Plus(usize),
    /// What they had too much.
    Minus(usize),
    /// One, if the association answered.
    Answered(usize),
    /// One, if it has something in the cell at this place of [`flagged`].
    Has(usize, usize),
    /// One, if it corrects.
    Corrects(usize),
}

/// Why shares do not hold. Which of two operators was lied to cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ShareFault {
    /// The bytes are no shares of this task.
    #[error("malformed shares")]
    Malformed,
    /// The proof does not hold: a number beyond its bound, or bytes of another report or task.
    #[error("the shares do not verify")]
    NotVerified,
    /// The numbers are not those of the task.
    #[error("numbers of another task")]
    OtherTask,
}

impl Sharing {
    /// How the numbers of a task are shared.
    pub fn of(task: &Task) -> Self {
        let flags = 2 + flagged().len();
        let bounds = task.indicators.iter().flat_map(|asked| {
            let leaves = (asked.bound, LEAVES.len());
            let corrections = (asked.total_bound(), 2);
            [leaves, corrections]
        });
        let vectors = bounds.chain([(1, flags * task.indicators.len())]);
        let part = |(at, (bound, len)): (usize, (u64, usize))| {
            let bits = bound.ilog2() as usize + 1;
            let chunk = optimal_chunk_length(bits * len);
            let vdaf = Prio3SumVec::new_sum_vec(2, u128::from(bound), len, chunk)
                .expect("a task's bounds and counts are within what Prio3 takes");
            let ctx = [b"tawro/prio3/v1\0", &task.id().0[..], &(at as u16).to_le_bytes()].concat();
            Part { vdaf, ctx }
        };
        Self {
            parts: vectors.enumerate().map(part).collect(),
            flags,
        }
    }

    /// Splits an association's numbers. The same dice give the same bytes again.
    pub fn split(
        &self,
        contribution: &Contribution,
        dice: &mut dyn CryptoRng,
    ) -> Result<Vec<SharedPart>, ShareFault> {
        let vectors = self.vectors(contribution.counts());
        if vectors.len() != self.parts.len() {
            return Err(ShareFault::OtherTask);
        }
        let nonce = contribution.report().0;
        let parts = self.parts.iter().zip(vectors);
        parts
            .map(|(part, numbers)| part.split(&numbers, &nonce, dice))
            .collect()
    }

    /// Begins to check a report: each vector's public bytes and this operator's share.
    ///
    /// `key` is secret to the operators, the same for both, and fixed before the first report came.
    /// [`Checking::message`] goes to the other operator.
    pub fn check<'a>(
        &self,
        operator: Operator,
        key: &[u8; 32],
        report: ReportId,
        shares: impl IntoIterator<Item = (&'a [u8], &'a [u8])>,
    ) -> Result<Checking, ShareFault> {
        let (mut states, mut out) = (Vec::new(), Vec::new());
        let mut shares = shares.into_iter();
        for part in &self.parts {
            let (public, share) = shares.next().ok_or(ShareFault::Malformed)?;
            let id = operator as usize;
            let public = PublicShare::get_decoded_with_param(&part.vdaf, public).map_err(malformed)?;
            let share = InputShare::get_decoded_with_param(&(&part.vdaf, id), share).map_err(malformed)?;
            let (state, share) = part
                .vdaf
                .verify_init(key, &part.ctx, id, &(), &report.0, &public, &share)
                .map_err(not_verified)?;
            states.push(state);
            out.push(share);
        }
        match shares.next() {
            Some(_) => Err(ShareFault::Malformed),
            None => Ok(Checking {
                states,
                shares: out,
                operator,
            }),
        }
    }

    /// From both operators' messages, what both finish with; an error rejects the report.
    pub fn agree(&self, own: &Checking, other: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, ShareFault> {
        if other.len() != self.parts.len() {
            return Err(ShareFault::Malformed);
        }
        let each = self
            .parts
            .iter()
            .zip(&own.states)
            .zip(own.shares.iter().zip(other));
        let agreed = each.map(|((part, state), (share, other))| {
            let other = VerifierShare::get_decoded_with_param(state, other).map_err(malformed)?;
            let both = match own.operator {
                Operator::Leader => [share.clone(), other],
                Operator::Helper => [other, share.clone()],
            };
            let message = part
                .vdaf
                .verifier_shares_to_message(&part.ctx, &(), both)
                .map_err(not_verified)?;
            message.get_encoded().map_err(malformed)
        });
        agreed.collect()
    }

    /// This operator's share of the numbers of a report that both found within bounds.
    pub fn finish(&self, own: Checking, agreed: &[Vec<u8>]) -> Result<SumShare, ShareFault> {
        if agreed.len() != self.parts.len() {
            return Err(ShareFault::Malformed);
        }
        let each = self.parts.iter().zip(own.states).zip(agreed);
        let shares = each.map(|((part, state), message)| {
            let message = VerifierMessage::get_decoded_with_param(&state, message).map_err(malformed)?;
            match part
                .vdaf
                .verify_next(&part.ctx, state, message)
                .map_err(not_verified)?
            {
                VerifyTransition::Finish(share) => Ok(share.as_ref().to_vec()),
                VerifyTransition::Continue(..) => Err(ShareFault::NotVerified),
            }
        });
        shares.collect::<Result<_, _>>().map(SumShare)
    }

    /// Nothing added up yet.
    pub fn zero(&self) -> SumShare {
        let lengths = self.parts.iter().map(|part| part.vdaf.output_len());
        SumShare(lengths.map(|len| vec![Field128::zero(); len]).collect())
    }

    /// An operator's share of the sum of some numbers: all that it gives away to open that sum.
    pub fn share_of(&self, sums: &SumShare, places: &[Place]) -> Result<[u8; SHARE_LEN], ShareFault> {
        let mut share = Field128::zero();
        for place in places {
            let (part, at) = self.place(*place);
            let number = sums.0.get(part).and_then(|numbers| numbers.get(at));
            share += *number.ok_or(ShareFault::OtherTask)?;
        }
        Ok(share.into())
    }

    fn place(&self, place: Place) -> (usize, usize) {
        let flags = self.parts.len() - 1;
        match place {
            Place::Leaf(indicator, leaf) => (2 * indicator, leaf.place()),
            Place::Plus(indicator) => (2 * indicator + 1, 0),
            Place::Minus(indicator) => (2 * indicator + 1, 1),
            Place::Answered(indicator) => (flags, self.flags * indicator + ANSWERED),
            Place::Has(indicator, cell) => (flags, self.flags * indicator + 1 + cell),
            Place::Corrects(indicator) => (flags, self.flags * (indicator + 1) - 1),
        }
    }

    fn vectors(&self, counts: &[Count]) -> Vec<Zeroizing<Vec<u128>>> {
        let wide =
            |numbers: &[u64]| Zeroizing::new(numbers.iter().map(|n| u128::from(*n)).collect::<Vec<_>>());
        let mut vectors = Vec::new();
        let mut flags = Vec::new();
        for count in counts {
            vectors.push(wide(&count.leaves));
            vectors.push(wide(&[count.plus, count.minus]));
            flags.push(u64::from(!count.withheld));
            flags.extend(flagged().into_iter().map(|cell| u64::from(count.has(cell))));
            flags.push(u64::from(count.plus + count.minus > 0));
        }
        vectors.push(wide(&flags));
        vectors
    }
}

impl Part {
    fn split(
        &self,
        numbers: &Vec<u128>,
        nonce: &[u8; 16],
        dice: &mut dyn CryptoRng,
    ) -> Result<SharedPart, ShareFault> {
        let mut seeds = Zeroizing::new([0; SEEDS_LEN]);
        dice.fill_bytes(&mut *seeds);
        // A number above its bound does not fit, nor another count of them.
        let (public, shares) = self
            .vdaf
            .shard_with_random(&self.ctx, numbers, nonce, &*seeds)
            .map_err(|_| ShareFault::OtherTask)?;
        let mut shares = shares.iter().map(Encode::get_encoded);
        let mut share = || shares.next().ok_or(ShareFault::Malformed)?.map_err(malformed);
        Ok(SharedPart {
            public: public.get_encoded().map_err(malformed)?,
            leader: share()?,
            helper: share()?,
        })
    }
}

impl Checking {
    /// What the other operator needs of this one.
    pub fn message(&self) -> Result<Vec<Vec<u8>>, ShareFault> {
        self.shares
            .iter()
            .map(|share| share.get_encoded().map_err(malformed))
            .collect()
    }
}

impl SumShare {
    /// Adds what another report, or another block, holds. Nothing is opened by it.
    pub fn add(&mut self, other: &Self) {
        for (sum, number) in self.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            *sum += *number;
        }
    }
}

/// The sum of which both operators gave their share.
pub fn open(leader: &[u8; SHARE_LEN], helper: &[u8; SHARE_LEN]) -> Result<u64, ShareFault> {
    let number = |share: &[u8; SHARE_LEN]| Field128::try_from(&share[..]).map_err(|_| ShareFault::Malformed);
    let sum = u128::from(number(leader)? + number(helper)?);
    u64::try_from(sum).map_err(|_| ShareFault::NotVerified)
}

fn malformed(_: prio::codec::CodecError) -> ShareFault {
    ShareFault::Malformed
}

fn not_verified(_: VdafError) -> ShareFault {
    ShareFault::NotVerified
}
