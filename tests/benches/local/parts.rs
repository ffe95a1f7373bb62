//! The parts, each in a process of its own.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use std::{fs, iter};

use serde_json::{Value, json};
use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Scalar, Schema};
use tawro_core::text::Words;
use tawro_node::driver::{Founding, Node};
use tawro_node::folder::Folder;
use tawro_node::import::{Request, with_words};
use tawro_node::keys::KeyFile;
use tawro_node::store::{ListQuery, Sort};

use crate::people::People;
use tawro_tests::gauge::{Gauge, megabytes, millis, percentile};

pub(crate) const PASSPHRASE: &str = "خمس نخلات";
/// Commands of one transaction while the records are made.
const TOGETHER: usize = 1_000;
/// How often each question is asked.
const TIMES: usize = 20;

/// Founds an association of persons and memberships, as many of one as of the other.
pub(crate) fn build(home: &Path, records: usize) -> Value {
    let schema = Arc::new(Schema::builtin());
    let founding = Founding {
        device: "a",
        passphrase: PASSPHRASE,
    };
    let began = Instant::now();
    let (mut node, _) = Node::found(home, &founding, Arc::clone(&schema)).unwrap();
    let mut people = People::new(&schema, 7);
    let mut left = records / 2;
    let mut number = 0;
    while left > 0 {
        let mut commands = Vec::with_capacity(TOGETHER);
        for _ in 0..left.min(TOGETHER / 2) {
            number += 1;
            commands.extend(member(&mut people, number));
        }
        left -= commands.len() / 2;
        node.execute_all(&commands).unwrap();
    }
    json!({ "seconds": began.elapsed().as_secs_f64().round(), "rss_peak_mb": megabytes(Gauge::read().peak_kib) })
}

fn member(people: &mut People, number: usize) -> [Command; 2] {
    let mut id = [0; RecordId::LEN];
    id[..8].copy_from_slice(&(number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    let person = RecordId(id);
    let text = |text: String| Scalar::Text(text);
    let joined = format!("{}-{:02}-10", 1990 + people.below(36), 1 + people.below(12));
    let cells = vec![
        ("person".to_owned(), text(person.to_string())),
        ("member_no".to_owned(), text(format!("N-{number:06}"))),
        ("category".to_owned(), text("active".to_owned())),
        ("joined_on".to_owned(), text(joined)),
        ("dues_amount".to_owned(), Scalar::Integer(10_000)),
    ];
    [
        Command::Add {
            kind: "person".to_owned(),
            id: Some(person),
            cells: people.person(),
        },
        Command::Add {
            kind: "membership".to_owned(),
            id: None,
            cells,
        },
    ]
}

/// What opening costs on purpose: the passphrase becomes a key. The best of five, as the rest is noise.
pub(crate) fn unlock(home: &Path) -> Value {
    let folder = Folder::open(home).unwrap();
    let took = iter::repeat_with(|| {
        let began = Instant::now();
        KeyFile::load(&folder).unwrap().unlock(PASSPHRASE).unwrap();
        ns(began)
    });
    json!({ "ms": millis(took.take(5).min().unwrap()) })
}

/// Opens, lists, searches and edits.
pub(crate) fn use_it(home: &Path) -> Value {
    let schema = Arc::new(Schema::builtin());
    let cpu = Gauge::read().cpu_ms;
    let began = Instant::now();
    let mut node = Node::open(home, PASSPHRASE, schema).unwrap();
    let open = millis(ns(began));
    let open_cpu = Gauge::read().cpu_ms - cpu;
    let at_open = megabytes(Gauge::read().rss_kib);
    let first = page(&mut node, None);
    let mut pages = serde_json::Map::new();
    for field in ["joined_on", "member_no", "birth_date", "family_name"] {
        let sort = Sort {
            field: field.to_owned(),
            descending: false,
        };
        pages.insert(field.to_owned(), page(&mut node, Some(sort)));
    }
    let after_pages = megabytes(Gauge::read().rss_kib);
    let search = search(&mut node);
    let after_search = megabytes(Gauge::read().rss_kib);
    let edit = edits(&mut node);
    json!({
        "open_total_ms": open,
        "open_total_cpu_ms": open_cpu,
        "first_page": first,
        "pages_sorted_by": pages,
        "search": search,
        "edit": edit,
        "rss_mb": {
            "open": at_open, "pages": after_pages, "search": after_search,
            "edits": megabytes(Gauge::read().rss_kib), "peak": megabytes(Gauge::read().peak_kib),
        },
    })
}

/// The first time, and the middle and the slowest of the next ones.
fn page(node: &mut Node, sort: Option<Sort>) -> Value {
    let query = ListQuery {
        sort,
        ..ListQuery::default()
    };
    timed(node, &query)
}

fn timed(node: &mut Node, query: &ListQuery) -> Value {
    let mut took = Vec::with_capacity(TIMES);
    let mut rows = 0;
    for _ in 0..=TIMES {
        let began = Instant::now();
        rows = node.db().read(|tx| tx.list("member", query)).unwrap().len();
        took.push(ns(began));
    }
    let first = took.remove(0);
    took.sort_unstable();
    json!({
        "first_ms": millis(first),
        "p50_ms": millis(percentile(&took, 50)),
        "p95_ms": millis(percentile(&took, 95)),
        "rows": rows,
    })
}

/// Searches as they are typed, letter by letter.
fn search(node: &mut Node) -> Value {
    let typed = [
        "م",
        "مل",
        "ملي",
        "مليكة",
        "مليكة ا",
        "مليكة الغ",
        "z",
        "ze",
        "zem",
        "zemmouri",
        "zemmouri lah",
        "06",
        "0612",
        "QB0100",
        "N-0420",
        "xyz",
    ];
    let mut all = serde_json::Map::new();
    for words in typed {
        let query = ListQuery {
            search: words.to_owned(),
            ..ListQuery::default()
        };
        all.insert(words.to_owned(), timed(node, &query));
    }
    Value::Object(all)
}

fn edits(node: &mut Node) -> Value {
    let schema = Arc::clone(node.schema());
    let mut people = People::new(&schema, 11);
    let rows = node
        .db()
        .read(|tx| {
            tx.list(
                "person",
                &ListQuery {
                    limit: 500,
                    ..ListQuery::default()
                },
            )
        })
        .unwrap();
    let mut took = Vec::with_capacity(100);
    for _ in 0..100.min(rows.len()) {
        let id = rows[people.below(rows.len())].id;
        let cells = vec![people.edit()];
        let began = Instant::now();
        let base = node.record(id).unwrap().unwrap().heads();
        node.execute(&Command::Set { id, base, cells }).unwrap();
        took.push(ns(began));
    }
    took.sort_unstable();
    json!({ "p50_ms": millis(percentile(&took, 50)), "p95_ms": millis(percentile(&took, 95)) })
}

/// Imports a sheet of members, whole.
pub(crate) fn import(home: &Path, file: &Path) -> Value {
    let mut node = Node::open(home, PASSPHRASE, Arc::new(Schema::builtin())).unwrap();
    let words = with_words(Words::builtin()).unwrap();
    let file = fs::read(file).unwrap();
    let request = Request {
        space: node.space(),
        kind: "member",
        file: &file,
        mapping: None,
    };
    let cpu = Gauge::read().cpu_ms;
    let began = Instant::now();
    let plan = node.plan_import(&request, &words).unwrap();
    let planned = began.elapsed();
    let planned_cpu = Gauge::read().cpu_ms - cpu;
    let began = Instant::now();
    let done = node.import(&request, &words, &mut |_, _| {}).unwrap();
    let took = began.elapsed();
    let (rows, gauge) = (plan.outcomes.len(), Gauge::read());
    json!({
        "rows": rows,
        "errors": done.errors.len(),
        "duplicates": done.duplicates.len(),
        "records": done.undo.created.len(),
        "dry_run_ms": planned.as_millis() as u64,
        "dry_run_cpu_ms": planned_cpu,
        "cpu_ms": gauge.cpu_ms - cpu - planned_cpu,
        "ms": took.as_millis() as u64,
        "rows_per_second": (rows as f64 / took.as_secs_f64()).round(),
        "process": gauge.json(),
    })
}

fn ns(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_nanos()).unwrap()
}
