//! What the program itself sees of the association in a period: plain numbers, about nobody.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tawro_core::id::RecordId;
use tawro_core::indicator::{Observed, Period};
use tawro_core::record::{Row, resolve_merged};
use tawro_core::schema::presence::{self, Came};
use tawro_core::schema::{Scalar, Schema, dues, programme, reported};
use tawro_core::time::Timestamp;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::safe::State;
use crate::store::Tx;

impl Node {
    /// What it sees of a period, as things stand now: what was written, copied or answered since its end is
    /// seen too, so that a period is best looked at before its reports are due.
    pub(super) fn observed(&mut self, period: Period) -> Result<Observed, NodeError> {
        let mut seen = Observed::default();
        let states = self.safe()?;
        seen.checks = states.len() as u64;
        seen.checks_good = states.iter().filter(|(_, state)| *state == State::Good).count() as u64;
        seen.pairs_open = self.count_twins()?;
        seen.backup_age_days = self.last_copy()?.and_then(|at| days_before(at, period));
        let schema = self.schema().clone();
        self.read(|_, tx| {
            members(period, &mut seen, tx)?;
            registers(period, &mut seen, tx)?;
            trained(period, &mut seen, tx)?;
            assessed(period, &mut seen, tx)?;
            duties(&schema, period, &mut seen, tx)
        })?;
        Ok(seen)
    }
}

/// Days from a moment to the end of a period; a moment after it is none before it.
fn days_before(at: Timestamp, period: Period) -> Option<u64> {
    let (year, month, day) = at.date();
    let day = format!("{year:04}-{month:02}-{day:02}");
    let last = period.last();
    // Years of a period and of a clock that is right are few; a clock far off has no copy to count.
    (0..DAYS_LOOKED).find(|days| {
        last.plus_days(-i64::try_from(*days).unwrap_or(i64::MAX))
            .is_some_and(|back| back.to_string() <= day)
    })
}

/// A copy that is older is as good as none.
const DAYS_LOOKED: u64 = 400;

fn counts(row: &Row) -> bool {
    !row.deleted && row.merged_into.is_none()
}

fn members(period: Period, seen: &mut Observed, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let last = period.last().to_string();
    let mut persons: HashMap<RecordId, BTreeMap<String, Scalar>> = HashMap::new();
    let mut merged: HashMap<RecordId, RecordId> = HashMap::new();
    tx.each(presence::PERSON, &mut |row| {
        merged.extend(row.merged_into.map(|into| (row.id, into)));
        if counts(row) {
            seen.persons += 1;
            persons.insert(row.id, row.cells.clone());
        }
    })?;
    let mut running: Option<(RecordId, BTreeMap<String, Scalar>)> = None;
    tx.each(dues::PERIOD, &mut |row| {
        let nearer = |known: &(RecordId, BTreeMap<String, Scalar>)| {
            dues::nearness(&known.1, &last) < dues::nearness(&row.cells, &last)
        };
        if counts(row) && running.as_ref().is_none_or(nearer) {
            running = Some((row.id, row.cells.clone()));
        }
    })?;
    let dues = running.as_ref().map(|(_, cells)| cells);
    let begun = dues.and_then(dues::begins).unwrap_or_default().to_owned();
    let mut owed = 0;
    tx.each(dues::MEMBERSHIP, &mut |row| {
        if !counts(row) {
            return;
        }
        // Who has left owes the dues of a time in which they belonged: what they paid is counted too.
        if dues::belonged(&row.cells, &begun, &last) {
            owed += dues.and_then(|dues| dues::amount(dues, &row.cells)).unwrap_or(0);
        }
        if !dues::belongs_on(&row.cells, &last) {
            return;
        }
        seen.members += 1;
        let person = dues::person(&row.cells);
        let person = person.map(|id| resolve_merged(id, &mut |id| merged.get(&id).copied()));
        let person = person.and_then(|id| persons.get(&id));
        let is_complete = person.is_some_and(|person| reported::is_complete(person, &row.cells, dues));
        seen.members_complete += u64::from(is_complete);
    })?;
    let mut paid = 0;
    if let Some((period, _)) = &running {
        tx.each(dues::PAYMENT, &mut |row| {
            let of_period = dues::paid(&row.cells, *period).filter(|_| counts(row));
            paid += of_period.map_or(0, |(_, amount)| amount);
        })?;
    }
    let dirhams = |centimes: i64| u64::try_from(centimes / 100).unwrap_or(0);
    (seen.dues_owed, seen.dues_paid) = (dirhams(owed), dirhams(paid.min(owed)));
    Ok(())
}

fn registers(period: Period, seen: &mut Observed, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let first = period.first().to_string();
    let written = [
        &mut seen.beneficiaries_written,
        &mut seen.donors_written,
        &mut seen.partners_written,
    ];
    for (kind, written) in reported::IN_USE.into_iter().zip(written) {
        tx.each(kind, &mut |row| {
            *written += u64::from(counts(row) && row.updated.to_string().as_str() >= first.as_str());
        })?;
    }
    Ok(())
}

/// Four fifths of the hours complete a training.
const COMPLETE_PERCENT: i64 = 80;

fn trained(period: Period, seen: &mut Observed, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let last = period.last().to_string();
    let mut sessions: HashMap<RecordId, i64> = HashMap::new();
    tx.each(presence::ACTIVITY, &mut |row| {
        let hours = programme::session_hours(&row.cells, &last).filter(|_| counts(row));
        sessions.extend(hours.map(|hours| (row.id, hours)));
    })?;
    let all: i64 = sessions.values().sum();
    if all == 0 {
        return Ok(());
    }
    let mut merged: HashMap<RecordId, RecordId> = HashMap::new();
    tx.each(presence::PERSON, &mut |row| {
        merged.extend(row.merged_into.map(|into| (row.id, into)));
    })?;
    let stands = |id: RecordId| resolve_merged(id, &mut |id| merged.get(&id).copied());
    let named = |cells: &BTreeMap<String, Scalar>, key: &str| cells.get(key)?.as_text()?.parse().ok();
    // Ticked twice, by two who stand for one, is present once.
    let mut came: BTreeSet<(RecordId, RecordId)> = BTreeSet::new();
    tx.each(presence::ATTENDANCE, &mut |row| {
        let session = named(&row.cells, presence::OF).filter(|_| counts(row));
        if let (Some(session), Some(Came::One(person, true))) = (session, presence::read(&row.cells)) {
            came.insert((stands(person), session));
        }
    })?;
    let mut hours: HashMap<RecordId, i64> = HashMap::new();
    for (person, session) in came {
        *hours.entry(person).or_default() += sessions.get(&session).copied().unwrap_or(0);
    }
    tx.each(programme::TRAINEE, &mut |row| {
        if counts(row) && !programme::has_left(&row.cells) {
            seen.trainees += 1;
            let own = named(&row.cells, presence::WHO).map(&stands);
            let own = own.and_then(|person| hours.get(&person)).copied().unwrap_or(0);
            seen.trainees_completed += u64::from(own * 100 >= all * COMPLETE_PERCENT);
        }
    })?;
    Ok(())
}

fn assessed(period: Period, seen: &mut Observed, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let last = period.last().to_string();
    let mut latest: BTreeMap<String, (String, i64)> = BTreeMap::new();
    tx.each(programme::MATURITY, &mut |row| {
        let text = |key: &str| {
            row.cells
                .get(key)
                .and_then(Scalar::as_text)
                .unwrap_or_default()
                .to_owned()
        };
        let [_, day] = programme::ASSESSED.map(text);
        let points = programme::maturity_of(&row.cells).filter(|_| counts(row) && day <= last);
        if let Some(points) = points {
            let known = latest.entry(text(programme::PARTICIPANT)).or_default();
            *known = known.clone().max((day, points));
        }
    })?;
    seen.assessed = latest.len() as u64;
    let points: i64 = latest.values().map(|(_, points)| points).sum();
    seen.maturity_points = u64::try_from(points).unwrap_or(0);
    Ok(())
}

fn duties(schema: &Schema, period: Period, seen: &mut Observed, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let (from, to) = period.stored();
    tx.each(reported::GRANT, &mut |row| {
        let on_time = reported::accounts_on_time(&row.cells, &from, &to).filter(|_| counts(row));
        seen.accounts_due += u64::from(on_time.is_some());
        seen.accounts_on_time += u64::from(on_time == Some(true));
    })?;
    tx.each(reported::PROCESSING, &mut |row| {
        seen.processings += u64::from(counts(row))
    })?;
    tx.each(reported::REQUEST, &mut |row| {
        let is_overdue = counts(row) && reported::is_overdue(schema, &row.cells, &to);
        seen.requests_overdue += u64::from(is_overdue);
    })?;
    Ok(())
}
