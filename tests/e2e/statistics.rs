//! Statistics by wire: asked, agreed to, sent, counted in; left out and late; and no name on the way.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{RecordId, ReportId, StatisticsKey};
use tawro_core::indicator::{Indicator, Period, Table, catalogue, not_stated};
use tawro_core::programme::Programme;
use tawro_core::schema::published::ANNOUNCEMENT;
use tawro_core::schema::{Scalar, Schema};
use tawro_core::share::{Contribution, Count, Outcome, Task};
use tawro_core::time::Timestamp;
use tawro_core::wire::Denial;
use tawro_hub::period::{Asked, Early, NewSeat, Periods};
use tawro_node::driver::Node;
use tawro_node::net::Goal;
use tawro_node::reporting::{Exchanged, Sent, Stage};
use tawro_node::syncing::Met;
use tawro_tests::place::Place;
use tawro_tests::tap::{Packets, carry};
use tawro_tests::visit::{Visitor, World, shows};
use tokio::net::UdpSocket;
use tokio::sync::Notify;

use crate::egress::{ARABIC, LATIN, cells};
use crate::search::Needles;

pub(crate) const NOW: Timestamp = Timestamp(1_791_720_000);
/// Associations that have no computer here.
const OTHERS: std::ops::RangeInclusive<u8> = 1..=4;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub(crate) fn third() -> Period {
    period("2026-Q3")
}

fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_bytes(&[number; 64])
}

fn seat(periods: &mut Periods, name: &str, key: StatisticsKey) {
    let seat = NewSeat {
        name: name.to_owned(),
        key,
        milieu: None,
        domain: None,
        asked: Asked::Associations,
    };
    periods.register(&seat).unwrap();
}

/// The number of activities, and nothing else.
fn begin(periods: &mut Periods, period: Period) {
    let all = catalogue().iter();
    let chosen: Vec<Indicator> = all
        .filter(|one| one.code.to_string() == "NT-G11")
        .cloned()
        .collect();
    periods.begin(period, &chosen).unwrap();
}

/// The others register and, once a period is begun, report ten activities each.
pub(crate) fn others_register(periods: &mut Periods) {
    for number in OTHERS {
        let key = StatisticsKey(secret(number).id().0);
        seat(periods, &format!("Association {number}"), key);
    }
}

pub(crate) fn others_report(periods: &mut Periods) {
    let task = periods.call(third()).unwrap().asks()[0].0.clone();
    let report = |number: u8| {
        let count = Count::prepare(&task.indicators[0], &task.mode, not_stated(10), 0).0;
        let contribution = Contribution::new(&task, vec![count], 1, ReportId([number; 16])).unwrap();
        contribution.sign(&secret(number)).to_bytes()
    };
    let reports: Vec<Vec<u8>> = OTHERS.map(report).collect();
    let answers = periods.take(&reports, NOW).unwrap();
    assert!(answers.iter().all(|answer| answer.outcome.is_ok()));
}

/// Activities that were held on a day, each with the word in its name.
fn held(node: &mut Node, day: &str, count: usize) {
    for at in 0..count {
        let texts = [
            ("title/ar", format!("{ARABIC} {LATIN} {at}")),
            ("starts_on", day.to_owned()),
            ("state", "done".to_owned()),
        ];
        let texts = texts.map(|(key, text)| (key.to_owned(), text));
        node.add("activity", &texts).unwrap();
    }
}

fn task(node: &mut Node, period: Period) -> Task {
    node.task_of(period).unwrap().unwrap()
}

/// A person agrees, and makes the report.
fn report(node: &mut Node, period: Period) -> u32 {
    let task = task(node, period);
    node.agree(&task, &task.agreed()).unwrap();
    node.report(&task, &BTreeSet::new()).unwrap().revision
}

fn last(node: &mut Node, period: Period) -> Stage {
    let task = task(node, period);
    node.stands(&task).unwrap().last().unwrap().clone()
}

/// Of the number of activities: how many are said, and how many more for earlier periods.
fn says(node: &mut Node, period: Period) -> (u64, u64) {
    let task = task(node, period);
    let answers = node.answers(&task, &BTreeSet::new()).unwrap();
    let count = &answers.numbers[0].count;
    (count.total(), count.plus)
}

async fn exchange(node: &mut Node) -> Exchanged {
    node.sync(Goal::InSync).await.unwrap();
    node.sync_statistics().await.unwrap()
}

fn received(revision: u32) -> Exchanged {
    Exchanged {
        answered: vec![Sent {
            period: third(),
            revision,
            rejected: None,
        }],
        ..Exchanged::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_associations_go_through_a_period_and_no_name_goes_with_them() {
    let front = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let place = Place::behind(front.local_addr().unwrap());
    let packets = Packets::default();
    let hub = place.running.as_ref().unwrap().local_addr();
    tokio::spawn(carry(front, hub, packets.clone()));
    let (mut a, mut b) = (place.found("a"), place.found("b"));
    for (node, count) in [(&mut a, 3), (&mut b, 5)] {
        held(node, "12/08/2026", count);
        place.enrol(node).await;
    }
    let told = exchange(&mut a).await;
    assert_eq!(told.denied, Some(Denial::NoSeat));
    assert_eq!(
        a.statistics_denied().unwrap().as_deref(),
        Some("statistics_no_seat")
    );

    let mut periods = place.hub.periods().unwrap();
    others_register(&mut periods);
    seat(&mut periods, "A", a.statistics_key().unwrap());
    seat(&mut periods, "B", b.statistics_key().unwrap());
    begin(&mut periods, third());
    let asked = Exchanged {
        calls: vec![third()],
        ..Exchanged::default()
    };
    for node in [&mut a, &mut b] {
        assert_eq!(exchange(node).await, asked);
        assert_eq!(exchange(node).await, Exchanged::default(), "a call comes once");
        assert_eq!(node.statistics_denied().unwrap(), None);
    }
    let status = periods.status(third()).unwrap();
    assert_eq!(status.reports, 0, "nothing leaves that no person confirmed");

    for node in [&mut a, &mut b] {
        report(node, third());
        assert_eq!(last(node, third()), Stage::Made);
        assert_eq!(exchange(node).await, received(1));
        assert_eq!(last(node, third()), Stage::Received);
        let again = exchange(node).await;
        assert_eq!(again, Exchanged::default(), "a report is sent once");
    }
    held(&mut a, "13/08/2026", 1);
    assert_eq!(report(&mut a, third()), 2);
    assert_eq!(exchange(&mut a).await, received(2));
    others_report(&mut periods);

    periods.freeze(third(), Early::Force, NOW).unwrap();
    let told = Exchanged {
        notices: vec![third()],
        ..Exchanged::default()
    };
    for node in [&mut a, &mut b] {
        assert_eq!(exchange(node).await, told);
        assert_eq!(last(node, third()), Stage::Counted);
    }
    let task = task(&mut a, third());
    let stages = a.stands(&task).unwrap().stages;
    assert_eq!(stages[0].1, Stage::Replaced, "{stages:?}");
    periods.add_up(third(), NOW).unwrap();
    periods.publish(third()).unwrap();
    for node in [&mut a, &mut b] {
        assert_eq!(exchange(node).await, told);
        sees_what_is_published(node);
    }
    nothing_is_named(&place, &packets, &[&a, &b]);
}

fn sees_what_is_published(node: &mut Node) {
    assert_eq!(last(node, third()), Stage::Published);
    let task = task(node, third());
    let published = node.stands(&task).unwrap().published.unwrap();
    let table = published.table("NT-G11", Table::Total).unwrap();
    assert_eq!((table.associations, table.of), (6, 6));
    let Outcome::Published(total) = &table.outcome else {
        panic!("{table:?}")
    };
    assert_eq!(total[0].value, 4 + 5 + 4 * 10);
}

fn nothing_is_named(place: &Place, packets: &Packets, nodes: &[&Node]) {
    let needles = Needles::new(&[LATIN, ARABIC]);
    let (found, read) = needles.found_in(&place.home("hub"));
    assert_eq!(found, [""; 0], "in the hub's folder");
    assert!(read > 20_000, "only {read} bytes were looked at");
    let statistics = cells(&place.home("hub").join("statistics.db"));
    assert!(!statistics.is_empty());
    for cell in &statistics {
        assert_eq!(needles.found(cell), [""; 0], "in the hub's figures");
        for node in nodes {
            let (device, space) = (node.device().0, node.space().0);
            let is_linked = [device, space].iter().any(|id| {
                let mut windows = cell.windows(id.len());
                windows.any(|window| window == id)
            });
            assert!(!is_linked, "no computer and no space stands beside the numbers");
        }
    }
    let packets = packets.lock().unwrap();
    assert!(packets.len() > 20_000, "only {} bytes went by", packets.len());
    assert_eq!(needles.found(&packets), [""; 0], "on the line");
}

#[tokio::test]
async fn a_hub_that_leaves_a_report_out_is_noticed_and_the_numbers_go_on_waiting() {
    let place = Place::new();
    let mut node = place.found("a");
    held(&mut node, "12/08/2026", 3);
    place.enrol(&mut node).await;
    let mut periods = place.hub.periods().unwrap();
    others_register(&mut periods);
    let key = node.statistics_key().unwrap();
    seat(&mut periods, "A", key);
    begin(&mut periods, third());
    exchange(&mut node).await;
    report(&mut node, third());
    assert_eq!(exchange(&mut node).await, received(1));
    let file = Connection::open(place.home("hub").join("statistics.db")).unwrap();
    let gone = file.execute("DELETE FROM report WHERE key = ?", [key.0]).unwrap();
    assert_eq!(gone, 1);
    periods.freeze(third(), Early::Force, NOW).unwrap();
    begin(&mut periods, period("2026-Q4"));
    let told = exchange(&mut node).await;
    assert_eq!(
        (told.left_out, told.notices, told.calls),
        (vec![third()], vec![third()], vec![period("2026-Q4")])
    );
    assert_eq!(last(&mut node, third()), Stage::LeftOut);
    assert_eq!(
        exchange(&mut node).await.left_out,
        [third()],
        "it is said again each time"
    );
    held(&mut node, "12/11/2026", 2);
    assert_eq!(says(&mut node, period("2026-Q4")), (2, 3));
    report(&mut node, period("2026-Q4"));
    assert_eq!(
        exchange(&mut node).await.answered.len(),
        1,
        "what was left out is not sent again"
    );
}

#[tokio::test]
async fn a_late_report_waits_for_the_next_period_and_loses_nothing() {
    let place = Place::new();
    let mut node = place.found("a");
    held(&mut node, "12/08/2026", 3);
    place.enrol(&mut node).await;
    let mut periods = place.hub.periods().unwrap();
    others_register(&mut periods);
    seat(&mut periods, "A", node.statistics_key().unwrap());
    begin(&mut periods, third());
    exchange(&mut node).await;
    others_report(&mut periods);
    periods.freeze(third(), Early::Force, NOW).unwrap();
    begin(&mut periods, period("2026-Q4"));
    report(&mut node, third());
    let told = exchange(&mut node).await;
    assert_eq!(told.answered[0].rejected.as_deref(), Some("report_late"));
    assert_eq!(
        told.left_out,
        [],
        "nobody left out what came when the list was signed"
    );
    assert_eq!(
        last(&mut node, third()),
        Stage::Rejected("report_late".to_owned())
    );
    assert_eq!(says(&mut node, period("2026-Q4")), (0, 3));
    held(&mut node, "13/08/2026", 1);
    held(&mut node, "12/11/2026", 2);
    assert_eq!(says(&mut node, period("2026-Q4")), (2, 4));
    report(&mut node, period("2026-Q4"));
    assert_eq!(exchange(&mut node).await.answered[0].rejected, None);
}

#[tokio::test]
async fn an_edition_of_the_programme_comes_by_itself_without_a_seat() {
    let place = Place::new();
    let mut node = place.found("a");
    place.enrol(&mut node).await;
    assert_eq!(exchange(&mut node).await.edition, None);
    for number in 1..=2 {
        let title = format!("announcement {number}");
        let cells = BTreeMap::from([("title/fr".to_owned(), Scalar::from(title.as_str()))]);
        let records = [(RecordId([number; RecordId::LEN]), ANNOUNCEMENT, &cells)];
        let drawn = Programme::of(&Schema::builtin(), records).unwrap();
        place.hub.publish_programme(&drawn.programme.to_bytes()).unwrap();
        let told = exchange(&mut node).await;
        assert_eq!(
            (told.edition, told.denied),
            (Some(Ok(u32::from(number))), Some(Denial::NoSeat))
        );
        assert_eq!(exchange(&mut node).await.edition, None, "it comes once");
        let held = node.edition().unwrap().unwrap();
        assert_eq!(held.programme().announcements().len(), 1);
    }
}

#[tokio::test]
async fn a_progress_sheet_goes_out_once_and_the_next_one_takes_it_back() {
    let place = Place::new();
    let mut node = place.found("a");
    place.enrol(&mut node).await;
    let mut periods = place.hub.periods().unwrap();
    let fact = BTreeSet::from(["NT-R08".to_owned()]);
    node.show_progress(&fact, true).unwrap();
    let told = exchange(&mut node).await;
    assert_eq!((told.denied, told.sheet), (Some(Denial::NoSeat), None));
    seat(&mut periods, "A", node.statistics_key().unwrap());
    let taken = Exchanged {
        sheet: Some(None),
        ..Exchanged::default()
    };
    assert_eq!(exchange(&mut node).await, taken);
    assert_eq!(
        exchange(&mut node).await,
        Exchanged::default(),
        "a sheet is sent once"
    );
    let shown = periods.progress().unwrap().remove(0);
    assert_eq!(shown.association, "A");
    assert_eq!(shown.sheet.facts, [("NT-R08".to_owned(), false)].into());
    assert!(shown.sheet.card.is_some());
    node.show_progress(&BTreeSet::new(), false).unwrap();
    assert_eq!(exchange(&mut node).await, taken);
    let shown = periods.progress().unwrap().remove(0).sheet;
    assert!(shown.facts.is_empty() && shown.card.is_none());
}

/// While the program runs a call comes by itself, and a report leaves as soon as it is made.
#[tokio::test]
async fn what_stays_connected_exchanges_statistics_by_itself() {
    let place = Place::new();
    let mut node = place.found("a");
    place.enrol(&mut node).await;
    let mut periods = place.hub.periods().unwrap();
    others_register(&mut periods);
    seat(&mut periods, "A", node.statistics_key().unwrap());
    begin(&mut periods, third());
    for expected in ["asked", "answered"] {
        let done = Notify::new();
        let mut met = Vec::new();
        let mut tell = |happened: Met<'_>| {
            if let Met::Statistics(exchanged) = happened {
                met.push(exchanged.as_ref().unwrap().clone());
                done.notify_one();
            }
        };
        node.serve(done.notified(), &mut tell).await.unwrap();
        match expected {
            "asked" => {
                assert_eq!(met[0].calls, [third()]);
                report(&mut node, third());
            }
            _ => assert_eq!(met[0], received(1)),
        }
    }
}

const PAGE: &str = "/indicators/leaves";

/// An association whose pages are open, enrolled and asked; and the key of its numbers.
pub(crate) fn asked_by_wire(place: &Place, visitor: &mut Visitor) -> (Periods, StatisticsKey) {
    let key = visitor.get(PAGE);
    let key: StatisticsKey = key.between("readonly value=\"", "\"").parse().unwrap();
    let mut periods = place.hub.periods().unwrap();
    others_register(&mut periods);
    seat(&mut periods, "A", key);
    begin(&mut periods, third());
    let ticket = place.hub.ticket("A").unwrap().to_string();
    assert_eq!(visitor.act("/together/enrol", &[("ticket", &ticket)]).status, 303);
    shows(visitor, PAGE, "at least four others");
    (periods, key)
}

/// Makes the report on its page.
pub(crate) fn make(visitor: &mut Visitor) {
    let shown = visitor.get(PAGE);
    let field = |name: &str| {
        let before = format!("name=\"{name}\" value=\"");
        shown.between(&before, "\"").to_owned()
    };
    let (terms, seen) = (field("terms"), field("seen"));
    let form = [
        ("period", "2026-Q3"),
        ("terms", &terms),
        ("seen", &seen),
        ("agree", "yes"),
    ];
    assert_eq!(visitor.act(PAGE, &form).status, 303);
}

/// What is asked appears on the page, a report leaves when it is made, and one that is left out is said loudly.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_says_where_a_report_stands() {
    let place = Place::new();
    let (_world, mut visitor) = World::founded("جمعية الأمل");
    let (mut periods, key) = asked_by_wire(&place, &mut visitor);
    make(&mut visitor);
    shows(&mut visitor, PAGE, "The relay has report 1.");
    let file = Connection::open(place.home("hub").join("statistics.db")).unwrap();
    file.execute("DELETE FROM report WHERE key = ?", [key.0]).unwrap();
    periods.freeze(third(), Early::Force, NOW).unwrap();
    // A correction goes to the relay at once, and what is told comes back with the answer.
    make(&mut visitor);
    let body = shows(&mut visitor, PAGE, "YES left out report 1.").body;
    let alert = body.split("role=\"alert\"").nth(1).unwrap();
    assert!(alert.contains("Tell YES at once"), "{body}");
    assert!(body.contains("did not take report 2") && body.contains("came after it"));
    shows(&mut visitor, "/together", "YES left out numbers");
    for (lang, words) in [
        ("ar", "أغفلت YES التقرير"),
        ("fr", "YES a laissé de côté le rapport"),
    ] {
        visitor.post("/language", &[("lang", lang)]);
        let page = visitor.get(PAGE);
        assert!(
            page.body.contains(words) && !page.body.contains('⟦'),
            "{}",
            page.body
        );
    }
}
