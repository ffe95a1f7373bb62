//! Patience: how long to wait before the hub is met again.

use std::time::Duration;

/// How a stay at the hub ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// It was time to connect anew.
    Whole,
    /// The log was healed: the hub must be met anew, at once unless it makes us heal again and again.
    Healed,
    /// It failed, after both sides had agreed.
    FailedLater,
    /// It failed before that, or there was no connection.
    Failed,
}

/// The first wait after a failure; each further one is twice as long.
const WAIT_MIN: Duration = Duration::from_secs(1);
/// No wait is longer.
const WAIT_MAX: Duration = Duration::from_secs(15 * 60);

/// Remembers how often in a row it did not go well.
#[derive(Debug, Default)]
pub(crate) struct Patience {
    failures: u32,
    heals: u32,
}

impl Patience {
    /// How long to wait now; the caller adds its dice, so that many do not come back at once.
    pub(crate) fn after(&mut self, end: End) -> Duration {
        let in_a_row = match end {
            End::Whole => {
                *self = Self::default();
                return Duration::ZERO;
            }
            End::Healed => {
                self.heals += 1;
                if self.heals == 1 {
                    return Duration::ZERO;
                }
                self.heals - 1
            }
            End::FailedLater => {
                self.failures = 1;
                self.failures.max(self.heals)
            }
            End::Failed => {
                self.failures += 1;
                self.failures.max(self.heals)
            }
        };
        WAIT_MIN.saturating_mul(1 << (in_a_row - 1).min(16)).min(WAIT_MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ends: &[(End, u64)]) {
        let mut patience = Patience::default();
        for (at, (end, seconds)) in ends.iter().enumerate() {
            let wait = patience.after(*end);
            assert_eq!(wait.as_secs(), *seconds, "{at}: {end:?}");
        }
    }

    #[test]
    fn who_fails_waits_longer_and_longer_until_it_goes_well() {
        use End::{Failed, FailedLater, Healed, Whole};
        check(&[(Failed, 1), (Failed, 2), (Failed, 4), (Whole, 0), (Failed, 1)]);
        check(&[(Failed, 1), (Failed, 2), (FailedLater, 1), (Failed, 2)]);
        check(&[
            (Healed, 0),
            (Healed, 1),
            (Healed, 2),
            (Healed, 4),
            (Whole, 0),
            (Healed, 0),
        ]);
        check(&[
            (Healed, 0),
            (Healed, 1),
            (Healed, 2),
            (FailedLater, 4),
            (Healed, 4),
        ]);
        check(&[(Failed, 1); 1]);
        let mut patience = Patience::default();
        let longest = (0..100).map(|_| patience.after(Failed)).max();
        assert_eq!(longest, Some(WAIT_MAX));
    }
}
