//! A device's process.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tawro_core::command::Command;
use tawro_core::crypto;
use tawro_core::id::RecordId;
use tawro_core::membership::Role;
use tawro_core::record::Record;
use tawro_core::schema::{Scalar, Schema};
use tawro_node::driver::{Founding, Node};
use tawro_node::joining::join;
use tawro_node::net::{Exchange, Goal, Line};
use tawro_node::store::ListQuery;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::child::{answer, commands, now_ns, runtime};
use crate::people::People;
use tawro_tests::gauge::Gauge;

const PASSPHRASE: &str = "خمس نخلات";
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn run(dir: &Path, name: &str) {
    runtime().block_on(async {
        let mut device = Device {
            home: dir.to_owned(),
            name: name.to_owned(),
            schema: Arc::new(Schema::builtin()),
            node: None,
        };
        let mut commands = commands();
        while let Some(command) = commands.recv().await {
            let words: Vec<&str> = command.split(' ').collect();
            match words.as_slice() {
                ["live"] => device.live(&mut commands).await,
                words => {
                    let told = device.obey(words).await;
                    answer(&told);
                }
            }
        }
    });
}

struct Device {
    home: PathBuf,
    name: String,
    schema: Arc<Schema>,
    node: Option<Node>,
}

impl Device {
    fn node(&mut self) -> &mut Node {
        self.node.as_mut().unwrap()
    }

    async fn obey(&mut self, words: &[&str]) -> Value {
        match words {
            ["found"] => self.found(),
            ["enrol", ticket @ ..] => {
                self.node().enrol(&ticket.join(" ")).await.unwrap();
                self.sync().await
            }
            ["invite"] => self.invite().await,
            ["join", code @ ..] => self.join(&code.join(" ")).await,
            ["add-at-once", count, seed] => self.add_at_once(number(count), number(seed) as u64),
            ["offline", adds, edits, seed] => self.offline(number(adds), number(edits), number(seed) as u64),
            ["sync"] => self.sync().await,
            ["gauge"] => Gauge::read().json(),
            ["digest"] => digest(self.node()),
            other => panic!("no command {other:?}"),
        }
    }

    fn found(&mut self) -> Value {
        let founding = Founding {
            device: &self.name,
            passphrase: PASSPHRASE,
        };
        self.node = Some(
            Node::found(&self.home, &founding, Arc::clone(&self.schema))
                .unwrap()
                .0,
        );
        json!({})
    }

    async fn sync(&mut self) -> Value {
        self.node().sync(Goal::InSync).await.unwrap();
        json!({})
    }

    async fn invite(&mut self) -> Value {
        let node = self.node();
        let invitation = node.invite().await.unwrap();
        answer(&json!({ "code": invitation.code.to_string() }));
        let joiner = node.wait_for_joiner(&invitation, PATIENCE).await.unwrap();
        node.admit(&invitation, &joiner, Role::Member).await.unwrap();
        json!({ "admitted": true })
    }

    async fn join(&mut self, code: &str) -> Value {
        let asking = join(&self.home, code, &self.name, PATIENCE).await.unwrap();
        let schema = Arc::clone(&self.schema);
        self.node = Some(asking.finish(PASSPHRASE, schema, PATIENCE).await.unwrap());
        self.sync().await
    }

    fn add_at_once(&mut self, count: usize, seed: u64) -> Value {
        let mut people = People::new(&self.schema, seed);
        let adds: Vec<Command> = (0..count).map(|_| add(&mut people)).collect();
        self.node().execute_all(&adds).unwrap();
        json!({})
    }

    /// Each record and each edit is a commit of its own, on the disk before the next begins.
    fn offline(&mut self, adds: usize, edits: usize, seed: u64) -> Value {
        let mut people = People::new(&self.schema, seed);
        let began = Instant::now();
        for _ in 0..adds {
            self.node().execute(&add(&mut people)).unwrap();
        }
        let ids = ids(self.node());
        for _ in 0..edits {
            let id = ids[people.below(ids.len())];
            set(self.node(), id, people.edit());
        }
        json!({ "ms": began.elapsed().as_millis() as u64 })
    }

    /// Stays connected; says after every commit how far each log is here, and when that was.
    async fn live(&mut self, commands: &mut UnboundedReceiver<String>) {
        let mut people = People::new(&self.schema, 0);
        let node = self.node.as_mut().unwrap();
        let ids = ids(node);
        let line = node.dial_hub().await.unwrap();
        let mut exchange = Exchange::begin(node, &line).await.unwrap();
        let (mut said, mut edits) = (Value::Null, 0);
        loop {
            exchange.settle().await.unwrap();
            let heads = heads(exchange.watch());
            if heads != said {
                answer(&json!({ "at": now_ns(), "heads": heads }));
                said = heads;
            }
            let command = tokio::select! {
                heard = exchange.heard() => { heard.unwrap(); continue }
                command = commands.recv() => command,
            };
            match command.as_deref() {
                Some("edit") => {
                    let id = ids[people.below(ids.len())];
                    edits += 1;
                    answer(&json!({ "began": now_ns() }));
                    // Never what stands there already: that would be no change. A cell that nobody edits
                    // offline: one in conflict would have to be resolved first.
                    let cell = (
                        "birth_place".to_owned(),
                        Scalar::Text(format!("Aguelmous {edits}")),
                    );
                    set(exchange.node(), id, cell);
                }
                Some("udp") => answer(&udp(&line)),
                Some("gauge") => answer(&Gauge::read().json()),
                _ => break,
            }
        }
        exchange.end(&line).await;
        line.close().await;
        answer(&json!({ "left": true }));
    }
}

fn number(text: &str) -> usize {
    text.parse().unwrap()
}

fn add(people: &mut People) -> Command {
    Command::Add {
        kind: "person".to_owned(),
        id: None,
        cells: people.person(),
    }
}

fn set(node: &mut Node, id: RecordId, cell: (String, Scalar)) {
    let base = node.record(id).unwrap().unwrap().heads();
    let cells = vec![cell];
    node.execute(&Command::Set { id, base, cells }).unwrap();
}

fn ids(node: &mut Node) -> Vec<RecordId> {
    node.db()
        .read(|tx| tx.document_ids(None, usize::MAX >> 1))
        .unwrap()
}

fn heads(node: &Node) -> Value {
    let heads = node
        .replica()
        .heads()
        .map(|head| (head.log.to_string(), json!(head.seq)));
    Value::Object(heads.collect())
}

fn udp(line: &Line) -> Value {
    let stats = line.connection.stats();
    json!({
        "up": stats.udp_tx.bytes,
        "down": stats.udp_rx.bytes,
        "packets_up": stats.udp_tx.datagrams,
        "packets_down": stats.udp_rx.datagrams,
        "lost": stats.path.lost_packets,
    })
}

/// Heads of every document, every row as a list shows it, and that nothing waits.
fn digest(node: &mut Node) -> Value {
    let ids = ids(node);
    let mut all = String::new();
    for id in &ids {
        let document = node.db().read(|tx| tx.document(*id)).unwrap().unwrap();
        let heads = Record::load(*id, &document.snapshot, &document.tail)
            .unwrap()
            .heads();
        all.push_str(&format!("{id} {heads:?}\n"));
    }
    let query = ListQuery {
        limit: usize::MAX >> 1,
        include_deleted: true,
        ..ListQuery::default()
    };
    let mut rows = node.db().read(|tx| tx.list("person", &query)).unwrap();
    rows.sort_by_key(|row| row.id);
    let conflicts = rows.iter().filter(|row| !row.conflicts.is_empty()).count();
    let count = rows.len();
    all.push_str(&format!("{rows:?}"));
    let status = node.status().unwrap();
    json!({
        "records": ids.len(),
        "rows": count,
        "conflicts": conflicts,
        "unapplied": status.unapplied.len(),
        "unsynced": status.unsynced,
        "digest": format!("{:02x?}", crypto::hash(all.as_bytes())),
    })
}
