//! Two operators add up what neither sees, and agree with one who sees all.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::sample::{asked, leaf, people, roll, terms};
use crate::id::ReportId;
use crate::indicator::Source;
use crate::indicator::{Cell, LEAVES};
use crate::share::prio3::{Operator, Place, ShareFault, SharedPart, Sharing, SumShare, open};
use crate::share::{
    Block, Contribution, Count, Mode, Roll, Rules, Seat, Tallies, Tally, Task, Terms, flagged, gate,
};

const KEY: [u8; 32] = [8; 32];

fn task(roll: &Roll) -> Task {
    let mode = Mode::Two {
        leader: "YES".to_owned(),
        helper: "X".to_owned(),
    };
    let indicators = vec![asked("NT-G12", Source::Pooled), asked("NT-R04", Source::Fact)];
    Task::new(Terms {
        mode,
        ..terms(roll, indicators)
    })
    .unwrap()
}

fn contribution(task: &Task, number: u8, leaves: [u64; LEAVES.len()], plus: u64) -> Contribution {
    let persons = Count {
        leaves,
        plus,
        minus: 0,
        withheld: false,
    };
    let fact = if number.is_multiple_of(2) {
        Count::WITHHELD
    } else {
        Count {
            leaves: leaf(14, 1),
            ..Count::WITHHELD
        }
    };
    let fact = Count {
        withheld: number.is_multiple_of(2),
        ..fact
    };
    Contribution::new(task, vec![persons, fact], 1, ReportId([number; 16])).unwrap()
}

fn split(sharing: &Sharing, contribution: &Contribution) -> Vec<SharedPart> {
    let mut dice = ChaCha8Rng::seed_from_u64(u64::from(contribution.report().0[0]));
    sharing.split(contribution, &mut dice).unwrap()
}

/// The checks of both operators, as they would run on two machines.
fn verify(sharing: &Sharing, id: ReportId, parts: &[SharedPart]) -> Result<(SumShare, SumShare), ShareFault> {
    let of = |part: &SharedPart| (part.public.clone(), part.leader.clone(), part.helper.clone());
    let parts: Vec<_> = parts.iter().map(of).collect();
    let to_leader = parts.iter().map(|(public, leader, _)| (&public[..], &leader[..]));
    let to_helper = parts.iter().map(|(public, _, helper)| (&public[..], &helper[..]));
    let leader = sharing.check(Operator::Leader, &KEY, id, to_leader)?;
    let helper = sharing.check(Operator::Helper, &KEY, id, to_helper)?;
    let agreed = sharing.agree(&leader, &helper.message()?)?;
    assert_eq!(sharing.agree(&helper, &leader.message()?), Ok(agreed.clone()));
    Ok((sharing.finish(leader, &agreed)?, sharing.finish(helper, &agreed)?))
}

fn opened(sharing: &Sharing, sums: &(SumShare, SumShare), places: &[Place]) -> u64 {
    let share = |sum| sharing.share_of(sum, places).unwrap();
    open(&share(&sums.0), &share(&sums.1)).unwrap()
}

#[test]
fn two_operators_open_what_one_would_have_added_up() {
    let roll = roll(8, 1);
    let task = task(&roll);
    let sharing = Sharing::of(&task);
    let numbers = people(1..=8, 4);
    let mut blocks: BTreeMap<Block, (SumShare, SumShare)> = BTreeMap::new();
    let mut plain: Vec<(&Seat, Contribution)> = Vec::new();
    for (number, (leaves, _)) in &numbers {
        let seat = roll.seat(&super::sample::key(*number)).unwrap();
        let contribution = contribution(&task, *number, *leaves, u64::from(*number));
        let parts = split(&sharing, &contribution);
        let (leader, helper) = verify(&sharing, contribution.report(), &parts).unwrap();
        let sums = blocks
            .entry((seat.milieu, seat.domain))
            .or_insert_with(|| (sharing.zero(), sharing.zero()));
        sums.0.add(&leader);
        sums.1.add(&helper);
        plain.push((seat, contribution));
    }
    for (indicator, asked) in task.indicators.iter().enumerate() {
        let tally = |sums: &(SumShare, SumShare)| Tally {
            answered: opened(&sharing, sums, &[Place::Answered(indicator)]),
            leaves: LEAVES.map(|leaf| opened(&sharing, sums, &[Place::Leaf(indicator, leaf)])),
            contributors: (0..flagged().len())
                .map(|cell| opened(&sharing, sums, &[Place::Has(indicator, cell)]))
                .collect(),
        };
        let shared: BTreeMap<Block, Tally> =
            blocks.iter().map(|(block, sums)| (*block, tally(sums))).collect();
        let shared = Tallies::from(shared);
        let counts = || {
            plain
                .iter()
                .map(|(seat, numbers)| (*seat, &numbers.counts()[indicator]))
        };
        let answered = Tallies::of(counts());
        for cell in asked.tables.iter().flat_map(|table| table.cells()) {
            assert_eq!(shared.value(cell), answered.value(cell), "{cell:?}");
            assert_eq!(shared.answered(cell), answered.answered(cell), "{cell:?}");
        }
        let rules = Rules::of(&task);
        assert_eq!(gate(asked, &shared, rules), gate(asked, &answered, rules));
    }
    // One number for the province, without any of its parts.
    let mut all = (sharing.zero(), sharing.zero());
    for (leader, helper) in blocks.values() {
        all.0.add(leader);
        all.1.add(helper);
    }
    let total: Vec<Place> = LEAVES.map(|leaf| Place::Leaf(0, leaf)).to_vec();
    let sent: u64 = numbers.values().flat_map(|(leaves, _)| *leaves).sum();
    assert_eq!(opened(&sharing, &all, &total), sent);
    assert_eq!(opened(&sharing, &all, &[Place::Plus(0)]), (1..=8).sum::<u64>());
    assert_eq!(opened(&sharing, &all, &[Place::Minus(0)]), 0);
    assert_eq!(opened(&sharing, &all, &[Place::Corrects(0)]), 8);
    assert_eq!(opened(&sharing, &all, &[Place::Answered(1)]), 4);
    assert_eq!(Cell::Total, flagged()[0]);
}

#[test]
fn what_was_touched_or_made_for_something_else_does_not_verify() {
    let roll = roll(8, 1);
    let task = task(&roll);
    let sharing = Sharing::of(&task);
    let contribution = contribution(&task, 1, leaf(3, 499), 0);
    let (id, good) = (contribution.report(), split(&sharing, &contribution));
    assert!(verify(&sharing, id, &good).is_ok());
    assert_eq!(
        good,
        split(&sharing, &contribution),
        "the same dice, the same bytes"
    );

    let refused = |parts: &[SharedPart], why: ShareFault| {
        assert_eq!(verify(&sharing, id, parts).err(), Some(why));
    };
    for part in 0..good.len() {
        for (what, at) in [(0, 0), (0, 40), (1, 5), (1, 300), (2, 0), (2, 63)] {
            let mut touched = good.clone();
            let bytes = match what {
                0 => &mut touched[part].public,
                1 => &mut touched[part].leader,
                _ => &mut touched[part].helper,
            };
            bytes[at] ^= 1;
            refused(&touched, ShareFault::NotVerified);
        }
    }
    let mut short = good.clone();
    short[0].leader.pop();
    refused(&short, ShareFault::Malformed);
    refused(&good[1..], ShareFault::Malformed);
    let mut swapped = good.clone();
    swapped.swap(0, 2);
    assert!(verify(&sharing, id, &swapped).is_err());

    let other = ReportId([7; 16]);
    assert_eq!(
        verify(&sharing, other, &good).err(),
        Some(ShareFault::NotVerified)
    );
    // Another bound of as many bits: only the task's id in the proof tells them apart.
    let mut narrower = (*task).clone();
    narrower.indicators[0].bound = 498;
    let narrower = Sharing::of(&Task::new(narrower).unwrap());
    assert_eq!(verify(&narrower, id, &good).err(), Some(ShareFault::NotVerified));
}

#[test]
fn a_number_above_its_bound_is_not_shared() {
    let roll = roll(8, 1);
    let wide = task(&roll);
    let mut narrow = (*wide).clone();
    narrow.indicators[0].bound = 498;
    let narrow = Sharing::of(&Task::new(narrow).unwrap());
    let contribution = contribution(&wide, 1, leaf(3, 499), 0);
    let mut dice = ChaCha8Rng::seed_from_u64(1);
    assert_eq!(narrow.split(&contribution, &mut dice), Err(ShareFault::OtherTask));
}
