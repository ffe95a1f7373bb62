//! Where a test plays: a hub on loopback, and folders for devices.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::membership::Role;
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::schema::{Scalar, Schema};
use tawro_hub::{Hub, Running};
use tawro_node::driver::{Founding, Node};
use tawro_node::joining::join;
use tawro_node::net::Goal;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "ثلاثة قوارب";
pub const PATIENCE: Duration = Duration::from_secs(60);

/// An address for a hub that stops and comes back: below the ports that the system hands out, so that
/// no client of another test takes it meanwhile.
fn free_port() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    loop {
        let number = NEXT
            .fetch_add(1, Ordering::Relaxed)
            .wrapping_add((std::process::id() * 61) as u16);
        let address = SocketAddr::from(([127, 0, 0, 1], 10_000 + number % 20_000));
        if std::net::UdpSocket::bind(address).is_ok() {
            return address;
        }
    }
}

/// A hub and the folders around it.
pub struct Place {
    pub dir: TempDir,
    pub hub: Hub,
    pub running: Option<Running>,
    pub schema: Arc<Schema>,
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}

impl Place {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let free = free_port();
        Self::announced(dir, free, free)
    }

    /// A place whose tickets say `announced`, where somebody stands between devices and the hub.
    pub fn behind(announced: SocketAddr) -> Self {
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        Self::announced(tempfile::tempdir().unwrap(), announced, any)
    }

    fn announced(dir: TempDir, announced: SocketAddr, listen: SocketAddr) -> Self {
        let address = announced.to_string().parse().unwrap();
        let hub = Hub::init(&dir.path().join("hub"), "YES", Some(&address)).unwrap();
        let running = Some(hub.serve(listen).unwrap());
        Self {
            dir,
            hub,
            running,
            schema: Arc::new(Schema::builtin()),
        }
    }

    /// A place whose hub sleeps.
    pub fn without_hub() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let hub = Hub::init(&dir.path().join("hub"), "YES", None).unwrap();
        Self {
            dir,
            hub,
            running: None,
            schema: Arc::new(Schema::builtin()),
        }
    }

    /// A place around folders that were there before; the hub in `hub` sleeps.
    pub fn around(dir: TempDir) -> Self {
        let hub = Hub::open(&dir.path().join("hub")).unwrap();
        Self {
            dir,
            hub,
            running: None,
            schema: Arc::new(Schema::builtin()),
        }
    }

    /// Starts a hub that sleeps, at an address of its own.
    pub fn serve(&mut self) -> SocketAddr {
        let address = free_port();
        self.wake_hub(address);
        address
    }

    /// Stops the hub, as a power cut at YES would; [`Self::wake_hub`] starts it at the same address.
    pub async fn stop_hub(&mut self) -> SocketAddr {
        let running = self.running.take().unwrap();
        let address = running.local_addr();
        running.shutdown().await;
        address
    }

    /// The socket of the one before may be open for a moment longer.
    pub fn wake_hub(&mut self, address: SocketAddr) {
        let until = Instant::now() + Duration::from_secs(5);
        let running = loop {
            match self.hub.serve(address) {
                Ok(running) => break running,
                Err(error) if Instant::now() > until => panic!("{error}"),
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        self.running = Some(running);
    }

    pub fn home(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn found(&self, name: &str) -> Node {
        self.found_with_paper(name).0
    }

    pub fn found_with_paper(&self, name: &str) -> (Node, RecoverySecret) {
        let founding = Founding {
            device: name,
            passphrase: PASSPHRASE,
        };
        Node::found(&self.home(name), &founding, Arc::clone(&self.schema)).unwrap()
    }

    pub fn open(&self, name: &str) -> Node {
        Node::open(&self.home(name), PASSPHRASE, Arc::clone(&self.schema)).unwrap()
    }

    pub async fn enrol(&self, node: &mut Node) {
        let ticket = self.hub.ticket("Association").unwrap().to_string();
        node.enrol(&ticket).await.unwrap();
        node.sync(Goal::InSync).await.unwrap();
    }

    /// Invites and joins: both sides at once, as two people beside each other do.
    pub async fn second(&self, node: &mut Node, name: &str) -> Node {
        self.second_called(node, name, name).await
    }

    /// The same, where the device is called something else than its folder.
    pub async fn second_called(&self, node: &mut Node, name: &str, label: &str) -> Node {
        let invitation = node.invite().await.unwrap();
        let home = self.home(name);
        let asking = join(&home, &invitation.code, label, PATIENCE);
        let inviting = async {
            let joiner = node.wait_for_joiner(&invitation, PATIENCE).await.unwrap();
            (joiner, node)
        };
        let (asking, (joiner, node)) = tokio::join!(asking, inviting);
        let asking = asking.unwrap();
        assert_eq!(asking.digits, joiner.digits, "both screens show the same");
        let schema = Arc::clone(&self.schema);
        let (joined, admitted) = tokio::join!(
            asking.finish(PASSPHRASE, schema, PATIENCE),
            node.admit(&invitation, &joiner, Role::Member)
        );
        admitted.unwrap();
        let mut joined = joined.unwrap();
        joined.sync(Goal::InSync).await.unwrap();
        joined
    }
}

pub fn text(value: &str) -> Scalar {
    Scalar::Text(value.to_owned())
}

pub fn add_person(node: &mut Node, name: &str) -> RecordId {
    let cells = vec![
        ("given_name/ar".to_owned(), text(name)),
        ("family_name/ar".to_owned(), text("بناني")),
    ];
    let done = node
        .execute(&Command::Add {
            kind: "person".to_owned(),
            id: None,
            cells,
        })
        .unwrap();
    done.added[0]
}

pub fn set(node: &mut Node, id: RecordId, cell: &str, value: &str) {
    let base = node.record(id).unwrap().unwrap().heads();
    node.execute(&Command::Set {
        id,
        base,
        cells: vec![(cell.to_owned(), text(value))],
    })
    .unwrap();
}

/// Everything a person could see of the records, for comparing devices.
pub fn sight(node: &mut Node) -> Vec<tawro_node::store::ListRow> {
    let query = tawro_node::store::ListQuery {
        limit: 100_000,
        include_deleted: true,
        ..Default::default()
    };
    let kinds: Vec<&str> = node.schema().kinds().map(|kind| kind.key).collect();
    let mut rows: Vec<_> = kinds
        .into_iter()
        .flat_map(|kind| node.db().read(|tx| tx.list(kind, &query)).unwrap())
        .collect();
    rows.sort_by_key(|row| row.id);
    rows
}
