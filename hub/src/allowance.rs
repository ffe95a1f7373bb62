//! What one association may store and send, as the operator sets it.

use crate::error::HubError;
use crate::quota::Rate;
use crate::relay::Settings;
use crate::store::SqliteLog;

/// The quotas of every association of a hub. Kept in the hub's store; a hub that serves takes the ones
/// it finds when it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Allowance {
    /// Bytes it may have stored. What is beyond is refused, and stays at its computers.
    pub stored_bytes_max: u64,
    /// Bytes it may send in the long run. What comes faster waits; some minutes' worth may come at once.
    pub bytes_per_second: u64,
    /// Entries it may send in the long run, likewise.
    pub entries_per_second: u64,
}

impl Default for Allowance {
    /// What fits an association of a few laptops, with room for a first upload of years.
    fn default() -> Self {
        Self {
            stored_bytes_max: 2 << 30,
            bytes_per_second: 512 << 10,
            entries_per_second: 50,
        }
    }
}

impl Allowance {
    /// Reads what is set; what is not, or cannot be read, is as by default.
    pub(crate) fn read(store: &SqliteLog) -> Result<Self, HubError> {
        let mut allowance = Self::default();
        for (name, place) in allowance.places() {
            if let Some(value) = store.setting(name)?.and_then(|text| text.parse().ok()) {
                *place = value;
            }
        }
        Ok(allowance)
    }

    /// Sets all of it; counts from the next commit.
    pub(crate) fn write(mut self, store: &mut SqliteLog) -> Result<(), HubError> {
        for (name, value) in self.places() {
            store.setting_put(name, &value.to_string())?;
        }
        Ok(())
    }

    fn places(&mut self) -> [(&'static str, &mut u64); 3] {
        [
            ("quota_stored_bytes_max", &mut self.stored_bytes_max),
            ("quota_bytes_per_second", &mut self.bytes_per_second),
            ("quota_entries_per_second", &mut self.entries_per_second),
        ]
    }

    /// The settings of a relay that keeps to it.
    pub(crate) fn settings(self, incarnation: [u8; 16]) -> Settings {
        let rate = |per_second: u64, seconds: u64| Rate {
            per_second: per_second.max(1),
            burst: per_second.saturating_mul(seconds).max(1),
        };
        Settings {
            stored_bytes_max: self.stored_bytes_max,
            bytes: rate(self.bytes_per_second, BYTES_BURST_SECONDS),
            entries: rate(self.entries_per_second, ENTRIES_BURST_SECONDS),
            ..Settings::new(incarnation)
        }
    }
}

/// How many seconds' worth of bytes may come at once, after a long silence: by default 256 MiB.
const BYTES_BURST_SECONDS: u64 = 512;
/// The same of entries: by default 20 000.
const ENTRIES_BURST_SECONDS: u64 = 400;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_found_again_and_the_rest_is_as_by_default() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hub.db");
        let mut store = SqliteLog::open(&path).unwrap();
        assert_eq!(Allowance::read(&store).unwrap(), Allowance::default());
        let narrow = Allowance {
            stored_bytes_max: 7,
            ..Allowance::default()
        };
        narrow.write(&mut store).unwrap();
        crate::store::SpaceLog::commit(&mut store).unwrap();
        drop(store);
        let mut store = SqliteLog::open(&path).unwrap();
        assert_eq!(Allowance::read(&store).unwrap(), narrow);
        store.setting_put("quota_stored_bytes_max", "plenty").unwrap();
        assert_eq!(Allowance::read(&store).unwrap(), Allowance::default());
    }

    #[test]
    fn a_relay_that_was_told_nothing_keeps_to_the_same() {
        assert_eq!(Allowance::default().settings([1; 16]), Settings::new([1; 16]));
        let none = Allowance {
            entries_per_second: 0,
            ..Allowance::default()
        };
        assert_eq!(
            none.settings([1; 16]).entries,
            Rate {
                per_second: 1,
                burst: 1
            }
        );
    }
}
