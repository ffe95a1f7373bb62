//! How what was sent stands: received, counted in or left out; and our own number beside what was published.

use tawro_core::indicator::{Indicator, Period, Source, Table, catalogue};
use tawro_core::share::{Outcome, Published, Reject, Report, Task, indicator_of};
use tawro_core::time::Timestamp;
use tawro_pages::called::whole;
use tawro_pages::{Speech, called};

use crate::reporting::{Made, Stage, Stands};
use crate::web::card::moment;
use crate::web::trouble::said;

/// How the reports to a task stand, as a person reads it.
pub(super) struct Standing {
    /// What is wrong with what the hub signed, each with what to do.
    pub(super) alarms: Vec<(String, String)>,
    /// How the newest report stands, and why.
    pub(super) said: Option<(String, String)>,
    /// What was published.
    pub(super) rows: Vec<Row>,
}

/// One number that was published, or not.
pub(super) struct Row {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) own: String,
    pub(super) total: String,
    pub(super) from: String,
}

/// Reads it.
pub(super) fn standing(
    task: &Task,
    period: Period,
    reports: &[Made],
    stands: &Stands,
    speech: &Speech,
) -> Standing {
    let mut alarms = Vec::new();
    if stands.is_contradicted {
        let words = (
            speech.say("leaves-contradicted"),
            speech.say("leaves-contradicted-next"),
        );
        alarms.push(words);
    }
    let alarm = stands.alarm();
    for (revision, stage, _) in stands.stages.iter().filter(|(_, stage, _)| Some(stage) == alarm) {
        let end = match stage {
            Stage::LeftOut if period.ends_year() => "-last",
            _ => "",
        };
        let next = speech.say(&format!("leaves-stage-{}-next{end}", stage.word()));
        alarms.push((stage_said(*revision, stage, speech), next));
    }
    let last = stands.stages.last().filter(|(_, stage, _)| Some(stage) != alarm);
    let rows = match &stands.published {
        Some(published) => rows(task, counted(reports, stands), published, speech),
        None => Vec::new(),
    };
    Standing {
        alarms,
        said: last.map(|(revision, stage, at)| {
            let what = stage_said(*revision, stage, speech);
            let made = reports.iter().find(|made| made.revision == *revision);
            let why = match stage {
                Stage::Rejected(code) if code == LATE => late(made, period, speech),
                _ => why(stage, *at, speech),
            };
            (what, why)
        }),
        rows,
    }
}

const LATE: &str = Reject::Late.code();

/// What becomes of a report that came after its period was closed.
fn late(made: Option<&Made>, period: Period, speech: &Speech) -> String {
    let report = made.and_then(|made| Report::from_bytes(&made.bytes).ok());
    let is_empty = report.is_some_and(|report| {
        let mut counts = report.contribution().counts().iter();
        counts.all(|count| count.withheld)
    });
    let next = match (is_empty, period.ends_year()) {
        (true, _) => "leaves-late-withdrawn",
        (false, true) => "leaves-late-next-last",
        (false, false) => "leaves-late-next",
    };
    let (what, _) = said(LATE, &[], speech);
    format!("{what} {}", speech.say(next))
}

fn stage_said(revision: u32, stage: &Stage, speech: &Speech) -> String {
    let number = speech.number(revision.into());
    speech.with(&format!("leaves-stage-{}", stage.word()), "number", &number)
}

/// Of what was rejected the reason and what to do, of all else when the hub answered.
fn why(stage: &Stage, at: Option<Timestamp>, speech: &Speech) -> String {
    let when = at.map(|at| moment(at, speech)).unwrap_or_default();
    match stage {
        Stage::Rejected(code) => {
            let (what, next) = said(code, &[], speech);
            format!("{what} {next}")
        }
        _ if when.is_empty() => String::new(),
        _ => speech.with("leaves-when", "when", &when),
    }
}

/// The report whose numbers were added up.
fn counted(reports: &[Made], stands: &Stands) -> Option<Report> {
    let mut stages = stands.stages.iter();
    let (revision, _, _) = stages.find(|(_, stage, _)| *stage == Stage::Published)?;
    let made = reports.iter().find(|made| made.revision == *revision)?;
    Report::from_bytes(&made.bytes).ok()
}

fn rows(task: &Task, own: Option<Report>, published: &Published, speech: &Speech) -> Vec<Row> {
    let counts = own.as_ref().map(|own| own.contribution().counts());
    let row = |(at, asked): (usize, &tawro_core::share::Asked)| {
        let table = published.table(&asked.code, Table::Total)?;
        let own = counts
            .and_then(|counts| counts.get(at))
            .filter(|count| !count.withheld);
        let own = match (own, asked.source) {
            (None, _) => speech.say("leaves-nothing-leaves"),
            (Some(count), Source::Fact) => speech.say(if count.total() > 0 { "page-yes" } else { "page-no" }),
            (Some(count), _) => speech.number(whole(count.total())),
        };
        let total = match &table.outcome {
            Outcome::Published(cells) => cells
                .first()
                .map_or(String::new(), |cell| speech.number(whole(cell.value))),
            Outcome::Withheld(_) => speech.say("leaves-not-published"),
        };
        let facts = [
            ("count", speech.number(whole(table.associations)).into()),
            ("of", speech.number(whole(table.of)).into()),
        ];
        let (code, is_of) = indicator_of(&asked.code);
        let known = catalogue().iter().find(|known| known.code.to_string() == code);
        let concerns_all = known.is_none_or(Indicator::concerns_all);
        let from = speech.tell("leaves-from-of", &facts);
        let from = match table.is_partial() {
            false => from,
            true if concerns_all => format!("{from} ({})", speech.say("leaves-partial")),
            true => format!("{from} ({})", speech.say("leaves-concerns-some")),
        };
        let label = known.map_or(code.to_owned(), |known| called::indicator(known, speech));
        Some(Row {
            label: match is_of {
                true => speech.with("leaves-what-of", "label", &label),
                false => label,
            },
            code: code.to_owned(),
            own,
            total,
            from,
        })
    };
    task.indicators.iter().enumerate().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tawro_core::text::{Digits, Lang, Words};

    use super::*;
    use crate::web::with_sentences;

    #[test]
    fn what_is_late_in_the_last_period_of_a_year_is_said_not_to_count() {
        let words = Arc::new(with_sentences(Words::builtin()));
        let mut said = Vec::new();
        for lang in Lang::ALL {
            let speech = Speech::new(Arc::clone(&words), lang, Digits::Western);
            for period in ["2026-Q3", "2026-Q4", "2026-H2", "2026"] {
                let told = late(None, period.parse().unwrap(), &speech);
                assert!(!told.contains('⟦'), "{told}");
                said.push(told);
            }
        }
        for told in said.chunks(4) {
            assert!(told[0] != told[1] && told[1..].iter().all(|other| *other == told[1]));
        }
        assert!(
            said.iter().any(|told| told.contains("Nothing is lost"))
                && said.iter().any(|told| told.contains("is not counted"))
        );
    }
}
