//! One indicator: over the periods, by its tables, and how it is counted; each chart with its table beside it.

use askama::Template;
use tawro_core::indicator::{Cell, Indicator, IndicatorCode, Sex, Table, catalogue};
use tawro_pages::{Speech, called};

use crate::dashboard::asked::Ask;
use crate::dashboard::chart::{self, Bar, Mark};
use crate::dashboard::reply::{Answer, Reply, Trouble};
use crate::dashboard::say::{self, Tag};
use crate::published::{Breakdown, Part, Reading, Series, Tenths, Value, series};

#[derive(Template)]
#[template(path = "indicator.html")]
struct Page<'a> {
    speech: &'a Speech,
    label: String,
    code: String,
    means: String,
    facts: Vec<(String, String)>,
    aim: Option<Tag>,
    trend: Option<Tag>,
    /// Why there is nothing to show, if so.
    nothing: Option<String>,
    chart: Option<String>,
    rows: Vec<Row>,
    years: Vec<(String, String, String)>,
    /// Of which period the tables are.
    of: Option<String>,
    tables: Vec<TableShown>,
}

/// A period.
struct Row {
    period: String,
    to: String,
    figure: Result<String, String>,
    made_of: String,
    answered: Option<Tag>,
}

/// A table of the plan.
struct TableShown {
    label: String,
    legend: Vec<(usize, String)>,
    chart: Option<String>,
    /// How many cells it fills, of how many.
    filled: String,
    rows: Vec<(String, String, String)>,
    withheld: Option<String>,
}

/// An indicator, by its code.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    ask.may_look()?;
    let code: IndicatorCode = ask.part("code").parse().map_err(|_| Trouble::Nowhere)?;
    let indicator = catalogue().iter().find(|one| one.code == code);
    let indicator = indicator.ok_or(Trouble::Nowhere)?;
    let shown = ask.app.setting.source.shown()?;
    let speech = &ask.speech;
    let goal = shown.goals.get(&code).copied().unwrap_or_default();
    let series = series(&shown.periods, indicator, goal);
    let is_rtl = speech.lang().right_to_left();
    let label = called::indicator(indicator, speech);
    let newest = series.latest();
    let page = Page {
        speech,
        code: code.to_string(),
        means: called::meaning(indicator, speech),
        facts: facts(&series, speech),
        aim: goal.target.map(|_| say::aim(&series, speech)),
        trend: say::trend(&series, speech),
        nothing: newest.is_none().then(|| say::nothing(&series, speech)),
        chart: newest.and_then(|_| over_periods(&series, is_rtl, speech)),
        rows: series
            .readings
            .iter()
            .rev()
            .map(|reading| row(reading, indicator, speech))
            .collect(),
        years: years(&series, speech),
        of: newest.map(|reading| called::period(reading.period, speech)),
        tables: newest.map_or_else(Vec::new, |reading| {
            let tables = reading.breakdowns.iter();
            tables.map(|one| table(one, indicator, is_rtl, speech)).collect()
        }),
        label: label.clone(),
    };
    Reply::page(label, &page)
}

/// How it is counted, and what it is compared with.
fn facts(series: &Series<'_>, speech: &Speech) -> Vec<(String, String)> {
    let indicator = series.indicator;
    let mut facts = vec![
        (
            speech.say("figure-source"),
            speech.say(&format!("source-{}", indicator.source.code())),
        ),
        (
            speech.say("figure-unit"),
            speech.say(&format!("unit-{}", indicator.unit.code())),
        ),
        (
            speech.say("dash-axis"),
            speech.say(&format!("axis-{}", indicator.axis.code())),
        ),
        (
            speech.say("dash-direction"),
            speech.say(&format!("direction-{}", indicator.direction.code())),
        ),
    ];
    let mut add = |key: &str, text: Option<String>| facts.extend(text.map(|text| (speech.say(key), text)));
    let target = say::target(series, speech);
    let actual = target.as_ref().and_then(|_| series.actual());
    add("dash-baseline", say::baseline(series, speech));
    add("dash-target", target);
    add(
        "dash-actual",
        actual.map(|value| say::value(value, indicator, speech)),
    );
    facts
}

fn over_periods(series: &Series<'_>, is_rtl: bool, speech: &Speech) -> Option<String> {
    let indicator = series.indicator;
    let bar = |reading: &Reading| {
        let value = reading.value();
        Bar {
            label: called::period_short(reading.period, speech),
            value: value.map_or(0.0, |value| length(value, indicator)),
            text: value.map(|value| say::value(value, indicator, speech)),
            tone: 0,
        }
    };
    let asked = series.readings.iter().filter(|reading| reading.of > 0);
    let mut bars: Vec<Bar> = asked.map(bar).collect();
    bars.drain(..bars.len().saturating_sub(PERIODS_MAX));
    if bars.len() < 2 {
        // One bar says less than its number.
        return None;
    }
    // A target over all periods is no height that one of them should reach.
    let target = series.goal.target.filter(|_| series.years.is_empty());
    let mark = target.map(|target| Mark {
        value: target as f64,
        text: speech.with(
            "dash-target-is",
            "target",
            &say::target(series, speech).unwrap_or_default(),
        ),
    });
    chart::over_periods(&bars, mark.as_ref(), is_rtl)
}

/// How long its bar is: in the unit, of which a fact's share is not.
fn length(value: Value, indicator: &Indicator) -> f64 {
    let Tenths(tenths) = value.in_unit(indicator.unit).unwrap_or(Tenths(0));
    tenths as f64 / 10.0
}

fn row(reading: &Reading, indicator: &Indicator, speech: &Speech) -> Row {
    let figure = reading.value().map(|value| say::value(value, indicator, speech));
    let made_of = reading.value().filter(|_| indicator.is_pair());
    Row {
        period: called::period(reading.period, speech),
        to: format!("/period/{}", reading.period),
        figure: figure.ok_or_else(|| say::why_not(reading, speech).unwrap_or_default()),
        made_of: made_of
            .map(|value| say::made_of(value, speech))
            .unwrap_or_default(),
        answered: say::answered(reading, speech),
    }
}

fn years(series: &Series<'_>, speech: &Speech) -> Vec<(String, String, String)> {
    let year = |year: &crate::published::Year| {
        let called = speech.digits().write(&year.year.to_string());
        let value = say::value(year.value, series.indicator, speech);
        let periods = speech.count("dash-of-periods", year.periods);
        let periods = match year.is_partial {
            true => speech.with("dash-partial", "answered", &periods),
            false => periods,
        };
        (called, value, periods)
    };
    series.years.iter().map(year).collect()
}

fn table(breakdown: &Breakdown, indicator: &Indicator, is_rtl: bool, speech: &Speech) -> TableShown {
    let label = speech.say(&format!("table-{}", breakdown.table.code()));
    let parts = match &breakdown.parts {
        Ok(parts) => parts,
        Err(why) => {
            return TableShown {
                label,
                legend: Vec::new(),
                chart: None,
                filled: String::new(),
                rows: Vec::new(),
                withheld: Some(say::withheld(*why, speech)),
            };
        }
    };
    let facts = [("count", parts.len().into()), ("of", breakdown.cells.into())];
    let row = |part: &Part| {
        let made_of = match indicator.is_pair() {
            true => say::made_of(part.value, speech),
            false => String::new(),
        };
        (
            called::cell(part.cell, speech),
            say::value(part.value, indicator, speech),
            made_of,
        )
    };
    TableShown {
        label,
        legend: match breakdown.table {
            Table::SexAge => legend(parts, speech),
            _ => Vec::new(),
        },
        chart: chart::side_by_side(&bars(parts, indicator, speech), is_rtl),
        filled: speech.tell("dash-filled", &facts),
        rows: parts.iter().map(row).collect(),
        withheld: None,
    }
}

/// The sexes that a table by sex and age tells apart, each with its colour.
fn legend(parts: &[Part], speech: &Speech) -> Vec<(usize, String)> {
    let sexes = Sex::ALL.into_iter().enumerate();
    let there = sexes.filter(|(_, sex)| {
        let of = |part: &Part| matches!(part.cell, Cell::SexAge(leaf) if leaf.sex == *sex);
        parts.iter().any(of)
    });
    there.map(|(at, sex)| (at, called::sex(sex, speech))).collect()
}

/// By sex and age the sexes of an age stand together.
fn bars(parts: &[Part], indicator: &Indicator, speech: &Speech) -> Vec<Bar> {
    let bar = |part: &Part, label: String, tone: usize| Bar {
        label,
        value: length(part.value, indicator),
        text: Some(say::value(part.value, indicator, speech)),
        tone,
    };
    let mut by_age: Vec<&Part> = parts.iter().collect();
    by_age.sort_by_key(|part| match part.cell {
        Cell::SexAge(leaf) => Some((leaf.age, leaf.sex)),
        _ => None,
    });
    let mut last = None;
    let bars = by_age.into_iter().map(|part| match part.cell {
        Cell::SexAge(leaf) => {
            let is_named = last.replace(leaf.age) == Some(leaf.age);
            let label = if is_named {
                String::new()
            } else {
                called::age(leaf.age, speech)
            };
            bar(part, label, leaf.sex as usize)
        }
        cell => bar(part, called::cell(cell, speech), 0),
    });
    bars.collect()
}

/// More bars than a telephone's width has room for stand in the table.
const PERIODS_MAX: usize = 8;
