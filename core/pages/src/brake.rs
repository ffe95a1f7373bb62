//! A brake on guessing passphrases: after a few wrong ones, each next try has to wait longer.

use std::sync::{Mutex, PoisonError};

use tawro_core::time::Timestamp;

/// One brake for all who try at this computer: they are not told apart by anything they could not change.
#[derive(Debug, Default)]
pub struct Brake {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    wrong: u32,
    last: Timestamp,
}

/// Mistakes that cost nothing.
const FREE: u32 = 4;
/// The longest that anybody waits, five minutes: the right person is never shut out for long.
const WAIT_SECONDS_MAX: i64 = 300;

impl Brake {
    /// Seconds until the next try; 0 for now.
    pub fn wait(&self, now: Timestamp) -> i64 {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = now.0.saturating_sub(state.last.0);
        let wait = wait_after(state.wrong);
        // A clock that was set back must not shut anybody out.
        if passed < 0 { wait } else { (wait - passed).max(0) }.min(wait)
    }

    /// A wrong one was tried.
    pub fn wrong(&self, now: Timestamp) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.wrong = state.wrong.saturating_add(1);
        state.last = now;
    }

    /// The right one came.
    pub fn right(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = State::default();
    }
}

fn wait_after(wrong: u32) -> i64 {
    match wrong.checked_sub(FREE) {
        None | Some(0) => 0,
        Some(more) => 2_i64.saturating_pow(more.min(20)).min(WAIT_SECONDS_MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessing_becomes_slow_and_the_right_one_frees() {
        let brake = Brake::default();
        let now = Timestamp(1_000);
        for _ in 0..FREE {
            assert_eq!(brake.wait(now), 0);
            brake.wrong(now);
        }
        assert_eq!(brake.wait(now), 0);
        brake.wrong(now);
        assert_eq!(brake.wait(now), 2);
        assert_eq!(brake.wait(Timestamp(1_001)), 1);
        assert_eq!(brake.wait(Timestamp(1_002)), 0);
        for _ in 0..100 {
            brake.wrong(now);
        }
        assert_eq!(brake.wait(now), WAIT_SECONDS_MAX);
        assert_eq!(brake.wait(Timestamp(1)), WAIT_SECONDS_MAX);
        brake.right();
        assert_eq!(brake.wait(now), 0);
    }
}
