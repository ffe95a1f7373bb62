//! The simulation: many small worlds, each drawn from one number, in which everything that can go
//! wrong does, and after which all must agree and nothing be lost.
//!
//! `SIM_SEEDS` says how many seeds are run, `SIM_FROM` from which on. One seed alone, with all that
//! happened in it: `SIM_FROM=1234 SIM_SEEDS=1 cargo test -p tawro-tests --test sim`. `SIM_FAULT` names the
//! planted fault to look for, alone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test says what it expects and stops there"
)]

mod world;
mod link;
mod hub;
mod device;
mod model;
mod planted;
mod edits;
mod members;
mod traffic;
mod disasters;
mod oracle;
mod heal;
mod agreement;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use disasters::Weather;
use planted::Planted;
use world::{Held, World};

/// Seeds of an ordinary run of the tests.
const SEEDS: u64 = 100;
/// Seeds within which a planted fault is found.
const SEEDS_TO_FIND: u64 = 1_000;
/// Events shown of a seed that fails.
const EVENTS_SHOWN: usize = 90;

/// Lives one seed from founding to agreement.
fn live(seed: u64, planted: Option<Planted>) -> Result<(), String> {
    tawro_core::faults::plant(planted.and_then(Planted::in_core));
    let mut world = World::new(seed, planted);
    let lived = catch_unwind(AssertUnwindSafe(|| {
        play(&mut world)?;
        let before: Vec<_> = (0..world.machines.len())
            .map(|at| (at, model::all_tokens(&world.machines[at].disk.store)))
            .collect();
        let mut kept = world.kept();
        world.heal()?;
        for token in world.lost_with_reason(&before) {
            kept.remove(&token);
        }
        world.check_agreement(&kept)
    }));
    let fault = match lived {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(fault)) => fault,
        Err(_) => "something panicked".to_owned(),
    };
    let from = world.events.len().saturating_sub(EVENTS_SHOWN);
    Err(format!(
        "seed {seed}: {fault}\n  {}",
        world.events[from..].join("\n  ")
    ))
}

fn play(world: &mut World) -> Held {
    let weather = Weather::of(world);
    let steps = 60 + world.below(240);
    // Some associations have a second device before they ever hear of a hub.
    let late = world.once_in(3);
    let enrols_at = world.below(if late { steps } else { steps / 2 });
    for step in 0..steps {
        if step >= enrols_at && !world.hub.enrolled {
            world.enrol()?;
        }
        match world.below(40) {
            0..9 => world.edit()?,
            9..11 => world.membership_step()?,
            11..16 if !world.hub.enrolled => world.meet_directly()?,
            12 if weather.tampering => world.tamper()?,
            13 => world.disaster(weather)?,
            _ => world.traffic()?,
        }
    }
    Ok(())
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(default)
}

/// Does this for every number below `count`, on every core; answers in order.
fn in_parallel<T: Send>(count: usize, task: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(BTreeMap::new());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= count {
                        return;
                    }
                    let answer = task(at);
                    done.lock().unwrap().insert(at, answer);
                }
            });
        }
    });
    done.into_inner().unwrap().into_values().collect()
}

#[test]
fn every_world_comes_to_agree_and_loses_nothing() {
    let (from, count) = (setting("SIM_FROM", 1), setting("SIM_SEEDS", SEEDS));
    let lived = in_parallel(count as usize, |at| {
        let lived = live(from + at as u64, None);
        if let Err(fault) = &lived {
            eprintln!("{}", fault.lines().next().unwrap_or_default());
        }
        lived
    });
    let failed: Vec<_> = lived.into_iter().filter_map(Result::err).collect();
    assert!(
        failed.is_empty(),
        "{} of {count} seeds failed; the first: {}",
        failed.len(),
        failed[0]
    );
}

/// The first seed that fails with a fault and lives without it, and what it said.
fn find(fault: Planted, from: u64) -> Option<(u64, String)> {
    (from..from + SEEDS_TO_FIND).find_map(|seed| {
        let said = live(seed, Some(fault)).err()?;
        live(seed, None).ok().map(|()| (seed, said))
    })
}

#[test]
fn every_planted_fault_is_found() {
    let from = setting("SIM_FROM", 1);
    let wanted = std::env::var("SIM_FAULT").unwrap_or_default();
    let mut faults = planted::ALL.to_vec();
    faults.retain(|fault| format!("{fault:?}").contains(&wanted));
    let found = in_parallel(faults.len(), |at| find(faults[at], from));
    for (fault, found) in faults.iter().zip(&found) {
        match found {
            Some((_, said)) => eprintln!("{fault:?}: {}", said.lines().next().unwrap_or_default()),
            None => eprintln!("{fault:?}: not found in {SEEDS_TO_FIND} seeds"),
        }
    }
    assert!(found.iter().all(Option::is_some), "a planted fault was not found");
}
