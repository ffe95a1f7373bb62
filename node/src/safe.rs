//! What keeps an association safe: ten things, and how each stands as far as it can be computed.

use tawro_core::time::Timestamp;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::store::ListQuery;

/// How one thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Good,
    /// Something is to be done.
    Careful,
    /// Only a person knows, and nobody has said yet.
    Unsaid,
}

/// What a person says for themselves.
pub(crate) const ASKED: [&str; 3] = ["screen", "phone", "updates"];

/// A copy that is older is missed when it is needed.
const COPY_DAYS_MAX: i64 = 30;
/// This program did not exist then.
const CLOCK_MIN: Timestamp = Timestamp(1_767_225_600);

impl Node {
    /// How each of the ten stands, by its name.
    pub fn safe(&mut self) -> Result<Vec<(&'static str, State)>, NodeError> {
        let mut states = vec![
            ("paper", good_if(self.recovery_is_on_paper()?)),
            ("copy", good_if(self.copy_is_fresh()?)),
            ("second", good_if(self.has_second()?)),
            // Nobody shares a passphrase where everybody has one.
            ("logins", good_if(self.logins()?.len() > 1)),
            ("functions", good_if(self.all_have_functions()?)),
            ("differences", good_if(!self.has_differences()?)),
            ("clock", good_if(self.clock() > CLOCK_MIN)),
        ];
        for key in ASKED {
            let said = self.note(&note_of(key))?.is_some();
            states.push((key, if said { State::Good } else { State::Unsaid }));
        }
        Ok(states)
    }

    fn copy_is_fresh(&mut self) -> Result<bool, NodeError> {
        let now = self.clock();
        let last = self.last_copy()?;
        Ok(last.is_some_and(|at| (now.0 - at.0).abs() < COPY_DAYS_MAX * 86_400))
    }

    /// Another computer of the association has what this one has.
    fn has_second(&mut self) -> Result<bool, NodeError> {
        let status = self.status()?;
        let active = status.devices.iter().filter(|device| !device.removed).count();
        Ok(active > 1 && status.unsynced == 0)
    }

    fn all_have_functions(&mut self) -> Result<bool, NodeError> {
        Ok(self.logins()?.iter().all(|login| !login.functions.is_empty()))
    }

    fn has_differences(&mut self) -> Result<bool, NodeError> {
        let query = ListQuery {
            only_conflicts: true,
            limit: 1,
            ..ListQuery::default()
        };
        let schema = self.schema().clone();
        for kind in schema.kinds() {
            if !self
                .list(kind.register.map_or(kind.key, |register| register.key), &query)?
                .is_empty()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Where it is kept that a person said so.
pub(crate) fn note_of(key: &str) -> String {
    format!("safety/{key}")
}

fn good_if(is_good: bool) -> State {
    if is_good { State::Good } else { State::Careful }
}
