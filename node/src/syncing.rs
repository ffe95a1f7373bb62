//! Syncing: once and now, or again and again with patience.

use std::collections::BTreeSet;
use std::future::Future;
use std::time::Duration;

use tawro_core::id::DeviceId;
use tawro_core::replica::{Intent, Notice};
use tawro_quic::Pin;
use tokio::time::{Instant, sleep};

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::hold::Hold;
use crate::net::{End, Exchange, Goal, Line, Patience, Pause, Stay, Totals, dial};
use crate::reporting::{Exchanged, exchange_statistics};

/// A log that was healed is met anew; more often than this in one call means a hub that lies.
const MEETINGS_MAX: usize = 4;
/// How long a connection is kept while the program runs, before it is made anew.
const STAY: Duration = Duration::from_secs(3600);
/// How often one asks whether numbers are asked for, and what became of those that were sent.
const STATISTICS_EVERY: Duration = Duration::from_secs(3600);
/// How soon again where that failed.
const STATISTICS_AGAIN: Duration = Duration::from_secs(300);

impl Node {
    /// Exchanges with the hub until the goal is reached, and tells what was moved.
    pub async fn sync(&mut self, goal: Goal) -> Result<Totals, NodeError> {
        let mut totals = Totals::default();
        for _ in 0..MEETINGS_MAX {
            let (again, moved) = self.meet_hub(goal).await?;
            totals.add(moved);
            if !again {
                return Ok(totals);
            }
        }
        Err(NodeError::OtherAnswer)
    }

    /// Exchanges statistics with the hub, over a connection of their own: to be done after a sync.
    pub async fn sync_statistics(&mut self) -> Result<Exchanged, NodeError> {
        exchange_statistics(self).await
    }

    /// Connects to the hub that holds the association; what is said on the line is an [`Exchange`].
    pub async fn dial_hub(&mut self) -> Result<Line, NodeError> {
        let hub = self.hub()?.ok_or(NodeError::NotEnrolled)?;
        dial(self.identity(), &hub, Pin::Key(self.hub_key())).await
    }

    async fn meet_hub(&mut self, goal: Goal) -> Result<(bool, Totals), NodeError> {
        let line = self.dial_hub().await?;
        let mut exchange = Exchange::begin(self, &line).await?;
        let again = exchange.run(goal).await?;
        let moved = exchange.end(&line).await;
        line.close().await;
        Ok((again, moved))
    }

    /// Stays in agreement with the hub until `stop`; `tell` hears of all that happens, as it does.
    pub async fn serve(
        &mut self,
        stop: impl Future<Output = ()>,
        tell: &mut dyn FnMut(Met<'_>),
    ) -> Result<(), NodeError> {
        stay_in_agreement(self, stop, tell).await
    }

    /// Finds a device by its letter, the beginning of its id, or its label.
    pub fn find_device(&self, name: &str) -> Result<DeviceId, NodeError> {
        let active = self.membership().active().filter(|member| {
            let device = &member.keys.device;
            member.letter.eq_ignore_ascii_case(name)
                || (name.len() >= 4 && device.to_string().starts_with(&name.to_ascii_lowercase()))
                || self.replica().label(device).as_deref() == Some(name)
        });
        let mut found = active.map(|member| member.keys.device);
        match (found.next(), found.next()) {
            (Some(device), None) => Ok(device),
            _ => Err(NodeError::NoSuchDevice),
        }
    }

    /// Puts devices out: blocked here at once, and everywhere when the hub has ordered it.
    pub fn revoke(&mut self, devices: BTreeSet<DeviceId>) -> Result<(), NodeError> {
        self.decide_members(&Intent::Remove(devices))
    }
}

/// The same for a node that others hold too.
pub async fn stay_in_agreement<H: Hold>(
    holder: &mut H,
    stop: impl Future<Output = ()>,
    tell: &mut dyn FnMut(Met<'_>),
) -> Result<(), NodeError> {
    tokio::pin!(stop);
    let mut patience = Patience::default();
    let mut pause = Pause {
        at: Instant::now(),
        reports: 0,
    };
    loop {
        let met = tokio::select! {
            met = stay(holder, &mut pause, tell) => met,
            () = &mut stop => return Ok(()),
        };
        let Stayed { moved, end, fault } = match met {
            Ok(stayed) => stayed,
            Err(fault) => Stayed::away(fault),
        };
        if fault.is_none() || moved != Totals::default() {
            tell(Met::Moved(&moved));
        }
        let wait = jittered(patience.after(end));
        if let Some(fault) = fault {
            tell(Met::Failed(&fault, wait));
            if let NodeError::Store(_) | NodeError::Replica(_) | NodeError::NotEnrolled = fault {
                return Err(fault);
            }
        }
        tokio::select! {
            () = sleep(wait) => {}
            () = &mut stop => return Ok(()),
        }
    }
}

async fn stay<H: Hold>(
    holder: &mut H,
    pause: &mut Pause,
    tell: &mut dyn FnMut(Met<'_>),
) -> Result<Stayed, NodeError> {
    let (identity, hub, key) = holder.with(|node| {
        let hub = node.hub()?.ok_or(NodeError::NotEnrolled)?;
        Ok((node.identity().clone(), hub, node.hub_key()))
    })?;
    let line = dial(&identity, &hub, Pin::Key(key)).await?;
    tell(Met::Connected);
    let mut exchange = Exchange::begin(holder, &line).await?;
    let until = Instant::now() + STAY;
    let ended = loop {
        let mut notice = |notice: &Notice| tell(Met::Noticed(notice));
        match exchange.stay(until, *pause, &mut notice).await {
            Ok(Stay::Paused) => *pause = pass_pause(exchange.holder(), tell).await?,
            ended => break ended,
        }
    };
    let agreed = exchange.agreed();
    let moved = exchange.end(&line).await;
    line.close().await;
    let (end, fault) = match ended {
        Ok(Stay::Healed) => (End::Healed, None),
        Ok(Stay::Over | Stay::Paused) => (End::Whole, None),
        Err(fault) if agreed => (End::FailedLater, Some(fault)),
        Err(fault) => (End::Failed, Some(fault)),
    };
    Ok(Stayed { moved, end, fault })
}

/// Exchanges statistics, which never ends the agreement about records; when to pause next.
async fn pass_pause<H: Hold>(holder: &mut H, tell: &mut dyn FnMut(Met<'_>)) -> Result<Pause, NodeError> {
    let reports = holder.with(|node| Ok(node.reports_made()))?;
    let exchanged = exchange_statistics(holder).await;
    let wait = match &exchanged {
        Ok(_) => STATISTICS_EVERY,
        Err(_) => STATISTICS_AGAIN,
    };
    tell(Met::Statistics(&exchanged));
    let at = Instant::now() + jittered(wait);
    Ok(Pause { at, reports })
}

/// What happens while one stays in agreement with the hub.
#[derive(Debug)]
pub enum Met<'a> {
    /// The hub answered and proved its key.
    Connected,
    /// Somebody should know of it, now.
    Noticed(&'a Notice),
    /// A connection is over; this was moved, and noticed meanwhile.
    Moved(&'a Totals),
    /// Statistics were exchanged, or could not be.
    Statistics(&'a Result<Exchanged, NodeError>),
    /// A connection failed, or could not be made; the next try is after this wait.
    Failed(&'a NodeError, Duration),
}

/// What came of a connection that was kept.
struct Stayed {
    moved: Totals,
    end: End,
    fault: Option<NodeError>,
}

impl Stayed {
    /// There was no connection to keep.
    fn away(fault: NodeError) -> Self {
        Self {
            moved: Totals::default(),
            end: End::Failed,
            fault: Some(fault),
        }
    }
}

/// Between half and one and a half of a wait: twenty-five nodes do not all come back at once.
fn jittered(wait: Duration) -> Duration {
    let share = rand_core::Rng::next_u32(&mut dice()) % 1000;
    wait / 2 + wait * share / 1000
}

impl Totals {
    fn add(&mut self, other: Self) {
        self.sent += other.sent;
        self.received += other.received;
        self.bytes_up += other.bytes_up;
        self.bytes_down += other.bytes_down;
        self.note(other.notices);
        self.hub_clock = other.hub_clock.or(self.hub_clock);
    }
}
