//! What every command needs: the schema, the way to speak, and the data folder of this person.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tawro_core::schema::Schema;
use tawro_core::time::Timestamp;
use tawro_node::driver::Node;
use tawro_node::folder::{Folder, FolderError};
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::output::Output;
use crate::passphrase::{Purpose, VARIABLE, passphrase};

/// One run of the program.
pub(crate) struct Session {
    /// The kinds that the program declares.
    pub(crate) declared: Arc<Schema>,
    pub(crate) output: Output,
    /// The same with the fields of the association that was opened.
    opened: OnceCell<Arc<Schema>>,
    home: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
}

/// A clock that says less is wrong: this program did not exist then.
const CLOCK_MIN: Timestamp = Timestamp(1_767_225_600);

impl Session {
    pub(crate) fn new(
        declared: Arc<Schema>,
        output: Output,
        home: Option<PathBuf>,
        passphrase_file: Option<PathBuf>,
    ) -> Self {
        Self {
            declared,
            output,
            opened: OnceCell::new(),
            home,
            passphrase_file,
        }
    }

    /// The kinds of record, once an association was opened with its own fields.
    pub(crate) fn schema(&self) -> &Schema {
        self.opened.get().unwrap_or(&self.declared)
    }

    /// The folder of an association's node.
    pub(crate) fn node_home(&self) -> Result<PathBuf, Failure> {
        self.folder("association")
    }

    /// The folder of a hub.
    pub(crate) fn hub_home(&self) -> Result<PathBuf, Failure> {
        self.folder("hub")
    }

    fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        if let Some(home) = &self.home {
            return Ok(home.clone());
        }
        let place = |variable: &str, below: &[&str]| {
            let base = std::env::var_os(variable).filter(|value| !value.is_empty())?;
            Some(
                below
                    .iter()
                    .fold(PathBuf::from(base), |path, part| path.join(part)),
            )
        };
        place("LOCALAPPDATA", &["tawro"])
            .or_else(|| place("XDG_DATA_HOME", &["tawro"]))
            .or_else(|| place("HOME", &[".local", "share", "tawro"]))
            .map(|base| base.join(name))
            .ok_or_else(|| Failure::usage("no_home", Vec::new()))
    }

    /// The passphrase of an existing folder, or of one that is being made.
    pub(crate) fn passphrase(&self, purpose: Purpose) -> Result<Zeroizing<String>, Failure> {
        let questions = ["ask-passphrase", "ask-passphrase-again"];
        let questions = questions.map(|key| format!("{} ", self.output.sentence(key, &[])));
        Ok(passphrase(self.passphrase_file.as_deref(), purpose, &questions)?)
    }

    /// The association kept in this person's folder.
    pub(crate) fn open(&self) -> Result<Node, Failure> {
        let home = self.node_home()?;
        self.open_at(&home)
    }

    /// Opens the association for what its own fields are, if that takes no question; says so if it does.
    pub(crate) fn open_unasked(&self) {
        let home = self.node_home();
        let Some(home) = home
            .ok()
            .filter(|home| !matches!(Folder::open(home), Err(FolderError::Empty { .. })))
        else {
            return;
        };
        let is_given = self.passphrase_file.is_some() || std::env::var_os(VARIABLE).is_some();
        if !is_given || self.open_at(&home).is_err() {
            self.output.say("kinds-declared", &[]);
        }
    }

    fn open_at(&self, home: &Path) -> Result<Node, Failure> {
        // The folder is looked at first: nobody is asked for a passphrase that opens nothing.
        drop(Folder::open(home)?);
        let passphrase = self.passphrase(Purpose::Open)?;
        self.warn_of_clock();
        let node = Node::open(home, &passphrase, Arc::clone(&self.declared))?;
        self.opened.get_or_init(|| Arc::clone(node.schema()));
        Ok(node)
    }

    /// The folder of an association that is yet to be, before anything is asked or made.
    pub(crate) fn vacant_home(&self) -> Result<PathBuf, Failure> {
        let home = self.node_home()?;
        match Folder::open(&home) {
            Err(FolderError::Empty { .. }) => Ok(home),
            Ok(_) => Err(FolderError::Occupied { path: home }.into()),
            Err(other) => Err(other.into()),
        }
    }

    /// The same where an association is to be recovered, and whether that was begun here before.
    pub(crate) fn home_to_recover(&self) -> Result<(PathBuf, bool), Failure> {
        let home = self.node_home()?;
        match Folder::open(&home) {
            Err(FolderError::Recovering { .. }) => Ok((home, true)),
            Err(FolderError::Empty { .. }) => Ok((home, false)),
            Ok(_) => Err(FolderError::Occupied { path: home }.into()),
            Err(other) => Err(other.into()),
        }
    }

    /// Refuses what lasts for a time, where the clock that would judge it is plainly wrong.
    pub(crate) fn sound_clock(&self) -> Result<(), Failure> {
        clock_fault(tawro_node::driver::now()).map_or(Ok(()), Err)
    }

    /// Says that the clock is wrong, if it plainly is; nothing depends on it but what is shown.
    pub(crate) fn warn_of_clock(&self) {
        self.say_of_clock("clock-wrong");
    }

    /// The same where a hub serves. It does serve: a refusal would cut off every association for the
    /// sake of a date, and a clock may only deny a code that has ended.
    pub(crate) fn warn_of_hub_clock(&self) {
        self.say_of_clock("clock-wrong-hub");
    }

    fn say_of_clock(&self, sentence: &str) {
        let now = tawro_node::driver::now();
        if now < CLOCK_MIN {
            let date = now.to_string();
            self.output.say(sentence, &[("date", date.as_str().into())]);
        }
    }
}

fn clock_fault(now: Timestamp) -> Option<Failure> {
    let date = now.to_string();
    (now < CLOCK_MIN).then(|| Failure::new("clock_wrong", vec![("date", date.into())]))
}

/// What people call this computer unless they say otherwise.
pub(crate) fn device_label(given: Option<&str>, output: &Output) -> String {
    let variable = |name: &str| std::env::var(name).ok();
    let file = || std::fs::read_to_string("/etc/hostname").ok();
    given
        .map(str::to_owned)
        .or_else(|| variable("COMPUTERNAME"))
        .or_else(|| variable("HOSTNAME"))
        .or_else(file)
        .map(|label| label.trim().to_owned())
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| output.sentence("device-default", &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_not_made_by_a_clock_in_1980() {
        let fault = |now| clock_fault(Timestamp(now)).map(|fault| fault.code);
        assert_eq!(fault(315_532_800), Some("clock_wrong".to_owned()));
        assert_eq!(fault(0), Some("clock_wrong".to_owned()));
        assert_eq!(fault(1_795_462_200), None);
    }
}
