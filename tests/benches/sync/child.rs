//! The bench as several processes: one line of text for a command, one of JSON for an answer.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{env, io, thread};

use serde_json::Value;
use tokio::sync::mpsc as queue;

/// A process that the bench started; it ends with it.
pub(crate) struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Value>,
}

/// The longest any step may take.
const PATIENCE: Duration = Duration::from_secs(900);

impl Process {
    /// Starts this very program in another role.
    pub(crate) fn start(role: &[&str]) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(role)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, answers) = channel();
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if sender.send(serde_json::from_str(&line).unwrap()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            input,
            answers,
        }
    }

    pub(crate) fn tell(&mut self, command: &str) {
        writeln!(self.input, "{command}").unwrap();
    }

    pub(crate) fn next(&self) -> Value {
        self.answers.recv_timeout(PATIENCE).unwrap()
    }

    /// The next answer if it comes in time.
    pub(crate) fn soon(&self, wait: Duration) -> Option<Value> {
        self.answers.recv_timeout(wait).ok()
    }

    pub(crate) fn ask(&mut self, command: &str) -> Value {
        self.tell(command);
        self.next()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Answers the process that started this one.
pub(crate) fn answer(value: &Value) {
    let mut out = io::stdout().lock();
    writeln!(out, "{value}").unwrap();
    out.flush().unwrap();
}

/// The commands as they come.
pub(crate) fn commands() -> queue::UnboundedReceiver<String> {
    let (sender, receiver) = queue::unbounded_channel();
    thread::spawn(move || {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Two workers, as a hub has; what a device decides runs on the thread that waits here.
pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

/// The clock that all processes of a machine share.
pub(crate) fn now_ns() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(0)
}
