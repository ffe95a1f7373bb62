//! The demo's period: YES asks, each association agrees and answers, and what is published is shown in words.

use std::collections::BTreeSet;
use std::sync::Arc;

use tawro_core::id::StatisticsKey;
use tawro_core::indicator::{Domain, Milieu, Period, Table, catalogue};
use tawro_core::share::{Notice, Report, Standing, indicator_of};
use tawro_core::text::{Fact, format};
use tawro_hub::Hub;
use tawro_hub::export::{self, Row};
use tawro_hub::period::{Asked, Early, NewSeat, Periods};
use tawro_hub::published::goals;
use tawro_node::driver::{Founding, Node, now};
use tawro_node::net::Goal;

use super::{Association, PASSPHRASE, Place, Stage, whole, yes};
use crate::failure::Failure;
use crate::output::Output;

/// The half-year of the programme's third course.
const PERIOD: &str = "2025-H1";
/// Fewer associations do not hide each other's numbers.
const FEW: usize = 5;
/// One in so many made no copy of its records on something that leaves the computer.
const WITHOUT_COPY: usize = 3;

impl Stage<'_> {
    /// Runs a whole period at the hub and returns what is published.
    pub(super) fn period(&self, hub: &Hub, associations: &mut [Association]) -> Result<Vec<Row>, Failure> {
        let output = &self.session.output;
        let period: Period = PERIOD.parse().expect("a half of a year is a period");
        let mut yes = self.yes(hub, associations)?;
        let mut periods = hub.periods()?;
        for association in associations.iter_mut() {
            association.copy()?;
            let key = association.devices[0].statistics_key()?;
            periods.register(&association.seat(key))?;
        }
        periods.register(&NewSeat {
            name: "YES".to_owned(),
            key: yes.statistics_key()?,
            milieu: Milieu::of_commune(yes::KHEMISSET),
            domain: None,
            asked: Asked::Operator,
        })?;
        let begun = periods.begin(period, catalogue())?;
        let facts = [
            ("period", Fact::from(PERIOD)),
            ("asked", associations.len().into()),
            ("numbers", begun.numbers.into()),
        ];
        output.say("demo-asked", &facts);
        if associations.len() < FEW {
            output.say("demo-few", &[]);
        }
        let call = periods.call(period)?.to_bytes();
        let devices = associations
            .iter_mut()
            .map(|association| &mut association.devices[0]);
        let mut nodes: Vec<&mut Node> = devices.chain([&mut yes]).collect();
        let reports: Vec<Vec<u8>> = nodes
            .iter_mut()
            .map(|node| answer(node, &call))
            .collect::<Result<_, Failure>>()?;
        add_up(&mut periods, period, &reports)?;
        let notice = periods.notice(period)?;
        let found = nodes
            .iter_mut()
            .map(|node| finds_itself(node, hub, &call, &notice));
        let found = found.collect::<Result<Vec<bool>, Failure>>()?;
        let found = found.into_iter().filter(|found| *found).count();
        // Whose pages are shown in the end hears of it as every computer does.
        self.runtime.block_on(nodes[0].sync_statistics())?;
        let facts = [("reports", reports.len().into()), ("found", found.into())];
        output.say("demo-frozen", &facts);
        Ok(export::rows(
            &periods.published(period)?,
            catalogue(),
            &goals(catalogue(), None),
        ))
    }

    /// YES's own computer, enrolled as every association's; it registers those who take part.
    fn yes(&self, hub: &Hub, associations: &[Association]) -> Result<Node, Failure> {
        let founding = Founding {
            device: "A",
            passphrase: PASSPHRASE,
        };
        let declared = Arc::clone(&self.session.declared);
        let (mut node, _recovery) = Node::found(&self.root.join("yes").join("A"), &founding, declared)?;
        node.name_login("A", &[])?;
        let places: Vec<Place> = associations.iter().map(|one| one.place.clone()).collect();
        node.execute(&yes::itself(&node.space()))?;
        node.execute(&yes::register(&places, &node.space()))?;
        let ticket = hub.ticket("YES")?.to_string();
        self.runtime.block_on(async {
            node.enrol(&ticket).await?;
            node.sync(Goal::InSync).await
        })?;
        let records = whole(node.digest()?.records);
        self.session.output.say("demo-yes", &[("records", records)]);
        Ok(node)
    }
}

impl Association {
    fn seat(&self, key: StatisticsKey) -> NewSeat {
        NewSeat {
            name: self.name.clone(),
            key,
            milieu: Milieu::of_commune(&self.place.commune),
            domain: Domain::new(self.place.domain),
            asked: Asked::Associations,
        }
    }

    /// Most have a copy on a stick.
    fn copy(&mut self) -> Result<(), Failure> {
        if !self.place.number.is_multiple_of(WITHOUT_COPY) {
            let stick = self.home.join("stick");
            std::fs::create_dir_all(&stick)
                .map_err(|error| Failure::new("disk_full", Vec::new()).because(&error))?;
            self.devices[0].copy_to(&stick.join("copy.tawro"))?;
        }
        Ok(())
    }
}

/// What a computer does when it is asked: looks who asks, agrees to these terms, and signs its numbers.
fn answer(node: &mut Node, call: &[u8]) -> Result<Vec<u8>, Failure> {
    let task = node.take_task(call)?;
    node.agree(&task, &task.agreed())?;
    Ok(node.report(&task, &BTreeSet::new())?.bytes)
}

fn add_up(periods: &mut Periods, period: Period, reports: &[Vec<u8>]) -> Result<(), Failure> {
    let answers = periods.take(reports, now())?;
    if let Some(reject) = answers.iter().find_map(|answer| answer.outcome.as_ref().err()) {
        return Err(Failure::new(reject.code(), Vec::new()));
    }
    // Everybody answered, whatever day it is.
    periods.freeze(period, Early::Force, now())?;
    periods.add_up(period, now())?;
    Ok(periods.publish(period)?)
}

/// Whether a computer finds its own report in the list that the hub signed.
fn finds_itself(node: &mut Node, hub: &Hub, call: &[u8], notice: &Notice) -> Result<bool, Failure> {
    let task = node.read_task(call)?;
    let made = node.reports(&task)?.pop();
    let report = made.and_then(|made| Report::from_bytes(&made.bytes).ok());
    let manifest = notice.of(task.id()).map(|(manifest, _)| manifest);
    Ok(notice.verify(&hub.key()).is_ok()
        && matches!((manifest, report), (Some(manifest), Some(report))
            if manifest.standing(&report) == Standing::In))
}

/// Shows the published figures to a person, in words: each number of the core with what it is of and what is
/// aimed at, and below it the groups that it is told apart by, but for those by sex and age together.
pub(super) fn show(output: &Output, figures: &[Row]) {
    if output.json() {
        return;
    }
    let is_core = |row: &Row| {
        let (code, is_of) = indicator_of(&row.indicator);
        let mut all = catalogue().iter();
        !is_of && all.any(|one| one.core && one.code.to_string() == code)
    };
    let is_shown = |row: &Row| match row.cell.table {
        table if table == Table::Total.code() => true,
        table if table == Table::SexAge.code() => false,
        _ => row.value.is_some_and(|value| value > 0),
    };
    let shown = figures.iter().filter(|row| is_core(row) && is_shown(row));
    let rows: Vec<Vec<String>> = shown.map(|row| line(output, figures, row)).collect();
    let heads = ["indicator", "cell", "value", "associations", "target"];
    let heads = heads.map(|head| output.label(&format!("figure-{head}")));
    output.say("demo-figures", &[("period", PERIOD.into())]);
    output.table(&(), &heads, &rows);
}

fn line(output: &Output, figures: &[Row], row: &Row) -> Vec<String> {
    let (words, lang) = (output.shared_words(), output.lang());
    let of = format!("{}:of", row.indicator);
    let mut beside = figures.iter().filter(|other| other.cell == row.cell);
    let of = beside
        .find(|other| other.indicator == of)
        .and_then(|other| other.value);
    let value = match (row.value, of) {
        (Some(value), Some(of)) => format!("{} / {}", written(value), written(of)),
        (Some(value), None) => written(value),
        (None, _) => output.label(&format!("figure-reason-{}", row.reason.unwrap_or(row.status))),
    };
    vec![
        row.label(&words, lang),
        row.cell_label(&words, lang),
        value,
        format!("{} / {}", row.associations, row.of),
        row.target.map(written).unwrap_or_default(),
    ]
}

/// A number with its thousands parted.
fn written(number: u64) -> String {
    format::number(i64::try_from(number).unwrap_or(i64::MAX))
}
