//! What leaves: every number that a task asks for, the terms, the consent, and the reports that were made.

use std::collections::BTreeSet;

use askama::Template;
use data_encoding::HEXLOWER;
use tawro_core::indicator::{Age, Cell, LEAVES, Leaf, Leaves, Period, Sex, Source};
use tawro_core::share::{Mode, Notice, Task, asked, family_of, indicator_of};
use tawro_pages::called::whole;
use tawro_pages::{Speech, called};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::reporting::{Answer as Number, Answers, Fate, Made, ReportFault, Stage, Stands, period_of};
use crate::web::ask::Ask;
use crate::web::card::moment;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::standing::{Standing, standing};
use crate::web::trouble::{Trouble, said};

const HERE: &str = "/indicators/leaves";

#[derive(Template)]
#[template(path = "leaves.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    key: String,
    /// Other periods about which something is asked.
    periods: Vec<(String, String)>,
    asked: Option<Asked>,
    /// The association has several computers.
    are_several: bool,
    /// Why the relay takes no numbers of this association.
    denied: Option<(String, String)>,
    fault: Option<(String, String)>,
}

/// A task as a person reads it.
struct Asked {
    period: String,
    title: String,
    to: String,
    consent: String,
    k: String,
    until: String,
    terms: String,
    seen: String,
    agreed: Option<String>,
    standing: Standing,
    lines: Vec<Line>,
    /// What is withheld in the lines.
    withheld: BTreeSet<String>,
    reports: Vec<Kept>,
    /// Why nothing is taken back any more.
    frozen: Option<String>,
    /// A report is counted in: what is corrected now goes into the next period by itself.
    is_done: bool,
}

/// One number.
struct Line {
    code: String,
    label: String,
    /// What leaves, or would.
    value: String,
    unit: String,
    /// Where it stands, leaf by leaf.
    parts: Vec<String>,
    bound: String,
    fate: String,
    is_plain: bool,
    /// A person may withhold it, and whether they do.
    choice: Option<bool>,
}

/// A report that was made.
struct Kept {
    label: String,
    to: String,
    counts: bool,
}

/// Shows what a task asks, the latest one unless another is chosen.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let period = ask.query.text("period").parse().ok();
    show(ask, node, period, None, None)
}

/// Shows the numbers, those withheld that are chosen, else those that the last report withheld.
fn show(
    ask: &Ask<'_>,
    node: &mut Node,
    period: Option<Period>,
    chosen: Option<BTreeSet<String>>,
    fault: Option<(String, String)>,
) -> Answer {
    let speech = &ask.speech;
    let periods = node.periods_asked()?;
    // A period about which nothing is asked leads to what is.
    let asked = periods.iter().copied();
    // One that lies ahead may have been begun by mistake; what runs or is past comes first.
    let today = ask.today();
    let latest = asked.max_by_key(|period| (period.first().to_string() <= today, period.last().to_string()));
    let period = period.filter(|period| periods.contains(period)).or(latest);
    let task = match period {
        Some(period) => node.task_of(period)?,
        None => None,
    };
    let page = Page {
        speech,
        token: ask.token(),
        key: node.statistics_key()?.to_string(),
        periods: periods
            .into_iter()
            .filter(|other| Some(*other) != period)
            .map(|other| (format!("{HERE}?period={other}"), called::period(other, speech)))
            .collect(),
        asked: task
            .map(|task| asked_of(&task, node, chosen, &ask.today(), speech))
            .transpose()?,
        are_several: are_several(node)?,
        denied: node.statistics_denied()?.map(|code| said(&code, &[], speech)),
        fault,
    };
    let title = speech.say("leaves-title");
    match page.fault {
        Some(_) => Ok(Reply::again(title, &page)?.explained_by("association#leaves")),
        None => Ok(Reply::page(title, &page)?.explained_by("association#leaves")),
    }
}

/// Whether the association has other computers: what is agreed, made and shown here, none of them knows.
pub(super) fn are_several(node: &mut Node) -> Result<bool, NodeError> {
    let devices = node.status()?.devices;
    Ok(devices.iter().filter(|device| !device.removed).count() > 1)
}

fn asked_of(
    task: &Task,
    node: &mut Node,
    chosen: Option<BTreeSet<String>>,
    today: &str,
    speech: &Speech,
) -> Result<Asked, Trouble> {
    let reports = node.reports(task)?;
    let withheld = chosen.unwrap_or_else(|| withheld_before(&reports));
    let answers = node.answers(task, &withheld)?;
    let agreement = node.agreement(task)?;
    // Two operators are refused where a task is taken in.
    let (Mode::One { operator } | Mode::Two { leader: operator, .. }) = &task.mode;
    let agreed = agreement.map(|agreed| {
        let facts = [
            ("who", agreed.who.as_str().into()),
            ("when", moment(agreed.at, speech).into()),
        ];
        speech.tell("leaves-agreed", &facts)
    });
    let stands = node.stands(task)?;
    let period = answers.period;
    let kept = |made: &Made| Kept {
        label: speech.tell(
            "leaves-report",
            &[
                ("number", speech.number(made.revision.into()).into()),
                ("who", made.who.as_str().into()),
                ("when", moment(made.at, speech).into()),
            ],
        ),
        to: format!("{HERE}/file?period={period}&revision={}", made.revision),
        counts: Some(made.revision) == stands.counted(),
    };
    Ok(Asked {
        title: called::period(period, speech),
        period: period.to_string(),
        to: speech.with("leaves-to-one", "operator", operator),
        consent: speech.with("leaves-consent-one", "operator", operator),
        k: speech.count("leaves-k", task.k.into()),
        until: until(period, today, speech),
        terms: HEXLOWER.encode(&task.agreed()),
        seen: HEXLOWER.encode(&answers.seen()),
        agreed,
        standing: standing(task, period, &reports, &stands, speech),
        frozen: stands.is_frozen.then(|| frozen(&stands, speech)),
        is_done: stands.is_frozen && stands.counted().is_some(),
        lines: answers
            .numbers
            .iter()
            .map(|number| line(task, number, speech))
            .collect(),
        withheld,
        reports: reports.iter().rev().map(kept).collect(),
    })
}

fn frozen(stands: &Stands, speech: &Speech) -> String {
    let is_counted = stands.counted().is_some() || stands.alarm() == Some(&Stage::OtherNumbers);
    speech.say(match is_counted {
        true => "leaves-frozen-counted",
        false => "leaves-frozen",
    })
}

/// Until when a report is taken, as the program's calendar has it; the day itself is for whoever adds up.
fn until(period: Period, today: &str, speech: &Speech) -> String {
    let day = period.closes().to_string();
    let key = match today > day.as_str() {
        true if period.ends_year() => "leaves-late-last",
        true => "leaves-late",
        false => "leaves-until",
    };
    speech.with(key, "day", &speech.date(&day))
}

/// What the last report withheld is withheld again unless somebody says otherwise.
fn withheld_before(reports: &[Made]) -> BTreeSet<String> {
    reports
        .last()
        .map(|last| last.withheld.clone())
        .unwrap_or_default()
}

fn line(task: &Task, number: &Number, speech: &Speech) -> Line {
    let (code, is_of) = indicator_of(&number.asked.code);
    let label = number
        .indicator
        .map_or(code.to_owned(), |known| called::indicator(known, speech));
    // Who withholds one of a family withholds all of it: the box stands beside the whole.
    let is_row = family_of(task, code).first() != Some(&code);
    let leaves = number.fate == Fate::Leaves || number.fate == Fate::Moved;
    let shown = match leaves {
        true => Some(number.count.leaves),
        false => number.counted,
    };
    let mut parts = shown.map_or(Vec::new(), |leaves| parts(&leaves, speech));
    for (key, amount) in [("plus", number.count.plus), ("minus", number.count.minus)] {
        if amount > 0 {
            parts.push(speech.with(
                &format!("leaves-correction-{key}"),
                "count",
                &speech.number(whole(amount)),
            ));
        }
    }
    let value = |leaves: Leaves| {
        let total = leaves.iter().fold(0_u64, |sum, one| sum.saturating_add(*one));
        match number.asked.source {
            Source::Fact => speech.say(if total > 0 { "page-yes" } else { "page-no" }),
            _ => speech.number(whole(total)),
        }
    };
    let unit = number
        .indicator
        .filter(|known| known.source != Source::Fact && asked(known).len() == 1);
    Line {
        label: match is_of {
            true => speech.with("leaves-what-of", "label", &label),
            false => label,
        },
        unit: match (unit, &shown) {
            (Some(known), Some(_)) => speech.say(&format!("unit-{}", known.unit.code())),
            _ => String::new(),
        },
        value: shown.map_or(speech.say("leaves-nothing-leaves"), value),
        parts,
        bound: speech.number(whole(number.asked.bound)),
        fate: speech.say(&format!("leaves-is-{}", number.fate.code())),
        is_plain: number.fate == Fate::Leaves,
        choice: (number.counted.is_some() && !is_of && !is_row).then_some(number.fate == Fate::Withheld),
        code: code.to_owned(),
    }
}

/// Where a number stands by sex and age; nothing where neither tells anything apart.
fn parts(leaves: &Leaves, speech: &Speech) -> Vec<String> {
    let unsaid = Leaf {
        sex: Sex::NotStated,
        age: Age::NotStated,
    };
    let is_told_apart = LEAVES
        .iter()
        .zip(leaves)
        .any(|(leaf, number)| *leaf != unsaid && *number > 0);
    if !is_told_apart {
        return Vec::new();
    }
    let full = LEAVES.iter().zip(leaves).filter(|(_, number)| **number > 0);
    full.map(|(leaf, number)| {
        let facts = [
            ("cell", called::cell(Cell::SexAge(*leaf), speech).into()),
            ("number", speech.number(whole(*number)).into()),
        ];
        speech.tell("leaves-part", &facts)
    })
    .collect()
}

/// Takes in a file of YES: what is asked, or what became of it; which of them it is, reading tells.
pub(super) fn take(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let file = ask.upload.take().filter(|file| !file.bytes.is_empty());
    let Some(file) = file else {
        let fault = Trouble::Said("no_file").said(&ask.speech);
        return show(ask, node, None, None, Some(fault));
    };
    let is_notice = Notice::from_bytes(&file.bytes).is_ok();
    let taken = match is_notice {
        true => node
            .take_notice(&file.bytes)
            .map(|told| told.into_iter().next_back()),
        false => node.take_task(&file.bytes).map(Some),
    };
    match taken {
        Ok(Some(task)) => {
            let period = period_of(&task).map_err(NodeError::from)?;
            let said = if is_notice { "leaves-told" } else { "leaves-taken" };
            tell(ask, ask.speech.say(said), None);
            Reply::go(format!("{HERE}?period={period}"))
        }
        Ok(None) => {
            let fault = Trouble::Said("notice_of_others").said(&ask.speech);
            show(ask, node, None, None, Some(fault))
        }
        Err(NodeError::Report(ReportFault::NotATask)) => {
            let fault = Trouble::Said("not_from_yes").said(&ask.speech);
            show(ask, node, None, None, Some(fault))
        }
        Err(error @ (NodeError::Report(_) | NodeError::NotEnrolled)) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, None, None, Some(fault))
        }
        Err(other) => Err(other.into()),
    }
}

/// The task that a form is about.
fn chosen(ask: &Ask<'_>, node: &mut Node) -> Result<(Period, Task), Trouble> {
    let said = ask
        .form
        .maybe("period")
        .unwrap_or_else(|| ask.query.text("period"));
    let period: Period = said.parse().map_err(|_| Trouble::Nowhere)?;
    let task = node.task_of(period)?.ok_or(Trouble::Nowhere)?;
    Ok((period, task))
}

/// Agrees if that is asked, and makes the report of what was seen.
pub(super) fn make(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let (period, task) = chosen(ask, node)?;
    // What the page showed as withheld: what the last report withheld, or what was chosen since.
    let shown = node.answers(&task, &ticked(ask, "shown", &task))?;
    let withheld = ticked(ask, "withhold", &task);
    if ask.form.text("seen") != HEXLOWER.encode(&shown.seen()) {
        let fault = (ask.speech.say("leaves-changed"), String::new());
        return show(ask, node, Some(period), None, Some(fault));
    }
    if is_new(&shown, &node.answers(&task, &withheld)?) {
        let fault = (ask.speech.say("leaves-unseen"), String::new());
        return show(ask, node, Some(period), Some(withheld), Some(fault));
    }
    let made = agreed(ask, node, &task).and_then(|()| node.report(&task, &withheld));
    match made {
        Ok(made) => {
            let number = ask.speech.number(made.revision.into());
            tell(ask, ask.speech.with("leaves-made", "number", &number), None);
            Reply::go(format!("{HERE}?period={period}"))
        }
        Err(error @ NodeError::Report(_)) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, Some(period), Some(withheld), Some(fault))
        }
        Err(other) => Err(other.into()),
    }
}

/// The indicators that a form names under a field, of those that are asked.
fn ticked(ask: &Ask<'_>, field: &str, task: &Task) -> BTreeSet<String> {
    let asked = task.indicators.iter().map(|asked| indicator_of(&asked.code).0);
    let asked: BTreeSet<&str> = asked.collect();
    let named = ask.form.all(field).filter(|code| asked.contains(code));
    named.map(str::to_owned).collect()
}

/// Whether something was withheld on the page and would leave now otherwise than it was counted: with a correction,
/// or with cells that were moved.
fn is_new(shown: &Answers, chosen: &Answers) -> bool {
    let mut pairs = shown.numbers.iter().zip(&chosen.numbers);
    pairs.any(|(shown, chosen)| {
        let count = &chosen.count;
        let is_as_shown = shown.counted == Some(count.leaves) && count.plus == 0 && count.minus == 0;
        let leaves = !matches!(chosen.fate, Fate::Withheld | Fate::AboveBound);
        shown.fate == Fate::Withheld && leaves && !is_as_shown
    })
}

/// Keeps the consent that was ticked, by the terms that were shown with it.
fn agreed(ask: &Ask<'_>, node: &mut Node, task: &Task) -> Result<(), NodeError> {
    if ask.form.text("agree") != "yes" {
        return Ok(());
    }
    let shown = HEXLOWER.decode(ask.form.text("terms").as_bytes());
    let shown = shown.ok().and_then(|shown| shown.try_into().ok());
    node.agree(task, &shown.ok_or(ReportFault::OtherTerms)?)
}

/// Takes everything back.
pub(super) fn withdraw(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let (period, task) = chosen(ask, node)?;
    match node.withdraw_report(&task) {
        Ok(_) => tell(ask, ask.speech.say("leaves-withdrawn"), None),
        Err(error @ NodeError::Report(_)) => {
            let fault = Trouble::from(error).said(&ask.speech);
            return show(ask, node, Some(period), None, Some(fault));
        }
        Err(other) => return Err(other.into()),
    }
    Reply::go(format!("{HERE}?period={period}"))
}

/// Ends the agreement, and nothing else.
pub(super) fn disagree(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let (period, task) = chosen(ask, node)?;
    node.end_agreement(&task)?;
    tell(ask, ask.speech.say("leaves-disagreed"), None);
    Reply::go(format!("{HERE}?period={period}"))
}

/// The exact bytes of a report, to be carried.
pub(super) fn file(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let (period, task) = chosen(ask, node)?;
    let wanted = ask.query.text("revision").parse().ok();
    let mut reports = node.reports(&task)?.into_iter();
    let made = reports.find(|made| Some(made.revision) == wanted);
    let made = made.ok_or(Trouble::Nowhere)?;
    Ok(Reply::File {
        name: format!("tawro-{period}-{}.report", made.revision),
        kind: "application/octet-stream",
        bytes: made.bytes,
    })
}
