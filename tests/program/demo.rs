//! The demo: 25 associations through a period, each figure added up and counted a second time.
#![allow(
    clippy::print_stdout,
    reason = "the figures of the demo are what has to be shown"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tawro_core::indicator::{LEAVES, Leaves, Period, Source, Table};
use tawro_core::schema::Schema;
use tawro_core::share::{Report, Seat, Standing, Task};
use tawro_core::text::Words;
use tawro_hub::Hub;
use tawro_node::driver::Node;
use tawro_node::import::with_words;

use crate::recount::{self, Found, Recount};
use crate::run::Place;
use crate::sheets::Sheet;

const PERIOD: &str = "2025-H1";
const ASSOCIATIONS: usize = 25;

/// One computer of the demo as it was left behind.
struct Left {
    task: Task,
    seat: Seat,
    report: Report,
    /// Computed by the program.
    figures: BTreeMap<String, (Leaves, Option<Leaves>)>,
    /// Counted from the sheets.
    counted: Recount,
    /// What people are called here.
    names: Vec<String>,
}

#[test]
fn every_figure_of_the_demo_is_what_its_associations_reported_and_recorded() {
    let place = Place::new();
    let dir = place.path("demo");
    let said = place
        .computer("none")
        .json(&["demo", "--no-serve", "--dir", text(&dir)]);
    let associations = said["associations"].as_array().unwrap();
    assert_eq!(associations.len(), ASSOCIATIONS);
    assert!(associations.iter().all(|one| one["equal"] == true), "{said}");
    assert!(associations.iter().any(|one| one["revoked"] == 1));
    println!("the demo took {} ms", said["elapsed_ms"]);

    let words = with_words(Words::builtin()).unwrap();
    let homes = (1..=ASSOCIATIONS).map(|number| dir.join(format!("association-{number}")));
    let mut left: Vec<Left> = homes.map(|home| look(&home, &dir, &words)).collect();
    left.push(look(&dir.join("yes"), &dir, &words));
    let rows = said["indicators"].as_array().unwrap();
    in_the_manifest(&dir, &left);
    added_up(rows, &left);
    counted_again(&left);
    by_hand(&left);
    filled(rows);
    no_name_at_the_hub(&dir.join("hub"), &left);
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn look(home: &Path, dir: &Path, words: &Words) -> Left {
    let mut node = Node::open(&home.join("A"), "demo", Arc::new(Schema::builtin())).unwrap();
    let period: Period = PERIOD.parse().unwrap();
    let task = node.task_of(period).unwrap().unwrap();
    let made = node.reports(&task).unwrap().pop().unwrap();
    let key = node.statistics_key().unwrap();
    let call = Hub::open(&dir.join("hub"))
        .unwrap()
        .periods()
        .unwrap()
        .call(period)
        .unwrap();
    let (_, roll) = call.of(&key).unwrap();
    let is_operator = home.ends_with("yes");
    let figures = node.figures(period).unwrap().into_iter();
    let figures = figures.filter_map(|(one, figure)| {
        // YES is asked for its own register alone.
        let is_asked = one.core && (one.source == Source::Own) == is_operator;
        let figure = figure.ok().filter(|_| is_asked)?;
        Some((one.code.to_string(), (figure.leaves, figure.of)))
    });
    let figures = figures.collect();
    let counted = match is_operator {
        true => recount::operator(&mut node, words),
        false => recount::association(&mut node, home, words),
    };
    let people = Sheet::of(&mut node, "person", words);
    let name = |line: crate::sheets::Line<'_>| {
        let own = ["Given name (Arabic)", "Family name (Arabic)"].map(|head| line.get(head).to_owned());
        own.into_iter()
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
    };
    Left {
        seat: *roll.seat(&key).unwrap(),
        report: Report::from_bytes(&made.bytes).unwrap(),
        names: people.lines().flat_map(name).collect(),
        task,
        figures,
        counted,
    }
}

/// Everybody's report is in the list that the hub signed.
fn in_the_manifest(dir: &Path, left: &[Left]) {
    let hub = Hub::open(&dir.join("hub")).unwrap();
    let notice = hub.periods().unwrap().notice(PERIOD.parse().unwrap()).unwrap();
    notice.verify(&hub.key()).unwrap();
    for one in left {
        let (manifest, _) = notice.of(one.task.id()).unwrap();
        assert_eq!(manifest.standing(&one.report), Standing::In);
    }
}

/// What left of an association for a number, in a cell of the export.
fn in_cell(left: &Left, row: &Value) -> Option<u64> {
    let asked = left.task.indicators.iter();
    let place = asked
        .clone()
        .position(|asked| asked.code == row["indicator"].as_str().unwrap())?;
    let count = &left.report.contribution().counts()[place];
    let cell = &row["cell"];
    let is = |key: &str, own: &str| cell.get(key).is_none_or(|code| code == own);
    let milieu = left.seat.milieu.map_or("", |milieu| milieu.code());
    let domain = left
        .seat
        .domain
        .map_or(String::new(), |domain| domain.group().to_string());
    if count.withheld || !is("milieu", milieu) || !is("domain", &domain) {
        return Some(0);
    }
    let held = LEAVES.iter().zip(count.leaves);
    let held = held.filter(|(leaf, _)| is("sex", leaf.sex.code()) && is("age", leaf.age.code()));
    Some(held.map(|(_, number)| number).sum())
}

/// Each published figure is the sum of what left of those in the manifest.
fn added_up(rows: &[Value], left: &[Left]) {
    let mut compared = BTreeMap::new();
    for row in rows.iter().filter(|row| !row["value"].is_null()) {
        let sum: u64 = left.iter().filter_map(|left| in_cell(left, row)).sum();
        assert_eq!(row["value"], sum, "{row}");
        *compared.entry(row["source"].as_str().unwrap()).or_insert(0) += 1;
    }
    println!("figures that are the sums of what left, by source: {compared:?}");
    for source in ["own", "fact", "pooled"] {
        assert!(
            compared.get(source).is_some_and(|count| *count >= 5),
            "{source}: {compared:?}"
        );
    }
}

/// The program's figures are those of the second count, leaf by leaf.
fn counted_again(left: &[Left]) {
    let mut codes = BTreeMap::new();
    for (at, one) in left.iter().enumerate() {
        for (code, Found { number, of }) in &one.counted {
            let (leaves, own_of) = one.figures[*code];
            let number: Vec<u64> = number.iter().flatten().copied().collect();
            assert_eq!(leaves.to_vec(), number, "{code} of association {}", at + 1);
            let own_of = own_of.map(|of| of.iter().sum::<u64>());
            assert_eq!(own_of, *of, "what {code} of association {} is of", at + 1);
            *codes.entry(*code).or_insert(0) += u64::from(number.iter().any(|number| *number > 0));
        }
        let missing: Vec<&String> = one
            .figures
            .keys()
            .filter(|code| !one.counted.contains_key(code.as_str()))
            .collect();
        assert_eq!(missing, Vec::<&String>::new(), "of association {}", at + 1);
    }
    println!("counted twice, and of how many not zero: {codes:?}");
}

/// Two associations, counted with a pencil in their printed sheets.
fn by_hand(left: &[Left]) {
    let check = |association: usize, code: &str, counted: u64| {
        let (leaves, _) = left[association - 1].figures[code];
        assert_eq!(
            leaves.iter().sum::<u64>(),
            counted,
            "{code} of association {association}"
        );
    };
    // The sixth, in Aïn Johra-Sidi Boukhalkhal.
    // Seven activities: the caravan of March is only planned, the talk of May was cancelled.
    check(6, "NT-G11", 5);
    // 23 of 32 were enrolled since January; nobody was given anything before July. At the trees there were eight
    // members and five enrolled in 2024 besides; at the sport nobody else; at the caravan one enrolled in 2024
    // and three members, of whom one has the name of somebody who was enrolled.
    check(6, "NT-G12", 23 + 13 + 4);
    // Trees 12 + 13 + 16 + 18 + 21 + 2 + 2 + 5, sport 21 + 7 + 9, caravan 11 + 6 + 7 + 8.
    check(6, "NT-G12a", 89 + 37 + 32);
    // Eight payments, three of them after June, one of these of a founder.
    check(6, "NT-G10a", 5 * 100);
    // Nine gifts: one of things, one in July.
    check(
        6,
        "NT-G10b",
        5_900 + 5_900 + 3_400 + 3_400 + 1_800 + 5_200 + 2_700,
    );
    check(6, "NT-G10c", 10_000);
    check(6, "NT-G10", 500 + 28_300 + 10_000);
    // One agreement, from April to March of the next year.
    check(6, "NT-G09", 1);
    check(6, "NT-G09a", 65_000);
    // Accounts due on 15 March were sent on 20 April.
    check(6, "NT-G07", 0);
    // 16 of 17 members are complete: of one the sex was not written down.
    check(6, "NT-R08", 1);

    // The seventh, in Majmaa Tolba.
    // Five activities, one planned and one cancelled.
    check(7, "NT-G11", 3);
    // 14 of 27 enrolled since January; two enrolled before were given something in January; at the caravan six
    // members and two enrolled in 2024, at the talk of January three of either, nobody twice.
    check(7, "NT-G12", 14 + 2 + 8 + 6);
    // Caravan 13 + 15 + 21 + 22 + 2, talk 11 + 20 + 4.
    check(7, "NT-G12a", 73 + 35);
    // Nine payments, the two of founders after June.
    check(7, "NT-G10a", 7 * 100);
    // Six gifts: one of things, one in August.
    check(7, "NT-G10b", 6_000 + 2_200 + 3_000 + 4_100);
    check(7, "NT-G10", 700 + 15_300 + 10_000);
    check(7, "NT-G09", 0);
    // Accounts due on 15 March were sent on 20 February.
    check(7, "NT-G07", 1);
    check(7, "NT-R11", 0);
}

/// How many cells of each table hold something, over all indicators that it is published of.
fn filled(rows: &[Value]) {
    for table in Table::ALL {
        let of = |row: &&Value| row["cell"]["table"] == table.code();
        let all = || rows.iter().filter(of);
        let withheld = all().filter(|row| row["value"].is_null()).count();
        let cells = all().filter(|row| row["value"].is_u64()).count();
        let empty = all().filter(|row| row["value"] == 0).count();
        let tables = (cells / table.cells().len(), withheld);
        println!(
            "| {} | {} | {} | {} of {cells} |",
            table.code(),
            tables.0,
            tables.1,
            cells - empty
        );
    }
}

/// Nothing that the hub keeps names anybody; that it is searched well is shown by what it does name.
fn no_name_at_the_hub(hub: &Path, left: &[Left]) {
    let mut names: Vec<&str> = left
        .iter()
        .flat_map(|left| &left.names)
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() > 40, "{names:?}");
    let files = files(hub);
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        files.iter().any(|(_, bytes)| {
            [name.as_bytes(), wide.as_slice()]
                .iter()
                .any(|sought| bytes.windows(sought.len()).any(|window| window == *sought))
        })
    };
    assert!(holds("جمعية الأمل للتنمية"), "whom it asks, it knows");
    let found: Vec<&&str> = names.iter().filter(|name| holds(name)).collect();
    assert_eq!(found, Vec::<&&str>::new());
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    println!(
        "{} names are in none of {bytes} bytes in {} files of the hub",
        names.len(),
        files.len()
    );
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push((path.clone(), std::fs::read(&path).unwrap())),
        }
    }
    found
}

#[test]
fn of_three_nothing_that_is_added_up_is_published() {
    let place = Place::new();
    let output = place
        .computer("none")
        .run(&["demo", "--associations", "3", "--no-serve", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let sentences = String::from_utf8(output.stderr).unwrap();
    assert!(sentences.contains("Fewer than five"), "{sentences}");
    let rows = said["indicators"].as_array().unwrap();
    let pooled: Vec<&Value> = rows.iter().filter(|row| row["source"] == "pooled").collect();
    assert!(!pooled.is_empty());
    for row in pooled {
        assert_eq!(
            (&row["value"], &row["status"]),
            (&Value::Null, &json!("withheld")),
            "{row}"
        );
    }
    assert!(
        rows.iter()
            .any(|row| row["source"] == "own" && row["value"].is_u64())
    );
    let total = json!({ "table": Table::Total.code() });
    let mut of_yes = rows.iter();
    let registered = of_yes.find(|row| row["indicator"] == "NT-O01" && row["cell"] == total);
    assert_eq!(registered.unwrap()["value"], 3, "YES registers who takes part");
}
