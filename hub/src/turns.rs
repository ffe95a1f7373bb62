//! The thread that owns the relay: it takes what has queued, commits once, and hands out the effects.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tawro_core::id::DeviceId;
use tawro_core::wire::Message;
use tawro_quic::close;
use tokio::sync::{OwnedSemaphorePermit, mpsc};

use crate::Clock;
use crate::relay::{Effect, Event, PeerId, Relay};
use crate::store::{SqliteLog, StoreFault};

/// What the thread is asked to do.
pub(crate) enum Call {
    /// A stream was opened; what is for it goes to the outbox.
    Open {
        peer: PeerId,
        key: DeviceId,
        outbox: Outbox,
    },
    /// Something happened to a peer. The permit bounds what all of these hold together.
    Event {
        event: Event,
        permit: Option<OwnedSemaphorePermit>,
    },
    /// Time has passed.
    Tick,
    /// The hub stops.
    Stop,
}

/// Where the effects of one peer go. Unbounded, because the relay bounds what is not yet written.
pub(crate) struct Outbox {
    pub(crate) out: mpsc::UnboundedSender<Out>,
    /// Until when nothing is read from the peer, in milliseconds of [`Clock`].
    pub(crate) hold_until_millis: Arc<AtomicU64>,
}

/// What a stream's writer is to do.
pub(crate) enum Out {
    Send(Message),
    End(u32),
}

/// Serves until it is told to stop or nobody is left who could ask.
pub(crate) fn run(mut relay: Relay<SqliteLog>, mut calls: mpsc::Receiver<Call>, clock: Clock) {
    let mut outboxes = BTreeMap::new();
    let mut stopping = false;
    while !stopping {
        let Some(first) = calls.blocking_recv() else { break };
        let mut next = Some(first);
        // Held until the turn is over: they bound what is in memory.
        let mut permits = Vec::new();
        let mut taken = 0;
        while let Some(call) = next {
            stopping |= matches!(call, Call::Stop);
            permits.extend(take(&mut relay, call, &mut outboxes, clock));
            taken += 1;
            next = if taken < CALLS_PER_TURN {
                calls.try_recv().ok()
            } else {
                None
            };
        }
        if stopping {
            relay.end_all(close::STOPPING);
        }
        failed(relay.commit(clock.now()));
        while let Some(effect) = relay.poll() {
            hand_out(effect, &mut outboxes, clock);
        }
    }
}

fn take(
    relay: &mut Relay<SqliteLog>,
    call: Call,
    outboxes: &mut BTreeMap<PeerId, Outbox>,
    clock: Clock,
) -> Option<OwnedSemaphorePermit> {
    let (event, permit) = match call {
        Call::Open { peer, key, outbox } => {
            outboxes.insert(peer, outbox);
            (Event::Opened { peer, key }, None)
        }
        Call::Event { event, permit } => {
            if let Event::Closed { peer } = &event {
                outboxes.remove(peer);
            }
            (event, permit)
        }
        Call::Tick | Call::Stop => return None,
    };
    failed(relay.handle(event, clock.now()));
    permit
}

/// The relay has put itself right; the operator must hear of it.
fn failed(done: Result<(), StoreFault>) {
    if let Err(error) = done {
        tracing::error!(%error, "the store failed; all connections were ended");
    }
}

fn hand_out(effect: Effect, outboxes: &mut BTreeMap<PeerId, Outbox>, clock: Clock) {
    // A stream that is gone misses what is for it.
    match effect {
        Effect::Send { peer, message } => {
            if let Some(outbox) = outboxes.get(&peer) {
                let _ = outbox.out.send(Out::Send(message));
            }
        }
        Effect::Hold { peer, millis } => {
            if let Some(outbox) = outboxes.get(&peer) {
                let until = clock.now().millis.saturating_add(millis.min(HOLD_MILLIS_MAX));
                outbox.hold_until_millis.store(until, Ordering::Relaxed);
            }
        }
        Effect::End { peer, code } => {
            if let Some(outbox) = outboxes.remove(&peer) {
                let _ = outbox.out.send(Out::End(code));
            }
        }
    }
}

/// Calls taken into one turn: enough to share a flush, few enough that nobody waits long.
const CALLS_PER_TURN: usize = 256;
/// The longest silence imposed at once: shorter than the time after which a connection is given up.
const HOLD_MILLIS_MAX: u64 = 30_000;
