//! The rounds: kill, look, start again; and the reckoning at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use tawro_core::id::{LogId, RecordId, SpaceId};
use tawro_core::schema::Scalar;
use tawro_hub::store::{SpaceLog, SqliteLog};
use tawro_node::driver::Node;
use tawro_node::net::Goal;
use tawro_tests::place::{Place, add_person, sight, text};

use crate::process::Process;

/// What the children said that they had made durable.
#[derive(Default)]
struct Said {
    /// What was added, under the text by which it is recognised.
    added: BTreeMap<String, RecordId>,
    /// What was written into which record.
    written: Vec<(RecordId, String)>,
    /// Up to where the hub signed for which log.
    receipts: BTreeMap<LogId, u64>,
    alone: usize,
    meetings: usize,
}

impl Said {
    fn take(&mut self, lines: Vec<String>) {
        for line in lines {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["add", id, mark] => {
                    let twice = self.added.insert(mark.to_owned(), id.parse().unwrap());
                    assert!(twice.is_none(), "{mark} was added twice");
                }
                ["set", id, mark] => self.written.push((id.parse().unwrap(), mark.to_owned())),
                ["receipt", log, seq] => {
                    self.meetings += 1;
                    let upto = self.receipts.entry(log.parse().unwrap()).or_default();
                    *upto = seq.parse::<u64>().unwrap().max(*upto);
                }
                ["alone"] => self.alone += 1,
                ["open"] => {}
                _ => panic!("a child said: {line}"),
            }
        }
    }
}

/// The three that are killed.
struct Cast {
    place: Place,
    space: SpaceId,
    address: SocketAddr,
    hub: Option<Process>,
    laptops: [Option<Process>; 2],
    runs: usize,
    said: Said,
}

const NAMES: [&str; 2] = ["a", "b"];

impl Cast {
    /// Two laptops of one association that agree, and a hub; then each becomes a process.
    async fn new() -> Self {
        let mut place = Place::new();
        let mut a = place.found("a");
        add_person(&mut a, "خديجة");
        place.enrol(&mut a).await;
        let b = place.second(&mut a, "b").await;
        let space = a.space();
        drop((a, b));
        let address = place.stop_hub().await;
        let mut cast = Self {
            place,
            space,
            address,
            hub: None,
            laptops: [None, None],
            runs: 0,
            said: Said::default(),
        };
        cast.start();
        cast
    }

    fn start(&mut self) {
        let mut hub = Process::hub(&self.place.home("hub"), self.address);
        hub.wait_for("open", Duration::from_secs(30));
        self.hub = Some(hub);
        self.start_laptop(0);
        self.start_laptop(1);
    }

    fn start_laptop(&mut self, which: usize) {
        self.runs += 1;
        let run = format!("{}{}", NAMES[which], self.runs);
        self.laptops[which] = Some(Process::laptop(&self.place.home(NAMES[which]), &run));
    }

    fn kill_laptop(&mut self, which: usize) {
        let laptop = self.laptops[which].take().unwrap();
        self.said.take(laptop.kill());
    }

    /// Kills the hub, and looks whether it still has all that it ever signed for.
    fn kill_hub(&mut self) {
        // What laptops heard up to here must be there; they go on speaking meanwhile.
        self.hub.take().unwrap().kill();
        self.look_at_hub();
    }

    fn look_at_hub(&self) {
        let mut store = SqliteLog::open(&self.place.home("hub").join("hub.db")).unwrap();
        let heads: BTreeMap<LogId, u64> = store
            .heads(self.space)
            .unwrap()
            .into_iter()
            .map(|head| (head.log, head.seq))
            .collect();
        for (log, seq) in &self.said.receipts {
            assert!(
                heads.get(log) >= Some(seq),
                "{log} {seq} was signed for and is gone"
            );
        }
    }

    fn round(&mut self, dice: &mut ChaCha20Rng) {
        std::thread::sleep(Duration::from_millis(50 + u64::from(dice.next_u32() % 1_400)));
        // One of three, two of three, or all three.
        let victims = 1 + dice.next_u32() % 7;
        for which in [0, 1] {
            if victims & (1 << which) != 0 {
                self.kill_laptop(which);
            }
        }
        if victims & 4 != 0 {
            self.kill_hub();
            // Sometimes the laptops find nobody for a while.
            std::thread::sleep(Duration::from_millis(u64::from(dice.next_u32() % 300)));
            self.hub = Some(Process::hub(&self.place.home("hub"), self.address));
        }
        for which in [0, 1] {
            if self.laptops[which].is_none() {
                self.start_laptop(which);
            }
        }
    }

    fn end(&mut self) {
        // Those whom the last round started are given the time to speak.
        std::thread::sleep(Duration::from_secs(3));
        for which in [0, 1] {
            self.laptops[which]
                .as_mut()
                .unwrap()
                .wait_for("open", Duration::from_secs(60));
            self.kill_laptop(which);
        }
        self.kill_hub();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_kills_at_random_moments() {
    let setting =
        |name: &str, otherwise: u64| std::env::var(name).map_or(otherwise, |text| text.parse().unwrap());
    let (rounds, seed) = (setting("TAWRO_CRASH_ROUNDS", 10), setting("TAWRO_CRASH_SEED", 1));
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let mut cast = Cast::new().await;
    for _ in 0..rounds {
        cast.round(&mut dice);
    }
    cast.end();
    reckon(cast).await;
}

/// Everything said is there, on both laptops and on a third that has it from the hub alone.
async fn reckon(mut cast: Cast) {
    cast.place.wake_hub(cast.address);
    let (mut a, mut b) = (cast.place.open("a"), cast.place.open("b"));
    for _ in 0..2 {
        a.sync(Goal::InSync).await.unwrap();
        b.sync(Goal::InSync).await.unwrap();
    }
    let mut c = cast.place.second(&mut a, "c").await;
    let seen = sight(&mut a);
    assert_eq!(seen, sight(&mut b));
    assert_eq!(seen, sight(&mut c));
    for node in [&mut a, &mut b, &mut c] {
        let status = node.status().unwrap();
        assert_eq!(status.unapplied, []);
        assert_eq!(status.unsynced, 0);
        check_records(node, &cast.said);
    }
    let marks: BTreeSet<&Scalar> = seen.iter().filter_map(|row| row.cells.get("address")).collect();
    let marked = seen
        .iter()
        .filter(|row| row.cells.contains_key("address"))
        .count();
    assert_eq!(marks.len(), marked, "something was doubled");
    let logs = a.replica().heads().count();
    let said = &cast.said;
    println!(
        "{} processes, {} adds and {} edits acknowledged, {} records at the end, {} receipts heard, {} \
         times alone, {logs} logs",
        cast.runs,
        said.added.len(),
        said.written.len(),
        seen.len(),
        said.meetings,
        said.alone
    );
    assert!(!said.added.is_empty() && said.meetings > 0, "nothing was proved");
}

fn check_records(node: &mut Node, said: &Said) {
    for (mark, id) in &said.added {
        let record = node
            .record(*id)
            .unwrap()
            .unwrap_or_else(|| panic!("{mark} is lost"));
        assert_eq!(record.cells().get("address"), Some(&text(mark)));
    }
    let mut histories = BTreeMap::new();
    for (id, mark) in &said.written {
        let history = histories
            .entry(*id)
            .or_insert_with(|| node.record(*id).unwrap().unwrap().history());
        let value = text(mark);
        let written = history
            .iter()
            .flat_map(|line| &line.cells)
            .any(|cell| cell.2 == value);
        assert!(written, "{mark} is lost");
    }
}
