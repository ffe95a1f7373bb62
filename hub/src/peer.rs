//! One connection: moves messages between its streams and the relay, and decides nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use quinn::Connection;
use tawro_core::id::DeviceId;
use tawro_quic::{FrameReceiver, FrameSender, LinkFault, close};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::Clock;
use crate::relay::{Event, PeerId, size};
use crate::turns::{Call, Out, Outbox};

/// How the connections reach the relay.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) calls: mpsc::Sender<Call>,
    /// KiB of messages that may be on their way to the relay, of all connections together.
    pub(crate) budget: Arc<Semaphore>,
    pub(crate) next_peer: Arc<AtomicU64>,
    pub(crate) clock: Clock,
}

impl Line {
    pub(crate) fn new(calls: mpsc::Sender<Call>, clock: Clock) -> Self {
        let budget = Arc::new(Semaphore::new(BUDGET_KIB as usize));
        Self {
            calls,
            budget,
            next_peer: Arc::new(AtomicU64::new(1)),
            clock,
        }
    }

    async fn event(&self, event: Event) {
        // Fails only when the hub stops.
        let _ = self.calls.send(Call::Event { event, permit: None }).await;
    }
}

/// Serves a connection whose other end proved this key, until it ends.
pub(crate) async fn serve(connection: Connection, key: DeviceId, line: Line) {
    let mut streams = JoinSet::new();
    loop {
        // Somebody who has nothing to say does not keep a connection.
        let idle = streams.is_empty();
        let accepted = tokio::select! {
            accepted = tawro_quic::accept(&connection) => accepted,
            Some(_) = streams.join_next(), if !idle => continue,
            () = tokio::time::sleep(SILENCE_MAX), if idle => {
                connection.close(close::DONE.into(), b"");
                break;
            }
        };
        let Ok((sender, receiver)) = accepted else { break };
        let peer = PeerId(line.next_peer.fetch_add(1, Ordering::Relaxed));
        streams.spawn(serve_stream(
            connection.clone(),
            peer,
            key,
            (sender, receiver),
            line.clone(),
        ));
    }
    while streams.join_next().await.is_some() {}
}

async fn serve_stream(
    connection: Connection,
    peer: PeerId,
    key: DeviceId,
    (sender, receiver): (FrameSender, FrameReceiver),
    line: Line,
) {
    let (out, outbox) = mpsc::unbounded_channel();
    let hold = Arc::new(AtomicU64::new(0));
    let opened = Call::Open {
        peer,
        key,
        outbox: Outbox {
            out,
            hold_until_millis: hold.clone(),
        },
    };
    if line.calls.send(opened).await.is_err() {
        return;
    }
    let reading = read(peer, receiver, &hold, &line);
    let writing = write(peer, sender, outbox, &connection, &line);
    let code = tokio::select! {
        // Whoever has said its last word may still be answered.
        code = async { reading.await; std::future::pending().await } => code,
        code = writing => code,
    };
    line.event(Event::Closed { peer }).await;
    if code != close::DONE {
        connection.close(code.into(), b"");
    }
}

/// Passes on what comes, as fast as the relay and the quotas take it.
async fn read(peer: PeerId, mut receiver: FrameReceiver, hold: &AtomicU64, line: &Line) {
    loop {
        let until = hold.load(Ordering::Relaxed);
        let now = line.clock.now().millis;
        if until > now {
            tokio::time::sleep(Duration::from_millis(until - now)).await;
        }
        let message = match receiver.next().await {
            Ok(Some(message)) => message,
            Ok(None) => return,
            Err(fault) => {
                tracing::debug!(peer = peer.0, %fault, "a stream ended");
                line.event(Event::Closed { peer }).await;
                return;
            }
        };
        let kib = (size(&message) / 1_024 + 1).min(BUDGET_KIB as usize) as u32;
        // The semaphore is never closed.
        let permit = line.budget.clone().acquire_many_owned(kib).await.ok();
        if line
            .calls
            .send(Call::Event {
                event: Event::Received { peer, message },
                permit,
            })
            .await
            .is_err()
        {
            return;
        }
    }
}

/// Writes what is for the peer; returns the code its connection ends with.
async fn write(
    peer: PeerId,
    mut sender: FrameSender,
    mut outbox: mpsc::UnboundedReceiver<Out>,
    connection: &Connection,
    line: &Line,
) -> u32 {
    let mut batch = Vec::new();
    while let Some(first) = outbox.recv().await {
        let mut next = Some(first);
        let mut end = None;
        let mut bytes = 0;
        while let Some(out) = next {
            match out {
                Out::Send(message) => {
                    bytes += size(&message);
                    batch.push(message);
                }
                Out::End(code) => end = Some(code),
            }
            next = if bytes < WRITE_AT_ONCE && end.is_none() {
                outbox.try_recv().ok()
            } else {
                None
            };
        }
        let sent = sender.send(&batch).await;
        batch.clear();
        if let Err(fault) = sent {
            return lost(peer, &fault);
        }
        line.event(Event::Written { peer, bytes }).await;
        if let Some(code) = end {
            // The last word should arrive before the connection ends; a peer that is gone is not waited for.
            let _ = timeout(LAST_WORD_MAX, sender.finish()).await;
            return code;
        }
    }
    // The relay let go of the peer without a word: its stream was closed from the other side.
    let _ = connection;
    close::DONE
}

fn lost(peer: PeerId, fault: &LinkFault) -> u32 {
    tracing::debug!(peer = peer.0, %fault, "a stream was lost");
    close::DONE
}

/// All connections together hold this much on its way to the relay.
const BUDGET_KIB: u32 = 16 << 10;
/// How long a connection without a stream is kept.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// How long the last word may take.
const LAST_WORD_MAX: Duration = Duration::from_secs(3);
/// Bytes that are given to the transport in one write.
const WRITE_AT_ONCE: usize = 256 << 10;
