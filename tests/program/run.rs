//! Running the program, and reading what it says.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// The program with the invented kind; in all else the one that ships.
const PROGRAM: &str = env!("CARGO_BIN_EXE_tawro-with-kind");
pub(crate) const PASSPHRASE: &str = "four words of a passphrase";

/// A folder in which a test's computers live, gone with the test.
pub(crate) struct Place(tempfile::TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A computer of its own data folder.
    pub(crate) fn computer(&self, name: &str) -> Computer {
        Computer {
            home: self.path(name),
            passphrase: PASSPHRASE.to_owned(),
        }
    }
}

/// One data folder and the passphrase that opens it.
pub(crate) struct Computer {
    pub(crate) home: PathBuf,
    pub(crate) passphrase: String,
}

impl Computer {
    /// The command, ready to be run: in English, with no other setting of this machine.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .stdin(Stdio::null())
            .env_remove("TAWRO_LOG");
        command
            .env("TAWRO_HOME", &self.home)
            .env("TAWRO_LANG", "en")
            .env("TAWRO_PASSPHRASE", &self.passphrase);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs what must succeed; what it prints.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs what must succeed, with `--json`; its data.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let text = self.done(&[arguments, &["--json"]].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {text}"))
    }

    /// Runs what must be refused; its exit status and what it says.
    pub(crate) fn refused(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} was not refused");
        assert!(
            output.stdout.is_empty(),
            "a refusal prints no data: {:?}",
            String::from_utf8_lossy(&output.stdout)
        );
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }

    pub(crate) fn found(&self, name: &str) {
        self.done(&[
            "node", "init", "--name", name, "--device", "first", "--login", "aicha",
        ]);
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.home.with_file_name(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

/// A process that goes on until it is dropped.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A hub on a port of its own; says where it is.
pub(crate) fn hub(computer: &Computer) -> (Running, String) {
    computer.done(&["hub", "init", "--name", "YES"]);
    let mut command = computer.command(&["hub", "serve", "--listen", "127.0.0.1:0", "--json"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let said: Value = serde_json::from_str(&line).unwrap();
    (Running(child), said["address"].as_str().unwrap().to_owned())
}

/// Enrols the association of one computer, and lets another join it.
pub(crate) fn together(hub: &Computer, first: &Computer, second: &Computer) {
    let ticket = hub.json(&["hub", "ticket", "Al Amal"]);
    first.done(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    let invited = first.json(&["node", "invite"]);
    let mut admitting = first
        .command(&["node", "invite", "--accept", "--yes"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    second.done(&[
        "node",
        "join",
        invited["code"].as_str().unwrap(),
        "--device",
        "second",
        "--login",
        "brahim",
    ]);
    assert!(admitting.wait().unwrap().success());
}

/// The file's lines, without the mark that begins it.
pub(crate) fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    text.trim_start_matches('\u{feff}')
        .lines()
        .map(str::to_owned)
        .collect()
}
