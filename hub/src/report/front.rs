//! What stands before the figures: whose report it is, the summary, and how to read it.

use tawro_core::share::PARTIAL_BELOW;
use tawro_core::text::Fact;

use crate::published::{Aim, Baseline};
use crate::report::block::{Block, Cell, Column, Row, Table, Tone};
use crate::report::scope::{Line, Scope};
use crate::report::voice::{NOTHING, Voice};

/// Whose report it is, and of which time.
pub(super) fn whose(scope: &Scope<'_>, voice: Voice<'_>) -> Block {
    let named = ["programme", "operator", "partner", "territory", "frame"].map(|what| {
        let label = voice.say(&format!("report-label-{what}"));
        (label, voice.name(&format!("report-{what}")))
    });
    let mut facts = named.to_vec();
    facts.push((voice.say("report-label-period"), voice.days(scope.period)));
    if scope.is_longer() {
        let periods = scope.within.iter().map(|period| voice.period(*period)).collect();
        let periods = Fact::List(periods).to_string();
        facts.push((voice.say("report-label-periods"), periods));
    }
    facts_table(facts, Cell::plain)
}

/// The summary: on target or not, and who answered, in numbers.
pub(super) fn summary(scope: &Scope<'_>, voice: Voice<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, voice.say("report-summary"))];
    blocks.extend(verdict(scope, voice));
    blocks.push(facts_table(standing(scope, voice), Cell::strong));
    let aimed: Vec<&Line<'_>> = scope.lines.iter().filter(|line| is_aimed(line)).collect();
    if aimed.is_empty() {
        return blocks;
    }
    blocks.push(Block::heading(2, voice.say("report-targets")));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::of_words(voice.say("figure-indicator"), 34),
            Column::of_numbers(voice.say("report-so-far"), 18),
            Column::of_numbers(voice.say("figure-target"), 16),
            Column::of_numbers(voice.say("report-missing"), 12),
            Column::of_words(voice.say("report-state"), 20),
        ],
        rows: aimed
            .into_iter()
            .map(|line| Row::Cells(target(line, voice)))
            .collect(),
    }));
    blocks
}

/// What the figures say and protect.
pub(super) fn reading(scope: &Scope<'_>, voice: Voice<'_>) -> Vec<Block> {
    let percent = voice.number(PARTIAL_BELOW);
    let of = voice.tell("report-reading-of", &[("percent", percent.into())]);
    let mut items = vec![voice.say("report-reading-sources"), of];
    let rest = ["protected", "empty", "twice", "target", "late"];
    items.extend(rest.map(|what| voice.say(&format!("report-reading-{what}"))));
    if scope.is_longer() {
        items.push(voice.say("report-reading-year"));
    }
    vec![
        Block::heading(1, voice.say("report-reading")),
        Block::List { items },
    ]
}

fn facts_table(facts: Vec<(String, String)>, shown: fn(String) -> Cell) -> Block {
    let rows = facts
        .into_iter()
        .map(|(label, fact)| Row::Cells(vec![Cell::quiet(label), shown(fact)]));
    Block::Table(Table {
        columns: vec![
            Column::of_words(String::new(), 32),
            Column::of_words(String::new(), 68),
        ],
        rows: rows.collect(),
    })
}

fn is_aimed(line: &Line<'_>) -> bool {
    line.until.aim() != Aim::NoTarget
}

/// How many targets are reached, and which are not, by name.
fn verdict(scope: &Scope<'_>, voice: Voice<'_>) -> Vec<Block> {
    let labels = |of: fn(&Aim) -> bool| -> Vec<String> {
        let lines = scope.lines.iter().filter(|line| of(&line.until.aim()));
        lines.map(|line| voice.label(line.indicator())).collect()
    };
    let stated = scope.lines.iter().filter(|line| is_aimed(line)).count();
    let said = |text: String, tone: Tone| Block::Paragraph { text, tone };
    if stated == 0 {
        return vec![said(voice.say("report-none-stated"), Tone::Plain)];
    }
    let reached = labels(|aim| matches!(aim, Aim::Reached)).len() as u64;
    let facts = [
        ("reached", voice.number(reached).into()),
        ("stated", voice.number(stated as u64).into()),
    ];
    let mut blocks = vec![said(voice.tell("report-on-target", &facts), Tone::Strong)];
    let behind = [
        ("report-behind", labels(|aim| matches!(aim, Aim::Behind(_)))),
        ("report-no-figure", labels(|aim| matches!(aim, Aim::NoFigure))),
    ];
    for (key, labels) in behind.into_iter().filter(|(_, labels)| !labels.is_empty()) {
        let text = voice.tell(key, &[("behind", Fact::List(labels))]);
        blocks.push(said(text, Tone::Plain));
    }
    blocks
}

/// Who answered and how the figures stand, in numbers alone.
fn standing(scope: &Scope<'_>, voice: Voice<'_>) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for period in &scope.within {
        let Some((answered, of)) = scope.answers(*period) else {
            continue;
        };
        let label = |key: &str| match scope.is_longer() {
            false => voice.say(key),
            true => {
                let facts = [
                    ("label", voice.say(key).into()),
                    ("period", voice.period(*period).into()),
                ];
                voice.tell("report-label-in-period", &facts)
            }
        };
        facts.push((label("report-answers"), voice.of(answered, of)));
        facts.push((label("report-silent"), voice.number(of.saturating_sub(answered))));
    }
    let counts = scope.counts();
    let percent = [("percent", voice.number(PARTIAL_BELOW).into())];
    let counted = [
        (voice.say("report-figures"), counts.published),
        (voice.tell("report-figures-partial", &percent), counts.partial),
        (voice.say("report-figures-withheld"), counts.withheld),
        (voice.say("report-figures-waiting"), counts.waiting),
    ];
    facts.extend(counted.map(|(label, count)| (label, voice.number(count as u64))));
    facts
}

fn target(line: &Line<'_>, voice: Voice<'_>) -> Vec<Cell> {
    let (indicator, goal) = (line.indicator(), line.until.goal);
    let unit = voice.unit(indicator.unit);
    let so_far = line
        .until
        .actual()
        .map(|value| voice.value(value, indicator.unit));
    let target = goal.target.map(|target| voice.number(target));
    let (missing, state) = match line.until.aim() {
        Aim::NoTarget | Aim::NoFigure => (Cell::quiet(NOTHING), Cell::quiet(voice.say("report-not-known"))),
        Aim::Reached => (Cell::quiet(NOTHING), Cell::plain(voice.say("report-reached"))),
        Aim::Behind(missing) => (
            Cell::plain(voice.tenths(missing)),
            Cell::marked(voice.say("report-is-behind")),
        ),
    };
    vec![
        Cell::plain(voice.label(indicator)).over(Some(unit)),
        so_far.unwrap_or_else(|| Cell::quiet(NOTHING)),
        Cell::plain(target.unwrap_or_else(|| NOTHING.to_owned()))
            .over(goal.baseline.map(|began| baseline(began, voice))),
        missing,
        state,
    ]
}

fn baseline(began: Baseline, voice: Voice<'_>) -> String {
    let key = match began.is_late {
        false => "report-baseline",
        true => "report-baseline-late",
    };
    voice.tell(key, &[("number", voice.number(began.value).into())])
}
