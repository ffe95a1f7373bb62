//! `tawro indicators`: the association's numbers, what is behind them, and what leaves.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value as Json, json};
use tawro_core::indicator::{
    Cell, Figure, Indicator, LEAVES, Leaves, Method, Period, Side, Source, Table, catalogue,
};
use tawro_core::share::{Asked, Mode, Task, answers, asked, indicator_of};
use tawro_node::driver::Node;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;
use tawro_node::reporting::{Answers, Fate, ReportFault, Stage, Stands, period_of};

use crate::args::{Indicators, IndicatorsReport};
use crate::failure::Failure;
use crate::import;
use crate::session::Session;
use crate::sheet;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Indicators) -> Result<(), Failure> {
    match command {
        Indicators::List => list(session),
        Indicators::Preview { period, task } => preview(session, &period, task.as_deref()),
        Indicators::Explain { period, code } => explain(session, &period, &code),
        Indicators::Key => key(session),
        Indicators::Report(asked) => report(session, &asked),
        Indicators::Sheet(asked) => sheet::make(session, &asked),
        Indicators::Audit { file } => audit(session, &file),
    }
}

fn list(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let label = |one: &Indicator| one.label(output.words(), output.lang()).unwrap_or_default();
    let waits = |one: &Indicator| one.waits(output.words(), output.lang());
    let value = |one: &Indicator| {
        json!({
            "indicator": one.code.to_string(), "label": label(one), "core": one.core,
            "source": one.source.code(), "unit": one.unit.code(), "bound": one.bound, "waits": waits(one),
        })
    };
    let all: Vec<Json> = catalogue().iter().map(value).collect();
    let heads = ["head-indicator", "head-name", "head-unit", "head-state"];
    let heads = heads.map(|key| output.sentence(key, &[]));
    let row = |one: &Indicator| {
        let state = waits(one).unwrap_or_else(|| output.sentence("indicators-counted", &[]));
        let unit = output.label(&format!("unit-{}", one.unit.code()));
        vec![one.code.to_string(), label(one), unit, state]
    };
    let rows: Vec<Vec<String>> = catalogue().iter().map(row).collect();
    output.table(&all, &heads, &rows);
    Ok(())
}

fn period(text: &str) -> Result<Period, Failure> {
    let unknown = |_| Failure::usage("not_a_period", vec![("text", text.into())]);
    text.parse().map_err(unknown)
}

pub(crate) fn indicator(code: &str) -> Result<&'static Indicator, Failure> {
    let mut all = catalogue().iter();
    let found = all.find(|one| one.code.to_string().eq_ignore_ascii_case(code));
    found.ok_or_else(|| Failure::usage("unknown_indicator", vec![("code", code.into())]))
}

/// The task in a file, held to the period that is meant.
fn task_in(node: &mut Node, bytes: &[u8], period: Period) -> Result<Task, Failure> {
    let task = node.read_task(bytes)?;
    let found = period_of(&task).map_err(NodeError::from)?;
    if found != period {
        return Err(NodeError::from(ReportFault::OtherPeriod { asked: period, found }).into());
    }
    Ok(task)
}

fn preview(session: &Session, text: &str, file: Option<&Path>) -> Result<(), Failure> {
    let period = period(text)?;
    let given = file.map(import::read).transpose()?;
    let mut node = session.open()?;
    let task = match given {
        Some(bytes) => Some(task_in(&mut node, &bytes, period)?),
        None => node.task_of(period)?,
    };
    let (value, lines) = match task {
        Some(task) => of_task(session, &mut node, &task)?,
        None => of_records(session, &mut node, period)?,
    };
    let heads = [
        "head-indicator",
        "head-name",
        "head-value",
        "head-bound",
        "head-state",
    ];
    let heads = heads.map(|key| session.output.sentence(key, &[]));
    session.output.table(&value, &heads, &lines);
    Ok(())
}

type Told = (Json, Vec<Vec<String>>);

/// The numbers as they would leave.
fn of_task(session: &Session, node: &mut Node, task: &Task) -> Result<Told, Failure> {
    let output = &session.output;
    let withheld = node.reports(task)?.pop().map(|last| last.withheld);
    let Answers { period, numbers, .. } = node.answers(task, &withheld.unwrap_or_default())?;
    let cells = numbers.iter().flat_map(|number| {
        let leaves = (!number.count.withheld).then_some(number.count.leaves);
        cells(&number.asked, leaves)
    });
    let (mode, operators) = match &task.mode {
        Mode::One { operator } => (1, vec![operator.clone()]),
        Mode::Two { leader, helper } => (2, vec![leader.clone(), helper.clone()]),
    };
    let value = json!({
        "period": period.to_string(), "mode": mode, "task": task.id().to_string(),
        "operators": operators, "cells": cells.collect::<Vec<_>>(),
    });
    let line = |number: &tawro_node::reporting::Answer| {
        let value = match number.fate {
            Fate::Leaves | Fate::Moved | Fate::AboveBound => number.count.total().to_string(),
            _ => String::new(),
        };
        vec![
            number.asked.code.clone(),
            called(session, &number.asked.code),
            value,
            number.asked.bound.to_string(),
            output.sentence(&format!("leaves-is-{}", number.fate.code()), &[]),
        ]
    };
    let lines = numbers.iter().map(line).collect();
    let names = operators.join(", ");
    output.say("leaves-to-one", &[("operator", names.as_str().into())]);
    output.say("leaves-consent-one", &[("operator", names.as_str().into())]);
    Ok((value, lines))
}

/// The numbers of the records, while nothing is asked.
fn of_records(session: &Session, node: &mut Node, period: Period) -> Result<Told, Failure> {
    let output = &session.output;
    let (mut all, mut lines) = (Vec::new(), Vec::new());
    for (one, figure) in node.figures(period)? {
        let state = match &figure {
            Ok(_) => output.sentence("indicators-counted", &[]),
            Err(_) => one.waits(output.words(), output.lang()).unwrap_or_default(),
        };
        let mut numbers = asked(one);
        if numbers.is_empty() {
            numbers.push(waiting(one));
        }
        let said = match &figure {
            Ok(figure) => answers(one, figure),
            Err(_) => vec![None],
        };
        for (number, leaves) in numbers.iter().zip(said) {
            all.extend(cells(number, leaves));
            let total = leaves.map(|leaves| leaves.iter().sum::<u64>().to_string());
            lines.push(vec![
                number.code.clone(),
                called(session, &number.code),
                total.unwrap_or_default(),
                number.bound.to_string(),
                state.clone(),
            ]);
        }
    }
    let value = json!({
        "period": period.to_string(), "mode": null, "task": null, "operators": [], "cells": all,
    });
    Ok((value, lines))
}

/// The number of an indicator whose records are not kept yet: it has a place, and no value.
fn waiting(one: &Indicator) -> Asked {
    Asked {
        code: one.code.to_string(),
        source: one.source,
        unit: tawro_core::share::Unit::Number,
        bound: one.bound,
        unkind_when_negative: one.unkind,
        tables: vec![Table::Total],
        definition: [0; 32],
    }
}

/// What people call the indicator of a number.
pub(crate) fn called(session: &Session, code: &str) -> String {
    let output = &session.output;
    let (own, is_of) = indicator_of(code);
    let found = catalogue().iter().find(|one| one.code.to_string() == own);
    let label = found.and_then(|one| one.label(output.words(), output.lang()));
    let label = label.unwrap_or_else(|| own.to_owned());
    match is_of {
        true => output.sentence("leaves-what-of", &[("label", label.as_str().into())]),
        false => label,
    }
}

/// The cells of a number that an association can fill: where it lies and what it does is the roll's.
fn cells(asked: &Asked, leaves: Option<Leaves>) -> Vec<Json> {
    let tables = asked.tables.iter();
    let own = tables.filter(|table| !matches!(table, Table::Milieu | Table::Domain));
    own.flat_map(|table| table.cells())
        .map(|cell| {
            let value = leaves.map(|leaves| {
                let held = LEAVES.iter().zip(leaves);
                held.filter(|(leaf, _)| cell.holds(**leaf, None, None))
                    .fold(0_u64, |sum, (_, number)| sum.saturating_add(number))
            });
            json!({
                "indicator": asked.code, "cell": cell_json(cell), "value": value, "bound": asked.bound,
                "withheld": leaves.is_none(),
            })
        })
        .collect()
}

/// A cell by its table and what tells it apart.
fn cell_json(cell: Cell) -> Json {
    let table = cell.table().code();
    match cell {
        Cell::Sex(sex) => json!({ "table": table, "sex": sex.code() }),
        Cell::Age(age) => json!({ "table": table, "age": age.code() }),
        Cell::SexAge(leaf) => json!({ "table": table, "sex": leaf.sex.code(), "age": leaf.age.code() }),
        // Where an association lies and what it does first is the roll's, and asked of nobody here.
        _ => json!({ "table": table }),
    }
}

fn explain(session: &Session, text: &str, code: &str) -> Result<(), Failure> {
    let output = &session.output;
    let (period, one) = (period(text)?, indicator(code)?);
    let mut node = session.open()?;
    let figure = node
        .figures(period)?
        .into_iter()
        .find(|(known, _)| known.code == one.code);
    let Some(Ok(figure)) = figure.map(|(_, figure)| figure) else {
        let waits = one.waits(output.words(), output.lang()).unwrap_or_default();
        return Err(Failure::new(
            "no_data_yet",
            vec![("waits", waits.as_str().into())],
        ));
    };
    let side = match &one.method {
        Method::Counting(_) if asked(one).len() == 2 && figure.total() == 0 => Side::Of,
        _ => Side::Number,
    };
    let records = node.behind(one, period, Cell::Total, side)?;
    let value = json!({
        "indicator": one.code.to_string(), "period": period.to_string(), "value": figure.total(),
        "of": of(&figure),
        "records": records.iter().map(|(id, name)| json!({ "id": id.to_string(), "name": name })).collect::<Vec<_>>(),
    });
    let means = one.meaning(output.words(), output.lang()).unwrap_or_default();
    output.say(
        "indicators-means",
        &[
            ("label", called(session, &one.code.to_string()).into()),
            ("means", means.into()),
        ],
    );
    let total = match of(&figure) {
        Some(of) if one.source != Source::Fact => format!("{} / {of}", figure.total()),
        _ => figure.total().to_string(),
    };
    output.say("indicators-value", &[("value", total.into())]);
    if records.is_empty() {
        output.say("figures-behind-none", &[]);
    }
    let heads = ["head-name", "head-id"].map(|key| output.sentence(key, &[]));
    let rows: Vec<Vec<String>> = records
        .into_iter()
        .map(|(id, name)| vec![name, id.to_string()])
        .collect();
    output.table(&value, &heads, &rows);
    Ok(())
}

fn of(figure: &Figure) -> Option<u64> {
    let of = figure.of?;
    Some(of.iter().fold(0, |sum, number| sum.saturating_add(*number)))
}

fn key(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let key = session.open()?.statistics_key()?.to_string();
    output.facts(
        &json!({ "key": key }),
        &[(output.sentence("head-statistics-key", &[]), key.clone())],
    );
    Ok(())
}

fn report(session: &Session, given: &IndicatorsReport) -> Result<(), Failure> {
    let output = &session.output;
    let period = period(&given.period)?;
    let path = given.out.as_deref().map(|out| out.display().to_string());
    if let Some(path) = path
        .as_deref()
        .filter(|_| given.out.as_deref().is_some_and(Path::exists))
    {
        return Err(Failure::new("file_exists", vec![("path", path.into())]));
    }
    let bytes = given.task.as_deref().map(import::read).transpose()?;
    let mut node = session.open()?;
    let task = match &bytes {
        Some(bytes) => task_in(&mut node, bytes, period)?,
        None => node
            .task_of(period)?
            .ok_or(NodeError::from(ReportFault::NotAsked { period }))?,
    };
    let withheld = withheld(&task, &given.withhold)?;
    // Numbers and terms come before the consent: nobody agrees to what was not shown.
    let (_, lines) = of_task(session, &mut node, &task)?;
    let known = node.agreement(&task)?;
    if known.is_none() && !given.agree {
        for line in &lines {
            output.say("indicators-line", &[("line", line.join(" · ").into())]);
        }
        return Err(NodeError::from(ReportFault::NotAgreed).into());
    }
    if let Some(bytes) = bytes {
        node.take_task(&bytes)?;
    }
    if given.agree {
        node.agree(&task, &task.agreed())?;
    }
    let made = node.report(&task, &withheld)?;
    if let Some(out) = &given.out {
        write_atomically(out, &made.bytes).map_err(NodeError::from)?;
    }
    if output.json() {
        output.data(&json!({
            "period": period.to_string(), "task": task.id().to_string(), "revision": made.revision,
            "file": path, "withheld": withheld, "state": state(&node.stands(&task)?, made.revision),
        }));
    }
    let number = ("number", i64::from(made.revision).into());
    match path {
        Some(path) => output.say("indicators-made", &[number, ("file", path.as_str().into())]),
        None => output.say("indicators-made-kept", &[number]),
    }
    Ok(())
}

/// How a revision stands, as a code; nothing of one that was not made here.
fn state(stands: &Stands, revision: u32) -> Option<&'static str> {
    let mut stages = stands.stages.iter();
    let found = stages.find(|(known, _, _)| *known == revision);
    found.map(|(_, stage, _)| stage.word())
}

/// The codes that a person withholds, each of which is asked.
fn withheld(task: &Task, codes: &[String]) -> Result<BTreeSet<String>, Failure> {
    let one = |code: &String| {
        let mut all = task.indicators.iter().map(|asked| indicator_of(&asked.code).0);
        let found = all.find(|known| known.eq_ignore_ascii_case(code));
        let code = code.clone();
        found
            .map(str::to_owned)
            .ok_or_else(|| NodeError::from(ReportFault::NoSuchNumber { code }).into())
    };
    codes.iter().map(one).collect()
}

fn audit(session: &Session, file: &Path) -> Result<(), Failure> {
    let output = &session.output;
    let bytes = import::read(file)?;
    let mut node = session.open()?;
    let found = node.audit(&bytes)?;
    let stands = match node.task_of(found.period)?.filter(|task| task.id() == found.task) {
        Some(task) => node.stands(&task)?,
        None => Stands::default(),
    };
    let (state, alarm) = (state(&stands, found.revision), stands.alarm());
    let value = json!({
        "period": found.period.to_string(), "task": found.task.to_string(), "revision": found.revision,
        "signed": found.is_signed, "kept": found.is_kept, "changed": found.changed, "differ": found.differ,
        "holds": found.holds(), "state": state, "alarm": alarm.map(Stage::word),
        "contradicted": stands.is_contradicted,
    });
    let yes = |is: bool| output.sentence(if is { "answer-is" } else { "answer-is-not" }, &[]);
    let said = |key: &str, text: String| (output.sentence(key, &[]), text);
    let lines = [
        said("head-period", found.period.to_string()),
        said("head-revision", found.revision.to_string()),
        said("head-signed", yes(found.is_signed)),
        said("head-kept", yes(found.is_kept)),
    ];
    if let Some(state) = state {
        let number = ("number", i64::from(found.revision).into());
        output.say(&format!("leaves-stage-{state}"), &[number]);
    }
    if let Some(alarm) = alarm {
        output.say(&format!("leaves-stage-{}-next", alarm.word()), &[]);
    }
    if found.holds() {
        output.facts(&value, &lines);
        output.say("indicators-audit-holds", &[]);
        return Ok(());
    }
    let faults = [
        (!found.is_signed, "audit_unsigned", Vec::new()),
        (!found.changed.is_empty(), "audit_changed", found.changed),
        (!found.is_kept, "audit_not_kept", Vec::new()),
        (true, "audit_differs", found.differ),
    ];
    let fault = faults.into_iter().find(|(is_so, _, _)| *is_so);
    let (_, code, codes) = fault.expect("the last one always is so");
    Err(Failure::new(code, vec![("codes", codes.join(", ").into())]))
}
