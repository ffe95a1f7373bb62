//! What a process has cost so far, as the kernel counts it.

use std::fs;

use serde_json::{Value, json};

/// Processor time and memory of this process. Nothing (zeroes) where there is no `/proc`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gauge {
    /// Processor time in milliseconds.
    pub cpu_ms: u64,
    /// Memory now.
    pub rss_kib: u64,
    /// The most memory there was.
    pub peak_kib: u64,
}

impl Gauge {
    /// As it stands now.
    pub fn read() -> Self {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let kib = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|rest| rest.split_whitespace().next()?.parse().ok())
                .unwrap_or(0)
        };
        Self {
            cpu_ms: cpu_ms(),
            rss_kib: kib("VmRSS:"),
            peak_kib: kib("VmHWM:"),
        }
    }

    /// For a bench that prints one object.
    pub fn json(self) -> Value {
        json!({
            "cpu_ms": self.cpu_ms,
            "rss_mb": megabytes(self.rss_kib),
            "rss_peak_mb": megabytes(self.peak_kib),
        })
    }
}

/// User and system time: fields 14 and 15 of `proc_pid_stat(5)`, in ticks of a hundredth of a second.
fn cpu_ms() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name, in parentheses, may hold spaces.
    let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let field = |at: usize| -> u64 {
        let found = after.split_whitespace().nth(at);
        found.and_then(|text| text.parse().ok()).unwrap_or(0)
    };
    (field(11) + field(12)) * 10
}

/// How busy the machine has been in the last minute: beyond its processors, times say little.
pub fn load() -> f64 {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ')
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0.0)
}

/// Of a number of KiB, with one decimal.
pub fn megabytes(kib: u64) -> f64 {
    (kib as f64 / 1024.0 * 10.0).round() / 10.0
}

/// A time in milliseconds with two decimals.
pub fn millis(ns: u64) -> f64 {
    (ns as f64 / 10_000.0).round() / 100.0
}

/// The value below which this share of the sorted values lies.
pub fn percentile(sorted: &[u64], percent: usize) -> u64 {
    let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(at).copied().unwrap_or(0)
}
