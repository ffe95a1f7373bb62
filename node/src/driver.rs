//! The driver: owns the folder, the database and the replica, and reads the clock and the dice for
//! everyone.
//!
//! All that changes an association's records on this computer goes through a [`Node`]: a command in
//! one transaction with its rows, its journal line and what is searched.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tawro_core::code::HubAddress;
use tawro_core::command::Command;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{ActorId, DeviceId, RecordId, SpaceId};
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::membership::{MemberRecord, Membership, draft};
use tawro_core::record::Record;
use tawro_core::replica::{Authorship, Done, Intent, Peer, Replica, Status, Witness, Work};
use tawro_core::schema::{Access, Schema};
use tawro_core::sync::Side;
use tawro_core::time::Timestamp;
use tawro_quic::Identity;

use crate::fault::NodeError;
use crate::folder::{self, Folder, Kept};
use crate::keys::{KeyFile, KeysError, MasterKey, Unlocked};
use crate::own;
use crate::programme;
use crate::projection;
use crate::rights::permit;
use crate::store::{Db, StoreError};

/// The dice of this computer.
pub type Dice = rand_core::UnwrapErr<getrandom::SysRng>;

/// Fresh dice: the operating system's own, without state of ours.
pub fn dice() -> Dice {
    rand_core::UnwrapErr(getrandom::SysRng)
}

/// What the clock of this computer says, for people to read; before 1970 is unknown.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_secs()).unwrap_or(0))
}

/// One association on this computer, open.
pub struct Node {
    folder: Folder,
    db: Db,
    replica: Replica,
    identity: Identity,
    /// Everything that is declared: rows are made for it, whatever people are shown.
    declared: Arc<Schema>,
    /// What of it this association uses.
    schema: Arc<Schema>,
    keys: KeyFile,
    master: MasterKey,
    login: RecordId,
    access: Access,
    clock: fn() -> Timestamp,
    /// How many reports were made since it was opened.
    reports: u64,
}

/// What founding needs to know.
pub struct Founding<'a> {
    /// What people call this computer.
    pub device: &'a str,
    /// Opens the folder from now on.
    pub passphrase: &'a str,
}

/// A device that belongs, before it has a folder.
pub(crate) struct Belonging<'a> {
    pub(crate) device: DeviceSecret,
    pub(crate) members: &'a [MemberRecord],
    pub(crate) hub: Option<&'a HubAddress>,
}

impl Node {
    /// Founds an association in an empty folder; no network is needed.
    ///
    /// The second value is the recovery secret: shown once, on paper, and kept nowhere.
    pub fn found(
        home: &Path,
        founding: &Founding<'_>,
        schema: Arc<Schema>,
    ) -> Result<(Self, RecoverySecret), NodeError> {
        Self::found_in(Folder::create(home)?, founding, schema)
    }

    /// The same in a folder that this process holds already.
    pub fn found_in(
        folder: Folder,
        founding: &Founding<'_>,
        schema: Arc<Schema>,
    ) -> Result<(Self, RecoverySecret), NodeError> {
        let dice = &mut dice();
        let device = DeviceSecret::generate(dice);
        let recovery = RecoverySecret::generate(dice);
        let genesis = draft::genesis(&device, founding.device, &recovery.keys(), dice)?;
        let belonging = Belonging {
            device,
            members: &[genesis],
            hub: None,
        };
        let node = Self::settle(folder, belonging, founding.passphrase, schema)?;
        Ok((node, recovery))
    }

    /// Makes the folder of a device that belongs: founded just now, admitted, or recovered.
    pub(crate) fn settle(
        folder: Folder,
        belonging: Belonging<'_>,
        passphrase: &str,
        schema: Arc<Schema>,
    ) -> Result<Self, NodeError> {
        let dice = &mut dice();
        let Belonging { device, members, hub } = belonging;
        folder.make()?;
        // The keys come last: a folder without them is empty, so that a power cut leaves nothing half made.
        let (keys, unlocked) = KeyFile::prepare(&folder, RecordId::random(dice), passphrase, device, dice)?;
        let mut db = open_db(&folder, &unlocked, &schema)?;
        db.transaction(|tx| {
            for record in members {
                tx.push_membership(record.position(), record.bytes())?;
            }
            if let Some(hub) = hub {
                tx.put(HUB, Some(hub.to_string().as_bytes()))?;
            }
            Ok::<_, NodeError>(())
        })?;
        keys.write()?;
        folder.made()?;
        Self::with(folder, db, (keys, unlocked), schema)
    }

    /// Opens the association kept in a folder.
    pub fn open(home: &Path, passphrase: &str, schema: Arc<Schema>) -> Result<Self, NodeError> {
        let folder = Folder::open(home)?;
        let keys = KeyFile::load(&folder)?;
        let unlocked = keys.unlock(passphrase)?;
        Self::open_in(folder, (keys, unlocked), schema)
    }

    /// The same of a folder that this process holds already, by keys that were unlocked.
    pub fn open_in(
        folder: Folder,
        (keys, unlocked): (KeyFile, Unlocked),
        schema: Arc<Schema>,
    ) -> Result<Self, NodeError> {
        let path = folder.database();
        if !path.exists() {
            return Err(StoreError::Missing { path }.into());
        }
        let db = open_db(&folder, &unlocked, &schema)?;
        Self::with(folder, db, (keys, unlocked), schema)
    }

    fn with(
        folder: Folder,
        mut db: Db,
        (keys, unlocked): (KeyFile, Unlocked),
        schema: Arc<Schema>,
    ) -> Result<Self, NodeError> {
        let identity = Identity::from_pkcs8(&unlocked.device.pkcs8())?;
        if db.rows_are_stale() {
            projection::rebuild(&mut db, &schema, |_, _| {})?;
        }
        let declared = own::extended(&mut db, &schema)?;
        let witness = witness_said(&folder, &db)?;
        let dice = &mut dice();
        let login = unlocked.slot;
        let place = folder.place();
        let mut replica = db.transaction(|tx| {
            let schema = Arc::clone(&declared);
            let mut replica = Replica::open(schema, unlocked.device, witness.as_ref(), dice, tx)?;
            // Where the folder lies elsewhere than before, what it was copied from may still be in use.
            let before = tx.get(PLACE)?;
            if before.as_deref() != Some(&place) {
                if before.is_some() {
                    replica.begin_book(dice, tx)?;
                }
                tx.put(PLACE, Some(&place))?;
            }
            Ok::<_, NodeError>(replica)
        })?;
        let schema = programme::shown(&mut db, &declared, replica.space())?;
        // Whoever opened the folder is the author of what follows.
        replica.login(Some(login), dice);
        let mut node = Self {
            folder,
            db,
            replica,
            identity,
            declared,
            schema,
            keys,
            master: unlocked.master,
            login,
            access: Access::of([]),
            clock: now,
            reports: 0,
        };
        node.act_as(login)?;
        Ok(node)
    }

    /// Reads the time elsewhere from now on, as where this computer's clock is known to be wrong.
    pub fn set_clock(&mut self, clock: fn() -> Timestamp) {
        self.clock = clock;
    }

    /// What this node takes for the time.
    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Executes a command: durable when this returns.
    pub fn execute(&mut self, command: &Command) -> Result<Done, NodeError> {
        self.execute_all(std::slice::from_ref(command))
            .map(|mut done| done.pop().unwrap_or_default())
    }

    /// Executes commands one after the other in one transaction: all or none.
    pub fn execute_all(&mut self, commands: &[Command]) -> Result<Vec<Done>, NodeError> {
        let (now, schema, access) = (self.now(), self.schema().clone(), self.access.clone());
        self.in_transaction(|replica, tx| {
            let dice = &mut dice();
            let execute = |command: &Command| {
                permit(&access, &schema, command, tx)?;
                Ok(replica.execute(command, now, dice, tx)?)
            };
            commands.iter().map(execute).collect()
        })
    }

    /// Decides about members: stands at once, or at the next contact with the hub.
    pub fn decide_members(&mut self, intent: &Intent) -> Result<(), NodeError> {
        self.in_transaction(|replica, tx| Ok(replica.decide_members(intent, &mut dice(), tx)?))
    }

    /// Does something to the replica in a transaction; where it fails, nothing of it counts.
    pub(crate) fn in_transaction<T>(
        &mut self,
        act: impl FnOnce(&mut Replica, &mut crate::store::Tx<'_>) -> Result<T, NodeError>,
    ) -> Result<T, NodeError> {
        let replica = &mut self.replica;
        let done = self.db.transaction(|tx| act(replica, tx));
        if done.is_err() {
            let dice = &mut dice();
            let replica = &mut self.replica;
            self.db
                .transaction(|tx| replica.reload(dice, tx).map_err(NodeError::from))?;
        } else if self.db.was_redeclared() {
            self.take_declared();
        }
        done
    }

    /// The association's own fields changed, or what it says of itself, here or at another computer: what it
    /// uses follows from now on.
    ///
    /// What was asked is done by then; where this fails, the next opening does it.
    fn take_declared(&mut self) {
        let taken = own::extended(&mut self.db, &self.declared).and_then(|declared| {
            let shown = programme::shown(&mut self.db, &declared, self.replica.space())?;
            Ok((declared, shown))
        });
        match taken {
            Ok((declared, shown)) => {
                self.replica.set_schema(Arc::clone(&declared));
                (self.declared, self.schema) = (declared, shown);
            }
            Err(error) => tracing::error!(?error, "what is declared is not taken yet"),
        }
    }

    /// Begins to exchange with the hub.
    pub(crate) fn meet(&self) -> Peer {
        self.replica.meet(Side::Node, self.now())
    }

    /// One round of work for a peer: commit, witness, release; in this order.
    pub(crate) fn work(&mut self, peer: &mut Peer) -> Result<Work, NodeError> {
        let work = self.in_transaction(|replica, tx| Ok(replica.work(peer, &mut dice(), tx)?))?;
        if let Some(witness) = work.witness {
            self.write_witness(witness)?;
        }
        peer.committed(&mut self.replica)?;
        Ok(work)
    }

    fn write_witness(&self, witness: Witness) -> Result<(), NodeError> {
        let Witness { log, seq } = witness;
        let database = self.db.name();
        let place = self.folder.place();
        self.folder.write_witness(&folder::Witness {
            log,
            sent: Some(seq),
            database,
            place,
        })?;
        Ok(())
    }

    /// How things stand.
    pub fn status(&mut self) -> Result<Status, NodeError> {
        let replica = &self.replica;
        self.db
            .transaction(|tx| replica.status(tx).map_err(NodeError::from))
    }

    /// How many changes exist only on this computer, as far as it can prove otherwise.
    pub fn unsynced(&mut self) -> Result<u64, NodeError> {
        let replica = &self.replica;
        self.db
            .transaction(|tx| replica.unsynced(tx).map_err(NodeError::from))
    }

    /// A record's document, for its conflicts in full and its history.
    pub fn record(&mut self, id: RecordId) -> Result<Option<Record>, NodeError> {
        let replica = &mut self.replica;
        self.db.read(|tx| replica.record(id, tx).map_err(NodeError::from))
    }

    /// Who wrote under an actor, if that was announced: an imported row has no author.
    pub fn author(&mut self, actor: ActorId) -> Result<Option<Authorship>, NodeError> {
        let replica = &self.replica;
        self.db
            .read(|tx| replica.author(actor, tx).map_err(NodeError::from))
    }

    /// What is read: lists, rows, search.
    pub fn db(&mut self) -> &mut Db {
        &mut self.db
    }

    /// The records and the database, for what reads both.
    pub(crate) fn halves(&mut self) -> (&Replica, &mut Db) {
        (&self.replica, &mut self.db)
    }

    /// How many reports were made since the folder was opened: whoever sends them looks for more.
    pub(crate) fn reports_made(&self) -> u64 {
        self.reports
    }

    pub(crate) fn count_report(&mut self) {
        self.reports += 1;
    }

    /// Who is logged in: the id of their login's record.
    pub fn login(&self) -> RecordId {
        self.login
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The database's raw key, to look into a copy of it.
    pub(crate) fn database_key(&self) -> zeroize::Zeroizing<[u8; 32]> {
        self.master.database_key()
    }

    /// The key slots of this folder.
    pub fn keys(&self) -> &KeyFile {
        &self.keys
    }

    /// Changes the key slots.
    pub(crate) fn with_keys(
        &mut self,
        change: impl FnOnce(&mut KeyFile, &MasterKey) -> Result<(), KeysError>,
    ) -> Result<(), NodeError> {
        Ok(change(&mut self.keys, &self.master)?)
    }

    /// What the person who is logged in may do.
    pub fn access(&self) -> &Access {
        &self.access
    }

    pub(crate) fn hold_to(&mut self, access: Access) {
        self.access = access;
    }

    /// What is written from now on is this person's.
    pub(crate) fn write_as(&mut self, login: RecordId) {
        if self.login != login {
            self.login = login;
            self.replica.login(Some(login), &mut dice());
        }
    }

    /// The records' own door, for what only reads.
    pub fn replica(&self) -> &Replica {
        &self.replica
    }

    /// Who belongs.
    pub fn membership(&self) -> &Membership {
        self.replica.membership()
    }

    /// The association's space.
    pub fn space(&self) -> SpaceId {
        self.replica.space()
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.replica.device()
    }

    /// Every kind of record, those among them that this association does not use.
    pub(crate) fn declared(&self) -> &Arc<Schema> {
        &self.declared
    }

    /// The kinds of record that this association uses.
    pub fn schema(&self) -> &Arc<Schema> {
        &self.schema
    }

    /// What proves this device to others.
    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Where the hub is, once the association is enrolled.
    pub fn hub(&mut self) -> Result<Option<HubAddress>, NodeError> {
        let stored = self.db.transaction(|tx| Ok::<_, NodeError>(tx.get(HUB)?))?;
        Ok(stored
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(|text| text.parse().ok()))
    }

    /// Remembers where the hub is.
    pub fn set_hub(&mut self, hub: &HubAddress) -> Result<(), NodeError> {
        let text = hub.to_string();
        self.db
            .transaction(|tx| Ok::<_, NodeError>(tx.put(HUB, Some(text.as_bytes()))?))
    }
}

const HUB: &str = "hub/address";
/// Where the database lay when it was opened last, as [`Folder::place`] tells.
const PLACE: &str = "folder/place";

fn open_db(folder: &Folder, unlocked: &Unlocked, schema: &Schema) -> Result<Db, NodeError> {
    Ok(Db::open(
        &folder.database(),
        &unlocked.master.database_key(),
        schema,
        &mut dice(),
    )?)
}

/// What the witness says of this very database here; none if it is of another, or elsewhere.
fn witness_said(folder: &Folder, db: &Db) -> Result<Option<Witness>, NodeError> {
    let Kept::Says(kept) = folder.read_witness()? else {
        return Ok(None);
    };
    let here = kept.database == db.name() && kept.place == folder.place();
    Ok(kept
        .sent
        .filter(|_| here)
        .map(|seq| Witness { log: kept.log, seq }))
}
