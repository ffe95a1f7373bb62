//! A hub with periods that associations answered, numbers drawn from a seed, and its dashboard over a real socket.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::indicator::{Domain, LEAVES, Leaves, Milieu, Period, catalogue, not_stated};
use tawro_core::share::{
    Asked as Question, Call, Contribution, Count, ProgressSheet, PublicCard, Report, Task, Unit,
};
use tawro_core::text::Words;
use tawro_core::time::Timestamp;
use tawro_hub::Hub;
use tawro_hub::period::{Asked, Early, NewSeat, Periods};
use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::visit::{Reply, Visitor};

/// What opens the dashboard.
pub const PASSWORD: &str = "ثلاثة قوارب بيضاء";
/// Those whose figures are out, the oldest first.
pub const PUBLISHED: [&str; 4] = ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"];
/// The one in which reports are taken.
pub const OPEN: &str = "2026-Q4";
/// How many are asked.
pub const ASSOCIATIONS: u8 = 25;
/// How many of them answered what is open.
pub const ANSWERED: u8 = 19;
/// Within the windows of none of them; whoever ends one early says so.
const NOW: Timestamp = Timestamp(1_795_462_200);
/// Who runs the programme, among the seats.
const OPERATOR: u8 = 100;

/// A hub and its dashboard.
pub struct Board {
    /// The hub.
    pub hub: Hub,
    /// Where its dashboard is.
    pub address: SocketAddr,
    _folder: TempDir,
    stop: Option<oneshot::Sender<()>>,
    running: Option<thread::JoinHandle<()>>,
}

/// What an association is called.
pub fn name(number: u8) -> String {
    const WORDS: [&str; 5] = ["الأمل", "النور", "المستقبل", "التضامن", "الوفاء"];
    const PLACES: [&str; 5] = ["الخميسات", "تيفلت", "الرماني", "والماس", "سيدي علال البحراوي"];
    let (word, place) = (usize::from(number) % 5, usize::from(number) / 5 % 5);
    format!("جمعية {} ب{}", WORDS[word], PLACES[place])
}

/// What an association received in a period, in dirhams: no other number of the board looks like it.
pub fn dirhams(number: u8, period: &str) -> u64 {
    let at = PUBLISHED.iter().chain([&OPEN]).position(|known| *known == period);
    let at = at.expect("a period of the board") as u64;
    61_003 + u64::from(number) * 1_117 + at * 7
}

impl Board {
    /// A hub whose periods are published but for the last, with its dashboard behind a password.
    pub fn full() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let hub = Hub::init(&folder.path().join("hub"), "YES", None).unwrap();
        let mut periods = hub.periods().unwrap();
        (1..=ASSOCIATIONS).for_each(|number| periods.register(&seat(number)).unwrap());
        periods.register(&operator()).unwrap();
        for (at, text) in PUBLISHED.iter().enumerate() {
            let period = begin(&mut periods, text);
            // One in the beginning did not answer, later all did.
            let answered = if at == 0 { ASSOCIATIONS - 1 } else { ASSOCIATIONS };
            answer(&mut periods, period, text, answered);
            periods.freeze(period, Early::Force, NOW).unwrap();
            periods.add_up(period, NOW).unwrap();
            periods.publish(period).unwrap();
        }
        shows_progress(&mut periods);
        let period = begin(&mut periods, OPEN);
        answer(&mut periods, period, OPEN, ANSWERED);
        hub.set_password(PASSWORD).unwrap();
        Self::over(folder, hub)
    }

    /// A hub at which only this period was begun: it is open, whatever the calendar says.
    pub fn begun(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let hub = Hub::init(&folder.path().join("hub"), "YES", None).unwrap();
        let mut periods = hub.periods().unwrap();
        (1..=ASSOCIATIONS).for_each(|number| periods.register(&seat(number)).unwrap());
        periods.register(&operator()).unwrap();
        let period = begin(&mut periods, text);
        answer(&mut periods, period, text, ANSWERED);
        hub.set_password(PASSWORD).unwrap();
        Self::over(folder, hub)
    }

    /// A hub of which nothing is known yet, and its dashboard.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let hub = Hub::init(&folder.path().join("hub"), "YES", None).unwrap();
        Self::over(folder, hub)
    }

    fn over(folder: TempDir, hub: Hub) -> Self {
        let words = tawro_pages::speech::with_sentences(Words::builtin());
        let words = Arc::new(tawro_hub::with_sentences(words));
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = std::sync::mpsc::channel();
        let shown = hub.clone();
        // A thread of its own, for tests that run inside a runtime.
        let running = thread::spawn(move || {
            let mut runtime = tokio::runtime::Builder::new_multi_thread();
            let runtime = runtime.worker_threads(2).enable_all().build().unwrap();
            runtime.block_on(async {
                let at = ([127, 0, 0, 1], 0).into();
                let dashboard = shown.dashboard(at, words).await.unwrap();
                tell.send(dashboard.local_addr().unwrap()).unwrap();
                let until = async {
                    let _ended = stopped.await;
                };
                dashboard.serve(until).await.unwrap();
            });
        });
        Self {
            hub,
            address: told.recv().unwrap(),
            _folder: folder,
            stop: Some(stop),
            running: Some(running),
        }
    }

    /// Somebody who looks, and reads this language.
    pub fn visitor(&self, lang: &str) -> Visitor {
        Visitor {
            address: self.address,
            cookies: vec![("tawro-lang".to_owned(), lang.to_owned())],
            token: String::new(),
        }
    }

    /// The same, who knows the password.
    pub fn coordinator(&self, lang: &str) -> Visitor {
        let mut visitor = self.visitor(lang);
        let reply = enter(&mut visitor, PASSWORD);
        assert_eq!(reply.status, 303, "{}", reply.body);
        visitor
    }
}

/// Tries a password.
pub fn enter(visitor: &mut Visitor, password: &str) -> Reply {
    visitor.post("/login", &[("password", password), ("then", "/")])
}

impl Drop for Board {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(running) = self.running.take() {
            running.join().unwrap();
        }
    }
}

/// Every address of a dashboard that shows something to who is let in.
pub fn every_path() -> Vec<String> {
    let mut paths: Vec<String> = ["/", "/outputs", "/periods", "/sync", "/progress"]
        .map(str::to_owned)
        .to_vec();
    paths.extend(catalogue().iter().map(|one| format!("/indicator/{}", one.code)));
    paths.extend(
        PUBLISHED
            .iter()
            .chain([&OPEN])
            .map(|period| format!("/period/{period}")),
    );
    paths
}

/// The first two show a fact by name, and one of them its card.
fn shows_progress(periods: &mut Periods) {
    let sheet = |number: u8, holds: bool| {
        let card = holds.then(|| PublicCard {
            website: "https://amal.example".to_owned(),
            ..PublicCard::default()
        });
        let sheet = ProgressSheet {
            made: NOW,
            start: "2026-07-01".parse().unwrap(),
            end: "2026-09-30".parse().unwrap(),
            facts: [("NT-R08".to_owned(), holds)].into(),
            card,
        };
        sheet.sign(&secret(number)).unwrap().to_bytes()
    };
    let answers = periods
        .take_sheets(&[sheet(1, true), sheet(2, false)], NOW)
        .unwrap();
    assert!(answers.iter().all(|answer| answer.outcome.is_ok()));
}

fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_bytes(&[number; 64])
}

fn seat(number: u8) -> NewSeat {
    let milieu = match number % 5 {
        0 | 1 => Milieu::Urban,
        _ => Milieu::Rural,
    };
    NewSeat {
        name: name(number),
        key: StatisticsKey(secret(number).id().0),
        milieu: Some(milieu),
        domain: Domain::new(1 + number % 4),
        asked: Asked::Associations,
    }
}

fn operator() -> NewSeat {
    NewSeat {
        name: "YES".to_owned(),
        asked: Asked::Operator,
        ..seat(OPERATOR)
    }
}

fn begin(periods: &mut Periods, text: &str) -> Period {
    let period = text.parse().unwrap();
    periods.begin(period, catalogue()).unwrap();
    period
}

fn answer(periods: &mut Periods, period: Period, text: &str, associations: u8) {
    let call = periods.call(period).unwrap();
    let numbers = (1..=associations).chain([OPERATOR]);
    let reports: Vec<Vec<u8>> = numbers
        .map(|number| report(&call, number, text).to_bytes())
        .collect();
    let answers = periods.take(&reports, NOW).unwrap();
    assert!(answers.iter().all(|answer| answer.outcome.is_ok()));
}

fn report(call: &Call, number: u8, period: &str) -> Report {
    let secret = secret(number);
    let key = StatisticsKey(secret.id().0);
    let task = &call.of(&key).unwrap().0;
    let at = PUBLISHED
        .iter()
        .chain([&OPEN])
        .position(|known| *known == period)
        .unwrap();
    let mut dice = ChaCha8Rng::seed_from_u64(u64::from(number) * 100 + at as u64);
    let counts = counts(task, number, period, &mut dice);
    let id = ReportId([number.wrapping_mul(7).wrapping_add(at as u8); 16]);
    Contribution::new(task, counts, 1, id).unwrap().sign(&secret)
}

fn counts(task: &Task, number: u8, period: &str, dice: &mut ChaCha8Rng) -> Vec<Count> {
    let mut before = [0; LEAVES.len()];
    let count = task.indicators.iter().map(|asked| {
        let mut leaves = leaves(asked, number, period, dice);
        if asked.code.ends_with(":of") {
            // A part is of a whole that is larger.
            leaves = std::array::from_fn(|at| before[at] + leaves[at] / 2);
        }
        before = leaves;
        let leaves = leaves.map(|leaf| leaf.min(asked.bound));
        Count::prepare(asked, &task.mode, leaves, 0).0
    });
    count.collect()
}

fn leaves(asked: &Question, number: u8, period: &str, dice: &mut ChaCha8Rng) -> Leaves {
    let mut below = |most: u64| dice.next_u64() % most;
    match (asked.code.as_str(), asked.unit) {
        ("NT-O01", _) => not_stated(if period == PUBLISHED[0] { 25 } else { 0 }),
        ("NT-O02", _) => not_stated(u64::from(period != PUBLISHED[2])),
        ("NT-O11", _) => not_stated(u64::from(period == PUBLISHED[3])),
        ("NT-G10", _) => not_stated(dirhams(number, period)),
        (_, Unit::Associations) => not_stated(u64::from(below(10) < 7)),
        (_, Unit::Persons) => std::array::from_fn(|at| match at % 5 {
            4 => 0,
            _ if at >= 10 => 0,
            _ => 6 + below(18),
        }),
        (_, Unit::Dirhams) => not_stated(1_000 + 10 * below(900)),
        (_, Unit::Number) => not_stated(2 + below(14)),
    }
}
