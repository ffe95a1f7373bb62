//! A child process and what it has said.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::child::{FOLDER, LISTEN, ROLE, RUN};

/// A running child.
pub(crate) struct Process {
    child: Child,
    said: Arc<Mutex<Vec<String>>>,
    reader: Option<JoinHandle<()>>,
}

impl Process {
    pub(crate) fn hub(folder: &Path, listen: SocketAddr) -> Self {
        Self::start(
            "hub",
            &[
                (FOLDER, &folder.display().to_string()),
                (LISTEN, &listen.to_string()),
            ],
        )
    }

    pub(crate) fn laptop(folder: &Path, run: &str) -> Self {
        Self::start("laptop", &[(FOLDER, &folder.display().to_string()), (RUN, run)])
    }

    fn start(role: &str, settings: &[(&str, &str)]) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &format!("child::{role}"), "--nocapture"])
            .env(ROLE, role)
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(Vec::new()));
        let (lines, hears) = (BufReader::new(child.stdout.take().unwrap()).lines(), said.clone());
        let reader = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // The test harness may have begun the line; a line without its end was cut.
                if let Some((_, whole)) = line.split_once('#')
                    && let Some(whole) = whole.strip_suffix(';')
                {
                    hears.lock().unwrap().push(whole.to_owned());
                }
            }
        });
        Self {
            child,
            said,
            reader: Some(reader),
        }
    }

    /// Waits until it has said something that begins so.
    pub(crate) fn wait_for(&mut self, beginning: &str, patience: Duration) {
        let until = Instant::now() + patience;
        while !self
            .said
            .lock()
            .unwrap()
            .iter()
            .any(|line| line.starts_with(beginning))
        {
            assert!(Instant::now() < until, "a child never said {beginning}");
            assert!(
                self.child.try_wait().unwrap().is_none(),
                "a child ended by itself"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// `kill -9`; returns all that it had said by then.
    pub(crate) fn kill(mut self) -> Vec<String> {
        assert!(
            self.child.try_wait().unwrap().is_none(),
            "a child ended by itself"
        );
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.reader.take().unwrap().join().unwrap();
        std::mem::take(&mut *self.said.lock().unwrap())
    }
}

/// Nothing is left running when a round fails.
impl Drop for Process {
    fn drop(&mut self) {
        let _gone_already = self.child.kill();
        let _gone_already = self.child.wait();
    }
}
