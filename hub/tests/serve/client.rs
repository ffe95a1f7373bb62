//! A device on a real socket: a replica in memory, moved by hand.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use quinn::{Connection, Endpoint};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::code::Code;
use tawro_core::command::Command;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::membership::Role;
use tawro_core::membership::draft::{self, Newcomer};
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::membership::ticket::{client_proof, hub_proof, ticket_id};
use tawro_core::replica::{Intent, MemoryStore, Peer, Replica};
use tawro_core::schema::{Scalar, Schema};
use tawro_core::sync::{Closing, Side};
use tawro_core::time::Timestamp;
use tawro_core::wire::{Enrol, Message};
use tawro_quic::{
    FrameReceiver, FrameSender, Identity, Limits, LinkFault, Pin, client_config, connect, open, peer_key,
};

pub(crate) const NOW: Timestamp = Timestamp(1_795_462_200);

pub(crate) struct Client {
    pub(crate) replica: Replica,
    pub(crate) store: MemoryStore,
    identity: Identity,
    dice: ChaCha8Rng,
    line: Option<Line>,
}

struct Line {
    _endpoint: Endpoint,
    connection: Connection,
    hub: DeviceId,
    at: SocketAddr,
    sender: FrameSender,
    receiver: FrameReceiver,
    peer: Peer,
}

impl Client {
    /// The first device of an association.
    pub(crate) fn founder(seed: u64, label: &str) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let secret = DeviceSecret::generate(&mut dice);
        let identity = Identity::from_pkcs8(&secret.pkcs8()).unwrap();
        let recovery = RecoverySecret::generate(&mut dice).keys();
        let genesis = draft::genesis(&secret, label, &recovery, &mut dice).unwrap();
        let mut store = MemoryStore::default();
        let schema = Arc::new(Schema::builtin());
        let replica = Replica::found(schema, secret, &genesis, &mut dice, &mut store).unwrap();
        Self {
            replica,
            store,
            identity,
            dice,
            line: None,
        }
    }

    /// One more device, let in by this one.
    pub(crate) fn second(&mut self, label: &str) -> Self {
        let mut dice = ChaCha8Rng::from_rng(&mut self.dice);
        let secret = DeviceSecret::generate(&mut dice);
        let identity = Identity::from_pkcs8(&secret.pkcs8()).unwrap();
        let newcomer = Newcomer {
            keys: secret.keys(),
            role: Role::Admin,
            label: label.to_owned(),
            invite: None,
        };
        self.decide(&Intent::Admit(newcomer));
        let mut store = MemoryStore {
            membership: self.store.membership.clone(),
            ..MemoryStore::default()
        };
        let schema = Arc::new(Schema::builtin());
        let replica = Replica::open(schema, secret, None, &mut dice, &mut store).unwrap();
        Self {
            replica,
            store,
            identity,
            dice,
            line: None,
        }
    }

    pub(crate) fn id(&self) -> DeviceId {
        self.replica.device()
    }

    pub(crate) fn decide(&mut self, intent: &Intent) {
        self.replica
            .decide_members(intent, &mut self.dice, &mut self.store)
            .unwrap();
        self.nudge();
    }

    pub(crate) fn add(&mut self, name: &str) {
        let cells = vec![("given_name/fr".to_owned(), Scalar::Text(name.to_owned()))];
        let command = Command::Add {
            kind: "person".to_owned(),
            id: None,
            cells,
        };
        self.replica
            .execute(&command, NOW, &mut self.dice, &mut self.store)
            .unwrap();
        self.nudge();
    }

    fn nudge(&mut self) {
        if let Some(line) = &mut self.line {
            line.peer.nudge();
        }
    }

    /// Enrols with the code of a ticket; returns the hub's key.
    pub(crate) async fn enrol(&mut self, code: &Code, at: SocketAddr) -> DeviceId {
        let Code::Ticket { secret, .. } = code else {
            panic!("another code")
        };
        let (_endpoint, connection) = self.dial(at, Pin::Learn).await.unwrap();
        let hub = peer_key(&connection).unwrap();
        let ask = |records: Vec<Vec<u8>>| Enrol {
            ticket: ticket_id(secret),
            device: self.replica.device(),
            proof: client_proof(secret, &hub.0, &self.replica.device()),
            space: (!records.is_empty()).then(|| self.replica.space()),
            records,
        };
        let (mut sender, mut receiver) = open(&connection).await.unwrap();
        sender.send(&[Message::Enrol(ask(Vec::new()))]).await.unwrap();
        let Some(Message::Enrolled(first)) = receiver.next().await.unwrap() else {
            panic!("refused")
        };
        assert_eq!(first.proof, hub_proof(secret, &hub.0, &self.replica.device()));
        self.decide(&Intent::HandOver(hub.0));
        let second = Enrol {
            space: Some(self.replica.space()),
            records: self.store.membership.clone(),
            ..Enrol {
                ticket: ticket_id(secret),
                device: self.replica.device(),
                proof: client_proof(secret, &hub.0, &self.replica.device()),
                space: None,
                records: Vec::new(),
            }
        };
        sender.send(&[Message::Enrol(second)]).await.unwrap();
        let Some(Message::Enrolled(done)) = receiver.next().await.unwrap() else {
            panic!("refused")
        };
        assert_eq!(done.position, Some(self.replica.membership().head().0));
        connection.close(0u32.into(), b"");
        hub
    }

    async fn dial(&self, at: SocketAddr, pin: Pin) -> Result<(Endpoint, Connection), LinkFault> {
        let endpoint = Endpoint::client("127.0.0.1:0".parse().unwrap()).unwrap();
        let config = client_config(&self.identity, pin, &Limits::node()).unwrap();
        let connection = connect(&endpoint, config, at).await?;
        Ok((endpoint, connection))
    }

    /// Connects and says hello.
    pub(crate) async fn meet(&mut self, hub: DeviceId, at: SocketAddr) {
        let (endpoint, connection) = self.dial(at, Pin::Key(hub)).await.unwrap();
        let (sender, receiver) = open(&connection).await.unwrap();
        let peer = self.replica.meet(Side::Node, NOW);
        self.line = Some(Line {
            _endpoint: endpoint,
            connection,
            hub,
            at,
            sender,
            receiver,
            peer,
        });
    }

    /// Exchanges until both sides have everything and this device has so many rows.
    pub(crate) async fn until_rows(&mut self, rows: usize) {
        loop {
            self.speak().await.unwrap();
            let Some(line) = &self.line else {
                panic!("not connected")
            };
            if line.peer.closed() == Some(Closing::Done) {
                // A replica that closes a session by itself wants to meet anew.
                self.meet(line.hub, line.at).await;
                continue;
            }
            if line.peer.in_sync() && self.unsynced() == 0 && self.store.rows.len() >= rows {
                return;
            }
            self.listen().await.unwrap();
        }
    }

    /// Exchanges until the connection ends; returns how.
    pub(crate) async fn until_ended(&mut self) -> LinkFault {
        loop {
            let done = match self.speak().await {
                Ok(()) => self.listen().await,
                failed => failed,
            };
            let Some(line) = &self.line else {
                panic!("not connected")
            };
            if done.is_err() || line.peer.closed().is_some() {
                return line.connection.closed().await.into();
            }
        }
    }

    async fn speak(&mut self) -> Result<(), LinkFault> {
        let Some(line) = &mut self.line else {
            panic!("not connected")
        };
        while line.peer.wants_work() {
            self.replica
                .work(&mut line.peer, &mut self.dice, &mut self.store)
                .unwrap();
            line.peer.committed(&mut self.replica).unwrap();
            let messages: Vec<_> = std::iter::from_fn(|| line.peer.poll_send()).collect();
            line.sender.send(&messages).await?;
        }
        Ok(())
    }

    async fn listen(&mut self) -> Result<(), LinkFault> {
        let Some(line) = &mut self.line else {
            panic!("not connected")
        };
        let next = tokio::time::timeout(Duration::from_secs(10), line.receiver.next());
        let message = next.await.map_err(|_| LinkFault::NoAnswer)??;
        line.peer.handle(message.ok_or(LinkFault::Cut)?).unwrap();
        Ok(())
    }

    pub(crate) fn unsynced(&mut self) -> u64 {
        self.replica.unsynced(&mut self.store).unwrap()
    }

    pub(crate) fn hang_up(&mut self) {
        self.line = None;
    }
}
