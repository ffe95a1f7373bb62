//! The course of the bench, and what its figures mean.

use std::net::UdpSocket;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::Options;
use crate::child::{Process, now_ns};
use crate::proxy;
use tawro_tests::gauge::{millis, percentile};

/// One association of two devices, and its hub.
pub(crate) struct Bench {
    options: Options,
    hub: Process,
    a: Process,
    b: Process,
    _dir: TempDir,
}

/// When both devices hold the same, and how far each had come before.
struct Agreement {
    heads: Value,
    wall_ns: u64,
}

impl Bench {
    /// Founds, enrols and joins, and shares the base.
    pub(crate) fn start(options: &Options) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let place = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
        let listen = UdpSocket::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let told = if options.rtt.is_zero() {
            listen
        } else {
            proxy::start(listen, options.rtt)
        };
        let hub = Process::start(&["hub", &place("hub"), &listen.to_string(), &told.to_string()]);
        hub.next();
        let a = Process::start(&["device", &place("a"), "a"]);
        let b = Process::start(&["device", &place("b"), "b"]);
        let mut bench = Self {
            options: options.clone(),
            hub,
            a,
            b,
            _dir: dir,
        };
        bench.a.ask("found");
        let ticket = bench.hub.ask("ticket")["ticket"].as_str().unwrap().to_owned();
        bench.a.ask(&format!("enrol {ticket}"));
        bench
            .a
            .ask(&format!("add-at-once {} {}", options.base, options.seed));
        bench.a.ask("sync");
        let code = bench.a.ask("invite")["code"].as_str().unwrap().to_owned();
        bench.b.ask(&format!("join {code}"));
        bench.a.next();
        bench.a.ask("sync");
        bench
    }

    pub(crate) fn run(mut self) -> Value {
        let Options {
            records,
            edits_a,
            edits_b,
            seed,
            ..
        } = self.options.clone();
        self.a.tell(&format!("offline {records} {edits_a} {}", seed + 1));
        let offline_a = self.a.next();
        let offline_b = self.b.ask(&format!("offline 0 {edits_b} {}", seed + 2));
        let before = self.gauges();
        let agreement = self.connect();
        let after = self.gauges();
        let wire = self.udp();
        let steady = self.steady(&agreement);
        let hub_now = self.hub.ask("gauge");
        let stored = self.hub.ask("stored");
        self.leave();
        let (a, b) = (self.a.ask("digest"), self.b.ask("digest"));
        assert_eq!(a["digest"], b["digest"], "{a} {b}");
        assert_eq!(a["unapplied"], 0);
        json!({
            "bench": "sync",
            // The databases of the devices are encrypted.
            "sqlcipher": cfg!(feature = "sqlcipher"),
            "base": self.options.base, "records": records, "edits_a": edits_a, "edits_b": edits_b,
            "seed": seed,
            "rtt_ms": self.options.rtt.as_millis() as u64,
            "load": tawro_tests::gauge::load(),
            "processors": std::thread::available_parallelism().map_or(0, usize::from),
            // What A and B did alone, every command a commit of its own.
            "offline_ms": { "a": offline_a["ms"], "b": offline_b["ms"] },
            // From the word to connect until the last commit after which both hold the same.
            "sync_ms": millis(agreement.wall_ns),
            // Spent by each process between the two.
            "cpu_ms": self.spent(&before, &after),
            // UDP payload of both devices' sockets, handshake included.
            "wire_bytes": wire,
            // From before an edit's commit at A until after its commit at B.
            "steady": steady,
            "hub": { "after_sync": after["hub"], "at_end": hub_now, "stored": stored },
            "memory": { "a": after["a"], "b": after["b"] },
            "equal": a["digest"] == b["digest"],
            "rows": a["rows"], "conflicts": a["conflicts"],
        })
    }

    fn gauges(&mut self) -> Value {
        json!({ "hub": self.hub.ask("gauge"), "a": self.a.ask("gauge"), "b": self.b.ask("gauge") })
    }

    fn spent(&self, before: &Value, after: &Value) -> Value {
        let of = |who: &str| {
            let cpu = |all: &Value| all[who]["cpu_ms"].as_u64().unwrap();
            cpu(after) - cpu(before)
        };
        json!({ "hub": of("hub"), "a": of("a"), "b": of("b") })
    }

    /// Connects both at once and waits until both have told the same heads.
    fn connect(&mut self) -> Agreement {
        let start = now_ns();
        self.a.tell("live");
        self.b.tell("live");
        let (first_a, first_b) = (self.a.next(), self.b.next());
        let (mut of_a, mut of_b) = (first_a.clone(), first_b.clone());
        // Both must have sealed what they wrote: until then they agree on what they had before.
        while of_a["heads"] != of_b["heads"] || !grew(&first_a, &of_a) || !grew(&first_b, &of_b) {
            for (process, told) in [(&self.a, &mut of_a), (&self.b, &mut of_b)] {
                if let Some(more) = process.soon(Duration::from_millis(1)) {
                    *told = more;
                }
            }
        }
        let at = |told: &Value| told["at"].as_u64().unwrap();
        Agreement {
            wall_ns: at(&of_a).max(at(&of_b)) - start,
            heads: of_a["heads"].clone(),
        }
    }

    fn udp(&mut self) -> Value {
        self.rest();
        let (a, b) = (self.a.ask("udp"), self.b.ask("udp"));
        json!({ "a": a, "b": b, "total": bytes(&a) + bytes(&b) })
    }

    /// Acknowledgements are on their way for a while.
    fn rest(&self) {
        std::thread::sleep(Duration::from_millis(400) + 4 * self.options.rtt);
    }

    fn steady(&mut self, agreement: &Agreement) -> Value {
        let edits = self.options.steady;
        let (a, b) = (self.a.ask("udp"), self.b.ask("udp"));
        let mut heads = agreement.heads.clone();
        let mut took = Vec::with_capacity(edits);
        let began = Instant::now();
        for _ in 0..edits {
            let start = self.a.ask("edit")["began"].as_u64().unwrap();
            let sealed = self.a.next();
            assert_ne!(sealed["heads"], heads);
            heads = sealed["heads"].clone();
            let mut there = self.b.next();
            while there["heads"] != heads {
                there = self.b.next();
            }
            took.push(there["at"].as_u64().unwrap() - start);
            // One at a time: what the last one still has to acknowledge is through.
            std::thread::sleep(Duration::from_millis(40) + 2 * self.options.rtt);
        }
        let all = began.elapsed();
        self.rest();
        let (a_after, b_after) = (self.a.ask("udp"), self.b.ask("udp"));
        let of = |before: &Value, after: &Value, way: &str| {
            (after[way].as_u64().unwrap() - before[way].as_u64().unwrap()) / edits.max(1) as u64
        };
        let each = json!({
            "a_up": of(&a, &a_after, "up"), "a_down": of(&a, &a_after, "down"),
            "b_up": of(&b, &b_after, "up"), "b_down": of(&b, &b_after, "down"),
            "packets": of(&a, &a_after, "packets_up") + of(&a, &a_after, "packets_down")
                + of(&b, &b_after, "packets_up") + of(&b, &b_after, "packets_down"),
        });
        took.sort_unstable();
        let total = bytes(&a_after) + bytes(&b_after) - bytes(&a) - bytes(&b);
        json!({
            "edits": edits,
            "p50_ms": millis(percentile(&took, 50)),
            "p95_ms": millis(percentile(&took, 95)),
            "bytes_per_edit": total / edits.max(1) as u64,
            "by_socket": each,
            "seconds": all.as_secs(),
        })
    }

    fn leave(&mut self) {
        for process in [&mut self.a, &mut self.b] {
            process.tell("leave");
            while process.next()["left"] != true {}
        }
    }
}

/// A log is longer than it was, or new.
fn grew(first: &Value, now: &Value) -> bool {
    now["heads"] != first["heads"]
}

fn bytes(udp: &Value) -> u64 {
    udp["up"].as_u64().unwrap() + udp["down"].as_u64().unwrap()
}
