//! Computers whose clock stands in 1980, as after an empty battery: told so, and nothing is lost.
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::run::{Computer, Place, Running};

/// Stands between the program and the system: the calendar is wrong, the clock that only runs is not.
const SHIM: &str = "#define _GNU_SOURCE
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t id, struct timespec *at) {
    int said = syscall(SYS_clock_gettime, id, at);
    if (id == CLOCK_REALTIME) at->tv_sec = 315532800 + at->tv_sec % 3600;
    return said;
}
";

fn shim(place: &Place) -> PathBuf {
    let (source, library) = (place.path("clock.c"), place.path("clock.so"));
    std::fs::write(&source, SHIM).unwrap();
    let mut compiler = Command::new("cc");
    compiler
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source]);
    assert!(compiler.status().unwrap().success());
    library
}

/// A computer in 1980.
struct Past {
    computer: Computer,
    shim: PathBuf,
}

impl Past {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.computer.command(arguments);
        command.env("LD_PRELOAD", &self.shim);
        command
    }

    /// Runs what must succeed; data, and what was said.
    fn done(&self, arguments: &[&str]) -> (Value, String) {
        let arguments = [arguments, &["--json"]].concat();
        let output = self.command(&arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {said}");
        (serde_json::from_slice(&output.stdout).unwrap_or_default(), said)
    }

    /// Serves as a hub; its address, and the first that it said.
    fn serve(&self, listen: &str, lang: &str) -> (Running, String, String) {
        let mut command = self.command(&["hub", "serve", "--listen", listen, "--json"]);
        command.env("TAWRO_LANG", lang);
        let mut child: Child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (mut address, mut said) = (String::new(), String::new());
        let mut data = BufReader::new(child.stdout.take().unwrap());
        data.read_line(&mut address).unwrap();
        let mut sentences = BufReader::new(child.stderr.take().unwrap());
        sentences.read_line(&mut said).unwrap();
        let address: Value = serde_json::from_str(&address).unwrap();
        (
            Running(child),
            address["address"].as_str().unwrap().to_owned(),
            said,
        )
    }
}

#[test]
fn a_clock_in_1980_is_told_and_loses_nothing() {
    let place = Place::new();
    let shim = shim(&place);
    let past = |name: &str| Past {
        computer: place.computer(name),
        shim: shim.clone(),
    };
    let (relay, first, second) = (past("hub"), past("a"), past("b"));
    relay
        .computer
        .done(&["hub", "init", "--name", "YES", "--address", "127.0.0.1:9"]);
    let mut said = BTreeSet::new();
    let mut running = None;
    for lang in ["ar", "fr", "en"] {
        drop(running.take());
        let (served, at, first_line) = relay.serve("127.0.0.1:0", lang);
        assert!(first_line.contains("1980"), "{lang}: {first_line}");
        said.insert(first_line);
        running = Some((served, at));
    }
    assert_eq!(said.len(), 3, "{said:?}");
    let (served, address) = running.unwrap();
    // A code of thirty days would have ended before it is used.
    let refused = relay.command(&["hub", "ticket", "Al Amal"]).output().unwrap();
    let text = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{text}");
    assert!(text.contains("[clock_wrong"), "{text}");
    drop(served);

    // The tickets say where the hub is; it is made anew under its real address.
    let hub = past("hub2");
    hub.computer
        .done(&["hub", "init", "--name", "YES", "--address", &address]);
    let ticket = hub.computer.json(&["hub", "ticket", "Al Amal"]);
    let (served, at, _) = hub.serve(&address, "en");
    assert_eq!(at, address);

    let (_, said) = first.done(&["node", "init", "--name", "Al Amal", "--device", "first"]);
    assert!(said.contains("1980"), "{said}");
    first.done(&["record", "add", "person", "given_name=Khadija"]);
    first.done(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    let (invited, _) = first.done(&["node", "invite"]);
    let mut admitting = first
        .command(&["node", "invite", "--accept", "--yes"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    second.done(&["node", "join", invited["code"].as_str().unwrap()]);
    assert!(admitting.wait().unwrap().success());
    second.done(&["record", "add", "person", "given_name=Brahim"]);
    assert_eq!(second.done(&["node", "sync"]).0["unsynced"], 0);
    first.done(&["node", "sync"]);
    drop(served);

    // All batteries are new.
    let (first, second, hub) = (first.computer, second.computer, hub.computer);
    let _served = crate::luck::serve(&hub, &address);
    first.done(&["record", "add", "person", "given_name=Zineb"]);
    assert_eq!(first.json(&["node", "sync"])["unsynced"], 0);
    assert_eq!(second.json(&["node", "sync"])["unsynced"], 0);
    let list = ["record", "list", "person"];
    let all = first.json(&list);
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(second.json(&list), all);
}
