//! Statistics over the wire, apart from sync: each question is answered from the file of periods.
//!
//! A connection proves a statistics key, which is no device's. One stream carries one question, one after the
//! other. A thread of its own has the file open, so that reports never wait for records nor records for reports.

use std::collections::BTreeSet;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use quinn::Connection;
use tawro_core::crypto::{self, Hash};
use tawro_core::id::{DeviceId, StatisticsKey, TaskId};
use tawro_core::share::{Call, Notice, Reject, SheetReject, Taken};
use tawro_core::time::Timestamp;
use tawro_core::wire::{Answer, Denial, FrameFault, ITEM_MAX, QUESTION_MAX, Question};
use tawro_quic::{FrameReceiver, FrameSender, LinkFault, close};
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::time::{sleep, timeout};

use crate::error::HubError;
use crate::period::{PeriodFault, Periods};
use crate::quota::{Buckets, Rate};
use crate::{Clock, Hub};

/// Where questions are answered; cheap to clone.
#[derive(Clone)]
pub(crate) struct Statistics {
    asked: mpsc::Sender<Asked>,
    /// Long answers under way, of all connections together.
    long: Arc<Semaphore>,
    /// Of these, those that anybody may ask for.
    open: Arc<Semaphore>,
    networks: Arc<Mutex<Buckets<IpAddr>>>,
    clock: Clock,
}

/// A question on its way to the thread that has the file.
struct Asked {
    key: StatisticsKey,
    question: Question,
    answer: oneshot::Sender<Vec<Answer>>,
}

impl Statistics {
    /// Starts the thread that answers; it ends, and says so, once nobody is left who could ask.
    pub(crate) fn begin(
        open: impl Fn() -> Result<Hub, HubError> + Send + 'static,
        clock: Clock,
    ) -> io::Result<(Self, oneshot::Receiver<()>)> {
        let (asked, queue) = mpsc::channel(QUEUE);
        let (done, ended) = oneshot::channel();
        thread::Builder::new()
            .name("statistics".to_owned())
            .spawn(move || {
                Clerk { open, periods: None }.answer_all(queue, clock);
                // Nobody listens when the hub was dropped without a shutdown.
                let _ = done.send(());
            })?;
        let desk = Self {
            asked,
            long: Arc::new(Semaphore::new(LONG_ANSWERS)),
            open: Arc::new(Semaphore::new(LONG_ANSWERS)),
            networks: Arc::new(Mutex::new(Buckets::new(QUESTIONS))),
            clock,
        };
        Ok((desk, ended))
    }

    async fn answers(&self, key: StatisticsKey, question: Question) -> Vec<Answer> {
        let (answer, answered) = oneshot::channel();
        let asked = Asked {
            key,
            question,
            answer,
        };
        let busy = || vec![Answer::Denied(Denial::Busy)];
        match self.asked.send(asked).await {
            Ok(()) => answered.await.unwrap_or_else(|_| busy()),
            Err(_) => busy(),
        }
    }

    /// How long a network has to wait after what it was just given.
    fn wait_of(&self, network: IpAddr, bytes: usize) -> Duration {
        let mut networks = self.networks.lock().unwrap_or_else(PoisonError::into_inner);
        let amount = 1 + bytes as u64 / BYTES_OF_A_QUESTION;
        let millis = networks.take(network, amount, self.clock.now());
        Duration::from_millis(millis).min(WAIT_MAX)
    }
}

/// Serves a connection whose other end proved this key, until it ends or falls silent.
pub(crate) async fn serve(connection: Connection, key: DeviceId, network: IpAddr, desk: Statistics) {
    while let Ok(Ok(stream)) = timeout(SILENCE_MAX, tawro_quic::accept_short(&connection, QUESTION_MAX)).await
    {
        let Ok(bytes) = serve_one(stream, StatisticsKey(key.0), &desk).await else {
            break;
        };
        sleep(desk.wait_of(network, bytes)).await;
    }
    connection.close(close::DONE.into(), b"");
}

/// Answers one question; how many bytes that took.
async fn serve_one(
    (mut sender, mut receiver): (FrameSender, FrameReceiver),
    key: StatisticsKey,
    desk: &Statistics,
) -> Result<usize, LinkFault> {
    let read = timeout(QUESTION_TIME_MAX, receiver.next_frame());
    let frame = read.await.map_err(|_| LinkFault::NoAnswer)?;
    let question = match &frame {
        Ok(Some(frame)) => Question::from_frame(frame).map_err(|fault| match fault {
            FrameFault::UnknownCritical { .. } => Denial::Unknown,
            _ => Denial::Malformed,
        }),
        Ok(None) => return Ok(0),
        Err(LinkFault::Broken) => Err(Denial::Malformed),
        Err(fault) => return Err(fault.clone()),
    };
    // Held until the answer is written: it bounds what is in memory. Whoever has no seat takes no place of
    // those who have one.
    let place = match &question {
        Ok(Question::Calls { .. } | Question::Notices { .. }) => Some(&desk.long),
        Ok(Question::Edition { .. }) => Some(&desk.open),
        _ => None,
    };
    // Slow readers may hold all places: who comes then is told so, and comes again.
    let (question, held) = match place {
        None => (question, None),
        Some(place) => match timeout(PLACE_TIME_MAX, place.clone().acquire_owned()).await {
            // The semaphores are never closed.
            Ok(place) => (question, place.ok()),
            Err(_) => (Err(Denial::Busy), None),
        },
    };
    let answers = match question {
        Ok(question) => desk.answers(key, question).await,
        Err(denial) => vec![Answer::Denied(denial)],
    };
    let is_long = matches!(answers.first(), Some(Answer::Part(_) | Answer::Item(_)));
    let _held = held.filter(|_| is_long);
    let mut bytes = 0;
    let write = async {
        for answer in answers {
            let frame = answer.to_frame();
            bytes += frame.len();
            sender.send_frames(&frame).await?;
        }
        sender.finish().await
    };
    timeout(ANSWER_TIME_MAX, write)
        .await
        .map_err(|_| LinkFault::NoAnswer)??;
    Ok(bytes)
}

/// Who has the file open, from the first question on.
struct Clerk<O> {
    open: O,
    periods: Option<Periods>,
}

impl<O: Fn() -> Result<Hub, HubError>> Clerk<O> {
    fn answer_all(&mut self, mut queue: mpsc::Receiver<Asked>, clock: Clock) {
        while let Some(asked) = queue.blocking_recv() {
            let Asked {
                key,
                question,
                answer,
            } = asked;
            let answers = self.answer(key, question, clock.now().clock);
            // Whoever asked may be gone by now.
            let _ = answer.send(answers);
        }
    }

    fn answer(&mut self, key: StatisticsKey, question: Question, now: Timestamp) -> Vec<Answer> {
        // What everybody may read needs no seat.
        if let Question::Edition { above } = question {
            return self.edition(above).unwrap_or_else(|error| {
                tracing::error!(code = error.code(), "the edition cannot be read");
                vec![Answer::Denied(Denial::Busy)]
            });
        }
        let opened = match self.periods.take() {
            Some(periods) => Ok(periods),
            None => (self.open)().and_then(|hub| hub.periods()),
        };
        let mut periods = match opened {
            Ok(periods) => periods,
            Err(error) => {
                tracing::error!(code = error.code(), "statistics cannot be opened");
                return vec![Answer::Denied(Denial::Busy)];
            }
        };
        match answer(&mut periods, key, question, now) {
            Ok(answers) => {
                self.periods = Some(periods);
                answers
            }
            Err(fault) => {
                // The next question opens the file anew.
                tracing::error!(code = fault.code(), key = %key.short(), "a question was not answered");
                vec![Answer::Denied(Denial::Busy)]
            }
        }
    }

    /// The newest edition, if it is above this number.
    fn edition(&self, above: u32) -> Result<Vec<Answer>, HubError> {
        let edition = (self.open)()?.edition()?;
        let newer = edition.filter(|edition| edition.number() > above);
        Ok(newer.map_or(Vec::new(), |edition| Answer::item(&edition.to_bytes())))
    }
}

fn answer(
    periods: &mut Periods,
    key: StatisticsKey,
    question: Question,
    now: Timestamp,
) -> Result<Vec<Answer>, PeriodFault> {
    match question {
        // Answered before, without the file.
        Question::Edition { .. } => Ok(Vec::new()),
        _ if !periods.has_seat(&key)? => Ok(vec![Answer::Denied(Denial::NoSeat)]),
        Question::Calls { known } => {
            let calls = periods.calls_of(&key)?;
            Ok(items(calls.iter().map(Call::to_bytes), &known))
        }
        Question::Notices { known } => {
            let notices = periods.notices_of(&key)?;
            Ok(items(notices.iter().map(Notice::to_bytes), &known))
        }
        Question::Report(bytes) => Ok(vec![take(periods, key, bytes, now)?]),
        Question::Sheet(bytes) => Ok(vec![take_sheet(periods, key, bytes, now)?]),
    }
}

fn take(
    periods: &mut Periods,
    key: StatisticsKey,
    bytes: Vec<u8>,
    now: Timestamp,
) -> Result<Answer, PeriodFault> {
    let outcome = match periods.take(&[bytes], now) {
        Ok(answers) => answers.into_iter().next().map(|answer| answer.outcome),
        // Nothing was ever asked: it answers something else.
        Err(PeriodFault::NoPeriod) => None,
        Err(fault) => return Err(fault),
    };
    let outcome = outcome.unwrap_or(Err(OTHER_TASK));
    Ok(told(key, outcome.map_err(|reject| reject.code())))
}

fn take_sheet(
    periods: &mut Periods,
    key: StatisticsKey,
    bytes: Vec<u8>,
    now: Timestamp,
) -> Result<Answer, PeriodFault> {
    let answer = periods.take_sheets(&[bytes], now)?.into_iter().next();
    let outcome = answer.map_or(Err(SheetReject::Malformed), |answer| answer.outcome);
    Ok(told(key, outcome.map_err(SheetReject::code)))
}

/// What is told of a report or a sheet; the log hears of it by its key alone.
fn told(key: StatisticsKey, outcome: Result<Taken, &'static str>) -> Answer {
    match outcome {
        Ok(_) => {
            tracing::info!(key = %key.short(), "taken");
            Answer::Taken
        }
        Err(code) => {
            tracing::info!(key = %key.short(), code, "rejected");
            Answer::Rejected {
                code: code.to_owned(),
            }
        }
    }
}

/// Those that are not known, as many as may be on their way at once; the rest is for the next question.
fn items(all: impl Iterator<Item = Vec<u8>>, known: &[Hash]) -> Vec<Answer> {
    let known: BTreeSet<&Hash> = known.iter().collect();
    let (mut answers, mut bytes) = (Vec::new(), 0);
    for item in all {
        if item.len() > ITEM_MAX {
            tracing::warn!(bytes = item.len(), "too long for the wire: it goes as a file");
            continue;
        }
        if known.contains(&crypto::hash(&item)) || item.len() > ITEM_MAX - bytes {
            continue;
        }
        bytes += item.len();
        answers.extend(Answer::item(&item));
    }
    answers
}

const OTHER_TASK: Reject = Reject::OtherTask {
    found: TaskId([0; 32]),
};
/// Questions that may wait for the thread: connections wait in turn when it is full.
const QUEUE: usize = 256;
/// Each holds at most [`ITEM_MAX`] bytes.
const LONG_ANSWERS: usize = 16;
/// What one network may ask. A village may share one address.
const QUESTIONS: Rate = Rate {
    per_second: 4,
    burst: 400,
};
/// What is given counts as so many more questions.
const BYTES_OF_A_QUESTION: u64 = 64 << 10;
const WAIT_MAX: Duration = Duration::from_secs(30);
/// How long a connection without a question is kept.
const SILENCE_MAX: Duration = Duration::from_secs(30);
const QUESTION_TIME_MAX: Duration = Duration::from_secs(10);
/// How long a question waits for a place among long answers.
const PLACE_TIME_MAX: Duration = Duration::from_secs(20);
/// A long answer over a slow line.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(120);
