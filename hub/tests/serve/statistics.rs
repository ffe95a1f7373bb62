//! Statistics by wire, asked by those who mean well and by those who do not.

use std::net::SocketAddr;
use std::time::Duration;

use quinn::{Connection, Endpoint};
use tawro_core::crypto::{self, DeviceSecret};
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::indicator::{Indicator, Period, catalogue, not_stated};
use tawro_core::share::{Call, Contribution, Count, Notice, Report, Standing, Task, Terms};
use tawro_core::time::Timestamp;
use tawro_core::wire::{ANSWER_MAX, Answer, Denial, FrameReader, Question, REPORT_MAX};
use tawro_hub::Hub;
use tawro_hub::period::{Asked, Early, NewSeat};
use tawro_quic::{Identity, Limits, Pin, Protocol, client_config_for, connect};

use crate::hub;

const NOW: Timestamp = Timestamp(1_791_720_000);

fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_bytes(&[number; 64])
}

fn period() -> Period {
    "2026-Q3".parse().unwrap()
}

/// Five associations are registered and asked about a quarter; the task.
fn begin(hub: &Hub) -> Task {
    let mut periods = hub.periods().unwrap();
    for number in 1..=5 {
        let seat = NewSeat {
            name: format!("Association {number}"),
            key: StatisticsKey(secret(number).id().0),
            milieu: None,
            domain: None,
            asked: Asked::Associations,
        };
        periods.register(&seat).unwrap();
    }
    let chosen: Vec<Indicator> = catalogue()
        .iter()
        .filter(|one| one.code.to_string() == "NT-G11")
        .cloned()
        .collect();
    periods.begin(period(), &chosen).unwrap();
    periods.call(period()).unwrap().asks()[0].0.clone()
}

fn report(task: &Task, number: u8, revision: u32, value: u64) -> Report {
    let count = Count::prepare(&task.indicators[0], &task.mode, not_stated(value), 0).0;
    let id = ReportId([number.wrapping_mul(16).wrapping_add(revision as u8); 16]);
    let contribution = Contribution::new(task, vec![count], revision, id).unwrap();
    contribution.sign(&secret(number))
}

/// A connection by the key of an association.
struct Asker {
    _endpoint: Endpoint,
    connection: Connection,
}

impl Asker {
    async fn new(number: u8, hub: &Hub, at: SocketAddr) -> Self {
        let endpoint = Endpoint::client("127.0.0.1:0".parse().unwrap()).unwrap();
        let identity = Identity::from_pkcs8(&secret(number).pkcs8()).unwrap();
        let pin = Pin::Key(hub.key());
        let config = client_config_for(Protocol::Statistics, &identity, pin, &Limits::node()).unwrap();
        let connection = connect(&endpoint, config, at).await.unwrap();
        assert_eq!(Protocol::of(&connection), Some(Protocol::Statistics));
        Self {
            _endpoint: endpoint,
            connection,
        }
    }

    async fn ask(&self, question: Question) -> Vec<Answer> {
        self.send(&question.to_frame()).await
    }

    /// Sends bytes as they are; every frame of the answer.
    async fn send(&self, bytes: &[u8]) -> Vec<Answer> {
        let (mut send, mut receive) = self.connection.open_bi().await.unwrap();
        // A hub that has read enough may stop us.
        let _stopped = send.write_all(bytes).await;
        let _ended = send.finish();
        let all = tokio::time::timeout(Duration::from_secs(20), receive.read_to_end(1 << 20));
        let mut reader = FrameReader::with_limit(ANSWER_MAX);
        reader.push(&all.await.unwrap().unwrap());
        std::iter::from_fn(|| reader.next_frame().unwrap())
            .map(|frame| Answer::from_frame(&frame).unwrap())
            .collect()
    }

    async fn offer(&self, bytes: Vec<u8>) -> Vec<Answer> {
        self.ask(Question::Report(bytes)).await
    }
}

fn rejected(code: &str) -> Vec<Answer> {
    vec![Answer::Rejected {
        code: code.to_owned(),
    }]
}

fn one_item(answers: Vec<Answer>) -> Vec<u8> {
    match &answers[..] {
        [Answer::Item(bytes)] => bytes.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_association_is_asked_once_answers_and_is_told_what_became_of_it() {
    let (_folder, hub, running) = hub();
    let task = begin(&hub);
    let asker = Asker::new(1, &hub, running.local_addr()).await;
    let bytes = one_item(asker.ask(Question::Calls { known: Vec::new() }).await);
    let call = Call::from_bytes(&bytes).unwrap();
    call.verify(&hub.key()).unwrap();
    assert_eq!(
        call.of(&StatisticsKey(secret(1).id().0)).unwrap().0.id(),
        task.id()
    );
    let known = vec![crypto::hash(&bytes)];
    assert_eq!(asker.ask(Question::Calls { known }).await, []);
    assert_eq!(asker.ask(Question::Notices { known: Vec::new() }).await, []);

    let ours = report(&task, 1, 1, 7);
    for _ in 0..2 {
        assert_eq!(asker.offer(ours.to_bytes()).await, [Answer::Taken]);
    }
    let mut periods = hub.periods().unwrap();
    assert_eq!(periods.status(period()).unwrap().reports, 1);
    periods.freeze(period(), Early::Force, NOW).unwrap();
    assert_eq!(
        asker.ask(Question::Calls { known: Vec::new() }).await,
        [],
        "what is closed asks nobody"
    );
    let frozen = one_item(asker.ask(Question::Notices { known: Vec::new() }).await);
    let notice = Notice::from_bytes(&frozen).unwrap();
    notice.verify(&hub.key()).unwrap();
    let (manifest, published) = notice.of(task.id()).unwrap();
    assert_eq!(
        (manifest.standing(&ours), published.is_none()),
        (Standing::In, true)
    );
    let known = vec![crypto::hash(&frozen)];
    let nothing_new = Question::Notices { known };
    assert_eq!(asker.ask(nothing_new.clone()).await, []);
    periods.add_up(period(), NOW).unwrap();
    periods.publish(period()).unwrap();
    let notice = Notice::from_bytes(&one_item(asker.ask(nothing_new).await)).unwrap();
    assert!(notice.of(task.id()).unwrap().1.is_some(), "the figures are out");
    running.shutdown().await;
}

#[tokio::test]
async fn whoever_is_not_registered_is_told_so_and_may_only_ask_what_all_may_read() {
    let (_folder, hub, running) = hub();
    let task = begin(&hub);
    let stranger = Asker::new(9, &hub, running.local_addr()).await;
    let known = Vec::new;
    for question in [
        Question::Calls { known: known() },
        Question::Notices { known: known() },
        // Even what another association signed.
        Question::Report(report(&task, 1, 1, 7).to_bytes()),
    ] {
        assert_eq!(stranger.ask(question).await, [Answer::Denied(Denial::NoSeat)]);
    }
    assert_eq!(stranger.ask(Question::Edition { above: 0 }).await, []);
    let status = hub.periods().unwrap().status(period()).unwrap();
    assert_eq!(
        (status.reports, status.rejected.len()),
        (0, 0),
        "nothing is kept of strangers"
    );
    running.shutdown().await;
}

#[tokio::test]
async fn what_does_not_hold_is_rejected_and_its_sender_told_why() {
    let (_folder, hub, running) = hub();
    let task = begin(&hub);
    let asker = Asker::new(1, &hub, running.local_addr()).await;
    assert_eq!(
        asker.offer(b"no report".to_vec()).await,
        rejected("report_malformed")
    );
    let good = report(&task, 1, 1, 7);
    let mut unsigned = good.to_bytes();
    let last = unsigned.len() - 1;
    unsigned[last] ^= 1;
    assert_eq!(asker.offer(unsigned).await, rejected("report_unsigned"));
    let other = Task::new(Terms {
        k: 6,
        ..(*task).clone()
    })
    .unwrap();
    let cross = report(&other, 1, 1, 7).to_bytes();
    assert_eq!(asker.offer(cross).await, rejected("report_other_task"));
    let stranger = report(&task, 9, 1, 7).to_bytes();
    assert_eq!(asker.offer(stranger).await, rejected("report_not_registered"));

    assert_eq!(asker.offer(good.to_bytes()).await, [Answer::Taken]);
    let replayed = report(&task, 1, 1, 8).to_bytes();
    assert_eq!(asker.offer(replayed).await, rejected("report_replayed"));
    let second = report(&task, 1, 2, 9).to_bytes();
    assert_eq!(asker.offer(second).await, [Answer::Taken]);
    assert_eq!(
        asker.offer(good.to_bytes()).await,
        [Answer::Taken],
        "it was taken, then"
    );
    let mut periods = hub.periods().unwrap();
    periods.freeze(period(), Early::Force, NOW).unwrap();
    let late = report(&task, 1, 3, 9).to_bytes();
    assert_eq!(asker.offer(late).await, rejected("report_late"));
    let status = periods.status(period()).unwrap();
    assert_eq!((status.reports, status.rejected.len()), (1, 6));
    running.shutdown().await;
}

#[tokio::test]
async fn nonsense_costs_its_sender_an_answer_and_nobody_else_anything() {
    let (_folder, hub, running) = hub();
    let task = begin(&hub);
    let at = running.local_addr();
    let asker = Asker::new(1, &hub, at).await;
    let malformed = [Answer::Denied(Denial::Malformed)];
    assert_eq!(asker.offer(vec![0; REPORT_MAX + 1]).await, malformed);
    // A length that nobody has memory for.
    assert_eq!(asker.send(&[0xff, 0xff, 0xff, 0xff, 0x82]).await, malformed);
    assert_eq!(asker.send(&[1, 0, 0, 0, 0x81]).await, malformed);
    assert_eq!(
        asker.send(&[1, 0, 0, 0, 0xbf]).await,
        [Answer::Denied(Denial::Unknown)]
    );
    assert_eq!(asker.send(&[]).await, []);
    let good = report(&task, 1, 1, 7).to_bytes();
    assert_eq!(
        asker.offer(good).await,
        [Answer::Taken],
        "the connection still serves"
    );
    // A stream cut in the middle of a question ends that connection alone.
    let (mut send, mut receive) = asker.connection.open_bi().await.unwrap();
    send.write_all(&[9, 0, 0, 0, 0x82]).await.unwrap();
    send.finish().unwrap();
    let cut = tokio::time::timeout(Duration::from_secs(20), receive.read_to_end(9));
    assert!(cut.await.unwrap().is_err());
    let another = Asker::new(2, &hub, at).await;
    let good = report(&task, 2, 1, 7).to_bytes();
    assert_eq!(another.offer(good).await, [Answer::Taken]);
    running.shutdown().await;
}
