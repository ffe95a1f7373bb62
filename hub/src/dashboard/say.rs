//! Figures in the reader's words: numbers, shares, why there are none, and how far a target is.

use tawro_core::indicator::{Indicator, Method, Unit};
use tawro_core::schema::Date;
use tawro_core::share::Withheld;
use tawro_core::time::Timestamp;
use tawro_pages::Speech;
use tawro_pages::called::whole;

use crate::published::{Aim, Outcome, Reading, Series, Tenths, Trend, Value};

/// A mark beside a figure: its words, and the class of its colour.
pub(super) struct Tag {
    pub(super) text: String,
    /// Empty for good, `sun` for to be looked at, `red` for behind, `plain` for neither.
    pub(super) class: &'static str,
}

impl Tag {
    fn new(text: String, class: &'static str) -> Self {
        Self { text, class }
    }
}

/// A number in its indicator's unit.
pub(super) fn value(value: Value, indicator: &Indicator, speech: &Speech) -> String {
    match (value.of, indicator.unit) {
        (None, _) => speech.number(whole(value.number)),
        (Some(of), Unit::Associations) => {
            let facts = [
                ("number", speech.number(whole(value.number)).into()),
                ("of", speech.number(whole(of)).into()),
            ];
            speech.tell("dash-of", &facts)
        }
        (Some(_), unit) => match value.in_unit(unit) {
            None => speech.say("dash-none"),
            Some(number) => in_unit(number, unit, speech),
        },
    }
}

/// What a number of a share or a mean is made of; nothing of a whole one.
pub(super) fn made_of(value: Value, speech: &Speech) -> String {
    let Some(of) = value.of else {
        return String::new();
    };
    let facts = [
        ("number", speech.number(whole(value.number)).into()),
        ("of", speech.number(whole(of)).into()),
    ];
    speech.tell("dash-of", &facts)
}

/// A number that is in the unit already.
pub(super) fn in_unit(number: Tenths, unit: Unit, speech: &Speech) -> String {
    let text = speech.tenths(whole(number.0));
    match unit {
        Unit::Percent => speech.with("dash-percent", "percent", &text),
        _ => text,
    }
}

/// What is counted: of a percentage the number says it itself.
pub(super) fn unit(indicator: &Indicator, speech: &Speech) -> String {
    match indicator.unit {
        Unit::Percent => String::new(),
        unit => speech.say(&format!("unit-{}", unit.code())),
    }
}

/// The target in its unit.
pub(super) fn target(series: &Series<'_>, speech: &Speech) -> Option<String> {
    let tenths = Tenths(series.goal.target?.saturating_mul(10));
    Some(in_unit(tenths, series.indicator.unit, speech))
}

/// Where the programme began, if that was measured.
pub(super) fn baseline(series: &Series<'_>, speech: &Speech) -> Option<String> {
    let baseline = series.goal.baseline?;
    let tenths = Tenths(baseline.value.saturating_mul(10));
    let text = in_unit(tenths, series.indicator.unit, speech);
    Some(match baseline.is_late {
        true => speech.with("dash-baseline-late", "value", &text),
        false => text,
    })
}

/// How far the target is.
pub(super) fn aim(series: &Series<'_>, speech: &Speech) -> Tag {
    match series.aim() {
        Aim::NoTarget => Tag::new(speech.say("dash-aim-none"), "plain"),
        Aim::NoFigure => Tag::new(speech.say("dash-aim-unknown"), "sun"),
        Aim::Reached => Tag::new(speech.say("dash-aim-reached"), ""),
        Aim::Behind(missing) => {
            let missing = in_unit(missing, series.indicator.unit, speech);
            Tag::new(speech.with("dash-aim-behind", "missing", &missing), "red")
        }
    }
}

/// Which way it went.
pub(super) fn trend(series: &Series<'_>, speech: &Speech) -> Option<Tag> {
    Some(match series.trend()? {
        Trend::Better => Tag::new(speech.say("dash-trend-better"), ""),
        Trend::Worse => Tag::new(speech.say("dash-trend-worse"), "red"),
        Trend::Same => Tag::new(speech.say("dash-trend-same"), "plain"),
    })
}

/// Why there is no figure, if there is none.
pub(super) fn why_not(reading: &Reading, speech: &Speech) -> Option<String> {
    match reading.outcome {
        Outcome::Value(_) => None,
        Outcome::Withheld(why) => Some(withheld(why, speech)),
        Outcome::NotAsked => Some(speech.say("dash-not-asked")),
    }
}

pub(super) fn withheld(why: Withheld, speech: &Speech) -> String {
    let why = speech.say(&format!("figure-reason-{}", why.code()));
    speech.with("dash-withheld", "why", &why)
}

/// From how many associations; of the programme's own register there is one, and nothing to say.
pub(super) fn answered(reading: &Reading, speech: &Speech) -> Option<Tag> {
    if reading.of <= 1 {
        return None;
    }
    let facts = [
        ("number", speech.number(whole(reading.associations)).into()),
        ("of", speech.number(whole(reading.of)).into()),
    ];
    let text = speech.tell("dash-answered", &facts);
    Some(match (reading.is_partial, reading.concerns_all) {
        (true, _) => Tag::new(speech.with("dash-partial", "answered", &text), "sun"),
        (false, false) => Tag::new(speech.with("dash-concerns-some", "answered", &text), "plain"),
        (false, true) => Tag::new(text, "plain"),
    })
}

/// Why an indicator has no figure in any period.
pub(super) fn nothing(series: &Series<'_>, speech: &Speech) -> String {
    if let Method::Waits(_) = series.indicator.method {
        let waits = series.indicator.waits(speech.words(), speech.lang());
        return speech.digits().write(&waits.unwrap_or_default());
    }
    let newest = series
        .readings
        .iter()
        .rev()
        .find_map(|reading| why_not(reading, speech));
    newest.unwrap_or_else(|| speech.say("dash-nothing-yet"))
}

pub(super) fn day(date: Date, speech: &Speech) -> String {
    speech.date(&date.to_string())
}

/// The day of a moment.
pub(super) fn moment(at: Timestamp, speech: &Speech) -> String {
    speech.date(&stored_day(at))
}

/// The same, as dates are stored.
pub(super) fn stored_day(at: Timestamp) -> String {
    at.to_string().chars().take(10).collect()
}
