//! How much a space or an address may send, by token buckets whose time is an argument.

use std::collections::BTreeMap;

use tawro_core::time::Timestamp;

/// The two times a turn knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Now {
    /// Milliseconds of a clock that never goes back; its zero means nothing.
    pub millis: u64,
    /// The hub's calendar clock. It may only deny: an expired ticket or invitation.
    pub clock: Timestamp,
}

/// How fast something may come in the long run, and how much at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// In the long run. At least 1.
    pub per_second: u64,
    /// At once, after a long silence.
    pub burst: u64,
}

/// What one space or address has left. It starts full.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bucket {
    /// What was taken and has not flowed back yet, in thousandths, so that slow rates lose nothing.
    taken: u64,
    at_millis: u64,
}

impl Bucket {
    /// Takes an amount and says how many milliseconds to wait before taking more; 0 is not at all.
    ///
    /// The amount is always taken, as it is here already: what exceeds the burst is waited for.
    pub fn take(&mut self, amount: u64, rate: Rate, now: Now) -> u64 {
        let passed = now.millis.saturating_sub(self.at_millis);
        self.at_millis = self.at_millis.max(now.millis);
        self.taken = self.taken.saturating_sub(passed.saturating_mul(rate.per_second));
        self.taken = self.taken.saturating_add(amount.saturating_mul(1_000));
        let excess = self.taken.saturating_sub(rate.burst.saturating_mul(1_000));
        excess.div_ceil(rate.per_second.max(1))
    }

    fn full_again(&self, rate: Rate, now: Now) -> bool {
        self.taken
            <= now
                .millis
                .saturating_sub(self.at_millis)
                .saturating_mul(rate.per_second)
    }
}

/// Buckets of many, of which those that are full again are forgotten.
#[derive(Debug)]
pub struct Buckets<K> {
    rate: Rate,
    known: BTreeMap<K, Bucket>,
}

impl<K: Ord> Buckets<K> {
    /// All full, with this rate.
    pub fn new(rate: Rate) -> Self {
        Self {
            rate,
            known: BTreeMap::new(),
        }
    }

    /// Takes from one; see [`Bucket::take`].
    pub fn take(&mut self, key: K, amount: u64, now: Now) -> u64 {
        if self.known.len() >= BUCKETS_MAX {
            let rate = self.rate;
            self.known.retain(|_, bucket| !bucket.full_again(rate, now));
        }
        if self.known.len() >= BUCKETS_MAX && !self.known.contains_key(&key) {
            // More senders than can be told apart: an attack. Each newcomer waits its turn.
            return 1_000;
        }
        self.known.entry(key).or_default().take(amount, self.rate, now)
    }
}

/// How many are told apart at once: about 1 MiB.
const BUCKETS_MAX: usize = 16_384;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: u64) -> Now {
        Now {
            millis,
            clock: Timestamp::UNKNOWN,
        }
    }

    #[test]
    fn a_burst_is_free_and_the_rest_is_waited_for() {
        let rate = Rate {
            per_second: 10,
            burst: 100,
        };
        let mut bucket = Bucket::default();
        assert_eq!(bucket.take(60, rate, at(0)), 0);
        assert_eq!(bucket.take(40, rate, at(0)), 0);
        assert_eq!(bucket.take(1, rate, at(0)), 100);
        assert_eq!(bucket.take(19, rate, at(0)), 2_000);
        assert_eq!(bucket.take(0, rate, at(1_500)), 500);
        assert_eq!(bucket.take(0, rate, at(2_000)), 0);
        assert_eq!(
            bucket.take(0, rate, at(1_000)),
            0,
            "a clock that goes back gives nothing"
        );
        assert_eq!(bucket.take(100, rate, at(12_000)), 0);
    }

    #[test]
    fn each_has_its_own_and_their_number_is_bounded() {
        let mut buckets = Buckets::new(Rate {
            per_second: 1,
            burst: 1,
        });
        assert_eq!(buckets.take(1, 1, at(0)), 0);
        assert_eq!(buckets.take(2, 1, at(0)), 0);
        assert_eq!(buckets.take(1, 1, at(0)), 1_000);
        for key in 3..=BUCKETS_MAX {
            buckets.take(key, 1, at(0));
        }
        assert_eq!(buckets.take(usize::MAX, 1, at(0)), 1_000);
        assert_eq!(
            buckets.take(usize::MAX, 1, at(9_000)),
            0,
            "the others are forgotten by now"
        );
        assert_eq!(buckets.known.len(), 1);
    }
}
