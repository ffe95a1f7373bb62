//! `tawro hub period`, `hub seat` and `hub export`: a reporting period, from who is asked to the figures.

use std::io::Read;
use std::path::Path;

use serde_json::{Value, json};
use tawro_core::indicator::{Domain, Milieu, Period, catalogue};
use tawro_core::share::{REPORT_BYTES_MAX, Reject, Taken};
use tawro_core::text::Fact;
use tawro_hub::Hub as Relay;
use tawro_hub::export as figures;
use tawro_hub::period::{Asked, Early, NewSeat, PeriodStatus, Periods, State};
use tawro_hub::published::Source;
use tawro_node::driver::now;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;

use crate::args::{HubPeriod, HubSeat};
use crate::failure::Failure;
use crate::import::file_failure;
use crate::output::Output;
use crate::session::Session;

/// Carries out one of the commands of a period.
pub(crate) fn run(session: &Session, command: HubPeriod) -> Result<(), Failure> {
    match command {
        HubPeriod::Open { period } => open(session, period),
        HubPeriod::Task { period, file, force } => {
            vacant(&file, force)?;
            let call = periods(session)?.call(period)?;
            write(session, &file, &call.to_bytes(), "period-task-done")
        }
        HubPeriod::Take { files } => {
            let paths: Vec<&Path> = files.iter().map(AsRef::as_ref).collect();
            take(session, &paths)
        }
        HubPeriod::Status { period } => status(session, period),
        HubPeriod::Cancel { period } => cancel(session, period),
        HubPeriod::Freeze { period, force } => freeze(session, period, force),
        HubPeriod::Publish { period } => publish(session, period),
        HubPeriod::Manifest { period, file, force } => {
            vacant(&file, force)?;
            let notice = periods(session)?.notice(period)?;
            write(session, &file, &notice.to_bytes(), "period-manifest-done")
        }
    }
}

pub(crate) fn periods(session: &Session) -> Result<Periods, Failure> {
    Ok(Relay::open(&session.hub_home()?)?.periods()?)
}

/// Registers an association, or who runs the programme.
pub(crate) fn seat(session: &Session, asked: &HubSeat) -> Result<(), Failure> {
    let milieu = match &asked.commune {
        None => None,
        Some(code) => {
            let unknown = || Failure::usage("bad_commune", vec![("text", code.as_str().into())]);
            Some(Milieu::of_commune(code).ok_or_else(unknown)?)
        }
    };
    let new = NewSeat {
        name: asked.name.clone(),
        key: asked.key,
        milieu,
        domain: asked.domain.and_then(Domain::new),
        asked: match asked.operator {
            true => Asked::Operator,
            false => Asked::Associations,
        },
    };
    periods(session)?.register(&new)?;
    if session.output.json() {
        let (name, key) = (&new.name, new.key.to_string());
        session.output.data(&json!({ "name": name, "key": key }));
    }
    let name = new.name.trim();
    session.output.say("seat-done", &[("name", name.into())]);
    Ok(())
}

fn open(session: &Session, period: Period) -> Result<(), Failure> {
    let output = &session.output;
    let begun = periods(session)?.begin(period, catalogue())?;
    let (text, closes) = (period.to_string(), begun.closes.to_string());
    if output.json() {
        output.data(&json!({
            "period": text, "asked": begun.asked, "numbers": begun.numbers,
            "closes": closes, "waiting": begun.waiting,
        }));
    }
    let facts = [
        ("period", text.into()),
        ("asked", begun.asked.into()),
        ("closes", closes.into()),
    ];
    output.say("period-begun", &facts);
    named(output, "period-begun-waiting", begun.waiting);
    Ok(())
}

fn cancel(session: &Session, period: Period) -> Result<(), Failure> {
    periods(session)?.cancel(period)?;
    let text = period.to_string();
    if session.output.json() {
        session.output.data(&json!({ "period": text, "cancelled": true }));
    }
    session.output.say("period-cancelled", &[("period", text.into())]);
    Ok(())
}

/// Lets an association go.
pub(crate) fn unseat(session: &Session, name: &str) -> Result<(), Failure> {
    let name = name.trim();
    periods(session)?.unregister(name)?;
    if session.output.json() {
        session.output.data(&json!({ "name": name }));
    }
    session.output.say("unseat-done", &[("name", name.into())]);
    Ok(())
}

/// Says a sentence about associations, if there are any.
fn named(output: &Output, key: &str, names: Vec<String>) {
    if !names.is_empty() {
        output.say(key, &[("names", Fact::List(names))]);
    }
}

fn take(session: &Session, files: &[&Path]) -> Result<(), Failure> {
    let reports = files.iter().map(|file| read(file, REPORT_BYTES_MAX));
    let reports: Vec<Vec<u8>> = reports.collect::<Result<_, _>>()?;
    let answers = periods(session)?.take(&reports, now())?;
    let brought: Vec<Brought<'_>> = files
        .iter()
        .zip(&answers)
        .map(|(file, answer)| Brought {
            file,
            association: answer.association.as_deref(),
            outcome: answer.outcome.as_ref().copied().map_err(Reject::code),
        })
        .collect();
    tell(session, &brought, ["take-done", "reports_rejected"])
}

/// A file that an association brought, and what became of it.
pub(crate) struct Brought<'a> {
    pub(crate) file: &'a Path,
    /// Whose it is, if its signature shows that.
    pub(crate) association: Option<&'a str>,
    /// Or the code of why it was rejected.
    pub(crate) outcome: Result<Taken, &'static str>,
}

/// Tells what became of each file: the sentence when all were taken, and the failure when one was not.
pub(crate) fn tell(
    session: &Session,
    brought: &[Brought<'_>],
    [done, failed]: [&str; 2],
) -> Result<(), Failure> {
    let output = &session.output;
    if output.json() {
        let rows: Vec<Value> = brought.iter().map(answered).collect();
        output.data(&rows);
    }
    let mut rejected = 0;
    for Brought {
        file,
        association,
        outcome,
    } in brought
    {
        let Err(code) = outcome else {
            continue;
        };
        rejected += 1;
        let file = file.display().to_string();
        match association {
            None => output.say("take-rejected", &[("file", file.into())]),
            Some(name) => {
                let facts = [("file", file.into()), ("name", (*name).into())];
                output.say("take-rejected-of", &facts);
            }
        }
        output.tell(&rejection(code));
    }
    let taken = brought.len() - rejected;
    if rejected > 0 {
        let facts = vec![("taken", taken.into()), ("rejected", rejected.into())];
        return Err(Failure::new(failed, facts));
    }
    output.say(done, &[("taken", taken.into())]);
    Ok(())
}

fn answered(brought: &Brought<'_>) -> Value {
    let (outcome, code) = match brought.outcome {
        Ok(Taken::New) => ("new", None),
        Ok(Taken::Replaced) => ("replaced", None),
        Ok(Taken::Already) => ("already", None),
        Err(code) => ("rejected", Some(code)),
    };
    json!({
        "file": brought.file.display().to_string(), "association": brought.association,
        "outcome": outcome, "code": code,
    })
}

/// Why a report was rejected, as a sentence is found for it.
pub(crate) fn rejection(code: &str) -> Failure {
    Failure::new(code, Vec::new())
}

fn status(session: &Session, period: Period) -> Result<(), Failure> {
    let output = &session.output;
    let status = periods(session)?.status(period)?;
    let state = format!("period-state-{}", status.state.to_lowercase());
    let lines = [
        ("head-period", status.period.clone()),
        ("head-state", output.sentence(&state, &[])),
        ("head-closes", status.closes.clone()),
        ("head-reports", status.reports.to_string()),
        ("head-missing", status.missing.join("; ")),
        ("head-rejected", rejected(output, &status).join("; ")),
    ];
    output.facts(
        &status,
        &lines.map(|(head, text)| (output.sentence(head, &[]), text)),
    );
    Ok(())
}

fn rejected(output: &Output, status: &PeriodStatus) -> Vec<String> {
    let one = |rejected: &tawro_hub::period::Rejected| {
        let why = output.explain(&rejection(&rejected.code)).into_iter().next();
        let why = why.unwrap_or_default();
        match &rejected.association {
            Some(name) => format!("{name}: {why}"),
            None => why,
        }
    };
    status.rejected.iter().map(one).collect()
}

fn freeze(session: &Session, period: Period, force: bool) -> Result<(), Failure> {
    let output = &session.output;
    let early = match force {
        true => Early::Force,
        false => Early::Wait,
    };
    let frozen = periods(session)?.freeze(period, early, now())?;
    let text = period.to_string();
    if output.json() {
        output.data(&json!({ "period": text, "reports": frozen.reports, "missing": frozen.missing }));
    }
    let facts = [("period", text.into()), ("reports", frozen.reports.into())];
    output.say("period-frozen-done", &facts);
    named(output, "period-frozen-missing", frozen.missing);
    Ok(())
}

fn publish(session: &Session, period: Period) -> Result<(), Failure> {
    let output = &session.output;
    let mut periods = periods(session)?;
    // Added up before and cut off then: the rest is done now.
    if periods.state(period)? == State::Frozen {
        periods.add_up(period, now())?;
    }
    periods.publish(period)?;
    let published = periods.published(period)?;
    let tables = || published.iter().flat_map(|task| &task.tables);
    let open = tables().filter(|table| table.cells().is_some()).count();
    let (text, withheld) = (period.to_string(), tables().count() - open);
    if output.json() {
        output.data(&json!({ "period": text, "published": open, "withheld": withheld }));
    }
    let facts = [
        ("period", text.into()),
        ("open", open.into()),
        ("withheld", withheld.into()),
    ];
    output.say("period-published-done", &facts);
    Ok(())
}

/// Writes the published figures of a period to a file, by its ending.
pub(crate) fn export(session: &Session, period: Period, file: &Path, force: bool) -> Result<(), Failure> {
    let output = &session.output;
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    let path = || vec![("file", Fact::from(file.display().to_string()))];
    if !["json", "csv", "xlsx"].contains(&ending.as_str()) {
        return Err(Failure::usage("figures_file_type", path()));
    }
    vacant(file, force)?;
    let relay = Relay::open(&session.hub_home()?)?;
    let shown = relay.shown();
    let shown = shown.map_err(|unreadable| Failure::new(unreadable.code, Vec::new()))?;
    let published = relay.periods()?.published(period)?;
    let rows = figures::rows(&published, catalogue(), &shown.goals);
    let bytes = match ending.as_str() {
        "json" => figures::json(&rows),
        "csv" => figures::csv(&rows, &output.shared_words(), output.lang()),
        _ => figures::xlsx(&rows, &output.shared_words(), output.lang())
            .map_err(|fault| Failure::new("export_failed", path()).because(&fault))?,
    };
    write_atomically(file, &bytes).map_err(NodeError::from)?;
    let name = file.display().to_string();
    if output.json() {
        output.data(&json!({ "file": name, "rows": rows.len() }));
    }
    output.say(
        "export-done",
        &[("rows", rows.len().into()), ("file", name.into())],
    );
    Ok(())
}

/// Refuses to write over a file that nobody said to replace.
pub(crate) fn vacant(file: &Path, force: bool) -> Result<(), Failure> {
    match !force && file.exists() {
        true => {
            let path = file.display().to_string();
            Err(Failure::new("file_exists", vec![("path", path.into())]))
        }
        false => Ok(()),
    }
}

fn write(session: &Session, file: &Path, bytes: &[u8], said: &str) -> Result<(), Failure> {
    write_atomically(file, bytes).map_err(NodeError::from)?;
    let name = file.display().to_string();
    if session.output.json() {
        session.output.data(&json!({ "file": name }));
    }
    session.output.say(said, &[("file", name.into())]);
    Ok(())
}

/// A file that came: of one that is longer than `most` no more is read than shows that.
pub(crate) fn read(file: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let limit = most as u64 + 1;
    std::fs::File::open(file)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|error| file_failure(file, &error))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use tawro_core::share::{LedgerFault, RollFault, SheetReject, TaskFault};
    use tawro_core::text::{Lang, Words};
    use tawro_hub::period::PeriodFault;

    use super::*;
    use crate::speech::with_sentences;

    fn faults() -> Vec<PeriodFault> {
        let period: Period = "2026-Q3".parse().expect("a quarter of a year is a period");
        let name = || "Al Amal".to_owned();
        let code = || "NT-G12".to_owned();
        vec![
            PeriodFault::SeatName { limit: 200 },
            PeriodFault::NameTaken { name: name() },
            PeriodFault::KeyTaken { name: name() },
            PeriodFault::OperatorTaken { name: name() },
            PeriodFault::NoSeats,
            PeriodFault::NoPeriod,
            PeriodFault::Unknown { period },
            PeriodFault::Exists { period },
            PeriodFault::Overlaps {
                period,
                other: period,
            },
            PeriodFault::YearPast { later: 2027 },
            PeriodFault::WindowOpen {
                closes: period.closes(),
                missing: 3,
            },
            PeriodFault::Answered { period, reports: 2 },
            PeriodFault::NoSuchSeat { name: "x".to_owned() },
            PeriodFault::FrozenBefore { period },
            PeriodFault::NotFrozen { period },
            PeriodFault::OpenedBefore { period },
            PeriodFault::PublishedBefore { period },
            PeriodFault::NotPublished { period },
            RollFault::TooMany { found: 9, limit: 8 }.into(),
            TaskFault::Operators.into(),
            TaskFault::Indicators { found: 65, limit: 64 }.into(),
            TaskFault::Bound {
                code: code(),
                bound: 9,
            }
            .into(),
            TaskFault::Tables { code: code() }.into(),
            LedgerFault::Broken { at: 3 }.into(),
            LedgerFault::HeadMissing.into(),
        ]
    }

    #[test]
    fn every_refusal_says_what_happened_and_what_to_do_in_three_languages() {
        for lang in Lang::ALL {
            let output = Output::new(false, lang, with_sentences(Words::builtin()));
            let unknown = output.explain(&rejection("no_such_code"));
            let failures = faults().into_iter().map(Failure::from);
            let sheets = SheetReject::ALL.map(|reject| rejection(reject.code()));
            for failure in failures.chain(Reject::CODES.map(rejection)).chain(sheets) {
                let lines = output.explain(&failure);
                assert_eq!(lines.len(), 2, "{} in {lang:?}", failure.code);
                assert_ne!(lines, unknown, "{} in {lang:?}", failure.code);
            }
            for state in ["open", "frozen", "opened", "published"] {
                let key = format!("period-state-{state}");
                assert_ne!(output.sentence(&key, &[]), key);
            }
        }
    }
}
