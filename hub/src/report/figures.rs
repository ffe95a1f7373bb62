//! The figures of a report: a table for each axis of the strategy, the breakdowns below, and those of a year.

use tawro_core::indicator::{Axis, Period, Source};
use tawro_core::share::Withheld;
use tawro_core::text::{Fact, plain};

use crate::published::{Outcome, Part, Reading};
use crate::report::block::{Block, Cell, Column, Row, Table, Tone};
use crate::report::scope::{Line, Scope};
use crate::report::voice::{NOTHING, Voice};

/// Every axis that has an indicator in the report, with its number among them.
fn axes<'s, 'a>(scope: &'s Scope<'a>) -> Vec<(usize, Axis, Vec<&'s Line<'a>>)> {
    let of = |axis: Axis| -> Vec<&Line<'a>> {
        let lines = scope.lines.iter();
        lines.filter(|line| line.indicator().axis == axis).collect()
    };
    let axes = Axis::ALL.iter().map(|axis| (*axis, of(*axis)));
    let filled = axes.filter(|(_, lines)| !lines.is_empty());
    filled
        .zip(1..)
        .map(|((axis, lines), number)| (number, axis, lines))
        .collect()
}

fn axis_title(number: usize, axis: Axis, voice: Voice<'_>) -> String {
    let name = voice.say(&format!("axis-{}", axis.code()));
    let number = voice.number(number as u64);
    voice.tell("report-axis", &[("number", number.into()), ("axis", name.into())])
}

/// The figures of one period, axis by axis.
pub(super) fn of_period(scope: &Scope<'_>, period: Period, voice: Voice<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (number, axis, lines) in axes(scope) {
        blocks.push(Block::heading(2, axis_title(number, axis, voice)));
        let rows = lines.iter().map(|line| Row::Cells(row(line, period, voice)));
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::of_words(voice.say("figure-indicator"), 28),
                Column::of_numbers(voice.say("figure-value"), 15),
                Column::of_numbers(voice.say("report-unit"), 14),
                Column::of_numbers(voice.say("figure-target"), 8),
                Column::of_numbers(voice.say("report-answered"), 16),
                Column::of_words(voice.say("report-state"), 27),
            ],
            rows: rows.collect(),
        }));
        for line in lines {
            if let Some(reading) = line.reading(period) {
                blocks.extend(in_detail(line, reading, voice));
            }
        }
    }
    blocks
}

fn row(line: &Line<'_>, period: Period, voice: Voice<'_>) -> Vec<Cell> {
    let indicator = line.indicator();
    let mut cells = vec![named(line, voice)];
    let reading = line.reading(period);
    let figure = reading.and_then(Reading::value);
    cells.push(match figure {
        Some(value) => voice.value(value, indicator.unit),
        None => Cell::quiet(NOTHING),
    });
    cells.push(Cell::plain(voice.unit(indicator.unit)));
    cells.push(target(line, voice));
    cells.push(match reading {
        Some(reading) => answered(line, reading, voice),
        None => Cell::quiet(NOTHING),
    });
    cells.push(match reading.map(|reading| (reading, reading.outcome)) {
        Some((reading, Outcome::Value(_))) if reading.is_partial => {
            Cell::marked(voice.say("report-status-partial"))
        }
        Some((_, Outcome::Value(_))) => Cell::plain(voice.say("report-status-published")),
        Some((_, Outcome::Withheld(why))) => Cell::quiet(withheld(why, voice)),
        None | Some((_, Outcome::NotAsked)) if line.waits() => Cell::quiet(voice.waits(indicator)),
        None | Some((_, Outcome::NotAsked)) => Cell::quiet(voice.say("report-not-asked")),
    });
    cells
}

fn named(line: &Line<'_>, voice: Voice<'_>) -> Cell {
    let indicator = line.indicator();
    Cell::plain(voice.label(indicator)).over(Some(voice.code(indicator)))
}

fn target(line: &Line<'_>, voice: Voice<'_>) -> Cell {
    let target = line.until.goal.target;
    target.map_or_else(
        || Cell::quiet(NOTHING),
        |target| Cell::plain(voice.number(target)),
    )
}

/// How many associations a figure is from; the programme's own register is nobody's else.
fn answered(line: &Line<'_>, reading: &Reading, voice: Voice<'_>) -> Cell {
    match line.indicator().source {
        Source::Own => Cell::quiet(voice.say("source-own")),
        Source::Fact | Source::Pooled => {
            let others = (!reading.concerns_all).then(|| voice.say("report-concerns-some"));
            Cell::plain(voice.of(reading.associations, reading.of)).over(others)
        }
    }
}

fn withheld(why: Withheld, voice: Voice<'_>) -> String {
    let why = voice.say(&format!("figure-reason-{}", why.code()));
    voice.tell("report-status-withheld", &[("why", why.into())])
}

/// All tables of an indicator beside its total: those that are published in one, the others in a line below.
fn in_detail(line: &Line<'_>, reading: &Reading, voice: Voice<'_>) -> Vec<Block> {
    let indicator = voice.label(line.indicator());
    let (mut rows, mut closed) = (Vec::new(), Vec::new());
    for breakdown in &reading.breakdowns {
        let table = voice.say(&format!("table-{}", breakdown.table.code()));
        match &breakdown.parts {
            Err(why) => closed.push((table, withheld(*why, voice))),
            Ok(parts) if parts.is_empty() => closed.push((table, voice.say("report-all-empty"))),
            Ok(parts) => {
                rows.push(Row::Group(table));
                rows.extend(parts.iter().map(|part| Row::Cells(cells(line, part, voice))));
            }
        }
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let mut columns = vec![
            Column::of_words(voice.say("report-group"), 50),
            Column::of_numbers(voice.say("figure-value"), 25),
        ];
        if line.indicator().source != Source::Own {
            columns.push(Column::of_numbers(voice.say("report-answered"), 25));
        }
        let facts = [("indicator", indicator.as_str().into())];
        blocks.push(Block::heading(3, voice.tell("report-breakdown", &facts)));
        blocks.push(Block::Table(Table { columns, rows }));
    }
    if !closed.is_empty() {
        // Words alone: a text of nothing but isolated parts would itself be read from the left (Annex 9, rule P2).
        let closed = closed.into_iter().map(|(table, state)| {
            let facts = [("table", table.into()), ("state", state.into())];
            plain(&voice.tell("report-table-state", &facts))
        });
        let facts = [
            ("indicator", indicator.into()),
            ("tables", Fact::List(closed.collect())),
        ];
        blocks.push(Block::Paragraph {
            text: voice.tell("report-closed", &facts),
            tone: Tone::Quiet,
        });
    }
    blocks
}

fn cells(line: &Line<'_>, part: &Part, voice: Voice<'_>) -> Vec<Cell> {
    let mut cells = vec![
        Cell::plain(voice.group(part.cell)),
        voice.value(part.value, line.indicator().unit),
    ];
    if line.indicator().source != Source::Own {
        cells.push(Cell::plain(voice.of(part.associations, part.of)));
    }
    cells
}

/// The figures of all periods of a report together: sums of what adds up, else the newest.
pub(super) fn of_all(scope: &Scope<'_>, voice: Voice<'_>) -> Block {
    let mut rows = Vec::new();
    for (number, axis, lines) in axes(scope) {
        rows.push(Row::Group(axis_title(number, axis, voice)));
        rows.extend(lines.into_iter().map(|line| Row::Cells(together(line, voice))));
    }
    Block::Table(Table {
        columns: vec![
            Column::of_words(voice.say("figure-indicator"), 32),
            Column::of_numbers(voice.say("figure-value"), 16),
            Column::of_numbers(voice.say("report-unit"), 14),
            Column::of_numbers(voice.say("figure-target"), 12),
            Column::of_words(voice.say("report-made-of"), 28),
        ],
        rows,
    })
}

fn together(line: &Line<'_>, voice: Voice<'_>) -> Vec<Cell> {
    let indicator = line.indicator();
    let (figure, from) = match (line.sum(), line.newest(), line.last()) {
        (Some(sum), _, _) => {
            let from = voice.tell("report-sum-of", &[("count", sum.periods.into())]);
            let partial = sum.is_partial.then(|| voice.say("report-status-partial"));
            (
                voice.value(sum.value, indicator.unit),
                Cell::plain(from).over(partial),
            )
        }
        (None, Some((reading, value)), _) => {
            let from = [("period", voice.period(reading.period).into())];
            let from = Cell::plain(voice.tell("report-last-of", &from));
            let answers = answered(line, reading, voice).text;
            let from = from.over(Some(answers));
            (voice.value(value, indicator.unit), from)
        }
        (None, None, Some(reading)) => {
            let why = match reading.outcome {
                Outcome::Withheld(why) => withheld(why, voice),
                Outcome::Value(_) | Outcome::NotAsked => voice.say("report-not-asked"),
            };
            (Cell::quiet(NOTHING), Cell::quiet(why))
        }
        (None, None, None) => (Cell::quiet(NOTHING), Cell::quiet(voice.waits(indicator))),
    };
    let unit = Cell::plain(voice.unit(indicator.unit));
    vec![named(line, voice), figure, unit, target(line, voice), from]
}
