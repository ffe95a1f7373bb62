//! At a glance: what is reached and what is behind, the newest figures, and who has not reported.

use askama::Template;
use tawro_core::indicator::{Axis, Source, catalogue};
use tawro_pages::{Speech, called};

use crate::dashboard::asked::Ask;
use crate::dashboard::reply::{Answer, Reply};
use crate::dashboard::say::{self, Tag};
use crate::published::{Aim, Series, Shown, State, all};

#[derive(Template)]
#[template(path = "overview.html")]
struct Page<'a> {
    speech: &'a Speech,
    /// The newest published period and the running one, each in a sentence.
    newest: Option<String>,
    open: Vec<Open>,
    aims: Vec<Goal>,
    reached: String,
    axes: Vec<(String, Vec<Line>)>,
    is_in: bool,
}

/// A period in which reports are taken.
struct Open {
    to: String,
    label: String,
    stands: String,
    missing: Vec<String>,
}

/// An indicator with a target.
struct Goal {
    to: String,
    label: String,
    actual: String,
    target: String,
    unit: String,
    /// For the bar: so much of so much, in tenths; none without a figure.
    bar: Option<(u64, u64)>,
    aim: Tag,
    trend: Option<Tag>,
}

/// An indicator and its newest figure.
struct Line {
    to: String,
    label: String,
    /// With its unit and its period; or why there is none.
    figure: Result<(String, String, String), String>,
    answered: Option<Tag>,
    trend: Option<Tag>,
}

/// The page that is opened first.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    ask.may_look()?;
    let shown = ask.app.setting.source.shown()?;
    let speech = &ask.speech;
    let series = all(&shown.periods, catalogue(), &shown.goals);
    let aims: Vec<&Series<'_>> = series.iter().filter(|one| one.goal.target.is_some()).collect();
    let reached = aims.iter().filter(|one| one.aim() == Aim::Reached).count();
    let facts = [("reached", reached.into()), ("count", aims.len().into())];
    let page = Page {
        speech,
        newest: newest(&shown, speech),
        open: open(&shown, ask),
        reached: speech.tell("dash-reached", &facts),
        aims: aims.iter().filter_map(|one| goal(one, speech)).collect(),
        // What has a target stands above with it.
        axes: axes(
            series
                .iter()
                .filter(|one| one.indicator.core && one.goal.target.is_none()),
            speech,
        ),
        is_in: ask.is_in(),
    };
    Reply::page(speech.say("dash-overview"), &page)
}

#[derive(Template)]
#[template(path = "outputs.html")]
struct Outputs<'a> {
    speech: &'a Speech,
    lines: Vec<(Line, Option<Goal>)>,
}

/// What the programme itself did: courses, hours, capsules, visits.
pub(super) fn outputs(ask: &mut Ask<'_>) -> Answer {
    ask.may_look()?;
    let shown = ask.app.setting.source.shown()?;
    let speech = &ask.speech;
    let series = all(&shown.periods, catalogue(), &shown.goals);
    let own = series.iter().filter(|one| one.indicator.source == Source::Own);
    let mut lines: Vec<(Line, Option<Goal>)> =
        own.map(|one| (line(one, speech), goal(one, speech))).collect();
    // What there is comes before what is waited for.
    lines.sort_by_key(|(line, _)| line.figure.is_err());
    let page = Outputs { speech, lines };
    Reply::page(speech.say("dash-outputs"), &page)
}

fn newest(shown: &Shown, speech: &Speech) -> Option<String> {
    let published = shown
        .standings
        .iter()
        .rev()
        .find(|one| one.state == State::Published)?;
    let facts = [
        ("period", called::period(published.period, speech).into()),
        ("reports", published.reports.into()),
        ("asked", published.asked.into()),
    ];
    Some(speech.tell("dash-newest", &facts))
}

fn open(shown: &Shown, ask: &Ask<'_>) -> Vec<Open> {
    let speech = &ask.speech;
    let open = shown.standings.iter().filter(|one| one.state == State::Open);
    let open = open.map(|one| {
        let facts = [
            ("reports", one.reports.into()),
            ("asked", one.asked.into()),
            ("day", say::day(one.period.closes(), speech).into()),
        ];
        Open {
            to: format!("/period/{}", one.period),
            label: called::period(one.period, speech),
            stands: match one.period.window_is_past(ask.now) {
                true => speech.tell("dash-open-past", &facts),
                false => speech.tell("dash-open", &facts),
            },
            missing: if ask.is_in() {
                one.missing.clone()
            } else {
                Vec::new()
            },
        }
    });
    open.collect()
}

fn goal(series: &Series<'_>, speech: &Speech) -> Option<Goal> {
    let target = series.goal.target?;
    let actual = series.actual();
    let unit = series.indicator.unit;
    let tenths = actual.and_then(|actual| actual.in_unit(unit));
    let bar = tenths.map(|actual| (actual.0.min(target.saturating_mul(10)), target.saturating_mul(10)));
    Some(Goal {
        to: format!("/indicator/{}", series.indicator.code),
        label: called::indicator(series.indicator, speech),
        actual: actual.map_or_else(
            || "–".to_owned(),
            |actual| say::value(actual, series.indicator, speech),
        ),
        target: say::target(series, speech).unwrap_or_default(),
        unit: say::unit(series.indicator, speech),
        bar,
        aim: say::aim(series, speech),
        trend: say::trend(series, speech),
    })
}

fn line(series: &Series<'_>, speech: &Speech) -> Line {
    let figure = series.latest().and_then(|reading| {
        let value = say::value(reading.value()?, series.indicator, speech);
        Some((
            value,
            say::unit(series.indicator, speech),
            called::period_short(reading.period, speech),
        ))
    });
    Line {
        to: format!("/indicator/{}", series.indicator.code),
        label: called::indicator(series.indicator, speech),
        figure: figure.ok_or_else(|| say::nothing(series, speech)),
        answered: series.latest().and_then(|reading| say::answered(reading, speech)),
        trend: say::trend(series, speech),
    }
}

/// By the axes of the strategy that the programme answers to; what has a figure first.
fn axes<'s>(series: impl Iterator<Item = &'s Series<'s>>, speech: &Speech) -> Vec<(String, Vec<Line>)> {
    let series: Vec<&Series<'_>> = series.collect();
    let axis = |axis: Axis| {
        let of = series.iter().filter(|one| one.indicator.axis == axis);
        let mut lines: Vec<Line> = of.map(|one| line(one, speech)).collect();
        lines.sort_by_key(|line| line.figure.is_err());
        (speech.say(&format!("axis-{}", axis.code())), lines)
    };
    let axes = Axis::ALL.iter().copied().map(axis);
    axes.filter(|(_, lines)| !lines.is_empty()).collect()
}
