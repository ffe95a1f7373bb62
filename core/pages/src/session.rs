//! Sessions: who is at the page, until they leave or are idle for long. They live in memory alone.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use data_encoding::BASE32_NOPAD;
use rand_core::CryptoRng;
use tawro_core::time::Timestamp;

/// The sessions of one program; `W` says who somebody is.
#[derive(Debug)]
pub struct Sessions<W> {
    open: Mutex<BTreeMap<String, Session<W>>>,
    idle_seconds_max: i64,
}

#[derive(Debug)]
struct Session<W> {
    who: W,
    token: String,
    seen: Timestamp,
}

/// Somebody who is at the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit<W> {
    /// Who.
    pub who: W,
    /// What every form of the session carries, and no other page knows.
    pub token: String,
}

/// More people than ever sit at one computer: the one idle for longest goes.
const SESSIONS_MAX: usize = 64;

impl<W: Clone> Sessions<W> {
    /// No sessions yet; each ends when it was idle for so long.
    pub fn new(idle_seconds_max: i64) -> Self {
        Self {
            open: Mutex::default(),
            idle_seconds_max,
        }
    }

    /// Lets somebody in; returns the cookie's value.
    pub fn open(&self, who: W, now: Timestamp, dice: &mut dyn CryptoRng) -> String {
        let (cookie, token) = (secret(dice), secret(dice));
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, session| !self.is_over(session, now));
        if open.len() >= SESSIONS_MAX {
            let oldest = open.iter().min_by_key(|(_, session)| session.seen);
            if let Some(oldest) = oldest.map(|(cookie, _)| cookie.clone()) {
                open.remove(&oldest);
            }
        }
        open.insert(
            cookie.clone(),
            Session {
                who,
                token,
                seen: now,
            },
        );
        cookie
    }

    /// Who shows this cookie; being asked for counts as being there.
    pub fn find(&self, cookie: &str, now: Timestamp) -> Option<Visit<W>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let session = open.get_mut(cookie)?;
        if self.is_over(session, now) {
            open.remove(cookie);
            return None;
        }
        session.seen = now;
        Some(Visit {
            who: session.who.clone(),
            token: session.token.clone(),
        })
    }

    /// Ends a session.
    pub fn close(&self, cookie: &str) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.remove(cookie);
    }

    /// Ends every session of those whom `gone` names: a login that is taken away.
    pub fn close_all(&self, gone: impl Fn(&W) -> bool) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, session| !gone(&session.who));
    }

    /// A clock that was set back by long says nothing of how long somebody is away: they log in again.
    fn is_over(&self, session: &Session<W>, now: Timestamp) -> bool {
        now.0.saturating_sub(session.seen.0).saturating_abs() > self.idle_seconds_max
    }
}

/// 160 random bits in letters that a cookie may hold.
pub fn secret(dice: &mut dyn CryptoRng) -> String {
    let mut bytes = [0; 20];
    dice.fill_bytes(&mut bytes);
    BASE32_NOPAD.encode(&bytes).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;

    const IDLE: i64 = 900;

    #[test]
    fn a_session_ends_when_it_was_idle_and_not_before() {
        let dice = &mut ChaCha20Rng::seed_from_u64(1);
        let sessions = Sessions::new(IDLE);
        let cookie = sessions.open("Khadija", Timestamp(1_000), dice);
        assert_eq!(sessions.find(&cookie, Timestamp(1_900)).unwrap().who, "Khadija");
        assert!(sessions.find(&cookie, Timestamp(2_800)).is_some());
        assert!(sessions.find(&cookie, Timestamp(3_701)).is_none());
        assert!(sessions.find(&cookie, Timestamp(3_000)).is_none());
    }

    #[test]
    fn leaving_ends_it_and_each_has_secrets_of_its_own() {
        let dice = &mut ChaCha20Rng::seed_from_u64(1);
        let sessions = Sessions::new(IDLE);
        let one = sessions.open("Khadija", Timestamp(1), dice);
        let other = sessions.open("Omar", Timestamp(1), dice);
        let visit = |cookie: &str| sessions.find(cookie, Timestamp(2));
        assert_ne!(visit(&one).unwrap().token, visit(&other).unwrap().token);
        sessions.close(&one);
        assert!(visit(&one).is_none() && visit(&other).is_some());
        sessions.close_all(|who| *who == "Omar");
        assert!(visit(&other).is_none());
    }

    #[test]
    fn a_clock_that_was_set_back_ends_it() {
        let dice = &mut ChaCha20Rng::seed_from_u64(1);
        let sessions = Sessions::new(IDLE);
        let cookie = sessions.open((), Timestamp(1_795_462_200), dice);
        assert!(sessions.find(&cookie, Timestamp(315_532_800)).is_none());
    }

    #[test]
    fn there_is_an_end_to_how_many_there_are() {
        let dice = &mut ChaCha20Rng::seed_from_u64(1);
        let sessions = Sessions::new(IDLE);
        let first = sessions.open(0, Timestamp(1), dice);
        for who in 1..=SESSIONS_MAX {
            sessions.open(who, Timestamp(2), dice);
        }
        assert!(sessions.find(&first, Timestamp(3)).is_none());
    }
}
