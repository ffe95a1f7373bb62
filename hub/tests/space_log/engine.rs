//! The engines under test, and what each does when the power goes.

use tawro_core::id::{DeviceId, InviteId, LogId, MemberHash, SpaceId};
use tawro_core::time::Timestamp;
use tawro_hub::store::{
    Ack, Appended, Desk, Fork, Invite, Letter, Line, MemoryLog, Ordered, Sealed, SpaceLog, SqliteLog, Ticket,
    TicketState, Usage, Visit,
};

/// An engine under test, and how to lose power: what was not committed is gone.
pub(crate) trait Engine: SpaceLog + Desk {
    fn crash(&mut self);
}

impl Engine for MemoryLog {
    fn crash(&mut self) {
        self.rollback();
    }
}

/// SQLite over a file of its own; a crash drops the connection and opens the file again.
pub(crate) struct OnDisk {
    store: Option<SqliteLog>,
    folder: tempfile::TempDir,
}

impl OnDisk {
    pub(crate) fn new() -> Self {
        let mut engine = Self {
            store: None,
            folder: tempfile::tempdir().unwrap(),
        };
        engine.crash();
        engine
    }

    fn open(&mut self) -> &mut SqliteLog {
        self.store.as_mut().unwrap()
    }
}

macro_rules! on_disk {
    ($($trait:ident { $(fn $name:ident(&mut self $(, $arg:ident: $ty:ty)*) $(-> $out:ty)?;)* })*) => {$(
        impl $trait for OnDisk {
            $(fn $name(&mut self $(, $arg: $ty)*) $(-> $out)? { self.open().$name($($arg),*) })*
        }
    )*};
}

type Done<T> = Result<T, tawro_hub::store::StoreFault>;

on_disk! {
    SpaceLog {
        fn commit(&mut self) -> Done<()>;
        fn rollback(&mut self);
        fn membership_append(&mut self, space: SpaceId, expect: Option<(u32, MemberHash)>, line: &Line) -> Done<Ordered>;
        fn membership_since(&mut self, space: SpaceId, from: u32) -> Done<Vec<Vec<u8>>>;
        fn heads(&mut self, space: SpaceId) -> Done<Vec<tawro_core::log::LogHead>>;
        fn append(&mut self, space: SpaceId, batch: &[Sealed]) -> Done<Vec<Appended>>;
        fn range(&mut self, space: SpaceId, log: LogId, from: u64, max_bytes: usize) -> Done<Vec<Vec<u8>>>;
        fn fork_keep(&mut self, space: SpaceId, fork: &Fork) -> Done<()>;
        fn forks(&mut self, space: SpaceId) -> Done<Vec<Fork>>;
        fn ack_keep(&mut self, space: SpaceId, ack: &Ack) -> Done<()>;
        fn acks(&mut self, space: SpaceId) -> Done<Vec<Ack>>;
        fn visit_keep(&mut self, space: SpaceId, visit: &Visit) -> Done<()>;
        fn visits(&mut self, space: SpaceId) -> Done<Vec<Visit>>;
        fn usage(&mut self, space: SpaceId) -> Done<Usage>;
        fn spaces(&mut self) -> Done<Vec<SpaceId>>;
        fn delete_space(&mut self, space: SpaceId) -> Done<()>;
    }
    Desk {
        fn ticket_keep(&mut self, ticket: &Ticket) -> Done<()>;
        fn ticket(&mut self, id: InviteId) -> Done<Option<Ticket>>;
        fn ticket_use(&mut self, id: InviteId, space: SpaceId) -> Done<TicketState>;
        fn tickets(&mut self) -> Done<Vec<Ticket>>;
        fn invites_set(&mut self, space: SpaceId, open: &[(InviteId, Timestamp)]) -> Done<()>;
        fn invite(&mut self, invite: InviteId, now: Timestamp) -> Done<Option<Invite>>;
        fn letter_put(&mut self, invite: InviteId, letter: &Letter) -> Done<()>;
        fn letters(&mut self, invite: InviteId) -> Done<Vec<Letter>>;
        fn recovery_set(&mut self, space: SpaceId, key: DeviceId) -> Done<()>;
        fn recovery_spaces(&mut self, key: DeviceId) -> Done<Vec<SpaceId>>;
        fn desk_tidy(&mut self, now: Timestamp) -> Done<()>;
    }
}

impl Engine for OnDisk {
    fn crash(&mut self) {
        self.store = None;
        self.store = Some(SqliteLog::open(&self.folder.path().join("store")).unwrap());
    }
}
