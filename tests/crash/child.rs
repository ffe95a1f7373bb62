//! The processes that are killed: this very test binary, started again as a hub or as a laptop.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Scalar, Schema};
use tawro_hub::Hub;
use tawro_node::driver::Node;
use tawro_node::error::Fault;
use tawro_node::fault::NodeError;
use tawro_node::net::Goal;
use tawro_tests::place::{PASSPHRASE, text};

/// What a child is to be, and where; a test run without it has nothing to play.
pub(crate) const ROLE: &str = "TAWRO_CRASH_ROLE";
pub(crate) const FOLDER: &str = "TAWRO_CRASH_FOLDER";
pub(crate) const LISTEN: &str = "TAWRO_CRASH_LISTEN";
/// What the texts of this run of a laptop begin with: no two runs write the same.
pub(crate) const RUN: &str = "TAWRO_CRASH_RUN";

/// A hub that does not answer for so long is asked again later.
const PATIENCE: Duration = Duration::from_secs(1);

/// Says a line to whoever started this process. The end mark tells a whole line from a cut one.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "#{line};").unwrap();
    out.flush().unwrap();
}

fn is(role: &str) -> bool {
    std::env::var(ROLE).as_deref() == Ok(role)
}

fn setting(name: &str) -> String {
    std::env::var(name).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn hub() {
    if !is("hub") {
        return;
    }
    let hub = Hub::open(Path::new(&setting(FOLDER))).unwrap();
    let _running = hub.serve(setting(LISTEN).parse().unwrap()).unwrap();
    say("open");
    tokio::time::sleep(Duration::from_secs(3600)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn laptop() {
    if !is("laptop") {
        return;
    }
    let schema = Arc::new(Schema::builtin());
    let mut node = Node::open(Path::new(&setting(FOLDER)), PASSPHRASE, schema).unwrap();
    say("open");
    let run = setting(RUN);
    for turn in 0_u64.. {
        for step in 0..1 + turn % 4 {
            write(&mut node, &format!("{run}-{turn}-{step}"), turn + step);
        }
        meet(&mut node).await;
    }
}

/// One command, durable before it is said.
fn write(node: &mut Node, mark: &str, which: u64) {
    let shared = tawro_tests::place::sight(node)
        .into_iter()
        .next()
        .map(|row| row.id);
    match shared {
        Some(id) if which.is_multiple_of(3) => {
            set(node, id, mark);
            say(&format!("set {id} {mark}"));
        }
        _ => {
            let id = add(node, mark);
            say(&format!("add {id} {mark}"));
        }
    }
}

fn add(node: &mut Node, mark: &str) -> RecordId {
    let cells = vec![
        ("given_name/ar".to_owned(), text("خديجة")),
        ("family_name/ar".to_owned(), text("بناني")),
        ("address".to_owned(), text(mark)),
    ];
    let command = Command::Add {
        kind: "person".to_owned(),
        id: None,
        cells,
    };
    node.execute(&command).unwrap().added[0]
}

/// Writes another field than the one by which a record is recognised; a conflict in it is decided.
fn set(node: &mut Node, id: RecordId, mark: &str) {
    let record = node.record(id).unwrap().unwrap();
    let base = record.heads();
    let value: Scalar = text(mark);
    let command = if record
        .conflicts()
        .iter()
        .any(|conflict| conflict.cell == "profession")
    {
        Command::Resolve {
            id,
            base,
            cell: "profession".to_owned(),
            value,
        }
    } else {
        Command::Set {
            id,
            base,
            cells: vec![("profession".to_owned(), value)],
        }
    };
    node.execute(&command).unwrap();
}

/// Syncs, and says up to which entry of which log the hub has signed.
async fn meet(node: &mut Node) {
    match tokio::time::timeout(PATIENCE, node.sync(Goal::InSync)).await {
        Ok(Ok(_)) => {
            let own = node.device();
            let heads = node.replica().heads().filter(|head| head.device == own);
            for head in heads {
                say(&format!("receipt {} {}", head.log, head.seq));
            }
        }
        // The hub is dead just now, or was killed while it spoke.
        Ok(Err(NodeError::Link(_))) | Err(_) => say("alone"),
        Ok(Err(error)) => say(&format!("fault {} {error}", error.code())),
    }
}
