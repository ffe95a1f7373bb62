//! The pages of the same records, over a real socket to the last byte.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use tawro_tests::visit::{Visitor, World};

use crate::parts::PASSPHRASE;

/// How often each page is asked for.
const TIMES: usize = 20;

/// What is asked, and where: filters that many, few and none answer to, on either half of a row.
const ASKED: [(&str, &str); 14] = [
    ("home", "/"),
    ("due", "/due"),
    ("list", "/r/member"),
    ("list_by_date", "/r/member?sort=joined_on"),
    ("filter_all", "/r/member?f.category=active"),
    ("filter_none", "/r/member?f.category=honorary"),
    ("filter_half", "/r/member?f.sex=2"),
    ("search_1_letter", "/r/member?q=z"),
    ("search_3_letters", "/r/member?q=zem"),
    ("search_word", "/r/member?q=zemmouri"),
    ("search_arabic", "/r/member?q=%D9%85%D9%84%D9%8A%D9%83%D8%A9"),
    ("search_nobody", "/r/member?q=fatima"),
    ("search_persons", "/r/person?q=zemmouri"),
    ("search_everywhere", "/search?q=zemmouri"),
];

/// Starts the program, logs in, and asks for each page.
pub(crate) fn pages(home: &Path) -> Value {
    let began = Instant::now();
    let world = World::over(home);
    let mut visitor = world.visitor();
    assert_eq!(visitor.log_in(PASSPHRASE).status, 303);
    assert_eq!(visitor.get("/").status, 200);
    let start_total = since(began);
    let shown: serde_json::Map<String, Value> = ASKED
        .iter()
        .map(|(name, path)| ((*name).to_owned(), asked(&mut visitor, path)))
        .collect();
    json!({ "start_total_ms": start_total, "ms": shown })
}

/// The first time, and the middle and the slowest of the next ones.
fn asked(visitor: &mut Visitor, path: &str) -> Value {
    let mut took = Vec::with_capacity(TIMES);
    let mut bytes = 0;
    for _ in 0..=TIMES {
        let began = Instant::now();
        let reply = visitor.get(path);
        took.push(since(began));
        assert_eq!(reply.status, 200, "{path}");
        bytes = reply.bytes.len();
    }
    let first = took.remove(0);
    took.sort_by(f64::total_cmp);
    json!({ "first": first, "median": took[TIMES / 2], "slowest": took[TIMES - 1], "bytes": bytes })
}

/// Milliseconds, with one place.
fn since(began: Instant) -> f64 {
    (began.elapsed().as_secs_f64() * 10_000.0).round() / 10.0
}
