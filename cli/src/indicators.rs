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
use tawro_node::reporting::{Answer, Answers, Fate, ReportFault, period_of};

use crate::args::Indicators;
use crate::failure::Failure;
use crate::import;
use crate::session::Session;
use crate::sheet;

mod report;
mod standing;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Indicators) -> Result<(), Failure> {
    match command {
        Indicators::List => list(session),
        Indicators::Preview { period, task } => preview(session, &period, task.as_deref()),
        Indicators::Explain { period, code } => explain(session, &period, &code),
        Indicators::Key => key(session),
        Indicators::Report(asked) => report::make(session, &asked),
        Indicators::Sheet(asked) => sheet::make(session, &asked),
        Indicators::Audit { file } => standing::audit(session, &file),
        Indicators::Notice { file } => standing::notice(session, &file),
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
        Some(task) => {
            let withheld = withheld_before(&mut node, &task)?;
            of_task(session, &mut node, &task, &withheld)?
        }
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

/// What the last report to a task withheld: it is withheld again unless somebody says otherwise.
fn withheld_before(node: &mut Node, task: &Task) -> Result<BTreeSet<String>, Failure> {
    let last = node.reports(task)?.pop();
    Ok(last.map(|last| last.withheld).unwrap_or_default())
}

/// The numbers as they would leave, those of these indicators withheld. To whom and on which terms is said.
fn of_task(
    session: &Session,
    node: &mut Node,
    task: &Task,
    withheld: &BTreeSet<String>,
) -> Result<Told, Failure> {
    let output = &session.output;
    let Answers { period, numbers, .. } = node.answers(task, withheld)?;
    let cells = numbers.iter().flat_map(|number| {
        let leaves = (!number.count.withheld).then_some(number.count.leaves);
        cells(
            &number.asked,
            leaves,
            Some([number.count.plus, number.count.minus]),
        )
    });
    let (mode, operators) = match &task.mode {
        Mode::One { operator } => (1, vec![operator.clone()]),
        Mode::Two { leader, helper } => (2, vec![leader.clone(), helper.clone()]),
    };
    let value = json!({
        "period": period.to_string(), "mode": mode, "task": task.id().to_string(),
        "operators": operators, "cells": cells.collect::<Vec<_>>(),
    });
    let lines = numbers.iter().map(|number| line(session, number)).collect();
    let names = operators.join(", ");
    output.say("leaves-to-one", &[("operator", names.as_str().into())]);
    output.say("leaves-consent-one", &[("operator", names.as_str().into())]);
    output.say("leaves-k", &[("count", i64::from(task.k).into())]);
    Ok((value, lines))
}

/// One number for people, with what it corrects.
fn line(session: &Session, number: &Answer) -> Vec<String> {
    let output = &session.output;
    let value = match number.fate {
        Fate::Leaves | Fate::Moved | Fate::AboveBound => number.count.total().to_string(),
        _ => String::new(),
    };
    let mut state = vec![output.sentence(&format!("leaves-is-{}", number.fate.code()), &[])];
    for (key, amount) in [("plus", number.count.plus), ("minus", number.count.minus)] {
        if amount > 0 {
            let count = ("count", amount.to_string().into());
            state.push(output.sentence(&format!("leaves-correction-{key}"), &[count]));
        }
    }
    vec![
        number.asked.code.clone(),
        called(session, &number.asked.code),
        value,
        number.asked.bound.to_string(),
        state.join("; "),
    ]
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
            all.extend(cells(number, leaves, None));
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

/// The cells of a number that an association can fill: where it lies and what it does is the roll's. What
/// leaves says in its total by how much more and fewer it corrects earlier periods.
fn cells(asked: &Asked, leaves: Option<Leaves>, corrected: Option<[u64; 2]>) -> Vec<Json> {
    let tables = asked.tables.iter();
    let own = tables.filter(|table| !matches!(table, Table::Milieu | Table::Domain));
    own.flat_map(|table| table.cells())
        .map(|cell| {
            let value = leaves.map(|leaves| {
                let held = LEAVES.iter().zip(leaves);
                held.filter(|(leaf, _)| cell.holds(**leaf, None, None))
                    .fold(0_u64, |sum, (_, number)| sum.saturating_add(number))
            });
            let mut said = json!({
                "indicator": asked.code, "cell": cell_json(cell), "value": value, "bound": asked.bound,
                "withheld": leaves.is_none(),
            });
            if let (Cell::Total, Some([plus, minus])) = (cell, corrected) {
                said["plus"] = plus.into();
                said["minus"] = minus.into();
            }
            said
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
